"""A ridgeline: the histogram of every layer over its depth, the input at the foot as in the stack."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainterPath, QResizeEvent

from densegui.engine.statistics import LayerStatistics
from densegui.ui.numbers import short
from densegui.ui.panels.distributions_chart import Axis, home
from densegui.ui.panels.distributions_depth import (
    DepthView,
    every_range,
    fill,
    pinned_entries,
    thinned_entries,
    values_label,
)
from densegui.ui.panels.distributions_measures import ends, relative, span
from densegui.ui.panels.distributions_shapes import Shape, pen, pinned_pen, steps
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.distributions_view import bins
from densegui.ui.theme import colors

_LEAST_PIXELS = 2.5  # from ridge to ridge
_OVERLAP = 2.4  # of many ridges
_FEW = 8


class RidgesView(DepthView):
    """A ridge for each layer, as high as the others; where they are too many, not for all."""

    name = "distributionsRidges"

    def retranslate(self) -> None:
        super().retranslate()
        self.chart.widget.setAccessibleName(self.tr("Histograms over depth"))

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        return bins(shown)

    def _draw(self, shown: Shown) -> None:
        rise = 0.85 if shown.count <= _FEW else _OVERLAP
        every = max(1, int(np.ceil(shown.count * _LEAST_PIXELS / max(self.chart.widget.height() - 40, 1))))
        places = range(shown.detail % every, shown.count, every)
        shapes = []
        for place in reversed(places):
            color = QColor(colors().accent) if place == shown.place else shown.color(place)
            now = self._ridge(shown.statistics(place), shown, place, rise * every)
            outline = pen(color.darker(115), 2.0 if place == shown.place else 1.0)
            shapes.append(Shape(now, outline, fill(color)))
            pinned = shown.reference(place)
            if pinned is not None:
                line = self._ridge(pinned, shown, place, rise * every)
                shapes.append(Shape(line, pinned_pen(few=shown.count <= _FEW)))
        x = every_range(shown) if shown.same else (0.0, 1.0)
        bottom = Axis(values_label(shown), short="a" if shown.after else "z")
        if not shown.same:
            bottom = Axis(self.tr("each from its smallest to its largest"), (), self.tr("min to max"))
        std = self.tr("std (pinned)") if shown.pinned else self.tr("std")
        right = std if shown.same else self.tr("min … max, {std}").format(std=std)
        self.chart.show_shapes(
            shapes,
            home(x, (-0.1, shown.count - 1 + rise * every + 0.05)),
            shown.font,
            bottom=bottom,
            left=Axis("", tuple((float(p), shown.name(p)) for p in places)),
            right=Axis(right, tuple((float(p), self._right(shown, p)) for p in places), std),
        )
        self.legend.show_entries(
            (), [*pinned_entries(shown, few=shown.count <= _FEW), *thinned_entries(every)]
        )

    def _ridge(self, s: LayerStatistics, shown: Shown, place: int, rise: float) -> QPainterPath:
        edges = s.histogram.edges
        if not shown.same:
            low, high = _own(shown, place)
            edges = (edges - low) / (high - low)
        return steps(edges, relative(s.histogram, shown.log) * rise, float(place))

    def _right(self, shown: Shown, place: int) -> str:
        s, pinned = shown.statistics(place), shown.reference(place)
        text = short(s.std) if pinned is None else f"{short(s.std)} ({short(pinned.std)})"
        if shown.same:
            return text
        low = s.min if pinned is None else float(np.fmin(s.min, pinned.min))
        high = s.max if pinned is None else float(np.fmax(s.max, pinned.max))
        return f"{' … '.join(ends(low, high))}, {text}"

    def _place_at(self, point: QPointF) -> int:
        return int(np.floor(point.y() + 0.25))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.shown is not None:
            self._draw(self.shown)


def _own(shown: Shown, place: int) -> tuple[float, float]:
    """The axis of one place: it holds the values of the shown run and of the pinned one."""
    return span((shown.statistics(place), shown.reference(place))) or (0.0, 1.0)
