"""Session: the only door between the widgets and everything else."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from densegui.data import Dataset
from densegui.document import Document, State
from densegui.engine import Model, RunResult, threads
from densegui.ui.data_editing import DataEditing
from densegui.ui.inspection import Inspection
from densegui.ui.neuron_counting import NeuronCounting
from densegui.ui.running import Running
from densegui.ui.sentences import sentence

if TYPE_CHECKING:
    from densegui.document.document import File
    from densegui.document.presets import Preset


class Session(DataEditing):
    """What a window works on: the document, its data, and what the last run said.

    Every method that changes something commits one labelled, undoable step. Long work runs in the
    background and ends in a signal.

    Signals:
        changing: several of the signals below come one after the other (True), or have come (False).
        dataset_changed: ``dataset`` is another.
        result_changed: ``result``, ``last_result`` or whether it is current has changed.
        live_changed: ``is_live`` or ``live_waits`` has changed.
        run_failed: a run cannot start or has ended with an error; one sentence.
        run_progressed: rows done, rows in all.
        running_changed: whether a run is under way.
        noted: something that a person should know; one sentence.
        saved: the project file is written.
        parameters_ready: the parameters of the layer with this id are drawn and can be shown.
    """

    changing = Signal(bool)
    dataset_changed = Signal()
    result_changed = Signal()
    live_changed = Signal()
    run_failed = Signal(str)
    run_progressed = Signal(int, int)
    running_changed = Signal(bool)
    noted = Signal(str)
    saved = Signal()
    parameters_ready = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ran: object = None  # the document's file of the last run
        self._running = Running(self.background, self)
        self._running.progressed.connect(self.run_progressed)
        self._running.running_changed.connect(self.running_changed)
        self._running.live_changed.connect(self.live_changed)
        self._running.result_changed.connect(self._on_result_changed)
        self._running.failed.connect(self._on_run_failed)
        self._files.opened.connect(self._on_opened)
        self._files.preset_opened.connect(self._on_preset_opened)
        self._files.preset_kept.connect(self._on_preset_kept)
        self._files.saved.connect(self._on_saved)
        self.inspection = Inspection(self.background, self)
        self.inspection.drawn.connect(self._on_drawn)
        self.inspection.failed.connect(self._on_failed)
        self.counting = NeuronCounting(self.background, self._running.seconds_for, self)
        self.counting.failed.connect(self._on_failed)
        self.inspection.focus_changed.connect(self._on_focus_changed)

    # What there is

    @property
    def last_result(self) -> RunResult | None:
        """What the last run said, even if the stack or the data have changed since; None of another stack."""
        return self._running.last_result if self._ran is self._document.file else None

    @property
    def result(self) -> RunResult | None:
        """What the last run said of this very stack on these very data, or None."""
        return self._running.result_of(self._document.state)

    @property
    def is_live(self) -> bool:
        """Whether a run follows every edit."""
        return self._running.is_live

    @property
    def batch_size(self) -> int:
        """Rows that go through the stack together; 0 for as many as are quickest."""
        return self._running.batch_size

    @property
    def live_waits(self) -> float:
        """How long a run would take where that is too long to follow every edit; else 0."""
        return self._running.expected_seconds

    @property
    def is_running(self) -> bool:
        """Whether a run is under way."""
        return self._running.is_running

    @property
    def mismatch(self) -> str:
        """One sentence when the data do not fit the stack's input, or ""."""
        if self.dataset is None or self.dataset.features == self.model.input_dim:
            return ""
        text = self.tr("{name} has {features} features, but the stack takes in {inputs}.")
        return text.format(
            name=self.dataset.name, features=self.dataset.features, inputs=self.model.input_dim
        )

    # Weights

    def request_parameters(self, layer_id: int) -> None:
        """Draws the parameters of a block in the background, up to ``parameters_ready``."""
        self.inspection.draw(self.model, layer_id)

    # Running

    def prepare(self) -> None:
        """Gets acquainted with the machine's BLAS in the background, which takes the first run a while."""
        self.background.task(_meeting_blas).start()

    def run_forward(self) -> None:
        """Runs all data through the stack in the background; what does not fit is said before."""
        if self.dataset is None:
            self.run_failed.emit(self.tr("There are no data to run: open a file, or draw random data."))
        elif self.mismatch:
            text = self.tr(
                "{mismatch} Data of shape ({rows}, {features}) do not fit weights of shape "
                "({inputs}, {units}): set the input size, or choose columns."
            )
            self.run_failed.emit(
                text.format(
                    mismatch=self.mismatch,
                    rows=self.dataset.rows,
                    features=self.dataset.features,
                    inputs=self.model.input_dim,
                    units=self.model.dims[1] if self.model.layers else self.model.input_dim,
                )
            )
        else:
            self._running.start(self._document.state)

    def cancel_run(self) -> None:
        """Stops the run, and whatever is being loaded."""
        if self.is_running:
            self.noted.emit(self.tr("The run was cancelled."))
        self._running.cancel()
        self._files.cancel()

    def set_batch_size(self, size: int) -> None:
        """Lets so many rows go through the stack together, from the next run on; 0 for the quickest."""
        self._running.batch_size = size
        self.inspection.set_batch_size(size)

    def set_live(self, on: bool) -> None:
        """Lets a run follow every edit, or no more; the first one starts at once where it can."""
        self._running.set_live(on)
        if on and self.result is None and self.dataset is not None and not self.mismatch:
            self.run_forward()

    # Files

    def new(self) -> None:
        """Begins an empty stack without a file, as one step that undo takes back; the data stay."""
        inputs = self.dataset.features if self.dataset is not None else self.model.input_dim
        state = replace(self._document.state, model=Model(input_dim=inputs))
        self._travel(partial(self._document.begin, state, self.tr("new stack")))

    def open(self, path: Path) -> None:
        """Opens a project file and its data in the background; what cannot be opened changes nothing."""
        self._files.open(path)

    def save(self, path: Path) -> None:
        """Writes the project file in the background."""
        self._files.save(path, self._document.state, self._document.file)

    def open_preset(self, preset: Preset | Path, title: str) -> None:
        """Opens a preset in the background, as one step that undo takes back; the project file stays.

        Args:
            preset: a row of the table, or the file of a person's own.
            title: what the person calls it.
        """
        self._files.open_preset(preset, title)

    def keep_preset(self, folder: Path, name: str, *, replace: bool = False) -> None:
        """Saves stack and data as a person's own preset in the background, in place of one of this name."""
        self._files.keep_preset(folder, name, self._document.state, replace=replace)

    def adopt_example_data(self, dataset: Dataset) -> None:
        """Puts the example's data beside the example, as where the document begins."""
        if self.dataset is None and not self.is_modified and self.path is None and self.undo_label is None:
            self._adopt(Document(State(self.model, dataset)))

    def close(self) -> bool:
        """Cancels all background work and waits for its end, as ``Background.close`` does."""
        return self.background.close()

    # Inside

    def _adopt(self, document: Document) -> None:
        before, self._document = self._document.state, document
        self._running.forget()
        self._announce(before)
        self.document_changed.emit()

    def _announce(self, before: State) -> None:
        """Tells what differs from ``before``."""
        after = self._document.state
        self.changing.emit(True)
        if after.dataset is not before.dataset and after.model != before.model:
            self.inspection.look_away()  # ids of layers and numbers of samples mean others now
        super()._announce(before)
        if after.dataset is not before.dataset:
            self.dataset_changed.emit()
        if after != before:
            self._follow()
            known = self._running.last_result
            self._running.follow(after)
            if self._running.last_result is known:  # else it has told so
                self.result_changed.emit()
        self.changing.emit(False)

    def _follow(self) -> None:
        fitting = None if self.mismatch else self.dataset
        self.inspection.follow(self.model, fitting, self.last_result is not None)
        self.counting.follow(self.model, fitting, self.result)

    def _on_focus_changed(self) -> None:
        self.counting.look_at(self.inspection.focus)

    def _on_drawn(self, layer_id: int, model: Model) -> None:
        if model == self.model:
            self.parameters_ready.emit(layer_id)

    def _on_result_changed(self) -> None:
        self._ran = self._document.file
        self.changing.emit(True)
        self.result_changed.emit()
        self._follow()
        self.changing.emit(False)

    def _on_run_failed(self, error: Exception) -> None:
        self.run_failed.emit(sentence(error))

    def _on_opened(self, state: State, path: Path, note: str) -> None:
        self._adopt(Document(state, path))
        if note:
            self.noted.emit(note)

    def _on_preset_opened(self, state: State, title: str, note: str) -> None:
        if self._may_weigh(state.model):
            self._commit(state, self.tr("open preset {name}").format(name=title))
            if note:
                self.noted.emit(note)

    def _on_preset_kept(self, path: Path) -> None:
        self.noted.emit(self.tr("{name} is kept as a preset.").format(name=path.stem))

    def _on_saved(self, state: State, path: Path, file: File) -> None:
        self._document.mark_saved(state, path, file)
        self.document_changed.emit()
        self.saved.emit()


def _meeting_blas() -> Generator[None, None, int]:
    yield
    return threads.available()
