"""Histograms by bit pattern: no range is needed beforehand, and counts of two chunks add.

The upper 16 bits of a float are its sign, its exponent and 7 (float32) or 4 (float64) bits of its mantissa:
patterns cut every octave into 128 or 16 equal parts. Bins of a power-of-two width are unions of patterns,
as long as they are no finer than the patterns of the largest value. Subnormal numbers that share the
pattern of a zero count as that zero.
"""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine.statistics import Histogram, read_only

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]
    Counts = NDArray[np.int64]

PATTERNS: Final = 65536
_BINS: Final = 64
CODES: Final = 2**17  # counted at a time: their codes stay in the processor's cache
_MANTISSA_BITS: Final = {4: 7, 8: 4}
_LEAST_EXPONENT: Final = {4: -126 - 7, 8: -1022 - 4}  # of the patterns of subnormal numbers


def count_patterns(values: Floats, codes: NDArray[np.intp], counts: Counts) -> int:
    """Adds to ``counts`` how often each pattern occurs in a C-contiguous array.

    Args:
        values: the array.
        codes: scratch of any size above 0.
        counts: (65536,), of no other thread at the same time.

    Returns:
        How many of the values are ±0 or subnormal numbers that share the pattern of a zero.
    """
    before = int(counts[0] + counts[PATTERNS // 2])
    stride = values.itemsize // 2
    upper = stride - 1 if sys.byteorder == "little" else 0
    patterns = values.reshape(-1).view(np.uint16)[upper::stride]
    for start in range(0, patterns.size, codes.size):
        part = patterns[start : start + codes.size]
        np.copyto(codes[: part.size], part)
        # As fast as bincount over all, and no new table each time. Both keep the interpreter lock for half
        # of their time, 0.1 ms: other threads that come back from a call of NumPy wait so long.
        np.add.at(counts, codes[: part.size], 1)
    return int(counts[0] + counts[PATTERNS // 2]) - before


class PatternCounts:
    """Counts of one array; a thread takes an idle table or begins a new one, so that none waits."""

    def __init__(self) -> None:
        self._idle: list[Counts] = []

    def add(self, values: Floats, codes: NDArray[np.intp]) -> int:
        """Counts values as ``count_patterns`` does, and returns the same."""
        try:
            table = self._idle.pop()
        except IndexError:
            table = np.zeros(PATTERNS, np.int64)
        zeros = count_patterns(values, codes, table)
        self._idle.append(table)
        return zeros

    def total(self) -> Counts:
        """Returns the counts (65536,) of all threads, while none of them counts."""
        counts: Counts = np.sum(self._idle or [np.zeros(PATTERNS, np.int64)], axis=0)
        return counts


def positive_part(counts: Counts, itemsize: int) -> Counts:
    """Returns the counts of max(z, 0) from those of z."""
    half = PATTERNS // 2
    special = half + _first_special(itemsize)
    kept = np.zeros_like(counts)
    kept[:half] = counts[:half]
    kept[0] += counts[half : special + 1].sum()  # the one pattern more is −inf
    kept[half - 1] += counts[special + 1 :].sum()  # NaN of either sign
    return kept


def histogram(counts: Counts, itemsize: int, low: float, high: float) -> Histogram:
    """Folds counts of patterns into at most 64 bins.

    Args:
        counts: (65536,), as ``count_patterns`` gives them.
        itemsize: of the values, 4 or 8.
        low: the smallest finite value.
        high: the largest; less than ``low`` if there is no finite value.
    """
    if low > high:
        return Histogram(read_only(np.array([0.0, 1.0])), read_only(np.zeros(1, np.int64)))
    reach = max(abs(low), abs(high))
    octave = math.frexp(reach)[1]
    exponent = max(octave - 1 - _MANTISSA_BITS[itemsize], _LEAST_EXPONENT[itemsize])
    while _bin(high, exponent) - _bin(low, exponent) >= _BINS:
        exponent += 1
    used = np.flatnonzero(counts)
    starts = _pattern_starts(used, itemsize)
    finite = np.isfinite(starts)
    used, starts = used[finite], starts[finite]
    size = np.floor(np.ldexp(np.abs(starts), -exponent)).astype(np.int64)
    bins = np.where((used >= PATTERNS // 2) & (used != PATTERNS // 2), -1 - size, size)
    first, last = int(bins.min()), int(bins.max())
    folded = np.zeros(last - first + 1, np.int64)
    np.add.at(folded, bins - first, counts[used])
    edges = np.ldexp(np.arange(first, last + 2, dtype=np.float64), exponent)
    return Histogram(read_only(edges), read_only(folded))


def _bin(value: float, exponent: int) -> int:
    size = math.floor(math.ldexp(abs(value), -exponent))
    return -1 - size if value < 0 else size


def _pattern_starts(patterns: NDArray[np.intp], itemsize: int) -> NDArray[np.float64]:
    """The number of smallest magnitude with each pattern."""
    bits = patterns.astype(np.uint64) << np.uint64(itemsize * 8 - 16)
    with np.errstate(invalid="ignore"):
        if itemsize == 4:
            return bits.astype(np.uint32).view(np.float32).astype(np.float64)
        return bits.view(np.float64)


def _first_special(itemsize: int) -> int:
    """The pattern of infinity; those above it, up to the sign bit, are NaN."""
    mantissa = _MANTISSA_BITS[itemsize]
    return ((1 << (15 - mantissa)) - 1) << mantissa
