"""The distribution panel: every layer's z and a as shares, with numbers that NumPy agrees with."""

import gc
import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus
from densegui.ui.panels.distributions_items import spread
from densegui.ui.panels.distributions_panel import DistributionsPanel

X = np.random.default_rng(3).normal(size=(150, 4))


def stack(*activations, units=6, seed=0):
    layers = [Dense(units, input_dim=4 if i == 0 else None, activation=a) for i, a in enumerate(activations)]
    return Model(layers, seed=seed, dtype="float64", input_dim=4)


def unit(activation="relu"):
    """One neuron that passes its input on: z is x."""
    model = Model([Dense(1, input_dim=1, activation=activation)], dtype="float64")
    return model.with_parameters(0, weights=[[1.0]], bias=[0.0])


def column(*values):
    return np.array(values, float).reshape(-1, 1)


@pytest.fixture
def panel(qtbot):
    widget = DistributionsPanel()
    qtbot.addWidget(widget)
    widget.resize(640, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def show(panel, model, x=X, current=True):
    panel.show_model(model)
    panel.show_result(model.run(x), current)


def histograms(panel):
    return panel._views["histograms"]


def columns(panel):
    return histograms(panel)._columns


def pane(panel, place, which=0):
    return columns(panel)[place].panes[which]


def rows(panel, place, which=0):
    return [
        f"{row.left} {row.right}".strip().replace("\u00a0", " ")
        for row in pane(panel, place, which).values.rows
    ]


def marks(panel, place, which=0):
    return [text for _, text in pane(panel, place, which)._axis.marks]


def test_each_layer_has_a_column_with_z_over_a_and_the_input_has_x_alone(panel):
    show(panel, stack("relu", "tanh", "sigmoid"))
    shown = [columns(panel)[i].contents for i in range(4)]
    assert [c.header.left for c in shown] == ["input", "dense_1", "dense_2", "dense_3"]
    assert [c.header.right for c in shown] == ["4 features", "relu", "tanh", "sigmoid"]
    assert [[v.symbol for v in c.panes] for c in shown] == [["x"], ["z", "a"], ["z", "a"], ["z", "a"]]
    z, a = (pane(panel, 1, which).box.sceneBoundingRect() for which in (0, 1))
    assert z.bottom() < a.top()
    assert columns(panel)[1].area.right() <= columns(panel)[2].area.left()


def test_heights_are_shares(panel):
    show(panel, stack("relu", "softmax"))
    for place, which in ((0, 0), (1, 0), (1, 1), (2, 0), (2, 1)):
        assert pane(panel, place, which).heights.sum() == pytest.approx(1)


def test_histogram_counts_each_value_in_its_bin(panel):
    show(panel, unit(), column(-1, 0.25, 0.5, 0.5))
    histogram = pane(panel, 0)
    assert histogram.heights[np.searchsorted(histogram.edges, 0.5, side="right") - 1] == 0.5


def test_numbers_are_numpys(panel):
    model = stack("relu", "tanh")
    show(panel, model)
    a = model.trace(X).layers[0].a
    assert rows(panel, 1, 1) == [
        f"mean {a.mean():.4g}",
        f"std {a.std():.4g}",
        f"zeros {np.mean(a == 0) * 100:.3g} %",
        f"saturated {np.mean(model.trace(X).layers[0].z <= 0) * 100:.3g} %",
    ]
    assert marks(panel, 1, 1) == ["0", f"{a.max():.4g}"]


def test_hand_computed_network_of_the_lesson(panel):
    model = Model([Dense(3, input_dim=2, activation="sigmoid")], dtype="float64")
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    show(panel, model, np.array([[1.0, 0.5]]))
    assert marks(panel, 1, 0) == ["0.3", "1.1"]
    assert marks(panel, 1, 1) == ["0.5744", "0.7503"]
    assert rows(panel, 1, 0)[0] == "mean 0.7"


def test_log_counts(panel):
    show(panel, unit(), column(*([0.1] * 99), 3.0))
    panel.findChild(QToolButton, "distributionsLog").setChecked(True)
    heights = pane(panel, 0).heights
    assert heights.max() == 1
    assert heights[heights > 0].min() == pytest.approx(math.log(2) / math.log(100))


def test_same_axis_is_shared_by_all_and_covers_all(panel):
    show(panel, stack("relu", "sigmoid"))
    own = pane(panel, 1, 1).box.viewRange()[0]
    panel.findChild(QToolButton, "distributionsSameAxis").setChecked(True)
    ranges = {tuple(pane(panel, p, w).box.viewRange()[0]) for p, w in ((0, 0), (1, 0), (1, 1), (2, 1))}
    ((low, high),) = ranges
    assert low <= X.min()
    assert high >= X.max()
    panel.findChild(QToolButton, "distributionsSameAxis").setChecked(False)
    assert pane(panel, 1, 1).box.viewRange()[0] == own


def test_marks_never_overlap():
    for places in ([10.0, 12.0], [0.0, 1.0], [99.0, 100.0], [5.0, 95.0]):
        left, right = spread(places, [30.0, 40.0], 0.0, 100.0)
        assert left >= 0
        assert right + 40 <= 100
        assert left + 30 < right


def test_hover_has_every_digit(panel):
    model = stack("relu", "tanh")
    show(panel, model)
    z = model.run(X).layers[0].z
    tip = histograms(panel).tip(pane(panel, 1).box.sceneBoundingRect().center())
    for number in (z.mean, z.std, z.min, z.max):
        assert repr(number).replace("-", "−") in tip
    assert "900 values" in tip


def test_hover_reads_the_bin_under_the_pointer(panel):
    show(panel, unit(), column(0.0, 1.0, 1.0, 1.0))
    box = pane(panel, 0).box
    tip = histograms(panel).tip(box.mapViewToScene(QPointF(1.01, 0.01)))
    assert "x from 1 to 1.031: 3 values, 75\u00a0%" in tip


def test_click_asks_for_the_layer_and_for_the_input(panel, qtbot):
    model = stack("relu", "tanh")
    show(panel, model)
    heard = []
    panel.focus_requested.connect(heard.append)
    panel.show_focus(Focus(model.layers[0].id, 3, 1, sample=7))
    for place in (0, 2):
        spot = columns(panel)[place].area.center().toPoint()
        qtbot.mouseClick(histograms(panel)._view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [Focus(INPUT, sample=7), Focus(model.layers[1].id, sample=7)]


def test_keys_walk_through_the_layers(panel, qtbot):
    model = stack("relu", "tanh")
    show(panel, model)
    heard = []
    panel.focus_requested.connect(heard.append)
    panel.focus_requested.connect(panel.show_focus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(histograms(panel)._view, key)
    ids = [layer.id for layer in model.layers]
    assert [focus.layer_id for focus in heard] == [ids[0], ids[1], ids[0]]


def test_focus_marks_the_column(panel):
    model = stack("relu", "tanh")
    show(panel, model)
    panel.show_focus(Focus(model.layers[1].id))
    assert [columns(panel)[i]._ground.selected for i in range(3)] == [False, False, True]
    panel.show_focus(Focus(INPUT))
    assert [columns(panel)[i]._ground.selected for i in range(3)] == [True, False, False]


def test_before_a_run_a_sentence_says_what_to_do(panel):
    panel.show_model(stack("relu"))
    panel.show_result(None, True)
    label = panel.findChild(QLabel, "distributionsEmpty")
    assert label.isVisible()
    assert "Press Run forward (F5)" in label.text()
    assert not panel._page.isVisible()


def test_without_a_layer_the_input_is_shown_alone(panel):
    model = stack()
    panel.show_model(model)
    assert "Add a Dense block" in panel.accessibleDescription()
    panel.show_result(model.run(X), True)
    assert list(columns(panel)) == [0]
    assert pane(panel, 0).heights.sum() == pytest.approx(1)


def test_out_of_date_is_said_and_muted_and_the_plots_stay(panel):
    model = stack("relu")
    result = model.run(X)
    panel.show_model(model)
    panel.show_result(result, True)
    status = panel.findChild(QLabel, "distributionsStatus")
    fresh = pane(panel, 1, 1).values.color
    assert "Out of date" not in status.text()
    panel.show_result(result, False)
    assert status.text() == "Out of date: press Run forward (F5)"
    assert pane(panel, 1, 1).values.color != fresh
    assert pane(panel, 1, 1).heights.sum() == pytest.approx(1)


def test_nan_and_infinity_stand_out(panel):
    show(panel, unit("linear"), column(math.nan, math.inf, -math.inf, 1.0, 2.0))
    last = pane(panel, 1, 1).values.rows[2]
    assert (last.left, last.left_role) == ("1 NaN · 2 ∞", "warning")
    assert pane(panel, 1, 1).heights.sum() == pytest.approx(1)
    assert marks(panel, 1, 1) == ["1", "2"]


def test_values_that_are_all_nan(panel):
    show(panel, unit("linear"), column(math.nan, math.nan))
    assert marks(panel, 1, 1) == []
    assert rows(panel, 1, 1)[2] == "2 NaN"
    panel.findChild(QToolButton, "distributionsSameAxis").setChecked(True)
    assert not panel.grab().isNull()


@pytest.mark.parametrize(
    ("values", "expected"),
    [((), []), ((0.0, 0.0), ["0"]), ((7.0,), ["7"]), ((-1.7e308, 1.7e308), None), ((-3e-310, 5e-324), None)],
)
def test_odd_runs_are_shown(panel, values, expected):
    show(panel, unit("linear"), column(*values))
    panel.findChild(QToolButton, "distributionsLog").setChecked(True)
    assert not panel.grab().isNull()
    assert expected is None or marks(panel, 1) == expected


def test_fifty_layers_make_only_the_columns_in_sight(panel):
    model = stack(*["tanh"] * 50)
    show(panel, model)
    assert 4 <= len(columns(panel)) <= 6
    panel.show_focus(Focus(model.layers[39].id))
    assert columns(panel)[40].contents.header.left == "dense_40"
    assert len(columns(panel)) <= 12
    assert columns(panel)[40]._ground.selected


def test_columns_out_of_sight_follow_when_scrolled_to(panel):
    models = [stack(*["tanh"] * 20, seed=seed) for seed in (0, 1)]
    show(panel, models[0])
    bar = histograms(panel)._scroll.horizontalScrollBar()
    bar.setValue(bar.maximum())
    bar.setValue(0)
    result = models[1].run(X)
    panel.show_result(result, True)
    bar.setValue(bar.maximum())
    assert pane(panel, 20).values.statistics is result.layers[19].z


def test_columns_are_wide_enough_and_fill_the_panel(panel):
    show(panel, stack("relu", "tanh"))
    assert columns(panel)[2].area.right() == pytest.approx(histograms(panel)._scroll.viewport().width())
    show(panel, stack(*["relu"] * 9))
    assert columns(panel)[1].area.width() >= 104
    assert histograms(panel)._scroll.horizontalScrollBar().maximum() > 0


def test_three_layers_fit_without_scrolling_up_and_down(panel):
    panel.resize(640, 300)
    show(panel, stack("relu", "relu", "sigmoid"))
    assert histograms(panel)._scroll.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("current", [True, False])
def test_narrow_panel_keeps_its_buttons_and_its_first_words(panel, current):
    panel.resize(300, 280)
    show(panel, stack("relu", "relu", "sigmoid"), current=current)
    QApplication.processEvents()
    status = panel.findChild(QLabel, "distributionsStatus")
    assert panel.findChild(QToolButton, "distributionsSameAxis").geometry().right() <= 300
    assert status.width() > 120
    assert status.text() in status.toolTip()
    assert histograms(panel)._scroll.verticalScrollBar().maximum() == 0


def test_scheme_is_followed(panel, qapp):
    theme.apply(qapp, dark=False)
    show(panel, stack("sigmoid"))
    assert pane(panel, 1, 1).values.color == QColor(theme.LIGHT.curves["sigmoid"])
    theme.apply(qapp, dark=True)
    try:
        assert pane(panel, 1, 1).values.color == QColor(theme.DARK.curves["sigmoid"])
        assert histograms(panel)._view.backgroundBrush().color() == QColor(theme.DARK.panel)
    finally:
        theme.apply(qapp, dark=False)


def test_description_carries_the_numbers(panel):
    show(panel, unit(), column(-1, 3))
    said = panel.accessibleDescription().replace("\u00a0", " ")
    assert said.startswith("x: mean 1, std 2, min −1, max 3, zeros 0 %")
    assert "dense_1 a: mean 1.5, std 1.5, min 0, max 3, zeros 50 %" in said


def test_many_runs_make_no_new_objects(panel):
    results = [m.run(X) for m in (stack("relu", "tanh", "sigmoid"), stack("tanh"), stack("step", "softmax"))]

    def rounds(count):
        for turn in range(count):
            panel.show_result(results[turn % 3], turn % 2 > 0)
            panel._bar._log.setChecked(turn % 2 > 0)
            panel.grab()
        gc.collect()
        return len(panel.findChildren(QObject)), len(histograms(panel)._view.scene().items())

    assert rounds(6) == rounds(60)


def test_columns_of_a_longer_model_go_away(panel):
    show(panel, stack("relu", "tanh", "sigmoid"))
    show(panel, stack("relu"))
    assert columns(panel)[3].contents is None
    assert not pane(panel, 3).box.isVisible()
    assert histograms(panel).tip(QPointF(5000, 50)) == ""


def test_space_shows_the_numbers_of_the_selected_layer(panel, qtbot, monkeypatch):
    model = stack("relu")
    show(panel, model)
    panel.show_focus(Focus(model.layers[0].id))
    said = []
    monkeypatch.setattr(
        "densegui.ui.panels.distributions_histograms.QToolTip.showText",
        lambda _at, text, _widget: said.append(text),
    )
    qtbot.keyClick(histograms(panel)._view, Qt.Key.Key_Space)
    assert said[0].startswith("dense_1")


def test_language_change_is_harmless(panel):
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert panel.accessibleName() == "Output distributions"
