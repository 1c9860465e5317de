"""A small table whose numbers a person types or pastes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QTableView, QWidget

from densegui.ui.numbers import full, short
from densegui.ui.panels.typed_number import parsed

if TYPE_CHECKING:
    from numpy.typing import NDArray

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class TypedRows(QTableView):
    """Rows are samples; Enter goes on to the next cell.

    Signals:
        changed: a number is another one.
        grown: pasted cells need so many rows and features.
    """

    changed = Signal()
    grown = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = _Rows(self)
        self.setModel(self._table)
        self.horizontalHeader().setDefaultSectionSize(72)
        self._table.dataChanged.connect(self._on_data_changed)

    def rows(self) -> list[list[float]]:
        """The numbers, a list for each sample."""
        found: list[list[float]] = self._table.values.tolist()
        return found

    def set_rows(self, rows: list[list[float]]) -> None:
        """Shows other numbers."""
        self._table.replace(np.array(rows, np.float64))

    def resize_to(self, rows: int, features: int) -> None:
        """Keeps what still has a place; new cells are 0."""
        old = self._table.values
        if old.shape != (rows, features):
            values = np.zeros((rows, features))
            kept = old[:rows, :features]
            values[: kept.shape[0], : kept.shape[1]] = kept
            self._table.replace(values)

    def paste(self) -> None:
        """Puts the cells of the clipboard from the current cell on; asks for room where there is none."""
        lines = [line for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
        cells = [line.split("\t") if "\t" in line else line.replace(";", " ").split() for line in lines]
        if not cells:
            return
        corner = self.currentIndex()
        top, left = max(corner.row(), 0), max(corner.column(), 0)
        rows, features = self._table.values.shape
        wide = max(len(line) for line in cells)
        self.grown.emit(max(rows, top + len(cells)), max(features, left + wide))
        rows, features = self._table.values.shape  # as far as there was room
        for row, line in enumerate(cells[: rows - top], start=top):
            for column, cell in enumerate(line[: features - left], start=left):
                number = parsed(cell, "float64")
                if number is not None:
                    self._table.values[row, column] = number
        self._table.dataChanged.emit(self._table.index(0, 0), self._table.index(rows - 1, features - 1))

    def _on_data_changed(self) -> None:
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint is not QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        now = self.currentIndex()
        right = now.siblingAtColumn(now.column() + 1)
        following = right if right.isValid() else self._table.index(now.row() + 1, 0)
        if following.isValid():
            self.setCurrentIndex(following)


class _Rows(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.values = np.zeros((1, 1))

    def replace(self, values: NDArray[np.float64]) -> None:
        self.beginResetModel()
        self.values = values
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self.values.shape[0]

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self.values.shape[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = float(self.values[index.row(), index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return short(value)
        if role == Qt.ItemDataRole.EditRole:
            return repr(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return full(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = parsed(str(value), "float64")
        if role != Qt.ItemDataRole.EditRole or number is None:
            return False
        self.values[index.row(), index.column()] = number
        self.dataChanged.emit(index, index)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"x[{section}]" if orientation is Qt.Orientation.Horizontal else str(section)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable
