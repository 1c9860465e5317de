"""Labelling: a feature becomes what is to be predicted."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data import memory
from densegui.data.draft import Draft
from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.steps import ChooseLabel

CLASSES_MOST: Final = 20
"""Different whole numbers that are still taken for classes."""

_EMPTY: Final = "(empty)"
_CHUNK: Final = 2**18


def choosing_label(draft: Draft, step: ChooseLabel) -> Generator[Loading, None, None]:
    """Takes the feature out of x; a category or few whole numbers become labels, others targets."""
    draft.labels = draft.targets = None
    draft.class_names, draft.label_name = (), ""
    column = step.column
    if column is None:
        return
    draft.require("choosing the label", (column,))
    if draft.features == 1:
        raise draft.refuse("the only feature was chosen as the label, and no other would be left.")
    values = yield from _column(draft, column)
    if draft.categories[column]:
        _take_categories(draft, values, draft.columns[column].categories)
    else:
        yield from _take_numbers(draft, values)
    draft.label_name = draft.feature_names[column] if draft.feature_names else ""
    draft.take(np.delete(np.arange(draft.features), column))


def _column(draft: Draft, column: int) -> Generator[Loading, None, NDArray[np.float64]]:
    rows = draft.rows
    memory.require(8 * len(rows), f"{draft.name}: a label for each row", "Choose a part of the rows.")
    values = np.empty(len(rows))
    if not draft.operations and draft.dropped is None and isinstance(draft.base, np.ndarray):
        values[:] = draft.base[:, column]
        return values
    for start, block in rows.blocks():
        values[start : start + len(block)] = block[:, column]
        yield Loading((start + len(block)) / len(rows))
    return values


def _take_categories(draft: Draft, codes: NDArray[np.float64], categories: tuple[str, ...]) -> None:
    missing = np.isnan(codes)
    if missing.any():
        codes[missing] = len(categories)
        categories = (*categories, _EMPTY)
    draft.labels = codes.astype(np.int64)
    draft.class_names = categories


def _take_numbers(draft: Draft, values: NDArray[np.float64]) -> Generator[Loading, None, None]:
    found = yield from _few_whole_numbers(values)
    if found is None:
        draft.targets = values
        return
    draft.labels = np.empty(len(values), np.int64)
    for start in range(0, len(values), _CHUNK):
        draft.labels[start : start + _CHUNK] = np.searchsorted(found, values[start : start + _CHUNK])
        yield Loading(1.0)
    draft.class_names = tuple(str(int(value)) for value in found)


def _few_whole_numbers(
    values: NDArray[np.float64],
) -> Generator[Loading, None, NDArray[np.float64] | None]:
    """The different numbers, rising, if they look like classes: whole, few, and most of them repeated."""
    found = np.zeros(0)
    for start in range(0, len(values), _CHUNK):
        part = values[start : start + _CHUNK]
        if not (np.isfinite(part) & (part == np.floor(part))).all():
            return None
        found = np.union1d(found, part)
        if len(found) > CLASSES_MOST:
            return None
        yield Loading(1.0)
    return found if len(found) <= 2 or len(found) <= len(values) // 2 else None
