"""The gutter left of the histograms: in words, what stands in each row of plots."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors


class Gutter(QWidget):
    """Turned words beside each row of plots."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._bands: tuple[tuple[float, float], ...] = ()

    def show_bands(self, bands: tuple[tuple[float, float], ...]) -> None:
        """Names the rows of z and of a, given the top and the height of each; none without layers."""
        self._bands = bands
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(QFontMetricsF(small_font(self.font())).height()) + 2, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        font = small_font(self.font())
        metrics = QFontMetricsF(font)
        names = self.tr("z, before"), self.tr("a, after")
        with QPainter(self) as p:
            p.setFont(font)
            p.setPen(QColor(colors().muted))
            for (top, height), name in zip(self._bands, names, strict=False):
                p.save()
                p.translate(QPointF(2, top + height / 2))
                p.rotate(-90)
                text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, height)
                area = QRectF(-height / 2, 0, height, metrics.height())
                p.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
                p.restore()
