"""The parts of bricks under the mouse: what lights up, is clicked, held, and turned with the wheel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QListView, QWidget

from densegui.ui.builder.drag_view import DragView
from densegui.ui.builder.stack_model import StackModel

_NOTCH = 120
_STEPS = {"minus": -1, "plus": 1}
# Milliseconds before a held button repeats, and between its repeats.
_FIRST_REPEAT = 400
_NEXT_REPEAT = 50


class PartView(DragView):
    """A list of bricks whose parts the mouse can use.

    Signals:
        part_clicked: row and field, such as "activation".
        number_stepped: row, and by how much its number shall change.
    """

    part_clicked = Signal(QModelIndex, str)
    number_stepped = Signal(QModelIndex, int)

    def __init__(self, rows: StackModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self._pressed = (-1, "")
        self._repeat = QTimer(self)
        self._repeat.timeout.connect(self._on_repeat)
        self._repeated = False
        self._wheel = 0
        self._wheel_scrolls = False
        self.setMouseTracking(True)

    def chosen(self) -> QModelIndex:
        """The current row if it is selected too: the focus alone gives the list a current row."""
        index = self.currentIndex()
        return index if self.selectionModel().isSelected(index) else QModelIndex()

    def look_under_pointer(self) -> None:
        """Marks what a click would hit, after rows have come, gone or moved."""
        if self.underMouse():
            self._set_hot(self._field_at(self.viewport().mapFromGlobal(self.cursor().pos())))

    def _field_at(self, point: QPoint) -> tuple[int, str]:
        """Row and field under a point; an empty field where a click changes nothing."""
        index = self.indexAt(point)
        chips = self._delegate.chips(self.visualRect(index), index) if index.isValid() else None
        return index.row(), (chips.field_at(point) or "") if chips is not None else ""

    def _set_hot(self, hot: tuple[int, str]) -> None:
        if hot != self._delegate.hot:
            self._delegate.hot = hot
            self.viewport().setCursor(
                Qt.CursorShape.PointingHandCursor if hot[1] else Qt.CursorShape.ArrowCursor
            )
            self.viewport().update()

    def _click(self, row: int, field: str) -> None:
        index = self._rows.index(row)
        if field in _STEPS:
            self.number_stepped.emit(index, _STEPS[field])
        else:
            self.part_clicked.emit(index, field)

    def _on_repeat(self) -> None:
        """While + or − is held, the number changes again and again."""
        self._repeated = True
        self._repeat.start(_NEXT_REPEAT)
        self._click(*self._pressed)
        if self.state() == QListView.State.EditingState:
            self._repeat.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Selects; remembers the part under the pointer, on which a release is a click."""
        super().mousePressEvent(event)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = self._field_at(event.position().toPoint()) if plain else (-1, "")
        self._repeated = self._wheel_scrolls = False
        if self._pressed[1] in _STEPS:
            self._repeat.start(_FIRST_REPEAT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a part of a brick uses it, unless it was held and has done so already."""
        self._repeat.stop()
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, (-1, "")
        if pressed[1] and pressed == self._field_at(event.position().toPoint()) and not self._repeated:
            self._click(*pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick presses are two presses."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks what a click would hit."""
        super().mouseMoveEvent(event)
        self._wheel_scrolls = False
        if not event.buttons():
            self._set_hot(self._field_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        super().leaveEvent(event)
        self._wheel_scrolls = False
        self._set_hot((-1, ""))

    def startDrag(self, supported: Qt.DropAction) -> None:
        """A drag ends what a held button does."""
        self._repeat.stop()
        super().startDrag(supported)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Over the number of the selected brick the wheel changes it, else it scrolls.

        Until the pointer moves or presses, what has begun as scrolling goes on so, whatever comes under it.
        """
        point = event.position().toPoint()
        index, (_, field) = self.indexAt(point), self._field_at(point)
        if self._wheel_scrolls or index != self.chosen() or field not in {"minus", "number", "plus"}:
            self._wheel_scrolls = True
            super().wheelEvent(event)
            return
        self._wheel += event.angleDelta().y()
        notches = int(self._wheel / _NOTCH)
        self._wheel -= notches * _NOTCH
        if notches:
            self.number_stepped.emit(index, notches)
        event.accept()
