"""What the palette offers: general blocks, output heads, and a block for every activation of the engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from densegui.engine import ACTIVATIONS, Dense, activations

_UNITS: Final = 8
_CLASSES: Final = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One ready block.

    Attributes:
        block: the block, without id and input size.
        name: what it is called in the palette.
        note: its units, where they are what it stands for; else empty.
        tip: what it is for.
        gives_activation: whether dropping it on a brick changes the activation of that brick.
    """

    block: Dense
    name: str
    note: str
    tip: str
    gives_activation: bool = False

    @property
    def search_text(self) -> str:
        """What a search looks through: name, activation and its other names, use."""
        activation = self.block.activation.name
        others = [alias for alias, name in activations.ALIASES.items() if name == activation]
        return " ".join((self.name, activation, self.tip, *others))


def sections(class_names: tuple[str, ...]) -> list[tuple[str, list[Entry]]]:
    """All entries under their headings.

    Args:
        class_names: classes that the data know; they decide how many units a head for classes has.
    """
    translate = QCoreApplication.translate
    return [
        (translate("Palette", "Blocks"), _blocks()),
        (translate("Palette", "Outputs"), _heads(class_names)),
        (translate("Palette", "Activations"), _activations()),
    ]


def _blocks() -> list[Entry]:
    translate = QCoreApplication.translate
    general = translate("Palette", "Dense layer of {units} units, to be changed on the brick")
    threshold = translate("Palette", "One unit that says 1 above its threshold and 0 below it")
    return [
        Entry(Dense(_UNITS), translate("Palette", "Dense"), str(_UNITS), general.format(units=_UNITS)),
        Entry(Dense(1, activation="step"), translate("Palette", "Perceptron"), "1", threshold),
    ]


def _heads(class_names: tuple[str, ...]) -> list[Entry]:
    translate = QCoreApplication.translate
    count = len(class_names) if len(class_names) > 1 else _CLASSES
    probabilities = translate("Palette", "One probability for each of {count} classes").format(count=count)
    if len(class_names) > 1:
        probabilities = f"{probabilities}: {', '.join(class_names[:10])}"
    return [
        Entry(
            Dense(1, activation="sigmoid"),
            translate("Palette", "Yes or no"),
            "1",
            translate("Palette", "Output for two classes (binary): one probability"),
        ),
        Entry(
            Dense(count, activation="softmax"),
            translate("Palette", "{count} classes").format(count=count),
            str(count),
            probabilities,
        ),
        Entry(
            Dense(1, activation="linear"),
            translate("Palette", "Number"),
            "1",
            translate("Palette", "Output for regression: one value of any size"),
        ),
    ]


def _activations() -> list[Entry]:
    return [
        Entry(
            Dense(_UNITS, activation=name),
            name,
            "",
            f"{function.formula} · {function.use}" if function.use else function.formula,
            gives_activation=True,
        )
        for name, function in ACTIVATIONS.items()
    ]
