"""The activation panel: the curve is the function, the histogram is this run's z, words say what is where."""

import gc
import math

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QSlider, QToolButton, QWidget

from densegui.engine import ACTIVATIONS, Activation, Dense, Model
from densegui.ui import theme
from densegui.ui.focus import MEAN_OF_SAMPLES, Focus, Minibatch
from densegui.ui.panels.activations_panel import ActivationsPanel

FORMULAS = {
    "linear": lambda x: x,
    "relu": lambda x: x if x > 0 else 0.0,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "tanh": lambda x: (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x)),
    "step": lambda x: 1.0 if x > 0 else 0.0,
    "leaky_relu": lambda x: x if x >= 0 else 0.2 * x,
    "elu": lambda x: x if x > 0 else math.exp(x) - 1,
    "selu": lambda x: 1.0507009873554805 * (x if x > 0 else 1.6732632423543772 * (math.exp(x) - 1)),
    "gelu": lambda x: x * (1 + math.erf(x / math.sqrt(2))) / 2,
    "silu": lambda x: x / (1 + math.exp(-x)),
    "softplus": lambda x: math.log(1 + math.exp(x)),
    "softsign": lambda x: x / (1 + abs(x)),
    "hard_sigmoid": lambda x: min(1.0, max(0.0, x / 6 + 0.5)),
    "exponential": math.exp,
}


def chain(*activations, units=3):
    layers = [Dense(units, input_dim=2 if i == 0 else None, activation=a) for i, a in enumerate(activations)]
    return Model(layers, dtype="float64")


def unit(activation="relu"):
    """One neuron that passes its input on: z is x."""
    model = Model([Dense(1, input_dim=1, activation=activation)], dtype="float64")
    return model.with_parameters(0, weights=[[1.0]], bias=[0.0])


def column(*values):
    return np.array(values, float).reshape(-1, 1)


@pytest.fixture
def panel(qtbot):
    widget = ActivationsPanel()
    qtbot.addWidget(widget)
    widget.resize(330, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def look(panel, layer_id, unit=None, sample=MEAN_OF_SAMPLES):
    panel.show_focus(Focus(layer_id, unit, None, sample))


def compare(panel, *names, has_own=True):
    """Ticks these functions in the table, and no others."""
    if panel._popup is None:
        panel.findChild(QToolButton, "activationsCompare").click()
        panel._popup.hide()
    for box in panel._popup.findChildren(QCheckBox):
        wanted = has_own if box.objectName() == "compareOwn" else box.text() in names
        box.setChecked(wanted)


def curve_of(panel, index=0):
    lines = panel._page.plot.lines
    return lines.grid, lines.curves[index][0]


def legend(panel):
    return [entry.text for entry in panel._page._legend.entries]


def readings(panel):
    return [reading.replace("\u00a0", " ") for reading in panel._page._legend.readings]


def note(panel):
    return panel.findChild(QLabel, "activationsNote").text().replace("\u00a0", " ")


def text(panel, name):
    return panel.findChild(QLabel, name).text()


@pytest.mark.parametrize("name", FORMULAS)
def test_curve_is_the_formula(panel, name):
    panel.show_model(chain("linear"))
    compare(panel, name, has_own=False)
    x, y = curve_of(panel)
    assert (x[0], x[-1]) == (-5, 5)
    assert y == pytest.approx([FORMULAS[name](v) for v in x], rel=1e-9, abs=1e-12)


def test_every_function_of_one_variable_is_among_these_formulas():
    assert set(ACTIVATIONS) - set(FORMULAS) == {"softmax"}


def test_sigmoid_has_the_values_of_the_lesson(panel):
    panel.show_model(chain("sigmoid"))
    function = panel._page.plot.curves[0].function
    assert function(np.array([-1.0, 1.0, 2.0])) == pytest.approx([0.26894142, 0.73105858, 0.88079708])


def test_step_jumps_upright_at_zero(panel):
    panel.show_model(chain("step"))
    x, y = curve_of(panel)
    last_off, first_on = np.flatnonzero(y == 0)[-1], np.flatnonzero(y == 1)[0]
    assert x[last_off] == 0.0
    assert 0 < x[first_on] < 1e-300


def test_parameters_of_the_block_are_drawn_and_named(panel):
    panel.show_model(chain(Activation("leaky_relu", alpha=0.4)))
    x, y = curve_of(panel)
    assert y[0] == pytest.approx(0.4 * x[0])
    assert text(panel, "activationsTitle") == "leaky_relu(x) = x if x ≥ 0 else αx"
    assert legend(panel)[0] == "leaky_relu α = 0.4"


def test_title_names_block_function_and_formula(panel):
    model = chain("linear", "relu")
    panel.show_model(model)
    look(panel, model.layers[1].id)
    assert text(panel, "activationsTitle") == "relu(x) = max(0, x)"
    assert panel.findChild(QComboBox, "activationsBlock").currentText() == "dense_2 · relu"


def test_histogram_shows_the_shares_of_z(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-2, -1, 0, 0, 0.5, 1, 1, 3)), True)
    heights, edges = panel._page.plot.histogram.heights, panel._page.plot.histogram.edges
    assert heights.sum() == pytest.approx(1)
    assert edges[0] <= -2
    assert edges[-1] >= 3
    assert heights[np.searchsorted(edges, 1.0, side="right") - 1] == pytest.approx(2 / 8)


