"""Paints brick parts: bodies, studs, pills and fitted words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPen

from densegui.ui import theme
from densegui.ui.builder.geometry import STUD_HEIGHT, STUD_WIDTH

CORNER: Final = 5
SHADOW: Final = 8
ON_BRICK: Final = QColor("#FFFFFF")


def font(base: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """The font at a size in pixels, so that words fit a geometry made of pixels."""
    sized = QFont(base)
    sized.setPixelSize(pixels)
    sized.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return sized


def text_width(sized: QFont, text: str) -> int:
    """Width of a line of text, in pixels."""
    return QFontMetrics(sized).horizontalAdvance(text)


def paint_body(painter: QPainter, body: QRect, fill: QColor) -> None:
    """A flat rounded body with an outline and a highlight along its upper edge."""
    rect = QRectF(body).adjusted(0.5, 0.5, -0.5, -0.5)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, fill.lighter(107))
    gradient.setColorAt(1, fill.darker(108))
    painter.setPen(QPen(fill.darker(135), 1))
    painter.setBrush(gradient)
    painter.drawRoundedRect(rect, CORNER, CORNER)
    painter.setPen(QPen(QColor(255, 255, 255, 70), 1))
    top = rect.top() + 1
    painter.drawLine(QPointF(rect.left() + CORNER, top), QPointF(rect.right() - CORNER, top))


def paint_shadow(painter: QPainter, body: QRect) -> None:
    """A soft shadow around a body that is lifted off the stack."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 12))
    for reach in range(SHADOW):
        rect = QRectF(body).adjusted(-reach, -reach + 3, reach, reach)
        painter.drawRoundedRect(rect, CORNER + reach, CORNER + reach)


def paint_studs(painter: QPainter, lefts: Iterable[int], top: int, fill: QColor) -> None:
    """Studs whose lower edge stands on the body that begins ``STUD_HEIGHT`` below ``top``."""
    painter.setPen(QPen(fill.darker(130), 1))
    painter.setBrush(fill.lighter(104))
    rects = [QRectF(left + 0.5, top + 0.5, STUD_WIDTH - 1, STUD_HEIGHT + 2) for left in lefts]
    for rect in rects:
        painter.drawRoundedRect(rect, 2, 2)
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
    for rect in rects:
        painter.drawLine(QPointF(rect.left() + 2, rect.top() + 1), QPointF(rect.right() - 2, rect.top() + 1))


def paint_pill(painter: QPainter, rect: QRect, hot: QRect | None = None) -> None:
    """A pill; the part of it that a click would hit now may be marked."""
    dark = theme.is_dark()
    radius = rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 120) if dark else QColor(255, 255, 255, 236))
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    if hot is not None:
        painter.setBrush(QColor(255, 255, 255, 40) if dark else QColor(31, 39, 51, 28))
        painter.drawRoundedRect(QRectF(hot).adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def paint_words(
    painter: QPainter,
    rect: QRect,
    texts: Sequence[str],
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """The first of the texts that fits; the last one is elided where none does."""
    metrics = QFontMetrics(painter.font())
    text = next((t for t in texts if metrics.horizontalAdvance(t) <= rect.width()), None)
    if text is None:
        text = metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)


def paint_plus_minus(painter: QPainter, rect: QRect, color: QColor, plus: bool) -> None:
    """The sign on a stepper's button."""
    painter.setPen(QPen(color, 1.6))
    middle = QRectF(rect).center()
    painter.drawLine(QPointF(middle.x() - 3.5, middle.y()), QPointF(middle.x() + 3.5, middle.y()))
    if plus:
        painter.drawLine(QPointF(middle.x(), middle.y() - 3.5), QPointF(middle.x(), middle.y() + 3.5))


def paint_cross(painter: QPainter, rect: QRect, *, hot: bool) -> None:
    """The sign that takes a brick away."""
    if hot:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawEllipse(rect)
    painter.setPen(QPen(ON_BRICK, 1.4))
    middle = QRectF(rect).center()
    for turn in (1, -1):
        painter.drawLine(middle + QPointF(-3, -3 * turn), middle + QPointF(3, 3 * turn))


def paint_dots(painter: QPainter, rect: QRect, *, hot: bool) -> None:
    """The sign that opens what is folded away."""
    painter.setPen(Qt.PenStyle.NoPen)
    if hot:
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawEllipse(rect)
    painter.setBrush(ON_BRICK)
    middle = QRectF(rect).center()
    for place in (-4.5, 0, 4.5):
        painter.drawEllipse(middle + QPointF(place, 0), 1.5, 1.5)


def paint_warning(painter: QPainter, rect: QRect, *, hot: bool) -> None:
    """The sign of a doubtful setting: a yellow triangle, so that it is told by shape as well."""
    place = QRectF(rect).adjusted(1, 1.5, -1, -1.5)
    painter.setPen(QPen(QColor("#3A2E00"), 1.2))
    painter.setBrush(QColor("#FFE27A" if hot else "#FFD23F"))
    painter.drawPolygon([QPointF(place.center().x(), place.top()), place.bottomRight(), place.bottomLeft()])
    painter.setPen(QPen(QColor("#3A2E00"), 1.8))
    middle = place.center()
    painter.drawLine(middle + QPointF(0, -1.5), middle + QPointF(0, 2))
    painter.drawPoint(middle + QPointF(0, 4.6))
