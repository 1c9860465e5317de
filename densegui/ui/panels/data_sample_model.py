"""The features of one sample, before and after the preparation, as a table model."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from densegui.ui.background import Background
from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_blocks import Blocks
from densegui.ui.panels.data_lineage import origins
from densegui.ui.panels.data_rows import row_of
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset

    Index = QModelIndex | QPersistentModelIndex

FEATURES_SHOWN: Final = 10_000

_Role = Qt.ItemDataRole


class SampleModel(QAbstractTableModel):
    """A row for each feature: its name, the number that was read, and what it has become."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._origins: list[int] | None = None
        self._sample = 0
        self._before, self._after = Blocks(self), Blocks(self)
        for blocks in (self._before, self._after):
            blocks.arrived.connect(self._on_arrived)

    def work_in(self, background: Background) -> None:
        """Reads in these threads what is not in memory."""
        self._before.work_in(background)
        self._after.work_in(background)

    def show(self, dataset: Dataset | None) -> None:
        """Shows other data."""
        self.beginResetModel()
        self._dataset = dataset
        self._origins = None if dataset is None else origins(dataset)
        self._before.show(None if dataset is None else dataset.raw.x)
        self._after.show(None if dataset is None else dataset.x)
        self.endResetModel()

    def show_sample(self, sample: int) -> None:
        """Shows another sample."""
        self._sample = sample
        self._tell()

    def origin(self, feature: int) -> int | None:
        """The column of what was read that a feature comes from."""
        return None if self._origins is None else self._origins[feature]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        if parent.isValid() or self._dataset is None:
            return 0
        return min(self._dataset.features, FEATURES_SHOWN)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        dataset, feature, column = self._dataset, index.row(), index.column()
        if dataset is None:
            return None
        if column == 0:
            shown = role in {_Role.DisplayRole, _Role.ToolTipRole}
            return words.feature_name(dataset, feature) if shown else None
        if role == _Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        if role not in {_Role.DisplayRole, _Role.ToolTipRole, _Role.ForegroundRole}:
            return None
        return self._value(dataset, feature, role, is_before=column == 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical or role != _Role.DisplayRole or self._dataset is None:
            return None
        return (self.tr("feature"), self.tr("as read"), self.tr("prepared"))[section]

    def _value(self, dataset: Dataset, feature: int, role: int, *, is_before: bool) -> Any:
        if is_before:
            column, row = self.origin(feature), row_of(dataset, self._sample)
            values = None if column is None or row is None else self._before.row(row)
            place, source = column, dataset.raw
        else:
            values = self._after.row(self._sample) if self._sample < dataset.rows else None
            place, source = feature, dataset
        if values is None or place is None:
            return None
        if role == _Role.ForegroundRole:
            return None if math.isfinite(values[place]) else QColor(colors().warning)
        write = words.cell if role == _Role.DisplayRole else words.cell_in_full
        return write(values[place], words.categories_of(source, place))

    def _tell(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 1), self.index(self.rowCount() - 1, 2))

    def _on_arrived(self) -> None:
        self._tell()
