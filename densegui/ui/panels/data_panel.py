"""DataPanel: what goes into the stack, where it comes from, and what is done to it before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from densegui.ui.focus import Focus
from densegui.ui.panels import data_words as words
from densegui.ui.panels.data_empty import EmptyData
from densegui.ui.panels.data_header import DataHeader
from densegui.ui.panels.data_page import Page
from densegui.ui.panels.data_tabs import DataTabs

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.engine import Model
    from densegui.ui.background import Background

# Page → module and class; imported when it is first looked at.
_PAGES: Final = {
    "table": ("data_table", "TablePage"),
    "pictures": ("data_pictures", "PicturesPage"),
}


class DataPanel(QWidget):
    """The data as a table and as pictures.

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
        self._background: Background | None = None
        self._made: dict[str, Page] = {}
        self._empty = EmptyData(self)
        self._content = QWidget(self)
        self._header = DataHeader(self._content)
        self._tabs = DataTabs(self._content)
        self._stack = QStackedWidget(self._content)
        self._tools = QStackedWidget(self._content)
        self._lay_out()
        self._tabs.changed.connect(self._refresh)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._retranslate()
        self._restyle()

    def work_in(self, background: Background) -> None:
        """Does in these threads what may take a while."""
        self._background = background
        for page in self._made.values():
            page.work_in(background)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offers these actions of the window while there are no data."""
        self._empty.offer(actions)

    def show_model(self, model: Model) -> None:
        """Data are the same for every model."""

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other data, or says that there are none."""
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
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(self._tabs, 1)
        row.addWidget(self._tools)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._header)
        column.addLayout(row)
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
            if self._background is not None:
                page.work_in(self._background)
            page.focus_requested.connect(self.focus_requested)
            page.steps_requested.connect(self.steps_requested)
            self._stack.addWidget(page)
            if page.tools is not None:
                self._tools.addWidget(page.tools)
            page.setFont(self.font())
            page.retranslate()
            page.restyle()
        return self._made[name]

    def _parts(self) -> list[EmptyData | DataHeader | DataTabs | Page]:
        return [self._empty, self._header, self._tabs, *self._made.values()]

    def _refresh(self) -> None:
        """Shows what is known now; out of sight it waits until it is seen."""
        if not self.isVisible():
            return
        dataset = self._dataset
        self._pages.setCurrentWidget(self._empty if dataset is None else self._content)
        if dataset is None:
            self.setAccessibleDescription(self._empty.text)
            for page in self._made.values():
                page.show_dataset(None)
            return
        self._header.show_dataset(dataset)
        self._tabs.show_dataset(dataset)
        self.setAccessibleDescription(f"{dataset.name}: {words.facts(dataset)}")
        page = self._page()
        self._stack.setCurrentWidget(page)
        self._tools.setVisible(page.tools is not None)
        if page.tools is not None:
            self._tools.setCurrentWidget(page.tools)
        page.show_dataset(dataset)
        page.show_focus(self._focus)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Data"))
        for part in self._parts():
            part.retranslate()
        self._refresh()

    def _restyle(self) -> None:
        for part in self._parts():
            part.setFont(self.font())
            part.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

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
