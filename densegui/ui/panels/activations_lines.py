"""Curves and histogram of the activation panel, painted in pixels.

pyqtgraph's own curves are scaled by the painter, with pens that are not: few programs that read SVG know
such pens, and none of them the clipping to the plot. In pixels, cut by ourselves, a picture is the same
everywhere, and is painted faster.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from densegui.ui.panels.activations_overlay import Overlay
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import is_dark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float64]


class Lines(Overlay):
    """Curves over one x; the first is painted last.

    Attributes:
        grid: x (points,) in view coordinates.
        curves: y (points,) and pen of each.
    """

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.setZValue(10)
        self.grid: Values = np.zeros(0)
        self.curves: tuple[tuple[Values, QPen], ...] = ()

    def show_lines(self, x: Values, curves: Sequence[tuple[Values, QPen]]) -> None:
        """Shows curves; where y is no finite number there is a gap."""
        self.grid, self.curves = x, tuple(curves)
        self.refresh()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws each curve as far as it lies in the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bottom, top = self._box.viewRange()[1]
        for y, pen in reversed(self.curves):
            painter.setPen(pen)
            for part_x, part_y in inside(self.grid, y, bottom, top):
                painter.drawPolyline(self.pixels(part_x, part_y))


class Histogram(Overlay):
    """Bars that touch, as one outline on y = 0.

    Attributes:
        edges: (bins + 1,) in view coordinates.
        heights: (bins,).
    """

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.edges: Values = np.zeros(1)
        self.heights: Values = np.zeros(0)
        self._color = QColor()

    def show_bars(self, edges: Values, heights: Values, color: QColor) -> None:
        """Shows bars of one colour; their outline is a stronger shade of it."""
        self.edges, self.heights, self._color = edges, heights, color
        self.refresh()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws without antialiasing: all lines are horizontal and vertical."""
        left, right = self._box.viewRange()[0]
        seen = (self.edges[1:] >= left) & (self.edges[:-1] <= right)
        if not seen.any():
            return
        first, last = np.flatnonzero(seen)[[0, -1]]
        edges = np.clip(self.edges[first : last + 2], left, right)
        heights = np.concatenate(([0.0], np.repeat(self.heights[first : last + 1], 2), [0.0]))
        points = self.pixels(np.repeat(edges, 2), heights)
        outline = self._color.lighter(135) if is_dark() else self._color.darker(125)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(blend(self._color, 0.8))
        painter.setPen(QPen(outline, 1))
        painter.drawPolygon(points)


def inside(x: Values, y: Values, bottom: float, top: float) -> list[tuple[Values, Values]]:
    """The parts of a curve between two heights, each cut exactly where it crosses one of them."""
    for bound in (bottom, top):
        with np.errstate(all="ignore"):
            side = np.sign(y - bound)
            crossing = np.flatnonzero((side[1:] * side[:-1] < 0) & np.isfinite(y[1:]) & np.isfinite(y[:-1]))
            share = (bound - y[crossing]) / (y[crossing + 1] - y[crossing])
        x = np.insert(x, crossing + 1, x[crossing] + share * (x[crossing + 1] - x[crossing]))
        y = np.insert(y, crossing + 1, bound)
    seen = (y >= bottom) & (y <= top)
    ends = np.flatnonzero(np.diff(np.concatenate(([False], seen, [False])).astype(np.int8)))
    return [(x[a:b], y[a:b]) for a, b in zip(ends[::2], ends[1::2], strict=True) if b - a > 1]
