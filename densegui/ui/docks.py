"""Docks: where palette and panels stand in the window, at first and when it is opened again."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QByteArray, QCoreApplication, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QToolButton, QWidget

NAMES: Final = (
    "palette", "graph", "matrices", "plane", "data", "activations", "inspector", "distributions",
)  # fmt: skip
# These stand as tabs behind another at first.
_BEHIND: Final = {"matrices": "graph", "plane": "graph", "data": "graph", "inspector": "activations"}
_VERSION: Final = 3  # of the layout: one that was kept with other docks would leave the new ones anywhere
_RIGHT: Final = Qt.DockWidgetArea.RightDockWidgetArea


class Docks(QObject):
    """One dock for the palette and one for each panel.

    A dock that shares its place with others has no title bar of its own: its tab says what it is, and is
    dragged to move it.

    Args:
        window: where they stand.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._docks: dict[str, QDockWidget] = {}
        window.setTabPosition(_RIGHT, QTabWidget.TabPosition.North)
        for name in NAMES:
            dock = QDockWidget()
            dock.setObjectName(f"{name}Dock")
            dock.setWidget(QWidget())
            area = Qt.DockWidgetArea.LeftDockWidgetArea if name == "palette" else _RIGHT
            window.addDockWidget(area, dock)
            dock.dockLocationChanged.connect(self._on_moved)
            dock.topLevelChanged.connect(self._on_moved)
            dock.visibilityChanged.connect(self._on_moved)
            self._docks[name] = dock
        self._titling = QTimer(self)
        self._titling.setSingleShot(True)
        self._titling.timeout.connect(self._title)

    def put(self, name: str, widget: QWidget) -> None:
        """Puts a widget into its dock."""
        dock = self._docks[name]
        behind = dock.isVisible() and dock.visibleRegion().isEmpty()
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)
        dock.setWidget(widget)
        # Qt moves a dock behind another tab out of sight without hiding it; what nobody sees shall not draw.
        widget.setVisible(not behind)
        dock.visibilityChanged.connect(widget.setVisible)

    def put_play_bar(self, bar: Any) -> None:
        """Puts the bar that plays the forward pass beneath the graph, and its button above it."""
        graph = self.panel("graph")
        graph.bottom.addWidget(bar)
        button = QToolButton()
        button.setObjectName("playButton")
        button.setDefaultAction(bar.toggle)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        graph.tools.addWidget(button)

    def panel(self, name: str) -> Any:
        """The widget in a dock."""
        return self._docks[name].widget()

    def reveal(self, name: str) -> None:
        """Brings a panel to the front; only what is seen is up to date."""
        self._docks[name].show()
        self._docks[name].raise_()

    def current(self, focus: QWidget | None) -> str:
        """The panel that has the keyboard; else the first one that is seen, else the graph."""
        panels = [name for name in NAMES if name != "palette"]
        for name in panels:
            if focus is not None and self._docks[name].isAncestorOf(focus):
                return name
        return next((name for name in panels if not self.panel(name).visibleRegion().isEmpty()), "graph")

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
        window.resizeDocks([docks["palette"], docks["graph"]], [200, 710], horizontal)
        window.resizeDocks([docks["activations"], docks["distributions"]], [264, 446], horizontal)
        window.resizeDocks([docks["graph"], docks["activations"]], [310, 310], vertical)
        for name, front in _BEHIND.items():
            window.tabifyDockWidget(docks[front], docks[name])
        for front in _BEHIND.values():
            docks[front].raise_()

    def restore(self) -> None:
        """Puts every dock where it was the last time; if that is unknown, where it is at first."""
        state = QSettings().value("layout")
        if not isinstance(state, QByteArray) or not self._window.restoreState(state, _VERSION):
            self.arrange()
        self._title()

    def save(self) -> None:
        """Keeps where the docks are."""
        QSettings().setValue("layout", self._window.saveState(_VERSION))

    def translate(self) -> None:
        """Gives every dock its title, in the language in force."""
        self._docks["palette"].setWindowTitle(QCoreApplication.translate("MainWindow", "Bricks"))
        for name, title in self.titles().items():
            self._docks[name].setWindowTitle(title)

    def titles(self) -> dict[str, str]:
        """What each panel is called, in the language in force."""
        translate = QCoreApplication.translate
        return {
            "graph": translate("MainWindow", "Neuron graph"),
            "matrices": translate("MainWindow", "Matrices"),
            "plane": translate("MainWindow", "Input plane"),
            "data": translate("MainWindow", "Data"),
            "activations": translate("MainWindow", "Activation functions"),
            "inspector": translate("MainWindow", "Inspector"),
            "distributions": translate("MainWindow", "Output distributions"),
        }

    def _title(self) -> None:
        """Takes the title bars of docks with tabs away, and gives them to all others."""
        for dock in self._docks.values():
            has_tab = not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock))
            if has_tab and dock.titleBarWidget() is None:
                dock.setTitleBarWidget(QWidget())
            elif not has_tab and dock.titleBarWidget() is not None:
                bar = dock.titleBarWidget()
                dock.setTitleBarWidget(None)  # type: ignore[arg-type] # Qt's own again
                bar.deleteLater()

    def _on_moved(self) -> None:
        self._titling.start(0)
