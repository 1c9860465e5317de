"""MatricesSum: the sum of one cell in words and numbers, beneath the matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.matrices_sum import a_chunks, exact_terms, plain, z_chunks
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_product import Product
    from densegui.ui.panels.matrices_sum import Chunk, Piece

LINES: Final = 3
_TRIES: Final = (24, 16, 12, 10, 8, 7, 6, 5, 4, 3, 2)
_MARGIN: Final = 2


class MatricesSum(QWidget):
    """Writes z = x·W + b and a = g(z) with the numbers of one cell; two lines for z, one for a.

    A sum that is too long for its two lines shows fewer of its terms.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matricesSum")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._product: Product | None = None
        self._sample = self._unit = 0
        self._faded = False
        self._lines: list[tuple[Chunk, ...]] = []

    @property
    def text(self) -> str:
        """What is written, without its colours."""
        return "\n".join(plain(list(line)) for line in self._lines)

    def show_cell(self, product: Product | None, sample: int, unit: int, faded: bool) -> None:
        """Writes out the cell of this sample and unit; ``faded`` where the numbers are out of date."""
        self._product, self._sample, self._unit, self._faded = product, sample, unit, faded
        self._break_lines()

    def tip(self) -> str:
        """The same with every digit."""
        return "" if self._product is None else exact_terms(self._product, self._sample, self._unit)

    def _break_lines(self) -> None:
        product = self._product
        self._lines = []
        if product is not None:
            for most in _TRIES:
                lines = self._broken(z_chunks(product, self._sample, self._unit, most))
                if len(lines) < LINES:
                    break
            last = a_chunks(product, self._sample, self._unit)
            self._lines = [*lines[: LINES - 1], tuple(last)]
        self.setAccessibleDescription(self.text)
        self.update()

    def _broken(self, chunks: list[Chunk]) -> list[tuple[Chunk, ...]]:
        """The chunks in lines of the widget's width."""
        usual, strong = self._metrics()
        space, room = usual.horizontalAdvance(" "), self.width() - 2 * _MARGIN
        lines: list[list[Chunk]] = [[]]
        used = 0.0
        for chunk in chunks:
            wide = sum((strong if p.strong else usual).horizontalAdvance(p.text) for p in chunk)
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
        return QSize(200, round(LINES * self._metrics()[0].height() + 4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, _event: QResizeEvent) -> None:
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
