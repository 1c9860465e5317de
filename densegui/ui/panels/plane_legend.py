"""The legend of the input plane: what colours, line, points and ring mean."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.plane_colors import SOFT
from densegui.ui.panels.plotting import blend
from densegui.ui.theme import colors

_SPACE: Final = 14.0
_GAP: Final = 5.0
_BAR: Final = 110.0
_NO_LIMIT: Final = 16777215
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(
    Qt.TextFlag.TextWordWrap
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        sign: what stands before the text; "both" is a point on a field.
        text: what it means.
        color: of a point or a field.
        marks: the numbers at a bar of colours: lowest, middle and highest, or 0 and highest.
    """

    sign: Literal["bar", "line", "point", "field", "both", "ring", "none"]
    text: str
    color: QColor = field(default_factory=QColor)
    marks: tuple[str, ...] = ()


class PlaneLegend(QWidget):
    """Entries side by side, wrapping where it is narrow; the tooltip has those for which there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("planeLegend")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._entries: tuple[Entry, ...] = ()
        self._is_column = False

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these entries."""
        if tuple(entries) != self._entries:
            self._entries = tuple(entries)
            words = ["\u2003".join(part for part in (e.text, *e.marks) if part) for e in entries]
            self.setAccessibleDescription("; ".join(words))
            self.setToolTip("\n".join(words))
            self.updateGeometry()
        self.update()

    def set_column(self, column: bool, most: int) -> None:
        """Stands beside the plot, one entry beneath the other; or lies beneath it.

        Args:
            column: whether it stands beside it.
            most: pixels that it takes at most: of the width beside the plot, of the height beneath it.
        """
        self._is_column = column
        widest = max((place.width() for place in self.places(1e9)), default=0.0)
        width = min(math.ceil(widest), most) if column else 0
        self.setMaximumHeight(_NO_LIMIT if column else most)
        self.setMinimumWidth(width)
        self.setMaximumWidth(width if column else _NO_LIMIT)

    def places(self, width: float) -> list[QRectF]:
        """Where each entry stands, line by line."""
        metrics = QFontMetricsF(self.font())
        x = y = bottom = 0.0
        found = []
        for entry in self._entries:
            before = self._sign_width(entry) + _GAP
            wide, high = before + metrics.horizontalAdvance(entry.text), metrics.height()
            if wide > width:
                room = QRectF(0, 0, width - before, 1e6)
                high, wide = metrics.boundingRect(room, _WRAPPED, entry.text).height(), width
            if x and (self._is_column or x + wide > width):
                x, y = 0.0, bottom
            found.append(QRectF(x, y, wide, high + 4.0))
            x, bottom = x + wide + _SPACE, max(bottom, y + high + 4.0)
        return found

    def _sign_width(self, entry: Entry) -> float:
        metrics = QFontMetricsF(self.font())
        if entry.sign == "bar":
            return _BAR + sum(
                metrics.horizontalAdvance(text) + 4 for text in (entry.marks[0], entry.marks[-1])
            )
        return {"line": 20.0, "ring": 15.0, "none": -_GAP}.get(entry.sign, 12.0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        places = self.places(width)
        return math.ceil(max((place.bottom() for place in places), default=0.0))

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, round(QFontMetricsF(self.font()).height() + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setFont(self.font())
            for place, entry in zip(self.places(self.width()), self._entries, strict=True):
                if place.bottom() > self.height():
                    break
                wide = self._sign_width(entry)
                self._paint_sign(p, entry, QRectF(place.left(), place.top(), wide, place.height()))
                p.setPen(QColor(colors().muted))
                p.drawText(place.adjusted(wide + _GAP, 0, 1, 0), _WRAPPED, entry.text)

    def _paint_sign(self, p: QPainter, entry: Entry, box: QRectF) -> None:
        scheme, middle = colors(), box.center()
        if entry.sign == "bar":
            self._paint_bar(p, entry, box)
            return
        p.setBrush(Qt.BrushStyle.NoBrush)
        if entry.sign == "none":
            return
        if entry.sign == "line":
            p.setPen(QPen(QColor(scheme.text), 1.6))
            p.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()))
        elif entry.sign == "ring":
            p.setPen(QPen(QColor(scheme.text), 2.2))
            p.drawEllipse(middle, 6.0, 6.0)
        else:
            p.setPen(QPen(QColor(scheme.border), 1.0))
            p.setBrush(entry.color)
            if entry.sign in {"field", "both"}:
                p.setBrush(blend(entry.color, SOFT))
                p.drawRect(QRectF(middle.x() - 6, middle.y() - 6, 12, 12))
            if entry.sign in {"point", "both"}:
                p.setPen(QPen(QColor(scheme.panel), 1.0))
                p.setBrush(entry.color)
                p.drawEllipse(middle, 4.2, 4.2)

    def _paint_bar(self, p: QPainter, entry: Entry, box: QRectF) -> None:
        """The colours from lowest to highest between their numbers, a stroke at the middle one."""
        scheme, metrics = colors(), QFontMetricsF(self.font())
        p.setPen(QColor(scheme.text))
        p.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, entry.marks[0])
        p.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.marks[-1])
        bar = QRectF(
            box.left() + metrics.horizontalAdvance(entry.marks[0]) + 4, box.center().y() - 6, _BAR, 12
        )
        shades = QLinearGradient(bar.topLeft(), bar.topRight())
        stops = (scheme.negative, scheme.panel, scheme.positive)[-len(entry.marks) :]
        for share, color in zip((0.0, 1.0) if len(stops) == 2 else (0.0, 0.5, 1.0), stops, strict=True):
            shades.setColorAt(share, blend(QColor(color), SOFT))
        p.setPen(QPen(QColor(scheme.border), 1.0))
        p.setBrush(shades)
        p.drawRect(bar)
        if len(entry.marks) > 2:
            p.setPen(QColor(scheme.text))
            p.drawText(bar, Qt.AlignmentFlag.AlignCenter, entry.marks[1])
