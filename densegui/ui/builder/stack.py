"""The stack of bricks: what the model is, and where it is changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QItemSelection, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from densegui.engine import Model
from densegui.ui.builder import geometry
from densegui.ui.builder.rows import Brick
from densegui.ui.builder.stack_model import ROW_ROLE, StackModel
from densegui.ui.builder.stack_view import StackView

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset


class Stack(QWidget):
    """Shows a model as bricks on a base plate; every wish to change it leaves as a signal.

    Signals:
        insert_requested: gap counted from the input, and the new Dense block.
        move_requested: layer id, and the gap (in the order before the move) it shall go to.
        copy_requested: layer id, and the gap its copy shall go to.
        blocks_move_requested: ids of several layers from the input on, and the gap they shall go to together.
        blocks_copy_requested: ids of several layers from the input on, and the gap of their copies.
        change_requested: layer id, field and value; the fields are "units", "activation", "init", "name",
            "use_bias" and "bias_init".
        remove_requested: tuple of layer ids.
        selection_changed: tuple of layer ids, from the input on.
        dragging_changed: whether bricks of this stack are being dragged; then a bin may show itself.
        input_dim_requested: the new input size.
        columns_requested: the person wants to choose columns of the data.
        transpose_requested: the samples of the data stand in columns.
    """

    insert_requested = Signal(int, object)
    move_requested = Signal(int, int)
    copy_requested = Signal(int, int)
    blocks_move_requested = Signal(object, int)
    blocks_copy_requested = Signal(object, int)
    change_requested = Signal(int, str, object)
    remove_requested = Signal(object)
    selection_changed = Signal(object)
    dragging_changed = Signal(bool)
    input_dim_requested = Signal(int)
    columns_requested = Signal()
    transpose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stack")
        self._rows = StackModel(self)
        self._view = StackView(self._rows)
        self._view.setObjectName("stackList")
        self.setMinimumWidth(geometry.LEAST_WIDTH)
        self._selected: tuple[int, ...] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        self._connect()
        self._retranslate()

    def show_model(self, model: Model) -> None:
        """Shows another model; selection, scroll position and editors of layers that stay are kept."""
        anchor = self._view.anchor()
        self._rows.show_model(model)
        self._view.hold(anchor)
        self._describe()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other data on the base plate, or that there are none."""
        anchor = self._view.anchor()
        self._rows.show_dataset(dataset)
        self._view.hold(anchor)
        self._describe()

    def set_top_down(self, top_down: bool) -> None:
        """Lets the stack grow downward from the input as Keras draws it, or upward as bricks do."""
        self._rows.set_top_down(top_down)

    def set_detail(self, detail: Literal["compact", "normal", "full"]) -> None:
        """Sets how much each brick says.

        Args:
            detail: name, units and activation; init, shape and parameters as well; or also a picture of the
                synapses of the selected brick.
        """
        self._view.set_detail(detail)

    def select(self, layer_id: int | None) -> None:
        """Selects one layer, or none."""
        if layer_id in self._rows.layer_ids and layer_id is not None:
            self._view.select(layer_id)
        else:
            self._view.clearSelection()

    def select_blocks(self, layer_ids: Collection[int]) -> None:
        """Selects these layers alone."""
        self._view.select_all_of([i for i in self._rows.layer_ids if i in layer_ids])

    def insertion_index(self) -> int:
        """The gap after the selected blocks, seen from the input; on top where none is selected."""
        ids, chosen = self._rows.layer_ids, self.selected_ids()
        return ids.index(chosen[-1]) + 1 if chosen else len(ids)

    def selected_ids(self) -> tuple[int, ...]:
        """Ids of the selected layers, from the input on."""
        rows = (index.data(ROW_ROLE) for index in self._view.selectionModel().selectedIndexes())
        chosen = {row.layer_id for row in rows if isinstance(row, Brick)}
        return tuple(layer_id for layer_id in self._rows.layer_ids if layer_id in chosen)

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        """Sets what the context menu of the bricks offers."""
        self._view.set_menu_actions(actions)

    def edit_units(self) -> None:
        """Starts editing the units of the current brick, or the input size on the base plate."""
        self._view.edit_number()

    def choose_activation(self) -> None:
        """Opens the pop-up with the activations for the current brick."""
        self._view.choose("activation")

    def choose_init(self) -> None:
        """Opens the pop-up with the initialisers for the current brick."""
        self._view.choose("init")

    def open_settings(self) -> None:
        """Opens what the current brick carries folded away: name, bias, parameters."""
        self._view.open_settings()

    def open_doubts(self) -> None:
        """Opens what is doubtful about the current brick, with its repairs."""
        self._view.open_doubts()

    def _connect(self) -> None:
        for name in (
            "insert_requested", "move_requested", "copy_requested", "blocks_move_requested",
            "blocks_copy_requested", "change_requested", "input_dim_requested",
        ):  # fmt: skip
            getattr(self._rows, name).connect(getattr(self, name))
        self._view.remove_requested.connect(self.remove_requested)
        self._view.dragging_changed.connect(self.dragging_changed)
        self._view.columns_requested.connect(self.columns_requested)
        self._view.transpose_requested.connect(self.transpose_requested)
        self._view.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self._rows.rowsRemoved.connect(self._on_rows_changed)

    def _describe(self) -> None:
        self._view.setAccessibleDescription(self._rows.top.title())

    def _retranslate(self) -> None:
        self._view.setAccessibleName(self.tr("Stack of blocks"))
        self._describe()

    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._tell_selection()

    def _on_rows_changed(self) -> None:
        self._tell_selection()

    def _tell_selection(self) -> None:
        chosen = self.selected_ids()
        if chosen != self._selected:
            self._selected = chosen
            self.selection_changed.emit(chosen)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
