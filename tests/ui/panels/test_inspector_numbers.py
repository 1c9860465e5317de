"""The inspector's numbers: terms and their order, histograms, what initialisers promise, the way back."""

import math

import numpy as np
import pytest

from densegui.engine import INITIALIZERS, Dense, Initializer, Model
from densegui.ui.focus import INPUT, Focus
from densegui.ui.panels.inspector_history import Visited
from densegui.ui.panels.inspector_promise import promise, scale_of, scaled
from densegui.ui.panels.inspector_spread import MOST_COUNTED, spread
from densegui.ui.panels.inspector_terms import (
    carriers,
    explain,
    partial_sum,
    sorted_terms,
    written,
)


def array(*values):
    return np.array(values, float)


def test_terms_of_the_first_neuron_of_the_lesson():
    model = Model([Dense(3, input_dim=2, activation="sigmoid")], dtype="float64")
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    found = explain(model.trace([[1.0, 0.5]]), 0, 1, 0, sample=7, use_bias=True)
    np.testing.assert_allclose(found.products, [0.3, 0.2])
    assert float(found.bias) == 0.2
    assert float(found.z) == pytest.approx(0.7)
    assert float(found.a) == pytest.approx(0.66818777)
    assert (found.place, found.unit, found.sample) == (0, 1, 7)


def test_a_layer_without_bias_has_none_to_explain():
    model = Model([Dense(1, input_dim=2, use_bias=False)])
    assert explain(model.trace([[1.0, 1.0]]), 0, 0, 0, sample=0, use_bias=False).bias is None


def test_order_by_size_and_as_they_come():
    products = array(0.1, -3, 0, 2)
    assert sorted_terms(products, True).tolist() == [1, 3, 0, 2]
    assert sorted_terms(products, False).tolist() == [0, 1, 2, 3]


def test_nan_and_infinity_come_first():
    assert sorted_terms(array(1, math.nan, -5, math.inf), True).tolist() == [1, 3, 2, 0]


@pytest.mark.parametrize(
    ("products", "count", "share"),
    [((8, 1, 1), 1, 0.8), ((-5, 3, 1, 1), 2, 0.8), ((1, 1, 1, 1, 1), 4, 0.8), ((1, 1), 2, 1.0)],
)
def test_so_many_terms_carry_four_fifths(products, count, share):
    found = carriers(array(*products))
    assert found == (count, pytest.approx(share))


@pytest.mark.parametrize("products", [(0, 0), (1, math.nan), (math.inf, 1)])
def test_no_share_of_a_sum_that_is_zero_or_no_number(products):
    assert carriers(array(*products)) is None


def test_a_long_formula_leaves_out_terms_and_says_their_sum():
    products = array(*range(784))
    shown, rest = written(sorted_terms(products, True))
    assert shown.tolist() == [783, 782, 781, 780]
    assert partial_sum(products, rest) == sum(range(780))


def test_a_formula_of_six_terms_is_whole():
    shown, rest = written(np.arange(6))
    assert (len(shown), len(rest)) == (6, 0)


def test_spread_is_numpys():
    values = np.random.default_rng(1).normal(size=(30, 40)).astype(np.float32)
    found = spread(values)
    assert found.size == found.counted == 1200
    assert (found.min, found.max) == (values.min(), values.max())
    assert found.mean == pytest.approx(values.astype(np.float64).mean())
    assert found.std == pytest.approx(values.astype(np.float64).std())
    assert found.counts.sum() == 1200
    assert found.edges[0] == found.min
    assert found.edges[-1] == found.max


def test_spread_of_many_values_is_of_evenly_spaced_ones():
    values = np.arange(3_000_000, dtype=np.float32)
    found = spread(values)
    assert found.size == 3_000_000
    assert found.counted <= MOST_COUNTED
    assert found.mean == pytest.approx(1.5e6, rel=1e-4)
    assert found.std == pytest.approx(3e6 / math.sqrt(12), rel=1e-4)
    assert np.ptp(found.counts) <= 1 + 1e-3 * found.counts.max()


def test_spread_leaves_out_what_is_no_number():
    found = spread(array(1, math.nan, 3, math.inf))
    assert (found.wrong, found.mean, found.min, found.max) == (2, 2, 1, 3)
    assert math.isnan(spread(array(math.nan)).mean)


