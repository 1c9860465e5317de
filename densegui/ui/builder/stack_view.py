"""The list of bricks: what clicks and keys mean, what is painted over the rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QMenu, QWidget

from densegui.engine.dense import MAX_UNITS
from densegui.ui import theme
from densegui.ui.builder import bricks
from densegui.ui.builder.paint_ahead import PaintAhead
from densegui.ui.builder.popup_view import PopupView
from densegui.ui.builder.rows import Brick, Plate
from densegui.ui.builder.stack_model import ROW_ROLE, Place, StackModel

_LOOKS = (
    QEvent.Type.PaletteChange,
    QEvent.Type.FontChange,
    QEvent.Type.LanguageChange,
    QEvent.Type.StyleChange,
)


class StackView(PopupView):
    """Shows a StackModel and turns what a person does into its requests.

    Signals:
        columns_requested: the person wants to choose columns of the data.
        transpose_requested: the samples of the data stand in columns.
    """

    columns_requested = Signal()
    transpose_requested = Signal()

    def __init__(self, rows: StackModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self._menu_actions: Sequence[QAction] = ()
        self._ahead = PaintAhead(self._rows_out_of_sight, self._delegate.paint_ahead, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.part_clicked.connect(self._on_part_clicked)
        self.number_stepped.connect(self._on_number_stepped)
        rows.dataChanged.connect(self._on_data_changed)

    @property
    def is_painting_ahead(self) -> bool:
        """Whether rows out of sight are still being painted, or will be when nothing else happens."""
        return self._ahead.is_busy

    def set_menu_actions(self, actions: Sequence[QAction]) -> None:
        """Sets what the context menu offers."""
        self._menu_actions = tuple(actions)

    def anchor(self) -> tuple[int | Place, int] | None:
        """A row that shall stay where it is when rows come and go, with its y; None if nothing is shown."""
        plate = self._rows.index(self._rows.row_of(Place.PLATE))
        center = self.indexAt(self.viewport().rect().center())
        for index in (plate, self.currentIndex(), center):
            if index.isValid() and self.viewport().rect().intersects(self.visualRect(index)):
                return self._rows.key(index.row()), self._foot(index)
        return None

    def hold(self, anchor: tuple[int | Place, int] | None) -> None:
        """Scrolls so that a row is where it was, as far as the bars allow."""
        self.executeDelayedItemsLayout()
        row = self._rows.row_of(anchor[0]) if anchor is not None else -1
        bar = self.verticalScrollBar()
        if anchor is not None and row >= 0:
            bar.setValue(bar.value() + self._foot(self._rows.index(row)) - anchor[1])
        self.look_under_pointer()

    def set_detail(self, detail: str) -> None:
        """Shows bricks "compact", "normal" or "full"; the base plate stays where it is."""
        anchor = self.anchor()
        self._delegate.detail = detail
        self.doItemsLayout()
        self.hold(anchor)

    def edit_number(self, first: str = "") -> None:
        """Starts editing the units of the current brick, or the input size; ``first`` is typed already."""
        index = self.chosen()
        if not index.isValid() or self.state() == QListView.State.EditingState:
            return
        self.scrollTo(index)
        self.edit(index)
        editor = self.indexWidget(index)
        if first and isinstance(editor, QLineEdit):
            editor.setText(first)
            editor.setModified(True)

    def _foot(self, index: QModelIndex) -> int:
        """Y of a row's edge on the side of the input, where the stack does not grow."""
        rect = self.visualRect(index)
        return rect.top() if self._rows.plate.top_down else rect.bottom()

    def _rows_out_of_sight(self) -> list[int]:
        """The rows to paint ahead, the nearest first."""
        area = self.viewport().rect()
        above, below = (self.indexAt(point).row() for point in (area.topLeft(), area.bottomLeft()))
        last = self._rows.rowCount() - 1
        above, below = max(above, 0), below if below >= 0 else last
        away = [(above - row, row) for row in range(above)]
        away += [(row - below, row) for row in range(below + 1, last + 1)]
        return [row for _, row in sorted(away)[: max(self._delegate.rows_kept() - (below - above + 1), 0)]]

    def _repair(self, index: QModelIndex, plate: Plate, field: str) -> None:
        """Does what makes data and stack fit."""
        if field == "fit":
            self._set_number(index, plate.data_features)
        elif field == "columns":
            self.columns_requested.emit()
        elif field == "transpose":
            self.transpose_requested.emit()

    def _set_number(self, index: QModelIndex, wanted: int) -> None:
        """Asks for a number of units, or an input size; warns before weights take very much memory."""
        from densegui.ui.builder.units_editor import UnitsEditor  # noqa: PLC0415 - after the first frame
        from densegui.ui.builder.weight_memory import is_heavy  # noqa: PLC0415

        before = index.data(Qt.ItemDataRole.EditRole)
        number = min(max(wanted, 1), MAX_UNITS)
        sizes = partial(self._rows.weight_bytes, self._rows.key(index.row()))
        if number > before and is_heavy(sizes(number)) and not is_heavy(sizes(before)):
            self.edit_number(str(number))
            editor = self.indexWidget(index)
            if isinstance(editor, UnitsEditor):
                editor.settle()
        else:
            self._rows.setData(index, number)

    def _lay_out_synapses(self) -> None:
        """The chosen brick alone shows its synapses."""
        if self._delegate.detail == "full":
            self.scheduleDelayedItemsLayout()

    def _on_part_clicked(self, index: QModelIndex, field: str) -> None:
        """Does what a click on a part of a row means."""
        row = index.data(ROW_ROLE)
        if field == "number":
            self.edit_number()
        elif isinstance(row, Plate):
            self._repair(index, row, field)
        elif field == "remove" and isinstance(row, Brick):
            self.remove_requested.emit((row.layer_id,))
        elif field == "settings":
            self.open_settings()
        elif field == "doubt":
            self.open_doubts()
        else:
            self.choose(field)

    def _on_number_stepped(self, index: QModelIndex, by: int) -> None:
        self._set_number(index, index.data(Qt.ItemDataRole.EditRole) + by)

    def _on_data_changed(self) -> None:
        # A brick also covers a part of the row below it, and rows change their height with the plate's.
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """Measures once what all bricks have in common: there may be hundreds."""
        self._delegate.begin_layout()
        super().doItemsLayout()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paints all anew: bricks and rings reach over the edges of their rows."""
        super().selectionChanged(selected, deselected)
        self._lay_out_synapses()  # only now, or Qt lays all out here already, and again for the current row
        self.viewport().update()

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        self._lay_out_synapses()  # before Qt scrolls to the row
        super().currentChanged(current, previous)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows, and over them the selection; later those that may come into sight."""
        super().paintEvent(event)
        self._ahead.begin()
        accent = QColor(theme.colors().accent)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for index in self.selectedIndexes():
                self._paint_ring(painter, index, accent)

    def _paint_ring(self, painter: QPainter, index: QModelIndex, accent: QColor) -> None:
        chips = self._delegate.chips(self.visualRect(index), index)
        if chips is None:
            return
        body = QRectF(chips.body.translated(0, -self._delegate.lift(index.row())))
        painter.setPen(QPen(QColor(theme.colors().panel), 2))
        painter.drawRoundedRect(body, bricks.CORNER, bricks.CORNER)
        painter.setPen(QPen(accent, 2.4 if self.hasFocus() else 1.6))
        painter.drawRoundedRect(body.adjusted(-2, -2, 2, 2), bricks.CORNER + 2, bricks.CORNER + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit starts editing the number with it, Enter starts editing the number as it is."""
        keypad = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if _begins_number(event.text()) and not keypad:
            self.edit_number(str(int(event.text())))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not keypad:
            self.edit_number()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Digits that come through an input method count as typed ones."""
        if _begins_number(event.commitString()):
            self.edit_number(str(int(event.commitString())))
            event.accept()
        else:
            super().inputMethodEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the bricks to the width at once, and keeps the base plate in sight if it was."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum() and not self._rows.plate.top_down
        super().resizeEvent(event)
        self.doItemsLayout()
        if at_end:
            bar.setValue(bar.maximum())

    def changeEvent(self, event: QEvent) -> None:
        """Follows colours, font and language."""
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._delegate.forget_pictures()
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Shows the main window's actions for blocks."""
        if self._menu_actions:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(list(self._menu_actions))
            menu.popup(event.globalPos())


def _begins_number(text: str) -> bool:
    """Whether a number of units may begin like this, in the digits of any script."""
    return text.isdecimal() and int(text) > 0
