"""Observer: collects the statistics of every array of a run, chunk by chunk, from several threads."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from densegui.engine.moments import Moments, Selection, doubtful
from densegui.engine.statistics import ClassStatistics, LayerStatistics, read_only
from densegui.engine.tally import Tally, Waiting
from densegui.engine.views import Scratch, Views

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from densegui.engine.model import Model
    from densegui.engine.moments import Sums

    Floats = NDArray[np.floating[Any]]
    Kind = Literal["x", "z", "a"]

_MERGED: Final = 16  # chunks at a time, always: how many a round has depends on the time they take
_WAITING: Final = 2**17  # values of a narrow array that are counted at a time
_CHUNKS: Final = 4  # that can wait together at least, else the array is not narrow
_MOST_WAITING: Final = 2**19
_ALL_WAITING: Final = 2**22  # of all narrow arrays of a thread


@dataclass(frozen=True, slots=True, eq=False)
class Chunk:
    """Some rows on their way through the layers.

    Attributes:
        start: the number of the first row.
        selection: which rows are of which class.
        sums: of all arrays side by side, filled as the rows pass.
        plain: first columns of the arrays that were not measured with care.
    """

    start: int
    selection: Selection
    sums: Sums
    plain: set[int] = field(default_factory=set)


class Watch:
    """One thread's view of the arrays that pass.

    Args:
        tallies: to be filled, by layer (-1 for x) and array.
        scratch: for as many values as a chunk has in one array, or as wait together.
    """

    def __init__(self, tallies: dict[tuple[int, Kind], Tally], scratch: Scratch) -> None:
        self.tallies = tallies
        self._scratch = scratch

    def views(self, values: Floats) -> Views:
        """Returns what ``observe`` asks for, of an array (rows, units), C-contiguous, at least one row."""
        return Views(values, self._scratch)

    def observe(self, tally: Tally, views: Views, chunk: Chunk) -> None:
        """Takes in x, z, or a of a chunk."""
        self._measure(tally, views, chunk)
        if tally.is_counted_along:
            return
        waiting = tally.waiting
        if waiting is None:
            tally.count(views, self._scratch, [(0, chunk.start)], chunk.selection)
            return
        if not waiting.fits(len(views.values)):
            self._count_waiting(tally, waiting)
        waiting.add(views.values, chunk.start)

    def measure_again(self, tally: Tally, views: Views, chunk: Chunk) -> None:
        """Takes in the sums of an array that needs care."""
        if tally.careful:
            self._measure(tally, views, chunk)

    def finish(self) -> None:
        """Counts what waits."""
        for tally in self.tallies.values():
            if tally.waiting is not None:
                self._count_waiting(tally, tally.waiting)
            tally.bins.put_away()

    def _measure(self, tally: Tally, views: Views, chunk: Chunk) -> None:
        into = chunk.sums[:, :, tally.units]
        if tally.careful:
            chunk.selection.measure_with_care(views, into)
            chunk.plain.discard(tally.units.start)
        else:
            chunk.selection.measure(views, into)
            chunk.plain.add(tally.units.start)

    def _count_waiting(self, tally: Tally, waiting: Waiting) -> None:
        values, starts = waiting.take()
        if len(values):
            everyone = Selection(None, len(values), 1, values.dtype.str)
            tally.count(Views(values, self._scratch), self._scratch, starts, everyone)


class Observer:
    """Statistics of x and of z and a of every layer; a of an activation that changes nothing is z.

    Args:
        model: what is run.
        classes: number of classes, or None without labels.
        rows: N.
    """

    def __init__(self, model: Model, classes: int | None, rows: int) -> None:
        self._model = model
        self._total = rows
        self._labelled = classes is not None
        self.classes = classes or 1
        self._rows = np.zeros(self.classes, np.int64)
        self._watches: list[Watch] = []
        self._tallies = _new_tallies(model, self.classes)
        self._fresh = [self._tallies]
        self._width = max(tally.units.stop for tally in self._tallies.values())
        self._moments = Moments.empty(self.classes, self._width)
        self._in_order = dict(sorted(self._tallies.items(), key=lambda item: item[1].units.start))
        self._careful: set[tuple[int, Kind]] = set()
        self._pending: list[Chunk] = []

    def watch(self, rows: int) -> Watch:
        """Returns a new thread's view, for chunks of up to so many rows."""
        try:
            tallies = self._fresh.pop()
        except IndexError:
            tallies = _new_tallies(self._model, self.classes)
        size = rows * max(self._model.dims)
        if self._total <= _CHUNKS * rows:
            self._careful.update(tallies)  # quicker than to compute some of a few chunks again
        elif not self._labelled:
            _let_wait(tallies.values(), rows, self._model.dtype)
            size = max(size, _MOST_WAITING)
        for key in list(self._careful):
            tallies[key].careful = True
        watch = Watch(tallies, Scratch(size, self._model.dtype))
        self._watches.append(watch)
        return watch

    def new_chunk(self, start: int, selection: Selection) -> Chunk:
        """Returns a chunk of which nothing has been summed yet."""
        return Chunk(start, selection, np.zeros((4, self.classes, self._width)))

    def doubts(self, chunks: Sequence[Chunk]) -> list[Chunk]:
        """Returns the chunks that must pass ``measure_again``: some of their sums need more care.

        From now on all watches measure such arrays with care.
        """
        starts = np.array([tally.units.start for tally in self._in_order.values()])
        with np.errstate(all="ignore"):
            sums = np.stack([chunk.sums for chunk in chunks], axis=1)
            doubts = doubtful(sums, starts, np.dtype(self._model.dtype).itemsize)
        plain = [[start in chunk.plain for start in starts.tolist()] for chunk in chunks]
        flags: NDArray[np.bool_] = np.logical_and(doubts, plain)
        for key in itertools.compress(self._in_order, np.logical_or.reduce(flags, 0)):
            self._careful.add(key)
            for watch in list(self._watches):
                watch.tallies[key].careful = True
        return list(itertools.compress(chunks, np.logical_or.reduce(flags, 1)))

    def merge(self, chunks: Sequence[Chunk]) -> None:
        """Takes in the sums of chunks, given in the order of their rows."""
        self._pending += chunks
        while len(self._pending) >= _MERGED:
            self._merge_pending(_MERGED)

    def _merge_pending(self, count: int) -> None:
        chunks, self._pending = self._pending[:count], self._pending[count:]
        self._moments = self._moments.with_sums(np.stack([chunk.sums for chunk in chunks], axis=1))
        for chunk in chunks:
            self._rows += chunk.selection.count[:, 0].astype(np.int64)

    def finish(self) -> dict[tuple[int, Kind], Tally]:
        """Returns what all threads together have seen, by layer (-1 for x) and array; once."""
        if self._pending:
            self._merge_pending(len(self._pending))
        for watch in self._watches:
            watch.finish()
        for watch in self._watches:
            if watch.tallies is not self._tallies:
                for key, tally in watch.tallies.items():
                    self._tallies[key].merge(tally)
        return self._tallies

    def statistics(self, tally: Tally, saturated: int) -> LayerStatistics:
        """Returns what a tally of all threads and the sums say, given the number of saturated values."""
        moments = self._moments[tally.units]
        units = moments.over_classes()
        whole = units.over_units()
        rows = int(self._rows.sum())
        some = tally.low <= tally.high
        return LayerStatistics(
            count=rows * units.count.shape[1],
            nan_count=tally.nan_count,
            inf_count=tally.inf_count,
            zero_count=int(tally.zeros.sum()),
            mean=float(_mean(whole)[0, 0]),
            std=float(_std(whole)[0, 0]),
            min=tally.low if some else math.nan,
            max=tally.high if some else math.nan,
            histogram=tally.bins.histogram(tally.low, tally.high),
            unit_mean=read_only(_mean(units)[0]),
            unit_std=read_only(_std(units)[0]),
            unit_zero_fraction=read_only(tally.zeros.sum(axis=0) / max(rows, 1)),
            saturated_count=saturated,
            classes=self._class_statistics(tally, moments) if self._labelled else None,
        )

    def _class_statistics(self, tally: Tally, moments: Moments) -> ClassStatistics:
        with np.errstate(invalid="ignore"):
            zeros = tally.zeros / self._rows[:, np.newaxis]
        return ClassStatistics(
            read_only(self._rows.copy()),
            read_only(_mean(moments)),
            read_only(_std(moments)),
            read_only(zeros),
        )


