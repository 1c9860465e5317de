"""The plot of the input plane: a picture of values, boundary lines, data points and a cross hair."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QKeyEvent, QPaintEngine, QPainter, QPen
from PySide6.QtWidgets import QGraphicsView, QStyleOptionGraphicsItem, QWidget

from densegui.ui.panels.plane_points import Points
from densegui.ui.panels.plane_reading import PlaneReading
from densegui.ui.panels.plane_values import Area
from densegui.ui.panels.plotting import small_font, style_axis, ticks
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_NEAR: Final = 10.0  # pixels between the pointer and a point that is meant
_DOT: Final = 8.0
_NEAREST: Final = 1e-4  # of the home area: how far one can zoom in
_FARTHEST: Final = 100.0
_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class _Picture(pg.ImageItem):  # type: ignore[misc] # pyqtgraph has no types
    """Scaled without corners: a value belongs to the centre of its pixel."""

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        super().paint(painter, option, widget)


class _Dots(pg.ScatterPlotItem):  # type: ignore[misc] # pyqtgraph has no types
    """Copied from pictures on a screen, drawn as lines where the painter writes a file."""

    def paint(self, painter: QPainter, *args: Any) -> None:
        self.opts["useCache"] = painter.paintEngine().type() == QPaintEngine.Type.Raster
        super().paint(painter, *args)


class PlanePlot(QObject):
    """Created once; its items are updated.

    Attributes:
        widget: to put into a layout.

    Signals:
        pointed: the point (x, y) beneath the pointer or the cross hair, or None.
        picked(int): the place of the data point that was clicked.
        moved: another part of the plane is in view; ``area`` is it.
    """

    pointed = Signal(object)
    picked = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widget = pg.GraphicsLayoutWidget(parent)
        self.widget.setObjectName("planePlot")
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A background that is kept as a picture would be one in an exported file too.
        self.widget.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.widget.ci.setContentsMargins(0, 4, 10, 0)
        self._plot = self._made_plot()
        self._box = self._plot.vb
        self._home = Area((-6.0, 6.0), (-6.0, 6.0))
        self._points: NDArray[np.float64] = np.empty((0, 2))
        self._cross: tuple[float, float] | None = None
        self._font = QFont()
        self._labels: tuple[object, ...] = ()
        self._picture = _Picture(axisOrder="row-major")
        self._lines = pg.PlotCurveItem(connect="pairs", antialias=True)
        self._dots = _Dots(pxMode=True, antialias=True)
        self._ring = _Dots(pxMode=True, antialias=True, symbol="o")
        self._hair = _Dots(pxMode=True, symbol="+", size=17)
        for depth, item in enumerate((self._picture, self._lines, self._dots, self._ring, self._hair)):
            item.setZValue(depth)
            self._plot.addItem(item, ignoreBounds=True)
        self._reading = PlaneReading(self._box)
        self._box.sigRangeChanged.connect(self._on_range_changed)
        self._box.sigResized.connect(self._on_resized)
        self.widget.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.widget.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        self.widget.installEventFilter(self)
        self.widget.viewport().installEventFilter(self)
        self.fit()

    @property
    def area(self) -> Area:
        """What is in view."""
        (x0, x1), (y0, y1) = self._box.viewRange()
        return Area((float(x0), float(x1)), (float(y0), float(y1)))

    @property
    def reading(self) -> tuple[str, ...]:
        """What is said of the place pointed at."""
        return self._reading.lines

    def restyle(self, font: QFont) -> None:
        """Takes on the colours in force and the font."""
        scheme = colors()
        self._font = self._reading.font = small_font(font)
        self.widget.setBackground(QColor(scheme.panel))
        for name in ("left", "bottom"):
            style_axis(self._plot.getAxis(name), self._font)
        self._lines.setPen(self._pen(scheme.text, 1.6))
        self._hair.setPen(self._pen(scheme.panel, 1.0))
        self._hair.setBrush(pg.mkBrush(scheme.text))
        self._on_resized()

    def show_home(self, area: Area) -> None:
        """Takes the part of the plane that is gone to; the same one keeps pan and zoom."""
        if area != self._home:
            self._home = area
            wide, high = area.x[1] - area.x[0], area.y[1] - area.y[0]
            self._box.setLimits(
                minXRange=wide * _NEAREST, maxXRange=wide * _FARTHEST,
                minYRange=high * _NEAREST, maxYRange=high * _FARTHEST,
            )  # fmt: skip
            self.fit()

    def show_names(self, x: str, y: str) -> None:
        """Names the axes."""
        style = {"color": colors().text, "font-size": f"{self._font.pointSizeF():.1f}pt"}
        if self._labels != (x, y, style):
            self._labels = (x, y, style)
            for place, name in (("bottom", x), ("left", y)):
                self._plot.getAxis(place).setLabel(html.escape(name), **style)

    def show_picture(self, rgba: NDArray[np.uint8], area: Area) -> None:
        """Shows colours (n, n, 4), the first row on top."""
        self._picture.setImage(np.ascontiguousarray(rgba[::-1]), autoLevels=False, levels=None)
        (x0, x1), (y0, y1) = area.x, area.y
        self._picture.setRect(QRectF(x0, y0, x1 - x0, y1 - y0))

    def show_lines(self, lines: NDArray[np.float64]) -> None:
        """Shows boundary lines (m, 2, 2)."""
        self._lines.setData(lines[..., 0].ravel(), lines[..., 1].ravel())

    def show_points(self, points: Points) -> None:
        """Shows data points, each with its colour and symbol."""
        self._points = points.places
        self._dots.setData(
            pos=points.places,
            brush=[pg.mkBrush(fill) for fill in points.fills()],
            symbol=points.symbols(),
            pen=self._pen(colors().panel, 1.2),
            size=_DOT,
        )

    def show_chosen(self, point: NDArray[np.float64] | None, fill: QColor | None = None) -> None:
        """Rings a point (2,), also one that was not picked; none where there is none or it is NaN."""
        if point is None or not np.isfinite(point).all():
            self._ring.setData(pos=np.empty((0, 2)))
            return
        ring, edge = self._pen(colors().text, 2.4), self._pen(colors().panel, 1.2)
        self._ring.setData(
            pos=np.array([point, point]),
            size=[_DOT + 8, _DOT],
            pen=[ring, edge],
            brush=[pg.mkBrush(None), pg.mkBrush(fill)],
        )

    def show_reading(self, lines: tuple[str, ...], place: tuple[float, float]) -> None:
        """Says lines about a place (x, y), out of its way; no lines end it."""
        (x0, x1), (y0, y1) = self.area.x, self.area.y
        self._reading.show_lines(lines, (place[0] - x0) / (x1 - x0), (place[1] - y0) / (y1 - y0))

    def fit(self) -> None:
        """Shows the whole home area again."""
        self._box.setRange(xRange=self._home.x, yRange=self._home.y, padding=0)

    def nearest(self, x: float, y: float) -> int | None:
        """The place of the data point next to (x, y), if it is near."""
        if not len(self._points):
            return None
        wide, high = self._box.viewPixelSize()
        away = np.hypot((self._points[:, 0] - x) / wide, (self._points[:, 1] - y) / high)
        place = int(np.argmin(np.where(np.isnan(away), np.inf, away)))
        return place if away[place] <= _NEAR else None

    def _made_plot(self) -> Any:
        plot = self.widget.addPlot(row=0, col=0, enableMenu=False)
        plot.hideButtons()
        plot.disableAutoRange()
        plot.vb.setDefaultPadding(0)
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, tickTextOffset=3, hideOverlappingLabels=False)
            axis.setZValue(10)
        return plot

    def _pen(self, color: str, width: float) -> QPen:
        """A pen that no zoom changes; such pens count device pixels."""
        pen = QPen(QColor(color), width * self.widget.devicePixelRatioF())
        pen.setCosmetic(True)
        return pen

    def _point_at(self, place: tuple[float, float] | None) -> None:
        """Puts the cross hair of the keyboard somewhere, or takes it away."""
        self._cross = place
        self._hair.setData(pos=np.empty((0, 2)) if place is None else np.array([place]))
        self.pointed.emit(place)

    def _on_range_changed(self) -> None:
        area = self.area
        metrics = QFontMetricsF(self._font)
        self._plot.getAxis("bottom").setTicks([ticks(*area.x, max(2, int(self._box.width() / 48)))])
        marks = ticks(*area.y, max(2, int(self._box.height() / 30)))
        self._plot.getAxis("left").setTicks([marks])
        widest = max((metrics.horizontalAdvance(text) for _, text in marks), default=0.0)
        width = max(widest, metrics.horizontalAdvance("−0.5")) + 10 + metrics.height() + 4
        if self._plot.getAxis("left").width() != width:
            self._plot.getAxis("left").setWidth(width)
        self.moved.emit()

    def _on_resized(self) -> None:
        self._plot.getAxis("bottom").setHeight(2 * QFontMetrics(self._font).height() + 8)
        self._on_range_changed()

    def _on_mouse_moved(self, position: QPointF) -> None:
        inside = self._box.sceneBoundingRect().contains(position)
        place = self._box.mapSceneToView(position)
        self.pointed.emit((place.x(), place.y()) if inside else None)

    def _on_mouse_clicked(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.double():
            return
        place = self._box.mapSceneToView(event.scenePos())
        found = self.nearest(place.x(), place.y())
        if found is not None:
            self.picked.emit(found)

    def _on_key(self, event: QKeyEvent) -> bool:
        (x0, x1), (y0, y1) = self.area.x, self.area.y
        key = event.key()
        if key in _ARROWS:
            x, y = self._cross or ((x0 + x1) / 2, (y0 + y1) / 2)
            right, up = _ARROWS[key] if self._cross else (0, 0)
            x, y = x + right * (x1 - x0) / 60, y + up * (y1 - y0) / 60
            self._point_at((min(max(x, x0), x1), min(max(y, y0), y1)))
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            factor = 1.25 if key == Qt.Key.Key_Minus else 0.8
            self._box.scaleBy((factor, factor))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_0}:
            self.fit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._cross:
            found = self.nearest(*self._cross)
            if found is not None:
                self.picked.emit(found)
        elif key == Qt.Key.Key_Escape and self._cross:
            self._point_at(None)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(self._cross)
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.fit()
        return super().eventFilter(watched, event)
