"""GraphPanel: which neuron is connected to which, how strongly, and what flows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QStackedLayout,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from densegui.ui.panels.graph_controls import GraphControls
from densegui.ui.panels.graph_edges import Magnitudes
from densegui.ui.panels.graph_foot import GraphFoot
from densegui.ui.panels.graph_items import GraphItem
from densegui.ui.panels.graph_layout import Edge, Neuron, view_of
from densegui.ui.panels.graph_picture import Numbers, Picture, means_of, picture_of, sample_of
from densegui.ui.panels.graph_style import style
from densegui.ui.panels.graph_texts import edge_text, neuron_text, statement, summary

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model, RunResult, Trace

WALK: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ZOOM: Final[dict[int, float]] = {Qt.Key.Key_Plus: 0.8, Qt.Key.Key_Equal: 0.8, Qt.Key.Key_Minus: 1.25}


class GraphPanel(QWidget):
    """The neurons of a model from input to output, with the strongest weights between them.

    Signals:
        layer_selected(int): id of the layer whose header was clicked.
        sample_requested(int): row of the dataset whose numbers the neurons shall show, answered by
            ``show_trace``; −1 for the mean over the run.
    """

    layer_selected = Signal(int)
    sample_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphPanel")
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._result: RunResult | None = None
        self._current = True
        self._trace: Trace | None = None
        self._trace_model: Model | None = None
        self._layer_id: int | None = None
        self._picture: Picture | None = None
        self._totals = Magnitudes()
        self._fitted = True
        self._build()
        self._restyle()
        self._retranslate()

    def show_model(self, model: Model) -> None:
        """Shows a model; values of an earlier run stay where their layers are still there."""
        if self._model is None or self._model.dims != model.dims:
            self._item.select(None)
            self._fitted = True
        self._model = model
        self._refresh()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows the names of its features and classes, and offers its samples."""
        if dataset is not self._dataset:
            self._trace = None
            self._controls.show_rows(0 if dataset is None else dataset.rows)
        self._dataset = dataset
        self._refresh()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Fills the neurons with their means over a run; where that is out of date, says so instead."""
        self._result = result
        self._current = current
        self._refresh()

    def show_trace(self, trace: Trace | None) -> None:
        """Fills the neurons with the first sample of a trace; None goes back to the means."""
        self._trace = trace
        self._trace_model = self._model
        self._controls.show_sample(trace is not None)
        self._refresh()

    def show_selection(self, layer_id: int | None) -> None:
        """Highlights the column of a layer; None highlights none."""
        self._layer_id = layer_id
        self._mark()

    @property
    def sample(self) -> int:
        """The row asked for; −1 for the mean over the run."""
        return self._controls.sample

    def fit(self) -> None:
        """Brings all neurons into view."""
        self._fitted = True
        view = self._item.fitting(self._box.width(), self._box.height())
        if view is None or view.width <= 0 or view.height <= 0:
            return
        x, y = view.x_range(), view.y_range()
        wide, high = x[1] - x[0], y[1] - y[0]
        self._box.setLimits(
            xMin=x[0] - wide, xMax=x[1] + wide, yMin=y[0] - high, yMax=y[1] + high,
            minXRange=wide / 200, minYRange=high / 200,
        )  # fmt: skip
        self._box.setRange(xRange=x, yRange=y, padding=0)
        self._on_range_changed()

    def _build(self) -> None:
        self._controls = GraphControls(self)
        self._controls.sample_requested.connect(self.sample_requested)
        self._controls.fit_requested.connect(self.fit)
        self._view = pg.GraphicsView(self)
        self._view.setObjectName("graphView")
        self._view.installEventFilter(self)
        self._box = pg.ViewBox(enableMenu=False, invertY=True, defaultPadding=0.0)
        self._view.setCentralItem(self._box)
        self._item = GraphItem()
        self._item.setParentItem(self._box)
        self._item.hovered.connect(self._on_hovered)
        self._item.neuron_picked.connect(self._on_neuron_picked)
        self._item.header_picked.connect(self._on_header_picked)
        self._item.fit_wanted.connect(self.fit)
        self._box.sigRangeChanged.connect(self._on_range_changed)
        self._box.sigRangeChangedManually.connect(self._on_moved_by_hand)
        self._box.sigResized.connect(self._on_resized)
        self._empty = QLabel()
        self._empty.setObjectName("graphEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        self._foot = GraphFoot(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._controls)
        column.addLayout(self._pages, 1)
        column.addWidget(self._foot)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Neuron graph"))
        self._view.setAccessibleName(self.tr("Neurons and weights"))
        self._empty.setText(self.tr("Add a Dense block to the stack: its neurons appear here."))
        self._refresh()

    def _refresh(self) -> None:
        """Puts the picture together anew from all that is known."""
        model = self._model
        if model is None or not model.layers:
            self._picture = None
        else:
            numbers: list[Numbers | None] = [None] * len(model.dims)
            if self._trace is not None and self._trace_model is model:
                numbers = sample_of(model, self._trace)
            elif self._trace is None and self._result is not None and self._current:
                numbers = means_of(model, self._result)
            self._picture = picture_of(
                model, self._dataset, numbers, self._totals, input_name=self.tr("Input")
            )
        fit = model is not None and self._dataset is not None and self._dataset.features == model.input_dim
        self._controls.offer_samples(fit)
        self._item.show_picture(self._picture)
        self._pages.setCurrentWidget(self._empty if self._picture is None else self._view)
        self._foot.setVisible(self._picture is not None)
        self._mark()
        self._say()
        if self._fitted:
            self.fit()

    def _say(self) -> None:
        """Writes what is shown in words."""
        picture, selected = self._picture, self._item.selected
        if picture is None:
            self.setAccessibleDescription(self._empty.text())
            return
        text = statement(picture) if selected is None else neuron_text(picture, selected, self._what())
        line = text.replace("\n", " · ")
        out_of_date = self._is_out_of_date()
        self._foot.show_words(line, out_of_date)
        self._view.setAccessibleDescription(line)
        self.setAccessibleDescription(summary(picture, self._what(), out_of_date))

    def _is_out_of_date(self) -> bool:
        """Whether there are numbers that are not of the model and the data of now."""
        if self._trace is not None:
            return self._trace_model is not self._model
        return self._result is not None and not self._current

    def _what(self) -> str:
        """Of which samples the numbers are."""
        if self._trace is not None:
            return self.tr("sample {k:,}").format(k=max(self.sample, 0))
        rows = 0 if self._result is None else self._result.rows
        return self.tr("mean (N = {rows:,})").format(rows=rows)

    def _mark(self) -> None:
        columns = () if self._picture is None else self._picture.columns
        ids = [column.layer_id for column in columns]
        self._item.mark(ids.index(self._layer_id) if self._layer_id in ids[1:] else None)

    def _restyle(self) -> None:
        self._view.setBackground(style().panel)
        self._item.restyle()
        self._foot.restyle()

    def _step(self, columns: int, rows: int) -> None:
        """Moves the selection by the keyboard; the first key selects the first neuron."""
        if self._picture is None:
            return
        now = self._item.selected
        if now is None:
            self._select(Neuron(0, 0))
            return
        column = min(max(now.column + columns, 0), len(self._picture.columns) - 1)
        last = len(self._picture.layout.columns[column].y) - 1
        self._select(Neuron(column, min(max(now.row + rows, 0), last)))

    def _select(self, neuron: Neuron | None) -> None:
        self._item.select(neuron)
        self._say()

    def _on_hovered(self, target: Neuron | Edge | None, place: QPoint) -> None:
        if target is None or self._picture is None:
            QToolTip.hideText()
        elif isinstance(target, Neuron):
            QToolTip.showText(place, neuron_text(self._picture, target, self._what()), self._view)
        else:
            QToolTip.showText(place, edge_text(self._picture, target), self._view)

    def _on_neuron_picked(self, neuron: Neuron | None) -> None:
        self._select(None if neuron == self._item.selected else neuron)

    def _on_header_picked(self, column: int) -> None:
        layer_id = None if self._picture is None else self._picture.columns[column].layer_id
        if layer_id is not None:
            self.layer_selected.emit(layer_id)

    def _on_range_changed(self) -> None:
        wide, high = self._box.width(), self._box.height()
        if wide > 0 and high > 0:
            x, y = self._box.viewRange()
            self._item.show_view(view_of(x, y, wide, high))

    def _on_moved_by_hand(self) -> None:
        self._fitted = False

    def _on_resized(self) -> None:
        if self._fitted:
            self.fit()
        else:
            self._on_range_changed()

    def _on_key(self, key: int) -> bool:
        """Does what a key asks for; says whether it asked for anything."""
        if key in WALK:
            self._step(*WALK[key])
        elif key in ZOOM:
            self._fitted = False
            self._box.scaleBy((ZOOM[key], ZOOM[key]))
        elif key == Qt.Key.Key_F:
            self.fit()
        elif key == Qt.Key.Key_Escape and self._item.selected is not None:
            self._select(None)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._item.selected is not None:
            self._on_header_picked(self._item.selected.column)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the keys of the graph; shortcuts of the window (Esc cancels a run) come before them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~(
                Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
            )
            if not held and self._on_key(event.key()):
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language, the colours and the font of the application."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        elif event.type() == QEvent.Type.FontChange:
            self._item.set_font(self.font())
            self._foot.set_font(self.font())
            self._refresh()
