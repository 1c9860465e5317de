"""The stack as an item model: rows, gaps, drops, and rows that stay themselves."""

import dataclasses
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from densegui.engine import Dense, Model
from densegui.ui.builder import payload
from densegui.ui.builder.stack_model import Place, StackModel

MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


@pytest.fixture
def rows(qapp, lesson):
    model = StackModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_model(lesson)
    model.tester = tester
    return model


def _texts(rows):
    return [rows.data(rows.index(row), Qt.ItemDataRole.DisplayRole) for row in range(rows.rowCount())]


def test_the_stack_grows_upward(rows):
    assert _texts(rows) == [
        "Output (N, 1) · one probability", "dense_3", "dense_2", "dense_1", "Input",
    ]  # fmt: skip


def test_top_down_is_keras_order(rows):
    rows.set_top_down(True)
    assert _texts(rows) == [
        "Input", "dense_1", "dense_2", "dense_3", "Output (N, 1) · one probability",
    ]  # fmt: skip
    rows.set_top_down(False)
    assert _texts(rows)[-1] == "Input"


@pytest.mark.parametrize("row", range(-1, 6))
def test_a_new_block_goes_into_the_gap_above_the_row(qtbot, rows, row):
    # Rows: output, third, second, first layer, plate; gaps are counted from the input.
    gap = {-1: 0, 0: 3, 1: 3, 2: 2, 3: 1, 4: 0, 5: 0}[row]
    block = Dense(5, activation="tanh")
    with qtbot.waitSignal(rows.insert_requested) as told:
        assert rows.dropMimeData(payload.new_block(block), COPY, row, 0, QModelIndex())
    assert told.args == [gap, block]


@pytest.mark.parametrize(("row", "gap"), [(1, 0), (2, 1), (3, 2), (4, 3)])
def test_gaps_top_down(qtbot, rows, row, gap):
    rows.set_top_down(True)
    with qtbot.waitSignal(rows.insert_requested) as told:
        assert rows.dropMimeData(payload.new_block(Dense(5)), COPY, row, 0, QModelIndex())
    assert told.args[0] == gap


def test_a_drop_on_a_row_goes_above_it(qtbot, rows):
    with qtbot.waitSignal(rows.insert_requested) as told:
        assert rows.dropMimeData(payload.new_block(Dense(5)), COPY, -1, -1, rows.index(2))
    assert told.args[0] == 2


def test_a_brick_of_this_stack_moves(qtbot, rows, lesson):
    first = lesson.layers[0].id
    mime = rows.mimeData([rows.index(rows.row_of(first))])
    with qtbot.waitSignal(rows.move_requested) as told:
        assert rows.dropMimeData(mime, MOVE, 1, 0, QModelIndex())
    assert told.args == [first, 3]


def test_with_ctrl_it_is_copied(qtbot, rows, lesson):
    first = lesson.layers[0].id
    mime = rows.mimeData([rows.index(rows.row_of(first))])
    with qtbot.waitSignal(rows.copy_requested) as told:
        assert rows.dropMimeData(mime, COPY, 4, 0, QModelIndex())
    assert told.args == [first, 0]


@pytest.mark.parametrize("row", [3, 4])
def test_a_brick_dropped_where_it_is_stays(qtbot, rows, lesson, row):
    mime = rows.mimeData([rows.index(3)])
    with qtbot.assertNotEmitted(rows.move_requested):
        assert rows.dropMimeData(mime, MOVE, row, 0, QModelIndex())


@pytest.mark.parametrize("mime", ["other stack", "vanished layer", "text"])
def test_foreign_drops_are_refused(qtbot, rows, mime):
    made = {
        "other stack": payload.moving_blocks([1], "elsewhere"),
        "vanished layer": payload.moving_blocks([99], rows.token),
        "text": QMimeData(),
    }[mime]
    made.setText("Dense(8)")
    with (
        qtbot.assertNotEmitted(rows.insert_requested),
        qtbot.assertNotEmitted(rows.move_requested),
        qtbot.assertNotEmitted(rows.copy_requested),
    ):
        assert not rows.canDropMimeData(made, MOVE, 1, 0, QModelIndex())
        assert not rows.dropMimeData(made, MOVE, 1, 0, QModelIndex())


def test_rows_are_never_removed_by_a_view(rows):
    assert not rows.removeRows(1, 1)
    assert rows.rowCount() == 5


def test_editing_asks_and_changes_nothing(qtbot, rows, lesson):
    index = rows.index(rows.row_of(lesson.layers[1].id))
    with qtbot.waitSignal(rows.change_requested) as told:
        assert rows.setData(index, 12)
    assert told.args == [lesson.layers[1].id, "units", 12]
    assert index.data(Qt.ItemDataRole.EditRole) == 6
    with qtbot.assertNotEmitted(rows.change_requested):
        assert not rows.setData(index, 6)


def test_what_can_be_done_with_each_row(rows):
    top, brick, plate = (rows.flags(rows.index(row)) for row in (0, 1, 4))
    assert not top & Qt.ItemFlag.ItemIsEnabled
    assert brick & Qt.ItemFlag.ItemIsDragEnabled
    assert brick & Qt.ItemFlag.ItemIsEditable
    assert plate & Qt.ItemFlag.ItemIsEditable
    assert not plate & Qt.ItemFlag.ItemIsDragEnabled


def test_accessible_text(rows):
    index = rows.index(2)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "dense_2, 6 units, relu, uniform, output 6, 54 parameters"
    )


@given(seed=st.integers(0, 2**32), steps=st.integers(1, 12), top_down=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_follow_any_edit_and_keep_their_identity(qapp, seed, steps, top_down):
    dice = random.Random(seed)
    rows = StackModel()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Warning)
    rows.set_top_down(top_down)
    fresh = iter(range(1, 10_000))
    layers = [Dense(dice.randint(1, 9), id=next(fresh)) for _ in range(dice.randint(0, 6))]
    for _ in range(steps):
        rows.show_model(Model(layers, input_dim=4))
        held = {layer.id: QPersistentModelIndex(rows.index(rows.row_of(layer.id))) for layer in layers}
        layers = [layer for layer in layers if dice.random() < 0.8]
        dice.shuffle(layers)
        for _ in range(dice.randint(0, 3)):
            layers.insert(dice.randint(0, len(layers)), Dense(dice.randint(1, 9), id=next(fresh)))
        rows.show_model(Model(layers, input_dim=4))
        ids = [layer.id for layer in layers]
        assert rows.layer_ids == tuple(ids)
        assert [rows.key(row) for row in range(1, len(ids) + 1)] == (ids if top_down else ids[::-1])
        assert rows.key(len(ids) + 1) is (Place.TOP if top_down else Place.PLATE)
        for layer_id, index in held.items():
            assert index.isValid() == (layer_id in ids)
            if index.isValid():
                assert rows.key(index.row()) == layer_id
    assert tester.failureReportingMode() is QAbstractItemModelTester.FailureReportingMode.Warning


def test_a_changed_layer_shows_at_once(rows, lesson):
    second = dataclasses.replace(lesson.layers[1], units=9)
    rows.show_model(lesson.with_layers([lesson.layers[0], second, lesson.layers[2]]))
    assert rows.index(2).data(Qt.ItemDataRole.EditRole) == 9
    assert "9·1 + 1 = 10" in rows.index(1).data(Qt.ItemDataRole.ToolTipRole)
