"""Where everything is: studs, bodies and what a person can click, for painting, hits, editors and tests.

All bricks stand on one grid of studs, so that a brick fits on the one below at every width of the view.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QMargins, QPoint, QRect, QSize

PITCH: Final = 12
STUD_WIDTH: Final = 8
STUD_HEIGHT: Final = 6
BRICK_HEIGHT: Final = 59
COMPACT_HEIGHT: Final = 34
PLATE_HEIGHT: Final = 34
# With data: a second line says what they are called, or how they do not fit.
DATA_PLATE_HEIGHT: Final = 54
PILL_HEIGHT: Final = 24
FOOT: Final = 8
# Between the edge of a brick and its words.
PADDING: Final = 9

LEAST_WIDTH: Final = 360

# What mends data that do not fit, from the surest to the rarest.
REPAIRS: Final = ("fit", "columns", "transpose")

_MARGIN: Final = 8
_MOST_STUDS: Final = 51
_LEAST_CONTENT: Final = 278
_LEAST_SHARE: Final = 0.72
_UNITS_WIDTH: Final = 76
_BUTTON_WIDTH: Final = 20
# Beside a number of six or seven digits.
_NARROW_BUTTON_WIDTH: Final = 15
_GAP: Final = 5
# Kept free for the signs in the upper right corner.
_CORNER_WIDTH: Final = 28
_SIGN: Final = 17
_LOCK_WIDTH: Final = 11
_WORD_PADDING: Final = 8
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

    def stud_lefts(self, cover: Span | None = None) -> tuple[int, ...]:
        """X of the left edge of each stud that the brick above leaves free."""
        lefts = range(self.left + (PITCH - STUD_WIDTH) // 2, self.right, PITCH)
        return tuple(left for left in lefts if cover is None or not cover.left <= left < cover.right)


@dataclass(frozen=True, slots=True)
class BrickChips:
    """The parts of one brick, in the coordinates of the row's rectangle; ``field_at`` names the pills.

    A part that is not shown is null. ``picture`` is what a tall brick has left below its pills.
    """

    body: QRect
    doubt: QRect
    lock: QRect
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
    fit: QRect
    columns: QRect
    transpose: QRect

    def field_at(self, point: QPoint) -> str | None:
        """Name of what a click at this point changes."""
        for name in ("minus", "plus", "number", *REPAIRS):
            rect: QRect = getattr(self, name)
            if rect.contains(point):
                return name
        return None


# As every frame asks for the same ones again and again, spans are kept: for all bricks of a tall stack.
@lru_cache(maxsize=64)
def plate_span(width: int) -> Span:
    """The base plate in a row of this width."""
    least = math.ceil((_LEAST_CONTENT + 2 * PADDING) / PITCH)
    studs = min(max((width - 2 * _MARGIN) // PITCH, least), _MOST_STUDS)
    return Span(max((width - studs * PITCH) // 2, 0), studs)


@lru_cache(maxsize=1024)
def brick_span(width: int, units: int) -> Span:
    """A brick in a row of this width: the more units, the more studs, on the grid of the plate."""
    plate = plate_span(width)
    least = _least_studs(plate.studs)
    # Steps of two studs keep all bricks in the middle and their studs on one grid.
    studs = least + 2 * _level((plate.studs - least) // 2, units)
    return Span(plate.left + (plate.studs - studs) // 2 * PITCH, studs)


def brick_chips(rect: QRect, units: int, *, doubtful: bool = False, held: bool = False) -> BrickChips:
    """The parts of a brick in the rectangle of its row; one of ``COMPACT_HEIGHT`` has one line of them.

    Args:
        rect: the row.
        units: the layer's units.
        doubtful: whether it carries the sign of a doubtful setting.
        held: whether it carries the sign of weights that nothing redraws.
    """
    span = brick_span(rect.width(), units)
    plate = plate_span(rect.width())
    least = _least_studs(plate.studs)
    left = rect.left() + plate.left + (plate.studs - least) // 2 * PITCH + PADDING
    content = QRect(left, rect.top() + STUD_HEIGHT, least * PITCH - 2 * PADDING, rect.height())
    body = QRect(rect.left() + span.left, content.top(), span.studs * PITCH, rect.height())
    compact = rect.height() == COMPACT_HEIGHT
    line = content.top() + (9 if compact else 6)
    corner = content.right() + 1 - _CORNER_WIDTH
    words = QRect(left, line, corner - left, 17)
    pills = QRect(left, content.top() + (5 if compact else 27), content.width(), PILL_HEIGHT)
    parts = _compact_parts(words, pills) if compact else _normal_parts(words, pills)
    doubt, lock = QRect(), QRect()
    if doubtful:
        doubt = QRect(words.topLeft(), QSize(_SIGN, _SIGN))
        parts["name"].setLeft(doubt.right() + 4)
    if held:
        lock = QRect(parts["name"].topLeft(), QSize(_LOCK_WIDTH, _SIGN))
        parts["name"].setLeft(lock.right() + 5)
    minus, number, plus = _stepper(parts["units"], units)
    below = pills.bottom() + 7
    return BrickChips(
        body=body,
        doubt=doubt,
        lock=lock,
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


def plate_chips(
    rect: QRect,
    input_dim: int,
    title_width: int,
    unit_width: int,
    *,
    two_lines: bool = False,
    repairs: Mapping[str, int] | None = None,
) -> PlateChips:
    """The parts of the base plate in the rectangle of its row; title and unit are as wide as their words.

    Args:
        rect: the row.
        input_dim: the number in the stepper.
        title_width: pixels of the title.
        unit_width: pixels of the unit.
        two_lines: whether there is a second line, with names of features or what does not fit.
        repairs: which of ``REPAIRS`` are offered in it, and the pixels of their words.
    """
    span = plate_span(rect.width())
    height = DATA_PLATE_HEIGHT if two_lines else PLATE_HEIGHT
    body = QRect(rect.left() + span.left, rect.top() + STUD_HEIGHT, span.studs * PITCH, height)
    inner = body.marginsRemoved(QMargins(14, 0, 14, 0))
    top = body.top() + 5
    title = QRect(inner.left(), top, title_width, PILL_HEIGHT)
    stepper = QRect(title.right() + 9, top, _UNITS_WIDTH, PILL_HEIGHT)
    minus, number, plus = _stepper(stepper, input_dim)
    unit = QRect(stepper.right() + 9, top, unit_width, PILL_HEIGHT)
    source_left = unit.right() + 13
    second = QRect(inner.left(), top + PILL_HEIGHT + 3, inner.width(), 18)
    buttons = dict.fromkeys(REPAIRS, QRect())
    for name in reversed([name for name in REPAIRS if repairs and name in repairs]):
        width = (repairs or {})[name] + 2 * _WORD_PADDING
        buttons[name] = QRect(second.right() + 1 - width, second.top(), width, second.height())
        second.setRight(buttons[name].left() - _GAP - 1)
    return PlateChips(
        body=body,
        title=title,
        units=stepper,
        minus=minus,
        number=number,
        plus=plus,
        unit=unit,
        source=QRect(source_left, top, max(inner.right() + 1 - source_left, 0), PILL_HEIGHT),
        names=second,
        **buttons,
    )


def _least_studs(plate_studs: int) -> int:
    """Studs of the narrowest brick: it holds all pills, and most of a wide plate."""
    holding = math.ceil((_LEAST_CONTENT + 2 * PADDING) / PITCH)
    least = max(holding, round(plate_studs * _LEAST_SHARE))
    return min(least + (plate_studs - least) % 2, plate_studs)


def _level(steps: int, units: int) -> int:
    """Which of ``steps + 1`` widths, from narrow to wide; one step always lies between 4 and 8 units."""
    edges = [_MOST_BITS * (place + 0.5) / steps for place in range(steps)]
    shift = min((_FOUR_AND_EIGHT - edge for edge in edges), key=abs, default=0.0)
    return sum(edge + shift < math.log2(units) for edge in edges)


def _stepper(pill: QRect, value: int) -> tuple[QRect, QRect, QRect]:
    button = _BUTTON_WIDTH if value < 100_000 else _NARROW_BUTTON_WIDTH
    minus = QRect(pill.left(), pill.top(), button, pill.height())
    plus = QRect(pill.right() + 1 - button, pill.top(), button, pill.height())
    number = QRect(minus.right() + 1, pill.top(), plus.left() - minus.right() - 1, pill.height())
    return minus, number, plus
