"""The forward pass: minibatches through all layers, with progress, cancel and statistics."""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

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
class LayerTrace:
    """One layer's numbers for one minibatch: x·W + b = z (N, n_out), g(z) = a (N, n_out)."""

    weights: Floats
    bias: Floats
    z: Floats
    a: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """Every number of one minibatch x (N, n_in)."""

    x: Floats
    layers: tuple[LayerTrace, ...]

    @property
    def outputs(self) -> Floats:
        """The last layer's a (N, n_last)."""
        return self.layers[-1].a if self.layers else self.x


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
    rows = _checked(model, x)
    size = CHUNK_ROWS if batch_size is None else _batch_size(batch_size)
    total = len(rows)
    inputs = Accumulator(model.input_dim, model.dtype)
    sums = [
        (Accumulator(layer.units, model.dtype), Accumulator(layer.units, model.dtype))
        for layer in model.layers
    ]
    outputs = np.empty((total, model.output_dim), model.dtype)
    for start in range(0, total, size):
        values = _convert(model, rows[start : start + size])
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


def predict(model: Model, x: ArrayLike, *, batch_size: int | None = None) -> Floats:
    """Returns the outputs (N, n_last) alone; one row (n_in,) gives (n_last,)."""
    single = np.ndim(x) == 1
    rows = _checked(model, x)
    size = CHUNK_ROWS if batch_size is None else _batch_size(batch_size)
    outputs = np.empty((len(rows), model.output_dim), model.dtype)
    for start in range(0, len(rows), size):
        values = _convert(model, rows[start : start + size])
        for layer, parameters in zip(model.layers, model.parameters, strict=True):
            values = values @ parameters.weights
            values += parameters.bias
            layer.activation.apply(values, values)
        outputs[start : start + size] = values
    return outputs[0] if single else outputs


def trace(model: Model, x: ArrayLike) -> Trace:
    """Returns every number of the forward pass of x (N, n_in); one row (n_in,) counts as N = 1."""
    values = first = _convert(model, _checked(model, x))
    layers = []
    for layer, parameters in zip(model.layers, model.parameters, strict=True):
        z = values @ parameters.weights
        z += parameters.bias
        values = layer.activation(z)
        layers.append(LayerTrace(parameters.weights, parameters.bias, z, values))
    for array in (first, *(item for layer in layers for item in (layer.z, layer.a))):
        array.flags.writeable = False
    return Trace(first, tuple(layers))


def _checked(model: Model, x: ArrayLike) -> NDArray[Any]:
    """Returns x as (N, n_in), not yet converted, so that a memory map stays on disk."""
    rows = np.asanyarray(x)
    if rows.dtype.kind not in "fiub":
        raise TypeError(f"x must be an array of real numbers, got dtype {rows.dtype}")
    if rows.ndim == 1:
        rows = rows[np.newaxis]
    if rows.ndim != 2 or rows.shape[1] != model.input_dim:
        raise ValueError(
            f"x of shape {np.shape(x)} does not fit weights of shape {model.dims[:2]}: "
            f"x must have shape (N, {model.input_dim})"
        )
    return rows


def _convert(model: Model, rows: NDArray[Any]) -> Floats:
    return np.array(rows, dtype=model.dtype, order="C")


def _batch_size(value: int) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"batch_size must be a whole number, got {value!r}")
    if value < 1:
        raise ValueError(f"batch_size must be 1 or more, got {value}")
    return int(value)
