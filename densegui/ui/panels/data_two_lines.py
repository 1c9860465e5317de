"""A sentence in at most two lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.theme import colors


class TwoLines(QWidget):
    """Words that take a second line where they need it; what does not fit then is the tooltip."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._text = ""
        self._lines: list[str] = []

    def text(self) -> str:
        """What is said."""
        return self._text

    def show_text(self, text: str) -> None:
        """Says something else."""
        self._text = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._break()

    def _break(self) -> None:
        """Breaks the words into lines."""
        wide, metrics = max(self.width(), 1), QFontMetrics(self.font())
        layout = QTextLayout(self._text, self.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(wide)
        layout.endLayout()
        first = self._text[: line.textLength()] if line.isValid() else ""
        rest = metrics.elidedText(self._text[len(first) :].strip(), Qt.TextElideMode.ElideRight, wide)
        lines = [first.strip(), rest] if rest else [first.strip()]
        if len(lines) != len(self._lines):
            self.updateGeometry()
        self._lines = lines
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(60, max(len(self._lines), 1) * QFontMetrics(self.font()).height() + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        top = (self.height() - len(self._lines) * metrics.height()) / 2 + metrics.ascent()
        with QPainter(self) as p:
            p.setFont(self.font())
            p.setPen(QColor(colors().text))
            for place, line in enumerate(self._lines):
                p.drawText(QPointF(0, top + place * metrics.height()), line)
