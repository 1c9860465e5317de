"""A person in a scene: a hand on the real mouse and keyboard, and eyes that wait for what it causes.

A scene is a generator. It yields what it waits for: a callable that says whether it holds. The program's own
event loop, and those of its dialogs and drags, carry the scene on.
"""

from __future__ import annotations

import os
import subprocess
import sys
import traceback

from PySide6.QtCore import QDeadlineTimer, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication

_STEPS = 12
_PAUSE = "0.03"
_PATIENCE_MS = 15_000


class Scene(QObject):
    """Plays a scene; the process ends with it, with status 1 if it went wrong."""

    def __init__(self, story):
        super().__init__()
        self._story = story
        self._holds = lambda: True
        self._deadline = QDeadlineTimer(_PATIENCE_MS)
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._playing = False
        QApplication.setQuitOnLastWindowClosed(False)

    def _on_tick(self):
        if self._playing:  # a dialog that the story has opened carries its own loop
            return
        self._playing = True
        try:
            if self._holds():
                self._holds = next(self._story)
                self._deadline = QDeadlineTimer(_PATIENCE_MS)
            elif self._deadline.hasExpired():
                self._story.throw(AssertionError("waited in vain"))
        except StopIteration:
            sys.stdout.write("done\n")
            self._leave(0)
        except BaseException:
            traceback.print_exc()
            self._leave(1)
        finally:
            self._playing = False

    def _leave(self, status):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


class Hand:
    """Moves the mouse and presses keys as a person does; each gesture is something to yield."""

    def click(self, widget, point=None):
        """Clicks into a widget, by default into its middle."""
        x, y = _on_screen(widget, point)
        return self._do("mousemove", x, y, "sleep", _PAUSE, "click", "1")

    def double_click(self, widget, point=None):
        """Clicks twice into a widget, by default into its middle."""
        x, y = _on_screen(widget, point)
        return self._do("mousemove", x, y, "sleep", _PAUSE, "click", "--repeat", "2", "--delay", "60", "1")

    def wheel(self, widget, point, notches):
        """Turns the wheel over a point of a widget; up where ``notches`` is positive."""
        x, y = _on_screen(widget, point)
        button = "4" if notches > 0 else "5"
        turn = ("click", "--repeat", abs(notches), "--delay", "40", button)
        return self._do("mousemove", x, y, "sleep", _PAUSE, *turn)

    def drag(self, widget, start, target, end):
        """Drags from a point of one widget to a point of another, slowly enough to be seen."""
        x0, y0 = _on_screen(widget, start)
        x1, y1 = _on_screen(target, end)
        moves = []
        for step in range(1, _STEPS + 1):
            x, y = (round(a + (b - a) * step / _STEPS) for a, b in ((x0, x1), (y0, y1)))
            moves += ["mousemove", x, y, "sleep", _PAUSE]
        rest = ["mousemove", x1, y1 + 1, "sleep", "0.1", "mousemove", x1, y1, "sleep", "0.1"]
        return self._do("mousemove", x0, y0, "mousedown", "1", "sleep", _PAUSE, *moves, *rest, "mouseup", "1")

    def press(self, *keys):
        """Presses keys, each by its X name, such as ``ctrl+z`` or ``F5``."""
        return self._do("key", "--clearmodifiers", "--delay", "40", *keys)

    def type(self, text):
        """Types text."""
        return self._do("type", "--delay", "20", text)

    def _do(self, *words):
        process = subprocess.Popen(["xdotool", *map(str, words)])
        return lambda: process.poll() == 0


def _on_screen(widget, point):
    place = widget.mapToGlobal(widget.rect().center() if point is None else QPoint(point))
    ratio = widget.devicePixelRatioF()
    return round(place.x() * ratio), round(place.y() * ratio)
