"""The palette: ready blocks to drag into the stack, and the bin for bricks that leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPalette,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from densegui.ui.builder import payload
from densegui.ui.builder.choice_list import choose_first
from densegui.ui.builder.palette_entries import Entry, sections
from densegui.ui.builder.palette_list import ENTRY_ROLE, MARGIN, BlockList

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.ui.builder.bin import Bin

_SEARCH_ROLE: Final = ENTRY_ROLE + 1
# A brick with the name of most activations, and the scroll bar.
_LEAST_WIDTH: Final = 168


class Palette(QWidget):
    """Ready blocks, each drawn as a brick; typing in the field above filters them.

    While bricks of the stack are dragged it is a bin. Dropping an activation's entry on a brick changes the
    activation of that brick.

    Signals:
        add_requested: a Dense block, without id and input size, that shall go on top of the stack.
        remove_requested: tuple of ids of the layers that were dropped on the bin.
    """

    add_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumWidth(_LEAST_WIDTH)
        self._class_names: tuple[str, ...] = ()
        self._bin: Bin | None = None
        self._search = QLineEdit()
        self._search.setObjectName("paletteSearch")
        self._search.setClearButtonEnabled(True)
        self._blocks = QStandardItemModel(self)
        self._filter = QSortFilterProxyModel(self)
        self._filter.setSourceModel(self._blocks)
        self._filter.setFilterRole(_SEARCH_ROLE)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list = BlockList()
        self._list.setModel(self._filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        field = QHBoxLayout()
        field.setContentsMargins(MARGIN, 0, MARGIN, 0)
        field.addWidget(self._search)
        layout.addLayout(field)
        layout.addWidget(self._list, 1)
        self._search.textChanged.connect(self._on_search)
        self._search.installEventFilter(self)
        self._list.add_requested.connect(self.add_requested)
        self._fill()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Offers an output for as many classes as the data have."""
        names = dataset.class_names if dataset is not None else ()
        if names != self._class_names:
            self._class_names = names
            self._fill()

    def show_bin(self, shown: bool) -> None:
        """Shows the bin over the blocks while bricks are dragged."""
        if shown and self._bin is None:
            from densegui.ui.builder.bin import Bin  # noqa: PLC0415 - not for the first frame

            self._bin = Bin(self)
            self._bin.setGeometry(self.rect())
        if self._bin is not None:
            self._bin.setVisible(shown)
        self.setAcceptDrops(shown)

    def _fill(self) -> None:
        current = max(self._list.currentIndex().row(), 1)
        self._blocks.clear()
        for heading, entries in sections(self._class_names):
            item = QStandardItem(heading)
            # No words to search in: while searching there are no headings.
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._blocks.appendRow(item)
            for entry in entries:
                self._blocks.appendRow(_item(entry))
        self._list.setCurrentIndex(self._filter.index(current, 0))
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search the bricks"))
        self._search.setToolTip(self.tr("Type a part of the name or formula; Enter adds the first block"))
        self._list.setAccessibleName(self.tr("Bricks to add"))

    def _on_search(self, text: str) -> None:
        self._filter.setFilterFixedString(text)
        choose_first(self._list, text)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bin covers everything."""
        super().resizeEvent(event)
        if self._bin is not None:
            self._bin.setGeometry(self.rect())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The bin takes bricks of a stack, nothing else."""
        if isinstance(payload.read(event.mimeData(), None), tuple):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """What is dropped on the bin is to be taken away."""
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.remove_requested.emit(payload.read(event.mimeData(), None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field the arrow keys move in the list, and Enter adds the current block.

        Undo and redo are the window's while nothing is typed that could be undone.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            steps = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(step) for step in steps) and not self._search.text():
                event.ignore()
                return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.key() in keys and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._list.event(event)
                return True
        return super().eventFilter(watched, event)


def _item(entry: Entry) -> QStandardItem:
    item = QStandardItem(entry.name)
    item.setData(entry, ENTRY_ROLE)
    item.setData(entry.search_text, _SEARCH_ROLE)
    item.setData(f"{entry.name}, {entry.tip}", Qt.ItemDataRole.AccessibleTextRole)
    item.setToolTip(entry.tip)
    item.setEditable(False)
    return item
