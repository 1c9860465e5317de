"""Per neuron: means of all layers as a strip; of the focused layer mean, spread and zeros of each neuron."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QVBoxLayout, QWidget

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_chart import Axis, Chart, home
from densegui.ui.panels.distributions_legend import Entry, Legend
from densegui.ui.panels.distributions_measures import rounded
from densegui.ui.panels.distributions_shapes import Shape, bars, dots, filled, pen
from densegui.ui.panels.distributions_shown import Shown, unit_name
from densegui.ui.panels.distributions_strip import Strip
from densegui.ui.panels.distributions_view import View
from densegui.ui.panels.plotting import blend, full_in, percent
from densegui.ui.theme import colors

_FAR = 7e307  # with room around it still a number
_FEW = 64  # neurons that can be told apart


class NeuronsView(View):
    """The strip chooses the layer, the chart shows its neurons; a click selects one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._strip = Strip(self)
        self._legend = Legend(self)
        self._chart = Chart("distributionsNeurons", self)
        self._chart.tip = self._tip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strip, 2)
        column.addWidget(self._legend)
        column.addWidget(self._chart.widget, 5)
        self._strip.chosen.connect(self._on_chosen)
        self._chart.clicked.connect(self._on_clicked)
        self._chart.stepped.connect(self._on_stepped)

    def show_run(self, shown: Shown) -> None:
        self._shown = shown
        self._strip.show_run(shown)
        self._draw(shown)

    def retranslate(self) -> None:
        self._chart.widget.setAccessibleName(self.tr("Mean and spread of each neuron"))
        hint = self.tr("Click or press ←/→ to select a neuron; drag and wheel or +/− zoom, Home shows all")
        self._chart.widget.setStatusTip(hint)
        self._chart.widget.setAccessibleDescription(hint)
        self._strip.setAccessibleName(self.tr("Means of all neurons of all layers"))
        self._strip.setToolTip(
            self.tr(
                "A cell for each neuron: blue a positive mean, orange a negative one, red zero in every row"
            )
        )

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        yield "layer", "values", "neuron", "mean", "std", "share of zeros"
        for place in range(shown.count):
            s = shown.statistics(place)
            numbers = zip(
                s.unit_mean.tolist(), s.unit_std.tolist(), s.unit_zero_fraction.tolist(), strict=True
            )
            for unit, (mean, std, zeros) in enumerate(numbers):
                yield shown.name(place), shown.symbol(place), unit, mean, std, zeros

    def _draw(self, shown: Shown) -> None:
        place = shown.detail
        s, pinned = shown.statistics(place), shown.reference(place)
        shapes = []
        if pinned is not None and len(pinned.unit_mean) == len(s.unit_mean):
            shapes += _spreads(pinned, QColor(colors().muted), 0.2)
        color = shown.color(place) if place else QColor(colors().muted)
        low, high = _limits(s, pinned if shapes else None)
        shapes = [*_zeros(s, low, high), *shapes, *_spreads(s, color, 0.0)]
        dead = np.flatnonzero(shown.dead(place) & np.isfinite(s.unit_mean))
        if len(dead):
            shapes.append(dots(dead.astype(np.float64), s.unit_mean[dead], QColor(colors().warning), 7.0))
        unit = shown.focus.unit if shown.place is not None else None
        if unit is not None and unit < len(s.unit_mean):
            ring = QPainterPath()
            ring.addRect(QRectF(unit - 0.5, low, 1.0, high - low))
            shapes.append(Shape(ring, pen(QColor(colors().accent), 1.5)))
        units = len(s.unit_mean)
        self._chart.show_shapes(
            shapes,
            home((-0.7, units - 0.3), (low, high)),
            shown.font,
            bottom=Axis(
                self.tr("feature")
                if place == 0
                else self.tr("neuron of {layer}").format(layer=shown.name(place)),
                tuple((float(k), unit_name(shown, place, k)) for k in range(units))
                if units <= _FEW
                else None,
            ),
            left=Axis(
                self.tr("mean ± std of {symbol}").format(symbol=shown.symbol(place)),
                short=shown.symbol(place),
            ),
        )
        self._show_legend(shown, color, len(dead), pinned is not None)

    def _show_legend(self, shown: Shown, color: QColor, dead: int, has_pinned: bool) -> None:
        entries = [Entry(self.tr("mean, line ± std"), pen(color), dot=True)]
        if shown.detail:
            text = self.tr("{count} dead of {units}").format(
                count=f"{dead:,}", units=f"{shown.units(shown.detail):,}"
            )
            entries.append(Entry(text, pen(QColor(colors().warning)), dot=True))
        none = int(np.count_nonzero(np.isnan(shown.statistics(shown.detail).unit_mean)))
        if none:
            entries.append(Entry(self.tr("{count} without a finite value").format(count=f"{none:,}")))
        grey = Entry(self.tr("zeros, 0–100 %"), pen(_zero_color(1)), dot=True)
        last = [Entry(self.tr("pinned run"), pen(QColor(colors().muted), 2.0))] if has_pinned else []
        self._legend.show_entries((), [*entries, *last, grey])

    def _unit_at(self, point: QPointF) -> int | None:
        unit = int(np.floor(point.x() + 0.5))
        if self._shown is None or not 0 <= unit < self._shown.units(self._shown.detail):
            return None
        return unit

    def _tip(self, point: QPointF) -> str:
        unit = self._unit_at(point)
        if unit is None or self._shown is None:
            return ""
        place = self._shown.detail
        s, dtype = self._shown.statistics(place), self._shown.result.model.dtype
        return self.tr("{layer}, neuron {unit}\nmean {mean}\nstd {std}\nzeros {zeros}").format(
            layer=self._shown.name(place),
            unit=unit_name(self._shown, place, unit),
            mean=full_in(float(s.unit_mean[unit]), dtype),
            std=full_in(float(s.unit_std[unit]), dtype),
            zeros=percent(float(s.unit_zero_fraction[unit])),
        )

    def _on_chosen(self, place: int, unit: int) -> None:
        if self._shown is not None:
            self.focus_requested.emit(self._shown.looking_at(place, unit))

    def _on_clicked(self, point: QPointF) -> None:
        unit = self._unit_at(point)
        if unit is not None and self._shown is not None:
            self._on_chosen(self._shown.detail, unit)

    def _on_stepped(self, step: int) -> None:
        if self._shown is None:
            return
        unit = self._shown.focus.unit if self._shown.place is not None else None
        unit = 0 if unit is None else unit + step
        if 0 <= unit < self._shown.units(self._shown.detail):
            self._on_chosen(self._shown.detail, unit)


