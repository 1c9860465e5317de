"""Menus and toolbar of the main window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from densegui.ui.actions import MENUS, TOOLBAR, Actions

# Of each of these only one is on.
CHOICES: Final = (
    ("themeSystem", "themeLight", "themeDark"),
    ("detailCompact", "detailNormal", "detailFull"),
    ("languageSystem", "languageEnglish", "languageKorean"),
)


class Menus:
    """Menu bar and toolbar, made of the actions.

    Args:
        window: where they stand.
        actions: what they offer.
        panels: a switch for each panel.
    """

    def __init__(self, window: QMainWindow, actions: Actions, panels: Sequence[QAction]) -> None:
        self._menus: dict[str, QMenu] = {}
        for menu_id, names in MENUS.items():
            menu = window.menuBar().addMenu("")
            menu.setObjectName(menu_id)
            menu.setToolTipsVisible(True)
            menu.addActions(actions.row(names))
            self._menus[menu_id] = menu
        self._panels = QMenu(window)
        self._panels.addActions(panels)
        self._menus["viewMenu"].insertMenu(actions["resetLayout"], self._panels)
        for names in CHOICES:
            group = QActionGroup(window)
            for name in names:
                group.addAction(actions[name])
        self._toolbar = QToolBar()
        self._toolbar.setObjectName("toolBar")
        self._toolbar.setMovable(False)
        self._toolbar.addActions(actions.row(TOOLBAR))
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for name, action in (("runButton", "runForward"), ("liveButton", "live")):
            button = self._toolbar.widgetForAction(actions[action])
            if isinstance(button, QToolButton):
                button.setObjectName(name)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.addToolBar(self._toolbar)

    def put_sample_bar(self, bar: QWidget) -> None:
        """Puts the bar that chooses the sample into what the buttons leave of the toolbar."""
        self._toolbar.addSeparator()
        self._toolbar.addWidget(bar)

    def translate(self) -> None:
        """Gives menus and toolbar their titles, in the language in force."""
        for menu_id, title in menu_titles().items():
            self._menus[menu_id].setTitle(title)
        self._panels.setTitle(QCoreApplication.translate("MainWindow", "Panels"))
        self._toolbar.setWindowTitle(QCoreApplication.translate("MainWindow", "Tools"))


def menu_titles() -> dict[str, str]:
    """Menu id → title, in the language in force."""
    translate = QCoreApplication.translate
    return {
        "fileMenu": translate("Actions", "&File"),
        "editMenu": translate("Actions", "&Edit"),
        "dataMenu": translate("Actions", "&Data"),
        "runMenu": translate("Actions", "&Run"),
        "viewMenu": translate("Actions", "&View"),
        "helpMenu": translate("Actions", "&Help"),
    }
