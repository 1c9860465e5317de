"""The input plane as a person meets it: what is drawn, pointed at, clicked, typed and exported."""

import gc
import re
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QWidget

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus
from densegui.ui.panels.plane_colors import SOFT
from densegui.ui.panels.plane_drawing import Target
from densegui.ui.panels.plane_panel import PlanePanel
from densegui.ui.panels.plane_values import Area
from densegui.ui.panels.plotting import blend

TRUTH = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR_DATA = Dataset(
    "xor", TRUTH, Source("typed", MappingProxyType({})), ("p", "q"), np.array([0, 1, 1, 0]), ("false", "true")
)


def xor():
    """NAND and OR side by side, then AND of the two (FACTS §5)."""
    model = Model([Dense(2, input_dim=2, activation="step"), Dense(1, activation="step")])
    model = model.with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    return model.with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])


def gaussians(rows=150):
    rng = np.random.default_rng(5)
    labels = np.arange(rows) % 3
    x = rng.normal(size=(rows, 2)) + np.array([[-2.0, 0.0], [2.0, 0.0], [0.0, 3.0]])[labels]
    names = ("north", "south", "west")
    return Dataset("gaussians", x, Source("typed", MappingProxyType({})), ("u", "v"), labels, names)


@pytest.fixture
def panel(qtbot):
    made = PlanePanel()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.pictures = []
    made.pictures_changed.connect(made.pictures.append)
    made.asked = []
    made.focus_requested.connect(made.asked.append)
    return made


def shown(panel, qtbot, model=None, dataset=XOR_DATA, focus=None):
    panel.show_dataset(dataset)
    panel.show_focus(focus or Focus())
    panel.show_model(model or xor())
    panel.show()
    qtbot.waitExposed(panel)
    return panel._model


def place_of(panel, x, y):
    """Where a point of the plane is, in pixels of the plot's viewport."""
    plot = panel._plot
    scene = plot._box.mapViewToScene(QPointF(x, y))
    return plot.widget.mapFromScene(scene)


def color_at(panel, x, y):
    place = place_of(panel, x, y)
    return panel._plot.widget.grab().toImage().pixelColor(place)


def near(one, two):
    pairs = zip((one.red(), one.green(), one.blue()), (two.red(), two.green(), two.blue()), strict=True)
    return all(abs(a - b) <= 3 for a, b in pairs)


def legend(panel):
    return [" ".join((entry.text, *entry.marks)).strip() for entry in panel._legend._entries]


def test_the_truth_table_of_xor_is_seen(panel, qtbot):
    shown(panel, qtbot)
    scheme = theme.colors()
    for (p, q), out in zip(TRUTH, (0, 1, 1, 0), strict=True):
        hue = QColor(scheme.positive if out else scheme.negative)
        # Beside the data point the plane has the colour of the answer; the point has that of its label.
        assert near(color_at(panel, p - 0.2, q + 0.2), blend(hue, SOFT))
        assert near(color_at(panel, p, q), hue)


def test_a_hidden_neuron_is_drawn_when_it_is_looked_at(panel, qtbot):
    model = shown(panel, qtbot)
    panel.show_focus(Focus(model.layers[0].id, 1))
    blue, orange = (blend(QColor(c), SOFT) for c in (theme.colors().positive, theme.colors().negative))
    # OR: on above p + q = 0.4.
    assert near(color_at(panel, 1.5, 1.5), blue)
    assert near(color_at(panel, -0.5, -0.5), orange)
    assert "a of dense_1 neuron 1" in legend(panel)
    panel.show_focus(Focus(INPUT, 0))
    assert near(color_at(panel, 1.98, -0.5), blue)
    assert "p" in legend(panel)


def test_the_legend_says_what_is_seen(panel, qtbot):
    shown(panel, qtbot, focus=Focus(sample=2))
    assert legend(panel) == ["a of dense_2 neuron 0", "0 0.5 1", "z = 0", "false", "true", "sample 2"]
    for word in ("a of dense_2 neuron 0", "z = 0", "false", "true", "sample 2"):
        assert word in panel.accessibleDescription()


def test_a_plane_of_one_colour_says_its_numbers(panel, qtbot):
    model = Model([Dense(1, input_dim=2, activation="sigmoid")])
    shown(panel, qtbot, model.with_parameters(0, weights=[[0.0], [0.0]], bias=[1.0]))
    # sigmoid(1) = 0.73105858 (FACTS §3).
    assert "everywhere 0.7311" in legend(panel)
    # sigmoid(−1) = 0.26894142: the ends of the plane, −1 and 2, move z by 2·10⁻⁶ and 4·10⁻⁶ at most.
    panel.show_model(model.with_parameters(0, weights=[[2e-6], [0.0]], bias=[-1.0]))
    assert "nearly even: 0.26894 to 0.26894" not in legend(panel)
    assert any(re.fullmatch(r"nearly even: 0\.26894\d+ to 0\.26894\d+", entry) for entry in legend(panel))


