"""Observer: collects the statistics of every array of a run, chunk by chunk, from several threads."""

from __future__ import annotations

import math
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from densegui.engine import histogram as patterns
from densegui.engine.histogram import PatternCounts
from densegui.engine.moments import Moments, Selection, Sums
from densegui.engine.statistics import ClassStatistics, LayerStatistics, read_only

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from densegui.engine.model import Model

    Floats = NDArray[np.floating[Any]]
    Counts = NDArray[np.int64]
    Kind = Literal["x", "z", "a"]

# Magnitudes whose squares the dtype still sums without overflow or underflow.
_MODERATE: Final = {4: (1e-15, 1e15), 8: (1e-140, 1e140)}


@dataclass(slots=True)
class Slot:
    """What is kept of one array of the run (x, or z or a of a layer), over all chunks so far.

    Attributes:
        units: which columns of the moments are its own.
        counts: of bit patterns.
        is_positive_part: whether the values are max(z, 0); then the counts are those of z.
        low: smallest finite value.
        high: largest finite value.
        nan_count: number of NaN.
        inf_count: number of infinities.
        saturated: number of values in the flat parts of the activation.
        first: sample, unit and value of the first that is not finite.
        lock: of the thread that changes anything here.
    """

    units: slice
    counts: PatternCounts
    is_positive_part: bool = False
    low: float = math.inf
    high: float = -math.inf
    nan_count: int = 0
    inf_count: int = 0
    saturated: int = 0
    first: tuple[int, int, float] | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


