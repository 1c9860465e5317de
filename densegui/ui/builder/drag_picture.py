"""The bricks that hang under the pointer while they are dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap

from densegui.ui.builder import bricks, geometry, row_painter
from densegui.ui.builder.rows import Brick


def brick_pixmap(rows: Sequence[Brick], size: QSize, font: QFont, ratio: float) -> tuple[QPixmap, QPoint]:
    """Bricks from top to bottom as one picture, and where in it the row of the first begins.

    Args:
        rows: the bricks; at least one.
        size: size of a row in the stack.
        font: the stack's font.
        ratio: device pixels in a pixel.
    """
    rects = [QRect(QPoint(0, place * size.height()), size) for place in range(len(rows))]
    bodies = [geometry.brick_chips(rect, row.layer.units).body for rect, row in zip(rects, rows, strict=True)]
    reach = bricks.SHADOW
    area = QRect()
    for body in bodies:
        area = area.united(body.adjusted(-reach, -geometry.STUD_HEIGHT, reach, reach))
    pixmap = QPixmap(area.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-area.topLeft())
        for body in bodies:
            bricks.paint_shadow(painter, body)
        # From the bottom: each brick covers the studs of the one below it.
        for rect, row in reversed(list(zip(rects, rows, strict=True))):
            studs = geometry.brick_span(size.width(), row.layer.units).stud_lefts()
            look = row_painter.Look(font)
            room = row_painter.paint_brick(painter, rect, row, look, studs)
            row_painter.paint_name(painter, QPoint(), room, row, look)
    return pixmap, area.topLeft()
