"""What one thread counts of one array of a run: bins, extremes, zeros, saturated values, NaN, infinities.

All of these are whole numbers or comparisons, so that neither the chunks nor their order leave a trace.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine.histogram import BinCounts
from densegui.engine.views import Views

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.moments import Selection
    from densegui.engine.views import Scratch

    Floats = NDArray[np.floating[Any]]
    Counts = NDArray[np.int64]

# Magnitudes whose quotients and squares stay far from the limits of the dtype.
_MODERATE: Final = {4: (1e-15, 1e15), 8: (1e-140, 1e140)}


class Waiting:
    """Values of a narrow array that wait until counting them is worth the calls.

    Args:
        rows: how many may wait.
        units: n.
        dtype: of the values.
    """

    def __init__(self, rows: int, units: int, dtype: str) -> None:
        self._values = np.empty((rows, units), dtype)
        self._filled = 0
        self._starts: list[tuple[int, int]] = []

    def fits(self, rows: int) -> bool:
        """Whether so many more rows may wait."""
        return self._filled + rows <= len(self._values)

    def add(self, values: Floats, start: int) -> None:
        """Copies values (rows, units) that fit; ``start`` is the number of the first row."""
        end = self._filled + len(values)
        np.copyto(self._values[self._filled : end], values)
        self._starts.append((self._filled, start))
        self._filled = end

    def take(self) -> tuple[Floats, list[tuple[int, int]]]:
        """Returns all that wait, and where chunks begin: place and number of the row.

        The next ``add`` overwrites the values.
        """
        values, starts = self._values[: self._filled], self._starts
        self._filled, self._starts = 0, []
        return values, starts


@dataclass(slots=True, eq=False)
class Tally:
    """What one thread has seen of x, or of z or a of a layer.

    Attributes:
        units: which columns of the sums of all arrays are its own.
        zeros: (classes, units) number of zeros.
        flat: values at or below the first or at or above the second are saturated.
        positive: of max(z, 0), where the values are z and that comes next; it is counted along.
        is_counted_along: whether the values are max(z, 0).
        waiting: for a narrow array.
        careful: whether its values must be summed with care.
        bins: of the finite values.
        low: smallest finite value.
        high: largest finite value.
        nan_count: number of NaN.
        inf_count: number of infinities.
        saturated: number of saturated values.
        first: sample, unit and value of the first that is not finite.
    """

    units: slice
    zeros: Counts
    flat: tuple[float, float] = (-math.inf, math.inf)
    positive: Tally | None = None
    is_counted_along: bool = False
    waiting: Waiting | None = None
    careful: bool = False
    bins: BinCounts = field(init=False)
    low: float = math.inf
    high: float = -math.inf
    nan_count: int = 0
    inf_count: int = 0
    saturated: int = 0
    first: tuple[int, int, float] | None = None

    def __post_init__(self) -> None:
        self.bins = BinCounts(self.positive.bins if self.positive else None)

    def count(
        self, views: Views, scratch: Scratch, starts: list[tuple[int, int]], selection: Selection
    ) -> None:
        """Counts values.

        Args:
            views: of any values.
            scratch: for as many.
            starts: where chunks begin: place and number of the row.
            selection: which rows are of which class.
        """
        low, below_zero, both = self.count_values(views, starts)
        if self.positive is not None and not both:
            self.positive.count_values(Views(np.maximum(views.values, 0), scratch), starts)
        if not low > 0:
            self._count_zeros(views, below_zero, selection)
        if self.flat[0] > -math.inf:
            self.saturated += int(np.count_nonzero(np.less_equal(views.values, self.flat[0], views.mask)))
        if self.flat[1] < math.inf:
            self.saturated += int(np.count_nonzero(np.greater_equal(views.values, self.flat[1], views.mask)))

    def merge(self, other: Tally) -> None:
        """Takes in what another thread has seen."""
        self.zeros += other.zeros
        self.bins.merge(other.bins)
        self.stretch(other.low, other.high)
        self.nan_count += other.nan_count
        self.inf_count += other.inf_count
        self.saturated += other.saturated
        self.first = min((first for first in (self.first, other.first) if first), default=None)

    def count_values(self, views: Views, starts: list[tuple[int, int]]) -> tuple[float, int, bool]:
        """Counts bins, extremes and what is not finite.

        Returns:
            The smallest value (NaN if there is one), how many are known to be below zero (-1: not known),
            and whether ``positive`` is done as well.
        """
        low, high = float(np.minimum.reduce(views.line)), float(np.maximum.reduce(views.line))
        smallest, largest = _MODERATE[views.line.itemsize]
        reach = max(-low, high)  # NaN where one is NaN
        if smallest < reach < largest or reach == 0:
            below_zero, both = self.bins.count(views, low, high)
            self.stretch(low, high)
            if both and self.positive is not None:
                self.positive.stretch(max(low, 0.0), max(high, 0.0))
            return low, below_zero, both
        self.stretch(*self.bins.count_any(views.values))
        if not math.isfinite(reach):
            self._locate(views.values, starts)
        return low, -1, False

    def stretch(self, low: float, high: float) -> None:
        """Takes in the smallest and the largest finite value of some."""
        self.low, self.high = min(self.low, low), max(self.high, high)

    def _locate(self, values: Floats, starts: list[tuple[int, int]]) -> None:
        """Notes the values that are not finite."""
        finite = np.isfinite(values)
        nan_count = int(np.count_nonzero(np.isnan(values)))
        self.nan_count += nan_count
        self.inf_count += values.size - int(np.count_nonzero(finite)) - nan_count
        row, unit = divmod(int(np.argmin(finite)), values.shape[1])
        place, start = max(begin for begin in starts if begin[0] <= row)
        self.first = self.first or (start + row - place, unit, float(values[row, unit]))

    def _count_zeros(self, views: Views, below_zero: int, selection: Selection) -> None:
        """Counts the zeros of each unit, and those of max(z, 0) where that comes next."""
        if self.positive is not None:
            np.less_equal(views.values, 0, views.mask)
            flat = selection.true_counts(views)
            self.positive.zeros += flat
            if np.add.reduce(flat, None) == below_zero:
                return
        if np.equal(views.values, 0, views.mask).any():
            self.zeros += selection.true_counts(views)
