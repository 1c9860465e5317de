"""Going from one selection of the neuron graph to the next, and unfolding wide layers page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from densegui.ui.focus import Focus
from densegui.ui.panels.graph_heat import Cell
from densegui.ui.panels.graph_layout import Edge, Neuron, page_after
from densegui.ui.panels.graph_steps import beyond, cycled, picked, stepped

if TYPE_CHECKING:
    from densegui.engine import Model
    from densegui.ui.panels.graph_canvas import GraphCanvas
    from densegui.ui.panels.graph_picture import Picture


class GraphNavigation(QObject):
    """Turns clicks and keys of the canvas into a wish for another focus, or another page.

    Attributes:
        starts: layer id → first shown neuron of each layer that was paged.

    Signals:
        focus_requested(object): the ``Focus`` that is wanted.
        page_turned(): ``starts`` has changed.
    """

    focus_requested = Signal(object)
    page_turned = Signal()

    def __init__(self, canvas: GraphCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._model: Model | None = None
        self._picture: Picture | None = None
        self._focus = Focus()
        self.starts: dict[int, int] = {}
        canvas.item.picked.connect(self._on_picked)
        canvas.item.header_picked.connect(self._on_header_picked)
        canvas.item.gap_picked.connect(self._on_gap_picked)
        canvas.walked.connect(self._on_walked)
        canvas.paged.connect(self._on_paged)
        canvas.cycled.connect(self._on_cycled)
        canvas.left.connect(self._on_left)

    def show(self, model: Model | None, picture: Picture | None, focus: Focus) -> None:
        """Starts from this focus in this picture."""
        self._model, self._picture, self._focus = model, picture, focus
        forward, backward = (
            picture is not None and cycled(picture, focus, step) is not None for step in (1, -1)
        )
        self._canvas.take_keys(forward=forward, backward=backward, leaves=focus.unit is not None)

    def request(self, **changes: Any) -> None:
        """Asks for a focus that differs from the shown one in these fields."""
        focus = replace(self._focus, **changes)
        if focus != self._focus:
            self.focus_requested.emit(focus)

    def _turn_page(self, column: int, pages: int) -> None:
        """Unfolds other neurons of a wide layer."""
        assert self._picture is not None
        layer_id = self._picture.columns[column].layer_id
        size = self._picture.layout.columns[column].fold.size
        start = page_after(size, self.starts.pop(layer_id, None), pages)
        if start is not None:
            self.starts[layer_id] = start
        self.page_turned.emit()

    def _on_picked(self, target: Neuron | Edge | Cell | None) -> None:
        if self._picture is not None and self._model is not None:
            self.request(**picked(self._model, self._picture, target))

    def _on_header_picked(self, column: int) -> None:
        if self._picture is not None:
            self.request(layer_id=self._picture.columns[column].layer_id, unit=None, source=None)

    def _on_gap_picked(self, column: int, gap: int) -> None:
        if self._picture is not None:
            self._turn_page(column, beyond(self._picture.layout.columns[column].fold, gap))

    def _on_paged(self, pages: int) -> None:
        column = None if self._picture is None else self._picture.column_of(self._focus.layer_id)
        if column is not None:
            self._turn_page(column, pages)

    def _on_walked(self, columns: int, rows: int) -> None:
        if self._picture is not None and self._model is not None:
            neuron = stepped(self._picture, self._focus, columns, rows)
            self.request(**picked(self._model, self._picture, neuron))

    def _on_cycled(self, step: int) -> None:
        changes = None if self._picture is None else cycled(self._picture, self._focus, step)
        if changes is not None:
            self.request(**changes)

    def _on_left(self) -> None:
        self.request(unit=None, source=None)
