"""What neurons answer at each point of the plane of two input features: values, and small pictures.

Pictures have their first row on top, where the second feature is largest; each value is exact at the
centre of its pixel. One thread computes: for the few rows of a slice, waiting for a second one that is busy
elsewhere takes longer than the work.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Activation, Model

    Floats = NDArray[np.floating[Any]]

INPUT_ID: Final = 0
AT_INPUT: Final = -1
MOST_UNITS: Final = 64
NON_FINITE: Final = 255  # the place in a table of colours
_WIDE: Final = (-6.0, 6.0)
_LOGICAL: Final = (-1.0, 2.0)
_MARGIN: Final = 0.12
_ROWS_AT_ONCE: Final = 8192
_SLICE_SECONDS: Final = 0.003

Range = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the plane: the range of the first feature, and of the second."""

    x: Range
    y: Range

    def centers(self, n: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The first feature of each column of pixels, the second of each row (falling), (n,) each."""
        steps = (np.arange(n) + 0.5) / n
        return self.x[0] + steps * (self.x[1] - self.x[0]), self.y[1] - steps * (self.y[1] - self.y[0])

    def points(self, n: int) -> NDArray[np.float64]:
        """The centres of n × n pixels, row by row from the top, (n·n, 2)."""
        x, y = self.centers(n)
        return np.column_stack([np.tile(x, n), np.repeat(y, n)])


@dataclass(frozen=True, slots=True, eq=False)
class Surface:
    """The values of some neurons of one layer over an area.

    Attributes:
        area: where.
        z: (n, n, units), before the activation; the feature itself at the input.
        a: (n, n, units), after it.
    """

    area: Area
    z: Floats
    a: Floats


@dataclass(frozen=True, slots=True)
class Scale:
    """The value without colour, and how far from it the colours are full."""

    center: float
    reach: float


def area_of(x: NDArray[Any] | None) -> Area:
    """What shows all rows of x (N, 2) with a margin; truth tables (0 and 1 alone) get more of it."""
    if x is None:
        return Area(_WIDE, _WIDE)
    values = np.asarray(x, np.float64)
    values = values[np.isfinite(values).all(axis=1)]
    if not len(values):
        return Area(_WIDE, _WIDE)
    if ((values == 0) | (values == 1)).all():
        return Area(_LOGICAL, _LOGICAL)
    ranges = []
    for low, high in zip(values.min(axis=0).tolist(), values.max(axis=0).tolist(), strict=True):
        margin = (high - low) * _MARGIN or max(abs(low) * 0.5, 1.0)
        ranges.append((low - margin, high + margin))
    return Area(*ranges)


def seconds(model: Model, rows: int) -> float:
    """About how long a trace of so many rows takes on one thread, rather too much than too little."""
    return rows * (sum(model.connections) / 1.5e10 + sum(model.dims) * 6e-9)


def rows_at_once(model: Model) -> int:
    """Rows that are traced between two yields."""
    return max(1, min(_ROWS_AT_ONCE, int(_SLICE_SECONDS / seconds(model, 1))))


def head(model: Model, place: int) -> Model:
    """The model up to a layer, with the same parameters."""
    return model if place == len(model.layers) - 1 else model.with_layers(model.layers[: place + 1])


def surface(model: Model, place: int, units: slice, area: Area, n: int) -> Generator[None, None, Surface]:
    """Computes n × n values, a slice of rows between two yields.

    Args:
        model: of two inputs.
        place: of the layer; ``AT_INPUT`` for the features themselves.
        units: which neurons of it.
        area: where.
        n: pixels along each side.
    """
    points = area.points(n)
    if place == AT_INPUT:
        x = points[:, units].reshape(n, n, -1)
        return Surface(area, x, x)
    part = head(model, place)
    rows = rows_at_once(part)
    z, a = [], []
    for start in range(0, len(points), rows):
        if start:
            yield
        layer = part.trace(points[start : start + rows], threads=1).layers[-1]
        z.append(layer.z[:, units])
        a.append(layer.a[:, units])
    shape = (n, n, -1)
    return Surface(area, np.concatenate(z).reshape(shape), np.concatenate(a).reshape(shape))


def scale_of(activation: Activation | None, values: Floats) -> Scale:
    """How values are coloured: around 0.5 where they are shares of 1, else around 0.

    Without bounds, the largest finite size has full colour, rounded up to two digits so that it does not
    flicker.
    """
    if activation is not None:
        low, high = activation.function.lower, activation.function.upper
        if (low, high) == (0, 1):
            return Scale(0.5, 0.5)
        if (low, high) == (-1, 1):
            return Scale(0.0, 1.0)
    sizes = np.abs(values[np.isfinite(values)])
    largest = float(sizes.max(initial=0.0))
    if largest == 0 or not np.isfinite(largest):
        return Scale(0.0, 1.0)
    step = 10.0 ** (np.floor(np.log10(largest)) - 1)
    return Scale(0.0, float(np.ceil(largest / step - 1e-6) * step))


def colored(values: Floats, scale: Scale, table: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Values (…) as colours (…, 4) of a table (256, 4): lowest to highest, then one for NaN and infinity."""
    finite = np.isfinite(values)
    shares = (np.where(finite, values, 0.0) - scale.center) / scale.reach
    places = np.rint(127.0 + 127.0 * np.clip(shares, -1.0, 1.0)).astype(np.uint8)
    places[~finite] = NON_FINITE
    return table[places]


def _from_zero(scale: Scale) -> Scale:
    """Colours of the small pictures: as in the graph around them, those of above and below zero."""
    return Scale(0.0, scale.center + scale.reach)


def tiles(model: Model, area: Area, table: NDArray[np.uint8], n: int = 24) -> Mapping[int, NDArray[np.uint8]]:
    """Small pictures of all neurons from one trace; layers of more than 64 units have none.

    Args:
        model: of two inputs.
        area: where.
        table: of colours, (256, 4).
        n: pixels along each side.

    Returns:
        Layer id (0 for the input) → RGBA, (units, n, n, 4) uint8, read-only.
    """
    trace = model.trace(area.points(n), threads=1)
    columns: list[tuple[int, Activation | None, Floats]] = [(INPUT_ID, None, trace.x)]
    columns += [
        (layer.id or INPUT_ID, layer.activation, numbers.a)
        for layer, numbers in zip(model.layers, trace.layers, strict=True)
    ]
    pictures = {}
    for layer_id, activation, a in columns:
        if a.shape[1] > MOST_UNITS:
            continue
        values = a.T.reshape(-1, n, n)
        if activation is None:
            colors = np.stack([colored(value, scale_of(None, value), table) for value in values])
        else:
            colors = colored(values, _from_zero(scale_of(activation, values)), table)
        colors.flags.writeable = False
        pictures[layer_id] = colors
    return MappingProxyType(pictures)
