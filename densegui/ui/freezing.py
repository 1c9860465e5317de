"""Freezing: holds the weights of blocks, after drawing them in the background where that takes long."""

from __future__ import annotations

from collections.abc import Collection, Generator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject

from densegui.engine import Model
from densegui.ui.background import Task
from densegui.ui.sentences import sentence
from densegui.ui.session import Session

# Numbers that are drawn in some 10 ms, so without a pause to be felt.
MOST_AT_ONCE: Final = 500_000


class Freezing(QObject):
    """Freezes blocks of a session without keeping the person waiting.

    Args:
        session: what the blocks belong to.
        parent: who owns it.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def freeze(self, layer_ids: Collection[int]) -> None:
        """Holds the weights that blocks have now, as soon as they are drawn."""
        model = self._session.model
        places = [model.index_of(layer_id) for layer_id in layer_ids]
        undrawn = [place for place in places if not model.is_drawn(place)]
        if sum(model.parameter_counts[place] for place in undrawn) <= MOST_AT_ONCE:
            self._session.freeze_blocks(layer_ids)
            return
        task = self._session.background.task(partial(_drawing, model, undrawn), tuple(layer_ids))
        task.done.connect(self._on_drawn)
        task.failed.connect(self._on_failed)
        self._session.loading_changed.emit(self.tr("Drawing weights"), 0.0)
        task.start()

    def _on_drawn(self, task: Task, _nothing: object) -> None:
        self._session.loading_changed.emit("", 0.0)
        there = {layer.id for layer in self._session.model.layers}
        if there.issuperset(task.subject):
            self.freeze(task.subject)  # which draws what has become another block meanwhile

    def _on_failed(self, _task: Task, error: Exception) -> None:
        self._session.loading_changed.emit("", 0.0)
        self._session.failed.emit(sentence(error))


def _drawing(model: Model, places: Collection[int]) -> Generator[None, None, None]:
    for place in places:
        yield
        model.parameters[place]
