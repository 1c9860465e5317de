"""The marks on the activation curve: one neuron's z and a, or those of all neurons of the layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from densegui.ui.numbers import short
from densegui.ui.panels.activations_overlay import Overlay
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_REACH: Final = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """One sample's numbers of a layer.

    Attributes:
        z: (units,).
        a: (units,).
        unit: the one to show alone, or None for all.
        color: of the curve they lie on.
    """

    z: NDArray[np.floating[Any]]
    a: NDArray[np.floating[Any]]
    unit: int | None
    color: QColor

    def texts(self, unit: int) -> tuple[str, str]:
        """What is written beside a neuron's point."""
        return f"z = {short(float(self.z[unit]))}", f"a = {short(float(self.a[unit]))}"


class MarksItem(Overlay):
    """A point with its numbers and lines to both axes, or a dot for each neuron and a tick below it."""

    def __init__(self, view_box: Any) -> None:
        super().__init__(view_box)
        self.setZValue(50)
        self.marks: Marks | None = None
        self.top = 0.0

    def unit_at(self, position: QPointF) -> int | None:
        """The neuron whose dot is nearest to a place in pixels of the view box, within reach."""
        if self.marks is None:
            return None
        x, y, units = self._pixels(self.marks)
        if not len(units):
            return None
        distance = np.hypot(x - position.x(), y - position.y())
        nearest = int(np.argmin(distance))
        return int(units[nearest]) if distance[nearest] <= _REACH else None

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 - Qt's signature
        widget: QWidget | None = None,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Draws what lies in the view; a point beside it is told by its numbers at the edge."""
        if self.marks is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        if self.marks.unit is None:
            self._paint_all(painter, self.marks)
        else:
            self._paint_one(painter, self.marks, self.marks.unit)

    def _pixels(self, marks: Marks) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.intp]]:
        """x, y and number of every neuron that is to be seen."""
        (left, right), (bottom, top) = self._box.viewRange()
        area = self.boundingRect()
        z, a = marks.z.astype(np.float64), marks.a.astype(np.float64)
        seen = np.isfinite(z) & np.isfinite(a) & (z >= left) & (z <= right) & (a >= bottom) & (a <= top)
        if marks.unit is not None:
            seen &= np.arange(len(z)) == marks.unit
        units = np.flatnonzero(seen)
        x = (z[units] - left) / (right - left) * area.width()
        y = (top - a[units]) / (top - bottom) * area.height()
        return x, y, units

    def _paint_all(self, painter: QPainter, marks: Marks) -> None:
        x, y, _units = self._pixels(marks)
        bottom = self.boundingRect().height()
        # One dot a pixel is all that can be seen, however wide the layer.
        at = {round(px): (px, py) for px, py in zip(x.tolist(), y.tolist(), strict=True)}
        painter.setPen(QPen(marks.color, 1))
        for px, _ in at.values():
            painter.drawLine(QPointF(px, bottom - 6), QPointF(px, bottom))
        painter.setPen(QPen(QColor(colors().panel), 1))
        painter.setBrush(marks.color)
        for px, py in at.values():
            painter.drawEllipse(QPointF(px, py), 3, 3)

    def _paint_one(self, painter: QPainter, marks: Marks, unit: int) -> None:
        z, a = float(marks.z[unit]), float(marks.a[unit])
        place = self._inside(z, a)
        if place is not None:
            painter.setPen(QPen(QColor(colors().text), 1, Qt.PenStyle.DotLine))
            painter.drawLine(place, QPointF(place.x(), self.boundingRect().height()))
            painter.drawLine(place, QPointF(0, place.y()))
            painter.setPen(QPen(QColor(colors().panel), 2))
            painter.setBrush(marks.color)
            painter.drawEllipse(place, 5.5, 5.5)
        metrics = QFontMetricsF(self.font)
        lines = list(marks.texts(unit))
        if self.boundingRect().height() < 6 * metrics.height():
            lines = [", ".join(lines)]  # two would cover a low plot
        width = max(metrics.horizontalAdvance(line) for line in lines) + 10
        size = QSizeF(width, len(lines) * metrics.height() + 4)
        box = QRectF(self._corner(place, size, z), size)
        painter.setPen(QPen(QColor(colors().border), 1))
        painter.setBrush(QColor(colors().panel))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(colors().text))
        for index, line in enumerate(lines):
            row = QRectF(
                box.left() + 5, box.top() + 2 + index * metrics.height(), size.width(), metrics.height()
            )
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)

    def _inside(self, z: float, a: float) -> QPointF | None:
        (left, right), (bottom, top) = self._box.viewRange()
        if not (left <= z <= right and bottom <= a <= top):  # NaN is nowhere
            return None
        return QPointF(self.x_pixel(z), self.y_pixel(a))

    def _corner(self, place: QPointF | None, size: QSizeF, z: float) -> QPointF:
        """Where the words begin: where a rising curve leaves room, or at the edge that z lies beyond."""
        area = self.boundingRect()
        if place is None:
            is_left = z < self._box.viewRange()[0][0]
            return QPointF(2.0 if is_left else area.width() - size.width() - 2, self.top + 2)
        left, right = max(place.x() - 9 - size.width(), 1.0), place.x() + 9
        above, below = place.y() - 5 - size.height(), place.y() + 6
        free = area.adjusted(1, self.top, -1, -1)
        corners = [QPointF(*at) for at in ((left, above), (right, below), (right, above), (left, below))]
        inside = (corner for corner in corners if free.contains(QRectF(corner, size)))
        return next(inside, QPointF(max(1.0, min(right, free.right() - size.width())), max(above, self.top)))
