"""Pictures of rows: the same while a row says the same, in bounded memory."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from densegui.engine import Dense, Model
from densegui.ui.builder import row_pictures
from densegui.ui.builder.row_painter import Look
from densegui.ui.builder.row_pictures import RowPictures
from densegui.ui.builder.rows import brick_rows, plate_row

SIZE = QSize(400, 59)


@pytest.fixture
def look(qapp):
    return Look(QFont())


def _bricks(*units):
    return brick_rows(Model([Dense(n) for n in units], input_dim=4), None)


def test_a_row_that_says_the_same_is_painted_once(look):
    pictures, brick = RowPictures(), _bricks(8)[0]
    first = pictures.picture(SIZE, 1.0, brick, look, ())
    assert pictures.picture(SIZE, 1.0, brick, look, ()) is first
    assert pictures.picture(SIZE, 1.0, brick, look, (30,)) is not first
    assert pictures.picture(SIZE, 2.0, brick, look, ()) is not first
    assert pictures.picture(SIZE, 1.0, _bricks(9)[0], look, ()) is not first
    pictures.clear()
    assert pictures.picture(SIZE, 1.0, brick, look, ()) is not first


def test_a_block_that_comes_below_and_changes_the_names_repaints_nothing(look):
    pictures = RowPictures()
    model = Model([Dense(4), Dense(8), Dense(6)], input_dim=4)
    less = model.with_layers(model.layers[1:])
    now, then = brick_rows(model, None)[2], brick_rows(less, None)[1]
    assert (now.name, then.name) == ("dense_3", "dense_2")
    first = pictures.picture(SIZE, 1.0, now, look, ())
    assert pictures.picture(SIZE, 1.0, then, look, ()) is first


def test_the_one_not_looked_at_for_longest_goes_when_memory_is_full(look, monkeypatch):
    pictures, one, two, three = RowPictures(), *_bricks(1, 2, 3)
    # Two pictures of 400 × (59 + 6) pixels of 4 bytes have room.
    monkeypatch.setattr(row_pictures, "MOST_BYTES", 2 * 400 * 65 * 4)
    first, second = (pictures.picture(SIZE, 1.0, brick, look, ()) for brick in (one, two))
    assert pictures.picture(SIZE, 1.0, one, look, ()) is first
    pictures.picture(SIZE, 1.0, three, look, ())
    assert pictures.picture(SIZE, 1.0, one, look, ()) is first
    assert pictures.picture(SIZE, 1.0, two, look, ()) is not second


def test_one_row_larger_than_the_memory_is_shown(look, monkeypatch):
    monkeypatch.setattr(row_pictures, "MOST_BYTES", 1)
    plate = plate_row(Model(input_dim=4), None, top_down=False)
    assert not RowPictures().picture(SIZE, 1.0, plate, look, ()).isNull()
