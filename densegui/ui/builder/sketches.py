"""Small pictures: the curve of an activation, the distribution of an initialiser."""

from __future__ import annotations

import math
from functools import partial
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from densegui.engine import Activation, Initializer
from densegui.ui.builder import bricks

_REACH: Final = 4.0
_STEPS: Final = 64
# Around the rectangle: half the width of the line reaches over its edge.
_MARGIN: Final = 2


def paint_sketch(
    painter: QPainter, rect: QRect, value: Activation | Initializer, color: QColor, width: float = 1.6
) -> None:
    """Draws the curve of an activation or the distribution of an initialiser into a rectangle."""
    around = rect.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    name = f"sketch {value!r} {color.rgba()} {width}"
    bricks.paint_kept(painter, around, name, partial(_paint_new, value=value, color=color, width=width))


def _paint_new(
    painter: QPainter, around: QRectF, value: Activation | Initializer, color: QColor, width: float
) -> None:
    rect = around.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    points = _activation_points(value) if isinstance(value, Activation) else _initializer_points(value)
    painter.translate(rect.topLeft())
    pen = QPen(color, width)
    pen.setJoinStyle(pen.joinStyle().RoundJoin)
    pen.setCapStyle(pen.capStyle().RoundCap)
    painter.strokePath(_scaled(points, rect.width(), rect.height()), pen)


def _activation_points(activation: Activation) -> list[tuple[float, float]]:
    xs = [_REACH * (2 * k / _STEPS - 1) for k in range(_STEPS + 1)]
    return [(x, y) for x in xs if math.isfinite(y := activation.curve(x))]


def _initializer_points(initializer: Initializer) -> list[tuple[float, float]]:
    """How the formula begins says the distribution: U a box, N or a variance a bell, else fixed values."""
    formula = initializer.kind.formula
    if formula.startswith("U("):
        return [(-4.0, 0.0), (-2.5, 0.0), (-2.5, 1.0), (2.5, 1.0), (2.5, 0.0), (4.0, 0.0)]
    if formula.startswith(("N(", "variance")):
        reach = 2.0 if "cut" in formula else _REACH
        xs = [reach * (2 * k / _STEPS - 1) for k in range(_STEPS + 1)]
        bell = [(x, math.exp(-x * x / 2)) for x in xs]
        return [(-_REACH, 0.0), (-reach, 0.0), *bell, (reach, 0.0), (_REACH, 0.0)]
    return [(-4.0, 0.0), (0.0, 0.0), (0.0, 1.0), (0.0, 0.0), (4.0, 0.0)]


def _scaled(points: list[tuple[float, float]], width: float, height: float) -> QPainterPath:
    """A line through points whose x run over ±4, fitted into the size; a flat one lies in the middle."""
    path = QPainterPath()
    low = min((y for _, y in points), default=0.0)
    high = max((y for _, y in points), default=0.0)
    for place, (x, y) in enumerate(points):
        share = (y - low) / (high - low) if high > low else 0.5
        point = QPointF((x / _REACH + 1) / 2 * width, (1 - share) * height)
        if place:
            path.lineTo(point)
        else:
            path.moveTo(point)
    return path
