"""Forward runner: at most one run that counts; older ones are cancelled and what they bring is dropped."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, Signal

from densegui.engine import Progress, RunResult
from densegui.ui.background import Background, Task


class ForwardRunner(QObject):
    """Runs in a thread.

    Signals:
        progressed: rows done, rows in all, of the newest run.
        finished: the ``RunResult`` of the newest run; those of older runs are dropped.
        failed: the exception of any run.
        running_changed: whether the newest run is under way.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    running_changed = Signal(bool)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Whether the newest run is under way."""
        return self._task is not None

    def start(self, steps: Callable[[], Generator[Progress, None, RunResult]]) -> None:
        """Begins a run; one under way is cancelled and its result dropped."""
        if self._task is not None:
            self._task.cancel()
        task = self._background.task(steps)
        task.progressed.connect(self._on_progressed)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.cancelled.connect(self._on_cancelled)
        was_running, self._task = self._task is not None, task
        task.start()
        if not was_running:
            self.running_changed.emit(True)

    def cancel(self) -> None:
        """Stops the run under way at its next minibatch."""
        if self._task is not None:
            self._task.cancel()

    def _end(self) -> None:
        self._task = None
        self.running_changed.emit(False)

    def _on_progressed(self, task: Task, progress: Progress) -> None:
        if task is self._task:
            self.progressed.emit(progress.done, progress.total)

    def _on_done(self, task: Task, result: RunResult) -> None:
        if task is self._task:
            self._end()
            self.finished.emit(result)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._end()
        self.failed.emit(error)

    def _on_cancelled(self, task: Task) -> None:
        if task is self._task:
            self._end()