def test_it_is_drawn_coarsely_at_once_and_finely_later(panel, qtbot):
    with qtbot.waitSignal(panel._draughtsman.drawn, check_params_cb=lambda d: len(d.rgba) == 200):
        shown(panel, qtbot)
        assert len(panel._drawing.rgba) == 100
    panel.show_model(xor())
    assert len(panel._drawing.rgba) == 100


def test_nothing_is_drawn_twice_nor_where_nobody_looks(panel, qtbot):
    drawn = []
    panel._draughtsman.drawn.connect(drawn.append)
    panel.show_dataset(XOR_DATA)
    panel.show_model(xor())
    assert drawn == []
    model = shown(panel, qtbot)
    count = len(drawn)
    panel.show_model(model)
    panel.show_focus(Focus(sample=3))
    assert len(drawn) == count
    panel.hide()
    panel.show_model(xor())
    assert len(drawn) == count
    panel.show()
    assert len(drawn) == count + 1


def test_several_outputs_show_the_most_likely_class(panel, qtbot):
    model = Model([Dense(3, input_dim=2, activation="softmax")])
    model = model.with_parameters(0, weights=[[-9.0, 9.0, 0.0], [0.0, 0.0, 9.0]])
    shown(panel, qtbot, model, gaussians())
    assert panel.findChild(QComboBox, "planeNeuron").currentText() == "most likely class"
    relu, sigmoid, tanh = (QColor(theme.colors().curves[name]) for name in ("relu", "sigmoid", "tanh"))
    x0, x1 = panel._plot.area.x
    for place, hue in (((x0 + 0.1, -1.0), relu), ((x1 - 0.1, -1.0), sigmoid), ((0.0, 5.0), tanh)):
        assert near(color_at(panel, *place), blend(hue, SOFT))
    assert legend(panel) == ["north", "south", "west", "paler: less likely"]
    panel.show_focus(Focus(model.layers[0].id, 2))
    assert "a of dense_1 neuron 2 (west)" in legend(panel)


def test_the_chosen_neuron_is_asked_for(panel, qtbot):
    model = shown(panel, qtbot, focus=Focus(sample=1))
    chooser = panel.findChild(QComboBox, "planeNeuron")
    texts = [chooser.itemText(place) for place in range(chooser.count())]
    assert texts == ["dense_2 neuron 0", "dense_1 neuron 0", "dense_1 neuron 1", "p", "q"]
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert panel.asked == [Focus(model.layers[0].id, 0, None, 1)]
    qtbot.keyClick(chooser, Qt.Key.Key_End)
    assert panel.asked[-1] == Focus(INPUT, 1, None, 1)


def test_a_click_on_a_data_point_chooses_its_sample(panel, qtbot):
    model = shown(panel, qtbot, focus=Focus(1, 1))
    assert model.layers[0].id == 1
    viewport = panel._plot.widget.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(panel, 1, 0) + QPoint(3, -2))
    assert panel.asked == [Focus(1, 1, None, 2)]
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place_of(panel, 0.5, 0.5))
    assert len(panel.asked) == 1


def test_pointing_reads_both_features_and_the_exact_answer(panel, qtbot):
    model = Model([Dense(1, input_dim=2, activation="sigmoid")])
    model = model.with_parameters(0, weights=[[1.0], [2.0]], bias=[-1.0])
    shown(panel, qtbot, model)
    qtbot.mouseMove(panel._plot.widget.viewport(), QPoint(1, 1))
    panel._plot.widget.scene().sigMouseMoved.emit(panel._plot._box.mapViewToScene(QPointF(1.0, 0.5)))
    # sigmoid(1·1 + 2·0.5 − 1) = sigmoid(1) = 0.73105858 (FACTS §3).
    assert panel._plot.reading == ("p = 1", "q = 0.5", "z = 1.0", "a = 0.7310586")
    panel._plot.widget.scene().sigMouseMoved.emit(panel._plot._box.mapViewToScene(QPointF(1.0, 1.0)))
    assert panel._plot.reading[-1] == "sample 3 (false)"
    QApplication.sendEvent(panel._plot.widget.viewport(), QEvent(QEvent.Type.Leave))
    assert panel._plot.reading == ()


