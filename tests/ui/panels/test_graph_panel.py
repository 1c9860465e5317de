"""The neuron graph as a person meets it: what is painted, pointed at, clicked and typed."""

import gc
import re
import weakref

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QToolTip,
    QWidget,
)

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels import graph_frames, graph_panel
from densegui.ui.panels.graph_heat import heat_rect
from densegui.ui.panels.graph_layout import Neuron
from densegui.ui.panels.graph_options import Options
from densegui.ui.panels.graph_panel import GraphPanel

X = np.array([[1.0, 0.5]])
A1 = (0.57444252, 0.66818777, 0.75026011)


def hand_made():
    """FACTS §4: two inputs, then 3, 2 and 2 neurons with weights set by hand."""
    model = Model(
        [Dense(3, input_dim=2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)],
        dtype="float64",
    )
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    model = model.with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    return model.with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])


def data(x, **names):
    return Dataset("rows", np.asarray(x, float), Source("normal", {}), **names)


class Eager(GraphPanel):
    """Shows what comes at once, not with the next turn of the event loop."""

    def _refresh(self):
        super()._refresh()
        self._on_outdated()


@pytest.fixture
def panel(qtbot):
    theme.apply(QApplication.instance(), dark=False)
    widget = Eager()
    widget.focus_requested.connect(widget.show_focus)
    qtbot.addWidget(widget)
    widget.resize(620, 330)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def hand(panel):
    model = hand_made()
    panel.show_model(model)
    panel.show_dataset(data(X))
    panel.show_result(model.run(X), True)
    return panel


def spot(panel, neuron):
    """Where a neuron is painted, in the canvas."""
    view, layout = panel._item._view, panel._picture.layout
    x, y = view.point(neuron.column, float(layout.columns[neuron.column].v[neuron.row]))
    return QPoint(round(x), round(y))


def between(panel, one, two, share=0.5):
    a, b = spot(panel, one), spot(panel, two)
    return QPoint(round(a.x() + (b.x() - a.x()) * share), round(a.y() + (b.y() - a.y()) * share))


def pixel(panel, place):
    return panel._view.grab().toImage().pixelColor(place)


def rgb(color):
    return np.array([color.red(), color.green(), color.blue()], float)


def words(panel):
    """Every text that is painted."""
    buffer = QBuffer(store := QByteArray())
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    with QPainter(generator) as painter:
        panel._item.paint(painter, None)
    svg = bytes(store).decode()
    return [text.strip() for text in re.findall(r"<text[^>]*>([^<]*)", svg)]


def move(qtbot, panel, place):
    qtbot.mouseMove(panel._view.viewport(), place + QPoint(1, 1))
    qtbot.mouseMove(panel._view.viewport(), place)


