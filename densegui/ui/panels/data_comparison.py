"""What the preparation makes of the numbers: of one sample, and of all values of one feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_sample_model import SampleModel
from densegui.ui.panels.data_spread import Spread
from densegui.ui.panels.plotting import LineLabel, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.ui.panels.data_summaries import Summaries


class Comparison(QWidget):
    """The features of a sample, as read and prepared; beneath, how the chosen feature is spread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataComparison")
        self._dataset: Dataset | None = None
        self._sample = 0
        self._feature = 0
        self._summaries: Summaries | None = None
        self._title = LineLabel("dataComparisonTitle", self)
        self._model = SampleModel(self)
        self._view = QTableView(self)
        self._before, self._after = Spread("dataSpreadBefore", self), Spread("dataSpreadAfter", self)
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 2)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._view, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._before, 1)
        row.addWidget(self._after, 1)
        column.addLayout(row)
        self._view.selectionModel().currentRowChanged.connect(self._on_feature)

    def work_in(self, summaries: Summaries) -> None:
        """Does in their threads what may take a while."""
        self._model.work_in(summaries.background)
        self._summaries = summaries
        summaries.changed.connect(self._show_spreads)

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Compares other data with what they were read from."""
        self._dataset = dataset
        self._model.show(dataset)
        if dataset is not None:
            self._feature = min(self._feature, self._model.rowCount() - 1)
            self._view.setCurrentIndex(self._model.index(max(self._feature, 0), 0))
        self._say()
        self._show_spreads()

    def show_sample(self, sample: int) -> None:
        """Compares another sample; the first where none is chosen."""
        self._sample = max(sample, 0)
        self._model.show_sample(self._sample)
        self._say()

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self._view.setAccessibleName(self.tr("The sample before and after the preparation"))
        self._view.setToolTip(self.tr("Choose a feature to see how all its values are spread"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)
        self._say()
        self._show_spreads()

    def restyle(self) -> None:
        """Takes on colours and font."""
        font, scheme = small_font(self.font()), colors()
        for widget in (self._title, self._view, self._view.horizontalHeader(), self._before, self._after):
            widget.setFont(font)
        self._view.verticalHeader().setDefaultSectionSize(QFontMetrics(font).height() + 4)
        self._view.setStyleSheet(
            f"QTableView {{ background: {scheme.panel}; selection-background-color: {scheme.run};"
            f" selection-color: {scheme.text}; }}"
            f"QHeaderView::section {{ background: {scheme.panel}; color: {scheme.muted}; border: none;"
            f" border-bottom: 1px solid {scheme.border}; padding: 1px 4px; }}"
        )

    def _set_up_view(self) -> None:
        view = self._view
        view.setObjectName("dataComparisonTable")
        view.setModel(self._model)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.horizontalHeader().setHighlightSections(False)

    def _say(self) -> None:
        if self._dataset is not None:
            text = self.tr("Sample {number}, before and after").format(number=self._sample)
            self._title.show_text(text, "muted")

    def _show_spreads(self) -> None:
        """Shows how the chosen feature was and is spread, as far as that is known."""
        dataset, summaries = self._dataset, self._summaries
        if dataset is None or summaries is None or not self.isVisible():
            return
        column = self._model.origin(self._feature)
        for spread, title, source, feature in (
            (self._before, self.tr("as read"), dataset.raw, column),
            (self._after, self.tr("prepared"), dataset, self._feature),
        ):
            spread.setVisible(feature is not None)
            if feature is not None:
                found = summaries.of(source)
                categories = words.categories_of(source, feature)
                summary = None if found is None else found[feature]
                spread.show_column(title, summary, categories, summaries.share(source))
        self.setAccessibleDescription(words.feature_name(dataset, self._feature))

    def _on_feature(self, current: QModelIndex) -> None:
        if current.isValid():
            self._feature = current.row()
            self._show_spreads()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_spreads()
