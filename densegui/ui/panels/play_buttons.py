"""The buttons that step and play through the forward pass; their signs are painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QToolButton, QWidget

_SIDE: Final = 10.0
# Triangles point right (+1) or left (−1); a bar is a stroke. Numbers are shares of the sign's width.
_SIGNS: Final[dict[str, tuple[tuple[str, float, float], ...]]] = {
    "start": (("bar", 0.0, 0.2), ("left", 0.3, 1.0)),
    "back": (("left", 0.1, 0.8),),
    "play": (("right", 0.1, 1.0),),
    "pause": (("bar", 0.12, 0.4), ("bar", 0.6, 0.88)),
    "forward": (("right", 0.2, 0.9),),
    "end": (("right", 0.0, 0.7), ("bar", 0.8, 1.0)),
}


class TransportButton(QToolButton):
    """A button with one of the signs of a player: start, back, play, pause, forward, end."""

    def __init__(self, name: str, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoRaise(True)
        # A click leaves the keys with the bar, where Space plays and the arrows step.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sign = sign

    def show_sign(self, sign: str) -> None:
        """Shows another sign."""
        if sign != self._sign:
            self._sign = sign
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(26, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        with QPainter(self) as p:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, p, self)
            group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self.palette().color(group, QPalette.ColorRole.ButtonText))
            box = QRectF(0, 0, _SIDE, _SIDE)
            box.moveCenter(QRectF(self.rect()).center())
            for shape, left, right in _SIGNS[self._sign]:
                _paint(p, shape, box.left() + left * _SIDE, box.left() + right * _SIDE, box)


def _paint(p: QPainter, shape: str, left: float, right: float, box: QRectF) -> None:
    if shape == "bar":
        p.drawRect(QRectF(QPointF(left, box.top()), QPointF(right, box.bottom())))
        return
    tip, base = (right, left) if shape == "right" else (left, right)
    corners = ((base, box.top()), (tip, box.center().y()), (base, box.bottom()))
    p.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
