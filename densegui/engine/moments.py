"""Counts, means and squared deviations of each unit, chunk by chunk and class by class.

A chunk is summed in the dtype of the values, around its own mean where that is large, by products with a
matrix that selects the rows of each class. Chunks are combined in float64 by Chan's formula, in the order
of their rows, so that the threads' timing leaves no trace.
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

_BYTE_ROWS: Final = 128  # zeros and ones of at most 255 rows add up within a byte, many at a time


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
        return _combined(*(np.stack([getattr(part, name) for part in parts]) for name in Moments.__slots__))

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


@dataclass(frozen=True, slots=True, eq=False)
class Sums:
    """What is summed of one chunk, float64 (classes, units).

    Attributes:
        count: number of finite values.
        centre: what was subtracted from them before they were summed.
        first: sum.
        square: sum of squares.
        zeros: number of zeros.
    """

    count: NDArray[np.float64]
    centre: NDArray[np.float64]
    first: NDArray[np.float64]
    square: NDArray[np.float64]
    zeros: NDArray[np.float64]

    @staticmethod
    def empty(classes: int, units: int) -> Sums:
        """Returns sums of no values."""
        return Sums(*np.zeros((5, classes, units)))

    def __getitem__(self, units: slice) -> Sums:
        """Some units, as views."""
        return Sums(*(getattr(self, name)[:, units] for name in self.__slots__))

    def moments(self) -> Moments:
        """Returns the moments that follow from the sums."""
        mean = self.first / np.maximum(self.count, 1)
        square = np.maximum(self.square - self.first * mean, 0)
        mean += self.centre
        return Moments(self.count, mean, square, self.zeros)


class Selection:
    """Which rows of a chunk are of which class, as a matrix of zeros and ones (classes, rows).

    Args:
        labels: (rows,) class numbers, or None for one class of all.
        rows: number of rows.
        classes: number of classes.
        dtype: of the values to be summed.
    """

    def __init__(self, labels: NDArray[np.integer[Any]] | None, rows: int, classes: int, dtype: str) -> None:
        self._everyone = np.ones((1, rows), dtype)
        self._members = self._everyone
        self._labels = np.zeros(rows, np.intp) if labels is None else labels
        if labels is not None:
            self._members = np.zeros((classes, rows), dtype)
            self._members[labels, np.arange(rows)] = 1
        self.count: Floats = self._members.sum(axis=1, keepdims=True)

    def measure(self, values: Floats, scratch: Floats, into: Sums) -> None:
        """Sums finite values (rows, units) of a moderate range."""
        first = np.dot(self._members, values)
        square = self._squares(values, scratch)
        if (first * first > _LARGEST_SHIFT * self.count * square).any():
            centre = np.dot(self._everyone, values)
            centre /= len(values)
            np.subtract(values, centre, scratch)
            into.centre[...] = centre
            first = np.dot(self._members, scratch)
            square = self._squares(scratch, scratch)
        into.count[...] = self.count
        into.first[...] = first
        into.square[...] = square

    def measure_any(self, values: Floats, into: Sums) -> None:
        """The same for values that may be NaN, infinite, or too large or small to be squared as they are."""
        wide = values.astype(np.float64)
        finite = np.isfinite(wide)
        wide[~finite] = 0
        scale = float(np.abs(wide).max(initial=0)) or 1.0
        wide /= scale
        members = self._members.astype(np.float64)
        into.count[...] = members @ finite
        mean = (members @ wide) / np.maximum(into.count, 1)
        wide -= mean[self._labels]
        wide[~finite] = 0
        wide *= wide
        into.centre[...] = mean * scale
        into.square[...] = (members @ wide) * scale * scale

    def count_zeros(self, values: Floats, scratch: Floats, mask: NDArray[np.bool_], into: Sums) -> None:
        """Counts the zeros of each unit."""
        np.equal(values, 0, mask)
        if not mask.any():
            into.zeros[...] = 0
        elif self._members is self._everyone:
            zeros = mask.view(np.uint8)
            even = len(zeros) - len(zeros) % _BYTE_ROWS
            blocks = zeros[:even].reshape(-1, _BYTE_ROWS, zeros.shape[1])
            into.zeros[...] = np.add.reduce(blocks, 1, np.uint8).sum(axis=0)
            if even < len(zeros):
                into.zeros[...] += np.add.reduce(zeros[even:], 0, np.uint8)
        else:
            np.copyto(scratch, mask)
            into.zeros[...] = np.dot(self._members, scratch)

    def _squares(self, values: Floats, scratch: Floats) -> Floats:
        """Sum of the squares of each unit over the rows of each class; may use ``scratch``."""
        squares: Floats
        if self._members is self._everyone:
            squares = np.einsum("ij,ij->j", values, values)
        else:
            np.multiply(values, values, scratch)
            squares = np.dot(self._members, scratch)
        return squares


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
