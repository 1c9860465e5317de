"""The rows of a dataset as a table model: it holds nothing, and asks for what is in sight."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from densegui.ui.background import Background
from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_blocks import Blocks
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset

    Index = QModelIndex | QPersistentModelIndex

PAGE: Final = 10_000_000
"""Rows of one page: as many lines as Qt can place by whole pixels, also where lines are high."""
FEATURES_SHOWN: Final = 10_000

_PLACEHOLDER: Final = "…"
_Role = Qt.ItemDataRole
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class TableModel(QAbstractTableModel):
    """Names, labels and features of a page of rows; what has not been read yet is "…".

    Attributes:
        blocks: where rows come from.
        first: the sample in the first row of the page.
        leading: columns before the features.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.blocks = Blocks(self)
        self.first = 0
        self.leading = 0
        self._rows = self._columns = 0  # Qt asks for them some ten times a cell
        self._dataset: Dataset | None = None
        self._lead: tuple[str, ...] = ()
        self.blocks.arrived.connect(self._on_arrived)

    def work_in(self, background: Background) -> None:
        """Reads in these threads what is not in memory."""
        self.blocks.work_in(background)

    def show(self, dataset: Dataset | None) -> None:
        """Shows other data from their first page on."""
        self.beginResetModel()
        self._dataset, self.first = dataset, 0
        self.blocks.show(None if dataset is None else dataset.x)
        lead = []
        if dataset is not None and len(dataset.sample_names):
            lead.append("name")
        if dataset is not None and (dataset.labels is not None or dataset.targets is not None):
            lead.append("label")
        self._lead, self.leading = tuple(lead), len(lead)
        self._count()
        self.endResetModel()

    def turn_to(self, sample: int) -> None:
        """Shows the page that has this sample."""
        first = sample // PAGE * PAGE
        if first != self.first:
            self.beginResetModel()
            self.first = first
            self._count()
            self.endResetModel()

    def translate(self) -> None:
        """Says again what the columns are."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        dataset = self._dataset
        if dataset is None or not index.isValid():
            return None
        sample, column = self.first + index.row(), index.column()
        if column < self.leading:
            return self._leading_data(dataset, sample, self._lead[column], role)
        if role == _Role.TextAlignmentRole:
            return _RIGHT
        if role in {_Role.DisplayRole, _Role.ToolTipRole, _Role.ForegroundRole, _Role.FontRole}:
            return self._value_data(dataset, sample, column - self.leading, role)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        dataset = self._dataset
        if dataset is None or role not in {_Role.DisplayRole, _Role.ToolTipRole}:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{self.first + section:,}"
        if section < self.leading:
            is_name = self._lead[section] == "name"
            return self.tr("name") if is_name else words.label_title(dataset)
        name = words.feature_name(dataset, section - self.leading)
        if role == _Role.DisplayRole:
            return name
        text = self.tr("{name}: feature {number}, counted from 0")
        return text.format(name=name, number=section - self.leading)

    def _count(self) -> None:
        dataset = self._dataset
        if dataset is None:
            self._rows = self._columns = 0
        else:
            self._rows = min(dataset.rows - self.first, PAGE)
            self._columns = self.leading + min(dataset.features, FEATURES_SHOWN)

    def _leading_data(self, dataset: Dataset, sample: int, what: str, role: int) -> Any:
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return dataset.sample_names[sample] if what == "name" else words.label_text(dataset, sample)
        if role == _Role.BackgroundRole:
            return QColor(colors().raised)
        return None

    def _value_data(self, dataset: Dataset, sample: int, feature: int, role: int) -> Any:
        row = self.blocks.row(sample)
        if row is None:
            return _PLACEHOLDER if role == _Role.DisplayRole else None
        value = row[feature]
        if role in {_Role.ForegroundRole, _Role.FontRole}:
            return None if math.isfinite(value) else _standing_out(role)
        categories = words.categories_of(dataset, feature)
        return (words.cell if role == _Role.DisplayRole else words.cell_in_full)(value, categories)

    def _on_arrived(self, first: int, after: int) -> None:
        top, bottom = max(first - self.first, 0), min(after - self.first, self._rows) - 1
        if top <= bottom:
            right = self._columns - 1
            self.dataChanged.emit(self.index(top, self.leading), self.index(bottom, right))


def _standing_out(role: int) -> QColor | QFont:
    """The colour and, in the selected row too, the weight of what is not a finite number."""
    if role == _Role.ForegroundRole:
        return QColor(colors().warning)
    font = QFont()
    font.setBold(True)
    return font
