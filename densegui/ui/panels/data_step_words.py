"""Steps of the preparation in words, with a place for each of their parameters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from densegui.data import steps as kinds

if TYPE_CHECKING:
    from densegui.data.steps import Step

NAMES_SAID: Final = 4
ADDABLE: Final[tuple[Step, ...]] = (
    kinds.Scale(),
    kinds.Standardise(),
    kinds.Divide(),
    kinds.FillMissing(),
    kinds.OneHot(),
    kinds.Transpose(),
    kinds.FlattenOrder("channels_first"),
)
"""Steps as they are when they are added; features and labels are chosen among the columns."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: words, or the place of a parameter.

    Attributes:
        text: the words, or the name of the parameter.
        is_parameter: which of the two.
    """

    text: str
    is_parameter: bool


def sentence(step: Step) -> str:
    """What a step does, with ``{parameter}`` where each of its parameters stands."""
    translate = QCoreApplication.translate
    return {
        kinds.Transpose: translate("DataSteps", "Exchange rows and columns"),
        kinds.ChooseLabel: translate("DataSteps", "Predict {column}"),
        kinds.PickColumns: translate("DataSteps", "Keep only {columns}"),
        kinds.FillMissing: translate("DataSteps", "Missing numbers: {how}"),
        kinds.OneHot: translate("DataSteps", "One-hot: {columns}"),
        kinds.Scale: translate("DataSteps", "Scale every feature: {low} to {high}"),
        kinds.Divide: translate("DataSteps", "Divide every number by {by}"),
        kinds.Standardise: translate("DataSteps", "Standardise every feature"),
        kinds.FlattenOrder: translate("DataSteps", "Flatten pictures {order}"),
    }[type(step)]


def title(step: Step) -> str:
    """What a kind of step is called in a menu."""
    translate = QCoreApplication.translate
    return {
        kinds.Transpose: translate("DataSteps", "Exchange rows and columns"),
        kinds.ChooseLabel: translate("DataSteps", "Choose the label"),
        kinds.PickColumns: translate("DataSteps", "Choose features"),
        kinds.FillMissing: translate("DataSteps", "Fill missing numbers"),
        kinds.OneHot: translate("DataSteps", "One-hot categories"),
        kinds.Scale: translate("DataSteps", "Scale to 0–1"),
        kinds.Divide: translate("DataSteps", "Divide by 255"),
        kinds.Standardise: translate("DataSteps", "Standardise"),
        kinds.FlattenOrder: translate("DataSteps", "Flatten in another order"),
    }[type(step)]


def tip(step: Step) -> str:
    """What a kind of step does, in a sentence."""
    translate = QCoreApplication.translate
    return {
        kinds.Transpose: translate("DataSteps", "For files whose samples stand in columns"),
        kinds.ChooseLabel: translate(
            "DataSteps", "Takes a column out of the features: it is what to predict"
        ),
        kinds.PickColumns: translate("DataSteps", "Leaves the other features out"),
        kinds.FillMissing: translate(
            "DataSteps", "NaN goes through every layer, so something must take its place"
        ),
        kinds.OneHot: translate(
            "DataSteps",
            "A feature of 0 and 1 for each value, because codes such as 0, 1, 2 have an order that "
            "categories do not have",
        ),
        kinds.Scale: translate("DataSteps", "(x − min)/(max − min) of each feature, from low to high"),
        kinds.Divide: translate("DataSteps", "Pixels from 0 to 255 become numbers from 0 to 1"),
        kinds.Standardise: translate("DataSteps", "(x − mean)/std of each feature: then mean 0 and std 1"),
        kinds.FlattenOrder: translate(
            "DataSteps", "The same numbers in another order: weights made for one are nonsense on the other"
        ),
    }[type(step)]


def choices(parameter: str) -> dict[str, str]:
    """The values of a parameter that is one of a few, and what each is called."""
    translate = QCoreApplication.translate
    if parameter == "how":
        return {
            "mean": translate("DataSteps", "mean"),
            "median": translate("DataSteps", "median"),
            "zero": translate("DataSteps", "zero"),
            "drop": translate("DataSteps", "leave the row out"),
        }
    if parameter == "order":
        return {
            "channels_last": translate("DataSteps", "pixel by pixel (channels last)"),
            "channels_first": translate("DataSteps", "channel by channel (channels first)"),
        }
    return {}


def parts(text: str) -> list[Part]:
    """A sentence taken apart at its parameters."""
    pieces = re.split(r"\{(\w+)\}", text)
    return [
        Part(piece if place % 2 else piece.strip(), bool(place % 2))
        for place, piece in enumerate(pieces)
        if piece.strip()
    ]


def in_words(step: Step, names: Sequence[str]) -> str:
    """The whole sentence, as it is read aloud.

    Args:
        step: of the preparation.
        names: the features there are at this place of the list; empty where they are not known.
    """
    return sentence(step).format(
        **{name: value_text(name, getattr(step, name), names) for name in _parameters(step)}
    )


def value_text(parameter: str, value: Any, names: Sequence[str]) -> str:
    """A parameter in words."""
    translate = QCoreApplication.translate
    if parameter == "column":
        return translate("DataSteps", "nothing") if value is None else named(value, names)
    if parameter == "columns":
        if value is None:
            return translate("DataSteps", "every category")
        said = ", ".join(named(column, names) for column in value[:NAMES_SAID])
        if len(value) <= NAMES_SAID:
            return said
        text = translate("DataSteps", "{count:,} features: {names}, …")
        return text.format(count=len(value), names=said)
    known = choices(parameter)
    return known.get(value, "") if known else f"{value:g}".replace("-", "−")


def named(column: int, names: Sequence[str]) -> str:
    """The name of a feature, or its number."""
    return names[column] if column < len(names) else f"x[{column}]"


def changed(step: Step, parameter: str, value: Any) -> Step:
    """The step with another value, or itself where the value does not fit."""
    try:
        return replace(step, **{parameter: value})
    except ValueError:
        return step


def _parameters(step: Step) -> list[str]:
    return [part.text for part in parts(sentence(step)) if part.is_parameter]
