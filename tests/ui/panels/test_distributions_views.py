"""The other views of a run: overlaid, ridgeline, boxes, neurons, classes; and what every view owes."""

import gc
import math

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QToolButton

from densegui.data import Dataset, builtin
from densegui.data.dataset import Source
from densegui.engine import Dense, Initializer, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus
from densegui.ui.panels.distributions_bar import VIEWS
from densegui.ui.panels.distributions_chart import thinned
from densegui.ui.panels.distributions_measures import ends, quartiles, rounded
from densegui.ui.panels.distributions_panel import DistributionsPanel
from densegui.ui.panels.distributions_pin import pin_text
from densegui.ui.panels.distributions_strip import cells

IRIS = builtin("iris")


def stack(*activations, units=6, seed=0, init="glorot_uniform"):
    layers = [
        Dense(units, input_dim=4 if i == 0 else None, activation=a, init=init)
        for i, a in enumerate(activations)
    ]
    return Model(layers, seed=seed, dtype="float64", input_dim=4)


def unit(activation="linear"):
    model = Model([Dense(1, input_dim=1, activation=activation)], dtype="float64")
    return model.with_parameters(0, weights=[[1.0]], bias=[0.0])


def column(*values):
    return np.array(values, float).reshape(-1, 1)


@pytest.fixture
def panel(qtbot):
    widget = DistributionsPanel()
    qtbot.addWidget(widget)
    widget.resize(640, 320)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def show(panel, model, dataset=IRIS, current=True):
    panel.show_dataset(dataset)
    panel.show_model(model)
    result = model.run(dataset.x, labels=dataset.labels)
    panel.show_result(result, current)
    return result


def rows_of(x, labels=None, class_names=()):
    return Dataset("typed", np.asarray(x, float), Source("typed", {}), labels=labels, class_names=class_names)


def view(panel, name):
    panel._bar.choose(name)
    return panel._views[name]


def button(panel, name):
    return panel.findChild(QToolButton, name)


def texts(marks):
    return [text for _, text in marks]


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("size", [(450, 290), (690, 600), (320, 220)])
def test_every_view_is_drawn_at_every_size(panel, name, size):
    panel.resize(*size)
    show(panel, stack("relu", "tanh", "softmax", units=3))
    shown = view(panel, name)
    assert shown.isVisible()
    assert not panel.grab().isNull()
    assert panel.picture() is shown
    head, *rows = panel.numbers()
    assert rows
    assert all(len(row) == len(head) for row in rows[:20])


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize(
    "values", [(), (0.0, 0.0), (7.0,), (math.nan, math.inf), (-1.7e308, 1.7e308), (-3e-310, 5e-324)]
)
def test_odd_runs_are_drawn_in_every_view(panel, name, values):
    show(panel, unit(), rows_of(column(*values)))
    view(panel, name)
    for after in ("distributionsBefore", "distributionsAfter"):
        button(panel, after).setChecked(True)
        assert not panel.grab().isNull()


def test_views_are_chosen_from_the_keyboard(panel, qtbot):
    show(panel, stack("relu", "tanh"))
    tabs = panel.findChild(QTabBar, "distributionsViews")
    for _ in range(3):
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert panel._plots.currentWidget() is panel._views["boxes"]
    assert tabs.accessibleName()


def test_overlaid_draws_each_outline_to_the_same_height(panel):
    result = show(panel, stack("relu", "tanh"))
    shapes = view(panel, "overlaid").chart.shapes.shapes
    assert len(shapes) == 3
    for shape in shapes:
        assert shape.path.boundingRect().bottom() == pytest.approx(1)
    edges = result.layers[0].a.histogram.edges
    box = shapes[1].path.boundingRect()
    assert (box.left(), box.right()) == pytest.approx((edges[0], edges[-1]))
    assert [entry.text for entry in panel._views["overlaid"].legend._several] == [
        "input",
        "dense_1",
        "dense_2",
    ]


