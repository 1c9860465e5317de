"""Shapes: paths in the coordinates of a view box, all of a plot in one item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from densegui.ui.theme import colors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SMOOTH: Final = 256  # dots; more are small and take long to smooth


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A path with its pen and brush; or dots as wide as the pen; or rectangles, which fill faster.

    Attributes:
        path: in the coordinates of the view box.
        pen: its width is in pixels of the interface.
        brush: of the inside; None for an outline.
        dots: points instead of a path.
        rects: rectangles instead of a path.
    """

    path: QPainterPath
    pen: QPen
    brush: QBrush | None = None
    dots: QPolygonF | None = None
    rects: tuple[QRectF, ...] = ()


class Shapes(QGraphicsItem):
    """Draws shapes in their order; made once, given others after every run."""

    def __init__(self) -> None:
        super().__init__()
        self.shapes: tuple[Shape, ...] = ()
        self._bounds = QRectF()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_shapes(self, shapes: Sequence[Shape]) -> None:
        """Draws these instead of those before."""
        self.prepareGeometryChange()
        self.shapes = tuple(shapes)
        self._bounds = QRectF()
        for shape in self.shapes:
            outline = shape.path if shape.dots is None else shape.dots
            self._bounds = self._bounds.united(outline.boundingRect())
            for rect in shape.rects:
                self._bounds = self._bounds.united(rect)
        self.update()

    def boundingRect(self) -> QRectF:
        """The rectangle of all paths."""
        return self._bounds

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws in pixels, so that pens are as wide as they say in every file and on every screen."""
        to_pixels = painter.worldTransform()
        painter.save()
        painter.setWorldTransform(QTransform())
        for shape in self.shapes:
            painter.setPen(shape.pen)
            painter.setBrush(shape.brush or Qt.BrushStyle.NoBrush)
            # Most lines are horizontal and vertical.
            smooth = shape.dots is not None and shape.dots.count() <= _SMOOTH
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
            if shape.rects:
                painter.drawRects([to_pixels.mapRect(rect) for rect in shape.rects])
            elif shape.dots is None:
                painter.drawPath(to_pixels.map(shape.path))
            else:
                painter.drawPoints(to_pixels.map(shape.dots))
        painter.restore()


def pen(color: QColor, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen for shapes; its width is in pixels."""
    return QPen(color, width, style)


def pinned_pen(*, few: bool = True) -> QPen:
    """The pen of the pinned run: dashed; many lines close together are a quiet grey instead."""
    if few:
        return pen(QColor(colors().text), 1.0, Qt.PenStyle.DashLine)
    return pen(QColor(colors().muted), 1.0)


def steps(edges: NDArray[np.float64], heights: NDArray[np.float64], base: float = 0.0) -> QPainterPath:
    """The outline of a histogram: heights (bins,) above ``base`` over edges (bins + 1,)."""
    x = np.repeat(edges, 2)
    y = np.concatenate(([base], np.repeat(heights + base, 2), [base]))
    return path(x, y)


def path(x: NDArray[np.float64], y: NDArray[np.float64], connect: str = "all") -> QPainterPath:
    """A line through points (n,); ``connect="pairs"`` draws every other piece."""
    made: QPainterPath = pg.arrayToQPath(x, y, connect=connect)
    return made


def dots(x: NDArray[np.float64], y: NDArray[np.float64], color: QColor, size: float) -> Shape:
    """A dot for each point (n,), ``size`` pixels wide."""
    round_pen = pen(color, size)
    round_pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    points = QPolygonF([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])
    return Shape(QPainterPath(), round_pen, None, points)


def filled(rects: Sequence[QRectF], color: QColor) -> Shape:
    """Rectangles without an outline."""
    return Shape(QPainterPath(), QPen(Qt.PenStyle.NoPen), QBrush(color), rects=tuple(rects))


def bars(x: NDArray[np.float64], low: NDArray[np.float64], high: NDArray[np.float64]) -> QPainterPath:
    """An upright line from ``low`` to ``high`` at each x, all (n,)."""
    ends = np.stack((low, high), 1).ravel()
    return path(np.repeat(x, 2), ends, "pairs")
