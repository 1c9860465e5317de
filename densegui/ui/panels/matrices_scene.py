"""What is painted: the matrices, where they stand, what is marked; in which fonts and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics

from densegui.ui.panels.matrices_layout import Measures
from densegui.ui.panels.matrices_product import Cell
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors, is_dark

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_layout import Board
    from densegui.ui.panels.matrices_product import Axis, Kind, Product


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One picture of the matrices.

    Attributes:
        product: the numbers.
        board: where they stand.
        offsets: the first visible index of each axis.
        scales: the magnitude that has the strongest colour, of each matrix.
        explained: the sample and the unit whose sum is written out.
        hovered: whether the pointer chose them.
        marked: the sample, unit and input that are selected; those that are not are missing.
        faded: whether the numbers are out of date.
        font: of titles.
    """

    product: Product
    board: Board
    offsets: Mapping[Axis, int]
    scales: Mapping[Kind, float]
    explained: Mapping[Axis, int]
    hovered: bool
    marked: Mapping[Axis, int]
    faded: bool
    font: QFont

    def rectangle(self, cell: Cell) -> QRect | None:
        """Where a cell is; None out of sight."""
        pane = self.board.panes[cell.kind]
        top, left = self.board.start(self.product, cell.kind, self.offsets)
        row, column = cell.row - top, cell.column - left
        if not (0 <= row < pane.rows and 0 <= column < pane.columns):
            return None
        wide, high = self.board.cell_width, self.board.cell_height
        return QRect(pane.x + column * wide, pane.y + row * high, wide, high)

    def area(self, kind: Kind) -> QRect:
        """Where the visible part of a matrix is."""
        pane = self.board.panes[kind]
        return QRect(pane.x, pane.y, pane.columns * self.board.cell_width, pane.rows * self.board.cell_height)

    def hue(self, name: str) -> QColor:
        """A colour of the scheme; numbers that are out of date have none."""
        if self.faded and name not in {"panel", "border"}:
            return blend(QColor(colors().muted), 0.6)
        return QColor(getattr(colors(), name))


def strongest() -> float:
    """The share of the hue in the strongest cell: text on it stays legible."""
    return 0.55 if is_dark() else 0.7


def cell_font(font: QFont, zoom: float) -> QFont:
    """The font of the numbers in the cells."""
    scaled = small_font(font)
    if scaled.pointSizeF() > 0:
        scaled.setPointSizeF(max(scaled.pointSizeF() * zoom, 1.0))
    else:
        scaled.setPixelSize(max(round(scaled.pixelSize() * zoom), 1))
    return scaled


def measures_of(font: QFont, product: Product) -> Measures:
    """The room that this font asks for."""
    small, bold = QFontMetrics(small_font(font)), QFontMetrics(small_font(font, bold=True))
    rows = product.axes(product.left)[0]
    last = product.size(rows) - 1
    names = product.unit_names if rows == "unit" else ()
    labels = names or (product.label(rows, last),)
    widest = max(small.horizontalAdvance(label) for label in labels)
    shapes = f"{product.symbol(product.left)} {product.shape(product.left)}"
    strip = f"+ {product.symbol('b')} {product.shape('b')}" if product.b is not None else ""
    note, beside = product.note(product.left), "" if product.in_columns else strip
    return Measures(
        cell_width=small.horizontalAdvance("−0.0000") + 4,
        cell_height=small.height() + 2,
        line=small.height() + 1,
        row_labels=min(widest, small.horizontalAdvance("0") * 10) + 8,
        corner=bold.horizontalAdvance(shapes)
        + small.horizontalAdvance(note)
        + bold.horizontalAdvance(beside)
        + 24,
        strip=bold.horizontalAdvance(strip),
        arrow=max(30, bold.horizontalAdvance(product.layer.activation.name) + 8) + 12,
    )