class Scratch:
    """Memory of one thread for observing up to ``rows`` rows."""

    def __init__(self, model: Model, rows: int) -> None:
        size = rows * max(model.dims)
        self._values = np.empty(size, model.dtype)
        self.codes = np.empty(patterns.CODES, np.intp)
        self._mask = np.empty(size, np.bool_)

    def like(self, values: Floats) -> Floats:
        """Scratch of the shape and dtype of ``values``."""
        return self._values[: values.size].reshape(values.shape)

    def mask(self, values: Floats) -> NDArray[np.bool_]:
        """Boolean scratch of the shape of ``values``."""
        return self._mask[: values.size].reshape(values.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Some rows on their way through the layers.

    Attributes:
        start: the number of the first row.
        selection: which rows are of which class.
        sums: of all slots, filled as the rows pass.
        scratch: memory of the thread.
    """

    start: int
    selection: Selection
    sums: Sums
    scratch: Scratch


class Observer:
    """Statistics of x and of z and a of every layer; a of an activation that changes nothing is z.

    Args:
        model: what is run.
        classes: number of classes, or None without labels.

    Attributes:
        slots: by layer (-1 for x) and array, in the order in which the values arise.
    """

    def __init__(self, model: Model, classes: int | None) -> None:
        self._labelled = classes is not None
        self.classes = classes or 1
        self._itemsize = np.dtype(model.dtype).itemsize
        self._rows = np.zeros(self.classes, np.int64)
        self.slots: dict[tuple[int, Kind], Slot] = {}
        self._place(-1, "x", model.input_dim, PatternCounts())
        for index, layer in enumerate(model.layers):
            z = self._place(index, "z", layer.units, PatternCounts())
            keeps = layer.activation.function.keeps
            if keeps == "positive":
                self._place(index, "a", layer.units, z.counts, is_positive_part=True)
            elif keeps != "all":
                self._place(index, "a", layer.units, PatternCounts())
        self._moments = self.new_sums().moments()

    def _place(
        self, index: int, kind: Kind, units: int, counts: PatternCounts, is_positive_part: bool = False
    ) -> Slot:
        start = self._width
        slot = self.slots[index, kind] = Slot(slice(start, start + units), counts, is_positive_part)
        return slot

    @property
    def _width(self) -> int:
        return max((slot.units.stop for slot in self.slots.values()), default=0)

    def new_sums(self) -> Sums:
        """Returns empty sums of all slots, for one chunk."""
        return Sums.empty(self.classes, self._width)

    def observe(
        self, slot: Slot, values: Floats, chunk: Chunk, reach_of_z: tuple[float, float] | None = None
    ) -> tuple[float, float]:
        """Takes in the values (rows, units) of one chunk, C-contiguous, at least one row.

        Args:
            slot: where to.
            values: x, or z or a of a layer.
            chunk: whose rows they are.
            reach_of_z: smallest and largest z, where the values are max(z, 0).

        Returns:
            The smallest and the largest value; NaN where one is NaN.
        """
        may_have_zeros = slot.is_positive_part
        if not slot.is_positive_part:
            may_have_zeros = slot.counts.add(values, chunk.scratch.codes) > 0
        mine, scratch = chunk.sums[slot.units], chunk.scratch.like(values)
        if reach_of_z is None:
            extremes = float(values.min()), float(values.max())
        else:  # NaN stays: it is not less than 0
            extremes = max(reach_of_z[0], 0.0), max(reach_of_z[1], 0.0)
        low, high = extremes
        reach = max(-low, high)
        smallest, largest = _MODERATE[self._itemsize]
        if smallest < reach < largest or reach == 0:
            chunk.selection.measure(values, scratch, mine)
        else:
            chunk.selection.measure_any(values, mine)
            if not math.isfinite(reach):
                low, high = self._locate(slot, values, chunk.start)
        if may_have_zeros:
            chunk.selection.count_zeros(values, scratch, chunk.scratch.mask(values), mine)
        with slot.lock:
            slot.low, slot.high = min(slot.low, low), max(slot.high, high)
        return extremes

    def count_flat(self, slot: Slot, z: Floats, flat: tuple[float, float], chunk: Chunk) -> None:
        """Counts the values of z in the flat parts of the activation."""
        mask = chunk.scratch.mask(z)
        found = 0
        if flat[0] > -math.inf:
            found += int(np.count_nonzero(np.less_equal(z, flat[0], mask)))
        if flat[1] < math.inf:
            found += int(np.count_nonzero(np.greater_equal(z, flat[1], mask)))
        with slot.lock:
            slot.saturated += found

    def _locate(self, slot: Slot, values: Floats, start: int) -> tuple[float, float]:
        """Notes the values that are not finite; returns the extremes of the others."""
        finite = np.isfinite(values)
        row, unit = divmod(int(np.argmin(finite)), values.shape[1])
        nans = int(np.count_nonzero(np.isnan(values)))
        found = (start + row, unit, float(values[row, unit]))
        with slot.lock:
            slot.nan_count += nans
            slot.inf_count += values.size - int(np.count_nonzero(finite)) - nans
            if slot.first is None or found[:2] < slot.first[:2]:
                slot.first = found
        rest = values[finite]
        return (float(rest.min()), float(rest.max())) if rest.size else (math.inf, -math.inf)

    def merge(self, chunks: Sequence[Chunk]) -> None:
        """Takes in the moments of chunks, given in the order of their rows."""
        self._moments = Moments.merged([self._moments, *(chunk.sums.moments() for chunk in chunks)])
        for chunk in chunks:
            self._rows += chunk.selection.count[:, 0].astype(np.int64)

    def zero_count(self, slot: Slot) -> int:
        """Returns the number of zeros."""
        return int(self._moments.zeros[:, slot.units].sum())

    def statistics(self, slot: Slot, saturated: int = 0) -> LayerStatistics:
        """Returns what the chunks so far say of one slot, with the number of saturated values."""
        counts = slot.counts.total()
        if slot.is_positive_part:
            counts = patterns.positive_part(counts, self._itemsize)
        moments = self._moments[:, slot.units]
        units = moments.over_classes()
        whole = units.over_units()
        rows = int(self._rows.sum())
        some = slot.low <= slot.high
        return LayerStatistics(
            count=rows * units.count.shape[1],
            nan_count=slot.nan_count,
            inf_count=slot.inf_count,
            zero_count=self.zero_count(slot),
            mean=float(_mean(whole)[0, 0]),
            std=float(_std(whole)[0, 0]),
            min=slot.low if some else math.nan,
            max=slot.high if some else math.nan,
            histogram=patterns.histogram(counts, self._itemsize, slot.low, slot.high),
            unit_mean=read_only(_mean(units)[0]),
            unit_std=read_only(_std(units)[0]),
            unit_zero_fraction=read_only(units.zeros[0] / max(rows, 1)),
            saturated_count=saturated,
            classes=self._class_statistics(moments) if self._labelled else None,
        )

    def _class_statistics(self, moments: Moments) -> ClassStatistics:
        with np.errstate(invalid="ignore"):
            zeros = moments.zeros / self._rows[:, np.newaxis]
        return ClassStatistics(
            read_only(self._rows.copy()),
            read_only(_mean(moments)),
            read_only(_std(moments)),
            read_only(zeros),
        )


def _mean(moments: Moments) -> NDArray[np.float64]:
    return np.where(moments.count > 0, moments.mean, np.nan)


def _std(moments: Moments) -> NDArray[np.float64]:
    return np.sqrt(moments.square / np.where(moments.count > 0, moments.count, np.nan))
