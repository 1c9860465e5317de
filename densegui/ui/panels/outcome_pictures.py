"""The pictures of the outcome: confidence, predicted classes, confusion matrix, numbers and targets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor

from densegui.ui.panels.distributions_chart import Axis, Chart, home
from densegui.ui.panels.distributions_depth import fill
from densegui.ui.panels.distributions_heat import Grid, HeatMap
from densegui.ui.panels.distributions_measures import relative, rounded, span, with_air
from densegui.ui.panels.distributions_shapes import Shape, dots, path, pen, pinned_pen, steps
from densegui.ui.panels.distributions_shown import Shown, class_name
from densegui.ui.panels.outcome_tally import BINS, ClassTally, NumberTally
from densegui.ui.panels.plotting import shares
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WRITTEN = 30  # classes whose counts are written into the cells


def show_confidence(chart: Chart, shown: Shown, tally: ClassTally, pinned: ClassTally | None) -> None:
    """Rows by the probability of their predicted class; wrong ones stand on the right ones."""
    translate = QCoreApplication.translate
    edges = np.linspace(0.0, 1.0, BINS + 1)
    rows = max(len(tally.predicted), 1)
    right, both = tally.right / rows, (tally.right + tally.wrong) / rows
    scheme = colors()
    shapes = []
    if tally.confusion is None:
        color = shown.color(shown.count - 1)
        shapes.append(Shape(steps(edges, both), pen(color.darker(115)), fill(color)))
    else:
        wrong, good = QColor(scheme.negative), QColor(scheme.positive)
        shapes.append(Shape(steps(edges, both), pen(wrong), fill(wrong)))
        shapes.append(Shape(steps(edges, right), pen(good), fill(good)))
    top = float(both.max(initial=0.0)) or 1.0
    if pinned is not None:
        before = (pinned.right + pinned.wrong) / max(len(pinned.predicted), 1)
        top = max(top, float(before.max()))
        shapes.append(Shape(steps(edges, before), pinned_pen()))
    chart.show_shapes(
        shapes,
        home((0.0, 1.0), (0.0, top * 1.05)),
        shown.font,
        bottom=Axis(translate("OutcomeView", "confidence")),
        left=Axis(translate("OutcomeView", "share of rows"), short=translate("OutcomeView", "share")),
    )


def show_counts(chart: Chart, shown: Shown, tally: ClassTally, pinned: ClassTally | None) -> None:
    """How many rows are predicted to be of each class."""
    translate = QCoreApplication.translate
    count = len(tally.counts)
    share = tally.counts / max(len(tally.predicted), 1)
    color = shown.color(shown.count - 1)
    shapes = [Shape(steps(*_bars(share)), pen(color.darker(115)), fill(color))]
    top = float(share.max(initial=0.0)) or 1.0
    if pinned is not None and len(pinned.counts) == count:
        before = pinned.counts / max(len(pinned.predicted), 1)
        top = max(top, float(before.max()))
        shapes.append(Shape(steps(*_bars(before)), pinned_pen()))
    chart.show_shapes(
        shapes,
        home((-0.6, count - 0.4), (0.0, top * 1.05)),
        shown.font,
        bottom=Axis(
            translate("OutcomeView", "predicted class"),
            tuple((float(k), class_name(shown.dataset, k)) for k in range(count)),
        ),
        left=Axis(translate("OutcomeView", "share of rows"), short=translate("OutcomeView", "share")),
    )


def show_confusion(heat: HeatMap, shown: Shown, tally: ClassTally) -> None:
    """A row for each label, a column for each predicted class; colours are shares of the row."""
    assert tally.confusion is not None
    confusion = tally.confusion
    translate = QCoreApplication.translate
    kinds, classes = confusion.shape
    share = confusion / np.maximum(confusion.sum(axis=1, keepdims=True), 1)
    signs = np.where(np.arange(kinds)[:, np.newaxis] == np.arange(classes), 1.0, -1.0)
    texts = [[f"{n:,}" for n in row] for row in confusion.tolist()] if kinds <= _WRITTEN else ()
    sample, selected = shown.focus.sample, None
    labels = None if shown.dataset is None else shown.dataset.labels
    if labels is not None and 0 <= sample < len(tally.predicted) and tally.predicted[sample] >= 0:
        selected = int(labels[sample]), int(tally.predicted[sample])
    heat.show_grid(
        Grid(
            share * signs,
            [class_name(shown.dataset, k) for k in range(kinds)],
            [class_name(shown.dataset, k) for k in range(classes)],
            translate("OutcomeView", "label"),
            translate("OutcomeView", "predicted class"),
            texts,
            selected,
        )
    )


def show_predictions(chart: Chart, shown: Shown) -> None:
    """The histogram of all outputs."""
    translate = QCoreApplication.translate
    place = shown.count - 1
    s = shown.result.layers[-1].a if place else shown.result.inputs
    bars = shares(s.histogram)
    top = float(bars.max(initial=0.0)) or 1.0
    color = shown.color(place)
    shapes = [Shape(steps(s.histogram.edges, bars), pen(color.darker(115)), fill(color))]
    limits = with_air(span((s,)) or (0.0, 1.0), s)
    if shown.pinned is not None and shown.pinned.layers:
        pinned = shown.pinned.layers[-1].a
        heights = relative(pinned.histogram, log=False) * top
        shapes.append(Shape(steps(pinned.histogram.edges, heights), pinned_pen()))
        limits = span((s, pinned)) or limits
    chart.show_shapes(
        shapes,
        home(rounded(*limits), (0.0, top * 1.05)),
        shown.font,
        bottom=Axis(translate("OutcomeView", "prediction"), short="y"),
        left=Axis(translate("OutcomeView", "share of values"), short=translate("OutcomeView", "share")),
    )


def show_targets(chart: Chart, shown: Shown, tally: NumberTally) -> None:
    """A dot for each row, evenly chosen where there are many; on the line, prediction and target agree."""
    translate = QCoreApplication.translate
    points = tally.points[np.isfinite(tally.points).all(axis=1)]
    low, high = _range(points[:, 0])
    bottom, top = _range(points[:, 1])
    ends = np.array([min(low, bottom), max(high, top)])
    line = pen(QColor(colors().muted), 1.0, Qt.PenStyle.DashLine)
    color = shown.color(shown.count - 1)
    size = 6.0 if len(points) <= 300 else 3.0
    shapes = [Shape(path(ends, ends), line), dots(points[:, 0], points[:, 1], color, size)]
    sample = shown.focus.sample
    near = tally.points[tally.chosen == sample]
    if len(near):
        shapes.append(dots(near[:, 0], near[:, 1], QColor(colors().accent), size + 5))
    chart.show_shapes(
        shapes,
        home((low, high), (bottom, top)),
        shown.font,
        bottom=Axis(translate("OutcomeView", "target")),
        left=Axis(translate("OutcomeView", "prediction"), short="y"),
    )


def _bars(heights: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Edges and heights of bars at 0, 1, 2 … with gaps between them."""
    places = np.arange(len(heights))
    edges = np.stack((places - 0.38, places + 0.38), 1).ravel()
    with_gaps = np.zeros(len(edges) - 1)
    with_gaps[::2] = heights
    return edges, with_gaps


def _range(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    low, high = rounded(low, high) if low < high else (low - 1.0, high + 1.0)
    space = (high - low) * 0.05
    return low - space, high + space
