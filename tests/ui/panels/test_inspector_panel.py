"""The inspector: why this number? With the lesson's numbers, read from the panel."""

import csv
import gc
import io
import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLabel, QSlider, QSpinBox, QToolButton, QToolTip

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Initializer, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.inspector_card import Words
from densegui.ui.panels.inspector_editor import NumberEditor
from densegui.ui.panels.inspector_panel import InspectorPanel
from densegui.ui.panels.inspector_plots import Bars, Scores
from densegui.ui.panels.inspector_sheet import BIAS, SUM


def data(x, **more):
    return Dataset("some data", np.array(x, float), Source("typed", {}), **more)


HAND_DATA = data([[1.0, 0.5]])
HAND = (
    Model(
        [Dense(3, input_dim=2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)],
        dtype="float64",
    )
    .with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    .with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    .with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])
)
XOR_DATA = data([[0, 0], [0, 1], [1, 0], [1, 1]])
XOR = (
    Model([Dense(2, input_dim=2, activation="step"), Dense(1, activation="step")])
    .with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    .with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])
)


@pytest.fixture
def panel(qtbot):
    widget = InspectorPanel()
    qtbot.addWidget(widget)
    widget.resize(690, 330)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def show(panel, model, dataset, focus, run=True):
    panel.show_dataset(dataset)
    panel.show_model(model)
    if run:
        panel.show_result(model.run(dataset.x, labels=dataset.labels), True)
        panel.show_minibatch(Minibatch(model, model.trace(dataset.x[:32]), 0))
    panel.show_focus(focus)


def terms(panel):
    return panel._neuron.list.terms


def products(panel):
    shown = terms(panel)
    return [float(shown.explanation.products[k]) for k in shown.order]


def card(panel):
    return [item.text.replace("\u00a0", " ") for item in panel._neuron.card.items if isinstance(item, Words)]


def block_words(panel):
    return [item.text for item in panel._block.items if isinstance(item, Words)]


def item(panel, kind):
    return next(i for i in panel._neuron.card.items if isinstance(i, kind))


def page(panel):
    return panel._pages.currentWidget()


def point(panel, row, column):
    """The middle of a cell of the list."""
    view = panel._neuron.list
    left, wide = getattr(view.columns, column)
    return QPoint(int(left + wide / 2), int(view.sheet.area(row).center().y()))


def click(qtbot, panel, row, column):
    viewport = panel._neuron.list.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=point(panel, row, column))


def double_click(qtbot, panel, row, column):
    viewport = panel._neuron.list.viewport()
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=point(panel, row, column))


