"""Model: a stack of Dense layers as one frozen value."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from densegui.engine.dense import Dense, as_dimension
from densegui.engine.initializers import stream

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.forward import RunResult, Trace

    Floats = NDArray[np.floating[Any]]

DTYPES = ("float32", "float64")


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """Weights (n_in, n_out) and bias (n_out,) of one layer; read-only."""

    weights: Floats
    bias: Floats

    @property
    def nbytes(self) -> int:
        """Memory of both arrays, in bytes."""
        return self.weights.nbytes + self.bias.nbytes


class _Cell:
    """The parameters of one layer, drawn when first asked for and shared by all models that agree on them."""

    __slots__ = ("_lock", "_value", "key")

    def __init__(self, key: tuple[Any, ...], value: Parameters | None = None) -> None:
        self.key = key
        self._value = value
        self._lock = threading.Lock()

    @property
    def is_drawn(self) -> bool:
        return self._value is not None

    def get(self) -> Parameters:
        with self._lock:
            if self._value is None:
                self._value = _draw(*self.key)
            return self._value


def _draw(seed: int, dtype: str, layer_id: int, n_in: int, units: int, *inits: Any) -> Parameters:
    init, use_bias, bias_init = inits
    weights = init.draw(stream(seed, layer_id, 0), (n_in, units)).astype(dtype)
    bias = bias_init.draw(stream(seed, layer_id, 1), (units,)) if use_bias else np.zeros(units)
    return Parameters(_frozen(weights), _frozen(bias.astype(dtype)))


def _frozen(array: Floats) -> Floats:
    array.flags.writeable = False
    return array


class _ParameterList(Sequence[Parameters]):
    """The parameters of each layer, drawn on first access."""

    __slots__ = ("_cells",)

    def __init__(self, cells: tuple[_Cell, ...]) -> None:
        self._cells = cells

    def __len__(self) -> int:
        return len(self._cells)

    @overload
    def __getitem__(self, index: int) -> Parameters: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Parameters]: ...
    def __getitem__(self, index: int | slice) -> Parameters | Sequence[Parameters]:
        if isinstance(index, slice):
            return [cell.get() for cell in self._cells[index]]
        return self._cells[index].get()

    def __iter__(self) -> Iterator[Parameters]:
        return (cell.get() for cell in self._cells)


class Model:
    """A stack of Dense layers with a seed and a dtype; it never changes.

    The first layer carries ``input_dim``; layers without an id get the next free one. Parameters are drawn
    from (seed, layer id, initialiser) when first asked for, or are the given ones.

    Args:
        layers: from the input to the output.
        input_dim: input size; needed only where the first layer does not say it.
        seed: decides every drawn number; a whole number of 0 or more.
        dtype: ``"float32"`` or ``"float64"``.

    Raises:
        ValueError: no input size, sizes that do not fit, two layers of one id, an unknown dtype.
        TypeError: something that is not a Dense layer.
    """

    __slots__ = ("_cells", "_given", "dtype", "input_dim", "layers", "seed")

    input_dim: int
    layers: tuple[Dense, ...]
    seed: int
    dtype: str
    _cells: tuple[_Cell, ...]
    _given: dict[int, Parameters]

    def __init__(
        self,
        layers: Iterable[Dense] = (),
        *,
        input_dim: int | None = None,
        seed: int = 0,
        dtype: str = "float32",
    ) -> None:
        chosen = tuple(layers)
        self._build(chosen, _input_dim(chosen, input_dim), seed, dtype, {}, ())

    def _build(
        self,
        layers: tuple[Dense, ...],
        input_dim: int,
        seed: int,
        dtype: str,
        given: dict[int, Parameters],
        cells: tuple[_Cell, ...],
    ) -> None:
        if isinstance(seed, bool) or not isinstance(seed, int):
            raise TypeError(f"seed must be a whole number, got {seed!r}")
        if seed < 0:
            raise ValueError(f"seed must be 0 or more, got {seed}")
        if str(dtype) not in DTYPES:
            raise ValueError(f"dtype must be 'float32' or 'float64', got {dtype!r}")
        store = object.__setattr__
        store(self, "input_dim", input_dim)
        store(self, "layers", _numbered(layers, input_dim))
        store(self, "seed", seed)
        store(self, "dtype", str(dtype))
        store(self, "_given", given)
        known = {cell.key: cell for cell in cells}
        keys = [self._key(i) for i in range(len(self.layers))]
        store(self, "_cells", tuple(known.get(key) or _Cell(key) for key in keys))

    def _key(self, index: int) -> tuple[Any, ...]:
        layer = self.layers[index]
        return (
            self.seed, self.dtype, layer.id, self.dims[index], layer.units,
            layer.init, layer.use_bias, layer.bias_init,
        )  # fmt: skip

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Model never changes; make a new one with with_{name}() or Model(...)")

    @property
    def dims(self) -> tuple[int, ...]:
        """Sizes from input to output, such as (4, 8, 6, 1)."""
        return (self.input_dim, *(layer.units for layer in self.layers))

    @property
    def output_dim(self) -> int:
        """Size of the last layer's output; the input size where there is no layer."""
        return self.dims[-1]

    @property
    def names(self) -> tuple[str, ...]:
        """What each layer is called: its own name, or its place ("dense_2")."""
        return tuple(layer.name or f"dense_{place}" for place, layer in enumerate(self.layers, start=1))

    @property
    def connections(self) -> tuple[int, ...]:
        """Number of weights of each layer."""
        return tuple(layer.connections(n) for layer, n in zip(self.layers, self.dims, strict=False))

    @property
    def parameter_counts(self) -> tuple[int, ...]:
        """Number of weights and biases of each layer."""
        return tuple(layer.parameter_count(n) for layer, n in zip(self.layers, self.dims, strict=False))

    @property
    def parameters(self) -> Sequence[Parameters]:
        """Weights and bias of each layer, read-only, drawn on first access."""
        return _ParameterList(self._cells)

    def is_drawn(self, index: int) -> bool:
        """Whether the parameters of a layer are there without drawing them first."""
        return self._cells[index].is_drawn

    def is_given(self, index: int) -> bool:
        """Whether the parameters of a layer were given (edited, imported), not drawn from the seed."""
        return self.layers[index].id in self._given

    def index_of(self, layer_id: int) -> int:
        """The place of the layer with this id.

        Raises:
            KeyError: no such layer.
        """
        for index, layer in enumerate(self.layers):
            if layer.id == layer_id:
                return index
        raise KeyError(layer_id)

    def with_layers(self, layers: Iterable[Dense], *, input_dim: int | None = None) -> Model:
        """Returns a model of these layers; parameters that still fit are kept, all others drawn."""
        chosen = tuple(layers)
        return self._derive(layers=chosen, input_dim=self.input_dim if input_dim is None else input_dim)

    def with_input_dim(self, input_dim: int) -> Model:
        """Returns the model with another input size."""
        return self._derive(input_dim=as_dimension("input_dim", input_dim))

    def with_seed(self, seed: int) -> Model:
        """Returns the model with every drawn parameter drawn from another seed."""
        return self._derive(seed=seed)

    def with_dtype(self, dtype: str) -> Model:
        """Returns the model computing in ``"float32"`` or ``"float64"``."""
        return self._derive(dtype=dtype)

    def with_parameters(
        self, index: int, *, weights: ArrayLike | None = None, bias: ArrayLike | None = None
    ) -> Model:
        """Returns the model with given weights (n_in, n_out) and bias (n_out,) in one layer.

        What is left out stays as it is. The arrays are copied in the model's dtype.

        Raises:
            ValueError: a shape that does not fit; a bias for a layer without one.
            IndexError: no such layer.
        """
        if not -len(self.layers) <= index < len(self.layers):
            raise IndexError(f"layer {index} does not exist; the model has {len(self.layers)} layers")
        index %= len(self.layers)
        layer, n_in = self.layers[index], self.dims[index]
        if bias is not None and not layer.use_bias:
            raise ValueError(f"{self.names[index]} has use_bias=False, so no bias can be given")
        now = self.parameters[index] if weights is None or bias is None else None
        value = Parameters(
            _given("weights", weights, (n_in, layer.units), self.dtype)
            if weights is not None
            else now.weights,  # type: ignore[union-attr]
            _given("bias", bias, (layer.units,), self.dtype) if bias is not None else now.bias,  # type: ignore[union-attr]
        )
        assert layer.id is not None
        return self._derive(given=self._given | {layer.id: value})

    def with_drawn(self, index: int, parameters: Parameters) -> Model:
        """Returns the model with these as what the seed drew for one layer (a file keeps them)."""
        layer = self.layers[index]
        shape = (self.dims[index], layer.units)
        kept = Parameters(
            _given("weights", parameters.weights, shape, self.dtype),
            _given("bias", parameters.bias, shape[1:], self.dtype),
        )
        return self._derive(cells=(*self._cells, _Cell(self._key(index), kept)))

    def without_parameters(self, index: int) -> Model:
        """Returns the model with the parameters of one layer drawn from the seed again."""
        return self._derive(given={k: v for k, v in self._given.items() if k != self.layers[index].id})

    def _derive(self, **changes: Any) -> Model:
        """A copy with some parts replaced that shares every parameter which still fits."""
        layers = changes.get("layers", self.layers)
        input_dim = changes.get("input_dim", self.input_dim)
        dtype = changes.get("dtype", self.dtype)
        given: dict[int | None, Parameters] = changes.get("given", self._given)
        model = Model.__new__(Model)
        cells: tuple[_Cell, ...] = changes.get("cells", self._cells)
        model._build(layers, input_dim, changes.get("seed", self.seed), dtype, {}, cells)
        fitting: dict[int, Parameters] = {}
        places = []
        for index, layer in enumerate(model.layers):
            value = given.get(layer.id)
            if (
                layer.id is not None
                and value is not None
                and value.weights.shape == (model.dims[index], layer.units)
            ):
                fitting[layer.id] = _cast(value, dtype, layer.use_bias)
                places.append(_Cell(("given", layer.id), fitting[layer.id]))
            else:
                places.append(model._cells[index])
        object.__setattr__(model, "_given", fitting)
        object.__setattr__(model, "_cells", tuple(places))
        return model

    def predict(self, x: ArrayLike, *, batch_size: int | None = None) -> Floats:
        """Returns the last layer's outputs (N, n_last) for x (N, n_in); one row (n_in,) gives (n_last,)."""
        from densegui.engine.forward import predict  # noqa: PLC0415 - forward imports Model

        return predict(self, x, batch_size=batch_size)

    def trace(self, x: ArrayLike) -> Trace:
        """Returns z, a, weights and bias of every layer for the rows of x (N, n_in)."""
        from densegui.engine.forward import trace  # noqa: PLC0415 - forward imports Model

        return trace(self, x)

    def run(self, x: ArrayLike, *, batch_size: int | None = None) -> RunResult:
        """Runs x (N, n_in) in minibatches and returns statistics of every layer and the outputs."""
        from densegui.engine.forward import finish, run  # noqa: PLC0415 - forward imports Model

        return finish(run(self, x, batch_size=batch_size))

    def summary(self) -> str:
        """Returns a table like Keras' ``model.summary()``: shapes, connections, parameters."""
        rows = [("Layer", "Activation", "Output shape", "Connections", "Parameters")]
        counts = zip(self.names, self.layers, self.connections, self.parameter_counts, strict=True)
        for name, layer, connections, parameters in counts:
            rows.append(
                (name, str(layer.activation), f"(N, {layer.units})", f"{connections:,}", f"{parameters:,}")
            )
        rows.append(("Total", "", "", f"{sum(self.connections):,}", f"{sum(self.parameter_counts):,}"))
        widths = [max(len(row[k]) for row in rows) for k in range(5)]
        lines = [
            "  ".join(
                cell.ljust(w) if k < 3 else cell.rjust(w)
                for k, (cell, w) in enumerate(zip(row, widths, strict=True))
            )
            for row in rows
        ]
        rule = "─" * len(lines[0])
        return "\n".join(
            [f"Input  (N, {self.input_dim})", lines[0].rstrip(), rule, *lines[1:-1], rule, lines[-1]]
        )

    def __eq__(self, other: object) -> bool:
        """Same description and the same given parameters, bit for bit."""
        if not isinstance(other, Model):
            return NotImplemented
        mine = (self.input_dim, self.layers, self.seed, self.dtype, self._given.keys())
        if mine != (other.input_dim, other.layers, other.seed, other.dtype, other._given.keys()):
            return False
        return all(_same(value, other._given[key]) for key, value in self._given.items())

    def __hash__(self) -> int:
        return hash((self.input_dim, self.layers, self.seed, self.dtype))

    def __repr__(self) -> str:
        """The call that makes it."""
        extra = f", input_dim={self.input_dim}" if not self.layers else ""
        return f"Model({list(self.layers)!r}{extra}, seed={self.seed}, dtype={self.dtype!r})"


