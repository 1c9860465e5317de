"""Output distributions: what does each layer do to the data?"""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QToolButton,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from densegui.engine import Model, RunResult
from densegui.ui.panels.distributions_column import LEAST_PLOT, PAD, Column, Style
from densegui.ui.panels.distributions_contents import contents_of
from densegui.ui.panels.distributions_numbers import ROWS, description
from densegui.ui.panels.plotting import LineLabel, small_font
from densegui.ui.theme import colors

LEAST_COLUMN = 104.0


class DistributionsPanel(QWidget):
    """A column for the input and for each layer: histograms of z and a, with mean, spread and zeros.

    Columns are made when they are first scrolled to, and used again by every later run.

    Signals:
        layer_selected: the id of the layer whose column was clicked.
    """

    layer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("distributionsPanel")
        self._model: Model | None = None
        self._result: RunResult | None = None
        self._current = True
        self._layer_id: int | None = None
        self._columns: dict[int, Column] = {}
        self._stale_columns: set[int] = set()
        self._log, self._same = (self._toggle(n) for n in ("distributionsLog", "distributionsSameAxis"))
        self._status = LineLabel("distributionsStatus", self)
        self._empty = QLabel(self)
        self._empty.setObjectName("distributionsEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._view = pg.GraphicsView(self)
        self._view.setObjectName("distributionsPlots")
        self._view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._view.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll = QScrollArea(self)
        self._lay_out()
        self._view.scene().sigMouseClicked.connect(self._on_clicked)
        self._view.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._scroll.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self._retranslate()
        self._restyle()

    def show_model(self, model: Model) -> None:
        """Takes note of the model; the plots are of the run, so they change with ``show_result``."""
        self._model = model
        self._show_words()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Shows the distributions of a run; ``current`` says whether they belong to the model of now."""
        self._result, self._current = result, current
        self._refresh()

    def show_selection(self, layer_id: int | None) -> None:
        """Marks the layer with this id and scrolls to it; None keeps the last one."""
        if layer_id is None or layer_id == self._layer_id:
            return
        before, self._layer_id = self._selected(), layer_id
        self._stale_columns |= {i for i in (before, self._selected()) if i is not None}
        self._show_columns()
        place = self._selected()
        if place is not None:
            width = self._column_width()
            self._scroll.ensureVisible(int((place + 0.5) * width), 0, int(width / 2), 0)

    def _toggle(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(self._on_toggled)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 0, 8, 0)
        bar.setSpacing(4)
        bar.addWidget(self._status, 1)
        bar.addWidget(self._log)
        bar.addWidget(self._same)
        self._scroll.setObjectName("distributionsScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._view)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self._scroll, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setMinimumSize(220, 160)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Output distributions"))
        self._view.setAccessibleName(self.tr("Histograms of every layer"))
        hint = self.tr(
            "Rest the pointer on a layer or press Space for every number; click or ←/→ to select it"
        )
        self._view.setStatusTip(hint)
        self._view.setAccessibleDescription(hint)
        self._log.setText(self.tr("Log"))
        self._log.setAccessibleName(self.tr("Log counts"))
        self._log.setToolTip(self.tr("Heights are log(1 + count), so that rare values are seen too"))
        self._same.setText(self.tr("Same axis"))
        self._same.setAccessibleName(self.tr("Same axis"))
        self._same.setToolTip(self.tr("One x axis for all layers, to compare their spread"))
        self._refresh()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)
        self._view.setBackground(QColor(colors().panel))
        self._refresh()

    def _refresh(self) -> None:
        """Shows the run there is; columns out of sight wait until they are scrolled to."""
        self._show_words()
        result = self._result
        count = 0 if result is None else 1 + len(result.layers)
        for index, column in self._columns.items():
            if index >= count:
                column.hide()
        self._stale_columns = set(range(count))
        self._view.setMinimumSize(int(count * self._least_column()), int(self._least_height()))
        self._show_columns()

    def _show_words(self) -> None:
        result = self._result
        self._pages.setCurrentIndex(0 if result is None else 1)
        if result is None:
            self._empty.setText(
                self.tr("Press Run forward (F5) to see what each layer does to the data.")
                if self._model is None or self._model.layers
                else self.tr("Add a Dense block and press Run forward (F5) to see what it does to the data.")
            )
            self.setAccessibleDescription(self._empty.text())
            return
        if self._current:
            text = self.tr("{rows} rows · grey: z, before the activation · colour: a, after it")
            self._status.show_text(text.format(rows=f"{result.rows:,}"), "muted")
        else:
            self._status.show_text(self.tr("Out of date: press Run forward (F5)"), "warning", filled=True)
        said = description(result)
        self.setAccessibleDescription(said if self._current else f"{self._status.text()}. {said}")

    def _least_column(self) -> float:
        """The width that holds the longest line of numbers."""
        metrics = QFontMetricsF(small_font(self.font()))
        return max(LEAST_COLUMN, metrics.horizontalAdvance("mean  −1.234e−05") + 2 * PAD)

    def _column_width(self) -> float:
        count = 1 if self._result is None else 1 + len(self._result.layers)
        return max(self._least_column(), self._scroll.viewport().width() / count)

    def _least_height(self) -> float:
        lines = 2 * (ROWS + 1) + 1
        return lines * Style(self.font(), None, False).line + 2 * LEAST_PLOT + 26

    def _selected(self) -> int | None:
        """The column of the selected layer; the input is column 0."""
        if self._result is not None:
            for index, layer in enumerate(self._result.model.layers):
                if layer.id == self._layer_id:
                    return index + 1
        return None

    def _limits(self) -> tuple[float, float] | None:
        """The one x axis of all panes, if asked for and if there is any finite value."""
        if self._result is None or not self._same.isChecked():
            return None
        every = [self._result.inputs, *(s for layer in self._result.layers for s in (layer.z, layer.a))]
        edges = [s.histogram.edges for s in every if s.histogram.counts.any()]
        if not edges:
            return None
        return min(float(e[0]) for e in edges), max(float(e[-1]) for e in edges)

    def _show_columns(self) -> None:
        """Brings the columns in sight up to date."""
        if self._result is None or self._scroll.viewport().width() <= 0:
            return
        style = Style(self.font(), self._limits(), self._log.isChecked())
        width, height = self._column_width(), float(self._view.height())
        left = self._scroll.horizontalScrollBar().value()
        first = int(left / width)
        last = int((left + self._scroll.viewport().width()) / width)
        selected = self._selected()
        for index in range(first, min(last, len(self._result.layers)) + 1):
            if index not in self._stale_columns:
                continue
            self._stale_columns.discard(index)
            column = self._columns.get(index)
            if column is None:
                column = self._columns[index] = Column(self._view)
            column.show(
                contents_of(self._result, index, self._current),
                QRectF(index * width, 0, width, height),
                style,
                index == selected,
            )

    def _tip(self, position: QPointF) -> str:
        column = self._columns.get(int(position.x() / self._column_width()))
        return "" if column is None else column.tip(position)

    def _choose(self, place: int) -> None:
        """Selects the layer of this column and says so."""
        if self._result is None or not 1 <= place <= len(self._result.layers):
            return
        layer_id = self._result.model.layers[place - 1].id
        assert layer_id is not None
        self.show_selection(layer_id)
        self.layer_selected.emit(layer_id)

    def _on_toggled(self) -> None:
        self._refresh()

    def _on_scrolled(self) -> None:
        self._show_columns()

    def _on_clicked(self, event: Any) -> None:
        self._choose(int(event.scenePos().x() / self._column_width()))

    def _on_key(self, event: QKeyEvent) -> bool:
        place = self._selected() or 0
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._choose(place + (1 if event.key() == Qt.Key.Key_Right else -1))
            return True
        if event.key() == Qt.Key.Key_Space:
            corner = QPoint(int((place + 0.5) * self._column_width()), self._view.height() // 3)
            QToolTip.showText(self._view.mapToGlobal(corner), self._tip(QPointF(corner)), self._view)
            return True
        return False

    def _on_resized(self) -> None:
        if self._result is not None:
            self._stale_columns = set(range(1 + len(self._result.layers)))
            self._show_columns()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view:
            if event.type() == QEvent.Type.Resize:
                self._on_resized()
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self._view)
            return True
        elif isinstance(event, QWheelEvent) and not self._scroll.verticalScrollBar().maximum():
            bar = self._scroll.horizontalScrollBar()
            delta = event.angleDelta()
            bar.setValue(bar.value() - (delta.x() or delta.y()))
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()
