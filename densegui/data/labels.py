"""Which column of a table holds the labels: guessed only where it is plain."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data.labelling import CLASSES_MOST
from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.assembling import RawColumn

TEXTS_MOST: Final = 500
"""Different texts a column that is taken for the labels may hold."""

_STEP: Final = 100_000
_CLASS_NAMES: Final = frozenset(
    [
        *("label", "labels", "class", "classes", "species", "kind", "category", "diagnosis", "outcome"),
        *("survived", "variety", "digit", "라벨", "레이블", "클래스", "분류", "종", "품종"),
    ]
)
_TARGET_NAMES: Final = frozenset(["target", "targets", "y", "정답", "타깃", "타겟"])


@dataclass(frozen=True, slots=True)
class Guess:
    """The column that is taken for the labels.

    Attributes:
        column: which one.
        why: what told so, as the beginning of a sentence.
    """

    column: int
    why: str


def guessing(
    table: NDArray[np.float64], columns: Sequence[RawColumn], named: bool
) -> Generator[Loading, None, Guess | None]:
    """Finds the column that plainly holds what is to be predicted.

    It is the one whose name says so; else the last or the first one if it is text that repeats (or a first
    one that names every row); else a last one that counts 0, 1, … or 1, 2, … among columns of more numbers.

    Args:
        table: all rows (N, columns).
        columns: what each of them is.
        named: whether the names are the table's own.

    Yields:
        That reading is nearly done.
    """
    if len(columns) < 2:
        return None
    by_name = _telling(columns) if named else None
    if by_name is not None and (yield from _may_be_predicted(table, columns, by_name)):
        return Guess(by_name, "The name of {} says what is to be predicted")
    for column, why in ((len(columns) - 1, "last"), (0, "first")):
        kinds = 0 if why == "first" and columns[column].truths else len(columns[column].categories)
        names_rows = why == "first" and kinds == len(table)
        if 0 < kinds <= TEXTS_MOST and (kinds <= CLASSES_MOST or 2 * kinds <= len(table) or names_rows):
            values = "one value" if kinds == 1 else f"{kinds} different values"
            return Guess(column, f"The {why} column is text with {values}")
    classes = yield from _counted_last(table, columns)
    if classes:
        return Guess(len(columns) - 1, f"The last column holds {classes} different whole numbers")
    return None


def _telling(columns: Sequence[RawColumn]) -> int | None:
    """Returns the one column whose name says that it is to be predicted."""
    names = [column.name.strip().casefold() for column in columns]
    found = [j for j, name in enumerate(names) if name in _CLASS_NAMES or name in _TARGET_NAMES]
    if len(found) != 1:
        return None
    # y beside x is a coordinate, and so is one in the midst of others.
    if names[found[0]] == "y" and ("x" in names or found[0] not in {0, len(columns) - 1}):
        return None
    return found[0]


def _may_be_predicted(
    table: NDArray[np.float64], columns: Sequence[RawColumn], column: int
) -> Generator[Loading, None, bool]:
    if columns[column].categories:
        return len(columns[column].categories) <= TEXTS_MOST
    if columns[column].name.strip().casefold() in _TARGET_NAMES:
        return True
    return (yield from _distinct(table[:, column], CLASSES_MOST)) is not None


def _counted_last(table: NDArray[np.float64], columns: Sequence[RawColumn]) -> Generator[Loading, None, int]:
    """Returns k if the last column holds 0, …, k − 1 or 1, …, k and most others more numbers, else 0."""
    last = len(columns) - 1
    found = None
    if columns[last].kind == "number" and not columns[last].missing and not columns[last].odd:
        found = yield from _distinct(table[:, last], CLASSES_MOST)
    if found is None or len(found) < 2 or len(table) < 20 * len(found) or found[0] not in {0.0, 1.0}:
        return 0
    if found[-1] != found[0] + len(found) - 1:
        return 0
    richer = 0
    for j in range(last):
        values = yield from _distinct(table[:, j], len(found))
        richer += values is None and columns[j].kind == "number"
    return len(found) if 2 * richer > last else 0


def _distinct(values: NDArray[np.float64], most: int) -> Generator[Loading, None, NDArray[np.float64] | None]:
    """Returns the different numbers in order if they are whole, one at least and so many at most."""
    found = np.empty(0)
    for start in range(0, len(values), _STEP):
        part = values[start : start + _STEP]
        part = part[~np.isnan(part)]
        if (part != np.floor(part)).any():
            return None
        found = np.union1d(found, part)
        if len(found) > most:
            return None
        yield Loading(1.0)
    return found if len(found) else None
