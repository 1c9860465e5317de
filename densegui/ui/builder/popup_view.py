"""The pop-ups of bricks: choices of activation and initialiser, settings folded away, doubts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRegularExpression
from PySide6.QtWidgets import QWidget

from densegui.ui.builder import geometry
from densegui.ui.builder.part_view import PartView
from densegui.ui.builder.rows import Brick
from densegui.ui.builder.stack_model import ROW_ROLE, StackModel

_POPUPS = QRegularExpression("^(choice|settings|doubt)Popup$")


class PopupView(PartView):
    """A list of bricks that open pop-ups; what a person chooses there becomes a request of the model."""

    def __init__(self, rows: StackModel, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self._popup_key = (0, "")
        rows.rowsAboutToBeRemoved.connect(self._on_rows_about_to_be_removed)

    def choose(self, field: str) -> None:
        """Opens the pop-up for the "activation" or "init" of the current brick."""
        row, chips = self._current_brick()
        if row is None or chips is None:
            return
        pill = chips.activation if field == "activation" else chips.init
        value = row.layer.activation if field == "activation" else row.layer.init
        self._popup_key = (row.layer_id, field)
        from densegui.ui.builder.choice_popup import ChoicePopup  # noqa: PLC0415 - after the first frame

        popup = ChoicePopup(value, self)
        popup.chosen.connect(self._on_chosen)
        popup.open_at(self._on_screen(chips.units if pill.isNull() else pill))

    def open_settings(self) -> None:
        """Opens what the current brick carries folded away."""
        row, chips = self._current_brick()
        if row is None or chips is None:
            return
        from densegui.ui.builder.settings_popup import SettingsPopup  # noqa: PLC0415 - after the first frame

        self._popup_key = (row.layer_id, "")
        popup = SettingsPopup(row.layer, row.name, self)
        popup.changed.connect(self._on_changed)
        popup.open_at(self._on_screen(chips.settings))

    def open_doubts(self) -> None:
        """Opens what is doubtful about the current brick, if anything is."""
        row, chips = self._current_brick()
        if row is None or chips is None or not row.doubts:
            return
        from densegui.ui.builder.doubt_popup import DoubtPopup  # noqa: PLC0415 - after the first frame

        self._popup_key = (row.layer_id, "")
        popup = DoubtPopup(row.doubts, self)
        popup.chosen.connect(self._on_changed)
        popup.open_at(self._on_screen(chips.doubt))

    def _current_brick(self) -> tuple[Brick | None, geometry.BrickChips | None]:
        """The chosen brick, in sight now, and its parts."""
        index = self.chosen()
        row = index.data(ROW_ROLE) if index.isValid() else None
        if not isinstance(row, Brick):
            return None, None
        self.scrollTo(index)
        chips = self._delegate.chips(self.visualRect(index), index)
        return (row, chips) if isinstance(chips, geometry.BrickChips) else (None, None)

    def _on_screen(self, part: QRect) -> QRect:
        return QRect(self.viewport().mapToGlobal(part.topLeft()), part.size())

    def _on_chosen(self, value: object) -> None:
        layer_id, field = self._popup_key
        self._rows.change_requested.emit(layer_id, field, value)

    def _on_changed(self, field: str, value: object) -> None:
        self._rows.change_requested.emit(self._popup_key[0], field, value)

    def _on_rows_about_to_be_removed(self, _parent: QModelIndex, first: int, _last: int) -> None:
        row = self._rows.index(first).data(ROW_ROLE)
        if isinstance(row, Brick) and row.layer_id == self._popup_key[0]:
            for popup in self.findChildren(QWidget, _POPUPS):
                popup.close()
