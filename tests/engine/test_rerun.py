"""Rerun: after any edit the result is that of a whole run, and only what changed is computed."""

import numpy as np
import pytest

from densegui.engine import Dense, Model
from densegui.engine.rerun import Rerun, first_difference
from densegui.engine.streaming import finish

X = np.random.default_rng(0).normal(size=(150, 4)).astype(np.float32)
LABELS = np.arange(150) % 3


def stack():
    model = Model([Dense(8, input_dim=4, activation="relu"), Dense(6, activation="tanh"), Dense(1)], seed=1)
    model.run(X)
    return model


def heavier(model, index):
    return model.with_parameters(index, weights=model.parameters[index].weights * 2)


EDITS = {
    "first": lambda model: heavier(model, 0),
    "middle": lambda model: heavier(model, 1),
    "last": lambda model: heavier(model, 2),
    "activation": lambda model: model.with_layers(
        [*model.layers[:1], Dense(6, activation="sigmoid", id=model.layers[1].id), *model.layers[2:]]
    ),
    "longer": lambda model: model.with_layers([*model.layers, Dense(5)]),
    "shorter": lambda model: model.with_layers(model.layers[:2]),
    "seed": lambda model: model.with_seed(7),
    "nothing": lambda model: model,
}


def assert_same(result, expected):
    np.testing.assert_allclose(result.outputs, expected.outputs, rtol=1e-5, atol=1e-6)
    pairs = [(result.inputs, expected.inputs)]
    for got, wanted in zip(result.layers, expected.layers, strict=True):
        pairs += [(got.z, wanted.z), (got.a, wanted.a)]
    for got, wanted in pairs:
        assert got.count == wanted.count
        np.testing.assert_allclose(
            [got.mean, got.std, got.min, got.max],
            [wanted.mean, wanted.std, wanted.min, wanted.max],
            rtol=1e-4,
            atol=1e-6,
        )
        np.testing.assert_allclose(got.classes.unit_mean, wanted.classes.unit_mean, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("name", EDITS)
def test_the_result_is_that_of_a_whole_run(name):
    model = stack()
    rerun = Rerun(X, LABELS)
    rerun.remember(model.run(X, labels=LABELS))
    edited = EDITS[name](model)
    for _ in range(2):
        result = finish(rerun.steps(edited))
        assert result.model is edited
        assert_same(result, edited.run(X, labels=LABELS))
        edited = heavier(edited, len(edited.layers) - 1)


def test_layers_before_the_first_change_are_kept():
    model = stack()
    rerun = Rerun(X)
    before = model.run(X)
    rerun.remember(before)
    result = finish(rerun.steps(heavier(model, 2)))
    assert result.layers[0] is before.layers[0]
    assert result.layers[1] is before.layers[1]
    assert result.layers[2].z.std == pytest.approx(2 * before.layers[2].z.std, rel=1e-5)


def test_the_first_difference_is_found():
    model = stack()
    places = {name: first_difference(model, edit(model)) for name, edit in EDITS.items()}
    expected = {"first": 0, "middle": 1, "last": 2, "activation": 1}
    assert places == expected | {"longer": 3, "shorter": 2, "seed": 0, "nothing": 3}


@pytest.mark.parametrize("place", [0, 1, 2])
def test_infinity_is_located_as_in_a_whole_run(place):
    model = stack()
    rerun = Rerun(X)
    rerun.remember(model.run(X))
    weights = model.parameters[place].weights.copy()
    weights[1, 0] = np.inf
    edited = model.with_parameters(place, weights=weights)
    assert finish(rerun.steps(edited)).first_non_finite == edited.run(X).first_non_finite
    mended = heavier(edited, 2)
    assert finish(rerun.steps(mended)).first_non_finite == mended.run(X).first_non_finite
