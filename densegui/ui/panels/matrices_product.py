"""One layer's X, W, b, Z and A for one minibatch, as they stand on the page in either orientation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.focus import DRAWN_SAMPLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Dense
    from densegui.ui.focus import Minibatch

    Floats = NDArray[np.floating[Any]]

Kind = Literal["x", "w", "b", "z", "a"]
Axis = Literal["sample", "input", "unit", "one"]

KINDS: Final[tuple[Kind, ...]] = ("x", "w", "b", "z", "a")
AXES: Final[Mapping[Kind, tuple[Axis, Axis]]] = MappingProxyType(
    {
        "x": ("sample", "input"),
        "w": ("input", "unit"),
        "b": ("one", "unit"),
        "z": ("sample", "unit"),
        "a": ("sample", "unit"),
    }
)
_SYMBOLS: Final[Mapping[Kind, str]] = MappingProxyType({kind: kind.upper() for kind in KINDS} | {"b": "b"})
_TURNED: Final[Mapping[Kind, str]] = MappingProxyType({**_SYMBOLS, "w": "Wᵀ", "b": "B"})


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of one of the matrices, as it is drawn.

    Attributes:
        kind: of which matrix.
        row: of the drawing.
        column: of the drawing.
    """

    kind: Kind
    row: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Product:
    """The matrices of one layer; ``drawn`` gives them as they stand on the page.

    With samples in rows the page shows Z = X·W + b. With samples in columns everything is turned over:
    Z = (Xᵀ·W + Bᵀ)ᵀ, which is drawn as Wᵀ·X + B.

    Attributes:
        layer: its description.
        name: what it is called.
        source: the layer whose A is this X; empty where X is the data.
        x: (N, n_in).
        w: (n_in, n_out).
        b: (1, n_out), or None for a layer without bias.
        z: (N, n_out).
        a: (N, n_out).
        first: the sample that is row 0 of x.
        input_names: of the features; empty where they only have numbers.
        unit_names: of the classes; empty where units only have numbers.
        in_columns: whether samples stand in columns.
    """

    layer: Dense
    name: str
    source: str
    x: Floats
    w: Floats
    b: Floats | None
    z: Floats
    a: Floats
    first: int
    input_names: tuple[str, ...]
    unit_names: tuple[str, ...]
    in_columns: bool

    @property
    def samples(self) -> int:
        """Number of samples, N."""
        return len(self.x)

    @property
    def inputs(self) -> int:
        """Number of inputs of the layer, n_in."""
        return len(self.w)

    @property
    def units(self) -> int:
        """Number of neurons, n_out."""
        return int(self.w.shape[1])

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The matrices there are."""
        return KINDS if self.b is not None else tuple(kind for kind in KINDS if kind != "b")

    @property
    def left(self) -> Kind:
        """The factor that stands left of Z."""
        return "w" if self.in_columns else "x"

    @property
    def top(self) -> Kind:
        """The factor that stands above Z."""
        return "x" if self.in_columns else "w"

    def size(self, axis: Axis) -> int:
        """How many there are along an axis."""
        return {"sample": self.samples, "input": self.inputs, "unit": self.units, "one": 1}[axis]

    def axes(self, kind: Kind) -> tuple[Axis, Axis]:
        """What the rows and the columns of a drawn matrix are."""
        rows, columns = AXES[kind]
        return (columns, rows) if self.in_columns else (rows, columns)

    def drawn(self, kind: Kind) -> Floats:
        """The matrix as it is drawn; a view.

        Raises:
            KeyError: b of a layer that has none.
        """
        array: Floats | None = {"x": self.x, "w": self.w, "b": self.b, "z": self.z, "a": self.a}[kind]
        if array is None:
            raise KeyError(kind)
        return array.T if self.in_columns else array

    def value(self, cell: Cell) -> np.floating[Any]:
        """The number in a cell."""
        value: np.floating[Any] = self.drawn(cell.kind)[cell.row, cell.column]
        return value

    def places(self, cell: Cell) -> dict[Axis, int]:
        """Which sample, input and unit a cell belongs to."""
        rows, columns = self.axes(cell.kind)
        return {rows: cell.row, columns: cell.column}

    def cell(self, kind: Kind, places: Mapping[Axis, int]) -> Cell:
        """The cell of these places; what is left out is 0."""
        rows, columns = self.axes(kind)
        return Cell(kind, places.get(rows, 0), places.get(columns, 0))

    def symbol(self, kind: Kind) -> str:
        """What a drawn matrix is called: X, W or Wᵀ, b or B, Z, A."""
        return (_TURNED if self.in_columns else _SYMBOLS)[kind]

    def shape(self, kind: Kind) -> str:
        """Such as "(32, 4)"."""
        rows, columns = (self.size(axis) for axis in self.axes(kind))
        return f"({rows}, {columns})"

    def note(self, kind: Kind) -> str:
        """What the title adds: W as lessons write it where its transpose is drawn; what X is the A of."""
        if kind == "x" and self.source:
            return QCoreApplication.translate("MatricesPanel", "A of {layer}").format(layer=self.source)
        return f"W ({self.inputs}, {self.units})" if kind == "w" and self.in_columns else ""

    def names(self, axis: Axis) -> tuple[str, ...]:
        """What features or classes are called; empty where they only have numbers."""
        return {"input": self.input_names, "unit": self.unit_names}.get(axis, ())

    def label(self, axis: Axis, index: int) -> str:
        """What a row or a column is called: the sample's number, a name, or a number."""
        if axis == "sample":
            return str(self.first + index)
        names = self.names(axis)
        return names[index] if names else str(index)

    def entry(self, kind: Kind, places: Mapping[Axis, int]) -> str:
        """How lessons write one number: "z[3, 1]", in the order in which its matrix is drawn.

        W keeps its own order (n_in, n_out), and a bias has its neuron alone.
        """
        if kind == "b":
            return f"b[{places.get('unit', 0)}]"
        axes = AXES["w"] if kind == "w" else self.axes(kind)
        numbers = (places.get(axis, 0) + (self.first if axis == "sample" else 0) for axis in axes)
        return f"{kind}[{', '.join(map(str, numbers))}]"


