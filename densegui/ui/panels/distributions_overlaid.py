"""All layers as outlines in one plot: how the values of one lie beside those of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_chart import Axis, home
from densegui.ui.panels.distributions_depth import (
    DepthView,
    depth_color,
    every_range,
    pinned_entries,
    thinned_entries,
    values_label,
)
from densegui.ui.panels.distributions_legend import Entry
from densegui.ui.panels.distributions_measures import relative
from densegui.ui.panels.distributions_numbers import bin_text
from densegui.ui.panels.distributions_shapes import Shape, pen, pinned_pen, steps
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.distributions_view import bins

_FEW = 5  # pinned outlines that can be told apart
_MOST = 64  # outlines


class OverlaidView(DepthView):
    """Every outline is as high as the plot, for bins of another width hold other shares."""

    name = "distributionsOverlaid"

    def retranslate(self) -> None:
        super().retranslate()
        self.chart.widget.setAccessibleName(self.tr("Histograms of all layers in one plot"))

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        return bins(shown)

    def _draw(self, shown: Shown) -> None:
        shapes = []
        for place in range(shown.count) if shown.count <= _FEW else (shown.detail,):
            pinned = shown.reference(place)
            if pinned is not None:
                bars = relative(pinned.histogram, shown.log)
                shapes.append(Shape(steps(pinned.histogram.edges, bars), pinned_pen()))
        every = -(-shown.count // _MOST)
        places = range(shown.detail % every, shown.count, every)
        for place in sorted(places, key=shown.detail.__eq__):
            s = shown.statistics(place)
            line = pen(depth_color(place, shown.count, shown.current), 3.0 if place == shown.place else 1.4)
            shapes.append(Shape(steps(s.histogram.edges, relative(s.histogram, shown.log)), line))
        bars_label = self.tr("log count, highest = 1") if shown.log else self.tr("share, highest bin = 1")
        self.chart.show_shapes(
            shapes,
            home(every_range(shown), (0.0, 1.04)),
            shown.font,
            bottom=Axis(values_label(shown)),
            left=Axis(bars_label, short=self.tr("log count") if shown.log else self.tr("share")),
        )
        self.legend.show_entries(
            [Entry(shown.name(p), pen(depth_color(p, shown.count, shown.current), 3.0)) for p in places],
            [*pinned_entries(shown), *thinned_entries(every)],
        )

    def _place_at(self, point: QPointF) -> int:
        if self.shown is None:
            return -1
        height = self.chart.box.height()
        away = [
            abs(_height(self.shown.statistics(p), point.x(), self.shown.log) - point.y()) * height
            for p in range(self.shown.count)
        ]
        return int(np.argmin(away))

    def _tip(self, point: QPointF) -> str:
        text = super()._tip(point)
        if self.shown is None:
            return text
        place = self._place_at(point)
        histogram = self.shown.statistics(place).histogram
        at = int(np.searchsorted(histogram.edges, point.x(), side="right")) - 1
        if not 0 <= at < len(histogram.counts):
            return text
        return bin_text(self.shown.symbol(place), histogram, at) + "\n\n" + text


def _height(s: LayerStatistics, x: float, log: bool) -> float:
    """The height of the outline at x."""
    at = int(np.searchsorted(s.histogram.edges, x, side="right")) - 1
    heights = relative(s.histogram, log)
    return float(heights[at]) if 0 <= at < len(heights) else 0.0
