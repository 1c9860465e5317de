"""Parameters of a layer: drawn when first asked for, shared by all models that agree on them."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

import numpy as np

from densegui.engine.initializers import stream
from densegui.engine.statistics import read_only

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.choices import Initializer
    from densegui.engine.dense import Dense

    Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """Weights (n_in, n_out) and bias (n_out,) of one layer; read-only."""

    weights: Floats
    bias: Floats

    @property
    def nbytes(self) -> int:
        """Memory of both arrays, in bytes."""
        return self.weights.nbytes + self.bias.nbytes

    def is_same(self, other: Parameters) -> bool:
        """Whether both hold the same numbers, bit for bit."""
        mine, theirs = (self.weights, self.bias), (other.weights, other.bias)
        return self is other or all(
            one is two or (one.shape == two.shape and one.tobytes() == two.tobytes())
            for one, two in zip(mine, theirs, strict=True)
        )

    def cast(self, dtype: str, use_bias: bool) -> Parameters:
        """The same numbers in another dtype; without a bias, zeros stand in its place."""
        if self.weights.dtype == dtype and (use_bias or not self.bias.any()):
            return self
        bias = self.bias.astype(dtype) if use_bias else np.zeros(self.bias.shape, dtype)
        return Parameters(read_only(self.weights.astype(dtype)), read_only(bias))


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the drawn parameters of a layer, and nothing else does."""

    seed: int
    dtype: str
    layer_id: int | None
    n_in: int
    units: int
    init: Initializer
    use_bias: bool
    bias_init: Initializer
    redraw: int = 0

    @staticmethod
    def of(layer: Dense, n_in: int, seed: int, dtype: str) -> Recipe:
        """Returns the recipe of a layer with n_in inputs in a model of this seed and dtype."""
        return Recipe(
            seed, dtype, layer.id, n_in, layer.units,
            layer.init, layer.use_bias, layer.bias_init, layer.redraw,
        )  # fmt: skip

    def __hash__(self) -> int:
        # The numbers tell recipes apart well enough; to hash initialisers too takes five times as long.
        return hash((self.seed, self.layer_id, self.n_in, self.units, self.redraw))

    def draw(self) -> Parameters:
        """Returns the weights and bias that follow from it."""
        who = self.layer_id or 0
        weights = self.init.draw(stream(self.seed, who, 0, self.redraw), (self.n_in, self.units))
        bias = np.zeros(self.units)
        if self.use_bias:
            bias = self.bias_init.draw(stream(self.seed, who, 1, self.redraw), (self.units,))
        return Parameters(read_only(weights.astype(self.dtype)), read_only(bias.astype(self.dtype)))


class Cell:
    """The place of one layer's parameters; several threads may ask for them at once."""

    __slots__ = ("_lock", "_value", "is_kept", "recipe")

    def __init__(self, recipe: Recipe | None, value: Parameters | None = None) -> None:
        self.recipe = recipe
        self._value = value
        self.is_kept = value is not None
        self._lock = threading.Lock()

    @property
    def is_drawn(self) -> bool:
        """Whether the parameters are there already."""
        return self._value is not None

    def get(self) -> Parameters:
        """Returns the parameters, drawn now if they were not before."""
        value = self._value
        if value is None:
            with self._lock:
                value = self._value
                if value is None:
                    assert self.recipe is not None
                    value = self._value = self.recipe.draw()
        return value

    def forget(self) -> None:
        """Frees what was drawn; it is drawn again when asked for. What came as a value is kept."""
        with self._lock:
            if not self.is_kept:
                self._value = None


class ParameterList(Sequence[Parameters]):
    """The parameters of each layer, drawn on first access."""

    __slots__ = ("_cells",)

    def __init__(self, cells: tuple[Cell, ...]) -> None:
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


def adopted(
    layers: Sequence[Dense],
    dims: Sequence[int],
    seed: int,
    dtype: str,
    given: Mapping[int | None, Parameters],
    known: Mapping[Recipe | None, Cell],
) -> tuple[dict[int | None, Parameters], tuple[Cell, ...]]:
    """Gives a new model its parameters: the given ones that fit, else those known from before.

    Args:
        layers: of the new model.
        dims: its sizes from input to output.
        seed: of the new model.
        dtype: of the new model.
        given: parameters that were edited or imported, by layer id.
        known: cells of the model before, by what decides their numbers.

    Returns:
        The given parameters that fit, by layer id, and a cell for each layer.
    """
    fitting: dict[int | None, Parameters] = {}
    cells = []
    for layer, n_in in zip(layers, dims, strict=False):
        value = given.get(layer.id)
        if value is not None and value.weights.shape == (n_in, layer.units):
            value = fitting[layer.id] = value.cast(dtype, layer.use_bias)
            cells.append(Cell(None, value))
        else:
            recipe = Recipe.of(layer, n_in, seed, dtype)
            cells.append(known.get(recipe) or Cell(recipe))
    return fitting, tuple(cells)


def checked(what: str, value: ArrayLike, shape: tuple[int, ...], dtype: str) -> Floats:
    """Returns a read-only copy of ``value`` in ``dtype``.

    Raises:
        ValueError: another shape than ``shape``.
        TypeError: values that are not real numbers.
    """
    given = np.asarray(value)
    if given.dtype.kind not in "fiub":
        raise TypeError(f"{what} must be an array of real numbers, got dtype {given.dtype}")
    if given.shape != shape:
        raise ValueError(f"{what} must have shape {shape}, got {given.shape}")
    with np.errstate(over="ignore"):
        return read_only(np.array(given, dtype=dtype, order="C"))
