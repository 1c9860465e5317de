"""The pop-up that says what of a brick is doubtful, with a button for each repair."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from densegui.ui.builder.doubts import Doubt
from densegui.ui.builder.popup import Popup
from densegui.ui.builder.rows import doubt_sentence, repair_words

_WIDTH = 260


class DoubtPopup(Popup):
    """One sentence and one button for each doubt; a click repairs and closes.

    Signals:
        chosen: field and value of the repair.
    """

    chosen = Signal(str, object)

    def __init__(self, doubts: Sequence[Doubt], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("doubtPopup")
        self.setAccessibleName(self.tr("Doubtful setting"))
        self._repairs: dict[QPushButton, Doubt] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        for doubt in doubts:
            sentence = QLabel(doubt_sentence(doubt))
            sentence.setWordWrap(True)
            sentence.setFixedWidth(_WIDTH)
            button = QPushButton(repair_words(doubt))
            button.setObjectName(f"repair {doubt.rule}")
            button.setAccessibleName(button.text())
            button.setAccessibleDescription(sentence.text())
            button.setToolTip(sentence.text())
            button.clicked.connect(self._on_clicked)
            self._repairs[button] = doubt
            layout.addWidget(sentence)
            layout.addWidget(button)
        next(iter(self._repairs)).setFocus()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            doubt = self._repairs[button]
            self.chosen.emit(doubt.field, doubt.value)
            self.close()
