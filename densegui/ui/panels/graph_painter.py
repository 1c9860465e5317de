"""Paints the neuron graph in pixels: edges, neurons, labels and headers."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from densegui.ui import numbers
from densegui.ui.panels.graph_dots import Dot
from densegui.ui.panels.graph_fonts import GAP, LABEL_SHARE, Fonts
from densegui.ui.panels.graph_layout import Column, Neuron, View, header_stride, radius
from densegui.ui.panels.graph_picture import ColumnPicture, Picture
from densegui.ui.panels.graph_strokes import Strokes
from densegui.ui.panels.graph_style import Style, blend

HEADER_LIMIT: Final = 96.0  # pixels a header may ask for before it is elided
LINE: Final = 9.5  # pixels between two labels that can be read
FINEST: Final = 4.0  # pixels between two columns whose edges can be told apart
_CENTER: Final = Qt.AlignmentFlag.AlignCenter


class GraphPainter:
    """Paints one picture in one view; made anew when anything changes.

    Args:
        picture: what to paint.
        strokes: its edges.
        dots: its neurons.
        view: where.
        style: colours.
        fonts: sizes of text.
        selected: neuron whose edges stand out.
        marked: column that is highlighted.
    """

    def __init__(
        self,
        picture: Picture,
        strokes: Strokes,
        dots: tuple[tuple[Dot, ...], ...],
        view: View,
        style: Style,
        fonts: Fonts,
        selected: Neuron | None,
        marked: int | None,
    ) -> None:
        self._picture = picture
        self._strokes = strokes
        self._dots = dots
        self._view = view
        self._style = style
        self._fonts = fonts
        self._selected = selected
        self._marked = marked
        self._radius = radius(picture.layout, view)
        # Short edges are thinner and paler: a deep network is a tissue, not a wall.
        self._thin = min(max(self._radius / 9.0, 0.3), max(view.across / 40.0, 0.3), 1.0)

    def paint(self, painter: QPainter) -> None:
        """Paints everything, back to front."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        self._paint_bands(painter)
        if self._view.across >= FINEST:
            self._paint_strokes(painter, self._strokes, faded=self._selected is not None)
        if self._selected is not None:
            self._paint_strokes(painter, Strokes.of_neuron(self._picture, self._selected), faded=False)
        columns = self._visible()
        for index in columns:
            self._paint_neurons(painter, index)
        for index in columns:
            self._paint_labels(painter, index)
        if self._selected is not None:
            self._paint_weights(painter, self._selected)
        self._paint_headers(painter, columns)

    def _visible(self) -> range:
        """The columns in the frame, and one beyond it on each side."""
        first, last = self._view.x_range()
        return range(max(0, math.floor(first)), min(len(self._picture.columns), math.ceil(last) + 1))

    def _paint_strokes(self, painter: QPainter, strokes: Strokes, *, faded: bool) -> None:
        """Weak edges first and the signs in turn, so that neither sign wins by accident."""
        lines = self._view.lines(strokes.lines)
        inside = (lines[:, 2] >= 0) & (lines[:, 0] <= self._view.width)
        array = pg.Qt.internals.PrimitiveArray(QLineF, 4)
        for code in np.flatnonzero(np.bincount(strokes.codes)):  # np.unique would import masked arrays
            some = lines[inside & (strokes.codes == code)]
            array.resize(len(some))
            array.ndarray()[:] = some
            painter.setPen(self._style.edge_pen(int(code), self._thin, faded))
            painter.drawLines(*array.drawargs())

    def _paint_mark(self, painter: QPainter) -> None:
        if self._marked is None:
            return
        half = min(max(self._radius + 10.0, 14.0), self._view.across / 2)
        x = self._view.x(self._marked)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(self._style.panel, self._style.accent, 0.12))
        painter.drawRoundedRect(QRectF(x - half, 2.0, 2 * half, self._view.height - 4.0), 8.0, 8.0)

    def _paint_bands(self, painter: QPainter) -> None:
        """Where weights are not there yet, or stand too close, a band says that all is connected."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(self._style.panel, self._style.border, 0.35))
        for index, edges in enumerate(self._picture.edges):
            if edges is not None and self._view.across >= FINEST:
                continue
            x = self._view.x(index), self._view.x(index + 1)
            one, two = (self._view.y(self._picture.layout.columns[k].y) for k in (index, index + 1))
            corners = (x[0], one[0]), (x[1], two[0]), (x[1], two[-1]), (x[0], one[-1])
            painter.drawPolygon(QPolygonF([QPointF(*map(float, corner)) for corner in corners]))

    def _paint_neurons(self, painter: QPainter, index: int) -> None:
        x = self._view.x(index)
        heights = self._view.y(self._picture.layout.columns[index].y).tolist()
        for row, (y, dot) in enumerate(zip(heights, self._dots[index], strict=True)):
            if self._view.across < FINEST:
                height = 2 * self._radius
                painter.fillRect(QRectF(x, y - self._radius, self._view.across + 0.5, height), dot.fill)
                continue
            center = QPointF(x, y)
            if self._selected == (index, row):
                painter.setPen(QPen(self._style.accent, 2.0))
                painter.setBrush(self._style.panel)
                painter.drawEllipse(center, self._radius + 3.5, self._radius + 3.5)
            width = self._ring_width(dot.share)
            painter.setPen(QPen(dot.ring, width))
            painter.setBrush(dot.fill)
            painter.drawEllipse(center, self._radius - width / 2, self._radius - width / 2)

    def _ring_width(self, share: float) -> float:
        """Pixels of the ring that says the bias; thin for none."""
        if share == 0:
            return min(1.0, self._radius * 0.3)
        return min(1.2 + (0.6 + self._radius * 0.22) * share, self._radius * 0.6)

    def _paint_labels(self, painter: QPainter, index: int) -> None:
        column = self._picture.columns[index]
        place = self._picture.layout.columns[index]
        if place.gap_y is not None:
            self._paint_ellipsis(painter, index, place)
        step = self._view.down * (float(place.y[1] - place.y[0]) if len(place.y) > 1 else 1.0)
        if column.names:
            for row in range(0, len(column.names), math.ceil(LINE / step)):
                self._paint_end_label(painter, index, row)
        elif column.a is not None and step >= 2 * self._radius + 19.0 and self._view.across >= 76.0:
            for row, y in enumerate(self._view.y(place.y).tolist()):
                below = QPointF(self._view.x(index), y + self._radius + 10.0)
                self._paint_chip(
                    painter, below, numbers.short(float(column.a[row])), self._number(column, row)
                )

    def _paint_ellipsis(self, painter: QPainter, index: int, place: Column) -> None:
        """Three dots in the column, and beneath it how many neurons are left out."""
        assert place.gap_y is not None
        x, y = self._view.x(index), self._view.middle + place.gap_y * self._view.down
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.muted)
        for above in (-1, 0, 1):
            painter.drawEllipse(QPointF(x, y + 3.6 * above), 1.1, 1.1)
        if self._view.across >= 40.0 or index in {0, len(self._picture.columns) - 1}:
            foot = float(self._view.y(place.y)[-1]) + self._radius + 11.0
            text = f"+{place.fold.left_out:,}"
            self._paint_chip(painter, QPointF(x, foot), text, self._style.muted)

    def _number(self, column: ColumnPicture, row: int) -> QColor:
        assert column.a is not None
        if not math.isfinite(column.a[row]):
            return self._style.warning
        return self._style.text

    def _paint_chip(self, painter: QPainter, center: QPointF, text: str, color: QColor) -> None:
        """Small text that hides the edges behind it."""
        metrics = QFontMetricsF(self._fonts.small)
        wide, high = metrics.horizontalAdvance(text) + 6.0, metrics.capHeight() + 5.0
        box = QRectF(center.x() - wide / 2, center.y() - high / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.panel)
        painter.drawRoundedRect(box, 3.0, 3.0)
        painter.setFont(self._fonts.small)
        painter.setPen(color)
        painter.drawText(QPointF(box.left() + 3.0, center.y() + metrics.capHeight() / 2), text)

    def _paint_weights(self, painter: QPainter, neuron: Neuron) -> None:
        """The weights of the selected neuron, written on its edges where they do not crowd."""
        if self._picture.layout.pitch * self._view.down < 13.0 or self._view.across < 90.0:
            return
        for index in (neuron.column - 1, neuron.column):
            edges = self._picture.edges[index] if 0 <= index < len(self._picture.edges) else None
            if edges is None:
                continue
            incoming = index < neuron.column
            weight = edges.matrix[:, neuron.row] if incoming else edges.matrix[neuron.row]
            here = self._view.y(self._picture.layout.columns[neuron.column].y)[neuron.row]
            there = self._view.y(self._picture.layout.columns[index if incoming else index + 1].y)
            x = self._view.x(index + (0.3 if incoming else 0.7))
            for value, y in zip(weight, there + 0.3 * (here - there), strict=True):
                color = self._style.ink(float(value))
                self._paint_chip(painter, QPointF(x, float(y)), numbers.short(float(value)), color)

    def _paint_end_label(self, painter: QPainter, index: int, row: int) -> None:
        """Name and number beside a neuron of the first or the last column."""
        column = self._picture.columns[index]
        y = float(self._view.y(self._picture.layout.columns[index].y)[row])
        small, bold = QFontMetricsF(self._fonts.small), QFontMetricsF(self._fonts.number)
        value = "" if column.a is None else numbers.short(float(column.a[row]))
        wide = bold.horizontalAdvance(value)
        sign = " = " if value else ""
        room = max(LABEL_SHARE * self._view.width - wide - small.horizontalAdvance(sign), 24.0)
        name = small.elidedText(column.names[row], Qt.TextElideMode.ElideMiddle, room) + sign
        span = small.horizontalAdvance(name)
        away = self._radius + GAP + (3.0 if self._selected == (index, row) else 0.0)
        start = self._view.x(index) + (away if index else -away - wide - span)
        base = y + small.capHeight() / 2
        painter.setFont(self._fonts.small)
        painter.setPen(self._style.muted)
        painter.drawText(QPointF(start, base), name)
        if value:
            painter.setFont(self._fonts.number)
            painter.setPen(self._number(column, row))
            painter.drawText(QPointF(start + span, base), value)

    def _paint_headers(self, painter: QPainter, columns: range) -> None:
        """Name, activation and units above each column; they stay at the top while one zooms."""
        high = self._fonts.header_height
        painter.fillRect(QRectF(0, 0, self._view.width, high), self._style.panel)
        bold = QFontMetricsF(self._fonts.header)
        names = (column.name for column in self._picture.columns)
        widest = max(bold.horizontalAdvance(name) for name in names)
        stride = header_stride(self._view, min(widest + 10.0, HEADER_LIMIT))
        last = len(self._picture.columns) - 1
        for index in columns:
            near_end = last - index < stride and index < last
            if index < last and (index % stride or (near_end and index)):
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