def _new_tallies(model: Model, classes: int) -> dict[tuple[int, Kind], Tally]:
    """Empty tallies by layer (-1 for x) and array, in the order in which the values arise."""
    width = 0

    def tally(units: int, flat: tuple[float, float], positive: Tally | None, along: bool) -> Tally:
        nonlocal width
        width += units
        zeros = np.zeros((classes, units), np.int64)
        return Tally(slice(width - units, width), zeros, flat, positive, along)

    nowhere = (-math.inf, math.inf)
    tallies: dict[tuple[int, Kind], Tally] = {(-1, "x"): tally(model.input_dim, nowhere, None, False)}
    for index, layer in enumerate(model.layers):
        function = layer.activation.function
        both = function.keeps == "positive"
        a = None if function.keeps == "all" else tally(layer.units, nowhere, None, both)
        # The saturated values of max(z, 0) are its zeros.
        flat = nowhere if both else function.flat
        tallies[index, "z"] = tally(layer.units, flat, a if both else None, False)
        if a is not None:
            tallies[index, "a"] = a
    return tallies


def watch_bytes(model: Model, rows: int) -> int:
    """Returns the most memory that a watch takes for chunks of up to so many rows, in bytes."""
    itemsize = np.dtype(model.dtype).itemsize
    values = max(rows * max(model.dims), _MOST_WAITING)
    waiting = min(_ALL_WAITING, (1 + 2 * len(model.layers)) * _MOST_WAITING)
    return values * (itemsize + 1 + np.dtype(np.intp).itemsize // 2) + waiting * itemsize


def _let_wait(tallies: Iterable[Tally], rows: int, dtype: str) -> None:
    """Gives the narrow arrays of chunks of so many rows room to wait."""
    free = _ALL_WAITING
    for tally in tallies:
        units = tally.zeros.shape[1]
        room = max(_WAITING, _CHUNKS * rows * units)
        if not tally.is_counted_along and room <= min(_MOST_WAITING, free):
            tally.waiting = Waiting(room // units, units, dtype)
            free -= room


def _mean(moments: Moments) -> NDArray[np.float64]:
    return np.where(moments.count > 0, moments.mean, np.nan)


def _std(moments: Moments) -> NDArray[np.float64]:
    return np.sqrt(moments.square / np.where(moments.count > 0, moments.count, np.nan))
