"""Presets through the window: all of the table are offered, own ones are kept, opened and deleted."""

import pytest
from PySide6.QtWidgets import QListWidget, QPushButton

from densegui.document.presets import PRESETS
from densegui.ui.dialogs.presets import PresetsDialog, preset_titles


@pytest.fixture
def folder(window, tmp_path):
    window.commands.presets_folder = tmp_path / "presets"
    return window.commands.presets_folder


def test_every_preset_of_the_table_has_a_title():
    assert preset_titles() == {key: preset.title for key, preset in PRESETS.items()}


def test_the_dialog_offers_own_ones_first_and_deletes_only_them(qtbot, tmp_path):
    own = tmp_path / "mine.densegui"
    dialog = PresetsDialog([own])
    qtbot.addWidget(dialog)
    names = dialog.findChild(QListWidget, "presets")
    assert [names.item(row).text() for row in range(names.count())] == ["mine", *preset_titles().values()]
    assert dialog.wish() == ("open", own)
    names.setCurrentRow(1)
    assert dialog.wish() == ("open", "example")
    assert not dialog.findChild(QPushButton, "deletePreset").isEnabled()
    names.setCurrentRow(0)
    dialog.findChild(QPushButton, "deletePreset").click()
    assert dialog.wish() == ("delete", own)


def test_a_preset_is_opened_as_one_step(window, qtbot, folder):
    window.commands.questions.answers["ask_preset"] = ("open", "by_hand")
    with qtbot.waitSignal(window.session.dataset_changed):
        window.commands.open_preset()
    assert window.session.model.dims == (2, 3, 2, 2)
    window.session.undo()
    assert window.session.model.dims == (4, 8, 6, 1)


def test_an_own_preset_is_kept_opened_and_deleted(window, qtbot, folder):
    questions = window.commands.questions
    questions.answers["ask_preset_name"] = "mine"
    with qtbot.waitSignal(window.session.noted):
        window.commands.save_preset()
    window.session.set_seed(8)
    questions.answers["ask_preset"] = ("open", folder / "mine.densegui")
    with qtbot.waitSignal(window.session.model_changed):
        window.commands.open_preset()
    assert window.session.model.seed == 0
    questions.answers["ask_preset"] = ("delete", folder / "mine.densegui")
    window.commands.open_preset()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_read_is_said(window, qtbot, folder):
    folder.write_text("in the way")
    with qtbot.waitSignal(window.session.failed) as failed:
        window.commands.open_preset()
    assert "cannot be read" in failed.args[0]
