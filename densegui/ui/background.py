"""Background: long work in a thread, with progress, cancel, and its end told in the UI thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from typing import Any, Final

from PySide6.QtCore import QObject, QThreadPool, Signal

Steps = Callable[[], Generator[Any, None, Any]]

_PROGRESS_SECONDS: Final = 0.033
_THREADS: Final = 4
_PATIENCE_MS: Final = 2000


class Task(QObject):
    """One generator that runs in a thread; every ``yield`` of it is a point of progress and cancel.

    The object itself lives in the UI thread, so its signals arrive there, each with the task as first
    argument. Exactly one of ``done``, ``failed`` and ``cancelled`` comes, then ``ended``.

    Attributes:
        subject: what the work is about, for whoever gets its signals.
        only_reads: nothing is lost if the program ends while a disk or network keeps it waiting.

    Signals:
        progressed: what the generator yielded, at most every 33 ms.
        done: what the generator returned.
        failed: the exception it raised.
        cancelled: it was stopped by ``cancel``; what it may have returned is dropped.
        ended: the thread is free again.
    """

    progressed = Signal(object, object)
    done = Signal(object, object)
    failed = Signal(object, object)
    cancelled = Signal(object)
    ended = Signal(object)
    _left = Signal()

    def __init__(self, steps: Steps, subject: Any, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self.subject = subject
        self.only_reads = False
        self._over = threading.Event()
        self._steps = steps
        self._pool = pool
        self._stop = threading.Event()
        self._left.connect(self._on_left)

    def start(self) -> None:
        """Begins in a thread; connect the signals before."""
        self._pool.start(self._work)

    def cancel(self) -> None:
        """Asks the work to stop at its next ``yield``."""
        self._stop.set()

    def wait(self) -> None:
        """Waits for its end."""
        self._over.wait()

    def _work(self) -> None:
        told = 0.0
        try:
            steps = self._steps()
            while not self._stop.is_set():
                value = next(steps)
                now = time.monotonic()
                if now - told >= _PROGRESS_SECONDS:
                    told = now
                    self.progressed.emit(self, value)
            steps.close()
            self.cancelled.emit(self)
        except StopIteration as stop:
            if self._stop.is_set():
                self.cancelled.emit(self)
            else:
                self.done.emit(self, stop.value)
        except Exception as error:
            self.failed.emit(self, error)
        finally:
            self._over.set()
            self._left.emit()

    def _on_left(self) -> None:
        # From the UI thread: whoever hears it first may delete the task, and the others shall hear it too.
        self.ended.emit(self)


class Background(QObject):
    """The threads of one window; closing waits for them, as a running thread keeps the process from its end.

    Signals:
        emptied: the last task under way has ended.
    """

    emptied = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # Some wait for a disk most of the time; they shall not keep others from their turn.
        self._pool.setMaxThreadCount(max(self._pool.maxThreadCount(), _THREADS))
        self._tasks: set[Task] = set()

    def task(self, steps: Steps, subject: Any = None) -> Task:
        """Creates a task; connect its signals, then call its ``start``."""
        task = Task(steps, subject, self._pool, self)
        self._tasks.add(task)
        task.ended.connect(self._on_ended)
        return task

    @property
    def is_busy(self) -> bool:
        """Whether any task has not ended."""
        return bool(self._tasks)

    def close(self) -> bool:
        """Cancels everything and waits until no thread runs.

        Returns:
            False if a disk or network still keeps one waiting that only reads.
        """
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            if not task.only_reads:
                task.wait()
        return self._pool.waitForDone(_PATIENCE_MS)

    def _on_ended(self, task: Task) -> None:
        self._tasks.discard(task)
        task.deleteLater()
        if not self._tasks:
            self.emptied.emit()
