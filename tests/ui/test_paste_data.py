"""Pasting a table: cells of a spreadsheet become the data, blocks stay blocks, faults are sentences."""

import pytest
from PySide6.QtGui import QGuiApplication

from densegui.data import finish, from_json, restoring, to_json

CELLS = "width\theight\tkind\n1\t2\ta\n3\t4.5\tb\n5\t6\ta\n"


def copy(text):
    QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize("command", ["paste_data", "paste_blocks"])
def test_cells_become_the_data(window, qtbot, command):
    copy(CELLS)
    with qtbot.waitSignal(window.session.dataset_changed):
        getattr(window.commands, command)()
    dataset = window.session.dataset
    assert dataset.x[:].tolist() == [[1, 2], [3, 4.5], [5, 6]]
    assert dataset.feature_names == ("width", "height")
    assert [dataset.class_names[k] for k in dataset.labels] == ["a", "b", "a"]
    assert len(window.session.model.layers) == 3


def test_a_pasted_table_comes_back_with_the_project(window, qtbot):
    copy(CELLS)
    with qtbot.waitSignal(window.session.dataset_changed):
        window.commands.paste_data()
    source = from_json(to_json(window.session.dataset.source))
    assert finish(restoring(source)).x[:].tolist() == [[1, 2], [3, 4.5], [5, 6]]


def test_commas_are_read_where_a_table_is_asked_for(window, qtbot):
    copy("1,2\n3,4\n")
    with qtbot.waitSignal(window.session.dataset_changed):
        window.commands.paste_data()
    assert window.session.dataset.x[:].tolist() == [[1, 2], [3, 4]]


def test_blocks_with_tabs_stay_blocks(window, qtbot):
    before = window.session.dataset
    copy("model.add(\n\tDense(5, activation='relu')\n)\n")
    window.commands.paste_blocks()
    assert window.session.dataset is before
    assert 5 in window.session.model.dims


@pytest.mark.parametrize("text", ["", "no table at all"])
def test_what_is_no_table_is_said_and_changes_nothing(window, qtbot, text):
    before = window.session.dataset
    copy(text)
    with qtbot.waitSignal(window.session.failed):
        window.commands.paste_data()
    assert window.session.dataset is before
