"""Histograms side by side: a column for the input and for each layer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QHBoxLayout, QScrollArea, QToolTip, QWidget

from densegui.ui.panels.distributions_column import HEAD_PAD, LEAST_PLOT, PAD, Column, Style
from densegui.ui.panels.distributions_contents import contents_of
from densegui.ui.panels.distributions_gutter import Gutter
from densegui.ui.panels.distributions_measures import span
from densegui.ui.panels.distributions_numbers import labels, z_rows
from densegui.ui.panels.distributions_shown import Shown, statistics_of
from densegui.ui.panels.distributions_view import View, bins
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

LEAST_COLUMN = 104.0
MOST_COLUMN = 180.0


class HistogramsView(View):
    """Columns, made when they are first scrolled to and used again by every later run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._columns: dict[int, Column] = {}
        self._stale: set[int] = set()
        self._gutter = Gutter(self)
        self._view = pg.GraphicsView(self)
        self._view.setObjectName("distributionsPlots")
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # its ground is one colour
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("distributionsScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._gutter)
        row.addWidget(self._scroll, 1)
        self._view.scene().sigMouseClicked.connect(self._on_clicked)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self._scroll.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_run(self, shown: Shown) -> None:
        """Shows the run; columns out of sight wait until they are scrolled to."""
        before, self._shown = self._shown, shown
        for index, column in self._columns.items():
            if index >= shown.count:
                column.hide()
        self._stale = set(range(shown.count))
        self._view.setBackground(QColor(colors().panel))
        self._view.setMinimumSize(int(shown.count * self._least_column()), int(self._least_height()))
        self._show_columns()
        if shown.place is not None and (before is None or before.focus.layer_id != shown.focus.layer_id):
            width = self._column_width()
            self._scroll.ensureVisible(int((shown.place + 0.5) * width), 0, int(width / 2), 0)

    def retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Histograms of every layer"))
        hint = self.tr(
            "Rest the pointer on a layer or press Space for every number; click or ←/→ to select it"
        )
        self._view.setStatusTip(hint)
        self._view.setAccessibleDescription(hint)

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        return bins(shown)

    def tip(self, position: QPointF) -> str:
        """Every number of the column at this place of the scene."""
        column = self._columns.get(int(position.x() / self._column_width()))
        return "" if column is None else column.tip(position)

    def _style(self, shown: Shown) -> Style:
        every = []
        for result in (shown.result, shown.pinned) if shown.same else ():
            places = range(0 if result is None else 1 + len(result.layers))
            every += [statistics_of(result, p, after) for p in places for after in (False, True) if result]
        return Style(shown.font, span(every), shown.log)

    def _least_column(self) -> float:
        """The width that holds the longest line of numbers; and the headers, where columns scroll anyway."""
        shown = self._shown
        if shown is None:
            return LEAST_COLUMN
        metrics = QFontMetricsF(small_font(self.font()))
        samples = ["  −1.234e−05", "  < 0.1 %"]
        if shown.pinned is not None:
            samples = ["  −1.234e−05  (−1.234e−05)", "  < 0.1 %  (< 0.1 %)"]
        numbers, parts = (metrics.horizontalAdvance(text) + 2 for text in samples)
        needed = [metrics.horizontalAdvance(label) + numbers for label in labels()[:2]]
        needed += [metrics.horizontalAdvance(label) + parts for label in labels()[2:]]
        width = max(LEAST_COLUMN, max(needed) + 2 * PAD)
        if shown.count * width <= self._scroll.viewport().width():
            return width
        longest = max((str(layer.activation) for layer in shown.result.model.layers), key=len, default="")
        bold = QFontMetricsF(small_font(self.font(), bold=True))
        header = bold.horizontalAdvance(shown.name(shown.count - 1)) + metrics.horizontalAdvance(longest)
        return max(width, min(header + 2 * HEAD_PAD + 10, MOST_COLUMN))

    def _column_width(self) -> float:
        count = 1 if self._shown is None else self._shown.count
        return max(self._least_column(), self._scroll.viewport().width() / count)

    def _least_height(self) -> float:
        style = Style(self.font(), None, False)
        return style.top + sum(style.below(lines) for lines in self._lines) + 2 * LEAST_PLOT + 6

    def _show_columns(self) -> None:
        """Brings the columns in sight up to date."""
        shown = self._shown
        if shown is None or self._scroll.viewport().width() <= 0:
            return
        style = self._style(shown)
        width, height = self._column_width(), float(self._view.height())
        left = self._scroll.horizontalScrollBar().value()
        first = int(left / width)
        last = int((left + self._scroll.viewport().width()) / width)
        in_sight = range(first, min(last, shown.count - 1) + 1)
        for index in self._stale.intersection(self._columns).difference(in_sight):
            self._columns[index].hide()  # it may stand where another column is now
        for index in self._stale.intersection(in_sight):
            self._stale.discard(index)
            column = self._columns.get(index)
            if column is None:
                column = self._columns[index] = Column(self._view)
            area = QRectF(index * width, 0, width, height)
            column.show(contents_of(shown, index), area, style, index == shown.place)
        self._show_gutter(style, height)

    @property
    def _lines(self) -> tuple[int, int]:
        """Lines under z and under a."""
        return (2, 4) if self._shown is None else (z_rows(self._shown.result), 4)

    def _show_gutter(self, style: Style, height: float) -> None:
        texts = [style.below(lines) for lines in self._lines]
        plot = (height - style.top - 4 - sum(texts)) / 2
        top = style.top + 4 - self._scroll.verticalScrollBar().value()
        bands = (top, plot + texts[0]), (top + plot + texts[0], plot + texts[1])
        has_layers = self._shown is not None and self._shown.count > 1
        self._gutter.show_bands(bands if has_layers else ())

    def _choose(self, place: int) -> None:
        if self._shown is not None and 0 <= place < self._shown.count:
            self.focus_requested.emit(self._shown.looking_at(place))

    def _on_scrolled(self) -> None:
        self._show_columns()

    def _on_clicked(self, event: Any) -> None:
        self._choose(int(event.scenePos().x() / self._column_width()))

    def _on_key(self, event: QKeyEvent) -> bool:
        if self._shown is None:
            return False
        place = self._shown.place
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if event.key() == Qt.Key.Key_Right else -1
            self._choose((place or 0) + step)
            return True
        if event.key() == Qt.Key.Key_Space:
            corner = QPoint(int(((place or 0) + 0.5) * self._column_width()), self._view.height() // 3)
            QToolTip.showText(self._view.mapToGlobal(corner), self.tip(QPointF(corner)), self._view)
            return True
        return False

    def _on_resized(self) -> None:
        if self._shown is not None:
            self._stale = set(range(self._shown.count))
            self._show_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view:
            if event.type() == QEvent.Type.Resize:
                self._on_resized()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self._view)
            return True
        elif isinstance(event, QWheelEvent) and not self._scroll.verticalScrollBar().maximum():
            bar = self._scroll.horizontalScrollBar()
            delta = event.angleDelta()
            bar.setValue(bar.value() - (delta.x() or delta.y()))
            return True
        return super().eventFilter(watched, event)