def test_regions_say_their_share(panel):
    model = unit("relu")
    panel.show_model(model)
    panel.show_result(model.run(column(-2, -1, 0, 0, 0.5, 1, 1, 3)), True)
    assert note(panel) == "dead (z ≤ 0): 50 %\u2003linear (z > 0): 50 %"
    assert [s.texts[0].replace("\u00a0", " ") for s in panel._page.plot._shades[1].spans] == [
        "dead: 50 %",
        "linear: 50 %",
    ]
    assert [s.shaded for s in panel._page.plot._shades[0].spans] == [True, False]


def test_estimated_shares_say_so(panel):
    model = unit("tanh")
    panel.show_model(model)
    panel.show_result(model.run(np.linspace(-4, 4, 801).reshape(-1, 1)), True)
    assert "saturated (z ≤ −1.82): ≈ 27" in note(panel)


def test_x_axis_shows_the_curve_and_narrows_to_this_run_on_request(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-0.03, 0.04)), True)
    assert panel._page.plot._top.vb.viewRange()[0] == [-5, 5]
    panel.findChild(QToolButton, "activationsWide").setChecked(False)
    low, high = panel._page.plot._top.vb.viewRange()[0]
    assert -0.2 < low <= -0.03
    assert 0.04 <= high < 0.2


def test_both_plots_share_their_x_axis(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-3, 4)), True)
    panel._page.plot._top.vb.setXRange(-1, 2, padding=0)
    assert panel._page.plot._strip.vb.viewRange()[0] == pytest.approx([-1, 2])
    panel._page.plot._strip.vb.setXRange(0, 3, padding=0)
    assert panel._page.plot._top.vb.viewRange()[0] == pytest.approx([0, 3])
    x, _ = curve_of(panel)
    assert (x[0], x[-1]) == (0, 3)


def test_a_new_run_keeps_the_view_a_person_chose(panel):
    model = unit()
    panel.show_model(model)
    result = model.run(column(-2.9, 4))
    panel.show_result(result, True)
    panel._page.plot._top.vb.setXRange(-1, 2, padding=0)
    panel.show_result(model.run(column(-2.9, 0.5, 4)), True)
    assert panel._page.plot._top.vb.viewRange()[0] == pytest.approx([-1, 2])
    panel._page.plot.fit()
    assert panel._page.plot._top.vb.viewRange()[0] == pytest.approx([-5, 5])


def test_zooming_keeps_the_curve_in_view(panel):
    panel.show_model(chain("tanh"))
    panel._page.plot._top.vb.setXRange(1, 2, padding=0)
    low, high = panel._page.plot._top.vb.viewRange()[1]
    assert math.tanh(1) - 0.1 < low < math.tanh(1)
    assert math.tanh(2) < high < math.tanh(2) + 0.1


def test_compared_curves_do_not_dwarf_the_block(panel):
    model = unit("sigmoid")
    panel.show_model(model)
    panel.show_result(model.run(column(-1000, 1000)), True)
    compare(panel, "linear")
    low, high = panel._page.plot._top.vb.viewRange()[1]
    assert -1.5 < low <= -1
    assert 2 <= high < 2.5


