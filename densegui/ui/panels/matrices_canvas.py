"""MatricesCanvas: the page on which X, W, b, Z and A are painted; pointer, wheel and keys on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from densegui.ui.panels.matrices_cells import largest
from densegui.ui.panels.matrices_labels import Labels
from densegui.ui.panels.matrices_layout import Board, board_of, least_size, stepped
from densegui.ui.panels.matrices_painter import paint_cells, paint_frames
from densegui.ui.panels.matrices_product import Axis, Cell, Kind, Product
from densegui.ui.panels.matrices_scene import Scene, measures_of
from densegui.ui.panels.matrices_sum import cell_tip
from densegui.ui.panels.matrices_titles import Titles
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

WALK: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ZOOM: Final[dict[int, int]] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_WHEEL_CELLS: Final = 3


class MatricesCanvas(QWidget):
    """Paints the visible cells of a product.

    Signals:
        explained_changed(): another cell of Z is explained, as the pointer moved.
        picked(Cell): a cell was clicked.
        stepped(int, int): a key asks for the cell so many rows and columns of Z away.
        turned(int): a key asks for the minibatch before (−1) or after (1).
        moved(): other cells came into sight.
    """

    explained_changed = Signal()
    picked = Signal(object)
    stepped = Signal(int, int)
    turned = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matricesCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._product: Product | None = None
        self._board: Board | None = None
        self._offsets: dict[Axis, int] = {}
        self._marked: dict[Axis, int] = {}
        self._hovered: Cell | None = None
        self._faded = False
        self._zoom: float | None = None
        self._least = QSize()
        self._scales: dict[Kind, tuple[Floats, float]] = {}

    @property
    def board(self) -> Board | None:
        """Where everything stands; None where nothing is shown."""
        return self._board

    @property
    def offsets(self) -> Mapping[Axis, int]:
        """The first visible index of each axis."""
        return self._offsets

    @property
    def explained(self) -> dict[Axis, int]:
        """The sample and the unit whose sum is written out: under the pointer, else the selected one.

        Over a number of X or W, also the input whose term it is part of.
        """
        places: dict[Axis, int] = {"sample": 0, "unit": 0, **self._marked}
        if self._product is not None and self._hovered is not None:
            places.pop("input", None)
            places |= self._product.places(self._hovered)
        return places

    def show_product(self, product: Product | None, faded: bool) -> None:
        """Shows other numbers; ``faded`` where they are out of date."""
        self._product, self._faded = product, faded
        if product is None:
            self._scales.clear()  # lets go of its arrays
        self._lay_out()

    def mark(self, places: Mapping[Axis, int]) -> None:
        """Marks the selected sample, unit and input, and brings them into sight."""
        self._marked = dict(places)
        if self._board is not None and self._product is not None:
            for axis, index in self._marked.items():
                self._reveal(axis, index)
        self.update()

    def scroll_to(self, axis: Axis, first: int) -> None:
        """Makes an index the first visible one of its axis, as far as there are so many."""
        if self._board is None:
            return
        first = min(max(first, 0), self._board.scrolls.get(axis, 0))
        if first != self._offsets.get(axis, 0):
            self._offsets[axis] = first
            self.update()
            self.moved.emit()

    def zoom_by(self, steps: float) -> None:
        """Makes the cells larger or smaller."""
        if self._board is not None:
            self._zoom = stepped(self._board.zoom, steps)
            self._lay_out()

    def fit(self) -> None:
        """Goes back to the size at which text is read and most is seen."""
        self._zoom = None
        self._lay_out()

    def scene(self) -> Scene | None:
        """What is painted now."""
        if self._product is None or self._board is None:
            return None
        return Scene(
            self._product,
            self._board,
            self._offsets,
            {kind: self._scale(kind, self._product.drawn(kind)) for kind in self._product.kinds},
            self.explained,
            self._hovered is not None,
            self._marked,
            self._faded,
            self.font(),
        )

    def _scale(self, kind: Kind, array: Floats) -> float:
        """The largest magnitude, looked for once in each array."""
        base = array if array.base is None else array.base
        known = self._scales.get(kind)
        if known is None or known[0] is not base:
            known = self._scales[kind] = base, largest(array)
        return known[1]

    def _lay_out(self) -> None:
        product = self._product
        self._board = None
        if product is not None:
            measures = measures_of(self.font(), product)
            least = QSize(*least_size(product, measures))
            if least != self._least:
                self._least = least
                self.updateGeometry()
            self._board = board_of(product, measures, self.width(), self.height(), self._zoom)
            for axis, most in self._board.scrolls.items():
                self._offsets[axis] = min(self._offsets.get(axis, 0), most)
            self._keep_hovered()
        self.update()
        self.moved.emit()

    def _keep_hovered(self) -> None:
        """Forgets the hovered cell where the new matrices have no such one."""
        cell, product = self._hovered, self._product
        if cell is None or product is None:
            return
        if cell.kind not in product.kinds:
            self._hovered = None
            return
        rows, columns = product.drawn(cell.kind).shape
        if cell.row >= rows or cell.column >= columns:
            self._hovered = None

    def _reveal(self, axis: Axis, index: int) -> None:
        assert self._board is not None
        assert self._product is not None
        for kind, pane in self._board.panes.items():
            for which, count in zip(self._product.axes(kind), (pane.rows, pane.columns), strict=True):
                if which == axis:
                    first = self._offsets.get(axis, 0)
                    self.scroll_to(axis, min(max(first, index - count + 1), index))

    def _tell(self) -> None:
        """Shows the numbers of the explained cell with every digit, as the pointer would."""
        scene = self.scene()
        if scene is None:
            return
        cell = scene.product.cell("z", scene.explained)
        place = scene.rectangle(cell) or scene.area("z")
        QToolTip.showText(self.mapToGlobal(place.center()), cell_tip(scene.product, cell), self)

    def _hover(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self.update()
            self.explained_changed.emit()

    def _cell_at(self, event: QMouseEvent | QHelpEvent) -> Cell | None:
        if self._board is None or self._product is None:
            return None
        place = event.position() if isinstance(event, QMouseEvent) else event.pos()
        return self._board.cell_at(self._product, place.x(), place.y(), self._offsets)

    def _wheel_axis(self, event: QWheelEvent, sideways: bool) -> Axis | None:
        """What the wheel scrolls: rows or columns of the matrix under the pointer."""
        assert self._board is not None
        assert self._product is not None
        cell = self._board.cell_at(self._product, event.position().x(), event.position().y(), self._offsets)
        rows, columns = self._product.axes("z" if cell is None else cell.kind)
        chosen = columns if sideways else rows
        if not sideways and not self._board.scrolls.get(chosen):
            chosen = columns
        return chosen if self._board.scrolls.get(chosen) else None

    def minimumSizeHint(self) -> QSize:
        return self._least

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._cell_at(event))

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event)
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(cell)

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        if self._board is None:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by((delta.y() or delta.x()) / 120)
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        axis = self._wheel_axis(event, shift or abs(delta.x()) > abs(delta.y()))
        if axis is not None:
            cells = (delta.y() or delta.x()) / 120 * _WHEEL_CELLS
            self.scroll_to(axis, self._offsets.get(axis, 0) - round(cells))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
        elif key in WALK:
            self.stepped.emit(*WALK[key])
        elif key in ZOOM:
            self.zoom_by(ZOOM[key])
        elif key == Qt.Key.Key_F:
            self.fit()
        elif key == Qt.Key.Key_Space:
            self._tell()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scene = self.scene()
        with QPainter(self) as p:
            p.fillRect(self.rect(), QColor(colors().panel))
            if scene is not None:
                Labels(p, scene).paint()
                Titles(p, scene, self.width()).paint()
                paint_cells(p, scene)
                paint_frames(p, scene)

    def event(self, event: QEvent) -> bool:
        """Shows the number under the pointer with every digit."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._cell_at(event)
            QToolTip.showText(
                event.globalPos(),
                "" if cell is None or self._product is None else cell_tip(self._product, cell),
                self,
            )
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()
