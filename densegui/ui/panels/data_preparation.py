"""The page of the preparation: its steps, and what they make of a sample and of a feature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStackedLayout, QToolButton, QWidget

from densegui.data.steps import FlattenOrder, Transpose, turned
from densegui.ui.focus import Focus
from densegui.ui.panels import data_step_words as words
from densegui.ui.panels.data_comparison import Comparison
from densegui.ui.panels.data_lineage import names_along
from densegui.ui.panels.data_page import Page
from densegui.ui.panels.data_step_list import StepList

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.steps import Step
    from densegui.ui.panels.data_summaries import Summaries

_ROOM_FOR_COMPARISON: Final = 34  # widths, in heights of a line of text


class PreparationPage(Page):
    """Steps on the left; on the right the numbers before and after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataPreparationPage")
        self._dataset: Dataset | None = None
        self._steps = StepList(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("dataNoSteps")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(12)
        self._comparison = Comparison(self)
        self.tools = self._add = AddButton(self)
        left = QWidget(self)
        self._left = QStackedLayout(left)
        self._left.addWidget(self._empty)
        self._left.addWidget(self._steps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(left, 5)
        row.addWidget(self._comparison, 4)
        self._steps.steps_requested.connect(self.steps_requested)
        self._steps.columns_wanted.connect(self.columns_wanted)
        self._add.added.connect(self._on_added)

    def work_in(self, summaries: Summaries) -> None:
        self._comparison.work_in(summaries)

    def show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not None:
            steps = dataset.source.steps
            self._steps.show_steps(steps, names_along(dataset.raw, steps))
            self._left.setCurrentIndex(1 if steps else 0)
            picture = dataset.picture
            self._add.show_orders(picture is not None and picture.channels > 1)
        if dataset is not self._dataset:
            self._dataset = dataset
            self._make_room()
            self._comparison.show_dataset(dataset)

    def show_focus(self, focus: Focus) -> None:
        self._comparison.show_sample(focus.sample)

    def retranslate(self) -> None:
        self._empty.setText(
            self.tr("The numbers go into the stack as they were read. Add a step to prepare them.")
        )
        self._steps.retranslate()
        self._comparison.retranslate()
        self._add.retranslate()

    def restyle(self) -> None:
        for part in (self._steps, self._comparison):
            part.setFont(self.font())
            part.restyle()
        self._empty.setFont(self.font())
        self._add.setFont(self.font())

    def _make_room(self) -> None:
        """Compares where there is something to compare, and room for it."""
        is_wide = self.width() / self.fontMetrics().height() >= _ROOM_FOR_COMPARISON
        has_steps = self._dataset is not None and bool(self._dataset.source.steps)
        self._comparison.setVisible(is_wide and has_steps)

    def _on_added(self, step: Step) -> None:
        dataset = self._dataset
        if dataset is None:
            return
        if isinstance(step, FlattenOrder) and dataset.picture is not None:
            is_first = dataset.picture.order == "channels_first"
            step = FlattenOrder("channels_last" if is_first else "channels_first")
        steps = dataset.source.steps
        # Steps that name columns would name rows after a turn.
        self.steps_requested.emit(turned(steps) if isinstance(step, Transpose) else (*steps, step))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class AddButton(QToolButton):
    """A menu of the steps there are.

    Signals:
        added: the step that was chosen.
    """

    added = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dataAddStep")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        menu.setObjectName("dataAddStepMenu")
        menu.setToolTipsVisible(True)
        self._actions: list[QAction] = []
        for place, step in enumerate(words.ADDABLE):
            action = menu.addAction("")
            action.setObjectName(f"dataAdd{type(step).__name__}")
            action.setData(place)
            self._actions.append(action)
        menu.triggered.connect(self._on_triggered)
        self.setMenu(menu)

    def show_orders(self, has_orders: bool) -> None:
        """Offers another order of flattening, or not: pictures in grey have a single one."""
        for action, step in zip(self._actions, words.ADDABLE, strict=True):
            if isinstance(step, FlattenOrder):
                action.setVisible(has_orders)

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self.setText(self.tr("Add step"))
        self.setAccessibleName(self.tr("Add step"))
        self.setToolTip(self.tr("Do something more with the numbers, after all other steps"))
        for action, step in zip(self._actions, words.ADDABLE, strict=True):
            action.setText(words.title(step))
            action.setToolTip(words.tip(step))

    def _on_triggered(self, action: QAction) -> None:
        self.added.emit(words.ADDABLE[action.data()])