def test_unbounded_functions_alone_are_cut_at_five(panel):
    panel.show_model(chain("tanh"))
    compare(panel, "linear", "exponential", has_own=False)
    assert panel._page.plot._top.vb.viewRange()[1] == pytest.approx([-5.8, 5.8])


def test_hovering_reads_x_and_g(panel):
    panel.show_model(chain("sigmoid"))
    plot = panel._page.plot
    plot._on_mouse_moved(plot._top.vb.mapViewToScene(QPointF(2.0, 0.5)))
    assert plot._hairs[0].text.startswith("x = 2")
    assert readings(panel)[0].startswith("0.88")
    assert "sigmoid = 0.88" in panel._page._legend.toolTip()
    plot._on_mouse_moved(QPointF(-5, -5))
    assert readings(panel) == [""]


def test_reading_names_the_bin(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(0, 0.25, 2, 3.5)), True)
    panel._page.plot.read_at(3.5)
    assert legend(panel) == ["relu", "share of z"]
    assert readings(panel) == ["3.5", "25 %"]
    assert "z from 3.5 to 3.5625: 25" in panel._page._legend.toolTip()
    panel._page.plot.read_at(-4.0)
    assert readings(panel) == ["0", "0 %"]


def test_reading_moves_nothing(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-1, 1)), True)
    compare(panel, "sigmoid", "step", "tanh")
    QApplication.processEvents()
    before = panel._page.plot.widget.geometry()
    panel._page.plot.read_at(-1.2345)
    QApplication.processEvents()
    assert panel._page.plot.widget.geometry() == before


def test_keys_read_zoom_and_go_home(panel, qtbot):
    panel.show_model(chain("relu"))
    view = panel._page.plot.widget
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel._page.plot.at == pytest.approx(0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel._page.plot.at == pytest.approx(0.1)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    low, high = panel._page.plot._top.vb.viewRange()[0]
    assert high - low < 10
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert panel._page.plot._top.vb.viewRange()[0] == [-5, 5]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert panel._page.plot.at is None


def test_before_a_run_the_curve_is_there_and_a_sentence_says_what_to_do(panel):
    panel.show_model(chain("relu"))
    panel.show_result(None, True)
    assert "Press Run forward (F5)" in note(panel)
    assert not panel._page.plot._strip.isVisible()


def test_without_a_block_a_sentence_takes_the_place_of_the_plot(panel):
    panel.show_model(Model(input_dim=4))
    assert not panel._page.plot.widget.isVisible()
    assert "Add a Dense block" in panel.accessibleDescription()
    panel.show_model(chain("relu"))
    assert panel._page.plot.widget.isVisible()


def test_what_is_out_of_date_is_not_shown_and_said(panel):
    model = unit()
    result = model.run(column(-1, 1))
    panel.show_model(model)
    panel.show_result(result, True)
    badge = panel.findChild(QLabel, "activationsBadge")
    assert not badge.isVisible()
    assert panel._page.plot.histogram.heights.sum() == pytest.approx(1)
    panel.show_result(result, False)
    assert badge.isVisible()
    assert badge.text() == "Out of date: press Run forward (F5)"
    assert "Out of date" in panel.accessibleDescription()
    assert panel._page.plot.histogram.heights.sum() == 0


def test_nothing_moves_when_a_run_goes_out_of_date(panel):
    model = unit()
    result = model.run(column(-1, 1))
    panel.show_model(model)
    panel.show_result(result, True)
    QApplication.processEvents()
    before = panel._page.plot.widget.geometry()
    panel.show_result(result, False)
    QApplication.processEvents()
    assert panel._page.plot.widget.geometry() == before


def test_selection_falls_back_to_the_last_that_exists(panel):
    model = chain("relu", "tanh", "sigmoid")
    ids = [layer.id for layer in model.layers]
    panel.show_model(model)
    assert "relu" in text(panel, "activationsTitle")
    look(panel, ids[1])
    look(panel, None)
    assert "tanh" in text(panel, "activationsTitle")
    look(panel, 99)
    assert "tanh" in text(panel, "activationsTitle")
    panel.show_model(model.with_layers([model.layers[0], model.layers[2]]))
    assert "relu" in text(panel, "activationsTitle")


def test_chooser_follows_the_selection_and_speaks(panel, qtbot):
    model = chain("relu", "tanh")
    panel.show_model(model)
    chooser = panel.findChild(QComboBox, "activationsBlock")
    look(panel, model.layers[1].id)
    assert chooser.currentText() == "dense_2 · tanh"
    with qtbot.waitSignal(panel.focus_requested) as heard:
        qtbot.keyClick(chooser, Qt.Key.Key_Up)
    assert heard.args == [Focus(model.layers[0].id)]
    assert "relu" in text(panel, "activationsTitle")


def test_nan_and_infinity_are_counted_and_the_rest_is_shown(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(math.nan, math.nan, math.inf, 1, 2)), True)
    assert "2 NaN and 1 infinite of 5 values" in note(panel)
    assert panel._page.plot.histogram.heights.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((math.nan,), "1 NaN"),
        ((), "no rows"),
        ((0.0, 0.0), "dead (z ≤ 0): 100 %"),
        ((1e300, -1e300), "dead"),
        ((1.7e308, -1.7e308), "dead"),
        ((5e-324, -3e-310), "dead"),
    ],
)
def test_odd_runs_are_shown_without_complaint(panel, values, said):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(*values)), True)
    assert said in note(panel)
    assert not panel.grab().isNull()