def press(qtbot, panel, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(panel._neuron.list, key, modifier)


class Heard(list):
    """What a signal said."""

    def __init__(self, signal):
        super().__init__()
        signal.connect(self._on_said)

    def _on_said(self, *values):
        self.append(values if len(values) > 1 else values[0])


# The lesson's three layers by hand


@pytest.mark.parametrize(
    ("layer", "unit", "z", "a"),
    [
        (1, 0, 0.3, 0.57444252),
        (1, 1, 0.7, 0.66818777),
        (1, 2, 1.1, 0.75026011),
        (2, 0, 0.51615984, 0.62624937),
        (2, 1, 1.21402696, 0.7710107),
        (3, 0, 0.31682708, 0.31682708),
        (3, 1, 0.69627909, 0.69627909),
    ],
)
def test_z_and_a_of_the_network_computed_by_hand(panel, layer, unit, z, a):
    show(panel, HAND, HAND_DATA, Focus(layer, unit))
    numbers = terms(panel).explanation
    assert float(numbers.z) == pytest.approx(z)
    assert float(numbers.a) == pytest.approx(a)
    assert float(numbers.products.sum() + numbers.bias) == pytest.approx(z)


def test_the_formula_has_the_numbers_put_in(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    assert card(panel)[:3] == [
        "z = 0.1·1 + 0.2·0.5 + 0.1 = 0.3",
        "a = sigmoid(0.3) = 0.5744",
        "sigmoid(x) = 1 / (1 + e⁻ˣ)",
    ]


def test_the_parameter_of_an_activation_is_said(panel):
    model = Model([Dense(1, input_dim=1, activation="leaky_relu")], dtype="float64")
    model = model.with_parameters(0, weights=[[1.0]], bias=[0.0])
    show(panel, model, data([[-2.0]]), Focus(1, 0))
    assert card(panel)[:3] == [
        "z = 1·(−2) + 0 = −2",
        "a = leaky_relu(−2) = −0.4",
        "leaky_relu(x) = x if x ≥ 0 else αx, α = 0.2",
    ]


def test_signs_stand_between_the_terms(panel):
    model = Model([Dense(1, input_dim=2)], dtype="float64")
    model = model.with_parameters(0, weights=[[-0.5], [-0.5]], bias=[0.7])
    show(panel, model, data([[1, 0]]), Focus(1, 0))
    assert card(panel)[0] == "z = −0.5·1 − 0.5·0 + 0.7 = 0.2"


def test_a_layer_without_bias_has_no_row_for_it(panel):
    model = Model([Dense(1, input_dim=1, use_bias=False)], dtype="float64")
    show(panel, model.with_parameters(0, weights=[[2.0]]), data([[3.0]]), Focus(1, 0))
    assert card(panel)[0] == "z = 2·3 = 6"
    assert not panel._neuron.list.sheet.has_bias


@pytest.mark.parametrize(
    ("sample", "hidden", "z", "y"),
    [(0, (0.7, -0.2), -0.2, 0), (1, (0.2, 0.3), 0.3, 1), (2, (0.2, 0.3), 0.3, 1), (3, (-0.3, 0.8), -0.2, 0)],
)
def test_the_rows_of_xor(panel, sample, hidden, z, y):
    for unit in (0, 1):
        show(panel, XOR, XOR_DATA, Focus(1, unit, None, sample))
        assert float(terms(panel).explanation.z) == pytest.approx(hidden[unit], rel=1e-5)
        assert float(terms(panel).explanation.a) == (hidden[unit] > 0)
    show(panel, XOR, XOR_DATA, Focus(2, 0, None, sample))
    assert float(terms(panel).explanation.z) == pytest.approx(z, rel=1e-5)
    assert float(terms(panel).explanation.a) == y


# The list of terms


def wide_model(n_in=784, units=3, **more):
    return Model([Dense(units, input_dim=n_in, **more)], dtype="float64")


def wide_data(n_in=784, rows=3):
    return data(np.random.default_rng(2).normal(size=(rows, n_in)))


def test_terms_are_sorted_by_size_or_in_order(panel, qtbot):
    show(panel, wide_model(), wide_data(), Focus(1, 0))
    sizes = np.abs(products(panel))
    assert (np.diff(sizes) <= 0).all()
    qtbot.mouseClick(panel.findChild(QToolButton, "inspectorOrder"), Qt.MouseButton.LeftButton)
    assert terms(panel).order.tolist() == list(range(784))


def test_a_long_formula_says_what_it_leaves_out(panel):
    show(panel, wide_model(), wide_data(), Focus(1, 0))
    rest = np.sort(np.abs(products(panel)))[:-4]
    left_out = sum(p for p in products(panel) if abs(p) in rest)
    assert f"(780 more: {left_out:.4g})".replace("-", "−") in card(panel)[0]


def test_what_the_largest_terms_carry_is_said(panel):
    model = wide_model(5, 1).with_parameters(0, weights=[[8.0], [1.0], [0.5], [0.25], [0.25]], bias=[0.0])
    show(panel, model, data([[1, 1, 1, 1, 1]]), Focus(1, 0))
    assert "The largest of 5 terms carries 80 % of Σ|w·x|." in [t.replace("\u2060", "") for t in card(panel)]


def test_only_rows_in_sight_are_painted(panel):
    show(panel, wide_model(100_000, 1), wide_data(100_000, 1), Focus(1, 0))
    sheet = panel._neuron.list.sheet
    assert len(sheet.in_sight) < 30
    panel._neuron.list.verticalScrollBar().setValue(10**9)
    assert panel._neuron.list.sheet.in_sight[-1] == 99_999
    assert panel.grab().width() == 690


def test_bias_and_sum_stand_under_the_terms(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    sheet = panel._neuron.list.sheet
    assert sheet.area(1).bottom() <= sheet.area(BIAS).top() < sheet.area(SUM).top()
    assert sheet.area(SUM).bottom() <= sheet.height
    assert [sheet.row_at(sheet.area(r).center()) for r in (0, 1, BIAS, SUM)] == [0, 1, BIAS, SUM]


def test_a_bar_is_blue_to_the_right_and_orange_to_the_left_of_one_zero_line(panel):
    model = wide_model(2, 1).with_parameters(0, weights=[[1.0], [-1.0]], bias=[0.0])
    show(panel, model, data([[1, 1]]), Focus(1, 0))
    view = panel._neuron.list
    picture = view.viewport().grab().toImage()
    left, wide = view.columns.bar
    for row, at, color in ((0, 0.75, theme.colors().positive), (1, 0.25, theme.colors().negative)):
        y = int(view.sheet.area(row).center().y())
        assert picture.pixelColor(int(left + at * wide), y).name() == color.lower()
        assert picture.pixelColor(int(left + (1 - at) * wide), y).name() == theme.colors().panel.lower()


def test_names_are_those_of_features_and_neurons(panel):
    named = data([[1.0, 0.5]], feature_names=("length", "width"))
    show(panel, HAND, named, Focus(1, 0))
    assert list(terms(panel).names) == ["length", "width"]
    panel.show_focus(Focus(2, 0))
    assert list(terms(panel).names) == ["neuron 0", "neuron 1", "neuron 2"]
    assert terms(panel).source_title == "dense_1"


def test_the_last_layer_has_the_names_of_the_classes(panel):
    named = data([[1.0, 0.5]], labels=np.array([0]), class_names=("cat", "dog"))
    show(panel, HAND, named, Focus(3, 1))
    assert panel._bar.title == "dense_3 · neuron 1 (dog)"


def test_every_digit_on_hover(panel):
    model = Model([Dense(1, input_dim=1)]).with_parameters(0, weights=[[0.1]], bias=[0.2])
    show(panel, model, data([[1.0]]), Focus(1, 0))
    text = panel._neuron.list.row_text(0)
    assert "w = 0.1\n" in text  # float32, but not 0.10000000149011612
    assert panel._neuron.list.row_text(BIAS).startswith("b = 0.2\n")
    assert panel._neuron.list.row_text(SUM) == "z = 0.3"


def test_every_digit_of_the_card_on_hover(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    tips = [panel._neuron.card.tip_at(area.center().y()) for area in panel._neuron.card._areas]
    trace = HAND.trace(HAND_DATA.x).layers[0]
    assert tips[0] == f"z = {float(trace.z[0, 0])!r}"
    assert tips[1] == f"a = {float(trace.a[0, 0])!r}"


def test_nan_stands_out_at_the_top(panel):
    model = wide_model(3, 1).with_parameters(0, weights=[[1.0], [1.0], [1.0]], bias=[0.0])
    show(panel, model, data([[5, math.nan, 1]]), Focus(1, 0))
    assert terms(panel).order[0] == 1
    assert math.isnan(products(panel)[0])
    assert card(panel)[0].endswith("= NaN")
    assert panel.grab().width() == 690


# Going on from there


def test_a_click_on_a_term_goes_back_one_layer(panel, qtbot):
    heard = Heard(panel.focus_requested)
    show(panel, HAND, HAND_DATA, Focus(2, 0, None, 0))
    row = terms(panel).order.tolist().index(1)
    click(qtbot, panel, row, "name")
    assert heard == [Focus(1, 1, None, 0)]


def test_a_click_on_a_term_of_the_first_layer_goes_to_the_input(panel, qtbot):
    heard = Heard(panel.focus_requested)
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    click(qtbot, panel, 0, "product")
    assert heard == [Focus(INPUT, int(terms(panel).order[0]))]


def test_the_keyboard_walks_along_terms_and_goes_back_a_layer(panel, qtbot):
    heard = Heard(panel.focus_requested)
    show(panel, HAND, HAND_DATA, Focus(2, 1, None, 0))
    order = terms(panel).order.tolist()
    press(qtbot, panel, Qt.Key.Key_Down)
    assert heard.pop() == Focus(2, 1, order[0], 0)
    panel.show_focus(Focus(2, 1, order[0], 0))
    press(qtbot, panel, Qt.Key.Key_Down)
    assert heard.pop() == Focus(2, 1, order[1], 0)
    press(qtbot, panel, Qt.Key.Key_End)
    assert heard.pop() == Focus(2, 1, order[2], 0)
    press(qtbot, panel, Qt.Key.Key_Return)
    assert heard.pop() == Focus(1, order[0], None, 0)


def test_back_returns_to_the_neuron_before(panel, qtbot):
    heard = Heard(panel.focus_requested)
    back = panel.findChild(QToolButton, "inspectorBack")
    show(panel, HAND, HAND_DATA, Focus(3, 1, None, 0))
    assert not back.isEnabled()
    panel.show_focus(Focus(2, 0, None, 0))
    panel.show_focus(Focus(INPUT, 1, None, 0))
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert heard == [Focus(2, 0, None, 0)]
    panel.show_focus(heard[-1])
    press(qtbot, panel, Qt.Key.Key_Backspace)
    assert heard[-1] == Focus(3, 1, None, 0)
    panel.show_focus(heard[-1])
    assert not back.isEnabled()


def test_where_it_is_narrow_the_name_takes_the_place_of_a_way_back_that_is_not_there(panel):
    back = panel.findChild(QToolButton, "inspectorBack")
    show(panel, HAND, HAND_DATA, Focus(3, 1, None, 0))
    panel.resize(240, 290)
    QApplication.processEvents()
    assert not back.isVisible()
    panel.show_focus(Focus(2, 0, None, 0))
    assert back.isVisible()


def test_samples_are_chosen_by_number_and_by_arrow_keys(panel, qtbot):
    heard = Heard(panel.focus_requested)
    show(panel, XOR, XOR_DATA, Focus(2, 0, None, 1))
    box = panel.findChild(QSpinBox, "inspectorSample")
    assert (box.value(), box.maximum()) == (1, 3)
    box.setValue(3)
    assert heard == [Focus(2, 0, None, 3)]
    panel.show_focus(heard[-1])
    press(qtbot, panel, Qt.Key.Key_Left)
    assert heard[-1] == Focus(2, 0, None, 2)


def test_without_a_sample_the_first_of_the_minibatch_is_shown_and_named(panel):
    show(panel, XOR, XOR_DATA, Focus(2, 0))
    assert panel.findChild(QSpinBox, "inspectorSample").text() == "e.g. sample 0"
    assert float(terms(panel).explanation.z) == pytest.approx(-0.2, rel=1e-5)


def test_a_later_minibatch_knows_its_rows(panel):
    rows = data(np.arange(64.0).reshape(64, 1))
    model = wide_model(1, 1).with_parameters(0, weights=[[1.0]], bias=[0.0])
    show(panel, model, rows, Focus(1, 0, None, 40))
    assert terms(panel) is None or terms(panel).faded
    panel.show_minibatch(Minibatch(model, model.trace(rows.x[32:64]), 32))
    assert float(terms(panel).explanation.z) == 40


def test_an_edge_lets_its_term_stand_out_in_sight(panel):
    show(panel, wide_model(), wide_data(), Focus(1, 0, 500))
    assert terms(panel).source == 500
    row = terms(panel).position_of(500)
    assert panel._neuron.list.accessibleDescription() == panel._neuron.list.row_text(row)
    sheet = panel._neuron.list.sheet
    assert sheet.line <= sheet.area(row).top()
    assert sheet.area(row).bottom() <= sheet.foot + 1


def test_the_list_of_another_neuron_begins_at_its_top_or_shows_its_edge(panel):
    show(panel, wide_model(), wide_data(), Focus(1, 0))
    view = panel._neuron.list
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    panel.show_focus(Focus(1, 0, None, 1))  # the same neuron stays where it is
    assert bar.value() == bar.maximum()
    panel.show_focus(Focus(1, 1, None, 1))
    assert bar.value() == 0
    last = int(terms(panel).order[-1])
    panel.show_focus(Focus(1, 2, last, 1))
    area, sheet = view.sheet.area(terms(panel).position_of(last)), view.sheet
    assert sheet.line <= area.top()
    assert area.bottom() <= sheet.foot + 1


# Editing


def test_a_double_click_on_a_weight_changes_it(panel, qtbot):
    parameters, focus = Heard(panel.parameters_requested), Heard(panel.focus_requested)
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    row = terms(panel).order.tolist().index(1)
    click(qtbot, panel, row, "weight")
    assert focus == [Focus(1, 0, 1)]  # it stays with this neuron
    double_click(qtbot, panel, row, "weight")
    editor = panel.findChild(NumberEditor)
    assert editor.isVisible()
    assert editor.text() == "0.2"
    qtbot.keyClicks(editor, "-7,5")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert len(parameters) == 1
    layer_id, weights, bias = parameters.pop()
    assert (layer_id, bias) == (1, None)
    np.testing.assert_array_equal(weights, [[0.1, 0.3, 0.5], [-7.5, 0.4, 0.6]])
    np.testing.assert_array_equal(HAND.parameters[0].weights, [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    assert not editor.isVisible()


def test_keys_change_weight_and_bias(panel, qtbot):
    heard = Heard(panel.parameters_requested)
    show(panel, HAND, HAND_DATA, Focus(2, 1, 2))
    editor = panel.findChild(NumberEditor)
    press(qtbot, panel, Qt.Key.Key_B)
    qtbot.keyClicks(editor, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    layer_id, weights, bias = heard.pop()
    assert (layer_id, weights) == (2, None)
    np.testing.assert_array_equal(bias, [0.1, 9.0])
    press(qtbot, panel, Qt.Key.Key_F2)
    assert editor.text() == "0.6"


@pytest.mark.parametrize(
    ("key", "modifier", "taken"),
    [
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier, True),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, False),
    ],
)
def test_its_keys_come_before_the_shortcuts_of_the_window(panel, key, modifier, taken):
    show(panel, HAND, HAND_DATA, Focus(1, 0, 0))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    event.ignore()
    QApplication.sendEvent(panel._neuron.list, event)
    assert event.isAccepted() == taken


@pytest.mark.parametrize("typed", ["abc", "nan", "", "1e39"])
def test_what_is_no_number_changes_nothing(panel, qtbot, typed):
    heard = Heard(panel.parameters_requested)
    show(panel, HAND.with_dtype("float32"), HAND_DATA, Focus(1, 0, 0))
    press(qtbot, panel, Qt.Key.Key_F2)
    editor = panel.findChild(NumberEditor)
    editor.setText(typed)
    QToolTip.hideText()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert heard == []
    assert editor.isVisible()
    assert QToolTip.text() == "This is no number that float32 can hold: type one such as 0.25"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_esc_leaves_a_number_as_it_was(panel, qtbot):
    heard = Heard(panel.parameters_requested)
    show(panel, HAND, HAND_DATA, Focus(1, 0, 0))
    press(qtbot, panel, Qt.Key.Key_F2)
    editor = panel.findChild(NumberEditor)
    qtbot.keyClicks(editor, "5")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert heard == []
    assert not editor.isVisible()


def test_a_number_being_typed_is_dropped_with_its_neuron_and_kept_with_its_model(panel, qtbot):
    heard = Heard(panel.parameters_requested)
    show(panel, HAND, HAND_DATA, Focus(1, 0, 0))
    editor = panel.findChild(NumberEditor)
    press(qtbot, panel, Qt.Key.Key_F2)
    qtbot.keyClicks(editor, "5")
    panel.show_minibatch(Minibatch(HAND, HAND.trace(HAND_DATA.x), 0))
    assert editor.isVisible()
    assert editor.text() == "5"
    panel.show_focus(Focus(2, 0, 0))
    assert not editor.isVisible()
    assert heard == []


def test_leaving_the_field_takes_the_number(panel, qtbot):
    heard = Heard(panel.parameters_requested)
    show(panel, HAND, HAND_DATA, Focus(1, 0, 0))
    press(qtbot, panel, Qt.Key.Key_B)
    editor = panel.findChild(NumberEditor)
    qtbot.keyClicks(editor, "5")
    editor.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert len(heard) == 1
    assert heard[0][2][0] == 5


# Beside the terms


def test_softmax_shows_scores_and_probabilities_of_the_row(panel):
    model = wide_model(1, 3, activation="softmax").with_parameters(
        0, weights=[[0.3, 2.9, 4.0]], bias=[0, 0, 0]
    )
    show(panel, model, data([[1.0]]), Focus(1, 1))
    shown = item(panel, Scores)
    np.testing.assert_allclose(shown.outputs, [0.01821127, 0.24519181, 0.73659691], rtol=1e-6)
    np.testing.assert_allclose(shown.scores, [0.3, 2.9, 4.0])
    assert shown.chosen == 1
    formula = card(panel)[1]
    assert formula.startswith("a = e^(2.9 − 4) / (e^(0.3 − 4) + e^(2.9 − 4) + e^(4 − 4)) = 0.3329 / 1.358")
    assert formula.endswith("= 0.2452")


def test_wide_softmax_shows_the_strongest_and_the_chosen(panel):
    show(panel, wide_model(4, 1000, activation="softmax"), wide_data(4), Focus(1, 7))
    shown = item(panel, Scores)
    assert len(shown.names) <= 24
    assert shown.names[shown.chosen] == "7"
    outputs = terms(panel).explanation.outputs
    assert outputs.max() in shown.outputs


def test_a_neuron_of_the_input_is_data(panel):
    rows = np.array([[1.0, 10.0], [3.0, 10.0]])
    model = wide_model(2, 1)
    show(panel, model, data(rows, feature_names=("length", "width")), Focus(INPUT, 0, None, 1))
    assert panel._bar.title == "input · length"
    assert card(panel)[0] == "length = 3"
    assert not panel._neuron.list.isVisible()


# What is not of now


def test_numbers_of_an_older_model_are_out_of_date_until_the_new_ones_come(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    changed = HAND.with_parameters(0, bias=[1.1, 0.2, 0.3])
    panel.show_model(changed)
    panel.show_result(HAND.run(HAND_DATA.x), False)
    assert terms(panel).faded
    assert panel._bar.title == "dense_1 · neuron 0 · out of date"
    assert card(panel)[-1] == "Out of date: press Run forward (F5)"
    panel._neuron.list.edit(BIAS)
    assert not panel.findChild(NumberEditor).isVisible()
    panel.show_minibatch(Minibatch(changed, changed.trace(HAND_DATA.x), 0))
    assert not terms(panel).faded
    assert float(terms(panel).explanation.z) == pytest.approx(1.3)
    assert panel._bar.title == "dense_1 · neuron 0"


def test_other_data_leave_no_old_numbers(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    panel.show_minibatch(None)
    panel.show_dataset(data([[7.0, 7.0]]))
    assert not panel._neuron.list.isVisible()
    assert card(panel) == [
        "Press Run forward (F5), or choose a sample, to see why this neuron has its value."
    ]


def test_before_anything_is_chosen_it_says_what_to_do(panel):
    label = panel.findChild(QLabel, "inspectorEmpty")
    assert page(panel) is label
    assert label.text() == "Click a neuron in the graph, a brick, or a cell in the matrices."
    assert panel.text() == ""
    assert list(panel.numbers()) == [("parameter", "from", "to", "count")]


@pytest.mark.parametrize("focus", [Focus(99, 0), Focus(1, 99), Focus(99), Focus(INPUT, 99)])
def test_what_does_not_exist_is_not_explained(panel, focus):
    show(panel, HAND, HAND_DATA, focus)
    assert page(panel) is panel.findChild(QLabel, "inspectorEmpty")


def test_a_layer_that_goes_takes_its_page_along(panel):
    show(panel, HAND, HAND_DATA, Focus(3, 0))
    panel.show_model(HAND.with_layers(HAND.layers[:2]))
    assert page(panel) is panel.findChild(QLabel, "inspectorEmpty")


def test_out_of_sight_it_waits_until_it_is_seen(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    panel.hide()
    panel.show_focus(Focus(1, 2))
    assert terms(panel).explanation.unit == 0
    panel.show()
    assert terms(panel).explanation.unit == 2


# A block


def test_a_block_says_its_arguments_shapes_and_parameters(panel):
    model = Model([Dense(8, input_dim=4, init="uniform", activation="relu")])
    assert model.parameters[0].weights.shape == (4, 8)
    show(panel, model, data(np.zeros((1, 4))), Focus(1))
    said = block_words(panel)
    assert said[:3] == [
        "Dense(8, input_dim=4, init='uniform', activation='relu')",
        "x (N, 4) · W (4, 8) · b (8,) · z (N, 8) · a (N, 8)",
        "Parameters: 4·8 + 8 = 40",
    ]
    assert said[3:6] == [
        "Weights: uniform(minval −0.05, maxval 0.05), U(min, max)",
        "Drawn from seed 0",
        "Activation: relu(x) = max(0, x)",
    ]
    std = model.parameters[0].weights.std()
    assert f"uniform(minval −0.05, maxval 0.05) promises std 0.02887; these weights: {std:.4g}" in said
    assert "b: all 8 values are 0" in said


def test_shapes_follow_samples_in_columns(panel):
    turned = data(np.zeros((5, 16)).T).transposed()
    assert turned.samples_in_columns
    show(panel, Model([Dense(4, input_dim=16)]), turned, Focus(1), run=False)
    assert block_words(panel)[1] == "x (16, N) · W (16, 4) · b (4, 1) · z (4, N) · a (4, N)"


def test_a_block_without_bias(panel):
    show(panel, wide_model(4, 8, use_bias=False), wide_data(4), Focus(1))
    assert "Parameters: 4·8 = 32" in block_words(panel)
    assert not any(text.startswith("b:") for text in block_words(panel))


def test_weights_that_are_not_drawn_are_not_drawn_for_the_panel(panel):
    model = Model([Dense(8, input_dim=4)])
    panel.show_model(model)
    panel.show_focus(Focus(1))
    assert not model.is_drawn(0)
    assert block_words(panel)[-1] == "Press Run forward (F5) to draw the weights and see how they are spread."
    assert model.parameters[0].weights.shape == (4, 8)
    panel.show_model(model)
    assert any(isinstance(i, Bars) for i in panel._block.items)


def test_given_weights_are_called_so_and_their_scale_is_locked(panel):
    model = Model([Dense(2, input_dim=1, init="normal")], dtype="float64")
    show(panel, model.with_parameters(0, weights=[[1.0, 3.0]]), data([[1.0]]), Focus(1))
    said = block_words(panel)
    assert "Given (edited, imported or frozen): seed and init do not change them" in said
    assert "normal(mean 0, stddev 0.05) would draw with std 0.05; these given weights: 1" in said
    assert not panel.findChild(QSlider, "inspectorScaleSlider").isEnabled()


def test_dragging_the_scale_changes_the_init_again_and_again(panel):
    heard = Heard(panel.change_requested)
    model = Model([Dense(2, input_dim=1, init="normal")])
    show(panel, model, data([[1.0]]), Focus(1))
    slider = panel.findChild(QSlider, "inspectorScaleSlider")
    for place in (150, 151):
        slider.setValue(place)
    assert [(layer_id, field) for layer_id, field, _ in heard] == [(1, "init")] * 2
    assert [init for *_, init in heard] == [Initializer("normal", stddev=s) for s in (1.0, 1.05)]
    assert panel.findChild(QDoubleSpinBox, "inspectorScaleNumber").value() == 1.05


def test_a_typed_scale_may_be_any_number(panel):
    heard = Heard(panel.change_requested)
    show(panel, Model([Dense(2, input_dim=1, init="uniform")]), data([[1.0]]), Focus(1))
    panel.findChild(QDoubleSpinBox, "inspectorScaleNumber").setValue(25.5)
    assert heard == [(1, "init", Initializer("uniform", minval=-25.5, maxval=25.5))]


def test_a_scale_that_comes_from_elsewhere_is_shown_and_not_told(panel):
    heard = Heard(panel.change_requested)
    show(panel, Model([Dense(2, input_dim=1, init="normal")]), data([[1.0]]), Focus(1))
    init = Initializer("normal", stddev=0.123456)
    panel.show_model(Model([Dense(2, input_dim=1, init=init)]))
    assert panel.findChild(QDoubleSpinBox, "inspectorScaleNumber").value() == 0.123456
    assert heard == []


def test_a_variance_cannot_be_scaled_to_nothing(panel):
    heard = Heard(panel.change_requested)
    show(panel, Model([Dense(2, input_dim=1, init="variance_scaling")]), data([[1.0]]), Focus(1))
    panel.findChild(QDoubleSpinBox, "inspectorScaleNumber").setValue(0.0)
    assert dict(heard[0][2].parameters)["scale"] == 1e-6


def test_an_init_without_a_scale_has_no_slider(panel):
    show(panel, Model([Dense(2, input_dim=1)]), data([[1.0]]), Focus(1))
    assert not panel.findChild(QSlider, "inspectorScaleSlider").isVisible()


def test_the_input_as_a_whole_says_its_size(panel):
    show(panel, HAND, HAND_DATA, Focus(INPUT))
    assert card(panel) == ["2 features: x has shape (N, 2). Click one of them to see its value."]


# Text, numbers, picture


def test_copied_text_has_every_digit(panel, qtbot):
    show(panel, HAND, HAND_DATA, Focus(2, 0))
    qtbot.mouseClick(panel.findChild(QToolButton, "inspectorCopy"), Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "dense_2 · neuron 0, sample 0"
    trace = HAND.trace(HAND_DATA.x)
    cells = [line.split() for line in lines]
    first = next(c for c in cells if c[:2] == ["neuron", "0"])
    assert [float(v) for v in first[2:]] == [
        float(trace.layers[0].a[0, 0]),
        0.1,
        float(trace.layers[0].a[0, 0] * 0.1),
    ]
    assert f"z = Σ w·x + b = {float(trace.layers[1].z[0, 0])!r}" in lines
    assert f"a = sigmoid(z) = {float(trace.layers[1].a[0, 0])!r}" in lines


def test_ctrl_c_copies_the_page(panel, qtbot):
    show(panel, HAND, HAND_DATA, Focus(1, 1))
    QGuiApplication.clipboard().setText("before")
    press(qtbot, panel, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == panel.text()
    assert "dense_1 · neuron 1" in panel.text()


def test_a_block_is_copied_as_text(panel):
    show(panel, HAND, HAND_DATA, Focus(1))
    text = panel.text()
    assert text.startswith("dense_1\nDense(3, input_dim=2,")
    assert "b, 3 values: mean 0.2" in text


def test_numbers_for_a_table_are_full_and_in_the_shown_order(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 2))
    out = io.StringIO()
    csv.writer(out).writerows(panel.numbers())
    rows = list(csv.reader(io.StringIO(out.getvalue())))
    assert rows[0] == ["input", "x", "w", "w*x"]
    assert rows[1][:1] + [float(v) for v in rows[1][1:]] == ["x[0]", 1.0, 0.5, 0.5]
    assert [row[0] for row in rows[3:]] == ["b", "z", "a"]
    assert float(rows[-1][3]) == pytest.approx(0.75026011)


def test_numbers_of_a_block_are_its_histograms(panel):
    show(panel, HAND, HAND_DATA, Focus(1))
    rows = list(panel.numbers())
    assert sum(row[3] for row in rows if row[0] == "W") == 6
    assert sum(row[3] for row in rows if row[0] == "b") == 3


def test_the_picture_can_be_painted_anywhere(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    picture = panel.picture()
    image = QImage(picture.size() * 2, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    with QPainter(image) as painter:
        picture.render(painter, QPoint())
    bar = theme.colors().positive.lower()
    found = {image.pixelColor(x, 80).name() for x in range(0, image.width(), 2)}
    assert bar in found


# As a widget


@pytest.mark.parametrize(("width", "height"), [(690, 330), (450, 290), (320, 220), (240, 290)])
@pytest.mark.parametrize("focus", [Focus(1, 0), Focus(1), Focus(INPUT, 0), Focus()])
def test_nothing_overlaps_at_any_size(panel, width, height, focus):
    show(panel, HAND, HAND_DATA, focus)
    panel.resize(width, height)
    QApplication.processEvents()
    bar, content = panel._bar.geometry(), panel.picture().geometry()
    assert not panel._bar.isVisible() or bar.bottom() < content.top()
    assert panel.rect().contains(content)
    shown = [w for w in (panel._neuron.list, panel._neuron.card) if w.isVisible()]
    assert len(shown) < 2 or not shown[0].geometry().intersects(shown[1].geometry())
    columns = panel._neuron.list.columns
    if columns is not None:
        spans = [columns.name, columns.x, columns.weight, columns.product, columns.bar]
        ends = [left + wide for left, wide in spans]
        assert all(end <= left + 1e-9 for end, (left, _) in zip(ends, spans[1:], strict=False))


def test_a_thousand_numbers_make_no_new_objects(panel):
    models = [HAND.with_parameters(0, bias=[0.1 * k, 0.2, 0.3]) for k in range(10)]
    batches = [Minibatch(m, m.trace(HAND_DATA.x), 0) for m in models]
    results = [m.run(HAND_DATA.x) for m in models]

    def turn(k):
        panel.show_model(models[k % 10])
        panel.show_result(results[k % 10], True)
        panel.show_minibatch(batches[k % 10])
        panel.show_focus((Focus(1, 0), Focus(2, 1, 0), Focus(1), Focus(INPUT, 1), Focus())[k % 5])

    def count():
        gc.collect()
        return len(panel.findChildren(QObject)), len(QApplication.allWidgets())

    for k in range(20):
        turn(k)
    before = count()
    for k in range(1000):
        turn(k)
    assert count() == before


def test_it_follows_light_and_dark(panel, qapp):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    theme.apply(qapp, True)
    try:
        assert panel.grab().toImage().pixelColor(3, 200).name() == theme.DARK.panel.lower()
    finally:
        theme.apply(qapp, False)


def test_rows_grow_with_the_font(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    before = panel._neuron.list.sheet.line
    font = panel.font()
    font.setPointSizeF(2 * font.pointSizeF())
    panel.setFont(font)
    QApplication.processEvents()
    sheet = panel._neuron.list.sheet
    assert sheet.line > 1.5 * before
    assert sheet.area(SUM).bottom() <= sheet.height


def test_it_is_said_in_words_for_those_who_hear_the_screen(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    assert panel.accessibleName() == "Inspector"
    said = panel.accessibleDescription().replace("\u00a0", " ")
    assert said.startswith("dense_1 · neuron 0. z = 0.1·1 + 0.2·0.5 + 0.1 = 0.3")
    for name in ("inspectorBack", "inspectorOrder", "inspectorCopy", "inspectorSample", "inspectorTerms"):
        control = panel.findChild(QObject, name)
        assert control.accessibleName()
        assert control.toolTip() or control.statusTip()


def test_another_language_is_taken_up(panel):
    show(panel, HAND, HAND_DATA, Focus(1, 0))
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert card(panel)[0] == "z = 0.1·1 + 0.2·0.5 + 0.1 = 0.3"


def test_the_list_scrolls_its_rows_under_the_head(panel):
    show(panel, wide_model(), wide_data(), Focus(1, 0))
    view = panel._neuron.list
    view.verticalScrollBar().setValue(int(10 * view.sheet.line))
    assert view.sheet.row_at(QPointF(20, view.sheet.line + 2)) == 10
    assert view.sheet.row_at(QPointF(20, 2)) == -3
