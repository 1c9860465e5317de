"""A chart: one pyqtgraph plot with axes in words, made once and given other shapes after every run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QGraphicsView, QToolTip, QWidget

from densegui.ui.panels.distributions_shapes import Shape, Shapes
from densegui.ui.panels.plotting import fitting_ticks, small_font, style_axis, ticks
from densegui.ui.theme import colors

_FAR: Final = 8e307  # twice this is still a number
_LABEL_AIR: Final = 8.0  # around the text of a label
Marks = tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis says.

    Attributes:
        label: what is measured along it; empty for none.
        marks: places and their names; None for round numbers.
        short: what stands for the label where that is longer than the axis.
    """

    label: str
    marks: Marks | None = None
    short: str = ""


class Chart(QObject):
    """A plot of shapes; drag and wheel pan and zoom it, double-click or Home shows all.

    Args:
        name: object name of the graphics widget.
        parent: where it is put.
        zooms: which axes pan and zoom, of "xy".

    Attributes:
        widget: the graphics widget to put into a layout.
        box: the view box of the plot.
        tip: what is said of a point of the plot; set by the owner.

    Signals:
        clicked: the point of the plot, a ``QPointF``.
        stepped: −1 or 1, by the arrow keys.
    """

    clicked = Signal(object)
    stepped = Signal(int)

    def __init__(self, name: str, parent: QWidget, zooms: str = "x") -> None:
        super().__init__(parent)
        self.widget = pg.GraphicsLayoutWidget(parent)
        self.widget.setObjectName(name)
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.setMinimumSize(60, 40)
        self.widget.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # its ground is one colour
        self.widget.ci.setContentsMargins(2, 4, 8, 0)
        self._plot = self.widget.addPlot(enableMenu=False)
        self._plot.hideButtons()
        self._plot.disableAutoRange()
        self._plot.setContentsMargins(0, 0, 0, 0)
        self._plot.showAxis("right", False)
        self.box: Any = self._plot.vb
        self.box.setMouseEnabled(x="x" in zooms, y="y" in zooms)
        self._nearer = 0.8 if "x" in zooms else 1.0, 0.8 if "y" in zooms else 1.0
        self.shapes = Shapes()
        self._plot.addItem(self.shapes, ignoreBounds=True)
        self.tip: Callable[[QPointF], str] = _nothing
        self._font = QFont()
        self._home: QRectF | None = None
        self._axes: dict[str, Axis] = {}
        self._labels: dict[str, str] = {}
        self.box.sigRangeChanged.connect(self._on_range_changed)
        self.box.sigResized.connect(self._on_range_changed)
        self.widget.scene().sigMouseClicked.connect(self._on_clicked)
        self.widget.installEventFilter(self)
        self.widget.viewport().installEventFilter(self)
        for side in ("left", "bottom", "right"):
            axis = self._plot.getAxis(side)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, tickTextOffset=3, hideOverlappingLabels=False)

    def show_shapes(self, shapes: Sequence[Shape], home: QRectF, font: QFont, **axes: Axis) -> None:
        """Draws shapes; another ``home`` range is gone to, the same one keeps pan and zoom.

        Args:
            shapes: from back to front.
            home: the range of x and y that shows all.
            font: of the panel.
            axes: ``bottom``, ``left`` and ``right``; one that is not named is not there.
        """
        self.shapes.set_shapes(shapes)
        self._restyle(font, axes)
        if home != self._home:
            self._home = home
            self.fit()
        self._show_marks()

    def fit(self) -> None:
        """Shows the whole home range again."""
        if self._home is not None:
            self.box.setRange(self._home, padding=0, disableAutoRange=False)

    def _restyle(self, font: QFont, axes: dict[str, Axis]) -> None:
        background = QColor(colors().panel)
        if self.widget.backgroundBrush().color() != background or font != self._font:
            self._font = font
            self.widget.setBackground(background)
            for side in ("left", "bottom", "right"):
                style_axis(self._plot.getAxis(side), small_font(font))
            self._axes, self._labels = {}, {}
        for side in ("left", "bottom", "right"):
            if (side in axes) != (side in self._axes) or not self._axes:
                self._plot.showAxis(side, side in axes)
        self._axes = axes

    def _label(self, side: str, said: Axis, length: float, metrics: QFontMetricsF) -> None:
        """Writes the label along an axis of this length."""
        text = said.label if metrics.horizontalAdvance(said.label) + _LABEL_AIR <= length else said.short
        if self._labels.get(side) == text:
            return
        self._labels[side] = text
        axis = self._plot.getAxis(side)
        if text:
            axis.label.setFont(small_font(self._font))
            axis.setLabel(text, color=colors().muted)
        axis.showLabel(bool(text))
        axis.resizeEvent()  # it puts its label in the middle only when it is resized

    def _show_marks(self) -> None:
        """Writes as many marks as fit."""
        metrics = QFontMetricsF(small_font(self._font))
        (low, high), (bottom, top) = self.box.viewRange()
        width, height = self.box.width(), self.box.height()
        for side, said in self._axes.items():
            axis = self._plot.getAxis(side)
            self._label(side, said, width if side == "bottom" else height, metrics)
            if side == "bottom":
                marks = (
                    tuple(fitting_ticks(low, high, width, metrics))
                    if said.marks is None
                    else thinned_along(said.marks, width / ((high - low) or 1), metrics)
                )
                axis.setHeight(metrics.height() * (2.2 if said.label else 1.1) + 4)
            else:
                most = max(2, int(height / (2 * metrics.height())))
                marks = (
                    tuple(ticks(bottom, top, most))
                    if said.marks is None
                    else thinned(said.marks, height / ((top - bottom) or 1), metrics.height())
                )
                wide = max((metrics.horizontalAdvance(text) for _, text in marks), default=0.0)
                axis.setWidth(wide + 8 + (metrics.height() * 1.1 if said.label else 0))
            axis.setTicks([list(marks)])

    def _on_range_changed(self) -> None:
        self._show_marks()

    def _on_clicked(self, event: Any) -> None:
        if event.double():
            self.fit()
        elif self._plot.sceneBoundingRect().contains(event.scenePos()):
            self.clicked.emit(self.box.mapSceneToView(event.scenePos()))

    def _on_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                self.stepped.emit(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Up:
                self.stepped.emit(1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.box.scaleBy(self._nearer)
            case Qt.Key.Key_Minus:
                self.box.scaleBy(tuple(1 / part for part in self._nearer))
            case Qt.Key.Key_Home | Qt.Key.Key_0:
                self.fit()
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QHelpEvent) and watched is not self.widget:
            point = self.widget.mapToScene(event.pos())
            text = self.tip(self.box.mapSceneToView(point))
            QToolTip.showText(event.globalPos(), text, self.widget)
            return True
        return super().eventFilter(watched, event)


def home(x: tuple[float, float], y: tuple[float, float]) -> QRectF:
    """The rectangle of two ranges, neither of them empty nor wider than a plot can be."""
    left, right, bottom, top = (min(max(value, -_FAR), _FAR) for value in (*x, *y))
    return QRectF(left, bottom, (right - left) or 1.0, (top - bottom) or 1.0)


def thinned(marks: Marks, scale: float, least: float) -> Marks:
    """Every mark, or every second, fifth, tenth …, so that neighbours are ``least`` pixels apart."""
    if len(marks) < 2:
        return marks
    gap = abs(marks[1][0] - marks[0][0]) * scale
    decade = 1
    while gap * 10 * decade < least and decade < len(marks):
        decade *= 10
    step = next((s * decade for s in (1, 2, 5) if gap * s * decade >= least), 10 * decade)
    return marks[::step]


def thinned_along(marks: Marks, scale: float, metrics: QFontMetricsF) -> Marks:
    """The same for texts side by side."""
    widest = max((metrics.horizontalAdvance(text) for _, text in marks), default=0.0)
    return thinned(marks, scale, widest + 8)


def _nothing(_point: QPointF) -> str:
    return ""
