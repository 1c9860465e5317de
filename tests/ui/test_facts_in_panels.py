"""The lessons' numbers as the window's panels show them, and a thousand runs that leave nothing behind."""

import gc
import sys
from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from densegui.document.presets import PRESETS
from densegui.ui import running
from densegui.ui.focus import Focus

# The network computed by hand, x = (1, 0.5): z and a of each layer.
_BY_HAND = (
    ((0.3, 0.7, 1.1), (0.57444252, 0.66818777, 0.75026011)),
    ((0.51615984, 1.21402696), (0.62624937, 0.7710107)),
    ((0.31682708, 0.69627909), (0.31682708, 0.69627909)),
)


def _open(qtbot, window, name):
    session = window.session
    with qtbot.waitSignal(session.model_changed):
        session.open_preset(PRESETS[name], name)
    with qtbot.waitSignal(session.running_changed, check_params_cb=lambda running: not running):
        session.run_forward()
    qtbot.waitUntil(lambda: session.inspection.minibatch is not None)
    qtbot.waitUntil(lambda: session.inspection.minibatch.model is session.model)


def _numbers(window, name):
    window.findChild(QObject, f"{name}Dock").raise_()
    QCoreApplication.processEvents()
    return list(window.findChild(QObject, f"{name}Panel").numbers())


def test_the_network_computed_by_hand_in_matrices_inspector_and_graph(window, qtbot):
    _open(qtbot, window, "by_hand")
    look_at = window.session.inspection.look_at
    for layer, (z, a) in zip(window.session.model.layers, _BY_HAND, strict=True):
        for unit in range(len(z)):
            look_at(Focus(layer.id, unit, None, 0))
            inspector = {row[0]: row[-1] for row in _numbers(window, "inspector")}
            assert inspector["z"] == pytest.approx(z[unit], rel=1e-7)
            assert inspector["a"] == pytest.approx(a[unit], rel=1e-7)
        matrices = _numbers(window, "matrices")
        assert [row[-1] for row in matrices if row[0] == "Z"] == pytest.approx(list(z), rel=1e-7)
        assert [row[-1] for row in matrices if row[0] == "A"] == pytest.approx(list(a), rel=1e-7)
    neurons = [row for row in _numbers(window, "graph") if row[0] == "neuron" and row[4] != ""]
    assert [row[4] for row in neurons] == pytest.approx([v for z, _ in _BY_HAND for v in z], rel=1e-7)
    assert [row[5] for row in neurons] == pytest.approx([v for _, a in _BY_HAND for v in a], rel=1e-7)


def test_the_truth_table_of_xor_in_matrices_and_inspector(window, qtbot):
    _open(qtbot, window, "xor")
    assert window.session.dataset.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    last = window.session.model.layers[-1].id
    found = []
    for sample in range(4):
        window.session.inspection.look_at(Focus(last, 0, None, sample))
        found.append({row[0]: row[-1] for row in _numbers(window, "inspector")}["a"])
    assert found == [0, 1, 1, 0]
    assert [row[-1] for row in _numbers(window, "matrices") if row[0] == "A"] == [0, 1, 1, 0]


def test_a_thousand_runs_and_switches_leave_nothing_behind(window, qtbot, monkeypatch):
    monkeypatch.setattr(running, "AT_ONCE_SECONDS", 60.0)
    session = window.session
    with qtbot.waitSignal(session.result_changed):
        session.set_live(True)
    layer = session.model.layers[0]
    docks = [f"{name}Dock" for name in ("matrices", "inspector", "graph", "activations", "plane", "graph")]

    def turn(step):
        weights = session.model.parameters[0].weights.copy()
        weights[0, 0] = (step % 5) / 10
        session.drag_parameters(layer.id, weights, None)
        unit = step % 5
        session.inspection.look_at(Focus(layer.id, unit, None, step % 10))
        if step % 10 == 0:
            window.findChild(QObject, docks[step // 10 % len(docks)]).raise_()
        QCoreApplication.processEvents()

    def count():
        gc.collect()
        kinds = Counter(type(child).__name__ for child in window.findChildren(QObject))
        del kinds["QPropertyAnimation"]  # Qt's own, of the tabs; gone a moment after they stand still
        return kinds, sys.getallocatedblocks()

    found = []
    for step in range(1000):
        if step % 200 == 0:
            found.append(count())
        turn(step)
    found.append(count())
    grown = found[-1][0] - found[-2][0]
    assert not grown, dict(grown)
    blocks = [after - before for (_, before), (_, after) in pairwise(found)]
    assert min(blocks) < 200, f"{blocks}: a block of memory, or more, for each turn"
