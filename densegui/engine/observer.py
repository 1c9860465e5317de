"""Observer: collects the statistics of every array of a run, chunk by chunk, from several threads."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from densegui.engine import histogram
from densegui.engine.histogram import BinCounts, Bins
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
class Seen:
    """What one chunk says of one array, moments apart.

    Attributes:
        low: smallest finite value.
        high: largest finite value.
        bins: counts of the finite values.
        nan_count: number of NaN.
        inf_count: number of infinities.
        first: sample, unit and value of the first that is not finite.
        saturated: number of values in the flat parts of the activation.
    """

    low: float
    high: float
    bins: Bins
    nan_count: int = 0
    inf_count: int = 0
    first: tuple[int, int, float] | None = None
    saturated: int = 0


@dataclass(slots=True)
class Slot:
    """What is kept of one array of the run (x, or z or a of a layer), over all chunks so far.

    Attributes:
        units: which columns of the moments are its own.
        serves_both: whether the values are z, and max(z, 0) is the next.
        is_positive_part: whether the values are max(z, 0).
        counts: of bins.
        low: smallest finite value.
        high: largest finite value.
        nan_count: number of NaN.
        inf_count: number of infinities.
        saturated: number of values in the flat parts of the activation.
        first: sample, unit and value of the first that is not finite.
    """

    units: slice
    serves_both: bool = False
    is_positive_part: bool = False
    counts: BinCounts = field(default_factory=BinCounts)
    low: float = math.inf
    high: float = -math.inf
    nan_count: int = 0
    inf_count: int = 0
    saturated: int = 0
    first: tuple[int, int, float] | None = None

    def take(self, seen: Seen) -> None:
        """Takes in what a chunk says; chunks come in the order of their rows."""
        self.counts.add(seen.bins)
        self.low, self.high = min(self.low, seen.low), max(self.high, seen.high)
        self.nan_count += seen.nan_count
        self.inf_count += seen.inf_count
        self.saturated += seen.saturated
        self.first = self.first or seen.first


class Scratch:
    """Memory of one thread for observing up to ``rows`` rows."""

    def __init__(self, model: Model, rows: int) -> None:
        size = rows * max(model.dims)
        self._values = np.empty(size, model.dtype)
        self._numbers = np.empty(size, np.int8)

    def like(self, values: Floats) -> Floats:
        """Scratch of the shape and dtype of ``values``."""
        return self._values[: values.size].reshape(values.shape)

    def numbers(self, values: Floats) -> NDArray[np.int8]:
        """Scratch of the shape of ``values``, of whole numbers from −128 to 127."""
        return self._numbers[: values.size].reshape(values.shape)

    def mask(self, values: Floats) -> NDArray[np.bool_]:
        """The same memory as ``numbers``, for truth values."""
        return self.numbers(values).view(np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Some rows on their way through the layers.

    Attributes:
        start: the number of the first row.
        selection: which rows are of which class.
        sums: of all slots, filled as the rows pass.
        scratch: memory of the thread.
        seen: what else the rows say, slot by slot.
    """

    start: int
    selection: Selection
    sums: Sums
    scratch: Scratch
    seen: dict[int, Seen] = field(default_factory=dict)


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
        self._place(-1, "x", model.input_dim)
        for index, layer in enumerate(model.layers):
            keeps = layer.activation.function.keeps
            self._place(index, "z", layer.units).serves_both = keeps == "positive"
            if keeps != "all":
                self._place(index, "a", layer.units).is_positive_part = keeps == "positive"
        self._moments = self.new_sums().moments()

    def _place(self, index: int, kind: Kind, units: int) -> Slot:
        start = self._width
        slot = self.slots[index, kind] = Slot(slice(start, start + units))
        return slot

    @property
    def _width(self) -> int:
        return max((slot.units.stop for slot in self.slots.values()), default=0)

    def new_sums(self) -> Sums:
        """Returns empty sums of all slots, for one chunk."""
        return Sums.empty(self.classes, self._width)

    def observe(self, slot: Slot, values: Floats, chunk: Chunk, of_z: Seen | None = None) -> Seen:
        """Takes in the values (rows, units) of one chunk, C-contiguous, at least one row.

        Args:
            slot: where to.
            values: x, or z or a of a layer.
            chunk: whose rows they are.
            of_z: what was seen of z, where the values are max(z, 0).

        Returns:
            What was seen.
        """
        mine, scratch = chunk.sums[slot.units], chunk.scratch.like(values)
        if of_z is None or of_z.nan_count or of_z.inf_count:
            low, high = float(values.min()), float(values.max())
        else:
            low, high = max(of_z.low, 0.0), max(of_z.high, 0.0)
        reach = max(-low, high)  # NaN where one is NaN
        smallest, largest = _MODERATE[self._itemsize]
        if smallest < reach < largest or reach == 0:
            chunk.selection.measure(values, scratch, mine)
            bins = None if of_z is None else of_z.bins.positive_part(of_z.high)
            if bins is None:
                numbers = chunk.scratch.numbers(values)
                bins = histogram.count(values, low, high, scratch, numbers, slot.serves_both)
            seen = Seen(low, high, bins)
        else:
            chunk.selection.measure_any(values, mine)
            seen = Seen(*histogram.count_any(values))
            if not math.isfinite(reach):
                _locate(seen, values, chunk.start)
        if seen.low <= 0 <= seen.high:
            chunk.selection.count_zeros(values, scratch, chunk.scratch.mask(values), mine)
        chunk.seen[id(slot)] = seen
        return seen

    def count_flat(self, seen: Seen, z: Floats, flat: tuple[float, float], chunk: Chunk) -> None:
        """Counts the values of z in the flat parts of the activation."""
        mask = chunk.scratch.mask(z)
        if flat[0] > -math.inf:
            seen.saturated += int(np.count_nonzero(np.less_equal(z, flat[0], mask)))
        if flat[1] < math.inf:
            seen.saturated += int(np.count_nonzero(np.greater_equal(z, flat[1], mask)))

    def merge(self, chunks: Sequence[Chunk]) -> None:
        """Takes in the moments of chunks, given in the order of their rows."""
        self._moments = Moments.merged([self._moments, *(chunk.sums.moments() for chunk in chunks)])
        for chunk in chunks:
            self._rows += chunk.selection.count[:, 0].astype(np.int64)
            for slot in self.slots.values():
                slot.take(chunk.seen[id(slot)])

    def zero_count(self, slot: Slot) -> int:
        """Returns the number of zeros."""
        return int(self._moments.zeros[:, slot.units].sum())

    def statistics(self, slot: Slot, saturated: int = 0) -> LayerStatistics:
        """Returns what the chunks so far say of one slot, with the number of saturated values."""
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
            histogram=slot.counts.histogram(slot.low, slot.high),
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


def _locate(seen: Seen, values: Floats, start: int) -> None:
    """Notes the values that are not finite."""
    finite = np.isfinite(values)
    row, unit = divmod(int(np.argmin(finite)), values.shape[1])
    seen.nan_count = int(np.count_nonzero(np.isnan(values)))
    seen.inf_count = values.size - int(np.count_nonzero(finite)) - seen.nan_count
    seen.first = start + row, unit, float(values[row, unit])


def _mean(moments: Moments) -> NDArray[np.float64]:
    return np.where(moments.count > 0, moments.mean, np.nan)


def _std(moments: Moments) -> NDArray[np.float64]:
    return np.sqrt(moments.square / np.where(moments.count > 0, moments.count, np.nan))
