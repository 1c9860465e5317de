"""Histograms that need no range beforehand, and whose counts of two chunks add exactly.

Bins are as wide as a power of two and aligned to zero, so that bins of two chunks either agree or nest.
Values are counted in the widest bins that the smallest and the largest value so far allow; what follows
never asks for narrower ones. A negative number that scaling to the width of the bins makes zero, such as
1e-45 beside 1e6, may count as zero.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine.counting import Row
from densegui.engine.statistics import Histogram, read_only

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.views import Views

    Floats = NDArray[np.floating[Any]]
    Counts = NDArray[np.int64]

_BINS: Final = 64
_FINEST: Final = 8  # the largest magnitude is less than 2**8 bins away from zero
_REACH: Final = 2**_FINEST
_SPARE: Final = 4  # bins beyond the values so far: the next chunk's range is a little different
_NO_WIDTH: Final = -2000  # exponent of bins for nothing but zeros; less than that of any number


class BinCounts:
    """Counts of all finite values so far.

    Args:
        of_positive: where max(v, 0) of the values v is counted along, where the bins can do for both.
    """

    def __init__(self, of_positive: BinCounts | None = None) -> None:
        self._of_positive = of_positive
        self._low, self._high = math.inf, -math.inf
        self._exponent = _NO_WIDTH
        self._counts = np.zeros(2 * _REACH, np.int64)
        self._row: Row | None = None  # of bins that are being filled, not yet among the counts
        self._serves_both = False

    def count(self, views: Views, low: float, high: float) -> tuple[int, bool]:
        """Counts finite values between 1e-15 and 1e15 in magnitude, or zeros, exactly.

        Args:
            views: of the values.
            low: the smallest of them.
            high: the largest.

        Returns:
            How many fell into bins below zero, and whether ``of_positive`` has counted too.
        """
        if low == high == 0:
            zeros = np.array([views.line.size])
            self.add(_NO_WIDTH, 0, zeros)
            if self._of_positive is not None:
                self._of_positive.add(_NO_WIDTH, 0, zeros)
            return 0, self._of_positive is not None
        row = self._row
        if row is None or not row.low <= low <= high < row.high:
            row = self._row = self._lay_out(low, high, views.line.dtype)
        return row.count(views), self._serves_both

    def count_any(self, values: Floats) -> tuple[float, float]:
        """Counts the finite values among any, more slowly; returns the smallest and the largest."""
        finite = values[np.isfinite(values)].astype(np.float64)
        if not finite.size:
            return math.inf, -math.inf
        low, high = float(finite.min()), float(finite.max())
        exponent = _exponent(low, high)
        if exponent == _NO_WIDTH:
            self.add(exponent, 0, np.array([finite.size]))
        else:
            first = _number(low, exponent)
            numbers = np.floor(np.ldexp(finite, -exponent)).astype(np.intp) - first
            self.add(exponent, first, np.bincount(numbers))
        return low, high

    def merge(self, other: BinCounts) -> None:
        """Takes in what another has counted and put away."""
        self.add(other._exponent, -_REACH, other._counts)

    def histogram(self, low: float, high: float) -> Histogram:
        """Returns at most 64 bins, as narrow as that allows and at least 1/256 of the largest magnitude.

        Args:
            low: the smallest finite value so far.
            high: the largest; less than ``low`` if there is no finite value.
        """
        if low > high:
            return Histogram(read_only(np.array([0.0, 1.0])), read_only(np.zeros(1, np.int64)))
        self.put_away()
        exponent = _exponent(low, high)
        if exponent == _NO_WIDTH:
            exponent = -_FINEST  # any width does for zeros
        first, last = _number(low, exponent), _number(high, exponent)
        counts, beyond = np.split(self._in_bins_of(exponent)[_REACH + first :], [last + 1 - first])
        counts[-1] += beyond.sum()  # of negative numbers alone, those that count as zero
        edges = np.ldexp(np.arange(first, last + 2, dtype=np.float64), exponent)
        return Histogram(read_only(edges), read_only(counts.copy()))

    def _lay_out(self, low: float, high: float, dtype: np.dtype[Any]) -> Row:
        """A row of bins for all values so far and these, with some to spare on both sides."""
        self.put_away()
        self._low, self._high = low, high = min(self._low, low), max(self._high, high)
        exponent = _exponent(low, high)
        self._serves_both = self._of_positive is not None and high <= 0
        if self._of_positive is not None and -low < 2 * _REACH * high:
            narrow = min(exponent, _exponent(0.0, high))
            self._serves_both = _number(high, narrow) - _number(low, narrow) < _REACH
            exponent = narrow if self._serves_both else exponent
        least, most = _number(low, exponent), _number(high, exponent)
        size = min(most - least + 1 + 2 * _SPARE, _REACH)
        first = least - min(_SPARE, size - (most - least + 1))
        row = Row(exponent, max(-_REACH, min(first, _REACH - size)), size, dtype)
        if self._serves_both and high <= 0:
            row.high = min(row.high, math.ulp(0.0))  # positive numbers may ask for narrower bins
        return row

    def put_away(self) -> None:
        """Adds the row that is being filled to the counts, here and in ``of_positive``."""
        row, self._row = self._row, None
        if row is None:
            return
        self.add(row.exponent, row.first, row.counts)
        if self._serves_both and self._of_positive is not None:
            negative = row.counts[: row.below_zero].sum()
            positive = row.counts[row.below_zero :].copy()
            if self._high <= 0:
                self._of_positive.add(_NO_WIDTH, 0, np.array([row.counts.sum()]))
            else:
                positive[0] += negative
                self._of_positive.add(row.exponent, max(row.first, 0), positive)

    def add(self, exponent: int, first: int, counts: Counts) -> None:
        """Takes in counts of neighbouring bins, 2**exponent wide; ``first`` is the number of the first."""
        if exponent > self._exponent:
            self._counts = self._in_bins_of(exponent)
            self._exponent = exponent
        halvings = min(self._exponent - exponent, _FINEST + 1)
        numbers = np.arange(first, first + len(counts)) >> halvings
        np.add.at(self._counts, numbers + _REACH, counts)

    def _in_bins_of(self, exponent: int) -> Counts:
        counts = np.zeros_like(self._counts)
        numbers = np.arange(-_REACH, _REACH) >> min(exponent - self._exponent, _FINEST + 1)
        np.add.at(counts, numbers + _REACH, self._counts)
        return counts


def _exponent(low: float, high: float) -> int:
    """Of the width of the bins for values between these; it never falls when the range grows."""
    reach = max(abs(low), abs(high))
    if reach == 0:
        return _NO_WIDTH
    exponent = math.frexp(reach)[1] - _FINEST
    while _number(high, exponent) - _number(low, exponent) >= _BINS:
        exponent += 1
    return exponent


def _number(value: float, exponent: int) -> int:
    """Of the bin that holds a value."""
    return math.floor(math.ldexp(value, -exponent))
