"""The window with data that are computed when they are asked for: panels show what they do of an array."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDockWidget

from densegui.data import Dataset, Divide, Standardise, finish, frozen_source, preparation, preparing
from densegui.engine import Dense
from densegui.ui.focus import Focus

ROWS = 400


def _data():
    x = np.random.default_rng(6).normal(4, 2, (ROWS, 2))
    return Dataset(
        "rows",
        x,
        frozen_source("file", path="/rows"),
        ("p", "q"),
        labels=np.arange(ROWS) % 3,
        class_names=("u", "v", "w"),
    )


def test_every_panel_shows_rows_on_demand(window, qtbot, monkeypatch):
    monkeypatch.setattr(preparation, "COMPUTED_BYTES", 0)
    raw = _data()
    dataset = finish(preparing(raw, (Standardise(), Divide(2))))
    assert not isinstance(dataset.x, np.ndarray)
    session = window.session
    session.set_dataset(dataset)
    session.remove_blocks([layer.id for layer in session.model.layers])
    session.set_input_dim(2)
    last = session.insert_block(0, Dense(3, activation="softmax"))
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    expected = (raw.x - raw.x.mean(0)) / raw.x.std(0) / 2
    np.testing.assert_allclose(session.result.outputs, session.model.predict(expected), rtol=1e-5)
    for dock in window.findChildren(QDockWidget):
        dock.show()
        dock.raise_()
        QCoreApplication.processEvents()
        for sample in (-1, 0, 357):
            session.inspection.look_at(Focus(last, 1, 0, sample))
            first = max(sample, 0) // 32 * 32
            qtbot.waitUntil(lambda first=first: _first(session) == first)
            trace = session.inspection.minibatch.trace
            np.testing.assert_allclose(trace.x, expected[first : first + 32], rtol=1e-5, atol=1e-6)
    panel = window.findChild(QObject, "matricesPanel")
    shown = [row[-1] for row in panel.numbers() if row[0] == "X"]
    assert shown == pytest.approx(expected[352:384].ravel().tolist(), rel=1e-5, abs=1e-6)


def _first(session):
    minibatch = session.inspection.minibatch
    return None if minibatch is None else minibatch.first
