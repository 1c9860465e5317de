"""Which weights become edges, their share of Σ|w|, and their pens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from densegui.ui.panels import graph_edges
from densegui.ui.panels.graph_edges import LEVELS, Magnitudes, levels, magnitude, per_neuron, strongest

W2 = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])


def _all(matrix, keep):
    n_in, n_out = matrix.shape
    return strongest(matrix, np.arange(n_in), np.arange(n_out), keep, magnitude(matrix))


def test_the_strongest_weight_into_each_neuron_and_its_share():
    edges = _all(np.array([[1.0, -4.0], [-3.0, 2.0]]), 1)
    # |−3| into neuron 0 and |−4| into neuron 1: 7 of 1 + 4 + 3 + 2 = 10.
    assert sorted(zip(edges.source, edges.target, edges.weight, strict=True)) == [(0, 1, -4.0), (1, 0, -3.0)]
    assert edges.drawn_total / edges.total == pytest.approx(0.7)
    assert edges.count == 4


def test_all_weights_are_drawn_weakest_first_when_there_is_room():
    edges = _all(W2, 3)
    assert edges.weight.tolist() == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    assert edges.largest == 0.6
    assert edges.drawn_total == pytest.approx(2.1)


def test_folded_columns_count_only_weights_between_shown_neurons():
    weights = np.arange(12.0).reshape(4, 3)
    edges = strongest(weights, np.array([0, 3]), np.array([0, 2]), 2, magnitude(weights))
    assert edges.matrix.tolist() == [[0.0, 2.0], [9.0, 11.0]]
    assert edges.drawn_total == 22.0
    assert edges.total == 66.0


@given(arrays(np.float64, (7, 5), elements=st.floats(-10, 10)), st.integers(1, 7))
def test_no_weight_left_out_is_stronger_than_one_drawn_into_the_same_neuron(weights, keep):
    edges = _all(weights, keep)
    assert np.bincount(edges.target, minlength=5).tolist() == [keep] * 5
    for target in range(5):
        drawn = edges.source[edges.target == target]
        left = np.delete(np.abs(weights[:, target]), drawn)
        assert left.max(initial=0.0) <= np.abs(weights[drawn, target]).min()


def test_nan_and_infinite_weights_are_drawn_first_and_carry_no_share():
    weights = np.array([[np.nan, 1.0], [2.0, -np.inf], [3.0, 4.0]])
    edges = _all(weights, 1)
    assert sorted(zip(edges.source, edges.target, strict=True)) == [(0, 0), (1, 1)]
    assert edges.total == 10.0
    assert edges.drawn_total == 0.0
    assert edges.largest == 4.0


def test_sigma_over_several_blocks_skips_what_is_not_finite(monkeypatch):
    monkeypatch.setattr(graph_edges, "_BLOCK", 4)
    weights = np.array([[1.0, -2.0, np.nan], [4.0, np.inf, -8.0], [16.0, 32.0, -64.0]])
    assert magnitude(weights) == 127.0


def test_sigma_of_a_matrix_is_computed_once(monkeypatch):
    calls = []
    monkeypatch.setattr(graph_edges, "magnitude", lambda weights: calls.append(weights) or 1.0)
    totals = Magnitudes()
    for weights in (W2, W2, W2.copy()):
        totals.of(0, weights)
    assert len(calls) == 2
    totals.keep_first(0)
    totals.of(0, calls[-1])
    assert len(calls) == 3


def test_all_edges_where_a_person_tells_them_apart_and_the_strongest_beyond():
    assert per_neuron(8, 6, 3) == 8
    assert per_neuron(16, 16, 3) == 16
    assert per_neuron(16, 16, 60) == 1
    assert per_neuron(4, 17, 400) == 1


def test_sign_and_strength_decide_the_pen():
    weight = np.array([0.0, 0.6, -0.6, 0.3, -0.01, np.nan, -np.inf])
    assert levels(weight, 0.6).tolist() == [0, 2 * LEVELS - 1, 2 * LEVELS, LEVELS - 1, 2, 17, 17]
    assert levels(np.zeros(3), 0.0).tolist() == [0, 0, 0]
