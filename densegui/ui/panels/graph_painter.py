"""Paints the neuron graph in pixels: edges, neurons, labels and headers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from densegui.ui import numbers
from densegui.ui.panels.graph_edges import Edges, levels
from densegui.ui.panels.graph_layout import Margins, Neuron, View, header_stride, radius, segments
from densegui.ui.panels.graph_picture import ColumnPicture, Picture
from densegui.ui.panels.graph_style import Style, blend

if TYPE_CHECKING:
    from numpy.typing import NDArray

GAP: Final = 6.0  # between a neuron and its label
HEADER_WANTED: Final = 58.0  # pixels between two headers that can be read
LABEL_SHARE: Final = 0.25  # of the width, for the names at either end
_CENTER: Final = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Fonts:
    """The application's font in the three sizes of the graph."""

    header: QFont
    small: QFont
    number: QFont

    @staticmethod
    def of(base: QFont) -> Fonts:
        """Derives them from the application's font."""
        header, small, number = QFont(base), QFont(base), QFont(base)
        small.setPointSizeF(max(base.pointSizeF() * 0.86, 7.0))
        number.setPointSizeF(small.pointSizeF())
        header.setWeight(QFont.Weight.DemiBold)
        number.setWeight(QFont.Weight.DemiBold)
        return Fonts(header, small, number)

    @property
    def header_height(self) -> float:
        """Two lines of text with their padding."""
        return QFontMetricsF(self.header).height() + QFontMetricsF(self.small).height() + 8.0


def margins(picture: Picture, fonts: Fonts, width: float) -> Margins:
    """The room that labels and headers want in a frame of this width."""
    sides = []
    for column in (picture.columns[0], picture.columns[-1]):
        names = QFontMetricsF(fonts.small)
        digits = QFontMetricsF(fonts.number)
        wide = max((names.horizontalAdvance(name) for name in column.names), default=0.0)
        if column.a is not None:
            wide += 6.0 + max(digits.horizontalAdvance(numbers.short(float(value))) for value in column.a)
        sides.append(min(wide, LABEL_SHARE * width) + 17.0 + GAP + 8.0)
    return Margins(sides[0], fonts.header_height + 14.0, sides[1], 14.0)


