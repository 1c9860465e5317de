"""Sums and heat maps of whole weight matrices, in one pass and in slices."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from densegui.engine import Dense, Model
from densegui.ui.panels import graph_scan, graph_scans
from densegui.ui.panels.graph_scan import cell_starts, scan, smaller
from densegui.ui.panels.graph_scans import AT_ONCE, Scans


def scanned(weights, factors=None):
    steps = scan(weights, factors)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


@given(
    arrays(
        np.float64,
        array_shapes(min_dims=2, max_dims=2, max_side=300),
        elements=st.floats(-9, 9),
        fill=st.floats(-9, 9),
    )
)
def test_sums_and_extremes_are_those_of_the_whole_matrix(weights):
    found = scanned(weights)
    assert found.by_source == pytest.approx(np.abs(weights).sum(axis=1))
    assert found.by_target == pytest.approx(np.abs(weights).sum(axis=0))
    assert found.total == pytest.approx(np.abs(weights).sum())
    assert found.largest == np.abs(weights).max()
    for r in range(found.heat.shape[0]):
        for c in range(0, found.heat.shape[1], 7):
            part = weights[found.rows[r] : found.rows[r + 1], found.columns[c] : found.columns[c + 1]]
            assert abs(found.heat[r, c]) == np.abs(part).max()
            assert found.heat[r, c] in part


def test_a_small_matrix_is_its_own_heat_map():
    weights = np.array([[1.0, -4.0], [-3.0, 2.0]])
    assert scanned(weights).heat.tolist() == weights.tolist()


def test_contributions_are_rows_times_what_comes_in():
    assert scanned(np.array([[1.0, -4.0], [-3.0, 2.0]]), np.array([2.0, -1.0])).heat.tolist() == [
        [2, -8],
        [3, -2],
    ]


def test_nan_and_infinity_stand_in_the_map_and_in_no_sum():
    found = scanned(np.array([[np.nan, 1.0], [2.0, -np.inf]]))
    assert found.total == 3.0
    assert np.isnan(found.heat[0, 0])
    assert found.heat[1, 1] == -np.inf
    assert found.largest == 2.0


def test_cells_are_at_most_128_along_a_side():
    for size in (1, 127, 128, 129, 784, 3072, 100_000):
        starts = cell_starts(size)
        assert starts[0] == 0
        assert starts[-1] == size
        assert len(starts) - 1 <= graph_scan.CELLS
    assert smaller(np.array([[1.0, -5.0], [3.0, 2.0]]), 1, 1).tolist() == [[-5.0]]


def test_large_weights_are_read_in_slices_and_remembered(qtbot, qapp):
    scans = Scans(qapp)
    weights = np.random.default_rng(0).normal(size=(AT_ONCE // 64, 128))
    try:
        assert scans.of(0, weights) is None
        with qtbot.waitSignal(scans.changed):
            pass
        found = scans.of(0, weights)
        assert found.total == pytest.approx(np.abs(weights).sum())
        assert scans.of(0, weights) is found
        other = weights.copy()
        assert scans.of(0, other) is found, "until the new one is read"
        with qtbot.waitSignal(scans.changed):
            pass
        assert scans.of(0, other).weights is other
        scans.keep_first(0)
        assert scans.of(0, weights) is None
    finally:
        scans.keep_first(0)
        scans.deleteLater()


def test_a_map_is_seen_while_its_weights_keep_changing(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(graph_scans, "_SLICE", 0.0)  # one piece at a time
    scans = Scans(qapp)
    weights = np.ones((AT_ONCE // 64, 128))
    for step in range(200):
        changed = weights * step
        if scans.of(0, changed) is not None:
            break
        scans._on_timeout()
    assert 0 < step < 100
    scans.keep_first(0)
    scans.deleteLater()


def test_what_is_no_longer_wanted_is_not_taken_for_something_else(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(graph_scans, "_SLICE", 0.0)  # one piece at a time
    scans = Scans(qapp)
    first, second, other = np.random.default_rng(0).normal(size=(3, AT_ONCE // 64, 128))
    scans.of(0, first)
    with qtbot.waitSignal(scans.changed):
        pass
    scans.of(0, second)
    scans._on_timeout()
    assert scans.of(0, first).weights is first
    qtbot.waitUntil(lambda: scans.of(1, other) is not None)
    assert scans.of(1, other).total == pytest.approx(np.abs(other).sum())
    scans.deleteLater()


def test_many_weights_are_drawn_in_the_background_and_huge_ones_wait(qtbot, qapp):
    scans = Scans(qapp)
    model = Model([Dense(512, input_dim=784), Dense(3)])
    assert scans.weights(Model([Dense(3, input_dim=2)])) == [True]
    with qtbot.waitSignal(scans.changed):
        assert scans.weights(model) == [False, False]
        assert scans.is_drawing
    assert model.is_drawn(0)
    with qtbot.waitSignal(scans.changed):
        assert scans.weights(model) == [True, False]
    assert scans.weights(model) == [True, True]
    assert not scans.is_drawing
    huge = Model([Dense(5000, input_dim=5000)])
    assert scans.weights(huge) == [False]
    assert not scans.is_drawing
    scans.deleteLater()
