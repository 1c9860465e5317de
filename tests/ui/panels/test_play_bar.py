"""The play bar as a person meets it: what it says at each step, its keys, and what it asks for."""

import gc

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QToolButton

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.play_bar import PlayBar
from densegui.ui.panels.play_steps import Kind, Level, Step

X = np.array([[1.4, -0.5], [1.0, 0.5]])
FLOWERS = Dataset(
    "flowers", X, Source("typed", {}), ("petal_length", "petal_width"), np.array([0, 1]), ("rose", "lily")
)


def by_hand():
    """The network of FACTS §4."""
    model = Model(
        [Dense(3, input_dim=2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)],
        dtype="float64",
    )
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    model = model.with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    return model.with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])


class Listener:
    """Answers as the window does: what is asked for is shown."""

    def __init__(self, bar):
        self.bar = bar
        self.foci = []
        self.marks = []
        bar.focus_requested.connect(self.on_focus)
        bar.highlighted.connect(self.on_marked)

    def on_focus(self, focus):
        self.foci.append(focus)
        self.bar.show_focus(focus)

    def on_marked(self, neurons, edges):
        self.marks.append((neurons, edges))


@pytest.fixture
def bar(qtbot):
    made = PlayBar()
    qtbot.addWidget(made)
    made.resize(690, 90)
    made.listener = Listener(made)
    made.show_dataset(FLOWERS)
    return made


def opened(bar, model=None, sample=1, level=Level.TERM):
    model = by_hand() if model is None else model
    bar.show_model(model)
    bar.show_focus(Focus(sample=sample))
    bar.show_minibatch(Minibatch(model, model.trace(X), 0))
    bar.findChild(QComboBox, "playLevel").setCurrentIndex(list(Level).index(level))
    bar.toggle.setChecked(True)
    return model


def said(bar):
    texts = (bar.findChild(QLabel, name).text() for name in ("playCaption", "playFormula"))
    return tuple(text.replace("\u00a0", " ") for text in texts)


