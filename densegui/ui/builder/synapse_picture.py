"""One layer as lessons draw it: every synapse a green brick, × yellow, Σ red, the activation blue.

Each unit is a tower that grows from its synapses to its activation. What is too much to draw is counted, and
a part of it is drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from densegui.ui import theme
from densegui.ui.builder import bricks

MOST_SYNAPSES: Final = 300
_GREEN, _YELLOW, _RED, _BLUE = map(QColor, ("#3B9A4C", "#F2C230", "#D0433B", "#2F6FC1"))

_INSET: Final = 7
_LINE: Final = 20
_LEAST_CELL: Final = 5
_MOST_CELL: Final = 16
_LOW, _HIGH = 6, 10
_MOST_HIGH_ROWS: Final = 4
_CAP: Final = 12
_ROOM_FOR_SIGN: Final = 14
_LEAST_TOWER: Final = 9
_MOST_TOWER: Final = 272


@dataclass(frozen=True, slots=True)
class Towers:
    """How the towers of a layer are laid out.

    Attributes:
        inputs: number of synapses drawn for each unit.
        units: number of units drawn.
        pitch: pixels from one tower to the next.
        columns: number of synapses side by side in a tower.
        cell: width of a synapse in pixels.
    """

    inputs: int
    units: int
    pitch: int
    columns: int
    cell: int

    @property
    def rows(self) -> int:
        """Number of synapses on top of each other in a tower."""
        return math.ceil(self.inputs / self.columns)

    @property
    def half(self) -> int:
        """Height of a synapse, and of its ×, in pixels."""
        return _HIGH if self.rows <= _MOST_HIGH_ROWS else _LOW

    @property
    def height(self) -> int:
        """Height of a tower in pixels."""
        return self.rows * 2 * self.half + 2 * _CAP


def towers(n_in: int, units: int, width: int) -> Towers:
    """Lays out a layer in a picture of this width: all of it, or as much as can be read."""
    room = width - 2 * _INSET
    drawn = min(units, room // _LEAST_TOWER)
    inputs = n_in if n_in * drawn <= MOST_SYNAPSES else max(MOST_SYNAPSES // drawn, 1)
    pitch = min(room // drawn, _MOST_TOWER)
    columns = max(min(inputs, (pitch - 3) // _LEAST_CELL), 1)
    cell = min((pitch - 3) // columns, _MOST_CELL)
    return Towers(inputs, drawn, pitch, columns, cell)


def picture_height(n_in: int, units: int, width: int) -> int:
    """Height of the picture of a layer in pixels."""
    return _LINE + towers(n_in, units, width).height + 2 * _INSET


def words(n_in: int, units: int, width: int) -> tuple[str, ...]:
    """How many synapses there are and which part is drawn, the long way and the short one."""
    text = QCoreApplication.translate("Stack", "{count} synapses")
    total = f"{n_in * units:,}"
    plan = towers(n_in, units, width)
    if (plan.inputs, plan.units) == (n_in, units):
        return text.format(count=f"{n_in:,} × {units:,} = {total}"), text.format(count=total)
    part = QCoreApplication.translate("Stack", "{inputs} × {units} drawn")
    drawn = part.format(inputs=f"{plan.inputs:,}", units=f"{plan.units:,}")
    return f"{text.format(count=total)} · {drawn}", drawn


def paint_picture(
    painter: QPainter, rect: QRect, n_in: int, units: int, font: QFont, *, top_down: bool
) -> None:
    """Paints the towers of a layer into the picture's rectangle; data flow away from the base plate."""
    plan = towers(n_in, units, rect.width())
    colors = theme.colors()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors.panel))
    painter.drawRoundedRect(QRectF(rect), 6, 6)
    painter.setPen(QColor(colors.text))
    painter.setFont(bricks.font(font, 11))
    legend = 84
    line = QRect(rect.left() + _INSET, rect.top() + 3, rect.width() - 2 * _INSET, _LINE - 3)
    bricks.paint_words(painter, line.adjusted(0, 0, -legend, 0), words(n_in, units, rect.width()))
    _paint_legend(painter, QRect(line.right() - legend + 6, line.top(), legend, line.height()), font)
    painter.setFont(bricks.font(font, 9, bold=True))
    tower = plan.columns * plan.cell
    left = rect.left() + (rect.width() - plan.pitch * (plan.units - 1) - tower) // 2
    first = QRect(left, rect.top() + _LINE + _INSET, tower, plan.height)
    name = f"tower {plan.inputs} {plan.columns} {plan.cell} {top_down} {painter.font().key()}"
    paint = partial(_paint_tower, plan=plan, font=painter.font(), top_down=top_down)
    for unit in range(plan.units):
        bricks.paint_kept(painter, first.translated(unit * plan.pitch, 0), name, paint)


def _paint_tower(painter: QPainter, place: QRectF, plan: Towers, font: QFont, *, top_down: bool) -> None:
    """Paints one tower; all towers of a layer look alike."""
    painter.setFont(font)
    width, half, cap = plan.cell, plan.half, plan.rows * 2 * plan.half
    whole = plan.columns * width

    def standing(x: float, foot: int, wide: float, high: int) -> QRectF:
        """A brick ``foot`` pixels above the tower's foot, with room for its outline."""
        top = foot if top_down else place.height() - foot - high
        return QRectF(x + 0.5, top + 0.5, wide - 1, high - 1)

    grid = [divmod(synapse, plan.columns) for synapse in range(plan.inputs)]
    parts = (
        (_GREEN, "", [standing(x * width, row * 2 * half, width, half) for row, x in grid]),
        (_YELLOW, "", [standing(x * width, row * 2 * half + half, width, half) for row, x in grid]),
        (_RED, "Σ", [standing(0, cap, whole, _CAP)]),
        (_BLUE, "g", [standing(0, cap + _CAP, whole, _CAP)]),
    )
    for color, sign, rects in parts:
        painter.setPen(QPen(color.darker(150), 0.8))
        painter.setBrush(color)
        painter.drawRects(rects)
        if sign and whole >= _ROOM_FOR_SIGN:
            painter.setPen(bricks.ON_BRICK)
            painter.drawText(rects[0], Qt.AlignmentFlag.AlignCenter, sign)


def _paint_legend(painter: QPainter, rect: QRect, font: QFont) -> None:
    """The four colours with what they stand for."""
    painter.setFont(bricks.font(font, 10))
    text = QColor(theme.colors().text)
    for place, (color, sign) in enumerate(((_GREEN, "w"), (_YELLOW, "×"), (_RED, "Σ"), (_BLUE, "g"))):
        x = rect.left() + place * 21
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRect(QRectF(QPointF(x, rect.center().y() - 2), QPointF(x + 6, rect.center().y() + 4)))
        painter.setPen(text)
        painter.drawText(QRect(x + 8, rect.top(), 13, rect.height()), Qt.AlignmentFlag.AlignVCenter, sign)
