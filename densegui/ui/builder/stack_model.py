"""The rows of the stack as an item model: free space, bricks and base plate, from top to bottom."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    SignalInstance,
)

from densegui.engine import Dense, Model
from densegui.ui.builder import payload
from densegui.ui.builder.rows import Brick, Plate, Top, brick_rows, plate_row

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE: Final = int(Qt.ItemDataRole.UserRole)

# Joined once: the view asks for flags many times in a frame, and to join four takes Python microseconds.
_Flag = Qt.ItemFlag
_TOP_FLAGS: Final = _Flag.ItemIsDropEnabled
_PLATE_FLAGS: Final = (
    _Flag.ItemIsEnabled | _Flag.ItemIsSelectable | _Flag.ItemIsEditable | _Flag.ItemIsDropEnabled
)
_BRICK_FLAGS: Final = _PLATE_FLAGS | _Flag.ItemIsDragEnabled


class Place(Enum):
    """The two rows that are no bricks."""

    TOP = "top"
    PLATE = "plate"


class StackModel(QAbstractListModel):
    """Shows a model of the engine; what a person wants changed leaves as a signal.

    Signals:
        insert_requested: gap counted from the input, and the new Dense block.
        move_requested: layer id, and the gap it shall go to.
        copy_requested: layer id, and the gap its copy shall go to.
        blocks_move_requested: ids of several layers from the input on, and the gap they shall go to.
        blocks_copy_requested: ids of several layers from the input on, and the gap of their copies.
        change_requested: layer id, field and value.
        input_dim_requested: the new input size.
    """

    insert_requested = Signal(int, object)
    move_requested = Signal(int, int)
    copy_requested = Signal(int, int)
    blocks_move_requested = Signal(object, int)
    blocks_copy_requested = Signal(object, int)
    change_requested = Signal(int, str, object)
    input_dim_requested = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.token = os.urandom(16).hex()
        self._top_down = False
        self._keys: list[int | Place] = [Place.TOP, Place.PLATE]
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._bricks: dict[int, Brick] = {}
        self._plate = Plate(1)
        self._top = Top(None)

    @property
    def layer_ids(self) -> tuple[int, ...]:
        """Ids of the layers, from the input on."""
        return tuple(self._bricks)

    @property
    def plate(self) -> Plate:
        """What the base plate says."""
        return self._plate

    @property
    def top(self) -> Top:
        """What the free space says."""
        return self._top

    def show_model(self, model: Model) -> None:
        """Shows another model; rows of layers that stay keep their place in selection and editors."""
        self._model = model
        keep = {layer.id for layer in model.layers}
        for row in reversed(range(len(self._keys))):
            key = self._keys[row]
            if not isinstance(key, Place) and key not in keep:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._keys[row]
                self.endRemoveRows()
        self._describe()
        wanted = self._order()
        present = set(self._keys)
        self._permute([key for key in wanted if key in present])
        for row, key in enumerate(wanted):
            if key not in present:
                self.beginInsertRows(QModelIndex(), row, row)
                self._keys.insert(row, key)
                self.endInsertRows()
        self._tell()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other data on the base plate, and shapes the way round that they have."""
        self._dataset = dataset
        self._describe()
        self._tell()

    def set_top_down(self, top_down: bool) -> None:
        """Puts the input at the bottom, or on top as Keras draws a model."""
        self._top_down = top_down
        self._describe()
        self._permute(self._order())
        self._tell()

    def key(self, row: int) -> int | Place:
        """What a row shows: a layer id, or a place."""
        return self._keys[row]

    def is_brick(self, row: int) -> bool:
        """Whether a row is neither the free space nor the base plate."""
        return not isinstance(self._keys[row], Place)

    def row(self, number: int) -> Brick | Plate | Top:
        """What a row says; the same as its data under ROW_ROLE, without the way through Qt."""
        key = self._keys[number]
        if key is Place.TOP:
            return self._top
        return self._plate if key is Place.PLATE else self._bricks[key]

    def row_of(self, key: int | Place) -> int:
        """The row of a layer id or place; -1 where it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    def gap_of(self, row: int) -> int:
        """The gap just above a row, counted from the input: 0 lies before the first layer."""
        count = len(self._bricks)
        gap = row - 1 if self._top_down else count + 1 - row
        return min(max(gap, 0), count)

    def weight_bytes(self, key: int | Place, number: int) -> tuple[int, ...]:
        """Bytes of each weight matrix that depends on the units of a layer, or on the input size.

        Args:
            key: a layer id, or the base plate.
            number: its number of units, or the input size.
        """
        from densegui.ui.builder.weight_memory import matrix_bytes  # noqa: PLC0415 - after the first frame

        if self._model is None:
            return ()
        place = 0 if isinstance(key, Place) else self._model.index_of(key) + 1
        dims = list(self._model.dims)
        dims[place] = number
        around = dims[max(place - 1, 0) : place + 2]
        return tuple(matrix_bytes(n_in, units, self._model.dtype) for n_in, units in pairwise(around))

    def _order(self) -> list[int | Place]:
        order: list[int | Place] = [Place.PLATE, *self._bricks, Place.TOP]
        return order if self._top_down else order[::-1]

    def _describe(self) -> None:
        turned = self._dataset is not None and self._dataset.samples_in_columns
        if self._model is not None:
            self._bricks = {brick.layer_id: brick for brick in brick_rows(self._model, self._dataset)}
            self._plate = plate_row(self._model, self._dataset, self._top_down)
            last = self._model.layers[-1] if self._model.layers else None
            self._top = Top(last, turned, self._top_down)

    def _permute(self, keys: Sequence[int | Place]) -> None:
        if list(keys) == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self.index(keys.index(self._keys[index.row()])) for index in before]
        self._keys = list(keys)
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of rows: the layers, the free space and the base plate."""
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = ROW_ROLE) -> Any:
        """The Brick, Plate or Top of a row under ROW_ROLE; words under Qt's roles."""
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        words = {
            int(Qt.ItemDataRole.DisplayRole): row.title,
            int(Qt.ItemDataRole.EditRole): row.number,
            int(Qt.ItemDataRole.AccessibleTextRole): row.accessible_text,
            int(Qt.ItemDataRole.ToolTipRole): row.tool_tip,
        }.get(int(role))
        return words() if words is not None else None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Asks for another number of units, or another input size."""
        row = self.data(index)
        if role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        if isinstance(row, Plate):
            self.input_dim_requested.emit(value)
        elif isinstance(row, Brick):
            self.change_requested.emit(row.layer_id, "units", value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Bricks are dragged and edited, the base plate edited; the free space is neither."""
        row = self.row(index.row()) if index.isValid() else self._top
        if isinstance(row, Top):
            return _TOP_FLAGS
        return _BRICK_FLAGS if isinstance(row, Brick) else _PLATE_FLAGS

    def mimeTypes(self) -> list[str]:
        """The one private type."""
        return [payload.MIME_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the bricks among the rows, from the input on."""
        found = [row.layer_id for index in indexes if isinstance(row := self.data(index), Brick)]
        if not found:
            return QMimeData()
        return payload.moving_blocks([i for i in self._bricks if i in found], self.token)

    def supportedDragActions(self) -> Qt.DropAction:
        """Move, and copy with Ctrl."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def supportedDropActions(self) -> Qt.DropAction:
        """Move, and copy for new blocks or with Ctrl."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002 - Qt's signature
        row: int,  # noqa: ARG002
        column: int,  # noqa: ARG002
        parent: Index,  # noqa: ARG002
    ) -> bool:
        """Whether it is a new block, or one of this stack."""
        found = payload.read(data, self.token)
        return isinstance(found, Dense) or (found is not None and self._bricks.keys() >= set(found))

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Asks for what the drop means: a new block, a move, or a copy, in the gap above the row."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        gap = self.gap_of(row if row >= 0 else parent.row() if parent.isValid() else len(self._keys))
        found = payload.read(data, self.token)
        if isinstance(found, Dense):
            self.insert_requested.emit(gap, found)
        elif found is not None and action == Qt.DropAction.CopyAction:
            self._ask(self.copy_requested, self.blocks_copy_requested, found, gap)
        elif found is not None and self._moves(found, gap):
            self._ask(self.move_requested, self.blocks_move_requested, found, gap)
        return True

    def dropped_activation(self, data: QMimeData, row: int) -> bool:
        """Asks the brick of a row to take over the activation that is dropped on it."""
        activation, brick = payload.given_activation(data), self.data(self.index(row))
        if activation is None or not isinstance(brick, Brick):
            return False
        if activation != brick.layer.activation:
            self.change_requested.emit(brick.layer_id, "activation", activation)
        return True

    def _moves(self, ids: tuple[int, ...], gap: int) -> bool:
        """Whether the order becomes another when the layers go to the gap."""
        order = list(self._bricks)
        stay = [[i for i in part if i not in ids] for part in (order[:gap], order[gap:])]
        return [*stay[0], *ids, *stay[1]] != order

    @staticmethod
    def _ask(one: SignalInstance, several: SignalInstance, ids: tuple[int, ...], gap: int) -> None:
        if len(ids) == 1:
            one.emit(ids[0], gap)
        else:
            several.emit(ids, gap)
