"""Sample commands: which sample all panels look at."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from densegui.ui.background import Task
from densegui.ui.block_commands import BlockCommands
from densegui.ui.builder.stack import Stack
from densegui.ui.dialogs import Questions
from densegui.ui.session import Session

if TYPE_CHECKING:
    from numpy.typing import NDArray


class SampleCommands(BlockCommands):
    """One method for each action that chooses a sample.

    Signals:
        number_wanted: the person wants to type the number of the sample.
        drawing_wanted: the person wants to draw a sample.
    """

    number_wanted = Signal()
    drawing_wanted = Signal()

    def __init__(self, session: Session, stack: Stack, questions: Questions, parent: QObject) -> None:
        super().__init__(session, stack, questions, parent)
        self._search: Task | None = None

    @property
    def can_judge(self) -> bool:
        """Whether the last run tells classes apart, and the data say which are right."""
        dataset, result = self._session.dataset, self._session.result
        if dataset is None or dataset.labels is None or result is None:
            return False
        from densegui.ui.panels.sample_words import classes_of  # noqa: PLC0415 - needs NumPy

        return classes_of(result) > 0

    @property
    def can_draw(self) -> bool:
        """Whether samples are pictures that fit the stack."""
        dataset = self._session.dataset
        return dataset is not None and dataset.picture is not None and not self._session.mismatch

    def previous_sample(self) -> None:
        """Looks at the sample before; before the first, at the mean of all."""
        self._look_at(self._session.inspection.focus.sample - 1)

    def next_sample(self) -> None:
        """Looks at the next sample."""
        self._look_at(self._session.inspection.focus.sample + 1)

    def random_sample(self) -> None:
        """Looks at a sample drawn at random."""
        if self._session.dataset is not None:
            self._look_at(random.randrange(max(self._session.dataset.rows, 1)))

    def wrong_sample(self) -> None:
        """Looks at the next sample that was predicted wrongly."""
        dataset, result = self._session.dataset, self._session.result
        if dataset is None or dataset.labels is None or result is None or not self.can_judge:
            return
        from densegui.ui.panels.sample_words import finding_wrong  # noqa: PLC0415 - needs NumPy

        if self._search is not None:
            self._search.cancel()
        after = self._session.inspection.focus.sample
        steps = partial(finding_wrong, result.outputs, dataset.labels, after)
        self._search = self._session.background.task(steps, result)
        self._search.done.connect(self._on_wrong_found)
        self._search.start()

    def go_to_sample(self) -> None:
        """Lets the person type the number of a sample."""
        self.number_wanted.emit()

    def draw_sample(self) -> None:
        """Opens the drawing pad."""
        self.drawing_wanted.emit()

    def look_at_drawn(self, row: NDArray[Any]) -> None:
        """Looks at a sample that is none of the data, such as a drawing, prepared as the data are.

        Args:
            row: (features,) as the data were read.
        """
        dataset = self._session.dataset
        if dataset is not None and not self._session.mismatch:
            self._session.inspection.look_at_drawn(dataset.prepared(row))

    def _look_at(self, sample: int) -> None:
        inspection, dataset = self._session.inspection, self._session.dataset
        if dataset is not None and -1 <= sample < dataset.rows:
            inspection.look_at(replace(inspection.focus, sample=sample))

    def _on_wrong_found(self, task: Task, sample: int | None) -> None:
        if task is not self._search or task.subject is not self._session.result:
            return
        self._search = None
        if sample is None:
            self._session.noted.emit(self.tr("Every sample is predicted as its label says."))
        else:
            self._look_at(sample)