def test_z_or_a_by_choice(panel):
    result = show(panel, stack("relu", "tanh"))
    chart = view(panel, "overlaid").chart
    button(panel, "distributionsBefore").click()
    assert chart._axes["bottom"].label == "value of z, before the activation"
    low = result.layers[0].z.histogram.edges[0]
    assert chart.shapes.shapes[1].path.boundingRect().left() == pytest.approx(low)
    button(panel, "distributionsAfter").click()
    assert chart._axes["bottom"].label == "value of a, after the activation"
    assert chart.shapes.shapes[1].path.boundingRect().left() == 0


def test_ridges_stand_over_their_depth_with_the_std_beside(panel):
    result = show(panel, stack("relu", "tanh"))
    chart = view(panel, "ridges").chart
    assert texts(chart._axes["left"].marks) == ["input", "dense_1", "dense_2"]
    assert texts(chart._axes["right"].marks) == [
        f"{s.std:.4g}" for s in (result.inputs, *(r.a for r in result.layers))
    ]
    feet = sorted(shape.path.boundingRect().top() for shape in chart.shapes.shapes)
    assert feet == pytest.approx([0, 1, 2])


def test_ridges_of_their_own_axes_all_reach_from_side_to_side(panel):
    show(panel, stack("relu", "tanh"))
    chart = view(panel, "ridges").chart
    button(panel, "distributionsSameAxis").click()
    for shape in chart.shapes.shapes:
        box = shape.path.boundingRect()
        assert (box.left(), box.right()) == pytest.approx((0, 1))


def test_ridges_of_their_own_axes_share_them_with_the_pinned_run(panel):
    show(panel, stack("tanh", init="standard_normal"))
    button(panel, "distributionsPin").click()
    show(panel, stack("tanh", init="uniform"))
    chart = view(panel, "ridges").chart
    button(panel, "distributionsSameAxis").click()
    now, pinned = (shape.path.boundingRect() for shape in chart.shapes.shapes[:2])
    assert (pinned.left(), pinned.right()) == pytest.approx((0, 1))
    assert 0 < now.left() < now.right() < 1


def test_boxes_reach_from_min_to_max_with_a_mean(panel):
    result = show(panel, stack("tanh", "tanh"))
    chart = view(panel, "boxes").chart
    whiskers, means = chart.shapes.shapes[0].path.boundingRect(), chart.shapes.shapes[-1].dots
    every = (result.inputs, *(layer.a for layer in result.layers))
    assert whiskers.top() == pytest.approx(min(s.min for s in every))
    assert whiskers.bottom() == pytest.approx(max(s.max for s in every))
    assert [point.y() for point in means] == pytest.approx([s.mean for s in every])


@pytest.mark.parametrize("seed", range(5))
def test_quartiles_are_within_a_bin_of_numpys(seed):
    x = np.random.default_rng(seed).normal(3, 2, (4000, 1))
    s = unit().run(x).inputs
    width = s.histogram.edges[1] - s.histogram.edges[0]
    assert np.abs(np.array(quartiles(s)) - np.quantile(x, (0.25, 0.5, 0.75))).max() <= width


def test_quartiles_know_how_many_values_are_zero():
    """Half of a relu's outputs are zero: so is the lower quartile, not the middle of the first bin."""
    s = unit("relu").run(column(-3, -2, -1, -4, 1, 2, 3, 4)).layers[0].a
    assert quartiles(s)[0] == 0
    assert quartiles(unit().run(column(0, 0, 0, 1)).inputs) == (0, 0, 0)
    assert quartiles(unit().run(column(5, 5)).inputs) == (5, 5, 5)
    assert math.isnan(quartiles(unit().run(column(math.nan)).inputs)[1])


def test_ends_have_equally_many_decimals_where_they_are_close():
    assert ends(0.49999, 0.5) == ("0.499990", "0.500000")
    assert ends(0.0, 1.0) == ("0", "1")
    assert ends(-10.7, 7.245) == ("−10.7", "7.245")
    assert ends(7.0, 7.0) == ("7",)
    assert ends(math.nan, math.nan) == ()


def test_ranges_are_rounded_outward_by_little():
    assert rounded(-1.05, 1.06) == pytest.approx((-1.2, 1.2))
    assert rounded(0.0, 7.9) == pytest.approx((0, 8))
    assert rounded(3.0, 3.0) == (3.0, 3.0)
    for low, high in np.sort(
        np.random.default_rng(0).normal(size=(200, 2)) * 10.0 ** np.arange(-100, 100)[:, None]
    ):
        left, right = rounded(low, high)
        width = high - low
        assert low - 0.13 * width <= left <= low
        assert high <= right <= high + 0.13 * width


