"""Plans: the calls of a forward pass, bound to buffers once and repeated on new values.

A plan belongs to one caller at a time. Idle plans wait in ``Model.plans``; taking one out of the dict is
atomic, so two threads that run the same model never share a buffer.
"""

from __future__ import annotations

from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine import threads as blas

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.activation_function import Step, Take
    from densegui.engine.dense import Dense
    from densegui.engine.model import Model
    from densegui.engine.parameters import Parameters

    Floats = NDArray[np.floating[Any]]

_IDLE_PLANS: Final = 4  # kept per model
_IDLE_BYTES: Final = 4 * 2**20  # of one kept plan
_WIDENED_BYTES: Final = 4 * 2**20  # of copied weights; one kept plan has one row

# OpenBLAS multiplies one row by a matrix of fewer elements on one core (interface/gemv.c). Zeros that lift
# the matrix to this size bring in the other cores; beyond the growth below they cost more than that gives.
_SPLIT_SIZE: Final = 4 * 115_200
_SPLIT_GROWTH: Final = 1.3
_SPLIT_UNITS: Final = 16  # the kernels take so many units at a time

_TILED_UNITS: Final = 128  # a bias this narrow is repeated for every row: adding is then one long loop


class Buffers:
    """Memory that the plans of one thread share: two arrays for layer values, the rest scratch.

    Args:
        model: whose layers the buffers fit.
        rows: the largest number of rows.
    """

    def __init__(self, model: Model, rows: int) -> None:
        self._size = max(2, rows * max(model.dims))
        self._dtype = model.dtype
        self._arrays: list[Floats] = []

    def view(self, index: int, shape: tuple[int, int]) -> Floats:
        """Returns the first part of array ``index`` in this shape."""
        while index >= len(self._arrays):
            self._arrays.append(np.zeros(self._size, self._dtype))
        return self._arrays[index][: shape[0] * shape[1]].reshape(shape)

    def scratch(self, shape: tuple[int, int]) -> Take:
        """Returns a ``take`` that gives one scratch array after the other."""
        free = iter(range(3, 64))
        return lambda: self.view(next(free), shape)

    @property
    def nbytes(self) -> int:
        """Memory taken so far, in bytes."""
        return sum(array.nbytes for array in self._arrays)


class Plan:
    """The forward pass of ``rows`` rows through all layers, activations in place.

    Attributes:
        layers: of each layer the calls for z, the calls that turn z into a, and the array of both. The
            first product is not among them: its input changes, see ``start``.
        outputs: (rows, n_last), overwritten by the next call.
    """

    def __init__(self, model: Model, rows: int, buffers: Buffers | None = None) -> None:
        self._buffers = buffers or Buffers(model, rows)
        self._inputs = (rows, model.input_dim)
        self._dtype = np.dtype(model.dtype)
        self.layers: list[tuple[tuple[Step, ...], tuple[Step, ...], Floats]] = []
        source: Floats | None = None
        self._first: tuple[Floats, Floats] | None = None
        room = _WIDENED_BYTES if rows == 1 and buffers is None else 0
        for place, (layer, parameters) in enumerate(zip(model.layers, model.parameters, strict=True)):
            weights, z = parameters.weights, self._buffers.view(place % 2, (rows, layer.units))
            target = z
            if _is_worth_widening(weights, room):
                weights = _widened(weights)
                room -= weights.nbytes
                target = np.zeros((1, weights.shape[1]), self._dtype)
                z = target[:, : layer.units]
            # Element by element, NumPy takes twice as long for one number as for two: a second goes along.
            alone = z.size == 1 and not layer.activation.function.rowwise
            values = self._buffers.view(place % 2, (1, 2)) if alone else z
            take = self._buffers.scratch(values.shape)
            if source is None:
                self._first = weights, target
            product = () if source is None else (partial(np.dot, source, weights, target),)
            before = product + _add_bias(parameters.bias, values)
            self.layers.append((before, layer.activation.steps(values, values, take), z))
            source = z
        self._steps = [step for before, after, _ in self.layers for step in before + after]
        self.outputs = self._buffers.view(2, self._inputs) if source is None else source
        # A context of its own in which nothing warns: entering it costs a tenth of np.errstate.
        self._quiet = copy_context()
        self._quiet.run(np.seterr, all="ignore")

    def start(self, x: NDArray[Any]) -> Floats:
        """Computes x·W of the first layer; returns x as the layer saw it: in the model's dtype.

        The caller silences floating-point warnings.
        """
        if x.dtype != self._dtype or not x.flags.c_contiguous:
            converted = self._buffers.view(2, self._inputs)
            np.copyto(converted, x, casting="unsafe")
            x = converted
        if self._first is None:
            self.outputs = x
        else:
            np.dot(x, *self._first)
        return x

    def predict(self, x: NDArray[Any], out: Floats | None = None) -> Floats:
        """Returns the outputs for x (rows, n_in) in ``out`` or a new array, without warnings."""
        return self._quiet.run(self._predict, x, out)

    def _predict(self, x: NDArray[Any], out: Floats | None) -> Floats:
        self.start(x)
        for step in self._steps:
            step()
        if out is None:
            return self.outputs.copy()
        np.copyto(out, self.outputs)
        return out

    @property
    def nbytes(self) -> int:
        """Memory of the buffers, in bytes."""
        return self._buffers.nbytes


def keep_plan(model: Model, plan: Plan, shape: tuple[int, ...]) -> None:
    """Lets a plan wait for the next call with x of this shape; large ones are dropped."""
    if plan.nbytes <= _IDLE_BYTES:
        model.plans[shape] = plan
        if len(model.plans) > _IDLE_PLANS:
            model.plans.popitem()


def layer_steps(
    layer: Dense, parameters: Parameters, source: Floats, z: Floats, a: Floats, take: Take
) -> tuple[Step, ...]:
    """The calls of one layer that keeps z and a apart."""
    bias = (partial(np.add, z, parameters.bias, z),) if parameters.bias.any() else ()
    return (partial(np.dot, source, parameters.weights, z), *bias, *layer.activation.steps(z, a, take))


def _is_worth_widening(weights: Floats, room: int) -> bool:
    """Whether zeros beside the weights let one row be multiplied on more cores, within ``room`` bytes."""
    size = _widened_units(weights) * len(weights)
    return (
        weights.size < _SPLIT_SIZE
        and size <= _SPLIT_GROWTH * weights.size
        and size * weights.itemsize <= room
        and blas.is_split_openblas()
    )


def _widened(weights: Floats) -> Floats:
    """A copy of W (n_in, n_out) with columns of zeros, each unit's weights side by side in memory."""
    wide = np.zeros((_widened_units(weights), len(weights)), weights.dtype)
    wide[: weights.shape[1]] = weights.T
    return wide.T


def _widened_units(weights: Floats) -> int:
    units = -(-_SPLIT_SIZE // len(weights))
    return -(-units // _SPLIT_UNITS) * _SPLIT_UNITS


def _add_bias(bias: Floats, z: Floats) -> tuple[Step, ...]:
    if not bias.any():
        return ()
    if bias.size <= _TILED_UNITS:
        bias = np.tile(bias, z.size // bias.size).reshape(z.shape)
    return (partial(np.add, z, bias, z),)
