"""The palette: ready blocks to drag into the stack, one for every activation."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from densegui.engine import ACTIVATIONS, Dense, activations
from densegui.ui import theme
from densegui.ui.builder import bricks, payload
from densegui.ui.builder.choice_list import choose_first
from densegui.ui.builder.geometry import PITCH, STUD_HEIGHT, Span
from densegui.ui.builder.sketches import paint_sketch

_UNITS: Final = 8
_BLOCK_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_SEARCH_ROLE: Final = _BLOCK_ROLE + 1
_NOTE_ROLE: Final = _BLOCK_ROLE + 2
_ROW_HEIGHT: Final = 46
_MARGIN: Final = 10
_MOST_STUDS: Final = 12


class Palette(QWidget):
    """Ready blocks, each drawn as a brick; typing in the field above filters them.

    Signals:
        add_requested: a Dense block, without id and input size, that shall go on top of the stack.
    """

    add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._search = QLineEdit()
        self._search.setObjectName("paletteSearch")
        self._search.setClearButtonEnabled(True)
        self._blocks = QStandardItemModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._blocks)
        self._filter.setFilterRole(_SEARCH_ROLE)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list = _BlockList()
        self._list.setModel(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        field = QHBoxLayout()
        field.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        field.addWidget(self._search)
        layout.addLayout(field)
        layout.addWidget(self._list, 1)
        self._search.textChanged.connect(self._on_search)
        self._search.installEventFilter(self)
        self._list.add_requested.connect(self.add_requested)
        self._fill()

    def _fill(self) -> None:
        current = max(self._list.currentIndex().row(), 0)
        self._blocks.clear()
        for block, name, note, tip in self._ready_blocks():
            item = QStandardItem(name)
            item.setData(block, _BLOCK_ROLE)
            item.setData(note, _NOTE_ROLE)
            others = [a for a, n in activations.ALIASES.items() if n == block.activation.name]
            item.setData(" ".join((name, block.activation.name, tip, *others)), _SEARCH_ROLE)
            item.setData(f"{name}, {tip}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(tip)
            item.setEditable(False)
            self._blocks.appendRow(item)
        self._list.setCurrentIndex(self._filter.index(current, 0))
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search the palette"))
        self._search.setToolTip(self.tr("Type a part of the name or formula; Enter adds the first block"))
        self._list.setAccessibleName(self.tr("Palette of blocks"))

    def _ready_blocks(self) -> list[tuple[Dense, str, str, str]]:
        """Blocks with name, note and tip: the general one, then one for every activation of the engine."""
        general = self.tr("Dense layer of {units} units, to be changed on the brick").format(units=_UNITS)
        blocks = [(Dense(_UNITS), self.tr("Dense"), str(_UNITS), general)]
        for name, function in ACTIVATIONS.items():
            tip = f"{function.formula} · {function.use}" if function.use else function.formula
            blocks.append((Dense(_UNITS, activation=name), name, "", tip))
        return blocks

    def _on_search(self, text: str) -> None:
        self._filter.setFilterFixedString(text)
        choose_first(self._list, text)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field the arrow keys move in the list, and Enter adds the current block."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._list.event(event)
                return True
        return super().eventFilter(watched, event)


class _BlockList(QListView):
    """The entries: double-click, Enter and Space add one, a drag carries it into the stack."""

    add_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paletteList")
        self._grabbed = QPoint()
        self.setItemDelegate(_BlockDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self._on_double_clicked)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.add_requested.emit(index.data(_BLOCK_ROLE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers where a block is taken, so that it hangs there under the pointer."""
        super().mousePressEvent(event)
        self._grabbed = event.position().toPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space add the current block."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and plain:
            if index.isValid():
                self.add_requested.emit(index.data(_BLOCK_ROLE))
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002 - a new block is always a copy
        """Drags the current block."""
        index = self.currentIndex()
        if not index.isValid():
            return
        rect = self.visualRect(index)
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            _paint_block(painter, QRect(QPoint(0, 0), rect.size()), index, self.font(), lifted=True)
        drag = QDrag(self)
        drag.setMimeData(payload.new_block(index.data(_BLOCK_ROLE)))
        drag.setPixmap(pixmap)
        drag.setHotSpot(self._grabbed - rect.topLeft())
        drag.exec(Qt.DropAction.CopyAction)


class _BlockDelegate(QStyledItemDelegate):
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        _paint_block(painter, rect, index, option.font)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.colors().accent), 2))
            painter.drawRoundedRect(QRectF(_body(rect)).adjusted(-2.5, -2.5, 2.5, 2.5), 7, 7)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(120, _ROW_HEIGHT)


def _span(rect: QRect) -> Span:
    studs = max(min((rect.width() - 2 * _MARGIN) // PITCH, _MOST_STUDS), 1)
    return Span(rect.left() + _MARGIN, studs)


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
    block: Dense = index.data(_BLOCK_ROLE)
    body = _body(rect)
    fill = theme.family_fill(block.activation.function.family)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lifted:
        bricks.paint_shadow(painter, body)
    bricks.paint_studs(painter, _span(rect).stud_lefts(), body.top() - STUD_HEIGHT, fill)
    bricks.paint_body(painter, body, fill)
    sketch = QRectF(body.left() + 12, body.center().y() - 8, 24, 16)
    paint_sketch(painter, sketch, block.activation, bricks.ON_BRICK, 1.8)
    painter.setPen(bricks.ON_BRICK)
    painter.setFont(bricks.font(font, 13, bold=True))
    note: str = index.data(_NOTE_ROLE)
    pill = QRect(body.right() - 38, body.center().y() - 9, 30, 19)
    bricks.paint_words(
        painter, body.adjusted(46, 0, pill.left() - body.right() if note else -8, 0), (index.data(),)
    )
    if note:
        bricks.paint_pill(painter, pill)
        painter.setPen(QColor(theme.colors().text))
        painter.setFont(bricks.font(font, 12, bold=True))
        bricks.paint_words(painter, pill, (note,), Qt.AlignmentFlag.AlignHCenter)