def test_exponential_beyond_the_largest_float_is_left_out(panel):
    model = unit("exponential")
    panel.show_model(model)
    panel.show_result(model.run(column(-2000.0, 1.0)), True)
    panel._page.plot._top.vb.setXRange(-2000, 2000, padding=0)
    assert not panel.grab().isNull()


def test_scheme_is_followed(panel, qapp):
    theme.apply(qapp, dark=False)
    panel.show_model(chain("tanh"))
    light = panel._page.plot.curves[0].pen.color()
    theme.apply(qapp, dark=True)
    try:
        assert light == QColor(theme.LIGHT.curves["tanh"])
        assert panel._page.plot.curves[0].pen.color() == QColor(theme.DARK.curves["tanh"])
        assert panel._page.plot.widget.backgroundBrush().color() == QColor(theme.DARK.panel)
        assert panel._page.plot._top.getAxis("left").textPen().color() == QColor(theme.DARK.muted)
    finally:
        theme.apply(qapp, dark=False)


def test_description_carries_the_numbers(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-1, 1)), True)
    said = panel.accessibleDescription().replace("\u00a0", " ")
    assert said.startswith("dense_1. relu(x) = max(0, x). ")
    assert "dead (z ≤ 0): 50 %" in said


def test_many_runs_make_no_new_objects(panel):
    models = [chain("relu", "sigmoid", "softmax"), chain("tanh", "leaky_relu")]
    batches = [np.random.default_rng(i).normal(size=(20, 2)) for i in range(2)]
    results = [m.run(x) for m, x in zip(models, batches, strict=True)]
    traces = [m.trace(x) for m, x in zip(models, batches, strict=True)]
    compare(panel, "step", "elu")

    def rounds(count):
        for turn in range(count):
            model, which = models[turn % 2], turn % 2
            panel.show_model(model)
            panel.show_result(results[which], turn % 3 > 0)
            panel.show_minibatch(Minibatch(model, traces[which], 0))
            look(panel, model.layers[turn % len(model.layers)].id, turn % 2 or None, turn % 20)
            panel._switches._slopes.setChecked(turn % 4 > 1)
            if turn % 5 == 0:
                panel._popup._on_none()
            panel.grab()
        gc.collect()
        scene = panel._page.plot.widget.scene()
        return len(panel.findChildren(QObject)), len(scene.items())

    assert rounds(30) == rounds(90)


def test_language_change_is_harmless(panel):
    panel.show_model(chain("relu"))
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.accessibleName() == "Activation functions"


def test_leaving_ends_the_reading_and_a_double_click_goes_home(panel, qtbot):
    panel.show_model(chain("relu"))
    viewport = panel._page.plot.widget.viewport()
    panel._page.plot.read_at(1.0)
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert panel._page.plot.at is None
    panel._page.plot._top.vb.setXRange(1, 2, padding=0)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    assert panel._page.plot._top.vb.viewRange()[0] == [-5, 5]


