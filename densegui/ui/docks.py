"""Docks: where palette and panels stand in the window, at first and when it is opened again."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

NAMES: Final = ("palette", "graph", "activations", "distributions")
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea


class Docks:
    """One dock for the palette and one for each panel.

    Args:
        window: where they stand.
    """

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        for name in NAMES:
            dock = QDockWidget()
            dock.setObjectName(f"{name}Dock")
            dock.setWidget(QWidget())
            area = Qt.DockWidgetArea.LeftDockWidgetArea if name == "palette" else _RIGHT
            window.addDockWidget(area, dock)
            self._docks[name] = dock

    def put(self, name: str, widget: QWidget) -> None:
        """Puts a widget into its dock."""
        self._docks[name].setWidget(widget)

    def switches(self) -> list[QAction]:
        """An action for each dock that shows and hides it."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def arrange(self) -> None:
        """Puts every dock where it is at first."""
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            dock.show()
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["palette"])
        window.addDockWidget(_RIGHT, docks["graph"], vertical)
        window.addDockWidget(_RIGHT, docks["activations"], vertical)
        window.splitDockWidget(docks["activations"], docks["distributions"], horizontal)
        window.resizeDocks([docks["palette"], docks["graph"]], [200, 690], horizontal)
        window.resizeDocks([docks["activations"], docks["distributions"]], [240, 450], horizontal)
        window.resizeDocks([docks["graph"], docks["activations"]], [330, 290], vertical)

    def restore(self) -> None:
        """Puts every dock where it was the last time; if that is unknown, where it is at first."""
        state = QSettings().value("layout")
        if not isinstance(state, QByteArray) or not self._window.restoreState(state):
            self.arrange()

    def save(self) -> None:
        """Keeps where the docks are."""
        QSettings().setValue("layout", self._window.saveState())

    def translate(self) -> None:
        """Gives every dock its title, in the language in force."""
        translate = QCoreApplication.translate
        titles = {
            "palette": translate("MainWindow", "Bricks"),
            "graph": translate("MainWindow", "Neuron graph"),
            "activations": translate("MainWindow", "Activation functions"),
            "distributions": translate("MainWindow", "Output distributions"),
        }
        for name, title in titles.items():
            self._docks[name].setWindowTitle(title)
