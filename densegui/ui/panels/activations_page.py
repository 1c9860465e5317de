"""The page of functions of one variable: legend, curves over the histogram of z, and the shares in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from densegui.ui.numbers import full, short
from densegui.ui.panels.activations_choice import Choice
from densegui.ui.panels.activations_curves import Curve, curves, sample
from densegui.ui.panels.activations_legend import Entry, Legend
from densegui.ui.panels.activations_marks import Marks
from densegui.ui.panels.activations_overlay import Span
from densegui.ui.panels.activations_plot import ActivationPlot
from densegui.ui.panels.activations_regions import Region, region_shares, regions
from densegui.ui.panels.activations_view import View
from densegui.ui.panels.activations_words import region_name, region_text, share_text, state_text
from densegui.ui.panels.plotting import LineLabel, blend, outward, percent, shares, small_font
from densegui.ui.panels.sample_text import sample_text
from densegui.ui.theme import colors, family_curve

_WIDE = (-5.0, 5.0)
_LOW = 170
_NARROW = 300
_ROOM = "−0.000"


class CurvePage(QWidget):
    """What g does, and where the values are on it.

    Signals:
        unit_requested: the neuron whose dot was clicked, or that the arrow keys moved to.
    """

    unit_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._choice: Choice | None = None
        self._key: object = None
        self._curves: tuple[Curve, ...] = ()
        self._legend = Legend(self)
        self._note = QLabel(self)
        self._note.setObjectName("activationsNote")
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._badge = LineLabel("activationsBadge", self)
        self._badge.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        # The badge covers the words, so that nothing moves when a run goes out of date.
        self._foot = QWidget(self)
        foot = QGridLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._note, 0, 0)
        foot.addWidget(self._badge, 0, 0)
        self.plot = ActivationPlot(self)
        self.plot.reading_changed.connect(self._on_reading_changed)
        self.plot.unit_clicked.connect(self._on_unit_clicked)
        self.plot.unit_stepped.connect(self._on_unit_stepped)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._legend)
        column.addWidget(self.plot.widget, 1)
        column.addWidget(self._foot)
        self._retranslate()

    @property
    def words(self) -> str:
        """What the page says, with the numbers of its point."""
        stale = self._view is not None and self._view.is_stale
        marks = self.plot.marks.marks
        numbers = marks.texts(marks.unit) if marks is not None and marks.unit is not None else ()
        return " ".join((self._badge.text() if stale else self._note.text(), *numbers))

    def show_view(self, view: View, choice: Choice, *, slopes: bool, wide: bool) -> None:
        """Shows a block.

        Args:
            view: what is known of it.
            choice: the functions to draw.
            slopes: whether g′ is drawn too.
            wide: whether x reaches from −5 to 5 at least.
        """
        if view.layer.activation.function.rowwise:
            # The scores of a row go into softmax together: they are no values on any of these curves.
            view = replace(view, statistics=None, row=None, is_stale=False)
        self._view, self._choice = view, choice
        own, has_own = view.layer.activation, choice.has_own
        key = (choice.drawn, has_own, slopes, colors())
        if key != self._key:
            self._key = key
            self._curves = curves(choice.drawn, has_own=has_own, with_slopes=slopes)
        self._show_histogram(view)
        self.plot.show_curves(self._curves, self._range(view, wide), view.layer.id)
        texts = self._show_regions(regions(own) if has_own else (), view)
        row = view.row if view.is_chosen and has_own else None
        color = family_curve(own.function.family)
        marks = Marks(row.z, row.a, view.unit, color) if row is not None else None
        self.plot.show_marks(marks)
        self.plot.refresh()
        self._note.setText(self._note_text(view, texts, marks))
        self._badge.setVisible(view.is_stale)
        self._fit()

    def restyle(self) -> None:
        """Takes on the colours in force and the font."""
        self._note.setFont(small_font(self.font()))
        self._foot.setMinimumHeight(self._badge.sizeHint().height())
        self._legend.setFont(small_font(self.font()))
        self.plot.restyle(self.font())

    def numbers(self) -> Iterator[Sequence[object]]:
        """Every number of the picture as rows of (series, x, to, y), first the header."""
        yield "series", "x", "to", "y"
        x = sample(*self.plot.view)
        for curve in self.plot.curves:
            for at, y in zip(x.tolist(), curve.function(x).tolist(), strict=True):
                yield curve.label, at, "", y
        item = self.plot.histogram
        for low, high, share in zip(item.edges[:-1], item.edges[1:], item.heights, strict=True):
            yield "share of z", float(low), float(high), float(share)
        marks = self.plot.marks.marks
        if marks is not None:
            for unit in range(len(marks.z)) if marks.unit is None else (marks.unit,):
                yield f"neuron {unit}", float(marks.z[unit]), "", float(marks.a[unit])

    def _retranslate(self) -> None:
        self._badge.show_text(self.tr("Out of date: press Run forward (F5)"), "warning", filled=True)
        self.plot.widget.setAccessibleName(self.tr("Curve of the activation function"))
        hint = self.tr(
            "Point to read x and g(x); drag to pan, wheel or +/− to zoom, double-click or Home for all; "
            "click a dot or press Up and Down to select a neuron"
        )
        self.plot.widget.setStatusTip(hint)
        self.plot.widget.setAccessibleDescription(hint)

    def _range(self, view: View, wide: bool) -> tuple[float, float]:
        low, high = (np.inf, -np.inf)
        if view.statistics is not None and view.statistics.histogram.counts.any():
            edges = view.statistics.histogram.edges
            low, high = float(edges[0]), float(edges[-1])
        if view.row is not None and view.is_chosen:
            z = view.row.z[np.isfinite(view.row.z)]
            low, high = min(low, float(z.min(initial=np.inf))), max(high, float(z.max(initial=-np.inf)))
        if wide or low >= high:
            low, high = min(low, _WIDE[0]), max(high, _WIDE[1])
        return outward(low, high)

    def _show_histogram(self, view: View) -> None:
        color = QColor(colors().histogram)
        if view.statistics is None or not view.statistics.histogram.counts.any():
            self.plot.show_histogram(np.zeros(1), np.zeros(0), color)
            return
        histogram = view.statistics.histogram
        self.plot.show_histogram(histogram.edges, shares(histogram), color)

    def _show_regions(self, found: tuple[Region, ...], view: View) -> list[str]:
        """Shades the regions and returns what is said of each; where it is narrow, not of empty ones."""
        amounts: tuple[float, ...] = ()
        exact: tuple[bool, ...] = ()
        if view.statistics is not None and view.statistics.histogram.counts.any():
            amounts, exact = region_shares(found, view.statistics)
        spans, texts = [], []
        for place, region in enumerate(found):
            share = share_text(amounts[place], exact[place]) if amounts else ""
            name = region_name(region)
            names = (f"{name}: {share}", share) if share else (name,)
            spans.append(Span(region.low, region.high, region.is_shaded, names))
            if not amounts or amounts[place] or self.width() >= _NARROW:
                texts.append(region_text(region, share))
        self.plot.show_spans(spans)
        return texts

    def _note_text(self, view: View, texts: list[str], marks: Marks | None) -> str:
        if view.layer.activation.function.rowwise:
            return self.tr(
                "softmax is no curve: it takes all scores of a row at once. Compare none to see them as bars."
            )
        parts = ["\u2003".join(texts)]
        if not view.is_stale:
            parts.append(state_text(view.statistics))
        if self._choice is not None and self._choice.left_out:
            parts.append(self.tr("softmax is no curve: it takes all scores of a row at once."))
        if view.unit is not None and not view.is_chosen:
            parts.append(self.tr("Choose a sample to see this neuron on the curve."))
        elif marks is not None and view.row is not None:
            words = (
                self.tr("Dots: every neuron for {sample}.")
                if marks.unit is None
                else self.tr("Point: neuron {unit} for {sample}.")
            )
            parts.append(words.format(sample=sample_text(view.row.sample), unit=marks.unit))
        return "\n".join(part for part in parts if part)

    def _fit(self) -> None:
        """Leaves words out where they would leave the plot no height."""
        is_low = self.height() < _LOW
        self._note.setVisible(not is_low)
        self._foot.setVisible(not is_low or (self._view is not None and self._view.is_stale))
        self._legend.most_rows = max(2, self.height() // 70)

    def _on_reading_changed(self) -> None:
        x, read = self.plot.at, self.plot.readings()
        entries, texts = [], []
        for place, curve in enumerate(self.plot.curves):
            entries.append(Entry(curve.label, curve.pen, room=_ROOM))
            texts.append(short(read[place]) if read else "")
        hint = [f"x = {full(x)}"] if x is not None else []
        hint += [f"{c.label} = {full(y)}" for c, y in zip(self.plot.curves, read, strict=False)]
        if len(self.plot.histogram.heights):
            brush = QBrush(blend(QColor(colors().histogram), 0.8))
            entries.append(Entry(self.tr("share of z"), brush=brush, room="00.0 %"))
            low, high, share = self.plot.bin_at(x) if x is not None else (0.0, 0.0, 0.0)
            texts.append(percent(share) if x is not None else "")
            if share:
                hint.append(
                    self.tr("z from {low} to {high}: {share}").format(
                        low=full(low), high=full(high), share=percent(share)
                    )
                )
        self._legend.show_entries(tuple(entries), tuple(texts))
        self._legend.setToolTip("\n".join(hint))

    def _on_unit_clicked(self, unit: int) -> None:
        self.unit_requested.emit(unit)

    def _on_unit_stepped(self, step: int) -> None:
        if self._view is not None:
            units = self._view.layer.units
            unit = self._view.unit
            first = 0 if step > 0 else units - 1
            self.unit_requested.emit(first if unit is None else (unit + step) % units)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
