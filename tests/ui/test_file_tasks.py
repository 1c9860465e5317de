"""File tasks: a disk or network that does not answer keeps neither the person nor the program waiting."""

import threading

import pytest
from PySide6.QtCore import QTimer

from densegui.data import Loading
from densegui.ui.background import Background
from densegui.ui.file_tasks import FileTasks


class Away:
    """A file on a network that does not answer until its gate is opened."""

    def __init__(self):
        self.gate = threading.Event()
        self.asked = threading.Event()

    def reading(self):
        yield Loading(0.0)
        self.asked.set()
        self.gate.wait()
        return "too late"


@pytest.fixture
def away():
    found = Away()
    yield found
    found.gate.set()


@pytest.fixture
def background(qapp, away):
    made = Background(qapp)
    yield made
    away.gate.set()
    assert made.close()
    made.deleteLater()


@pytest.fixture
def tasks(background, qapp):
    made = FileTasks(background, qapp)
    yield made
    made.deleteLater()


def fire(tasks, name):
    """Lets the time of one of the timers be over."""
    timer = getattr(tasks, name)
    assert isinstance(timer, QTimer)
    assert timer.isActive()
    timer.timeout.emit()


def test_silence_is_said(tasks, away, qtbot):
    tasks.load("far.csv", away.reading)
    away.asked.wait()
    with qtbot.waitSignal(tasks.failed) as told:
        fire(tasks, "_silence")
    assert "far.csv" in str(told.args[0])
    assert tasks.is_loading
    with qtbot.waitSignal(tasks.loaded):  # an answer that comes late is welcome
        away.gate.set()


def test_it_can_be_given_up(tasks, away, qtbot):
    tasks.load("far.csv", away.reading)
    away.asked.wait()
    tasks.cancel()
    assert tasks.is_loading
    fire(tasks, "_patience")
    assert not tasks.is_loading
    with qtbot.assertNotEmitted(tasks.loaded), qtbot.waitSignal(tasks._background.emptied):
        away.gate.set()


def test_another_file_can_be_loaded_meanwhile(tasks, away, qtbot):
    def near():
        yield Loading(1.0)
        return "near"

    tasks.load("far.csv", away.reading)
    away.asked.wait()
    with qtbot.waitSignal(tasks.loaded) as told:
        tasks.load("near.csv", near)
    assert told.args == ["near"]


def test_closing_does_not_wait_for_it(background, tasks, away):
    tasks.load("far.csv", away.reading)
    away.asked.wait()
    assert not background.close()


def test_closing_waits_for_what_writes(background, away, monkeypatch):
    task = background.task(away.reading)
    monkeypatch.setattr(task, "cancel", away.gate.set)  # the last that close() does before it waits
    task.start()
    away.asked.wait()
    background.close()
    assert task._over.is_set()
