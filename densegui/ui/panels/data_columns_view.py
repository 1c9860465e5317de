"""The table of the columns, with its menu and keys."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from densegui.ui.panels.data_bars_delegate import ColumnDelegate
from densegui.ui.panels.data_columns_model import (
    HISTOGRAM,
    KIND,
    MEAN,
    MISSING,
    NAME,
    RANGE,
    USE,
    ColumnsModel,
)
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

# In the order in which they get room, with their widths in digits.
_WIDTHS: Final = {NAME: 11, USE: 10, HISTOGRAM: 11, MISSING: 11, KIND: 8, RANGE: 22, MEAN: 22}


class ColumnsView(QTableView):
    """A line for each column: Space ticks what is selected, Enter opens the menu of its use.

    Signals:
        ticks_wanted: the selected columns shall go in or stay out: the other of what the current one does.
        menu_wanted: where the menu of the selected columns shall open.
    """

    ticks_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, model: ColumnsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dataColumns")
        self.setModel(model)
        self.setItemDelegate(ColumnDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)

    def selected(self) -> list[int]:
        """The selected columns, rising."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self.setAccessibleName(self.tr("Columns of the data"))
        self.setStatusTip(
            self.tr("Tick what goes into the stack (Space); Enter or a right click for what it is used as")
        )

    def restyle(self) -> None:
        """Takes on colours and font."""
        font, scheme = small_font(self.font()), colors()
        self.horizontalHeader().setFont(font)
        self.setStyleSheet(
            f"QTableView {{ background: {scheme.panel}; selection-background-color: {scheme.run};"
            f" selection-color: {scheme.text}; }}"
            f"QHeaderView::section {{ background: {scheme.panel}; color: {scheme.muted}; border: none;"
            f" border-bottom: 1px solid {scheme.border}; padding: 2px 4px; }}"
        )
        self.verticalHeader().setDefaultSectionSize(QFontMetrics(font).height() + 9)
        self._make_room()

    def _make_room(self) -> None:
        """Shows as many columns as stand side by side; the name takes what is left."""
        digit = QFontMetrics(self.font()).horizontalAdvance("0")
        room = self.viewport().width()
        for column, digits in _WIDTHS.items():
            wide = digits * digit + 8
            room -= wide
            if column != NAME:
                self.setColumnHidden(column, room < 0)
                self.setColumnWidth(column, wide)

    def _open_menu(self, at: QPoint) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _below_use(self) -> QPoint:
        """Where the menu opens that no pointer has asked for."""
        index = self.model().index(self.currentIndex().row(), USE)
        return self.visualRect(index).bottomLeft()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if event.key() == Qt.Key.Key_Space and self.selected():
            self.ticks_wanted.emit()
        elif event.key() in keys:
            self._open_menu(self._below_use())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Takes F2 before the shortcut of the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if is_plain and index.isValid() and index.column() == USE:
            self._open_menu(self.visualRect(index).bottomLeft())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self._open_menu(self._below_use() if by_key else event.pos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
