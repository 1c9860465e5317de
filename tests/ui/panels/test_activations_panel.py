"""The activation panel: the curve is the function, the histogram is this run's z, words say what is where."""

import gc
import math

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QToolButton

from densegui.engine import ACTIVATIONS, Activation, Dense, Model
from densegui.ui import theme
from densegui.ui.panels.activations_panel import ActivationsPanel

FORMULAS = {
    "linear": lambda x: x,
    "relu": lambda x: x if x > 0 else 0.0,
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "tanh": lambda x: (math.exp(x) - math.exp(-x)) / (math.exp(x) + math.exp(-x)),
    "softmax": lambda x: math.exp(x) / (math.exp(x) + 2),
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


def curve_of(panel, index=0):
    return panel._plot._lines[index].getData()


def note(panel):
    return panel.findChild(QLabel, "activationsNote").text().replace("\u00a0", " ")


def text(panel, name):
    return panel.findChild(QLabel, name).text()


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_curve_is_the_formula(panel, name):
    panel.show_model(chain(name))
    x, y = curve_of(panel)
    assert (x[0], x[-1]) == (-5, 5)
    assert y == pytest.approx([FORMULAS[name](v) for v in x], rel=1e-9, abs=1e-12)


def test_sigmoid_has_the_values_of_the_lesson(panel):
    panel.show_model(chain("sigmoid"))
    function = panel._plot.curves[0].function
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
    assert text(panel, "activationsTitle") == "dense_1 · leaky_relu · x if x ≥ 0 else αx (α = 0.4)"


def test_title_names_block_function_and_formula(panel):
    model = chain("linear", "relu")
    panel.show_model(model)
    panel.show_selection(model.layers[1].id)
    assert text(panel, "activationsTitle") == "dense_2 · relu · max(0, x)"


def test_softmax_says_that_it_is_no_curve_of_one_variable(panel):
    panel.show_model(chain("softmax", units=10))
    assert "no curve of one variable" in note(panel)
    assert "the other 9 scores are 0" in note(panel)
    assert panel._plot.curves[0].function(np.array([0.0])) == pytest.approx([0.1])


@pytest.mark.parametrize("x", [-1e4, 1e4])
def test_softmax_curve_does_not_overflow(panel, x):
    panel.show_model(chain("softmax"))
    assert panel._plot.curves[0].function(np.array([x]))[0] == float(x > 0)


def test_histogram_shows_the_shares_of_z(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-2, -1, 0, 0, 0.5, 1, 1, 3)), True)
    heights, edges = panel._plot.histogram.heights, panel._plot.histogram.edges
    assert heights.sum() == pytest.approx(1)
    assert edges[0] <= -2
    assert edges[-1] >= 3
    assert heights[np.searchsorted(edges, 1.0, side="right") - 1] == pytest.approx(2 / 8)


def test_regions_say_their_share(panel):
    model = unit("relu")
    panel.show_model(model)
    panel.show_result(model.run(column(-2, -1, 0, 0, 0.5, 1, 1, 3)), True)
    assert note(panel) == "off (z ≤ 0): 50 %\u2003linear (z > 0): 50 %"
    assert [s.texts[0].replace("\u00a0", " ") for s in panel._plot._shades[1].spans] == [
        "off: 50 %",
        "linear: 50 %",
    ]
    assert [s.shaded for s in panel._plot._shades[0].spans] == [True, False]


def test_estimated_shares_say_so(panel):
    model = unit("tanh")
    panel.show_model(model)
    panel.show_result(model.run(np.linspace(-4, 4, 801).reshape(-1, 1)), True)
    assert "saturated (z ≤ −1.82): ≈ 27" in note(panel)


def test_x_axis_shows_the_curve_and_narrows_to_this_run_on_request(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-0.03, 0.04)), True)
    assert panel._plot._top.vb.viewRange()[0] == [-5, 5]
    panel.findChild(QToolButton, "activationsWide").setChecked(False)
    low, high = panel._plot._top.vb.viewRange()[0]
    assert -0.2 < low <= -0.03
    assert 0.04 <= high < 0.2


def test_both_plots_share_their_x_axis(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-3, 4)), True)
    panel._plot._top.vb.setXRange(-1, 2, padding=0)
    assert panel._plot._strip.vb.viewRange()[0] == pytest.approx([-1, 2])
    panel._plot._strip.vb.setXRange(0, 3, padding=0)
    assert panel._plot._top.vb.viewRange()[0] == pytest.approx([0, 3])
    x, _ = curve_of(panel)
    assert (x[0], x[-1]) == (0, 3)


def test_a_new_run_keeps_the_view_a_person_chose(panel):
    model = unit()
    panel.show_model(model)
    result = model.run(column(-2.9, 4))
    panel.show_result(result, True)
    panel._plot._top.vb.setXRange(-1, 2, padding=0)
    panel.show_result(model.run(column(-2.9, 0.5, 4)), True)
    assert panel._plot._top.vb.viewRange()[0] == pytest.approx([-1, 2])
    panel._plot.fit()
    assert panel._plot._top.vb.viewRange()[0] == pytest.approx([-5, 5])


