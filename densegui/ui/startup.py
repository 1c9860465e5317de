"""Start-up: what comes when, so that a person sees the stack as soon as a bare window could be there.

1. ``densegui.__main__`` defers NumPy; the window is made with the stack of the example alone in it, where it
   stood the last time. This is the first frame.
2. A thread imports NumPy and reads the example's data. Meanwhile the window is furnished:
   session, menus, toolbar, palette, empty docks. Until step 4 only that thread may make use of NumPy.
3. pyqtgraph is imported and the panels are made.
4. What a person has typed and clicked since the first frame is done; a file from the command line is opened.
5. The panels that stand behind a tab are made, one at a time, and what the first run would wait for.
"""

from __future__ import annotations

import gc
from collections.abc import Generator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from densegui import data
from densegui.ui.background import Background, Task
from densegui.ui.held_input import HeldInput
from densegui.ui.main_window import PANELS_BEHIND, MainWindow

if TYPE_CHECKING:
    from densegui.data import Dataset


class Start(QObject):
    """Takes a window from its first frame to where everything is ready.

    Args:
        window: a window that is not shown yet.
        path: a project or data file to open, or None for the example.
    """

    def __init__(self, window: MainWindow, path: Path | None) -> None:
        super().__init__()
        self._window = window
        self._background = Background(self)
        self._held: HeldInput | None = None
        self._left = list(PANELS_BEHIND)
        if path is not None:
            window.open_paths(path)
        window.installEventFilter(self)

    def end(self) -> None:
        """Waits for the thread, if the window was closed before it had ended."""
        self._background.close()
        self.deleteLater()

    def _begin(self) -> None:
        self._held = HeldInput(self._window)
        task = self._background.task(preloading)
        task.done.connect(self._on_preloaded)
        task.failed.connect(self._on_failed)
        task.start()
        self._window.furnish()
        from densegui.ui.dialogs.failure import FailureReporter  # noqa: PLC0415 - after the first frame

        FailureReporter(self._window).install()

    def _on_preloaded(self, _task: Task, dataset: Dataset) -> None:
        try:
            self._window.make_panels(dataset)
            self._window.become_ready()
            QTimer.singleShot(0, self, self._make_next_panel)
        finally:
            self._give_back()

    def _make_next_panel(self) -> None:
        if not self._window.isVisible():
            return
        if self._left:
            self._window.make_panel(self._left.pop(0))
            QTimer.singleShot(0, self, self._make_next_panel)
        else:
            self._window.prepare()

    def _on_failed(self, _task: Task, error: Exception) -> None:
        self._give_back()
        raise error

    def _give_back(self) -> None:
        """Lets the person in, also where something failed: the stack can still be saved."""
        gc.freeze()  # modules and widgets stay; to look through them again and again is of no use
        gc.enable()
        if self._held is not None:
            self._held.release()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._begin)
        return False


def preloading() -> Generator[None, None, Dataset]:
    """Brings in what panels and runs need.

    Returns:
        The example's data.
    """
    import_module("numpy").ndarray  # noqa: B018 - the first use of a deferred module executes it
    yield
    # pyqtgraph is not imported here: PySide makes its classes when they are first asked for, and where two
    # threads ask at the same time, one start in twenty ends in a segmentation fault.
    return data.builtin("iris")
