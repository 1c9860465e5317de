"""The bin: bricks that are dropped on it leave the stack."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from densegui.ui import theme
from densegui.ui.builder import bricks


class Bin(QWidget):
    """A picture of a bin over the palette; the palette takes the drops."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bin")
        self.setAccessibleName(self.tr("Bin"))
        self.setToolTip(self.tr("Drop bricks here to take them out of the stack"))
        # Events go to the palette beneath.
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed place with a bin and a few words."""
        super().paintEvent(event)
        colors = theme.colors()
        veil, warning = QColor(colors.panel), QColor(colors.warning)
        veil.setAlpha(225)
        place = QRectF(self.rect()).adjusted(10, 10, -10, -10)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), veil)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(warning, 1.6, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(place, 8, 8)
            _paint_bin(painter, place.center() - QPointF(0, 14), warning)
            painter.setFont(bricks.font(self.font(), 12))
            words = QRect(
                round(place.left()), round(place.center().y()) + 14, round(place.width()), 40
            ).adjusted(8, 0, -8, 0)
            flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
            painter.drawText(words, flags, self.tr("Drop here to remove"))


def _paint_bin(painter: QPainter, middle: QPointF, color: QColor) -> None:
    """A lid, a handle and a can with two ribs, 26 pixels high."""
    x, y = middle.x(), middle.y()
    painter.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawLine(QPointF(x - 12, y - 9), QPointF(x + 12, y - 9))
    painter.drawPolyline(
        [QPointF(x - 4, y - 9), QPointF(x - 4, y - 13), QPointF(x + 4, y - 13), QPointF(x + 4, y - 9)]
    )
    painter.drawPolyline(
        [QPointF(x - 9, y - 9), QPointF(x - 7, y + 13), QPointF(x + 7, y + 13), QPointF(x + 9, y - 9)]
    )
    for rib in (-3, 3):
        painter.drawLine(QPointF(x + rib, y - 4), QPointF(x + rib, y + 8))
