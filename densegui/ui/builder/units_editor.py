"""The field in which a number of units is typed, and its warning before weights take very much memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMoveEvent, QPalette, QValidator
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from densegui.engine.dense import MAX_UNITS
from densegui.ui.builder.weight_memory import is_heavy

_NOTE_WIDTH: Final = 230


class UnitsEditor(QLineEdit):
    """A whole number from 1 to ``MAX_UNITS``, in the digits of any script.

    A number whose weights take more than a gigabyte is asked for twice.

    Args:
        weight_bytes: number of units → bytes of each weight matrix that depends on it.
        parent: where the editor lies.

    Signals:
        agreed: the person wants the number in spite of the memory.
    """

    agreed = Signal()

    def __init__(self, weight_bytes: Callable[[int], tuple[int, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("unitsEditor")
        self.setToolTip(self.tr("A whole number from 1 to {most}").format(most=f"{MAX_UNITS:,}"))
        self.setValidator(_UnitsValidator(self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFrame(False)
        self._around = parent
        self._weight_bytes = weight_bytes
        self._asked: int | None = None
        self._agreed: int | None = None
        self._note: _MemoryNote | None = None
        self.textChanged.connect(self._on_text_changed)

    @property
    def number(self) -> int | None:
        """What is typed; None while it is no number of units."""
        return int(self.text()) if self.hasAcceptableInput() else None

    @property
    def is_settled(self) -> bool:
        """Whether the number can be taken: it needs little memory, or the person has agreed."""
        number = self.number
        return number is not None and (number == self._agreed or not is_heavy(self._weight_bytes(number)))

    def settle(self) -> bool:
        """Warns of a number that needs much memory; asked again for the same number, agrees.

        Returns:
            Whether the number can be taken.
        """
        number = self.number
        if number is None or self.is_settled:
            return True
        if number == self._asked:
            self._agreed = number
            return True
        self._asked = number
        self._warn(number)
        return False

    def _warn(self, number: int) -> None:
        size = f"{sum(self._weight_bytes(number)) / 1e9:,.1f}"
        sentence = self.tr("{number} here need {size} GB for weights. Press Enter again to make it anyway.")
        self._note = _MemoryNote(sentence.format(number=f"{number:,}", size=size), self._around)
        # Qt gives the focus of a click to the nearest parent that takes it; the proxy has it already.
        self._note.setFocusProxy(self)
        self._note.agreed.connect(self._on_agreed)
        self.destroyed.connect(self._note.deleteLater)
        self._place_note()
        self._note.show()

    def _place_note(self) -> None:
        if self._note is not None:
            room = self._around.rect()
            below = self.geometry().bottom() + 8
            fits = below + self._note.height() <= room.bottom()
            y = below if fits else self.geometry().top() - 8 - self._note.height()
            self._note.move(QPoint(min(self.x(), room.right() - self._note.width()), y))

    def _on_text_changed(self, _text: str) -> None:
        self._asked = None
        if self._note is not None:
            self._note.hide()

    def _on_agreed(self) -> None:
        self._agreed = self.number
        self.agreed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The warning stays beside the number."""
        super().moveEvent(event)
        self._place_note()


class _UnitsValidator(QValidator):
    """Takes digits of any script, spaces and thousands separators; leaves plain digits behind."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Whether the text is a number of units, could become one, or neither."""
        digits = "".join(text.replace(",", "").replace("_", "").split())
        if not digits:
            return QValidator.State.Intermediate, "", 0
        if not digits.isdecimal() or int(digits) > MAX_UNITS:
            return QValidator.State.Invalid, text, position
        plain = str(int(digits))
        state = QValidator.State.Acceptable if int(digits) else QValidator.State.Intermediate
        return state, plain, min(position, len(plain))


class _MemoryNote(QFrame):
    """The warning, with a button; the focus stays in the editor."""

    agreed = Signal()

    def __init__(self, sentence: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("memoryNote")
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setAccessibleName(sentence)
        words = QLabel("⚠ " + sentence)
        words.setWordWrap(True)
        words.setFixedWidth(_NOTE_WIDTH)
        button = QPushButton(self.tr("Make it anyway"))
        button.setObjectName("makeItAnyway")
        button.setAccessibleName(button.text())
        button.setToolTip(sentence)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.agreed)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(button)
        self.adjustSize()
