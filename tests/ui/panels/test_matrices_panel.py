"""The matrices panel as a person sees and uses it."""

import csv
import gc
import io
import re
import weakref

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QWheelEvent
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QScrollBar, QToolButton, QToolTip, QWidget

from densegui.data.dataset import Dataset, Source
from densegui.data.steps import Transpose
from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.numbers import short
from densegui.ui.panels.matrices_panel import MatricesPanel
from densegui.ui.panels.matrices_product import Cell
from densegui.ui.panels.matrices_sum import cell_tip

X = np.array([[1.0, 0.5]])
Z1, A1 = (0.3, 0.7, 1.1), (0.57444252, 0.66818777, 0.75026011)
Z2, A2 = (0.51615984, 1.21402696), (0.62624937, 0.7710107)
Y = (0.31682708, 0.69627909)
XOR = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
NOTHING = Focus()


def hand_made():
    layers = [Dense(3, input_dim=2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)]
    model = Model(layers, dtype="float64")
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    model = model.with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    return model.with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])


def data(x, *, in_columns=False, **names):
    return Dataset(
        "d", np.asarray(x, float), Source("normal", {}, (Transpose(),) if in_columns else ()), **names
    )


def minibatch(model, x, first=0):
    with np.errstate(all="ignore"):
        return Minibatch(model, model.trace(np.asarray(x, float)[first : first + 32]), first)


def fill(panel, model, dataset, focus=NOTHING, first=0):
    panel.show_model(model)
    panel.show_dataset(dataset)
    panel.show_focus(focus)
    panel.show_minibatch(minibatch(model, dataset.x, first))


@pytest.fixture
def panel(qtbot):
    theme.apply(QApplication.instance(), dark=False)
    widget = MatricesPanel()
    qtbot.addWidget(widget)
    widget.resize(690, 330)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def hand(panel):
    fill(panel, hand_made(), data(X), Focus(1))
    return panel


@pytest.fixture
def wide(panel):
    rng = np.random.default_rng(3)
    model = Model([Dense(50, input_dim=200, activation="relu"), Dense(10, activation="softmax")])
    fill(panel, model, data(rng.normal(size=(100, 200))), Focus(1))
    return panel


def canvas(panel):
    return panel.findChild(QWidget, "matricesCanvas")


def tip_of(panel, *cell):
    return cell_tip(panel._product, Cell(*cell))


def place(panel, kind, row, column):
    """The middle of a cell that is in sight."""
    return canvas(panel).scene().rectangle(Cell(kind, row, column)).center()


def point(qtbot, panel, kind, row, column):
    qtbot.mouseMove(canvas(panel), place(panel, kind, row, column))


def click(qtbot, panel, kind, row, column):
    qtbot.mouseClick(canvas(panel), Qt.MouseButton.LeftButton, pos=place(panel, kind, row, column))


def words(panel):
    """Every text that is painted."""
    picture = panel.picture()
    generator = QSvgGenerator()
    buffer = QBuffer(store := QByteArray())
    generator.setOutputDevice(buffer)
    generator.setViewBox(QRect(QPoint(), picture.size()))
    with QPainter(generator) as painter:
        picture.render(painter, QPoint())
    svg = bytes(store).decode()
    assert "<image" not in svg
    return [text.strip() for text in re.findall(r"<text[^>]*>([^<]*)", svg)]


def table(panel, symbol):
    """A matrix from the numbers behind the picture."""
    rows = [row for row in list(panel.numbers())[1:] if row[0] == symbol]
    columns = len(dict.fromkeys(row[2] for row in rows))
    return np.reshape([row[3] for row in rows], (-1, columns))


def written(panel):
    return panel.findChild(QWidget, "matricesSum").text


def status(panel):
    return panel.findChild(QLabel, "matricesStatus").text()


def button(panel, name):
    return panel.findChild(QToolButton, name)


