"""Boxes over depth: from smallest to largest value, the middle half, the median and the mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_chart import Axis, home
from densegui.ui.panels.distributions_depth import (
    DepthView,
    every_range,
    fill,
    pinned_entries,
    values_label,
)
from densegui.ui.panels.distributions_legend import Entry
from densegui.ui.panels.distributions_measures import quartiles
from densegui.ui.panels.distributions_shapes import Shape, bars, dots, filled, path, pen, pinned_pen
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

_FEW: Final = 12  # pinned boxes that can be told from the others


class BoxesView(DepthView):
    """A box for each place; the pinned run's is dashed and stands beside it, or is lines over depth."""

    name = "distributionsBoxes"
    zooms = "xy"

    def retranslate(self) -> None:
        super().retranslate()
        self.chart.widget.setAccessibleName(self.tr("Quartiles and limits of every layer"))

    def _draw(self, shown: Shown) -> None:
        limits = every_range(shown)
        beside = shown.pinned is not None and shown.count <= _FEW
        half, shift = (0.2, -0.22) if beside else (0.3, 0.0)
        places, numbers = _numbers([shown.statistics(place) for place in range(shown.count)])
        pinned_places, pinned = _numbers([shown.reference(place) for place in range(shown.count)])
        shapes = [*_ground(shown, limits), *_boxes(shown, places, numbers, half, shift)]
        if beside and len(pinned_places):
            line, x = pinned_pen(), pinned_places - shift
            shapes.append(Shape(_whiskers(x, pinned, half), line))
            shapes.append(Shape(QPainterPath(), line, rects=_middles(x, pinned, half)))
            shapes.append(Shape(_medians(x, pinned, half), line))
        elif len(pinned_places):
            shapes += [Shape(path(pinned_places, line), pinned_pen()) for line in pinned[:5]]
        size = 6.0 if shown.count <= 30 else 4.0 if shown.count <= 100 else 2.0
        if len(places):
            shapes.append(dots(places + shift, numbers[5], QColor(colors().accent), size))
        self.chart.show_shapes(
            shapes,
            home((-0.6, shown.count - 0.4), limits),
            shown.font,
            bottom=Axis("", tuple((float(p), shown.name(p)) for p in range(shown.count))),
            left=Axis(values_label(shown), short="a" if shown.after else "z"),
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


def _numbers(several: list[LayerStatistics | None] | list[LayerStatistics]) -> tuple[Numbers, Numbers]:
    """Places that have finite values, and of these min, quartiles, max and mean, (6, places)."""
    found = [
        (float(place), s.min, *quartiles(s), s.max, s.mean)
        for place, s in enumerate(several)
        if s is not None and s.histogram.counts.any()
    ]
    table = np.array(found).reshape(-1, 7).T
    return table[0], table[1:]


def _ground(shown: Shown, limits: tuple[float, float]) -> list[Shape]:
    """A tint behind the selected place."""
    if shown.place is None:
        return []
    ground = QRectF(shown.place - 0.5, limits[0], 1.0, limits[1] - limits[0])
    return [filled([ground], blend(QColor(colors().accent), 0.12))]


def _boxes(shown: Shown, places: Numbers, numbers: Numbers, half: float, shift: float) -> list[Shape]:
    """Whiskers, boxes in the colours of the places, and medians."""
    ink = QColor(colors().text if shown.current else colors().muted)
    shapes = [Shape(_whiskers(places + shift, numbers, half), pen(ink))]
    of_color: dict[str, list[int]] = {}
    for index, place in enumerate(places.astype(int).tolist()):
        of_color.setdefault(shown.color(place).name(), []).append(index)
    for name, chosen in of_color.items():
        color = QColor(name)
        middle = _middles(places[chosen] + shift, numbers[:, chosen], half)
        shapes.append(Shape(QPainterPath(), pen(color.darker(115)), fill(color), rects=middle))
    return [*shapes, Shape(_medians(places + shift, numbers, half), pen(ink, 2.0))]


def _whiskers(x: Numbers, numbers: Numbers, half: float) -> QPainterPath:
    low, first, _, third, high = numbers[:5]
    made = bars(np.append(x, x), np.append(low, third), np.append(first, high))
    ends = np.append(x, x)
    caps = np.stack((ends - half / 2, ends + half / 2), 1).ravel()
    made.addPath(path(caps, np.repeat(np.append(low, high), 2), "pairs"))
    return made


def _middles(x: Numbers, numbers: Numbers, half: float) -> tuple[QRectF, ...]:
    columns = zip(x.tolist(), numbers[1].tolist(), numbers[3].tolist(), strict=True)
    return tuple(QRectF(place - half, low, 2 * half, high - low) for place, low, high in columns)


def _medians(x: Numbers, numbers: Numbers, half: float) -> QPainterPath:
    ends = np.stack((x - half, x + half), 1).ravel()
    return path(ends, np.repeat(numbers[2], 2), "pairs")
