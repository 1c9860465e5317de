"""What the plotting panels share: pyqtgraph in the application's colours, and a light histogram item."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QWidget,
)

from densegui.ui.numbers import exact, full, short
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.statistics import Histogram


def small_font(base: QFont, *, bold: bool = False) -> QFont:
    """The font of axes and tables: a little smaller than the panel's."""
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * 0.88)
    else:
        font.setPixelSize(max(8, round(base.pixelSize() * 0.88)))
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def blend(color: QColor, amount: float) -> QColor:
    """The colour over the panel's background, opaque; an amount of 0 is the background."""
    back = QColor(colors().panel)
    mixed = [
        round(b + (c - b) * amount)
        for c, b in zip(color.getRgb()[:3], back.getRgb()[:3], strict=True)  # type: ignore[index] # a tuple, not object
    ]
    return QColor(*mixed)


def shares(histogram: Histogram) -> NDArray[np.float64]:
    """Each bin's share of the finite values, (bins,) float64; zeros where there are none."""
    total = int(histogram.counts.sum())
    return histogram.counts / total if total else np.zeros(len(histogram.counts))


def percent(share: float) -> str:
    """A share of 0 to 1 in words a person reads: "0 %", "< 0.1 %", "41.3 %"."""
    if 0 < share < 0.001:
        return "< 0.1\u00a0%"
    if 0.999 < share < 1:
        return "> 99.9\u00a0%"
    return f"{share * 100:.3g}\u00a0%"


def counted(count: int, one: str, many: str) -> str:
    """One of two texts, by whether there is one thing or not; ``{count}`` in it becomes the number."""
    return (one if count == 1 else many).format(count=f"{count:,}")


def full_in(value: float, dtype: str) -> str:
    """Every digit that tells a number from others of a dtype: 0.30000001192092896 of float32 is 0.3."""
    with np.errstate(over="ignore"):
        number = np.dtype(dtype).type(value)
    return full(value) if np.isinf(number) else exact(number)


def outward(low: float, high: float) -> tuple[float, float]:
    """The range rounded outward to numbers a person reads."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return low, high
    step = 10.0 ** math.floor(math.log10(span / 2))
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step


def ticks(low: float, high: float, most: int) -> list[tuple[float, str]]:
    """At most ``most`` round numbers from ``low`` to ``high``, each with its text."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return []
    rough = span / max(most, 1)
    decade = 10.0 ** math.floor(math.log10(rough))
    step = next(m * decade for m in (1, 2, 5, 10) if m * decade >= rough * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [(k * step, _tick_text(k * step)) for k in range(first, last + 1)]


def _tick_text(value: float) -> str:
    # Neighbouring ticks may differ in a late digit; round numbers end before the tenth all the same.
    return f"{value:.10g}".replace("-", "−").replace("e+", "e")


def fitting_ticks(low: float, high: float, width: float, metrics: QFontMetricsF) -> list[tuple[float, str]]:
    """As many round numbers as stand side by side in ``width`` pixels."""
    found: list[tuple[float, str]] = []
    for most in range(max(1, int(width / 24)), 0, -1):
        found = ticks(low, high, most)
        if sum(metrics.horizontalAdvance(text) + 12 for _, text in found) <= width:
            break
    return found


def apart(low: float, high: float) -> tuple[str, str]:
    """Both numbers with four digits, or with as many as it takes to tell them apart."""
    texts = short(low), short(high)
    digits = 5
    while texts[0] == texts[1] and low != high and digits <= 17:
        texts = tuple(f"{value:.{digits}g}".replace("-", "−") for value in (low, high))  # type: ignore[assignment] # two
        digits += 1
    return texts


def style_axis(axis: Any, font: QFont) -> None:
    """Gives a pyqtgraph axis the colours in force and the font."""
    scheme = colors()
    axis.setPen(pg.mkPen(scheme.border))
    axis.setTextPen(pg.mkPen(scheme.muted))
    axis.setTickPen(pg.mkPen(scheme.border))
    axis.setTickFont(font)


class LineLabel(QLabel):
    """One line of text that never forces a panel wider: what does not fit ends in "…" and is the tooltip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._role: str = "text"
        self._filled = False

    def show_text(self, text: str, role: str = "text", *, filled: bool = False) -> None:
        """Shows text in a colour of the scheme, such as ``"muted"``; ``filled`` makes a badge of it."""
        self._role, self._filled = role, filled
        self.setText(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, QFontMetrics(self.font()).height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = QColor(getattr(colors(), self._role))
        metrics = QFontMetrics(self.font())
        with QPainter(self) as p:
            p.setFont(self.font())
            area = QRectF(self.rect()).adjusted(2, 0, -2, 0)
            if self._filled:
                text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()) - 16)
                p.setRenderHint(QPainter.RenderHint.Antialiasing)
                # A badge may lie over other words.
                p.fillRect(self.rect(), QColor(colors().panel))
                p.setPen(QPen(blend(color, 0.5), 1))
                p.setBrush(blend(color, 0.12))
                badge = QRectF(0, 0, metrics.horizontalAdvance(text) + 16, metrics.height() + 3)
                badge.moveCenter(QPointF(badge.center().x() + 0.5, self.height() / 2))
                p.drawRoundedRect(badge, 4, 4)
                area = badge.adjusted(8, 0, 0, 0)
            else:
                text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
            p.setPen(color)
            p.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
