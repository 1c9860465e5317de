"""The palette: a block for every activation, found by typing, added by key, click or drag."""

import gc

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QWidget

from densegui.data.dataset import Dataset, frozen_source
from densegui.engine import ACTIVATIONS, Activation, Dense
from densegui.engine.activations import ActivationFunction
from densegui.ui.builder import palette_list, payload
from densegui.ui.builder.palette import Palette


@pytest.fixture
def palette(qtbot):
    created = Palette()
    created.resize(190, 900)
    created.show()
    qtbot.waitExposed(created)
    yield created
    created.close()
    created.deleteLater()


def _list(palette):
    return palette.findChild(QListView, "paletteList")


def _names(palette):
    rows = _list(palette).model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


HEADS = ["Blocks", "Dense", "Perceptron", "Outputs", "Yes or no", "3 classes", "Number", "Activations"]


def _entry(palette, name):
    return _list(palette).model().index(_names(palette).index(name), 0)


def test_general_blocks_come_first_then_outputs_then_every_activation(palette):
    assert _names(palette) == [*HEADS, *ACTIVATIONS]
    assert _list(palette).currentIndex().data() == "Dense"


@pytest.mark.parametrize("heading", ["Blocks", "Outputs", "Activations"])
def test_headings_are_no_blocks(qtbot, palette, heading):
    shown = _list(palette)
    index = _entry(palette, heading)
    assert not index.flags() & Qt.ItemFlag.ItemIsSelectable
    with qtbot.assertNotEmitted(palette.add_requested):
        qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualRect(index).center())


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("Perceptron", Dense(1, activation="step")),
        ("Yes or no", Dense(1, activation="sigmoid")),
        ("3 classes", Dense(3, activation="softmax")),
        ("Number", Dense(1, activation="linear")),
    ],
)
def test_ready_blocks_are_what_lessons_call_them(qtbot, palette, name, block):
    _list(palette).setCurrentIndex(_entry(palette, name))
    with qtbot.waitSignal(palette.add_requested) as told:
        qtbot.keyClick(_list(palette), Qt.Key.Key_Return)
    assert told.args == [block]


def test_the_data_decide_the_number_of_classes(palette):
    classes = ("cat", "dog", "bird", "fish")
    palette.show_dataset(Dataset("pets", np.zeros((8, 2)), frozen_source("file"), class_names=classes))
    index = _entry(palette, "4 classes")
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith("cat, dog, bird, fish")
    palette.show_dataset(None)
    assert "3 classes" in _names(palette)


def test_only_activations_give_theirs_to_a_brick(monkeypatch, palette):
    carried = {}

    class Drag:
        def __init__(self, source):
            """Stands in for QDrag, whose loop only a real pointer ends."""

        def __getattr__(self, name):
            return lambda *arguments: carried.setdefault(name, arguments[0])

    monkeypatch.setattr(palette_list, "QDrag", Drag)
    for name, activation in (("tanh", Activation("tanh")), ("Dense", None), ("Yes or no", None)):
        carried.clear()
        _list(palette).setCurrentIndex(_entry(palette, name))
        _list(palette).startDrag(Qt.DropAction.CopyAction)
        assert payload.given_activation(carried["setMimeData"]) == activation, name


