"""Fixtures of the tests of the window: settings of their own, no widget and no thread left behind."""

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication

from densegui.ui.application import create_window


@pytest.fixture(autouse=True)
def _settings(tmp_path):
    """Keeps what tests change in a folder of their own."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True, scope="session")
def _modules_stay():
    """Lets the collections after each test pass over modules and tests, which take most of their time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def _ours():
    return {widget for widget in QApplication.allWidgets() if type(widget).__module__.startswith("densegui")}


@pytest.fixture(autouse=True)
def _nothing_left(qapp):
    """Fails a test after which a densegui widget or a running thread is still there.

    The font is given back, because a window sets it for the application, and what is painted depends on it.
    """
    before, font = _ours(), QApplication.font()
    yield
    if QApplication.font() != font:
        QApplication.setFont(font)
    for _ in range(3):
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    left = [f"{type(w).__name__} {w.objectName()}" for w in _ours() - before]
    assert not left, f"widgets left behind: {left}"


class Answers:
    """Stands in for ``Questions``: what the person answers, and what they were asked."""

    def __init__(self):
        self.asked = []
        self.answers = {"ask_save_changes": "discard"}

    def __getattr__(self, name):
        def ask(*arguments):
            self.asked.append((name, arguments))
            return self.answers.get(name)

        return ask


@pytest.fixture
def window(qtbot):
    """A ready main window; ``window.commands.questions`` is an ``Answers``."""
    created = create_window()
    created.commands.questions = Answers()
    created.show()
    qtbot.waitExposed(created)
    yield created
    created.close()
    created.deleteLater()
