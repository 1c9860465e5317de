"""The plot of the activation panel: curves above, this run's z beneath, on one x axis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QKeyEvent
from PySide6.QtWidgets import QWidget

from densegui.ui.numbers import exact, short
from densegui.ui.panels.activations_curves import Curve, sample, y_range
from densegui.ui.panels.activations_lines import Histogram, Lines
from densegui.ui.panels.activations_marks import Marks, MarksItem
from densegui.ui.panels.activations_overlay import CrossHair, Shades, Span
from densegui.ui.panels.activations_pane import Pane
from densegui.ui.panels.plotting import fitting_ticks, percent, small_font, style_axis, ticks
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NO_LIMIT = 16777215


class ActivationPlot(QObject):
    """Curves over a histogram in one graphics widget; created once, its items are updated.

    Attributes:
        widget: the graphics widget to put into a layout.
        curves: what is drawn, the block's own function first.
        histogram: the item of this run's z.
        lines: the item of the curves.
        marks: the item of single neurons.

    Signals:
        reading_changed: another x is read, or the curves have other values there.
        unit_clicked: the neuron whose dot was clicked.
        unit_stepped: 1 or −1, for the next or the previous neuron.
    """

    reading_changed = Signal()
    unit_clicked = Signal(int)
    unit_stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widget = pg.GraphicsLayoutWidget(parent)
        self.widget.setObjectName("activationsPlot")
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.ci.setContentsMargins(0, 0, 10, 0)
        self.widget.ci.setSpacing(0)
        self._top, self._strip = (Pane(self.widget.ci, row) for row in (0, 1))
        self.widget.ci.layout.setRowStretchFactor(0, 5)
        self.widget.ci.layout.setRowStretchFactor(1, 3)
        # A background kept as pixels would be pixels in an exported drawing too.
        self.widget.setCacheMode(pg.GraphicsView.CacheModeFlag(0))
        self.histogram = Histogram(self._strip.vb)
        self.lines = Lines(self._top.vb)
        self.curves: tuple[Curve, ...] = ()
        self._home: tuple[float, float] | None = None
        self._place: object = None
        self._shades = tuple(Shades(plot.vb) for plot in (self._top, self._strip))
        self._hairs = tuple(CrossHair(plot.vb) for plot in (self._top, self._strip))
        self.marks = MarksItem(self._top.vb)
        self._boxes = (self._top.vb, self._strip.vb)
        self._top.vb.sigXRangeChanged.connect(self._on_x_range_changed)
        self._top.vb.sigYRangeChanged.connect(self._on_y_range_changed)
        self._strip.vb.sigXRangeChanged.connect(self._on_x_range_changed)
        self._strip.vb.sigResized.connect(self._on_resized)
        self._top.vb.sigResized.connect(self._on_resized)
        self.widget.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.widget.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        self.widget.installEventFilter(self)
        self.widget.viewport().installEventFilter(self)

    def restyle(self, font: QFont) -> None:
        """Takes on the colours in force and the font."""
        small = small_font(font)
        self.widget.setBackground(QColor(colors().panel))
        for plot in (self._top, self._strip):
            for name in ("left", "bottom"):
                style_axis(plot.getAxis(name), small)
        for overlay in (*self._shades, *self._hairs, self.marks):
            overlay.font = small
        self._show_axes()

    @property
    def at(self) -> float | None:
        """The x that is read, or None."""
        return self._hairs[0].at

    @property
    def view(self) -> tuple[float, float]:
        """The x that is to be seen, from and to."""
        low, high = self._top.vb.viewRange()[0]
        return float(low), float(high)

    def show_curves(self, curves: tuple[Curve, ...], home: tuple[float, float], place: object) -> None:
        """Draws the curves over x.

        Args:
            curves: all of them, the block's own first; the same tuple is not drawn again.
            home: all that there is to see of x. It is gone to, unless a person has panned or zoomed.
            place: what they belong to; another one brings the view home.
        """
        is_other = curves is not self.curves
        if is_other:
            self.curves = curves
        is_home = self._home is None or np.allclose(self.view, self._home)
        moved = home != self._home
        self._home = home
        if place != self._place or (moved and is_home):
            self._place = place
            self.fit()
        if is_other:
            self._draw()

    def show_histogram(self, edges: NDArray[np.float64], heights: NDArray[np.float64], color: QColor) -> None:
        """Shows shares (bins,) of z over edges (bins + 1,); without bins the strip goes away."""
        self.histogram.show_bars(edges, heights, color)
        wanted = bool(len(heights))
        if wanted != self._strip.isVisible():
            self._strip.setVisible(wanted)
            # A hidden item's row would keep its space.
            self.widget.ci.layout.setRowMaximumHeight(1, _NO_LIMIT if wanted else 0)
            self._show_axes()
        self._fit_strip()

    def show_spans(self, spans: Sequence[Span]) -> None:
        """Shades the regions; the strip, or else the plot of the curves, names them."""
        bare = tuple(Span(s.low, s.high, s.shaded) for s in spans)
        has_strip = self._strip.isVisible()
        self._shades[0].spans = bare if has_strip else tuple(spans)
        self._shades[1].spans = tuple(spans)
        self._fit_strip()

    def show_marks(self, marks: Marks | None) -> None:
        """Shows one neuron, or all of a layer, on the curve."""
        self.marks.marks = marks
        self.widget.viewport().setToolTip("")

    def fit(self) -> None:
        """Shows the whole home range again."""
        if self._home is not None:
            self._top.vb.setXRange(*self._home, padding=0)

    def refresh(self) -> None:
        """Paints what was shown last, and tells what is read there."""
        values = zip(self.readings(), self.curves, strict=False)
        self._hairs[0].dots = tuple((y, c.pen.color()) for y, c in values if np.isfinite(y))
        self.marks.top = self._shades[0].band
        for overlay in (*self._shades, *self._hairs, self.histogram, self.lines, self.marks):
            overlay.refresh()
        self.reading_changed.emit()

    def read_at(self, x: float | None) -> None:
        """Shows a line at x, with a dot on every curve; None ends it."""
        for hair in self._hairs:
            hair.at = x
        self._hairs[0].text = f"x = {short(x)}" if x is not None else ""
        self.refresh()

    def readings(self) -> list[float]:
        """The value of every curve at the x that is read; empty without one."""
        if self.at is None:
            return []
        return [float(curve.function(np.array([self.at]))[0]) for curve in self.curves]

    def bin_at(self, x: float) -> tuple[float, float, float]:
        """From, to and share of the bin with x; the share is 0 beside all bins."""
        edges, heights = self.histogram.edges, self.histogram.heights
        place = int(np.searchsorted(edges, x, side="right")) - 1
        if not 0 <= place < len(heights):
            return x, x, 0.0
        return float(edges[place]), float(edges[place + 1]), float(heights[place])

    def _show_axes(self) -> None:
        """Numbers x below the lower plot that is there."""
        has_strip = self._strip.isVisible()
        tall = QFontMetrics(self.marks.font).height() + 6
        self._top.getAxis("bottom").setStyle(showValues=not has_strip)
        self._top.getAxis("bottom").setHeight(6 if has_strip else tall)
        # A hidden plot keeps the height of its axis.
        self._strip.getAxis("bottom").setHeight(tall if has_strip else 0)
        self.refresh()

    def _draw(self) -> None:
        """Draws every curve over the visible x, and shows the y it takes."""
        x = sample(*self._top.vb.viewRange()[0])
        values = [curve.function(x) for curve in self.curves]
        pens = (curve.pen for curve in self.curves)
        self._top.vb.setYRange(*y_range(zip(self.curves, values, strict=True)), padding=0)
        self.lines.show_lines(x, tuple(zip(values, pens, strict=True)))
        self.refresh()

    def _fit_strip(self) -> None:
        """Leaves room above the highest bin for the names of the regions."""
        top = float(self.histogram.heights.max(initial=0.0)) or 1.0
        height = max(self._strip.vb.height(), 1.0)
        room = min(0.6, (self._shades[1].band + 4) / height)
        self._strip.vb.setYRange(0, top / (1 - room), padding=0)
        marks = [(y, percent(y)) for y, _ in ticks(0, top, 2) if y]
        self._strip.getAxis("left").setTicks([marks[-1:]])

    def _on_x_range_changed(self, box: Any, limits: Any) -> None:
        other = self._boxes[1] if box is self._boxes[0] else self._boxes[0]
        if list(other.viewRange()[0]) != list(limits):
            other.setXRange(*limits, padding=0)
        if box is self._boxes[0]:
            metrics = QFontMetricsF(self.marks.font)
            marks = [fitting_ticks(limits[0], limits[1], box.width(), metrics)]
            for plot in (self._top, self._strip):
                plot.getAxis("bottom").setTicks(marks)
            self._draw()

    def _on_y_range_changed(self, box: Any, limits: Any) -> None:
        marks = ticks(limits[0], limits[1], min(8, max(2, int(box.height() / 20))))
        self._top.getAxis("left").setTicks([marks])
        metrics = QFontMetrics(self.marks.font)
        texts = ["−0.00", "00.0 %", *(text for _, text in marks)]
        width = max(metrics.horizontalAdvance(text) for text in texts) + 10
        for plot in (self._top, self._strip):
            if plot.getAxis("left").width() != width:
                plot.getAxis("left").setWidth(width)

    def _on_resized(self, _box: Any) -> None:
        self._on_x_range_changed(self._top.vb, self._top.vb.viewRange()[0])
        self._on_y_range_changed(self._top.vb, self._top.vb.viewRange()[1])
        self._fit_strip()
        self.refresh()

    def _on_mouse_moved(self, position: QPointF) -> None:
        inside = any(
            p.isVisible() and p.vb.sceneBoundingRect().contains(position) for p in (self._top, self._strip)
        )
        self.read_at(float(self._top.vb.mapSceneToView(position).x()) if inside else None)
        unit = self._unit_at(position)
        text, marks = "", self.marks.marks
        if unit is not None and marks is not None:
            text = QCoreApplication.translate("ActivationPlot", "Neuron {unit}: z = {z}, a = {a}").format(
                unit=unit, z=exact(marks.z[unit]), a=exact(marks.a[unit])
            )
        self.widget.viewport().setToolTip(text)

    def _on_mouse_clicked(self, event: Any) -> None:
        unit = self._unit_at(event.scenePos())
        if unit is not None:
            self.unit_clicked.emit(unit)

    def _unit_at(self, position: QPointF) -> int | None:
        return self.marks.unit_at(self._top.vb.mapFromScene(position))

    def _on_key(self, event: QKeyEvent) -> bool:
        low, high = self.view
        step = (high - low) / 100
        x = self.at
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                move = step if event.key() == Qt.Key.Key_Right else -step
                self.read_at((low + high) / 2 if x is None else min(max(x + move, low), high))
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.unit_stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._top.vb.scaleBy((0.8, 1))
            case Qt.Key.Key_Minus:
                self._top.vb.scaleBy((1.25, 1))
            case Qt.Key.Key_Home | Qt.Key.Key_0:
                self.fit()
            case Qt.Key.Key_Escape if x is not None:
                self.read_at(None)
            case _:
                return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if event.type() == QEvent.Type.Leave and self.at is not None:
            self.read_at(None)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.fit()
        return super().eventFilter(watched, event)
