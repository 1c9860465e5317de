"""Inspection: what is looked at closely: a sample's numbers, a block's weights; in the background."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from densegui.engine import Model, Parameters
from densegui.engine.rerun import first_difference
from densegui.ui.background import Background, Task
from densegui.ui.focus import DRAWN_SAMPLE, INPUT, MEAN_OF_SAMPLES, Focus, Minibatch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data import Dataset
    from densegui.engine import Trace
    from densegui.engine.rows import Rows

MINIBATCH_ROWS: Final = 32
LARGEST_MINIBATCH: Final = 256
_MINIBATCH_VALUES: Final = 2**22  # of all layers together; wide ones get fewer rows
_QUICK_PRODUCTS: Final = 10**6  # below a millisecond


class Inspection(QObject):
    """Holds what a person looks at, and the numbers of the rows around it.

    Signals:
        focus_changed: ``focus`` is another.
        minibatch_changed: ``minibatch`` is another, or gone.
        drawn: the parameters of this layer of this ``Model`` are there.
        failed: the exception of background work.
    """

    focus_changed = Signal()
    minibatch_changed = Signal()
    drawn = Signal(int, object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._task: Task | None = None
        self._focus = Focus()
        self._minibatch: Minibatch | None = None
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._wanted = False
        self._rows = MINIBATCH_ROWS
        self._drawn: NDArray[Any] | None = None

    @property
    def focus(self) -> Focus:
        """What is looked at."""
        return self._focus

    @property
    def minibatch(self) -> Minibatch | None:
        """Every number of the rows around the chosen sample; perhaps still of the model before an edit."""
        return self._minibatch

    def look_at(self, focus: Focus) -> None:
        """Looks at something else; what does not exist is not looked at."""
        focus = self._existing(focus)
        if focus != self._focus:
            self._focus = focus
            self.focus_changed.emit()
            self._trace()

    def look_at_drawn(self, row: NDArray[Any]) -> None:
        """Looks at a sample (features,) that is none of the data."""
        self._drawn = row[np.newaxis]
        self._forget()
        if self._minibatch is not None and self._minibatch.first == DRAWN_SAMPLE:
            self._minibatch = None  # of the drawing before
        self.look_at(replace(self._focus, sample=DRAWN_SAMPLE))
        self._trace()

    def look_away(self) -> None:
        """Looks at nothing any more."""
        if self._focus != Focus():
            self._focus = Focus()
            self.focus_changed.emit()

    def follow(self, model: Model, dataset: Dataset | None, wanted: bool) -> None:
        """Brings focus and minibatch in line with another model or other data.

        Args:
            model: the stack.
            dataset: data that fit it, or None.
            wanted: whether the minibatch is wanted even if no sample is chosen.
        """
        if dataset is not self._dataset:
            self._drawn = None
            self._drop_minibatch()
            self._focus = replace(self._focus, sample=MEAN_OF_SAMPLES)
            self.focus_changed.emit()
        self._model, self._dataset, self._wanted = model, dataset, wanted
        self.look_at(self._focus)
        self._trace()

    def set_batch_size(self, size: int) -> None:
        """Shows minibatches of so many rows, as far as a person can look through them; 0 for 32."""
        self._rows = min(size, LARGEST_MINIBATCH) or MINIBATCH_ROWS
        self._forget()
        self._drop_minibatch()
        self._trace()

    def draw(self, model: Model, layer_id: int) -> None:
        """Draws the parameters of one layer."""
        task = self._background.task(partial(_drawing, model, model.index_of(layer_id)), (layer_id, model))
        task.done.connect(self._on_drawn)
        task.failed.connect(self._on_failed)
        task.start()

    def _existing(self, focus: Focus) -> Focus:
        """The focus without what the model and the data do not have."""
        model, dataset = self._model, self._dataset
        exists = self._drawn is not None if focus.sample == DRAWN_SAMPLE else True
        if dataset is None or not exists or not DRAWN_SAMPLE <= focus.sample < dataset.rows:
            focus = replace(focus, sample=MEAN_OF_SAMPLES)
        if model is None:
            return focus
        sizes = {layer.id: (n, layer.units) for n, layer in zip(model.dims, model.layers, strict=False)}
        sizes[INPUT] = (0, model.input_dim)
        if focus.layer_id not in sizes:
            return replace(focus, layer_id=None, unit=None, source=None)
        sources, units = sizes[focus.layer_id]
        if focus.unit is not None and not 0 <= focus.unit < units:
            return replace(focus, unit=None, source=None)
        if focus.source is not None and not (focus.unit is not None and 0 <= focus.source < sources):
            return replace(focus, source=None)
        return focus

    def _trace(self) -> None:
        """Traces the rows around the sample, unless their numbers are there already."""
        model, dataset, sample = self._model, self._dataset, self._focus.sample
        chosen = sample != MEAN_OF_SAMPLES
        if model is None or dataset is None or not dataset.rows or not (self._wanted or chosen):
            self._forget()
            self._drop_minibatch()
            return
        rows = min(max(_MINIBATCH_VALUES // sum(model.dims), 1), self._rows)
        first = sample if sample == DRAWN_SAMPLE else max(sample, 0) // rows * rows
        if self._task is None and self._shows(model, first):
            return
        if self._task is not None and self._task.subject[0] is model and self._task.subject[1] == first:
            return
        self._forget()
        before = self._minibatch if self._minibatch is not None and self._minibatch.first == first else None
        x, part = dataset.x, slice(first, first + rows)
        if first == DRAWN_SAMPLE and self._drawn is not None:
            x, part, rows = self._drawn, slice(0, 1), 1
        if _is_quick(model, rows, x):
            self._show(model, _traced(model, x[part], before), first)
            return
        steps = partial(_tracing, model, x, part, before)
        task = self._task = self._background.task(steps, (model, first))
        task.done.connect(self._on_traced)
        task.failed.connect(self._on_failed)
        task.start()

    def _shows(self, model: Model, first: int) -> bool:
        shown = self._minibatch
        return shown is not None and shown.model is model and shown.first == first

    def _drop_minibatch(self) -> None:
        if self._minibatch is not None:
            self._minibatch = None
            self.minibatch_changed.emit()

    def _show(self, model: Model, trace: Trace, first: int) -> None:
        self._minibatch = Minibatch(model, trace, first)
        self.minibatch_changed.emit()

    def _forget(self) -> None:
        """Drops a trace under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_traced(self, task: Task, trace: Trace) -> None:
        if task is self._task:
            self._task = None
            model, first = task.subject
            self._show(model, trace, first)

    def _on_drawn(self, task: Task, _parameters: Parameters) -> None:
        self.drawn.emit(*task.subject)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
        self.failed.emit(error)


def _is_quick(model: Model, rows: int, x: Rows) -> bool:
    """Whether a trace takes less than handing it to a thread and back: drawn weights, rows in memory."""
    drawn = all(model.is_drawn(index) for index in range(len(model.layers)))
    in_memory = isinstance(x, np.ndarray) and not isinstance(x, np.memmap)
    return drawn and rows * sum(model.connections) <= _QUICK_PRODUCTS and in_memory


def _traced(model: Model, x: Any, before: Minibatch | None) -> Trace:
    """The trace of x; ``before`` may be the trace of the same rows through the model before an edit.

    On one thread: for so few rows, threads wait longer for each other than they compute.
    """
    if before is None or before.model.dtype != model.dtype or before.model.input_dim != model.input_dim:
        return model.trace(x, threads=1)
    return model.retrace(before.trace, first_difference(before.model, model), threads=1)


def _tracing(model: Model, x: Rows, part: slice, before: Minibatch | None) -> Generator[None, None, Trace]:
    yield
    return _traced(model, x[part], before)


def _drawing(model: Model, index: int) -> Generator[None, None, Parameters]:
    yield
    return model.parameters[index]
