"""Typing, holding and turning numbers of units; the warning before weights take very much memory."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from densegui.engine import Dense, Model
from densegui.ui.builder.stack_model import Place

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def wide(bench):
    """30,000 inputs on 20,000 units: 2.4 GB in float32; and a small block on them."""
    bench.show(Model([Dense(8), Dense(20_000), Dense(10)], input_dim=100))
    return bench


def _editor(bench):
    return bench.view.findChild(QLineEdit, "unitsEditor")


def _note(bench):
    notes = bench.view.viewport().findChildren(QWidget, "memoryNote")
    return next((note for note in notes if note.isVisible()), None)


def _edit(bench, layer_id, text):
    bench.stack.select(layer_id)
    bench.stack.edit_units()
    editor = _editor(bench)
    editor.setText(text)
    editor.setModified(True)
    return editor


@pytest.mark.parametrize(
    ("typed", "units"),
    [("12", 12), ("１２８", 128), ("٣٢", 32), ("1,024", 1024), ("007", 7), ("1 000 000", 1_000_000)],
)
def test_digits_of_any_script_are_taken(qtbot, bench, typed, units):
    bench.stack.select(bench.ids[0])
    bench.stack.edit_units()
    editor = _editor(bench)
    editor.selectAll()
    editor.insert(typed)
    assert editor.number == units
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert bench.asked == [("change", bench.ids[0], "units", units)]


@pytest.mark.parametrize("typed", ["1000001", "1.5", "-3", "팔", "0"])
def test_no_other_text_is_a_number_of_units(qtbot, bench, typed):
    bench.stack.select(bench.ids[0])
    bench.stack.edit_units()
    editor = _editor(bench)
    editor.clear()
    editor.insert(typed)
    assert editor.number is None
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)


def test_a_full_width_digit_begins_a_number(qtbot, bench):
    bench.stack.select(bench.ids[0])
    bench.view.setFocus()
    event = QInputMethodEvent("", [])
    event.setCommitString("４")
    QApplication.sendEvent(bench.view, event)
    assert _editor(bench).text() == "4"


def test_memory_of_both_weight_matrices_is_counted(bench):
    rows = bench.view.model()
    # 4 → 8 → 6 → 1 in float32: four bytes a weight.
    first, second, third = bench.ids
    assert rows.weight_bytes(first, 10) == (4 * 10 * 4, 10 * 6 * 4)
    assert rows.weight_bytes(second, 10) == (8 * 10 * 4, 10 * 1 * 4)
    assert rows.weight_bytes(third, 10) == (6 * 10 * 4,)
    assert rows.weight_bytes(Place.PLATE, 10) == (10 * 8 * 4,)
    bench.show(bench.model.with_dtype("float64"))
    assert rows.weight_bytes(third, 10) == (6 * 10 * 8,)


def test_a_second_enter_makes_what_takes_much_memory(qtbot, wide):
    # 50,000 · 20,000 weights of 4 bytes are 4 GB, and 100 · 50,000 are 0.02 GB.
    editor = _edit(wide, wide.ids[0], "50000")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wide.asked == []
    note = _note(wide)
    assert note.findChild(QLabel).text() == (
        "⚠ 50,000 here need 4.0 GB for weights. Press Enter again to make it anyway."
    )
    assert not note.geometry().intersects(editor.geometry())
    assert wide.view.viewport().rect().contains(note.geometry())
    with qtbot.waitSignals([editor.destroyed, note.destroyed]):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wide.asked == [("change", wide.ids[0], "units", 50_000)]


def test_a_click_makes_it_anyway(qtbot, wide):
    editor = _edit(wide, wide.ids[0], "50000")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    button = _note(wide).findChild(QPushButton, "makeItAnyway")
    assert button.text() == "Make it anyway"
    with qtbot.waitSignal(editor.destroyed):
        qtbot.mouseClick(button, LEFT)
    assert wide.asked == [("change", wide.ids[0], "units", 50_000)]


def test_another_number_is_another_question(qtbot, wide):
    editor = _edit(wide, wide.ids[0], "50000")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    editor.setText("60000")
    assert _note(wide) is None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert _note(wide) is not None
    assert wide.asked == []
    editor.setText("64")
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert wide.asked == [("change", wide.ids[0], "units", 64)]


@pytest.mark.parametrize("presses", [0, 1])
def test_leaving_the_field_makes_nothing_large(qtbot, wide, presses):
    editor = _edit(wide, wide.ids[0], "50000")
    for _ in range(presses):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(editor.destroyed):
        wide.view.setFocus()
    assert wide.asked == []


def test_the_input_size_is_warned_of_too(qtbot, wide):
    wide.show(Model([Dense(2_000)], input_dim=4))
    plate = wide.view.model().index(wide.view.model().row_of(Place.PLATE))
    wide.view.setCurrentIndex(plate)
    wide.stack.edit_units()
    editor = _editor(wide)
    editor.setText("1000000")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "8.0 GB" in _note(wide).findChild(QLabel).text()
    assert wide.asked == []


def test_the_wheel_stops_before_a_gigabyte(wide):
    # 12,500 · 20,000 · 4 bytes are one gigabyte to the byte.
    wide.show(wide.model.with_layers([Dense(12_500), *wide.model.layers[1:]], input_dim=100))
    first = wide.ids[0]
    wide.stack.select(first)
    point = wide.chips(first).number.center()
    event = QWheelEvent(
        QPointF(point), QPointF(wide.view.viewport().mapToGlobal(point)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(wide.view.viewport(), event)
    assert wide.asked == []
    assert _editor(wide).text() == "12501"
    assert _note(wide) is not None


def test_a_held_button_repeats(qtbot, bench):
    viewport, point = bench.view.viewport(), bench.chips(bench.ids[1]).plus.center()
    qtbot.mousePress(viewport, LEFT, pos=point)
    for _ in range(3):
        bench.view._repeat.timeout.emit()
    qtbot.mouseRelease(viewport, LEFT, pos=point)
    assert bench.units == (8, 9, 1)
    assert not bench.view._repeat.isActive()


def test_a_held_button_stops_at_one(qtbot, bench):
    viewport, point = bench.view.viewport(), bench.chips(bench.ids[1]).minus.center()
    qtbot.mousePress(viewport, LEFT, pos=point)
    for _ in range(9):
        bench.view._repeat.timeout.emit()
    qtbot.mouseRelease(viewport, LEFT, pos=point)
    assert bench.units == (8, 1, 1)
