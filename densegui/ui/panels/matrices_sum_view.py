"""MatricesSum: the sum of one cell in words and numbers, beneath the matrices."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from densegui.ui.panels.matrices_sum import CellSum, plain
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_sum import Chunk, Piece

_TRIES: Final = (24, 16, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1, 0)
_MARGIN: Final = 2


class MatricesSum(QWidget):
    """Writes z = x·W + b and a = g(z) with the numbers of one cell; two lines for z, one for a.

    A sum that is too long for its two lines shows fewer of its terms.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matricesSum")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sum: CellSum | None = None
        self._faded = False
        self._most_lines = 3
        self._lines: list[tuple[Chunk, ...]] = []

    @property
    def text(self) -> str:
        """What is written, without its colours."""
        return "\n".join(plain(list(line)) for line in self._lines)

    def show_sum(self, cell_sum: CellSum | None, faded: bool) -> None:
        """Writes out a sum; ``faded`` where its numbers are out of date."""
        self._sum, self._faded = cell_sum, faded
        self._break_lines()

    def limit_lines(self, most: int) -> None:
        """Takes two lines or three."""
        if most != self._most_lines:
            self._most_lines = most
            self.updateGeometry()
            self._break_lines()

    def _break_lines(self) -> None:
        self._lines = []
        if self._sum is not None:
            most = bisect_left(_TRIES, True, hi=len(_TRIES) - 1, key=self._fits)
            lines = self._broken(self._sum.z(_TRIES[most]))
            # Where there is little room, a is left out: it stands in its cell.
            self._lines = [*lines, tuple(self._sum.a())][: self._most_lines]
        self.setAccessibleDescription(self.text)
        self.update()

    def _fits(self, most: int) -> bool:
        """Whether so many terms of z take two lines, or one."""
        return self._sum is None or len(self._broken(self._sum.z(most))) <= 2

    def _broken(self, chunks: list[Chunk]) -> list[tuple[Chunk, ...]]:
        """The chunks in lines of the widget's width."""
        usual, strong = self._metrics()
        space, room = usual.horizontalAdvance(" "), self.width() - 2 * _MARGIN
        lines: list[list[Chunk]] = [[]]
        used = 0.0
        for chunk in chunks:
            wide = sum(
                metrics.horizontalAdvance(text)
                for metrics, bold in ((usual, False), (strong, True))
                if (text := "".join(piece.text for piece in chunk if piece.strong is bold))
            )
            if lines[-1] and used + wide > room:
                lines.append([])
                used = 0.0
            lines[-1].append(chunk)
            used += wide + space
        return [tuple(line) for line in lines]

    def _metrics(self) -> tuple[QFontMetricsF, QFontMetricsF]:
        return QFontMetricsF(self._font(False)), QFontMetricsF(self._font(True))

    def _font(self, strong: bool) -> QFont:
        return small_font(self.font(), bold=strong)

    def _color(self, piece: Piece) -> QColor:
        return QColor(getattr(colors(), "muted" if self._faded else piece.role))

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._most_lines * self._metrics()[0].height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._break_lines()

    def event(self, event: QEvent) -> bool:
        """Shows every digit under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._sum is not None:
            QToolTip.showText(event.globalPos(), self._sum.exact(), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._break_lines()

    def paintEvent(self, _event: QPaintEvent) -> None:
        fonts = self._font(False), self._font(True)
        metrics = [QFontMetricsF(font) for font in fonts]
        space = metrics[0].horizontalAdvance(" ")
        with QPainter(self) as p:
            p.fillRect(self.rect(), QColor(colors().panel))
            y = 2 + metrics[0].ascent()
            for line in self._lines:
                x = float(_MARGIN)
                for chunk in line:
                    for piece in chunk:
                        p.setFont(fonts[piece.strong])
                        p.setPen(self._color(piece))
                        p.drawText(QPointF(x, y), piece.text)
                        x += metrics[piece.strong].horizontalAdvance(piece.text)
                    x += space
                y += metrics[0].height()
