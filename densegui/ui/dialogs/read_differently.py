"""The dialog that asks how a file is to be read instead: which array, sheet, part, or size of pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from densegui.ui.dialogs.array_fields import ArrayList, LabelsField
from densegui.ui.dialogs.reading_fields import ChannelsField, PartField, SheetList, SizeFields

if TYPE_CHECKING:
    from densegui.data import Dataset

Field = ArrayList | LabelsField | SheetList | SizeFields | ChannelsField | PartField

_FIELDS: Final[dict[str, type[Field]]] = {
    "member": ArrayList,
    "labels": LabelsField,
    "sheet": SheetList,
    "size": SizeFields,
    "channels": ChannelsField,
    "part": PartField,
}


class ReadDifferentlyDialog(QDialog):
    """A field for each choice that the file leaves, which shows what was taken.

    Args:
        dataset: that was read from a file with ``choices``.
        parent: the window.
    """

    def __init__(self, dataset: Dataset, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("readDifferentlyDialog")
        self.setWindowTitle(self.tr("Read differently"))
        given = dataset.raw.source.parameters
        self._fields = {
            choice.option: _FIELDS[choice.option](choice, choice.option in given)
            for choice in dataset.raw.choices
        }
        self._lay_out(dataset.name)
        self._at_first = self.options()

    @property
    def has_changed(self) -> bool:
        """Whether something else was chosen than what was taken."""
        return self.options() != self._at_first

    def options(self) -> dict[str, Any]:
        """What is chosen, as options of the reader; None leaves it to the reader."""
        return {option: field.value() for option, field in self._fields.items()}

    def _lay_out(self, name: str) -> None:
        captions = {
            "labels": self.tr("&Labels"),
            "size": self.tr("&Size of the pictures"),
            "channels": self.tr("&Colours"),
            "part": self.tr("&Part"),
        }
        about = QLabel(self.tr("What to take from {name}:").format(name=name))
        about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        form = QFormLayout()
        for option, field in self._fields.items():
            if isinstance(field, ArrayList | SheetList):
                layout.addWidget(field, 1)
                field.itemActivated.connect(self.accept)
            else:
                form.addRow(captions[option], field)
        layout.addLayout(form)
        arrays, labels = self._fields.get("member"), self._fields.get("labels")
        if isinstance(arrays, ArrayList) and isinstance(labels, LabelsField):
            arrays.chosen.connect(labels.show_fitting)
            labels.show_fitting(arrays.value())
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Read"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        next(iter(self._fields.values())).setFocus()
