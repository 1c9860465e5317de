"""The painted items of the distribution panel: lines of text, the axis of a histogram, the backdrop."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from densegui.ui.panels.distributions_measures import ends
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text: left and right end, each in a colour of the scheme.

    Attributes:
        left: what the number is.
        right: the number.
        left_role: colour of the left end.
        right_role: colour of the right end.
        bold: whether the left end is a heading.
        pinned: the same number of the pinned run, behind it in brackets; empty for none.
    """

    left: str
    right: str = ""
    left_role: str = "muted"
    right_role: str = "text"
    bold: bool = False
    pinned: str = ""


class TextRows(QGraphicsItem):
    """Lines of text in a rectangle of the scene; cheaper than rich text items by far."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self.font = QFont()
        self.rows: tuple[Row, ...] = ()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_rows(self, rows: tuple[Row, ...], area: QRectF, font: QFont) -> None:
        """Shows the lines from the top of the area on."""
        self.prepareGeometryChange()
        self.rows, self._area, self.font = rows, area, font
        self.update()

    def boundingRect(self) -> QRectF:
        """The area."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the lines; a left end that does not fit ends in "…"."""
        if not self.rows:
            return
        scheme, step = colors(), self._area.height() / len(self.rows)
        middle = Qt.AlignmentFlag.AlignVCenter
        font, heading = small_font(self.font), QFont(self.font)
        heading.setWeight(QFont.Weight.DemiBold)
        metrics, name = QFontMetricsF(font), QFontMetricsF(heading)
        for index, row in enumerate(self.rows):
            area = QRectF(self._area.left(), self._area.top() + index * step, self._area.width(), step)
            if row.pinned:
                area.setRight(area.right() - self._draw_pinned(painter, row, area, metrics))
            right = metrics.horizontalAdvance(row.right)
            if row.bold:
                if name.horizontalAdvance(row.left) + right + 8 > area.width():
                    heading = small_font(self.font, bold=True)
                    name = QFontMetricsF(heading)
                left = min(name.horizontalAdvance(row.left), area.width() * 0.65)
                right = min(right, area.width() - left - 8)
            painter.setFont(font)
            painter.setPen(QColor(getattr(scheme, row.right_role)))
            text = metrics.elidedText(row.right, Qt.TextElideMode.ElideRight, right + 1)
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, text)
            if row.bold:
                painter.setFont(heading)
            painter.setPen(QColor(getattr(scheme, row.left_role)))
            text = (name if row.bold else metrics).elidedText(
                row.left, Qt.TextElideMode.ElideRight, area.width() - right - 6
            )
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignLeft, text)

    def _draw_pinned(self, painter: QPainter, row: Row, area: QRectF, metrics: QFontMetricsF) -> float:
        """Draws the pinned run's number in brackets at the right end; returns its width."""
        words = f"({row.pinned})"
        painter.setFont(small_font(self.font))
        painter.setPen(QColor(colors().muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        return metrics.horizontalAdvance(words) + 4


class RangeAxis(QGraphicsItem):
    """The line under a histogram, with min and max where they are."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self._font = QFont()
        self._symbol = ""
        self.marks: tuple[tuple[float, str], ...] = ()
        self.zero: float | None = None
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_range(
        self,
        low: float,
        high: float,
        limits: tuple[float, float],
        symbol: str,
        area: QRectF,
        font: QFont,
    ) -> None:
        """Marks ``low`` and ``high`` on an axis of these limits, named by the symbol; NaN marks nothing."""
        self.prepareGeometryChange()
        self._area, self._font = area, small_font(font)
        first, last = limits
        span = last - first
        self._symbol, self.marks = symbol, ()
        self.marks = tuple(
            ((value - first) / span, text) for value, text in zip((low, high), ends(low, high), strict=False)
        )
        self.zero = -first / span if first < 0 < last else None
        self.update()

    def boundingRect(self) -> QRectF:
        """The area of the axis."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the line, a tick at zero, and the marks' texts without overlap."""
        scheme, area = colors(), self._area
        metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.drawLine(area.topLeft(), area.topRight())
        painter.setPen(QPen(QColor(scheme.muted), 1))
        places = [area.left() + part * area.width() for part, _ in self.marks]
        for place in places if self.zero is None else [*places, area.left() + self.zero * area.width()]:
            painter.drawLine(QPointF(place, area.top()), QPointF(place, area.top() + 3))
        widths = [metrics.horizontalAdvance(text) for _, text in self.marks]
        lefts = spread(places, widths, area.left(), area.right())
        for left, width, (_, text) in zip(lefts, widths, self.marks, strict=True):
            box = QRectF(left, area.top() + 2, width + 1, area.height() - 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        taken = list(zip(lefts, widths, strict=True))
        size = metrics.horizontalAdvance(self._symbol)
        painter.setPen(QColor(scheme.text))
        for left in (area.center().x() - size / 2, area.left(), area.right() - size):
            if all(left + size + 4 < start or left > start + width + 4 for start, width in taken):
                box = QRectF(left, area.top() + 2, size + 1, area.height() - 2)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._symbol)
                break


def spread(places: list[float], widths: list[float], low: float, high: float) -> list[float]:
    """Left ends of at most two texts centred on their places, within the limits and side by side."""
    lefts = [
        min(max(place - width / 2, low), high - width) for place, width in zip(places, widths, strict=True)
    ]
    if len(lefts) == 2 and lefts[0] + widths[0] + 8 > lefts[1]:
        total = sum(widths) + 8
        start = min(max(sum(places) / 2 - total / 2, low), high - total)
        return [start, start + widths[0] + 8]
    return lefts


class Backdrop(QGraphicsItem):
    """The ground of a column: a line in the family's colour under the header, a tint where selected."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF()
        self._line = 0.0
        self._color = QColor()
        self.selected = False
        self.setZValue(-200)

    def show_ground(self, area: QRectF, line: float, color: QColor, selected: bool) -> None:
        """Fills the area and draws the line at this height."""
        self.prepareGeometryChange()
        self._area, self._line, self._color, self.selected = area, line, color, selected
        self.update()

    def boundingRect(self) -> QRectF:
        """The column."""
        return self._area

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the tint and the line."""
        area = self._area.adjusted(2, 0, -2, 0)
        if self.selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(blend(QColor(colors().accent), 0.1))
            painter.drawRoundedRect(area, 5, 5)
        left, width = self._area.left() + 8, self._area.width() - 16
        painter.fillRect(QRectF(left, self._line, width, 2), self._color)
