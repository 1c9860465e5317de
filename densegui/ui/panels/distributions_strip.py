"""The strip of all layers: a row of cells for each, one for each neuron, dead neurons marked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.distributions_heat import shades
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST = 4.0  # height of a row


@dataclass(frozen=True, slots=True)
class Band:
    """The row of one place: where it is, and where its cells are."""

    place: int
    row: QRectF
    cells: QRectF


class Strip(QWidget):
    """Means of all neurons at a glance; the colours of a layer reach to its own largest mean.

    Signals:
        chosen: place and neuron that were clicked.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("distributionsStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._shown: Shown | None = None

    def show_run(self, shown: Shown) -> None:
        """Shows all places of a run."""
        before, self._shown = self._shown, shown
        if before is None or before.count != shown.count:
            self.updateGeometry()
        self.update()

    def bands(self) -> list[Band]:
        """From the input at the foot upward; where there are too many, not all of them."""
        if self._shown is None:
            return []
        metrics = QFontMetricsF(small_font(self.font()))
        count, height = self._shown.count, self.height() - 4.0
        every = max(1, math.ceil(count * _LEAST / max(height, 1.0)))
        places = range(self._shown.detail % every, count, every)
        tall = height / len(places)
        names = max(metrics.horizontalAdvance(self._shown.name(p)) for p in places) + 12
        notes = metrics.horizontalAdvance(self._note(9999)) + 6
        bands = []
        for index, place in enumerate(places):
            row = QRectF(0, 2 + height - (index + 1) * tall, self.width(), tall)
            gap = 1.0 if tall > 6 else 0.0
            cells = QRectF(names, row.top(), max(1.0, row.width() - names - notes), tall - gap)
            bands.append(Band(place, row, cells))
        return bands

    def sizeHint(self) -> QSize:
        line = QFontMetricsF(small_font(self.font())).height() + 2
        count = 1 if self._shown is None else self._shown.count
        return QSize(60, round(min(count, 5) * line) + 4)

    def _note(self, dead: int) -> str:
        return self.tr("{count} dead").format(count=f"{dead:,}")

    def _paint_band(self, p: QPainter, shown: Shown, band: Band) -> None:
        s = shown.statistics(band.place)
        means, dead = s.unit_mean, shown.dead(band.place)
        if not len(means):
            return
        ratio = self.devicePixelRatioF()
        fills = cells(means, dead, round(band.cells.width() * ratio))
        if len(fills) == len(means) and band.cells.width() / len(means) > 6:
            wide = band.cells.width() / len(means)
            for unit, fill in enumerate(fills.tolist()):
                cell = QRectF(
                    band.cells.left() + unit * wide, band.cells.top(), wide - 1, band.cells.height()
                )
                p.fillRect(cell, QColor(*fill))
        else:
            image = QImage(fills.data, len(fills), 1, 3 * len(fills), QImage.Format.Format_RGB888)
            p.drawImage(band.cells, image)
        count = int(np.count_nonzero(dead))
        if count and band.row.height() >= QFontMetricsF(p.font()).height() - 3:
            p.setPen(QColor(colors().warning))
            room = QRectF(band.cells.right() + 4, band.row.top(), 100, band.row.height())
            p.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._note(count))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = QPointF(event.position())
        for band in self.bands():
            if self._shown is not None and band.row.contains(point):
                units = self._shown.units(band.place)
                share = (point.x() - band.cells.left()) / band.cells.width()
                if units and 0 <= share < 1:
                    self.chosen.emit(band.place, int(share * units))

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = self._shown
        if shown is None:
            return
        with QPainter(self) as p:
            p.setFont(small_font(self.font()))
            metrics = QFontMetricsF(p.font())
            bands = self.bands()
            for band in bands:
                if band.place == shown.detail:
                    p.fillRect(band.row, blend(QColor(colors().accent), 0.16))
                self._paint_band(p, shown, band)
            taken: list[float] = []
            for band in sorted(bands, key=lambda band: band.place != shown.detail):
                half = metrics.height() / 2
                middle = min(max(band.row.center().y(), half), self.height() - half)
                if all(abs(middle - other) >= metrics.height() - 1 for other in taken):
                    taken.append(middle)
                    p.setPen(QColor(colors().text if band.place == shown.detail else colors().muted))
                    room = QRectF(6, middle - metrics.height() / 2, band.cells.left() - 8, metrics.height())
                    p.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown.name(band.place))


def cells(means: NDArray[np.float64], dead: NDArray[np.bool_], most: int) -> NDArray[np.uint8]:
    """Colours (cells, 3) of a row: one for each neuron, or of a mean over neighbours where they are too many.

    A cell is marked as dead where at least half of its neurons are.
    """
    if len(means) > max(most, 1):
        starts = np.arange(most) * len(means) // most
        sizes = np.diff(np.append(starts, len(means)))
        means = np.add.reduceat(means, starts) / sizes
        dead = np.add.reduceat(dead.astype(np.float64), starts) / sizes >= 0.5
    largest = float(np.nanmax(np.abs(means), initial=0.0)) or 1.0
    fills = shades(means / largest)
    fills[dead] = QColor(colors().warning).getRgb()[:3]  # type: ignore[index] # a tuple, not object
    return np.ascontiguousarray(fills)
