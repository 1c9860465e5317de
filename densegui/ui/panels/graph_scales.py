"""Paints the scale of each layer of the neuron graph: the value of full colour, the size of a widest line."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from densegui.ui import numbers
from densegui.ui.panels.graph_scene import Scene
from densegui.ui.panels.graph_style import THICKEST
from densegui.ui.panels.graph_view import View

CLOSE: Final = 112.0  # pixels between two columns that leave no room for the scales of both and of their link
LOW: Final = 120.0  # pixels of a graph so low that its neurons want all of them
_SIGN: Final = 13.0
_FOOT: Final = 10.0  # pixels of the scales' centre above the lower edge


def has_room(view: View) -> bool:
    """Whether scales are shown in a view."""
    return view.height >= LOW and view.gap >= CLOSE


class ScalePainter:
    """A number with a disc, a line or, for a heat map, a square: beneath its layer, or beside it.

    Args:
        scene: what the scales are of.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._metrics = QFontMetricsF(scene.fonts.small)

    def paint(self, painter: QPainter, columns: range) -> None:
        """Paints the scales of these columns and of the links that leave them."""
        scene = self._scene
        if not has_room(scene.view):
            return
        painter.setFont(scene.fonts.small)
        for index in columns:
            column = scene.picture.columns[index]
            if column.a is not None and column.a.any() and index not in scene.tiles:
                self._paint(painter, float(index), column.scale, "disc")
            link = scene.picture.links[index] if index < len(scene.picture.links) else None
            if link is None or link.edges is None:
                continue
            if not link.heat:
                self._paint(painter, index + 0.5, link.edges.largest, "line")
            elif link.scan is not None:
                self._paint(painter, index + 0.5, link.scan.largest, "square")

    def _paint(
        self, painter: QPainter, place: float, value: float, sign: Literal["disc", "line", "square"]
    ) -> None:
        """One scale, its sign in the colour of positive numbers."""
        scene, text = self._scene, numbers.short(value)
        wide = _SIGN + 4.0 + self._metrics.horizontalAdvance(text)
        along = scene.view.along(place)
        center = QPointF(along, scene.view.height - _FOOT)
        if scene.view.upward:
            down = 0.0 if sign != "disc" else scene.fonts.header_height / 2 + self._metrics.height() / 2
            center = QPointF(6.0 + wide / 2, along + down)
        box = QRectF(0.0, 0.0, wide + 6.0, self._metrics.height())
        box.moveCenter(center)
        painter.fillRect(box, scene.style.panel)
        middle = QPointF(center.x() - wide / 2 + _SIGN / 2, center.y())
        if sign == "square":
            painter.fillRect(QRectF(middle.x() - 4.0, middle.y() - 4.0, 8.0, 8.0), scene.style.positive)
        elif sign == "line":
            painter.setPen(QPen(scene.style.positive, THICKEST))
            painter.drawLine(middle - QPointF(_SIGN / 2, 0.0), middle + QPointF(_SIGN / 2, 0.0))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(scene.style.positive)
            painter.drawEllipse(middle, 4.0, 4.0)
        painter.setPen(scene.style.muted)
        base = center.y() + self._metrics.capHeight() / 2
        painter.drawText(QPointF(center.x() - wide / 2 + _SIGN + 4.0, base), text)
