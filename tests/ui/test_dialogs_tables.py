"""Summary and cheat sheet: what they show, that it can be copied, and that they fit a small screen."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QTextBrowser

from densegui.document import example
from densegui.ui.action_table import table
from densegui.ui.actions import MENUS
from densegui.ui.dialogs.cheat_sheet import cheat_sheet
from densegui.ui.dialogs.summary import summary_table
from densegui.ui.dialogs.table_dialog import TableDialog
from densegui.ui.menus import menu_titles


@pytest.fixture
def shown(qtbot):
    def show(content):
        dialog = TableDialog(content)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_the_summary_is_shown_and_copied(shown):
    dialog = shown(summary_table(example(), samples_in_columns=False))
    text = dialog.findChild(QTextBrowser).toPlainText()
    assert "dense_3 (sigmoid)" in text
    assert "404 B" in text
    dialog.findChild(QPushButton, "summaryDialogCopy").click()
    assert "dense_2 (relu)     (N, 6)" in QGuiApplication.clipboard().text()


def test_the_cheat_sheet_lists_every_shortcut_of_the_menus_and_the_mouse(shown):
    dialog = shown(cheat_sheet(MENUS, menu_titles()))
    text = dialog.findChild(QTextBrowser).toPlainText()
    listed = {name for names in MENUS.values() for name in names}
    for spec in table():
        if spec.id in listed and spec.shortcuts:
            assert spec.tip in text
            assert spec.shortcuts[0] in text
    assert "Ctrl+drag" in text
    assert "&" not in text
    assert dialog.width() <= 1366
    assert dialog.height() <= 768


@pytest.mark.parametrize("content", ["summary", "cheat sheet"])
def test_tables_begin_at_the_top(shown, content):
    sheet = cheat_sheet(MENUS, menu_titles())
    dialog = shown(summary_table(example(), samples_in_columns=False) if content == "summary" else sheet)
    page = dialog.findChild(QTextBrowser)
    first = page.document().find("Layer" if content == "summary" else "File")
    assert page.cursorRect(first).top() < 2 * page.fontMetrics().height()


def test_titles_of_the_cheat_sheet_have_no_access_keys():
    english, korean = (
        cheat_sheet({"fileMenu": ("quit",)}, {"fileMenu": title}) for title in ("&File", "파일(&F)")
    )
    assert [sheet.groups[0].title for sheet in (english, korean)] == ["File", "파일"]


def test_both_are_commands(window):
    window.commands.show_summary()
    window.commands.show_cheat_sheet()
    asked = window.commands.questions.asked
    assert [(name, arguments[0].name) for name, arguments in asked] == [
        ("tell_table", "summaryDialog"),
        ("tell_table", "cheatSheetDialog"),
    ]
