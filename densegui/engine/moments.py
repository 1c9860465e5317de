"""Counts, means and squared deviations of each unit, chunk by chunk and class by class.

A chunk is summed in the dtype of the values, around its own mean where that is large, by products with a
matrix that selects the rows of each class. Chunks are combined in float64 by Chan's formula, in the order
of their rows, so that the threads' timing leaves no trace.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.views import Views

    Floats = NDArray[np.floating[Any]]
    Sums = NDArray[np.float64]
    """What is summed of a chunk, (4, classes, units): the number of finite values, what was subtracted from
    them before they were summed, their sum and the sum of their squares."""

# Share of the squares that the mean may make up; above it the values are centred before they are squared.
_LARGEST_SHIFT: Final = 0.9

# Largest sum of squares of a unit from which on, and up to which, all squares are sound.
_SOUND: Final = {4: (1e-25, 1e33), 8: (1e-270, 1e290)}


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Of several units side by side, for each class, all float64 (classes, units).

    Attributes:
        count: number of finite values.
        mean: their mean; 0 where there is none.
        square: sum of their squared deviations from the mean.
    """

    count: NDArray[np.float64]
    mean: NDArray[np.float64]
    square: NDArray[np.float64]

    @staticmethod
    def empty(classes: int, units: int) -> Moments:
        """Returns moments of no values."""
        return Moments(*np.zeros((3, classes, units)))

    def with_sums(self, sums: Sums) -> Moments:
        """Returns the moments of these values and of chunks (4, chunks, classes, units), in order."""
        count, centre, first, square = sums
        mean = first / np.maximum(count, 1)
        square = np.maximum(square - first * mean, 0)
        mean += centre
        parts = (count, mean, square), (self.count, self.mean, self.square)
        return _combined(*(np.concatenate((old[np.newaxis], new)) for new, old in zip(*parts, strict=True)))

    def over_classes(self) -> Moments:
        """Returns the moments of all classes together, of shape (1, units)."""
        return _combined(*(array[:, np.newaxis] for array in self._arrays))

    def over_units(self) -> Moments:
        """Returns the moments of all units together, of shape (1, classes)."""
        return _combined(*(array.T[:, np.newaxis] for array in self._arrays))

    @property
    def _arrays(self) -> tuple[NDArray[np.float64], ...]:
        return self.count, self.mean, self.square

    def __getitem__(self, units: slice) -> Moments:
        """Some units, as views."""
        return Moments(*(array[:, units] for array in self._arrays))


class Selection:
    """Which rows of a chunk are of which class, as a matrix of zeros and ones (classes, rows).

    Args:
        labels: (rows,) class numbers, or None for one class of all.
        rows: number of rows.
        classes: number of classes.
        dtype: of the values to be summed.

    Attributes:
        count: (classes, 1) number of rows.
    """

    def __init__(self, labels: NDArray[np.integer[Any]] | None, rows: int, classes: int, dtype: str) -> None:
        self._everyone = np.ones((1, rows), dtype)
        self._members = self._everyone
        self._labels = np.zeros(rows, np.intp) if labels is None else labels
        if labels is not None:
            self._members = np.zeros((classes, rows), dtype)
            self._members[labels, np.arange(rows)] = 1
        self.count: Floats = self._members.sum(axis=1, keepdims=True)

    def measure(self, views: Views, into: Sums) -> None:
        """Sums values and squares of each unit; ``doubtful`` tells where that is not good enough."""
        into[0] = self.count
        into[2] = np.dot(self._members, views.values)
        into[3] = self._squares(views, centred=False)

    def measure_with_care(self, views: Views, into: Sums) -> None:
        """Sums the finite values of each unit, whatever they are.

        What ``measure`` does well enough comes out the same, to the last bit: when care began must leave no
        trace.
        """
        values = views.values
        into[1] = 0
        self.measure(views, into)
        smallest, largest = _SOUND[values.itemsize]
        if not doubtful(into, np.zeros(1, np.intp), values.itemsize)[0]:
            return
        if not smallest < into[3].max() < largest:
            self._measure_any(values, into)
            return
        centre = np.dot(self._everyone, values)
        centre /= len(values)
        np.subtract(values, centre, views.scratch)
        into[1] = centre
        into[2] = np.dot(self._members, views.scratch)
        into[3] = self._squares(views, centred=True)

    def _measure_any(self, values: Floats, into: Sums) -> None:
        """For values that may be NaN, infinite, or too large or small to be squared as they are."""
        wide = values.astype(np.float64)
        finite = np.isfinite(wide)
        wide[~finite] = 0
        scale = float(np.abs(wide).max(initial=0)) or 1.0
        wide /= scale
        members = self._members.astype(np.float64)
        into[0] = members @ finite
        mean = (members @ wide) / np.maximum(into[0], 1)
        wide -= mean[self._labels]
        wide[~finite] = 0
        wide *= wide
        into[1] = mean * scale
        into[2] = 0
        into[3] = (members @ wide) * scale * scale

    def true_counts(self, views: Views) -> NDArray[np.int64]:
        """Returns how often the mask is true for each unit and class, (classes, units)."""
        if self._members is self._everyone:
            return views.true_counts()[np.newaxis]
        np.copyto(views.scratch, views.mask)
        counts: NDArray[np.int64] = np.dot(self._members, views.scratch).astype(np.int64)
        return counts

    def _squares(self, views: Views, centred: bool) -> Floats:
        """Sum of the squares of each unit and class of the values, or of the scratch if ``centred``."""
        if self._members is self._everyone and not centred:
            return views.squares()[np.newaxis]
        source = views.scratch if centred else views.values
        np.multiply(source, source, views.scratch)
        squares: Floats = np.dot(self._members, views.scratch)
        return squares


def doubtful(sums: Sums, starts: NDArray[np.intp], itemsize: int) -> NDArray[np.bool_]:
    """Returns for which arrays sums of ``measure`` are not those of finite and sound values near zero.

    Args:
        sums: of arrays side by side; of several chunks with one more axis, after the first.
        starts: (arrays,) the first column of each.
        itemsize: of the dtype of the values.

    Returns:
        (arrays,), or (chunks, arrays).
    """
    count, _, first, square = sums
    smallest, largest = _SOUND[itemsize]
    shifted = (first * first > _LARGEST_SHIFT * count * square).any(axis=-2)
    top = np.maximum.reduceat(square.max(axis=-2), starts, axis=-1)
    zero = (top == 0) & ~np.logical_or.reduceat(first.any(axis=-2), starts, axis=-1)
    sound = (smallest < top) & (top < largest) & ~np.logical_or.reduceat(shifted, starts, axis=-1)
    doubts: NDArray[np.bool_] = ~(sound | zero)
    return doubts


def _combined(
    count: NDArray[np.float64],
    mean: NDArray[np.float64],
    square: NDArray[np.float64],
) -> Moments:
    """Chan's formula along the first axis."""
    total = count.sum(axis=0)
    with np.errstate(all="ignore"):
        middle = (count * mean).sum(axis=0) / np.maximum(total, 1)
        spread = square.sum(axis=0) + (count * (mean - middle) ** 2).sum(axis=0)
    return Moments(total, middle, spread)
