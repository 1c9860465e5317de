"""A heat map of numbers with names at both sides: sign is hue, size is intensity."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from densegui.ui.panels.distributions_chart import thinned, thinned_along
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CELLS: Final = 4096  # drawn one by one; more are an image
_MOST: Final = 1024  # rows or columns of that image
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """What a heat map shows.

    Attributes:
        values: (rows, columns), NaN for none; ±1 is the strongest colour.
        rows: their names.
        columns: their names.
        left: what the rows are.
        bottom: what the columns are.
        texts: what is written into the cells, where there is room for it.
        selected: row and column of the marked cell; a row of −1 marks the column.
    """

    values: NDArray[np.float64]
    rows: Sequence[str]
    columns: Sequence[str]
    left: str
    bottom: str
    texts: Sequence[Sequence[str]] = ()
    selected: tuple[int, int] | None = None


class HeatMap(QWidget):
    """Cells that are chosen by click and arrow keys.

    Attributes:
        tip: what is said of a cell, given its row and column; set by the owner.

    Signals:
        chosen: row and column of a cell.
    """

    chosen = Signal(int, int)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 60)
        self.grid: Grid | None = None
        self.tip: Callable[[int, int], str] = _nothing

    def show_grid(self, grid: Grid) -> None:
        """Shows these numbers instead."""
        self.grid = grid
        lines = zip(grid.rows, grid.texts, strict=False)
        self.setAccessibleDescription(". ".join(f"{name}: {', '.join(texts)}" for name, texts in lines))
        self.update()

    def cells(self) -> QRectF:
        """Where the cells are, in pixels."""
        metrics = QFontMetricsF(small_font(self.font()))
        names = (
            [] if self.grid is None else [metrics.horizontalAdvance(name) for name in self.grid.rows[:200]]
        )
        left = min(max(names, default=0.0), self.width() * 0.3) + metrics.height() + 10
        below = 2 * metrics.height() + 6
        return QRectF(left, 6, max(1.0, self.width() - left - 10), max(1.0, self.height() - below - 6))

    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Row and column under a point; None outside."""
        area = self.cells()
        if self.grid is None or not self.grid.values.size or not area.contains(point):
            return None
        rows, columns = self.grid.values.shape
        row = int((point.y() - area.top()) / area.height() * rows)
        column = int((point.x() - area.left()) / area.width() * columns)
        return min(row, rows - 1), min(column, columns - 1)

    def _paint_cells(self, p: QPainter, grid: Grid, area: QRectF) -> None:
        rows, columns = grid.values.shape
        fills = shades(grid.values[:: -(-rows // _MOST), :: -(-columns // _MOST)])
        if grid.values.size > _CELLS:
            data = np.ascontiguousarray(fills)
            image = QImage(
                data.data, data.shape[1], data.shape[0], 3 * data.shape[1], QImage.Format.Format_RGB888
            )
            p.drawImage(area, image)
            return
        wide, tall = area.width() / columns, area.height() / rows
        gap = 1.0 if min(wide, tall) > 8 else 0.0
        for row, column in np.ndindex(rows, columns):
            cell = QRectF(area.left() + column * wide, area.top() + row * tall, wide - gap, tall - gap)
            p.fillRect(cell, QColor(*fills[row, column].tolist()))

    def _paint_texts(self, p: QPainter, grid: Grid, area: QRectF) -> None:
        metrics = QFontMetricsF(p.font())
        wide, tall = area.width() / grid.values.shape[1], area.height() / grid.values.shape[0]
        longest = max((metrics.horizontalAdvance(t) for line in grid.texts for t in line), default=0.0)
        if not grid.texts or longest + 4 > wide or metrics.height() > tall:
            return
        scheme = colors()
        for row, line in enumerate(grid.texts):
            for column, text in enumerate(line):
                strong = abs(grid.values[row, column]) > 0.55
                p.setPen(QColor(scheme.panel if strong else scheme.text))
                cell = QRectF(area.left() + column * wide, area.top() + row * tall, wide, tall)
                p.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_names(self, p: QPainter, grid: Grid, area: QRectF) -> None:
        metrics, scheme = QFontMetricsF(p.font()), colors()
        rows, columns = grid.values.shape
        wide, tall, line = area.width() / columns, area.height() / rows, metrics.height()
        p.setPen(QColor(scheme.text))
        marks = tuple((float(place), name) for place, name in enumerate(grid.rows))
        for place, name in thinned(marks, tall, line):
            room = QRectF(
                line + 4, area.top() + (place + 0.5) * tall - line / 2, area.left() - line - 9, line
            )
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width() + 1)
            p.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        named = tuple((float(place), name) for place, name in enumerate(grid.columns))
        few = columns <= 12
        for place, name in named if few else thinned_along(named, wide, metrics):
            middle = area.left() + (place + 0.5) * wide
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide - 2) if few else name
            half = metrics.horizontalAdvance(text) / 2 + 1
            room = QRectF(middle - half, area.bottom() + 1, 2 * half, line)
            p.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        p.setPen(QColor(scheme.muted))
        foot = QRectF(area.left(), area.bottom() + line + 1, area.width(), line)
        text = metrics.elidedText(grid.bottom, Qt.TextElideMode.ElideRight, foot.width())
        p.drawText(foot, Qt.AlignmentFlag.AlignCenter, text)
        p.save()
        p.translate(QPointF(1, area.center().y()))
        p.rotate(-90)
        text = metrics.elidedText(grid.left, Qt.TextElideMode.ElideRight, area.height())
        p.drawText(QRectF(-area.height() / 2, 0, area.height(), line), Qt.AlignmentFlag.AlignCenter, text)
        p.restore()

    def _paint_selection(self, p: QPainter, grid: Grid, area: QRectF) -> None:
        if grid.selected is None:
            return
        rows, columns = grid.values.shape
        wide, tall = area.width() / columns, area.height() / rows
        row, column = grid.selected
        mark = QRectF(area.left() + column * wide, area.top() + row * tall, wide, tall)
        if row < 0:
            mark = QRectF(mark.left(), area.top(), wide, area.height())
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(QColor(colors().accent), 2))
        p.drawRect(mark.adjusted(-1, -1, 0, 0))

    def _step(self, down: int, right: int) -> None:
        if self.grid is None or not self.grid.values.size:
            return
        rows, columns = self.grid.values.shape
        row, column = self.grid.selected or (0, -right if right else 0)
        row, column = max(row, 0) + down, column + right
        if 0 <= row < rows and 0 <= column < columns:
            self.chosen.emit(row, column)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            cell = self.cell_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if cell is None else self.tip(*cell), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position())
        if cell is not None:
            self.chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(*step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        grid, area = self.grid, self.cells()
        if grid is None or not grid.values.size:
            return
        with QPainter(self) as p:
            p.setFont(small_font(self.font()))
            self._paint_cells(p, grid, area)
            self._paint_texts(p, grid, area)
            self._paint_names(p, grid, area)
            self._paint_selection(p, grid, area)
            if self.hasFocus():
                p.setPen(QPen(QColor(colors().accent), 1, Qt.PenStyle.DotLine))
                p.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5))


def shades(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Colours (…, 3) of values from −1 to 1; NaN is as grey as hairlines."""
    scheme = colors()
    back, plus, minus, none = (
        np.array(QColor(name).getRgb()[:3], np.float64)  # type: ignore[index] # a tuple, not object
        for name in (scheme.panel, scheme.positive, scheme.negative, scheme.border)
    )
    size = np.minimum(np.abs(np.nan_to_num(values)), 1.0)[..., np.newaxis]
    hue = np.where(values[..., np.newaxis] < 0, minus, plus)
    mixed = back + (hue - back) * (0.05 + 0.95 * size) * (size > 0)
    mixed[np.isnan(values)] = none
    return mixed.round().astype(np.uint8)


def _nothing(_row: int, _column: int) -> str:
    return ""
