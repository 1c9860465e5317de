"""What is painted over and under the activation curves: regions and cross hair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Span:
    """A region on the screen: from and to in z, whether it is shaded, and its name, long and short."""

    low: float
    high: float
    shaded: bool
    texts: tuple[str, ...] = ()


class Overlay(QGraphicsItem):
    """Paints in the pixels of a pyqtgraph view box, whose child it becomes."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self._box = view_box
        self.font = QFont()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def refresh(self) -> None:
        """Paints again where the view box is now."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        """All of the view box."""
        area: QRectF = self._box.rect()
        return area

    def x_pixel(self, x: float) -> float:
        """Where x is, in pixels; within a screen's reach of the view box."""
        low, high = self._box.viewRange()[0]
        width = self._box.rect().width()
        return float(min(max((x - low) / (high - low), -1.0), 2.0) * width)

    def y_pixel(self, y: float) -> float:
        """Where y is, in pixels from the top."""
        low, high = self._box.viewRange()[1]
        height = self._box.rect().height()
        return float(min(max((high - y) / (high - low), -1.0), 2.0) * height)

    def pixels(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> QPolygonF:
        """Where points of the view are, in pixels."""
        (left, right), (bottom, top) = self._box.viewRange()
        area = self._box.rect()
        across = (x - left) / (right - left) * area.width()
        down = (top - y) / (top - bottom) * area.height()
        return QPolygonF([QPointF(*point) for point in zip(across.tolist(), down.tolist(), strict=True)])


class Shades(Overlay):
    """The regions of the function: flat ones are shaded; a band on top names them."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.setZValue(-100)
        self.spans: tuple[Span, ...] = ()

    @property
    def band(self) -> float:
        """Height of the band with the names, in pixels; 0 without names."""
        if not any(span.texts for span in self.spans):
            return 0.0
        return QFontMetricsF(self.font).height() + 4

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the shading, the boundaries and the names that fit."""
        scheme, area = colors(), self.boundingRect()
        shade = blend(QColor(scheme.muted), 0.12)
        painter.setFont(self.font)
        for index, span in enumerate(self.spans):
            left = max(0.0, self.x_pixel(span.low))
            right = min(area.width(), self.x_pixel(span.high))
            if right <= left:
                continue
            if span.shaded:
                painter.fillRect(QRectF(left, 0, right - left, area.height()), shade)
            if index and left > 0:
                painter.setPen(QPen(QColor(scheme.border), 1, Qt.PenStyle.DashLine))
                painter.drawLine(QPointF(left, 0), QPointF(left, area.height()))
            self._paint_name(painter, span, QRectF(left, 0, right - left, self.band))

    def _paint_name(self, painter: QPainter, span: Span, area: QRectF) -> None:
        metrics = QFontMetricsF(self.font)
        text = next((t for t in span.texts if metrics.horizontalAdvance(t) + 6 <= area.width()), "")
        painter.setPen(QColor(colors().text))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


class CrossHair(Overlay):
    """Under the pointer a vertical line with a dot on each curve."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.setZValue(100)
        self.at: float | None = None
        self.text = ""
        self.dots: tuple[tuple[float, QColor], ...] = ()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the line, its text at the top and the dots."""
        if self.at is None:
            return
        place = self.x_pixel(self.at)
        painter.setPen(QPen(QColor(colors().muted), 1))
        painter.drawLine(QPointF(place, 0), QPointF(place, self.boundingRect().height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for y, color in self.dots:
            painter.setPen(QPen(QColor(colors().panel), 1.5))
            painter.setBrush(color)
            painter.drawEllipse(QPointF(place, self.y_pixel(y)), 4, 4)
        if self.text:
            self._paint_text(painter, place)

    def _paint_text(self, painter: QPainter, place: float) -> None:
        metrics = QFontMetricsF(self.font)
        width = metrics.horizontalAdvance(self.text) + 8
        left = place + 4 if place + 4 + width <= self.boundingRect().width() else place - 4 - width
        box = QRectF(max(left, 0.0), 1, width, metrics.height() + 2)
        painter.fillRect(box, QColor(colors().panel))
        painter.setPen(QColor(colors().text))
        painter.setFont(self.font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
