"""Statistics of layer values: one pass, mergeable, independent of the chunking."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Counts of finite values between edges; all bins are equally wide and aligned to zero.

    Attributes:
        edges: (bins + 1,) float64, multiples of a power of two.
        counts: (bins,) int64.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class LayerStatistics:
    """What one pass says of the values (N, units) of a layer.

    Mean, standard deviation (of the population), min and max are of the finite values; NaN where there
    are none.

    Attributes:
        count: number of values, finite or not.
        nan_count: number of NaN.
        inf_count: number of infinities of either sign.
        zero_count: number of zeros of either sign.
        mean: mean of the finite values.
        std: standard deviation of the finite values.
        min: smallest finite value.
        max: largest finite value.
        histogram: distribution of the finite values.
        unit_mean: (units,) float64 mean of each unit.
        unit_std: (units,) float64 standard deviation of each unit.
        unit_zero_fraction: (units,) float64 share of zeros of each unit.
    """

    count: int
    nan_count: int
    inf_count: int
    zero_count: int
    mean: float
    std: float
    min: float
    max: float
    histogram: Histogram
    unit_mean: NDArray[np.float64]
    unit_std: NDArray[np.float64]
    unit_zero_fraction: NDArray[np.float64]

    @property
    def zero_fraction(self) -> float:
        """Share of zeros among all values, 0 to 1."""
        return self.zero_count / self.count if self.count else 0.0


class Accumulator:
    """Collects the statistics of one layer, chunk by chunk.

    A histogram counts the upper 16 bits of each float: no range is needed beforehand, counts merge by
    adding, and zeros, NaN and infinities fall out exactly.
    """

    def __init__(self, units: int, dtype: str) -> None:
        self._stride = np.dtype(dtype).itemsize // 2
        self._dtype = np.dtype(dtype)
        self._codes = np.zeros(65536, np.int64)
        self._rows = 0
        self._mean = np.zeros(units)
        self._square = np.zeros(units)
        self._zeros = np.zeros(units, np.int64)
        self._lowest, self._highest = math.inf, -math.inf
        self._non_finite = 0

    def add(self, values: Floats) -> None:
        """Takes in a chunk (rows, units)."""
        if not values.size:
            return
        codes = np.ascontiguousarray(values).reshape(-1).view(np.uint16)[self._stride - 1 :: self._stride]
        self._codes += np.bincount(codes, minlength=65536)
        self._zeros += np.count_nonzero(values == 0, axis=0)
        low, high = float(np.min(values)), float(np.max(values))
        if not math.isfinite(low) or not math.isfinite(high):
            finite = values[np.isfinite(values)]
            low, high = (float(finite.min()), float(finite.max())) if finite.size else (math.inf, -math.inf)
        self._lowest, self._highest = min(self._lowest, low), max(self._highest, high)
        with np.errstate(invalid="ignore", over="ignore"):
            rows = len(values)
            mean = values.mean(axis=0, dtype=np.float64)
            square = ((values - mean) ** 2).sum(axis=0, dtype=np.float64)
            total = self._rows + rows
            delta = mean - self._mean
            self._square += square + delta**2 * (self._rows * rows / total)
            self._mean += delta * (rows / total)
            self._rows = total

    def finish(self) -> LayerStatistics:
        """Returns what the chunks so far say."""
        units = len(self._mean)
        patterns = np.arange(65536, dtype=np.uint16)
        starts = np.zeros(65536 * self._stride, np.uint16)
        starts[self._stride - 1 :: self._stride] = patterns
        with np.errstate(invalid="ignore"):
            values = starts.view(self._dtype).astype(np.float64)
        nan_count, inf_count = self._specials()
        count = self._rows * units
        finite = count - nan_count - inf_count
        with np.errstate(invalid="ignore", over="ignore"):
            mean = float(self._mean.mean()) if finite else math.nan
            spread = float(np.mean(self._square / max(self._rows, 1) + (self._mean - mean) ** 2))
        return LayerStatistics(
            count=count,
            nan_count=nan_count,
            inf_count=inf_count,
            zero_count=int(self._zeros.sum()),
            mean=mean,
            std=math.sqrt(spread) if finite and spread == spread else math.nan,
            min=self._lowest if finite else math.nan,
            max=self._highest if finite else math.nan,
            histogram=_linear(values, self._codes, self._lowest, self._highest),
            unit_mean=self._mean.copy(),
            unit_std=np.sqrt(self._square / max(self._rows, 1)),
            unit_zero_fraction=self._zeros / max(self._rows, 1),
        )

    def _specials(self) -> tuple[int, int]:
        # Infinity and NaN of float32 share upper 16 bits with nothing finite: exponent all ones.
        mantissa = 7 if self._stride == 2 else 4
        exponent = ((1 << (15 - mantissa)) - 1) << mantissa
        codes = np.arange(65536)
        special = (codes & exponent) == exponent
        infinite = special & ((codes & ((1 << mantissa) - 1)) == 0)
        return int(self._codes[special & ~infinite].sum()), int(self._codes[infinite].sum())


def _linear(starts: NDArray[np.float64], codes: NDArray[np.int64], low: float, high: float) -> Histogram:
    """Folds counts of bit patterns into at most 64 equal bins of a power-of-two width around the data."""
    if low > high:
        return Histogram(np.array([0.0, 1.0]), np.zeros(1, np.int64))
    reach = max(abs(low), abs(high))
    exponent = math.frexp(reach)[1] if reach else 0
    width = math.ldexp(1.0, exponent - 5)
    used = np.flatnonzero(codes)
    used = used[np.isfinite(starts[used])]
    size = np.floor(np.abs(starts[used]) / width).astype(np.int64)
    bins = np.where(np.signbit(starts[used]) & (starts[used] != 0), -1 - size, size)
    first, last = int(bins.min()), int(bins.max())
    counts = np.zeros(last - first + 1, np.int64)
    np.add.at(counts, bins - first, codes[used])
    return Histogram(np.arange(first, last + 2, dtype=np.float64) * width, counts)
