"""The streaming run: minibatches through all layers, with progress, cancel and statistics.

Memory does not grow with the number of rows, the outputs apart. Every thread has, for chunk rows × the
widest layer, two arrays of layer values, one of x in the model's dtype and at most three for activations;
for statistics one more, a byte and half an index a value, and values of narrow layers that wait to be
counted together. See ``peak_bytes``. Of mapped files, the pages of some 40 ms of work are in memory besides.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from densegui.engine import threads as blas
from densegui.engine.forward import as_batch_size, checked, is_small
from densegui.engine.moments import Selection
from densegui.engine.observer import Observer, watch_bytes
from densegui.engine.outputs import Outputs, forget_pages
from densegui.engine.results import LayerResult, NonFinite, Progress, RunResult
from densegui.engine.workspace import Workspace

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.model import Model
    from densegui.engine.observer import Chunk, Kind
    from densegui.engine.rows import Rows
    from densegui.engine.statistics import LayerStatistics
    from densegui.engine.tally import Tally

    Floats = NDArray[np.floating[Any]]

_ROUND_SECONDS: Final = 0.04  # between two points of progress; a chunk may take longer than the last
_CHUNK_WORK: Final = 10**9  # multiplications and additions: some 10 to 30 ms of one core
_CHUNK_VALUES: Final = 2**19  # of the widest layer
_LEAST_ROWS: Final = 16


def run(
    model: Model,
    x: ArrayLike,
    *,
    batch_size: int | None = None,
    labels: ArrayLike | None = None,
    outputs_path: str | os.PathLike[str] | None = None,
    threads: int | None = None,
) -> Generator[Progress, None, RunResult]:
    """Runs x in minibatches; every ``yield`` is a point of progress and cancel, at most 50 ms apart.

    Between two yields nothing of the run goes on: a generator that is closed or dropped leaves no thread
    at work, no setting of the BLAS changed and no unfinished file.

    Args:
        model: what to run.
        x: (N, n_in), any real dtype; a memory map stays on disk, and of rows on demand (see
            ``densegui.engine.rows``) no more is in memory than is computed at the time.
        batch_size: rows in a minibatch; the result does not depend on it. Several small ones are computed
            together, a large one in parts.
        labels: (N,) whole numbers from 0: statistics of each class are kept as well.
        outputs_path: the .npy file to write the outputs to; needed where they exceed ``OUTPUT_BYTES``.
        threads: at most so many; None means as many as the BLAS is set up for.

    Yields:
        The rows done so far.

    Returns:
        Statistics of every layer, and the outputs.

    Raises:
        ValueError: a shape that does not fit, labels below 0, outputs too large for memory; named before
            anything is computed.
        TypeError: values that are not real numbers, labels that are not whole numbers.
    """
    started = time.perf_counter()
    rows = checked(model, x)
    classes = None if labels is None else _labels(labels, len(rows))
    size = None if batch_size is None else as_batch_size(batch_size)
    stream = _Stream(model, rows, classes, size, None if threads is None else blas.available(threads))
    outputs = Outputs((len(rows), model.output_dim), model.dtype, outputs_path)
    try:
        for done in stream.rounds(outputs.array):
            yield Progress(done, len(rows))
        inputs, layers, first = stream.results()
        return RunResult(
            model=model,
            inputs=inputs,
            layers=layers,
            outputs=outputs.finish(),
            rows=len(rows),
            batch_size=size or stream.chunk,
            minibatches=-(-len(rows) // (size or stream.chunk)),
            seconds=time.perf_counter() - started,
            first_non_finite=first,
        )
    finally:
        outputs.discard()


def finish(steps: Generator[Progress, None, RunResult]) -> RunResult:
    """Drives a run to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: RunResult = stop.value
            return result


