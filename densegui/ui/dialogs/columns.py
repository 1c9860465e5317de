"""The dialog that asks which features to keep."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from densegui.data import Dataset


class ColumnsDialog(QDialog):
    """A list with a box for each feature; says how many are chosen and how many the stack takes in."""

    def __init__(self, dataset: Dataset, wanted: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self.setWindowTitle(self.tr("Choose columns"))
        self._wanted = wanted
        self._list = QListWidget()
        self._list.setObjectName("columns")
        self._list.setAccessibleName(self.tr("Features of the data"))
        self._list.setToolTip(self.tr("The features that go into the stack"))
        self._list.setUniformItemSizes(True)
        for column in range(dataset.features):
            name = dataset.feature_names[column] if dataset.feature_names else f"x[{column}]"
            item = QListWidgetItem(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if column < wanted else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        self._count = QLabel()
        self._count.setObjectName("count")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._list)
        layout.addWidget(self._count)
        layout.addWidget(self._buttons)
        self._list.itemChanged.connect(self._on_changed)
        self._on_changed()

    def columns(self) -> tuple[int, ...]:
        """The features that are ticked, in their order."""
        rows = range(self._list.count())
        return tuple(row for row in rows if self._list.item(row).checkState() == Qt.CheckState.Checked)

    def _on_changed(self) -> None:
        chosen = len(self.columns())
        text = self.tr("{chosen} chosen; the stack takes in {wanted}.")
        self._count.setText(text.format(chosen=chosen, wanted=self._wanted))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(chosen > 0)
