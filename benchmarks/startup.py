"""Start-up: from process start to the first painted frame, and to everything being ready.

Run with ``python benchmarks/startup.py [ROUNDS]`` on a screen (or ``QT_QPA_PLATFORM=offscreen``). Each
program is a process of its own, the four are taken in turn, and medians and their ratios are printed:

- ``bare``: a Qt window with nothing in it, to its first frame
- ``imports``: the same, in a process that imports numpy, PySide6.QtWidgets and pyqtgraph first
- ``frame``: densegui, to the first frame with the stack in it; at most 1.5 × bare
- ``ready``: densegui, to every panel being there and Run forward being possible; at most 1.3 × imports
"""

from __future__ import annotations

import importlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 11
MODES = ("bare", "imports", "frame", "ready")


def _say_and_leave() -> None:
    """Prints the moment and ends without taking anything down, which is not part of the measure."""
    sys.stdout.write(f"{time.time()}\n")
    sys.stdout.flush()
    os._exit(0)


def _bare() -> None:
    widgets = importlib.import_module("PySide6.QtWidgets")
    core = importlib.import_module("PySide6.QtCore")
    app = widgets.QApplication(sys.argv[:1])

    class Window(widgets.QWidget):
        def paintEvent(self, event: object) -> None:
            core.QTimer.singleShot(0, _say_and_leave)

    window = Window()
    window.resize(1366, 720)
    window.show()
    app.exec()


def _program(mode: str) -> None:
    start = importlib.import_module("densegui.__main__")
    start._defer("numpy")  # noqa: SLF001 - the very way the program starts
    application = importlib.import_module("densegui.ui.application")
    core = importlib.import_module("PySide6.QtCore")
    stack = importlib.import_module("densegui.ui.builder.stack_view")
    main_window = importlib.import_module("densegui.ui.main_window").MainWindow
    if mode == "frame":
        view = next(kind for kind in vars(stack).values() if getattr(kind, "__name__", "") == "StackView")
        paint = view.paintEvent

        def painted(self: object, event: object) -> None:
            paint(self, event)
            core.QTimer.singleShot(0, _say_and_leave)

        view.paintEvent = painted
    else:
        become_ready = main_window.become_ready

        def ready(self: object, dataset: object) -> None:
            become_ready(self, dataset)
            core.QTimer.singleShot(0, _say_and_leave)

        main_window.become_ready = ready
    application.main(sys.argv[:1])


def _measure(mode: str, home: str) -> tuple[float, float]:
    """Seconds from process start to what ``mode`` waits for, and peak memory in MB."""
    environment = os.environ | {"XDG_CONFIG_HOME": home, "PYTHONPATH": str(Path(__file__).parents[1])}
    before = time.time()
    command = [sys.executable, __file__, "--child", mode]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    said, _ = process.communicate(timeout=60)
    return float(said.split()[-1]) - before, 0.0


def main() -> None:
    """Measures all four in turn and prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    times: dict[str, list[float]] = {mode: [] for mode in MODES}
    with tempfile.TemporaryDirectory() as home:
        for turn in range(rounds + 1):
            for mode in MODES if turn % 2 else MODES[::-1]:
                seconds, _ = _measure(mode, home)
                if turn:  # the first turn fills the disk cache
                    times[mode].append(seconds)
    medians = {mode: statistics.median(values) for mode, values in times.items()}
    for mode, values in times.items():
        print(f"{mode:8} median {medians[mode]:.3f} s   min {min(values):.3f}   max {max(values):.3f}")
    print(f"frame / bare    {medians['frame'] / medians['bare']:.2f}   (at most 1.5)")
    print(f"ready / imports {medians['ready'] / medians['imports']:.2f}   (at most 1.3)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        if sys.argv[2] == "bare":
            _bare()
        elif sys.argv[2] == "imports":
            for name in ("numpy", "PySide6.QtWidgets", "pyqtgraph"):
                importlib.import_module(name)
            _bare()
        else:
            _program(sys.argv[2])
    else:
        main()
