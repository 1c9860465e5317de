"""The dialog that shows and sets the weights and the bias of one block."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from densegui.ui import theme
from densegui.ui.numbers import full, short

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Parameters

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class _WeightsTable(QAbstractTableModel):
    """Rows are inputs, columns are units; the last row is the bias."""

    def __init__(
        self, parameters: Parameters, inputs: tuple[str, ...], use_bias: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.weights = parameters.weights.copy()
        self.bias = parameters.bias.copy()
        self._inputs = inputs
        self._use_bias = use_bias

    def set_value(self, row: int, column: int, value: float) -> None:
        """Sets one weight, or in the last row one bias."""
        if row < len(self.weights):
            self.weights[row, column] = value
        else:
            self.bias[column] = value

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.weights) + self._use_bias

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else self.weights.shape[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        value = float(self.weights[row, column] if row < len(self.weights) else self.bias[column])
        if role == Qt.ItemDataRole.DisplayRole:
            return short(value)
        if role == Qt.ItemDataRole.EditRole:
            return repr(value)
        if role == Qt.ItemDataRole.ToolTipRole:
            return full(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and value != 0:
            colors = theme.colors()
            return QColor(colors.positive if value > 0 else colors.negative)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        number = _number(str(value))
        if role != Qt.ItemDataRole.EditRole or number is None:
            return False
        self.set_value(index.row(), index.column(), number)
        self.dataChanged.emit(index, index)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.tr("unit {number}").format(number=section)
        if section == len(self.weights):
            return self.tr("bias")
        return self._inputs[section] if self._inputs else f"x[{section}]"

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable


class _WeightsView(QTableView):
    """Enter goes on to the cell below, as in a spreadsheet."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint is not QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        now = self.currentIndex()
        below = now.siblingAtRow(now.row() + 1)
        if below.isValid():
            self.setCurrentIndex(below)


class WeightsDialog(QDialog):
    """A table of W (n_in, n_out) with the bias below; cells are typed over or pasted from a spreadsheet."""

    def __init__(
        self, name: str, parameters: Parameters, inputs: tuple[str, ...], use_bias: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("weightsDialog")
        self.setWindowTitle(self.tr("Weights of {name}").format(name=name))
        self._before = parameters
        self._table = _WeightsTable(parameters, inputs, use_bias, self)
        self._view = _WeightsView()
        self._view.setObjectName("weights")
        self._view.setModel(self._table)
        self._view.setAccessibleName(self.tr("Weights and bias"))
        self._view.setToolTip(self.tr("Type a number over a cell, or paste cells from a spreadsheet"))
        rows, columns = parameters.weights.shape
        text = self.tr("W has shape ({rows}, {columns}): one row for each input, one column for each unit.")
        heading = QLabel(text.format(rows=rows, columns=columns))
        heading.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(self._view)
        layout.addWidget(buttons)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self._view)
        paste.activated.connect(self._on_paste)
        self.resize(560, 360)

    def values(self) -> tuple[NDArray[Any], NDArray[Any]] | None:
        """Weights (n_in, n_out) and bias (n_out,); None when they are as they were."""
        weights, bias = self._table.weights, self._table.bias
        same = np.array_equal(weights, self._before.weights) and np.array_equal(bias, self._before.bias)
        return None if same else (weights, bias)

    def _on_paste(self) -> None:
        corner = self._view.currentIndex()
        if not corner.isValid():
            corner = self._table.index(0, 0)
        lines = QGuiApplication.clipboard().text().splitlines()
        rows, columns = self._table.rowCount(), self._table.columnCount()
        for row, line in enumerate(lines[: rows - corner.row()], start=corner.row()):
            cells = line.split("\t") if "\t" in line else line.replace(",", " ").split()
            for column, cell in enumerate(cells[: columns - corner.column()], start=corner.column()):
                number = _number(cell)
                if number is not None:
                    self._table.set_value(row, column, number)
        self._table.dataChanged.emit(self._table.index(0, 0), self._table.index(rows - 1, columns - 1))


def _number(text: str) -> float | None:
    """The finite number a person typed, or None; minus may be typographic, the point a comma."""
    try:
        number = float(text.replace("−", "-").replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