def turn(panel, in_columns):
    panel.findChild(QComboBox, "matricesOrientation").setCurrentIndex(int(in_columns))


@pytest.mark.parametrize(("layer", "z", "a"), [(1, Z1, A1), (2, Z2, A2), (3, Y, Y)])
def test_the_hand_computed_network_is_in_the_numbers(panel, layer, z, a):
    fill(panel, hand_made(), data(X), Focus(layer))
    assert table(panel, "Z")[0] == pytest.approx(z, rel=1e-7)
    assert table(panel, "A")[0] == pytest.approx(a, rel=1e-7)


def test_a_learner_reads_the_hand_computed_layer(hand):
    texts = words(hand)
    for text in ("0.3", "0.7", "1.1", "0.5744", "0.6682", "0.7503", "sigmoid", "Z = X·W + b"):
        assert text in texts
    for title in ("X (1, 2)", "W (2, 3)", "+ b (1, 3)", "Z (1, 3)", "A (1, 3)"):
        assert title in texts
    assert written(hand).splitlines() == [
        "z[0, 0] = 1·0.1 + 0.5·0.2 + b 0.1 = 0.3",
        "a[0, 0] = sigmoid(0.3) = 0.5744",
    ]


def test_xor_has_its_truth_table(panel):
    layers = [Dense(2, input_dim=2, activation="step"), Dense(1, activation="step")]
    model = Model(layers).with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    model = model.with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])
    fill(panel, model, data(XOR), Focus(1))
    assert table(panel, "X").tolist() == XOR.tolist()
    assert table(panel, "A").tolist() == [[1, 0], [1, 1], [1, 1], [0, 1]]
    panel.show_focus(Focus(2))
    assert table(panel, "X").tolist() == [[1, 0], [1, 1], [1, 1], [0, 1]]
    assert table(panel, "A").tolist() == [[0], [1], [1], [0]]
    assert "A of dense_1" in words(panel)


def test_no_selection_and_the_input_show_the_first_layer(hand):
    for focus in (Focus(), Focus(INPUT, 1), Focus(99)):
        hand.show_focus(focus)
        assert hand.accessibleDescription().startswith("Matrices of dense_1: X (1, 2), W (2, 3), b (1, 3), ")


def test_samples_in_columns_change_shapes_formula_and_matrices(panel):
    rng = np.random.default_rng(0)
    layers = [Dense(units, init="standard_normal", activation="sigmoid") for units in (4, 30)]
    model = Model(layers, input_dim=5, dtype="float64")
    fill(panel, model, data(rng.normal(size=(16, 5))), Focus(1))
    x, w, z = table(panel, "X"), table(panel, "W"), table(panel, "Z")
    turn(panel, True)
    texts = words(panel)
    for text in ("X (5, 16)", "Wᵀ (4, 5)", "W (5, 4)", "+ B (4, 1)", "Z (4, 16)", "A (4, 16)"):
        assert text in texts
    assert "Z = (Xᵀ·W + Bᵀ)ᵀ" in texts
    assert (table(panel, "X") == x.T).all()
    assert (table(panel, "Wᵀ") == w.T).all()
    assert (table(panel, "Z") == z.T).all()
    assert table(panel, "B").shape == (4, 1)
    panel.show_focus(Focus(2))
    assert "Z (30, 16)" in words(panel)
    turn(panel, False)
    assert "Z (16, 30)" in words(panel)


def test_data_with_samples_in_columns_are_shown_so(panel):
    model = hand_made()
    fill(panel, model, data(X, in_columns=True), Focus(1))
    assert panel.findChild(QComboBox, "matricesOrientation").currentIndex() == 1
    assert "Z (3, 1)" in words(panel)
    turn(panel, False)
    panel.show_dataset(panel._dataset)
    assert "Z (1, 3)" in words(panel)
    panel.show_dataset(data(X))
    assert panel.findChild(QComboBox, "matricesOrientation").currentIndex() == 0


