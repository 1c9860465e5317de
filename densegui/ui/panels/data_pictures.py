"""The page of pictures: every sample as what it shows, with its label."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from densegui.ui.focus import Focus
from densegui.ui.panels.data_page import Page
from densegui.ui.panels.data_picture_grid import PictureGrid
from densegui.ui.panels.plotting import LineLabel, small_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from densegui.data import Dataset
    from densegui.ui.panels.data_summaries import Summaries


class PicturesPage(Page):
    """Pictures with their labels; the chosen one is the sample that all panels look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPicturesPage")
        self._focus = Focus()
        self._grid = PictureGrid(self)
        self._note = LineLabel("dataPicturesNote", self)
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._note)
        column.addWidget(self._grid, 1)
        self._grid.chosen.connect(self._on_chosen)
        self._grid.failed.connect(self._on_failed)

    def work_in(self, summaries: Summaries) -> None:
        self._grid.blocks.work_in(summaries.background)

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._note.hide()
        self._grid.show_dataset(dataset)
        self._grid.show_sample(self._focus.sample)

    def show_focus(self, focus: Focus) -> None:
        self._focus = focus
        self._grid.show_sample(focus.sample)

    def retranslate(self) -> None:
        self._grid.retranslate()

    def restyle(self) -> None:
        self._note.setFont(small_font(self.font()))
        self._grid.setFont(self.font())
        self._grid.arrange()

    def _on_chosen(self, sample: int) -> None:
        if sample != self._focus.sample:
            self.focus_requested.emit(replace(self._focus, sample=sample))

    def _on_failed(self, sentence: str) -> None:
        self._note.show()
        self._note.show_text(sentence, "warning")
