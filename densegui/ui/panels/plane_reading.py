"""What the plane says at the pointer: a few lines in the corner that is farthest from it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from densegui.ui.theme import colors


class PlaneReading(QGraphicsItem):
    """Lines of text in the pixels of a pyqtgraph view box, whose child it becomes."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self._box = view_box
        self._lines: tuple[str, ...] = ()
        self._at_right = self._at_bottom = False
        self.font = QFont()
        self.setZValue(1000)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is said."""
        return self._lines

    def show_lines(self, lines: tuple[str, ...], x: float, y: float) -> None:
        """Says lines about a point at shares (x, y) of the box, from its left and its bottom."""
        self.prepareGeometryChange()
        self._lines = lines
        # Near the middle it stays where it is: a text that jumps cannot be read.
        if not 0.4 < x < 0.6:
            self._at_right = x < 0.5
        if not 0.4 < y < 0.6:
            self._at_bottom = y > 0.5
        self.update()

    def boundingRect(self) -> QRectF:
        """The rectangle of the text, in a corner of the view box."""
        if not self._lines:
            return QRectF()
        metrics, area = QFontMetricsF(self.font), self._box.rect()
        wide = min(max(metrics.horizontalAdvance(line) for line in self._lines) + 12, area.width() - 8)
        high = metrics.height() * len(self._lines) + 8
        left = area.width() - wide - 4 if self._at_right else 4
        top = area.height() - high - 4 if self._at_bottom else 4
        return QRectF(left, top, wide, high)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the lines on a plate."""
        scheme, box = colors(), self.boundingRect()
        if not self._lines:
            return
        back = QColor(scheme.panel)
        back.setAlpha(225)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scheme.border), 1))
        painter.setBrush(back)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self.font)
        painter.setPen(QColor(scheme.text))
        metrics = QFontMetricsF(self.font)
        for number, line in enumerate(self._lines):
            row = QRectF(
                box.left() + 6, box.top() + 4 + number * metrics.height(), box.width() - 12, metrics.height()
            )
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
