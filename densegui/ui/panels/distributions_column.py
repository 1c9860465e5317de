"""One column of the histograms: a layer's header, and its z and a as histograms with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF

from densegui.ui.panels.distributions_items import Backdrop, RangeAxis, Row, TextRows
from densegui.ui.panels.distributions_measures import relative, span, with_air
from densegui.ui.panels.distributions_numbers import bin_text, every_number, pinned_numbers
from densegui.ui.panels.distributions_shapes import Shape, Shapes, pen, pinned_pen, steps
from densegui.ui.panels.plotting import blend, shares, small_font
from densegui.ui.theme import is_dark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.statistics import LayerStatistics

PAD = 6.0
HEAD_PAD = 4.0
LEAST_PLOT = 16.0


@dataclass(frozen=True, slots=True)
class Values:
    """What one pane shows.

    Attributes:
        symbol: what the values are called: "x", "z" or "a".
        statistics: of the values.
        color: of the histogram.
        rows: the numbers beneath it.
        dtypes: of the run and of the pinned one.
        pinned: statistics at the same place of the pinned run, or None.
    """

    symbol: str
    statistics: LayerStatistics
    color: QColor
    rows: tuple[Row, ...]
    dtypes: tuple[str, str]
    pinned: LayerStatistics | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What a column shows: its header and one or two panes; the input has one."""

    header: Row
    panes: tuple[Values, ...]
    color: QColor


@dataclass(frozen=True, slots=True)
class Style:
    """How all columns are drawn.

    Attributes:
        font: of the panel.
        limits: of the x axis, or None where every pane has its own.
        log: whether heights are log(1 + count).
    """

    font: QFont
    limits: tuple[float, float] | None
    log: bool

    @property
    def line(self) -> float:
        """Height of a line of text, in pixels."""
        return QFontMetricsF(small_font(self.font)).height() + 1

    @property
    def top(self) -> float:
        """Height of the header, in pixels."""
        return self.line + 6

    def below(self, rows: int) -> float:
        """Height of the axis of a pane and its rows, in pixels."""
        return self.line * (rows + 1) + 8


def heights(statistics: LayerStatistics, log: bool) -> NDArray[np.float64]:
    """Shares of the finite values, (bins,); or log(1 + count) as parts of the highest."""
    return relative(statistics.histogram, log) if log else shares(statistics.histogram)


class Pane:
    """A histogram in a view box, its axis and its numbers.

    Attributes:
        box: the pyqtgraph view box.
        edges: of the bins, (bins + 1,).
        heights: of the bars, (bins,).
        outline: of the pinned run, in front of the bars.
        values: what is shown; None while hidden.
    """

    def __init__(self, view: Any) -> None:
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False)
        self.box.disableAutoRange()
        self._bars, self.outline = Shapes(), Shapes()
        self.edges: NDArray[np.float64] = np.zeros(0)
        self.heights: NDArray[np.float64] = np.zeros(0)
        self.box.addItem(self._bars, ignoreBounds=True)
        self.box.addItem(self.outline, ignoreBounds=True)
        self._axis, self._numbers = RangeAxis(), TextRows()
        self.values: Values | None = None
        for item in self._items:
            view.addItem(item)

    @property
    def _items(self) -> tuple[Any, ...]:
        return self.box, self._axis, self._numbers

    def hide(self) -> None:
        """Takes the pane off the screen; its items stay for the next run."""
        self.values = None
        for item in self._items:
            item.setVisible(False)

    def bin_at(self, position: QPointF) -> int | None:
        """The bin over or under this place of the scene; None outside the plot and its bins."""
        if self.values is None or not self.box.sceneBoundingRect().contains(position):
            return None
        place = int(np.searchsorted(self.edges, self.box.mapSceneToView(position).x(), side="right")) - 1
        return place if 0 <= place < len(self.heights) else None

    def show(self, values: Values, area: QRectF, style: Style) -> None:
        """Shows values in a rectangle of the scene."""
        self.values = values
        statistics, line = values.statistics, style.line
        left, width = area.left(), area.width()
        plot = QRectF(left, area.top(), width, max(4.0, area.height() - style.below(len(values.rows))))
        self.edges, self.heights = statistics.histogram.edges, heights(statistics, style.log)
        top = float(self.heights.max(initial=0.0)) or 1.0
        limits = style.limits or _limits(values)
        line_color = values.color.lighter(135) if is_dark() else values.color.darker(125)
        bars = Shape(steps(self.edges, self.heights), pen(line_color), QBrush(blend(values.color, 0.8)))
        self._bars.set_shapes([bars])
        self._show_pinned(values.pinned, top, style.log)
        self.box.setGeometry(plot)
        self.box.setRange(xRange=limits, yRange=(0.0, top), padding=0)
        at = QRectF(left, plot.bottom(), width, line + 2)
        self._axis.show_range(statistics.min, statistics.max, limits, values.symbol, at, style.font)
        below = line * len(values.rows)
        self._numbers.show_rows(values.rows, QRectF(left, at.bottom() + 2, width, below), style.font)
        for item in self._items:
            item.setVisible(True)

    def _show_pinned(self, pinned: LayerStatistics | None, top: float, log: bool) -> None:
        """Outlines the pinned run, as high as the pane: bins of another width hold other shares."""
        if pinned is None:
            self.outline.set_shapes(())
            return
        bars = relative(pinned.histogram, log) * top
        self.outline.set_shapes([Shape(steps(pinned.histogram.edges, bars), pinned_pen())])


