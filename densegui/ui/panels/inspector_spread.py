"""How the numbers of one array are spread: mean, deviation, limits and histogram, of all or of a sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

MOST_COUNTED: Final = 2**17  # more would be felt while a slider is dragged
_BINS: Final = 48


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """What is said of an array.

    Attributes:
        size: number of values.
        counted: how many of them, evenly spaced, the other numbers are of.
        wrong: how many of those are NaN or infinite, and left out.
        mean: their mean; NaN where there are none, as the rest.
        std: standard deviation of the population.
        min: smallest.
        max: largest.
        edges: (bins + 1,) of the histogram.
        counts: (bins,) of the histogram.
    """

    size: int
    counted: int
    wrong: int
    mean: float
    std: float
    min: float
    max: float
    edges: NDArray[np.float64]
    counts: NDArray[np.int64]

    @property
    def is_constant(self) -> bool:
        """Whether all values that were counted are the same number."""
        return self.min == self.max and not self.wrong


def spread(values: Floats) -> Spread:
    """Returns the spread of an array of any shape."""
    flat = values.reshape(-1)
    step = -(-flat.size // MOST_COUNTED)
    some = flat[:: max(step, 1)].astype(np.float64)
    finite = some[np.isfinite(some)]
    wrong = some.size - finite.size
    if not finite.size:
        nan = float("nan")
        return Spread(flat.size, some.size, wrong, nan, nan, nan, nan, np.zeros(1), np.zeros(0, np.int64))
    low, high = float(finite.min()), float(finite.max())
    bins = int(min(max(2 * finite.size**0.5, 5), _BINS))
    room = (low, high) if high - low > 1e-12 * max(abs(low), abs(high)) else (low - 0.5, high + 0.5)
    counts, edges = np.histogram(finite, bins, room)
    with np.errstate(all="ignore"):
        mean, std = float(finite.mean()), float(finite.std())
    return Spread(flat.size, some.size, wrong, mean, std, low, high, edges, counts.astype(np.int64))
