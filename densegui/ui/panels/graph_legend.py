"""The legend of the neuron graph: what hue, width, fill and ring mean, in one or two lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.graph_fonts import Fonts
from densegui.ui.panels.graph_style import Style, style

SWATCH: Final = 30.0
SPACE: Final = 16.0
_Swatch = Callable[[QPainter, QRectF, Style], None]


class GraphLegend(QWidget):
    """Explains the colour language beside the picture; wraps where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphLegend")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._contribution = False
        self._heat = False
        self._pictures = False
        self._one = False
        self._scales = False
        self._retranslate()

    def explain(self, *, contribution: bool, heat: bool, pictures: bool, one: bool) -> None:
        """Explains what is shown now.

        Args:
            contribution: lines are w·x; otherwise w.
            heat: some layers are heat maps.
            pictures: neurons are pictures of their output over the input plane.
            one: neurons show one sample; otherwise the mean.
        """
        now = (contribution, heat, pictures, one)
        if now != (self._contribution, self._heat, self._pictures, self._one):
            self._contribution, self._heat, self._pictures, self._one = now
            self._retranslate()

    def show_scales(self, shown: bool) -> None:
        """Refers to the numbers that stand beneath the layers, or does without."""
        if shown != self._scales:
            self._scales = shown
            self._retranslate()

    def _retranslate(self) -> None:
        entries = self._entries()
        self.setAccessibleName(self.tr("Legend"))
        self.setAccessibleDescription("; ".join(text for text, _ in entries))
        self.setToolTip(
            self.tr(
                "Line: a weight w, or its contribution w·x; blue above zero, orange below, thin grey at zero;"
                " the widest of a layer is its largest size, which stands at ▬.\n"
                "Heat map: every weight of a layer, its inputs along the side of the earlier column; a cell"
                " shows the weight of largest size in it; full colour is the largest, which stands at ■.\n"
                "Fill: a neuron's value a (x at the input); full colour is the largest |value| of its column,"
                " or the bound of its activation, and stands at ●. White is zero.\n"
                "Picture: a neuron's value a over the plane of both inputs, blue above zero, orange below,"
                " white at zero; full colour is the bound of its activation, or the largest |a|.\n"
                "Ring: its bias b; the widest ring is the largest |b|.\n"
                "Red: NaN or infinity."
            )
        )
        self.updateGeometry()
        self.update()

    def _entries(self) -> tuple[tuple[str, _Swatch], ...]:
        entries: list[tuple[str, _Swatch]] = []
        if self._contribution:
            entries.append((self.tr("line: contribution w·x − / +"), _paint_signs))
            width = (
                self.tr("width: |w·x|, widest at ▬") if self._scales else self.tr("width: |w·x| in its layer")
            )
        else:
            entries.append((self.tr("line: weight w − / +"), _paint_signs))
            width = self.tr("width: |w|, widest at ▬") if self._scales else self.tr("width: |w| in its layer")
        entries.append((width, _paint_width))
        if self._heat:
            entries.append((self.tr("map: all weights − 0 +"), _paint_map))
        if self._pictures:
            entries.append((self.tr("picture: a over the input plane − 0 +"), _paint_picture))
        elif self._one:
            fill = self.tr("fill: a of the sample − 0 +")
            entries.append(
                (self.tr("fill: a of the sample − 0 +, full at ●") if self._scales else fill, _paint_fill)
            )
        else:
            fill = self.tr("fill: mean a − 0 +")
            entries.append((self.tr("fill: mean a − 0 +, full at ●") if self._scales else fill, _paint_fill))
        entries.append((self.tr("ring: bias b − / +"), _paint_ring))
        return tuple(entries)

    def _places(self, width: float) -> list[QRectF]:
        """Where each entry stands, line by line."""
        metrics = QFontMetricsF(Fonts.of(self.font()).small)
        high = metrics.height() + 4.0
        x = y = 0.0
        places = []
        for text, _ in self._entries():
            wide = SWATCH + 5.0 + metrics.horizontalAdvance(text)
            if x and x + wide > width:
                x, y = 0.0, y + high
            places.append(QRectF(x, y, wide, high))
            x += wide + SPACE
        return places

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """It does: entries wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Height of all lines."""
        return round(self._places(width)[-1].bottom())

    def sizeHint(self) -> QSize:
        """One line."""
        last = self._places(1e9)[-1]
        return QSize(round(last.right()), round(last.bottom()))

    def minimumSizeHint(self) -> QSize:
        """The widest entry."""
        places = self._places(1e9)
        return QSize(round(max(place.width() for place in places)), round(places[0].height()))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Asks for the height of its lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints swatches and words."""
        del event
        now = style()
        font = Fonts.of(self.font()).small
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place, (text, swatch) in zip(self._places(self.width()), self._entries(), strict=True):
                swatch(painter, QRectF(place.left(), place.top(), SWATCH, place.height()), now)
                painter.setFont(font)
                painter.setPen(now.muted)
                words = place.adjusted(SWATCH + 5.0, 0.0, 4.0, 0.0)
                painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_signs(painter: QPainter, box: QRectF, now: Style) -> None:
    y = box.center().y()
    for color, left in ((now.negative, box.left()), (now.positive, box.center().x() + 2.0)):
        painter.setPen(QPen(color, 2.4))
        painter.drawLine(QPointF(left, y), QPointF(left + SWATCH / 2 - 2.0, y))


def _paint_width(painter: QPainter, box: QRectF, now: Style) -> None:
    y = box.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(now.muted)
    corners = (box.left(), y - 0.4), (box.right(), y - 2.0), (box.right(), y + 2.0), (box.left(), y + 0.4)
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))


def _paint_fill(painter: QPainter, box: QRectF, now: Style) -> None:
    painter.setPen(QPen(now.muted, 1.0))
    for place, value in ((5.0, -1.0), (15.0, 0.0), (25.0, 1.0)):
        painter.setBrush(now.fill(value, 1.0))
        painter.drawEllipse(QPointF(box.left() + place, box.center().y()), 4.5, 4.5)


def _paint_map(painter: QPainter, box: QRectF, now: Style) -> None:
    for place, value in enumerate((-1.0, -0.5, 0.0, 0.5, 1.0)):
        cell = QRectF(box.left() + 6.0 * place, box.center().y() - 4.0, 6.0, 8.0)
        painter.fillRect(cell, now.fill(value, 1.0))


def _paint_picture(painter: QPainter, box: QRectF, now: Style) -> None:
    square = QRectF(box.left() + 9.0, box.center().y() - 6.0, 12.0, 12.0)
    shades = QLinearGradient(square.topLeft(), square.bottomRight())
    shades.setColorAt(0.0, now.negative)
    shades.setColorAt(0.5, now.panel)
    shades.setColorAt(1.0, now.positive)
    painter.setPen(QPen(now.muted, 1.0))
    painter.setBrush(shades)
    painter.drawRoundedRect(square, 3.0, 3.0)


def _paint_ring(painter: QPainter, box: QRectF, now: Style) -> None:
    painter.setBrush(now.panel)
    for place, color in ((8.0, now.negative), (22.0, now.positive)):
        painter.setPen(QPen(color, 2.4))
        painter.drawEllipse(QPointF(box.left() + place, box.center().y()), 4.0, 4.0)
