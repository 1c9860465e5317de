"""Scans of a model's weights, made in slices that leave the window responsive, and remembered."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from densegui.ui.background import Background, Task
from densegui.ui.panels.graph_scan import Scan, scan

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.engine import Model, Parameters

    Floats = NDArray[np.floating[Any]]
    _Wanted = tuple[Floats, Floats | None]

AT_ONCE: Final = 1 << 19  # weights scanned without a pause one feels
DRAW_AT_ONCE: Final = 50_000  # weights drawn from the seed on the UI thread
DRAW_LIMIT: Final = 1 << 24  # weights drawn for the graph alone; more wait for a run
_SLICE: Final = 0.006


class Scans(QObject):
    """Knows Σ|w| and the heat map of each layer, and draws weights that are not there yet.

    Signals:
        changed(): what was not known before is known now.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background = Background(self)
        self._drawing: Task | None = None
        self._known: dict[tuple[int, bool], tuple[Floats | None, Scan]] = {}
        self._wanted: dict[tuple[int, bool], _Wanted] = {}
        self._work: tuple[tuple[int, bool], _Wanted, Generator[None, None, Scan]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timeout)

    def weights(self, model: Model) -> list[bool]:
        """Which layers' weights are there; draws the others in the background, unless they are huge."""
        counts = model.connections
        if sum(counts) <= DRAW_AT_ONCE:
            return [True] * len(counts)
        there = [model.is_drawn(index) for index in range(len(counts))]
        missing = [index for index, drawn in enumerate(there) if not drawn]
        if missing and sum(counts) <= DRAW_LIMIT:
            self._draw(model, missing[0])
        return there

    @property
    def is_drawing(self) -> bool:
        """Whether weights are on their way."""
        return self._drawing is not None

    def of(self, layer: int, weights: Floats, factors: Floats | None = None) -> Scan | None:
        """What is known of a layer's weights.

        Args:
            layer: its place.
            weights: (n_in, n_out).
            factors: (n_in,) with which each row is multiplied first, or None.

        Returns:
            The scan; of the weights before them while these are still being read; None while there is
            nothing to show yet.
        """
        key = (layer, factors is not None)
        known = self._known.get(key)
        if known is not None and known[1].weights is weights and _same(known[0], factors):
            self._wanted.pop(key, None)
            return known[1]
        if weights.size <= AT_ONCE:
            found = _finished(scan(weights, factors))
            self._known[key] = (factors, found)
            return found
        self._want(key, weights, factors)
        return known[1] if known is not None and known[1].weights.shape == weights.shape else None

    def keep_first(self, layers: int) -> None:
        """Forgets layers that are gone, so that their arrays can be freed."""
        self._known = {key: value for key, value in self._known.items() if key[0] < layers}
        self._wanted = {key: value for key, value in self._wanted.items() if key[0] < layers}

    def _want(self, key: tuple[int, bool], weights: Floats, factors: Floats | None) -> None:
        wanted = self._wanted.get(key)
        if wanted is None or wanted[0] is not weights or not _same(wanted[1], factors):
            self._wanted[key] = (weights, factors)
        self._timer.start()

    def _draw(self, model: Model, index: int) -> None:
        if self._drawing is not None:
            return
        task = self._drawing = self._background.task(_Drawing(model, index))
        task.done.connect(self._on_drawn)
        task.ended.connect(self._on_ended)
        task.start()

    def _on_drawn(self, _task: Task, _parameters: Parameters) -> None:
        self._drawing = None
        self.changed.emit()

    def _on_ended(self, task: Task) -> None:
        if task is self._drawing:
            self._drawing = None

    def _on_timeout(self) -> None:
        """Reads on for some milliseconds.

        What was begun is finished though newer weights are wanted meanwhile: while a weight is dragged,
        each move would start from the beginning, and the map never be seen.
        """
        end = time.perf_counter() + _SLICE
        while self._wanted:
            if self._work is None:
                key, wanted = next(iter(self._wanted.items()))
                self._work = (key, wanted, scan(*wanted))
            key, wanted, steps = self._work
            try:
                next(steps)
            except StopIteration as stop:
                self._work = None
                self._known[key] = (wanted[1], stop.value)
                if self._wanted.get(key) is wanted:
                    del self._wanted[key]
                self.changed.emit()
            if time.perf_counter() >= end:
                return
        self._work = None
        self._timer.stop()


class _Drawing:
    """Draws the parameters of one layer, as the steps of a task."""

    def __init__(self, model: Model, index: int) -> None:
        self._model = model
        self._index = index

    def __call__(self) -> Generator[None, None, Parameters]:
        yield
        return self._model.parameters[self._index]


def _same(one: Floats | None, two: Floats | None) -> bool:
    return one is two or (one is not None and two is not None and one.tobytes() == two.tobytes())


def _finished(steps: Generator[None, None, Scan]) -> Scan:
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            found: Scan = stop.value
            return found
