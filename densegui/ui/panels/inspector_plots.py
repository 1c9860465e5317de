"""Small plots of the inspector: a histogram with one value marked, and the scores of a softmax row."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from densegui.ui.numbers import exact
from densegui.ui.panels.plotting import apart, blend
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

MOST_SCORES: Final = 24
BY_SIGN: Final = "by sign"


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """A histogram, with one value and one mean ± deviation marked on its axis.

    Attributes:
        title: above it.
        edges: (bins + 1,).
        counts: (bins,).
        color: of the bars: a role in the scheme, ``BY_SIGN``, or a colour by name.
        mark: the marked value, or None.
        mark_text: what it is called.
        mean: of the values, or None.
        std: their deviation.
        tip: every digit, on hover.
    """

    title: str
    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    color: str = "histogram"
    mark: float | None = None
    mark_text: str = ""
    mean: float | None = None
    std: float = 0.0
    tip: str = ""

    @property
    def reach(self) -> tuple[float, float]:
        """The range of the axis: all bins and what is marked."""
        values = [float(self.edges[0]), float(self.edges[-1])]
        marks = (self.mark, *((self.mean - self.std, self.mean + self.std) if self.mean is not None else ()))
        values += [value for value in marks if value is not None and math.isfinite(value)]
        return min(values), max(values)


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores and probabilities of a softmax row, unit beside unit.

    Attributes:
        title: above it.
        names: of the units shown.
        scores: their z.
        outputs: their a.
        chosen: place of the selected unit among them.
        tip: every digit, on hover.
    """

    title: str
    names: tuple[str, ...]
    scores: Floats
    outputs: Floats
    chosen: int
    tip: str = ""


def strongest_scores(outputs: Floats, unit: int) -> NDArray[np.intp]:
    """At most ``MOST_SCORES`` units of the largest outputs, and ``unit``, in their order in the layer."""
    if len(outputs) <= MOST_SCORES:
        return np.arange(len(outputs))
    largest = np.argsort(-outputs, kind="stable")[: MOST_SCORES - 1]
    return np.unique(np.append(largest, unit))


def paint_bars(p: QPainter, area: QRectF, bars: Bars, metrics: QFontMetricsF) -> None:
    """Draws a histogram into a rectangle: title, bars, marks, the ends of the axis."""
    line = metrics.height()
    p.setPen(QColor(colors().muted))
    p.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, bars.title)
    if not len(bars.counts):
        return
    low, high = bars.reach
    plot = QRectF(area.left() + 4, area.top() + line + 3, area.width() - 8, area.height() - 2 * line - 12)
    if plot.height() < 8 or plot.width() < 20:
        return
    scale = plot.width() / ((high - low) or 1.0)

    def x(value: float) -> float:
        return plot.left() + (value - low) * scale

    _paint_steps(p, plot, bars, x)
    p.setPen(QPen(QColor(colors().border), 1))
    p.drawLine(plot.bottomLeft(), plot.bottomRight())
    if bars.mean is not None and math.isfinite(bars.mean):
        y = plot.bottom() + 4
        p.setPen(QPen(QColor(colors().muted), 2))
        p.drawLine(QPointF(x(bars.mean - bars.std), y), QPointF(x(bars.mean + bars.std), y))
        p.setBrush(QColor(colors().muted))
        p.drawEllipse(QPointF(x(bars.mean), y), 2.5, 2.5)
    ends = QRectF(plot.left(), plot.bottom() + 7, plot.width(), line + 2)
    p.setPen(QColor(colors().muted))
    first, last = apart(low, high)
    p.drawText(ends, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, first)
    p.drawText(ends, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, last)
    if bars.mark is not None and math.isfinite(bars.mark):
        _paint_mark(p, plot, bars, x(bars.mark), metrics)


