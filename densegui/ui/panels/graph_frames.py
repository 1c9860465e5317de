"""Keeps a frame of the graph that was slow to paint, so that panning and zooming need only move it."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QPaintEngine, QPainter, QPixmap

from densegui.ui.panels.graph_painter import GraphPainter
from densegui.ui.panels.graph_scene import Scene
from densegui.ui.panels.graph_view import View

SLOW: Final = 0.003  # seconds from which a frame is worth keeping
SETTLED: Final = 80  # milliseconds without motion after which it is painted sharply again
MARGIN: Final = 0.2  # of the frame, kept beyond each side
ZOOM: Final = 4.0  # by which a kept frame is stretched at most


class Frames(QObject):
    """Paints the lines, maps and neurons of scenes, from a kept frame while the view moves.

    Signals:
        settled(): the view has come to rest and should be painted anew.
    """

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pixmap: QPixmap | None = None
        self._scene: Scene | None = None
        self._slow = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED)
        self._timer.timeout.connect(self._on_settled)

    def paint(self, painter: QPainter, painting: GraphPainter) -> None:
        """Paints one scene, sharply if it stands still or is quick to paint."""
        scene = painting.scene
        kept = self._scene
        same = kept is not None and kept.shows_same(scene)
        if not same:
            self._slow = self._slow and kept is not None and kept.picture is scene.picture
        if painter.paintEngine().type() != QPaintEngine.Type.Raster:
            painting.paint(painter)
        elif not self._slow:
            start = time.perf_counter()
            painting.paint(painter)
            self._slow = time.perf_counter() - start > SLOW
            self._scene, self._pixmap = scene, None
        elif same and kept is not None and self._pixmap is not None and _covers(kept.view, scene.view):
            if kept.view != scene.view:
                self._timer.start()
            self._blit(painter, kept.view, scene.view)
        else:
            self._keep(painter.device().devicePixelRatioF(), painting)
            self._blit(painter, scene.view, scene.view)

    def _keep(self, ratio: float, painting: GraphPainter) -> None:
        view = painting.scene.view
        wide, high = (round(size * (1 + 2 * MARGIN) * ratio) for size in (view.width, view.height))
        if self._pixmap is None or (self._pixmap.width(), self._pixmap.height()) != (wide, high):
            self._pixmap = QPixmap(wide, high)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(painting.scene.style.panel)
        with QPainter(self._pixmap) as painter:
            painter.translate(MARGIN * view.width, MARGIN * view.height)
            painting.paint(painter)
        self._scene = painting.scene

    def _blit(self, painter: QPainter, kept: View, view: View) -> None:
        assert self._pixmap is not None
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        source = QRectF(0, 0, self._pixmap.width(), self._pixmap.height())
        painter.drawPixmap(_moved(_frame(kept), kept, view), self._pixmap, source)

    def _on_settled(self) -> None:
        self._scene = None
        self.settled.emit()


def _frame(view: View) -> QRectF:
    """What a kept frame of a view covers, in its pixels."""
    x, y = MARGIN * view.width, MARGIN * view.height
    return QRectF(0, 0, view.width, view.height).adjusted(-x, -y, x, y)


def _moved(rect: QRectF, kept: View, view: View) -> QRectF:
    """Where pixels of one view are in another."""
    (x0, x_scale), (y0, y_scale) = kept.axes()
    (x1, x_new), (y1, y_new) = view.axes()
    x, y = x_new / x_scale, y_new / y_scale
    return QRectF(
        x1 + (rect.left() - x0) * x, y1 + (rect.top() - y0) * y, rect.width() * x, rect.height() * y
    )


def _covers(kept: View, view: View) -> bool:
    """Whether all that is in the frame now, and was anywhere then, is in the kept frame."""
    if (kept.width, kept.height, kept.upward) != (view.width, view.height, view.upward):
        return False
    stretch = view.gap / kept.gap, view.spread / kept.spread
    if not all(1 / ZOOM < s < ZOOM for s in stretch):
        return False
    return _moved(_frame(kept), kept, view).contains(QRectF(1, 1, view.width - 2, view.height - 2))