def _input_dim(layers: tuple[Dense, ...], given: int | None) -> int:
    for layer in layers:
        if not isinstance(layer, Dense):
            raise TypeError(f"layers must be Dense, got {type(layer).__name__}")
    first = layers[0].input_dim if layers else None
    if given is None and first is None:
        raise ValueError("the first layer needs its input size: Dense(units, input_dim=...)")
    if given is not None and first is not None and given != first:
        raise ValueError(f"input_dim={given} and the first layer's input_dim={first} differ")
    for before, layer in zip(layers, layers[1:], strict=False):
        if layer.input_dim not in (None, before.units):
            raise ValueError(
                f"weights of shape ({layer.input_dim}, {layer.units}) do not fit outputs of shape "
                f"(N, {before.units}): input_dim must be {before.units}, or left out"
            )
    chosen = first if given is None else given
    return as_dimension("input_dim", chosen)


def _numbered(layers: tuple[Dense, ...], input_dim: int) -> tuple[Dense, ...]:
    """Gives ids to layers without one, and the input size to the first layer alone."""
    taken = [layer.id for layer in layers if layer.id is not None]
    if len(set(taken)) < len(taken):
        raise ValueError(f"layer ids must differ, got {taken}")
    free = max(taken, default=0) + 1
    numbered = []
    for index, layer in enumerate(layers):
        layer_id = layer.id
        if layer_id is None:
            layer_id, free = free, free + 1
        wanted = input_dim if index == 0 else None
        same = layer.id == layer_id and layer.input_dim == wanted
        numbered.append(layer if same else replace(layer, id=layer_id, input_dim=wanted))
    return tuple(numbered)


def _given(what: str, value: ArrayLike, shape: tuple[int, ...], dtype: str) -> Floats:
    array = np.array(value, dtype=dtype)
    if array.shape != shape:
        raise ValueError(f"{what} must have shape {shape}, got {array.shape}")
    return _frozen(array)


def _cast(value: Parameters, dtype: str, use_bias: bool) -> Parameters:
    if value.weights.dtype == dtype and (use_bias or not value.bias.any()):
        return value
    bias = value.bias.astype(dtype) if use_bias else np.zeros(value.bias.shape, dtype)
    return Parameters(_frozen(value.weights.astype(dtype)), _frozen(bias))


def _same(one: Parameters, two: Parameters) -> bool:
    if one is two:
        return True
    return one.weights.tobytes() == two.weights.tobytes() and one.bias.tobytes() == two.bias.tobytes()
