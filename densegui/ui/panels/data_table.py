"""The page of rows: a table that scrolls through millions of them, and a field to go to one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout

from densegui.ui.focus import Focus
from densegui.ui.panels.data_as_read import AsReadButton
from densegui.ui.panels.data_page import Page
from densegui.ui.panels.data_rows import row_of, sample_of
from densegui.ui.panels.data_table_model import FEATURES_SHOWN, PAGE, TableModel
from densegui.ui.panels.plotting import LineLabel, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from densegui.data import Dataset
    from densegui.ui.panels.data_summaries import Summaries

_FITTED: Final = 40  # columns that are as wide as their names ask for
_NAME_MOST: Final = 26  # widths, in digits
_NUMBER: Final = 10


class TablePage(Page):
    """Rows with their labels; the selected one is the sample that all panels look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataTablePage")
        self._dataset: Dataset | None = None
        self._focus = Focus()
        self._model = TableModel(self)
        self._view = QTableView(self)
        self._note = LineLabel("dataTableNote", self)
        self.tools = self._as_read = AsReadButton(self)
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._note)
        column.addWidget(self._view, 1)
        self._view.selectionModel().selectionChanged.connect(self._on_selected)
        self._model.blocks.failed.connect(self._on_failed)
        self._as_read.toggled.connect(self._on_as_read)

    def work_in(self, summaries: Summaries) -> None:
        self._model.work_in(summaries.background)

    def show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is self._dataset:
            return
        self._dataset = dataset
        self.has_tools = dataset is not None and dataset.original is not None
        self._show_rows()

    def show_focus(self, focus: Focus) -> None:
        self._focus = focus
        self._select()

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Rows of the data"))
        self._view.setStatusTip(
            self.tr("Select a row to look at this sample in all panels; every digit is shown on hover")
        )
        self._as_read.retranslate()
        self._model.translate()
        self._say_limits()

    def restyle(self) -> None:
        font, scheme = small_font(self.font()), colors()
        for widget in (self._view, self._view.horizontalHeader(), self._view.verticalHeader(), self._note):
            widget.setFont(font)
        self._view.setStyleSheet(
            f"QTableView {{ gridline-color: {scheme.border}; background: {scheme.panel};"
            f" selection-background-color: {scheme.run}; selection-color: {scheme.text}; }}"
            f"QTableView::item {{ padding: 0 5px; }}"
            f"QHeaderView::section {{ background: {scheme.raised}; color: {scheme.muted}; border: none;"
            f" border-right: 1px solid {scheme.border}; border-bottom: 1px solid {scheme.border};"
            f" padding: 1px 5px; }}"
            f"QHeaderView::section:checked {{ background: {scheme.run}; color: {scheme.text}; }}"
        )
        self._view.verticalHeader().setDefaultSectionSize(QFontMetrics(font).height() + 5)
        self._fit_columns()

    def _set_up_view(self) -> None:
        view = self._view
        view.setObjectName("dataTable")
        view.setModel(self._model)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setCornerButtonEnabled(False)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.horizontalHeader().setMinimumSectionSize(24)

    def _shown(self) -> Dataset | None:
        """The data as they go into the stack, or as they were read."""
        dataset = self._dataset
        return dataset.raw if dataset is not None and self._as_read.isChecked() else dataset

    def _show_rows(self) -> None:
        self._model.show(self._shown())
        self._fit_columns()
        self._say_limits()
        self._select()

    def _fit_columns(self) -> None:
        """Lets the first columns be as wide as their names, and all of them wide enough for a number."""
        header, metrics = self._view.horizontalHeader(), QFontMetrics(small_font(self.font()))
        digit = metrics.horizontalAdvance("0")
        header.setDefaultSectionSize(_NUMBER * digit + 22)
        for section in range(min(self._model.columnCount(), _FITTED)):
            name = str(self._model.headerData(section, Qt.Orientation.Horizontal))
            least = max(_NUMBER, 12 if section < self._model.leading else 0) * digit
            wide = min(max(metrics.horizontalAdvance(name), least), _NAME_MOST * digit)
            header.resizeSection(section, wide + 22)

    def _say_limits(self) -> None:
        dataset = self._shown()
        said: list[str] = []
        if dataset is not None and dataset.features > FEATURES_SHOWN:
            text = self.tr("The first {shown:,} of {features:,} features.")
            said.append(text.format(shown=FEATURES_SHOWN, features=dataset.features))
        if dataset is not None and dataset.rows > PAGE:
            first = self._model.first
            text = self.tr("Rows {first:,} to {last:,} of {rows:,}: choose another sample to go elsewhere.")
            said.append(text.format(first=first, last=first + self._model.rowCount() - 1, rows=dataset.rows))
        self._say(" ".join(said), "muted")

    def _say(self, text: str, role: str) -> None:
        self._note.setVisible(bool(text))
        self._note.show_text(text, role)

    def _select(self) -> None:
        """Selects the row of the sample that is looked at, and brings it into sight."""
        row = self._row()
        if row is None:
            self._view.clearSelection()
            self._view.setCurrentIndex(QModelIndex())
            return
        if row // PAGE * PAGE != self._model.first:
            self._model.turn_to(row)
            self._say_limits()
        column = max(self._view.currentIndex().column(), 0)
        index = self._model.index(row - self._model.first, column)
        if index != self._view.currentIndex() or not self._view.selectionModel().isSelected(index):
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)

    def _row(self) -> int | None:
        """The row of the sample that is looked at, if what is shown has it."""
        dataset, sample = self._dataset, self._focus.sample
        if dataset is None or not 0 <= sample < dataset.rows:
            return None
        return row_of(dataset, sample) if self._shown() is not dataset else sample

    def _on_selected(self) -> None:
        index, dataset = self._view.currentIndex(), self._dataset
        if dataset is None or not self._view.selectionModel().isSelected(index):
            return
        row = self._model.first + index.row()
        sample = sample_of(dataset, row) if self._shown() is not dataset else row
        if sample is not None and sample != self._focus.sample:
            self.focus_requested.emit(replace(self._focus, sample=sample))

    def _on_as_read(self) -> None:
        self._show_rows()

    def _on_failed(self, sentence: str) -> None:
        self._say(sentence, "warning")

    def sizeHint(self) -> QSize:
        return QSize(400, 200)
