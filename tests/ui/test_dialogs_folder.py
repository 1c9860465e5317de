"""File dialogs begin where the last one ended."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from densegui.ui.dialogs import Questions, folder


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Where each file dialog began; the person always picks ``one.csv`` in a folder of their own."""
    (tmp_path / "데이터").mkdir()
    begun = []

    def choose(_window, _title, begin, _filters):
        begun.append(Path(begin))
        return str(tmp_path / "데이터" / "one.csv"), ""

    def choose_some(_window, _title, begin, _filters):
        return [choose(_window, _title, begin, _filters)[0]], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose_some)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return begun


def test_the_next_dialog_begins_where_the_last_file_was(asked, tmp_path):
    questions = Questions(None)
    assert questions.ask_data() == (tmp_path / "데이터" / "one.csv",)
    questions.ask_open()
    questions.ask_save("stack.densegui")
    assert asked[1:] == [tmp_path / "데이터", tmp_path / "데이터" / "stack.densegui"]


def test_a_project_is_saved_where_it_is(asked, tmp_path):
    Questions(None).ask_save(str(tmp_path / "own.densegui"))
    assert asked == [tmp_path / "own.densegui"]


def test_a_folder_that_is_gone_is_not_offered(tmp_path):
    QSettings().setValue("folder", str(tmp_path / "gone"))
    assert folder.remembered() != tmp_path / "gone"
    assert folder.remembered().is_absolute()
