"""The neuron graph as a person meets it: what is painted, pointed at, clicked and typed."""

import gc
import re
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QKeySequence, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton, QSpinBox, QToolTip

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.graph_layout import Neuron
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


@pytest.fixture
def panel(qtbot):
    theme.apply(QApplication.instance(), dark=False)
    widget = GraphPanel()
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
    assert hand._focus == Focus(INPUT, 0)
    press(qtbot, hand, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert hand._focus == Focus(hand_made().layers[0].id, 2)
    press(qtbot, hand, Qt.Key.Key_Right)
    assert hand._focus == Focus(hand_made().layers[1].id, 1)
    press(qtbot, hand, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Escape)
    assert hand._focus == Focus(hand_made().layers[0].id)
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
        seen.append(hand._focus.source)
    assert seen == [0, 1, 2]
    assert hand._view.hasFocus()
    qtbot.keyClick(hand._view, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert hand._focus == Focus(layer, 1, 1)
    press(qtbot, hand, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert hand._focus == Focus(layer, 1, 2)
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
    assert hand._focus.unit == 2
    cancel.setEnabled(False)
    press(qtbot, hand, Qt.Key.Key_Escape)
    assert hand._item.selected is None


def test_the_wheel_zooms_and_a_double_click_fits(hand, qtbot):
    fitted = spot(hand, Neuron(3, 1))
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
    hand.show_result(hand._result, True)
    assert spot(hand, Neuron(0, 0)) == zoomed
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 236))
    assert spot(hand, Neuron(3, 1)) == fitted


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
    assert panel._picture.columns[1].a == pytest.approx(panel._result.layers[0].a.unit_mean)


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
    hand.show_result(hand._result, False)
    assert badge.isVisible()
    assert badge.text() == "Out of date: press Run forward (F5)"
    assert not hand._picture.has_values
    assert "0.3168" not in hand.accessibleDescription()
    assert "Out of date" in hand.accessibleDescription()
    hand.show_result(changed.run(X), True)
    assert not badge.isVisible()
    assert hand._picture.has_values


def test_a_sample_of_an_earlier_model_is_out_of_date(hand):
    hand.show_minibatch(Minibatch(hand._model, hand._model.trace(X), 0))
    hand.show_focus(Focus(sample=0))
    badge = hand.findChild(QLabel, "graphStale")
    assert not badge.isVisible()
    hand.show_model(hand_made().with_parameters(0, bias=[0.0, 0.0, 0.0]))
    hand.show_result(hand._result, False)
    assert badge.isVisible()
    assert not hand._picture.has_values


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
    qtbot.waitUntil(lambda: panel._picture.share is not None and panel._picture.links[0].scan is not None)
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
