"""What stands in the place of the input plane where there is none: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class PlaneEmpty(QWidget):
    """A sentence, and a button where choosing columns helps.

    Signals:
        columns_requested: other columns of the data are wanted.
    """

    columns_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setObjectName("planeEmpty")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setContentsMargins(24, 12, 24, 6)
        self._columns = QPushButton(self)
        self._columns.setObjectName("planeColumns")
        self._columns.clicked.connect(self.columns_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self._retranslate()

    def say(self, text: str, *, offers_columns: bool) -> None:
        """Says why there is no plane, with the button or without."""
        self._words.setText(text)
        self._columns.setVisible(offers_columns)

    def _retranslate(self) -> None:
        self._columns.setText(self.tr("Choose columns…"))
        self._columns.setAccessibleName(self.tr("Choose columns…"))
        self._columns.setToolTip(self.tr("Keep two columns of the data, which then span the plane"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
