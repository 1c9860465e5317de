"""The steps of a forward pass, and the numbers of FACTS §4 at each of them."""

import numpy as np
import pytest

from densegui.engine import Dense, Model
from densegui.ui.panels.play_steps import (
    AT_INPUT,
    MOST_MARKED,
    Kind,
    LayerPlan,
    Level,
    Step,
    Steps,
    marked,
    numbers_of,
    plans_of,
)


@pytest.fixture
def model():
    """The network that is computed by hand."""
    made = Model(
        [Dense(3, input_dim=2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)],
        dtype="float64",
    )
    made = made.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    made = made.with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    return made.with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])


@pytest.fixture
def trace(model):
    return model.trace([[9.0, 9.0], [1.0, 0.5]])


def test_every_level_counts_its_steps(model):
    plans = plans_of(model)
    assert len(Steps(plans, Level.LAYER)) == 1 + 3
    assert len(Steps(plans, Level.NEURON)) == 1 + 3 + 2 + 2
    # Each neuron: its inputs, the bias, the activation.
    assert len(Steps(plans, Level.TERM)) == 1 + 3 * (2 + 2) + 2 * (3 + 2) + 2 * (2 + 2)


def test_steps_follow_one_another_in_the_order_of_the_calculation(model):
    steps = Steps(plans_of(model), Level.TERM)
    assert [*steps[:6]] == [
        Step(Kind.INPUT, AT_INPUT),
        Step(Kind.TERM, 0, 0, 0),
        Step(Kind.TERM, 0, 0, 1),
        Step(Kind.BIAS, 0, 0),
        Step(Kind.ACTIVATION, 0, 0),
        Step(Kind.TERM, 0, 1, 0),
    ]
    assert steps[13] == Step(Kind.TERM, 1, 0, 0)
    assert steps[-1] == Step(Kind.ACTIVATION, 2, 1)
    with pytest.raises(IndexError, match="31"):
        steps[31]


def test_softmax_waits_for_all_sums():
    plan = LayerPlan(n_in=1, units=3, biased=True, rowwise=True)
    kinds = [(step.kind, step.unit) for step in Steps([plan], Level.TERM)]
    sums = [(kind, unit) for unit in range(3) for kind in (Kind.TERM, Kind.BIAS)]
    assert kinds == [(Kind.INPUT, None), *sums, *((Kind.ACTIVATION, unit) for unit in range(3))]
    kinds = [(step.kind, step.unit) for step in Steps([plan], Level.NEURON)]
    assert kinds[1:] == [(kind, unit) for kind in (Kind.NEURON, Kind.ACTIVATION) for unit in range(3)]


def test_a_layer_without_bias_has_no_step_for_it():
    steps = Steps([LayerPlan(n_in=2, units=2, biased=False, rowwise=False)], Level.TERM)
    assert Kind.BIAS not in {step.kind for step in steps}
    assert len(steps) == 1 + 2 * 3


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("biased", [True, False])
@pytest.mark.parametrize("rowwise", [True, False])
def test_index_of_undoes_the_index(level, biased, rowwise):
    plans = [LayerPlan(3, 4, biased, rowwise), LayerPlan(4, 2, biased, not rowwise)]
    steps = Steps(plans, level)
    assert [steps.index_of(step) for step in steps] == list(range(len(steps)))


def test_a_coarser_step_contains_it_and_a_finer_one_begins_it(model):
    plans = plans_of(model)
    term = Step(Kind.TERM, 1, 1, 2)
    neurons = Steps(plans, Level.NEURON)
    assert neurons[neurons.index_of(term)] == Step(Kind.NEURON, 1, 1)
    layers = Steps(plans, Level.LAYER)
    assert layers[layers.index_of(term)] == Step(Kind.LAYER, 1)
    terms = Steps(plans, Level.TERM)
    assert terms[terms.index_of(Step(Kind.NEURON, 1, 1))] == Step(Kind.TERM, 1, 1, 0)
    assert terms[terms.index_of(Step(Kind.LAYER, 2))] == Step(Kind.TERM, 2, 0, 0)


def test_what_is_gone_leads_to_what_is_nearest(model):
    steps = Steps(plans_of(model), Level.TERM)
    assert steps[steps.index_of(Step(Kind.TERM, 0, 7, 9))] == Step(Kind.TERM, 0, 2, 1)
    assert steps.index_of(Step(Kind.TERM, 5, 0, 0)) == len(steps) - 1


