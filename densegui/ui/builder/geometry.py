"""Where everything is: studs, bodies and what a person can click, for painting, hits, editors and tests.

All bricks stand on one grid of studs, so that a brick fits on the one below at every width of the view.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect, QSize

PITCH: Final = 12
STUD_WIDTH: Final = 8
STUD_HEIGHT: Final = 6
BRICK_HEIGHT: Final = 59
COMPACT_HEIGHT: Final = 34
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
_CORNER_WIDTH: Final = 28
_SIGN: Final = 17
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
    """The parts of one brick, in the coordinates of the row's rectangle; ``field_at`` names the pills.

    A part that is not shown is null. ``picture`` is what a tall brick has left below its pills.
    """

    body: QRect
    doubt: QRect
    name: QRect
    shape: QRect
    count: QRect
    units: QRect
    minus: QRect
    number: QRect
    plus: QRect
    activation: QRect
    init: QRect
    settings: QRect
    remove: QRect
    picture: QRect

    def field_at(self, point: QPoint) -> str | None:
        """Name of what a click at this point changes."""
        for name in ("minus", "plus", "number", "activation", "init", "settings", "remove", "doubt"):
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


def brick_chips(rect: QRect, units: int, *, doubtful: bool = False) -> BrickChips:
    """The parts of a brick in the rectangle of its row; one of ``COMPACT_HEIGHT`` has one line of them."""
    span = brick_span(rect.width(), units)
    plate = plate_span(rect.width())
    least = _least_studs(plate.studs)
    left = rect.left() + plate.left + (plate.studs - least) // 2 * PITCH + _PADDING
    content = QRect(left, rect.top() + STUD_HEIGHT, least * PITCH - 2 * _PADDING, rect.height())
    body = QRect(rect.left() + span.left, content.top(), span.studs * PITCH, rect.height())
    compact = rect.height() == COMPACT_HEIGHT
    line = content.top() + (9 if compact else 6)
    corner = content.right() + 1 - _CORNER_WIDTH
    words = QRect(left, line, corner - left, 17)
    pills = QRect(left, content.top() + (5 if compact else 27), content.width(), PILL_HEIGHT)
    parts = _compact_parts(words, pills) if compact else _normal_parts(words, pills)
    doubt = QRect()
    if doubtful:
        doubt = QRect(words.topLeft(), QSize(_SIGN, _SIGN))
        parts["name"].setLeft(doubt.right() + 4)
    minus, number, plus = _stepper(parts["units"])
    below = pills.bottom() + 7
    return BrickChips(
        body=body,
        doubt=doubt,
        minus=minus,
        number=number,
        plus=plus,
        settings=QRect(corner + 3, line, _SIGN, _SIGN),
        remove=QRect(body.right() - 16, body.top() + 3, 14, 14),
        picture=QRect(left, below, content.width(), max(body.bottom() - below - 5, 0)),
        **parts,
    )


def _normal_parts(words: QRect, pills: QRect) -> dict[str, QRect]:
    """A line of words, and a line of pills."""
    count_width, shape_width = round(words.width() * 0.44), round(words.width() * 0.23)
    count = QRect(words.right() + 1 - count_width, words.top(), count_width, words.height())
    shape = QRect(count.left() - shape_width, words.top(), shape_width, words.height())
    stepper = QRect(pills.left(), pills.top(), _UNITS_WIDTH, PILL_HEIGHT)
    rest = pills.width() - _UNITS_WIDTH - 2 * _GAP
    activation = QRect(stepper.right() + 1 + _GAP, pills.top(), rest // 2, PILL_HEIGHT)
    init_left = activation.right() + 1 + _GAP
    return {
        "name": QRect(words.left(), words.top(), shape.left() - words.left() - 4, words.height()),
        "shape": shape,
        "count": count,
        "units": stepper,
        "activation": activation,
        "init": QRect(init_left, pills.top(), pills.right() + 1 - init_left, PILL_HEIGHT),
    }


def _compact_parts(words: QRect, pills: QRect) -> dict[str, QRect]:
    """Name, units and activation in one line."""
    width = round((words.width() - _UNITS_WIDTH - 2 * _GAP) * 0.58)
    activation = QRect(words.right() + 1 - width, pills.top(), width, PILL_HEIGHT)
    units = QRect(activation.left() - _GAP - _UNITS_WIDTH, pills.top(), _UNITS_WIDTH, PILL_HEIGHT)
    return {
        "name": QRect(words.left(), words.top(), units.left() - _GAP - words.left(), words.height()),
        "shape": QRect(),
        "count": QRect(),
        "units": units,
        "activation": activation,
        "init": QRect(),
    }


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
