"""Fixtures of the tests of panels; a test of another panel has a ``panel`` of its own."""

import pytest
from PySide6.QtCore import QObject

from densegui.ui.background import Background
from densegui.ui.panels.data_panel import DataPanel


@pytest.fixture
def background(qapp):
    """Threads to work in."""
    owner = QObject()
    threads = Background(owner)
    yield threads
    threads.close()


@pytest.fixture
def panel(qtbot, background):
    """The data panel on the screen."""
    widget = DataPanel()
    qtbot.addWidget(widget)
    widget.work_in(background)
    widget.resize(690, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def heard(panel):
    """The steps that the data panel asks for."""
    steps = []
    panel.steps_requested.connect(steps.append)
    return steps