def _drop(palette, mime):
    action, keys = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(60, 200), action, mime, Qt.MouseButton.LeftButton, keys)
    # Qt asks widgets from the inmost outward whether they take a drag.
    QApplication.sendEvent(palette, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(60, 200), action, mime, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(palette, drop)
    return drop.isAccepted()


def test_bricks_on_the_bin_are_taken_away(qtbot, palette):
    palette.show_bin(True)
    bin_ = palette.findChild(QWidget, "bin")
    assert bin_.isVisible()
    assert bin_.geometry() == palette.rect()
    assert not palette.grab().isNull()
    palette.resize(250, 500)
    assert bin_.geometry() == palette.rect()
    with qtbot.waitSignal(palette.remove_requested) as told:
        assert _drop(palette, payload.moving_blocks([3, 5], "a stack"))
    assert told.args == [(3, 5)]
    palette.show_bin(False)
    assert not bin_.isVisible()
    assert not palette.acceptDrops()


def test_new_blocks_are_not_thrown_away(qtbot, palette):
    palette.show_bin(True)
    with qtbot.assertNotEmitted(palette.remove_requested):
        assert not _drop(palette, payload.new_block(Dense(3)))


def test_a_bin_that_was_never_shown_is_not_made(palette):
    palette.show_bin(False)
    assert palette.findChild(QWidget, "bin") is None


def test_a_new_activation_appears_by_itself(qapp, monkeypatch):
    square = ActivationFunction("square", "x²", "relu", lambda x: x * x, lambda z, out: None)
    # The dict behind the read-only table, so that every module sees the new entry.
    (table,) = gc.get_referents(ACTIVATIONS)
    monkeypatch.setitem(table, "square", square)
    palette = Palette()
    assert _names(palette)[-1] == "square"
    assert not palette.grab().isNull()
    palette.deleteLater()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("relu", ["relu", "leaky_relu"]),
        ("binary", ["Yes or no"]),
        ("SWISH", ["silu"]),
        ("output for", ["Yes or no", "Number"]),
    ],
)
def test_typing_filters(qtbot, palette, typed, found):
    search = palette.findChild(QLineEdit, "paletteSearch")
    qtbot.keyClicks(search, typed)
    assert [name for name in _names(palette) if name != "selu"] == found
    search.clear()
    assert _names(palette) == [*HEADS, *ACTIVATIONS]


def test_enter_in_the_search_adds_the_current_block(qtbot, palette):
    search = palette.findChild(QLineEdit, "paletteSearch")
    qtbot.keyClicks(search, "tanh")
    with qtbot.waitSignal(palette.add_requested) as told:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert told.args == [Dense(8, activation="tanh")]
    search.clear()
    qtbot.keyClick(search, Qt.Key.Key_Home)
    _list(palette).setCurrentIndex(_entry(palette, "Number"))
    # Down steps over the heading.
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.add_requested) as told:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert told.args == [Dense(8, activation="relu")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_add_the_current_block(qtbot, palette, key):
    with qtbot.waitSignal(palette.add_requested) as told:
        qtbot.keyClick(_list(palette), key)
    assert told.args == [Dense(8)]


def test_shortcuts_of_the_window_are_left_to_it(qtbot, palette):
    with qtbot.assertNotEmitted(palette.add_requested):
        qtbot.keyClick(_list(palette), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_double_click_adds(qtbot, palette):
    shown = _list(palette)
    index = shown.model().index(_names(palette).index("sigmoid"), 0)
    point = shown.visualRect(index).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
    with qtbot.waitSignal(palette.add_requested) as told:
        qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert told.args == [Dense(8, activation=Activation("sigmoid"))]
    assert told.args[0].id is None


def test_each_block_wears_the_colour_of_its_family(palette):
    shown = _list(palette)
    picture = shown.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()

    def fill(name):
        rect = shown.visualRect(shown.model().index(_names(palette).index(name), 0))
        return picture.pixelColor(int(20 * ratio), int((rect.bottom() - 9) * ratio))

    relu, sigmoid, tanh = fill("relu"), fill("sigmoid"), fill("tanh")
    assert relu.blue() > relu.red()
    assert sigmoid.red() > sigmoid.blue()
    assert tanh.green() > tanh.red()
    assert fill("elu") == relu


def test_tips_have_formula_and_use(palette):
    rows = _list(palette).model()
    tip = rows.index(_names(palette).index("sigmoid"), 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "1 / (1 + e⁻ˣ) · one probability"


def test_every_part_has_a_name_to_hear(palette):
    assert palette.findChild(QLineEdit, "paletteSearch").accessibleName() == "Search the bricks"
    assert _list(palette).accessibleName() == "Bricks to add"
    index = _entry(palette, "Dense")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Dense, ")


def test_another_language_keeps_what_is_current(palette):
    _list(palette).setCurrentIndex(_list(palette).model().index(4, 0))
    QApplication.sendEvent(palette, QEvent(QEvent.Type.LanguageChange))
    assert _names(palette) == [*HEADS, *ACTIVATIONS]
    assert _list(palette).currentIndex().row() == 4
