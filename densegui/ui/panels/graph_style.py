"""Colours and pens of the neuron graph: sign is hue, size is width or intensity."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from densegui.ui import theme
from densegui.ui.panels.graph_edges import LEVELS

FADED: Final = 0.13
THINNEST: Final = 0.7
THICKEST: Final = 3.4


def blend(back: QColor, front: QColor, share: float) -> QColor:
    """An opaque mix; 0 gives ``back``, 1 gives ``front``. Opaque lines paint faster than translucent ones."""
    t = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        back.redF() + (front.redF() - back.redF()) * t,
        back.greenF() + (front.greenF() - back.greenF()) * t,
        back.blueF() + (front.blueF() - back.blueF()) * t,
    )


@dataclass(frozen=True, slots=True)
class Style:
    """The theme's colours as the graph uses them.

    Attributes:
        panel: background.
        raised: neuron without a value.
        border: hairlines, zero weights.
        text: words and numbers.
        muted: secondary words, neutral rings.
        accent: selection.
        positive: above zero.
        negative: below zero.
        warning: NaN and infinity.
    """

    panel: QColor
    raised: QColor
    border: QColor
    text: QColor
    muted: QColor
    accent: QColor
    positive: QColor
    negative: QColor
    warning: QColor

    def hue(self, value: float) -> QColor:
        """The colour of a sign; neutral for zero, a warning for NaN and infinity."""
        if not math.isfinite(value):
            return self.warning
        if value == 0:
            return self.muted
        return self.positive if value > 0 else self.negative

    def ink(self, value: float) -> QColor:
        """The colour of small digits: the hue, near enough to the text to be read."""
        return blend(self.hue(value), self.text, 0.35)

    def fill(self, value: float, scale: float) -> QColor:
        """The fill of a neuron."""
        if not math.isfinite(value):
            return self.warning
        return blend(self.panel, self.hue(value), 0.06 + 0.94 * abs(value) / scale if value else 0.0)

    def edge_pen(self, code: int, scale: float, faded: bool = False) -> QPen:
        """The pen of one code of ``graph_edges.levels``; ``scale`` thins all lines of a small picture."""
        if code == 0:
            return QPen(blend(self.panel, self.border, FADED if faded else 1.0), THINNEST)
        if code > 2 * LEVELS:
            return QPen(blend(self.panel, self.warning, FADED if faded else 1.0), 1.6, Qt.PenStyle.DashLine)
        strength = (code + 1) // 2 / LEVELS
        hue = self.positive if code % 2 else self.negative
        share = FADED if faded else 0.12 + 0.88 * strength**1.4
        return QPen(blend(self.panel, hue, share), (THINNEST + (THICKEST - THINNEST) * strength) * scale)


def style() -> Style:
    """The style of the scheme in force."""
    c = theme.colors()
    return Style(
        *map(
            QColor,
            (c.panel, c.raised, c.border, c.text, c.muted, c.accent, c.positive, c.negative, c.warning),
        )
    )
