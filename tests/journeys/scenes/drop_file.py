"""A file is dragged onto the window; the stack is mended and run; a sample is picked and seen in panels."""

import subprocess
import sys
from pathlib import Path

import numpy as np
from helpers.hand import Hand, Scene
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QToolButton, QWidget

from densegui.ui.application import create_window
from densegui.ui.focus import Focus

_FILE_MANAGER = Path(__file__).parents[2] / "helpers" / "file_manager.py"


def story(app, window):
    path = Path.cwd() / "떨어뜨린 자료.csv"
    path.write_text("키,몸무게,나이\n170.5,60,21\n165,55.2,34\n180,80,45\n", encoding="utf-8")
    yield window.isActiveWindow
    hand = Hand()
    free = QPoint(window.stack.width() // 2, 60)
    corner = window.stack.mapToGlobal(free)
    other = subprocess.Popen(
        [sys.executable, str(_FILE_MANAGER), str(path), str(corner.x()), str(corner.y())],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "there\n"
    target = QPoint(window.stack.width() // 2, window.stack.height() // 2)
    yield hand.drag(window.stack, free + QPoint(40, 20), window.stack, target)
    yield lambda: window.session.dataset.features == 3
    other.terminate()
    other.wait()
    assert window.session.dataset.feature_names == ("키", "몸무게", "나이")

    repair = window.findChild(QPushButton, "statusRepair")
    yield hand.click(repair, QPoint(repair.width() // 2, repair.height() // 2))
    yield lambda: window.session.model.dims == (3, 8, 6, 1)
    yield hand.press("F5")
    yield lambda: window.session.result is not None

    following = window.findChild(QToolButton, "nextSampleButton")
    yield hand.click(following)
    yield hand.click(following)
    yield lambda: window.session.inspection.focus.sample == 1
    yield hand.click(*tab(window, "Matrices"))
    matrices = window.findChild(QWidget, "matricesPanel")
    yield lambda: has_row(matrices, [165, 55.2, 34])
    yield hand.click(*tab(window, "Inspector"))
    window.session.inspection.look_at(Focus(window.session.model.layers[0].id, 2, None, 1))
    inspector = window.findChild(QWidget, "inspectorPanel")
    z = window.session.model.trace([[165, 55.2, 34]]).layers[0].z[0, 2]
    yield lambda: any(z == cell for row in inspector.numbers() for cell in row)
    window.commands.after_saving = lambda then: then()


def tab(window, title):
    """The bar with this tab, and the middle of the tab."""
    for bar in window.findChildren(QTabBar):
        for place in range(bar.count()):
            if bar.tabText(place) == title:
                return bar, bar.tabRect(place).center()
    raise AssertionError(f"no tab is called {title}")


def has_row(panel, values):
    """Whether a row of one of the matrices (matrix, row, column, value) has these values, in float32."""
    rows = {}
    for matrix, row, _column, value in list(panel.numbers())[1:]:
        rows.setdefault((matrix, row), []).append(value)
    return np.array(values, np.float32).tolist() in rows.values()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    main_window = create_window()
    main_window.show()
    scene = Scene(story(application, main_window))
    application.exec()
