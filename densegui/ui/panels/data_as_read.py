"""The control of the table: whether rows are shown as they were read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget


class AsReadButton(QToolButton):
    """A switch; ``toggled`` is its signal."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataAsRead")
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self.setText(self.tr("As read"))
        self.setAccessibleName(self.tr("Rows as they were read"))
        self.setToolTip(
            self.tr("Show the numbers as they were read; switched off, as they go into the stack")
        )