class GraphPainter:
    """Paints one picture in one view; made anew when anything changes.

    Args:
        picture: what to paint.
        view: where.
        style: colours.
        fonts: sizes of text.
        selected: neuron whose edges stand out.
        marked: column that is highlighted.
    """

    def __init__(
        self,
        picture: Picture,
        view: View,
        style: Style,
        fonts: Fonts,
        selected: Neuron | None,
        marked: int | None,
    ) -> None:
        self._picture = picture
        self._view = view
        self._style = style
        self._fonts = fonts
        self._selected = selected
        self._marked = marked
        self._radius = radius(picture.layout, view)
        self._thin = min(max(self._radius / 9.0, 0.45), 1.0)
        self._lines = [self._bundles(index) for index in range(len(picture.edges))]
        self._array = pg.Qt.internals.PrimitiveArray(QLineF, 4)

    def paint(self, painter: QPainter) -> None:
        """Paints everything, back to front."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        for bundles in self._lines:
            for pen, lines in bundles:
                self._draw_lines(painter, pen, lines)
        if self._selected is not None:
            self._paint_selected_edges(painter, self._selected)
        for index in self._visible():
            self._paint_neurons(painter, index)
            self._paint_labels(painter, index)
        self._paint_headers(painter)

    def _visible(self) -> range:
        """The columns in the frame, and one beyond it on each side."""
        first, last = self._view.x_range()
        return range(max(0, math.floor(first)), min(len(self._picture.columns), math.ceil(last) + 1))

    def _bundles(self, index: int) -> list[tuple[QPen, NDArray[np.float64]]]:
        """The edges that leave a column, sorted into pens, weak ones first and signs in turn."""
        edges = self._picture.edges[index]
        if edges is None or index not in range(self._visible().start - 1, self._visible().stop):
            return []
        lines = segments(self._picture.layout, self._view, index, edges.source, edges.target)
        return self._sorted(edges, edges.weight, lines, faded=self._selected is not None)

    def _sorted(
        self, edges: Edges, weight: NDArray[np.floating], lines: NDArray[np.float64], *, faded: bool
    ) -> list[tuple[QPen, NDArray[np.float64]]]:
        codes = levels(weight, edges.largest)
        return [
            (self._style.edge_pen(int(code), self._thin, faded), lines[codes == code])
            for code in np.unique(codes)
        ]

    def _draw_lines(self, painter: QPainter, pen: QPen, lines: NDArray[np.float64]) -> None:
        self._array.resize(len(lines))
        self._array.ndarray()[:] = lines
        painter.setPen(pen)
        painter.drawLines(*self._array.drawargs())

    def _paint_selected_edges(self, painter: QPainter, neuron: Neuron) -> None:
        """All weights between the selected neuron and the shown ones, drawn or not before."""
        layout = self._picture.layout
        for index in (neuron.column - 1, neuron.column):
            edges = self._picture.edges[index] if 0 <= index < len(self._picture.edges) else None
            if edges is None:
                continue
            incoming = index < neuron.column
            weight = edges.matrix[:, neuron.row] if incoming else edges.matrix[neuron.row]
            others = np.arange(len(weight))
            same = np.full(len(weight), neuron.row)
            source, target = (others, same) if incoming else (same, others)
            lines = segments(layout, self._view, index, source, target)
            for pen, some in self._sorted(edges, weight, lines, faded=False):
                self._draw_lines(painter, pen, some)

    def _paint_mark(self, painter: QPainter) -> None:
        if self._marked is None:
            return
        half = min(max(self._radius + 10.0, 14.0), self._view.across / 2)
        x = self._view.x(self._marked)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(self._style.panel, self._style.accent, 0.12))
        painter.drawRoundedRect(QRectF(x - half, 2.0, 2 * half, self._view.height - 4.0), 8.0, 8.0)

    def _paint_neurons(self, painter: QPainter, index: int) -> None:
        column = self._picture.columns[index]
        x = self._view.x(index)
        for row, y in enumerate(self._view.y(self._picture.layout.columns[index].y)):
            center = QPointF(x, float(y))
            bias = 0.0 if column.bias is None else float(column.bias[row])
            ring, width = self._ring(bias)
            if self._selected == (index, row):
                painter.setPen(QPen(self._style.accent, 2.0))
                painter.setBrush(self._style.panel)
                painter.drawEllipse(center, self._radius + 3.5, self._radius + 3.5)
            painter.setPen(QPen(ring, width))
            painter.setBrush(self._fill(column, row))
            painter.drawEllipse(center, self._radius - width / 2, self._radius - width / 2)

    def _ring(self, bias: float) -> tuple[QColor, float]:
        """Colour and width that say the bias; thin and grey for none."""
        if bias == 0:
            return self._style.muted, 1.0
        largest = self._picture.largest_bias
        share = abs(bias) / largest if largest and math.isfinite(bias) else 1.0
        return self._style.hue(bias), min(1.2 + (0.6 + self._radius * 0.22) * share, self._radius * 0.6)

    def _fill(self, column: ColumnPicture, row: int) -> QColor:
        if column.a is None:
            return self._style.raised
        return self._style.fill(float(column.a[row]), column.scale, self._picture.current)

    def _paint_labels(self, painter: QPainter, index: int) -> None:
        column = self._picture.columns[index]
        place = self._picture.layout.columns[index]
        if place.gap_y is not None:
            y = self._view.middle + place.gap_y * self._view.down
            self._paint_chip(painter, QPointF(self._view.x(index), y), f"⋮ +{place.fold.left_out:,}")
        step = self._view.down * (float(place.y[1] - place.y[0]) if len(place.y) > 1 else 1.0)
        if column.names and step >= 9.0:
            for row in range(len(column.names)):
                self._paint_end_label(painter, index, row)
        elif column.a is not None and step >= 2 * self._radius + 20.0 and self._view.across >= 76.0:
            for row, y in enumerate(self._view.y(place.y)):
                below = QPointF(self._view.x(index), float(y) + self._radius + 9.0)
                self._paint_chip(
                    painter, below, numbers.short(float(column.a[row])), self._number(column, row)
                )

    def _number(self, column: ColumnPicture, row: int) -> QColor:
        assert column.a is not None
        if not math.isfinite(column.a[row]):
            return self._style.warning
        return self._style.text if self._picture.current else self._style.muted

    def _paint_chip(self, painter: QPainter, center: QPointF, text: str, color: QColor | None = None) -> None:
        """Small text that hides the edges behind it."""
        metrics = QFontMetricsF(self._fonts.small)
        wide, high = metrics.horizontalAdvance(text) + 6.0, metrics.capHeight() + 5.0
        box = QRectF(center.x() - wide / 2, center.y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.panel)
        painter.drawRoundedRect(box, 3.0, 3.0)
        painter.setFont(self._fonts.small)
        painter.setPen(color or self._style.muted)
        painter.drawText(box.adjusted(-20, -20, 20, 20), _CENTER, text)

    def _paint_end_label(self, painter: QPainter, index: int, row: int) -> None:
        """Name and number beside a neuron of the first or the last column."""
        column = self._picture.columns[index]
        y = float(self._view.y(self._picture.layout.columns[index].y)[row])
        value = "" if column.a is None else numbers.short(float(column.a[row]))
        small, bold = QFontMetricsF(self._fonts.small), QFontMetricsF(self._fonts.number)
        wide = bold.horizontalAdvance(value) if value else -6.0
        room = max(LABEL_SHARE * self._view.width - wide - 6.0, 24.0)
        name = small.elidedText(column.names[row], Qt.TextElideMode.ElideMiddle, room)
        span = small.horizontalAdvance(name)
        away = self._radius + GAP + (3.0 if self._selected == (index, row) else 0.0)
        x = self._view.x(index)
        start = x + away if index else x - away - wide - 6.0 - span
        base = y + small.capHeight() / 2
        painter.setFont(self._fonts.small)
        painter.setPen(self._style.muted)
        painter.drawText(QPointF(start, base), name)
        if value:
            painter.setFont(self._fonts.number)
            painter.setPen(self._number(column, row))
            painter.drawText(QPointF(start + span + 6.0, base), value)

    def _paint_headers(self, painter: QPainter) -> None:
        """Name, activation and units above each column; they stay at the top while one zooms."""
        high = self._fonts.header_height
        painter.fillRect(QRectF(0, 0, self._view.width, high), self._style.panel)
        stride = header_stride(self._view, HEADER_WANTED)
        last = len(self._picture.columns) - 1
        for index in self._visible():
            end = index == last
            if not end and (index % stride or (last - index < stride and stride > 1)):
                continue
            column = self._picture.columns[index]
            units = self._picture.layout.columns[index].fold.size
            detail = f"{column.activation} · {units:,}" if column.activation else f"{units:,}"
            self._paint_header(painter, index, column.name, detail, stride * self._view.across - 6.0)

    def _paint_header(self, painter: QPainter, index: int, name: str, detail: str, room: float) -> None:
        marked = index == self._marked
        x, y = self._view.x(index), 4.0
        lines = ((self._fonts.header, name, self._style.text), (self._fonts.small, detail, self._style.muted))
        for font, text, color in lines:
            metrics = QFontMetricsF(font)
            box = QRectF(x - room / 2, y, room, metrics.height())
            painter.setFont(font)
            painter.setPen(self._style.accent if marked else color)
            painter.drawText(box, _CENTER, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
            y += metrics.height()
