"""Which weights or contributions become edges, and their pens."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from densegui.ui.panels.graph_edges import LEVELS, levels, per_neuron, strongest

W2 = np.array([[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]])


def test_the_strongest_weight_into_each_neuron():
    edges = strongest(np.array([[1.0, -4.0], [-3.0, 2.0]]), None, 1)
    # |−3| into neuron 0 and |−4| into neuron 1: 7 of 1 + 4 + 3 + 2 = 10.
    assert sorted(zip(edges.source, edges.target, edges.drawn, strict=True)) == [(0, 1, -4.0), (1, 0, -3.0)]
    assert edges.drawn_total == 7.0


def test_all_weights_are_drawn_weakest_first_when_there_is_room():
    edges = strongest(W2, None, 3)
    assert edges.drawn.tolist() == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    assert edges.largest == 0.6
    assert edges.drawn_total == pytest.approx(2.1)


def test_contributions_are_weights_times_what_comes_in():
    edges = strongest(W2, np.array([1.0, -2.0, 0.0]), 1)
    assert edges.values == pytest.approx(np.array([[0.1, 0.4], [-0.4, -1.0], [0.0, 0.0]]))
    assert edges.weights is W2
    assert edges.source.tolist() == [1, 1]
    assert edges.drawn.tolist() == pytest.approx([-0.4, -1.0])
    assert edges.largest == 1.0


@given(arrays(np.float64, (7, 5), elements=st.floats(-10, 10)), st.integers(1, 7))
def test_no_weight_left_out_is_stronger_than_one_drawn_into_the_same_neuron(weights, keep):
    edges = strongest(weights, None, keep)
    assert np.bincount(edges.target, minlength=5).tolist() == [keep] * 5
    for target in range(5):
        drawn = edges.source[edges.target == target]
        left = np.delete(np.abs(weights[:, target]), drawn)
        assert left.max(initial=0.0) <= np.abs(weights[drawn, target]).min()


def test_nan_and_infinite_weights_are_drawn_first_and_carry_no_share():
    edges = strongest(np.array([[np.nan, 1.0], [2.0, -np.inf], [3.0, 4.0]]), None, 1)
    assert sorted(zip(edges.source, edges.target, strict=True)) == [(0, 0), (1, 1)]
    assert edges.drawn_total == 0.0
    assert edges.largest == 4.0


def test_all_edges_where_a_person_tells_them_apart_and_the_strongest_beyond():
    assert per_neuron(8, 6, 3) == 8
    assert per_neuron(16, 16, 3) == 16
    assert per_neuron(16, 16, 60) == 1
    assert per_neuron(4, 17, 400) == 1


def test_sign_and_strength_decide_the_pen():
    weight = np.array([0.0, 0.6, -0.6, 0.3, -0.01, np.nan, -np.inf])
    assert levels(weight, 0.6).tolist() == [0, 2 * LEVELS - 1, 2 * LEVELS, LEVELS - 1, 2, 17, 17]
    assert levels(np.zeros(3), 0.0).tolist() == [0, 0, 0]
