"""Paints the words and numbers of the neuron graph."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from densegui.ui import numbers
from densegui.ui.panels.graph_fonts import GAP, LABEL_SHARE, header_detail, header_width
from densegui.ui.panels.graph_layout import Edge
from densegui.ui.panels.graph_picture import ColumnPicture
from densegui.ui.panels.graph_scene import Scene
from densegui.ui.panels.graph_view import stride, unit_room

HEADER_LIMIT: Final = 96.0  # pixels a header may ask for before it is elided
LINE: Final = 9.5  # pixels between two labels that can be read
NARROW: Final = 46.0  # pixels of a name beneath a neuron
BESIDE: Final = 130.0  # pixels between two columns that leave room for values beside the neurons
BOTH: Final = 200.0  # and for weights between them
_CENTER: Final = Qt.AlignmentFlag.AlignCenter


class LabelPainter:
    """Names, values, weights, headers and the field to edit, above everything else.

    Args:
        scene: what they belong to.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._picture = scene.picture
        self._view = scene.view
        self._style = scene.style
        self._fonts = scene.fonts
        self._radius = scene.radius

    def paint(self, painter: QPainter, columns: range) -> None:
        """Paints the labels of these columns."""
        for index in columns:
            self._paint_labels(painter, index)
        if self._scene.selected is not None and self._scene.edge is None:
            self._paint_weights(painter)
        self._paint_headers(painter, columns)
        self._paint_handle(painter)

    def _paint_labels(self, painter: QPainter, index: int) -> None:
        column = self._picture.columns[index]
        place = self._picture.layout.columns[index]
        for gap, v in zip(place.fold.gaps, place.gap_v.tolist(), strict=True):
            self._paint_ellipsis(painter, index, gap.left_out, v)
        step = self._scene.step(index)
        if column.names:
            every = math.ceil((self._below_width(column) if self._view.upward else LINE) / step)
            for row in range(0, len(column.names), every):
                if self._view.upward:
                    self._paint_end_below(painter, index, row, every * step)
                else:
                    self._paint_end_beside(painter, index, row)
        elif place.fold.gaps:
            self._paint_units(painter, index, step)
        elif column.a is not None:
            self._paint_values(painter, index, step)

    def _paint_values(self, painter: QPainter, index: int, step: float) -> None:
        """The values of the neurons of a column: beneath them, or where they stand too close, beside them."""
        column, lit = self._picture.columns[index], self._scene.lit
        assert column.a is not None
        wide = QFontMetricsF(self._fonts.small).horizontalAdvance
        beneath = self._has_room(step)
        if not beneath and (
            self._view.upward or step < LINE + 3.0 or self._view.gap < self._least_gap(index)
        ):
            return
        for row, v in enumerate(self._picture.layout.columns[index].v.tolist()):
            if lit is not None and (index, row) not in lit:
                continue
            x, y = self._view.point(index, v)
            text = numbers.short(float(column.a[row]))
            away = self._radius + 5.0 + (3.0 if self._scene.selected == (index, row) else 0.0)
            center = QPointF(x, y + self._radius + 10.0)
            if not beneath:
                center = QPointF(x + away + wide(text) / 2, y)
            self._paint_chip(painter, center, text, self._number(column, row))

    def _least_gap(self, index: int) -> float:
        """Pixels to the next column that values beside the neurons want, and weights on its lines."""
        selected = self._scene.selected
        has_weights = selected is not None and self._scene.edge is None and selected.column == index + 1
        return BOTH if has_weights and self._scene.lit is None else BESIDE

    def _paint_units(self, painter: QPainter, index: int, step: float) -> None:
        """The numbers of the neurons of a folded layer."""
        wide = QFontMetricsF(self._fonts.small).horizontalAdvance
        place = self._picture.layout.columns[index]
        if not unit_room(self._view, self._radius):
            return
        texts = [f"{unit:,}" for unit in place.fold.shown.tolist()]
        every = math.ceil((max(map(wide, texts)) + 8.0 if self._view.upward else LINE + 1.0) / step)
        for row in range(0, len(texts), every):
            x, y = self._view.point(index, float(place.v[row]))
            center = QPointF(x - self._radius - 7.0 - wide(texts[row]) / 2, y)
            if self._view.upward:
                center = QPointF(x, y + self._radius + 8.0)
            self._paint_chip(painter, center, texts[row], self._style.muted)

    def _below_width(self, column: ColumnPicture) -> float:
        """Pixels that a name and a value want beneath a neuron."""
        wide = QFontMetricsF(self._fonts.number).horizontalAdvance
        values = [] if column.a is None else [wide(numbers.short(float(a))) + 8.0 for a in column.a]
        return max([NARROW, *values])

    def _has_room(self, step: float) -> bool:
        """Whether every neuron of a column can have its value beneath it."""
        along, across = (self._view.gap, step) if self._view.upward else (step, self._view.gap)
        if self._view.upward:
            return across >= 60.0 and along >= 2 * self._radius + 34.0
        return along >= 2 * self._radius + 19.0 and across >= 76.0

    def _paint_ellipsis(self, painter: QPainter, index: int, left_out: int, v: float) -> None:
        """Three dots, and how many neurons are left out: in their place, beside, or beneath the column."""
        x, y = self._view.point(index, v)
        text = f"+{left_out:,}"
        wide = QFontMetricsF(self._fonts.small).horizontalAdvance(text) + 6.0
        if self._view.upward and wide <= 2 * (self._scene.step(index) - self._radius):
            self._paint_chip(painter, QPointF(x, y), text, self._style.muted)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.muted)
        for k in (-3.6, 0.0, 3.6):
            aside, down = (k, 0.0) if self._view.upward else (0.0, k)
            painter.drawEllipse(QPointF(x + aside, y + down), 1.1, 1.1)
        if self._view.upward or (self._view.gap < 40.0 and 0 < index < len(self._picture.columns) - 1):
            return
        column = self._picture.layout.columns[index]
        place = QPointF(x, self._view.point(index, float(column.v[-1]))[1] + self._radius + 11.0)
        if len(column.fold.gaps) > 1:
            place = QPointF(x + (wide / 2 + 6.0) * (-1 if index else 1), y)
        self._paint_chip(painter, place, text, self._style.muted)

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

    def _paint_weights(self, painter: QPainter) -> None:
        """The weights of the selected neuron, written on its edges where they do not crowd."""
        neuron = self._scene.selected
        assert neuron is not None
        apart = self._picture.layout.pitch * self._view.spread
        room, enough = (apart, 44.0) if self._view.upward else (apart, 13.0)
        if room < enough or self._view.gap < (56.0 if self._view.upward else 90.0):
            return
        for index in (neuron.column - 1, neuron.column):
            edges = self._picture.links[index].edges if 0 <= index < len(self._picture.links) else None
            incoming = index < neuron.column
            if edges is None or (self._scene.lit is not None and not incoming):
                continue
            near = 0.42 if index and self._scene.lit is None and self._view.gap >= BOTH else 0.3
            if room * (1.0 - near) < LINE:  # lines come together in the neuron
                continue
            value = edges.values[:, neuron.row] if incoming else edges.values[neuron.row]
            for row, number in enumerate(value.tolist()):
                ends = (row, neuron.row) if incoming else (neuron.row, row)
                place = self._scene.on_edge(Edge(index, *ends), near if incoming else 0.7)
                text = numbers.short(float(str(value[row])))
                self._paint_chip(painter, QPointF(*place), text, self._style.ink(number))

    def _paint_handle(self, painter: QPainter) -> None:
        """The number at the selected edge or neuron, to be dragged or typed over."""
        handle = self._scene.handle()
        if handle is None:
            return
        box, text = handle
        painter.setPen(QPen(self._style.accent, 1.2))
        painter.setBrush(self._style.panel)
        painter.drawRoundedRect(box, 4.0, 4.0)
        painter.setPen(self._style.text)
        painter.setFont(self._fonts.number)
        painter.drawText(box, _CENTER, text)

    def _paint_end_beside(self, painter: QPainter, index: int, row: int) -> None:
        """Name and number beside a neuron of the first or the last column."""
        column = self._picture.columns[index]
        x, y = self._view.point(index, float(self._picture.layout.columns[index].v[row]))
        small, bold = QFontMetricsF(self._fonts.small), QFontMetricsF(self._fonts.number)
        value = "" if column.a is None else numbers.short(float(column.a[row]))
        wide = bold.horizontalAdvance(value)
        sign = " = " if value else ""
        room = max(LABEL_SHARE * self._view.width - wide - small.horizontalAdvance(sign), 24.0)
        name = small.elidedText(column.names[row], Qt.TextElideMode.ElideMiddle, room) + sign
        span = small.horizontalAdvance(name)
        away = self._radius + GAP + (3.0 if self._scene.selected == (index, row) else 0.0)
        start = x + (away if index else -away - wide - span)
        base = y + small.capHeight() / 2
        self._write(painter, QPointF(start, base), name, self._fonts.small, self._style.muted)
        if value:
            color = self._number(column, row)
            self._write(painter, QPointF(start + span, base), value, self._fonts.number, color)

    def _paint_end_below(self, painter: QPainter, index: int, row: int, room: float) -> None:
        """Name and number beneath a neuron of the input, or above one of the output."""
        column = self._picture.columns[index]
        x, y = self._view.point(index, float(self._picture.layout.columns[index].v[row]))
        small, bold = QFontMetricsF(self._fonts.small), QFontMetricsF(self._fonts.number)
        name = small.elidedText(column.names[row], Qt.TextElideMode.ElideMiddle, room - 6.0)
        value = "" if column.a is None else numbers.short(float(column.a[row]))
        away = self._radius + 3.0 + (3.0 if self._scene.selected == (index, row) else 0.0)
        first = y - away - small.descent() if index else y + away + small.ascent()
        second = first - small.height() if index else first + bold.height() - 2.0
        start = x - small.horizontalAdvance(name) / 2
        self._write(painter, QPointF(start, first), name, self._fonts.small, self._style.muted)
        if value and bold.horizontalAdvance(value) <= room:
            start = x - bold.horizontalAdvance(value) / 2
            color = self._number(column, row)
            self._write(painter, QPointF(start, second), value, self._fonts.number, color)

    def _write(self, painter: QPainter, place: QPointF, text: str, font: QFont, color: QColor) -> None:
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(place, text)

    def _paint_headers(self, painter: QPainter, columns: range) -> None:
        """Name, activation and units of each column; they stay at the edge while one zooms."""
        last = len(self._picture.columns) - 1
        if self._view.upward:
            room = header_width(self._picture, self._fonts, self._view.width)
            painter.fillRect(QRectF(0, 0, room, self._view.height), self._style.panel)
            every = stride(self._view.gap, self._fonts.header_height - 4.0)
        else:
            painter.fillRect(QRectF(0, 0, self._view.width, self._fonts.header_height), self._style.panel)
            bold = QFontMetricsF(self._fonts.header)
            widest = max(bold.horizontalAdvance(column.name) for column in self._picture.columns)
            every = stride(self._view.gap, min(widest + 10.0, HEADER_LIMIT))
            room = every * self._view.gap - 6.0
        for index in columns:
            near_end = last - index < every and index < last
            if index < last and (index % every or (near_end and index)):
                continue
            self._paint_header(painter, index, room)

    def _paint_header(self, painter: QPainter, index: int, room: float) -> None:
        column = self._picture.columns[index]
        detail = header_detail(column, self._picture.layout.columns[index].fold.size)
        marked = index == self._scene.marked
        place = self._view.along(index)
        left, y = (
            (6.0, place - self._fonts.header_height / 2 + 4.0)
            if self._view.upward
            else (place - room / 2, 4.0)
        )
        lines = (
            (self._fonts.header, column.name, self._style.text),
            (self._fonts.small, detail, self._style.muted),
        )
        align = Qt.AlignmentFlag.AlignLeft if self._view.upward else _CENTER
        for font, text, color in lines:
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(self._style.accent if marked else color)
            short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, y, room, metrics.height()), align, short)
            y += metrics.height()
