"""Boxes over depth: from smallest to largest value, the middle half, the median and the mean."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainterPath

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_chart import Axis
from densegui.ui.panels.distributions_depth import (
    DepthView,
    every_range,
    fill,
    home,
    pinned_entries,
    values_label,
)
from densegui.ui.panels.distributions_legend import Entry
from densegui.ui.panels.distributions_measures import quartiles
from densegui.ui.panels.distributions_shapes import (
    Shape,
    bars,
    dots,
    path,
    pen,
    pinned_pen,
)
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors

_FEW = 12  # pinned boxes that can be told from the others


class BoxesView(DepthView):
    """A box for each place; the pinned run's is dashed and stands beside it."""

    name = "distributionsBoxes"

    def retranslate(self) -> None:
        super().retranslate()
        self.chart.widget.setAccessibleName(self.tr("Quartiles and limits of every layer"))

    def _draw(self, shown: Shown) -> None:
        ink = QColor(colors().text if shown.current else colors().muted)
        shapes: list[Shape] = []
        if shown.place is not None:
            ground = QPainterPath()
            low, high = every_range(shown)
            ground.addRect(QRectF(shown.place - 0.5, low, 1.0, high - low))
            tint = blend(QColor(colors().accent), 0.12)
            shapes.append(Shape(ground, pen(tint), QBrush(tint)))
        beside = shown.pinned is not None and shown.count <= _FEW
        half, shift = (0.2, -0.22) if beside else (0.3, 0.0)
        for place in range(shown.count):
            s = shown.statistics(place)
            if s.histogram.counts.any():
                color = shown.color(place)
                shapes += _box(s, place + shift, half, color, ink)
            pinned = shown.reference(place)
            if beside and pinned is not None and pinned.histogram.counts.any():
                shapes += _pinned(pinned, place - shift, half)
        if not beside:
            shapes += _pinned_lines(shown)
        means = [(place + shift, shown.statistics(place).mean) for place in range(shown.count)]
        x, y = np.array(means).T
        finite = np.isfinite(y)
        size = 6.0 if shown.count <= 30 else 4.0 if shown.count <= 100 else 2.0
        shapes.append(dots(x[finite], y[finite], QColor(colors().accent), size))
        self.chart.show_shapes(
            shapes,
            home((-0.6, shown.count - 0.4), every_range(shown)),
            shown.font,
            bottom=Axis("", tuple((float(p), shown.name(p)) for p in range(shown.count))),
            left=Axis(values_label(shown)),
        )
        self.legend.show_entries(
            (),
            [
                Entry(self.tr("mean"), pen(QColor(colors().accent)), dot=True),
                *pinned_entries(shown),
                Entry(self.tr("box: quartiles ≈ and median, whiskers: min and max")),
            ],
        )

    def _place_at(self, point: QPointF) -> int:
        return int(np.floor(point.x() + 0.5))


def _box(s: LayerStatistics, x: float, half: float, color: QColor, ink: QColor) -> list[Shape]:
    return [
        Shape(_whisker(s, x, half), pen(ink)),
        Shape(_middle(s, x, half), pen(color.darker(115)), fill(color)),
        Shape(_median(s, x, half), pen(ink, 2.0)),
    ]


def _pinned(s: LayerStatistics, x: float, half: float) -> list[Shape]:
    line = pinned_pen()
    return [
        Shape(_whisker(s, x, half), line),
        Shape(_middle(s, x, half), line),
        Shape(_median(s, x, half), line),
    ]


def _pinned_lines(shown: Shown) -> list[Shape]:
    """Of many places: smallest value, quartiles, median and largest value as dashed lines over depth."""
    found = []
    for place in range(shown.count):
        s = shown.reference(place)
        if s is not None and s.histogram.counts.any():
            found.append((place, s.min, *quartiles(s), s.max))
    if not found:
        return []
    places, *lines = np.array(found).T
    return [Shape(path(places, line), pinned_pen()) for line in lines]


def _whisker(s: LayerStatistics, x: float, half: float) -> QPainterPath:
    low, _, high = quartiles(s)
    made = bars(np.array([x, x]), np.array([s.min, high]), np.array([low, s.max]))
    caps = np.array([s.min, s.min, s.max, s.max])
    made.addPath(path(np.array([x - half / 2, x + half / 2] * 2), caps, "pairs"))
    return made


def _middle(s: LayerStatistics, x: float, half: float) -> QPainterPath:
    low, _, high = quartiles(s)
    made = QPainterPath()
    made.addRect(QRectF(x - half, low, 2 * half, high - low))
    return made


def _median(s: LayerStatistics, x: float, half: float) -> QPainterPath:
    middle = quartiles(s)[1]
    return path(np.array([x - half, x + half]), np.array([middle, middle]))
