"""The main window: docks, menus, and who hears whom; nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QLabel,
    QMainWindow,
    QMenu,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from densegui.data import Dataset
from densegui.engine import Dense
from densegui.ui import actions, theme
from densegui.ui.builder.palette import Palette
from densegui.ui.builder.stack import Stack
from densegui.ui.commands import Commands
from densegui.ui.dialogs import Questions
from densegui.ui.notice_bar import NoticeBar
from densegui.ui.session import Session
from densegui.ui.window_status import StatusLine

# Dock id → module and class of the panel in it. They need NumPy and pyqtgraph, which are
# imported after the first frame is painted.
_PANELS: Final = {
    "graph": ("densegui.ui.panels.graph_panel", "GraphPanel"),
    "activations": ("densegui.ui.panels.activations_panel", "ActivationsPanel"),
    "distributions": ("densegui.ui.panels.distributions_panel", "DistributionsPanel"),
}
_THEMES: Final = {"themeSystem": None, "themeLight": False, "themeDark": True}
_SIZE: Final = (1366, 720)


class MainWindow(QMainWindow):
    """Palette, stack and panels around one session.

    Attributes:
        session: what the window works on.
        commands: what its actions do.
    """

    def __init__(self, session: Session, follower: theme.SchemeFollower) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.setDockOptions(QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AllowNestedDocks)
        self.session = session
        session.setParent(self)
        self._follower = follower
        self._panels: dict[str, Any] = {}
        self._docks: dict[str, QDockWidget] = {}
        self._closing = False
        self._ready = False
        self._waiting: Path | None = None
        self.palette_widget = Palette()
        self.stack = Stack()
        self.notice = NoticeBar()
        self.status = StatusLine(self)
        self.commands = Commands(session, self.stack, Questions(self), self)
        self._actions = actions.create(self, self._slot_of)
        self.addActions(list(self._actions.values()))
        self._build_center()
        self._build_docks()
        self._build_menus()
        self._wire()
        self._arrange()
        self._restore_layout()
        self._on_model_changed()
        self._on_document_changed()

    def panel_steps(self) -> Iterator[str]:
        """Makes the panels, one for each step, so that the window stays alive between them."""
        for name, (module, kind) in _PANELS.items():
            panel = getattr(import_module(module), kind)()
            self._panels[name] = panel
            self._docks[name].setWidget(panel)
            panel.layer_selected.connect(self.stack.select)
            if name == "graph":
                panel.sample_requested.connect(self.session.choose_sample)
            self._show_all(panel)
            yield name

    def become_ready(self, dataset: Dataset) -> None:
        """Lets the person run and load; ``dataset`` goes with the example."""
        self._ready = True
        self.session.adopt_example_data(dataset)
        self._refresh()
        if self._waiting is not None:
            self.commands.open_path(self._waiting)

    def open_path(self, path: Path) -> None:
        """Opens a project, or loads a data file; before everything is ready, as soon as it is."""
        if self._ready:
            self.commands.open_path(path)
        else:
            self._waiting = path

    # Building

    def _slot_of(self, action_id: str) -> Callable[..., object]:
        name = "".join(f"_{c.lower()}" if c.isupper() else c for c in action_id)
        slot: Callable[..., object] = getattr(self, f"_on_{name}", None) or getattr(self.commands, name)
        return slot

    def _build_center(self) -> None:
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.stack)
        self.setCentralWidget(center)
        self.setStatusBar(self.status)
        self.stack.set_menu_actions([self._action_or_separator(name) for name in actions.BLOCK_MENU])

    def _build_docks(self) -> None:
        for name in ("palette", *_PANELS):
            dock = QDockWidget()
            dock.setObjectName(f"{name}Dock")
            self._docks[name] = dock
        self._docks["palette"].setWidget(self.palette_widget)
        for name in _PANELS:
            self._docks[name].setWidget(QLabel())

    def _arrange(self) -> None:
        """Puts every dock where it is at first."""
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        for dock in self._docks.values():
            dock.setFloating(False)
            dock.show()
        self.addDockWidget(left, self._docks["palette"])
        self.addDockWidget(right, self._docks["graph"], vertical)
        self.addDockWidget(right, self._docks["activations"], vertical)
        self.splitDockWidget(self._docks["activations"], self._docks["distributions"], horizontal)
        self.resize(*_SIZE)
        self.resizeDocks([self._docks["palette"], self._docks["graph"]], [160, 730], horizontal)
        self.resizeDocks([self._docks["activations"], self._docks["distributions"]], [270, 460], horizontal)
        self.resizeDocks([self._docks["graph"], self._docks["activations"]], [330, 290], vertical)

    def _build_menus(self) -> None:
        self._menus: dict[str, QMenu] = {}
        for menu_id, names in actions.MENUS.items():
            menu = self.menuBar().addMenu("")
            menu.setObjectName(menu_id)
            menu.setToolTipsVisible(True)
            menu.addActions([self._action_or_separator(name) for name in names])
            self._menus[menu_id] = menu
        self._panel_menu = QMenu(self)
        self._panel_menu.addActions([dock.toggleViewAction() for dock in self._docks.values()])
        self._menus["viewMenu"].insertMenu(self._actions["resetLayout"], self._panel_menu)
        group = QActionGroup(self)
        for name in _THEMES:
            group.addAction(self._actions[name])
        self._toolbar = QToolBar()
        self._toolbar.setObjectName("toolBar")
        self._toolbar.setMovable(False)
        self._toolbar.addActions([self._action_or_separator(name) for name in actions.TOOLBAR])
        run = self._toolbar.widgetForAction(self._actions["runForward"])
        run.setObjectName("runButton")
        self.addToolBar(self._toolbar)
        self._translate()

    def _action_or_separator(self, name: str) -> Any:
        if name != "-":
            return self._actions[name]
        separator = actions.QAction(self)
        separator.setSeparator(True)
        return separator

    def _translate(self) -> None:
        actions.dress(self._actions)
        for menu_id, title in actions.menu_titles().items():
            self._menus[menu_id].setTitle(title)
        self._panel_menu.setTitle(self.tr("Panels"))
        self._toolbar.setWindowTitle(self.tr("Tools"))
        titles = {
            "palette": self.tr("Bricks"),
            "graph": self.tr("Neuron graph"),
            "activations": self.tr("Activation functions"),
            "distributions": self.tr("Output distributions"),
        }
        for name, title in titles.items():
            self._docks[name].setWindowTitle(title)
        self._toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._toolbar.widgetForAction(self._actions["runForward"]).setToolButtonStyle(  # type: ignore[attr-defined]
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )

    def _wire(self) -> None:
        session, stack = self.session, self.stack
        self.palette_widget.add_requested.connect(self.commands.add_on_top)
        stack.insert_requested.connect(self._on_insert_requested)
        stack.move_requested.connect(self._on_move_requested)
        stack.copy_requested.connect(self._on_copy_requested)
        stack.change_requested.connect(session.change_block)
        stack.remove_requested.connect(session.remove_blocks)
        stack.input_dim_requested.connect(session.set_input_dim)
        stack.columns_requested.connect(self.commands.choose_columns)
        stack.transpose_requested.connect(self.commands.transpose_data)
        stack.selection_changed.connect(self._on_selection_changed)
        session.model_changed.connect(self._on_model_changed)
        session.dataset_changed.connect(self._on_dataset_changed)
        session.result_changed.connect(self._on_result_changed)
        session.trace_changed.connect(self._on_trace_changed)
        session.document_changed.connect(self._on_document_changed)
        session.running_changed.connect(self._on_running_changed)
        session.run_progressed.connect(self._on_run_progressed)
        session.loading_changed.connect(self._on_loading_changed)
        session.run_failed.connect(self._on_failed)
        session.failed.connect(self._on_failed)
        session.noted.connect(self.notice.note)
        self.notice.repair_requested.connect(self.commands.set_input_size)
        self.status.repair_requested.connect(self.commands.set_input_size)

    # What comes down

    def _show_all(self, panel: Any) -> None:
        session = self.session
        panel.show_model(session.model)
        if hasattr(panel, "show_dataset"):
            panel.show_dataset(session.dataset)
        panel.show_result(session.last_result, session.result is not None)
        selected = self.stack.selected_ids()
        panel.show_selection(selected[0] if selected else None)

    def _refresh(self) -> None:
        """Brings actions, status and data-and-stack mismatch up to date."""
        session = self.session
        size = session.dataset.features if session.dataset is not None else 0
        self.status.show_facts(session.model, session.dataset)
        self.status.show_mismatch(session.mismatch, size)
        self.status.show_run(session.last_result, session.result is not None)
        selected = self.stack.selected_ids()
        given = any(session.model.is_given(session.model.index_of(i)) for i in selected)
        held = {
            "selection": bool(selected),
            "given": given,
            "can_move_up": self.commands.can_shift(1),
            "can_move_down": self.commands.can_shift(-1),
            "undo": session.undo_label is not None,
            "redo": session.redo_label is not None,
            "dataset": session.dataset is not None,
            "mismatch": bool(session.mismatch),
            "ready": self._ready,
            "busy": session.is_running or session.is_loading,
        }
        actions.enable(self._actions, {fact for fact, holds in held.items() if holds})
        self._actions["transposeData"].setChecked(
            session.dataset is not None and session.dataset.samples_in_columns
        )

    def _on_model_changed(self) -> None:
        self.stack.show_model(self.session.model)
        for panel in self._panels.values():
            panel.show_model(self.session.model)
        self._refresh()

    def _on_dataset_changed(self) -> None:
        self.stack.show_dataset(self.session.dataset)
        for panel in self._panels.values():
            if hasattr(panel, "show_dataset"):
                panel.show_dataset(self.session.dataset)
        self._refresh()

    def _on_result_changed(self) -> None:
        current = self.session.result is not None
        for panel in self._panels.values():
            panel.show_result(self.session.last_result, current)
        if current:
            self.notice.clear()
        self._refresh()

    def _on_trace_changed(self) -> None:
        if "graph" in self._panels:
            self._panels["graph"].show_trace(self.session.trace)

    def _on_selection_changed(self, ids: tuple[int, ...]) -> None:
        for panel in self._panels.values():
            panel.show_selection(ids[0] if ids else None)
        self._refresh()

    def _on_document_changed(self) -> None:
        path = self.session.path
        name = path.name if path is not None else self.tr("untitled")
        self.setWindowTitle(f"{name}[*] – densegui")
        self.setWindowModified(self.session.is_modified)
        self._refresh()
        undo, redo = self.session.undo_label, self.session.redo_label
        self._actions["undo"].setText(self.tr("Undo {what}").format(what=undo) if undo else self.tr("Undo"))
        self._actions["redo"].setText(self.tr("Redo {what}").format(what=redo) if redo else self.tr("Redo"))

    def _on_failed(self, sentence: str) -> None:
        repair = self._actions["setInputSize"].text() if self.session.mismatch else ""
        self.notice.warn(sentence, repair)

    def _on_running_changed(self, running: bool) -> None:
        self.status.show_progress(self.tr("Running") if running else "", 0.0)
        self._refresh()

    def _on_run_progressed(self, done: int, total: int) -> None:
        self.status.show_progress(self.tr("Running"), done / total if total else 1.0)

    def _on_loading_changed(self, what: str, share: float) -> None:
        self.status.show_progress(what, share)
        self._refresh()

    # What goes up

    def _on_insert_requested(self, index: int, block: Dense) -> None:
        self.stack.select(self.session.insert_block(index, block))

    def _on_move_requested(self, layer_id: int, index: int) -> None:
        self.session.move_block(layer_id, index)
        self.stack.select(layer_id)

    def _on_copy_requested(self, layer_id: int, index: int) -> None:
        self.stack.select(self.session.duplicate_block(layer_id, index))

    def _on_top_down(self, on: bool) -> None:
        self.commands.top_down(on)
        self._refresh()

    def _on_theme_system(self) -> None:
        self._choose_theme("themeSystem")

    def _on_theme_light(self) -> None:
        self._choose_theme("themeLight")

    def _on_theme_dark(self) -> None:
        self._choose_theme("themeDark")

    def _choose_theme(self, name: str) -> None:
        self._actions[name].setChecked(True)
        self._follower.choose(_THEMES[name])
        QSettings().setValue("theme", name)

    def _on_reset_layout(self) -> None:
        self._arrange()

    def _on_about(self) -> None:
        self.commands.questions.tell_about()

    def _on_quit(self) -> None:
        self.close()

    def _close_soon(self) -> None:
        # A close inside a close event would be ignored.
        self._closing = True
        QTimer.singleShot(0, self, self.close)

    # Layout kept between starts

    def _restore_layout(self) -> None:
        settings = QSettings()
        geometry, state = settings.value("geometry"), settings.value("layout")
        if geometry is not None and state is not None:
            self.restoreGeometry(geometry)
            self.restoreState(state)
        name = str(settings.value("theme", "themeSystem"))
        name = name if name in _THEMES else "themeSystem"
        self._actions[name].setChecked(True)
        self._follower.choose(_THEMES[name])
        top_down = settings.value("topDown", False, type=bool)
        self._actions["topDown"].setChecked(bool(top_down))
        self.commands.top_down(bool(top_down))

    def _save_layout(self) -> None:
        settings = QSettings()
        settings.setValue("geometry", self.saveGeometry())
        settings.setValue("layout", self.saveState())
        settings.setValue("topDown", self._actions["topDown"].isChecked())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange) and hasattr(
            self, "_menus"
        ):
            self._translate()
            self._on_document_changed()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing and self.session.is_modified:
            event.ignore()
            self.commands.after_saving(self._close_soon)
            return
        self.session.close()
        self._save_layout()
        event.accept()


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one local file that is dragged, or None."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
