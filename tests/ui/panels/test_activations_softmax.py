"""Softmax: scores in, probabilities out, one score varied while the others stay."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QSlider

from densegui.data import Dataset
from densegui.data.dataset import Source
from densegui.engine import Dense, Model
from densegui.ui.focus import MEAN_OF_SAMPLES, Focus, Minibatch
from densegui.ui.panels.activations_panel import ActivationsPanel
from densegui.ui.panels.activations_scores import Scores, largest

SCORES = (0.3, 2.9, 4.0)
PROBABILITIES = (0.01821127, 0.24519181, 0.73659691)


@pytest.fixture
def panel(qtbot):
    widget = ActivationsPanel()
    qtbot.addWidget(widget)
    widget.resize(450, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def passing(units=3):
    """A softmax layer whose scores are its inputs."""
    model = Model([Dense(units, input_dim=units, activation="softmax")], dtype="float64")
    return model.with_parameters(0, weights=np.eye(units), bias=np.zeros(units))


def show(panel, *rows, unit=None, sample=0):
    x = np.array(rows, float)
    model = passing(x.shape[1])
    panel.show_model(model)
    panel.show_minibatch(Minibatch(model, model.trace(x), 0))
    panel.show_focus(Focus(model.layers[0].id, unit, None, sample))
    return model


def note(panel):
    return panel.findChild(QLabel, "softmaxNote").text()


def test_before_a_run_an_example_is_shown_and_called_so(panel):
    panel.show_model(passing())
    page = panel._softmax
    assert page.isVisible()
    assert page.scores.z == pytest.approx(SCORES)
    assert page.scores.probabilities == pytest.approx(PROBABILITIES)
    assert note(panel).startswith("Example.")
    assert "Press Run forward (F5)" in note(panel)


def test_scores_and_probabilities_of_the_selected_sample(panel):
    show(panel, (1, 2, 3), SCORES, sample=1)
    assert panel._softmax.scores.z == pytest.approx(SCORES)
    assert panel._softmax.scores.probabilities == pytest.approx(PROBABILITIES)
    assert "For sample 1:" in note(panel)
    assert "sum to 1" in note(panel)
    assert "0 0.01821, 1 0.2452, 2 0.7366" in panel.accessibleDescription()


def test_without_a_sample_the_first_one_is_shown(panel):
    show(panel, SCORES, (1, 2, 3), sample=MEAN_OF_SAMPLES)
    assert panel._softmax.scores.probabilities == pytest.approx(PROBABILITIES)
    assert "For sample 0:" in note(panel)


def test_likeliest_class_is_varied_unless_a_neuron_is_selected(panel):
    model = show(panel, SCORES)
    assert panel._softmax.scores.varied == 2
    panel.show_focus(Focus(model.layers[0].id, 0, None, 0))
    assert panel._softmax.scores.varied == 0


def test_curves_are_softmax_with_one_score_varied():
    x = np.linspace(-8, 8, 33)
    curves = Scores(np.array(SCORES), 1, 2.9).curves(x, [0, 1, 2])
    for place, score in enumerate(x):
        weights = [math.exp(0.3), math.exp(score), math.exp(4.0)]
        expected = [w / sum(weights) for w in weights]
        assert [curve[place] for curve in curves] == pytest.approx(expected)


def test_large_scores_do_not_overflow():
    scores = Scores(np.array([1010.0, 1000.0, 990.0]), 0, 1010.0)
    assert scores.probabilities == pytest.approx([9.99954600e-01, 4.53978686e-05, 2.06106005e-09])
    curves = scores.curves(np.array([-1e4, 1000.0, 1e4]), [0, 1, 2])
    assert sum(curves) == pytest.approx([1, 1, 1])
    assert curves[0] == pytest.approx([0, 1 / (1 + 1 + math.exp(-10)), 1])


def test_one_class_is_certain():
    assert Scores(np.array([3.0]), 0, 3.0).curves(np.array([-5.0, 5.0]), [0])[0] == pytest.approx([1, 1])


def test_slider_varies_one_score_and_keeps_the_others(panel):
    show(panel, SCORES, unit=0)
    slider = panel.findChild(QSlider, "softmaxScoreSlider")
    slider.setValue(slider.maximum())
    scores = panel._softmax.scores
    assert scores.score == 8  # four above the highest
    weights = [math.exp(8), math.exp(2.9), math.exp(4.0)]
    assert scores.probabilities == pytest.approx([w / sum(weights) for w in weights])
    assert scores.before == pytest.approx(PROBABILITIES)


def test_varied_score_stays_while_the_model_is_shown_again_and_goes_with_another_sample(panel):
    model = show(panel, SCORES, (1, 2, 3), unit=0)
    panel.findChild(QSlider, "softmaxScoreSlider").setValue(0)
    varied = panel._softmax.scores.score
    assert varied != 0.3
    panel.show_model(model)
    assert panel._softmax.scores.score == varied
    panel.show_focus(Focus(model.layers[0].id, 0, None, 1))
    assert panel._softmax.scores.score == 1


def test_choosing_the_class_again_brings_its_score_back(panel, qtbot):
    show(panel, SCORES, unit=0)
    panel.findChild(QSlider, "softmaxScoreSlider").setValue(0)
    assert panel._softmax.scores.score != 0.3
    qtbot.keyClick(panel._softmax._bars_view, Qt.Key.Key_Home)
    assert panel._softmax.scores.score == 0.3
    assert panel._softmax.scores.probabilities == pytest.approx(PROBABILITIES)


def test_click_on_a_row_asks_for_its_neuron(panel, qtbot):
    model = show(panel, SCORES)
    QApplication.processEvents()
    bars, view = panel._softmax.bars, panel._softmax._bars_view
    place = view.mapFromScene(bars.mapToScene(QPointF(20, 1.5 * bars._row_height())))
    with qtbot.waitSignal(panel.focus_requested) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert heard.args == [Focus(model.layers[0].id, 0, None, 0)]


def test_pointing_at_a_row_tells_all_digits(panel):
    show(panel, SCORES)
    QApplication.processEvents()
    page = panel._softmax
    page._on_moved(page.bars.mapToScene(QPointF(20, 1.5 * page.bars._row_height())))
    assert page._bars_view.viewport().toolTip().startswith("0: z = 0.3, a = 0.01821127")


def test_arrow_keys_choose_the_class(panel, qtbot):
    show(panel, SCORES)
    asked = []
    panel.focus_requested.connect(asked.append)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(panel._softmax._bars_view, key)
    assert [focus.unit for focus in asked] == [1, 0, 1]


def test_example_can_be_explored_too(panel, qtbot):
    panel.show_model(passing())
    qtbot.keyClick(panel._softmax._bars_view, Qt.Key.Key_Up)
    assert panel._softmax.scores.varied == 1


def test_classes_have_their_names(panel):
    names = ("setosa", "versicolor", "virginica")
    labels = np.array([0, 1, 2])
    panel.show_dataset(Dataset("iris", np.zeros((3, 3)), Source("typed", {}), (), labels, names))
    show(panel, SCORES)
    assert [panel._softmax.bars.name(i) for i in range(3)] == list(names)
    rows = list(panel.numbers())
    assert rows[0] == ("class", "z", "a", "varied z", "varied a")
    assert [row[0] for row in rows[1:]] == list(names)
    assert [row[2] for row in rows[1:]] == pytest.approx(PROBABILITIES)


def test_of_a_thousand_classes_the_largest_twenty_have_rows(panel):
    panel.resize(690, 900)
    z = np.random.default_rng(4).normal(0, 2, 1000)
    show(panel, z)
    QApplication.processEvents()
    shown = panel._softmax.bars.shown()
    assert set(shown) == set(np.argsort(z)[-20:])
    assert list(z[shown]) == sorted(z[shown], reverse=True)
    assert not panel.grab().isNull()


def test_selected_class_has_a_row_though_it_is_unlikely():
    probabilities = np.array([0.4, 0.3, 0.2, 0.06, 0.04])
    assert largest(probabilities, 4, 3).tolist() == [0, 4]
    assert largest(probabilities, 1, 3).tolist() == [0, 1]
    assert largest(probabilities, 4, 5).tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_scores_that_are_no_numbers_are_told(panel, bad):
    show(panel, (0.3, bad, 4.0))
    assert "no finite numbers" in note(panel)
    assert not panel.findChild(QSlider, "softmaxScoreSlider").isEnabled()
    assert not panel.grab().isNull()


def test_numbers_of_another_model_are_not_shown(panel):
    model = show(panel, (1, 2, 3))
    panel.show_model(passing())
    assert panel._softmax.bars.opacity() < 0.5  # the last ones stay, faint, until the next come
    panel.show_minibatch(None)
    assert note(panel).startswith("Example.")
    assert panel._softmax.bars.opacity() == 1
    panel.show_model(model)


def test_compared_functions_take_the_place_of_the_bars(panel):
    show(panel, SCORES)
    panel._on_compare()
    panel._popup._tick(("sigmoid",), True)
    panel._popup.hide()
    assert [curve.label for curve in panel._page.plot.curves] == ["sigmoid"]
    assert not panel._softmax.isVisible()
    panel._popup._on_none()
    assert panel._softmax.isVisible()


@pytest.mark.parametrize("size", [(240, 290), (320, 220), (450, 290), (690, 600)])
def test_bars_fit_at_every_size(panel, size):
    panel.resize(*size)
    show(panel, SCORES)
    QApplication.processEvents()
    assert panel.size().toTuple() == size
    bars = panel._softmax.bars
    assert 5 * bars._row_height() <= bars.boundingRect().height() + 1
