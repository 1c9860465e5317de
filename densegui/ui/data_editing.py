"""Data editing: what the session lets a person do to the data; each method is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal

from densegui import data
from densegui.data.errors import DataError
from densegui.data.steps import PickColumns, for_other_features, is_turned, picked, settled, turned
from densegui.ui.background import Background
from densegui.ui.file_tasks import FileTasks
from densegui.ui.sentences import sentence
from densegui.ui.stack_editing import StackEditing

if TYPE_CHECKING:
    from pathlib import Path

    from densegui.data import Dataset, Loading, Source, Step

_QUICK_NUMBERS: Final = 2**17  # preparing so many takes less than a frame


class DataEditing(StackEditing):
    """Gets data and prepares them, in the background where that takes a while.

    Signals:
        loading_changed: what is being loaded, prepared or saved ("" when nothing is), and its share 0 to 1.
        failed: something could not be done; one sentence.
        steps_refused: the steps that were asked for are not done, and the data are as before.
    """

    loading_changed = Signal(str, float)
    failed = Signal(str)
    steps_refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self._files = FileTasks(self.background, self)
        self._files.progressed.connect(self.loading_changed)
        self._files.loaded.connect(self.set_dataset)
        self._files.prepared.connect(self._on_prepared)
        self._files.unprepared.connect(self.steps_refused)
        self._files.failed.connect(self._on_failed)

    @property
    def dataset(self) -> Dataset | None:
        """The data now."""
        return self._document.state.dataset

    @property
    def is_loading(self) -> bool:
        """Whether something is being loaded or prepared."""
        return self._files.is_loading

    def load_data(self, *paths: Path) -> None:
        """Loads a data file, several pictures or a folder in the background."""
        several = QCoreApplication.translate("Session", "{count} files").format(count=f"{len(paths):,}")
        name = (paths[0].name or str(paths[0])) if len(paths) == 1 else several
        self._load(name, partial(data.reading, paths))

    def read_differently(self, options: Mapping[str, object]) -> None:
        """Reads the file of the data again, in the background.

        Steps of preparation that fit whatever features come are done again.

        Args:
            options: of the reader, by name; None leaves it to the reader.
        """
        if self.dataset is None:
            return
        source = self.dataset.raw.source
        chosen = {
            name: value for name, value in {**source.parameters, **options}.items() if value is not None
        }
        again = data.frozen_source(source.kind, **chosen)
        steps = for_other_features(self.dataset.source.steps)
        self._load(self.dataset.name, partial(_restoring, replace(again, steps=steps)))

    def paste_data(self, text: str) -> None:
        """Reads a table that was copied as text in the background."""
        from densegui.data import pasted  # noqa: PLC0415 - when first needed

        self._files.load(QCoreApplication.translate("Session", "pasted table"), partial(pasted.reading, text))

    def draw_data(self, source: Source, name: str) -> None:
        """Draws random rows, or reads a built-in set, in the background."""
        self._files.load(name, partial(_restoring, source))

    def set_dataset(self, dataset: Dataset) -> None:
        """Takes another dataset."""
        self._commit(
            replace(self._document.state, dataset=dataset, missing=None),
            QCoreApplication.translate("Session", "load {name}").format(name=dataset.name),
        )

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Prepares what was read by these steps instead of those of now.

        Few data are prepared at once, more in the background with progress and cancel. The end is
        ``dataset_changed``, or ``steps_refused``, after ``failed`` where a step does not fit.
        """
        if self.dataset is None:
            return
        raw = self.dataset.raw
        steps = settled(steps, self.dataset)
        if not isinstance(raw.x, np.ndarray) or raw.x.size > _QUICK_NUMBERS:
            self._files.prepare(raw, steps)
            return
        self._files.cancel()
        try:
            self._take_prepared(data.finish(data.preparing(raw, steps)))
        except DataError as error:
            self.failed.emit(sentence(error))
            self.steps_refused.emit()

    def choose_columns(self, columns: Sequence[int]) -> None:
        """Keeps these features of the data alone."""
        if self.dataset is not None:
            self.set_steps(picked(self.dataset.source.steps, columns))

    def transpose_data(self) -> None:
        """Exchanges rows and columns: samples that stood in columns become rows, or back."""
        if self.dataset is not None:
            self.set_steps(turned(self.dataset.source.steps))

    def _load(self, name: str, read: Callable[[], Generator[Loading, None, Dataset]]) -> None:
        self._files.load(name, partial(_oriented, read, self.model.input_dim))

    def _take_prepared(self, dataset: Dataset) -> None:
        before = () if self.dataset is None else self.dataset.source.steps
        label = _label(before, dataset.source.steps).format(name=dataset.name)
        self._commit(replace(self._document.state, dataset=dataset), label)

    def _on_prepared(self, dataset: Dataset) -> None:
        if self.dataset is not None and self.dataset.raw is dataset.raw:
            self._take_prepared(dataset)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(sentence(error))


def _restoring(source: Source) -> Generator[Loading, None, Dataset]:
    return (yield from data.restoring(source))  # imported in the thread


def _oriented(
    read: Callable[[], Generator[Loading, None, Dataset]], inputs: int
) -> Generator[Loading, None, Dataset]:
    """Reads a file; what fits a stack of so many inputs with samples in columns only is turned."""
    from densegui.data.orientation import orienting  # noqa: PLC0415 - imported in the thread

    dataset = yield from read()
    return (yield from orienting(dataset, inputs))


def _label(before: tuple[Step, ...], after: tuple[Step, ...]) -> str:
    """What undo calls a change of the steps."""
    if is_turned(before) != is_turned(after):
        return QCoreApplication.translate("Session", "transpose {name}")
    picks = bool(after) and isinstance(after[-1], PickColumns)
    if picks and after != before and after[:-1] in {before, before[:-1]}:
        return QCoreApplication.translate("Session", "choose columns of {name}")
    return QCoreApplication.translate("Session", "prepare {name}")
