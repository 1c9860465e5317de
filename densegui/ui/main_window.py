"""The main window: at first the stack alone, then everything around it; what it keeps, opens and closes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QSettings, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from densegui.document import example
from densegui.ui import stack_place
from densegui.ui.builder.stack import Stack
from densegui.ui.dropped import dropped_paths
from densegui.ui.looks import Looks

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.ui import theme
    from densegui.ui.actions import Actions
    from densegui.ui.commands import Commands
    from densegui.ui.docks import Docks
    from densegui.ui.menus import Menus
    from densegui.ui.notice_bar import NoticeBar
    from densegui.ui.panel_commands import PanelCommands
    from densegui.ui.panels.drawing_pad import DrawingPad
    from densegui.ui.session import Session
    from densegui.ui.wiring import Wiring

# Dock → module and class of the panel in it; they need NumPy and pyqtgraph.
PANELS: Final = {
    "graph": ("densegui.ui.panels.graph_panel", "GraphPanel"),
    "activations": ("densegui.ui.panels.activations_panel", "ActivationsPanel"),
    "distributions": ("densegui.ui.panels.distributions_panel", "DistributionsPanel"),
}
# Those that are not seen at first; they are made as soon as a person can work.
PANELS_BEHIND: Final = {
    "matrices": ("densegui.ui.panels.matrices_panel", "MatricesPanel"),
    "inspector": ("densegui.ui.panels.inspector_panel", "InspectorPanel"),
    "plane": ("densegui.ui.panels.plane_panel", "PlanePanel"),
    "play": ("densegui.ui.panels.play_bar", "PlayBar"),
    "sample": ("densegui.ui.panels.sample_bar", "SampleBar"),
    "data": ("densegui.ui.panels.data_panel", "DataPanel"),
}
_SIZE: Final = (1366, 720)


class MainWindow(QMainWindow):
    """Palette, stack and panels around one session; ``densegui.ui.startup`` says what comes when.

    Attributes:
        stack: the bricks, there from the beginning.
        session: what the window works on, once it is furnished.
        commands: what its actions do, once it is furnished.
        notice: the bar above the stack, once it is furnished.
        left_waiting: whether it was closed while a disk or network kept some reading waiting.
    """

    session: Session
    commands: Commands
    notice: NoticeBar

    def __init__(self, follower: theme.SchemeFollower) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("densegui")
        self.setAcceptDrops(True)
        self._looks = Looks(follower, self)
        self._furnished = False
        self._ready = False
        self._closing = False
        self.left_waiting = False
        self._panel_work: PanelCommands | None = None
        self._pad: DrawingPad | None = None
        self._waiting: tuple[Path, ...] = ()
        self._top_down = str(QSettings().value("topDown")).lower() == "true"
        self.stack = Stack(self)
        self.stack.set_top_down(self._top_down)
        self.stack.show_model(example())
        self._place = stack_place.remembered()
        self.resize(*_SIZE)
        geometry = QSettings().value("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)

    def furnish(self) -> None:
        """Makes what stands around the stack: session, menus, toolbar, palette, empty docks, status line."""
        from densegui.ui.actions import BLOCK_MENU, Actions  # noqa: PLC0415 - all that the first frame
        from densegui.ui.builder.palette import Palette  # noqa: PLC0415 - does without
        from densegui.ui.commands import Commands  # noqa: PLC0415
        from densegui.ui.dialogs import Questions  # noqa: PLC0415
        from densegui.ui.docks import Docks  # noqa: PLC0415
        from densegui.ui.icons import application_icon  # noqa: PLC0415
        from densegui.ui.menus import Menus  # noqa: PLC0415
        from densegui.ui.notice_bar import NoticeBar  # noqa: PLC0415
        from densegui.ui.session import Session  # noqa: PLC0415
        from densegui.ui.window_status import StatusLine  # noqa: PLC0415
        from densegui.ui.wiring import Wiring  # noqa: PLC0415

        self.setUpdatesEnabled(False)
        QApplication.setWindowIcon(application_icon())
        self.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks
            | QMainWindow.DockOption.AllowNestedDocks
            | QMainWindow.DockOption.GroupedDragging
        )
        self.session = Session(self)
        self.notice = NoticeBar()
        status = StatusLine(self)
        self.commands = Commands(self.session, self.stack, Questions(self), self)
        self.commands.drawing_wanted.connect(self._on_drawing_wanted)
        self.commands.top_down(self._top_down)
        self._actions: Actions = Actions(self, self._slot_of)
        self.addActions(self._actions.all())
        for name in self._looks.chosen():
            self._actions[name].setChecked(True)
        self._actions["topDown"].setChecked(self._top_down)
        self._actions["detailNormal"].setChecked(True)
        self.stack.set_menu_actions(self._actions.row(BLOCK_MENU))
        self._docks: Docks = Docks(self)
        self._menus: Menus = Menus(self, self._actions, self._docks.switches())
        palette = Palette()
        self._docks.put("palette", palette)
        self._put_in_center(self.notice, self.stack)
        self.setStatusBar(status)
        self._wiring: Wiring = Wiring(
            self.session, self.commands, self.stack, self.notice, status, self._actions
        )
        self._wiring.add_palette(palette)
        self.session.document_changed.connect(self._name_document)
        self._furnished = True
        self._translate()
        self._docks.restore()
        self.stack.setFocus()
        self.setUpdatesEnabled(True)

    def make_panels(self, dataset: Dataset) -> None:
        """Makes the panels and puts them into their docks; ``dataset`` goes with the example."""
        self.session.adopt_example_data(dataset)
        for name in PANELS:
            self.make_panel(name)

    def make_panel(self, name: str) -> None:
        """Makes one panel and puts it into its dock, or a bar to where it belongs."""
        from densegui.ui.actions import SAMPLE_BAR  # noqa: PLC0415 - after the first frame
        from densegui.ui.kept_choices import KeptChoices  # noqa: PLC0415

        module, kind = (PANELS | PANELS_BEHIND)[name]
        panel = getattr(import_module(module), kind)()
        if name == "play":
            self._docks.put_play_bar(panel)
        elif name == "sample":
            self._menus.put_sample_bar(panel)
            panel.offer(self._actions.row(SAMPLE_BAR))
            self.commands.number_wanted.connect(panel.edit)
        else:
            self._docks.put(name, panel)
        if hasattr(panel, "choices_changed"):
            KeptChoices(name, panel)
        self._wiring.add_panel(name, panel)

    def prepare(self) -> None:
        """Does in advance what the first run would wait for."""
        self._docks.panel("distributions").prepare()
        self.session.prepare()

    def become_ready(self) -> None:
        """Lets the person work; opens the files the window was made for."""
        self._ready = True
        self.commands.open_paths(*self._waiting)

    def open_paths(self, *paths: Path) -> None:
        """Opens a project, or loads data; before everything is ready, as soon as it is."""
        if self._ready:
            self.commands.open_paths(*paths)
        else:
            self._waiting = paths

    def _slot_of(self, action_id: str) -> Callable[..., object]:
        name = "".join(f"_{c.lower()}" if c.isupper() else c for c in action_id)
        own = getattr(self, f"_on_{name}", None) or getattr(self._looks, name, None)
        slot: Callable[..., object] = own or getattr(self.commands, name)
        return slot

    def _put_in_center(self, *widgets: QWidget) -> None:
        center = QWidget()
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in widgets:
            column.addWidget(widget)
        self.setCentralWidget(center)
        center.show()  # in a window that is shown already; the docks' sizes are reckoned with it

    def _translate(self) -> None:
        """Words and icons, in the language and the colours in force."""
        self._actions.dress()
        self._menus.translate()
        self._docks.translate()
        self._wiring.refresh()
        self._wiring.name_steps()
        self._name_document()

    def _name_document(self) -> None:
        path = self.session.path
        name = path.name if path is not None else self.tr("untitled")
        self.setWindowTitle(f"{name}[*] – densegui")
        self.setWindowModified(self.session.is_modified)

    def _on_drawing_wanted(self) -> None:
        if self._pad is None:
            from densegui.ui.panels.drawing_pad import DrawingPad  # noqa: PLC0415 - when first wanted

            self._pad = DrawingPad(self)
            self._wiring.add_panel("pad", self._pad)
        self._pad.open_beside()

    def _on_top_down(self, on: bool) -> None:
        self.commands.top_down(on)
        self._wiring.refresh()
        QSettings().setValue("topDown", on)

    def _on_live(self, on: bool) -> None:
        self.session.set_live(on)

    def _on_copy_panel(self) -> None:
        self._panel_commands().copy()

    def _on_export_panel(self) -> None:
        self._panel_commands().export()

    def _panel_commands(self) -> PanelCommands:
        if self._panel_work is None:
            from densegui.ui.panel_commands import PanelCommands  # noqa: PLC0415 - when first wanted

            self._panel_work = PanelCommands(self._docks, self.commands.questions, self.notice, self)
        return self._panel_work

    def _on_reset_layout(self) -> None:
        self._docks.arrange()

    def _on_about(self) -> None:
        self.commands.questions.tell_about()

    def _on_quit(self) -> None:
        self.close()

    def _close_soon(self) -> None:
        # A close inside a close event would be ignored.
        self._closing = True
        QTimer.singleShot(0, self, self.close)

    def _save_layout(self) -> None:
        QSettings().setValue("geometry", self.saveGeometry())
        self._docks.save()
        stack_place.remember(self, self.stack)

    def changeEvent(self, event: QEvent) -> None:
        looks = (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange)
        if event.type() in looks and getattr(self, "_furnished", False):
            self._translate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._furnished:
            self.stack.setGeometry(self.rect().marginsRemoved(self._place))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self.open_paths(*paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._furnished and not self._closing and self.session.is_modified:
            event.ignore()
            self.commands.after_saving(self._close_soon)
            return
        if self._furnished:
            self._save_layout()
            self.left_waiting = not self.session.close()
        event.accept()
