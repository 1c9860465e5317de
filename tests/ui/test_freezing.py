"""Freezing: few weights at once, many as soon as they are drawn in the background."""

import pytest

from densegui.ui import freezing
from densegui.ui.freezing import Freezing
from densegui.ui.session import Session


@pytest.fixture
def session(qapp):
    """The example without data; its blocks have 40, 54 and 7 parameters."""
    created = Session()
    yield created
    created.close()
    created.deleteLater()


def _ids(session):
    return [layer.id for layer in session.model.layers]


def test_few_weights_are_frozen_at_once(session, monkeypatch):
    monkeypatch.setattr(freezing, "MOST_AT_ONCE", 94)
    Freezing(session, session).freeze(_ids(session)[:2])
    assert set(session.model.given) == set(_ids(session)[:2])


def test_many_weights_are_drawn_in_the_background_first(session, qtbot, monkeypatch):
    monkeypatch.setattr(freezing, "MOST_AT_ONCE", 93)
    told = []
    session.loading_changed.connect(lambda what, _share: told.append(what))
    chosen = _ids(session)[:2]
    with qtbot.waitSignal(session.model_changed):
        Freezing(session, session).freeze(chosen)
        assert not session.model.given
        assert told == ["Drawing weights"]
    assert set(session.model.given) == set(chosen)
    assert session.undo_label == "freeze dense_1, dense_2"
    assert told[-1] == ""


def test_blocks_that_went_meanwhile_are_not_frozen(session, qtbot, monkeypatch):
    monkeypatch.setattr(freezing, "MOST_AT_ONCE", 0)
    first = _ids(session)[0]
    with qtbot.waitSignal(session.loading_changed, check_params_cb=lambda what, _share: what == ""):
        Freezing(session, session).freeze([first])
        session.remove_blocks([first])
    assert not session.model.given


def test_blocks_that_became_others_meanwhile_are_frozen_as_they_are_then(session, qtbot, monkeypatch):
    monkeypatch.setattr(freezing, "MOST_AT_ONCE", 0)
    first = _ids(session)[0]
    Freezing(session, session).freeze([first])
    session.set_seed(7)
    qtbot.waitUntil(lambda: bool(session.model.given))
    frozen = session.model.given[first].weights
    assert (frozen == session.model.without_parameters(0).parameters[0].weights).all()
