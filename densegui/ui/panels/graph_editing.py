"""Changing a weight or a bias where it is seen: typed, or dragged up and down."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from densegui.ui import theme
from densegui.ui.panels.typed_number import complain, holds, parsed

if TYPE_CHECKING:
    from densegui.engine import Model
    from densegui.ui.focus import Focus
    from densegui.ui.panels.graph_canvas import GraphCanvas

TRAVEL: Final = 100.0  # pixels by which a number is dragged to zero
LEAST: Final = 0.1  # a smaller number, among smaller ones, is dragged as if it were this
_SEEN: Final = 100_000  # weights from which the size of a layer's is told


class GraphEditor(QLineEdit):
    """A field for one number.

    Signals:
        entered(float): a number was typed and Enter pressed.
        stepped(int, bool): the arrow keys: up or down; whether in finer steps.
        closed(): the field is gone.
    """

    entered = Signal(float)
    stepped = Signal(int, bool)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._dtype = "float32"
        self.setObjectName("graphEditor")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hide()
        self.textEdited.connect(self._on_edited)

    def show_value(self, value: float, dtype: str) -> None:
        """Writes a number into the field, with all digits, to be replaced by another of its dtype."""
        self._dtype = dtype
        self.setText(repr(value))
        self._mark(False)
        self.selectAll()

    def _mark(self, wrong: bool) -> None:
        self.setStyleSheet(f"color: {theme.colors().warning};" if wrong else "")

    def _on_edited(self) -> None:
        self._mark(parsed(self.text(), self._dtype) is None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the number, Esc leaves it, the arrows change it."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            value = parsed(self.text(), self._dtype)
            if value is None:
                complain(self, self._dtype)
                return
            self.hide()
            self.entered.emit(value)
            self.closed.emit()
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(1 if key == Qt.Key.Key_Up else -1, fine)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is not taken with Enter is not taken."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.hide()


class GraphEditing(QObject):
    """Knows which number is selected, and asks for another one.

    Signals:
        parameters_requested(int, object, object): layer id, its weights (n_in, n_out) or None, its bias
            (n_out,) or None.
    """

    parameters_requested = Signal(int, object, object)

    def __init__(self, canvas: GraphCanvas, parent: QWidget) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._model: Model | None = None
        self._place: tuple[int, int | None, int] | None = None
        self._size = self._start = self._moved = 0.0
        self.editor = GraphEditor(canvas.widget)
        self.editor.entered.connect(self._request)
        self.editor.stepped.connect(self._on_stepped)
        self.editor.closed.connect(self._on_closed)
        canvas.edit_wanted.connect(self.open)
        canvas.item.edit_wanted.connect(self.open)
        canvas.item.held.connect(self._on_held)
        canvas.item.dragged.connect(self._on_dragged)

    def show(self, model: Model | None, focus: Focus) -> None:
        """Edits what this focus names in this model: the weight of its edge, or the bias of its neuron."""
        before, value = self._place, self.value
        self._model, self._place = model, _place_of(model, focus)
        if self._place != before:
            self.editor.hide()
        elif model is not None and self.editor.isVisible() and self.value not in {None, value}:
            self.editor.show_value(self.value or 0.0, model.dtype)

    @property
    def value(self) -> float | None:
        """The number that is edited; None where there is none."""
        if self._model is None or self._place is None:
            return None
        index, source, unit = self._place
        parameters = self._model.parameters[index]
        value = parameters.bias[unit] if source is None else parameters.weights[source, unit]
        return float(str(value))

    def open(self) -> None:
        """Shows the field to type a number into."""
        place, value = self._canvas.handle(), self.value
        if self._model is None or place is None or value is None:
            return
        self.editor.setAccessibleName(
            self.tr("Bias b") if self._place is not None and self._place[1] is None else self.tr("Weight w")
        )
        self.editor.setToolTip(self.tr("Enter takes the number, Esc leaves it; up and down change it"))
        self._size = self._typical()
        self.editor.setGeometry(place.adjusted(-14, -4, 14, 4))
        self.editor.show_value(value, self._model.dtype)
        self.editor.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typical(self) -> float:
        """The size by which steps are measured: that of the number, unless it is small among its layer's."""
        value = self.value
        if self._model is None or self._place is None or value is None:
            return LEAST
        weights = self._model.parameters[self._place[0]].weights.ravel()
        sizes = np.abs(weights[:: max(weights.size // _SEEN, 1)])
        sizes = sizes[np.isfinite(sizes)]
        # Their median: one weight that was made large does not make all others leap.
        usual = float(np.quantile(sizes, 0.5, method="lower")) if sizes.size else 0.0
        return max(abs(value) if math.isfinite(value) else 0.0, usual, LEAST)

    def _ask(self, value: float, fine: bool) -> None:
        """Asks for a number with no more digits than steps can tell apart."""
        self._request(round(value, 3 - math.floor(math.log10(self._size)) + fine))

    def _request(self, value: float) -> None:
        if self._model is None or self._place is None or not holds(self._model.dtype, value):
            return
        index, source, unit = self._place
        parameters, layer_id = self._model.parameters[index], self._model.layers[index].id
        array = (parameters.bias if source is None else parameters.weights).copy()
        array[unit if source is None else (source, unit)] = value
        self.parameters_requested.emit(layer_id, *((None, array) if source is None else (array, None)))

    def _on_held(self) -> None:
        value = self.value
        self._start = value if value is not None and math.isfinite(value) else 0.0
        self._size, self._moved = self._typical(), 0.0

    def _on_dragged(self, pixels: float, fine: bool) -> None:
        self.editor.hide()
        self._moved += pixels * (0.1 if fine else 1.0)
        self._ask(self._start + self._moved / TRAVEL * self._size, fine)

    def _on_stepped(self, steps: int, fine: bool) -> None:
        value = self.value
        if value is not None:
            start = value if math.isfinite(value) else 0.0
            self._ask(start + steps * (0.005 if fine else 0.05) * self._size, fine)

    def _on_closed(self) -> None:
        self._canvas.widget.setFocus()


def _place_of(model: Model | None, focus: Focus) -> tuple[int, int | None, int] | None:
    """Place of the layer, source or None for the bias, and unit; None where there is nothing to edit."""
    if model is None or focus.unit is None:
        return None
    for index, layer in enumerate(model.layers):
        if layer.id == focus.layer_id and focus.unit < layer.units and _is_there(model, index):
            inside = focus.source is None or focus.source < model.dims[index]
            return (
                (index, focus.source, focus.unit)
                if inside and (focus.source is not None or layer.use_bias)
                else None
            )
    return None


def _is_there(model: Model, index: int) -> bool:
    """Whether looking at the parameters does not have to draw many of them first."""
    return model.is_drawn(index) or model.connections[index] <= 50_000