def test_zooming_keeps_the_curve_in_view(panel):
    panel.show_model(chain("tanh"))
    panel._plot._top.vb.setXRange(1, 2, padding=0)
    low, high = panel._plot._top.vb.viewRange()[1]
    assert math.tanh(1) - 0.1 < low < math.tanh(1)
    assert math.tanh(2) < high < math.tanh(2) + 0.1


def test_compared_curves_do_not_dwarf_the_block(panel):
    model = unit("sigmoid")
    panel.show_model(model)
    panel.show_result(model.run(column(-1000, 1000)), True)
    panel.findChild(QCheckBox, "compare_linear").setChecked(True)
    assert panel._plot._top.vb.viewRange()[1] == pytest.approx([-5.8, 5.8])


def test_hovering_reads_x_and_g(panel):
    panel.show_model(chain("sigmoid"))
    box = panel._plot._top.vb
    panel._plot._on_mouse_moved(box.mapViewToScene(QPointF(2.0, 0.5)))
    entries = [entry.text for entry in panel._plot._reading.entries]
    assert entries[0].startswith("x = 2")
    assert entries[1].startswith("sigmoid(x) = 0.88")
    panel._plot._on_mouse_moved(QPointF(-5, -5))
    assert [entry.text for entry in panel._plot._reading.entries] == ["a = g(z)"]


def test_reading_names_the_bin(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(0, 0.25, 2, 3.5)), True)
    panel._plot.read_at(3.5)
    (entry,) = panel._plot._strip_reading.entries
    assert entry.text.replace("\u00a0", " ") == "z from 3.5 to 3.625: 25 %"
    panel._plot.read_at(-4.0)
    assert panel._plot._strip_reading.entries[0].text == "share of z: 0 %"


def test_keys_read_zoom_and_go_home(panel, qtbot):
    panel.show_model(chain("relu"))
    view = panel._plot.widget
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel._plot._reading.at == pytest.approx(0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert panel._plot._reading.at == pytest.approx(0.1)
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    low, high = panel._plot._top.vb.viewRange()[0]
    assert high - low < 10
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert panel._plot._top.vb.viewRange()[0] == [-5, 5]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert panel._plot._reading.at is None


def test_comparing_draws_step_sigmoid_and_relu_with_a_legend(panel):
    panel.show_model(chain("sigmoid"))
    for name in ("step", "relu", "sigmoid"):
        panel.findChild(QCheckBox, f"compare_{name}").setChecked(True)
    assert [curve.label for curve in panel._plot.curves] == ["sigmoid", "relu", "step"]
    assert [entry.text for entry in panel._plot._reading.entries] == ["sigmoid", "relu", "step"]
    for index, name in enumerate(("sigmoid", "relu", "step")):
        x, y = curve_of(panel, index)
        assert y == pytest.approx([FORMULAS[name](v) for v in x], abs=1e-12)
    panel._plot.read_at(1.0)
    assert [e.text for e in panel._plot._reading.entries] == [
        "x = 1",
        "sigmoid  0.7311",
        "relu  1",
        "step  1",
    ]
    panel._popup._on_clear()
    assert [curve.label for curve in panel._plot.curves] == ["sigmoid"]
    assert not panel._plot._lines[1].isVisible()


def test_every_entry_of_the_table_can_be_compared(panel):
    boxes = {b.text() for b in panel.findChildren(QCheckBox) if b.objectName().startswith("compare_")}
    assert boxes == set(ACTIVATIONS)


def test_curves_of_one_family_differ_in_their_lines(panel):
    panel.show_model(chain("relu"))
    panel.findChild(QCheckBox, "compare_leaky_relu").setChecked(True)
    first, second = (curve.pen for curve in panel._plot.curves)
    assert first.color() == second.color() == theme.family_curve("relu")
    assert first.style() != second.style()


def test_compare_opens_below_its_button_on_the_screen(panel, qtbot):
    panel.show_model(chain("relu"))
    qtbot.mouseClick(panel.findChild(QToolButton, "activationsCompare"), Qt.MouseButton.LeftButton)
    assert panel._popup.isVisible()
    assert panel.screen().availableGeometry().contains(panel._popup.geometry().topLeft())
    panel._popup.hide()


def test_before_a_run_the_curve_is_there_and_a_sentence_says_what_to_do(panel):
    panel.show_model(chain("relu"))
    panel.show_result(None, True)
    assert "Press Run forward (F5)" in note(panel)
    assert not panel._plot._strip.isVisible()


def test_without_a_block_a_sentence_takes_the_place_of_the_plot(panel):
    panel.show_model(Model(input_dim=4))
    assert not panel._plot.widget.isVisible()
    assert "Add a Dense block" in panel.accessibleDescription()
    panel.show_model(chain("relu"))
    assert panel._plot.widget.isVisible()


def test_what_is_out_of_date_is_not_shown_and_said(panel):
    model = unit()
    result = model.run(column(-1, 1))
    panel.show_model(model)
    panel.show_result(result, True)
    badge = panel.findChild(QLabel, "activationsBadge")
    assert not badge.isVisible()
    assert panel._plot.histogram.heights.sum() == pytest.approx(1)
    panel.show_result(result, False)
    assert badge.isVisible()
    assert badge.text() == "Out of date: press Run forward (F5)"
    assert "Out of date" in panel.accessibleDescription()
    assert panel._plot.histogram.heights.sum() == 0


def test_nothing_moves_when_a_run_goes_out_of_date(panel):
    model = unit()
    result = model.run(column(-1, 1))
    panel.show_model(model)
    panel.show_result(result, True)
    QApplication.processEvents()
    before = panel._plot.widget.geometry()
    panel.show_result(result, False)
    QApplication.processEvents()
    assert panel._plot.widget.geometry() == before


def test_selection_falls_back_to_the_last_that_exists(panel):
    model = chain("relu", "tanh", "sigmoid")
    ids = [layer.id for layer in model.layers]
    panel.show_model(model)
    assert "dense_1" in text(panel, "activationsTitle")
    panel.show_selection(ids[1])
    panel.show_selection(None)
    assert "tanh" in text(panel, "activationsTitle")
    panel.show_selection(99)
    assert "tanh" in text(panel, "activationsTitle")
    panel.show_model(model.with_layers([model.layers[0], model.layers[2]]))
    assert "relu" in text(panel, "activationsTitle")


def test_chooser_follows_the_selection_and_speaks(panel, qtbot):
    model = chain("relu", "tanh")
    panel.show_model(model)
    chooser = panel.findChild(QComboBox, "activationsBlock")
    panel.show_selection(model.layers[1].id)
    assert chooser.currentText() == "dense_2 · tanh"
    with qtbot.waitSignal(panel.layer_selected) as heard:
        qtbot.keyClick(chooser, Qt.Key.Key_Up)
    assert heard.args == [model.layers[0].id]
    assert "relu" in text(panel, "activationsTitle")


def test_nan_and_infinity_are_counted_and_the_rest_is_shown(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(math.nan, math.nan, math.inf, 1, 2)), True)
    assert "2 NaN and 1 infinite of 5 values" in note(panel)
    assert panel._plot.histogram.heights.sum() == pytest.approx(1)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((math.nan,), "1 NaN"),
        ((), "no rows"),
        ((0.0, 0.0), "off (z ≤ 0): 100 %"),
        ((1e300, -1e300), "off"),
        ((1.7e308, -1.7e308), "off"),
        ((5e-324, -3e-310), "off"),
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
    panel._plot._top.vb.setXRange(-2000, 2000, padding=0)
    assert not panel.grab().isNull()


