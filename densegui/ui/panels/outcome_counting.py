"""Counting in slices: outputs of millions of rows, without keeping the window from answering."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

_SLICE_SECONDS: Final = 0.008


class Counting(QObject):
    """Drives a generator of counts: what is quick is done at once, the rest between events.

    Signals:
        progressed: rows done.
        finished: what the generator returned.
    """

    progressed = Signal(int)
    finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Generator[int, None, Any] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def start(self, steps: Generator[int, None, Any]) -> None:
        """Counts this instead of anything before; may finish before it returns."""
        self._steps = steps
        self._on_timeout()
        if self._steps is not None:
            self._timer.start()

    def stop(self) -> None:
        """Forgets what is under way."""
        self._steps = None
        self._timer.stop()

    def _on_timeout(self) -> None:
        steps = self._steps
        if steps is None:
            return
        deadline = time.perf_counter() + _SLICE_SECONDS
        try:
            done = next(steps)
            while time.perf_counter() < deadline:
                done = next(steps)
        except StopIteration as stop:
            self.stop()
            self.finished.emit(stop.value)
            return
        self.progressed.emit(done)
