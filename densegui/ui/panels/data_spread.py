"""How the values of one feature are spread: a name, range and mean, and a histogram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels import data_column_words as column_words
from densegui.ui.panels.data_bars import paint_bars
from densegui.ui.panels.plotting import percent
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data.summary import ColumnSummary

_BARS = 26


class Spread(QWidget):
    """Bars, and beneath them range and mean in words."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._title = ""
        self._said: tuple[str, ...] = ()
        self._summary: ColumnSummary | None = None
        self._is_category = False

    def show_column(
        self, title: str, summary: ColumnSummary | None, categories: tuple[str, ...], share: float
    ) -> None:
        """Shows a column; while it is being looked at, how far that is."""
        self._title, self._summary = title, summary
        self._is_category = bool(categories)
        if summary is None:
            self._said = (percent(share),)
        elif categories:
            self._said = (column_words.range_text(summary, categories, False),)
        else:
            self._said = (
                column_words.range_text(summary, (), False),
                column_words.mean_text(summary, (), False),
            )
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(self._said))
        self.setToolTip("\n".join((title, *self._said)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 3 * QFontMetrics(self.font()).height() + _BARS + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics, scheme = QFontMetrics(self.font()), colors()
        high, wide = metrics.height(), self.width() - 4
        with QPainter(self) as p:
            p.setFont(self.font())
            p.setPen(QColor(scheme.muted))
            p.drawText(QRectF(2, 0, wide, high), Qt.AlignmentFlag.AlignLeft, self._title)
            p.setPen(QColor(scheme.text))
            for line, text in enumerate(self._said):
                said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide)
                area = QRectF(2, high * (1 + line) + _BARS + 3, wide, high)
                p.drawText(area, Qt.AlignmentFlag.AlignLeft, said)
            if self._summary is not None:
                area = QRectF(2, high + 1, wide, _BARS)
                paint_bars(p, area, self._summary.counts, apart=self._is_category)