def test_names_are_thinned_in_round_steps():
    marks = tuple((float(k), str(k)) for k in range(51))
    assert texts(thinned(marks, 4.0, 15.0))[:3] == ["0", "5", "10"]
    assert texts(thinned(marks, 20.0, 15.0)) == [text for _, text in marks]
    assert texts(thinned(marks, 0.4, 15.0)) == ["0", "50"]


@pytest.mark.parametrize("name", ["overlaid", "ridges", "boxes"])
def test_arrows_walk_through_the_layers_over_depth(panel, qtbot, name):
    model = stack("relu", "tanh")
    show(panel, model)
    chart = view(panel, name).chart
    heard = []
    panel.focus_requested.connect(heard.append)
    panel.focus_requested.connect(panel.show_focus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(chart.widget, key)
    ids = [layer.id for layer in model.layers]
    assert [focus.layer_id for focus in heard] == [ids[0], ids[1], ids[0], INPUT]


@pytest.mark.parametrize(("name", "point"), [("ridges", (0.5, 2.3)), ("boxes", (2.1, 0.4))])
def test_click_over_depth_asks_for_the_layer(panel, qtbot, name, point):
    model = stack("relu", "tanh")
    show(panel, model)
    chart = view(panel, name).chart
    QApplication.processEvents()
    heard = []
    panel.focus_requested.connect(heard.append)
    spot = chart.widget.mapFromScene(chart.box.mapViewToScene(QPointF(*point)))
    qtbot.mouseClick(chart.widget.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [Focus(model.layers[1].id)]


def test_zoom_stays_with_the_next_run_and_home_shows_all(panel, qtbot):
    models = [stack("sigmoid", seed=seed) for seed in (0, 1)]
    show(panel, models[0])
    chart = view(panel, "overlaid").chart
    before = chart.box.viewRange()[0]
    qtbot.keyClick(chart.widget, Qt.Key.Key_Plus)
    near = chart.box.viewRange()[0]
    assert near[1] - near[0] < before[1] - before[0]
    panel.show_result(models[1].run(IRIS.x), True)
    assert chart.box.viewRange()[0] == near
    qtbot.keyClick(chart.widget, Qt.Key.Key_Home)
    assert chart.box.viewRange()[0] == pytest.approx(before)


def test_boxes_zoom_along_the_values_too(panel, qtbot):
    show(panel, stack("tanh"))
    chart = view(panel, "boxes").chart
    low, high = chart.box.viewRange()[1]
    qtbot.keyClick(chart.widget, Qt.Key.Key_Plus)
    near = chart.box.viewRange()[1]
    assert near[1] - near[0] == pytest.approx(0.8 * (high - low))


def test_hover_over_depth_has_every_digit(panel):
    result = show(panel, stack("relu", "tanh"))
    said = view(panel, "boxes").chart.tip(QPointF(1.0, 0.0))
    assert said.startswith("dense_1")
    assert repr(result.layers[0].a.mean).replace("-", "−") in said


def test_four_hundred_layers_are_drawn_in_part_with_the_focused_one(panel):
    model = stack(*["tanh"] * 400, units=2)
    show(panel, model)
    panel.show_focus(Focus(model.layers[198].id))
    overlaid = view(panel, "overlaid")
    assert len(overlaid.chart.shapes.shapes) <= 64
    assert "dense_199" in [entry.text for entry in overlaid.legend._several]
    assert overlaid.legend._always[-1].text == "one layer of 7 is drawn"
    assert "dense_199" in texts(view(panel, "ridges").chart._axes["left"].marks)
    assert 199 in [band.place for band in view(panel, "neurons")._strip.bands()]


def dying():
    """Four relu neurons over x = 1 … 3: dead, alive, half alive, dead."""
    model = Model([Dense(4, input_dim=1, activation="relu")], dtype="float64")
    return model.with_parameters(0, weights=[[-1.0, 1.0, 1.0, 0.0]], bias=[0.0, 0.0, -2.0, -1.0])


def test_neurons_show_mean_spread_and_the_dead(panel):
    show(panel, dying(), rows_of([[1], [2], [3]]))
    neurons = view(panel, "neurons")
    means = [shape.dots for shape in neurons._chart.shapes.shapes if shape.dots is not None]
    assert [p.x() for p in means[0]] == [0, 1, 2, 3]
    assert [p.y() for p in means[0]] == pytest.approx([0, 2, 1 / 3, 0])
    assert [p.x() for p in means[1]] == [0, 3]
    assert "2 dead of 4" in [entry.text for entry in neurons._legend._always]
    button(panel, "distributionsBefore").click()
    assert "2 dead of 4" in [entry.text for entry in neurons._legend._always]
    button(panel, "distributionsAfter").click()
    zeros = neurons._chart.shapes.shapes[0].rects
    (low, high) = neurons._chart.box.viewRange()[1]
    assert [round(r.height() / (high - low), 6) for r in zeros] == [1, round(2 / 3, 6), 1]


def test_neurons_of_the_strip_are_clicked_and_stepped(panel, qtbot):
    model = dying()
    show(panel, model, rows_of([[1], [2], [3]]))
    neurons = view(panel, "neurons")
    QApplication.processEvents()
    heard = []
    panel.focus_requested.connect(heard.append)
    panel.focus_requested.connect(panel.show_focus)
    band = neurons._strip.bands()[1]
    spot = QPoint(int(band.cells.left() + 0.9 * band.cells.width()), int(band.cells.center().y()))
    qtbot.mouseClick(neurons._strip, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.keyClick(neurons._chart.widget, Qt.Key.Key_Left)
    assert heard == [Focus(model.layers[0].id, 3), Focus(model.layers[0].id, 2)]
    assert "std" in neurons._chart.tip(QPointF(2, 0))


def test_wide_rows_of_the_strip_are_means_of_neighbours():
    means = np.repeat([1.0, -1.0], 300)
    fills = cells(means, np.zeros(600, bool), 100)
    assert fills.shape == (100, 3)
    assert tuple(fills[0]) == QColor(theme.colors().positive).getRgb()[:3]
    assert tuple(fills[-1]) == QColor(theme.colors().negative).getRgb()[:3]
    dead = np.zeros(600, bool)
    dead[:3] = True
    assert tuple(cells(means, dead, 200)[0]) == QColor(theme.colors().warning).getRgb()[:3]


def test_classes_show_the_mean_of_each_neuron_for_each_class(panel, qtbot):
    model = stack("tanh", "tanh")
    show(panel, model)
    panel.show_focus(Focus(model.layers[0].id))
    heat = view(panel, "classes")._heat
    a = model.trace(IRIS.x).layers[0].a
    expected = np.array([a[IRIS.labels == k].mean(axis=0) for k in range(3)])
    np.testing.assert_allclose(heat.grid.values, expected / np.abs(expected).max(), rtol=1e-6)
    assert list(heat.grid.rows) == ["setosa", "versicolor", "virginica"]
    assert heat.grid.texts[1][2] == f"{expected[1, 2]:.2g}".replace("-", "−")
    assert heat.accessibleDescription().startswith("setosa: ")
    heard = []
    panel.focus_requested.connect(heard.append)
    area = heat.cells()
    spot = QPoint(int(area.left() + area.width() * 4.5 / 6), int(area.center().y()))
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=spot)
    assert heard == [Focus(model.layers[0].id, 4)]
    assert repr(float(expected[0, 1])).replace("-", "−")[:8] in heat.tip(0, 1)


def test_classes_need_labels(panel):
    show(panel, stack("tanh"), rows_of(IRIS.x))
    assert "no labels" in view(panel, "classes").findChild(QLabel).text()


def test_first_nan_is_located_in_words_and_gone_to(panel, qtbot):
    model = stack("relu", "relu", "relu")
    weights = np.array(model.parameters[2].weights)
    weights[1, 4] = math.nan
    model = model.with_parameters(2, weights=weights)
    show(panel, model)
    fault = button(panel, "distributionsFault")
    assert fault.text() == "First NaN in z of dense_3, sample 0, neuron 4: from the weights"
    heard = []
    panel.focus_requested.connect(heard.append)
    qtbot.mouseClick(fault, Qt.MouseButton.LeftButton)
    assert heard == [Focus(model.layers[2].id, 4, sample=0)]
    show(panel, stack("relu"))
    assert not fault.isVisible()


def test_first_infinity_of_the_data_is_located(panel):
    x = np.zeros((3, 4))
    x[2, 1] = math.inf
    show(panel, stack("relu"), rows_of(x))
    assert button(panel, "distributionsFault").text() == "First ∞ in the data: sample 2, feature 1"


def test_an_overflow_is_said_to_be_one(panel):
    model = Model([Dense(1, input_dim=1)], dtype="float32").with_parameters(0, weights=[[1e30]], bias=[0.0])
    show(panel, model, rows_of([[1e30]]))
    expected = "First ∞ in z of dense_1, sample 0, neuron 0: x·W + b exceeds float32"
    assert button(panel, "distributionsFault").text() == expected


def deep(init, activation="tanh", seed=0):
    layers = [
        Dense(100, input_dim=100 if i == 0 else None, activation=activation, init=init) for i in range(50)
    ]
    return Model(layers, seed=seed)


def last_rows(panel, place=50):
    panel.show_focus(Focus(panel._result.model.layers[place - 1].id))
    pane = panel._views["histograms"]._columns[place].panes[1]
    return {row.left: (row.right, row.pinned) for row in pane.values.rows}


def number(text):
    return float(text.replace("−", "-").replace("%", "").replace("<", "").strip())


def test_a_deep_stack_is_saturated_killed_or_kept_alive_by_its_initialiser(panel):
    """N(0, 1) drives tanh to ±1, N(0, 0.01²) to 0; Glorot keeps a spread after fifty layers."""
    x = np.random.default_rng(0).normal(size=(300, 100))
    data = rows_of(x)
    show(panel, deep("standard_normal"), data)
    button(panel, "distributionsPin").click()
    saturated = last_rows(panel)
    assert number(saturated["saturated"][0]) > 60
    assert number(saturated["std"][0]) > 0.9
    show(panel, deep(Initializer("normal", stddev=0.01)), data)
    killed = last_rows(panel)
    assert number(killed["std"][0]) < 1e-20
    assert killed["saturated"] == ("0\u00a0%", saturated["saturated"][0])
    show(panel, deep("glorot_normal"), data)
    alive = last_rows(panel)
    assert 0.05 < number(alive["std"][0]) < 0.5
    assert alive["std"][1] == saturated["std"][0]
    assert number(alive["saturated"][0]) < 1


def test_a_deep_sigmoid_stack_is_saturated_by_n01(panel):
    show(panel, deep("standard_normal", "sigmoid"), rows_of(np.random.default_rng(0).normal(size=(300, 100))))
    assert number(last_rows(panel)["saturated"][0]) > 30


def test_pinned_run_is_outlined_in_the_same_axes(panel):
    first = show(panel, stack("tanh", init="standard_normal"))
    button(panel, "distributionsPin").click()
    second = show(panel, stack("tanh", init="uniform"))
    pane = panel._views["histograms"]._columns[1].panes[0]
    outline = pane.outline.shapes[0].path.boundingRect()
    edges = first.layers[0].z.histogram.edges
    assert (outline.left(), outline.right()) == pytest.approx((edges[0], edges[-1]))
    tip = panel._views["histograms"].tip(pane.box.sceneBoundingRect().center())
    assert repr(first.layers[0].z.std).replace("-", "−") in tip
    low, high = pane.box.viewRange()[0]
    assert low <= min(edges[0], second.layers[0].z.histogram.edges[0])
    assert high >= max(edges[-1], second.layers[0].z.histogram.edges[-1])
    assert panel._bar._said[0] == "uniform (pinned, dashed: standard_normal)"
    assert panel._bar._said[1:] == ("dashed and in brackets: pinned", "dashed: pinned")
    button(panel, "distributionsPin").click()
    assert pane.outline.shapes == ()
    assert pane.values.rows[0].pinned == ""


@pytest.mark.parametrize("name", VIEWS)
def test_pinned_and_shown_may_have_other_layers(panel, name):
    show(panel, stack("tanh", "relu", "softmax", units=3))
    button(panel, "distributionsPin").click()
    view(panel, name)
    for other in (stack("relu"), stack(*["tanh"] * 20), stack(), stack("sigmoid", units=1)):
        show(panel, other)
        assert not panel.grab().isNull()
        assert sum(1 for _ in panel.numbers()) > 1


def test_pinned_numbers_are_in_the_table(panel):
    first = show(panel, stack("tanh"))
    button(panel, "distributionsPin").click()
    show(panel, stack("relu"))
    view(panel, "boxes")
    rows = list(panel.numbers())
    assert ("pinned", "dense_1", "a", 900, first.layers[0].a.mean) in [row[:5] for row in rows]


def test_table_of_the_histograms_has_every_count(panel):
    result = show(panel, stack("tanh"))
    counts = [row[5] for row in panel.numbers() if row[:3] == ("shown", "dense_1", "a")]
    assert counts == result.layers[0].a.histogram.counts.tolist()


def test_out_of_sight_nothing_is_drawn_until_the_panel_is_seen(panel):
    show(panel, stack("tanh"))
    panel.hide()
    model = stack("relu", "relu")
    result = show(panel, model)
    assert panel._views["histograms"]._shown.result is not result
    panel.show()
    assert panel._views["histograms"]._shown.result is result


def test_wider_columns_leave_none_behind(panel):
    show(panel, stack("relu", "relu", "relu"))
    button(panel, "distributionsPin").click()
    view_of = panel._views["histograms"]
    placed = [c.area for c in view_of._columns.values() if c.contents is not None]
    for a, b in zip(
        sorted(placed, key=lambda r: r.left()), sorted(placed, key=lambda r: r.left())[1:], strict=False
    ):
        assert a.right() <= b.left() + 1e-6


@pytest.mark.parametrize("name", VIEWS)
def test_many_runs_make_no_new_objects(panel, name):
    models = [stack("relu", "tanh", "softmax", units=3), stack("tanh"), stack("step", "sigmoid", units=1)]
    results = [m.run(IRIS.x, labels=IRIS.labels) for m in models]
    panel.show_dataset(IRIS)
    panel.show_result(results[0], True)
    shown = view(panel, name)
    panel.show_focus(Focus(models[0].layers[0].id, 1))

    def rounds(count):
        for turn in range(count):
            panel.show_model(models[turn % 3])
            panel.show_result(results[turn % 3], turn % 2 > 0)
            panel.show_focus(Focus(models[0].layers[0].id, turn % 3, sample=turn % 5))
            button(panel, "distributionsPin").setChecked(turn % 4 > 1)
            if turn % 20 == 0:
                panel.grab()
        gc.collect()
        scenes = [w.scene().items() for w in shown.findChildren(QObject) if hasattr(w, "scene")]
        return len(panel.findChildren(QObject)), sum(len(items) for items in scenes)

    assert rounds(24) == rounds(240)


def test_schemes_and_languages_are_followed_in_every_view(panel, qapp):
    show(panel, stack("sigmoid", "softmax", units=3))
    for name in VIEWS:
        view(panel, name)
    theme.apply(qapp, dark=True)
    try:
        chart = view(panel, "boxes").chart
        assert chart.widget.backgroundBrush().color() == QColor(theme.DARK.panel)
    finally:
        theme.apply(qapp, dark=False)
    assert view(panel, "overlaid").chart.widget.backgroundBrush().color() == QColor(theme.LIGHT.panel)


def test_the_digits_of_a_float32_run_are_those_of_float32(panel):
    model = Model([Dense(1, input_dim=1)]).with_parameters(0, weights=[[1.0]], bias=[0.0])
    panel.show_model(model)
    panel.show_result(model.run(np.array([[0.3], [0.1]])), True)
    tip = panel._views["histograms"]._columns[1].tip(QPointF())
    assert "min 0.1\nmax 0.3" in tip
    assert panel._views["histograms"]._columns[0].contents.header.right == "1 feature"


def test_a_layer_that_differs_in_number_is_called_one(panel):
    x = np.array([[0.3], [0.1]])
    one = Model([Dense(1, input_dim=1)])
    two = one.with_layers([*one.layers, Dense(1)])
    assert pin_text(one.run(x), two.run(x)) == "2 layers (pinned, dashed: 1 layer)"
