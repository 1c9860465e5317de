"""Fields that choose among the arrays of an .npz file."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from densegui.data.choices import Choice
    from densegui.data.npz import Member


_GAP: Final = 16


class ArrayList(QTreeWidget):
    """The arrays of a file with shape and dtype; what cannot be read cannot be chosen and says why.

    Args:
        choice: the arrays and the one that was taken.
        _is_given: whether that was chosen before.

    Signals:
        chosen: the name of another array.
    """

    chosen = Signal(str)

    def __init__(self, choice: Choice, _is_given: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setObjectName("arrays")
        self.setAccessibleName(translate("ReadDifferently", "Arrays of the file"))
        self.setToolTip(translate("ReadDifferently", "The array whose rows become the samples"))
        self.setHeaderLabels(
            [
                translate("ReadDifferently", "Array"),
                translate("ReadDifferently", "Shape"),
                translate("ReadDifferently", "dtype"),
            ]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        for member in choice.values:
            item = QTreeWidgetItem([member.name, _shape(member), str(member.dtype or "")])
            if member.dtype is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setToolTip(0, member.problem)
            self.addTopLevelItem(item)
            if member.name == choice.taken:
                self.setCurrentItem(item)
        for column in range(2):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, self.columnWidth(column) + _GAP)
        self.currentItemChanged.connect(self._on_chosen)

    def value(self) -> str:
        """The name of the array that is chosen."""
        item = self.currentItem()
        assert item is not None  # one is from the beginning, and a click beside takes none away
        return item.text(0)

    def _on_chosen(self) -> None:
        self.chosen.emit(self.value())

    def sizeHint(self) -> QSize:
        return QSize(420, 220)


class LabelsField(QComboBox):
    """The arrays with one number for each sample, after the guess of the reader.

    Args:
        choice: the arrays and the one that was taken.
        is_given: whether that was chosen before, not guessed.
    """

    def __init__(self, choice: Choice, is_given: bool) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setObjectName("labels")
        self.setAccessibleName(translate("ReadDifferently", "Labels"))
        self.setToolTip(translate("ReadDifferently", "The array with the label of each sample"))
        self._members: dict[str, Member] = {member.name: member for member in choice.values}
        self._wanted = choice.taken if is_given else None
        self._guess = "" if is_given else choice.taken
        self._guessed_for = ""

    def value(self) -> str | None:
        """The name of the array that is chosen; None leaves it to the reader."""
        name: str | None = self.currentData()
        return name

    def show_fitting(self, name: str) -> None:
        """Offers the arrays that fit the samples in the array of this name."""
        wanted = self.value() if self.count() else self._wanted
        self._guessed_for = self._guessed_for or name
        guess = self._guess if name == self._guessed_for else ""
        rows = self._members[name].shape[:1]
        self.clear()
        words = QCoreApplication.translate("ReadDifferently", "guessed from the names")
        self.addItem(f"{words}: {guess}" if guess else words, None)
        for other in self._members.values():
            if other.name != name and other.dtype and other.shape[:1] == rows == (math.prod(other.shape),):
                self.addItem(f"{other.name}  {_shape(other)}  {other.dtype}", other.name)
        self.setCurrentIndex(max(0, self.findData(wanted)))


def _shape(member: Member) -> str:
    if member.dtype is None:
        return ""
    return "(" + ", ".join(f"{size:,}" for size in member.shape) + (",)" if len(member.shape) == 1 else ")")
