"""Data editing: steps of preparation through the session, at once and in the background, and undo."""

import numpy as np
import pytest

from densegui.data import (
    ChooseLabel,
    Dataset,
    Divide,
    FillMissing,
    PickColumns,
    Scale,
    Standardise,
    Transpose,
    builtin,
    frozen_source,
    preparation,
)
from densegui.ui import data_editing
from densegui.ui.session import Session

X = np.array([[0.0, 10.0, 3.0], [5.0, 20.0, 4.0], [10.0, 40.0, 8.0]])


@pytest.fixture
def session(qtbot):
    created = Session()
    created.set_dataset(Dataset("rows", X, frozen_source("file", path="/rows"), ("a", "b", "c")))
    yield created
    created.close()
    created.deleteLater()


@pytest.fixture
def slow(monkeypatch):
    """Lets every preparation happen in the background."""
    monkeypatch.setattr(data_editing, "_QUICK_NUMBERS", 0)


def test_few_rows_are_prepared_at_once_and_undone(session):
    raw = session.dataset
    session.set_steps((Scale(),))
    np.testing.assert_array_equal(session.dataset.x, (X - X.min(0)) / (X.max(0) - X.min(0)))
    assert session.dataset.raw is raw
    assert session.undo_label == "prepare rows"
    session.undo()
    assert session.dataset is raw
    session.redo()
    assert session.dataset.source.steps == (Scale(),)


def test_more_rows_are_prepared_in_the_background(qtbot, session, slow):
    seen = []
    session.loading_changed.connect(lambda what, share: seen.append(what))
    with qtbot.waitSignal(session.dataset_changed):
        session.set_steps((Standardise(),))
    np.testing.assert_allclose(session.dataset.x, (X - X.mean(0)) / X.std(0), rtol=1e-12)
    qtbot.waitUntil(lambda: not session.is_loading)
    assert (seen[0], seen[-1]) == ("rows", "")


def test_the_same_steps_are_no_change(session):
    session.set_steps((Scale(),))
    session.set_steps(())
    session.set_steps((Scale(),))
    session.undo()
    session.undo()
    assert session.undo_label == "prepare rows"
    prepared = session.dataset
    session.set_steps((Scale(),))
    assert session.dataset is prepared


@pytest.mark.parametrize("in_background", [False, True])
def test_a_step_that_does_not_fit_leaves_the_data_as_they_are(qtbot, session, monkeypatch, in_background):
    if in_background:
        monkeypatch.setattr(data_editing, "_QUICK_NUMBERS", 0)
    before = session.dataset
    said = []
    session.failed.connect(said.append)
    with qtbot.waitSignals([session.failed, session.steps_refused], order="strict"):
        session.set_steps((PickColumns((0, 7)),))
    assert said[0].startswith("rows: choosing columns needs column 8, and there are only 3")
    assert session.dataset is before


def test_cancel_leaves_the_data_as_they_are(qtbot, session, slow, monkeypatch):
    def endless(raw, steps):
        while True:
            yield

    monkeypatch.setattr("densegui.data.preparing", endless)
    before = session.dataset
    session.set_steps((Scale(),))
    with qtbot.waitSignal(session.steps_refused):
        session.cancel_run()
    assert session.dataset is before


def test_other_data_that_came_meanwhile_stay(qtbot, session, slow):
    other = Dataset("other", np.zeros((2, 2)), frozen_source("file", path="/other"))
    session.set_steps((Scale(),))
    session.set_dataset(other)
    qtbot.waitUntil(lambda: not session.is_loading)
    assert session.dataset is other


def test_columns_and_turning_are_steps_with_names_of_their_own(session):
    session.set_steps((FillMissing(), Scale()))
    session.choose_columns([2, 0])
    assert session.undo_label == "choose columns of rows"
    assert session.dataset.source.steps == (FillMissing(), Scale(), PickColumns((2, 0)))
    session.choose_columns([1])
    assert session.dataset.source.steps[-1] == PickColumns((0,))
    assert session.undo_label == "choose columns of rows"
    session.transpose_data()
    assert session.dataset.source.steps == (Transpose(), FillMissing(), Scale())
    assert session.undo_label == "transpose rows"
    session.transpose_data()
    assert session.dataset.source.steps == (FillMissing(), Scale())


def test_a_label_that_is_not_wanted_any_more_is_said_to_be_none(session):
    raw = session.dataset
    session.set_steps((ChooseLabel(2),))
    assert session.dataset.targets.tolist() == [3, 4, 8]
    session.set_steps((Scale(),))
    assert session.dataset.source.steps == (ChooseLabel(None), Scale())
    assert session.dataset.targets is None
    assert session.dataset.features == 3
    assert session.dataset.raw is raw


def test_rows_that_are_computed_on_demand_are_looked_at_and_run(qtbot, session, monkeypatch):
    monkeypatch.setattr(preparation, "COMPUTED_BYTES", 0)
    session.set_dataset(builtin("iris"))
    session.set_steps((*session.dataset.source.steps, Divide(10)))
    assert not isinstance(session.dataset.x, np.ndarray)
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    expected = session.model.predict(builtin("iris").x / 10)
    np.testing.assert_allclose(session.result.outputs, expected, rtol=1e-5)
    qtbot.waitUntil(lambda: session.inspection.minibatch is not None)
    trace = session.inspection.minibatch.trace
    np.testing.assert_allclose(trace.x, builtin("iris").x[:32] / 10, rtol=1e-6)
