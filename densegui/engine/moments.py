"""Counts, means and squared deviations of each unit, chunk by chunk and class by class.

A chunk is summed in the dtype of the values, around its own mean where that is large, by products with a
matrix that selects the rows of each class; chunks are combined in float64 by Chan's formula, in the order of their
rows, so that the threads' timing leaves no trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

# Share of the squares that the mean may make up; above it the values are centred before they are squared.
_LARGEST_SHIFT: Final = 0.9


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Of several units side by side, for each class, all float64 (classes, units).

    Attributes:
        count: number of finite values.
        mean: their mean; 0 where there is none.
        square: sum of their squared deviations from the mean.
        zeros: number of zeros.
    """

    count: NDArray[np.float64]
    mean: NDArray[np.float64]
    square: NDArray[np.float64]
    zeros: NDArray[np.float64]

    @staticmethod
    def empty(classes: int, units: int) -> Moments:
        """Returns moments of no values."""
        return Moments(*(np.zeros((classes, units)) for _ in range(4)))

    @staticmethod
    def merged(parts: Sequence[Moments]) -> Moments:
        """Returns the moments of all parts together."""
        if len(parts) == 1:
            return parts[0]
        fields = ("count", "mean", "square", "zeros")
        return _combined(*(np.stack([getattr(part, name) for part in parts]) for name in fields))

    def over_classes(self) -> Moments:
        """Returns the moments of all classes together, of shape (1, units)."""
        return _combined(*(array[:, np.newaxis] for array in self._arrays))

    def over_units(self) -> Moments:
        """Returns the moments of all units together, of shape (1, classes)."""
        return _combined(*(array.T[:, np.newaxis] for array in self._arrays))

    @property
    def _arrays(self) -> tuple[NDArray[np.float64], ...]:
        return self.count, self.mean, self.square, self.zeros

    def __getitem__(self, part: tuple[slice, slice]) -> Moments:
        """Some classes and units, as views."""
        return Moments(self.count[part], self.mean[part], self.square[part], self.zeros[part])


class Selection:
    """Which rows of a chunk are of which class, as a matrix of zeros and ones (classes, rows).

    Args:
        labels: (rows,) class numbers, or None for one class of all.
        rows: number of rows.
        classes: number of classes.
        dtype: of the values to be summed.
    """

    def __init__(self, labels: NDArray[np.integer[Any]] | None, rows: int, classes: int, dtype: str) -> None:
        self.everyone = np.ones((1, rows), dtype)
        self.members = self.everyone
        self.labels = np.zeros(rows, np.intp) if labels is None else labels
        if labels is not None:
            self.members = np.zeros((classes, rows), dtype)
            self.members[labels, np.arange(rows)] = 1
        self.count = self.members.sum(axis=1, dtype=np.float64)[:, np.newaxis]

    def sums(self, values: Floats) -> NDArray[np.float64]:
        """Sum of each unit over the rows of each class, float64 (classes, units)."""
        sums: NDArray[np.float64] = np.dot(self.members, values).astype(np.float64)
        return sums

    def square_sums(self, values: Floats, scratch: Floats) -> NDArray[np.float64]:
        """Sum of the squares of each unit over the rows of each class, float64 (classes, units)."""
        if self.members is self.everyone:
            squares: NDArray[np.float64] = np.einsum("ij,ij->j", values, values)[np.newaxis].astype(
                np.float64
            )
            return squares
        np.multiply(values, values, scratch)
        return self.sums(scratch)


def measure(values: Floats, selection: Selection, scratch: Floats, into: Moments) -> None:
    """Writes count, mean and square of finite values (rows, units) of a moderate range to ``into``."""
    count = selection.count
    some = np.maximum(count, 1)
    first = selection.sums(values)
    first /= some
    square = selection.square_sums(values, scratch)
    shift = count * first * first
    if (shift > _LARGEST_SHIFT * square).any():
        centre = np.dot(selection.everyone, values)
        centre /= len(values)
        np.subtract(values, centre, scratch)
        rest = selection.sums(scratch)
        rest /= some
        np.add(rest, centre, first)
        square = selection.square_sums(scratch, scratch)
        shift = count * rest * rest
    into.count[...] = count
    into.mean[...] = first
    np.maximum(square - shift, 0, out=into.square)


def measure_any(values: Floats, selection: Selection, into: Moments) -> None:
    """The same for values that may be NaN, infinite, or too large or small to be squared in their dtype."""
    wide = values.astype(np.float64)
    finite = np.isfinite(wide)
    wide[~finite] = 0
    scale = float(np.abs(wide).max(initial=0)) or 1.0
    wide /= scale
    members = selection.members.astype(np.float64)
    into.count[...] = members @ finite
    mean = (members @ wide) / np.maximum(into.count, 1)
    wide -= mean[selection.labels]
    wide[~finite] = 0
    wide *= wide
    into.mean[...] = mean * scale
    into.square[...] = (members @ wide) * scale * scale


def count_zeros(
    values: Floats, selection: Selection, scratch: Floats, mask: NDArray[np.bool_], into: Moments
) -> None:
    """Writes the number of zeros of each unit to ``into``."""
    np.copyto(scratch, np.equal(values, 0, mask))
    into.zeros[...] = selection.sums(scratch)


def _combined(
    count: NDArray[np.float64],
    mean: NDArray[np.float64],
    square: NDArray[np.float64],
    zeros: NDArray[np.float64],
) -> Moments:
    """Chan's formula along the first axis."""
    total = count.sum(axis=0)
    with np.errstate(all="ignore"):
        middle = (count * mean).sum(axis=0) / np.maximum(total, 1)
        spread = square.sum(axis=0) + (count * (mean - middle) ** 2).sum(axis=0)
    return Moments(total, middle, spread, zeros.sum(axis=0))
