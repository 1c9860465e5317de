"""Start-up: from process start to the first painted frame, and to everything being ready.

Run with ``python benchmarks/startup.py [ROUNDS]`` on a screen (or ``QT_QPA_PLATFORM=offscreen``). Each
program is a process of its own, the four are taken in turn, and medians and their ratios are printed:

- ``bare``: a Qt window with nothing in it, to its first frame
- ``imports``: the same, in a process that imports numpy, PySide6.QtWidgets and pyqtgraph first
- ``frame``: densegui, to the first frame with the stack in it; at most 1.5 × bare
- ``ready``: densegui, to every panel being there and Run forward being possible; at most 1.3 × imports

Memory (resident, as Linux counts it) is taken five seconds after everything is ready, and again after a
run forward; at most 150 MB.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 11
MODES = ("bare", "imports", "frame", "ready")

# What every child starts with; nothing that the programs would not import themselves.
_LEAVE = """
import os, sys, time

def leave():
    sys.stdout.write(f"{time.time()}\\n")
    sys.stdout.flush()
    os._exit(0)
"""
_BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, leave)

app = QApplication(sys.argv[:1])
window = Window()
window.resize(1366, 720)
window.show()
app.exec()
"""
_IMPORTS = """
import numpy, PySide6.QtWidgets, pyqtgraph
"""
_PROGRAM = """
from densegui.__main__ import main, prepare_imports

def call_after(kind, name, then):
    original = getattr(kind, name)
    def replacement(*arguments):
        original(*arguments)
        then()
    setattr(kind, name, replacement)

prepare_imports()
from PySide6.QtCore import QTimer
"""
_FRAME = """
from densegui.ui.builder.stack_view import StackView
from densegui.ui.startup import Start

def paint(view, event):
    original(view, event)
    Start.painted = True

def after_the_first_frame(start):
    assert Start.painted
    leave()

original, StackView.paintEvent = StackView.paintEvent, paint
Start._begin = after_the_first_frame
main()
"""
_READY = """
from densegui.ui.main_window import MainWindow
call_after(MainWindow, "become_ready", leave)
main()
"""
_MEMORY = """
from PySide6.QtWidgets import QApplication
from densegui.ui.main_window import MainWindow

def resident():
    with open("/proc/self/status") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    sys.stdout.write(f"{int(line.split()[1]) / 1024:.0f}\\n")

def ran():
    resident()
    leave()

def run():
    resident()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.session.run_forward()
    QTimer.singleShot(2000, ran)

call_after(MainWindow, "become_ready", lambda: QTimer.singleShot(5000, run))
main()
"""
_SOURCES = {
    "bare": _LEAVE + _BARE,
    "imports": _LEAVE + _IMPORTS + _BARE,
    "frame": _LEAVE + _PROGRAM + _FRAME,
    "ready": _LEAVE + _PROGRAM + _READY,
    "memory": _LEAVE + _PROGRAM + _MEMORY,
}


def _told_by(mode: str, home: str) -> tuple[float, list[str]]:
    """When the process was started, and the lines it prints."""
    environment = os.environ | {
        "XDG_CONFIG_HOME": home,
        "PYTHONPATH": str(Path(__file__).parents[1]),
        "PYTHONPYCACHEPREFIX": f"{home}/compiled",  # as an installed program has it
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = time.time()
    command = [sys.executable, "-c", _SOURCES[mode]]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    told, _ = process.communicate(timeout=60)
    if not told:
        raise SystemExit(f"{mode} ended with status {process.returncode} and said nothing")
    return before, told.split()


def _seconds(mode: str, home: str) -> float:
    """From process start to what ``mode`` waits for."""
    before, told = _told_by(mode, home)
    return float(told[0]) - before


def main() -> None:
    """Measures all four in turn and prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    times: dict[str, list[float]] = {mode: [] for mode in MODES}
    with tempfile.TemporaryDirectory() as home:
        for turn in range(rounds + 1):
            for mode in MODES if turn % 2 else MODES[::-1]:
                seconds = _seconds(mode, home)
                if turn:  # the first turn compiles and fills the disk cache
                    times[mode].append(seconds)
        memory = _told_by("memory", home)[1][:2] if sys.platform == "linux" else []
    medians = {mode: statistics.median(values) for mode, values in times.items()}
    for mode, values in times.items():
        print(f"{mode:8} median {medians[mode]:.3f} s   min {min(values):.3f}   max {max(values):.3f}")
    print(f"frame / bare    {medians['frame'] / medians['bare']:.2f}   (at most 1.5)")
    print(f"ready / imports {medians['ready'] / medians['imports']:.2f}   (at most 1.3)")
    if memory:
        print(f"memory idle {memory[0]} MB, after a run {memory[1]} MB   (at most 150)")


if __name__ == "__main__":
    main()
