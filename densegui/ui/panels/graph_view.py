"""From the graph's layout to pixels and back, from left to right or from bottom to top."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from densegui.ui.panels.graph_layout import Layout, Neuron

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAX_PITCH: Final = 120.0
MAX_GAP: Final = 320.0
RADIUS: Final = 0.36  # of a neuron, in distances of neighbours
MIN_RADIUS: Final = 2.0
MAX_RADIUS: Final = 17.0


class Margins(NamedTuple):
    """Pixels kept free around the neurons for labels and headers."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class View:
    """Column u is ``start ± u·gap`` pixels along the graph, v is ``middle + v·spread`` across it.

    Attributes:
        start: the input's place along the graph.
        gap: pixels between two columns.
        middle: the centre across the graph.
        spread: pixels of one unit of v.
        width: of the frame.
        height: of the frame.
        upward: the graph runs from bottom to top; otherwise from left to right.
    """

    start: float
    gap: float
    middle: float
    spread: float
    width: float
    height: float
    upward: bool = False

    def along(self, u: float) -> float:
        """Pixels along the graph: from the left, or from the top of a graph that runs upward."""
        return self.start - u * self.gap if self.upward else self.start + u * self.gap

    def point(self, u: float, v: float) -> tuple[float, float]:
        """The pixel (x, y) of a place in the layout."""
        across = self.middle + float(v) * self.spread
        return (across, self.along(u)) if self.upward else (self.along(u), across)

    def across(self, v: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels across the graph."""
        return self.middle + v * self.spread

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The place (u, v) in the layout of a pixel."""
        if self.upward:
            return (self.start - y) / self.gap, (x - self.middle) / self.spread
        return (x - self.start) / self.gap, (y - self.middle) / self.spread

    def lines(self, lines: NDArray[np.float64]) -> NDArray[np.float64]:
        """End points (n, 4) of lines in the layout, in pixels."""
        gap = -self.gap if self.upward else self.gap
        scale, offset = np.array([gap, self.spread] * 2), np.array([self.start, self.middle] * 2)
        placed: NDArray[np.float64] = lines * scale + offset
        return placed[:, [1, 0, 3, 2]] if self.upward else placed

    def axes(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Pixel of the layout's origin and pixels of one unit, in x and in y."""
        along, across = (self.start, self.gap), (self.middle, self.spread)
        return (across, along) if self.upward else (along, across)

    def x_range(self) -> tuple[float, float]:
        """What of the layout is in the frame, from left to right."""
        origin, scale = self.axes()[0]
        return -origin / scale, (self.width - origin) / scale

    def y_range(self) -> tuple[float, float]:
        """What of the layout is in the frame, from top to bottom; −u in a graph that runs upward."""
        origin, scale = self.axes()[1]
        return -origin / scale, (self.height - origin) / scale

    def columns(self, count: int) -> range:
        """The columns in the frame, and one or two beyond it on each side."""
        first, last = self.x_range()
        if self.upward:
            last, first = (-y for y in self.y_range())
        return range(max(0, math.floor(first) - 1), min(count, math.ceil(last) + 2))


def fit(layout: Layout, width: float, height: float, margins: Margins, upward: bool = False) -> View:
    """The view in which every neuron is seen, small networks not blown up beyond reason."""
    wide = max(width - margins.left - margins.right, 20.0)
    high = max(height - margins.top - margins.bottom, 20.0)
    room, free = (wide, high) if upward else (high, wide)
    # A neuron reaches out of the layout by its radius, which grows with the distance of neighbours.
    spread = min(room / (1 + 2 * RADIUS * layout.pitch), MAX_PITCH / layout.pitch)
    reach = min(RADIUS * layout.pitch * spread, MAX_RADIUS)
    if reach == MAX_RADIUS:
        spread = min(max(room - 2 * MAX_RADIUS, 20.0), MAX_PITCH / layout.pitch)
    gaps = max(len(layout.columns) - 1, 1)
    free = max(free - 2 * reach, 40.0)
    gap = min(free / gaps, MAX_GAP)
    inset = reach + (free - gap * gaps) / 2
    if upward:
        start = height - margins.bottom - inset
        return View(start, gap, margins.left + room / 2, spread, width, height, True)
    return View(margins.left + inset, gap, margins.top + room / 2, spread, width, height)


def view_of(
    x_range: Sequence[float], y_range: Sequence[float], width: float, height: float, upward: bool = False
) -> View:
    """The view that shows these ranges of the layout in a frame of width × height pixels."""
    x_scale = width / (x_range[1] - x_range[0])
    y_scale = height / (y_range[1] - y_range[0])
    x, y = -x_range[0] * x_scale, -y_range[0] * y_scale
    if upward:
        return View(y, y_scale, x, x_scale, width, height, True)
    return View(x, x_scale, y, y_scale, width, height)


def radius(layout: Layout, view: View) -> float:
    """Radius of a neuron in pixels: neighbours never touch, and there is room for edges."""
    wanted = min(layout.pitch * view.spread * RADIUS, view.gap * 0.2)
    return min(max(wanted, MIN_RADIUS), MAX_RADIUS)


def unit_room(view: View, reach: float) -> float:
    """Pixels for the numbers of the neurons of a folded column, on its input's side; 0 where there is none.

    Args:
        view: where.
        reach: radius of a neuron.
    """
    if view.upward:
        return 15.0 if view.gap >= 2 * reach + 50.0 else 0.0
    return 36.0 if view.gap >= 96.0 else 0.0


def stride(pixels: float, wanted: float) -> int:
    """Every how many places, ``pixels`` apart, a text of ``wanted`` pixels fits."""
    return max(1, math.ceil(wanted / pixels))


def column_at(layout: Layout, view: View, x: float, y: float) -> int | None:
    """The column that is nearest to a pixel along the graph."""
    column = round(view.place(x, y)[0])
    return column if 0 <= column < len(layout.columns) else None


def neuron_at(layout: Layout, view: View, x: float, y: float) -> Neuron | None:
    """The neuron beneath a pixel."""
    column = column_at(layout, view, x, y)
    if column is None:
        return None
    row = _nearest(view, column, layout.columns[column].v, x, y, radius(layout, view) + 2.0)
    return None if row is None else Neuron(column, row)


def gap_at(layout: Layout, view: View, x: float, y: float) -> tuple[int, int] | None:
    """The column, and the number among its ellipses, of the ellipsis beneath a pixel."""
    column = column_at(layout, view, x, y)
    if column is None or not layout.columns[column].fold.gaps:
        return None
    gap = _nearest(view, column, layout.columns[column].gap_v, x, y, 9.0)
    return None if gap is None else (column, gap)


def _nearest(
    view: View, column: int, places: NDArray[np.float64], x: float, y: float, reach: float
) -> int | None:
    along, across = (y, x) if view.upward else (x, y)
    distance = np.hypot(view.across(places) - across, view.along(column) - along)
    best = int(np.argmin(distance))
    return best if distance[best] <= reach else None


def nearest_line(lines: NDArray[np.float64], x: float, y: float, reach: float) -> int | None:
    """Which of the lines (n, 4), whose gap the pixel is in, passes within ``reach`` pixels."""
    if not len(lines):
        return None
    along = lines[:, 2:] - lines[:, :2]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    across: NDArray[Any] = along[:, 0] * (y - lines[:, 1]) - along[:, 1] * (x - lines[:, 0])
    distance = np.abs(across) / length
    best = int(np.argmin(distance))
    return best if distance[best] <= reach else None
