"""Held input: what a person types and clicks before the program is ready is kept, and done when it is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QWidget

_HELD: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
    }
)


class HeldInput(QObject):
    """Keeps keys, clicks and turns of the wheel from a window until they are released.

    Args:
        window: a window that is shown.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._held: list[QEvent] = []
        window.windowHandle().installEventFilter(self)

    def release(self) -> None:
        """Gives the window all that was kept, in order, and keeps nothing more."""
        handle = self._window.windowHandle()
        handle.removeEventFilter(self)
        held, self._held = self._held, []
        for event in held:
            self._give(handle, event)

    def _give(self, handle: QWindow, event: QEvent) -> None:
        # Qt looks for shortcuts before a key comes to its window, where these have been already.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = QKeySequence(event.keyCombination())
            for action in self._window.actions():
                if action.isEnabled() and keys in action.shortcuts():
                    action.trigger()
                    return
        QCoreApplication.sendEvent(handle, event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the event, if it is one of those that do something."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that the key comes to the window and not to an action
            return True
        if event.type() in _HELD:
            self._held.append(event.clone())
            return True
        return super().eventFilter(watched, event)
