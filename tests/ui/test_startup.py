"""The start: the stack before anything else, nothing lost on the way, and settings that may be garbage."""

import importlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QWidget

from densegui.ui import startup
from densegui.ui.application import create_window
from densegui.ui.docks import NAMES
from densegui.ui.main_window import MainWindow
from densegui.ui.startup import Start
from densegui.ui.theme import SchemeFollower

_ROOT = Path(__file__).parents[2]
_FIRST_FRAME = """
import sys
from types import ModuleType
from densegui.__main__ import main, prepare_imports

prepare_imports()
from densegui.ui.startup import Start

def first_frame_is_there(start):
    executed = [n for n in ("numpy", "pyqtgraph") if type(sys.modules.get(n)) is ModuleType]
    print("executed:", executed, "dialogs:", "densegui.ui.dialogs" in sys.modules)
    start._window.close()

Start._begin = first_frame_is_there
sys.exit(main())
"""
_FURNISHED = _FIRST_FRAME.replace("print(", "start._window.furnish(); print(", 1)
_CLOSED_AT_ONCE = """
import sys
from densegui.__main__ import main, prepare_imports

prepare_imports()
from PySide6.QtCore import QTimer
from densegui.ui.startup import Start

begin = Start._begin
def begin_and_close(start):
    begin(start)
    QTimer.singleShot(0, start._window.close)

Start._begin = begin_and_close
sys.exit(main())
"""


def _run(program, tmp_path):
    environment = os.environ | {"PYTHONPATH": str(_ROOT), "XDG_CONFIG_HOME": str(tmp_path)}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_first_frame_needs_neither_numpy_nor_pyqtgraph(tmp_path):
    done = _run(_FIRST_FRAME, tmp_path)
    assert done.stdout == "executed: [] dialogs: False\n", done.stderr
    assert done.returncode == 0


def test_furnishing_needs_neither_numpy_nor_pyqtgraph(tmp_path):
    """A thread imports NumPy meanwhile: what both want at once either waits or fails."""
    done = _run(_FURNISHED, tmp_path)
    assert done.stdout == "executed: [] dialogs: True\n", done.stderr
    assert done.returncode == 0


def test_closing_while_numpy_is_imported_ends_the_program(tmp_path):
    done = _run(_CLOSED_AT_ONCE, tmp_path)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


@pytest.fixture
def starting(qapp):
    """A window at its first frame, and who takes it further."""
    window = MainWindow(qapp.findChild(SchemeFollower) or SchemeFollower(qapp))
    start = Start(window, None)
    window.show()
    yield window
    window.close()
    start.end()
    window.deleteLater()


def _ready(window):
    return getattr(window, "session", None) is not None and window.session.dataset is not None


def _press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(window.windowHandle(), QKeyEvent(kind, key, modifiers))


@pytest.fixture
def gate(monkeypatch):
    """Holds the thread that imports, however much has been imported by other tests."""
    opened = threading.Event()

    def gated(work=startup.preloading):
        opened.wait(30)
        return (yield from work())

    monkeypatch.setattr(startup, "preloading", gated)
    yield opened
    opened.set()


def test_keys_pressed_before_everything_is_ready_are_done_then(gate, starting, qtbot):
    qtbot.waitUntil(lambda: starting.findChild(QDockWidget) is not None)
    assert not _ready(starting)
    _press(starting, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    _press(starting, Qt.Key.Key_F5)
    assert len(starting.session.model.layers) == 3
    gate.set()
    qtbot.waitUntil(lambda: _ready(starting))
    assert len(starting.session.model.layers) == 4
    qtbot.waitUntil(lambda: starting.session.result is not None)
    starting.session.undo()


def test_a_file_dropped_before_everything_is_ready_is_loaded_then(starting, qtbot, tmp_path):
    path = tmp_path / "own.csv"
    path.write_text("a,b,c,d\n1,2,3,4\n")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    starting.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, mime, buttons, keys))
    qtbot.waitUntil(lambda: _ready(starting) and starting.session.dataset.name == "own.csv")
    starting.session.undo()


def test_the_stack_stands_still_when_the_window_fills(starting, qtbot):
    def place():
        return starting.stack.mapTo(starting, QPoint(0, 0)), starting.stack.size()

    qtbot.waitUntil(lambda: _ready(starting))
    qtbot.waitExposed(starting)
    furnished = place()
    starting.close()
    again = MainWindow(starting._looks._follower)
    again.resize(starting.size())
    again.show()
    try:
        assert (again.stack.pos(), again.stack.size()) == furnished
    finally:
        again.close()
        again.deleteLater()


@pytest.mark.parametrize("garbage", ["", "x", "-5", QByteArray(b"\0\1garbage"), 7, ["a", "b"]])
def test_settings_may_be_garbage(garbage, qtbot):
    for key in ("geometry", "layout", "theme", "topDown", "stackPlace"):
        QSettings().setValue(key, garbage)
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    docks = window.findChildren(QDockWidget)
    assert len(docks) == len(NAMES)
    assert all(dock.isVisible() for dock in docks)
    assert window.stack.width() >= window.stack.minimumWidth()


@pytest.mark.parametrize("package", ["densegui.engine", "densegui.data", "densegui.document"])
def test_names_are_the_same_whether_asked_for_early_or_late(package):
    module = importlib.import_module(package)
    for name in module.__all__:
        value = getattr(module, name)
        home = importlib.import_module(getattr(value, "__module__", package) or package)
        assert getattr(home, name, value) is value
    assert dir(module) == sorted(module.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_pyqtgraph_sees_the_very_classes_of_qt():
    importlib.import_module("densegui.ui.panels")
    for module in ("QtCore", "QtGui", "QtWidgets"):
        ours = importlib.import_module(f"PySide6.{module}")
        theirs = importlib.import_module(f"pyqtgraph.Qt.{module}")
        for name in dir(ours):
            if name.startswith("Q"):
                assert getattr(theirs, name) is getattr(ours, name)


_WRONG_TYPE = """
import sys
from densegui.__main__ import prepare_imports

prepare_imports()
from PySide6.QtCore import QPoint

parts = ("lib.pyi_generator", "parser")
executed = [p for p in parts if type(sys.modules["shibokensupport.signature." + p]) is type(sys)]
print("executed:", executed)
try:
    QPoint("x")
except TypeError as error:
    print(error)
"""


def test_deferred_helpers_of_pyside_explain_errors_as_ever(tmp_path):
    usual = _run(_WRONG_TYPE.replace("prepare_imports()", ""), tmp_path)
    done = _run(_WRONG_TYPE, tmp_path)
    assert done.stdout.splitlines()[0] == "executed: []", done.stderr
    assert usual.stdout.splitlines()[0] == "executed: ['lib.pyi_generator', 'parser']", usual.stderr
    assert done.stdout.splitlines()[1:] == usual.stdout.splitlines()[1:]
    assert "xpos: int" in done.stdout


def test_a_layout_kept_with_other_docks_gives_way_to_the_first_one(qtbot):
    other = QMainWindow()
    qtbot.addWidget(other)
    dock = QDockWidget()
    dock.setObjectName("graphDock")
    other.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    QSettings().setValue("layout", other.saveState())
    window = create_window()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    graph = window.findChild(QDockWidget, "graphDock")
    behind = {"matricesDock", "planeDock", "dataDock"}
    assert {d.objectName() for d in window.tabifiedDockWidgets(graph)} == behind
    assert window.findChild(QWidget, "graphPanel").isVisible()
    assert not window.findChild(QWidget, "matricesPanel").isVisible()
