"""The installed PySide6 is sound: 6.12.0 loses a reference to None at every call that returns nothing.

On Python 3.12 and later None is immortal and its count does not move; there the calls alone are the test.
"""

import sys

from PySide6.QtWidgets import QWidget


def test_calls_that_return_nothing_keep_none_alive(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.update()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert sys.getrefcount(None) > before - 100
