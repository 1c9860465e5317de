"""The panels: from a finished run to painted panels, panning the graph, dragging a weight, staying alive.

Run with ``QT_QPA_PLATFORM=offscreen python benchmarks/panels.py [ROUNDS]``. Prints medians and 99th
percentiles in milliseconds, in one run:

- ``run → painted``: from the end of a run to all visible panels painted with its numbers, the minibatch
  around the sample included; at most 33 ms for the example, 150 ms for 784 → 512 → 256 → 10 on 10,000 rows
- ``pan and zoom``: a frame of the neuron graph while it is moved; at most 16 ms
- ``live``: from one step of dragging a weight of the example to all visible panels painted; at most 33 ms
- ``heartbeat``: the longest gap of a 5 ms timer in the UI thread while 2,000,000 × 64 values stream through
  64 → 256 → 128 → 10 with all statistics; at most 50 ms
"""

from __future__ import annotations

import itertools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from densegui.data import Dataset, frozen_source
from densegui.engine import Dense
from densegui.ui.application import create_window
from densegui.ui.main_window import MainWindow

ROUNDS = 60
STREAM_ROWS = 2_000_000


def measure() -> None:
    """Measures everything and prints the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    app = QApplication.instance() or QApplication(sys.argv[:1])
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    with tempfile.TemporaryDirectory() as folder:  # the layout of the first start
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        window = create_window()
    window.resize(1366, 720)
    window.show()
    report("run → painted, 4→8→6→1 × 150", run_to_painted(window, rounds), 33)
    report("pan and zoom, 4→8→6→1", pan_and_zoom(window, rounds), 16)
    report("live, a weight dragged, 4→8→6→1 × 150", live(window, rounds), 33)
    stack(window, normal(10_000, 784), 784, Dense(512, activation="relu"), Dense(256, activation="relu"),
          Dense(10, activation="softmax"))  # fmt: skip
    report("run → painted, 784→512→256→10 × 10,000", run_to_painted(window, max(rounds // 4, 5)), 150)
    report("pan and zoom, 784→512→256→10", pan_and_zoom(window, rounds), 16)
    stack(window, normal(STREAM_ROWS, 64), 64, Dense(256, activation="relu"), Dense(128, activation="relu"),
          Dense(10, activation="softmax"))  # fmt: skip
    print(f"{'heartbeat, longest gap, 64→256→128→10 × 2,000,000':52} {heartbeat(window):7.1f}   (at most 50)")
    window.session.close()
    app.processEvents()


def report(what: str, seconds: list[float], limit: int) -> None:
    """Prints a row."""
    ordered = sorted(seconds)
    last = ordered[min(len(ordered) - 1, round(0.99 * (len(ordered) - 1)))]
    median = statistics.median(ordered)
    print(f"{what:52} {median * 1000:7.1f} {last * 1000:7.1f}   (at most {limit})", flush=True)


def normal(rows: int, features: int) -> Dataset:
    """Standard normal rows, float32."""
    x = np.random.default_rng(0).standard_normal((rows, features), np.float32)
    return Dataset("normal", x, frozen_source("normal", rows=rows, features=features, seed=0))


def stack(window: MainWindow, dataset: Dataset, inputs: int, *layers: Dense) -> None:
    """Puts other blocks and other data into the window."""
    session = window.session
    session.remove_blocks([layer.id for layer in session.model.layers if layer.id is not None])
    session.set_input_dim(inputs)
    session.insert_blocks(0, layers)
    session.set_dataset(dataset)


def painted(window: MainWindow) -> None:
    """Lets the window paint all it wants to, the numbers that come from the background included."""
    inspection = window.session.inspection
    QCoreApplication.processEvents()
    while inspection.minibatch is None or inspection.minibatch.model is not window.session.model:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QCoreApplication.processEvents()


def wait_for(window: MainWindow, begin: Callable[[], Any]) -> float:
    """Begins a run and returns when it has ended and everything is painted; the seconds after its end."""
    session, loop, ended = window.session, QEventLoop(), [0.0]

    def end(running: bool) -> None:
        if not running:
            ended[0] = time.perf_counter()

    session.running_changed.connect(end)
    session.result_changed.connect(loop.quit)
    begin()
    loop.exec()
    painted(window)
    seconds = time.perf_counter() - ended[0]
    session.running_changed.disconnect(end)
    session.result_changed.disconnect(loop.quit)
    return seconds


def run_to_painted(window: MainWindow, rounds: int) -> list[float]:
    """Seconds from the end of a run to all visible panels painted, each run with other weights."""
    found = []
    for seed in range(rounds + 1):
        window.session.set_seed(seed)
        settle()
        found.append(wait_for(window, window.session.run_forward))
    return found[1:]


def settle() -> None:
    """Lets the window paint after an edit."""
    for _ in range(3):
        QCoreApplication.processEvents()


def pan_and_zoom(window: MainWindow, rounds: int) -> list[float]:
    """Seconds of a painted frame of the graph while it is moved and scaled."""
    graph = window.findChild(QWidget, "graphPanel")
    view = window.findChild(QWidget, "graphView")
    box = next(item for item in view.items() if isinstance(item, pg.ViewBox))
    found = []
    for turn in range(rounds):
        before = time.perf_counter()
        if turn % 3:
            box.translateBy(x=5 if turn % 2 else -5, y=2)
        else:
            box.scaleBy((0.97, 0.97) if turn % 2 else (1.03, 1.03))
        view.viewport().repaint()
        found.append(time.perf_counter() - before)
        QCoreApplication.processEvents()
    graph.fit()
    settle()
    return found


def live(window: MainWindow, rounds: int) -> list[float]:
    """Seconds from one step of a drag to everything painted."""
    session = window.session
    session.set_live(True)
    layer = session.model.layers[0]
    found = []
    for turn in range(rounds):
        weights = session.model.parameters[0].weights.copy()
        weights[0, 0] = turn / rounds
        before = time.perf_counter()
        session.drag_parameters(layer.id, weights, None)
        while session.result is None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        painted(window)
        found.append(time.perf_counter() - before)
    session.set_live(False)
    return found


def heartbeat(window: MainWindow) -> float:
    """The longest gap between two beats of a 5 ms timer while a run streams, in milliseconds."""
    beats = [time.perf_counter()]
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    settle()
    timer.start(5)
    beats[:] = [time.perf_counter()]
    wait_for(window, window.session.run_forward)
    timer.stop()
    return max(b - a for a, b in itertools.pairwise(beats)) * 1000


if __name__ == "__main__":
    measure()
