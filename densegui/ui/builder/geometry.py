"""Where everything is: studs, bodies and what a person can click, for painting, hits, editors and tests.

All bricks stand on one grid of studs, so that a brick fits on the one below at every width of the view.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect

PITCH: Final = 12
STUD_WIDTH: Final = 8
STUD_HEIGHT: Final = 6
BRICK_HEIGHT: Final = 59
PLATE_HEIGHT: Final = 34
NAMED_PLATE_HEIGHT: Final = 50
PILL_HEIGHT: Final = 24
FOOT: Final = 8

LEAST_WIDTH: Final = 360

_MARGIN: Final = 8
_PADDING: Final = 9
_MOST_STUDS: Final = 51
_LEAST_CONTENT: Final = 278
_LEAST_SHARE: Final = 0.72
_UNITS_WIDTH: Final = 76
_BUTTON_WIDTH: Final = 20
_GAP: Final = 5
# Kept free for the signs in the upper right corner.
_CORNER_WIDTH: Final = 10
# A brick is at its widest from about this many bits of units on.
_MOST_BITS: Final = 8
# Between 4 and 8 units, in bits.
_FOUR_AND_EIGHT: Final = 2.5


@dataclass(frozen=True, slots=True)
class Span:
    """Studs that one brick covers: their number and the place of its left edge.

    Attributes:
        left: x of the left edge in the row.
        studs: number of studs.
    """

    left: int
    studs: int

    @property
    def right(self) -> int:
        """X just right of the brick."""
        return self.left + self.studs * PITCH

    def stud_lefts(self) -> list[int]:
        """X of each stud's left edge."""
        inset = (PITCH - STUD_WIDTH) // 2
        return [self.left + inset + place * PITCH for place in range(self.studs)]


@dataclass(frozen=True, slots=True)
class BrickChips:
    """The parts of one brick, in the coordinates of the row's rectangle; ``field_at`` names the pills."""

    body: QRect
    name: QRect
    shape: QRect
    count: QRect
    units: QRect
    minus: QRect
    number: QRect
    plus: QRect
    activation: QRect
    init: QRect
    remove: QRect

    def field_at(self, point: QPoint) -> str | None:
        """Name of what a click at this point changes."""
        for name in ("minus", "plus", "number", "activation", "init", "remove"):
            rect: QRect = getattr(self, name)
            if rect.contains(point):
                return name
        return None


@dataclass(frozen=True, slots=True)
class PlateChips:
    """The parts of the base plate."""

    body: QRect
    title: QRect
    units: QRect
    minus: QRect
    number: QRect
    plus: QRect
    unit: QRect
    source: QRect
    names: QRect

    def field_at(self, point: QPoint) -> str | None:
        """Name of what a click at this point changes."""
        for name in ("minus", "plus", "number"):
            rect: QRect = getattr(self, name)
            if rect.contains(point):
                return name
        return None


