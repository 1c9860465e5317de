"""Pictures of rows: the same while a row says the same, in bounded memory."""

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from densegui.engine import Activation, Dense, Initializer, Model
from densegui.ui import theme
from densegui.ui.builder import row_pictures
from densegui.ui.builder.doubts import doubts
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


def _pixels(picture):
    return picture.pixmap.toImage()


@pytest.mark.parametrize("size", [SIZE, QSize(400, 34), QSize(400, 200)])
def test_bricks_that_look_different_never_share_a_picture(look, size):
    """Whatever is in a brick: a kept picture shows it as a new one does, once every other has been kept."""
    brick = _bricks(8)[0]
    layers = [
        replace(brick.layer, **change)
        for change in (
            {"units": 9},
            {"activation": "tanh"},
            {"activation": Activation("leaky_relu", alpha=0.2)},
            {"activation": Activation("leaky_relu", alpha=0.4)},
            {"init": "zeros"},
            {"init": Initializer("uniform", minval=-1, maxval=1)},
            {"use_bias": False},
            {"bias_init": "ones"},
            {"redraw": 3},
            {"id": 77},
        )
    ]
    rows = [
        brick,
        *(replace(brick, layer=layer) for layer in layers),
        replace(brick, n_in=5),
        replace(brick, samples_in_columns=True),
        replace(brick, doubts=doubts(Dense(1, activation="softmax"), True, 0)),
        replace(brick, held=True),
    ]
    pictures = RowPictures()
    for row in rows:
        pictures.picture(size, 1.0, row, look, ())
    for row in rows:
        kept, fresh = (which.picture(size, 1.0, row, look, ()) for which in (pictures, RowPictures()))
        assert (_pixels(kept), kept.name) == (_pixels(fresh), fresh.name)


def test_a_picture_follows_font_and_colours(qapp):
    brick = _bricks(8)[0]
    small, large = (Look(QFont(family)) for family in ("Noto Sans CJK KR", "monospace"))
    seen = []
    for dark in (False, True):
        theme.apply(qapp, dark=dark)
        seen += [_pixels(RowPictures().picture(SIZE, 1.0, brick, look, ())) for look in (small, large)]
    theme.apply(qapp, dark=False)
    assert all(one != two for one, two in combinations(seen, 2))


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
    assert not RowPictures().picture(SIZE, 1.0, plate, look, ()).pixmap.isNull()