def _paint_steps(p: QPainter, plot: QRectF, bars: Bars, x: Any) -> None:
    most = float(bars.counts.max()) or 1.0
    points = [QPointF(x(float(bars.edges[0])), plot.bottom())]
    for k, count in enumerate(bars.counts.tolist()):
        y = plot.bottom() - plot.height() * count / most
        points += [QPointF(x(float(bars.edges[k])), y), QPointF(x(float(bars.edges[k + 1])), y)]
    points.append(QPointF(x(float(bars.edges[-1])), plot.bottom()))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    p.setPen(Qt.PenStyle.NoPen)
    polygon = QPolygonF(points)
    if bars.color != BY_SIGN:
        p.setBrush(QColor(getattr(colors(), bars.color, bars.color)))
        p.drawPolygon(polygon)
    else:
        zero = x(0.0)
        for color, side in (
            (colors().negative, QRectF(plot.left(), plot.top(), zero - plot.left(), plot.height())),
            (colors().positive, QRectF(zero, plot.top(), plot.right() - zero, plot.height())),
        ):
            p.setBrush(blend(QColor(color), 0.85))
            p.drawPolygon(polygon.intersected(QPolygonF(side.intersected(plot))))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _paint_mark(p: QPainter, plot: QRectF, bars: Bars, at: float, metrics: QFontMetricsF) -> None:
    color = QColor(colors().accent)
    p.setPen(QPen(color, 2))
    p.drawLine(QPointF(at, plot.top() - 2), QPointF(at, plot.bottom()))
    wide = metrics.horizontalAdvance(bars.mark_text) + 4
    title = plot.left() + metrics.horizontalAdvance(bars.title) + 6
    left = min(max(at - wide / 2, title), plot.right() - wide)
    room = QRectF(left, plot.top() - metrics.height() - 2, wide, metrics.height())
    p.fillRect(room, QColor(colors().panel))
    p.setPen(color)
    p.drawText(room, Qt.AlignmentFlag.AlignCenter, bars.mark_text)


def paint_scores(p: QPainter, area: QRectF, scores: Scores, metrics: QFontMetricsF) -> None:
    """Draws a column for each unit: its score above or below zero, beneath it its probability."""
    line = metrics.height()
    p.setPen(QColor(colors().muted))
    p.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, scores.title)
    signs = max(metrics.horizontalAdvance("z"), metrics.horizontalAdvance("a")) + 6
    top, wide = area.top() + line + 2, area.width() - signs
    named = area.height() > 5 * line
    high = (area.height() - line - 2 - (line if named else 0)) / 2 - 3
    if high < 6 or wide < 24:
        return
    step = min(wide / len(scores.names), 90.0)
    left = area.left() + signs
    for symbol, values, y in (("z", scores.scores, top), ("a", scores.outputs, top + high + 4)):
        p.setPen(QColor(colors().muted))
        p.drawText(
            QRectF(area.left(), y, signs, high),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            symbol,
        )
        _paint_columns(p, QRectF(left, y, step * len(values), high), values.astype(np.float64), scores.chosen)
    if named:
        room = QRectF(left, area.bottom() - line, step, line)
        for place, name in enumerate(scores.names):
            p.setPen(QColor(colors().accent if place == scores.chosen else colors().muted))
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, step - 3)
            p.drawText(room.translated(place * step, 0), Qt.AlignmentFlag.AlignCenter, text)


def _paint_columns(p: QPainter, area: QRectF, values: NDArray[np.float64], chosen: int) -> None:
    finite = values[np.isfinite(values)]
    low, high = min(float(finite.min(initial=0)), 0.0), max(float(finite.max(initial=0)), 0.0)
    scale = area.height() / ((high - low) or 1.0)
    zero, step = area.bottom() + low * scale, area.width() / len(values)
    for place, value in enumerate(values.tolist()):
        if not math.isfinite(value):
            continue
        color = QColor(colors().positive if value > 0 else colors().negative)
        bar = QRectF(area.left() + place * step + step * 0.15, zero, step * 0.7, -value * scale).normalized()
        p.fillRect(bar, blend(color, 1.0 if place == chosen else 0.45))
    p.setPen(QPen(QColor(colors().border), 1))
    p.drawLine(QPointF(area.left(), zero), QPointF(area.right(), zero))


def scores_text(names: tuple[str, ...], scores: Floats, outputs: Floats) -> str:
    """One unit a line: its score and its probability with every digit."""
    rows = zip(names, scores, outputs, strict=True)
    return "\n".join(f"{name}: z = {exact(z)}, a = {exact(a)}" for name, z, a in rows)
