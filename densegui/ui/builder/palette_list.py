"""The entries of the palette: each a brick, under quiet headings."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFont, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from densegui.ui import theme
from densegui.ui.builder import bricks, payload
from densegui.ui.builder.geometry import PITCH, STUD_HEIGHT, Span
from densegui.ui.builder.palette_entries import Entry
from densegui.ui.builder.sketches import paint_sketch

ENTRY_ROLE: Final = int(Qt.ItemDataRole.UserRole)
MARGIN: Final = 10
_ROW_HEIGHT: Final = 42
_HEADING_HEIGHT: Final = 27
_MOST_STUDS: Final = 18


class BlockList(QListView):
    """The entries: double-click, Enter and Space add one, a drag carries it into the stack.

    Signals:
        add_requested: a Dense block.
    """

    add_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paletteList")
        self._grabbed = QPoint()
        self.setItemDelegate(_BlockDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.data(ENTRY_ROLE) is not None:
            self.add_requested.emit(index.data(ENTRY_ROLE).block)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a block is taken, so that it hangs there under the pointer."""
        super().mousePressEvent(event)
        self._grabbed = event.position().toPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space add the current block."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain:
            if index.data(ENTRY_ROLE) is not None:
                self.add_requested.emit(index.data(ENTRY_ROLE).block)
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002 - a new block is always a copy
        """Drags the current block."""
        index = self.currentIndex()
        if index.data(ENTRY_ROLE) is None:
            return
        rect = self.visualRect(index)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            _paint_block(painter, QRect(QPoint(0, 0), rect.size()), index, self.font(), lifted=True)
        drag = QDrag(self)
        entry: Entry = index.data(ENTRY_ROLE)
        drag.setMimeData(payload.new_block(entry.block, gives_activation=entry.gives_activation))
        drag.setPixmap(pixmap)
        drag.setHotSpot(self._grabbed - rect.topLeft())
        drag.exec(Qt.DropAction.CopyAction)


class _BlockDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        painter.save()
        if index.data(ENTRY_ROLE) is None:
            painter.setFont(bricks.font(option.font, 11, bold=True))
            painter.setPen(QColor(theme.colors().muted))
            bricks.paint_words(painter, rect.adjusted(MARGIN + 2, 8, -MARGIN, 0), (index.data(),))
            painter.restore()
            return
        _paint_block(painter, rect, index, option.font)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colors().accent), 2))
            painter.drawRoundedRect(QRectF(_body(rect)).adjusted(-2.5, -2.5, 2.5, 2.5), 7, 7)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return QSize(120, _ROW_HEIGHT if index.data(ENTRY_ROLE) is not None else _HEADING_HEIGHT)


def _span(rect: QRect) -> Span:
    studs = max(min((rect.width() - 2 * MARGIN) // PITCH, _MOST_STUDS), 1)
    return Span(rect.left() + MARGIN, studs)


def _body(rect: QRect) -> QRect:
    span = _span(rect)
    top = rect.top() + STUD_HEIGHT + 2
    return QRect(span.left, top, span.right - span.left, rect.bottom() - top - 4)


def _paint_block(
    painter: QPainter,
    rect: QRect,
    index: QModelIndex | QPersistentModelIndex,
    font: QFont,
    *,
    lifted: bool = False,
) -> None:
    entry: Entry = index.data(ENTRY_ROLE)
    block, note = entry.block, entry.note
    body = _body(rect)
    fill = theme.family_fill(block.activation.function.family)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lifted:
        bricks.paint_shadow(painter, body)
    bricks.paint_studs(painter, _span(rect).stud_lefts(), body.top() - STUD_HEIGHT, fill)
    bricks.paint_body(painter, body, fill)
    sketch = QRect(body.left() + 10, body.center().y() - 8, 24, 16)
    paint_sketch(painter, sketch, block.activation, bricks.ON_BRICK, 1.8)
    painter.setPen(bricks.ON_BRICK)
    painter.setFont(bricks.font(font, 13, bold=True))
    pill = QRect(body.right() - 34, body.center().y() - 9, 30, 19)
    bricks.paint_words(
        painter, body.adjusted(42, 0, pill.left() - body.right() if note else -8, 0), (entry.name,)
    )
    if note:
        bricks.paint_pill(painter, pill)
        painter.setPen(QColor(theme.colors().text))
        painter.setFont(bricks.font(font, 12, bold=True))
        bricks.paint_words(painter, pill, (note,), Qt.AlignmentFlag.AlignHCenter)
