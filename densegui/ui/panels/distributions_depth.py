"""The run over its depth: all layers as outlines in one plot, as a ridgeline, or as boxes."""

from __future__ import annotations

from abc import abstractmethod

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_chart import Chart
from densegui.ui.panels.distributions_legend import Entry, Legend
from densegui.ui.panels.distributions_measures import rounded, span
from densegui.ui.panels.distributions_numbers import every_number, pinned_numbers
from densegui.ui.panels.distributions_shapes import pinned_pen
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.distributions_view import View
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import is_dark


class DepthView(View):
    """A chart with a legend over it, in which layers are chosen by click and arrow keys.

    Attributes:
        name: object name of the chart.
        zooms: which of its axes pan and zoom.
    """

    name = ""
    zooms = "x"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Shown | None = None
        self.legend = Legend(self)
        self.chart = Chart(self.name, self, self.zooms)
        self.chart.tip = self._tip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.legend)
        column.addWidget(self.chart.widget, 1)
        self.chart.clicked.connect(self._on_clicked)
        self.chart.stepped.connect(self._on_stepped)

    def show_run(self, shown: Shown) -> None:
        self.shown = shown
        self._draw(shown)

    def retranslate(self) -> None:
        hint = self.tr("Click or press ←/→ to select a layer; drag and wheel or +/− zoom, Home shows all")
        self.chart.widget.setStatusTip(hint)
        self.chart.widget.setAccessibleDescription(hint)

    @abstractmethod
    def _draw(self, shown: Shown) -> None:
        """Draws the run."""

    @abstractmethod
    def _place_at(self, point: QPointF) -> int:
        """The place that is at, or nearest to, a point of the plot."""

    def _tip(self, point: QPointF) -> str:
        shown = self.shown
        if shown is None:
            return ""
        place = min(max(self._place_at(point), 0), shown.count - 1)
        symbol = shown.symbol(place)
        texts = [shown.name(place), every_number(symbol, shown.statistics(place), shown.result.model.dtype)]
        pinned = shown.reference(place)
        if pinned is not None and shown.pinned is not None:
            texts.append(pinned_numbers(symbol, pinned, shown.pinned.model.dtype))
        return "\n".join(texts)

    def _on_clicked(self, point: QPointF) -> None:
        if self.shown is not None:
            place = self._place_at(point)
            if 0 <= place < self.shown.count:
                self.focus_requested.emit(self.shown.looking_at(place))

    def _on_stepped(self, step: int) -> None:
        if self.shown is not None:
            place = (self.shown.place or 0) + step
            if 0 <= place < self.shown.count:
                self.focus_requested.emit(self.shown.looking_at(place))


def values_label(shown: Shown) -> str:
    """What is measured along the axis of values, in words."""
    if shown.after:
        return QCoreApplication.translate("DistributionsPanel", "value of a, after the activation")
    return QCoreApplication.translate("DistributionsPanel", "value of z, before the activation")


def pinned_entries(shown: Shown, *, few: bool = True) -> list[Entry]:
    """The entry of the pinned run, where there is one; ``few`` as for ``pinned_pen``."""
    text = QCoreApplication.translate("DistributionsPanel", "pinned run")
    return [] if shown.pinned is None else [Entry(text, pinned_pen(few=few))]


def thinned_entries(every: int) -> list[Entry]:
    """What is said where only one of so many layers is drawn."""
    text = QCoreApplication.translate("DistributionsPanel", "one layer of {number} is drawn")
    return [Entry(text.format(number=every))] if every > 1 else []


def every_range(shown: Shown) -> tuple[float, float]:
    """The values of all places, of this run and the pinned one, to round numbers."""
    every: list[LayerStatistics | None] = []
    for place in range(shown.count):
        every += [shown.statistics(place), shown.reference(place)]
    return rounded(*(span(every) or (0.0, 1.0)))


def depth_color(place: int, count: int, current: bool) -> QColor:
    """A colour for a place among so many, dark to light, legible on the panel."""
    share = place / max(count - 1, 1)
    share = 0.3 + 0.7 * share if is_dark() else 0.9 * share
    color = QColor(*np.round(pg.colormap.get("viridis").map(share, mode="byte")).tolist()[:3])
    return color if current else blend(color, 0.45)


def fill(color: QColor) -> QBrush:
    """The inside of a shape whose outline is of this colour."""
    return QBrush(blend(color, 0.7))
