"""Draws the large picture of the input plane: coarse at once, fine when nothing has changed for a moment."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from densegui.ui.focus import INPUT, Focus
from densegui.ui.panels.plane_colors import SOFT, table, winners
from densegui.ui.panels.plane_contour import NOWHERE, boundaries
from densegui.ui.panels.plane_values import (
    AT_INPUT,
    MOST_UNITS,
    Area,
    Scale,
    colored,
    rows_at_once,
    scale_of,
    seconds,
    surface,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Activation, Model

Result = TypeVar("Result")

_SIZES: Final = (200, 100, 50, 25)
_AT_ONCE: Final = 0.006  # seconds
_ALTOGETHER: Final = 1.5
_SLICE: Final = 0.008
_IDLE_MS: Final = 80
_COARSE: Final = 5  # halvings of the way between two pixels
_FINE: Final = 10


@dataclass(frozen=True, slots=True)
class Target:
    """What is drawn: a neuron of the layer at a place, or the strongest of all its neurons (None)."""

    place: int
    unit: int | None

    @staticmethod
    def of(model: Model, focus: Focus) -> Target:
        """The neuron that is looked at; without one the output, of several the most likely class."""
        places = {INPUT: AT_INPUT} | {layer.id or INPUT: k for k, layer in enumerate(model.layers)}
        if focus.unit is not None and focus.layer_id in places:
            place = places[focus.layer_id]
            if focus.unit < model.dims[place + 1]:
                return Target(place, focus.unit)
        return Target(len(model.layers) - 1, None if 1 < model.output_dim <= MOST_UNITS else 0)

    @staticmethod
    def choices(model: Model) -> Iterator[Target]:
        """What can be drawn, the output first; of wide layers the first neurons."""
        last = len(model.layers) - 1
        if 1 < model.output_dim <= MOST_UNITS:
            yield Target(last, None)
        for place in (last, *range(last), AT_INPUT):
            for unit in range(min(model.dims[place + 1], MOST_UNITS)):
                yield Target(place, unit)

    @property
    def units(self) -> slice:
        """The neurons that have to be computed."""
        return slice(None) if self.unit is None else slice(self.unit, self.unit + 1)

    def activation(self, model: Model) -> Activation | None:
        """The function of the layer; None for the input."""
        return None if self.place == AT_INPUT else model.layers[self.place].activation

    def answers(self, model: Model, points: NDArray[np.float64]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Returns z and a at points (m, 2), (m, units) each."""
        if self.place == AT_INPUT:
            return points[:, self.units], points[:, self.units]
        layer = model.trace(points, threads=1).layers[self.place]
        return layer.z[:, self.units], layer.a[:, self.units]

    def parts(self, model: Model, z: NDArray[Any], a: NDArray[Any]) -> NDArray[np.intp]:
        """Of which part of the plane values (…, units) are: the strongest neuron, or below and above."""
        activation = self.activation(model)
        if self.unit is None:
            found = a.argmax(axis=-1)
        elif activation is None:
            found = np.zeros(a.shape[:-1], np.intp)
        elif activation.function.rowwise:
            found = (a[..., 0] > 0.5).astype(np.intp)
        else:
            found = (z[..., 0] > 0).astype(np.intp)
        return np.where(np.isnan(a).any(axis=-1), NOWHERE, found)


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A picture.

    Attributes:
        model: whose it is.
        target: of what.
        area: where.
        rgba: (n, n, 4) uint8, the first row on top.
        lines: boundaries between the parts, (m, 2, 2).
        scale: what the colours mean; None for classes.
        span: lowest and highest finite value there is; NaN where there is none, and for classes.
    """

    model: Model
    target: Target
    area: Area
    rgba: NDArray[np.uint8]
    lines: NDArray[np.float64]
    scale: Scale | None
    span: tuple[float, float] = (np.nan, np.nan)


def finished(steps: Generator[None, None, Result]) -> Result:
    """Drives work in slices to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: Result = end.value
            return result


def drawing(
    model: Model, target: Target, area: Area, n: int, halvings: int = _FINE
) -> Generator[None, None, Drawing]:
    """Draws n × n pixels, a little between two yields.

    Boundary lines are as fine as the pixels, and twice as fine with each of the halvings.
    """
    values = yield from surface(model, target.place, target.units, area, n)
    activation = target.activation(model)

    def part_at(points: NDArray[np.float64]) -> NDArray[np.intp]:
        return target.parts(model, *target.answers(model, points))

    yield
    parts = target.parts(model, values.z, values.a)
    lines = yield from boundaries(parts, *area.centers(n), part_at, halvings, rows_at_once(model))
    yield
    if target.unit is None:
        shares = activation is not None and activation.function.rowwise
        return Drawing(model, target, area, winners(values.a, shares=shares), lines, None)
    scale, finite = scale_of(activation, values.a), values.a[np.isfinite(values.a)]
    span = (float(finite.min()), float(finite.max())) if finite.size else (np.nan, np.nan)
    return Drawing(model, target, area, colored(values.a[..., 0], scale, table(SOFT)), lines, scale, span)


class Draughtsman(QObject):
    """Draws on the thread of the widgets, in slices that a person does not notice.

    Signals:
        drawn: a ``Drawing`` of what was last asked for.
    """

    drawn = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: tuple[Model, Target, Area] | None = None
        self._task: Generator[None, None, Drawing] | None = None
        self._done = 0
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._on_slice)
        self._idle = QTimer(self)
        self._idle.setInterval(_IDLE_MS)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._on_idle)

    def draw(self, model: Model, target: Target, area: Area) -> None:
        """Draws at once as finely as takes no time, and finely later; drops what was under way.

        What is drawn already, or is being drawn, is not drawn again.
        """
        wanted = (model, target, area)
        if self._wanted is not None and self._wanted[0] is model and self._wanted[1:] == wanted[1:]:
            return
        self.stop()
        self._wanted = wanted
        self._done = next((n for n in _SIZES[1:] if seconds(model, n * n) <= _AT_ONCE), 0)
        if self._done:
            halvings = _COARSE if seconds(model, 4 * self._done * _COARSE) <= _AT_ONCE else 0
            self.drawn.emit(finished(drawing(model, target, area, self._done, halvings)))
        self._idle.start()

    def stop(self) -> None:
        """Drops what is under way, and forgets what is drawn."""
        self._wanted = self._task = None
        self._slices.stop()
        self._idle.stop()

    def _on_idle(self) -> None:
        """Goes on to the next finer picture, if there is one that does not take too long."""
        if self._wanted is None:
            return
        model = self._wanted[0]
        finer = [n for n in _SIZES if n > self._done and seconds(model, n * n) <= _ALTOGETHER]
        if not self._done and not finer:
            finer = [_SIZES[-1]]
        if finer:
            self._done = finer[-1]
            halvings = _FINE if seconds(model, 4 * self._done * _FINE) <= _ALTOGETHER else 0
            self._task = drawing(*self._wanted, self._done, halvings)
            self._slices.start()

    def _on_slice(self) -> None:
        end = time.perf_counter() + _SLICE
        try:
            while self._task is not None and time.perf_counter() < end:
                next(self._task)
        except StopIteration as done:
            self._task = None
            self._slices.stop()
            self.drawn.emit(done.value)
            self._on_idle()
