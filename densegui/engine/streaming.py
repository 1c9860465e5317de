"""The streaming run: minibatches through all layers, with progress, cancel and statistics."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.engine.forward import as_batch_size, checked
from densegui.engine.model import Model
from densegui.engine.statistics import Accumulator, LayerStatistics

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating[Any]]

CHUNK_ROWS = 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, in rows."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class LayerResult:
    """Statistics of one layer over all rows: before (z) and after (a) the activation."""

    z: LayerStatistics
    a: LayerStatistics


@dataclass(frozen=True, slots=True, eq=False)
class RunResult:
    """What a run says.

    Attributes:
        model: the model that was run, its parameters drawn.
        inputs: statistics of x.
        layers: statistics of each layer.
        outputs: (N, n_last), read-only.
        rows: N.
        batch_size: rows in a minibatch.
        minibatches: number of minibatches.
        seconds: wall time of the run.
    """

    model: Model
    inputs: LayerStatistics
    layers: tuple[LayerResult, ...]
    outputs: Floats
    rows: int
    batch_size: int
    minibatches: int
    seconds: float


def run(model: Model, x: ArrayLike, *, batch_size: int | None = None) -> Generator[Progress, None, RunResult]:
    """Runs x in minibatches; every ``yield`` is a point of progress and cancel.

    Args:
        model: what to run.
        x: (N, n_in), any real dtype.
        batch_size: rows in a minibatch; the result does not depend on it.

    Yields:
        The rows done so far.

    Returns:
        Statistics of every layer, and the outputs.

    Raises:
        ValueError: a shape that does not fit; named before anything is computed.
        TypeError: values that are not real numbers.
    """
    started = time.perf_counter()
    rows = checked(model, x)
    size = CHUNK_ROWS if batch_size is None else as_batch_size(batch_size)
    total = len(rows)
    inputs = Accumulator(model.input_dim, model.dtype)
    sums = [
        (Accumulator(layer.units, model.dtype), Accumulator(layer.units, model.dtype))
        for layer in model.layers
    ]
    outputs = np.empty((total, model.output_dim), model.dtype)
    for start in range(0, total, size):
        values = np.array(rows[start : start + size], dtype=model.dtype, order="C")
        inputs.add(values)
        for layer, parameters, (of_z, of_a) in zip(model.layers, model.parameters, sums, strict=True):
            values = values @ parameters.weights
            values += parameters.bias
            of_z.add(values)
            layer.activation.apply(values, values)
            of_a.add(values)
        outputs[start : start + size] = values
        yield Progress(min(start + size, total), total)
    outputs.flags.writeable = False
    return RunResult(
        model=model,
        inputs=inputs.finish(),
        layers=tuple(LayerResult(z.finish(), a.finish()) for z, a in sums),
        outputs=outputs,
        rows=total,
        batch_size=size,
        minibatches=-(-total // size),
        seconds=time.perf_counter() - started,
    )


def finish(steps: Generator[Progress, None, RunResult]) -> RunResult:
    """Drives a run to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: RunResult = stop.value
            return result
