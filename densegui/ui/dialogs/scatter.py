"""Points of a dataset as a picture: small ones to choose from, a large one that follows every change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.numbers import short
from densegui.ui.panels.plane_colors import class_color
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data import Dataset

_BINS: Final = 24
_FEW: Final = 16
_MARGIN: Final = 0.06
_ALIKE: Final = 2.0  # features whose ranges differ more than that have scales of their own


@dataclass(frozen=True, slots=True, eq=False)
class Scatter:
    """Some rows of a dataset as points.

    Attributes:
        places: (n, 2), or (n, 1) where there is one feature only.
        labels: (n,), or None.
        classes: what the labels stand for.
        names: of the features that are shown.
    """

    places: NDArray[np.float64]
    labels: NDArray[np.int64] | None
    classes: tuple[str, ...]
    names: tuple[str, ...]

    @staticmethod
    def of(dataset: Dataset, features: tuple[int, ...] = (0, 1)) -> Scatter:
        """The rows of a small dataset, as points of two of its features."""
        shown = [feature for feature in features if feature < dataset.features]
        places = np.asarray(dataset.x[:, shown], np.float64)
        names = tuple(dataset.feature_names[k] if dataset.feature_names else f"x[{k}]" for k in shown)
        return Scatter(places, dataset.labels, dataset.class_names, names)

    def fills(self) -> list[QColor]:
        """The colour of each point."""
        if self.labels is None:
            return [QColor(colors().accent)] * len(self.places)
        palette = [class_color(k, len(self.classes)) for k in range(len(self.classes))]
        return [palette[label] for label in self.labels.tolist()]

    def range(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The corners of the area that is shown; no side is of length 0, and rings are round."""
        low, high = self.places.min(axis=0), self.places.max(axis=0)
        span = np.where(high > low, high - low, 2.0)
        if span.max() <= _ALIKE * span.min():
            span[:] = span.max()
        middle = low + (high - low) / 2
        return middle - span / 2, middle + span / 2

    def paint(self, painter: QPainter, area: QRectF, radius: float) -> None:
        """Paints the points, or of one feature its histogram, so that the range fills the area."""
        painter.setPen(Qt.PenStyle.NoPen)
        if self.places.shape[1] == 1:
            self._paint_bars(painter, area)
            return
        for (x, y), fill in zip(self.on(area).tolist(), self.fills(), strict=True):
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def on(self, area: QRectF) -> NDArray[np.float64]:
        """Where the points of two features lie in an area, (n, 2)."""
        low, high = self.range()
        inset = area.adjusted(*(np.array([1, 1, -1, -1]) * _MARGIN * area.width()).tolist())
        shares = (self.places - low) / (high - low)
        return np.column_stack(
            [inset.left() + shares[:, 0] * inset.width(), inset.bottom() - shares[:, 1] * inset.height()]
        )

    def _paint_bars(self, painter: QPainter, area: QRectF) -> None:
        low, high = self.range()
        counts, _ = np.histogram(self.places[:, 0], _BINS, (low[0], high[0]))
        painter.setBrush(QColor(colors().histogram))
        width = area.width() / _BINS
        for place, share in enumerate((counts / counts.max()).tolist()):
            tall = share * area.height() * 0.9
            painter.drawRect(QRectF(area.left() + place * width, area.bottom() - tall, width * 0.88, tall))


class ScatterPicture(QWidget):
    """The points in a frame, with the range of both features and what each colour means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scatter: Scatter | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_scatter(self, scatter: Scatter | None) -> None:
        """Shows other points, or none."""
        self._scatter = scatter
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def paintEvent(self, _event: QPaintEvent) -> None:
        scheme = colors()
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setFont(small_font(self.font()))
            metrics = QFontMetricsF(p.font())
            p.setPen(QColor(scheme.border))
            p.setBrush(QColor(scheme.panel))
            area = self._frame(metrics)
            p.drawRoundedRect(area, 4, 4)
            if self._scatter is None:
                return
            self._paint_words(p, area, metrics)
            p.setClipRect(area)
            few = len(self._scatter.places) <= _FEW
            self._scatter.paint(p, area, 8.0 if few else 2.6)
            if few:
                self._paint_classes(p, area)

    def _frame(self, metrics: QFontMetricsF) -> QRectF:
        """The square in the middle; numbers and names stand below and to its left."""
        line = metrics.height()
        room = QRectF(self.rect()).adjusted(line * 2.6, line * 1.4, -line * 0.6, -line * 1.4)
        side = min(room.width(), room.height())
        area = QRectF(0, 0, side, side)
        area.moveCenter(room.center())
        return area

    def _paint_words(self, p: QPainter, area: QRectF, metrics: QFontMetricsF) -> None:
        scatter = self._scatter
        assert scatter is not None  # only called with points
        low, high = scatter.range()
        line = metrics.height()
        below = QRectF(area.left(), area.bottom() + 2, area.width(), line)
        flag = Qt.AlignmentFlag
        p.setPen(QColor(colors().muted))
        p.drawText(below, int(flag.AlignLeft), short(low[0]))
        p.drawText(below, int(flag.AlignRight), short(high[0]))
        p.drawText(below, int(flag.AlignHCenter), scatter.names[0])
        if len(scatter.names) > 1:
            beside = QRectF(0, area.top(), area.left() - 4, area.height())
            p.drawText(beside, int(flag.AlignRight | flag.AlignTop), short(high[1]))
            p.drawText(beside, int(flag.AlignRight | flag.AlignBottom), short(low[1]))
            p.drawText(beside, int(flag.AlignRight | flag.AlignVCenter), scatter.names[1])
        if scatter.labels is not None:
            left = area.left()
            for number, text in enumerate(scatter.classes):
                p.setBrush(class_color(number, len(scatter.classes)))
                p.setPen(Qt.PenStyle.NoPen)
                p.drawEllipse(QPointF(left + 5, area.top() - line * 0.7), 4, 4)
                p.setPen(QColor(colors().muted))
                p.drawText(QPointF(left + 14, area.top() - line * 0.35), text)
                left += 26 + metrics.horizontalAdvance(text)

    def _paint_classes(self, p: QPainter, area: QRectF) -> None:
        """Writes into few points what their label is."""
        scatter = self._scatter
        if scatter is None or scatter.labels is None or scatter.places.shape[1] == 1:
            return
        p.setFont(small_font(self.font(), bold=True))
        p.setPen(QColor("#FFFFFF"))
        for (x, y), label in zip(scatter.on(area).tolist(), scatter.labels.tolist(), strict=True):
            p.drawText(
                QRectF(x - 10, y - 10, 20, 20), int(Qt.AlignmentFlag.AlignCenter), scatter.classes[label]
            )
