"""Paints the rows of the stack: a brick, the base plate, the free space with the output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from densegui.engine import Activation, Initializer
from densegui.engine.dense import MAX_UNITS
from densegui.ui import theme
from densegui.ui.builder import bricks, geometry
from densegui.ui.builder.geometry import BrickChips, PlateChips
from densegui.ui.builder.rows import Brick, Plate, Top, activation_words, init_words
from densegui.ui.builder.sketches import paint_sketch

_ROOM_FOR_SKETCH = 140
_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTER = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class Look:
    """What of a row depends on the moment.

    Attributes:
        font: the view's font.
        hot: field under the pointer, or empty.
        removable: whether the sign that takes the brick away is shown.
        top_down: whether data flow downward.
    """

    font: QFont
    hot: str = ""
    removable: bool = False
    top_down: bool = False


class NameRoom(NamedTuple):
    """Where the name of a brick goes.

    Attributes:
        usual: where names begin under each other.
        most: what a long name takes: up to the edge of a wide brick.
    """

    usual: QRect
    most: QRect


def paint_brick(painter: QPainter, rect: QRect, row: Brick, look: Look, studs: Iterable[int]) -> NameRoom:
    """Paints a brick but for its name, with these of its studs, down to what it covers of the row below."""
    family = row.layer.activation.function.family
    chips = brick_chips(rect, row)
    bricks.paint_studs(painter, studs, rect.top(), theme.family_fill(family))
    bricks.paint_body(painter, chips.body, theme.family_fill(family))
    room = _paint_facts(painter, chips, row, look)
    _paint_stepper(painter, chips, row.layer.units, look)
    _paint_choice(painter, chips.activation, row.layer.activation, look, theme.family_curve(family))
    if not chips.init.isNull():
        _paint_choice(painter, chips.init, row.layer.init, look, QColor(theme.colors().muted))
    if not chips.picture.isEmpty():
        from densegui.ui.builder.synapse_picture import paint_picture  # noqa: PLC0415 - in full detail alone

        paint_picture(painter, chips.picture, row.n_in, row.layer.units, look.font, top_down=look.top_down)
    bricks.paint_dots(painter, chips.settings, hot=look.hot == "settings")
    if row.held:
        bricks.paint_lock(painter, chips.lock)
    if row.doubts:
        bricks.paint_warning(painter, chips.doubt, hot=look.hot == "doubt")
    if look.removable:
        bricks.paint_cross(painter, chips.remove, hot=look.hot == "remove")
    most = QRect(room)
    if not row.doubts and not row.held:
        most.setLeft(chips.body.left() + geometry.PADDING)
    return NameRoom(room, most)


def paint_name(painter: QPainter, origin: QPoint, room: NameRoom, row: Brick, look: Look) -> None:
    """Paints the name of a brick over the brick, into the room that ``paint_brick`` found seen from there."""
    painter.setPen(bricks.ON_BRICK)
    painter.setFont(bricks.font(look.font, 13, bold=True))
    is_long = painter.fontMetrics().horizontalAdvance(row.name) > room.usual.width()
    place = (room.most if is_long else room.usual).translated(origin)
    bricks.paint_words(painter, place, (row.name,), _RIGHT if is_long else _LEFT)


def paint_plate(painter: QPainter, rect: QRect, row: Plate, look: Look, studs: Iterable[int]) -> None:
    """Paints the base plate with these of its studs."""
    colors = theme.colors()
    chips = plate_chips(rect, row, look.font)
    text = QColor(colors.text)
    bricks.paint_studs(painter, studs, rect.top(), QColor(colors.plate))
    bricks.paint_body(painter, chips.body, QColor(colors.plate))
    painter.setPen(text)
    painter.setFont(bricks.font(look.font, 13, bold=True))
    bricks.paint_words(painter, chips.title, (row.title(),))
    _paint_stepper(painter, chips, row.input_dim, look)
    painter.setPen(text)
    painter.setFont(bricks.font(look.font, 12))
    bricks.paint_words(painter, chips.unit, (row.unit(),))
    bricks.paint_words(painter, chips.source, row.sources(), _RIGHT)
    painter.setFont(bricks.font(look.font, 11))
    if row.fits:
        bricks.paint_words(painter, chips.names, (row.names(),))
    else:
        _paint_fault(painter, chips, row, look)


def _paint_fault(painter: QPainter, chips: PlateChips, row: Plate, look: Look) -> None:
    """How the data do not fit, and what mends it."""
    text = QColor(theme.colors().text)
    bricks.paint_warning(painter, QRect(chips.names.topLeft(), QSize(17, 17)), hot=False)
    painter.setPen(text)
    bricks.paint_words(painter, chips.names.adjusted(21, 0, 0, 0), row.faults())
    for name, words in row.repairs().items():
        pill = getattr(chips, name)
        bricks.paint_pill(painter, pill, pill if look.hot == name else None)
        painter.setPen(text)
        bricks.paint_words(painter, pill, (words,), _CENTER)


def brick_chips(rect: QRect, row: Brick) -> BrickChips:
    """The parts of a brick, with room for the signs that it carries."""
    return geometry.brick_chips(rect, row.layer.units, doubtful=bool(row.doubts), held=row.held)


def plate_chips(rect: QRect, row: Plate, font: QFont) -> PlateChips:
    """The parts of the base plate, with the room that its words need."""
    title = bricks.text_width(bricks.font(font, 13, bold=True), row.title())
    unit = bricks.text_width(bricks.font(font, 12), row.unit())
    small = bricks.font(font, 11)
    repairs = {name: bricks.text_width(small, words) for name, words in row.repairs().items()}
    return geometry.plate_chips(
        rect, row.input_dim, title, unit, two_lines=bool(row.data_name), repairs=repairs
    )


def paint_top(painter: QPainter, rect: QRect, row: Top, look: Look) -> None:
    """Paints what comes out of the stack, or where the first brick goes."""
    colors = theme.colors()
    painter.setFont(bricks.font(look.font, 12))
    painter.setPen(QColor(colors.muted))
    if row.last is not None:
        top = rect.top() + 24 if row.top_down else rect.bottom() - 26
        bricks.paint_words(
            painter, QRect(rect.left() + 8, top, rect.width() - 16, 20), (row.title(),), _CENTER
        )
        return
    place = rect.topLeft() + QPoint(0, 4) if row.top_down else rect.bottomLeft() - QPoint(0, 58)
    size = QSize(rect.width(), geometry.BRICK_HEIGHT)
    outline = geometry.brick_chips(QRect(place, size), 8).body.adjusted(0, 0, 0, -8)
    painter.setPen(QPen(QColor(colors.muted), 1.2, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(outline), bricks.CORNER, bricks.CORNER)
    painter.setPen(QColor(colors.muted))
    wrapped = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    painter.drawText(outline.adjusted(12, 0, -12, 0), wrapped, row.title())


def _paint_facts(painter: QPainter, chips: BrickChips, row: Brick, look: Look) -> QRect:
    """Paints shape and number of parameters; returns the room that they leave to the name."""
    if chips.shape.isNull():
        return chips.name
    painter.setPen(bricks.ON_BRICK)
    painter.setFont(bricks.font(look.font, 11))
    metrics = painter.fontMetrics()
    space = chips.count.width()
    count = next(
        (width for words in row.counts() if (width := metrics.horizontalAdvance(words)) <= space), space
    )
    # A wide shape may have what the number of parameters leaves free.
    wanted = metrics.horizontalAdvance(row.shape)
    more = min(max(wanted - chips.shape.width(), 0), max(space - count - 8, 0))
    bricks.paint_words(painter, chips.shape.adjusted(0, 0, more, 0), (row.shape,), _RIGHT)
    bricks.paint_words(painter, chips.count, row.counts(), _RIGHT)
    room = QRect(chips.name)
    room.setRight(max(room.right(), chips.shape.right() - wanted - 8))
    return room


def _paint_choice(
    painter: QPainter, pill: QRect, value: Activation | Initializer, look: Look, color: QColor
) -> None:
    """A pill with an activation or initialiser: its picture, where there is room, and its words."""
    hot = look.hot == ("activation" if isinstance(value, Activation) else "init")
    name = f"choice {value!r} {color.rgba()} {hot} {theme.is_dark()} {look.font.key()}"
    paint_new = partial(_paint_new_choice, value=value, font=look.font, color=color, hot=hot)
    bricks.paint_kept(painter, pill, name, paint_new)


def _paint_new_choice(
    painter: QPainter,
    place: QRectF,
    value: Activation | Initializer,
    font: QFont,
    color: QColor,
    *,
    hot: bool,
) -> None:
    pill = place.toRect()
    bricks.paint_pill(painter, pill, pill if hot else None)
    inset = 7
    if isinstance(value, Activation) or pill.width() >= _ROOM_FOR_SKETCH:
        paint_sketch(painter, QRect(pill.left() + 8, pill.top() + 7, 14, pill.height() - 14), value, color)
        inset = 26
    painter.setPen(QColor(theme.colors().text))
    painter.setFont(bricks.font(font, 12))
    words = activation_words(value) if isinstance(value, Activation) else init_words(value)
    bricks.paint_words(painter, pill.adjusted(inset, 0, -4, 0), words)


def _paint_stepper(painter: QPainter, chips: BrickChips | PlateChips, value: int, look: Look) -> None:
    pill = chips.units
    parts = (chips.minus.translated(-pill.topLeft()), chips.plus.translated(-pill.topLeft()))
    ends = (value <= 1, value >= MAX_UNITS)
    name = f"stepper {parts[0].width()} {ends} {theme.is_dark()}"
    bricks.paint_kept(painter, pill, name, partial(_paint_new_stepper, parts=parts, ends=ends))
    bricks.paint_mark(
        painter, {"minus": chips.minus, "number": chips.number, "plus": chips.plus}.get(look.hot)
    )
    painter.setPen(QColor(theme.colors().text))
    painter.setFont(bricks.font(look.font, 13, bold=True))
    bricks.paint_words(painter, chips.number, (str(value),), _CENTER)


def _paint_new_stepper(
    painter: QPainter, pill: QRectF, parts: tuple[QRect, QRect], ends: tuple[bool, bool]
) -> None:
    """A pill with − and +; what is at its end is faint."""
    bricks.paint_pill(painter, pill.toRect())
    for part, at_end, plus in zip(parts, ends, (False, True), strict=True):
        color = QColor(theme.colors().text)
        if at_end:
            color.setAlpha(80)
        bricks.paint_plus_minus(painter, part, color, plus=plus)
