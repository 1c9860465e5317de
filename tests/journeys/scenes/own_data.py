"""Own data: a CSV that does not fit is loaded, the stack is mended with one click, and run."""

import sys
from pathlib import Path

from helpers.hand import Hand, Scene
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from densegui.ui.application import create_window


def story(app, window):
    path = Path.cwd() / "own data.csv"
    path.write_text("키;몸무게;나이\n170,5;60;21\n165;55,2;34\n180;80;45\n", encoding="cp949")
    yield window.isActiveWindow
    hand = Hand()
    yield hand.press("ctrl+l")
    yield lambda: app.activeModalWidget() is not None
    # The list of completions would take the Return that is meant for the dialog.
    dialog = app.activeModalWidget()
    dialog.findChild(QLineEdit, "fileNameEdit").setCompleter(None)
    yield hand.type(str(path))
    yield hand.press("Return")
    yield lambda: window.session.dataset.features == 3
    assert window.session.dataset.feature_names == ("키", "몸무게", "나이")
    assert window.session.dataset.x[0, 0] == 170.5

    yield hand.press("F5")
    yield lambda: window.notice.text() != ""
    assert "(3, 3)" in window.notice.text()
    assert "(4, 8)" in window.notice.text()
    repair = window.findChild(QPushButton, "statusRepair")
    yield hand.click(repair, QPoint(repair.width() // 2, repair.height() // 2))
    yield lambda: window.session.model.dims == (3, 8, 6, 1)
    assert window.session.undo_label == "set input size to 3"
    yield hand.press("F5")
    yield lambda: window.session.result is not None
    assert window.session.result.outputs.shape == (3, 1)
    assert window.notice.text() == ""
    window.commands.after_saving = lambda then: then()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    main_window = create_window()
    main_window.show()
    scene = Scene(story(application, main_window))
    application.exec()
