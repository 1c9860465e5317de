"""Paints the headers of rows and columns: sample numbers, features, neurons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from densegui.ui.panels.matrices_layout import GAP
from densegui.ui.panels.plotting import small_font

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_product import Axis, Kind
    from densegui.ui.panels.matrices_scene import Scene

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER: Final = Qt.AlignmentFlag.AlignCenter
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_AWAY: Final = 5.0  # from a label to its row
_BRACKET: Final = 32.0


def write(p: QPainter, area: QRectF, text: str, flags: Qt.AlignmentFlag, color: QColor, font: QFont) -> None:
    """Writes a line that ends in "…" where it does not fit."""
    p.setFont(font)
    p.setPen(color)
    p.drawText(
        area, flags, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    )


class Labels:
    """Paints the headers; those of the explained row and column stand out.

    Args:
        p: where to.
        scene: what.
    """

    def __init__(self, p: QPainter, scene: Scene) -> None:
        self._p = p
        self._scene = scene
        self._product, self._board = scene.product, scene.board
        self._small, self._bold = small_font(scene.font), small_font(scene.font, bold=True)
        self._metrics, self._wide = QFontMetrics(self._small), QFontMetrics(self._bold)
        self._line = self._metrics.height() + 1

    def paint(self) -> None:
        """Paints all of them."""
        product = self._product
        for kind in (product.top, product.left, "a"):
            self._columns(kind)
        for kind in (product.left, product.top):
            self._rows(kind)

    def inner_left(self) -> float:
        """Left edge of the labels of the top factor's rows, which stand in the corner."""
        start = self._board.start(self._product, self._product.top, self._scene.offsets)[0]
        last = start + self._board.panes[self._product.top].rows
        widest = max(self._wide.horizontalAdvance(self._side_text("input", k)) for k in range(start, last))
        # The bracket with its number stands between the names and the left edge.
        number = self._wide.horizontalAdvance(str(self._product.inputs))
        least = min(self._board.panes[self._product.left].x + number + _BRACKET, self._board.corner * 0.6)
        return max(self._board.corner + GAP - _AWAY - widest - 1.0, least)

    def _columns(self, kind: Kind) -> None:
        """What the columns of a matrix are, over them."""
        axis = self._product.axes(kind)[1]
        pane, wide = self._board.panes[kind], self._board.cell_width
        start = self._board.start(self._product, kind, self._scene.offsets)[1]
        if self._product.names(axis) and not self._is_numbered(axis):
            needed = min(self._longest(axis), self._metrics.horizontalAdvance("mmm")) + 4
        else:
            needed = self._metrics.horizontalAdvance(self._number(axis, self._product.size(axis) - 1)) + 4
        for index in self._seen(start, pane.columns, wide, needed):
            room = max(wide, needed)
            middle = pane.x + (index - start + 0.5) * wide
            area = QRectF(middle - room / 2 + 1, pane.y - self._line, room - 2, self._line)
            text = self._number(axis, index) if self._is_numbered(axis) else self._product.label(axis, index)
            self._label(area, axis, index, text, CENTER)

    def _rows(self, kind: Kind) -> None:
        """What the rows of a matrix are, left of them."""
        axis = self._product.axes(kind)[0]
        pane, high = self._board.panes[kind], self._board.cell_height
        start = self._board.start(self._product, kind, self._scene.offsets)[0]
        inner = kind == self._product.top
        left = self.inner_left() if inner else 0.0
        right = (self._board.corner + GAP if inner else pane.x) - _AWAY
        for index in self._seen(start, pane.rows, high, self._metrics.ascent()):
            middle = pane.y + (index - start + 0.5) * high
            area = QRectF(left, middle - self._line / 2, right - left, self._line)
            if self._is_numbered(axis):
                wide = self._wide.horizontalAdvance("0") * len(str(self._product.size(axis) - 1)) + 6
                self._label(area, axis, index, str(index), RIGHT)
                area.setWidth(area.width() - wide)
            self._label(area, axis, index, self._product.label(axis, index), RIGHT)

    def _seen(self, start: int, count: int, size: int, needed: int) -> list[int]:
        """The indices whose labels stand side by side without touching."""
        step = next((s for s in _STEPS if s * size >= needed), _STEPS[-1])
        return [index for index in range(start, start + count) if index % step == 0]

    def _label(self, area: QRectF, axis: Axis, index: int, text: str, flags: Qt.AlignmentFlag) -> None:
        lit = self._scene.explained.get(axis) == index
        color = self._scene.hue("text" if lit else "muted")
        write(self._p, area, text, flags, color, self._bold if lit else self._small)

    def _number(self, axis: Axis, index: int) -> str:
        return str(index) if axis != "sample" else self._product.label(axis, index)

    def _side_text(self, axis: Axis, index: int) -> str:
        text = self._product.label(axis, index)
        return f"{text}  {index}" if axis == "input" and self._is_numbered(axis) else text

    def _is_numbered(self, axis: Axis) -> bool:
        """Whether columns of inputs have numbers because their names do not fit; rows then have both."""
        if axis != "input" or not self._product.names(axis):
            return False
        return self._longest(axis) > self._board.cell_width - 4

    def _longest(self, axis: Axis) -> int:
        return self._wide.horizontalAdvance(max(self._product.names(axis), key=len))