def test_spread_of_one_number_and_of_huge_ones():
    assert spread(np.zeros(8)).is_constant
    assert spread(np.zeros(8)).counts.sum() == 8
    assert not spread(array(1, 2)).is_constant
    assert spread(array(-1e300, 1e300)).max == 1e300


RANDOM = [
    name
    for name, kind in INITIALIZERS.items()
    if np.ptp(kind.draw(np.random.default_rng(0), (6, 6), **kind.parameters))
]


@pytest.mark.parametrize("name", [name for name in RANDOM if name != "identity"])
def test_what_an_initialiser_draws_has_the_promised_spread(name):
    init = Initializer(name)
    drawn = init.draw(np.random.default_rng(0), (300, 200))
    found = promise(init, 300, 200)
    assert drawn.std() == pytest.approx(found.std, rel=0.01)
    assert drawn.mean() == pytest.approx(found.mean, abs=0.02 * found.std)


def test_promises_of_the_lesson():
    assert promise(Initializer("uniform"), 4, 8).std == pytest.approx(0.0288675, rel=1e-5)  # 0.05/√3
    assert promise(Initializer("normal"), 4, 8).std == 0.05
    assert promise(Initializer("standard_normal"), 4, 8).std == 1
    assert promise(Initializer("glorot_uniform"), 4, 8).std == pytest.approx(math.sqrt(2 / 12))
    assert promise(Initializer("he_normal"), 4, 8).std == pytest.approx(math.sqrt(2 / 4))


@pytest.mark.parametrize("name", ["zeros", "ones", "constant", "identity"])
def test_fixed_values_promise_no_spread(name):
    assert promise(Initializer(name), 4, 8) is None


@pytest.mark.parametrize(
    ("init", "name", "value"),
    [
        (Initializer("uniform"), "limit", 0.05),
        (Initializer("normal", stddev=2.0), "stddev", 2.0),
        (Initializer("truncated_normal"), "stddev", 0.05),
        (Initializer("variance_scaling", scale=3.0), "scale", 3.0),
        (Initializer("orthogonal"), "gain", 1.0),
    ],
)
def test_the_scale_of_an_initialiser(init, name, value):
    assert scale_of(init) == (name, pytest.approx(value))
    assert scale_of(scaled(init, 0.5)) == (name, 0.5)
    assert scaled(init, 0.5).name == init.name


def test_scaled_limits_keep_their_middle():
    init = scaled(Initializer("uniform", minval=1.0, maxval=3.0), 4.0)
    assert init == Initializer("uniform", minval=-2.0, maxval=6.0)


@pytest.mark.parametrize("name", ["glorot_uniform", "zeros", "standard_normal", "constant"])
def test_no_scale_without_a_parameter_for_it(name):
    assert scale_of(Initializer(name)) is None
    assert scaled(Initializer(name), 2.0) == Initializer(name)


def test_back_leads_through_the_neurons_in_reverse():
    visited, a, b, c = Visited(), Focus(2, 1), Focus(1, 3), Focus(INPUT, 0)
    for before, after in ((Focus(), a), (a, b), (b, c)):
        visited.move(before, after)
    assert visited.back(c) == b
    visited.move(c, b)
    assert visited.back(b) == a
    visited.move(b, a)
    assert len(visited) == 0
    assert visited.back(a) is None


def test_back_keeps_the_sample_of_now():
    visited = Visited()
    visited.move(Focus(2, 1, sample=3), Focus(1, 0, sample=3))
    assert visited.back(Focus(1, 0, sample=9)) == Focus(2, 1, sample=9)


def test_another_sample_or_edge_of_the_same_neuron_is_no_step():
    visited = Visited()
    visited.move(Focus(2, 1), Focus(2, 1, sample=5))
    visited.move(Focus(2, 1), Focus(2, 1, source=0))
    assert len(visited) == 0


def test_neurons_that_are_no_more_are_forgotten():
    visited = Visited()
    for before, after in ((Focus(1, 7), Focus(2, 1)), (Focus(2, 1), Focus(3, 0))):
        visited.move(before, after)
    visited.keep({INPUT: 4, 1: 4, 2: 2})
    assert visited.back(Focus(3, 0)) == Focus(2, 1)
    assert len(visited) == 1


def test_the_way_back_does_not_grow_for_ever():
    visited = Visited()
    for step in range(1000):
        visited.move(Focus(1, step), Focus(1, step + 1))
    assert len(visited) == 200
    assert visited.back(Focus(1, 1000)) == Focus(1, 999)
