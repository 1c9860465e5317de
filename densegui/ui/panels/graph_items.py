"""The neuron graph as one item of a scene: paints itself and says what is pointed at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QGraphicsObject, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from densegui.ui.panels.graph_dots import Dot, dots_of
from densegui.ui.panels.graph_fonts import Fonts, margins
from densegui.ui.panels.graph_frames import Frames
from densegui.ui.panels.graph_heat import HeatPainter
from densegui.ui.panels.graph_layout import Edge, Neuron
from densegui.ui.panels.graph_painter import GraphPainter
from densegui.ui.panels.graph_picture import Picture
from densegui.ui.panels.graph_pointing import Pointing, Target
from densegui.ui.panels.graph_scene import Handle, Lit, Scene
from densegui.ui.panels.graph_strokes import Strokes
from densegui.ui.panels.graph_style import style
from densegui.ui.panels.graph_view import View, column_at, fit


class GraphItem(QGraphicsObject):
    """All neurons and edges, painted in the pixels of the view.

    Text and pens keep their size while one zooms, so the item takes a ``View`` instead of a transform.

    Signals:
        hovered(object, QPoint): the ``Neuron``, ``Edge``, ``Cell``, ``Gap`` or ``Handle`` beneath the mouse,
            or None; and where on screen.
        picked(object): one of the first three was clicked, or None for empty space.
        header_picked(int): the header of a column was clicked.
        gap_picked(int, int): an ellipsis of a column was clicked, and its number.
        edit_wanted(): the number of what is selected was clicked.
        held(): the mouse took hold of it, to drag it.
        dragged(float, bool): it was dragged up by so many pixels; whether finer steps are wanted.
        fit_wanted(): a double click on empty space.
    """

    hovered = Signal(object, QPoint)
    picked = Signal(object)
    header_picked = Signal(int)
    gap_picked = Signal(int, int)
    edit_wanted = Signal()
    held = Signal()
    dragged = Signal(float, bool)
    fit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture: Picture | None = None
        self._tiles: Mapping[int, Sequence[QImage]] = {}
        self._view: View | None = None
        self._selected: Neuron | None = None
        self._edge: Edge | None = None
        self._marked: int | None = None
        self._lit: Lit | None = None
        self._fonts = Fonts.of(QFont())
        self._strokes: Strokes | None = None
        self._dots: tuple[tuple[Dot, ...], ...] | None = None
        self._scene: Scene | None = None
        self._heats = HeatPainter()
        self._frames = Frames(self)
        self._frames.settled.connect(self._on_settled)
        self._bright: Strokes | None = None
        self._rect = QRectF()
        self.setAcceptHoverEvents(True)

    @property
    def selected(self) -> Neuron | None:
        """The neuron whose edges stand out."""
        return self._selected

    @property
    def edge(self) -> Edge | None:
        """The selected edge."""
        return self._edge

    def show_picture(self, picture: Picture | None, tiles: Mapping[int, Sequence[QImage]]) -> None:
        """Shows another picture, with images instead of neurons in some columns; None shows nothing."""
        self._picture = picture
        self._tiles = tiles
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

    def select(self, neuron: Neuron | None, edge: Edge | None, marked: int | None) -> None:
        """Makes the edges of a neuron, or one edge, stand out, and highlights a column; None for none."""
        self._selected, self._edge, self._marked = neuron, edge, marked
        self._strokes = None
        self._refresh()

    def light(self, lit: Lit | None) -> None:
        """Makes some neurons and edges stand out while all else fades; None ends that."""
        self._lit = lit
        self._strokes = None
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
        picture = self._picture
        if picture is None:
            return None
        return fit(picture.layout, width, height, margins(picture, self._fonts, width), picture.upward)

    def handle(self) -> Handle | None:
        """Where the number of what is selected is dragged or typed over; None where there is none."""
        scene = self._prepared()
        return None if scene is None else scene.handle()

    def target_at(self, x: float, y: float) -> Target | None:
        """The neuron beneath a pixel, else the edge, else the cell of a heat map."""
        pointing = self._pointing()
        return None if pointing is None else pointing.target(x, y)

    def _pointing(self) -> Pointing | None:
        """What finds things beneath the mouse; None where there is nothing."""
        if self._picture is None or self._view is None:
            return None
        return Pointing(self._picture, self._view, self._fonts, self._selected)

    def _refresh(self) -> None:
        """Paints anew with the next frame."""
        self._scene = None
        self.update()

    def _prepared(self) -> Scene | None:
        """The scene of now; None where there is nothing to paint."""
        if self._picture is None or self._view is None:
            return None
        if self._strokes is None:
            self._strokes = Strokes.of(self._picture)
            self._bright = self._standing_out(self._picture)
        if self._dots is None:
            self._dots = dots_of(self._picture, style())
        if self._scene is None:
            self._scene = Scene(
                self._picture,
                self._strokes,
                self._bright,
                self._dots,
                self._tiles,
                self._view,
                style(),
                self._fonts,
                self._selected,
                self._edge,
                self._marked,
                None if self._lit is None else self._lit.neurons,
            )
        return self._scene

    def _standing_out(self, picture: Picture) -> Strokes | None:
        """The edges that stand out; None where no edge does."""
        if self._lit is not None:
            return Strokes.of_edges(picture, self._lit.edges)
        if self._edge is not None:
            return Strokes.of_edges(picture, [self._edge])
        return None if self._selected is None else Strokes.of_neuron(picture, self._selected)

    def _on_settled(self) -> None:
        self.update()

    def mouseClickEvent(self, event: Any) -> None:
        """Called by pyqtgraph's scene when a button was pressed and released in place."""
        pointing = self._pointing()
        if event.button() != Qt.MouseButton.LeftButton or pointing is None:
            event.ignore()
            return
        event.accept()
        x, y = event.pos().x(), event.pos().y()
        handle = self.handle()
        if handle is not None and handle.box.contains(x, y):
            self.edit_wanted.emit()
            return
        if pointing.is_header(x, y):
            column = column_at(pointing.picture.layout, pointing.view, x, y)
            if column is not None:
                self.header_picked.emit(column)
            return
        target = pointing.target(x, y)
        gap = None if isinstance(target, Neuron) else pointing.gap(x, y)
        if event.double() and gap is None:
            (self.fit_wanted if target is None else self.edit_wanted).emit()
        elif gap is not None:
            self.gap_picked.emit(*gap)
        else:
            self.picked.emit(target)

    def mouseDragEvent(self, event: Any) -> None:
        """Called by pyqtgraph's scene: drags the number of what is selected; elsewhere the view box pans."""
        if event.isStart():
            handle = self.handle()
            if (
                event.button() != Qt.MouseButton.LeftButton
                or handle is None
                or not self._is_held(handle.box, event.buttonDownPos())
            ):
                event.ignore()
                return
            self.held.emit()
        event.accept()
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.dragged.emit(event.lastPos().y() - event.pos().y(), fine)

    def _is_held(self, handle: QRectF, place: Any) -> bool:
        """Whether a press at a pixel takes hold of what is selected."""
        target = self.target_at(place.x(), place.y())
        held = self._selected if self._edge is None else self._edge
        return handle.contains(place.x(), place.y()) or (target is not None and target == held)

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Says what is beneath the mouse."""
        spot = event.pos()
        handle = self.handle()
        if handle is not None and not handle.box.contains(spot):
            handle = None
        self.setCursor(Qt.CursorShape.ArrowCursor if handle is None else Qt.CursorShape.SizeVerCursor)
        pointing = self._pointing()
        told = None if pointing is None else pointing.told(spot.x(), spot.y())
        self.hovered.emit(handle or told, event.screenPos())

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
        scene = self._prepared()
        if scene is None:
            return
        painting = GraphPainter(scene, self._heats)
        self._frames.paint(painter, painting)
        painting.paint_words(painter)
        if widget is not None and widget.hasFocus():
            painter.setPen(style().accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._rect.adjusted(0.5, 0.5, -0.5, -0.5))