def test_millions_of_steps_are_found_by_arithmetic():
    steps = Steps([LayerPlan(3072, 1024, True, False), LayerPlan(1024, 10, True, True)], Level.TERM)
    assert len(steps) == 1 + 1024 * 3074 + 10 * 1025 + 10
    assert steps[1 + 500 * 3074 + 3072] == Step(Kind.BIAS, 0, 500)
    assert steps[len(steps) - 3] == Step(Kind.ACTIVATION, 1, 7)


def test_partial_sums_by_hand(model, trace):
    # Neuron 1 of the first layer: 1·0.3 + 0.5·0.4 + 0.2 = 0.7, sigmoid of it 0.66818777.
    expected = [(0.0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.66818777)]
    steps = Steps(plans_of(model), Level.TERM)
    for index, (before, after) in enumerate(expected, start=5):
        numbers = numbers_of(trace, 1, steps[index])
        assert (numbers.before, numbers.after) == pytest.approx((before, after), rel=1e-7)


def test_partial_sums_of_a_hidden_neuron(model, trace):
    # 0.57444252·0.4 + 0.66818777·0.5 + 0.75026011·0.6 + 0.2 = 1.21402696, sigmoid of it 0.7710107.
    products = np.array([0.57444252 * 0.4, 0.66818777 * 0.5, 0.75026011 * 0.6])
    sums = [*np.cumsum(products), 1.21402696, 0.7710107]
    kinds = [
        *(Step(Kind.TERM, 1, 1, k) for k in range(3)),
        Step(Kind.BIAS, 1, 1),
        Step(Kind.ACTIVATION, 1, 1),
    ]
    for step, after in zip(kinds, sums, strict=True):
        assert numbers_of(trace, 1, step).after == pytest.approx(after, rel=1e-7)


def test_numbers_of_neurons_and_layers(model, trace):
    last = numbers_of(trace, 1, Step(Kind.NEURON, 2, 0))
    assert last.after == pytest.approx(0.31682708, rel=1e-7)
    assert last.bias == 0.1
    whole = numbers_of(trace, 1, Step(Kind.LAYER, 0))
    assert whole.z == pytest.approx([0.3, 0.7, 1.1])
    assert whole.a == pytest.approx([0.57444252, 0.66818777, 0.75026011], rel=1e-7)
    assert numbers_of(trace, 1, Step(Kind.INPUT, AT_INPUT)).inputs.tolist() == [1.0, 0.5]


def test_infinity_and_nan_of_the_data_pass_through(model):
    trace = model.trace([[np.inf, np.nan]])
    assert numbers_of(trace, 0, Step(Kind.TERM, 0, 0, 0)).after == np.inf
    assert np.isnan(numbers_of(trace, 0, Step(Kind.TERM, 0, 0, 1)).after)


def test_what_a_step_marks(model):
    first, second = model.layers[0].id, model.layers[1].id
    assert marked(model, Step(Kind.TERM, 1, 0, 2)) == ({(second, 0), (first, 2)}, {(second, 2, 0)})
    assert marked(model, Step(Kind.TERM, 0, 2, 1)) == ({(first, 2), (0, 1)}, {(first, 1, 2)})
    assert marked(model, Step(Kind.BIAS, 1, 1)) == ({(second, 1)}, set())
    assert marked(model, Step(Kind.NEURON, 0, 1)) == ({(first, 1)}, {(first, 0, 1), (first, 1, 1)})
    assert marked(model, Step(Kind.INPUT, AT_INPUT)) == ({(0, 0), (0, 1)}, set())
    neurons, edges = marked(model, Step(Kind.LAYER, 0))
    assert (len(neurons), len(edges)) == (3, 6)


def test_wide_layers_mark_their_ends():
    model = Model([Dense(5000, input_dim=3072), Dense(10)])
    neurons, edges = marked(model, Step(Kind.LAYER, 0))
    units = {unit for _, unit in neurons}
    assert len(units) == MOST_MARKED
    assert {0, 4999} <= units
    assert not edges
    assert len(marked(model, Step(Kind.NEURON, 0, 3))[1]) == MOST_MARKED
