"""A card: paragraphs and small plots one beneath the other, painted; scrolls where it is too small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from densegui.ui.panels.inspector_plots import Bars, Scores, paint_bars, paint_scores
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

_PAD: Final = 8.0
_GAP: Final = 5.0
_LEAST_PLOT: Final = 62.0
_MOST_PLOT: Final = 150.0
_WRAP: Final = (
    Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value | Qt.TextFlag.TextWordWrap.value
)


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph.

    Attributes:
        text: what it says; lines may be broken.
        role: its colour in the scheme.
        look: ``"plain"``, ``"bold"``, ``"small"`` or ``"code"``.
        tip: every digit, on hover.
    """

    text: str
    role: str = "text"
    look: str = "plain"
    tip: str = ""


Item = Words | Bars | Scores
_Paragraph = tuple[str, str, float]  # text, look, width


def said(items: tuple[Item, ...], *, full: bool = False) -> list[str]:
    """What items say in words; full, with every digit."""
    return [((full and item.tip) or item.text) if isinstance(item, Words) else item.title for item in items]


class Card(QAbstractScrollArea):
    """Shows paragraphs and plots; plots share the height that is left."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._items: tuple[Item, ...] = ()
        self._areas: list[QRectF] = []
        self._heights: dict[_Paragraph, float] = {}
        self._fonts: dict[str, QFont] = {}
        self._make_fonts()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is shown, from top to bottom."""
        return self._items

    def show_items(self, items: tuple[Item, ...]) -> None:
        """Shows other paragraphs and plots."""
        self._items = items
        self.setAccessibleDescription("\n".join(said(items)))
        self._arrange()

    def tip_at(self, y: float) -> str:
        """Every digit of what stands at this height of the viewport."""
        y += self.verticalScrollBar().value()
        pairs = zip(self._items, self._areas, strict=True)
        return "".join(item.tip for item, area in pairs if area.top() <= y <= area.bottom())

    def _make_fonts(self) -> None:
        base = self.font()
        bold = QFont(base)
        bold.setWeight(QFont.Weight.DemiBold)
        code = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        code.setPointSizeF(small_font(base).pointSizeF())
        self._heights = {}
        self._fonts = {"plain": base, "bold": bold, "small": small_font(base), "code": code}

    def _arrange(self) -> None:
        """Gives each item its place; plots stretch."""
        width = max(self.viewport().width() - 2 * _PAD, 20.0)
        known, self._heights = self._heights, {}
        heights = [self._height(item, width, known) for item in self._items]
        plots = [k for k, item in enumerate(self._items) if not isinstance(item, Words)]
        total = sum(heights) + _GAP * max(len(heights) - 1, 0) + 8
        spare = max(self.viewport().height() - total, 0.0)
        for k in plots:
            heights[k] = min(heights[k] + spare / len(plots), _MOST_PLOT)
        y = 4.0
        self._areas = []
        for height in heights:
            self._areas.append(QRectF(_PAD, y, width, height))
            y += height + _GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(total) - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(16)
        self.viewport().update()

    def _height(self, item: Item, width: float, known: dict[_Paragraph, float]) -> float:
        """The least height of an item; a paragraph that stays as it is is not measured again."""
        if not isinstance(item, Words):
            return _LEAST_PLOT + QFontMetricsF(self._fonts["small"]).height()
        paragraph = item.text, item.look, width
        height = known.get(paragraph)
        if height is None:
            metrics = QFontMetricsF(self._fonts[item.look])
            height = metrics.boundingRect(QRectF(0, 0, width, 1e5), _WRAP, item.text).height()
        self._heights[paragraph] = height
        return height

    def sizeHint(self) -> QSize:
        return QSize(260, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 48)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._make_fonts()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos().y()), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.fillRect(self.viewport().rect(), QColor(colors().panel))
            p.translate(0, -self.verticalScrollBar().value())
            small = QFontMetricsF(self._fonts["small"])
            if self.hasFocus():
                p.fillRect(
                    QRectF(0, self.verticalScrollBar().value(), 2, self.height()), QColor(colors().accent)
                )
            for item, area in zip(self._items, self._areas, strict=True):
                if isinstance(item, Words):
                    p.setFont(self._fonts[item.look])
                    p.setPen(QColor(getattr(colors(), item.role)))
                    p.drawText(area.adjusted(0, 0, 0, 2), _WRAP, item.text)
                    continue
                p.setFont(self._fonts["small"])
                if isinstance(item, Bars):
                    paint_bars(p, area, item, small)
                else:
                    paint_scores(p, area, item, small)
