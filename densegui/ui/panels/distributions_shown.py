"""What all views of the distribution panel show: a run place by place, 0 the input, then the layers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont

from densegui.engine import RunResult
from densegui.engine.statistics import LayerStatistics
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors, family_curve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data import Dataset


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A run as a person wants to see it.

    Attributes:
        result: the run.
        current: whether it is of the model and the data of now.
        pinned: an earlier run to compare it with, or None.
        dataset: the rows that were run, or None where they are unknown.
        minibatch: every number of a few rows, of the model of now; or None.
        focus: what is selected in all panels.
        font: of the panel.
        after: whether a is shown where there is room for one of z and a.
        log: whether heights are log(1 + count).
        same: whether all places share one axis of values.
    """

    result: RunResult
    current: bool
    pinned: RunResult | None
    dataset: Dataset | None
    minibatch: Minibatch | None
    focus: Focus
    font: QFont
    after: bool
    log: bool
    same: bool

    @property
    def count(self) -> int:
        """Number of places."""
        return 1 + len(self.result.layers)

    @property
    def place(self) -> int | None:
        """Where the selected layer is in this run; None where it is not."""
        if self.focus.layer_id == INPUT:
            return 0
        for index, layer in enumerate(self.result.model.layers):
            if layer.id == self.focus.layer_id:
                return index + 1
        return None

    @property
    def detail(self) -> int:
        """The place that is shown in detail: the selected one, or else the last."""
        return self.count - 1 if self.place is None else self.place

    def name(self, place: int) -> str:
        """The name of a place, as everywhere in the program."""
        return name_of(self.result, place)

    def statistics(self, place: int) -> LayerStatistics:
        """Of x at the input; of a, or of z, of a layer."""
        return statistics_of(self.result, place, self.after)

    def reference(self, place: int) -> LayerStatistics | None:
        """The pinned run's at the same place from the input; None where it has none."""
        if self.pinned is None or place > len(self.pinned.layers):
            return None
        return statistics_of(self.pinned, place, self.after)

    def units(self, place: int) -> int:
        """Number of neurons, or of features."""
        return len(self.statistics(place).unit_mean)

    def dead(self, place: int) -> NDArray[np.bool_]:
        """Which neurons give zero in every row, (units,); features are data, not dead."""
        if place == 0 or not self.result.rows:
            return np.zeros(self.units(place), np.bool_)
        return np.equal(self.result.layers[place - 1].a.unit_zero_fraction, 1.0)

    def symbol(self, place: int) -> str:
        """What the values of a place are called."""
        return "x" if place == 0 else "a" if self.after else "z"

    def color(self, place: int) -> QColor:
        """Grey for the input, the activation family's colour for a layer; muted where out of date."""
        if place == 0:
            color = QColor(colors().histogram)
        else:
            color = family_curve(self.result.model.layers[place - 1].activation.function.family)
        return color if self.current else blend(color, 0.45)

    def looking_at(self, place: int, unit: int | None = None) -> Focus:
        """The focus on a place, and on one of its neurons."""
        layer_id = INPUT if place == 0 else self.result.model.layers[place - 1].id
        if unit is None and layer_id == self.focus.layer_id:
            return self.focus
        return replace(self.focus, layer_id=layer_id, unit=unit, source=None)


def name_of(result: RunResult, place: int) -> str:
    """The name of a place of a run."""
    if place == 0:
        return QCoreApplication.translate("DistributionsPanel", "input")
    return result.model.names[place - 1]


def statistics_of(result: RunResult, place: int, after: bool) -> LayerStatistics:
    """Statistics at a place of a run; z and x are what they are, ``after`` chooses a of a layer."""
    if place == 0:
        return result.inputs
    layer = result.layers[place - 1]
    return layer.a if after else layer.z


def class_name(dataset: Dataset | None, number: int) -> str:
    """What a class is called; its number where the data do not say."""
    names = () if dataset is None else dataset.class_names
    return names[number] if number < len(names) else str(number)


def unit_name(shown: Shown, place: int, unit: int) -> str:
    """A feature's name; the number of a neuron."""
    names = () if shown.dataset is None or place else shown.dataset.feature_names
    return names[unit] if unit < len(names) else str(unit)