def test_the_numbers_make_a_csv_with_names(panel):
    names, classes = ("length", "width"), ("no", "yes")
    model = Model([Dense(2, input_dim=2, activation="softmax", use_bias=False)], dtype="float64")
    fill(panel, model, data([[1, 2], [3, 4]], feature_names=names, class_names=classes))
    store = io.StringIO()
    csv.writer(store).writerows(panel.numbers())
    rows = list(csv.reader(io.StringIO(store.getvalue())))
    assert rows[0] == ["matrix", "row", "column", "value"]
    assert rows[1:5] == [
        ["X", "0", "length", "1.0"], ["X", "0", "width", "2.0"],
        ["X", "1", "length", "3.0"], ["X", "1", "width", "4.0"],
    ]  # fmt: skip
    assert [row[:3] for row in rows[5:7]] == [["W", "length", "no"], ["W", "length", "yes"]]
    assert {row[0] for row in rows[1:]} == {"X", "W", "Z", "A"}
    assert [float(row[3]) for row in rows if row[0] == "W"] == model.parameters[0].weights.ravel().tolist()


def test_the_pointer_lights_up_a_row_a_column_and_their_sum(hand, qtbot):
    point(qtbot, hand, "z", 0, 2)
    assert written(hand).splitlines() == [
        "z[0, 2] = 1·0.5 + 0.5·0.6 + b 0.3 = 1.1",
        "a[0, 2] = sigmoid(1.1) = 0.7503",
    ]
    image = canvas(hand).grab().toImage()
    scene = canvas(hand).scene()
    text = QColor(theme.LIGHT.text)
    for cell in (Cell("w", 0, 2), Cell("x", 0, 0), Cell("b", 0, 2), Cell("z", 0, 2), Cell("a", 0, 2)):
        area = scene.rectangle(cell)
        assert image.pixelColor(area.left(), area.center().y()) == text, cell
    other = scene.rectangle(Cell("w", 0, 1))
    assert image.pixelColor(other.left(), other.center().y()) != text
    qtbot.mouseMove(canvas(hand), QPoint(3, 3))
    assert written(hand).startswith("z[0, 0]")


def test_a_weight_under_the_pointer_is_found_in_its_sum(hand, qtbot):
    point(qtbot, hand, "w", 1, 1)
    assert written(hand).startswith("z[0, 1] = 1·0.3 + 0.5·0.4")
    assert canvas(hand).explained == {"sample": 0, "unit": 1, "input": 1}


def test_tooltips_have_every_digit(hand, qtbot):
    model = hand_made()
    trace = model.trace(X).layers[0]
    assert (
        tip_of(hand, "z", 0, 1) == f"z[0, 1] = {float(trace.z[0, 1])!r}\na[0, 1] = {float(trace.a[0, 1])!r}"
    )
    assert tip_of(hand, "x", 0, 1) == "x[0, 1] = 0.5"
    assert tip_of(hand, "w", 1, 2) == "w[1, 2] = 0.6"
    assert tip_of(hand, "b", 0, 2) == "b[2] = 0.3"
    canvas(hand).setFocus()
    qtbot.keyClick(canvas(hand), Qt.Key.Key_Space)
    assert QToolTip.text() == tip_of(hand, "z", 0, 0)


def ask(widget, where):
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, where, widget.mapToGlobal(where)))
    return QToolTip.text()


def test_resting_the_pointer_tells_every_digit(hand):
    assert ask(canvas(hand), place(hand, "w", 1, 2)) == "w[1, 2] = 0.6"
    told = ask(hand.findChild(QWidget, "matricesSum"), QPoint(20, 8)).splitlines()
    assert told[:3] == ["x[0, 0]·w[0, 0] = 1.0 · 0.1", "x[0, 1]·w[1, 0] = 0.5 · 0.2", "b[0] = 0.1"]
    assert [line.partition(" = ")[0] for line in told[3:]] == ["z[0, 0]", "a[0, 0]"]