def press(bar, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(bar, key)


def test_it_is_hidden_until_its_button_is_pressed(bar):
    assert not bar.isVisible()
    assert bar.toggle.objectName() == "playToggle"
    opened(bar)
    assert bar.isVisible()


def test_products_of_the_network_computed_by_hand(bar, qtbot):
    opened(bar)
    assert said(bar) == ("What enters: sample 1, with 2 features.", "x = (1, 0.5)")
    press(bar, qtbot, Qt.Key.Key_Right)
    assert said(bar) == (
        "Neuron 0 of dense_1 multiplies feature petal_length (1) by its weight 0.1 and adds it:"
        " sum so far 0.1.",
        "0 + 1·0.1 = 0.1",
    )
    press(bar, qtbot, Qt.Key.Key_Right)
    assert said(bar)[1] == "0.1 + 0.5·0.2 = 0.2"
    press(bar, qtbot, Qt.Key.Key_Right)
    assert said(bar) == ("Neuron 0 of dense_1 adds its bias 0.1: z is 0.3.", "0.2 + 0.1 = 0.3")
    press(bar, qtbot, Qt.Key.Key_Right)
    assert said(bar) == (
        "Neuron 0 of dense_1 applies sigmoid to z: a is 0.5744.",
        "sigmoid(0.3) = 0.5744",
    )
    press(bar, qtbot, Qt.Key.Key_End)
    assert said(bar)[1] == "linear(0.6963) = 0.6963"
    press(bar, qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left)
    # The outputs of the second layer times (0.3, 0.4): 0.62624937·0.3 = 0.18787481, + 0.7710107·0.4.
    assert said(bar) == (
        "Neuron 1 (lily) of dense_3 multiplies neuron 1 of dense_2 (0.771) by its weight 0.4 and adds it:"
        " sum so far 0.4963.",
        "0.1879 + 0.771·0.4 = 0.4963",
    )


def test_neurons_of_the_network_computed_by_hand(bar):
    opened(bar, level=Level.NEURON)
    bar.go_to(2)
    assert said(bar) == (
        "The weighted sum of neuron 1 of dense_1 is z = 0.7; sigmoid makes it a = 0.6682.",
        "sigmoid(1·0.3 + 0.5·0.4 + 0.2) = sigmoid(0.7) = 0.6682",
    )


def test_layers_of_the_network_computed_by_hand(bar):
    opened(bar, level=Level.LAYER)
    bar.go_to(2)
    assert said(bar) == (
        "All 2 neurons of dense_2 at once: weighted sums z, then sigmoid.",
        "z₂ = a₁·W₂ + b₂ = (0.5162, 1.214)\u2003a₂ = sigmoid(z₂) = (0.6262, 0.771)",
    )


def test_negative_numbers_stand_in_brackets(bar):
    model = Model([Dense(1, input_dim=2, activation="leaky_relu")])
    model = model.with_parameters(0, weights=[[0.5], [-2.0]], bias=[-3.0])
    opened(bar, model, sample=0)
    bar.go_to(2)
    assert said(bar)[1] == "0.7 + (−0.5)·(−2) = 1.7"
    bar.go_to(3)
    assert said(bar)[1] == "1.7 + (−3) = −1.3"
    bar.go_to(4)
    assert said(bar)[1] == "leaky_relu(−1.3; α = 0.2) = −0.26"


def test_every_digit_is_there_on_hover(bar):
    model = Model([Dense(1, input_dim=2, activation="sigmoid")])
    opened(bar, model.with_parameters(0, weights=[[0.1], [1.5]], bias=[0.15]), level=Level.NEURON)
    bar.go_to(1)
    assert said(bar)[1] == "sigmoid(1·0.1 + 0.5·1.5 + 0.15) = sigmoid(1) = 0.7311"
    # sigmoid(1) = 0.73105858 (FACTS §3), in float32.
    exact = "sigmoid(1.0·0.1 + 0.5·1.5 + 0.15) = sigmoid(1.0) = 0.7310586"
    assert bar.findChild(QLabel, "playFormula").toolTip() == exact


def test_softmax_says_what_it_divides(bar):
    model = Model([Dense(3, input_dim=2, activation="softmax")], dtype="float64")
    model = model.with_parameters(0, weights=np.zeros((2, 3)), bias=[0.3, 2.9, 4.0])
    opened(bar, model, level=Level.NEURON)
    bar.go_to(1)
    assert said(bar)[0].endswith("is z = 0.3; softmax waits for those of all neurons.")
    bar.go_to(5)
    # e^−3.7 + e^−1.1 + 1 = 1.35759; of (0.3, 2.9, 4.0) the second share is 0.24519181 (FACTS §3).
    assert said(bar)[1] == ("e^(2.9 − 4) / (e^(0.3 − 4) + e^(2.9 − 4) + e^(4 − 4)) = 0.3329 / 1.358 = 0.2452")


def test_wide_sums_are_shortened(bar):
    model = Model([Dense(1, input_dim=2), Dense(9), Dense(1)])
    model = model.with_parameters(2, weights=np.ones((9, 1)))
    opened(bar, model, level=Level.NEURON)
    bar.go_to(len(bar._steps) - 1)
    assert said(bar)[1].count("·1") == 3
    assert " + … + " in said(bar)[1]


def test_a_step_asks_all_panels_to_look_and_marks_the_graph(bar, qtbot):
    model = opened(bar)
    first = model.layers[0].id
    assert bar.listener.foci == [Focus(INPUT, None, None, 1)]
    press(bar, qtbot, Qt.Key.Key_Right)
    assert bar.listener.foci[-1] == Focus(first, 0, 0, 1)
    assert bar.listener.marks[-1] == ({(first, 0), (INPUT, 0)}, {(first, 0, 0)})
    bar.toggle.setChecked(False)
    assert bar.listener.marks[-1] == (frozenset(), frozenset())


def test_the_mean_gives_way_to_the_sample_that_is_stepped_through(bar):
    opened(bar, sample=-1)
    bar.go_to(1)
    assert bar.listener.foci[-1].sample == 0
    assert said(bar)[1] == "0 + 1.4·0.1 = 0.14"


def test_a_neuron_chosen_elsewhere_is_gone_to(bar):
    model = opened(bar)
    bar.play(True)
    bar.show_focus(Focus(model.layers[1].id, 1, None, 1))
    assert bar.step == Step(Kind.TERM, 1, 1, 0)
    assert not bar.is_playing
    bar.show_focus(Focus(model.layers[1].id, 1, 2, 1))
    assert bar.step == Step(Kind.TERM, 1, 1, 2)
    bar.show_focus(Focus(model.layers[1].id, None, None, 1))
    assert bar.step == Step(Kind.TERM, 1, 1, 2)


def test_it_opens_at_the_chosen_neuron(bar):
    model = by_hand()
    bar.show_model(model)
    bar.show_minibatch(Minibatch(model, model.trace(X), 0))
    bar.show_focus(Focus(model.layers[2].id, 1, None, 1))
    bar.toggle.setChecked(True)
    assert bar.step == Step(Kind.NEURON, 2, 1)


def test_an_edit_keeps_the_step_and_renews_its_numbers(bar):
    model = opened(bar)
    bar.go_to(1)
    edited = model.with_parameters(0, weights=np.full((2, 3), 0.7))
    bar.show_model(edited)
    texts = [bar.findChild(QLabel, name) for name in ("playCaption", "playFormula")]
    assert all(text.is_muted for text in texts)  # the numbers of before
    assert not bar.findChild(QToolButton, "playForward").isEnabled()
    bar.show_minibatch(Minibatch(edited, edited.trace(X), 0))
    assert said(bar)[1] == "0 + 1·0.7 = 0.7"
    assert not any(text.is_muted for text in texts)
    # A layer put before it moves the step along.
    grown = edited.with_layers([Dense(2), *edited.layers])
    bar.show_model(grown)
    assert grown.layers[bar.step.place].id == model.layers[0].id


def test_an_edit_does_not_interrupt_what_plays(bar):
    model = opened(bar)
    bar.play(True)
    count = len(bar.listener.marks)
    edited = model.with_parameters(0, bias=[0.0, 0.0, 0.0])
    bar.show_model(edited)
    bar.show_minibatch(Minibatch(edited, edited.trace(X), 0))
    assert bar.is_playing
    assert len(bar.listener.marks) == count
    bar.show_minibatch(None)
    assert not bar.is_playing
    assert bar.listener.marks[-1] == (frozenset(), frozenset())


def test_a_sample_far_away_is_waited_for(bar):
    model = by_hand()
    bar.show_model(model)
    bar.show_focus(Focus(sample=70))
    bar.show_minibatch(Minibatch(model, model.trace(X), 0))
    bar.toggle.setChecked(True)
    assert said(bar) == ("The numbers of this sample are being computed …", "")
    bar.show_minibatch(Minibatch(model, model.trace(X), 69))
    assert said(bar) == ("What enters: sample 70, with 2 features.", "x = (1, 0.5)")


def test_a_removed_layer_does_not_break_the_place(bar):
    model = opened(bar)
    bar.go_to(10**6)
    smaller = model.with_layers(model.layers[:1])
    bar.show_model(smaller)
    bar.show_minibatch(Minibatch(smaller, smaller.trace(X), 0))
    assert bar.step == Step(Kind.ACTIVATION, 0, 2)
    assert said(bar)[1] == "sigmoid(1.1) = 0.7503"


def test_playing_goes_on_to_the_end_and_stops(bar, qtbot):
    opened(bar, level=Level.LAYER)
    bar.findChild(QComboBox, "playSpeed").setCurrentIndex(4)
    press(bar, qtbot, Qt.Key.Key_Space)
    assert bar.is_playing
    qtbot.waitUntil(lambda: not bar.is_playing)
    assert bar.step == Step(Kind.LAYER, 2)
    press(bar, qtbot, Qt.Key.Key_Space)
    assert bar.step == Step(Kind.INPUT, -1)
    press(bar, qtbot, Qt.Key.Key_Space)
    assert not bar.is_playing


def test_the_timer_rests_while_the_bar_is_not_seen(bar):
    opened(bar)
    bar.play(True)
    bar.hide()
    assert not bar.is_playing
    bar.play(True)
    assert not bar.is_playing


def test_without_numbers_it_says_what_to_do(bar):
    bar.show_model(by_hand())
    bar.toggle.setChecked(True)
    assert said(bar)[0] == "Press Run forward (F5) to step through the forward pass here."
    assert not bar.findChild(QToolButton, "playForward").isEnabled()
    bar.go_to(3)
    assert bar.listener.foci == []
    assert bar.step == Step(Kind.INPUT, -1)
    bar.show_model(Model([], input_dim=2))
    assert said(bar)[0].startswith("Add a Dense block")


def test_buttons_slider_and_level_reach_every_step(bar, qtbot):
    opened(bar)
    qtbot.mouseClick(bar.findChild(QToolButton, "playEnd"), Qt.MouseButton.LeftButton)
    assert bar.step == Step(Kind.ACTIVATION, 2, 1)
    qtbot.mouseClick(bar.findChild(QToolButton, "playBack"), Qt.MouseButton.LeftButton)
    assert bar.step == Step(Kind.BIAS, 2, 1)
    bar.findChild(QComboBox, "playLevel").setCurrentIndex(1)
    assert bar.step == Step(Kind.NEURON, 2, 1)
    bar.findChild(QSlider, "playPlace").setValue(1)
    assert bar.step == Step(Kind.NEURON, 0, 0)
    qtbot.mouseClick(bar.findChild(QToolButton, "playStart"), Qt.MouseButton.LeftButton)
    assert bar.step == Step(Kind.INPUT, -1)


def test_the_slider_reaches_both_ends_of_millions_of_steps(bar):
    model = Model([Dense(1500, input_dim=2), Dense(1000)])
    opened(bar, model)
    slider = bar.findChild(QSlider, "playPlace")
    slider.setValue(slider.maximum())
    assert bar.step == Step(Kind.ACTIVATION, 1, 999)
    bar.go_to(1)
    slider.setValue(0)
    assert bar.step == Step(Kind.INPUT, -1)


@pytest.mark.parametrize("width", [690, 400, 320])
def test_its_height_does_not_follow_the_words(bar, width):
    opened(bar)
    heights = set()
    for index in range(len(bar._steps)):
        bar.go_to(index)
        heights.add(bar.layout().heightForWidth(width))
    assert len(heights) == 1


def test_every_control_is_named(bar):
    opened(bar)
    for kind in (QToolButton, QComboBox, QSlider):
        for control in bar.findChildren(kind):
            assert control.objectName()
            assert control.accessibleName()
            assert control.toolTip()


def test_nothing_is_left_behind(bar):
    model = opened(bar)
    others = [model.with_parameters(0, bias=[0.1, 0.2, k / 100]) for k in range(4)]
    batches = [Minibatch(other, other.trace(X), 0) for other in others]

    def show_all():
        for other, batch in zip(others, batches, strict=True):
            bar.show_model(other)
            bar.show_minibatch(batch)
            bar.go_to(3)
            bar.go_to(7)

    show_all()
    gc.collect()
    before = len(bar.findChildren(QObject))
    for _ in range(125):
        show_all()
    assert len(bar.findChildren(QObject)) == before
