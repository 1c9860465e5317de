"""Application: starts the program, shows the window, and says in words what went wrong."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from densegui import data
from densegui.ui import language, theme
from densegui.ui.main_window import PANELS_BEHIND, MainWindow
from densegui.ui.startup import Start

_STYLE: Final = "Fusion"
_NO_DISPLAY: Final = (
    "densegui needs a graphical desktop, but found no display to open its window on: start it from a desktop "
    "session, or set DISPLAY (or WAYLAND_DISPLAY) to one."
)
_NO_LIBRARIES: Final = (
    "densegui needs system libraries that Qt's window plugin could not find: install them with "
    "'apt install libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0 libxcb-render-util0 "
    "libxkbcommon-x11-0 libegl1' on Debian or Ubuntu, or 'dnf install xcb-util-cursor xcb-util-wm "
    "xcb-util-keysyms xcb-util-image xcb-util-renderutil libxkbcommon-x11 libglvnd-egl' on Fedora."
)


def main(arguments: list[str]) -> int:
    """Runs the program until its window is closed.

    Args:
        arguments: the command line; a project or data file after the program's name is opened.

    Returns:
        The exit status: 0, or 1 when no window can be opened.
    """
    problem = _without_display()
    if problem:
        sys.stderr.write(problem + "\n")
        return 1
    app = _start_qt(arguments)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    files = app.arguments()[1:]
    window = MainWindow(_prepare(app))
    start = Start(window, Path(files[0]) if files else None)
    window.show()
    status = app.exec()
    start.end()
    if window.left_waiting:
        # A disk or network that does not answer keeps a thread, which would keep the program from its end.
        sys.stderr.flush()
        os._exit(status)
    return status


def create_window(path: str | Path | None = None) -> MainWindow:
    """Returns a window with every panel in it and its data loaded; a ``QApplication`` must exist.

    Args:
        path: a project or data file to open, or None for the example.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("create_window() needs a QApplication")
    follower = app.findChild(theme.SchemeFollower)
    if follower is None:
        app.setStyle(_STYLE)
        follower = _prepare(app)
    window = MainWindow(follower)
    window.furnish()
    window.make_panels(data.builtin("iris"))
    for name in PANELS_BEHIND:
        window.make_panel(name)
    window.prepare()
    window.become_ready()
    if path is not None:
        loop = QEventLoop()
        window.session.background.emptied.connect(loop.quit)
        window.open_paths(Path(path))
        if window.session.background.is_busy:
            loop.exec()
    return window


def _prepare(app: QApplication) -> theme.SchemeFollower:
    """Gives the application its name, font, colours and language, once."""
    app.setApplicationName("densegui")
    app.setOrganizationName("densegui")
    app.setFont(theme.application_font(app.font()))
    follower = theme.SchemeFollower(app)
    language.install(app, language.remembered())
    return follower


def _without_display() -> str:
    """What to say when Linux has no display at all; Qt itself would abort."""
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    platform = os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0]
    return _NO_DISPLAY if platform in ("xcb", "wayland", "wayland-egl") else ""


def _start_qt(arguments: list[str]) -> QApplication:
    """Makes the application; where Qt can only abort, says why in one sentence and leaves with status 1."""
    said: list[str] = []

    def handle(kind: QtMsgType, _context: object, message: str) -> None:
        said.append(message)
        if kind is QtMsgType.QtFatalMsg:
            text = "\n".join(said)
            missing = "could not connect to display" not in text and "even though it was found" in text
            sys.stderr.write((_NO_LIBRARIES if missing else _NO_DISPLAY) + "\n")
            sys.stderr.flush()
            os._exit(1)

    before = qInstallMessageHandler(handle)
    try:
        # setStyle() would return the style, and with it make PySide's class of it with a dozen enumerations.
        return QApplication([*arguments, "-style", _STYLE])
    finally:
        qInstallMessageHandler(before)
