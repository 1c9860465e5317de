"""Findings: what is likely to go wrong when a network is given data as they are, and the step that helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import numpy as np

from densegui.data.looks import DISTINCT_MOST
from densegui.data.steps import ChooseLabel, Divide, FillMissing, OneHot, PickColumns, Standardise, Step

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.data.summary import FeatureSummary

_APART: Final = 100  # times larger is a different scale
_COUNTED_ROWS: Final = 10  # fewer rows count up by chance
_PIXELS: Final = 16  # features; fewer are no picture
_DARKEST: Final = 100  # the brightest pixel of pictures from 0 to 255 is above
_CLASSES_MOST: Final = 20
_LABEL_NAMES: Final = frozenset(
    {"label", "labels", "class", "target", "y", "species", "category", "output", "answer"}
    | {"레이블", "라벨", "클래스", "분류", "종", "품종", "정답", "타깃", "타겟"}
)
_ID_NAMES: Final = frozenset(
    {"id", "index", "no", "no.", "nr", "nr.", "#", "row", "rownumber", "row_number", "unnamed: 0"}
    | {"번호", "순번", "일련번호", "아이디", "인덱스"}
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a learner should know of the data.

    Attributes:
        kind: what it is; at most one of a kind is found in a dataset.
        text: one or two sentences that say so, and why it matters.
        step: what repairs it, to be put after the steps that there are; None where nothing does.
    """

    kind: Literal["missing", "label", "id", "categories", "pixels", "scales"]
    text: str
    step: Step | None


def findings(dataset: Dataset, summary: FeatureSummary) -> tuple[Finding, ...]:
    """Returns what was found in a dataset, the most urgent first.

    Args:
        dataset: as it is to be run, after its steps.
        summary: of this dataset.
    """
    found = (find(dataset, summary) for find in _FINDERS)
    return tuple(finding for finding in found if finding is not None)


def _name(dataset: Dataset, feature: int) -> str:
    return f'"{dataset.feature_names[feature]}"' if dataset.feature_names else f"Feature {feature + 1}"


def _missing(dataset: Dataset, summary: FeatureSummary) -> Finding | None:
    missing = summary.facts.missing
    columns = int(np.count_nonzero(missing))
    if not columns:
        return None
    most = int(missing.argmax())
    text = f"{_name(dataset, most)} has no value in {int(missing[most]):,} of {summary.rows:,} rows"
    if columns > 1:
        text += f", and {columns - 1:,} more {'column lacks' if columns == 2 else 'columns lack'} some"
    return Finding(
        "missing", f"{text}. Whatever is computed from a missing value is missing too.", FillMissing("mean")
    )


def _label(dataset: Dataset, summary: FeatureSummary) -> Finding | None:
    if summary.tells_label.any() and len(summary) > 1:
        feature = int(summary.tells_label.argmax())
        text = (
            f"{_name(dataset, feature)} says the same as what is to be predicted. "
            "A network that is given the answer learns nothing else."
        )
        return Finding("label", text, _without(summary.tells_label))
    if dataset.labels is not None or dataset.targets is not None or dataset.picture is not None:
        return None
    named = [i for i, name in enumerate(dataset.feature_names) if name.strip().lower() in _LABEL_NAMES]
    few = (summary.distinct > 1) & (summary.distinct <= _CLASSES_MOST)
    ends = [end for end in (len(summary) - 1, 0) if summary.categories[end] and few[end]]
    suspects = [i for i in named if summary.categories[i] or summary.whole[i]] or ends
    if not suspects or len(summary) == 1:
        return None
    text = (
        f"{_name(dataset, suspects[0])} looks like what is to be predicted. Among the features, it would "
        "give the answer away."
    )
    return Finding("label", text, ChooseLabel(suspects[0]))


def _id(dataset: Dataset, summary: FeatureSummary) -> Finding | None:
    if len(summary) == 1 or summary.rows < _COUNTED_ROWS or dataset.picture is not None:
        return None
    ids = summary.counts_up & ~summary.categories
    for feature, name in enumerate(dataset.feature_names):
        if name.strip().lower() in _ID_NAMES and (summary.whole[feature] or summary.categories[feature]):
            ids[feature] = summary.distinct[feature] > DISTINCT_MOST or _is_unique(summary, feature)
    if not ids.any() or ids.all():
        return None
    text = (
        f"{_name(dataset, int(ids.argmax()))} only numbers the rows. A network can learn rows by heart from "
        "it, and nothing that holds for others."
    )
    return Finding("id", text, _without(ids))


def _is_unique(summary: FeatureSummary, feature: int) -> bool:
    return bool(summary.distinct[feature] == summary.facts.count[feature])


def _categories(dataset: Dataset, summary: FeatureSummary) -> Finding | None:
    if not summary.categories.any():
        return None
    text = (
        f"{_name(dataset, int(summary.categories.argmax()))} is a category, and its values stand in x as 0, "
        "1, 2, … A network takes them for sizes; one-hot gives each value a feature of its own."
    )
    return Finding("categories", text, OneHot())


def _pixels(dataset: Dataset, summary: FeatureSummary) -> Finding | None:
    if dataset.picture is None and (len(summary) < _PIXELS or not summary.whole.all()):
        return None
    low, high = _extremes(summary)
    least = 1 if dataset.picture is not None else _DARKEST
    if not (low >= 0 and least < high <= 255):
        return None
    by = 255.0 if high > _DARKEST else high
    text = (
        f"The pixels go from {low:g} to {high:g}. Networks learn better from numbers between 0 and 1: divide "
        f"them by {by:g}."
    )
    return Finding("pixels", text, Divide(by))


def _scales(dataset: Dataset, summary: FeatureSummary) -> Finding | None:
    if dataset.picture is not None or _pixels(dataset, summary) is not None:
        return None
    facts = summary.facts
    numbers = np.flatnonzero((facts.low < facts.high) & ~summary.categories)
    if len(numbers) < 2:
        return None
    with np.errstate(all="ignore"):
        spans, stds = facts.high[numbers] - facts.low[numbers], facts.std[numbers]
        # Scaled features have equal spans, standardised ones equal deviations: neither is a fault.
        if not (spans.max() > _APART * spans.min() and stds.max() > _APART * stds.min()):
            return None
    small, large = int(numbers[spans.argmin()]), int(numbers[spans.argmax()])
    text = (
        f"{_name(dataset, small)} spans {spans.min():.3g} and {_name(dataset, large)} {spans.max():.3g}. "
        "The largest features drown the others; standardising gives all the same weight at the start."
    )
    return Finding("scales", text, Standardise())


def _extremes(summary: FeatureSummary) -> tuple[float, float]:
    known = summary.facts.count > 0
    if not known.any():
        return 0.0, 0.0
    return float(summary.facts.low[known].min()), float(summary.facts.high[known].max())


def _without(features: NDArray[np.bool_]) -> Step | None:
    """A choice of all columns but some."""
    kept = np.flatnonzero(~features).tolist()
    return PickColumns(tuple(kept)) if kept else None


_FINDERS: Final[Sequence[Callable[[Dataset, FeatureSummary], Finding | None]]] = (
    _missing,
    _label,
    _id,
    _categories,
    _pixels,
    _scales,
)
