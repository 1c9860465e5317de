"""Workspace: plans for full and for last chunks of one thread, and its view of what passes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from densegui.engine.moments import Selection
from densegui.engine.plans import Buffers, Plan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.model import Model
    from densegui.engine.observer import Chunk, Observer
    from densegui.engine.tally import Tally
    from densegui.engine.views import Views


class Workspace:
    """What one thread needs.

    Args:
        model: what is run.
        rows: the largest number of rows of a chunk.
        observer: who wants to see what passes.

    Attributes:
        watch: the observer's view from this thread.
    """

    def __init__(self, model: Model, rows: int, observer: Observer) -> None:
        self._model = model
        self.watch = observer.watch(rows)
        self._buffers = Buffers(model, rows)
        self._plans: dict[int, Plan] = {}
        self._views: dict[int, list[Views]] = {}
        self._selections: dict[int, Selection] = {}

    def plan(self, rows: int) -> Plan:
        """Returns the plan of a chunk of so many rows."""
        if rows not in self._plans:
            plan = self._plans[rows] = Plan(self._model, rows, self._buffers)
            self._views[rows] = [self.watch.views(values) for _, _, values in plan.layers]
        return self._plans[rows]

    def show(self, x: NDArray[Any], chunk: Chunk, look: Callable[[Tally, Views, Chunk], None]) -> None:
        """Computes all layers for x (rows, n_in) and shows every array that arises."""
        plan, tallies = self.plan(len(x)), self.watch.tallies
        look(tallies[-1, "x"], self.watch.views(plan.start(x)), chunk)
        for index, (before, after, _) in enumerate(plan.layers):
            views = self._views[len(x)][index]
            for step in before:
                step()
            look(tallies[index, "z"], views, chunk)
            for step in after:
                step()
            if (index, "a") in tallies:
                look(tallies[index, "a"], views, chunk)

    def everyone(self, rows: int) -> Selection:
        """Returns the selection of so many rows without labels."""
        if rows not in self._selections:
            self._selections[rows] = Selection(None, rows, 1, self._model.dtype)
        return self._selections[rows]
