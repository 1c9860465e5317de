"""Fields that choose a sheet of a workbook, size and colours of pictures, or a part of CIFAR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QListWidget, QSpinBox, QWidget

from densegui.data.options import SIDE_MOST

if TYPE_CHECKING:
    from densegui.data.choices import Choice


class SheetList(QListWidget):
    """The sheets of a workbook; arguments as those of ``LabelsField``."""

    def __init__(self, choice: Choice, _is_given: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setObjectName("sheets")
        self.setAccessibleName(translate("ReadDifferently", "Sheets of the workbook"))
        self.setToolTip(translate("ReadDifferently", "The sheet whose table is read"))
        self.addItems(choice.values)
        self.setCurrentRow(choice.values.index(choice.taken))

    def value(self) -> str:
        """The name of the sheet that is chosen."""
        return self.currentItem().text()


class SizeFields(QWidget):
    """Height and width in pixels that every picture is scaled to."""

    def __init__(self, choice: Choice, _is_given: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._height = _side("height", translate("ReadDifferently", "Height in pixels"), choice.taken[0])
        self._width = _side("width", translate("ReadDifferently", "Width in pixels"), choice.taken[1])
        row.addWidget(self._height)
        row.addWidget(QLabel("×"))
        row.addWidget(self._width)
        row.addWidget(QLabel(translate("ReadDifferently", "(height × width)")))
        row.addStretch(1)
        self.setFocusProxy(self._height)

    def value(self) -> tuple[int, int]:
        """Height and width."""
        return self._height.value(), self._width.value()


class ChannelsField(QComboBox):
    """Grey or colour."""

    def __init__(self, choice: Choice, _is_given: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setObjectName("channels")
        self.setAccessibleName(translate("ReadDifferently", "Colours"))
        self.setToolTip(translate("ReadDifferently", "One number for each pixel, or red, green and blue"))
        words = {1: translate("ReadDifferently", "grey"), 3: translate("ReadDifferently", "colour")}
        for channels in choice.values:
            self.addItem(words[channels], channels)
        self.setCurrentIndex(self.findData(choice.taken))

    def value(self) -> int:
        """The number of channels that is chosen."""
        return int(self.currentData())


class PartField(QComboBox):
    """The samples for training or those for test."""

    def __init__(self, choice: Choice, _is_given: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setObjectName("part")
        self.setAccessibleName(translate("ReadDifferently", "Part"))
        self.setToolTip(translate("ReadDifferently", "The samples to learn from, or those kept for the test"))
        words = {
            "train": translate("ReadDifferently", "training"),
            "test": translate("ReadDifferently", "test"),
        }
        for part in choice.values:
            self.addItem(words[part], part)
        self.setCurrentIndex(self.findData(choice.taken))

    def value(self) -> str:
        """The part that is chosen."""
        return str(self.currentData())


def _side(name: str, words: str, value: int) -> QSpinBox:
    field = QSpinBox()
    field.setObjectName(name)
    field.setAccessibleName(words)
    field.setToolTip(words)
    field.setRange(1, SIDE_MOST)
    field.setValue(value)
    return field
