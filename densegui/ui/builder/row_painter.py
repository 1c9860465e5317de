"""Paints the rows of the stack: a brick, the base plate, the free space with the output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from densegui.engine.dense import MAX_UNITS
from densegui.ui import theme
from densegui.ui.builder import bricks, geometry
from densegui.ui.builder.geometry import BrickChips, PlateChips
from densegui.ui.builder.rows import Brick, Plate, Top
from densegui.ui.builder.sketches import paint_sketch

_ROOM_FOR_SKETCH = 140
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


def paint_brick(painter: QPainter, rect: QRect, row: Brick, look: Look, studs: Iterable[int]) -> None:
    """Paints a brick but for its name, with these of its studs, down to what it covers of the row below."""
    family = row.layer.activation.function.family
    chips = geometry.brick_chips(rect, row.layer.units, doubtful=bool(row.doubts))
    bricks.paint_studs(painter, studs, rect.top(), theme.family_fill(family))
    bricks.paint_body(painter, chips.body, theme.family_fill(family))
    _paint_facts(painter, chips, row, look)
    _paint_stepper(painter, chips, row.layer.units, look)
    words = bricks.font(look.font, 12)
    text = QColor(theme.colors().text)
    for field, value in (("activation", row.layer.activation), ("init", row.layer.init)):
        pill = chips.activation if field == "activation" else chips.init
        if pill.isNull():
            continue
        bricks.paint_pill(painter, pill, pill if look.hot == field else None)
        inset = 7
        if field == "activation" or pill.width() >= _ROOM_FOR_SKETCH:
            color = theme.family_curve(family) if field == "activation" else QColor(theme.colors().muted)
            sketch = QRect(pill.left() + 8, pill.top() + 7, 14, pill.height() - 14)
            paint_sketch(painter, sketch, value, color)
            inset = 26
        painter.setPen(text)
        painter.setFont(words)
        bricks.paint_words(painter, pill.adjusted(inset, 0, -4, 0), (str(value), value.name))
    if not chips.picture.isEmpty():
        from densegui.ui.builder.synapse_picture import paint_picture  # noqa: PLC0415 - in full detail alone

        paint_picture(painter, chips.picture, row.n_in, row.layer.units, look.font, top_down=look.top_down)
    bricks.paint_dots(painter, chips.settings, hot=look.hot == "settings")
    if row.doubts:
        bricks.paint_warning(painter, chips.doubt, hot=look.hot == "doubt")
    if look.removable:
        bricks.paint_cross(painter, chips.remove, hot=look.hot == "remove")


def paint_name(painter: QPainter, rect: QRect, row: Brick, look: Look) -> None:
    """Paints the name of a brick over the brick."""
    painter.setPen(bricks.ON_BRICK)
    painter.setFont(bricks.font(look.font, 13, bold=True))
    bricks.paint_words(
        painter, geometry.brick_chips(rect, row.layer.units, doubtful=bool(row.doubts)).name, (row.name,)
    )


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
    if row.feature_names:
        painter.setFont(bricks.font(look.font, 11))
        bricks.paint_words(painter, chips.names, (row.names(),))


def plate_chips(rect: QRect, row: Plate, font: QFont) -> PlateChips:
    """The parts of the base plate, with the room that its words need."""
    title = bricks.text_width(bricks.font(font, 13, bold=True), row.title())
    unit = bricks.text_width(bricks.font(font, 12), row.unit())
    return geometry.plate_chips(rect, title, unit, bool(row.feature_names))


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


def _paint_facts(painter: QPainter, chips: BrickChips, row: Brick, look: Look) -> None:
    if chips.shape.isNull():
        return
    painter.setPen(bricks.ON_BRICK)
    painter.setFont(bricks.font(look.font, 11))
    bricks.paint_words(painter, chips.shape, (row.shape,), _RIGHT)
    bricks.paint_words(painter, chips.count, row.counts(), _RIGHT)


def _paint_stepper(painter: QPainter, chips: BrickChips | PlateChips, value: int, look: Look) -> None:
    part = {"minus": chips.minus, "number": chips.number, "plus": chips.plus}.get(look.hot)
    bricks.paint_pill(painter, chips.units, part)
    text = QColor(theme.colors().text)
    faint = QColor(text)
    faint.setAlpha(80)
    bricks.paint_plus_minus(painter, chips.minus, faint if value <= 1 else text, plus=False)
    bricks.paint_plus_minus(painter, chips.plus, faint if value >= MAX_UNITS else text, plus=True)
    painter.setPen(text)
    painter.setFont(
        bricks.font(look.font, 13 if value < 100_000 else 11 if value < MAX_UNITS else 10, bold=True)
    )
    bricks.paint_words(painter, chips.number, (str(value),), _CENTER)
