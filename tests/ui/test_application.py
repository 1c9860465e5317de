"""Starting without what a window needs: one sentence, status 1, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from densegui.ui.application import create_window
from densegui.ui.dialogs.failure import FailureDialog, FailureReporter

_ROOT = Path(__file__).parents[2]


def _start(tmp_path, **environment):
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, str(_ROOT / "app.py")],
        env=kept | {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)} | environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


if sys.platform == "linux":  # other systems always have a desktop and need no X libraries

    @pytest.mark.parametrize(
        "environment",
        [{}, {"QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}, {"DISPLAY": ":987"}],
    )
    def test_no_display_is_one_sentence_and_status_1(environment, tmp_path):
        done = _start(tmp_path, **environment)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert "found no display" in done.stderr

    def test_missing_libraries_name_the_packages(tmp_path):
        # A file that is no library stands where the loader looks first, as if the library were not there.
        (tmp_path / "libxcb-cursor.so.0").write_text("not a library")
        done = _start(tmp_path, QT_QPA_PLATFORM="xcb", DISPLAY=":987", LD_LIBRARY_PATH=str(tmp_path))
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1
        assert "apt install libxcb-cursor0" in done.stderr
        assert "dnf install xcb-util-cursor" in done.stderr


def test_create_window_needs_an_application(monkeypatch):
    monkeypatch.setattr(QApplication, "instance", staticmethod(lambda: None))
    with pytest.raises(RuntimeError, match="QApplication"):
        create_window()


def test_an_unforeseen_exception_is_said_and_the_program_goes_on(window, qtbot, capsys):
    reporter = FailureReporter(window)
    try:
        raise ZeroDivisionError("nobody thought of this")
    except ZeroDivisionError as error:
        reporter.report(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: _failure() is not None)
    dialog = _failure()
    assert "Your work is still here" in dialog.findChild(object, "failureText").text()
    details = dialog.findChild(object, "failureDetails")
    assert "ZeroDivisionError: nobody thought of this" in details.toPlainText()
    dialog.findChild(object, "copyDetails").click()
    assert "nobody thought of this" in QApplication.clipboard().text()
    assert "nobody thought of this" in capsys.readouterr().err
    window.session.insert_block(0, window.session.model.layers[0])
    assert window.session.is_modified
    dialog.reject()


def test_a_second_failure_is_added_to_the_first(window, qtbot, capsys):
    reporter = FailureReporter(window)
    for text in ("first", "second"):
        reporter.report(ValueError, ValueError(text), None)
    qtbot.waitUntil(lambda: _failure() is not None)
    shown = _failure().findChild(object, "failureDetails").toPlainText()
    assert "first" in shown
    assert "second" in shown
    assert len([w for w in QApplication.topLevelWidgets() if isinstance(w, FailureDialog)]) == 1
    _failure().reject()
    assert "second" in capsys.readouterr().err


def _failure():
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, FailureDialog) and w.isVisible()]
    return found[0] if found else None
