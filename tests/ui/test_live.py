"""Live: a run follows every edit, begins with the changed layer, and says when it cannot keep up."""

import numpy as np
import pytest

from densegui.data import Dataset, frozen_source
from densegui.engine import Activation
from densegui.ui import running
from densegui.ui.session import Session

IRIS_LIKE = np.random.default_rng(0).uniform(0.1, 7.9, size=(150, 4)).astype(np.float32)


@pytest.fixture
def session(qtbot):
    created = Session()
    created.set_dataset(Dataset("typed", IRIS_LIKE, frozen_source("file", path="/typed")))
    yield created
    created.close()
    created.deleteLater()


@pytest.fixture
def live(qtbot, session):
    """A session that is live, its first run done."""
    with qtbot.waitSignal(session.result_changed):
        session.set_live(True)
    return session


def test_live_begins_with_a_run(live):
    assert live.is_live
    np.testing.assert_allclose(live.result.outputs, live.model.predict(IRIS_LIKE), rtol=1e-5)


def test_every_edit_is_followed_by_a_run(qtbot, live):
    weights = live.model.parameters[2].weights.copy()
    for step in range(5):
        weights[0, 0] = step
        live.drag_parameters(live.model.layers[2].id, weights.copy(), None)
        qtbot.waitUntil(lambda: live.result is not None)
        np.testing.assert_allclose(live.result.outputs, live.model.predict(IRIS_LIKE), rtol=1e-5)
    live.undo()
    qtbot.waitUntil(lambda: live.result is not None)
    assert live.model.given == {}, "a weight that is dragged is one step of undo"


def test_only_the_changed_layer_and_what_follows_is_run(qtbot, live):
    before = live.result
    last = live.model.layers[2]
    live.change_block(last.id, "activation", Activation("tanh"))
    qtbot.waitUntil(lambda: live.result is not None)
    assert live.result.layers[0] is before.layers[0]
    assert live.result.layers[1] is before.layers[1]
    np.testing.assert_allclose(live.result.outputs, live.model.predict(IRIS_LIKE), rtol=1e-5, atol=1e-7)


def test_a_quick_run_is_there_before_the_edit_returns(qtbot, live, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE_SECONDS", 60.0)
    told = []
    live.result_changed.connect(lambda: told.append(live.result is not None))
    live.change_block(live.model.layers[0].id, "activation", Activation("tanh"))
    assert live.result is not None
    assert told == [True], "no panel is told that its numbers are out of date when they are not"


def test_slow_runs_are_not_followed_and_that_is_said(qtbot, live, monkeypatch):
    monkeypatch.setattr(running, "LIVE_SECONDS", 0.0)
    monkeypatch.setattr(running, "AT_ONCE_SECONDS", 0.0)
    with qtbot.waitSignal(live.live_changed):
        live.change_block(live.model.layers[0].id, "activation", Activation("tanh"))
    assert live.live_waits > 0
    assert live.result is None
    assert not live.is_running
    live.set_live(False)
    assert live.live_waits == 0


def test_edits_while_a_run_goes_on_end_in_a_run_of_the_last_one(qtbot, live, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE_SECONDS", 0.0)
    for units in (9, 10, 11):
        live.change_block(live.model.layers[0].id, "units", units)
    qtbot.waitUntil(lambda: live.result is not None)
    assert live.result.model.dims == (4, 11, 6, 1)
    np.testing.assert_allclose(live.result.outputs, live.model.predict(IRIS_LIKE), rtol=1e-5)


def test_data_that_do_not_fit_are_not_run(qtbot, live):
    live.set_input_dim(5)
    assert live.mismatch
    assert live.result is None
    live.set_input_dim(4)
    qtbot.waitUntil(lambda: live.result is not None)


def test_other_data_are_run_as_a_whole(qtbot, live):
    other = np.ones((7, 4), np.float32)
    live.set_dataset(Dataset("other", other, frozen_source("file", path="/other")))
    qtbot.waitUntil(lambda: live.result is not None)
    assert live.result.rows == 7
    np.testing.assert_allclose(live.result.outputs, live.model.predict(other), rtol=1e-5)


def test_labels_give_statistics_of_each_class(qtbot, session):
    labels = np.arange(150) % 3
    source = frozen_source("file", path="/n")
    session.set_dataset(Dataset("named", IRIS_LIKE, source, labels=labels, class_names=("a", "b", "c")))
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    hidden = session.model.trace(IRIS_LIKE).layers[0].a
    expected = [hidden[labels == k].mean(axis=0, dtype=np.float64) for k in range(3)]
    np.testing.assert_allclose(session.result.layers[0].a.classes.unit_mean, expected, rtol=1e-4, atol=1e-6)


def test_a_tiny_run_does_not_make_larger_ones_look_slow(qtbot, live):
    iris = live.dataset
    for rows in (1, 2, 4):
        live.set_dataset(Dataset("tiny", IRIS_LIKE[:rows], frozen_source("file", path="/tiny")))
        qtbot.waitUntil(lambda: live.result is not None)
    live.set_dataset(iris)
    assert live.live_waits == 0
    qtbot.waitUntil(lambda: live.result is not None)
    assert live.result.rows == 150


def test_all_that_an_edit_brings_is_announced_as_one_change(qtbot, live, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE_SECONDS", 60.0)
    told = []
    live.changing.connect(lambda begins: told.append("(" if begins else ")"))
    live.model_changed.connect(lambda: told.append("model"))
    live.inspection.minibatch_changed.connect(lambda: told.append("minibatch"))
    live.result_changed.connect(lambda: told.append("result"))
    live.change_block(live.model.layers[0].id, "activation", Activation("tanh"))
    assert told == ["(", "model", "minibatch", "(", "result", ")", ")"]
