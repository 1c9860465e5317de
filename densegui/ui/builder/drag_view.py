"""Dragging bricks: what hangs under the pointer, where the gap opens, what a drop asks for."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
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
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QListView, QWidget

from densegui.ui import theme
from densegui.ui.builder import bricks, geometry, payload
from densegui.ui.builder.rows import Brick
from densegui.ui.builder.stack_delegate import StackDelegate
from densegui.ui.builder.stack_model import ROW_ROLE, StackModel

_MOST_DRAGGED = 6


class DragView(QListView):
    """A list of bricks into which blocks are dropped and within which they are moved.

    Signals:
        remove_requested: ids of the layers to take away.
        dragging_changed: whether bricks of this stack are being dragged.
    """

    remove_requested = Signal(object)
    dragging_changed = Signal(bool)

    def __init__(self, rows: StackModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = StackDelegate(self, rows)
        self._grabbed = QPoint()
        self._hovering = QPoint()
        self.setViewport(_viewport())
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def select(self, key: int) -> None:
        """Makes a layer the selected and current one, whatever modifier is held."""
        self.select_all_of((key,))

    def select_all_of(self, keys: Collection[int]) -> None:
        """Selects these layers alone; the last of them becomes the current one."""
        chosen, index = QItemSelection(), QModelIndex()
        flag = QItemSelectionModel.SelectionFlag
        for key in keys:
            index = self._rows.index(self._rows.row_of(key))
            chosen.select(index, index)
        # Selected first: the view scrolls to what becomes current, in the layout that the selection brings.
        self.selectionModel().select(chosen, flag.ClearAndSelect)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, flag.NoUpdate)

    def drop_row(self, point: QPoint) -> int:
        """The row above which a block dropped at this point goes: gaps change at the middle of rows."""
        last = self._rows.rowCount() - 1
        index = self.indexAt(point)
        if not index.isValid():
            return last
        below_middle = point.y() >= self.visualRect(index).center().y()
        return min(max(index.row() + below_middle, 1), last)

    def target_row(self, point: QPoint, mime: QMimeData) -> int:
        """The row of the brick that would take over a dragged activation; -1 where it would go into a gap."""
        index = self.indexAt(point)
        if payload.given_activation(mime) is None or not isinstance(index.data(ROW_ROLE), Brick):
            return -1
        body = self.body(index)
        edge = body.height() // 4
        return index.row() if body.adjusted(0, edge, 0, -edge).contains(point) else -1

    def body(self, index: QModelIndex) -> QRect:
        """Where the body of a row is in the viewport; null for the free space."""
        chips = self._delegate.chips(self.visualRect(index), index)
        return chips.body if chips is not None else QRect()

    def _set_goal(self, gap: int, target: int = -1, mime: QMimeData | None = None) -> None:
        """Shows where a drop would go: into a gap, or onto a brick."""
        delegate = self._delegate
        if (gap, target) != (delegate.gap_row, delegate.target_row):
            delegate.gap_row, delegate.target_row = gap, target
            delegate.offered = payload.given_activation(mime) if mime is not None and target >= 0 else None
            self.viewport().update()

    def _end_drag(self) -> None:
        self.stopAutoScroll()
        self.setState(QListView.State.NoState)
        self._delegate.dragged_rows = frozenset()
        self._set_goal(-1)

    def _dragged(self) -> list[QModelIndex]:
        """The bricks that a drag takes along, from top to bottom: all selected ones."""
        current = self.currentIndex()
        chosen = self.selectedIndexes() if self.selectionModel().isSelected(current) else [current]
        found = [index for index in chosen if isinstance(index.data(ROW_ROLE), Brick)]
        return sorted(found, key=QModelIndex.row)

    def _on_scrolled(self, _value: int) -> None:
        # Near the edges the view scrolls under a pointer that rests.
        if self._delegate.gap_row >= 0:
            self._set_goal(self.drop_row(self._hovering))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows, and over them where a drop would go: a bar in a gap, a ring around a brick."""
        super().paintEvent(event)
        gap, target = self._delegate.gap_row, self._delegate.target_row
        accent = QColor(theme.colors().accent)
        if gap < 0 and target < 0:
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if target >= 0:
                body = QRectF(self.body(self._rows.index(target)))
                painter.setPen(QPen(accent, 4))
                painter.drawRoundedRect(body.adjusted(-2, -2, 2, 2), bricks.CORNER + 2, bricks.CORNER + 2)
                return
            rect = self.visualRect(self._rows.index(gap))
            span = geometry.plate_span(rect.width())
            bar = QRectF(
                rect.left() + span.left, self._delegate.gap_middle(rect) - 2, span.studs * geometry.PITCH, 4
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(bar, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a brick is taken, so that it hangs there under the pointer."""
        super().mousePressEvent(event)
        self._grabbed = event.position().toPoint()

    def startDrag(self, supported: Qt.DropAction) -> None:
        """Drags the selected bricks; the rows stay until the model says otherwise."""
        indexes = self._dragged()
        if not indexes:
            return
        mime = self._rows.mimeData(indexes)
        moving = payload.read(mime, self._rows.token)
        under = indexes.index(self.currentIndex()) if self.currentIndex() in indexes else 0
        first = max(min(under, len(indexes) - _MOST_DRAGGED), 0)
        shown = indexes[first : first + _MOST_DRAGGED]
        from densegui.ui.builder.drag_picture import brick_pixmap  # noqa: PLC0415 - not for the first frame
        from densegui.ui.builder.outside import Outside  # noqa: PLC0415

        pixmap, origin = brick_pixmap(
            [index.data(ROW_ROLE) for index in shown],
            QSize(self.viewport().width(), self._delegate.row_height),
            self.font(),
            self.devicePixelRatioF(),
        )
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.setPixmap(pixmap)
        place = QPoint(0, (under - first) * self._delegate.row_height)
        drag.setHotSpot(self._grabbed - self.visualRect(indexes[under]).topLeft() + place - origin)
        self._delegate.dragged_rows = frozenset(index.row() for index in indexes)
        self.viewport().update()
        self.dragging_changed.emit(True)
        with Outside(self, self._rows.token) as outside:
            drag.exec(supported, Qt.DropAction.MoveAction)
        self.dragging_changed.emit(False)
        self._end_drag()
        self.viewport().update()
        if outside.took:
            self.remove_requested.emit(moving)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes blocks; anything else is left to the window."""
        if self._rows.canDropMimeData(event.mimeData(), event.proposedAction(), -1, 0, QModelIndex()):
            self.setState(QListView.State.DraggingState)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where a drop would go; the base class scrolls near the edges."""
        super().dragMoveEvent(event)
        mime = event.mimeData()
        if self._rows.canDropMimeData(mime, event.proposedAction(), -1, 0, QModelIndex()):
            self._hovering = event.position().toPoint()
            target = self.target_row(self._hovering, mime)
            self._set_goal(-1 if target >= 0 else self.drop_row(self._hovering), target, mime)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The gap closes."""
        super().dragLeaveEvent(event)
        self._set_goal(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Asks for what the drop means; what came or moved becomes the selection and has the focus."""
        point, mime = event.position().toPoint(), event.mimeData()
        row, target = self.drop_row(point), self.target_row(point, mime)
        self._end_drag()
        if target >= 0 and self._rows.dropped_activation(mime, target):
            event.acceptProposedAction()
            self.select_all_of([key for key in (self._rows.key(target),) if isinstance(key, int)])
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        found = payload.read(mime, self._rows.token)
        before = set(self._rows.layer_ids)
        if not self._rows.dropMimeData(mime, event.proposedAction(), row, 0, QModelIndex()):
            event.ignore()
            return
        event.acceptProposedAction()
        shown = tuple(layer_id for layer_id in self._rows.layer_ids if layer_id not in before)
        if not shown and isinstance(found, tuple):
            shown = found
        if shown:
            self.select_all_of(shown)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def selectAll(self) -> None:  # noqa: N802 - Qt's name
        """Selects all bricks, and nothing that is none."""
        self.select_all_of(self._rows.layer_ids)


def _viewport() -> QWidget:
    """A viewport like the one Qt makes; to look at that one, PySide would make classes of all 60 widgets."""
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    viewport.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
    return viewport
