"""MatricesPanel: how does x·W + b come about?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from densegui.ui.focus import DRAWN_SAMPLE, Focus
from densegui.ui.panels.matrices_choices import focus_on, marked, neighbour
from densegui.ui.panels.matrices_controls import MatricesControls
from densegui.ui.panels.matrices_product import is_of, product_of
from densegui.ui.panels.matrices_sum import CellSum
from densegui.ui.panels.matrices_view import MatricesView
from densegui.ui.panels.sample_text import sample_text
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model
    from densegui.ui.focus import Minibatch
    from densegui.ui.panels.matrices_product import Axis, Cell, Product

_ROOMY: Final = 240  # height of the panel from which the sum may take a third line
_PATIENCE_MS: Final = 80  # the numbers of a changed model come within a few milliseconds


class MatricesPanel(QWidget):
    """X, W, b, Z and A of one layer and one minibatch, as coloured grids whose inner dimensions meet.

    Signals:
        focus_requested(Focus): a cell was chosen, or another minibatch.
    """

    focus_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matricesPanel")
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._minibatch: Minibatch | None = None
        self._focus = Focus()
        self._in_columns = False
        self._product: Product | None = None
        self._marked: dict[Axis, int] = {}
        self._pending = False
        self._controls = MatricesControls(self)
        self._view = MatricesView(self)
        self._scroll = QScrollArea(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("matricesEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PATIENCE_MS)
        self._lay_out()
        self._late.timeout.connect(self._on_late)
        self._controls.orientation_chosen.connect(self._on_orientation_chosen)
        self._controls.turned.connect(self._on_turned)
        self._controls.zoomed.connect(self._on_zoomed)
        canvas = self._view.canvas
        canvas.explained_changed.connect(self._on_explained_changed)
        canvas.picked.connect(self._on_picked)
        canvas.stepped.connect(self._on_stepped)
        canvas.turned.connect(self._on_turned)
        self._retranslate()
        self._restyle()

    def show_model(self, model: Model) -> None:
        """Takes note of the model; its numbers come with ``show_minibatch``.

        Those of another model are greyed, unless new ones come within a moment, as they do while a weight
        is dragged.
        """
        self._model = model
        self._refresh_or_wait()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Takes the names of its features and classes, and the way its samples stand."""
        if dataset is not self._dataset:
            if self._minibatch is not None and not is_of(self._minibatch, dataset):
                self._minibatch = None
            if dataset is not None:
                self._in_columns = dataset.samples_in_columns
        self._dataset = dataset
        self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Shows the numbers of these rows."""
        self._minibatch = minibatch
        self._refresh_or_wait()

    def show_focus(self, focus: Focus) -> None:
        """Shows the layer that is selected, and marks the neuron, the edge and the sample."""
        self._focus = focus
        self._refresh()

    def picture(self) -> QWidget:
        """The matrices with the sum beneath, without scroll bars."""
        self._catch_up()
        return self._view.picture

    def numbers(self) -> Iterator[Sequence[object]]:
        """Every cell of the matrices as they are drawn: matrix, row, column, value."""
        yield "matrix", "row", "column", "value"
        self._catch_up()
        product = self._product
        if product is None:
            return
        for kind in product.kinds:
            rows, columns = product.axes(kind)
            symbol = product.symbol(kind)
            for row, values in enumerate(product.drawn(kind)):
                for column, value in enumerate(values.tolist()):
                    yield symbol, product.label(rows, row), product.label(columns, column), value

    def _lay_out(self) -> None:
        self._scroll.setObjectName("matricesScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._view)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self._controls)
        column.addWidget(self._scroll, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setMinimumSize(220, 160)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Matrices"))
        self._view.retranslate()
        self._refresh()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)
        self._view.restyle()

    @property
    def _is_stale(self) -> bool:
        """Whether the numbers are not of the model of now."""
        return self._minibatch is not None and self._minibatch.model is not self._model

    def _refresh_or_wait(self) -> None:
        """Shows what is known now; numbers and model that do not fit may do so in a moment."""
        if not self._is_stale:
            self._refresh()
        elif not self._late.isActive():
            self._late.start()

    def _refresh(self) -> None:
        """Shows what is known now, if anyone sees it."""
        self._late.stop()
        self._pending = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Does what waited for the panel to be looked at."""
        if not self._pending:
            return
        self._pending = False
        minibatch = self._minibatch
        self._product = None
        if minibatch is not None and len(minibatch.trace.x):
            self._product = product_of(minibatch, self._focus.layer_id, self._dataset, self._in_columns)
        self._pages.setCurrentIndex(0 if self._product is None else 1)
        self._controls.show_orientation(self._in_columns)
        self._view.canvas.show_product(self._product, self._is_stale)
        self._marked = (
            {}
            if self._product is None or minibatch is None
            else marked(self._product, minibatch, self._focus)
        )
        self._view.canvas.mark(self._marked)
        self._explain()
        self._say()

    def _explain(self) -> None:
        places, product = self._view.canvas.explained, self._product
        cell_sum = None
        if product is not None:
            cell_sum = CellSum(product, places["sample"], places["unit"], places.get("input"))
        self._view.sum.show_sum(cell_sum, self._is_stale)
        self._view.canvas.setAccessibleDescription(self._view.sum.text)

    def _say(self) -> None:
        """Says in words which rows are shown, or what to do next."""
        product, minibatch = self._product, self._minibatch
        if product is None or minibatch is None:
            self._empty.setText(
                self.tr("Press Run forward (F5) to see the numbers.")
                if self._model is None or self._model.layers
                else self.tr("Add a Dense block and press Run forward (F5) to see its numbers.")
            )
            self.setAccessibleDescription(self._empty.text())
            return
        first, count = minibatch.first, len(minibatch.trace.x)
        rows = self._rows(minibatch)
        is_drawn = first == DRAWN_SAMPLE
        self._controls.offer(before=first > 0, after=not is_drawn and first + count < rows)
        text = (
            self.tr("rows {first:,}–{last:,} of {all:,}")
            if count > 1
            else self.tr("row {first:,} of {all:,}")
        )
        status = text.format(first=first, last=first + count - 1, all=rows)
        if is_drawn:
            status = sample_text(first)
        if self._is_stale:
            status = self.tr("Out of date: press Run forward (F5)")
        self._controls.show_status(status, warns=self._is_stale)
        shapes = ", ".join(f"{product.symbol(kind)} {product.shape(kind)}" for kind in product.kinds)
        text = self.tr("Matrices of {layer}: {shapes}; {status}.")
        self.setAccessibleDescription(text.format(layer=product.name, shapes=shapes, status=status))

    def _rows(self, minibatch: Minibatch) -> int:
        """How many rows there are to choose from."""
        return minibatch.first + len(minibatch.trace.x) if self._dataset is None else self._dataset.rows

    def _on_late(self) -> None:
        self._refresh()

    def _on_orientation_chosen(self, in_columns: bool) -> None:
        self._in_columns = in_columns
        self._refresh()

    def _on_turned(self, by: int) -> None:
        """Asks for the minibatch before or after."""
        minibatch = self._minibatch
        if minibatch is None:
            return
        wanted = neighbour(minibatch.first, len(minibatch.trace.x), self._rows(minibatch), by)
        if wanted is not None:
            self.focus_requested.emit(replace(self._focus, sample=wanted))

    def _on_zoomed(self, by: int) -> None:
        self._view.canvas.zoom_by(by)

    def _on_explained_changed(self) -> None:
        self._explain()

    def _on_picked(self, cell: Cell) -> None:
        """Asks for the sample, the neuron or the edge of a cell."""
        product, minibatch = self._product, self._minibatch
        assert product is not None
        assert minibatch is not None
        self.focus_requested.emit(focus_on(product, minibatch, self._focus, cell))

    def _on_stepped(self, rows: int, columns: int) -> None:
        """Asks for the neighbour of the selected cell of Z; the first key asks for the explained one."""
        product, minibatch = self._product, self._minibatch
        if product is None or minibatch is None:
            return
        places = self._view.canvas.explained
        if "sample" in self._marked and "unit" in self._marked:
            by = dict(zip(product.axes("z"), (rows, columns), strict=True))
            places = {axis: self._marked[axis] + by[axis] for axis in ("sample", "unit")}
        sample = min(max(minibatch.first + places["sample"], 0), self._rows(minibatch) - 1)
        unit = min(max(places["unit"], 0), product.units - 1)
        self.focus_requested.emit(
            replace(self._focus, layer_id=product.layer.id, unit=unit, source=None, sample=sample)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._view.sum.limit_lines(3 if self.height() >= _ROOMY else 2)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        elif event.type() == QEvent.Type.FontChange:
            # Under a style sheet a widget's font does not reach its children by itself.
            self._view.canvas.setFont(self.font())
            self._view.sum.setFont(self.font())
