"""Regions of every function, and the shares of values in them."""

import itertools
import math

import numpy as np
import pytest

from densegui.engine import ACTIVATIONS, Activation, Dense, Model
from densegui.ui.panels.activations_regions import FLAT_SLOPE, region_shares, regions


def statistics_of(values):
    """z of a linear unit with weight 1 and bias 0: the values themselves."""
    model = Model([Dense(1, input_dim=1)], dtype="float64").with_parameters(0, weights=[[1.0]], bias=[0.0])
    return model.run(np.array(values, float).reshape(-1, 1)).layers[0].z


def test_relu_is_dead_up_to_zero_and_linear_above():
    dead, linear = regions(Activation("relu"))
    assert (dead.kind, dead.low, dead.high, dead.is_shaded) == ("dead", -math.inf, 0.0, True)
    assert (linear.kind, linear.low, linear.high, linear.is_shaded) == ("linear", 0.0, math.inf, False)
    assert linear.slope == pytest.approx(1)


def test_step_is_off_up_to_zero_because_zero_gives_zero():
    off, on = regions(Activation("step"))
    assert (off.kind, off.high, on.kind, on.low) == ("off", 0.0, "on", 0.0)


# Where the slope is a tenth of the steepest: s(1 − s) = 0.025, sech²x = 0.1, 1/(1 + |x|)² = 0.1.
@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("sigmoid", math.log((1 + math.sqrt(0.9)) / (1 - math.sqrt(0.9)))),
        ("tanh", math.acosh(math.sqrt(10))),
        ("softsign", math.sqrt(10) - 1),
        ("hard_sigmoid", 3.0),
    ],
)
def test_functions_bounded_on_both_sides_saturate(name, limit):
    low, middle, high = regions(Activation(name))
    assert [r.kind for r in (low, middle, high)] == ["saturated", "active", "saturated"]
    assert low.high == pytest.approx(-limit, abs=0.002)
    assert high.low == pytest.approx(limit, abs=0.002)


def test_leaky_relu_has_two_slopes():
    left, right = regions(Activation("leaky_relu", alpha=0.2))
    assert (left.kind, left.high, left.is_shaded) == ("linear", 0.0, False)
    assert (left.slope, right.slope) == pytest.approx((0.2, 1.0))


def test_elu_is_flat_where_its_exponential_is_below_a_tenth():
    flat, active, linear = regions(Activation("elu"))
    assert [r.kind for r in (flat, active, linear)] == ["flat", "active", "linear"]
    assert flat.high == pytest.approx(math.log(FLAT_SLOPE), abs=0.002)
    assert linear.low == 0.0


@pytest.mark.parametrize("name", ["linear", "softmax", "exponential"])
def test_functions_that_are_alike_everywhere_have_no_regions(name):
    assert regions(Activation(name)) == ()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_regions_lie_side_by_side_and_share_out_all_values(name):
    found = regions(Activation(name))
    for before, after in itertools.pairwise(found):
        assert before.high == after.low
    if found:
        assert (found[0].low, found[-1].high) == (-math.inf, math.inf)
        amounts, _ = region_shares(found, statistics_of(np.random.default_rng(1).normal(0, 3, 500)))
        assert sum(amounts) == pytest.approx(1)


def test_shares_of_relu_count_zero_as_dead():
    amounts, exact = region_shares(regions(Activation("relu")), statistics_of([-2, -1, 0, 0, 0.5, 1, 1, 3]))
    assert amounts == (0.5, 0.5)
    assert exact == (True, True)


def test_shares_of_relu_are_exact_for_any_values():
    z = np.random.default_rng(5).normal(0.1, 2, 1000)
    amounts, exact = region_shares(regions(Activation("relu")), statistics_of(z))
    assert amounts[0] == pytest.approx(np.mean(z <= 0), abs=1e-12)
    assert all(exact)


def test_shares_of_sigmoid_are_marked_as_estimates_and_near_the_truth():
    z = np.random.default_rng(6).normal(0, 4, 4000)
    amounts, exact = region_shares(regions(Activation("sigmoid")), statistics_of(z))
    limit = math.log((1 + math.sqrt(0.9)) / (1 - math.sqrt(0.9)))
    assert amounts[0] == pytest.approx(np.mean(z <= -limit), abs=0.02)
    assert exact == (False, False, False)


def test_values_far_from_the_boundaries_give_exact_shares():
    amounts, exact = region_shares(regions(Activation("tanh")), statistics_of([-100, 90, 95, 100]))
    assert amounts == (0.25, 0.0, 0.75)
    assert all(exact)


@pytest.mark.parametrize("values", [[], [math.nan, math.inf]])
def test_no_finite_value_gives_no_share(values):
    amounts, _ = region_shares(regions(Activation("relu")), statistics_of(values))
    assert sum(amounts) == 0