def click(qtbot, panel, place):
    qtbot.mouseClick(panel._view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def press(qtbot, panel, *keys):
    for key in keys:
        qtbot.keyClick(panel._view, key)


def test_every_neuron_has_its_number_and_every_layer_its_scale(hand):
    texts = words(hand)
    for value in A1:  # three neurons stand too close for numbers beneath them
        assert f"{value:.4g}" in texts
    # The largest of x, the bound of sigmoid, the largest output; the largest weights .6, .6 and .4.
    y = hand._shown.result.outputs[0]
    assert [text for text in texts if text in {"1", "0.6", "0.4"}].count("0.6") == 2
    assert texts.count(f"{y.max():.4g}") == 2
    legend = hand.findChild(QWidget, "graphLegend")
    assert "full at ●" in legend.accessibleDescription()
    assert "widest at ▬" in legend.accessibleDescription()
    hand.resize(300, 200)
    QApplication.processEvents()
    assert "▬" not in legend.accessibleDescription()
    assert "0.6" not in words(hand)


def test_a_layer_of_zeros_has_no_scale_of_its_values(panel):
    model = Model([Dense(1, input_dim=1), Dense(1)]).with_parameters(0, weights=[[-2.0]])
    panel.show_model(model.with_layers(model.layers[:1]))
    panel.show_dataset(data([[0.0]]))
    panel.show_result(panel._shown.model.run([[0.0]]), True)
    assert words(panel)[-1] == "2"


def test_a_heat_map_has_the_largest_weight_of_all_for_its_scale(panel):
    weights = np.linspace(-0.125, 0.0625, 128 * 100).reshape(128, 100)
    panel.show_model(Model([Dense(100, input_dim=128)]).with_parameters(0, weights=weights))
    assert "0.125" in words(panel)


def test_the_controls_say_of_how_many_samples(panel):
    mean, row = panel.findChild(QRadioButton, "graphMean"), panel.findChild(QSpinBox, "graphRow")
    panel.resize(690, 330)
    panel.show_model(hand_made())
    assert mean.text() == "mean"
    panel.show_dataset(data(np.zeros((1500, 2))))
    assert mean.text() == "mean of 1,500 samples"
    panel.show_focus(Focus(sample=7))
    assert row.text() == "7 of 1,500"
    panel.resize(450, 290)
    assert (mean.text(), row.text()) == ("mean", "7"), "one line of controls"


def test_a_learner_reads_the_hand_computed_outputs(hand):
    texts = words(hand)
    for text in ("x[0] =", "1", "0.5", "0.5744", "0.6682", "0.7503", "0.6262", "0.771", "0.3168", "0.6963"):
        assert text in texts
    for header in ("Input", "dense_1", "dense_2", "dense_3", "sigmoid · 3", "sigmoid · 2", "linear · 2"):
        assert header in texts


def test_the_fill_of_a_neuron_is_its_value(hand):
    panel_color, blue = rgb(QColor(theme.LIGHT.panel)), rgb(QColor(theme.LIGHT.positive))
    for row, value in enumerate(A1):
        share = 0.06 + 0.94 * value
        painted = rgb(pixel(hand, spot(hand, Neuron(1, row))))
        assert painted == pytest.approx(panel_color + (blue - panel_color) * share, abs=1.5)


def test_the_hue_of_an_edge_is_the_sign_of_its_weight(panel):
    model = Model([Dense(3, input_dim=1)]).with_parameters(0, weights=[[2.0, 0.0, -2.0]])
    panel.show_model(model)
    seen = [rgb(pixel(panel, between(panel, Neuron(0, 0), Neuron(1, row)))) for row in range(3)]
    assert seen[0][2] - seen[0][0] > 80
    assert seen[2][0] - seen[2][2] > 80
    assert np.ptp(seen[1]) < 20


def test_the_ring_of_a_neuron_is_its_bias(panel):
    model = Model([Dense(3, input_dim=1)]).with_parameters(0, weights=[[0, 0, 0]], bias=[1.0, 0.0, -1.0])
    panel.show_model(model)
    reach = QPoint(0, 14)
    rings = [rgb(pixel(panel, spot(panel, Neuron(1, row)) + reach)) for row in range(3)]
    assert rings[0][2] - rings[0][0] > 80
    assert rings[2][0] - rings[2][2] > 80
    assert np.ptp(rings[1]) < 40


def test_hovering_tells_the_numbers_in_full(hand, qtbot):
    trace = hand_made().trace(X)
    move(qtbot, hand, spot(hand, Neuron(1, 2)))
    a, z = float(trace.layers[0].a[0, 2]), float(trace.layers[0].z[0, 2])
    assert QToolTip.text() == f"dense_1 neuron 2\nmean (N = 1)\na = {a!r}\nz = {z!r}\nb = 0.3"
    move(qtbot, hand, between(hand, Neuron(1, 2), Neuron(2, 1)))
    flow = 0.6 * a
    assert QToolTip.text() == (f"dense_1 neuron 2 → dense_2 neuron 1: w = 0.6\nw·x = 0.6 · 0.7503 = {flow!r}")
    move(qtbot, hand, spot(hand, Neuron(0, 1)))
    assert QToolTip.text() == "x[1]\nmean (N = 1)\nx = 0.5"


def test_float32_weights_are_told_in_their_own_digits(panel, qtbot):
    panel.show_model(Model([Dense(1, input_dim=1)]).with_parameters(0, weights=[[0.1]]))
    move(qtbot, panel, between(panel, Neuron(0, 0), Neuron(1, 0)))
    assert QToolTip.text() == "x[0] → dense_1 neuron 0: w = 0.1"


def test_a_click_makes_the_edges_of_a_neuron_stand_out_and_the_others_fade(hand, qtbot):
    other = between(hand, Neuron(0, 1), Neuron(1, 0), 0.6)
    own = between(hand, Neuron(0, 1), Neuron(1, 2), 0.5)
    before_other, before_own = rgb(pixel(hand, other)), rgb(pixel(hand, own))
    click(qtbot, hand, spot(hand, Neuron(1, 2)))
    assert rgb(pixel(hand, own)) == pytest.approx(before_own, abs=1)
    assert rgb(pixel(hand, other)).sum() > before_other.sum()
    assert "0.5" in words(hand)
    said = hand.findChild(QLabel, "graphStatus").text().replace("\xa0", " ")
    assert said.startswith("dense_1 neuron 2 · mean (N = 1) · a = 0.75026")
    assert said == hand._view.accessibleDescription()
    click(qtbot, hand, QPoint(300, 236))
    assert hand._item.selected is None
    assert rgb(pixel(hand, other)) == pytest.approx(before_other, abs=1)


def test_a_click_on_a_header_selects_its_layer(hand, qtbot):
    hand.show_focus(Focus(INPUT, 1, sample=0))
    layer = hand_made().layers[1]
    with qtbot.waitSignal(hand.focus_requested) as caught:
        click(qtbot, hand, QPoint(spot(hand, Neuron(2, 0)).x(), 12))
    assert caught.args == [Focus(layer.id, sample=0)]
    with qtbot.waitSignal(hand.focus_requested) as caught:
        click(qtbot, hand, QPoint(spot(hand, Neuron(0, 0)).x(), 12))
    assert caught.args == [Focus(INPUT, sample=0)]


def test_the_column_of_the_selected_layer_is_highlighted(hand):
    place = spot(hand, Neuron(2, 0)) + QPoint(0, -24)
    plain = pixel(hand, place)
    hand.show_focus(Focus(hand_made().layers[1].id))
    assert pixel(hand, place) != plain
    hand.show_focus(Focus(12345))
    assert pixel(hand, place) == plain


def test_the_keyboard_walks_selects_zooms_and_fits(hand, qtbot):
    hand._view.setFocus()
    press(qtbot, hand, Qt.Key.Key_Right)
    assert hand._shown.focus == Focus(INPUT, 0)
    press(qtbot, hand, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert hand._shown.focus == Focus(hand_made().layers[0].id, 2)
    press(qtbot, hand, Qt.Key.Key_Right)
    assert hand._shown.focus == Focus(hand_made().layers[1].id, 1)
    press(qtbot, hand, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Escape)
    assert hand._shown.focus == Focus(hand_made().layers[0].id)
    assert hand._view.accessibleDescription().startswith("Neurons: all 9.")
    fitted = spot(hand, Neuron(3, 1))
    press(qtbot, hand, Qt.Key.Key_Plus)
    assert spot(hand, Neuron(3, 1)) != fitted
    press(qtbot, hand, Qt.Key.Key_F)
    assert spot(hand, Neuron(3, 1)) == fitted


def test_tab_goes_through_the_edges_of_the_selected_neuron_and_then_on(hand, qtbot):
    layer = hand_made().layers[1].id
    hand._view.setFocus()
    hand.show_focus(Focus(layer, 1))
    seen = []
    for _ in range(3):
        press(qtbot, hand, Qt.Key.Key_Tab)
        seen.append(hand._shown.focus.source)
    assert seen == [0, 1, 2]
    assert hand._view.hasFocus()
    qtbot.keyClick(hand._view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert hand._shown.focus == Focus(layer, 1, 1)
    press(qtbot, hand, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert hand._shown.focus == Focus(layer, 1, 2)
    assert not hand._view.hasFocus()


def test_escape_belongs_to_the_window_first(hand, qtbot):
    cancel = QAction(hand, shortcut=QKeySequence("Esc"))
    hand.addAction(cancel)
    click(qtbot, hand, spot(hand, Neuron(1, 2)))
    hand._view.setFocus()
    hand.activateWindow()
    qtbot.waitUntil(hand._view.hasFocus)
    with qtbot.waitSignal(cancel.triggered):
        press(qtbot, hand, Qt.Key.Key_Escape)
    assert hand._shown.focus.unit == 2
    cancel.setEnabled(False)
    press(qtbot, hand, Qt.Key.Key_Escape)
    assert hand._item.selected is None


def test_the_wheel_zooms_and_a_double_click_fits(hand, qtbot):
    QApplication.processEvents()  # the legend takes the lines it needs
    fitted, first = spot(hand, Neuron(3, 1)), spot(hand, Neuron(0, 0))
    viewport = hand._view.viewport()
    place = QPointF(fitted)
    wheel = QWheelEvent(
        place,
        QPointF(viewport.mapToGlobal(fitted)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    zoomed = spot(hand, Neuron(0, 0))
    assert zoomed.x() < 0
    hand.show_result(hand._shown.result, True)
    assert spot(hand, Neuron(0, 0)) == zoomed
    empty = QPoint(300, 236)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=empty)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=empty)
    assert (spot(hand, Neuron(3, 1)), spot(hand, Neuron(0, 0))) == (fitted, first)


def test_one_sample_is_asked_for_and_shown(panel, qtbot):
    model, rows = hand_made(), np.array([[1.0, 0.5], [2.0, -1.0], [0.0, 0.0]])
    panel.show_model(model)
    one, mean = panel.findChild(QRadioButton, "graphSample"), panel.findChild(QRadioButton, "graphMean")
    assert not one.isEnabled()
    panel.show_dataset(data(rows))
    panel.show_result(model.run(rows), True)
    panel.show_minibatch(Minibatch(model, model.trace(rows), 0))
    row = panel.findChild(QSpinBox, "graphRow")
    assert (row.minimum(), row.maximum()) == (0, 2)
    asked = []
    panel.focus_requested.connect(asked.append)
    one.click()
    row.setValue(2)
    # x = 0, so z1 = b1 = (0.1, 0.2, 0.3) and a1 = 1/(1 + e^−z1).
    assert panel._picture.columns[1].a == pytest.approx(1 / (1 + np.exp([-0.1, -0.2, -0.3])))
    assert "sample 2" in panel.accessibleDescription()
    mean.click()
    assert asked == [Focus(sample=0), Focus(sample=2), Focus()]
    assert panel._picture.columns[1].a == pytest.approx(panel._shown.result.layers[0].a.unit_mean)


def test_a_sample_chosen_elsewhere_is_shown_once_its_minibatch_is_there(panel):
    model, rows = hand_made(), np.arange(80.0).reshape(40, 2) / 80
    panel.show_model(model)
    panel.show_dataset(data(rows))
    panel.show_focus(Focus(sample=33))
    panel.show_minibatch(Minibatch(model, model.trace(rows[:32]), 0))
    assert not panel._picture.has_values
    panel.show_minibatch(Minibatch(model, model.trace(rows[32:]), 32))
    assert panel._picture.columns[0].a.tolist() == rows[33].tolist()
    assert panel.findChild(QSpinBox, "graphRow").value() == 33
    assert panel.findChild(QRadioButton, "graphSample").isChecked()


def test_samples_that_do_not_fit_the_input_are_not_offered(hand):
    row = hand.findChild(QSpinBox, "graphRow")
    assert row.isEnabled()
    hand.show_model(Model([Dense(1, input_dim=3)]))
    assert not row.isEnabled()
    hand.show_model(hand_made())
    assert row.isEnabled()
    hand.show_dataset(None)
    assert not row.isEnabled()


def test_what_is_out_of_date_is_not_shown_and_said(hand):
    badge = hand.findChild(QLabel, "graphStale")
    assert not badge.isVisible()
    assert "y[0] = 0.3168" in hand.accessibleDescription()
    changed = hand_made().with_parameters(2, bias=[0.0, 0.0])
    hand.show_model(changed)
    hand.show_result(hand._shown.result, False)
    assert badge.isVisible()
    assert badge.text() == "Out of date: press Run forward (F5)"
    assert not hand._picture.has_values
    assert "0.3168" not in hand.accessibleDescription()
    assert "Out of date" in hand.accessibleDescription()
    hand.show_result(changed.run(X), True)
    assert not badge.isVisible()
    assert hand._picture.has_values


def test_a_sample_of_an_earlier_model_is_out_of_date(hand):
    hand.show_minibatch(Minibatch(hand._shown.model, hand._shown.model.trace(X), 0))
    hand.show_focus(Focus(sample=0))
    badge = hand.findChild(QLabel, "graphStale")
    assert not badge.isVisible()
    hand.show_model(hand_made().with_parameters(0, bias=[0.0, 0.0, 0.0]))
    hand.show_result(hand._shown.result, False)
    assert badge.isVisible()
    assert not hand._picture.has_values


def test_before_the_first_run_the_mean_is_that_of_the_rows_at_hand(panel):
    rows = np.array([[1.0, 0.5], [0.0, 2.0]])
    model = hand_made().with_parameters(0, bias=[0.0, 0.0, 0.0])
    panel.show_model(model)
    panel.show_minibatch(Minibatch(model, model.trace(rows), 32))
    # z1 = x·W1 = (0.2, 0.5, 0.8) and (0.4, 0.8, 1.2).
    first = 1 / (1 + np.exp([-0.2, -0.5, -0.8])), 1 / (1 + np.exp([-0.4, -0.8, -1.2]))
    assert panel._picture.columns[1].a == pytest.approx(np.mean(first, axis=0))
    assert "mean of the samples 32–33" in panel.accessibleDescription()
    assert not panel.findChild(QLabel, "graphStale").isVisible()


def test_no_mean_of_a_few_rows_stands_for_a_run_that_is_out_of_date(hand):
    changed = hand_made().with_parameters(0, bias=[0.0, 0.0, 0.0])
    badge = hand.findChild(QLabel, "graphStale")
    hand.show_model(changed)
    hand.show_result(hand._shown.result, False)
    hand.show_minibatch(Minibatch(changed, changed.trace(X), 0))
    assert not hand._picture.has_values
    assert badge.isVisible()
    assert "mean" not in hand.accessibleDescription()
    hand.show_focus(Focus(sample=0))  # what the sample gives is of now
    assert hand._picture.has_values
    assert not badge.isVisible()


def test_data_that_do_not_fit_leave_no_old_numbers(hand):
    hand.show_minibatch(Minibatch(hand._shown.model, hand._shown.model.trace(X), 0))
    hand.show_focus(Focus(sample=0))
    assert hand._picture.has_values
    hand.show_dataset(data([[1.0, 2.0, 3.0]]))
    hand.show_focus(Focus())
    hand.show_minibatch(None)
    hand.show_result(hand._shown.result, False)
    assert not hand._picture.has_values
    assert hand.findChild(QLabel, "graphStale").isVisible()


def test_the_description_tells_the_picture_to_those_who_do_not_see_it(hand):
    assert hand.accessibleDescription() == (
        "Neuron graph 2 → 3 → 2 → 2. Neurons: all 9. Lines: all 16 weights. "
        "Outputs, mean (N = 1): y[0] = 0.3168, y[1] = 0.6963."
    )


def test_an_empty_stack_says_what_to_do(panel):
    panel.show_model(Model([], input_dim=4))
    hint = panel.findChild(QLabel, "graphEmpty")
    assert hint.isVisible()
    assert hint.text() == panel.accessibleDescription()
    assert "Add a Dense block" in hint.text()
    panel.show_model(hand_made())
    assert not hint.isVisible()


def test_weights_of_a_wide_network_come_in_the_background(panel, qtbot):
    model = Model([Dense(512, input_dim=784, activation="relu"), Dense(10)])
    panel.show_model(model)
    status = panel.findChild(QLabel, "graphStatus")
    assert status.text() == "Neurons: 42 of 1,306. Weights are being drawn …"
    qtbot.waitUntil(lambda: not panel._picture.weights_missing and panel._picture.links[0].scan is not None)
    assert status.text().startswith("Neurons: 42 of 1,306. Lines: the 160 between them of 5,120, with ")
    assert "Heat maps: all 401,408 weights." in status.text()
    texts = words(panel)
    assert "+768" in texts
    assert "+496" in texts


def test_light_and_dark_change_every_colour(hand, qapp):
    places = [QPoint(3, 200), spot(hand, Neuron(1, 0)), between(hand, Neuron(2, 1), Neuron(3, 1))]
    light = [pixel(hand, place) for place in places]
    theme.apply(qapp, dark=True)
    try:
        dark = [pixel(hand, place) for place in places]
        assert dark[0] == QColor(theme.DARK.panel)
        assert all(one != two for one, two in zip(light, dark, strict=True))
    finally:
        theme.apply(qapp, dark=False)
    assert [pixel(hand, place) for place in places] == light


@pytest.mark.filterwarnings("ignore:invalid value")
def test_nan_and_infinity_stand_out(panel):
    model = Model([Dense(2, input_dim=2), Dense(1)]).with_parameters(0, weights=[[np.nan, 1], [1, np.inf]])
    panel.show_model(model)
    panel.show_dataset(data([[1.0, 2.0]]))
    panel.show_minibatch(Minibatch(model, model.trace([[1.0, 2.0]]), 0))
    panel.show_focus(Focus(sample=0))
    warning = QColor(theme.LIGHT.warning)
    assert pixel(panel, spot(panel, Neuron(1, 0))) == warning
    assert pixel(panel, spot(panel, Neuron(1, 1))) == warning
    assert words(panel).count("NaN") == 2
    assert "∞" in words(panel)
    assert "y = NaN" in panel.accessibleDescription()


@pytest.mark.parametrize(
    "model",
    [
        Model([Dense(1, input_dim=1)]),
        Model([Dense(3, input_dim=4, init="zeros")]),
        Model([Dense(32, input_dim=20)] + [Dense(32) for _ in range(59)]),
        Model([Dense(4, input_dim=4) for _ in range(300)], input_dim=4),
        Model([Dense(1024, input_dim=3072), Dense(512), Dense(10)]),
        Model([Dense(2, input_dim=18, activation="softmax", use_bias=False)], dtype="float64"),
    ],
    ids=["one neuron", "zeros", "60 layers", "300 layers", "CIFAR-10", "18 inputs"],
)
@pytest.mark.parametrize("size", [(620, 330), (260, 200), (1800, 1000)])
def test_every_shape_is_painted_at_every_size(panel, model, size):
    panel.resize(*size)
    panel.show_model(model)
    for upward in (True, False):
        panel.choose(upward=upward)
        panel.show_focus(Focus(model.layers[-1].id, 0, 0))
        assert not panel.grab().isNull()
    assert str(model.output_dim) in " ".join(words(panel))


def test_the_graph_runs_upward_by_choice_and_the_arrow_keys_follow(hand, qtbot):
    hand.findChild(QAction, "graph_upward_true").trigger()
    inputs, outputs = spot(hand, Neuron(0, 0)), spot(hand, Neuron(3, 0))
    assert inputs.y() > outputs.y() + 100
    assert spot(hand, Neuron(0, 1)).x() > inputs.x() + 40
    texts = words(hand)
    for text in ("x[0]", "1", "0.5", "y[1]", "0.3168", "0.6963", "Input", "dense_3", "linear · 2"):
        assert text in texts
    press(qtbot, hand, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Right)
    assert hand._shown.focus == Focus(hand_made().layers[0].id, 1)
    click(qtbot, hand, QPoint(30, spot(hand, Neuron(2, 0)).y()))
    assert hand._shown.focus == Focus(hand_made().layers[1].id)
    hand.findChild(QAction, "graph_upward_false").trigger()
    assert spot(hand, Neuron(3, 0)).x() > spot(hand, Neuron(0, 0)).x() + 100


def test_lines_show_contributions_by_choice_and_the_legend_says_so(hand):
    legend = hand.findChild(QWidget, "graphLegend")
    assert "weight w" in legend.accessibleDescription()
    hand.findChild(QComboBox, "graphLines").setCurrentIndex(1)
    # x = (1, 0.5) times W1.
    assert hand._picture.links[0].edges.values == pytest.approx(np.array([[0.1, 0.3, 0.5], [0.1, 0.2, 0.3]]))
    assert "contribution w·x" in legend.accessibleDescription()
    hand.show_result(hand._shown.result, False)
    assert "weight w" in legend.accessibleDescription()


def test_choices_go_out_in_words_and_come_back(hand):
    told = []
    hand.choices_changed.connect(told.append)
    hand.findChild(QAction, "graph_wide_weighty").trigger()
    hand.findChild(QComboBox, "graphLines").setCurrentIndex(1)
    chosen = {"upward": "false", "contribution": "true", "wide": "weighty", "lines": "auto", "keep": "0"}
    assert told[-1] == chosen
    other = {"upward": "true", "contribution": "no", "wide": 7, "keep": "5", "colour": "red"}
    hand.show_choices(other)
    assert hand._controls.options == Options(upward=True, keep=5), "unknown words are as at first"
    assert hand.findChild(QAction, "graph_keep_5").isChecked()
    assert hand.findChild(QComboBox, "graphLines").currentIndex() == 0


def test_the_share_of_the_strongest_lines_is_said(hand):
    hand.findChild(QAction, "graph_keep_1").trigger()
    # Into each neuron the largest: .2 .4 .6, .3 .6, .2 .4 = 2.7 of 2.1 + 2.1 + 1.0 = 5.2.
    said = hand.findChild(QLabel, "graphStatus").text()
    assert said == "Neurons: all 9. Lines: the strongest 7 of 16, with 52 % of Σ|w|."


@pytest.fixture
def edited(hand):
    """The hand-made network; what is asked for is shown, as the window does."""
    asked = []

    def answer(layer_id, weights, bias):
        model = hand._shown.model
        index = model.index_of(layer_id)
        asked.append((index, weights, bias))
        kept = model.parameters[index]
        model = model.with_parameters(
            index,
            weights=kept.weights if weights is None else weights,
            bias=kept.bias if bias is None else bias,
        )
        hand.show_model(model)

    hand.parameters_requested.connect(answer)
    return hand, asked


def type_over(qtbot, panel, text, key=Qt.Key.Key_Return):
    editor = panel.findChild(QLineEdit, "graphEditor")
    assert editor.isVisible()
    editor.setText(text)
    qtbot.keyClick(editor, key)
    return editor


def test_a_weight_is_typed_where_its_edge_is(edited, qtbot):
    panel, asked = edited
    click(qtbot, panel, between(panel, Neuron(0, 1), Neuron(1, 2), 0.8))
    assert panel._shown.focus == Focus(hand_made().layers[0].id, 2, 1)
    assert "w = 0.6 ↕" in words(panel)
    move(qtbot, panel, panel._canvas.handle().center())
    assert QToolTip.text().startswith("Drag up or down to change it")
    click(qtbot, panel, panel._canvas.handle().center())
    assert panel.findChild(QLineEdit, "graphEditor").text() == "0.6"
    assert not type_over(qtbot, panel, "−1,5").isVisible()
    expected = np.array([[0.1, 0.3, 0.5], [0.2, 0.4, -1.5]])
    index, weights, bias = asked.pop()
    assert (index, bias) == (0, None)
    assert weights.tolist() == expected.tolist()
    assert "w = −1.5 ↕" in words(panel)
    assert hand_made().parameters[0].weights[1, 2] == 0.6


def test_a_bias_is_typed_by_keyboard_alone(edited, qtbot):
    panel, asked = edited
    panel._view.setFocus()
    press(qtbot, panel, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_F2)
    type_over(qtbot, panel, "0.25")
    index, weights, bias = asked.pop()
    assert (index, weights) == (0, None)
    assert bias.tolist() == [0.25, 0.2, 0.3]
    assert panel._view.hasFocus()
    press(qtbot, panel, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    type_over(qtbot, panel, "7")
    assert asked.pop()[1].tolist() == [[7.0, 0.3, 0.5], [0.2, 0.4, 0.6]]


def test_escape_and_what_is_no_number_change_nothing(edited, qtbot):
    panel, asked = edited
    panel.show_focus(Focus(hand_made().layers[0].id, 2, 1))
    press(qtbot, panel, Qt.Key.Key_Return)
    assert type_over(qtbot, panel, "abc").isVisible()
    assert type_over(qtbot, panel, "inf").isVisible()
    assert not type_over(qtbot, panel, "3", Qt.Key.Key_Escape).isVisible()
    assert not asked


@pytest.mark.parametrize("typed", ["abc", "nan", "1e39"])
def test_a_number_that_is_refused_is_explained_at_its_field(edited, qtbot, typed):
    panel, asked = edited
    panel.show_model(hand_made().with_dtype("float32"))
    panel.show_focus(Focus(hand_made().layers[0].id, 2, 1))
    press(qtbot, panel, Qt.Key.Key_Return)
    QToolTip.hideText()
    assert type_over(qtbot, panel, typed).isVisible()
    assert QToolTip.text() == "This is no number that float32 can hold: type one such as 0.25"
    assert not asked


def test_the_arrow_keys_in_the_field_change_the_number_in_steps(edited, qtbot):
    panel, asked = edited
    panel.show_focus(Focus(hand_made().layers[0].id, 2, 1))
    press(qtbot, panel, Qt.Key.Key_Return)
    editor = panel.findChild(QLineEdit, "graphEditor")
    qtbot.keyClick(editor, Qt.Key.Key_Up)
    # A step is a twentieth of the number that was there, 0.6.
    assert asked.pop()[1][1, 2] == pytest.approx(0.63)
    assert editor.text() == "0.63"
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert asked.pop()[1][1, 2] == pytest.approx(0.627)


def drag(qtbot, panel, start, *ends, modifier=Qt.KeyboardModifier.NoModifier):
    viewport = panel._view.viewport()

    def send(kind, place, buttons):
        event = QMouseEvent(
            kind,
            QPointF(place),
            QPointF(viewport.mapToGlobal(place)),
            Qt.MouseButton.LeftButton,
            buttons,
            modifier,
        )
        QApplication.sendEvent(viewport, event)

    send(QEvent.Type.MouseMove, start, Qt.MouseButton.NoButton)
    send(QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    for end in ends:
        send(QEvent.Type.MouseMove, end, Qt.MouseButton.LeftButton)
    send(QEvent.Type.MouseButtonRelease, ends[-1], Qt.MouseButton.NoButton)


@pytest.fixture
def every_move():
    """Lets pyqtgraph's scene see every move of the mouse, however quick."""
    rate = pg.getConfigOption("mouseRateLimit")
    pg.setConfigOption("mouseRateLimit", -1)
    yield
    pg.setConfigOption("mouseRateLimit", rate)


@pytest.mark.usefixtures("every_move")
def test_a_weight_is_dragged_up_and_down_continuously(edited, qtbot):
    panel, asked = edited
    panel.show_focus(Focus(hand_made().layers[0].id, 2, 1))
    place = panel._canvas.handle().center()
    before = spot(panel, Neuron(0, 0))
    drag(qtbot, panel, place, place - QPoint(0, 25), place - QPoint(0, 50))
    # 100 pixels are the number that was there, 0.6.
    assert len(asked) >= 2
    assert panel._shown.model.parameters[0].weights[1, 2] == pytest.approx(0.9)
    assert spot(panel, Neuron(0, 0)) == before, "the graph was panned"
    drag(qtbot, panel, place, place + QPoint(0, 50), modifier=Qt.KeyboardModifier.ShiftModifier)
    # A tenth of 50 / 100 · 0.9 less.
    assert panel._shown.model.parameters[0].weights[1, 2] == pytest.approx(0.855)
    assert "w = 0.855 ↕" in words(panel)


@pytest.mark.parametrize("units", [3, 8, 16, 100])
def test_the_number_of_a_bias_lies_on_no_other_neuron_and_on_no_header(panel, units):
    model = Model([Dense(units, input_dim=3, activation="relu"), Dense(3)])
    panel.resize(690, 330)
    panel.show_model(model)
    panel.show_dataset(data([[1.0, 0.5, 2.0]]))
    panel.show_result(model.run([[1.0, 0.5, 2.0]]), True)
    for column in (1, 2):
        for row, unit in enumerate(panel._picture.layout.columns[column].fold.shown.tolist()):
            panel.show_focus(Focus(model.layers[column - 1].id, unit))
            box = panel._item.handle().box
            assert box.top() >= panel._item._fonts.header_height - 1
            for other in range(len(panel._picture.layout.columns[column].v)):
                place = spot(panel, Neuron(column, other))
                assert not box.contains(QPointF(place)), (column, row, other)


@pytest.mark.usefixtures("every_move")
@pytest.mark.parametrize(
    ("weights", "moved"),
    [
        ([[100.0, 0.3], [0.2, 0.4]], 58.0),  # by its own size, though it was typed a moment ago
        ([[0.02, 100.0], [0.01, 0.03]], 0.058),  # by 0.1, whatever the largest of its layer
        ([[0.0, 0.0], [0.0, 0.0]], 0.058),
        ([[0.0, 5.0], [4.0, 6.0]], 2.32),  # by the usual, 4, since it is nothing itself
    ],
)
def test_a_drag_is_measured_by_the_number_itself(edited, qtbot, weights, moved):
    panel, _ = edited
    model = Model([Dense(2, input_dim=2)], dtype="float32")
    panel.show_model(model)
    panel.show_focus(Focus(model.layers[0].id, 0, 0))
    panel.show_model(model.with_parameters(0, weights=weights))  # after the edge was chosen
    place = panel._canvas.handle().center()
    drag(qtbot, panel, place, place - QPoint(0, 20), place - QPoint(0, 58))
    assert float(panel._shown.model.parameters[0].weights[0, 0]) == pytest.approx(
        weights[0][0] + moved, rel=1e-3
    )


def test_the_number_that_is_dragged_shows_every_pixel(panel):
    model = Model([Dense(1, input_dim=1)]).with_parameters(0, weights=[[12.345]])
    panel.show_model(model)
    panel.show_focus(Focus(model.layers[0].id, 0, 0))
    assert "w = 12.345 ↕" in words(panel)


@pytest.mark.usefixtures("every_move")
def test_a_bias_is_dragged_at_its_neuron_and_elsewhere_the_graph_is_panned(edited, qtbot):
    panel, asked = edited
    panel.show_focus(Focus(hand_made().layers[0].id, 0))
    place = spot(panel, Neuron(1, 0))
    drag(qtbot, panel, place, place + QPoint(0, 75))
    # The bias 0.1 is small among weights of 0.1 to 0.6, of which 0.3 is the usual: 75 pixels are 0.225.
    assert panel._shown.model.parameters[0].bias.tolist() == pytest.approx([-0.125, 0.2, 0.3])
    asked.clear()
    drag(qtbot, panel, QPoint(300, 236), QPoint(320, 200))
    assert not asked
    assert spot(panel, Neuron(1, 0)) != place


def test_inputs_and_layers_without_bias_have_no_number_to_edit(edited, qtbot):
    panel, _ = edited
    panel.show_focus(Focus(INPUT, 1))
    press(qtbot, panel, Qt.Key.Key_Return)
    assert not panel.findChild(QLineEdit, "graphEditor").isVisible()
    model = Model([Dense(2, input_dim=2, use_bias=False)])
    panel.show_model(model)
    panel.show_focus(Focus(model.layers[0].id, 1))
    press(qtbot, panel, Qt.Key.Key_Return)
    assert not panel.findChild(QLineEdit, "graphEditor").isVisible()


def test_a_cell_of_a_heat_map_is_read_and_leads_to_its_strongest_weight(panel, qtbot):
    weights = np.zeros((200, 100))
    weights[30, 60] = -3.0
    model = Model([Dense(100, input_dim=200), Dense(2)]).with_parameters(0, weights=weights)
    panel.show_model(model)
    qtbot.waitUntil(lambda: panel._picture.links[0].scan is not None)
    QApplication.processEvents()  # the legend takes the lines it needs
    rect = heat_rect(panel._item._view, 0, 4.0)
    place = QPoint(
        round(rect.left() + rect.width() * 60.5 / 100), round(rect.top() + rect.height() * 30.5 / 200)
    )
    move(qtbot, panel, place)
    said = QToolTip.text()
    assert said == "Input 30–31 → dense_1 60: the largest |w| of 2\nw = −3"
    click(qtbot, panel, place)
    assert panel._shown.focus == Focus(model.layers[0].id, 60, 30)
    assert panel._picture.edge_of(model.layers[0].id, 30, 60) == (0, 11, 11)
    assert "w = −3 ↕" in words(panel)


def test_an_ellipsis_and_the_page_keys_unfold_a_wide_layer(panel, qtbot):
    model = Model([Dense(40, input_dim=3), Dense(2)])
    panel.show_model(model)
    column = panel._picture.layout.columns[1]
    x, y = panel._item._view.point(1, column.gap_v[0])
    move(qtbot, panel, QPoint(round(x), round(y)))
    assert QToolTip.text().startswith("24 neurons are left out here: click")
    click(qtbot, panel, QPoint(round(x), round(y)))
    assert panel._picture.layout.columns[1].fold.shown.tolist() == list(range(11, 27))
    panel.show_focus(Focus(model.layers[0].id))
    press(qtbot, panel, Qt.Key.Key_PageDown)
    assert panel._picture.layout.columns[1].fold.shown.tolist() == list(range(24, 40))
    press(qtbot, panel, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert panel._picture.layout.columns[1].fold.shown.tolist() == [*range(11), *range(35, 40)]


def test_what_is_highlighted_keeps_its_colours_and_all_else_fades(hand):
    first, second = hand_made().layers[0].id, hand_made().layers[1].id
    lit, other = spot(hand, Neuron(1, 2)), spot(hand, Neuron(1, 1))
    edge = between(hand, Neuron(1, 2), Neuron(2, 1))
    before = {
        place: pixel(hand, QPoint(*place)) for place in (lit.toTuple(), other.toTuple(), edge.toTuple())
    }
    hand.highlight([(first, 2), (second, 1), (INPUT, 0)], [(second, 2, 1)])
    assert pixel(hand, lit) == before[lit.toTuple()]
    assert rgb(pixel(hand, edge)) == pytest.approx(rgb(before[edge.toTuple()]), abs=1)
    assert rgb(pixel(hand, other)).sum() > rgb(before[other.toTuple()]).sum() + 40
    hand.highlight(None)
    assert pixel(hand, other) == before[other.toTuple()]


def test_while_something_is_highlighted_the_graph_has_the_room_of_the_words_beneath_it(hand):
    QApplication.processEvents()
    legend, foot = hand.findChild(QWidget, "graphLegend"), hand.findChild(QWidget, "graphFoot")
    height = hand._view.height()
    hand.highlight([(hand_made().layers[1].id, 0)])
    QApplication.processEvents()
    assert legend.isHidden()
    assert foot.isHidden()
    assert hand._view.height() >= height + 30
    assert [text for text in words(hand) if text in {"0.5744", "0.6682", "0.7503"}] == []
    hand.show_result(hand._shown.result, False)
    assert not foot.isHidden(), "that it is out of date is said in any case"
    hand.show_result(hand._shown.result, True)
    hand.highlight(None)
    QApplication.processEvents()
    assert not legend.isHidden()
    assert hand._view.height() == height


def test_a_highlighted_neuron_of_a_folded_layer_is_unfolded(panel):
    model = Model([Dense(40, input_dim=3), Dense(2)])
    layer = model.layers[0].id
    panel.show_model(model)
    panel.highlight([(layer, 20)], [(layer, 1, 20)])
    assert panel._picture.neuron_of(layer, 20) == (1, 11)
    assert panel._item._lit.neurons == {(1, 11)}
    panel.highlight([(layer, unit) for unit in range(40)])
    assert panel._picture.neuron_of(layer, 20) is None
    assert len(panel._item._lit.neurons) == 16
    panel.highlight(None)
    assert panel._item._lit is None


XOR = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]


def test_the_truth_table_of_xor_is_read_sample_by_sample(panel):
    # FACTS §5: NAND and OR side by side, then AND.
    model = Model([Dense(2, input_dim=2, activation="step"), Dense(1, activation="step")])
    model = model.with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    model = model.with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])
    rows = [x for x, _ in XOR]
    panel.show_model(model)
    panel.show_dataset(data(rows))
    panel.show_minibatch(Minibatch(model, model.trace(rows), 0))
    for sample, (x, y) in enumerate(XOR):
        panel.show_focus(Focus(sample=sample))
        assert panel._picture.columns[0].a.tolist() == x
        assert f"Outputs, sample {sample}: y = {y}." in panel.accessibleDescription()


def test_neurons_can_be_pictures(hand):
    layer = hand_made().layers[0].id
    images = np.zeros((3, 8, 8, 4), np.uint8)
    images[..., 3] = 255
    images[1, ..., 0] = 255
    hand.show_neuron_pictures({layer: images})
    assert pixel(hand, spot(hand, Neuron(1, 1))) == QColor(255, 0, 0)
    assert pixel(hand, spot(hand, Neuron(1, 0))) == QColor(0, 0, 0)
    assert pixel(hand, spot(hand, Neuron(2, 0))) != QColor(0, 0, 0)
    assert "picture" in hand.findChild(QWidget, "graphLegend").accessibleDescription()
    hand.show_neuron_pictures({layer: images[:2]})
    assert pixel(hand, spot(hand, Neuron(1, 1))) != QColor(255, 0, 0)
    hand.show_neuron_pictures(None)
    assert "fill" in hand.findChild(QWidget, "graphLegend").accessibleDescription()


def test_the_numbers_behind_the_picture_are_all_there(hand):
    header, *rows = hand.numbers()
    table = [dict(zip(header, row, strict=True)) for row in rows]
    neurons = [row for row in table if row["kind"] == "neuron"]
    edges = [row for row in table if row["kind"] == "edge"]
    assert len(neurons) == 9
    assert len(edges) == 16
    third = neurons[4]
    assert (third["layer"], third["unit"], third["bias"]) == ("dense_1", 2, 0.3)
    assert third["a"] == pytest.approx(A1[2], rel=1e-7)
    assert third["z"] == pytest.approx(1.1)
    found = [row for row in edges if (row["layer"], row["from"], row["unit"]) == ("dense_1", 1, 2)]
    assert [(row["weight"], row["contribution"]) for row in found] == [(0.6, pytest.approx(0.3))]


def test_the_picture_is_exported_as_vectors(hand):
    buffer = QBuffer(store := QByteArray())
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    figure = hand.picture()
    with QPainter(generator) as painter:
        figure.render(painter, QPoint())
    svg = bytes(store).decode()
    assert "<image" not in svg
    assert "0.6963" in svg
    assert "ring: bias b" in svg


def test_a_hidden_panel_draws_nothing_and_catches_up_when_it_is_shown(hand):
    hand.hide()
    before = hand._picture
    model = hand_made().with_parameters(2, bias=[0.0, 0.0])
    hand.show_model(model)
    assert hand._picture is before
    hand.show()
    assert hand._picture is not before
    assert hand._picture.columns[3].bias.tolist() == [0.0, 0.0]


def test_what_comes_together_is_put_together_once(qtbot, monkeypatch):
    panel, made = GraphPanel(), []
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitExposed(panel)
    original = graph_panel.picture_of
    monkeypatch.setattr(graph_panel, "picture_of", lambda *a: made.append(a) or original(*a))
    model = hand_made()
    panel.show_model(model)
    panel.show_dataset(data(X))
    panel.show_result(model.run(X), True)
    panel.show_minibatch(Minibatch(model, model.trace(X), 0))
    panel.show_focus(Focus(sample=0))
    qtbot.waitUntil(lambda: bool(made))
    QApplication.processEvents()
    assert len(made) == 1
    assert panel._picture.has_values


def test_panning_a_slow_picture_moves_the_kept_frame_and_sharpens_it_later(hand, monkeypatch, qtbot):
    monkeypatch.setattr(graph_frames, "SLOW", 0.0)
    hand._view.grab()
    hand._view.grab()
    place = spot(hand, Neuron(1, 1))
    color = pixel(hand, place)
    hand._canvas._box.translateBy(x=0.1, y=0.1)
    moved = spot(hand, Neuron(1, 1))
    assert moved != place
    assert pixel(hand, moved) == color
    assert hand._item._frames._timer.isActive()
    qtbot.waitUntil(lambda: not hand._item._frames._timer.isActive())
    assert pixel(hand, moved) == color


def test_a_thousand_changes_leave_nothing_behind(panel):
    model = hand_made()
    result, trace = model.run(X), model.trace(X)

    def everything():
        return len(panel.findChildren(QObject)), len(panel._view.scene().items())

    panel.show_model(model)
    panel.show_dataset(data(X))
    before = everything()
    for k in range(250):
        panel.show_model(model)
        panel.show_result(result, True)
        panel.show_minibatch(Minibatch(model, trace, 0))
        panel.show_focus(Focus(model.layers[k % 3].id, k % 2, k % 2, sample=-(k % 2)))
    assert everything() == before


def test_a_closed_panel_is_freed(qtbot, qapp):
    widget = GraphPanel()
    widget.show_model(hand_made())
    gone = weakref.ref(widget)
    item = weakref.ref(widget._item)
    widget.close()
    widget.deleteLater()
    del widget
    qtbot.waitUntil(lambda: (qapp.processEvents(), gc.collect(), gone() is None)[-1])
    assert item() is None
