"""Neuron counting: the values of one neuron over all rows, of what is looked at and of nothing else."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDockWidget, QWidget

from densegui.data import Dataset, frozen_source
from densegui.engine import Dense, Model
from densegui.ui import neuron_counting, running
from densegui.ui.background import Background
from densegui.ui.focus import INPUT, Focus
from densegui.ui.neuron_counting import NeuronCounting
from densegui.ui.panels.inspector_plots import Bars

X = np.random.default_rng(1).normal(size=(5000, 4))
SOON, LATER = 0.0, 60.0  # seconds that a count is expected to take


def dataset(x=X):
    return Dataset("typed", x, frozen_source("file", path="/typed"))


@pytest.fixture
def model():
    layers = [Dense(6, input_dim=4, activation="tanh"), Dense(3, activation="relu"), Dense(2)]
    made = Model(layers, seed=3, dtype="float64")
    made.predict(X)
    return made


class Counting:
    """What a count is made of, with the time it is expected to take."""

    def __init__(self, parent):
        self.seconds = SOON
        self.background = Background(parent)
        self.subject = NeuronCounting(self.background, self._expected, parent)

    def _expected(self, _model, _rows):
        return self.seconds


@pytest.fixture
def made(qtbot, qapp):
    found = Counting(qapp)
    yield found
    found.background.close()
    found.subject.deleteLater()
    found.background.deleteLater()


@pytest.fixture
def counting(made):
    return made.subject


@pytest.fixture
def slow(made, monkeypatch):
    """A counting in the background that goes on only when its gate is opened."""
    gate = threading.Event()
    run = neuron_counting.run

    def gated(*arguments):
        assert gate.wait(60)
        return (yield from run(*arguments))

    monkeypatch.setattr(neuron_counting, "run", gated)
    made.seconds = LATER
    made.subject.gate = gate
    yield made.subject
    gate.set()


def agrees(statistics, values):
    """Whether these are the statistics of all of these values."""
    bars = statistics.histogram
    counted, _ = np.histogram(values[values >= 0], bars.edges[bars.edges >= 0])
    np.testing.assert_array_equal(bars.counts[bars.edges[:-1] >= 0], counted)
    assert statistics.count == bars.counts.sum() == values.size
    assert statistics.zero_count == (values == 0).sum()
    np.testing.assert_allclose(
        (statistics.min, statistics.max, statistics.mean, statistics.std),
        (values.min(), values.max(), values.mean(), values.std()),
        rtol=1e-9,
    )
    return True


def test_the_values_of_a_neuron_are_those_of_all_rows(counting, model):
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(2, 1, None, 7))
    found = counting.values
    assert (found.model, found.layer_id, found.unit) == (model, 2, 1)
    expected = model.trace(X).layers[1]
    assert agrees(found.z, expected.z[:, 1])
    assert agrees(found.a, expected.a[:, 1])


def test_the_values_of_a_feature_are_those_of_its_column(counting, model):
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(INPUT, 2))
    assert agrees(counting.values.z, X[:, 2])
    assert counting.values.a is None


def test_an_output_that_is_no_other_number_is_not_counted_twice(counting, model):
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(3, 0))
    assert agrees(counting.values.z, model.trace(X).layers[2].z[:, 0])
    assert counting.values.a is None


def test_softmax_has_the_probabilities_of_one_class(counting):
    model = Model([Dense(3, input_dim=4, activation="softmax")], seed=1, dtype="float64")
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(1, 2))
    trace = model.trace(X)
    assert agrees(counting.values.z, trace.layers[0].z[:, 2])
    assert agrees(counting.values.a, trace.layers[0].a[:, 2])


def test_softmax_within_the_stack_has_the_scores_of_one_neuron_alone(counting):
    model = Model([Dense(3, input_dim=4, activation="softmax"), Dense(1)], seed=1, dtype="float64")
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(1, 2))
    assert agrees(counting.values.z, model.trace(X).layers[0].z[:, 2])
    assert counting.values.a is None


def test_memory_does_not_grow_with_the_rows(counting):
    model = Model([Dense(64, input_dim=4, activation="tanh")])
    model.predict(X)
    counting.want(True)
    counting.look_at(Focus(1, 5))
    for rows in (5_000, 50_000):
        x = np.random.default_rng(2).normal(size=(rows, 4))
        counting.follow(model, dataset(x), model.run(x))
        assert counting.values.z.count == rows
        assert len(counting.values.z.histogram.counts) <= 64


def test_nothing_is_counted_that_nobody_sees(counting, model):
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(1, 0))
    assert counting.values is None
    counting.want(True)
    assert counting.values.unit == 0
    counting.want(False)
    counting.look_at(Focus(1, 1))
    assert counting.values.unit == 0


@pytest.mark.parametrize("focus", [Focus(), Focus(1), Focus(9, 0), Focus(1, 6), Focus(INPUT, 4)])
def test_what_is_no_neuron_has_no_values(counting, model, focus):
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(focus)
    assert counting.values is None
    assert not counting.is_under_way


def test_without_a_run_of_now_there_is_nothing_to_compare_with(counting, model):
    counting.want(True)
    counting.look_at(Focus(1, 0))
    counting.follow(model, dataset(), None)
    assert counting.values is None
    counting.follow(model, None, None)
    assert counting.values is None


def test_the_same_neuron_is_not_counted_again(counting, model):
    data = dataset()
    counting.want(True)
    counting.follow(model, data, model.run(X))
    counting.look_at(Focus(1, 0, None, 3))
    before = counting.values
    counting.look_at(Focus(1, 0, 2, 4))
    counting.follow(model, data, model.run(X))
    assert counting.values is before
    edited = model.with_parameters(0, bias=np.ones(6))
    counting.follow(edited, data, edited.run(X))
    assert counting.values.model is edited


def test_values_of_data_that_are_gone_are_let_go(counting, model, qtbot):
    counting.want(True)
    counting.follow(model, dataset(), model.run(X))
    counting.look_at(Focus(1, 0))
    with qtbot.waitSignal(counting.changed):
        counting.follow(model, dataset(X[:9]), None)
    assert counting.values is None


def test_what_takes_long_is_counted_in_the_background(slow, model, qtbot):
    slow.want(True)
    slow.follow(model, dataset(), model.run(X))
    slow.look_at(Focus(2, 1))
    assert slow.is_under_way
    assert slow.values is None
    with qtbot.waitSignal(slow.changed):
        slow.gate.set()
    assert not slow.is_under_way
    assert agrees(slow.values.z, model.trace(X).layers[1].z[:, 1])


def test_rows_of_a_file_are_never_read_at_once(counting, model, qtbot, tmp_path):
    np.save(tmp_path / "x.npy", X)
    counting.want(True)
    counting.look_at(Focus(2, 1))
    with qtbot.waitSignal(counting.changed):
        counting.follow(model, dataset(np.load(tmp_path / "x.npy", mmap_mode="r")), model.run(X))
    assert counting.is_under_way
    qtbot.waitUntil(lambda: counting.values is not None)
    assert agrees(counting.values.z, model.trace(X).layers[1].z[:, 1])
    counting.look_at(Focus(INPUT, 3))
    qtbot.waitUntil(lambda: counting.values.layer_id == INPUT)
    assert agrees(counting.values.z, X[:, 3])


class OnDemand:
    """Rows that are there only when they are asked for."""

    shape, dtype, ndim = X.shape, X.dtype, 2

    def __len__(self):
        return len(X)

    def __getitem__(self, index):
        return X[index]

    def __array__(self, dtype=None, copy=None):
        raise AssertionError("asked for all rows at once")


def test_rows_on_demand_are_asked_for_piece_by_piece(counting, model, qtbot):
    counting.want(True)
    counting.follow(model, dataset(OnDemand()), model.run(X))
    for focus, every in ((Focus(2, 1), model.trace(X).layers[1].z[:, 1]), (Focus(INPUT, 3), X[:, 3])):
        with qtbot.waitSignals([counting.changed] * 2):
            counting.look_at(focus)
        assert agrees(counting.values.z, every)


def test_a_count_that_is_no_longer_wanted_is_dropped(slow, model, qtbot, made):
    slow.want(True)
    slow.follow(model, dataset(), model.run(X))
    slow.look_at(Focus(2, 1))
    first = slow._task
    slow.look_at(Focus(2, 2))
    assert slow._task is not first
    with qtbot.waitSignal(made.background.emptied):
        slow.gate.set()
    assert slow.values.unit == 2


def test_hiding_ends_a_count(slow, model, qtbot, made):
    slow.want(True)
    slow.follow(model, dataset(), model.run(X))
    slow.look_at(Focus(2, 1))
    slow.want(False)
    assert not slow.is_under_way
    with qtbot.waitSignal(made.background.emptied):
        slow.gate.set()
    assert slow.values is None


def test_what_cannot_be_counted_is_told_once(made, counting, model, qtbot, monkeypatch):
    def failing(*_arguments):
        raise OSError("the file is gone")

    monkeypatch.setattr(neuron_counting, "run", failing)
    made.seconds = LATER
    data = dataset()
    counting.want(True)
    counting.look_at(Focus(1, 0))
    with qtbot.waitSignal(counting.failed) as told:
        counting.follow(model, data, model.run(X))
    assert "gone" in str(told.args[0])
    counting.follow(model, data, model.run(X))
    assert not counting.is_under_way


# In the window


def bars(window):
    panel = window.findChild(QWidget, "inspectorPanel")
    return [item for item in panel._neuron.card.items if isinstance(item, Bars)]


def see(window, name):
    window.findChild(QDockWidget, f"{name}Dock").raise_()
    QCoreApplication.processEvents()


@pytest.fixture
def ran(window, qtbot, monkeypatch):
    """A window whose example was run; what is expected to take less than a minute is done at once."""
    monkeypatch.setattr(neuron_counting, "AT_ONCE_SECONDS", 60.0)
    monkeypatch.setattr(running, "AT_ONCE_SECONDS", 60.0)
    with qtbot.waitSignal(window.session.running_changed, check_params_cb=lambda on: not on):
        window.session.run_forward()
    return window


def test_the_inspector_shows_the_values_of_its_neuron_alone(ran):
    session = ran.session
    see(ran, "inspector")
    trace = session.model.trace(session.dataset.x[:])
    for place, unit, sample in ((0, 3, 7), (1, 5, 100), (2, 0, 149)):
        session.inspection.look_at(Focus(session.model.layers[place].id, unit, None, sample))
        layer = trace.layers[place]
        for shown, every in zip(bars(ran), (layer.z[:, unit], layer.a[:, unit]), strict=True):
            assert shown.counts.sum() == 150
            assert (shown.mean, shown.std) == pytest.approx((every.mean(), every.std()), rel=1e-4)
            assert shown.mark == pytest.approx(every[sample], rel=1e-5, abs=1e-7)


def test_out_of_sight_nothing_is_counted(ran):
    session = ran.session
    see(ran, "inspector")
    see(ran, "activations")
    session.inspection.look_at(Focus(session.model.layers[0].id, 3))
    assert session.counting.values is None
    see(ran, "inspector")
    assert session.counting.values.unit == 3


def test_values_follow_a_live_edit_and_are_out_of_date_after_another(ran):
    session = ran.session
    see(ran, "inspector")
    last = session.model.layers[-1].id
    session.inspection.look_at(Focus(last, 0, None, 0))
    session.set_live(True)
    session.drag_parameters(last, None, np.array([2.0]))
    assert session.counting.values.model is session.model
    z = session.model.trace(session.dataset.x[:]).layers[-1].z
    assert bars(ran)[0].mean == pytest.approx(z.mean(), rel=1e-4)
    session.set_live(False)
    session.drag_parameters(last, None, np.array([3.0]))
    assert session.counting.values.model is not session.model
    assert [shown.mark for shown in bars(ran)] == [None, None]
