"""Inspection: what is looked at closely: one sample's numbers, one block's weights; in the background."""

from __future__ import annotations

from collections.abc import Generator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from densegui.engine import Model, Parameters, Trace
from densegui.ui.background import Background, Task


class Inspection(QObject):
    """Traces the newest sample asked for, and draws parameters before they are shown.

    Signals:
        traced: the ``Trace`` of the sample, or None when none is looked at any more.
        drawn: the parameters of this layer of this ``Model`` are there.
        failed: the exception of either.
    """

    traced = Signal(object)
    drawn = Signal(int, object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._task: Task | None = None

    def trace(self, model: Model, row: Any) -> None:
        """Traces ``row`` (1, n_in); a trace under way is dropped."""
        self.forget()
        task = self._task = self._background.task(partial(_tracing, model, row))
        task.done.connect(self._on_traced)
        task.failed.connect(self._on_failed)
        task.start()

    def forget(self) -> None:
        """Drops a trace under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def draw(self, model: Model, layer_id: int) -> None:
        """Draws the parameters of one layer."""
        task = self._background.task(partial(_drawing, model, model.index_of(layer_id)), (layer_id, model))
        task.done.connect(self._on_drawn)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_traced(self, task: Task, trace: Trace) -> None:
        if task is self._task:
            self._task = None
            self.traced.emit(trace)

    def _on_drawn(self, task: Task, _parameters: Parameters) -> None:
        self.drawn.emit(*task.subject)

    def _on_failed(self, _task: Task, error: Exception) -> None:
        self.failed.emit(error)


def _tracing(model: Model, row: Any) -> Generator[None, None, Trace]:
    yield
    return model.trace(row)


def _drawing(model: Model, index: int) -> Generator[None, None, Parameters]:
    yield
    return model.parameters[index]
