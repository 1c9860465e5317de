"""The streaming run: minibatches through all layers, with progress, cancel and statistics.

Memory does not grow with the number of rows, the outputs apart. Every thread has, for chunk rows × the
widest layer, two arrays of layer values, one of x in the model's dtype, one for statistics, at most three
for activations and one of bytes, and 2 MiB for counting. See ``peak_bytes``. Of mapped files, the pages of
some 40 ms of work are in memory besides.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np

from densegui.engine import threads as blas
from densegui.engine.forward import as_batch_size, checked, is_small
from densegui.engine.histogram import COUNTING_BYTES
from densegui.engine.moments import Selection
from densegui.engine.observer import Chunk, Observer, Scratch
from densegui.engine.outputs import Outputs, forget_pages
from densegui.engine.plans import Buffers, Plan
from densegui.engine.results import LayerResult, NonFinite, Progress, RunResult

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.model import Model
    from densegui.engine.rows import Rows

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
        return RunResult(
            model=model,
            inputs=stream.observer.statistics(stream.observer.slots[-1, "x"]),
            layers=stream.layer_results(),
            outputs=outputs.finish(),
            rows=len(rows),
            batch_size=size or stream.chunk,
            minibatches=-(-len(rows) // (size or stream.chunk)),
            seconds=time.perf_counter() - started,
            first_non_finite=stream.first_non_finite(),
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


class _Workspace:
    """What one thread needs: plans for full and for last chunks, and scratch."""

    def __init__(self, model: Model, rows: int) -> None:
        self._model = model
        self._buffers = Buffers(model, rows)
        self._plans: dict[int, Plan] = {}
        self._selections: dict[int, Selection] = {}
        self.scratch = Scratch(model, rows)

    def plan(self, rows: int) -> Plan:
        if rows not in self._plans:
            self._plans[rows] = Plan(self._model, rows, self._buffers)
        return self._plans[rows]

    def everyone(self, rows: int) -> Selection:
        if rows not in self._selections:
            self._selections[rows] = Selection(None, rows, 1, self._model.dtype)
        return self._selections[rows]


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
        self.observer = Observer(model, None if labels is None else int(labels.max(initial=0)) + 1)
        self._idle: list[_Workspace] = []
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
            self.observer.merge(finished)
            before, done = done, min(finished[-1].start + self.chunk, total)
            for array in (self._rows, outputs):
                forget_pages(array, before, done)
            yield done

    def _work(self, starts: Iterator[int], deadline: float, outputs: Floats) -> None:
        try:
            workspace = self._idle.pop()
        except IndexError:
            workspace = _Workspace(self._model, self.chunk)
        with np.errstate(all="ignore"):
            began = time.perf_counter()
            for start in starts:
                self._compute(start, workspace, outputs)
                before, began = began, time.perf_counter()
                if 2 * began - before > deadline:  # one more of the kind would end too late
                    break
        self._idle.append(workspace)

    def _compute(self, start: int, workspace: _Workspace, outputs: Floats) -> None:
        part = np.asarray(self._rows[start : start + self.chunk])
        labels = None if self._labels is None else self._labels[start : start + self.chunk]
        plan = workspace.plan(len(part))
        observer, slots = self.observer, self.observer.slots
        selection = workspace.everyone(len(part)) if labels is None else self._select(labels)
        chunk = Chunk(start, selection, observer.new_sums(), workspace.scratch)
        observer.observe(slots[-1, "x"], plan.start(part), chunk)
        for index, (before, after, values) in enumerate(plan.layers):
            function = self._model.layers[index].activation.function
            for step in before:
                step()
            seen = observer.observe(slots[index, "z"], values, chunk)
            if function.keeps != "positive":  # there the saturated values are the zeros of a
                observer.count_flat(seen, values, function.flat, chunk)
            for step in after:
                step()
            if function.keeps != "all":
                of_z = seen if function.keeps == "positive" else None
                observer.observe(slots[index, "a"], values, chunk, of_z)
        outputs[start : start + len(part)] = plan.outputs
        self._done.append(chunk)

    def _select(self, labels: NDArray[np.intp]) -> Selection:
        return Selection(labels, len(labels), self.observer.classes, self._model.dtype)

    def layer_results(self) -> tuple[LayerResult, ...]:
        """Returns the statistics of each layer."""
        results = []
        slots = self.observer.slots
        for index in range(len(self._model.layers)):
            of_z, of_a = slots[index, "z"], slots.get((index, "a"))
            saturated = of_z.saturated
            if of_a is not None and of_a.is_positive_part:
                saturated = self.observer.zero_count(of_a)
            z = self.observer.statistics(of_z, saturated)
            results.append(LayerResult(z, self.observer.statistics(of_a, saturated) if of_a else z))
        return tuple(results)

    def first_non_finite(self) -> NonFinite | None:
        """Returns where the first NaN or infinity arises."""
        for (index, kind), slot in self.observer.slots.items():
            if slot.first is not None:
                sample, unit, value = slot.first
                layer = None if kind == "x" else index
                return NonFinite(layer, kind, sample, unit, value, self._cause(index, kind, unit))
        return None

    def _cause(
        self, index: int, kind: Literal["x", "z", "a"], unit: int
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
    return threads * (values * (7 * itemsize + 1) + COUNTING_BYTES)


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
