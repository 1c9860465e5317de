"""Where an activation function is off, flat, saturated or linear, and how much of z lies there.

The regions follow from the function itself, sampled on a dyadic grid (its kinks at 0 and ±3 lie on it), so
a new entry in ``ACTIVATIONS`` has its regions without a word here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Activation
    from densegui.engine.statistics import LayerStatistics

FLAT_SLOPE: Final = 0.1
_STEP: Final = 1 / 1024
_REACH: Final = 16
_STEEPEST: Final = 1000.0
_KINK: Final = 1e-4


@dataclass(frozen=True, slots=True)
class Region:
    """The half-open range low < z ≤ high.

    Attributes:
        kind: ``"off"`` (a = 0) and ``"on"`` (a = 1) of a step, ``"dead"`` (a = 0), ``"saturated"`` or
            ``"flat"`` (slope below ``FLAT_SLOPE`` of the steepest; saturated where the function is bounded
            on both sides),
            ``"linear"`` (one slope) or ``"active"`` (all else).
        low: may be −∞.
        high: may be ∞.
        slope: of a linear region.
    """

    kind: str
    low: float
    high: float
    slope: float = math.nan

    @property
    def is_shaded(self) -> bool:
        """Whether a change of z hardly changes a here."""
        return self.kind in {"off", "dead", "saturated", "flat"}


@lru_cache(maxsize=256)
def regions(activation: Activation) -> tuple[Region, ...]:
    """The regions of g from −∞ to ∞; empty where g is the same everywhere, or no function of one number."""
    function = activation.function
    if function.rowwise:
        return ()
    x = np.arange(-_REACH * 1024, _REACH * 1024 + 1) * _STEP
    with np.errstate(over="ignore"):
        values = np.asarray(activation(x), np.float64)
    slopes = np.diff(values) / _STEP
    lowest, highest = values.min(), values.max()  # np.unique would import masked arrays
    if lowest < highest and np.all((values == lowest) | (values == highest)):
        jump = float(x[np.flatnonzero(slopes)[0]])
        return Region("off", -math.inf, jump), Region("on", jump, math.inf)
    steepest = float(np.abs(slopes).max())
    if steepest > _STEEPEST or np.ptp(slopes) < 1e-9:
        return ()
    bounded = math.isfinite(function.lower) and math.isfinite(function.upper)
    left, left_kind, left_slope = _end(slopes, steepest, bounded)
    right, right_kind, right_slope = _end(slopes[::-1], steepest, bounded)
    low, high = float(x[left]), float(x[len(x) - 1 - right])
    found = []
    if left:
        found.append(Region(left_kind, -math.inf, low, left_slope))
    if not (left and right and low >= high):
        found.append(Region("active", low if left else -math.inf, high if right else math.inf))
    if right:
        found.append(Region(right_kind, high, math.inf, right_slope))
    return tuple(found) if len(found) > 1 else ()


def region_shares(
    found: tuple[Region, ...], statistics: LayerStatistics
) -> tuple[tuple[float, ...], tuple[bool, ...]]:
    """The share of the finite values in each region, and whether it is exact.

    A boundary inside a bin is not: the bin's values count as evenly spread.
    """
    cuts = [_below(region.high, statistics) for region in found]
    amounts, exact = [], []
    before, sure = 0.0, True
    for share, is_exact in cuts:
        amounts.append(max(0.0, share - before))
        exact.append(is_exact and sure)
        before, sure = share, is_exact
    return tuple(amounts), tuple(exact)


def _end(slopes: NDArray[np.float64], steepest: float, bounded: bool) -> tuple[int, str, float]:
    """How many intervals from the start on are of one kind, the kind, and its slope."""
    slope = float(slopes[0])
    same = _run(np.abs(slopes - slope) < 1e-9)
    if same < len(slopes) and abs(float(slopes[same]) - slope) > _KINK:
        if slope != 0:
            return same, "linear", slope
        return same, "saturated" if bounded else "dead", 0.0
    flat = _run(np.abs(slopes) < FLAT_SLOPE * steepest)
    return flat, "saturated" if bounded else "flat", math.nan


def _run(holds: NDArray[np.bool_]) -> int:
    """How many of the first elements are true."""
    return len(holds) if holds.all() else int(np.argmin(holds))


def _below(limit: float, statistics: LayerStatistics) -> tuple[float, bool]:
    """The share of values ≤ limit, and whether that is exact."""
    edges, counts = statistics.histogram.edges, statistics.histogram.counts
    total = int(counts.sum())
    if not total:
        return 0.0, True
    if limit >= statistics.max or limit < statistics.min:
        return float(limit >= statistics.max), True
    place = int(np.searchsorted(edges, limit, side="right")) - 1
    share = int(counts[:place].sum()) / total
    if limit == edges[place]:
        # Bins above zero hold their lower edge; zero itself is counted on its own.
        return share + (statistics.zero_count / total if limit == 0 else 0.0), True
    part = (limit - edges[place]) / (edges[place + 1] - edges[place])
    return share + float(part) * int(counts[place]) / total, not counts[place]
