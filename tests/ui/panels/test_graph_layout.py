"""Folding, places and pixels of the neuron graph, without a widget."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.ui.panels.graph_layout import (
    Margins,
    Neuron,
    View,
    arrange,
    column_at,
    fit,
    fold,
    header_stride,
    nearest,
    neuron_at,
    radius,
    segments,
    view_of,
)

MARGINS = Margins(90.0, 50.0, 80.0, 20.0)


@given(st.integers(1, 1_000_000))
def test_shown_and_left_out_make_the_whole_layer(size):
    folded = fold(size)
    assert len(folded.shown) + folded.left_out == size
    assert np.all(np.diff(folded.shown) > 0)
    assert folded.shown[0] == 0
    assert folded.shown[-1] == size - 1
    assert folded.slots <= 17
    assert (folded.gap is None) == (folded.left_out == 0)


def test_784_pixels_show_16_and_leave_out_768():
    folded = fold(784)
    assert len(folded.shown) == 16
    assert folded.left_out == 768
    assert folded.shown.tolist() == [*range(11), 779, 780, 781, 782, 783]


def test_the_ellipsis_stands_between_first_and_last_neurons():
    column = arrange([784, 10]).columns[0]
    assert column.y[10] < column.gap_y < column.y[11]
    assert arrange([784, 10]).columns[1].gap_y is None


@given(st.lists(st.integers(1, 5000), min_size=1, max_size=70))
def test_columns_are_centred_and_never_taller_than_the_fullest(sizes):
    layout = arrange(sizes)
    for column in layout.columns:
        assert column.y[0] + column.y[-1] == pytest.approx(0, abs=1e-12)
        assert column.y[-1] <= 0.5 + 1e-12
        assert np.all(np.diff(column.y) >= layout.pitch - 1e-12)


@given(st.lists(st.integers(1, 4000), min_size=2, max_size=70), st.floats(300, 3000), st.floats(200, 2000))
def test_fit_brings_every_neuron_inside_the_margins(sizes, width, height):
    layout = arrange(sizes)
    view = fit(layout, width, height, MARGINS)
    reach = radius(layout, view)
    assert view.x(0) - reach >= MARGINS.left - 0.01
    assert view.x(len(sizes) - 1) + reach <= width - MARGINS.right + 0.01
    for column in layout.columns:
        y = view.y(column.y)
        assert y[0] - reach >= MARGINS.top - 2.01
        assert y[-1] + reach <= height - MARGINS.bottom + 2.01


@given(st.floats(-50, 500), st.floats(5, 400), st.floats(-50, 500), st.floats(20, 4000))
def test_a_view_is_found_again_from_its_ranges(left, across, middle, down):
    view = View(left, across, middle, down, 620.0, 260.0)
    again = view_of(view.x_range(), view.y_range(), 620.0, 260.0)
    assert [again.left, again.across, again.middle, again.down] == pytest.approx(
        [left, across, middle, down], abs=1e-6
    )


def test_every_neuron_is_found_where_it_stands_and_nothing_between():
    layout = arrange([4, 8, 6, 1])
    view = fit(layout, 620.0, 260.0, MARGINS)
    for index, column in enumerate(layout.columns):
        for row, y in enumerate(view.y(column.y)):
            assert neuron_at(layout, view, view.x(index) + 1, y - 1) == Neuron(index, row)
            assert column_at(layout, view, view.x(index) + 5) == index
    assert neuron_at(layout, view, view.x(0.5), 130.0) is None
    assert neuron_at(layout, view, -1000.0, 130.0) is None
    assert column_at(layout, view, 5000.0) is None


def test_neighbours_do_not_touch():
    for sizes in ([784, 512, 10], [2, 3, 2], [1, 1], [32] * 60):
        layout = arrange(sizes)
        view = fit(layout, 620.0, 260.0, MARGINS)
        assert 2 * radius(layout, view) < layout.pitch * view.down
        assert 2 * radius(layout, view) < view.across


def test_headers_of_a_deep_network_thin_out():
    view = View(0.0, 10.0, 0.0, 100.0, 620.0, 260.0)
    assert header_stride(view, 58.0) == 6
    assert header_stride(View(0.0, 100.0, 0.0, 100.0, 620.0, 260.0), 58.0) == 1


def test_edges_run_from_neuron_to_neuron_in_pixels():
    layout = arrange([2, 3])
    view = View(100.0, 200.0, 150.0, 80.0, 620.0, 300.0)
    lines = view.lines(segments(layout, 0, np.array([1]), np.array([0])))
    # Two neurons stand at ±1/2·80 px (three fill −1/2…1/2, two stand 1.6 times 1/2 apart), three at ±40.
    assert lines.tolist() == [[100.0, pytest.approx(150 + 0.4 * 80), 300.0, pytest.approx(110.0)]]


def test_the_nearest_line_within_reach_is_found():
    lines = np.array([[0.0, 0.0, 100.0, 0.0], [0.0, 0.0, 100.0, 100.0]])
    assert nearest(lines, 50.0, 2.0, 4.0) == 0
    assert nearest(lines, 50.0, 48.0, 4.0) == 1
    assert nearest(lines, 50.0, 25.0, 4.0) is None
    assert nearest(np.empty((0, 4)), 1.0, 1.0, 4.0) is None