def test_a_larger_font_makes_larger_cells(wide):
    usual, before = wide.font(), canvas(wide).board
    larger = QFont(usual)
    larger.setPointSizeF(usual.pointSizeF() * 2)
    wide.setFont(larger)
    assert canvas(wide).board.cell_height > 1.5 * before.cell_height
    wide.setFont(usual)
    assert canvas(wide).board.cell_height == before.cell_height


def test_float32_numbers_are_told_in_their_own_digits_and_names(panel):
    model = Model([Dense(1, input_dim=2)]).with_parameters(0, weights=[[0.1], [0.2]])
    fill(panel, model, data([[0.3, 0.4]], feature_names=("length", "width")))
    assert tip_of(panel, "w", 0, 0) == "w[0, 0] = 0.1\nlength"
    assert tip_of(panel, "x", 0, 1) == "x[0, 1] = 0.4\nwidth"


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (("z", 2, 1), Focus(1, 1, None, 34)),
        (("a", 2, 1), Focus(1, 1, None, 34)),
        (("b", 0, 2), Focus(1, 2, None, 33)),
        (("w", 1, 2), Focus(1, 2, 1, 33)),
        (("x", 3, 1), Focus(1, 0, 1, 35)),
    ],
)
def test_a_click_asks_for_what_is_there(panel, qtbot, cell, wanted):
    x = np.random.default_rng(0).normal(size=(50, 2))
    fill(panel, hand_made(), data(x), Focus(1, 0, 1, 33), first=32)
    with qtbot.waitSignal(panel.focus_requested) as caught:
        click(qtbot, panel, *cell)
    assert caught.args == [wanted]


def test_the_selected_cell_is_marked_and_explained(hand, qtbot):
    hand.show_focus(Focus(1, 1, None, 0))
    image = canvas(hand).grab().toImage()
    accent = QColor(theme.LIGHT.accent)
    for kind in ("z", "a"):
        area = canvas(hand).scene().rectangle(Cell(kind, 0, 1))
        assert image.pixelColor(area.left(), area.center().y()) == accent
    assert written(hand).startswith("z[0, 1] = ")
    assert canvas(hand).accessibleDescription() == written(hand)


def test_the_arrow_keys_walk_over_z_and_on_to_the_next_minibatch(panel, qtbot):
    x = np.random.default_rng(0).normal(size=(50, 2))
    fill(panel, hand_made(), data(x), Focus(1))
    asked = []
    panel.focus_requested.connect(asked.append)
    panel.focus_requested.connect(panel.show_focus)
    canvas(panel).setFocus()
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left)
    for key in keys:
        qtbot.keyClick(canvas(panel), key)
    assert [(f.unit, f.sample) for f in asked] == [(0, 0), (1, 0), (1, 1), (0, 1), (0, 1)]
    panel.show_focus(Focus(1, 2, None, 31))
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Down)
    assert asked[-1] == Focus(1, 2, None, 32)
    panel.show_minibatch(minibatch(panel._model, x, 32))
    assert written(panel).startswith("z[32, 2]")
    panel.show_focus(Focus(1, 2, None, 49))
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Down)
    assert asked[-1].sample == 49
    turn(panel, True)
    qtbot.keyClick(canvas(panel), Qt.Key.Key_Left)
    assert asked[-1] == Focus(1, 2, None, 48)


def test_the_walked_cell_is_brought_into_sight(wide):
    wide.show_focus(Focus(1, 49, 150, 31))
    scene = canvas(wide).scene()
    for cell in (Cell("z", 31, 49), Cell("a", 31, 49), Cell("w", 150, 49), Cell("x", 31, 150)):
        assert scene.rectangle(cell) is not None


