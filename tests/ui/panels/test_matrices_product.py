"""The matrices of one layer, in both orientations, and where they stand on the page."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui.focus import Minibatch
from densegui.ui.panels.matrices_choices import neighbour
from densegui.ui.panels.matrices_layout import Measures, board_of, least_size, stepped
from densegui.ui.panels.matrices_product import Cell, product_of

MEASURES = Measures(cell_width=46, cell_height=18, line=16, row_labels=24, corner=120, strip=60, arrow=50)
SIZES = [(674, 230), (434, 190), (304, 120), (1800, 1000)]


def product(dims, samples, *, layer=1, in_columns=False, use_bias=True, dataset=None, first=0):
    layers = [Dense(units, bias_init="standard_normal", use_bias=use_bias) for units in dims[1:]]
    model = Model(layers, input_dim=dims[0], dtype="float64")
    x = np.random.default_rng(5).normal(size=(samples, dims[0]))
    return product_of(Minibatch(model, model.trace(x), first), layer, dataset, in_columns)


def shapes(found):
    return {found.symbol(kind): found.shape(kind) for kind in found.kinds}


def test_samples_in_rows_have_the_shapes_of_keras():
    assert shapes(product((4, 8, 6, 1), 32)) == {
        "X": "(32, 4)", "W": "(4, 8)", "b": "(1, 8)", "Z": "(32, 8)", "A": "(32, 8)",
    }  # fmt: skip


def test_samples_in_columns_have_the_shapes_of_the_lesson():
    one, two = (product((5, 4, 30), 16, layer=layer, in_columns=True) for layer in (1, 2))
    assert shapes(one) == {"X": "(5, 16)", "Wᵀ": "(4, 5)", "B": "(4, 1)", "Z": "(4, 16)", "A": "(4, 16)"}
    assert shapes(two) == {"X": "(4, 16)", "Wᵀ": "(30, 4)", "B": "(30, 1)", "Z": "(30, 16)", "A": "(30, 16)"}
    assert (one.note("w"), two.note("w")) == ("W (5, 4)", "W (4, 30)")


@pytest.mark.parametrize("in_columns", [False, True])
@pytest.mark.parametrize("use_bias", [False, True])
def test_left_times_top_plus_bias_is_z(in_columns, use_bias):
    found = product((5, 4, 3), 7, layer=2, in_columns=in_columns, use_bias=use_bias)
    bias = found.drawn("b") if use_bias else 0
    z = found.drawn(found.left) @ found.drawn(found.top) + bias
    assert found.drawn("z") == pytest.approx(z, rel=1e-12)
    assert ("b" in found.kinds) == use_bias


@pytest.mark.parametrize("in_columns", [False, True])
def test_a_cell_knows_its_sample_input_and_unit(in_columns):
    found = product((5, 4), 7, in_columns=in_columns)
    for sample, unit, source in itertools.product(range(7), range(4), range(5)):
        places = {"sample": sample, "unit": unit, "input": source}
        for kind, array, key in (("x", found.x, (sample, source)), ("w", found.w, (source, unit))):
            cell = found.cell(kind, places)
            assert found.value(cell) == array[key]
            assert found.places(cell).items() <= places.items()


def test_entries_are_written_in_the_order_of_their_matrix():
    places = {"sample": 3, "unit": 1, "input": 2}
    rows, columns = (product((4, 2), 8, in_columns=turned, first=32) for turned in (False, True))
    assert [rows.entry(kind, places) for kind in rows.kinds] == [
        "x[35, 2]", "w[2, 1]", "b[1]", "z[35, 1]", "a[35, 1]",
    ]  # fmt: skip
    assert [columns.entry(kind, places) for kind in columns.kinds] == [
        "x[2, 35]", "w[2, 1]", "b[1]", "z[1, 35]", "a[1, 35]",
    ]  # fmt: skip


def test_features_and_classes_have_their_names_at_the_ends():
    names, classes = ("length", "width"), ("no", "yes", "maybe")
    data = Dataset("d", np.zeros((4, 2)), Source("normal", {}), feature_names=names, class_names=classes)
    first, last = (product((2, 3, 3), 4, layer=layer, dataset=data) for layer in (1, 2))
    assert (first.input_names, first.unit_names, first.source) == (names, (), "")
    assert (last.input_names, last.unit_names, last.source) == ((), classes, "dense_1")
    assert [last.label("unit", k) for k in range(3)] == list(classes)
    assert product((2, 3, 4), 4, layer=2, dataset=data).unit_names == ()


def test_an_unknown_layer_is_the_first_and_no_layer_is_none():
    assert product((2, 3, 4), 4, layer=None).name == "dense_1"
    assert product((2, 3, 4), 4, layer=77).name == "dense_1"
    empty = Model([], input_dim=3)
    assert product_of(Minibatch(empty, empty.trace(np.zeros((2, 3))), 0), None, None, False) is None


def edges(board, kind):
    pane = board.panes[kind]
    return pane.x, pane.y, board.right(kind), board.bottom(kind)


@settings(max_examples=150, deadline=None)
@given(
    st.tuples(*(st.sampled_from([1, 2, 3, 8, 40, 300]) for _ in range(3))),
    st.booleans(),
    st.booleans(),
    st.sampled_from(SIZES),
    st.sampled_from([None, 0.06, 0.4, 1.0, 3.0]),
)
def test_rows_and_columns_meet_and_nothing_overlaps(dims, in_columns, use_bias, size, zoom):
    inputs, units, samples = dims
    found = product((inputs, units), samples, in_columns=in_columns, use_bias=use_bias)
    board = board_of(found, MEASURES, *size, zoom)
    z, left, top, a = (edges(board, kind) for kind in ("z", found.left, found.top, "a"))
    assert (z[0], z[2]) == (top[0], top[2])
    assert (z[1], z[3]) == (left[1], left[3]) == (a[1], a[3])
    assert a[2] - a[0] == z[2] - z[0]
    for one, two in itertools.combinations([edges(board, kind) for kind in found.kinds], 2):
        assert one[2] < two[0] or two[2] < one[0] or one[3] < two[1] or two[3] < one[1]
    for kind, pane in board.panes.items():
        rows, columns = found.drawn(kind).shape
        assert 1 <= pane.rows <= rows
        assert 1 <= pane.columns <= columns
    least = least_size(found, MEASURES)
    if zoom is None and size[0] >= least[0] and size[1] >= least[1]:
        assert max(edges(board, kind)[2] for kind in found.kinds) <= size[0]
        assert max(edges(board, kind)[3] for kind in found.kinds) <= size[1]


@pytest.mark.parametrize("in_columns", [False, True])
@pytest.mark.parametrize("offsets", [{}, {"sample": 5, "input": 30, "unit": 2}, {"input": 10_000}])
def test_every_visible_cell_is_found_where_it_stands(in_columns, offsets):
    found = product((40, 8), 32, in_columns=in_columns)
    board = board_of(found, MEASURES, 674, 230, 1.0)
    shown = {axis: min(offsets.get(axis, 0), most) for axis, most in board.scrolls.items()}
    for kind, pane in board.panes.items():
        top, left = board.start(found, kind, shown)
        for row, column in itertools.product(range(pane.rows), range(pane.columns)):
            x, y = pane.x + (column + 0.5) * board.cell_width, pane.y + (row + 0.5) * board.cell_height
            assert board.cell_at(found, x, y, shown) == Cell(kind, top + row, left + column)
        assert top + pane.rows <= found.drawn(kind).shape[0]
        assert left + pane.columns <= found.drawn(kind).shape[1]
    assert board.cell_at(found, 2, 2, shown) is None


def test_small_matrices_are_seen_whole_and_larger():
    board = board_of(product((2, 3), 1), MEASURES, 674, 230, None)
    assert not any(board.scrolls.values())
    assert board.cell_height > MEASURES.cell_height


def test_zoom_has_limits():
    assert stepped(1.0, 1000) == 3.0
    assert stepped(1.0, -1000) == 0.06
    assert stepped(stepped(1.0, 3), -3) == pytest.approx(1.0)


def test_neighbouring_minibatches():
    assert neighbour(0, 32, 150, 1) == 32
    assert neighbour(0, 32, 150, -1) is None
    assert neighbour(128, 22, 150, 1) is None
    assert neighbour(96, 32, 150, -1) == 64
    assert neighbour(128, 22, 150, -1) == 127
    assert neighbour(6, 3, 10, -1) == 3
    assert neighbour(9, 1, 10, -1) == 8
