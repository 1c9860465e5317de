"""Where neurons stand: wide layers folded, columns from input to output, and the way to pixels.

Layout coordinates: x is the number of the column; y runs from −0.5 at the top to 0.5 at the bottom.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD: Final = 11
TAIL: Final = 5
SPREAD: Final = 1.6  # how much further apart than in the fullest column neurons may stand
MAX_PITCH: Final = 120.0
MAX_GAP: Final = 320.0
RADIUS: Final = 0.36  # of a neuron, in distances of neighbours
MIN_RADIUS: Final = 2.0
MAX_RADIUS: Final = 17.0


class Neuron(NamedTuple):
    """A neuron that is shown: its column, and its row among those shown there."""

    column: int
    row: int


class Edge(NamedTuple):
    """A weight between two shown neurons, from ``column`` to the next one."""

    column: int
    source: int
    target: int


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """Which neurons of a layer are shown.

    Attributes:
        size: neurons of the layer.
        shown: (k,) their indices, ascending.
        gap: how many of them stand before the ellipsis; None where nothing is left out.
    """

    size: int
    shown: NDArray[np.intp]
    gap: int | None

    @property
    def left_out(self) -> int:
        """Neurons that are not shown."""
        return self.size - len(self.shown)

    @property
    def slots(self) -> int:
        """Places in the column, the ellipsis included."""
        return len(self.shown) + (self.gap is not None)


def fold(size: int) -> Fold:
    """Shows all neurons, or the first and the last ones with an ellipsis that takes one place."""
    if size <= HEAD + TAIL + 1:
        return Fold(size, np.arange(size), None)
    shown = np.concatenate([np.arange(HEAD), np.arange(size - TAIL, size)])
    return Fold(size, shown, HEAD)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One layer's places.

    Attributes:
        fold: which neurons stand here.
        y: (k,) their heights.
        gap_y: height of the ellipsis; None without one.
    """

    fold: Fold
    y: NDArray[np.float64]
    gap_y: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """All columns; ``pitch`` is the smallest distance of two neighbours in a column."""

    columns: tuple[Column, ...]
    pitch: float


def arrange(sizes: Sequence[int]) -> Layout:
    """Returns the places of the neurons of layers of these sizes."""
    folds = [fold(size) for size in sizes]
    most = max((f.slots for f in folds), default=1)
    pitch = 1.0 / max(most - 1, 1)
    return Layout(tuple(_column(f, pitch) for f in folds), pitch)


def _column(of: Fold, pitch: float) -> Column:
    step = min(1.0 / max(of.slots - 1, 1), SPREAD * pitch)
    heights = (np.arange(of.slots, dtype=np.float64) - (of.slots - 1) / 2) * np.float64(step)
    if of.gap is None:
        return Column(of, heights, None)
    return Column(of, np.delete(heights, of.gap), float(heights[of.gap]))


class Margins(NamedTuple):
    """Pixels kept free around the neurons for labels and headers."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class View:
    """From layout to pixels: ``left + x·across``, ``middle + y·down``, in a frame of width × height."""

    left: float
    across: float
    middle: float
    down: float
    width: float
    height: float

    def x(self, column: float) -> float:
        """Pixels from the left edge."""
        return self.left + column * self.across

    def y(self, height: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels from the upper edge."""
        return self.middle + height * self.down

    def lines(self, lines: NDArray[np.float64]) -> NDArray[np.float64]:
        """End points (n, 4) of lines in the layout, in pixels."""
        scale = np.array([self.across, self.down] * 2)
        placed: NDArray[np.float64] = lines * scale + np.array([self.left, self.middle] * 2)
        return placed

    def x_range(self) -> tuple[float, float]:
        """The part of the layout that is in the frame, from left to right."""
        return -self.left / self.across, (self.width - self.left) / self.across

    def y_range(self) -> tuple[float, float]:
        """The part of the layout that is in the frame, from top to bottom."""
        return -self.middle / self.down, (self.height - self.middle) / self.down


def fit(layout: Layout, width: float, height: float, margins: Margins) -> View:
    """The view in which every neuron is seen, small networks not blown up beyond reason."""
    gaps = max(len(layout.columns) - 1, 1)
    free_y = max(height - margins.top - margins.bottom, 20.0)
    # A neuron reaches out of the layout by its radius, which grows with the distance of neighbours.
    down = min(free_y / (1 + 2 * RADIUS * layout.pitch), MAX_PITCH / layout.pitch)
    reach = min(RADIUS * layout.pitch * down, MAX_RADIUS)
    if reach == MAX_RADIUS:
        down = min(max(free_y - 2 * MAX_RADIUS, 20.0), MAX_PITCH / layout.pitch)
    free_x = max(width - margins.left - margins.right - 2 * reach, 40.0)
    across = min(free_x / gaps, MAX_GAP)
    left = margins.left + reach + (free_x - across * gaps) / 2
    return View(left, across, margins.top + free_y / 2, down, width, height)


def view_of(x_range: Sequence[float], y_range: Sequence[float], width: float, height: float) -> View:
    """The view that shows these ranges of the layout in a frame of width × height pixels."""
    across = width / (x_range[1] - x_range[0])
    down = height / (y_range[1] - y_range[0])
    return View(-x_range[0] * across, across, -y_range[0] * down, down, width, height)


def radius(layout: Layout, view: View) -> float:
    """Radius of a neuron in pixels: neighbours never touch, and there is room for edges."""
    wanted = min(layout.pitch * view.down * RADIUS, view.across * 0.28)
    return min(max(wanted, MIN_RADIUS), MAX_RADIUS)


def header_stride(view: View, wanted: float) -> int:
    """Every how many columns a header of ``wanted`` pixels fits."""
    return max(1, math.ceil(wanted / view.across))


def neuron_at(layout: Layout, view: View, x: float, y: float) -> Neuron | None:
    """The neuron beneath a pixel."""
    reach = radius(layout, view) + 2.0
    column = round((x - view.left) / view.across)
    if not 0 <= column < len(layout.columns) or abs(view.x(column) - x) > reach:
        return None
    heights = view.y(layout.columns[column].y)
    distance = np.hypot(heights - y, view.x(column) - x)
    row = int(np.argmin(distance))
    return Neuron(column, row) if distance[row] <= reach else None


def column_at(layout: Layout, view: View, x: float) -> int | None:
    """The column whose header is at this height."""
    column = round((x - view.left) / view.across)
    return column if 0 <= column < len(layout.columns) else None


def segments(
    layout: Layout, column: int, source: NDArray[np.intp], target: NDArray[np.intp]
) -> NDArray[np.float64]:
    """End points (n, 4) in the layout, x₁ y₁ x₂ y₂, of edges from ``column`` to the next."""
    lines = np.empty((len(source), 4))
    lines[:, 0] = column
    lines[:, 1] = layout.columns[column].y[source]
    lines[:, 2] = column + 1
    lines[:, 3] = layout.columns[column + 1].y[target]
    return lines


def nearest(lines: NDArray[np.float64], x: float, y: float, reach: float) -> int | None:
    """Which of the lines (n, 4), given from left to right, passes within ``reach`` pixels."""
    if not len(lines):
        return None
    along = lines[:, 2:] - lines[:, :2]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    across: NDArray[Any] = along[:, 0] * (y - lines[:, 1]) - along[:, 1] * (x - lines[:, 0])
    distance = np.abs(across) / length
    best = int(np.argmin(distance))
    return best if distance[best] <= reach else None