class _Stream:
    """A run under way."""

    def __init__(
        self,
        model: Model,
        rows: Rows,
        labels: NDArray[np.intp] | None,
        batch_size: int | None,
        threads: int | None,
    ) -> None:
        self._model = model
        self._rows = rows
        self._labels = labels
        self._single = threads is None and is_small(model, len(rows))
        self._threads = 1 if self._single else threads or blas.available()
        self.chunk = _chunk_rows(model, len(rows), batch_size, self._threads)
        classes = None if labels is None else int(labels.max(initial=0)) + 1
        self._observer = Observer(model, classes, len(rows))
        self._idle: list[Workspace] = []
        self._done: list[Chunk] = []

    def rounds(self, outputs: Floats) -> Iterator[int]:
        """Computes for up to 40 ms at a time; yields the number of rows done."""
        total = len(self._rows)
        starts = iter(range(0, total, self.chunk))
        done = 0
        while done < total:
            deadline = time.perf_counter() + _ROUND_SECONDS

            def work(numbers: Iterator[int], deadline: float = deadline) -> None:
                self._work(numbers, deadline, outputs)

            if total <= self.chunk:
                work(starts)
            else:
                blas.spread(work, starts, self._threads)
            finished, self._done = sorted(self._done, key=lambda chunk: chunk.start), []
            for chunk in self._observer.doubts(finished):
                self._measure_again(chunk, self._idle[0])
                if time.perf_counter() > deadline:
                    yield done
                    deadline = time.perf_counter() + _ROUND_SECONDS
            self._observer.merge(finished)
            before, done = done, min(finished[-1].start + self.chunk, total)
            for array in (self._rows, outputs):
                forget_pages(array, before, done)
            yield done

    def _work(self, starts: Iterator[int], deadline: float, outputs: Floats) -> None:
        try:
            workspace, is_new = self._idle.pop(), False
        except IndexError:
            workspace, is_new = Workspace(self._model, self.chunk, self._observer), True
        with np.errstate(all="ignore"):
            began = time.perf_counter()
            for start in starts:
                chunk = self._compute(start, workspace, outputs)
                if is_new and self._observer.doubts([chunk]):  # then there will be more of the kind
                    self._measure_again(chunk, workspace)
                is_new = False
                before, began = began, time.perf_counter()
                if 2 * began - before > deadline:  # one more of the kind would end too late
                    break
        self._idle.append(workspace)

    def _compute(self, start: int, workspace: Workspace, outputs: Floats) -> Chunk:
        part = np.asarray(self._rows[start : start + self.chunk])
        labels = None if self._labels is None else self._labels[start : start + self.chunk]
        plan = workspace.plan(len(part))
        selection = workspace.everyone(len(part)) if labels is None else self._select(labels)
        chunk = self._observer.new_chunk(start, selection)
        workspace.show(part, chunk, workspace.watch.observe)
        outputs[start : start + len(part)] = plan.outputs
        self._done.append(chunk)
        return chunk

    def _measure_again(self, chunk: Chunk, workspace: Workspace) -> None:
        part = np.asarray(self._rows[chunk.start : chunk.start + self.chunk])
        with np.errstate(all="ignore"), blas.single_blas():  # as it was: other threads, other last bits
            workspace.show(part, chunk, workspace.watch.measure_again)

    def _select(self, labels: NDArray[np.intp]) -> Selection:
        return Selection(labels, len(labels), self._observer.classes, self._model.dtype)

    def results(self) -> tuple[LayerStatistics, tuple[LayerResult, ...], NonFinite | None]:
        """Returns the statistics of x and of each layer, and where the first NaN or infinity arises."""
        tallies, statistics = self._observer.finish(), self._observer.statistics
        layers = []
        for index in range(len(self._model.layers)):
            of_z, of_a = tallies[index, "z"], tallies.get((index, "a"))
            saturated = of_z.saturated if of_z.positive is None else int(of_z.positive.zeros.sum())
            z = statistics(of_z, saturated)
            layers.append(LayerResult(z, statistics(of_a, saturated) if of_a else z))
        return statistics(tallies[-1, "x"], 0), tuple(layers), self._first_non_finite(tallies)

    def _first_non_finite(self, tallies: dict[tuple[int, Kind], Tally]) -> NonFinite | None:
        for (index, kind), tally in tallies.items():
            if tally.first is not None:
                sample, unit, value = tally.first
                layer = None if kind == "x" else index
                return NonFinite(layer, kind, sample, unit, value, self._cause(index, kind, unit))
        return None

    def _cause(
        self, index: int, kind: Kind, unit: int
    ) -> Literal["data", "weights", "product", "activation"]:
        if kind == "x":
            return "data"
        if kind == "a":
            return "activation"
        parameters = self._model.parameters[index]
        sound = np.isfinite(parameters.weights[:, unit]).all() and np.isfinite(parameters.bias[unit])
        return "product" if sound else "weights"


def peak_bytes(model: Model, rows: int, threads: int) -> int:
    """Returns the most memory that a run takes beside the model, x and the outputs, in bytes.

    Args:
        model: what is run.
        rows: N.
        threads: how many compute.
    """
    itemsize = np.dtype(model.dtype).itemsize
    chunk = _chunk_rows(model, rows, None, threads)
    values = chunk * max(model.dims)
    return threads * (values * 6 * itemsize + watch_bytes(model, chunk))


def _chunk_rows(model: Model, rows: int, batch_size: int | None, threads: int) -> int:
    """Rows computed at a time: little enough for progress and the processor's cache."""
    wanted = _CHUNK_WORK // max(1, 2 * sum(model.connections))
    wanted = max(_LEAST_ROWS, min(wanted, _CHUNK_VALUES // max(model.dims)))
    if threads > 1:
        chunks = -(-rows // wanted)
        wanted = max(_LEAST_ROWS, -(-rows // (-(-chunks // threads) * threads or 1)))
    if batch_size is not None and batch_size < wanted:
        wanted -= wanted % batch_size
    return max(1, min(wanted, rows))


def _labels(labels: ArrayLike, rows: int) -> NDArray[np.intp]:
    array = np.asarray(labels)
    if array.dtype.kind not in "iub":
        raise TypeError(f"labels must be whole numbers, got dtype {array.dtype}")
    if array.shape != (rows,):
        raise ValueError(f"labels must have shape ({rows},), one for each row of x, got {array.shape}")
    if rows and array.min() < 0:
        raise ValueError(f"labels must be 0 or more, got {array.min()}")
    return array.astype(np.intp)
