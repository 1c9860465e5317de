"""The stack by mouse, wheel, keys and drops."""

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from densegui.data.dataset import Dataset, frozen_source
from densegui.document import edits
from densegui.engine import Dense, Model
from densegui.ui.builder import geometry, payload
from densegui.ui.builder.stack_model import ROW_ROLE

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
NONE, COPY, MOVE = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


def _data(rows, features, names=()):
    return Dataset("iris.csv", np.zeros((rows, features)), frozen_source("file"), names)


def _click(qtbot, bench, layer_id, field, modifier=NONE):
    point = getattr(bench.chips(layer_id), field).center()
    qtbot.mouseClick(bench.view.viewport(), LEFT, modifier, point)


def _editor(bench):
    return bench.view.findChild(QLineEdit, "unitsEditor")


def _type(qtbot, bench, text):
    """Types into the open editor and ends with Return; Qt closes it in the next turn of the event loop."""
    editor = _editor(bench)
    qtbot.keyClicks(editor, text)
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def _wheel(bench, point, notches):
    event = QWheelEvent(
        QPointF(point), QPointF(bench.view.viewport().mapToGlobal(point)), QPoint(), QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bench.view.viewport(), event)


def _drop(bench, mime, point, action, *, end="drop"):
    """A drag over the viewport, as the platform sends it; returns whether it was taken."""
    viewport, where = bench.view.viewport(), QPointF(point)
    keys = CTRL if action == COPY else NONE
    enter = QDragEnterEvent(point, action, mime, LEFT, keys)
    enter.setDropAction(action)
    QApplication.sendEvent(viewport, enter)
    move = QDragMoveEvent(point, action, mime, LEFT, keys)
    move.setDropAction(action)
    QApplication.sendEvent(viewport, move)
    if end == "leave":
        QApplication.sendEvent(viewport, QDragLeaveEvent())
        return False
    if end == "hover":
        return move.isAccepted()
    drop = QDropEvent(where, action, mime, LEFT, keys)
    drop.setDropAction(action)
    QApplication.sendEvent(viewport, drop)
    return drop.isAccepted()


def _above(bench, layer_id):
    """A point in the upper half of a brick: the gap on its output side."""
    return bench.rect(layer_id).center() - QPoint(0, 15)


@pytest.mark.parametrize(("field", "units"), [("minus", 5), ("plus", 7)])
def test_the_stepper_asks_for_one_more_or_less(qtbot, bench, field, units):
    _click(qtbot, bench, bench.ids[1], field)
    assert bench.asked == [("change", bench.ids[1], "units", units)]
    assert bench.units == (8, units, 1)


def test_there_is_no_brick_without_units(qtbot, bench):
    _click(qtbot, bench, bench.ids[2], "minus")
    assert bench.asked == []


def test_a_number_is_typed_where_it_stands(qtbot, bench):
    _click(qtbot, bench, bench.ids[1], "number")
    editor = _editor(bench)
    assert editor.text() == "6"
    chips = bench.chips(bench.ids[1])
    assert chips.units.contains(editor.geometry())
    _type(qtbot, bench, "32")
    assert bench.units == (8, 32, 1)


def test_esc_leaves_the_number_as_it_was(qtbot, bench):
    _click(qtbot, bench, bench.ids[1], "number")
    editor = _editor(bench)
    qtbot.keyClicks(editor, "32")
    with qtbot.waitSignal(editor.destroyed):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert bench.asked == []


@pytest.mark.parametrize("text", ["0", "", "x", "-"])
def test_what_is_no_size_is_not_asked_for(qtbot, bench, text):
    _click(qtbot, bench, bench.ids[1], "number")
    editor = _editor(bench)
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    qtbot.keyClicks(editor, text)
    with qtbot.waitSignal(editor.destroyed):
        bench.view.setFocus()
    assert bench.asked == []


