"""What is painted over and under the activation curves: regions, cross hair, legend with readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from densegui.ui.theme import colors


@dataclass(frozen=True, slots=True)
class Span:
    """A region on the screen: from and to in z, whether it is shaded, and its name, long and short."""

    low: float
    high: float
    shaded: bool
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the legend; without a pen it is a plain word."""

    text: str
    pen: QPen | None = None


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
        shade = QColor(scheme.muted)
        shade.setAlpha(30)
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


class Reading(Overlay):
    """The legend, and under the pointer a vertical line with a dot on each curve."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.setZValue(100)
        self.entries: tuple[Entry, ...] = ()
        self.at: float | None = None
        self.dots: tuple[tuple[float, QColor], ...] = ()
        self.top = 0.0

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the line, the dots and the legend."""
        area = self.boundingRect()
        if self.at is not None:
            place = self.x_pixel(self.at)
            painter.setPen(QPen(QColor(colors().muted), 1))
            painter.drawLine(QPointF(place, 0), QPointF(place, area.height()))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for y, color in self.dots:
                painter.setPen(QPen(QColor(colors().panel), 1.5))
                painter.setBrush(color)
                painter.drawEllipse(QPointF(place, self.y_pixel(y)), 4, 4)
        self._paint_legend(painter, area)

    def _paint_legend(self, painter: QPainter, area: QRectF) -> None:
        metrics = QFontMetricsF(self.font)
        line = metrics.height()
        fitting = max(1, int((area.height() - self.top - 4) / line))
        rows = self.entries
        if len(rows) > fitting:
            rows = (*rows[: fitting - 1], Entry(f"… +{len(rows) - fitting + 1}"))
        if not rows:
            return
        indent = 24.0 if any(entry.pen for entry in rows) else 0.0
        width = max(metrics.horizontalAdvance(entry.text) for entry in rows) + indent + 8
        back = QColor(colors().panel)
        back.setAlpha(215)
        if indent or self.at is not None:
            painter.fillRect(QRectF(2, self.top + 2, width, line * len(rows)), back)
        painter.setFont(self.font)
        for index, entry in enumerate(rows):
            row = QRectF(6, self.top + 2 + index * line, area.width(), line)
            if entry.pen:
                painter.setPen(entry.pen)
                painter.drawLine(QPointF(6, row.center().y()), QPointF(24, row.center().y()))
            painter.setPen(QColor(colors().text if entry.pen or self.at is not None else colors().muted))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(row.adjusted(indent if entry.pen else 0, 0, 0, 0), flags, entry.text)
