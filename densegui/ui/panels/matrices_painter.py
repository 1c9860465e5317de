"""Paints the visible cells, and frames the row, the column and the cell where they meet."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QLine, QRect, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPaintEngine, QPainter, QPen

from densegui.ui.panels.matrices_cells import cell_text, shades
from densegui.ui.panels.matrices_product import Cell
from densegui.ui.panels.matrices_scene import cell_font, strongest
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.ui.panels.matrices_product import Kind
    from densegui.ui.panels.matrices_scene import Scene

    Floats = NDArray[np.floating[Any]]

SMALLEST_TEXT: Final = 0.7  # zoom below which numbers cannot be read
_LEAST_GRID: Final = 7  # height of a cell below which lines between cells would cover it
_VECTOR: Final = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def paint_cells(p: QPainter, scene: Scene) -> None:
    """Paints the visible part of every matrix."""
    p.setFont(cell_font(scene.font, scene.board.zoom))
    for kind in scene.product.kinds:
        pane = scene.board.panes[kind]
        top, left = scene.board.start(scene.product, kind, scene.offsets)
        values = scene.product.drawn(kind)[top : top + pane.rows, left : left + pane.columns]
        _fill(p, scene, kind, values)
        _rule(p, scene, kind)
        if scene.board.zoom >= SMALLEST_TEXT:
            _write(p, scene, kind, values)


def paint_frames(p: QPainter, scene: Scene) -> None:
    """Frames what belongs to the explained cell, and the selected cell or edge."""
    product = scene.product
    chosen = QColor(colors().text if scene.hovered else colors().accent)
    pen = QPen(chosen, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.setPen(pen)
    for kind in product.kinds:
        run = _run(scene, kind)
        if run is not None:
            p.drawRect(run)
    if "input" in scene.explained:
        _ring(p, scene, product.cell("x", scene.explained))
        _ring(p, scene, product.cell("w", scene.explained))
    marked = scene.marked
    pen.setColor(QColor(colors().accent))
    pen.setWidth(3)
    p.setPen(pen)
    if "sample" in marked and "unit" in marked:
        _ring(p, scene, product.cell("z", marked))
        _ring(p, scene, product.cell("a", marked))
    if "input" in marked and "unit" in marked:
        _ring(p, scene, product.cell("w", marked))


def _fill(p: QPainter, scene: Scene, kind: Kind, values: Floats) -> None:
    now = colors()
    codes = shades(
        values, scene.scales[kind], QColor(now.panel), scene.hue("positive"), scene.hue("negative"),
        scene.hue("warning"), strongest(),
    )  # fmt: skip
    area = scene.area(kind)
    if p.paintEngine().type() not in _VECTOR:
        codes = np.ascontiguousarray(codes)
        high, wide = codes.shape
        p.drawImage(area, QImage(codes.data, wide, high, 4 * wide, QImage.Format.Format_RGB32))
        return
    wide, high = scene.board.cell_width, scene.board.cell_height
    for (row, column), code in np.ndenumerate(codes):
        p.fillRect(area.x() + column * wide, area.y() + row * high, wide, high, QColor.fromRgb(int(code)))


def _rule(p: QPainter, scene: Scene, kind: Kind) -> None:
    """A hairline around all cells, and lines between them unless they are too small."""
    area = scene.area(kind)
    p.setPen(QPen(QColor(colors().border), 1))
    p.drawRect(area)
    wide, high = scene.board.cell_width, scene.board.cell_height
    if high < _LEAST_GRID:
        return
    right, low = area.x() + area.width(), area.y() + area.height()
    lines = [QLine(x, area.y(), x, low) for x in range(area.x() + wide, right, wide)]
    lines += [QLine(area.x(), y, right, y) for y in range(area.y() + high, low, high)]
    p.drawLines(lines)


def _write(p: QPainter, scene: Scene, kind: Kind, values: Floats) -> None:
    """The numbers; NaN and infinity stand out."""
    metrics = QFontMetricsF(p.font())
    area = scene.area(kind)
    wide, high = scene.board.cell_width, scene.board.cell_height
    fit = int((wide - 3) / metrics.horizontalAdvance("0"))
    usual, odd = QPen(scene.hue("text")), QPen(QColor(colors().panel))
    p.setPen(usual)
    y = area.y()
    for row in values.tolist():
        x = area.x()
        for value in row:
            text = cell_text(value, fit)
            strange = not math.isfinite(value)
            if strange:
                p.setPen(odd)
            p.drawText(x, y, wide, high, Qt.AlignmentFlag.AlignCenter, text)
            if strange:
                p.setPen(usual)
            x += wide
        y += high


def _run(scene: Scene, kind: Kind) -> QRect | None:
    """The visible cells of a matrix that belong to the explained cell: a row, a column or one."""
    places = scene.explained
    area = scene.area(kind)
    rows, columns = scene.product.axes(kind)
    here = scene.product.cell(kind, places)
    top, left = scene.board.start(scene.product, kind, scene.offsets)
    wide, high = scene.board.cell_width, scene.board.cell_height
    run = QRect(area)
    if rows != "input":
        run.setTop(area.y() + (here.row - top) * high)
        run.setHeight(high)
    if columns != "input":
        run.setLeft(area.x() + (here.column - left) * wide)
        run.setWidth(wide)
    return run if area.contains(run) else None


def _ring(p: QPainter, scene: Scene, cell: Cell) -> None:
    place = scene.rectangle(cell)
    if place is not None:
        p.drawRect(place)