def test_scheme_is_followed(panel, qapp):
    theme.apply(qapp, dark=False)
    panel.show_model(chain("tanh"))
    light = panel._plot.curves[0].pen.color()
    theme.apply(qapp, dark=True)
    try:
        assert light == QColor(theme.LIGHT.curves["tanh"])
        assert panel._plot.curves[0].pen.color() == QColor(theme.DARK.curves["tanh"])
        assert panel._plot.widget.backgroundBrush().color() == QColor(theme.DARK.panel)
        assert panel._plot._top.getAxis("left").textPen().color() == QColor(theme.DARK.muted)
    finally:
        theme.apply(qapp, dark=False)


def test_description_carries_the_numbers(panel):
    model = unit()
    panel.show_model(model)
    panel.show_result(model.run(column(-1, 1)), True)
    said = panel.accessibleDescription().replace("\u00a0", " ")
    assert "dense_1 · relu" in said
    assert "off (z ≤ 0): 50 %" in said


def test_many_runs_make_no_new_objects(panel):
    models = [chain("relu", "sigmoid", "softmax"), chain("tanh", "step")]
    results = [m.run(np.random.default_rng(i).normal(size=(20, 2))) for i, m in enumerate(models)]

    def rounds(count):
        for turn in range(count):
            panel.show_model(models[turn % 2])
            panel.show_result(results[turn % 2], turn % 3 > 0)
            panel.show_selection(models[turn % 2].layers[turn % 2].id)
            panel.grab()
        gc.collect()
        scene = panel._plot.widget.scene()
        return len(panel.findChildren(QObject)), len(scene.items())

    assert rounds(6) == rounds(60)


def test_language_change_is_harmless(panel):
    panel.show_model(chain("relu"))
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.accessibleName() == "Activation functions"


def test_leaving_ends_the_reading_and_a_double_click_goes_home(panel, qtbot):
    panel.show_model(chain("relu"))
    viewport = panel._plot.widget.viewport()
    panel._plot.read_at(1.0)
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert panel._plot._reading.at is None
    panel._plot._top.vb.setXRange(1, 2, padding=0)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    assert panel._plot._top.vb.viewRange()[0] == [-5, 5]


def test_narrow_panel_keeps_its_plot(panel):
    panel.resize(300, 260)
    panel.show_model(chain("relu"))
    assert panel.minimumSizeHint().width() <= 300
    assert isinstance(panel._plot.widget, pg.GraphicsLayoutWidget)
    assert panel._plot.widget.height() > 80
