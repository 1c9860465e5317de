"""Rows on demand: what has a shape and gives slices is run like the array it stands for."""

import numpy as np
import pytest

from densegui.engine import Dense, Model
from densegui.engine.rerun import Rerun
from densegui.engine.streaming import finish


class OnDemand:
    """Rows of an array that remember how many were asked for at once."""

    ndim = 2

    def __init__(self, array):
        self._array = array
        self.shape = array.shape
        self.dtype = array.dtype
        self.most = 0

    def __len__(self):
        return len(self._array)

    def __getitem__(self, index):
        part = self._array[index]
        self.most = max(self.most, len(part))
        return part


@pytest.fixture
def model():
    return Model([Dense(40, activation="tanh"), Dense(3, activation="softmax")], input_dim=6, seed=3)


@pytest.fixture
def x():
    return np.random.default_rng(8).normal(size=(150_000, 6)).astype(np.float32)


def test_a_run_is_that_of_the_array_and_never_asks_for_all(model, x):
    rows = OnDemand(x)
    expected, result = model.run(x), model.run(rows)
    np.testing.assert_array_equal(result.outputs, expected.outputs)
    np.testing.assert_array_equal(result.inputs.mean, expected.inputs.mean)
    assert 0 < rows.most < len(x) // 4


def test_predict_is_that_of_the_array(model, x):
    rows = OnDemand(x)
    np.testing.assert_array_equal(model.predict(rows), model.predict(x))
    assert 0 < rows.most < len(x) // 4


def test_an_edit_runs_again(model, x):
    rerun = Rerun(OnDemand(x[:500]))
    finish(rerun.steps(model))
    edited = model.with_layers((model.layers[0], Dense(2, activation="sigmoid")))
    np.testing.assert_array_equal(finish(rerun.steps(edited)).outputs, edited.predict(x[:500]))


def test_what_does_not_fit_is_said_before_anything_is_read(model, x):
    rows = OnDemand(x[:, :5])
    with pytest.raises(ValueError, match=r"x of shape \(150000, 5\) does not fit"):
        model.run(rows)
    with pytest.raises(TypeError, match="real numbers"):
        model.run(OnDemand(x.astype(complex)))
    assert rows.most == 0
