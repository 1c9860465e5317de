"""Draws the rows of the stack and edits their numbers in place."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from densegui.engine import Activation
from densegui.ui.builder import bricks, geometry, row_painter
from densegui.ui.builder.geometry import BrickChips, PlateChips
from densegui.ui.builder.row_painter import Look
from densegui.ui.builder.row_pictures import RowPicture, RowPictures
from densegui.ui.builder.rows import Brick, Plate, Top
from densegui.ui.builder.stack_model import StackModel

Index = QModelIndex | QPersistentModelIndex

_LEAST_TOP = 96
_LIFT = 16
_PICTURE_MARGIN = 8


class StackDelegate(QStyledItemDelegate):
    """Paints bricks, base plate and free space.

    Attributes:
        hot: row and field under the pointer.
        gap_row: the row above which a dragged block would go; the bricks above it are lifted.
        dragged_rows: the rows of the bricks that are being dragged.
        target_row: the row of the brick that takes over a dragged activation.
        offered: that activation.
        detail: "compact", "normal" or "full".
    """

    def __init__(self, view: QListView, rows: StackModel) -> None:
        super().__init__(view)
        self.hot = (-1, "")
        self.gap_row = -1
        self.dragged_rows: frozenset[int] = frozenset()
        self.target_row = -1
        self.offered: Activation | None = None
        self.detail = "normal"
        self._view = view
        self._rows = rows
        self._pictures = RowPictures()
        self._brick_size = self._opened_size = QSize()
        self._opened = -1

    @property
    def row_height(self) -> int:
        """Height of a row with a brick, apart from the one that shows its synapses."""
        return geometry.COMPACT_HEIGHT if self.detail == "compact" else geometry.BRICK_HEIGHT

    def chips(self, rect: QRect, index: Index) -> BrickChips | PlateChips | None:
        """Where the parts of a row are; None for the free space."""
        if not index.isValid():
            return None
        row = self._rows.row(index.row())
        if isinstance(row, Brick):
            return row_painter.brick_chips(rect, row)
        if isinstance(row, Plate):
            return row_painter.plate_chips(rect, row, self._view.font())
        return None

    def lift(self, row: int) -> int:
        """How many pixels a row is lifted, to open the gap for a dragged block."""
        return _LIFT if row < self.gap_row else 0

    def gap_middle(self, rect: QRect) -> int:
        """Y of the middle of the opening above the row with this rectangle."""
        return rect.top() + geometry.STUD_HEIGHT - _LIFT + (_LIFT - geometry.STUD_HEIGHT) // 2 + 3

    def forget_pictures(self) -> None:
        """Paints every row anew, after colours, font or language have changed."""
        self._pictures.clear()

    def paint_ahead(self, number: int) -> None:
        """Makes sure that the picture of a row out of sight is there."""
        row = self._rows.row(number)
        if isinstance(row, Brick):
            rect = QRect(0, 0, self._view.viewport().width(), self.row_height)
            self._picture(rect, number, row, self._look(self._rows.index(number)))

    def rows_kept(self) -> int:
        """How many rows may be kept painted: what is left goes to pictures of what has been changed since."""
        size = QSize(self._view.viewport().width(), self.row_height)
        return self._pictures.room(size, self._view.devicePixelRatioF()) * 3 // 4

    def _on_agreed(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)

    def _studs(self, rect: QRect, number: int) -> tuple[int, ...]:
        """Left edges of the studs that the row above leaves free."""
        span = _span(rect, self._rows.row(number))
        if span is None:
            return ()
        # The rows above a gap are lifted off it.
        covered = number and number != self.gap_row
        return span.stud_lefts(_span(rect, self._rows.row(number - 1)) if covered else None)

    def _look(self, index: Index) -> Look:
        number = index.row()
        hot = self.hot[1] if self.hot[0] == number else ""
        removable = self.hot[0] == number or self._view.selectionModel().isSelected(index)
        return Look(self._view.font(), hot, removable, self.detail == "full" and self._rows.plate.top_down)

    def _picture(self, rect: QRect, number: int, row: Brick | Plate, look: Look) -> RowPicture:
        ratio = self._view.devicePixelRatioF()
        return self._pictures.picture(rect.size(), ratio, row, look, self._studs(rect, number))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        number = index.row()
        row = self._rows.row(number)
        rect: QRect = option.rect.translated(0, -self.lift(number))
        look = self._look(index)
        painter.save()
        if number in self.dragged_rows:
            painter.setOpacity(0.35)
        if number == self.target_row and self.offered is not None and isinstance(row, Brick):
            # The brick already looks as it would after the drop.
            row = replace(row, layer=replace(row.layer, activation=self.offered))
        if isinstance(row, Top):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            row_painter.paint_top(painter, rect, row, look)
        else:
            picture = self._picture(rect, number, row, look)
            painter.drawPixmap(rect.topLeft(), picture.pixmap)
            if isinstance(row, Brick) and picture.name is not None:
                row_painter.paint_name(painter, rect.topLeft(), picture.name, row, look)
        painter.restore()

    def begin_layout(self) -> None:
        """Measures what the rows of a layout have in common, before Qt asks for each of them."""
        width = self._view.viewport().width()
        self._brick_size = QSize(width, self.row_height)
        current = self._view.currentIndex()
        row = self._rows.row(current.row()) if current.isValid() else None
        more = self._picture_height(current, row) if isinstance(row, Brick) else 0
        self._opened = current.row() if more else -1
        self._opened_size = QSize(width, self.row_height + more)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Bricks are of one height but the opened one; the free space takes what they leave."""
        number = index.row()
        if number == self._opened:
            return self._opened_size
        if self._rows.is_brick(number):
            return self._brick_size
        row, room = self._rows.row(number), self._view.viewport().size()
        if isinstance(row, Plate):
            return QSize(room.width(), _plate_height(row))
        taken = (self._rows.rowCount() - 2) * self.row_height + _plate_height(self._rows.plate)
        if self._opened >= 0:
            taken += self._opened_size.height() - self.row_height
        return QSize(room.width(), max(_LEAST_TOP, room.height() - taken))

    def _picture_height(self, index: Index, row: Brick) -> int:
        """What the picture of the synapses adds to a row: in full detail, on the current selected brick."""
        if self.detail != "full" or index != self._view.currentIndex():
            return 0
        if not self._view.selectionModel().isSelected(index):
            return 0
        from densegui.ui.builder.synapse_picture import picture_height  # noqa: PLC0415 - in full detail alone

        rect = QRect(0, 0, self._view.viewport().width(), geometry.BRICK_HEIGHT)
        width = geometry.brick_chips(rect, row.layer.units).picture.width()
        return picture_height(row.n_in, row.layer.units, width) + _PICTURE_MARGIN

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A field for a whole number."""
        from densegui.ui.builder.units_editor import UnitsEditor  # noqa: PLC0415 - after the first frame

        editor = UnitsEditor(partial(self._rows.weight_bytes, self._rows.key(index.row())), parent)
        plate = isinstance(self._rows.row(index.row()), Plate)
        editor.setAccessibleName(self.tr("Input size") if plate else self.tr("Units"))
        editor.setFont(bricks.font(self._view.font(), 13, bold=True))
        editor.agreed.connect(self._on_agreed)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Shows the number, unless the person is already typing another."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Asks for the number typed, if it is one, and if its memory is agreed to."""
        number = getattr(editor, "number", None)
        if number is not None and getattr(editor, "is_settled", True):
            model.setData(index, number)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor lies on the number."""
        chips = self.chips(option.rect, index)
        if chips is not None:
            editor.setGeometry(chips.units.adjusted(3, 2, -3, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter takes the number, unless the editor has to warn first."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            settle = getattr(editor, "settle", None)
            if settle is not None and not settle():
                return True
        return super().eventFilter(editor, event)


def _plate_height(row: Plate) -> int:
    body = geometry.DATA_PLATE_HEIGHT if row.data_name else geometry.PLATE_HEIGHT
    # As with bricks, a body that stands on others covers their studs; one at the bottom has a margin.
    return body if row.top_down else geometry.STUD_HEIGHT + body + geometry.FOOT


def _span(rect: QRect, row: object) -> geometry.Span | None:
    if isinstance(row, Brick):
        return geometry.brick_span(rect.width(), row.layer.units)
    return geometry.plate_span(rect.width()) if isinstance(row, Plate) else None
