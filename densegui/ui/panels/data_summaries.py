"""What each column holds: found in the background, when it is looked at, and kept for the last data."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from densegui.data.summary import summary
from densegui.ui.background import Background, Task

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.summary import FeatureSummary

_KEPT: Final = 4


class Summaries(QObject):
    """Sums up datasets one after the other; what was asked for last comes first.

    Attributes:
        background: the threads this is done in.

    Signals:
        changed: a summary is there, or has come further.
        failed: why there is none; one sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self.background = background
        self._kept: OrderedDict[int, tuple[Dataset, FeatureSummary]] = OrderedDict()
        self._wanted: list[Dataset] = []
        self._broken: list[Dataset] = []
        self._task: Task | None = None
        self._share = 0.0

    def of(self, dataset: Dataset) -> FeatureSummary | None:
        """Returns what each feature holds, or None where that is not known yet; ``changed`` follows."""
        kept = self._kept.get(id(dataset))
        if kept is not None:
            self._kept.move_to_end(id(dataset))
            return kept[1]
        if not any(dataset is other for other in (*self._wanted, *self._broken)):
            self._wanted.append(dataset)
            self._start()
        return None

    def share(self, dataset: Dataset) -> float:
        """How far a summary is, 0 to 1."""
        return self._share if self._task is not None and self._task.subject is dataset else 0.0

    def stop(self) -> None:
        """Gives up what is under way; it begins anew when it is asked for."""
        self._wanted.clear()
        self._broken.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def keep(self, raw: Dataset | None) -> None:
        """Lets go of all data but those that were read as these."""
        self.stop()
        for key in [key for key, (dataset, _) in self._kept.items() if dataset.raw is not raw]:
            del self._kept[key]

    def _start(self) -> None:
        if self._task is not None or not self._wanted:
            return
        dataset = self._wanted[-1]
        self._share = 0.0
        task = self._task = self.background.task(partial(summary, dataset), dataset)
        task.progressed.connect(self._on_progressed)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def _end(self, task: Task) -> bool:
        """Takes note that a task has ended; returns whether it still counts."""
        if task is not self._task:
            return False
        self._task = None
        self._wanted = [dataset for dataset in self._wanted if dataset is not task.subject]
        return True

    def _on_progressed(self, task: Task, loading: Any) -> None:
        if task is self._task:
            self._share = float(loading.done)
            self.changed.emit()

    def _on_done(self, task: Task, found: FeatureSummary) -> None:
        if self._end(task):
            self._kept[id(task.subject)] = task.subject, found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
            self.changed.emit()
            self._start()

    def _on_failed(self, task: Task, error: Exception) -> None:
        if self._end(task):
            self._broken.append(task.subject)
            self.failed.emit(str(error))
            self._start()
