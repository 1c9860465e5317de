"""Small histograms, painted without a plot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray


def paint_bars(
    p: QPainter, area: QRectF, counts: NDArray[Any], *, apart: bool = False, color: str = ""
) -> None:
    """Paints counts as bars that fill an area; the highest is as high as the area.

    Args:
        p: an open painter.
        area: where.
        counts: (bins,) how many values.
        apart: whether there are gaps between bars, for they are values and not a scale.
        color: of the scheme, such as ``"accent"``; that of histograms if empty.
    """
    top = int(np.max(counts, initial=0))
    scheme = colors()
    tint = QColor(getattr(scheme, color or "histogram"))
    p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if top:
        wide = area.width() / len(counts)
        heights = np.where(counts > 0, np.maximum(counts / top * area.height(), 1.0), 0.0)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(tint if color else blend(tint, 0.9))
        if apart:
            gap = min(wide * 0.2, 3.0)
            for place, height in enumerate(heights.tolist()):
                left = area.left() + place * wide + gap / 2
                p.drawRect(QRectF(left, area.bottom() - height, max(wide - gap, 1.0), height))
        else:
            points = [area.bottomLeft()]
            for place, height in enumerate(heights.tolist()):
                left, y = area.left() + place * wide, area.bottom() - height
                points += [QPointF(left, y), QPointF(left + wide, y)]
            p.drawPolygon(QPolygonF([*points, area.bottomRight()]))
    p.setPen(QPen(QColor(scheme.border), 1))
    p.drawLine(area.bottomLeft(), area.bottomRight())