def test_the_keyboard_reads_and_chooses(panel, qtbot):
    shown(panel, qtbot)
    plot = panel._plot.widget
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert panel._plot.reading[:2] == ("p = 0.5", "q = 0.5")
    for key in [Qt.Key.Key_Left] * 10 + [Qt.Key.Key_Down] * 10:
        qtbot.keyClick(plot, key)
    assert panel._plot.reading[-1] == "sample 0 (false)"
    qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert panel.asked == [Focus(sample=0)]
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert panel._plot.reading == ()


def test_zooming_draws_what_comes_into_view_and_home_goes_back(panel, qtbot):
    shown(panel, qtbot)
    qtbot.keyClick(panel._plot.widget, Qt.Key.Key_Minus)
    assert panel._drawing.area == panel._plot.area
    wide = panel._plot.area.x
    assert wide[0] < -1
    assert wide[1] > 2
    panel.show_model(xor())
    assert panel._plot.area.x == wide
    qtbot.keyClick(panel._plot.widget, Qt.Key.Key_Home)
    assert panel._plot.area == Area((-1.0, 2.0), (-1.0, 2.0))


def test_small_pictures_come_with_each_model_even_while_hidden(panel):
    panel.show_dataset(XOR_DATA)
    model = xor()
    panel.show_model(model)
    assert set(panel.pictures[-1]) == {0, *(layer.id for layer in model.layers)}
    count = len(panel.pictures)
    panel.show_model(model)
    panel.show_focus(Focus(1, 0))
    assert len(panel.pictures) == count
    panel.show_model(Model([Dense(1, input_dim=3)]))
    assert panel.pictures[count:] == [None]
    panel.show_model(Model([Dense(2, input_dim=4)]))
    assert panel.pictures[count:] == [None]


def test_other_input_sizes_are_told_how_to_get_here(panel, qtbot):
    shown(panel, qtbot, Model([Dense(3, input_dim=784)]), None)
    text = panel.findChild(QLabel, "planeEmpty")
    assert text.isVisible()
    assert "this network has 784" in text.text()
    assert "Choose two columns" in text.text()
    assert panel.accessibleDescription() == text.text()
    assert [*panel.numbers()] == []
    assert panel.picture().isAncestorOf(text)
    assert panel.findChild(QPushButton, "planeColumns").isHidden()
    panel.show_model(Model([], input_dim=2))
    assert text.text().startswith("Add a Dense block")
    panel.show_model(xor())
    assert not text.isVisible()


def test_data_of_many_columns_can_be_cut_down_to_two(panel, qtbot):
    model = Model([Dense(3, input_dim=4)])
    shown(panel, qtbot, model, Dataset("four", np.zeros((3, 4)), Source("typed", {})))
    button = panel.findChild(QPushButton, "planeColumns")
    assert button.isVisible()
    with qtbot.waitSignal(panel.columns_requested):
        button.click()
    panel.show_dataset(Dataset("two", np.zeros((3, 2)), Source("typed", {})))
    assert button.isHidden(), "now the input size is to be set"


def test_large_networks_are_drawn_bit_by_bit_or_say_why_not(panel, qtbot):
    model = Model([Dense(1000, input_dim=2), Dense(1000), Dense(1)])
    shown(panel, qtbot, model, None)
    text = panel.findChild(QLabel, "planeEmpty")
    assert text.text().startswith("Press Run forward (F5)")
    assert not any(model.is_drawn(index) for index in range(3))
    model.predict(np.zeros((1, 2)))
    panel.show_minibatch(object())
    assert not text.isVisible()
    with qtbot.waitSignal(panel._draughtsman.drawn):
        pass
    assert len(panel._drawing.rgba) == 25
    panel.show_model(Model([Dense(2000, input_dim=2), Dense(1500)]))
    assert text.text().startswith("With 3,004,000 weights this network is too large")


def test_what_is_computed_in_slices_does_not_look_current_before(panel, qtbot):
    model = Model([Dense(400, input_dim=2), Dense(400), Dense(1)])
    shown(panel, qtbot)
    panel.show_model(model)
    assert legend(panel)[-1] == "being drawn anew …"
    with qtbot.waitSignal(panel._draughtsman.drawn):
        pass
    assert "being drawn anew …" not in legend(panel)


def test_many_samples_are_picked_evenly_and_that_is_said(panel, qtbot):
    shown(panel, qtbot, dataset=gaussians(6000), focus=Focus(sample=7))
    assert "2,000 of 6,000 samples drawn, evenly picked" in legend(panel)
    assert np.diff(panel._points.rows).tolist() == [3] * 1999
    # The chosen sample is ringed, though it was not picked.
    assert panel._plot._ring.getData()[0] == pytest.approx([gaussians(6000).x[7, 0]] * 2)


