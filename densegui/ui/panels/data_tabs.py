"""The choice of a page of the data panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset

PAGES: Final = ("table", "columns", "pictures", "preparation")


class DataTabs(QTabBar):
    """Tabs; that of the pictures is there only where rows are pictures.

    Signals:
        changed: another page is wanted.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPages")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._steps = 0
        for _ in PAGES:
            self.addTab("")
        self.setTabVisible(PAGES.index("pictures"), False)
        self.currentChanged.connect(self._on_current_changed)

    @property
    def page(self) -> str:
        """The wanted page, of ``PAGES``."""
        return PAGES[self.currentIndex()]

    def choose(self, page: str) -> None:
        """Goes to a page of ``PAGES``."""
        self.setCurrentIndex(PAGES.index(page))

    def show_dataset(self, dataset: Dataset) -> None:
        """Offers the pages that these data have, and says how many steps prepare them."""
        original = dataset.original
        has_pictures = dataset.picture is not None or (original is not None and original.picture is not None)
        self.setTabVisible(PAGES.index("pictures"), has_pictures)
        steps = len(dataset.source.steps)
        if steps != self._steps:
            self._steps = steps
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        preparation = self.tr("Preparation")
        if self._steps:
            preparation = self.tr("Preparation ({steps})").format(steps=self._steps)
        texts = (
            (self.tr("Table"), self.tr("The rows with their labels")),
            (self.tr("Columns"), self.tr("What each column holds, and what it is used as")),
            (self.tr("Pictures"), self.tr("The rows as pictures")),
            (preparation, self.tr("What is done with the numbers before they go into the stack")),
        )
        for index, (text, tip) in enumerate(texts):
            self.setTabText(index, text)
            self.setTabToolTip(index, tip)
        self.setAccessibleName(self.tr("Pages of the data"))

    def restyle(self) -> None:
        """Takes on colours and font."""
        scheme = colors()
        self.setFont(small_font(self.font()))
        self.setStyleSheet(
            f"QTabBar::tab {{ padding: 3px 6px; border: none; border-bottom: 2px solid transparent;"
            f" color: {scheme.muted}; }}"
            f"QTabBar::tab:selected {{ color: {scheme.text}; border-bottom-color: {scheme.accent}; }}"
            f"QTabBar::tab:hover {{ color: {scheme.text}; }}"
            f"QTabBar::tab:selected:focus {{ background: {scheme.run}; }}"
        )

    def _on_current_changed(self) -> None:
        self.changed.emit()
