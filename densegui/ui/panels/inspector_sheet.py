"""Where the rows and columns of the list of terms stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from densegui.ui.panels.inspector_terms import Explanation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QFontMetricsF

    Span = tuple[float, float]

BIAS: Final = -1
SUM: Final = -2
NOTHING: Final = -3
PAD: Final = 8.0
_LEAST_NAME: Final = 48.0
_LEAST_BAR: Final = 36.0
_READABLE_BAR: Final = 56.0
_MOST_BAR: Final = 420.0
_MOST_MEASURED: Final = 24


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

    def reach(self) -> Span:
        """The smallest and largest bar, zero among them."""
        values = self.explanation.products.astype(np.float64)
        if self.explanation.bias is not None:
            values = np.append(values, float(self.explanation.bias))
        finite = values[np.isfinite(values)]
        return min(float(finite.min(initial=0)), 0.0), max(float(finite.max(initial=0)), 0.0)

    def position_of(self, term: int) -> int:
        """The place of a term in the list."""
        return int(np.flatnonzero(self.order == term)[0])


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edge and width of each column, in pixels; a column of width 0 is left out.

    Attributes:
        name: of the input.
        x: its value.
        weight: w.
        product: w·x.
        bar: the product as a bar.
    """

    name: Span
    x: Span
    weight: Span
    product: Span
    bar: Span


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of a list: a head, the terms, which scroll, then bias and sum.

    Attributes:
        line: height of a row.
        width: of the viewport.
        height: of the viewport.
        scrolled: how far the terms are scrolled down.
        count: number of terms.
        has_bias: whether there is a row for the bias.
    """

    line: float
    width: float
    height: float
    scrolled: float
    count: int
    has_bias: bool

    @property
    def full(self) -> float:
        """The height at which no row is out of sight."""
        return self.line * (2 + self.count + self.has_bias) + 4

    @property
    def foot(self) -> float:
        """Where the terms end and bias and sum begin."""
        room = self.height - (1 + self.has_bias) * self.line - 2
        return max(min(self.line * (1 + self.count), room), self.line)

    @property
    def room(self) -> float:
        """Height of the part that scrolls."""
        return self.foot - self.line

    @property
    def in_sight(self) -> range:
        """The places of the terms that are in sight."""
        first, last = int(self.scrolled / self.line), int((self.scrolled + self.room) / self.line)
        return range(first, min(last + 1, self.count))

    def area(self, row: int) -> QRectF:
        """Where a row stands: a place of the list, ``BIAS`` or ``SUM``."""
        if row == BIAS:
            return QRectF(0, self.foot + 1, self.width, self.line if self.has_bias else 0.0)
        if row == SUM:
            return QRectF(0, self.foot + 1 + self.line * self.has_bias, self.width, self.line)
        return QRectF(0, self.line * (1 + row) - self.scrolled, self.width, self.line)

    def row_at(self, at: QPointF) -> int:
        """The place of the list, ``BIAS``, ``SUM`` or ``NOTHING`` at a point."""
        for row in (BIAS, SUM):
            if self.area(row).contains(at):
                return row
        if not self.line <= at.y() < self.foot:
            return NOTHING
        row = int((at.y() - self.line + self.scrolled) // self.line)
        return row if row < self.count else NOTHING


def columns_of(terms: Terms, width: float, metrics: QFontMetricsF, pinned: Sequence[str]) -> Columns:
    """Divides the width: numbers as wide as they get, names as they need, bars the rest.

    Where it is narrow, x is left out first, then the bars.
    """
    numbers = terms.explanation
    x, weight, product = (
        metrics.horizontalAdvance(_widest(values)) + PAD
        for values in (numbers.x, numbers.weights, np.append(numbers.products, numbers.z))
    )
    shown = [terms.names[k] for k in terms.order[:_MOST_MEASURED]]
    wanted = max(metrics.horizontalAdvance(name) for name in (*shown, terms.source_title, *pinned)) + PAD
    rest = width - 3 * PAD - weight - product
    if rest - x < min(wanted, _LEAST_NAME + 2 * metrics.height()) + _READABLE_BAR:
        x = 0.0
    name = min(wanted, max(rest - x - _LEAST_BAR, _LEAST_NAME), max(0.34 * width, _LEAST_NAME))
    places: list[Span] = []
    left = PAD
    for wide in (name, x, weight, product):
        places.append((left, wide))
        left += wide
    bar = min(width - left - 2 * PAD, _MOST_BAR)
    bar = bar if bar >= _LEAST_BAR / 2 else 0.0
    return Columns(places[0], places[1], places[2], places[3], (left + PAD, bar))


def _widest(values: NDArray[np.floating[Any]]) -> str:
    """Digits as wide as the longest of the values with four significant ones."""
    size = np.abs(values[np.isfinite(values) & (values != 0)])
    least, most = float(size.min(initial=1)), float(size.max(initial=0))
    if least < 1e-3 or most >= 9999.5:
        return "−8.888e−88"
    return "−0.8888" + "0" * (2 if least < 1e-2 else 1 if least < 0.1 else 0)
