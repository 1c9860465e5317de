"""DataPanel: what goes into the stack, where it comes from, and what is done to it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QHideEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from densegui.data.findings import findings
from densegui.ui.focus import Focus
from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_empty import EmptyData
from densegui.ui.panels.data_findings import FindingsStrip
from densegui.ui.panels.data_header import DataHeader
from densegui.ui.panels.data_page import Page
from densegui.ui.panels.data_summaries import Summaries
from densegui.ui.panels.data_tabs import DataTabs

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.steps import Step
    from densegui.data.summary import FeatureSummary
    from densegui.engine import Model
    from densegui.ui.background import Background

# Page → module and class; imported when it is first looked at.
_PAGES: Final = {
    "table": ("data_table", "TablePage"),
    "columns": ("data_columns", "ColumnsPage"),
    "pictures": ("data_pictures", "PicturesPage"),
    "preparation": ("data_preparation", "PreparationPage"),
}
_QUICK_VALUES: Final = 2**24
_ROOM_BESIDE_TABS: Final = 24  # width, in heights of a line of text, where tools stand beside the tabs


class DataPanel(QWidget):
    """The data as a table, column by column, as pictures, and the steps that prepare them.

    Signals:
        focus_requested: the ``Focus`` to look at instead.
        steps_requested: the tuple of steps that shall prepare the data instead.
    """

    focus_requested = Signal(object)
    steps_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPanel")
        self._dataset: Dataset | None = None
        self._focus = Focus()
        self._summaries: Summaries | None = None
        self._judged: FeatureSummary | None = None
        self._made: dict[str, Page] = {}
        self._empty = EmptyData(self)
        self._content = QWidget(self)
        self._header = DataHeader(self._content)
        self._findings = FindingsStrip(self._content)
        self._tabs = DataTabs(self._content)
        self._stack = QStackedWidget(self._content)
        self._lay_out()
        self._tabs.changed.connect(self._refresh)
        self._findings.repair_requested.connect(self._on_repair)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._retranslate()
        self._restyle()

    def work_in(self, background: Background) -> None:
        """Does in these threads what may take a while."""
        self._summaries = Summaries(background, self)
        self._summaries.changed.connect(self._show_findings)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offers these actions of the window while there are no data."""
        self._empty.offer(actions)

    def offer_reading(self, action: QAction) -> None:
        """Offers to read a file in another way, beside the name of data that can be."""
        self._header.offer_reading(action)

    def show_model(self, model: Model) -> None:
        """Data are the same for every model."""

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other data, or says that there are none."""
        raw = None if dataset is None else dataset.raw
        if self._dataset is not None and raw is not self._dataset.raw:
            self._let_go(raw)
        self._dataset = dataset
        self._refresh()

    def show_focus(self, focus: Focus) -> None:
        """Marks the sample that is looked at."""
        self._focus = focus
        if self.isVisible() and self._dataset is not None:
            self._page().show_focus(focus)

    def picture(self) -> QWidget:
        """What is exported: the page that is seen."""
        return self._empty if self._dataset is None else self._page()

    def numbers(self) -> Iterator[Sequence[object]]:
        """The rows as they go into the stack, with their labels; a header first."""
        dataset = self._dataset
        if dataset is None:
            return
        labelled = dataset.labels is not None or dataset.targets is not None
        names = [words.feature_name(dataset, feature) for feature in range(dataset.features)]
        yield ["sample", *names, *([dataset.label_name or "label"] if labelled else [])]
        for sample in range(dataset.rows):
            yield [sample, *dataset.x[sample].tolist(), *_label(dataset, sample)]

    def _lay_out(self) -> None:
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setContentsMargins(0, 0, 4, 0)
        self._bar.setSpacing(2)
        self._bar.addWidget(self._tabs, 1)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._header)
        column.addWidget(self._findings)
        column.addLayout(self._bar)
        column.addWidget(self._stack, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._content)
        self.setMinimumSize(220, 160)

    def _page(self) -> Page:
        """The page that is looked at."""
        name = self._tabs.page
        if name not in self._made:
            module, kind = _PAGES[name]
            made: Page = getattr(import_module(f"densegui.ui.panels.{module}"), kind)(self._stack)
            page = self._made[name] = made
            if self._summaries is not None:
                page.work_in(self._summaries)
            page.focus_requested.connect(self.focus_requested)
            page.steps_requested.connect(self.steps_requested)
            page.columns_wanted.connect(self._on_columns_wanted)
            self._stack.addWidget(page)
            if page.tools is not None:
                self._bar.addWidget(page.tools)
            page.setFont(self.font())
            page.retranslate()
            page.restyle()
        return self._made[name]

    def _parts(self) -> list[EmptyData | DataHeader | FindingsStrip | DataTabs | Page]:
        return [self._empty, self._header, self._findings, self._tabs, *self._made.values()]

    def _refresh(self) -> None:
        """Shows what is known now; out of sight it waits until it is seen."""
        if not self.isVisible():
            return
        dataset = self._dataset
        self._pages.setCurrentWidget(self._empty if dataset is None else self._content)
        if dataset is None:
            self.setAccessibleDescription(self._empty.text)
            return
        self._header.show_dataset(dataset)
        self._tabs.show_dataset(dataset)
        self.setAccessibleDescription(f"{dataset.name}: {words.facts(dataset)}")
        page = self._page()
        self._stack.setCurrentWidget(page)
        page.show_dataset(dataset)
        for other in self._made.values():
            if other.tools is not None:
                other.tools.setVisible(other is page and other.has_tools)
        page.show_focus(self._focus)
        self._show_findings()

    def _let_go(self, raw: Dataset | None) -> None:
        """Forgets data, which may be large, in every page."""
        for page in self._made.values():
            page.show_dataset(None)
        if self._summaries is not None:
            self._summaries.keep(raw)

    def _show_findings(self) -> None:
        """Warns of what is found in few data at once; in many, when their columns are looked at."""
        dataset, summaries = self._dataset, self._summaries
        if dataset is None or summaries is None or not self.isVisible():
            return
        is_quick = dataset.rows * dataset.features <= _QUICK_VALUES or self._tabs.page == "columns"
        summary = summaries.of(dataset) if is_quick else None
        if summary is None or summary is not self._judged:
            self._judged = summary
            self._findings.show_findings(dataset, () if summary is None else findings(dataset, summary))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Data"))
        for part in self._parts():
            part.retranslate()
        self._refresh()

    def _restyle(self) -> None:
        for part in self._parts():
            part.setFont(self.font())
            part.restyle()

    def _on_repair(self, step: Step) -> None:
        if self._dataset is not None:
            self.steps_requested.emit((*self._dataset.source.steps, step))

    def _on_columns_wanted(self) -> None:
        self._tabs.choose("columns")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._summaries is not None:
            self._summaries.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() / self.fontMetrics().height() < _ROOM_BESIDE_TABS
        direction = QBoxLayout.Direction
        self._bar.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()


def _label(dataset: Dataset, sample: int) -> Sequence[object]:
    if dataset.targets is not None:
        return [float(dataset.targets[sample])]
    return [] if dataset.labels is None else [words.label_text(dataset, sample)]
