"""Where the stack stands in the window, so that the first frame can show it there before all else is made."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QSettings
from PySide6.QtWidgets import QWidget

_KEY: Final = "stackPlace"
# Where it stands at the very first start, in the default font.
_AT_FIRST: Final = QMargins(206, 72, 702, 30)


def remembered() -> QMargins:
    """What was left free around the stack the last time."""
    try:
        left, top, right, bottom = (int(side) for side in str(QSettings().value(_KEY)).split())
    except ValueError:
        return _AT_FIRST
    return QMargins(left, top, right, bottom)


def remember(window: QWidget, stack: QWidget) -> None:
    """Keeps what is free around the stack now."""
    place = stack.geometry().translated(stack.mapTo(window, stack.rect().topLeft()) - stack.pos())
    free = (
        place.left(),
        place.top(),
        window.width() - place.right() - 1,
        window.height() - place.bottom() - 1,
    )
    QSettings().setValue(_KEY, " ".join(map(str, free)))