def _spreads(s: LayerStatistics, color: QColor, shift: float) -> list[Shape]:
    """A dot for each mean, and a line from mean − std to mean + std."""
    units = np.flatnonzero(np.isfinite(s.unit_mean))
    mean, std = s.unit_mean[units], np.nan_to_num(s.unit_std[units])
    x = units.astype(np.float64) + shift
    size = 7.0 if len(x) <= _FEW else 4.0 if len(x) <= 256 else 2.5
    line = pen(blend(color, 0.6 if len(x) <= _FEW else 0.45), 2.0 if len(x) <= _FEW else 1.0)
    return [Shape(bars(x, mean - std, mean + std), line), dots(x, mean, color, size)]


def _zero_color(units: int) -> QColor:
    """Bars side by side without gaps are quieter, for the lines over them to be seen."""
    return blend(QColor(colors().histogram), 0.55 if units <= _FEW else 0.3)


def _zeros(s: LayerStatistics, low: float, high: float) -> list[Shape]:
    """The share of zeros of each neuron as a bar over the whole height of the plot."""
    shares = s.unit_zero_fraction
    rects = [
        QRectF(unit - 0.4, low, 0.8, float(shares[unit]) * (high - low))
        for unit in np.flatnonzero(shares > 0).tolist()
    ]
    return [filled(rects, _zero_color(len(shares)))]


def _limits(s: LayerStatistics, pinned: LayerStatistics | None) -> tuple[float, float]:
    """The range of mean ± std of all neurons, to round numbers."""
    low, high = [], []
    for each in (s, pinned):
        if each is not None and np.isfinite(each.unit_mean).any():
            std = np.nan_to_num(each.unit_std)
            low.append(float(np.nanmin(each.unit_mean - std)))
            high.append(float(np.nanmax(each.unit_mean + std)))
    least, most = max(min(low, default=0.0), -_FAR), min(max(high, default=1.0), _FAR)
    bottom, top = rounded(least, most)
    if not bottom < top:
        return bottom - 1.0, bottom + 1.0
    space = (top - bottom) * 0.04
    return bottom - space, top + space
