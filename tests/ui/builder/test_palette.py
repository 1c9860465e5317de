"""The palette: a block for every activation, found by typing, added by key, click or drag."""

import gc

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from densegui.engine import ACTIVATIONS, Activation, Dense
from densegui.engine.activations import ActivationFunction
from densegui.ui.builder.palette import Palette


@pytest.fixture
def palette(qtbot):
    created = Palette()
    created.resize(190, 600)
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


def test_the_general_block_comes_first_then_every_activation(palette):
    assert _names(palette) == ["Dense", *ACTIVATIONS]


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
    [("relu", ["relu", "leaky_relu"]), ("SWISH", ["silu"]), ("one probability", ["sigmoid", "softmax"])],
)
def test_typing_filters(qtbot, palette, typed, found):
    search = palette.findChild(QLineEdit, "paletteSearch")
    qtbot.keyClicks(search, typed)
    assert [name for name in _names(palette) if name != "selu"] == found
    search.clear()
    assert len(_names(palette)) == 1 + len(ACTIVATIONS)


def test_enter_in_the_search_adds_the_current_block(qtbot, palette):
    search = palette.findChild(QLineEdit, "paletteSearch")
    qtbot.keyClicks(search, "tanh")
    with qtbot.waitSignal(palette.add_requested) as told:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert told.args == [Dense(8, activation="tanh")]
    search.clear()
    qtbot.keyClick(search, Qt.Key.Key_Home)
    _list(palette).setCurrentIndex(_list(palette).model().index(0, 0))
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
    assert palette.findChild(QLineEdit, "paletteSearch").accessibleName() == "Search the palette"
    assert _list(palette).accessibleName() == "Palette of blocks"
    index = _list(palette).model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Dense, ")


def test_another_language_keeps_what_is_current(palette):
    _list(palette).setCurrentIndex(_list(palette).model().index(3, 0))
    QApplication.sendEvent(palette, QEvent(QEvent.Type.LanguageChange))
    assert _names(palette) == ["Dense", *ACTIVATIONS]
    assert _list(palette).currentIndex().row() == 3
