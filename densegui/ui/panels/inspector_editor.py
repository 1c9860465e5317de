"""The field in which a weight or a bias is typed, over the number it replaces."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from densegui.ui.panels.typed_number import complain, parsed
from densegui.ui.theme import colors


class NumberEditor(QLineEdit):
    """Enter and leaving the field take the number, Esc leaves it as it was.

    What is no number is not taken: Enter says so, and the field stays.

    Args:
        parent: where it lies.
        returns_to: what hears the keyboard after it.

    Signals:
        entered: row that the number belongs to, and the number.
    """

    entered = Signal(int, float)

    def __init__(self, parent: QWidget, returns_to: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorEditor")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._row = 0
        self._text = ""
        self._dtype = "float32"
        self._is_open = False
        self._returns_to = returns_to
        self.textChanged.connect(self._on_changed)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Says again what it is."""
        self.setAccessibleName(self.tr("New value"))
        self.setToolTip(self.tr("Type a number; Enter takes it, Esc leaves it as it was"))

    def open(self, row: int, area: QRect, text: str, dtype: str) -> None:
        """Shows itself over a number of a dtype."""
        self._dtype = dtype
        self._row, self._text, self._is_open = row, text, True
        self.setText(text)
        self.setGeometry(area)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_unheard(self) -> None:
        """Goes away and leaves the number as it was."""
        if self._is_open:
            self._is_open = False
            if self.hasFocus():
                self._returns_to.setFocus(Qt.FocusReason.OtherFocusReason)
            self.hide()

    def _take(self) -> None:
        if not self._is_open:
            return
        number = parsed(self.text(), self._dtype)
        changed = self.text() != self._text
        self.close_unheard()
        if changed and number is not None:
            self.entered.emit(self._row, number)

    def _on_changed(self) -> None:
        wrong = self.text() != self._text and parsed(self.text(), self._dtype) is None
        self.setStyleSheet(f"color: {colors().warning};" if wrong else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_unheard()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.text() != self._text and parsed(self.text(), self._dtype) is None:
                complain(self, self._dtype)
            else:
                self._take()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._is_open and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._take()
