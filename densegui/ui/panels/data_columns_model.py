"""The columns of the data as a table model: what each holds, and what it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from densegui.ui.panels import data_column_words as column_words
from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_choice import Choice
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from densegui.data import Dataset
    from densegui.data.summary import ColumnSummary as Summary

    Index = QModelIndex | QPersistentModelIndex

NAME, KIND, RANGE, MISSING, MEAN, HISTOGRAM, USE = range(7)
SUMMARY_ROLE: Final = Qt.ItemDataRole.UserRole
COLUMNS_SHOWN: Final = 100_000

_Role = Qt.ItemDataRole
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ColumnsModel(QAbstractTableModel):
    """A row for each column, ticked if it goes into the stack.

    Signals:
        ticked: column, and whether it shall go in.
    """

    ticked = Signal(int, bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._base: Dataset | None = None
        self._choice = Choice(())
        self._picked: frozenset[int] = frozenset()
        self._summaries: Sequence[Summary] | None = None
        self._known: dict[int, Summary] = {}  # of the lines that were looked at

    def show_base(self, base: Dataset | None) -> None:
        """Shows other columns."""
        self.beginResetModel()
        self._base, self._summaries = base, None
        self._known.clear()
        self.endResetModel()

    def show_choice(self, choice: Choice) -> None:
        """Shows what is done with them."""
        self._choice, self._picked = choice, frozenset(choice.picked)
        self._tell()

    def show_summaries(self, summaries: Sequence[Summary] | None) -> None:
        """Shows what they hold, as soon as it is known."""
        if summaries is not self._summaries:
            self._summaries = summaries
            self._known.clear()
            self._tell()

    def use_of(self, column: int) -> str:
        """What a column is used for: ``"label"``, ``"one_hot"``, ``"feature"`` or ``"nothing"``."""
        if column == self._choice.label:
            return "label"
        if column not in self._picked:
            return "nothing"
        return "one_hot" if column in self._choice.spread else "feature"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._base is None else min(self._base.features, COLUMNS_SHOWN)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else USE + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.column() == NAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        base, row, column = self._base, index.row(), index.column()
        if base is None:
            return None
        if role == _Role.CheckStateRole:
            return (_TICKED if row in self._picked else _UNTICKED) if column == NAME else None
        if role == _Role.TextAlignmentRole:
            return _side(column)
        if role in {_Role.ForegroundRole, _Role.FontRole}:
            return self._look(row, column, role)
        if role in {_Role.DisplayRole, _Role.ToolTipRole}:
            return self._text(base, row, column, in_full=role == _Role.ToolTipRole)
        return self._summary(row) if role == SUMMARY_ROLE else None

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        if role != _Role.CheckStateRole or index.column() != NAME:
            return False
        self.ticked.emit(index.row(), Qt.CheckState(value) == _TICKED)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _Role.TextAlignmentRole:
            return _side(section)
        if role != _Role.DisplayRole:
            return None
        return (
            self.tr("column"),
            self.tr("type"),
            self.tr("range"),
            self.tr("missing"),
            self.tr("mean ± std"),
            self.tr("values"),
            self.tr("used as"),
        )[section]

    def _summary(self, row: int) -> Summary | None:
        if self._summaries is None:
            return None
        if row not in self._known:
            self._known[row] = self._summaries[row]
        return self._known[row]

    def _text(self, base: Dataset, row: int, column: int, *, in_full: bool) -> str | None:
        if column == NAME:
            return words.feature_name(base, row)
        if column == USE:
            return column_words.use_text(self.use_of(row))
        summary = self._summary(row)
        if column == HISTOGRAM and (summary is None or not in_full):
            return None
        if summary is None:
            return "…"
        write = {
            KIND: column_words.kind_text,
            RANGE: column_words.range_text,
            MISSING: column_words.missing_text,
            MEAN: column_words.mean_text,
            HISTOGRAM: column_words.histogram_text,
        }[column]
        return write(summary, words.categories_of(base, row), in_full)

    def _look(self, row: int, column: int, role: int) -> Any:
        use = self.use_of(row)
        if role == _Role.FontRole:
            if use != "label" or column not in {NAME, USE}:
                return None
            font = QFont()
            font.setBold(True)
            return font
        summary = self._summary(row)
        if column == MISSING and summary is not None and summary.missing:
            return QColor(colors().warning)
        if use == "label" and column in {NAME, USE}:
            return QColor(colors().accent)
        return QColor(colors().muted) if use == "nothing" else None

    def _tell(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, USE))


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in {RANGE, MISSING, MEAN} else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | side
