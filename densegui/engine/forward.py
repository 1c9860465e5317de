"""The forward pass of single calls: predict gives the outputs, trace every number.

The numbers do not depend on the batch size or on the number of threads, up to the rounding of the BLAS: it
adds the products of a row in an order that depends on how many rows it is given, so z of one layer differs
by at most 2·n·ε·(|x|·|W| + |b|), n = n_in + 1, ε = 2⁻²⁴ (float32) or 2⁻⁵³ (float64). The same
call with the same number of threads gives the same bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine import threads as blas
from densegui.engine.plans import Buffers, Plan, keep_plan, layer_steps
from densegui.engine.rows import as_rows
from densegui.engine.statistics import read_only

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.model import Model
    from densegui.engine.rows import Rows

    Floats = NDArray[np.floating[Any]]

_SMALL_WORK: Final = 2 * 10**8  # multiplications and additions; below it threads cost more than they give
_REAL: Final = frozenset("fiub")  # kinds of dtype
_SMALL_ROWS: Final = 2048
_BUFFER_BYTES: Final = 32 * 2**20


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


def predict(
    model: Model, x: ArrayLike, *, batch_size: int | None = None, threads: int | None = None
) -> Floats:
    """Returns the outputs (N, n_last) alone; see ``Model.predict``."""
    if type(x) is np.ndarray and x.dtype.kind in _REAL and batch_size is None and threads is None:
        plan = model.plans.pop(x.shape, None)
        if plan is not None:  # the quickest way; the plan's shape is proof that x fits
            outputs = plan.predict(x)
            model.plans[x.shape] = plan
            return outputs
    rows = checked(model, x)
    outputs = _predict(model, rows, batch_size, threads)
    return outputs[0] if np.ndim(x) == 1 else outputs


def _predict(model: Model, rows: Rows, batch_size: int | None, threads: int | None) -> Floats:
    count = len(rows)
    size = count if batch_size is None else as_batch_size(batch_size)
    if is_small(model, count) and size >= count and threads is None:
        plan = model.plans.pop(rows.shape, None) or Plan(model, count)
        outputs = plan.predict(np.asarray(rows))
        keep_plan(model, plan, rows.shape)
        return outputs
    outputs = np.empty((count, model.output_dim), model.dtype)
    helpers = blas.available(threads)
    chunk = min(size, chunk_rows(model, count, helpers))

    def work(starts: Iterator[int]) -> None:
        buffers = Buffers(model, chunk)
        plans: dict[int, Plan] = {}
        for start in starts:
            part = np.asarray(rows[start : start + chunk])
            plan = plans.get(len(part)) or plans.setdefault(len(part), Plan(model, len(part), buffers))
            plan.predict(part, outputs[start : start + chunk])

    blas.spread(work, iter(range(0, count, chunk)), min(helpers, -(-count // chunk)))
    return outputs


def trace(model: Model, x: ArrayLike, *, threads: int | None = None) -> Trace:
    """Returns every number of the forward pass; see ``Model.trace``."""
    rows = checked(model, x)
    with np.errstate(all="ignore"):
        first = read_only(np.array(rows, dtype=model.dtype, order="C"))
    return _traced(model, Trace(first, ()), threads)


def retrace(model: Model, before: Trace, start: int, *, threads: int | None = None) -> Trace:
    """Returns the trace of the same x with the layers from ``start`` on anew; see ``Model.retrace``."""
    if not 0 <= start <= min(len(before.layers), len(model.layers)):
        raise ValueError(f"start must be from 0 to {min(len(before.layers), len(model.layers))}, got {start}")
    if before.x.shape[1] != model.input_dim or before.x.dtype != model.dtype:
        raise ValueError(f"the trace is of x {before.x.shape} {before.x.dtype}, not of this model")
    for name, old, new in zip(model.names, before.layers[:start], model.parameters, strict=False):
        if old.weights is not new.weights or old.bias is not new.bias:
            raise ValueError(
                f"{name} has changed since the trace: start before it, at {model.names.index(name)}"
            )
    return _traced(model, Trace(before.x, before.layers[:start]), threads)


def _traced(model: Model, known: Trace, threads: int | None) -> Trace:
    """Computes the layers that are not known yet, keeping z and a of each."""
    count, first = len(known.x), len(known.layers)
    layers = list(known.layers)
    for layer, parameters in zip(model.layers[first:], model.parameters[first:], strict=True):
        z, a = (np.empty((count, layer.units), model.dtype) for _ in range(2))
        layers.append(LayerTrace(parameters.weights, parameters.bias, z, a))
    small = is_small(model, count) and threads is None
    helpers = 1 if small else blas.available(threads)
    chunk = max(1, count if small else chunk_rows(model, count, helpers))

    def work(starts: Iterator[int]) -> None:
        buffers = Buffers(model, chunk)
        with np.errstate(all="ignore"):
            for start in starts:
                _trace_rows(model, known, layers, slice(start, min(start + chunk, count)), buffers)

    starts = iter(range(0, count, chunk))
    if small:
        work(starts)
    else:
        blas.spread(work, starts, helpers)
    for new in layers[first:]:
        read_only(new.z)
        read_only(new.a)
    return Trace(known.x, tuple(layers))


def _trace_rows(model: Model, known: Trace, layers: list[LayerTrace], rows: slice, buffers: Buffers) -> None:
    first = len(known.layers)
    source = known.outputs[rows]
    parts = zip(model.layers[first:], model.parameters[first:], layers[first:], strict=True)
    for layer, parameters, kept in parts:
        z, a = kept.z[rows], kept.a[rows]
        for step in layer_steps(layer, parameters, source, z, a, buffers.scratch(z.shape)):
            step()
        source = a


def is_small(model: Model, rows: int) -> bool:
    """Whether one product over all rows is the quickest way."""
    return rows <= _SMALL_ROWS and 2 * rows * sum(model.connections) <= _SMALL_WORK


def chunk_rows(model: Model, rows: int, threads: int) -> int:
    """How many rows one thread takes at a time.

    The BLAS packs W anew at every call, so wide layers want more rows; a chunk's values shall stay near the
    processor, so narrow ones want fewer. All threads get the same number of chunks.
    """
    largest = max(model.connections, default=0) * np.dtype(model.dtype).itemsize
    wanted = 1024 if largest <= 2**20 else 2048 if largest <= 2**23 else 4096
    wanted = max(1, min(wanted, _BUFFER_BYTES // (max(model.dims) * np.dtype(model.dtype).itemsize)))
    chunks = -(-rows // wanted)
    chunks = -(-chunks // threads) * threads
    return max(1, -(-rows // max(chunks, 1)))


def checked(model: Model, x: ArrayLike) -> Rows:
    """Returns x as (N, n_in), not yet converted, so that a memory map stays on disk.

    Rows on demand (see ``densegui.engine.rows``) come back as they are: nothing of them is read.

    Raises:
        ValueError: a shape that does not fit.
        TypeError: values that are not real numbers.
    """
    rows = as_rows(x)
    if rows.dtype.kind not in _REAL:
        raise TypeError(f"x must be an array of real numbers, got dtype {rows.dtype}")
    shape = rows.shape
    if rows.ndim == 1:
        rows = np.asarray(rows)[np.newaxis]
    if rows.ndim != 2 or rows.shape[1] != model.input_dim:
        flatten = "; reshape samples of several axes to one row each" if rows.ndim > 2 else ""
        raise ValueError(
            f"x of shape {shape} does not fit weights of shape {model.dims[:2]}: "
            f"x must have shape (N, {model.input_dim}){flatten}"
        )
    return rows


def as_batch_size(value: int) -> int:
    """Returns a batch size as a whole number of 1 or more.

    Raises:
        ValueError: below 1.
        TypeError: not a whole number.
    """
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"batch_size must be a whole number, got {value!r}")
    if value < 1:
        raise ValueError(f"batch_size must be 1 or more, got {value}")
    return value.__index__()
