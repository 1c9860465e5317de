"""Document: what a person works on, its history, and the file it belongs to."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.document.history import History
from densegui.engine import Dense, Model

if TYPE_CHECKING:
    from densegui.data import Dataset, Source

UNDO_BYTES: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class State:
    """All that an undo step restores: the stack and the data it is run on.

    Attributes:
        model: the stack.
        dataset: the data, or None.
        missing: where the data came from that could not be got again, so that saving does not forget it.
    """

    model: Model
    dataset: Dataset | None = None
    missing: Source | None = None

    @property
    def source(self) -> Source | None:
        """Where the data came from."""
        return self.missing if self.dataset is None else self.dataset.source


def example() -> Model:
    """The stack of the first start, 4 → 8 → 6 → 1, as Keras lessons write it."""
    return Model(
        [
            Dense(8, input_dim=4, init="uniform", activation="relu"),
            Dense(6, init="uniform", activation="relu"),
            Dense(1, init="uniform", activation="sigmoid"),
        ]
    )


class File:
    """Where a stack is saved, and which state of it; the states of one stack share it.

    Attributes:
        path: the file, or None as long as there is none.
        saved: the state in the file; before the first saving, the one it began with.
    """

    def __init__(self, path: Path | None, saved: State) -> None:
        self.path = path
        self.saved = saved


@dataclass(frozen=True, slots=True)
class _Entry:
    state: State
    file: File


class Document:
    """A history of states, and whether the newest one is on disk.

    A step of undo costs about 1 KB for a stack of three blocks and 4 KB for one of 200: the description
    alone. Layers, data and weights that a step leaves as they are it shares with its neighbours, and drawn
    weights are drawn again when they are needed. Weights that were given (typed, imported, frozen) and data
    that no file holds are kept, once for all steps that share them, and together take at most ``UNDO_BYTES``
    beyond what the present state holds; then the oldest steps are forgotten.
    """

    def __init__(self, state: State, path: Path | None = None) -> None:
        self._history = History(_Entry(state, File(path, state)))

    @property
    def state(self) -> State:
        """The state now."""
        return self._history.value.state

    @property
    def path(self) -> Path | None:
        """The file it was opened from or saved to, or None."""
        return self._history.value.file.path

    @property
    def file(self) -> File:
        """The same one for all states that are saved to one place: another one since ``begin``."""
        return self._history.value.file

    @property
    def is_modified(self) -> bool:
        """Whether there is something that the file does not have."""
        return self.state != self._history.value.file.saved

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back."""
        return self._history.redo_label

    def commit(self, state: State, label: str, merge: Hashable | None = None) -> None:
        """Makes a change that can be undone; a state equal to the present one is no change."""
        if state != self.state:
            self._commit(_Entry(state, self._history.value.file), label, merge)

    def begin(self, state: State, label: str) -> None:
        """Begins a stack that no file has yet; undo goes back to the one before and its file."""
        if state != self.state or self.path is not None:
            self._commit(_Entry(state, File(None, state)), label)

    def undo(self) -> None:
        """Takes the last change back."""
        before = self.state
        self._history.undo()
        self._release(before)

    def redo(self) -> None:
        """Brings back what undo took."""
        before = self.state
        self._history.redo()
        self._release(before)

    def mark_saved(self, state: State, path: Path, file: File | None = None) -> None:
        """Notes that ``state`` is what the file at ``path`` holds.

        Args:
            state: what was saved.
            path: where.
            file: what the state belonged to when saving began, where that may be another one by now.
        """
        file = file or self.file
        file.path, file.saved = path, state

    def _commit(self, entry: _Entry, label: str, merge: Hashable | None = None) -> None:
        before = self.state
        self._history.commit(entry, label, merge)
        self._history.trim(_weigh, UNDO_BYTES)
        self._release(before)

    def _release(self, before: State) -> None:
        """Lets an old stack forget what it can draw again, so that steps cost what was given alone."""
        before.model.release(self.state.model)


def _weigh(entry: _Entry) -> dict[int, int]:
    """Identities and bytes of the arrays that a state holds in memory and cannot make again."""
    return entry.state.model.held() | _weigh_data(entry.state)


def _weigh_data(state: State) -> dict[int, int]:
    if state.dataset is None:
        return {}
    held = {}
    for x in (state.dataset.x, state.dataset.raw.x):
        if isinstance(x, np.ndarray):  # rows on demand hold none
            base = x if x.base is None else x.base
            on_disk = getattr(base, "filename", None) is not None or type(base).__name__ == "mmap"
            if not on_disk:
                held[id(base)] = int(getattr(base, "nbytes", x.nbytes))
    return held
