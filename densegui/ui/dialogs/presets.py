"""The dialog that offers the lessons' stacks and a person's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

Wish = tuple[Literal["open", "delete"], str | Path]


def preset_titles() -> dict[str, str]:
    """Key of a shipped preset → what a person calls it, in the language in force."""
    translate = QCoreApplication.translate
    return {
        "example": translate("Presets", "4 → 8 → 6 → 1"),
        "binary": translate("Presets", "Binary head: 3 → 1 sigmoid"),
        "two_units": translate("Presets", "Two units on three inputs"),
        "classes": translate("Presets", "Three classes: 4 → 3 softmax"),
        "relu": translate("Presets", "6 → 4 relu"),
        "by_hand": translate("Presets", "Computed by hand: 2 → 3 → 2 → 2"),
        "and": translate("Presets", "Perceptron: AND"),
        "nand": translate("Presets", "Perceptron: NAND"),
        "or": translate("Presets", "Perceptron: OR"),
        "xor": translate("Presets", "Two layers of perceptrons: XOR"),
        "chain": translate("Presets", "Samples in columns: 5 → 4 → 30"),
        "iris": translate("Presets", "Iris: 4 → 16 → 8 → 3"),
        "digits": translate("Presets", "Digits: 64 → 32 → 16 → 10"),
        "penguins": translate("Presets", "Penguins: 11 → 16 → 8 → 1"),
    }


class PresetsDialog(QDialog):
    """A list to choose a preset from; a person's own can be deleted.

    Args:
        own: files of a person's own presets.
        parent: the window.
    """

    def __init__(self, own: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setObjectName("presetsDialog")
        self.setWindowTitle(translate("Presets", "Presets"))
        self._deletes = False
        self._list = QListWidget()
        self._list.setObjectName("presets")
        self._list.setAccessibleName(translate("Presets", "Presets"))
        self._list.setToolTip(translate("Presets", "Opening one is one step that undo takes back"))
        button = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(button.Open | button.Cancel)
        self._delete = QPushButton(translate("Presets", "Delete"))
        self._delete.setObjectName("deletePreset")
        self._delete.setToolTip(translate("Presets", "Delete this preset of your own"))
        buttons.addButton(self._delete, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._delete.clicked.connect(self._on_delete)
        self._list.itemActivated.connect(self.accept)
        self._list.currentRowChanged.connect(self._on_row_changed)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list)
        layout.addWidget(buttons)
        self._fill(own)
        self.resize(380, 420)

    def wish(self) -> Wish:
        """What the person wants: to open or to delete, and which."""
        chosen = self._list.currentItem().data(Qt.ItemDataRole.UserRole)
        return ("delete" if self._deletes else "open", chosen)

    def _fill(self, own: Sequence[Path]) -> None:
        shipped = [(title, key) for key, title in preset_titles().items()]
        for title, value in [*((path.stem, path) for path in own), *shipped]:
            QListWidgetItem(title, self._list).setData(Qt.ItemDataRole.UserRole, value)
        self._list.setCurrentRow(0)

    def _on_row_changed(self, row: int) -> None:
        chosen = self._list.item(row).data(Qt.ItemDataRole.UserRole)
        self._delete.setEnabled(isinstance(chosen, Path))

    def _on_delete(self) -> None:
        self._deletes = True
        self.accept()
