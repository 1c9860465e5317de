"""The neuron graph as one item of a scene: paints itself and says what is pointed at."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QGraphicsObject, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from densegui.ui.panels.graph_dots import Dot, dots_of
from densegui.ui.panels.graph_fonts import Fonts, margins
from densegui.ui.panels.graph_layout import (
    Edge,
    Neuron,
    View,
    column_at,
    fit,
    nearest,
    neuron_at,
    segments,
)
from densegui.ui.panels.graph_painter import GraphPainter
from densegui.ui.panels.graph_picture import Picture
from densegui.ui.panels.graph_strokes import Strokes
from densegui.ui.panels.graph_style import style

EDGE_REACH: Final = 5.0


class GraphItem(QGraphicsObject):
    """All neurons and edges, painted in the pixels of the view.

    Text and pens keep their size while one zooms, so the item takes a ``View`` instead of a transform.

    Signals:
        hovered(object, QPoint): the ``Neuron`` or ``Edge`` beneath the mouse, or None; and where on screen.
        neuron_picked(object): a ``Neuron`` was clicked, or None for empty space.
        header_picked(int): the header of a column was clicked.
        fit_wanted(): a double click.
    """

    hovered = Signal(object, QPoint)
    neuron_picked = Signal(object)
    header_picked = Signal(int)
    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._view: View | None = None
        self._selected: Neuron | None = None
        self._marked: int | None = None
        self._fonts = Fonts.of(QFont())
        self._strokes: Strokes | None = None
        self._dots: tuple[tuple[Dot, ...], ...] | None = None
        self._painter: GraphPainter | None = None
        self._rect = QRectF()
        self.setAcceptHoverEvents(True)

    @property
    def selected(self) -> Neuron | None:
        """The neuron whose edges stand out."""
        return self._selected

    def show_picture(self, picture: Picture | None) -> None:
        """Shows another picture; None shows nothing."""
        self._picture = picture
        self._strokes = None
        self._dots = None
        self._refresh()

    def show_view(self, view: View) -> None:
        """Shows the picture elsewhere or in another size."""
        rect = QRectF(0, 0, view.width, view.height)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self._view = view
        self._refresh()

    def select(self, neuron: Neuron | None) -> None:
        """Makes the edges of a neuron stand out; None of none."""
        self._selected = neuron
        self._refresh()

    def mark(self, column: int | None) -> None:
        """Highlights a column; None highlights none."""
        self._marked = column
        self._refresh()

    def set_font(self, font: QFont) -> None:
        """Takes another font of the application."""
        self._fonts = Fonts.of(font)
        self._refresh()

    def restyle(self) -> None:
        """Takes the colours in force."""
        self._dots = None
        self._refresh()

    def fitting(self, width: float, height: float) -> View | None:
        """The view in which everything is seen; None without a picture."""
        if self._picture is None:
            return None
        return fit(self._picture.layout, width, height, margins(self._picture, self._fonts, width))

    def target_at(self, x: float, y: float) -> Neuron | Edge | None:
        """The neuron beneath a pixel, else the edge."""
        if self._picture is None or self._view is None or y < self._fonts.header_height:
            return None
        neuron = neuron_at(self._picture.layout, self._view, x, y)
        return neuron or self._edge_at(self._picture, self._view, x, y)

    def _refresh(self) -> None:
        """Paints anew with the next frame."""
        self._painter = None
        self.update()

    def _edge_at(self, picture: Picture, view: View, x: float, y: float) -> Edge | None:
        index = int(np.floor((x - view.left) / view.across))
        edges = picture.edges[index] if 0 <= index < len(picture.edges) else None
        if edges is None:
            return None
        source, target = edges.source, edges.target
        if self._selected is not None:
            # Faded edges are not pointed at: those of the selected neuron lie above them.
            source, target = (axis.ravel() for axis in np.indices(edges.matrix.shape))
            of_this = (index == self._selected.column) & (source == self._selected.row)
            of_next = (index + 1 == self._selected.column) & (target == self._selected.row)
            source, target = source[of_this | of_next], target[of_this | of_next]
        # Strongest last in painting, so strongest first in looking: a thin edge never hides a thick one.
        lines = view.lines(segments(picture.layout, index, source[::-1], target[::-1]))
        best = nearest(lines, x, y, EDGE_REACH)
        return None if best is None else Edge(index, int(source[::-1][best]), int(target[::-1][best]))

    def mouseClickEvent(self, event: Any) -> None:
        """Called by pyqtgraph's scene when a button was pressed and released in place."""
        if event.button() != Qt.MouseButton.LeftButton or self._picture is None or self._view is None:
            event.ignore()
            return
        event.accept()
        spot = event.pos()
        if event.double():
            self.fit_wanted.emit()
        elif spot.y() < self._fonts.header_height:
            column = column_at(self._picture.layout, self._view, spot.x())
            if column is not None:
                self.header_picked.emit(column)
        else:
            self.neuron_picked.emit(neuron_at(self._picture.layout, self._view, spot.x(), spot.y()))

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Says what is beneath the mouse."""
        spot = event.pos()
        self.hovered.emit(self.target_at(spot.x(), spot.y()), event.screenPos())

    def hoverLeaveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Nothing is beneath the mouse any more."""
        self.hovered.emit(None, event.screenPos())

    def boundingRect(self) -> QRectF:
        """The whole frame."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paints the picture."""
        del option
        if self._picture is None or self._view is None:
            return
        if self._strokes is None:
            self._strokes = Strokes.of(self._picture)
        if self._dots is None:
            self._dots = dots_of(self._picture, style())
        if self._painter is None:
            self._painter = GraphPainter(
                self._picture,
                self._strokes,
                self._dots,
                self._view,
                style(),
                self._fonts,
                self._selected,
                self._marked,
            )
        self._painter.paint(painter)
        if widget is not None and widget.hasFocus():
            painter.setPen(style().accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._rect.adjusted(0.5, 0.5, -0.5, -0.5))
