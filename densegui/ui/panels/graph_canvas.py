"""The neuron graph in a view that pans, zooms and fits, by mouse and by keyboard."""

from __future__ import annotations

from typing import Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from densegui.ui.panels.graph_items import GraphItem
from densegui.ui.panels.graph_scales import has_room
from densegui.ui.panels.graph_style import style
from densegui.ui.panels.graph_view import View, view_of

WALK: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ZOOM: Final[dict[int, float]] = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}
PAGES: Final[dict[int, int]] = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class GraphCanvas(QObject):
    """Owns the view, its box and the item, and turns keys into wishes.

    Attributes:
        widget: the view, to be put into a layout.
        item: what is painted and pointed at.

    Signals:
        walked(int, int): an arrow key: columns towards the output, and neurons down the column.
        paged(int): PgUp or PgDn: pages of the selected column.
        cycled(int): Tab or Shift+Tab: edges of the selected neuron.
        edit_wanted(): Enter or F2.
        left(): Esc.
        scales_changed(bool): whether there is room for the scales of the layers.
    """

    walked = Signal(int, int)
    paged = Signal(int)
    cycled = Signal(int)
    edit_wanted = Signal()
    left = Signal()
    scales_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._upward = False
        self._fitted = True
        self._fit: View | None = None
        self._taken: set[int] = set()
        self.widget = pg.GraphicsView(parent)
        self.widget.setObjectName("graphView")
        # A cached background is a picture of pixels even where the graph is exported as vectors.
        self.widget.setCacheMode(pg.GraphicsView.CacheModeFlag.CacheNone)
        self.widget.installEventFilter(self)
        self._box = pg.ViewBox(enableMenu=False, invertY=True, defaultPadding=0.0)
        self.widget.setCentralItem(self._box)
        self.item = GraphItem()
        self.item.setParentItem(self._box)
        self.item.fit_wanted.connect(self.fit)
        self._box.sigRangeChanged.connect(self._on_range_changed)
        self._box.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self._box.sigResized.connect(self._on_resized)

    def turn(self, upward: bool) -> None:
        """Lets the graph run upward, or from left to right."""
        if upward != self._upward:
            self._upward = upward
            self.refit_next()

    def refit(self) -> None:
        """Fits the view again unless a person has moved it."""
        if self._fitted and self._fitting() != self._fit:
            self.fit()

    def refit_next(self) -> None:
        """Lets the next ``refit`` fit even a view that a person has moved."""
        self._fitted, self._fit = True, None

    def fit(self) -> None:
        """Brings all neurons into view."""
        self._fitted = True
        view = self._fit = self._fitting()
        if view is None or view.width <= 0 or view.height <= 0:
            return
        x, y = view.x_range(), view.y_range()
        wide, high = x[1] - x[0], y[1] - y[0]
        self._box.setLimits(
            xMin=x[0] - wide, xMax=x[1] + wide, yMin=y[0] - high, yMax=y[1] + high,
            minXRange=wide / 200, minYRange=high / 200,
        )  # fmt: skip
        self._box.setRange(xRange=x, yRange=y, padding=0)
        self._on_range_changed()

    def take_keys(self, *, forward: bool, backward: bool, leaves: bool) -> None:
        """Takes Tab, Shift+Tab and Esc only while there is an edge to go to, or a selection to leave."""
        wanted = {Qt.Key.Key_Tab: forward, Qt.Key.Key_Backtab: backward, Qt.Key.Key_Escape: leaves}
        self._taken = {key for key, taken in wanted.items() if taken}

    def restyle(self) -> None:
        """Takes the colours in force."""
        self.widget.setBackground(style().panel)
        self.item.restyle()

    def set_font(self, font: QFont) -> None:
        """Takes another font of the application."""
        self.item.set_font(font)

    def handle(self) -> QRect | None:
        """Where in the widget the number of what is selected stands; None where there is none."""
        handle = self.item.handle()
        if handle is None:
            return None
        rect: QRect = self.widget.mapFromScene(self.item.mapToScene(handle.box)).boundingRect()
        return rect

    def _fitting(self) -> View | None:
        return self.item.fitting(self._box.width(), self._box.height())

    def _on_range_changed(self) -> None:
        wide, high = self._box.width(), self._box.height()
        if wide > 0 and high > 0:
            x, y = self._box.viewRange()
            view = view_of(x, y, wide, high, self._upward)
            self.item.show_view(view)
            self.scales_changed.emit(has_room(view))

    def _on_moved_by_hand(self) -> None:
        self._fitted = False

    def _on_resized(self) -> None:
        if self._fitted:
            self.fit()
        else:
            self._on_range_changed()

    def _on_key(self, key: int) -> bool:
        """Does what a key asks for; says whether it asked for anything."""
        if key in WALK:
            right, down = WALK[key]
            self.walked.emit(*((-down, right) if self._upward else (right, down)))
        elif key in ZOOM:
            self._fitted = False
            self._box.scaleBy((ZOOM[key], ZOOM[key]))
        elif key in PAGES:
            self.paged.emit(PAGES[key])
        elif key == Qt.Key.Key_F:
            self.fit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit()
        elif key not in self._taken:
            return False
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.cycled.emit(1 if key == Qt.Key.Key_Tab else -1)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of the graph; shortcuts of the window (Esc cancels a run) come before them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
            )
            if not held and self._on_key(event.key()):
                return True
        return super().eventFilter(watched, event)
