"""Dragging bricks: what hangs under the pointer, where the gap opens, what a drop asks for."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QListView, QWidget

from densegui.ui import theme
from densegui.ui.builder import bricks, geometry, payload, row_painter
from densegui.ui.builder.rows import Brick
from densegui.ui.builder.stack_delegate import StackDelegate
from densegui.ui.builder.stack_model import ROW_ROLE, StackModel


class DragView(QListView):
    """A list of bricks into which blocks are dropped and within which they are moved."""

    def __init__(self, rows: StackModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = StackDelegate(self)
        self._grabbed = QPoint()
        self._hovering = QPoint()
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def select(self, key: int) -> None:
        """Makes a layer the selected and current one, whatever modifier is held."""
        index = self._rows.index(self._rows.row_of(key))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def drop_row(self, point: QPoint) -> int:
        """The row above which a block dropped at this point goes: gaps change at the middle of rows."""
        last = self._rows.rowCount() - 1
        for row in range(1, last):
            if point.y() < self.visualRect(self._rows.index(row)).center().y():
                return row
        return last

    def brick_pixmap(self, row: Brick) -> tuple[QPixmap, QPoint]:
        """A brick as it hangs under the pointer, and where its row begins in the picture."""
        rect = QRect(0, 0, self.viewport().width(), geometry.BRICK_HEIGHT)
        body = geometry.brick_chips(rect, row.layer.units).body
        ratio = self.devicePixelRatioF()
        area = body.adjusted(-bricks.SHADOW, -geometry.STUD_HEIGHT, bricks.SHADOW, bricks.SHADOW)
        pixmap = QPixmap(area.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        studs = geometry.brick_span(rect.width(), row.layer.units).stud_lefts()
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-area.topLeft())
            bricks.paint_shadow(painter, body)
            row_painter.paint_brick(painter, rect, row, row_painter.Look(self.font()), studs)
        return pixmap, area.topLeft()

    def _set_gap(self, row: int) -> None:
        if row != self._delegate.gap_row:
            self._delegate.gap_row = row
            self.viewport().update()

    def _end_drag(self) -> None:
        self.stopAutoScroll()
        self.setState(QListView.State.NoState)
        self._delegate.dragged_row = -1
        self._set_gap(-1)

    def _on_scrolled(self, _value: int) -> None:
        # Near the edges the view scrolls under a pointer that rests.
        if self._delegate.gap_row >= 0:
            self._set_gap(self.drop_row(self._hovering))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows, and over them the bar where a drop would go."""
        super().paintEvent(event)
        gap = self._delegate.gap_row
        if gap < 0:
            return
        rect = self.visualRect(self._rows.index(gap))
        span = geometry.plate_span(rect.width())
        bar = QRectF(
            rect.left() + span.left, self._delegate.gap_middle(rect) - 2, span.studs * geometry.PITCH, 4
        )
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.colors().accent))
            painter.drawRoundedRect(bar, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a brick is taken, so that it hangs there under the pointer."""
        super().mousePressEvent(event)
        self._grabbed = event.position().toPoint()

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drags the brick under the pointer; the rows stay until the model says otherwise."""
        index = self.currentIndex()
        row = index.data(ROW_ROLE)
        if not isinstance(row, Brick):
            return
        rect = self.visualRect(index)
        pixmap, origin = self.brick_pixmap(row)
        drag = QDrag(self)
        drag.setMimeData(self._rows.mimeData([index]))
        drag.setPixmap(pixmap)
        drag.setHotSpot(self._grabbed - rect.topLeft() - origin)
        self._delegate.dragged_row = index.row()
        self.viewport().update()
        drag.exec(supported, Qt.DropAction.MoveAction)
        self._end_drag()
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes blocks; anything else is left to the window."""
        if self._rows.canDropMimeData(event.mimeData(), event.proposedAction(), -1, 0, QModelIndex()):
            self.setState(QListView.State.DraggingState)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows the gap; the base class scrolls near the edges."""
        super().dragMoveEvent(event)
        if self._rows.canDropMimeData(event.mimeData(), event.proposedAction(), -1, 0, QModelIndex()):
            self._hovering = event.position().toPoint()
            self._set_gap(self.drop_row(self._hovering))
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The gap closes."""
        super().dragLeaveEvent(event)
        self._set_gap(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks for the block in the gap; it becomes the selected one and has the focus."""
        row = self.drop_row(event.position().toPoint())
        self._end_drag()
        found = payload.read(event.mimeData(), self._rows.token)
        before = set(self._rows.layer_ids)
        if not self._rows.dropMimeData(event.mimeData(), event.proposedAction(), row, 0, QModelIndex()):
            event.ignore()
            return
        event.acceptProposedAction()
        shown = [layer_id for layer_id in self._rows.layer_ids if layer_id not in before]
        if not shown and isinstance(found, int):
            shown = [found]
        if shown:
            self.select(shown[0])
        self.setFocus(Qt.FocusReason.MouseFocusReason)