def plate_span(width: int) -> Span:
    """The base plate in a row of this width."""
    least = math.ceil((_LEAST_CONTENT + 2 * _PADDING) / PITCH)
    studs = min(max((width - 2 * _MARGIN) // PITCH, least), _MOST_STUDS)
    return Span(max((width - studs * PITCH) // 2, 0), studs)


def brick_span(width: int, units: int) -> Span:
    """A brick in a row of this width: the more units, the more studs, on the grid of the plate."""
    plate = plate_span(width)
    least = _least_studs(plate.studs)
    # Steps of two studs keep all bricks in the middle and their studs on one grid.
    studs = least + 2 * _level((plate.studs - least) // 2, units)
    return Span(plate.left + (plate.studs - studs) // 2 * PITCH, studs)


def brick_chips(rect: QRect, units: int) -> BrickChips:
    """The parts of a brick in the rectangle of its row."""
    span = brick_span(rect.width(), units)
    plate = plate_span(rect.width())
    least = _least_studs(plate.studs)
    left = rect.left() + plate.left + (plate.studs - least) // 2 * PITCH + _PADDING
    width = least * PITCH - 2 * _PADDING
    body = QRect(rect.left() + span.left, rect.top() + STUD_HEIGHT, span.studs * PITCH, BRICK_HEIGHT)
    count_width, shape_width = round(width * 0.41), round(width * 0.21)
    count = QRect(left + width - _CORNER_WIDTH - count_width, body.top() + 6, count_width, 17)
    shape = QRect(count.left() - shape_width, count.top(), shape_width, 17)
    name = QRect(left, count.top(), shape.left() - left - 4, 17)
    top = body.top() + 27
    stepper = QRect(left, top, _UNITS_WIDTH, PILL_HEIGHT)
    rest = width - _UNITS_WIDTH - 2 * _GAP
    activation = QRect(stepper.right() + 1 + _GAP, top, rest // 2, PILL_HEIGHT)
    init_left = activation.right() + 1 + _GAP
    minus, number, plus = _stepper(stepper)
    return BrickChips(
        body=body,
        name=name,
        shape=shape,
        count=count,
        units=stepper,
        minus=minus,
        number=number,
        plus=plus,
        activation=activation,
        init=QRect(init_left, top, left + width - init_left, PILL_HEIGHT),
        remove=QRect(body.right() - 16, body.top() + 3, 14, 14),
    )


def plate_chips(rect: QRect, title_width: int, unit_width: int, named: bool) -> PlateChips:
    """The parts of the base plate in the rectangle of its row; title and unit are as wide as their words.

    Feature names, where there are any, have a line of their own.
    """
    span = plate_span(rect.width())
    height = NAMED_PLATE_HEIGHT if named else PLATE_HEIGHT
    body = QRect(rect.left() + span.left, rect.top() + STUD_HEIGHT, span.studs * PITCH, height)
    inner = body.marginsRemoved(QMargins(14, 0, 14, 0))
    top = body.top() + 5
    title = QRect(inner.left(), top, title_width, PILL_HEIGHT)
    stepper = QRect(title.right() + 9, top, _UNITS_WIDTH, PILL_HEIGHT)
    minus, number, plus = _stepper(stepper)
    unit = QRect(stepper.right() + 9, top, unit_width, PILL_HEIGHT)
    source_left = unit.right() + 13
    return PlateChips(
        body=body,
        title=title,
        units=stepper,
        minus=minus,
        number=number,
        plus=plus,
        unit=unit,
        source=QRect(source_left, top, max(inner.right() + 1 - source_left, 0), PILL_HEIGHT),
        names=QRect(inner.left(), top + PILL_HEIGHT + 1, inner.width(), 17),
    )


def _least_studs(plate_studs: int) -> int:
    """Studs of the narrowest brick: it holds all pills, and most of a wide plate."""
    holding = math.ceil((_LEAST_CONTENT + 2 * _PADDING) / PITCH)
    least = max(holding, round(plate_studs * _LEAST_SHARE))
    return min(least + (plate_studs - least) % 2, plate_studs)


def _level(steps: int, units: int) -> int:
    """Which of ``steps + 1`` widths, from narrow to wide; one step always lies between 4 and 8 units."""
    edges = [_MOST_BITS * (place + 0.5) / steps for place in range(steps)]
    shift = min((_FOUR_AND_EIGHT - edge for edge in edges), key=abs, default=0.0)
    return sum(edge + shift < math.log2(units) for edge in edges)


def _stepper(pill: QRect) -> tuple[QRect, QRect, QRect]:
    minus = QRect(pill.left(), pill.top(), _BUTTON_WIDTH, pill.height())
    plus = QRect(pill.right() + 1 - _BUTTON_WIDTH, pill.top(), _BUTTON_WIDTH, pill.height())
    number = QRect(minus.right() + 1, pill.top(), plus.left() - minus.right() - 1, pill.height())
    return minus, number, plus
