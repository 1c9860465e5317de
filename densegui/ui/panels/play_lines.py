"""Text that takes the same height however long it is, so that a picture above it stands still."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from densegui.ui.theme import colors

_MOST_LINES: Final = 2
_ONE_LINE_FROM: Final = 620  # pixels; narrower, text wraps


class SteadyText(QLabel):
    """One line of text where it is wide, two where it is narrow; what does not fit ends in "…"."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._is_muted = False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str, tip: str) -> None:
        """Shows text, and more of it on hover."""
        self.setText(text.replace(" = ", " =\u00a0"))  # a line breaks before a sign, not behind it
        self.setToolTip(tip)

    @property
    def is_muted(self) -> bool:
        """Whether the text is of a moment ago."""
        return self._is_muted

    def mute(self, muted: bool) -> None:
        """Greys the text while it is of a moment ago."""
        if muted != self._is_muted:
            self._is_muted = muted
            self.update()

    def lines(self, width: float) -> list[str]:
        """The text as it is broken into lines of this width."""
        metrics, text = QFontMetrics(self.font()), self.text()
        most = 1 if self.width() >= _ONE_LINE_FROM else _MOST_LINES
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[str] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if len(found) == most - 1:
                rest = text[line.textStart() :]
                found.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, int(width)))
                break
            found.append(text[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        return found

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return (1 if width >= _ONE_LINE_FROM else _MOST_LINES) * self._line_height() + 2

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._line_height() + 2)

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        with QPainter(self) as p:
            p.setFont(self.font())
            p.setPen(QColor(colors().muted if self._is_muted else colors().text))
            for number, line in enumerate(self.lines(self.width() - 4)):
                p.drawText(QPointF(2, 1 + metrics.ascent() + number * self._line_height()), line)
