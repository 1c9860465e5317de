"""Inspection: one focus for all, and the numbers of the rows around the sample it names."""

import numpy as np
import pytest

from densegui.data import Dataset, frozen_source
from densegui.engine import Dense, Model
from densegui.ui.background import Background
from densegui.ui.focus import INPUT, MEAN_OF_SAMPLES, Focus
from densegui.ui.inspection import MINIBATCH_ROWS, Inspection

X = np.random.default_rng(1).normal(size=(100, 4))


def dataset(x=X):
    return Dataset("typed", x, frozen_source("file", path="/typed"))


@pytest.fixture
def model():
    made = Model([Dense(3, input_dim=4, activation="tanh"), Dense(2)], seed=3)
    made.predict(X)
    return made


@pytest.fixture
def inspection(qtbot, qapp):
    background = Background(qapp)
    made = Inspection(background, qapp)
    yield made
    background.close()
    made.deleteLater()
    background.deleteLater()


def test_the_rows_around_the_sample_are_traced(inspection, model):
    inspection.follow(model, dataset(), wanted=False)
    assert inspection.minibatch is None
    inspection.look_at(Focus(sample=70))
    found = inspection.minibatch
    assert (found.first, len(found.trace.x)) == (64, MINIBATCH_ROWS)
    np.testing.assert_allclose(found.trace.x[found.row_of(70)], X[70], rtol=1e-6)
    np.testing.assert_allclose(found.trace.outputs, model.predict(X[64:96]), rtol=1e-5)
    assert found.row_of(63) is None
    assert found.row_of(96) is None


def test_the_last_rows_are_fewer(inspection, model):
    inspection.follow(model, dataset(), wanted=False)
    inspection.look_at(Focus(sample=99))
    assert (inspection.minibatch.first, len(inspection.minibatch.trace.x)) == (96, 4)


def test_another_sample_of_the_same_rows_needs_no_other_trace(inspection, model):
    inspection.follow(model, dataset(), wanted=True)
    before = inspection.minibatch
    inspection.look_at(Focus(sample=5))
    assert inspection.minibatch is before


def test_an_edit_is_traced_from_the_changed_layer_on(inspection, model):
    data = dataset()
    inspection.follow(model, data, wanted=True)
    before = inspection.minibatch.trace
    edited = model.with_parameters(1, weights=np.ones((3, 2)))
    inspection.follow(edited, data, wanted=True)
    after = inspection.minibatch
    assert after.model is edited
    assert after.trace.layers[0] is before.layers[0]
    np.testing.assert_allclose(after.trace.outputs, edited.predict(X[:32]), rtol=1e-5)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Focus(1, 2), Focus(1, 2)),
        (Focus(1, 3), Focus(1)),
        (Focus(9, 0), Focus()),
        (Focus(2, 1, 2), Focus(2, 1, 2)),
        (Focus(2, 1, 3), Focus(2, 1)),
        (Focus(2, None, 1), Focus(2)),
        (Focus(INPUT, 3), Focus(INPUT, 3)),
        (Focus(INPUT, 4), Focus(INPUT)),
        (Focus(INPUT, 1, 0), Focus(INPUT, 1)),
        (Focus(1, 1, sample=100), Focus(1, 1)),
    ],
)
def test_what_does_not_exist_is_not_looked_at(asked, found, inspection, model):
    inspection.follow(model, dataset(), wanted=False)
    inspection.look_at(asked)
    assert inspection.focus == found


def test_the_focus_falls_back_when_its_neuron_goes(inspection, model):
    data = dataset()
    inspection.follow(model, data, wanted=False)
    inspection.look_at(Focus(1, 2, 3, sample=8))
    inspection.follow(Model([Dense(2, input_dim=4)], seed=3), data, wanted=False)
    assert inspection.focus == Focus(1, sample=8)


def test_other_data_have_other_samples(inspection, model):
    inspection.follow(model, dataset(), wanted=False)
    inspection.look_at(Focus(1, sample=8))
    inspection.follow(model, dataset(X[:3]), wanted=False)
    assert inspection.focus == Focus(1, sample=MEAN_OF_SAMPLES)
    assert inspection.minibatch is None


def test_numbers_of_data_that_are_gone_are_taken_away(inspection, model, qtbot):
    inspection.follow(model, dataset(), wanted=True)
    with qtbot.waitSignal(inspection.minibatch_changed):
        inspection.follow(model, None, wanted=True)
    assert inspection.minibatch is None


def test_large_stacks_are_traced_in_the_background(inspection, qtbot):
    wide = Model([Dense(4096, input_dim=4), Dense(4096), Dense(2)], seed=0)
    with qtbot.waitSignal(inspection.minibatch_changed):
        inspection.follow(wide, dataset(), wanted=True)
        assert inspection.minibatch is None
    assert inspection.minibatch.model is wide
    assert len(inspection.minibatch.trace.x) == MINIBATCH_ROWS