def product_of(
    minibatch: Minibatch, layer_id: int | None, dataset: Dataset | None, in_columns: bool
) -> Product | None:
    """The matrices of a layer, the first where this id is none of the minibatch's; None without layers."""
    model, trace = minibatch.model, minibatch.trace
    if not model.layers:
        return None
    place = next((i for i, layer in enumerate(model.layers) if layer.id == layer_id), 0)
    layer, numbers = model.layers[place], trace.layers[place]
    features: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    if dataset is not None and place == 0 and len(dataset.feature_names) == model.input_dim:
        features = dataset.feature_names
    last = place == len(model.layers) - 1
    if dataset is not None and last and len(dataset.class_names) == layer.units > 1:
        classes = dataset.class_names
    return Product(
        layer,
        model.names[place],
        model.names[place - 1] if place else "",
        trace.layers[place - 1].a if place else trace.x,
        numbers.weights,
        numbers.bias[None, :] if layer.use_bias else None,
        numbers.z,
        numbers.a,
        max(minibatch.first, 0),  # a drawn sample is the only one
        features,
        classes,
        in_columns,
    )


def is_of(minibatch: Minibatch, dataset: Dataset | None) -> bool:
    """Whether these are rows of the data set, or the drawn one; NaN is NaN.

    Of rows that are computed or read when they are asked for, the first tells: all may take a while.
    """
    x = minibatch.trace.x
    if dataset is None or dataset.features != x.shape[1]:
        return False
    if minibatch.first == DRAWN_SAMPLE:
        return True
    count = len(x) if isinstance(dataset.x, np.ndarray) else 1
    with np.errstate(all="ignore"):
        rows = dataset.x[minibatch.first : minibatch.first + count].astype(x.dtype)
    return np.array_equal(rows, x[:count], equal_nan=True)
