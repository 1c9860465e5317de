"""Where X, W, b, Z and A stand: X left of Z and W above it, so that a row and a column meet in a cell."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from densegui.ui.panels.matrices_product import Cell

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_product import Axis, Kind, Product

GAP: Final = 12
BAR: Final = 12  # a scroll bar and the gap to it
LEAST_ZOOM: Final = 0.06
MOST_ZOOM: Final = 3.0
_STEP: Final = 1.25
_SMALLEST_FIT: Final = 0.85
_USUAL_FIT: Final = 1.15
_LARGEST_FIT: Final = 1.7
_SPACE: Final = 4


@dataclass(frozen=True, slots=True)
class Measures:
    """What the font asks for, in pixels.

    Attributes:
        cell_width: of a cell at a zoom of 1.
        cell_height: of a cell at a zoom of 1.
        line: a line of titles and headers.
        row_labels: the labels left of the left factor.
        corner: the least width of what stands left of Z; the titles there need it.
        strip: the title of the strip of biases.
        arrow: the gap between Z and A, with the activation's name.
    """

    cell_width: int
    cell_height: int
    line: int
    row_labels: int
    corner: int
    strip: int
    arrow: int


@dataclass(frozen=True, slots=True)
class Pane:
    """The visible part of one matrix: its corner in pixels, and how many whole cells are seen."""

    x: int
    y: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Board:
    """Where everything stands.

    Attributes:
        cell_width: pixels.
        cell_height: pixels.
        zoom: 1 where text has its usual size.
        panes: the visible part of each matrix.
        corner: right edge of the corner that is left of the top factor and above the left one.
        scrolls: for each axis how many of its cells are out of sight.
    """

    cell_width: int
    cell_height: int
    zoom: float
    panes: Mapping[Kind, Pane]
    corner: int
    scrolls: Mapping[Axis, int]

    def right(self, kind: Kind) -> int:
        """Right edge of a pane."""
        return self.panes[kind].x + self.panes[kind].columns * self.cell_width

    def bottom(self, kind: Kind) -> int:
        """Lower edge of a pane."""
        return self.panes[kind].y + self.panes[kind].rows * self.cell_height

    def start(self, product: Product, kind: Kind, offsets: Mapping[Axis, int]) -> tuple[int, int]:
        """The first visible row and column of a matrix.

        The panes of one axis may be of different length, so the longer one ends where its matrix ends.
        """
        pane = self.panes[kind]
        rows, columns = product.axes(kind)
        return (
            min(offsets.get(rows, 0), product.size(rows) - pane.rows),
            min(offsets.get(columns, 0), product.size(columns) - pane.columns),
        )

    def cell_at(self, product: Product, x: float, y: float, offsets: Mapping[Axis, int]) -> Cell | None:
        """The cell at a place in pixels."""
        for kind, pane in self.panes.items():
            column, row = (
                math.floor((x - pane.x) / self.cell_width),
                math.floor((y - pane.y) / self.cell_height),
            )
            if 0 <= row < pane.rows and 0 <= column < pane.columns:
                top, left = self.start(product, kind, offsets)
                return Cell(kind, top + row, left + column)
        return None


def stepped(zoom: float, steps: float) -> float:
    """The zoom some steps closer, within its limits."""
    return float(min(max(zoom * _STEP**steps, LEAST_ZOOM), MOST_ZOOM))


def board_of(product: Product, measures: Measures, width: int, height: int, zoom: float | None) -> Board:
    """Divides a page between the matrices.

    Args:
        product: what is shown.
        measures: of the font.
        width: of the page in pixels.
        height: of the page in pixels.
        zoom: size of the cells; None for one at which text is read and most is seen.
    """
    chosen = _fitting(product, measures, width, height) if zoom is None else zoom
    wide, high = (max(2, int(size * chosen)) for size in (measures.cell_width, measures.cell_height))
    rows, inner = product.axes(product.left)
    columns = product.axes(product.top)[1]
    across = _across(product, measures, width, wide, grows=zoom is None)
    wide, corner = across.wide, across.corner
    band = _band(product, measures, high)
    down = (height - _heads(measures, band)) // high
    shown_top = _share(down, product.size(inner), product.size(rows), down // 2, 3)
    shown_rows = max(1, min(product.size(rows), down - shown_top))
    strip_y = 2 * measures.line + shown_top * high + GAP
    z_x, z_y = corner + GAP + across.beside, strip_y + band + _SPACE + measures.line
    panes: dict[Kind, Pane] = {
        product.left: Pane(corner - across.inner * wide, z_y, shown_rows, across.inner),
        product.top: Pane(z_x, 2 * measures.line, shown_top, across.columns),
        "z": Pane(z_x, z_y, shown_rows, across.columns),
        "a": Pane(z_x + across.columns * wide + measures.arrow, z_y, shown_rows, across.columns),
    }
    if across.beside:
        panes["b"] = Pane(z_x - GAP - wide, z_y, shown_rows, 1)
    elif product.b is not None:
        panes["b"] = Pane(z_x, strip_y + (band - high) // 2, 1, across.columns)
    hidden = {
        rows: product.size(rows) - shown_rows,
        inner: product.size(inner) - min(across.inner, shown_top),
        columns: product.size(columns) - across.columns,
    }
    return Board(wide, high, chosen, panes, corner, hidden)


def least_size(product: Product, measures: Measures) -> tuple[int, int]:
    """Width and height of the smallest page on which nothing overlaps: two rows, three columns."""
    wide, high = (int(size * _SMALLEST_FIT) for size in (measures.cell_width, measures.cell_height))
    beside = _beside(product, measures, wide)
    return (
        measures.row_labels + 2 * GAP + beside + measures.arrow + BAR + 3 * wide,
        _heads(measures, _band(product, measures, high)) + 2 * high,
    )


@dataclass(frozen=True, slots=True)
class _Across:
    """How the width is divided.

    Attributes:
        wide: width of a cell.
        corner: right edge of the corner.
        beside: room for biases between the left factor and Z.
        inner: visible columns of the left factor.
        columns: visible columns of Z.
    """

    wide: int
    corner: int
    beside: int
    inner: int
    columns: int


def _across(product: Product, measures: Measures, width: int, wide: int, *, grows: bool) -> _Across:
    """Divides the width.

    Z and A scroll together, so they are equally wide; the left factor gets a third, or what they leave.
    ``grows`` lets cells take what is left over, so that more of their digits fit.
    """
    inner, columns = product.inputs, product.size(product.axes(product.top)[1])
    beside = _beside(product, measures, wide)
    room = width - 2 * GAP - beside - measures.arrow - BAR
    cells = (room - measures.row_labels) // wide
    shown_inner = _share(cells, inner, 2 * columns, cells // 3, 8)
    shown_columns = max(1, min(columns, (cells - shown_inner) // 2))
    least = min(measures.corner, width // 3)
    corner = max(measures.row_labels + shown_inner * wide, least)
    shown_columns = max(1, min(shown_columns, (room - corner) // wide // 2))
    if grows and shown_columns < columns:
        left_over = room - corner - 2 * shown_columns * wide
        wide += max(0, left_over) // (shown_inner + 2 * shown_columns + 1)
        corner = max(measures.row_labels + shown_inner * wide, least)
        beside = _beside(product, measures, wide)
    return _Across(wide, corner, beside, shown_inner, shown_columns)


def _share(cells: int, inner: int, others: int, usual: int, least: int) -> int:
    """How many cells the inner dimension gets along a side of the page.

    All it has, where that leaves enough for the other matrices; else its usual share and what they leave.

    Args:
        cells: how many there is room for.
        inner: how many it has.
        others: how many the other matrices have.
        usual: its share where not all fit.
        least: how many are enough for the others.
    """
    if inner <= cells - min(others, least):
        return inner
    return max(1, min(inner, max(usual, cells - others)))


def _beside(product: Product, measures: Measures, wide: int) -> int:
    """Room for the strip of biases where it is a column between the left factor and Z."""
    if product.b is None or not product.in_columns:
        return 0
    return max(wide, measures.strip) + GAP


def _band(product: Product, measures: Measures, high: int) -> int:
    """Room between the top factor and the headers of Z: the strip of biases, beside it the left title."""
    above = product.b is not None and not product.in_columns
    return max(measures.line, high if above else 0)


def _heads(measures: Measures, band: int) -> int:
    """The height of everything that is not cells of the factors and of Z."""
    return 3 * measures.line + GAP + band + _SPACE + BAR


def _fitting(product: Product, measures: Measures, width: int, height: int) -> float:
    """The zoom at which all columns fit, as far as text stays readable; small matrices grow."""
    rows, inner = (product.size(axis) for axis in product.axes(product.left))
    columns = product.size(product.axes(product.top)[1])
    fixed = 2 * GAP + _beside(product, measures, 0) + measures.arrow + BAR
    across = (width - fixed - measures.row_labels) / ((inner + 2 * columns) * measures.cell_width)
    with_corner = (width - fixed - measures.corner) / (2 * columns * measures.cell_width)
    across = min(across, with_corner)
    strip = 0 if product.b is None or product.in_columns else 1
    heads = _heads(measures, 0 if strip else measures.line)
    down = (height - heads) / ((inner + rows + strip) * measures.cell_height)
    usual = min(max(across, _SMALLEST_FIT), _USUAL_FIT)
    return max(usual, min(across, down, _LARGEST_FIT))
