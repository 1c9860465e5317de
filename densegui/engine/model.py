"""Model: a stack of Dense layers as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from densegui.engine import forward, streaming
from densegui.engine.choices import Activation
from densegui.engine.dense import Dense, as_dimension
from densegui.engine.parameters import Cell, ParameterList, Parameters, Recipe, adopted, checked
from densegui.engine.stacking import input_size, numbered, without_input_dim
from densegui.engine.summary import summary

if TYPE_CHECKING:
    from os import PathLike

    import numpy as np
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.forward import Trace
    from densegui.engine.plans import Plan
    from densegui.engine.results import RunResult

    Floats = NDArray[np.floating[Any]]

DTYPES = ("float32", "float64")


class Model:
    """A stack of Dense layers with a seed and a dtype; it never changes.

    The first layer carries ``input_dim``; layers without an id get the next free one. ``dims`` are the sizes
    from input to output, such as (4, 8, 6, 1). Parameters are drawn from (seed, layer id, initialiser) when
    first asked for, or are the given ones, which ``given`` holds by layer id. ``plans`` keeps idle buffers of
    the forward pass between calls.

    Args:
        layers: from the input to the output.
        input_dim: input size; needed only where the first layer does not say it.
        seed: decides every drawn number; a whole number of 0 or more.
        dtype: ``"float32"`` or ``"float64"``.

    Raises:
        ValueError: no input size, sizes that do not fit, two layers of one id, an unknown dtype.
        TypeError: something that is not a Dense layer.
    """

    __slots__ = ("_cells", "dims", "dtype", "given", "input_dim", "layers", "plans", "seed")

    input_dim: int
    dims: tuple[int, ...]
    layers: tuple[Dense, ...]
    seed: int
    dtype: str
    given: Mapping[int | None, Parameters]
    plans: dict[tuple[int, ...], Plan]
    _cells: tuple[Cell, ...]

    def __init__(
        self,
        layers: Iterable[Dense] = (),
        *,
        input_dim: int | None = None,
        seed: int = 0,
        dtype: str = "float32",
    ) -> None:
        self._describe(tuple(layers), input_dim, seed, dtype)
        self._adopt({}, {})

    def _describe(self, chosen: tuple[Dense, ...], input_dim: int | None, seed: int, dtype: str) -> None:
        """Takes layers, sizes, seed and dtype; raises what the class says."""
        size = input_size(chosen, input_dim)
        if isinstance(seed, bool) or not isinstance(seed, int):
            raise TypeError(f"seed must be a whole number, got {seed!r}")
        if seed < 0:
            raise ValueError(f"seed must be 0 or more, got {seed}")
        if str(dtype) not in DTYPES:
            raise ValueError(f"dtype must be 'float32' or 'float64', got {dtype!r}")
        store = object.__setattr__
        store(self, "input_dim", size)
        store(self, "layers", numbered(chosen, size))
        store(self, "dims", (size, *(layer.units for layer in chosen)))
        store(self, "seed", seed)
        store(self, "dtype", str(dtype))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Model never changes; make a new one with with_{name}() or Model(...)")

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
        return ParameterList(self._cells)

    def is_drawn(self, index: int) -> bool:
        """Whether the parameters of a layer are there without drawing them first."""
        return self._cells[index].is_drawn

    def is_given(self, index: int) -> bool:
        """Whether the parameters of a layer were given (edited, imported), not drawn from the seed."""
        return self.layers[index].id in self.given

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
        shape = (n_in, layer.units)
        value = Parameters(
            self.parameters[index].weights
            if weights is None
            else checked("weights", weights, shape, self.dtype),
            self.parameters[index].bias if bias is None else checked("bias", bias, shape[1:], self.dtype),
        )
        return self._derive(given={**self.given, layer.id: value})

    def with_drawn(self, index: int, parameters: Parameters) -> Model:
        """Returns the model with these as what the seed drew for one layer (a file keeps them)."""
        shape = (self.dims[index], self.layers[index].units)
        kept = Parameters(
            checked("weights", parameters.weights, shape, self.dtype),
            checked("bias", parameters.bias, shape[1:], self.dtype),
        )
        recipe = Recipe.of(self.layers[index], self.dims[index], self.seed, self.dtype)
        return self._derive(drawn={recipe: Cell(recipe, kept)})

    def with_given(self, parameters: Mapping[int, Parameters]) -> Model:
        """Returns the model with these given, by index of the layer; what does not fit is drawn."""
        by_id = {self.layers[index].id: value for index, value in parameters.items()}
        return self._derive(given={**self.given, **by_id})

    def without_parameters(self, *indices: int) -> Model:
        """Returns the model with the parameters of these layers drawn from the seed again."""
        gone = {self.layers[index].id for index in indices}
        return self._derive(given={k: v for k, v in self.given.items() if k not in gone})

    def unit(self, index: int, unit: int) -> Model:
        """Returns the layers up to one, of which only this unit is kept: its z and a by themselves.

        An activation of whole rows, such as softmax, gives no a of one unit alone: ``linear`` stands in its
        place, so that both z and a are this unit's z.

        Raises:
            IndexError: no such layer or unit.
        """
        if not (0 <= index < len(self.layers) and 0 <= unit < self.layers[index].units):
            raise IndexError(f"unit {unit} of layer {index} does not exist; the sizes are {self.dims}")
        layer, before = self.layers[index], self.parameters[index]
        activation = Activation("linear") if layer.activation.function.rowwise else layer.activation
        alone = replace(layer, units=1, activation=activation)
        value = Parameters(
            checked("weights", before.weights[:, unit : unit + 1], (self.dims[index], 1), self.dtype),
            checked("bias", before.bias[unit : unit + 1], (1,), self.dtype),
        )
        return self._derive(layers=(*self.layers[:index], alone), given={**self.given, layer.id: value})

    def release(self, successor: Model) -> None:
        """Frees what can be made again and ``successor`` does not share: drawn parameters, idle buffers."""
        shared = set(map(id, successor._cells))
        for cell in self._cells:
            if id(cell) not in shared:
                cell.forget()
        if successor is not self:
            self.plans.clear()

    def held(self) -> dict[int, int]:
        """Identity and bytes of every array that cannot be made again: given, or kept by a file."""
        kept = (cell.get() for cell in self._cells if cell.is_kept)
        return {id(array): array.nbytes for value in kept for array in (value.weights, value.bias)}

    def _derive(
        self,
        *,
        given: Mapping[int | None, Parameters] | None = None,
        drawn: Mapping[Recipe | None, Cell] | None = None,
        **changes: Any,
    ) -> Model:
        """A copy with some parts replaced that shares every parameter which still fits."""
        layers = tuple(without_input_dim(layer) for layer in changes.pop("layers", self.layers))
        kept = {name: getattr(self, name) for name in ("input_dim", "seed", "dtype")}
        model = object.__new__(Model)
        model._describe(layers, **(kept | changes))
        known = {cell.recipe: cell for cell in self._cells} | dict(drawn or {})
        model._adopt(self.given if given is None else given, known)
        return model

    def _adopt(self, given: Mapping[int | None, Parameters], known: Mapping[Recipe | None, Cell]) -> None:
        """Takes over the parameters that fit."""
        fitting, cells = adopted(self.layers, self.dims, self.seed, self.dtype, given, known)
        object.__setattr__(self, "given", MappingProxyType(fitting))
        object.__setattr__(self, "_cells", cells)
        object.__setattr__(self, "plans", {})

    def predict(self, x: ArrayLike, *, batch_size: int | None = None, threads: int | None = None) -> Floats:
        """Returns the last layer's outputs for x.

        Args:
            x: (N, n_in), any real dtype, N may be 0; one row (n_in,) gives (n_last,). More axes are
                refused, as only the caller knows which of them are samples.
            batch_size: rows computed at a time; None leaves it to the engine. The numbers stay the same.
            threads: at most so many; None means as many as the BLAS is set up for.

        Returns:
            (N, n_last) in the model's dtype.

        Raises:
            ValueError: a shape that does not fit; a batch size or thread number below 1.
            TypeError: values that are not real numbers.
        """
        return forward.predict(self, x, batch_size=batch_size, threads=threads)

    def trace(self, x: ArrayLike, *, threads: int | None = None) -> Trace:
        """Returns z, a, weights and bias of every layer for the rows of x (N, n_in), read-only.

        One row (n_in,) counts as N = 1. Raises what ``predict`` does.
        """
        return forward.trace(self, x, threads=threads)

    def retrace(self, before: Trace, start: int, *, threads: int | None = None) -> Trace:
        """Returns the trace of the same x, computing only the layers from ``start`` on.

        Args:
            before: a trace of this model, or of one that has the same layers before ``start``.
            start: the first layer that changed, 0 for all.
            threads: as for ``predict``.

        Raises:
            ValueError: a layer before ``start`` has other parameters than in the trace.
        """
        return forward.retrace(self, before, start, threads=threads)

    def run(
        self,
        x: ArrayLike,
        *,
        batch_size: int | None = None,
        labels: ArrayLike | None = None,
        outputs_path: str | PathLike[str] | None = None,
        threads: int | None = None,
    ) -> RunResult:
        """Runs x (N, n_in) in minibatches and returns statistics of every layer and the outputs.

        The same as ``densegui.engine.run``, driven to its end; see there.
        """
        return streaming.finish(
            streaming.run(
                self, x, batch_size=batch_size, labels=labels, outputs_path=outputs_path, threads=threads
            )
        )

    def summary(self) -> str:
        """Returns a table like Keras' ``model.summary()``: shapes, connections, parameters."""
        return summary(self)

    def __eq__(self, other: object) -> bool:
        """Same description and the same given parameters, bit for bit."""
        if not isinstance(other, Model):
            return NotImplemented
        mine = (self.input_dim, self.layers, self.seed, self.dtype, self.given.keys())
        if mine != (other.input_dim, other.layers, other.seed, other.dtype, other.given.keys()):
            return False
        return all(value.is_same(other.given[key]) for key, value in self.given.items())

    def __hash__(self) -> int:
        return hash((self.input_dim, self.layers, self.seed, self.dtype))

    def __repr__(self) -> str:
        """The call that makes it."""
        extra = f", input_dim={self.input_dim}" if not self.layers else ""
        return f"Model({list(self.layers)!r}{extra}, seed={self.seed}, dtype={self.dtype!r})"
