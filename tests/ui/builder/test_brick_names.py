"""Names of bricks: under each other where they fit, and a long one up to the edge of its brick."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QImage, QPainter

from densegui.engine import Dense, Model
from densegui.ui.builder import bricks, geometry, row_painter
from densegui.ui.builder.doubts import doubts
from densegui.ui.builder.row_painter import Look
from densegui.ui.builder.rows import brick_rows

SIZE = QSize(460, geometry.COMPACT_HEIGHT)
LONG = "a_long_custom_name"


@pytest.fixture
def look(qapp):
    return Look(QFont("Noto Sans CJK KR"))


def _brick(units, name="short"):
    return brick_rows(Model([Dense(units, name=name)], input_dim=4), None)[0]


def _room(row, look):
    """The room that the picture of a brick leaves to its name."""
    image = QImage(SIZE, QImage.Format.Format_ARGB32)
    with QPainter(image) as painter:
        return row_painter.paint_brick(painter, QRect(QPoint(), SIZE), row, look, ())


def _name_begins(row, look):
    """X of the first column that the name alone marks; the width of the picture where there is none."""
    room = _room(row, look)
    image = QImage(SIZE, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        row_painter.paint_name(painter, QPoint(), room, row, look)
    columns = (x for x in range(SIZE.width()) if any(image.pixel(x, y) for y in range(SIZE.height())))
    return next(columns, SIZE.width())


def test_a_long_name_takes_the_free_edge_of_a_wide_brick(look):
    short, long = (_name_begins(_brick(600, name), look) for name in ("short", LONG))
    assert long < _room(_brick(600), look).usual.left() <= short


def test_a_long_name_that_has_room_is_not_made_smaller(look):
    room = _room(_brick(600, LONG), look)
    needed = bricks.text_width(bricks.font(look.font, 13, bold=True), LONG)
    assert room.usual.width() < needed <= room.most.width()


@pytest.mark.parametrize("units", [1, 3, 8, 64, 600, 100_000])
def test_the_room_lies_within_the_brick(look, units):
    row = _brick(units)
    chips = geometry.brick_chips(QRect(QPoint(), SIZE), units)
    room = _room(row, look)
    assert room.usual == chips.name
    assert chips.body.contains(room.most)
    assert not room.most.intersects(chips.units)


def test_a_name_leaves_the_signs_before_it_free(look):
    brick = _brick(600, LONG)
    for signed in (
        replace(brick, held=True),
        replace(brick, doubts=doubts(Dense(1, activation="softmax"), True, 0)),
    ):
        room = _room(signed, look)
        assert room.most == room.usual