def test_narrow_panel_keeps_its_plot(panel):
    panel.resize(300, 260)
    panel.show_model(chain("relu"))
    assert panel.minimumSizeHint().width() <= 300
    assert isinstance(panel._page.plot.widget, pg.GraphicsLayoutWidget)
    assert panel._page.plot.widget.height() > 80


FACTS_W1 = [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]


def by_hand():
    """The first layer of the network that is worked out by hand: x = (1, 0.5) gives z = (0.3, 0.7, 1.1)."""
    model = Model([Dense(3, input_dim=2, activation="sigmoid")], dtype="float64")
    return model.with_parameters(0, weights=FACTS_W1, bias=[0.1, 0.2, 0.3])


def show_by_hand(panel):
    model, x = by_hand(), np.array([[0.0, 0.0], [1.0, 0.5]])
    panel.show_model(model)
    panel.show_result(model.run(x), True)
    panel.show_minibatch(Minibatch(model, model.trace(x), 0))
    return model, model.layers[0].id


def test_selected_neuron_and_sample_is_a_point_on_the_curve(panel):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1, 1)
    marks = panel._page.plot.marks.marks
    assert marks.unit == 1
    assert float(marks.z[1]) == pytest.approx(0.7)
    assert float(marks.a[1]) == pytest.approx(0.66818777)
    assert "Point: neuron 1 for sample 1." in note(panel)
    assert "z = 0.7 a = 0.6682" in panel.accessibleDescription()


def test_point_lies_where_the_axes_say(panel):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1, 1)
    item, box = panel._page.plot.marks, panel._page.plot._top.vb
    place = box.mapFromView(QPointF(0.7, 0.66818777))
    assert item.unit_at(place) == 1
    assert item.unit_at(place + QPointF(30, 0)) is None


def test_without_a_neuron_all_of_the_layer_are_dots(panel):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, None, 1)
    marks = panel._page.plot.marks.marks
    assert marks.unit is None
    assert marks.z == pytest.approx([0.3, 0.7, 1.1])
    assert marks.a == pytest.approx([0.57444252, 0.66818777, 0.75026011])
    assert not panel.grab().isNull()


def test_without_a_sample_there_is_no_point_and_a_neuron_says_why(panel):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1)
    assert panel._page.plot.marks.marks is None
    assert "Choose a sample" in note(panel)


def test_numbers_of_another_model_are_not_shown(panel):
    model, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1, 1)
    panel.show_model(model.with_parameters(0, weights=FACTS_W1, bias=[0.0, 0.0, 0.0]))
    assert panel._page.plot.marks.marks is None


def test_a_sample_outside_the_minibatch_is_not_shown(panel):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1, 40)
    assert panel._page.plot.marks.marks is None


