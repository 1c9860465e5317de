"""Paints the neuron graph in pixels: what is marked, edges, heat maps and neurons."""

from __future__ import annotations

from typing import Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from densegui.ui.panels.graph_dots import Dot
from densegui.ui.panels.graph_heat import HeatPainter
from densegui.ui.panels.graph_labels import LabelPainter
from densegui.ui.panels.graph_scales import ScalePainter
from densegui.ui.panels.graph_scene import Scene
from densegui.ui.panels.graph_strokes import Strokes
from densegui.ui.panels.graph_style import FADED, blend

FINEST: Final = 4.0  # pixels between two columns whose edges can be told apart


class GraphPainter:
    """Paints one scene; made anew when anything changes.

    Args:
        scene: what to paint.
        heats: keeps the images of heat maps.
    """

    def __init__(self, scene: Scene, heats: HeatPainter) -> None:
        self.scene = self._scene = scene
        self._heats = heats
        self._radius = scene.radius
        self._columns = scene.view.columns(len(scene.picture.columns))
        # Short edges are thinner and paler: a deep network is a tissue, not a wall.
        self._thin = min(max(self._radius / 9.0, 0.3), max(scene.view.gap / 40.0, 0.3), 1.0)

    def paint(self, painter: QPainter) -> None:
        """Paints all but the words, back to front."""
        scene = self._scene
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_mark(painter)
        self._paint_links(painter, self._columns)
        if scene.view.gap >= FINEST:
            self._paint_strokes(painter, scene.strokes, faded=scene.bright is not None)
        if scene.bright is not None:
            self._paint_strokes(painter, scene.bright, faded=False)
        for index in self._columns:
            self._paint_neurons(painter, index)
        self._paint_edge(painter)

    def paint_words(self, painter: QPainter) -> None:
        """Paints the words and numbers above it."""
        LabelPainter(self._scene).paint(painter, self._columns)
        ScalePainter(self._scene).paint(painter, self._columns)

    def _paint_strokes(self, painter: QPainter, strokes: Strokes, *, faded: bool) -> None:
        """Weak edges first and the signs in turn, so that neither sign wins by accident."""
        lines = self._scene.view.lines(strokes.lines)
        inside = (strokes.lines[:, 2] >= self._columns.start) & (strokes.lines[:, 0] < self._columns.stop)
        array = pg.Qt.internals.PrimitiveArray(QLineF, 4)
        for code in np.flatnonzero(np.bincount(strokes.codes)):  # np.unique would import masked arrays
            some = lines[inside & (strokes.codes == code)]
            array.resize(len(some))
            array.ndarray()[:] = some
            painter.setPen(self._scene.style.edge_pen(int(code), self._thin, faded))
            painter.drawLines(*array.drawargs())

    def _paint_mark(self, painter: QPainter) -> None:
        scene = self._scene
        if scene.marked is None:
            return
        half = min(max(self._radius + 10.0, 14.0), scene.view.gap / 2)
        place = scene.view.along(scene.marked)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(scene.style.panel, scene.style.accent, 0.12))
        box = QRectF(place - half, 2.0, 2 * half, scene.view.height - 4.0)
        if scene.view.upward:
            box = QRectF(2.0, place - half, scene.view.width - 4.0, 2 * half)
        painter.drawRoundedRect(box, 8.0, 8.0)

    def _paint_links(self, painter: QPainter, columns: range) -> None:
        """Heat maps; and where weights are not there yet, or stand too close, a band joins all to all."""
        scene = self._scene
        for index in range(max(columns.start - 1, 0), min(columns.stop, len(scene.picture.links))):
            link = scene.picture.links[index]
            if link.heat and scene.view.gap >= FINEST:
                self._heats.paint(painter, scene, index)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            elif link.edges is None or scene.view.gap < FINEST:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(blend(scene.style.panel, scene.style.border, 0.35))
                painter.drawPolygon(self._band(index))

    def _band(self, index: int) -> QPolygonF:
        view, layout = self._scene.view, self._scene.picture.layout
        one, two = (layout.columns[k].v for k in (index, index + 1))
        corners = (index, one[0]), (index + 1, two[0]), (index + 1, two[-1]), (index, one[-1])
        return QPolygonF([QPointF(*view.point(u, float(v))) for u, v in corners])

    def _paint_neurons(self, painter: QPainter, index: int) -> None:
        scene = self._scene
        tiles = scene.tiles.get(index)
        across = scene.view.across(scene.picture.layout.columns[index].v).tolist()
        along = scene.view.along(index)
        for row, (place, dot) in enumerate(zip(across, scene.dots[index], strict=True)):
            x, y = (place, along) if scene.view.upward else (along, place)
            faded = scene.lit is not None and (index, row) not in scene.lit
            if scene.view.gap < FINEST:
                self._paint_speck(painter, x, y, dot)
            elif tiles is not None:
                painter.setOpacity(FADED * 2 if faded else 1.0)
                self._paint_tile(painter, QPointF(x, y), dot, scene.selected == (index, row))
                reach = self._radius - 1.0
                painter.drawImage(QRectF(x - reach, y - reach, 2 * reach, 2 * reach), tiles[row])
                painter.setOpacity(1.0)
            else:
                self._paint_dot(painter, QPointF(x, y), dot, scene.selected == (index, row), faded)

    def _paint_speck(self, painter: QPainter, x: float, y: float, dot: Dot) -> None:
        """A neuron of a column that is finer than a pen."""
        wide, high = self._scene.view.gap + 0.5, 2 * self._radius
        if self._scene.view.upward:
            painter.fillRect(QRectF(x - high / 2, y, high, wide), dot.fill)
        else:
            painter.fillRect(QRectF(x, y - high / 2, wide, high), dot.fill)

    def _paint_dot(self, painter: QPainter, center: QPointF, dot: Dot, selected: bool, faded: bool) -> None:
        style = self._scene.style
        if selected:
            painter.setPen(QPen(style.accent, 2.0))
            painter.setBrush(style.panel)
            painter.drawEllipse(center, self._radius + 3.5, self._radius + 3.5)
        width = self._ring_width(dot.share)
        strength = 2 * FADED if faded else 1.0
        painter.setPen(QPen(blend(style.panel, dot.ring, strength), width))
        painter.setBrush(blend(style.panel, dot.fill, strength))
        painter.drawEllipse(center, self._radius - width / 2, self._radius - width / 2)

    def _paint_tile(self, painter: QPainter, center: QPointF, dot: Dot, selected: bool) -> None:
        """The frame of a neuron's picture: its bias, and whether it is selected."""
        style = self._scene.style
        reach, corner = self._radius + 0.5, self._radius * 0.3
        box = QRectF(center.x() - reach, center.y() - reach, 2 * reach, 2 * reach)
        painter.setBrush(style.panel)
        if selected:
            painter.setPen(QPen(style.accent, 2.0))
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), corner + 3.0, corner + 3.0)
        painter.setPen(QPen(dot.ring, self._ring_width(dot.share)))
        painter.drawRoundedRect(box, corner, corner)

    def _ring_width(self, share: float) -> float:
        """Pixels of the ring that says the bias; thin for none."""
        if share == 0:
            return min(1.0, self._radius * 0.3)
        return min(1.2 + (0.6 + self._radius * 0.22) * share, self._radius * 0.6)

    def _paint_edge(self, painter: QPainter) -> None:
        """A line in the accent colour beside the selected edge."""
        scene = self._scene
        if scene.edge is None:
            return
        lines = scene.view.lines(Strokes.of_edges(scene.picture, [scene.edge]).lines)
        x1, y1, x2, y2 = lines[0].tolist()
        reach = max(float(np.hypot(x2 - x1, y2 - y1)), 1.0)
        aside = QPointF(-(y2 - y1) / reach, (x2 - x1) / reach) * 3.4
        painter.setPen(QPen(scene.style.accent, 1.2))
        for side in (aside, -aside):
            painter.drawLine(QPointF(x1, y1) + side, QPointF(x2, y2) + side)
