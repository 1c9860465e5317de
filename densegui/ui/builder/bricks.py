"""Paints brick parts: bodies, studs, pills and fitted words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QLinearGradient, QPainter, QPen, QPixmap, QPixmapCache

from densegui.ui import theme
from densegui.ui.builder.geometry import STUD_HEIGHT, STUD_WIDTH

CORNER: Final = 5
SHADOW: Final = 8
ON_BRICK: Final = QColor("#FFFFFF")

# A number, as joining flags in Python takes longer than drawing a word.
_IN_ONE_LINE: Final = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextSingleLine.value
_LEAST_PIXELS: Final = 10


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
    paint_kept(painter, body, f"body {fill.rgba()}", partial(_paint_new_body, fill=fill))


def _paint_new_body(painter: QPainter, body: QRectF, fill: QColor) -> None:
    rect = body.adjusted(0.5, 0.5, -0.5, -0.5)
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
    size = QSize(STUD_WIDTH, STUD_HEIGHT + 3)
    picture = _kept(painter, size, f"stud {fill.rgba()}", partial(_paint_new_stud, fill=fill))
    for left in lefts:
        painter.drawPixmap(left, top, picture)


def _paint_new_stud(painter: QPainter, stud: QRectF, fill: QColor) -> None:
    rect = stud.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(fill.darker(130), 1))
    painter.setBrush(fill.lighter(104))
    painter.drawRoundedRect(rect, 2, 2)
    painter.setPen(QPen(QColor(255, 255, 255, 90), 1))
    painter.drawLine(QPointF(rect.left() + 2, rect.top() + 1), QPointF(rect.right() - 2, rect.top() + 1))


def paint_pill(painter: QPainter, rect: QRect, hot: QRect | None = None) -> None:
    """A pill; the part of it that a click would hit now may be marked."""
    dark = theme.is_dark()
    fill = QColor(0, 0, 0, 120) if dark else QColor(255, 255, 255, 236)
    paint_kept(painter, rect, f"pill {dark}", partial(_paint_new_pill, fill=fill))
    paint_mark(painter, hot)


def paint_mark(painter: QPainter, hot: QRect | None) -> None:
    """Marks the part of a pill that a click would hit now, if any."""
    if hot is not None:
        mark = QColor(255, 255, 255, 40) if theme.is_dark() else QColor(31, 39, 51, 28)
        _paint_new_pill(painter, QRectF(hot).adjusted(1, 1, -1, -1), mark)


def _paint_new_pill(painter: QPainter, rect: QRectF, fill: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def paint_kept(
    painter: QPainter, rect: QRect, name: str, paint_new: Callable[[QPainter, QRectF], None]
) -> None:
    """Paints a part that looks the same on many bricks; a picture is drawn faster than its shape.

    Args:
        painter: where to.
        rect: place and size.
        name: all that the picture depends on beside its size.
        paint_new: paints it into a rectangle at the origin.
    """
    painter.drawPixmap(rect.topLeft(), _kept(painter, rect.size(), name, paint_new))


def _kept(
    painter: QPainter, size: QSize, name: str, paint_new: Callable[[QPainter, QRectF], None]
) -> QPixmap:
    ratio = painter.device().devicePixelRatioF()
    key = f"densegui {name} {size.width()} {size.height()} {ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        with QPainter(picture) as inner:
            inner.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_new(inner, QRectF(QPointF(0, 0), QSizeF(size)))
        QPixmapCache.insert(key, picture)
    return picture


def paint_words(
    painter: QPainter,
    rect: QRect,
    texts: Sequence[str],
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """The first of the texts that fits; where none does the last one, smaller, and elided if it must be."""
    metrics = QFontMetrics(painter.font())
    text = next((t for t in texts if metrics.horizontalAdvance(t) <= rect.width()), None)
    if text is not None:
        painter.drawText(rect, align.value | _IN_ONE_LINE, text)
        return
    usual = painter.font()
    smaller = QFont(usual)
    while smaller.pixelSize() > _LEAST_PIXELS and metrics.horizontalAdvance(texts[-1]) > rect.width():
        smaller.setPixelSize(smaller.pixelSize() - 1)
        metrics = QFontMetrics(smaller)
    painter.setFont(smaller)
    text = metrics.elidedText(texts[-1], Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align.value | _IN_ONE_LINE, text)
    painter.setFont(usual)


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
    paint_kept(painter, rect, f"dots {hot}", partial(_paint_new_dots, hot=hot))


def _paint_new_dots(painter: QPainter, rect: QRectF, *, hot: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if hot:
        painter.setBrush(QColor(0, 0, 0, 90))
        painter.drawEllipse(rect)
    painter.setBrush(ON_BRICK)
    for place in (-4.5, 0, 4.5):
        painter.drawEllipse(rect.center() + QPointF(place, 0), 1.5, 1.5)


def paint_lock(painter: QPainter, rect: QRect) -> None:
    """The sign of weights that nothing redraws: a closed padlock."""
    body = QRectF(rect.left(), rect.top() + 7, rect.width(), rect.height() - 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ON_BRICK, 1.6))
    painter.drawArc(QRectF(rect.left() + 2.5, rect.top() + 2, rect.width() - 5, 10), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ON_BRICK)
    painter.drawRoundedRect(body, 2, 2)


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