def test_click_on_a_dot_asks_for_its_neuron(panel, qtbot):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, None, 1)
    QApplication.processEvents()
    plot = panel._page.plot
    place = plot.widget.mapFromScene(plot._top.vb.mapViewToScene(QPointF(1.1, 0.75026011)))
    with qtbot.waitSignal(panel.focus_requested) as heard:
        qtbot.mouseClick(plot.widget.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args == [Focus(layer_id, 2, None, 1)]


def test_arrow_keys_go_through_the_neurons(panel, qtbot):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, None, 1)
    asked = []
    panel.focus_requested.connect(asked.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(panel._page.plot.widget, key)
    assert [focus.unit for focus in asked] == [0, 1, 0, 2]


@pytest.mark.parametrize("z", [math.nan, math.inf, -math.inf, 1e300])
def test_a_point_that_cannot_be_placed_is_told_at_the_edge(panel, z):
    model, x = unit(), column(z, 1.0)
    panel.show_model(model)
    panel.show_minibatch(Minibatch(model, model.trace(x), 0))
    look(panel, model.layers[0].id, 0, 0)
    panel._page.plot._top.vb.setXRange(-5, 5, padding=0)
    assert not panel.grab().isNull()
    assert panel._page.plot.marks.unit_at(QPointF(10, 10)) is None


def test_ten_thousand_neurons_are_painted(panel):
    model = Model([Dense(10_000, input_dim=2, activation="tanh")])
    x = np.random.default_rng(2).normal(size=(4, 2))
    panel.show_model(model)
    panel.show_minibatch(Minibatch(model, model.trace(x), 0))
    look(panel, model.layers[0].id, None, 3)
    assert not panel.grab().isNull()


def test_slider_asks_for_another_alpha_and_keeps_the_rest(panel, qtbot):
    model = chain("relu", Activation("leaky_relu", alpha=0.2))
    panel.show_model(model)
    look(panel, model.layers[1].id)
    asked = []
    panel.change_requested.connect(lambda *told: asked.append(told))
    slider = panel.findChild(QSlider, "parameter0Slider")
    slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert [told[:2] for told in asked] == [(model.layers[1].id, "activation")] * 3
    assert [told[2] for told in asked] == [Activation("leaky_relu", alpha=a) for a in (0.205, 0.21, 0.215)]


def test_slider_follows_the_model_without_asking(panel):
    panel.show_model(chain(Activation("elu", alpha=1.0)))
    slider = panel.findChild(QSlider, "parameter0Slider")
    asked = []
    panel.change_requested.connect(lambda *told: asked.append(told))
    panel.show_model(chain(Activation("elu", alpha=3.0)))
    assert slider.value() == slider.maximum()
    assert asked == []
    panel.show_model(chain("relu"))
    assert not slider.isVisible()


def test_hidden_panel_remembers_and_catches_up(panel):
    panel.hide()
    panel.show_model(chain("tanh"))
    assert panel._page.plot.curves == ()
    panel.show()
    assert [curve.label for curve in panel._page.plot.curves] == ["tanh"]


def test_numbers_are_those_of_the_picture(panel):
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1, 1)
    header, *rows = panel.numbers()
    assert list(header) == ["series", "x", "to", "y"]
    curve = [row for row in rows if row[0] == "sigmoid"]
    assert [row[3] for row in curve] == pytest.approx([FORMULAS["sigmoid"](row[1]) for row in curve])
    assert sum(row[3] for row in rows if row[0] == "share of z") == pytest.approx(1)
    assert (rows[-1][0], rows[-1][1], rows[-1][3]) == (
        "neuron 1",
        pytest.approx(0.7),
        pytest.approx(0.66818777),
    )


def test_picture_holds_title_and_plot_but_no_controls(panel):
    panel.show_model(chain("relu"))
    picture = panel.picture()
    assert picture.isAncestorOf(panel._page.plot.widget)
    assert picture.isAncestorOf(panel.findChild(QLabel, "activationsTitle"))
    for name in ("activationsCompare", "activationsWide", "activationsSlopes"):
        assert not picture.isAncestorOf(panel.findChild(QToolButton, name))


def test_a_range_that_grows_keeps_the_zoom_a_person_chose(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-1, 1)), True)
    panel._page.plot._top.vb.setXRange(-1, 2, padding=0)
    panel.show_result(model.run(column(-10, 10)), True)
    assert panel._page.plot.view == pytest.approx((-1, 2))
    panel._page.plot.fit()
    low, high = panel._page.plot.view
    assert low <= -10 < 10 <= high
    panel.show_result(model.run(column(-30, 30)), True)
    low, high = panel._page.plot.view
    assert low <= -30 < 30 <= high


@pytest.mark.parametrize("size", [(240, 290), (320, 220), (450, 290), (690, 600)])
def test_everything_fits_at_every_size(panel, size):
    panel.resize(*size)
    _, layer_id = show_by_hand(panel)
    look(panel, layer_id, 1, 1)
    QApplication.processEvents()
    assert panel.size().toTuple() == size
    plot = panel._page.plot.widget
    assert plot.height() > 60
    for name in ("activationsBlock", "activationsCompare", "activationsSlopes", "activationsWide"):
        part = panel.findChild(QWidget, name)
        assert panel.rect().contains(part.geometry().translated(part.parentWidget().pos()))


def test_block_is_never_cut_off(panel):
    panel.show_model(chain("leaky_relu", "relu"))
    chooser = panel.findChild(QComboBox, "activationsBlock")
    assert chooser.currentText() == "dense_1 · leaky_relu"
    panel.resize(220, 250)
    QApplication.processEvents()
    assert chooser.currentText() == "dense_1"
    panel.resize(450, 290)
    QApplication.processEvents()
    assert chooser.currentText() == "dense_1 · leaky_relu"
