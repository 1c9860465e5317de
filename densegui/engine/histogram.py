"""Histograms that need no range beforehand, and whose counts of two chunks add exactly.

Bins are as wide as a power of two and aligned to zero, so that bins of two chunks either agree or nest. A
chunk is counted in the widest bins that its own smallest and largest value allow; what it is merged with
never asks for narrower ones. A negative number that scaling to the width of the bins makes zero, such as
1e-45 beside 1e6, may count as zero.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine.statistics import Histogram, read_only

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    Counts = NDArray[np.int64]

COUNTING_BYTES: Final = 2**21
"""The most memory that counting takes beside its scratch, for pairs and two tables of them."""

_PAIRS: Final = 2**16  # counted at a time, while other threads wait: bincount holds the interpreter lock

_BINS: Final = 64
_FINEST: Final = 8  # the largest magnitude is less than 2**8 bins away from zero
_REACH: Final = 2**_FINEST
_NO_WIDTH: Final = -2000  # exponent of bins for nothing but zeros; less than that of any number
_FEW: Final = 2**14  # values for which a table of pairs costs more than it saves


@dataclass(frozen=True, slots=True, eq=False)
class Bins:
    """Counts of the finite values of one chunk.

    Attributes:
        exponent: of the width, a power of two.
        first: number of the first bin; bin n begins at n widths.
        counts: (bins,) at most 64.
    """

    exponent: int
    first: int
    counts: Counts

    def positive_part(self, high: float) -> Bins | None:
        """Returns the bins of max(z, 0), where these are of z and ``high`` is the largest z.

        None means that these bins are too wide for it.
        """
        if self.exponent > _exponent(0.0, max(high, 0.0)):
            return None
        negative = max(0, -self.first)
        counts = np.zeros(self.first + len(self.counts), np.int64)
        counts[max(self.first, 0) :] = self.counts[negative:]
        counts[0] += self.counts[:negative].sum()
        return Bins(self.exponent, 0, counts)


class BinCounts:
    """Counts of all chunks so far, in the widest of their bins."""

    def __init__(self) -> None:
        self._exponent = _NO_WIDTH
        self._counts = np.zeros(2 * _REACH, np.int64)

    def add(self, bins: Bins) -> None:
        """Takes in the counts of a chunk."""
        if bins.exponent > self._exponent:
            self._counts = self._in_bins_of(bins.exponent)
            self._exponent = bins.exponent
        numbers = np.arange(bins.first, bins.first + len(bins.counts))
        np.add.at(self._counts, (numbers >> self._halvings(bins.exponent)) + _REACH, bins.counts)

    def histogram(self, low: float, high: float) -> Histogram:
        """Returns at most 64 bins, as narrow as that allows and at least 1/256 of the largest magnitude.

        Args:
            low: the smallest finite value so far.
            high: the largest; less than ``low`` if there is no finite value.
        """
        if low > high:
            return Histogram(read_only(np.array([0.0, 1.0])), read_only(np.zeros(1, np.int64)))
        exponent = _exponent(low, high)
        if exponent == _NO_WIDTH:
            exponent = -_FINEST  # any width does for zeros
        first, last = _number(low, exponent), _number(high, exponent)
        counts = self._in_bins_of(exponent)[_REACH + first : _REACH + last + 1]
        edges = np.ldexp(np.arange(first, last + 2, dtype=np.float64), exponent)
        return Histogram(read_only(edges), read_only(counts.copy()))

    def _in_bins_of(self, exponent: int) -> Counts:
        counts = np.zeros_like(self._counts)
        numbers = np.arange(-_REACH, _REACH) >> min(exponent - self._exponent, _FINEST + 1)
        np.add.at(counts, numbers + _REACH, self._counts)
        return counts

    def _halvings(self, exponent: int) -> int:
        return min(self._exponent - exponent, _FINEST + 1)


def count(
    values: Floats,
    low: float,
    high: float,
    scratch: Floats,
    numbers: NDArray[np.int8],
    serves_both: bool = False,
) -> Bins:
    """Counts finite values between 1e-15 and 1e15 in magnitude, or zeros, exactly.

    A value is scaled by a power of two and rounded down, both without loss. Two numbers of at most eight bits
    side by side are counted as one, in half the time.

    Args:
        values: C-contiguous.
        low: the smallest of them.
        high: the largest.
        scratch: of their shape and dtype.
        numbers: scratch of their shape.
        serves_both: whether the bins shall do for max(z, 0) too, where up to 256 are enough for that.
    """
    exponent = _exponent(low, high)
    if exponent == _NO_WIDTH:
        return Bins(exponent, 0, np.array([values.size]))
    if serves_both and high > 0:
        narrow = min(exponent, _exponent(0.0, high))
        if _number(high, narrow) - _number(low, narrow) < 256:
            exponent = narrow
    first, last = _number(low, exponent), _number(high, exponent)
    bins = last - first + 1
    np.multiply(values, values.dtype.type(2.0**-exponent), scratch)
    np.floor(scratch, scratch)
    if first < -128 or last > 127:
        np.subtract(scratch, values.dtype.type(first + 128), scratch)
        np.copyto(numbers, scratch, casting="unsafe")
        np.subtract(numbers, np.int8(-128), numbers)
    else:
        np.copyto(numbers, scratch, casting="unsafe")
        np.subtract(numbers, np.int8(first), numbers)  # may wrap around: the byte is right
    codes = numbers.reshape(-1).view(np.uint8)
    few = codes.size <= _FEW
    return Bins(exponent, first, np.bincount(codes, minlength=bins) if few else _count_pairs(codes, bins))


def count_any(values: Floats) -> tuple[float, float, Bins]:
    """Returns smallest, largest and counts of the finite values among any, more slowly."""
    finite = values[np.isfinite(values)].astype(np.float64)
    if not finite.size:
        return math.inf, -math.inf, Bins(_NO_WIDTH, 0, np.zeros(1, np.int64))
    low, high = float(finite.min()), float(finite.max())
    exponent = _exponent(low, high)
    if exponent == _NO_WIDTH:
        return low, high, Bins(exponent, 0, np.array([finite.size]))
    first = _number(low, exponent)
    numbers = np.floor(np.ldexp(finite, -exponent)).astype(np.intp) - first
    return low, high, Bins(exponent, first, np.bincount(numbers))


def _count_pairs(codes: NDArray[np.uint8], bins: int) -> Counts:
    """How often each of the codes below ``bins`` occurs."""
    pairs = codes[: codes.size & ~1].view(np.uint16)
    table = np.zeros(bins * 256, np.int64)
    for start in range(0, pairs.size, _PAIRS):
        table += np.bincount(pairs[start : start + _PAIRS], minlength=table.size)
    both = table.reshape(bins, 256)[:, :bins]
    counts: Counts = both.sum(axis=0) + both.sum(axis=1)
    if codes.size & 1:
        counts[codes[-1]] += 1
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