def test_a_digit_on_a_selected_brick_begins_its_number(qtbot, bench):
    bench.stack.select(bench.ids[0])
    bench.view.setFocus()
    qtbot.keyClicks(bench.view, "1")
    _type(qtbot, bench, "6")
    assert bench.asked == [("change", bench.ids[0], "units", 16)]


def test_edit_units_from_the_keyboard(qtbot, bench):
    bench.stack.select(bench.ids[0])
    bench.stack.edit_units()
    assert _editor(bench).text() == "8"
    assert _editor(bench).accessibleName() == "Units"


def test_without_a_current_brick_nothing_is_edited(bench):
    bench.stack.edit_units()
    bench.stack.choose_activation()
    assert _editor(bench) is None


def test_the_wheel_changes_the_selected_brick_alone(bench):
    bench.stack.select(bench.ids[1])
    _wheel(bench, bench.chips(bench.ids[1]).number.center(), 2)
    _wheel(bench, bench.chips(bench.ids[0]).number.center(), 2)
    _wheel(bench, bench.chips(bench.ids[1]).name.center(), 2)
    assert bench.asked == [("change", bench.ids[1], "units", 8)]


def test_the_wheel_scrolls_on_when_the_number_of_the_selected_brick_comes_under_it(qtbot, bench):
    bench.show(Model([Dense(8) for _ in range(40)], input_dim=4))
    middle = bench.ids[20]
    bench.stack.select(middle)
    bar = bench.view.verticalScrollBar()
    point = bench.chips(middle).number.center()
    bar.setSingleStep(10)  # half a brick at each notch
    bar.setValue(bar.value() - 59)  # the pointer is over the next brick now
    for _ in range(4):
        before = bar.value()
        _wheel(bench, point, -1)
        assert bar.value() > before
    assert bench.asked == []
    bench.view.scrollTo(bench.row(middle))
    point = bench.chips(middle).number.center()
    qtbot.mouseMove(bench.view.viewport(), point)
    _wheel(bench, point, -1)
    assert bench.asked == [("change", middle, "units", 7)]


def test_the_cross_takes_a_brick_away(qtbot, bench):
    gone = bench.ids[1]
    _click(qtbot, bench, gone, "remove")
    assert bench.asked == [("remove", (gone,))]
    assert bench.units == (8, 1)


