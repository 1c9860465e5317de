"""What the small pop-ups of the stack have in common: a frame beside a part of a brick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from densegui.ui import theme


class Popup(QFrame):
    """A frame that closes with Esc or a click beside it, and deletes itself then.

    A field takes what is typed into it when it loses the focus, as it does when the pop-up closes.
    So after Esc ``_given_up`` is true, and what a field says then is not to be told.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._given_up = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def open_at(self, anchor: QRect) -> None:
        """Opens below a rectangle on the screen, or above it where there is no room below."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(anchor.left(), screen.left()), screen.right() - self.width())
        below = anchor.bottom() + 4
        above = anchor.top() - 4 - self.height()
        fits = below + self.height() <= screen.bottom()
        self.move(QPoint(x, below if fits else max(above, screen.top())))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, and forgets what is typed but not yet taken."""
        if event.key() == Qt.Key.Key_Escape:
            self._given_up = True
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a hairline around everything."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(QColor(theme.colors().border))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
