"""A legend in one line: swatches with words; of many entries as many as fit, evenly chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

_SWATCH, _GAP = 14.0, 12.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line or a dot of a plot, and what it is.

    Attributes:
        text: what it is; words without a swatch if there is no pen.
        pen: as it is drawn.
        dot: whether the swatch is a square instead of a line.
    """

    text: str
    pen: QPen | None = None
    dot: bool = False


class Legend(QWidget):
    """Entries of which some may be left out, then entries that always stay."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._several: tuple[Entry, ...] = ()
        self._always: tuple[Entry, ...] = ()

    def show_entries(self, several: Sequence[Entry], always: Sequence[Entry] = ()) -> None:
        """Shows entries; those of ``several`` that do not fit are left out."""
        self._several, self._always = tuple(several), tuple(always)
        self.setToolTip("\n".join(entry.text for entry in self._always))
        self.setVisible(bool(self._several or self._always))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, round(QFontMetricsF(small_font(self.font())).height()) + 4)

    def _width(self, entry: Entry, metrics: QFontMetricsF) -> float:
        return metrics.horizontalAdvance(entry.text) + _GAP + (_SWATCH + 4 if entry.pen else 0)

    def _fitting(self, metrics: QFontMetricsF) -> list[Entry]:
        free = self.width() - 8 - sum(self._width(entry, metrics) for entry in self._always)
        widest = max((self._width(entry, metrics) for entry in self._several), default=1.0)
        total = sum(self._width(entry, metrics) for entry in self._several)
        last = len(self._several) - 1
        most = last + 1 if total <= free else max(0, int(free / widest))
        if most == 0:
            return []
        chosen = {round(k * last / max(most - 1, 1)) for k in range(most)}
        return [self._several[k] for k in sorted(chosen)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        font = small_font(self.font())
        metrics = QFontMetricsF(font)
        left, middle = 8.0, self.height() / 2
        with QPainter(self) as p:
            p.setFont(font)
            for entry in (*self._fitting(metrics), *self._always):
                if entry.pen is not None:
                    if entry.dot:
                        p.fillRect(QRectF(left + 2, middle - 5, 10, 10), entry.pen.color())
                    else:
                        p.setPen(entry.pen)
                        p.drawLine(QPointF(left, middle), QPointF(left + _SWATCH, middle))
                    left += _SWATCH + 4
                p.setPen(QColor(colors().text if entry.pen else colors().muted))
                room = QRectF(left, 0, max(0.0, self.width() - left - 2), self.height())
                text = metrics.elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width() + 1)
                p.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
                left += metrics.horizontalAdvance(entry.text) + _GAP
