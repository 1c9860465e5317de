"""Folding, places and pixels of the neuron graph, in both directions, without a widget."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.ui.panels.graph_layout import Neuron, arrange, fold, fold_to, page_after, segments
from densegui.ui.panels.graph_view import (
    Margins,
    View,
    column_at,
    fit,
    gap_at,
    nearest_line,
    neuron_at,
    radius,
    stride,
    view_of,
)

MARGINS = Margins(90.0, 50.0, 80.0, 20.0)


def arranged(sizes):
    return arrange([fold(size) for size in sizes])


@given(st.integers(1, 1_000_000), st.none() | st.integers(0, 1_000_000), st.integers(0, 999_999))
def test_shown_and_left_out_make_the_whole_layer(size, start, extra):
    extra %= size
    folded = fold(size, start, [extra])
    assert len(folded.shown) + sum(gap.left_out for gap in folded.gaps) == size
    assert np.all(np.diff(folded.shown) > 0)
    assert folded.row_of(extra) is not None
    assert folded.shown[folded.row_of(extra)] == extra
    assert folded.slots <= 20


def test_784_pixels_show_16_and_leave_out_768():
    folded = fold(784)
    assert len(folded.shown) == 16
    assert folded.left_out == 768
    assert folded.shown.tolist() == [*range(11), 779, 780, 781, 782, 783]
    assert folded.row_of(11) is None


def test_pages_go_through_every_neuron_once():
    start, seen = None, [*fold(100).shown[:11]]
    for _ in range(6):
        start = page_after(100, start, 1)
        seen += fold(100, start).shown.tolist()
    assert sorted(set(seen)) == list(range(100))
    assert start == 84
    assert page_after(100, start, 1) == 84
    for _ in range(6):
        start = page_after(100, start, -1)
    assert start is None


def test_a_page_in_the_middle_has_an_ellipsis_at_both_ends():
    folded = fold(100, 27)
    assert folded.shown.tolist() == list(range(27, 43))
    assert [tuple(gap) for gap in folded.gaps] == [(0, 27), (17, 57)]


def test_chosen_neurons_are_shown_in_order_with_one_ellipsis():
    folded = fold_to(50, np.arange(40, 24, -1), extra=[3])
    assert folded.shown.tolist() == [3, *range(25, 41)]
    assert [tuple(gap) for gap in folded.gaps] == [(17, 33)]
    assert fold_to(5, np.array([1])).shown.tolist() == [0, 1, 2, 3, 4]


def test_the_ellipsis_stands_between_first_and_last_neurons():
    column = arranged([784, 10]).columns[0]
    assert column.v[10] < column.gap_v[0] < column.v[11]
    assert arranged([784, 10]).columns[1].gap_v.size == 0


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=70))
def test_columns_are_centred_and_never_taller_than_the_fullest(sizes):
    layout = arranged(sizes)
    for column in layout.columns:
        assert column.v[0] + column.v[-1] == pytest.approx(0, abs=1e-12)
        assert column.v[-1] <= 0.5 + 1e-12
        assert np.all(np.diff(column.v) >= layout.pitch - 1e-12)


@given(
    st.lists(st.integers(1, 4000), min_size=2, max_size=70),
    st.floats(300, 3000),
    st.floats(200, 2000),
    st.booleans(),
)
def test_every_neuron_fits_between_the_margins(sizes, width, height, upward):
    layout = arranged(sizes)
    view = fit(layout, width, height, MARGINS, upward)
    reach = radius(layout, view)
    places = [view.point(u, v) for u, column in enumerate(layout.columns) for v in column.v[[0, -1]]]
    x, y = np.array(places).T
    assert x.min() - reach >= MARGINS.left - 2.01
    assert x.max() + reach <= width - MARGINS.right + 2.01
    assert y.min() - reach >= MARGINS.top - 2.01
    assert y.max() + reach <= height - MARGINS.bottom + 2.01


def test_the_input_is_at_the_left_or_at_the_bottom():
    layout = arranged([2, 3, 2])
    right, up = (fit(layout, 620.0, 330.0, MARGINS, upward) for upward in (False, True))
    assert right.point(0, 0.0)[0] < right.point(2, 0.0)[0]
    assert right.point(0, -0.4)[1] < right.point(0, 0.4)[1]
    assert up.point(0, 0.0)[1] > up.point(2, 0.0)[1]
    assert up.point(0, -0.4)[0] < up.point(0, 0.4)[0]


@given(st.floats(-50, 500), st.floats(5, 400), st.floats(-50, 500), st.floats(20, 4000), st.booleans())
def test_a_view_is_found_again_from_its_ranges(start, gap, middle, spread, upward):
    view = View(start, gap, middle, spread, 620.0, 260.0, upward)
    again = view_of(view.x_range(), view.y_range(), 620.0, 260.0, upward)
    assert [again.start, again.gap, again.middle, again.spread] == pytest.approx(
        [start, gap, middle, spread], abs=1e-6
    )
    assert view.place(*view.point(1.5, 0.25)) == pytest.approx((1.5, 0.25), abs=1e-6)


@pytest.mark.parametrize("upward", [False, True])
def test_every_neuron_is_found_where_it_stands_and_nothing_between(upward):
    layout = arranged([4, 8, 6, 1])
    view = fit(layout, 620.0, 260.0, MARGINS, upward)
    for index, column in enumerate(layout.columns):
        for row, v in enumerate(column.v):
            x, y = view.point(index, v)
            assert neuron_at(layout, view, x + 1, y - 1) == Neuron(index, row)
            assert column_at(layout, view, x, y) == index
    assert neuron_at(layout, view, *view.point(0.5, 0.0)) is None
    assert column_at(layout, view, *view.point(9.0, 0.0)) is None


def test_an_ellipsis_is_found_where_it_stands():
    layout = arrange([fold(100, 27), fold(5)])
    view = fit(layout, 620.0, 400.0, MARGINS)
    for number, v in enumerate(layout.columns[0].gap_v):
        assert gap_at(layout, view, *view.point(0, v)) == (0, number)
    assert gap_at(layout, view, *view.point(1, 0.0)) is None


@pytest.mark.parametrize("upward", [False, True])
def test_neighbours_do_not_touch(upward):
    for sizes in ([784, 512, 10], [2, 3, 2], [1, 1], [32] * 40):
        layout = arranged(sizes)
        view = fit(layout, 620.0, 400.0, MARGINS, upward)
        assert 2 * radius(layout, view) < layout.pitch * view.spread
        assert 2 * radius(layout, view) < view.gap


def test_headers_of_a_deep_network_thin_out():
    assert stride(10.0, 58.0) == 6
    assert stride(100.0, 58.0) == 1


def test_edges_run_from_neuron_to_neuron_in_pixels():
    layout = arranged([2, 3])
    lines = segments(layout, 0, np.array([1]), np.array([0]))
    # Two neurons stand at ±1/2·80 px (three fill −1/2…1/2, two stand 1.6 times 1/2 apart), three at ±40.
    right = View(100.0, 200.0, 150.0, 80.0, 620.0, 300.0).lines(lines)
    assert right.tolist() == [[100.0, pytest.approx(150 + 0.4 * 80), 300.0, pytest.approx(110.0)]]
    up = View(280.0, 200.0, 150.0, 80.0, 620.0, 300.0, True).lines(lines)
    assert up.tolist() == [[pytest.approx(150 + 0.4 * 80), 280.0, pytest.approx(110.0), 80.0]]


def test_the_nearest_line_within_reach_is_found():
    lines = np.array([[0.0, 0.0, 100.0, 0.0], [0.0, 0.0, 100.0, 100.0]])
    assert nearest_line(lines, 50.0, 2.0, 4.0) == 0
    assert nearest_line(lines, 50.0, 48.0, 4.0) == 1
    assert nearest_line(lines, 50.0, 25.0, 4.0) is None
    assert nearest_line(np.empty((0, 4)), 1.0, 1.0, 4.0) is None
