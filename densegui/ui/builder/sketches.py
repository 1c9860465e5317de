"""Small pictures: the curve of an activation, the distribution of an initialiser."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from densegui.engine import Activation, Initializer

_REACH: Final = 4.0
_STEPS: Final = 64


def paint_sketch(
    painter: QPainter, rect: QRectF, value: Activation | Initializer, color: QColor, width: float = 1.6
) -> None:
    """Draws the curve of an activation or the distribution of an initialiser into a rectangle."""
    if isinstance(value, Activation):
        path = _activation_path(value, rect.width(), rect.height())
    else:
        path = _initializer_path(value.kind.formula, rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    pen = QPen(color, width)
    pen.setJoinStyle(pen.joinStyle().RoundJoin)
    pen.setCapStyle(pen.capStyle().RoundCap)
    painter.strokePath(path, pen)
    painter.restore()


@lru_cache(maxsize=256)
def _activation_path(activation: Activation, width: float, height: float) -> QPainterPath:
    xs = [_REACH * (2 * k / _STEPS - 1) for k in range(_STEPS + 1)]
    points = [(x, y) for x in xs if math.isfinite(y := activation.curve(x))]
    return _scaled(points, width, height)


@lru_cache(maxsize=256)
def _initializer_path(formula: str, width: float, height: float) -> QPainterPath:
    """How the formula begins says the distribution: U a box, N or a variance a bell, else fixed values."""
    if formula.startswith("U("):
        points = [(-4.0, 0.0), (-2.5, 0.0), (-2.5, 1.0), (2.5, 1.0), (2.5, 0.0), (4.0, 0.0)]
    elif formula.startswith(("N(", "variance")):
        reach = 2.0 if "cut" in formula else _REACH
        xs = [reach * (2 * k / _STEPS - 1) for k in range(_STEPS + 1)]
        bell = [(x, math.exp(-x * x / 2)) for x in xs]
        points = [(-_REACH, 0.0), (-reach, 0.0), *bell, (reach, 0.0), (_REACH, 0.0)]
    else:
        points = [(-4.0, 0.0), (0.0, 0.0), (0.0, 1.0), (0.0, 0.0), (4.0, 0.0)]
    return _scaled(points, width, height)


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
