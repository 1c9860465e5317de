"""The three levels of detail: what each shows, and the picture of the synapses."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.builder import geometry, synapse_picture
from densegui.ui.builder.drag_picture import brick_pixmap

WIDTH = 282


def _picture(n_in, units, top_down=False):
    image = QImage(WIDTH, synapse_picture.picture_height(n_in, units, WIDTH), QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colors().panel))
    with QPainter(image) as painter:
        synapse_picture.paint_picture(painter, image.rect(), n_in, units, QFont(), top_down=top_down)
    return image


def _rows_of(image, wanted):
    """Where a colour is: the y of its pixels below the line of words."""
    return [
        y
        for y in range(24, image.height())
        for x in range(image.width())
        if image.pixelColor(x, y) == QColor(wanted)
    ]


@pytest.mark.parametrize(("n_in", "units"), [(1, 1), (4, 8), (8, 6), (16, 16), (300, 1), (10, 28), (150, 2)])
def test_a_few_hundred_synapses_are_all_drawn(n_in, units):
    plan = synapse_picture.towers(n_in, units, WIDTH)
    assert (plan.inputs, plan.units) == (n_in, units)
    assert plan.columns * plan.rows >= n_in
    assert plan.units * plan.pitch <= WIDTH
    assert plan.columns * plan.cell <= plan.pitch
    assert synapse_picture.words(n_in, units, WIDTH)[0] == (f"{n_in} × {units} = {n_in * units} synapses")


@pytest.mark.parametrize(
    ("n_in", "units"), [(784, 512), (301, 1), (1, 1_000_000), (1_000_000, 1), (17, 18), (22, 14), (2, 300)]
)
def test_of_many_a_part_is_drawn_and_all_are_counted(n_in, units):
    plan = synapse_picture.towers(n_in, units, WIDTH)
    assert plan.inputs * plan.units <= synapse_picture.MOST_SYNAPSES
    assert 1 <= plan.inputs <= n_in
    assert 1 <= plan.units <= units
    assert synapse_picture.picture_height(n_in, units, WIDTH) < 230
    assert synapse_picture.words(n_in, units, WIDTH)[0] == (
        f"{n_in * units:,} synapses · {plan.inputs} × {plan.units} drawn"
    )
    assert not _picture(n_in, units).isNull()


@pytest.mark.parametrize("top_down", [False, True])
def test_data_flow_from_green_and_yellow_over_red_to_blue(qapp, top_down):
    image = _picture(4, 8, top_down)
    green, yellow, red, blue = (_rows_of(image, c) for c in ("#3B9A4C", "#F2C230", "#D0433B", "#2F6FC1"))
    means = [sum(ys) / len(ys) for ys in (green, yellow, red, blue)]
    assert means == sorted(means, reverse=not top_down)


def test_there_is_a_green_brick_for_every_synapse(qapp):
    image = _picture(4, 8)
    y = max(_rows_of(image, "#3B9A4C")) - 4
    line = [image.pixelColor(x, y) == QColor("#3B9A4C") for x in range(image.width())]
    assert sum(now and not before for before, now in pairwise(line)) == 4 * 8


@pytest.mark.parametrize("detail", ["compact", "normal", "full"])
@pytest.mark.parametrize("top_down", [False, True])
def test_bricks_follow_each_other_without_gaps(bench, detail, top_down):
    bench.stack.set_top_down(top_down)
    bench.stack.select(bench.ids[1])
    bench.stack.set_detail(detail)
    order = bench.ids if top_down else bench.ids[::-1]
    rects = [bench.rect(layer_id) for layer_id in order]
    for above, below in pairwise(rects):
        assert above.bottom() + 1 == below.top()
    assert bench.view.verticalScrollBar().maximum() == 0
    assert not bench.stack.grab().isNull()


def test_compact_shows_name_units_and_activation(qtbot, bench):
    bench.stack.set_detail("compact")
    chips = bench.chips(bench.ids[1])
    assert chips.body.height() == geometry.COMPACT_HEIGHT == 34
    for part in ("name", "units", "activation", "settings"):
        assert chips.body.contains(getattr(chips, part))
    assert chips.init.isNull()
    assert chips.count.isNull()
    bench.stack.select(bench.ids[1])
    bench.stack.choose_init()
    popup = bench.view.findChild(object, "choicePopup")
    with qtbot.waitSignal(popup.destroyed):
        popup.close()


def test_full_opens_the_selected_brick_alone(bench):
    bench.stack.set_detail("full")
    heights = [bench.rect(layer_id).height() for layer_id in bench.ids]
    assert heights == [geometry.BRICK_HEIGHT] * 3
    for opened in (0, 1):
        bench.stack.select(bench.ids[opened])
        bench.view.executeDelayedItemsLayout()
        heights = [bench.rect(layer_id).height() for layer_id in bench.ids]
        taller = [height > geometry.BRICK_HEIGHT for height in heights]
        assert taller == [place == opened for place in range(3)]
        chips = bench.chips(bench.ids[opened])
        assert chips.body.contains(chips.picture)
        assert not chips.picture.intersects(chips.units)
    bench.stack.set_detail("normal")
    assert bench.rect(bench.ids[1]).height() == geometry.BRICK_HEIGHT


@pytest.mark.parametrize("detail", ["compact", "normal", "full"])
def test_the_base_plate_stays_where_it_is(bench, detail):
    bench.show(Model([Dense(3) for _ in range(40)], input_dim=4))
    plate = bench.view.model().index(41)
    before = bench.view.visualRect(plate)
    bench.stack.set_detail(detail)
    assert bench.view.visualRect(plate) == before


def test_a_compact_brick_is_dragged_as_it_looks(bench):
    bench.stack.set_detail("compact")
    delegate = bench.view.itemDelegate()
    row = bench.row(bench.ids[0]).data(256)
    size = QRect(QPoint(), bench.rect(bench.ids[0]).size()).size()
    assert size.height() == delegate.row_height
    one, _ = brick_pixmap([row], size, QFont(), 1.0)
    two, _ = brick_pixmap([row, row], size, QFont(), 1.0)
    assert two.height() - one.height() == 34
