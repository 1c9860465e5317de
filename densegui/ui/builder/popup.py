"""What the small pop-ups of the stack have in common: a frame beside a part of a brick."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from densegui.ui import theme


class Popup(QFrame):
    """A frame that closes with Esc or a click beside it, and deletes itself then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a hairline around everything."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(QColor(theme.colors().border))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
