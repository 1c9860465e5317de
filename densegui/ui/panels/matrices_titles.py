"""Paints names and shapes, the formula, the activation, and the bracket of the shared inner dimension."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from densegui.ui import theme
from densegui.ui.panels.matrices_labels import CENTER, LEFT, RIGHT, Labels, write
from densegui.ui.panels.matrices_layout import GAP
from densegui.ui.panels.matrices_scene import strongest
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_product import Kind
    from densegui.ui.panels.matrices_scene import Scene

_KEY: Final = 16  # a quarter of the colour key, in pixels
_SPACE: Final = 5  # between a title and its note
_TICK: Final = 4.0  # length of a bracket's ends
_BEND: Final = 14.0  # the least width of the line that joins the brackets


class Titles:
    """Paints everything but cells and headers.

    Args:
        p: where to.
        scene: what.
        width: of the page in pixels.
    """

    def __init__(self, p: QPainter, scene: Scene, width: int) -> None:
        self._p = p
        self._scene = scene
        self._product, self._board = scene.product, scene.board
        self._width = width
        self._small, self._bold = small_font(scene.font), small_font(scene.font, bold=True)
        self._metrics = QFontMetrics(self._bold)
        self._line = QFontMetrics(self._small).height() + 1

    def paint(self) -> None:
        """Paints all of them."""
        self._bracket()
        self._formula()
        self._titles()
        self._arrow()
        self._key()
        if self._product.layer.activation.function.rowwise:
            self._rowwise()

    def _write(self, area: QRectF, text: str, flags: Qt.AlignmentFlag = LEFT) -> None:
        write(self._p, area, text, flags, self._scene.hue("text"), self._bold)

    def _titles(self) -> None:
        """Name and shape over each matrix."""
        product, board, line = self._product, self._board, self._line
        left, top, z, a = (board.panes[kind] for kind in (product.left, product.top, "z", "a"))
        self._title(product.top, QRectF(top.x, 0, self._width - top.x, line))
        needed = self._metrics.horizontalAdvance(self._name(product.left)) + 2
        noted = needed + _SPACE + QFontMetrics(self._small).horizontalAdvance(product.note(product.left))
        end = float(board.corner + GAP)
        if "b" in board.panes:
            end = self._bias_title() - 6
        start = max(0.0, min(float(left.x), end - (noted if noted <= end else needed)))
        self._title(product.left, QRectF(start, self._left_title(), end - start, line))
        self._title("z", QRectF(z.x, z.y - line, a.x - z.x, line))
        self._title("a", QRectF(a.x, a.y - 2 * line, self._width - a.x, line))

    def _left_title(self) -> float:
        """Top of the left factor's title: beside the strip of biases where there is one above Z."""
        board, product = self._board, self._product
        if "b" in board.panes and not product.in_columns:
            return board.panes["b"].y + (board.cell_height - self._line) / 2
        return board.panes["z"].y - 2.0 * self._line - 2

    def _title(self, kind: Kind, area: QRectF) -> None:
        name, note = self._name(kind), self._product.note(kind)
        self._write(area, name)
        used = self._metrics.horizontalAdvance(name) + _SPACE
        rest = QRectF(area.left() + used, area.top(), area.width() - used, area.height())
        if note and QFontMetrics(self._small).horizontalAdvance(note) <= rest.width():
            write(self._p, rest, note, LEFT, self._scene.hue("muted"), self._small)

    def _name(self, kind: Kind) -> str:
        return f"{self._product.symbol(kind)} {self._product.shape(kind)}"

    def _bias_title(self) -> float:
        """Left edge of the title of the biases, which is short where the left factor's needs the room."""
        product, board, line = self._product, self._board, self._line
        title = f"+ {product.symbol('b')} {product.shape('b')}"
        right = board.corner + GAP - 5.0
        if product.in_columns:
            right = float(board.right("b"))
        needed = self._metrics.horizontalAdvance(title) + 2
        if right - needed - 6 < self._metrics.horizontalAdvance(self._name(product.left)):
            title = f"+ {product.symbol('b')}"
            needed = self._metrics.horizontalAdvance(title) + 2
        self._write(QRectF(right - needed, self._left_title(), needed, line), title, RIGHT)
        return right - needed

    def _bracket(self) -> None:
        """Joins the width of the left factor with the height of the top one: they are the same number."""
        product, board, p = self._product, self._board, self._p
        left, top = board.panes[product.left], board.panes[product.top]
        y, x = self._left_title() - 3.0, Labels(p, self._scene).inner_left() - 4.0
        x0, x1 = left.x + 1.0, board.right(product.left) - 1.0
        y0, y1 = top.y + 1.0, board.bottom(product.top) - 1.0
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(self._scene.hue("accent"), 1.5))
        for line in (
            QLineF(x0, y, x1, y), QLineF(x0, y, x0, y + _TICK), QLineF(x1, y, x1, y + _TICK),
            QLineF(x, y0, x, y1), QLineF(x, y0, x + _TICK, y0), QLineF(x, y1, x + _TICK, y1),
        ):  # fmt: skip
            p.drawLine(line)
        text = str(product.inputs)
        wide = self._metrics.horizontalAdvance(text) + 6.0
        middle = QPointF(x - wide / 2 - 1, (y0 + y1) / 2)
        start = min((x0 + x1) / 2, x - _BEND - wide / 2)
        if start >= x0:
            path = QPainterPath(QPointF(start, y))
            path.quadTo(QPointF(start, (y0 + y1) / 2), QPointF(x, (y0 + y1) / 2))
            p.drawPath(path)
            middle = path.pointAtPercent(0.5)
        p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        area = QRectF(middle.x() - wide / 2, middle.y() - self._line / 2, wide, self._line)
        p.fillRect(area, QColor(colors().panel))
        write(p, area, text, CENTER, self._scene.hue("accent"), self._bold)

    def _formula(self) -> None:
        product, line = self._product, self._line
        lines = ("Z = X·W + b",) if product.b is not None else ("Z = X·W",)
        if product.in_columns:
            bias = product.b is not None
            lines = ("Z = (Xᵀ·W + Bᵀ)ᵀ", "= Wᵀ·X + B") if bias else ("Z = (Xᵀ·W)ᵀ", "= Wᵀ·X")  # type: ignore[assignment] # one line or two
        for place, text in enumerate(lines):
            self._write(QRectF(0, place * line, self._board.corner + GAP - 4.0, line), text)

    def _arrow(self) -> None:
        """From Z to A, with the name of the activation in its colour."""
        board, p = self._board, self._p
        function = self._product.layer.activation.function
        color = self._scene.hue("muted") if self._scene.faded else theme.family_curve(function.family)
        left, right = board.right("z") + 5.0, board.panes["a"].x - 5.0
        pane = board.panes["z"]
        y = pane.y + max(board.cell_height / 2, min(self._line * 1.4, pane.rows * board.cell_height / 2))
        area = QRectF(left - 3, y - self._line - 3, right - left + 6, self._line)
        write(p, area, function.name, CENTER, color, self._bold)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(color, 1.6))
        p.drawLine(QPointF(left, y), QPointF(right - 4, y))
        p.setBrush(color)
        p.setPen(Qt.PenStyle.NoPen)
        p.drawPolygon(
            QPolygonF([QPointF(right, y), QPointF(right - 6, y - 3.5), QPointF(right - 6, y + 3.5)])
        )
        p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        p.setBrush(Qt.BrushStyle.NoBrush)

    def _key(self) -> None:
        """What the colours say, in the free corner above A: from minus over zero to plus."""
        pane, line = self._board.panes["a"], self._line
        wide, sign = min(4 * _KEY, self._width - pane.x - 2 * line), self._metrics.horizontalAdvance("−") + 4
        if pane.y < 4.5 * line or wide < _KEY:
            return
        y = line * 1.5
        area = QRectF(pane.x + sign, y - 4, wide, 8)
        gradient = QLinearGradient(area.topLeft(), area.topRight())
        for place, name in ((0.0, "negative"), (0.5, "panel"), (1.0, "positive")):
            color = self._scene.hue(name)
            gradient.setColorAt(place, color if name == "panel" else blend(color, strongest()))
        self._p.fillRect(area, gradient)
        self._p.setPen(QPen(QColor(colors().border), 1))
        self._p.drawRect(area)
        muted = self._scene.hue("muted")
        write(self._p, QRectF(pane.x, y - line / 2, sign, line), "−", LEFT, muted, self._bold)
        write(self._p, QRectF(area.right() + 4, y - line / 2, sign, line), "+", LEFT, muted, self._bold)

    def _rowwise(self) -> None:
        """What softmax does to the numbers of a sample."""
        translate = QCoreApplication.translate
        text = (
            translate("MatricesPanel", "each column of A sums to 1")
            if self._product.in_columns
            else translate("MatricesPanel", "each row of A sums to 1")
        )
        x = self._board.panes["a"].x
        area = QRectF(x, 0, self._width - x, self._line)
        write(self._p, area, text, LEFT, self._scene.hue("muted"), self._small)
