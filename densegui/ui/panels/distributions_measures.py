"""Measures taken from a histogram, and how its ends are written."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from densegui.ui.numbers import short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from densegui.engine.statistics import Histogram, LayerStatistics


def relative(histogram: Histogram, log: bool) -> NDArray[np.float64]:
    """Heights (bins,) as parts of the highest; ``log`` takes log(1 + count)."""
    scaled = np.log1p(histogram.counts) if log else histogram.counts.astype(np.float64)
    return scaled / scaled.max() if scaled.any() else scaled


def span(several: Iterable[LayerStatistics | None]) -> tuple[float, float] | None:
    """The range of values that holds all the histograms; None where no value is finite."""
    edges = [s.histogram.edges for s in several if s is not None and s.histogram.counts.any()]
    if not edges:
        return None
    return min(float(e[0]) for e in edges), max(float(e[-1]) for e in edges)


def rounded(low: float, high: float) -> tuple[float, float]:
    """The range rounded outward by at most an eighth of it, to numbers a person reads."""
    width = high - low
    if not (math.isfinite(width) and width > 0):
        return low, high
    decade = 10.0 ** math.floor(math.log10(width / 8))
    step = max((s * decade for s in (1, 2, 5) if s * decade <= width / 8), default=decade)
    if not (step > 0 and math.isfinite(low / step) and math.isfinite(high / step)):
        return low, high
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def with_air(limits: tuple[float, float], s: LayerStatistics) -> tuple[float, float]:
    """The limits, with room on both sides of values that are all the same."""
    if s.min == s.max and len(s.histogram.edges) == 2:
        width = limits[1] - limits[0]
        return limits[0] - 8 * width, limits[1] + 8 * width
    return limits


def quartiles(s: LayerStatistics) -> tuple[float, float, float]:
    """Values below which a quarter, a half and three quarters of the finite values lie.

    Taken from the histogram, so each is off by at most the width of a bin; NaN where there is none.
    """
    counts, edges = s.histogram.counts, s.histogram.edges
    total = int(counts.sum())
    if not total:
        return math.nan, math.nan, math.nan
    reached = np.concatenate(([0], np.cumsum(counts)))
    at_zero = np.flatnonzero(edges == 0)
    if len(at_zero):  # how many are exactly zero is known
        place = int(at_zero[0])
        edges = np.insert(edges, place, 0.0)
        reached = np.insert(reached, place + 1, reached[place] + s.zero_count)
    found = []
    for share in (0.25, 0.5, 0.75):
        place = int(np.searchsorted(reached, share * total, side="left"))
        inside = (share * total - reached[place - 1]) / (reached[place] - reached[place - 1])
        value = float(edges[place - 1] + inside * (edges[place] - edges[place - 1]))
        found.append(min(max(value, s.min), s.max))
    return found[0], found[1], found[2]


def ends(low: float, high: float) -> tuple[str, ...]:
    """Smallest and largest value, with equally many decimals where four digits do not tell them apart."""
    if math.isnan(low):
        return ()
    texts = short(low), short(high)
    if low == high:
        return texts[:1]
    # Two digits of the difference are what tells a person how far apart they are.
    decimals = 1 - math.floor(math.log10(high - low)) if math.isfinite(high - low) else 0
    if 4 < decimals + (math.floor(math.log10(max(abs(low), abs(high)))) + 1) <= 12 and decimals <= 12:
        return tuple(f"{value:.{decimals}f}".replace("-", "−") for value in (low, high))
    digits = 5
    while texts[0] == texts[1] and digits <= 17:
        texts = tuple(f"{value:.{digits}g}".replace("-", "−") for value in (low, high))  # type: ignore[assignment] # two
        digits += 1
    return texts