def test_minibatches_are_turned(wide, qtbot):
    before, after = button(wide, "matricesPrevious"), button(wide, "matricesNext")
    assert status(wide) == "rows 0–31 of 100"
    assert (before.isEnabled(), after.isEnabled()) == (False, True)
    with qtbot.waitSignal(wide.focus_requested) as caught:
        after.click()
    assert caught.args == [Focus(1, sample=32)]
    wide.show_minibatch(minibatch(wide._model, wide._dataset.x, 96))
    assert status(wide) == "rows 96–99 of 100"
    assert (before.isEnabled(), after.isEnabled()) == (True, False)
    with qtbot.waitSignal(wide.focus_requested) as caught:
        qtbot.keyClick(canvas(wide), Qt.Key.Key_PageUp)
    assert caught.args == [Focus(1, sample=95)]
    with qtbot.assertNotEmitted(wide.focus_requested):
        qtbot.keyClick(canvas(wide), Qt.Key.Key_PageDown)


def wheel(panel, where, delta, modifiers=Qt.KeyboardModifier.NoModifier):
    target = canvas(panel)
    event = QWheelEvent(
        QPointF(where), QPointF(target.mapToGlobal(where)), QPoint(), QPoint(0, delta),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


def test_the_wheel_scrolls_what_belongs_together(wide):
    shift = Qt.KeyboardModifier.ShiftModifier
    first = {kind: place(wide, kind, 0, 0) for kind in ("x", "w", "z")}
    scene = canvas(wide).scene()
    wheel(wide, first["z"], -120)
    assert scene.rectangle(Cell("z", 3, 0)).topLeft() == scene.area("z").topLeft()
    assert scene.rectangle(Cell("x", 3, 0)).topLeft() == scene.area("x").topLeft()
    assert scene.rectangle(Cell("a", 3, 0)).topLeft() == scene.area("a").topLeft()
    wheel(wide, first["w"], -120)
    assert scene.rectangle(Cell("w", 3, 0)).topLeft() == scene.area("w").topLeft()
    assert scene.rectangle(Cell("x", 3, 3)).topLeft() == scene.area("x").topLeft()
    wheel(wide, first["z"], -120, shift)
    for cell in (Cell("z", 3, 3), Cell("a", 3, 3), Cell("w", 3, 3), Cell("b", 0, 3)):
        assert scene.rectangle(cell).topLeft() == scene.area(cell.kind).topLeft()
    wheel(wide, first["x"], 1200, shift)
    assert scene.rectangle(Cell("w", 0, 3)).topLeft() == scene.area("w").topLeft()


def test_bars_scroll_and_follow(wide):
    bars = {
        name: wide.findChild(QScrollBar, f"matrices{name}Bar") for name in ("Left", "Top", "Columns", "Rows")
    }
    assert all(bar.isVisible() for bar in bars.values())
    bars["Left"].setValue(50)
    assert bars["Top"].value() == 50
    assert (
        canvas(wide).scene().rectangle(Cell("w", 50, 0)).topLeft() == canvas(wide).scene().area("w").topLeft()
    )
    for bar in bars.values():
        bar.setValue(bar.maximum())
    scene = canvas(wide).scene()
    for cell in (Cell("x", 31, 199), Cell("w", 199, 49), Cell("z", 31, 49), Cell("a", 31, 49)):
        assert scene.rectangle(cell) is not None
    wide.show_focus(Focus(2))
    assert not bars["Columns"].isVisible() or bars["Columns"].maximum() < 10


def test_zoom_goes_to_colours_and_back(wide, qtbot):
    scene = canvas(wide).scene()
    wheel(wide, QPoint(300, 100), -120 * 20, Qt.KeyboardModifier.ControlModifier)
    far = canvas(wide).scene()
    assert far.board.panes["w"].rows > scene.board.panes["w"].rows
    assert not [text for text in words(wide) if re.fullmatch(r"−?0\.\d+", text)][10:]
    button(wide, "matricesLarger").click()
    qtbot.keyClick(canvas(wide), Qt.Key.Key_Plus)
    assert canvas(wide).scene().board.cell_width > far.board.cell_width
    qtbot.keyClick(canvas(wide), Qt.Key.Key_Minus)
    button(wide, "matricesSmaller").click()
    qtbot.keyClick(canvas(wide), Qt.Key.Key_F)
    assert canvas(wide).scene().board == scene.board


def test_only_visible_cells_are_painted(panel):
    model = Model([Dense(1024, input_dim=3072, activation="relu"), Dense(10, activation="softmax")])
    fill(panel, model, data(np.random.default_rng(0).normal(size=(40, 3072))), Focus(1))
    assert len(words(panel)) < 250
    assert "W (3072, 1024)" in words(panel)
    assert written(panel).startswith("z[0, 0] = ")
    assert "more terms" in written(panel)


def test_hue_is_sign_and_intensity_is_size(panel):
    model = Model([Dense(3, input_dim=1)]).with_parameters(0, weights=[[2.0, 0.0, -2.0]])
    fill(panel, model, data([[1.0]]))
    image = canvas(panel).grab().toImage()
    corners = [canvas(panel).scene().rectangle(Cell("w", 0, k)).topLeft() + QPoint(6, 6) for k in range(3)]
    plus, zero, minus = (image.pixelColor(corner) for corner in corners)
    assert plus.blue() - plus.red() > 80
    assert minus.red() - minus.blue() > 80
    assert zero == QColor(theme.LIGHT.panel)


def test_nan_and_infinity_stand_out(panel):
    fill(panel, hand_made(), data([[np.nan, 1.0], [np.inf, 1.0], [1.0, 1.0]]), Focus(1))
    texts = words(panel)
    assert "NaN" in texts
    assert "∞" in texts
    image = canvas(panel).grab().toImage()
    for row, column in ((0, 0), (1, 2)):
        area = canvas(panel).scene().rectangle(Cell("z", row, column))
        assert image.pixelColor(area.topLeft() + QPoint(6, 6)) == QColor(theme.LIGHT.warning)


def test_softmax_rows_sum_to_one(panel):
    fill(panel, Model([Dense(3, input_dim=2, activation="softmax")]), data(XOR))
    assert "each row of A sums to 1" in words(panel)
    assert table(panel, "A").sum(axis=1) == pytest.approx(1, rel=1e-6)
    turn(panel, True)
    assert "each column of A sums to 1" in words(panel)


def test_a_layer_without_bias_has_no_strip_and_no_b(panel):
    fill(panel, Model([Dense(3, input_dim=2, use_bias=False)]), data(XOR))
    texts = words(panel)
    assert "Z = X·W" in texts
    assert not [text for text in texts if text.startswith("+ b")]
    assert " b " not in written(panel)
    turn(panel, True)
    assert "= Wᵀ·X" in words(panel)


def test_empty_states_say_what_to_do(panel):
    empty = panel.findChild(QLabel, "matricesEmpty")
    panel.show_model(hand_made())
    panel.show_dataset(data(X))
    assert empty.isVisible()
    assert empty.text() == "Press Run forward (F5) to see the numbers."
    assert panel.accessibleDescription() == empty.text()
    assert list(panel.numbers()) == [("matrix", "row", "column", "value")]
    panel.show_model(Model([], input_dim=2))
    assert "Add a Dense block" in empty.text()
    model = hand_made()
    panel.show_model(model)
    panel.show_minibatch(minibatch(model, np.zeros((0, 2))))
    assert empty.isVisible()
    panel.show_minibatch(minibatch(model, X))
    assert not empty.isVisible()
    panel.show_minibatch(None)
    assert empty.isVisible()


def test_other_data_take_their_numbers_away(hand):
    hand.show_dataset(hand._dataset)
    assert table(hand, "Z").shape == (1, 3)
    hand.show_dataset(data(XOR))
    assert hand.findChild(QLabel, "matricesEmpty").isVisible()


def test_numbers_may_come_before_their_data_and_their_model(hand):
    model, other = hand_made().with_parameters(0, bias=[0.0, 0.0, 0.0]), data(XOR)
    hand.show_minibatch(minibatch(model, XOR))
    hand.show_dataset(other)
    hand.show_model(model)
    assert status(hand) == "rows 0–3 of 4"
    assert table(hand, "X").tolist() == XOR.tolist()


def test_numbers_of_another_model_are_greyed_and_said(hand, qtbot):
    changed = hand_made().with_parameters(0, bias=[0.0, 0.0, 0.0])
    hand.show_model(changed)
    qtbot.waitUntil(lambda: status(hand) == "Out of date: press Run forward (F5)")
    assert "Out of date" in hand.accessibleDescription()
    area = canvas(hand).scene().area("w")
    color = canvas(hand).grab().toImage().pixelColor(area.bottomRight() - QPoint(6, 6))
    assert max(color.red(), color.green(), color.blue()) - min(color.red(), color.green(), color.blue()) < 25
    hand.show_minibatch(minibatch(changed, X))
    assert status(hand) == "row 0 of 1"
    assert table(hand, "Z")[0] == pytest.approx((0.2, 0.5, 0.8))


def test_a_hidden_panel_waits_and_catches_up(qtbot):
    hidden = MatricesPanel()
    qtbot.addWidget(hidden)
    fill(hidden, hand_made(), data(X), Focus(2))
    assert canvas(hidden).scene() is None
    assert table(hidden, "Z")[0] == pytest.approx(Z2, rel=1e-7)
    hidden.resize(690, 330)
    hidden.show()
    assert "Z (1, 2)" in words(hidden)


@pytest.mark.parametrize("in_columns", [False, True])
@pytest.mark.parametrize("dims", [(4, 8), (784, 512), (2, 1), (1, 1)])
def test_the_panel_is_painted_at_every_size_light_and_dark(panel, qapp, in_columns, dims):
    model = Model([Dense(dims[1], input_dim=dims[0], activation="relu")])
    fill(panel, model, data(np.random.default_rng(1).normal(size=(40, dims[0]))), Focus(1, 0, 0, 3))
    turn(panel, in_columns)
    z = float(panel._minibatch.trace.layers[0].z[3, 0])
    for width, height in ((690, 330), (450, 290), (320, 220), (1500, 900)):
        panel.resize(width, height)
        light = panel.grab().toImage()
        theme.apply(qapp, dark=True)
        try:
            dark = panel.grab().toImage()
        finally:
            theme.apply(qapp, dark=False)
        assert light.pixelColor(2, height - 2) == QColor(theme.LIGHT.panel)
        assert dark.pixelColor(2, height - 2) == QColor(theme.DARK.panel)
        assert f"= {short(z)}" in written(panel)
        assert len(written(panel).splitlines()) <= 3


def test_a_thousand_changes_leave_nothing_behind(hand, qtbot):
    first, second = hand_made(), hand_made()
    batches = [minibatch(model, XOR) for model in (first, second)]
    gc.collect()
    before = len(hand.findChildren(QObject))
    for _ in range(500):
        for batch in batches:
            hand.show_model(batch.model)
            hand.show_minibatch(batch)
    point(qtbot, hand, "z", 1, 1)
    assert len(hand.findChildren(QObject)) == before


def test_a_closed_panel_is_freed(qapp):
    widget = MatricesPanel()
    fill(widget, hand_made(), data(X))
    gone = weakref.ref(widget)
    widget.deleteLater()
    del widget
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


def test_everything_has_a_name_a_tip_and_the_keyboard(wide):
    for name in ("matricesPrevious", "matricesNext", "matricesSmaller", "matricesLarger"):
        control = button(wide, name)
        assert control.accessibleName()
        assert control.toolTip()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    box = wide.findChild(QComboBox, "matricesOrientation")
    assert box.accessibleName()
    assert box.toolTip()
    assert canvas(wide).accessibleName()
    assert wide.accessibleName() == "Matrices"
