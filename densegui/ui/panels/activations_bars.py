"""The bars of softmax: a row for each class, its score on the left and its probability on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from densegui.ui.numbers import short
from densegui.ui.panels.activations_overlay import Overlay
from densegui.ui.panels.activations_scores import Scores, largest
from densegui.ui.panels.plotting import blend, outward
from densegui.ui.theme import colors, family_curve

if TYPE_CHECKING:
    from numpy.typing import NDArray

TALLEST: Final = 1.45
"""Height of a row in lines of text, where there is room."""
_GAP: Final = 6.0
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class _Columns:
    """Left edges and widths in pixels: name, score and its bar, bar of the probability and its number."""

    name: tuple[float, float]
    score: tuple[float, float]
    score_bar: tuple[float, float]
    bar: tuple[float, float]
    probability: tuple[float, float]


class Bars(Overlay):
    """Paints the rows over all of a view box."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.scores: Scores | None = None
        self.names: tuple[str, ...] = ()
        self._full = 1.0

    def show_scores(self, scores: Scores) -> None:
        """Shows scores; a whole bar is a probability of 1, unless among many classes all are small."""
        self.scores = scores
        highest = max(float(scores.probabilities.max()), float(scores.before.max()))
        self._full = outward(0.0, highest)[1] if highest < 0.2 else 1.0
        self.refresh()

    def shown(self) -> NDArray[np.intp]:
        """The classes that have a row, from top to bottom."""
        if self.scores is None:
            return np.zeros(0, np.intp)
        # The head and the sum take a row each.
        rows = int(self.boundingRect().height() / self._row_height() + 0.01) - 2
        return largest(self.scores.before, self.scores.varied, max(rows, 2))

    def class_at(self, position: QPointF) -> int | None:
        """The class whose row is at a place in pixels of the view box."""
        row, shown = int(position.y() // self._row_height()) - 1, self.shown()
        return int(shown[row]) if 0 <= row < len(shown) else None

    def name(self, number: int) -> str:
        """What a class is called."""
        return self.names[number] if self.names else str(number)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws head, rows, others and sum."""
        if self.scores is None:
            return
        painter.setFont(self.font)
        shown, scores = self.shown(), self.scores
        now, probabilities = scores.now, scores.probabilities
        places = self._columns(shown, now)
        translate = QCoreApplication.translate
        self._paint_head(painter, places)
        for row, number in enumerate(shown.tolist(), start=1):
            self._paint_row(painter, places, row, number, scores)
        row = len(shown) + 1
        hidden = len(now) - len(shown)
        if hidden:
            others = translate("SoftmaxBars", "{count} others").format(count=hidden)
            rest = max(0.0, float(probabilities.sum() - probabilities[shown].sum()))
            self._paint_sum(painter, places, row, others, rest)
            row += 1
        self._paint_sum(painter, places, row, translate("SoftmaxBars", "sum"), float(probabilities.sum()))
        painter.setPen(QPen(QColor(colors().border), 1))
        y = row * self._row_height()
        painter.drawLine(QPointF(0, y), QPointF(self.boundingRect().width(), y))

    def _row_height(self) -> float:
        """Taller where there is room, for few classes."""
        line = QFontMetricsF(self.font).height()
        if self.scores is None:
            return line
        rows = min(len(self.scores.z), 21) + 2
        return min(max(line + 1, self.boundingRect().height() / rows), TALLEST * line)

    def _columns(self, shown: NDArray[np.intp], now: NDArray[np.float64]) -> _Columns:
        metrics, width = QFontMetricsF(self.font), self.boundingRect().width()
        names = max(metrics.horizontalAdvance(self.name(int(n))) for n in shown)
        name = min(max(names, metrics.horizontalAdvance("00 others")) + 2, 0.3 * width)
        score = max(metrics.horizontalAdvance(short(float(now[n]))) for n in shown) + 2
        score = max(score, metrics.horizontalAdvance("−0.000"))
        texts = [short(float(p)) for p in self.scores.probabilities[shown]] if self.scores else []
        number = max(metrics.horizontalAdvance(text) for text in (*texts, "0.00000")) + 4
        bars = max(width - name - score - number - 5 * _GAP, 0.0)
        score_bar = 0.35 * bars if bars > 60 else 0.0
        x = name + _GAP
        at_bar = x + score + _GAP
        at_probability = at_bar + score_bar + 2 * _GAP
        wide = max(width - at_probability - number - _GAP, 0.0)
        return _Columns(
            (0.0, name), (x, score), (at_bar, score_bar), (at_probability, wide), (width - number, number)
        )

    def _paint_head(self, painter: QPainter, places: _Columns) -> None:
        height, translate = self._row_height(), QCoreApplication.translate
        painter.setPen(QColor(colors().muted))
        left = QRectF(places.score[0], 0, places.score[1] + places.score_bar[1] + _GAP, height)
        right = QRectF(places.bar[0], 0, self.boundingRect().width() - places.bar[0], height)
        painter.drawText(left, _LEFT, translate("SoftmaxBars", "score z"))
        text = translate("SoftmaxBars", "probability a")
        full, metrics = self._full, QFontMetricsF(self.font)
        if full < 1:
            text = translate("SoftmaxBars", "probability a, bars to {full}").format(full=short(full))
            if metrics.horizontalAdvance(text) > right.width():
                text = translate("SoftmaxBars", "a, bars to {full}").format(full=short(full))
        painter.drawText(right, _LEFT, text)

    def _paint_row(self, painter: QPainter, places: _Columns, row: int, number: int, scores: Scores) -> None:
        scheme, height, y = colors(), self._row_height(), row * self._row_height()
        if number == scores.varied:
            area = QRectF(0, y, self.boundingRect().width(), height)
            painter.fillRect(area, blend(QColor(scheme.accent), 0.14))
        name = QFontMetricsF(self.font).elidedText(
            self.name(number), Qt.TextElideMode.ElideRight, places.name[1]
        )
        score, probability = short(float(scores.now[number])), short(float(scores.probabilities[number]))
        painter.setPen(QColor(scheme.text))
        painter.drawText(QRectF(places.name[0] + 2, y, places.name[1], height), _LEFT, name)
        painter.drawText(QRectF(places.score[0], y, places.score[1], height), _RIGHT, score)
        painter.drawText(
            QRectF(places.probability[0], y, places.probability[1] - 2, height), _RIGHT, probability
        )
        left = QRectF(places.score_bar[0], y + 2, places.score_bar[1], height - 4)
        self._paint_score(painter, left, scores.now, number)
        bar = QRectF(places.bar[0], y + 2, places.bar[1], height - 4)
        painter.fillRect(bar, blend(QColor(scheme.muted), 0.12))
        if np.isfinite(scores.probabilities[number]):
            self._paint_probability(painter, bar, number, scores)

    def _paint_probability(self, painter: QPainter, area: QRectF, number: int, scores: Scores) -> None:
        """A bar, and where a score is varied a tick at the probability before that."""
        color, scale = family_curve("softmax"), area.width() / self._full
        bar = QRectF(area.topLeft(), QSizeF(float(scores.probabilities[number]) * scale, area.height()))
        painter.fillRect(bar, color if number == scores.varied else blend(color, 0.65))
        if scores.score != scores.z[scores.varied]:
            x = area.left() + float(scores.before[number]) * scale
            painter.setPen(QPen(QColor(colors().text), 1))
            painter.drawLine(QPointF(x, area.top() - 1), QPointF(x, area.bottom() + 1))

    def _paint_score(self, painter: QPainter, area: QRectF, now: NDArray[np.float64], number: int) -> None:
        """A bar from zero: blue to the right where positive, orange to the left where negative."""
        finite = now[np.isfinite(now)]
        if not area.width() or not finite.size or not np.isfinite(now[number]):
            return
        low, high = min(0.0, float(finite.min())), max(0.0, float(finite.max()))
        if low == high:
            return
        zero = area.left() - low / (high - low) * area.width()
        end = zero + float(now[number]) / (high - low) * area.width()
        color = QColor(colors().positive if now[number] > 0 else colors().negative)
        painter.fillRect(
            QRectF(QPointF(min(zero, end), area.top()), QPointF(max(zero, end), area.bottom())), color
        )
        painter.setPen(QPen(QColor(colors().muted), 1))
        painter.drawLine(QPointF(zero, area.top() - 2), QPointF(zero, area.bottom() + 2))

    def _paint_sum(self, painter: QPainter, places: _Columns, row: int, text: str, value: float) -> None:
        y, height = row * self._row_height(), self._row_height()
        painter.setPen(QColor(colors().muted))
        painter.drawText(QRectF(2, y, places.bar[0], height), _LEFT, text)
        painter.setPen(QColor(colors().text))
        area = QRectF(places.probability[0], y, places.probability[1] - 2, height)
        painter.drawText(area, _RIGHT, short(round(value, 6)))


class LineNames(Overlay):
    """Names at the ends of curves: of the first at its right end, of the others where they start."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.setZValue(20)
        self._names: list[tuple[str, float]] = []

    def show_names(self, names: Sequence[str], curves: Sequence[NDArray[np.float64]]) -> None:
        """Takes each curve's name and values; names that would lie on others are left out."""
        ends = [-1] + [0] * (len(names) - 1)
        self._names = [(name, float(y[end])) for name, y, end in zip(names, curves, ends, strict=False)]
        self.refresh()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws the first name above its curve and the others below, where there is room."""
        painter.setFont(self.font)
        metrics, area, taken = QFontMetricsF(self.font), self.boundingRect(), list[float]()
        height = metrics.height()
        for place, (name, value) in enumerate(self._names):
            at = self.y_pixel(value)
            is_low = at - 1 - height >= 0 and (place == 0 or at + 1 + height > area.height())
            y = at - 1 - height if is_low else at + 1
            if place and any(abs(y - other) < height for other in taken):
                continue
            width = metrics.horizontalAdvance(name)
            box = QRectF(4 if place else area.width() - 4 - width, y, width, height)
            painter.setPen(QColor(colors().muted) if place else family_curve("softmax"))
            painter.drawText(box, _LEFT, name)
            if place:
                taken.append(y)
