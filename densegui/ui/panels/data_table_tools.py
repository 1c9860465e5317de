"""The controls of the table: which sample, and whether rows are shown as they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from densegui.ui.focus import MEAN_OF_SAMPLES

if TYPE_CHECKING:
    from densegui.data import Dataset

_INT_MAX: Final = 2**31 - 1


class TableTools(QWidget):
    """A field for the sample, and a switch.

    Signals:
        sample_requested: the sample that is wanted.
        as_read_changed: whether rows are wanted as they were read.
    """

    sample_requested = Signal(int)
    as_read_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._as_read = QToolButton(self)
        self._as_read.setObjectName("dataAsRead")
        self._as_read.setCheckable(True)
        self._as_read.setAutoRaise(True)
        self._as_read.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sample = QSpinBox(self)
        self._sample.setObjectName("dataSample")
        self._sample.setKeyboardTracking(False)
        self._sample.setMinimum(MEAN_OF_SAMPLES)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._as_read)
        row.addWidget(self._sample)
        self._sample.valueChanged.connect(self.sample_requested)
        self._as_read.toggled.connect(self.as_read_changed)

    @property
    def is_as_read(self) -> bool:
        """Whether rows are wanted as they were read."""
        return self._as_read.isChecked()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Offers the samples of these data; the switch only where something was prepared."""
        with QSignalBlocker(self._sample):
            self._sample.setMaximum(min(dataset.rows, _INT_MAX) - 1 if dataset is not None else -1)
        self._as_read.setVisible(dataset is not None and dataset.original is not None)

    def show_sample(self, sample: int) -> None:
        """Shows which sample is looked at."""
        with QSignalBlocker(self._sample):
            self._sample.setValue(sample)

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self._sample.setPrefix(self.tr("sample "))
        self._sample.setSpecialValueText(self.tr("no sample"))
        self._sample.setAccessibleName(self.tr("Sample"))
        self._sample.setToolTip(self.tr("The sample that all panels look at, counted from 0"))
        self._as_read.setText(self.tr("As read"))
        self._as_read.setAccessibleName(self.tr("Rows as they were read"))
        self._as_read.setToolTip(
            self.tr("Show the numbers as they were read; switched off, as they go into the stack")
        )
