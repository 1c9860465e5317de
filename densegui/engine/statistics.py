"""Statistics of layer values: what one pass over all rows says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = TypeVar("Array", bound=NDArray[Any])


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Counts of finite values between edges; all bins are equally wide and aligned to zero.

    The width is a power of two, so that bins of two histograms either agree or nest. A bin holds the
    values from its lower edge on that are less than its upper one.

    Attributes:
        edges: (bins + 1,) float64, multiples of the width.
        counts: (bins,) int64; at most 64 bins.
    """

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class ClassStatistics:
    """The same of the rows of each class; K is the largest label + 1.

    Attributes:
        rows: (K,) int64 number of rows.
        unit_mean: (K, units) float64 mean of each unit; NaN where a class has no finite value.
        unit_std: (K, units) float64 standard deviation of each unit.
        unit_zero_fraction: (K, units) float64 share of zeros of each unit; NaN for a class without rows.
    """

    rows: NDArray[np.int64]
    unit_mean: NDArray[np.float64]
    unit_std: NDArray[np.float64]
    unit_zero_fraction: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LayerStatistics:
    """What one pass says of the values (N, units) of a layer; arrays are read-only.

    Mean, standard deviation (of the population), min and max are of the finite values; NaN where there
    are none. Counts, min and max are exact. A mean is off by at most 1e-6 standard deviations (float32)
    and the spacing of the dtype; a standard deviation by 1e-5 of the layer's largest.

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
        saturated_count: number of values in (for z) or from (for a) the flat parts of the activation, where
            its slope is at most 1 % of its steepest; 0 for inputs and for activations without flat parts.
        classes: the same for each class, if labels were given.
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
    saturated_count: int = 0
    classes: ClassStatistics | None = None

    @property
    def zero_fraction(self) -> float:
        """Share of zeros among all values, 0 to 1."""
        return self.zero_count / self.count if self.count else 0.0

    @property
    def saturated_fraction(self) -> float:
        """Share of saturated values among all values, 0 to 1."""
        return self.saturated_count / self.count if self.count else 0.0

    @property
    def dead_fraction(self) -> float:
        """Share of units that are zero in every row, 0 to 1."""
        return float((self.unit_zero_fraction == 1.0).mean())


def read_only(array: Array) -> Array:
    """Returns the array, read-only from now on."""
    array.flags.writeable = False
    return array
