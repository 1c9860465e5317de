"""The keys of the list of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from densegui.ui.panels.inspector_sheet import Sheet

_SHORTCUTS: Final = frozenset({Qt.Key.Key_F2, Qt.Key.Key_B, Qt.Key.Key_Backspace, Qt.Key.Key_Space})


def comes_first(event: QEvent) -> bool:
    """Whether it is a key of the list that a shortcut of the window, among which F2 is, would take."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and event.key() in _SHORTCUTS
        and not is_held(event)
    )


def is_held(event: QKeyEvent) -> bool:
    """Whether Ctrl, Alt or Shift is held too."""
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def rows_of(key: int, sheet: Sheet) -> int | None:
    """How many rows further down a key chooses a term; None for other keys."""
    page = max(int(sheet.room / sheet.line), 1)
    return {
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_PageDown: page,
        Qt.Key.Key_Home: -sheet.count,
        Qt.Key.Key_End: sheet.count,
    }.get(Qt.Key(key))
