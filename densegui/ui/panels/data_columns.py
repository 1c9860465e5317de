"""The page of the columns: what each holds, which go into the stack, and which is predicted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout

from densegui.data.preparation import preparing
from densegui.ui.panels.data_choice import Choice, choice_of, turn_of, used_as, with_choice
from densegui.ui.panels.data_columns_model import COLUMNS_SHOWN, ColumnsModel
from densegui.ui.panels.data_columns_tools import ColumnsTools
from densegui.ui.panels.data_columns_view import ColumnsView
from densegui.ui.panels.data_page import Page
from densegui.ui.panels.plotting import LineLabel, percent, small_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from densegui.data import Dataset
    from densegui.ui.background import Task
    from densegui.ui.panels.data_choice import How
    from densegui.ui.panels.data_summaries import Summaries


class ColumnsPage(Page):
    """A line for each column as it was read, or as it is once rows and columns are exchanged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataColumnsPage")
        self._summaries: Summaries | None = None
        self._dataset: Dataset | None = None
        self._base: Dataset | None = None
        self._task: Task | None = None
        self._choice = Choice(())
        self._note = LineLabel("dataColumnsNote", self)
        self._model = ColumnsModel(self)
        self._view = ColumnsView(self._model, self)
        self.tools = self._tools = ColumnsTools(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._note)
        column.addWidget(self._view, 1)
        self._model.ticked.connect(self._on_ticked)
        self._view.ticks_wanted.connect(self._on_ticks)
        self._view.menu_wanted.connect(self._on_menu)
        self._view.selectionModel().selectionChanged.connect(self._on_selected)
        self._tools.use_chosen.connect(self._on_use)
        self._tools.fill_chosen.connect(self._on_fill)
        self._on_selected()

    def work_in(self, summaries: Summaries) -> None:
        self._summaries = summaries
        summaries.changed.connect(self._show_summaries)
        summaries.failed.connect(self._on_failed)

    def show_dataset(self, dataset: Dataset | None) -> None:
        before, self._dataset = self._dataset, dataset
        if dataset is None:
            self._show_base(None)
            return
        turn = turn_of(dataset.source.steps)
        if before is None or before.raw is not dataset.raw or turn != turn_of(before.source.steps):
            self._show_base(None if turn else dataset.raw)
            if turn:
                self._turn(dataset, turn)
        self._show_choice()
        self._show_summaries()

    def retranslate(self) -> None:
        self._view.retranslate()
        self._tools.retranslate()
        self._show_choice()
        self._show_summaries()

    def restyle(self) -> None:
        self._note.setFont(small_font(self.font()))
        self._view.setFont(small_font(self.font()))
        self._view.restyle()
        self._tools.setFont(self.font())
        self._tools.restyle()

    def _turn(self, dataset: Dataset, turn: int) -> None:
        """Exchanges rows and columns, for which rows on demand may have to be read."""
        if self._task is not None:
            self._task.cancel()
        if self._summaries is None:
            return
        steps = dataset.source.steps[:turn]
        task = self._task = self._summaries.background.task(
            partial(preparing, dataset.raw, steps), dataset.raw
        )
        task.done.connect(self._on_turned)
        task.failed.connect(self._on_turn_failed)
        task.start()

    def _show_base(self, base: Dataset | None) -> None:
        if base is not self._base:
            self._base = base
            self._model.show_base(base)

    def _categories(self) -> frozenset[int]:
        columns = () if self._base is None else self._base.columns
        return frozenset(place for place, column in enumerate(columns) if column.categories)

    def _show_choice(self) -> None:
        if self._dataset is None or self._base is None:
            return
        steps = self._dataset.source.steps
        self._choice = choice_of(steps, self._base.features, self._categories())
        self._model.show_choice(self._choice)
        self._tools.show_fill(self._choice.fill)

    def _show_summaries(self) -> None:
        """Shows what the columns hold, as far as that is known."""
        base, summaries = self._base, self._summaries
        if base is None or summaries is None or not self.isVisible():
            return
        found = summaries.of(base)
        self._model.show_summaries(found)
        if found is None:
            text = self.tr("Looking through all rows: {share}").format(share=percent(summaries.share(base)))
        elif base.features > COLUMNS_SHOWN:
            text = self.tr("The first {shown:,} of {columns:,} columns.")
            text = text.format(shown=COLUMNS_SHOWN, columns=base.features)
        else:
            text = ""
        self._say(text)

    def _say(self, text: str, role: str = "muted") -> None:
        self._note.setVisible(bool(text))
        self._note.show_text(text, role)

    def _request(self, choice: Choice) -> None:
        """Asks for other steps; at least one feature has to stay."""
        if self._dataset is None or self._base is None or choice == self._choice:
            return
        if not choice.picked:
            self._say(self.tr("At least one feature has to go into the stack."), "warning")
            return
        steps = self._dataset.source.steps
        self.steps_requested.emit(with_choice(steps, choice, self._base.features, self._categories()))

    def _on_ticked(self, column: int, on: bool) -> None:
        selected = self._view.selected()
        columns = selected if column in selected else [column]
        self._request(used_as(self._choice, columns, "feature" if on else "nothing"))

    def _on_ticks(self) -> None:
        index = self._view.currentIndex()
        on = self._model.use_of(index.row()) == "nothing"
        self._request(used_as(self._choice, self._view.selected(), "feature" if on else "nothing"))

    def _on_use(self, use: str) -> None:
        self._request(used_as(self._choice, self._view.selected(), use))

    def _on_fill(self, fill: How | None) -> None:
        self._request(replace(self._choice, fill=fill))

    def _on_menu(self, at: QPoint) -> None:
        self._tools.open_menu(at)

    def _on_selected(self) -> None:
        self._tools.show_selected(len(self._view.selected()))

    def _on_turned(self, task: Task, base: Dataset) -> None:
        if task is self._task:
            self._task = None
            self._show_base(base)
            self._show_choice()
            self._show_summaries()

    def _on_turn_failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self._say(str(error), "warning")

    def _on_failed(self, sentence: str) -> None:
        self._say(sentence, "warning")
