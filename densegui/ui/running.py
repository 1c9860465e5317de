"""Running: what the last run said, whether that still holds, and runs that follow every edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from densegui.engine import run
from densegui.engine.rerun import Rerun
from densegui.engine.streaming import finish
from densegui.ui.background import Background
from densegui.ui.forward_runner import ForwardRunner

if TYPE_CHECKING:
    from densegui.document import State
    from densegui.engine import Model, RunResult

# A run that is expected to take less is not worth a thread: the picture follows the hand within one frame.
AT_ONCE_SECONDS: Final = 0.008
# Beyond this the picture would come long after the edit.
LIVE_SECONDS: Final = 0.25
_VALUE_COST: Final = 50  # statistics of one value, in multiplications and additions
_START_SECONDS: Final = 0.003  # what any run takes, however small
_TELLING_SECONDS: Final = 0.05  # a run of at least so long says how quick this machine is,
_TELLING_WORK: Final = 10**6  # and of at least so much: of less, something else took the time


class Running(QObject):
    """Runs the stack on the data, and knows of which stack and data the last result is.

    Signals:
        result_changed: ``last_result`` is another.
        running_changed: whether a run is under way.
        progressed: rows done, rows in all.
        failed: the exception of a run.
        live_changed: ``is_live`` or ``expected_seconds`` has changed.
    """

    result_changed = Signal()
    running_changed = Signal(bool)
    progressed = Signal(int, int)
    failed = Signal(object)
    live_changed = Signal()

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = ForwardRunner(background, self)
        self._runner.progressed.connect(self.progressed)
        self._runner.running_changed.connect(self.running_changed)
        self._runner.finished.connect(self._on_finished)
        self._runner.failed.connect(self._on_failed)
        self._state: State | None = None  # what is edited now, while live
        self._started: State | None = None
        self._last_run: State | None = None
        self._last_result: RunResult | None = None
        self._rerun: Rerun | None = None
        self._first = 0  # the layer the run under way began with
        self.batch_size = 0  # of the runs to come; 0 for as many rows as are quickest
        self._seconds_per_work = 1e-9
        self._is_live = False
        self._waits = 0.0

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._runner.is_running

    @property
    def last_result(self) -> RunResult | None:
        """What the last run said, even if the stack or the data have changed since."""
        return self._last_result

    @property
    def is_live(self) -> bool:
        """Whether a run follows every edit."""
        return self._is_live

    @property
    def expected_seconds(self) -> float:
        """How long a run would take where that is too long to follow every edit; else 0."""
        return self._waits

    def result_of(self, state: State) -> RunResult | None:
        """What the last run said, if it was of this very stack on these very data."""
        return self._last_result if state == self._last_run else None

    def seconds_for(self, model: Model, rows: int, first: int = 0) -> float:
        """How long running so many rows through the layers from ``first`` on is expected to take."""
        return _START_SECONDS + self._seconds_per_work * _work(model, first, rows)

    def start(self, state: State) -> None:
        """Runs all data through the stack in the background."""
        if state.dataset is None:
            raise ValueError("there are no data to run")
        self._started, self._first = state, 0
        dataset = state.dataset
        self._runner.start(
            partial(run, state.model, dataset.x, labels=dataset.labels, batch_size=self.batch_size or None)
        )

    def cancel(self) -> None:
        """Stops the run under way."""
        self._state = None
        self._runner.cancel()

    def forget(self) -> None:
        """Drops the last result; another document begins."""
        self._last_result = self._last_run = self._rerun = None

    def set_live(self, on: bool) -> None:
        """Lets a run follow every edit, or no more."""
        self._is_live, self._state = on, None
        self._wait(0.0)
        self.live_changed.emit()

    def follow(self, state: State) -> None:
        """Something was edited: a run under way is of no use any more; while live, another one follows.

        Args:
            state: stack and data now; data that do not fit the stack are not run.
        """
        dataset = state.dataset
        if self.is_running and state != self._started and not self._is_live:
            self._runner.cancel()
        if not self._is_live or dataset is None or dataset.features != state.model.input_dim:
            self._state = None
            return
        if self._rerun is None or self._rerun.x is not dataset.x:
            self._rerun = Rerun(dataset.x, dataset.labels)
        self._state = state
        if state != self._last_run and not self.is_running:
            self._run_live(state)

    def _run_live(self, state: State) -> None:
        rerun = self._rerun
        if rerun is None:
            return
        first = rerun.start(state.model)
        expected = self.seconds_for(state.model, len(rerun.x), first)
        self._wait(expected if expected > LIVE_SECONDS else 0.0)
        if expected > LIVE_SECONDS:
            return
        self._started, self._first = state, first
        steps = partial(rerun.steps, state.model, self.batch_size or None)
        if expected <= AT_ONCE_SECONDS:
            self._take(state, finish(steps()))
        else:
            self._runner.start(steps)

    def _learn(self, seconds: float, work: float) -> None:
        """Notes how quick this machine is; small runs take their time for other things than work."""
        measured = seconds / max(work, 1.0)
        told = seconds >= _TELLING_SECONDS and work >= _TELLING_WORK
        self._seconds_per_work = measured if told else min(measured, self._seconds_per_work)

    def _wait(self, seconds: float) -> None:
        if seconds != self._waits:
            self._waits = seconds
            self.live_changed.emit()

    def _take(self, state: State, result: RunResult) -> None:
        rerun, dataset = self._rerun, state.dataset
        if rerun is None or dataset is None or rerun.x is not dataset.x:
            rerun = self._rerun = None if dataset is None else Rerun(dataset.x, dataset.labels)
        if rerun is not None:
            self._learn(result.seconds, _work(state.model, self._first, result.rows))
            rerun.remember(result)
        self._last_result, self._last_run = result, state
        self.result_changed.emit()

    def _on_finished(self, result: RunResult) -> None:
        started, wanted = self._started, self._state
        if started is None:
            return
        if wanted is not None and wanted != started:
            if self._rerun is not None and started.dataset is wanted.dataset:
                self._rerun.remember(result)
            self._run_live(wanted)  # the hand has moved on meanwhile
            return
        self._take(started, result)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def _work(model: Model, start: int, rows: int) -> float:
    """Multiplications and additions of the layers from ``start`` on, statistics included."""
    return rows * (2.0 * sum(model.connections[start:]) + _VALUE_COST * sum(model.dims[start:]))
