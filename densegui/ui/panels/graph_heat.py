"""Heat maps of whole weight matrices, in the place between two columns of the neuron graph."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from densegui.ui.panels.graph_layout import Neuron
from densegui.ui.panels.graph_scan import Scan, smaller
from densegui.ui.panels.graph_scene import Scene
from densegui.ui.panels.graph_style import Style, blend
from densegui.ui.panels.graph_view import View, unit_room

if TYPE_CHECKING:
    from numpy.typing import NDArray

INSET: Final = 0.12  # of the gap between two columns, free on either side
SMALLEST: Final = 8.0  # pixels of a map that says anything


class Cell(NamedTuple):
    """One cell of the heat map after ``column``: sources and targets from first to last, exclusive."""

    column: int
    sources: tuple[int, int]
    targets: tuple[int, int]
    value: float


@dataclass(frozen=True, slots=True, eq=False)
class _Image:
    heat: NDArray[Any]
    style: Style
    shape: tuple[int, int]
    upward: bool
    image: QImage


class HeatPainter:
    """Paints heat maps, and keeps their images as long as they stay the same."""

    def __init__(self) -> None:
        self._images: dict[int, _Image] = {}

    def paint(self, painter: QPainter, scene: Scene, index: int) -> None:
        """Paints the map after a column, and what joins it to the columns."""
        link = scene.picture.links[index]
        rect = heat_rect(scene.view, index, scene.radius)
        _paint_joints(painter, scene, index, rect)
        if link.scan is None or min(rect.width(), rect.height()) < SMALLEST:
            painter.fillRect(rect, blend(scene.style.panel, scene.style.border, 0.6))
            return
        image = self._image(index, link.scan, rect, scene.style, scene.view.upward)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.setOpacity(0.3 if scene.bright is not None else 1.0)
        painter.drawImage(rect, image)
        painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(scene.style.border, 1.0))
        painter.drawRect(rect)
        self._paint_selected(painter, scene, index, rect)
        _paint_caption(painter, scene, index, rect)

    def _image(self, index: int, scan: Scan, rect: QRectF, style: Style, upward: bool) -> QImage:
        wide, high = max(math.floor(rect.width()), 1), max(math.floor(rect.height()), 1)
        shape = (wide, high) if upward else (high, wide)
        known = self._images.get(index)
        heat = smaller(scan.heat, *shape)
        shape = heat.shape
        if (
            known is not None
            and known.heat is scan.heat
            and known.style == style
            and (known.shape, known.upward) == (shape, upward)
        ):
            return known.image
        image = colored(heat.T[::-1] if upward else heat, scan.largest, style)
        self._images[index] = _Image(scan.heat, style, shape, upward, image)
        return image

    def _paint_selected(self, painter: QPainter, scene: Scene, index: int, rect: QRectF) -> None:
        """Lines through the row and the column of what is selected."""
        columns = scene.picture.layout.columns
        painter.setPen(QPen(scene.style.accent, 1.0))
        ends = [] if scene.selected is None else [scene.selected]
        if scene.edge is not None:
            ends.append(Neuron(scene.edge.column, scene.edge.source))
        for neuron in ends:
            if neuron.column not in {index, index + 1}:
                continue
            size = columns[neuron.column].fold.size
            share = (scene.picture.unit(neuron) + 0.5) / size
            across = (neuron.column == index) == scene.view.upward
            if across:
                x = rect.left() + share * rect.width()
                painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
            else:
                share = 1 - share if scene.view.upward else share
                y = rect.top() + share * rect.height()
                painter.drawLine(QLineF(rect.left(), y, rect.right(), y))


def heat_rect(view: View, index: int, radius: float) -> QRectF:
    """Where the map after a column stands."""
    first = max(INSET, min((radius + 4.0) / view.gap, 0.4))
    last = min(max(first, (radius + 4.0 + unit_room(view, radius)) / view.gap), 0.5)
    one, two = view.point(index + first, -0.5), view.point(index + 1 - last, 0.5)
    return QRectF(QPointF(*one), QPointF(*two)).normalized()


def cell_at(scan: Scan, view: View, index: int, radius: float, x: float, y: float) -> Cell | None:
    """The cell beneath a pixel."""
    rect = heat_rect(view, index, radius)
    if not rect.contains(x, y):
        return None
    right, down = (x - rect.left()) / rect.width(), (y - rect.top()) / rect.height()
    source, target = (right, 1 - down) if view.upward else (down, right)
    cells = []
    for share, starts in ((source, scan.rows), (target, scan.columns)):
        place = min(max(share, 0.0), 1 - 1e-9) * int(starts[-1])
        cells.append(int(np.searchsorted(starts, place, side="right")) - 1)
    row, column = cells
    return Cell(
        index,
        (int(scan.rows[row]), int(scan.rows[row + 1])),
        (int(scan.columns[column]), int(scan.columns[column + 1])),
        float(scan.heat[row, column]),
    )


def colored(heat: NDArray[Any], largest: float, style: Style) -> QImage:
    """Sign as hue, size as intensity, NaN and infinity as a warning."""
    finite = np.isfinite(heat)
    share = np.abs(np.where(finite, heat, 0.0)) / (largest or 1.0)
    share = np.where(share > 0, 0.06 + 0.94 * share, 0.0)[..., np.newaxis]
    front = np.where((heat > 0)[..., np.newaxis], _rgb(style.positive), _rgb(style.negative))
    mixed = _rgb(style.panel) * (1 - share) + front * share
    mixed = np.where(finite[..., np.newaxis], mixed, _rgb(style.warning))
    high, wide = heat.shape
    pixels = np.full((high, wide, 4), 255, np.uint8)
    pixels[..., :3] = np.rint(mixed)
    data = pixels.tobytes()  # the first image borrows it
    image = QImage(data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _rgb(color: QColor) -> NDArray[np.float64]:
    return np.array([color.red(), color.green(), color.blue()], np.float64)


def _paint_joints(painter: QPainter, scene: Scene, index: int, rect: QRectF) -> None:
    """Pale bands from the neurons to the sides of the map: every one of them is connected."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(blend(scene.style.panel, scene.style.border, 0.3))
    for column in (index, index + 1):
        v = scene.picture.layout.columns[column].v
        one, two = (QPointF(*scene.view.point(column, float(v[k]))) for k in (0, -1))
        if scene.view.upward:
            y = rect.bottom() if column == index else rect.top()
            near = [QPointF(rect.right(), y), QPointF(rect.left(), y)]
        else:
            x = rect.left() if column == index else rect.right()
            near = [QPointF(x, rect.bottom()), QPointF(x, rect.top())]
        painter.drawPolygon(QPolygonF([one, two, *near]))


def _paint_caption(painter: QPainter, scene: Scene, index: int, rect: QRectF) -> None:
    columns = scene.picture.layout.columns
    text = f"{columns[index].fold.size:,} × {columns[index + 1].fold.size:,}"
    metrics = QFontMetricsF(scene.fonts.small)
    if metrics.horizontalAdvance(text) > rect.width() - 8.0 or scene.view.upward:
        return
    painter.setFont(scene.fonts.small)
    painter.setPen(scene.style.muted)
    box = QRectF(rect.center().x() - 60.0, rect.bottom() + 1.0, 120.0, metrics.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
