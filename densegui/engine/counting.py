"""Counting values in a row of bins, two at a time."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine.views import FEW

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.views import Views

    Counts = NDArray[np.int64]

_APART: Final = 8  # rows of the table of pairs are not a power of two apart: that would crowd the cache


class Row:
    """Bins beside one another, all of them 2**exponent wide; bin n begins at n widths.

    Args:
        exponent: of the width.
        first: number of the first bin.
        size: number of bins, at most 256.
        dtype: of the values.

    Attributes:
        low: where the first bin begins; no value may be less.
        high: where the last ends; every value must be less.
        counts: (size,) so far.
        below_zero: how many of the bins are below zero.
    """

    def __init__(self, exponent: int, first: int, size: int, dtype: np.dtype[Any]) -> None:
        self.exponent = exponent
        self.first = first
        self.low = math.ldexp(first, exponent)
        self.high = math.ldexp(first + size, exponent)
        self.counts = np.zeros(size, np.int64)
        self.below_zero = min(max(0, -first), size)
        self._scale = dtype.type(math.ldexp(1.0, -exponent))
        self._first = dtype.type(first)
        self._stride = dtype.type(size + _APART)
        self._first_pair = dtype.type(first * (size + _APART + 1))

    def count(self, views: Views) -> int:
        """Counts values from ``low`` to below ``high``; returns how many are below bin 0.

        A value is scaled by a power of two and rounded down, both without loss. Two numbers together say
        which cell of a table they fall into: that halves the steps that have to wait for memory.
        """
        numbers = views.numbers
        np.multiply(views.line, self._scale, numbers)
        np.floor(numbers, numbers)
        counts = self._count_each(views) if numbers.size <= FEW else self._count_pairs(views)
        self.counts += counts
        return int(np.add.reduce(counts[: self.below_zero]))

    def _count_each(self, views: Views) -> Counts:
        places, numbers = views.places(views.numbers.size), views.numbers
        np.subtract(numbers, self._first, out=places, casting="unsafe")
        return np.bincount(places, minlength=len(self.counts))

    def _count_pairs(self, views: Views) -> Counts:
        size, stride, pairs = len(self.counts), len(self.counts) + _APART, views.half
        places = views.places(pairs.size)
        np.multiply(pairs, self._stride, pairs)
        np.add(pairs, views.other_half, pairs)
        np.subtract(pairs, self._first_pair, out=places, casting="unsafe")
        table = np.bincount(places, minlength=size * stride).reshape(size, stride)[:, :size]
        counts: Counts = np.add.reduce(table, 0) + np.add.reduce(table, 1)
        if views.numbers.size % 2:
            counts[int(views.numbers[-1] - self._first)] += 1
        return counts
