"""File tasks: loading data, opening and saving projects in the background; the newest load counts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from densegui import data
from densegui.data.errors import DataError
from densegui.document import Project, State, storage
from densegui.ui.background import Background, Steps, Task

if TYPE_CHECKING:
    from densegui.data import Dataset, Step
    from densegui.document.document import File
    from densegui.document.presets import Preset

SILENCE_MS: Final = 8000
_PATIENCE_MS: Final = 1000  # of a person who has pressed Esc


class FileTasks(QObject):
    """Reads and writes in threads; a newer load replaces one under way.

    Signals:
        progressed: what is under way ("" when nothing is), and its share 0 to 1.
        loaded: a ``Dataset`` has been read or drawn.
        prepared: a ``Dataset`` has been prepared anew.
        unprepared: what was being prepared last has failed or was cancelled.
        opened: the ``State`` of a project, its path, and a sentence about missing data or "".
        preset_opened: the ``State`` of a preset, what it is called, and a sentence about missing data or "".
        preset_kept: the file of a person's own preset that is now on disk.
        saved: the ``State`` that is now on disk, its path, and the document's ``File`` it belonged to.
        failed: the exception of any of them.
    """

    progressed = Signal(str, float)
    loaded = Signal(object)
    prepared = Signal(object)
    unprepared = Signal()
    opened = Signal(object, object, str)
    preset_opened = Signal(object, str, str)
    preset_kept = Signal(object)
    saved = Signal(object, object, object)
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._load_task: Task | None = None
        self._silence = _timer(self, SILENCE_MS, self._on_silence)
        self._patience = _timer(self, _PATIENCE_MS, self._on_patience_ended)

    @property
    def is_loading(self) -> bool:
        """Whether something is being loaded."""
        return self._load_task is not None

    def load(self, name: str, steps: Steps) -> None:
        """Gets a dataset from a generator such as ``reading(path)``."""
        self._begin(name, steps).done.connect(self._on_loaded)
        self._start()

    def prepare(self, raw: Dataset, steps: Sequence[Step]) -> None:
        """Prepares a dataset as it was read."""
        task = self._begin(raw.name, partial(data.preparing, raw, steps))
        task.done.connect(self._on_prepared)
        task.failed.connect(self._on_unprepared)
        task.cancelled.connect(self._on_unprepared)
        self._start()

    def open(self, path: Path) -> None:
        """Opens a project and gets its data."""
        self._begin(path, partial(_opening, path)).done.connect(self._on_opened)
        self._start()

    def open_preset(self, preset: Preset | Path, title: str) -> None:
        """Gets the stack and the data of a preset: of the table, or a person's own file."""
        steps = partial(_opening, preset) if isinstance(preset, Path) else partial(_making, preset)
        self._begin(title, steps).done.connect(self._on_preset_opened)
        self._start()

    def keep_preset(self, folder: Path, name: str, state: State, *, replace: bool) -> None:
        """Writes a person's own preset; ``replace`` lets one of this name give way."""
        project = Project(state.model, state.source)
        task = self._background.task(partial(_keeping, folder, name, project, replace))
        task.done.connect(self._on_preset_kept)
        task.failed.connect(self._on_failed)
        task.start()

    def save(self, path: Path, state: State, file: File) -> None:
        """Writes a project."""
        task = self._background.task(
            partial(_saving, path, Project(state.model, state.source)), (state, path, file)
        )
        task.done.connect(self._on_saved)
        task.failed.connect(self._on_failed)
        self.progressed.emit(path.name, 0.0)
        task.start()

    def cancel(self) -> None:
        """Stops what is being loaded; what a disk or network keeps waiting is left to itself."""
        if self._load_task is not None:
            self._load_task.cancel()
            self._patience.start()

    def _begin(self, subject: str | Path, steps: Steps) -> Task:
        self.cancel()
        self._patience.stop()
        task = self._load_task = self._background.task(steps, subject)
        task.only_reads = True
        task.progressed.connect(self._on_progressed)
        task.failed.connect(self._on_failed)
        task.ended.connect(self._on_ended)
        return task

    def _start(self) -> None:
        if self._load_task is not None:
            self.progressed.emit(_name(self._load_task), 0.0)
            self._load_task.start()
            self._silence.start()

    def _on_progressed(self, task: Task, progress: Any) -> None:
        if task is self._load_task:
            self._silence.start()
            self.progressed.emit(_name(task), float(getattr(progress, "done", 0.0)))

    def _on_loaded(self, task: Task, dataset: Dataset) -> None:
        if task is self._load_task:
            self.loaded.emit(dataset)

    def _on_prepared(self, task: Task, dataset: Dataset) -> None:
        if task is self._load_task:
            self.prepared.emit(dataset)

    def _on_unprepared(self, task: Task, _error: Exception | None = None) -> None:
        if task is self._load_task:
            self.unprepared.emit()

    def _on_opened(self, task: Task, opened: tuple[State, str]) -> None:
        if task is self._load_task:
            state, note = opened
            self.opened.emit(state, task.subject, note)

    def _on_preset_opened(self, task: Task, opened: tuple[State, str]) -> None:
        if task is self._load_task:
            state, note = opened
            self.preset_opened.emit(state, str(task.subject), note)

    def _on_preset_kept(self, _task: Task, path: Path) -> None:
        self.preset_kept.emit(path)

    def _on_saved(self, task: Task, _result: object) -> None:
        self.progressed.emit("", 0.0)
        self.saved.emit(*task.subject)

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._load_task:
            self.progressed.emit("", 0.0)
        self.failed.emit(error)

    def _on_ended(self, task: Task) -> None:
        if task is self._load_task:
            self._forget()

    def _on_silence(self) -> None:
        if self._load_task is not None:
            text = self.tr(
                "{name} has not answered for {seconds} seconds: its disk or its network may be away. "
                "It is still waited for; press Esc to give it up."
            )
            found = text.format(name=_name(self._load_task), seconds=SILENCE_MS // 1000)
            self.failed.emit(DataError(found))

    def _on_patience_ended(self) -> None:
        if self._load_task is not None:
            self._forget()

    def _forget(self) -> None:
        self._silence.stop()
        self._patience.stop()
        self._load_task = None
        self.progressed.emit("", 0.0)


def _timer(parent: QObject, interval: int, slot: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(interval)
    timer.timeout.connect(slot)
    return timer


def _name(task: Task) -> str:
    return task.subject.name if isinstance(task.subject, Path) else str(task.subject)


def _saving(path: Path, project: Project) -> Generator[None, None, None]:
    yield
    storage.save(path, project)


def _making(preset: Preset) -> Generator[Any, None, tuple[State, str]]:
    yield
    dataset = None if preset.source is None else (yield from data.restoring(preset.source))
    return State(preset.make(), dataset), ""


def _keeping(folder: Path, name: str, project: Project, replace: bool) -> Generator[None, None, Path]:
    yield
    from densegui.document import presets  # noqa: PLC0415 - when first needed

    return presets.keep(folder, name, project, replace=replace)


def _opening(path: Path) -> Generator[Any, None, tuple[State, str]]:
    yield
    project = storage.load(path)
    if project.source is None:
        return State(project.model), ""
    try:
        dataset = yield from data.restoring(project.source, path.resolve().parent)
    except DataError as error:
        text = f"The stack is open, but its data are not: {error}"
        return State(project.model, missing=project.source), text
    return State(project.model, dataset), ""
