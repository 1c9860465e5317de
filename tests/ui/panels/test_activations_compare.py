"""Comparing activation functions: any of the table on one plot, with parameters and derivatives."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSlider, QToolButton

from densegui.engine import ACTIVATIONS, Activation, Dense, Model
from densegui.ui import theme
from densegui.ui.panels.activations_choice import Choice, chosen
from densegui.ui.panels.activations_curves import limits, sample, slopes, values
from densegui.ui.panels.activations_panel import ActivationsPanel
from densegui.ui.panels.activations_words import range_text, use_text

RELU, SIGMOID = Activation("relu"), Activation("sigmoid")
PHI = math.sqrt(2 * math.pi)


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


# The derivatives as they stand in textbooks; at a kink, the slope that the panel tells.
DERIVATIVES = {
    "linear": lambda x: 1.0,
    "relu": lambda x: 1.0 if x > 0 else 0.0,
    "sigmoid": lambda x: sigmoid(x) * (1 - sigmoid(x)),
    "tanh": lambda x: 1 / math.cosh(x) ** 2,
    "step": lambda x: 0.0,
    "leaky_relu": lambda x: 1.0 if x > 0 else 0.2,
    "elu": lambda x: 1.0 if x > 0 else math.exp(x),
    "selu": lambda x: 1.0507009873554805 * (1.0 if x > 0 else 1.6732632423543772 * math.exp(x)),
    "gelu": lambda x: (1 + math.erf(x / math.sqrt(2))) / 2 + x * math.exp(-x * x / 2) / PHI,
    "silu": lambda x: sigmoid(x) * (1 + x * (1 - sigmoid(x))),
    "softplus": sigmoid,
    "softsign": lambda x: 1 / (1 + abs(x)) ** 2,
    "hard_sigmoid": lambda x: 1 / 6 if -3 < x < 3 else 0.0,
    "exponential": math.exp,
}


@pytest.fixture
def panel(qtbot):
    widget = ActivationsPanel()
    qtbot.addWidget(widget)
    widget.resize(400, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def show(panel, activation):
    model = Model([Dense(3, input_dim=2, activation=activation)], dtype="float64")
    panel.show_model(model)
    panel.findChild(QToolButton, "activationsCompare").click()
    return model


def tick(panel, *names):
    for name in names:
        panel._popup.findChild(QCheckBox, f"compare_{name}").setChecked(True)


def labels(panel):
    return [curve.label for curve in panel._page.plot.curves]


def drawn(panel, index):
    lines = panel._page.plot.lines
    return lines.grid, lines.curves[index][0]


@pytest.mark.parametrize("name", DERIVATIVES)
def test_derivative_is_that_of_the_textbook(name):
    x = sample(-6, 6)
    expected = np.array([DERIVATIVES[name](v) for v in x])
    bound = 1e-9 * np.maximum(1, np.maximum(abs(expected), abs(values(Activation(name), x))))
    assert np.all(abs(slopes(Activation(name), x) - expected) <= bound)


@pytest.mark.parametrize("name", ["relu", "sigmoid", "tanh", "softsign", "linear"])
def test_derivative_far_from_zero(name):
    x = np.array([-60.0, -40.0, 40.0, 60.0])
    assert slopes(Activation(name), x) == pytest.approx([DERIVATIVES[name](v) for v in x], abs=1e-8)


def test_derivative_of_a_huge_x_is_no_trouble():
    assert slopes(Activation("relu"), np.array([-1e300, 1e300])) == pytest.approx([0, 1])


def test_step_sigmoid_and_relu_side_by_side_in_one_press(panel, qtbot):
    show(panel, "tanh")
    qtbot.mouseClick(panel._popup.findChild(QPushButton, "compareLesson"), Qt.MouseButton.LeftButton)
    assert labels(panel) == ["relu", "sigmoid", "step"]
    x, relu = drawn(panel, 0)
    _, curve = drawn(panel, 1)
    _, step = drawn(panel, 2)
    assert relu == pytest.approx([max(0, v) for v in x])
    assert curve == pytest.approx([sigmoid(v) for v in x])
    assert step == pytest.approx([float(v > 0) for v in x])


def test_own_function_comes_first_and_once(panel):
    show(panel, "sigmoid")
    tick(panel, "step", "sigmoid", "relu")
    assert labels(panel) == ["sigmoid", "relu", "step"]
    assert [entry.text for entry in panel._page._legend.entries] == ["sigmoid", "relu", "step"]
    panel._page.plot.read_at(1.0)
    assert panel._page._legend.readings == ("0.7311", "1", "1")


def test_compare_none_brings_the_block_alone_back(panel, qtbot):
    show(panel, "sigmoid")
    tick(panel, "step")
    panel._popup.findChild(QCheckBox, "compareOwn").setChecked(False)
    assert labels(panel) == ["step"]
    qtbot.mouseClick(panel._popup.findChild(QPushButton, "compareNone"), Qt.MouseButton.LeftButton)
    assert labels(panel) == ["sigmoid"]
    assert len(panel._page.plot.lines.curves) == 1


def test_softmax_is_no_curve_beside_others_and_that_is_said(panel):
    show(panel, "sigmoid")
    tick(panel, "softmax", "relu")
    assert labels(panel) == ["sigmoid", "relu"]
    assert "softmax is no curve: it takes all scores of a row at once." in panel._page.words


def test_others_beside_a_softmax_block_are_drawn_without_its_scores(panel):
    model = show(panel, "softmax")
    panel.show_result(model.run(np.array([[100.0, 0.0]])), True)
    tick(panel, "sigmoid", "softmax")
    assert labels(panel) == ["sigmoid"]
    assert panel._page.plot.view == (-5, 5)
    assert len(panel._page.plot.histogram.heights) == 0
    assert "Compare none to see them as bars" in panel._page.words
    panel._popup.findChild(QPushButton, "compareNone").click()
    assert panel._pictures.currentWidget() is panel._softmax


def test_softmax_alone_is_shown_as_what_it_is(panel):
    show(panel, "softmax")
    tick(panel, "softmax")
    assert panel._pictures.currentWidget() is panel._softmax


@pytest.mark.parametrize(
    ("own", "compared", "wants_own", "found"),
    [
        ("relu", (), True, Choice((RELU,), True, False, False)),
        ("relu", ("sigmoid",), True, Choice((RELU, SIGMOID), True, False, False)),
        ("relu", ("relu", "sigmoid"), False, Choice((RELU, SIGMOID), False, False, False)),
        ("relu", ("softmax",), False, Choice((RELU,), True, True, False)),
        ("softmax", (), True, Choice((), False, True, True)),
        ("softmax", ("softmax",), True, Choice((), False, True, True)),
        ("softmax", ("softmax", "relu"), True, Choice((RELU,), False, True, False)),
    ],
)
def test_what_is_drawn(own, compared, wants_own, found):
    assert chosen(Activation(own), [Activation(name) for name in compared], wants_own=wants_own) == found


def test_legend_lies_outside_the_plot(panel):
    show(panel, "sigmoid")
    tick(panel, *ACTIVATIONS)
    panel.grab()
    assert not panel._page._legend.geometry().intersects(panel._page.plot.widget.geometry())


def test_every_entry_of_the_table_appears_with_formula_range_and_use(panel):
    show(panel, "relu")
    shown = {label.text() for label in panel._popup.findChildren(QLabel)}
    boxes = {b.text() for b in panel._popup.findChildren(QCheckBox) if b.objectName() != "compareOwn"}
    assert boxes == set(ACTIVATIONS)
    for name, function in ACTIVATIONS.items():
        assert {function.formula, range_text(limits(Activation(name))), use_text(function.use)} <= shown


# As Keras' documentation and textbooks state them.
@pytest.mark.parametrize(
    ("activation", "text"),
    [
        (Activation("relu"), "[0, ∞)"),
        (Activation("sigmoid"), "(0, 1)"),
        (Activation("tanh"), "(−1, 1)"),
        (Activation("linear"), "(−∞, ∞)"),
        (Activation("step"), "{0, 1}"),
        (Activation("hard_sigmoid"), "[0, 1]"),
        (Activation("softplus"), "(0, ∞)"),
        (Activation("softmax"), "(0, 1)"),
        (Activation("elu", alpha=0.5), "(−0.5, ∞)"),
        (Activation("selu"), "(−1.758, ∞)"),
        (Activation("gelu"), "[−0.17, ∞)"),
        (Activation("silu"), "[−0.2785, ∞)"),
    ],
)
def test_ranges_are_those_of_the_textbook(activation, text):
    assert range_text(limits(activation)) == text


def test_each_use_of_the_table_has_words_to_translate():
    for function in ACTIVATIONS.values():
        assert use_text(function.use) == function.use != ""
    assert use_text("something new") == "something new"


def test_alpha_of_a_compared_function_is_local(panel, qtbot):
    model = show(panel, Activation("leaky_relu", alpha=0.3))
    asked = []
    panel.change_requested.connect(asked.append)
    tick(panel, "leaky_relu")
    assert labels(panel) == ["leaky_relu α = 0.3", "leaky_relu α = 0.2"]
    slider = panel.findChild(QSlider, "parameter1Slider")
    slider.setValue(slider.minimum() + 2)
    assert labels(panel) == ["leaky_relu α = 0.3", "leaky_relu α = 0.01"]
    x, y = drawn(panel, 1)
    assert y[0] == pytest.approx(0.01 * x[0])
    assert asked == []
    assert model.layers[0].activation == Activation("leaky_relu", alpha=0.3)


def test_derivative_is_dashed_and_in_the_colour_of_its_function(panel):
    show(panel, "tanh")
    panel.findChild(QToolButton, "activationsSlopes").setChecked(True)
    assert labels(panel) == ["tanh", "tanh′"]
    solid, dashed = (curve.pen for curve in panel._page.plot.curves)
    assert solid.style() == Qt.PenStyle.SolidLine
    assert dashed.style() == Qt.PenStyle.CustomDashLine
    assert solid.color() == dashed.color()
    x, y = drawn(panel, 1)
    assert y == pytest.approx([DERIVATIVES["tanh"](v) for v in x], abs=1e-9)


def test_curves_of_one_family_can_be_told_apart(panel):
    show(panel, "relu")
    tick(panel, "leaky_relu", "elu", "selu")
    pens = [curve.pen for curve in panel._page.plot.curves]
    assert pens[0].color() == theme.family_curve("relu")
    assert len({(pen.color().name(), pen.style()) for pen in pens}) == 4


def test_table_opens_beside_the_panel_where_there_is_room(panel):
    show(panel, "relu")
    screen = panel.screen().availableGeometry()
    size = panel._popup.size()
    place = QRect(screen.right() - 99, screen.top(), 100, 100)
    panel._popup.open_beside(place, place)
    assert screen.contains(panel._popup.geometry())
    if screen.width() - 100 > size.width():
        assert not panel._popup.geometry().intersects(place)


def test_table_opens_below_its_button_where_there_is_none(panel):
    show(panel, "relu")
    screen = panel.screen().availableGeometry()
    panel._popup.open_beside(QRect(screen.left(), screen.top(), 50, 20), screen)
    assert screen.contains(panel._popup.geometry().topLeft())
    assert panel._popup.isVisible()


def test_boxes_are_reached_by_keyboard(panel, qtbot):
    show(panel, "relu")
    box = panel._popup.findChild(QCheckBox, "compare_tanh")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert labels(panel) == ["relu", "tanh"]


def test_escape_closes_the_table(panel, qtbot):
    show(panel, "relu")
    qtbot.keyClick(panel._popup.findChild(QCheckBox, "compare_relu"), Qt.Key.Key_Escape)
    assert not panel._popup.isVisible()
