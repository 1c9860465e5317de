"""Drawing canvas: large pixels that a person fills with the mouse, a pen or the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui import theme
from densegui.ui.panels.drawing_strokes import stroke

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.float64]

_SIDE: Final = 280
_LEAST_SIDE: Final = 140
_ARROWS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class DrawingCanvas(QWidget):
    """A picture of a few hundred pixels; the left button draws, the right one rubs out.

    The arrow keys move a frame from pixel to pixel, the space bar draws there, Backspace rubs out.

    Signals:
        changed: the picture is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_LEAST_SIDE, _LEAST_SIDE)
        self._pixels: Pixels = np.zeros((8, 8, 1))
        self._radius = 1.0
        self._color = (1.0, 1.0, 1.0)
        self._before: QPointF | None = None
        self._cursor = (0, 0)

    @property
    def pixels(self) -> Pixels:
        """(height, width, channels) from 0 to 1, read-only."""
        view = self._pixels.view()
        view.flags.writeable = False
        return view

    def show_pixels(self, pixels: NDArray[Any]) -> None:
        """Shows another picture (height, width, channels) from 0 to 1, to be drawn upon."""
        self._pixels = np.array(pixels, np.float64)
        height, width, _ = self._pixels.shape
        self._cursor = min(self._cursor[0], height - 1), min(self._cursor[1], width - 1)
        self.update()

    def clear(self) -> None:
        """Makes every pixel 0."""
        self._pixels[:] = 0
        self._tell()

    def set_radius(self, radius: float) -> None:
        """Draws so wide, in pixels of the picture."""
        self._radius = radius

    def set_color(self, color: QColor) -> None:
        """Draws in this colour, where the picture has colours."""
        self._color = color.redF(), color.greenF(), color.blueF()

    def area(self) -> QRectF:
        """Where the picture stands: as large as fits, its pixels square."""
        height, width, _ = self._pixels.shape
        scale = min(self.width() / width, self.height() / height)
        wide, high = scale * width, scale * height
        return QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def _draw(self, start: QPointF, end: QPointF, *, rubs: bool) -> None:
        """Draws from one point of the widget to another."""
        area = self.area()
        scale = self._pixels.shape[1] / area.width()
        ends = [((p.y() - area.top()) * scale, (p.x() - area.left()) * scale) for p in (start, end)]
        self._mark(ends[0], ends[1], self._radius, rubs=rubs)

    def _mark(
        self, start: tuple[float, float], end: tuple[float, float], radius: float, *, rubs: bool
    ) -> None:
        channels = self._pixels.shape[2]
        color = (0.0,) * channels if rubs else self._color[:channels] if channels > 1 else (1.0,)
        stroke(self._pixels, start, end, radius, color)
        self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = theme.colors()
        area = self.area()
        _, width, channels = self._pixels.shape
        size = area.width() / width
        levels = np.rint(self._pixels * 255).astype(int)
        with QPainter(self) as painter:
            painter.fillRect(area, QColor(0, 0, 0))
            for row, column in np.argwhere(levels.any(axis=2)).tolist():
                level = levels[row, column].tolist()
                color = QColor(*level) if channels > 1 else QColor(level[0], level[0], level[0])
                left, top = area.left() + column * size, area.top() + row * size
                painter.fillRect(QRectF(left, top, size, size).toAlignedRect(), color)
            painter.setPen(QPen(QColor(scheme.border), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            if self.hasFocus():
                row, column = self._cursor
                painter.setPen(QPen(QColor(scheme.accent), 2))
                painter.drawRect(QRectF(area.left() + column * size, area.top() + row * size, size, size))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton}:
            self._before = event.position()
            self._draw(self._before, self._before, rubs=event.button() == Qt.MouseButton.RightButton)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._before is not None:
            before, self._before = self._before, event.position()
            self._draw(before, self._before, rubs=bool(event.buttons() & Qt.MouseButton.RightButton))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._before = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        row, column = self._cursor
        if key in _ARROWS:
            down, right = _ARROWS[key]
            height, width, _ = self._pixels.shape
            self._cursor = (row + down) % height, (column + right) % width
            self.update()
        elif key in {Qt.Key.Key_Space, Qt.Key.Key_Backspace}:
            middle = row + 0.5, column + 0.5
            self._mark(middle, middle, 0.5, rubs=key == Qt.Key.Key_Backspace)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