def test_arrows_move_the_selection_up_and_down_the_stack(qtbot, bench):
    first, second, third = bench.ids
    bench.stack.select(first)
    bench.view.setFocus()
    qtbot.keyClick(bench.view, Qt.Key.Key_Up)
    assert bench.stack.selected_ids() == (second,)
    qtbot.keyClick(bench.view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert bench.stack.selected_ids() == (second, third)


def test_selection_is_told_once_and_from_the_input_on(qtbot, bench):
    first, _, third = bench.ids
    told = []
    bench.stack.selection_changed.connect(told.append)
    bench.stack.select(third)
    _click(qtbot, bench, first, "name", CTRL)
    bench.stack.select(None)
    assert told == [(third,), (first, third), ()]


def test_selection_survives_every_edit_that_keeps_the_layer(bench):
    _, second, third = bench.ids
    bench.stack.select(second)
    bench.show(edits.move(bench.model, second, 0))
    assert bench.stack.selected_ids() == (second,)
    bench.show(edits.insert(bench.model, 0, Dense(3)))
    bench.show(edits.remove(bench.model, [third]))
    bench.show(edits.change(bench.model, second, units=99))
    bench.stack.set_top_down(True)
    assert bench.stack.selected_ids() == (second,)
    told = []
    bench.stack.selection_changed.connect(told.append)
    bench.show(edits.remove(bench.model, [second]))
    assert second not in bench.stack.selected_ids()
    assert told == [bench.stack.selected_ids()]


def test_an_open_editor_lives_as_long_as_its_layer(qtbot, bench):
    _, second, third = bench.ids
    _click(qtbot, bench, second, "number")
    editor = _editor(bench)
    qtbot.keyClicks(editor, "4")
    bench.show(edits.remove(bench.model, [third]))
    assert _editor(bench) is editor
    assert editor.text() == "4"
    assert bench.chips(second).units.contains(editor.geometry())
    bench.show(edits.remove(bench.model, [second]))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert _editor(bench) is None
    assert bench.asked == []


def test_the_scroll_position_stays_with_what_is_seen(bench):
    tall = Model([Dense(3) for _ in range(60)], input_dim=4)
    bench.show(tall)
    middle = tall.layers[30].id
    bench.stack.select(middle)
    before = bench.rect(middle).top()
    bench.show(edits.insert(tall, 60, Dense(5)))
    assert bench.rect(middle).top() == before
    bench.show(edits.remove(bench.model, [tall.layers[50].id]))
    assert bench.rect(middle).top() == before


def test_the_base_plate_stays_in_sight_when_data_bring_names(bench):
    bench.show(Model([Dense(3) for _ in range(60)], input_dim=4))
    bench.stack.show_dataset(_data(150, 4, ("a", "b", "c", "d")))
    plate = bench.view.visualRect(bench.view.model().index(61))
    assert bench.view.viewport().rect().contains(plate)


def test_a_tall_stack_opens_at_its_base_plate(bench):
    bench.show(Model([Dense(3) for _ in range(60)], input_dim=4))
    plate = bench.view.visualRect(bench.view.model().index(61))
    assert bench.view.viewport().rect().contains(plate)


@pytest.mark.parametrize("gap", [0, 1, 2, 3])
@pytest.mark.parametrize("top_down", [False, True])
def test_a_block_is_dropped_into_every_gap(bench, gap, top_down):
    bench.stack.set_top_down(top_down)
    block = Dense(5, activation="tanh")
    side = QPoint(0, 15 if top_down else -15)
    anchor = bench.ids[max(gap - 1, 0)]
    point = bench.rect(anchor).center() + (side if gap else -side)
    assert _drop(bench, payload.new_block(block), point, COPY)
    assert bench.asked == [("insert", gap, block)]
    new = bench.ids[gap]
    assert bench.stack.selected_ids() == (new,)
    assert bench.units == (*(8, 6, 1)[:gap], 5, *(8, 6, 1)[gap:])


def test_the_free_space_takes_a_block_on_top(bench):
    assert _drop(bench, payload.new_block(Dense(2)), QPoint(200, 20), COPY)
    assert bench.asked[0][1] == 3


def test_the_plate_takes_a_block_at_the_bottom(bench):
    plate = bench.view.visualRect(bench.view.model().index(4)).center()
    assert _drop(bench, payload.new_block(Dense(2)), plate, COPY)
    assert bench.asked[0][1] == 0


def test_the_first_block_of_an_empty_stack(bench):
    bench.show(Model(input_dim=4))
    assert _drop(bench, payload.new_block(Dense(2)), QPoint(200, 300), COPY)
    assert bench.units == (2,)


def test_a_brick_is_dragged_to_the_top_and_stays_selected(bench):
    first, second, third = bench.ids
    bench.stack.select(third)
    mime = bench.view.model().mimeData([bench.row(first)])
    assert _drop(bench, mime, _above(bench, third), MOVE)
    assert bench.ids == (second, third, first)
    assert bench.stack.selected_ids() == (first,)
    assert bench.view.state() == bench.view.State.NoState


def test_a_ctrl_drag_copies_and_selects_the_copy(bench):
    first, second, third = bench.ids
    bench.stack.select(first)
    mime = bench.view.model().mimeData([bench.row(first)])
    assert _drop(bench, mime, _above(bench, second), COPY)
    assert bench.asked == [("copy", first, 2)]
    assert bench.ids[2] not in {first, second, third}
    assert bench.stack.selected_ids() == (bench.ids[2],)


def test_the_gap_opens_under_the_drag_and_closes_after_it(bench):
    delegate = bench.view.itemDelegate()
    mime = payload.new_block(Dense(2))
    assert _drop(bench, mime, _above(bench, bench.ids[1]), COPY, end="hover")
    assert delegate.gap_row == 2
    _drop(bench, mime, QPoint(5, 5), COPY, end="leave")
    assert delegate.gap_row == -1
    _drop(bench, mime, _above(bench, bench.ids[1]), COPY)
    assert delegate.gap_row == -1


def test_files_and_foreign_blocks_are_left_to_the_window(bench):
    files = payload.moving_blocks([bench.ids[0]], "elsewhere")
    assert not _drop(bench, files, _above(bench, bench.ids[1]), MOVE)
    files = payload.new_block(Dense(2))
    files.removeFormat(payload.MIME_TYPE)
    files.setUrls([QUrl.fromLocalFile("iris.csv")])
    assert not _drop(bench, files, _above(bench, bench.ids[1]), COPY)
    assert bench.asked == []


def test_the_input_size_is_edited_on_the_plate(qtbot, bench):
    plate = bench.view.model().index(4)
    chips = bench.view.itemDelegate().chips(bench.view.visualRect(plate), plate)
    qtbot.mouseClick(bench.view.viewport(), LEFT, pos=chips.plus.center())
    qtbot.mouseClick(bench.view.viewport(), LEFT, pos=chips.number.center())
    assert _editor(bench).accessibleName() == "Input size"
    _type(qtbot, bench, "12")
    assert bench.asked == [("input_dim", 5), ("input_dim", 12)]
    assert bench.stack.selected_ids() == ()


def _plate(bench):
    index = bench.view.model().index(bench.view.model().rowCount() - 1)
    return index, bench.view.itemDelegate().chips(bench.view.visualRect(index), index)


def _repairs(bench):
    _, chips = _plate(bench)
    return {name for name in geometry.REPAIRS if not getattr(chips, name).isNull()}


@pytest.mark.parametrize(
    ("rows", "features", "offered"),
    [
        (150, 4, set()),
        (150, 5, {"fit", "columns"}),
        (150, 3, {"fit"}),
        (4, 16, {"fit", "columns", "transpose"}),
    ],
)
def test_repairs_offered_for_data_that_do_not_fit(bench, rows, features, offered):
    bench.stack.show_dataset(_data(rows, features))
    assert _repairs(bench) == offered
    _, chips = _plate(bench)
    for name in offered:
        assert chips.body.contains(getattr(chips, name))
        assert chips.field_at(getattr(chips, name).center()) == name


def test_repairs_ask_for_what_they_say(qtbot, bench):
    bench.stack.show_dataset(_data(4, 16))
    index, chips = _plate(bench)
    sentence = "iris.csv has 16 features, the stack takes 4."
    assert sentence in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence in index.data(Qt.ItemDataRole.ToolTipRole)
    assert list(index.data(ROW_ROLE).repairs().values()) == ["Set to 16", "Columns…", "Transpose"]
    viewport = bench.view.viewport()
    with qtbot.waitSignal(bench.stack.columns_requested):
        qtbot.mouseClick(viewport, LEFT, pos=chips.columns.center())
    with qtbot.waitSignal(bench.stack.transpose_requested):
        qtbot.mouseClick(viewport, LEFT, pos=chips.transpose.center())
    qtbot.mouseClick(viewport, LEFT, pos=chips.fit.center())
    assert bench.asked == [("input_dim", 16)]
    assert _repairs(bench) == set()


def test_nothing_moves_when_the_data_fit_no_more(qtbot, bench):
    bench.stack.show_dataset(_data(150, 4))
    before = [bench.rect(layer_id) for layer_id in bench.ids], _plate(bench)[1].plus
    qtbot.mouseClick(bench.view.viewport(), LEFT, pos=before[1].center())
    assert _repairs(bench) == {"fit"}
    assert ([bench.rect(layer_id) for layer_id in bench.ids], _plate(bench)[1].plus) == before


def test_data_that_leave_take_the_repairs_along(bench):
    bench.stack.show_dataset(_data(150, 5))
    bench.stack.show_dataset(None)
    assert _repairs(bench) == set()


def test_frozen_weights_are_shown_on_the_brick(bench):
    first = bench.ids[0]
    assert bench.chips(first).lock.isNull()
    bench.show(edits.freeze(bench.model, [first]))
    assert not bench.chips(first).lock.isNull()
    assert "Frozen or set by hand (the padlock)" in bench.row(first).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "the padlock" in bench.row(first).data(Qt.ItemDataRole.ToolTipRole)
    bench.show(edits.thaw(bench.model, [first]))
    assert bench.chips(first).lock.isNull()


def test_the_context_menu_offers_the_given_actions(qtbot, bench):
    actions = [QAction("Duplicate", bench.stack), QAction("Remove", bench.stack)]
    bench.stack.set_menu_actions(actions)
    point = bench.rect(bench.ids[1]).center()
    qtbot.mouseClick(bench.view.viewport(), Qt.MouseButton.RightButton, pos=point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, bench.view.viewport().mapToGlobal(point))
    QApplication.sendEvent(bench.view.viewport(), event)
    menu = bench.stack.findChild(QMenu)
    assert menu.actions() == actions
    assert bench.stack.selected_ids() == (bench.ids[1],)
    menu.close()


def test_screen_readers_hear_the_output(bench):
    assert bench.view.accessibleName() == "Stack of blocks"
    assert bench.view.accessibleDescription() == "Output (N, 1) · one probability"


def test_screen_readers_hear_each_row(bench):
    rows = QAccessible.queryAccessibleInterface(bench.view)
    heard = [rows.child(place).text(QAccessible.Text.Name) for place in range(rows.childCount())]
    assert heard == [
        "Output (N, 1) · one probability",
        "dense_3, 1 unit, sigmoid, uniform, output 1, 7 parameters",
        "dense_2, 6 units, relu, uniform, output 6, 54 parameters",
        "dense_1, 8 units, relu, uniform, output 8, 40 parameters",
        "Input, 4 features, no data yet",
    ]


@pytest.mark.parametrize("width", [380, 460, 800])
def test_parts_are_where_they_are_painted(qtbot, bench, width):
    bench.stack.resize(width, 640)
    qtbot.waitUntil(lambda: bench.view.viewport().width() == width)
    for layer_id in bench.ids:
        assert bench.rect(layer_id).width() == width
        assert bench.chips(layer_id).body.right() < width


def test_bricks_change_colour_with_the_activation(bench):
    def colour():
        chips = bench.chips(bench.ids[1])
        picture = bench.view.viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        return picture.pixelColor(((chips.body.topLeft() + QPoint(8, 30)).toPointF() * ratio).toPoint())

    blue = colour()
    layers = list(bench.model.layers)
    layers[1] = dataclasses.replace(layers[1], activation="tanh")
    bench.show(bench.model.with_layers(layers))
    green = colour()
    assert blue.blue() > blue.green()
    assert green.green() > green.blue()


def test_two_quick_presses_are_two_steps(qtbot, bench):
    point = bench.chips(bench.ids[1]).plus.center()
    viewport = bench.view.viewport()
    qtbot.mouseClick(viewport, LEFT, NONE, point)
    qtbot.mouseDClick(viewport, LEFT, NONE, point)  # the second press alone
    qtbot.mouseRelease(viewport, LEFT, NONE, point)
    assert bench.units[1] == 8


class _Painted(QObject):
    """Remembers which rectangles of a widget are painted."""

    def __init__(self, widget):
        super().__init__(widget)
        self.rects = []
        widget.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            self.rects.append(event.rect())
        return False


def test_a_new_selection_paints_all_of_the_stack(qtbot, bench):
    bench.stack.select(bench.ids[0])
    QApplication.processEvents()
    painted = _Painted(bench.view.viewport())
    qtbot.keyClick(bench.view, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: bool(painted.rects))
    assert painted.rects[-1] == bench.view.viewport().rect()
