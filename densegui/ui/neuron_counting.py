"""Neuron counting: how the values of the neuron that is looked at are distributed over all rows."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from densegui.engine import Model, Progress, RunResult, run
from densegui.ui.background import Background, Task
from densegui.ui.focus import INPUT, Focus, NeuronValues
from densegui.ui.running import AT_ONCE_SECONDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data import Dataset

_Subject = tuple[Model, "Dataset", int, int]  # model, data, layer id, unit


class NeuronCounting(QObject):
    """Runs all rows through the layers up to one neuron, as long as somebody looks at its numbers.

    What is expected to take no longer than a frame is done at once, all else in the background; of that,
    only what is still wanted is kept.

    Args:
        background: where long work is done.
        expected: how many seconds running so many rows through a model takes.
        parent: the owner.

    Signals:
        changed: ``values`` or ``is_under_way`` is another.
        failed: the exception of a count.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, background: Background, expected: Callable[[Model, int], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._expected = expected
        self._task: Task | None = None
        self._failed_on: _Subject | None = None
        self._values: NeuronValues | None = None
        self._focus = Focus()
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._result: RunResult | None = None
        self._is_wanted = False

    @property
    def values(self) -> NeuronValues | None:
        """The last that were counted: perhaps of another neuron, or of the model before an edit."""
        return self._values

    @property
    def is_under_way(self) -> bool:
        """Whether the values of the neuron that is looked at are being counted."""
        return self._task is not None

    def want(self, on: bool) -> None:
        """Counts from now on, or no more: nobody sees it."""
        self._is_wanted = on
        self._count()

    def look_at(self, focus: Focus) -> None:
        """Counts the values of another neuron; of a feature, where the layer is the input."""
        self._focus = focus
        self._count()

    def follow(self, model: Model, dataset: Dataset | None, result: RunResult | None) -> None:
        """Counts for another model or other data.

        Args:
            model: the stack.
            dataset: data that fit it, or None.
            result: what a run said of these; None where there is nothing to compare with.
        """
        self._model, self._dataset, self._result = model, dataset, result
        if self._values is not None and self._values.dataset is not dataset:
            self._values = None
            self.changed.emit()
        self._count()

    def _wanted(self) -> _Subject | None:
        model, dataset, focus = self._model, self._dataset, self._focus
        if not self._is_wanted or self._result is None or model is None or dataset is None:
            return None
        if focus.layer_id is None or focus.unit is None:
            return None
        sizes = {INPUT: model.input_dim, **{layer.id: layer.units for layer in model.layers}}
        there = focus.unit < sizes.get(focus.layer_id, 0)
        return (model, dataset, focus.layer_id, focus.unit) if there else None

    def _count(self) -> None:
        """Brings what is counted in line with what is wanted."""
        subject = self._wanted()
        if self._task is not None and _are_same(self._task.subject, subject):
            return
        was_under_way = self.is_under_way
        self._forget()
        if subject is None or self._is_known(subject) or _are_same(self._failed_on, subject):
            if was_under_way:
                self.changed.emit()
            return
        self._failed_on = None
        steps = partial(_counting, subject, self._result)
        if self._is_quick(*subject):
            self._values = _finished(steps())
        else:
            task = self._task = self._background.task(steps, subject)
            task.done.connect(self._on_done)
            task.failed.connect(self._on_failed)
            task.start()
        self.changed.emit()

    def _is_known(self, subject: _Subject) -> bool:
        values = self._values
        return values is not None and _are_same(
            (values.model, values.dataset, values.layer_id, values.unit), subject
        )

    def _is_quick(self, model: Model, dataset: Dataset, layer_id: int, unit: int) -> bool:
        """Whether it takes less than handing it to a thread and back: drawn weights, rows in memory."""
        place = -1 if layer_id == INPUT else model.index_of(layer_id)
        in_memory = type(dataset.x) is np.ndarray
        if not in_memory or not all(model.is_drawn(k) for k in range(place + 1)):
            return False
        return self._expected(_alone(model, place, unit), dataset.rows) <= AT_ONCE_SECONDS

    def _forget(self) -> None:
        """Drops a count under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_done(self, task: Task, values: NeuronValues) -> None:
        if task is self._task:
            self._task, self._values = None, values
            self.changed.emit()

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task, self._failed_on = None, task.subject
            self.changed.emit()
        self.failed.emit(error)


def _are_same(one: _Subject | None, two: _Subject | None) -> bool:
    """Whether both are of the same neuron of the very same model on the very same data."""
    if one is None or two is None:
        return one is two
    return one[0] is two[0] and one[1] is two[1] and one[2:] == two[2:]


def _alone(model: Model, place: int, unit: int) -> Model:
    """The layers up to one neuron; of a feature, none."""
    return model.unit(place, unit) if place >= 0 else Model((), input_dim=1, dtype=model.dtype)


def _counting(subject: _Subject, whole: RunResult | None) -> Generator[Progress, None, NeuronValues]:
    """Counts the values of one neuron; drawing what is not drawn yet is part of it.

    Of softmax, a takes the whole row: it is taken from the outputs of the run, where they are these.
    """
    model, dataset, layer_id, unit = subject
    yield Progress(0, dataset.rows)
    if layer_id == INPUT:
        column = yield from run(_alone(model, -1, unit), _column(dataset.x, unit))
        return NeuronValues(*subject, z=column.inputs, a=None)
    place = model.index_of(layer_id)
    last = (yield from run(_alone(model, place, unit), dataset.x)).layers[-1]
    if not model.layers[place].activation.function.rowwise:
        return NeuronValues(*subject, z=last.z, a=None if last.a is last.z else last.a)
    if whole is None or place < len(model.layers) - 1:
        return NeuronValues(*subject, z=last.z, a=None)
    column = yield from run(_alone(model, -1, unit), whole.outputs[:, unit : unit + 1])
    return NeuronValues(*subject, z=last.z, a=column.inputs)


class _Column:
    """One feature of rows that are read when they are asked for; see ``densegui.engine.rows``."""

    ndim = 2

    def __init__(self, x: Any, unit: int) -> None:
        self._x = x
        self._unit = unit
        self.shape = (len(x), 1)
        self.dtype = x.dtype

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: slice) -> NDArray[Any]:
        found: NDArray[Any] = self._x[index][:, self._unit : self._unit + 1]
        return found


def _column(x: Any, unit: int) -> Any:
    """One feature of the data as rows (N, 1)."""
    return x[:, unit : unit + 1] if isinstance(x, np.ndarray) else _Column(x, unit)


def _finished(steps: Generator[Progress, None, NeuronValues]) -> NeuronValues:
    """Drives a count to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            values: NeuronValues = stop.value
            return values
