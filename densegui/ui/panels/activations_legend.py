"""The legend of the activation panel: outside the plot, with room for what is read under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.theme import colors

_LINE = 20.0
_GAP = 8.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is drawn.

    Attributes:
        text: its name; empty for a reading without a name.
        pen: its line, or None.
        brush: its area, or None.
        room: the widest reading, so that nothing moves when there is one.
    """

    text: str
    pen: QPen | None = None
    brush: QBrush | None = None
    room: str = ""


class Legend(QWidget):
    """Entries side by side, in as many rows as the width takes.

    Attributes:
        entries: what is drawn.
        readings: one text for each entry; empty where nothing is read.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("activationsLegend")
        self.entries: tuple[Entry, ...] = ()
        self.readings: tuple[str, ...] = ()
        self.most_rows = 3
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_entries(self, entries: tuple[Entry, ...], readings: tuple[str, ...]) -> None:
        """Shows names, and beside them what is read."""
        if [(e.text, e.room) for e in entries] != [(e.text, e.room) for e in self.entries]:
            self.entries = entries
            self.updateGeometry()
        self.entries, self.readings = entries, readings
        self.update()

    def _places(self, width: float) -> list[QPointF]:
        """The left upper corner of each entry; those past the last row have none."""
        metrics = QFontMetricsF(self.font())
        x, y, places = 0.0, 0.0, []
        for entry in self.entries:
            wide = self._indent(entry) + metrics.horizontalAdvance(f"{entry.text} {entry.room}")
            if x > 0 and x + wide > width:
                x, y = 0.0, y + self._row_height()
            if y >= self.most_rows * self._row_height():
                break
            places.append(QPointF(x, y))
            x += wide + _GAP
        return places

    def _indent(self, entry: Entry) -> float:
        return _LINE + 5 if entry.pen or entry.brush else 0.0

    def _row_height(self) -> float:
        return QFontMetricsF(self.font()).height() + 1

    def sizeHint(self) -> QSize:
        return QSize(60, round(self._row_height()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """All rows for this width, at least one."""
        places = self._places(width)
        return round((places[-1].y() if places else 0.0) + self._row_height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics, height = QFontMetricsF(self.font()), self._row_height()
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            places = self._places(self.width())
            hidden = len(self.entries) - len(places)
            if hidden and len(places) > 1:
                last = places.pop()
                p.setPen(QColor(colors().muted))
                more = QRectF(last.x(), last.y(), self.width(), height)
                p.drawText(more, middle, f"… +{hidden + 1}")
            for place, entry, reading in zip(places, self.entries, self.readings, strict=False):
                line = QRectF(place.x(), place.y(), _LINE, height)
                if entry.brush:
                    p.fillRect(line.adjusted(2, 4, -2, -3), entry.brush)
                if entry.pen:
                    p.setPen(entry.pen)
                    p.drawLine(
                        QPointF(line.left(), line.center().y()), QPointF(line.right(), line.center().y())
                    )
                x = place.x() + self._indent(entry)
                for text, color in ((entry.text, colors().muted), (reading, colors().text)):
                    p.setPen(QColor(color))
                    p.drawText(QRectF(x, place.y(), self.width(), height), middle, text)
                    x += metrics.horizontalAdvance(f"{text} ") if text else 0.0