def _limits(values: Values) -> tuple[float, float]:
    """The x axis of a pane of its own."""
    found = span((values.statistics, values.pinned))
    if found is None:
        return 0.0, 1.0
    return found if values.pinned is not None else with_air(found, values.statistics)


class Column:
    """The items of one layer; made once, shown with new contents after every run.

    Attributes:
        panes: z and a; for the input the first one alone.
        contents: what is shown; None while hidden.
        area: where, in the scene.
    """

    def __init__(self, view: Any) -> None:
        self._header = TextRows()
        self._ground = Backdrop()
        view.addItem(self._ground)
        view.addItem(self._header)
        self.panes = (Pane(view), Pane(view))
        self.contents: Contents | None = None
        self.area = QRectF()

    def hide(self) -> None:
        """Takes the column off the screen."""
        self.contents = None
        self._header.setVisible(False)
        self._ground.setVisible(False)
        for pane in self.panes:
            pane.hide()

    def show(self, contents: Contents, area: QRectF, style: Style, selected: bool) -> None:
        """Shows contents in a rectangle of the scene; the selected one is marked."""
        self.contents, self.area = contents, area
        inner = area.adjusted(PAD, 0, -PAD, 0)
        top = style.top
        head = QRectF(area.left() + HEAD_PAD, 0, area.width() - 2 * HEAD_PAD, top)
        self._header.show_rows((contents.header,), head, style.font)
        self._header.setVisible(True)
        self._ground.show_ground(area, top, contents.color, selected)
        self._ground.setVisible(True)
        texts = [style.below(len(values.rows)) for values in contents.panes]
        plot = (area.height() - top - 4 - sum(texts)) / len(texts)
        at = top + 4
        for index, pane in enumerate(self.panes):
            if index < len(contents.panes):
                height = plot + texts[index]
                pane.show(contents.panes[index], QRectF(inner.left(), at, inner.width(), height), style)
                at += height
            else:
                pane.hide()

    def tip(self, position: QPointF) -> str:
        """Every number of the column, and of the bin at this place of the scene; empty while hidden."""
        if self.contents is None:
            return ""
        parts = [self.contents.header.left]
        for pane in self.panes:
            if pane.values is not None:
                symbol, statistics = pane.values.symbol, pane.values.statistics
                place = pane.bin_at(position)
                if place is not None:
                    parts[0] += "\n" + bin_text(symbol, statistics.histogram, place)
                now, before = pane.values.dtypes
                parts.append(every_number(symbol, statistics, now))
                if pane.values.pinned is not None:
                    parts.append(pinned_numbers(symbol, pane.values.pinned, before))
        return "\n\n".join(parts)
