"""How the rows of the list of terms look: columns of numbers, and bars from a common zero line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from densegui.ui.numbers import short
from densegui.ui.panels.inspector_terms import Explanation
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BIAS: Final = -1
SUM: Final = -2
NOTHING: Final = -3
_PAD: Final = 8.0
_LEAST_BAR: Final = 36.0
_MOST_BAR: Final = 420.0
_MOST_MEASURED: Final = 64
_WIDEST: Final = "−1.234e−05"


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What the list shows.

    Attributes:
        explanation: the numbers.
        order: (n_in,) the terms from top to bottom.
        names: of all inputs.
        source_title: what the inputs are, over their names.
        source: the term that stands out, or None.
        faded: whether the numbers are out of date.
    """

    explanation: Explanation
    order: NDArray[np.intp]
    names: Sequence[str]
    source_title: str
    source: int | None
    faded: bool

    def reach(self) -> tuple[float, float]:
        """The smallest and largest bar, zero among them."""
        values = self.explanation.products.astype(np.float64)
        if self.explanation.bias is not None:
            values = np.append(values, float(self.explanation.bias))
        finite = values[np.isfinite(values)]
        return min(float(finite.min(initial=0)), 0.0), max(float(finite.max(initial=0)), 0.0)


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths of the columns, in pixels; a column of width 0 is left out.

    Attributes:
        name: of the input.
        x: its value.
        weight: w.
        product: w·x.
        bar: the product as a bar.
    """

    name: tuple[float, float]
    x: tuple[float, float]
    weight: tuple[float, float]
    product: tuple[float, float]
    bar: tuple[float, float]


def columns_of(terms: Terms, width: float, metrics: QFontMetricsF, pinned: Sequence[str]) -> Columns:
    """Divides the width: numbers as wide as they ever get, names as they need, bars the rest."""
    number = metrics.horizontalAdvance(_WIDEST) + _PAD
    shown = [terms.names[k] for k in terms.order[:_MOST_MEASURED]]
    wanted = max(metrics.horizontalAdvance(name) for name in [*shown, terms.source_title, *pinned]) + _PAD
    rest = width - 2 * _PAD
    x = number if rest >= 3 * number + 60 + _LEAST_BAR else 0.0
    name = min(wanted, max(rest - x - 2 * number - _LEAST_BAR - _PAD, 40.0), max(0.34 * rest, 60.0))
    places: list[tuple[float, float]] = []
    left = _PAD
    for wide in (name, x, number, number):
        places.append((left, wide))
        left += wide
    bar = min(width - _PAD - left - _PAD, _MOST_BAR)
    return Columns(
        places[0], places[1], places[2], places[3], (left + _PAD, bar if bar >= _LEAST_BAR * 0.6 else 0.0)
    )


def paint_cell(
    p: QPainter, place: tuple[float, float], row: QRectF, text: str, *, right: bool = True
) -> None:
    """Writes into one column of a row."""
    if place[1] <= 0:
        return
    area = QRectF(place[0], row.top(), place[1] - 4, row.height())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    metrics = QFontMetricsF(p.font())
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    p.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, fitting)


def paint_bar(
    p: QPainter,
    place: tuple[float, float],
    row: QRectF,
    value: float,
    reach: tuple[float, float],
    *,
    faded: bool,
) -> None:
    """Draws one bar from the zero line."""
    left, wide = place
    if wide <= 0:
        return
    scale = wide / ((reach[1] - reach[0]) or 1.0)
    zero = left - reach[0] * scale
    scheme = colors()
    if math.isfinite(value):
        color = QColor(scheme.positive if value > 0 else scheme.negative)
        bar = QRectF(zero, row.top() + 3, value * scale, row.height() - 6).normalized()
        p.fillRect(bar, blend(QColor(scheme.muted), 0.35) if faded else color)
    else:
        p.setPen(QColor(scheme.warning))
        p.drawText(QRectF(left, row.top(), wide, row.height()), Qt.AlignmentFlag.AlignVCenter, short(value))
    p.setPen(QPen(QColor(scheme.muted), 1))
    p.drawLine(QPointF(zero, row.top()), QPointF(zero, row.bottom()))
