"""What the data panel says while there are no data: where they may come from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget


class EmptyData(QWidget):
    """A sentence, and the window's own actions as buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataEmpty")
        self._text = QLabel(self)
        self._text.setObjectName("dataEmptyText")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._text)
        column.addLayout(self._buttons)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Adds a button for each of these actions; it has their words, icon and keys."""
        self._buttons.addStretch(1)
        for action in actions:
            button = QToolButton(self)
            button.setObjectName(f"dataEmpty_{action.objectName()}")
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self._text.setText(
            self.tr(
                "There are no data yet. Drop a file or a folder on the window, or begin with one of these."
            )
        )

    def restyle(self) -> None:
        """Takes on the font."""
        self._text.setFont(self.font())