def test_data_of_another_width_show_no_points(panel, qtbot):
    wide = replace(XOR_DATA, x=np.zeros((4, 3)), feature_names=("a", "b", "c"))
    shown(panel, qtbot, dataset=wide, focus=Focus(sample=1))
    assert len(panel._points.rows) == 0
    assert legend(panel) == ["a of dense_2 neuron 0", "0 0.5 1", "z = 0"]


def test_samples_with_nan_have_no_place(panel, qtbot):
    x = TRUTH.copy()
    x[1, 0] = np.nan
    shown(panel, qtbot, dataset=replace(XOR_DATA, x=x), focus=Focus(sample=1))
    assert panel._points.rows.tolist() == [0, 2, 3]
    assert len(panel._plot._ring.getData()[0]) == 0


def test_nan_weights_stand_out(panel, qtbot):
    shown(panel, qtbot, xor().with_parameters(1, bias=[np.nan]))
    assert near(color_at(panel, 0.5, 1.5), QColor(theme.colors().warning))


def test_the_numbers_behind_the_picture(panel, qtbot):
    model = shown(panel, qtbot)
    header, *rows = panel.numbers()
    assert header == ("p", "q", "a of dense_2 neuron 0")
    assert len(rows) == 100 * 100
    assert rows[0] == pytest.approx((-0.985, 1.985, 1.0))  # 0.4 < p + q < 1.4
    assert [row[2] for row in rows] == model.predict([row[:2] for row in rows]).ravel().tolist()


def test_the_picture_is_drawn_as_vectors(panel, qtbot):
    shown(panel, qtbot, focus=Focus(sample=0))
    QApplication.processEvents()  # the legend takes the lines it needs
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(panel.picture().size())
    with QPainter(generator) as painter:
        panel.picture().render(painter, QPoint())
    text = bytes(written).decode()
    assert text.count("<image") == 1  # the plane itself; points, lines, axes and legend are drawn
    words = re.findall(r"<text[^>]*>([^<]*)", text)
    assert {"sample 0", "p", "q"} <= {word.strip() for word in words}


@pytest.mark.parametrize("size", [(320, 220), (450, 290), (690, 330)])
def test_nothing_is_cut_off_in_a_small_dock(panel, qtbot, size):
    shown(panel, qtbot, dataset=gaussians(6000), focus=Focus(sample=0))
    panel.resize(*size)
    QApplication.processEvents()
    for child in (panel._chooser, panel._plot.widget, panel._legend):
        area = child.rect().translated(child.mapTo(panel, QPoint(0, 0)))
        assert panel.rect().contains(area)
    legend = panel._legend
    places = legend.places(legend.width())
    assert max(place.right() for place in places) <= legend.width()
    # In the smallest dock the last entries are left out; the tooltip has them.
    assert max(place.bottom() for place in places) <= legend.height() or size == (320, 220)
    assert "2,000 of 6,000 samples drawn, evenly picked" in legend.toolTip()
    assert panel._plot.widget.height() > 100


def test_it_follows_the_colours(panel, qtbot, qapp):
    shown(panel, qtbot)
    count = len(panel.pictures)
    theme.apply(qapp, True)
    try:
        assert near(color_at(panel, 1.5, 1.5), blend(QColor(theme.DARK.negative), SOFT))
        assert len(panel.pictures) == count + 1
    finally:
        theme.apply(qapp, False)


def test_every_control_is_named(panel, qtbot):
    shown(panel, qtbot)
    for control in (panel, panel._chooser, panel._plot.widget, panel._legend):
        assert control.objectName()
        assert control.accessibleName()
    assert panel._chooser.toolTip()


def test_nothing_is_left_behind(panel, qtbot):
    shown(panel, qtbot)
    models = [xor().with_parameters(1, bias=[-0.7 + k / 100]) for k in range(5)]

    def show_all():
        for sample, model in enumerate(models):
            panel.show_model(model)
            panel.show_focus(Focus(1, 0, None, sample % 4))
            panel.show_focus(Focus(2, 0, None, sample % 4))
            panel.show_result(None, current=False)

    def count():
        return len(panel.findChildren(QObject)) + len(panel._plot.widget.scene().items())

    show_all()
    gc.collect()
    before = count(), len(QApplication.allWidgets())
    for _ in range(50):
        show_all()
    assert (count(), len(QApplication.allWidgets())) == before


def test_targets_beyond_the_list_are_named(panel, qtbot):
    model = Model([Dense(200, input_dim=2, activation="relu"), Dense(1)])
    shown(panel, qtbot, model, None, Focus(1, 150))
    assert panel._drawing.target == Target(0, 150)
    chooser = panel.findChild(QComboBox, "planeNeuron")
    assert chooser.currentText() == ""
    assert chooser.placeholderText() == "dense_1 neuron 150"
    assert isinstance(panel.picture(), QWidget)
