"""The dialog that asks which random rows to draw."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from densegui.data import Source, frozen_source
from densegui.ui.numbers import bytes_text

MAX_ROWS = 100_000_000
MAX_FEATURES = 1_000_000
FLOAT32_BYTES = 4


class RandomDataDialog(QDialog):
    """Distribution, rows, features, seed; says how much memory the rows take."""

    def __init__(self, features: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("randomDataDialog")
        self.setWindowTitle(self.tr("Random data"))
        self._kind = QComboBox()
        self._kind.addItem(self.tr("Normal distribution"), "normal")
        self._kind.addItem(self.tr("Uniform distribution"), "uniform")
        self._rows = self._spin("rows", self.tr("Number of samples"), 1, MAX_ROWS, 150)
        self._features = self._spin("features", self.tr("Numbers in each sample"), 1, MAX_FEATURES, features)
        self._seed = self._spin("seed", self.tr("The same seed draws the same numbers"), 0, 2**31 - 1, 0)
        self._mean = self._number("mean", self.tr("Middle of the normal distribution"), 0.0)
        self._stddev = self._number("stddev", self.tr("Standard deviation, 0 or more"), 1.0)
        self._stddev.setMinimum(0.0)
        self._low = self._number("low", self.tr("Smallest number"), 0.0)
        self._high = self._number("high", self.tr("Largest number"), 1.0)
        self._size = QLabel()
        self._size.setObjectName("size")
        self._build()
        self._on_changed()

    def source(self) -> Source:
        """What was chosen."""
        shape = {"rows": self._rows.value(), "features": self._features.value(), "seed": self._seed.value()}
        if self._kind.currentData() == "normal":
            return frozen_source("normal", **shape, mean=self._mean.value(), stddev=self._stddev.value())
        return frozen_source("uniform", **shape, low=self._low.value(), high=self._high.value())

    def _build(self) -> None:
        self._kind.setObjectName("distribution")
        self._kind.setAccessibleName(self.tr("Distribution"))
        self._kind.setToolTip(self.tr("What the numbers are drawn from"))
        self._parameters = QStackedWidget()
        for pairs in (
            ((self.tr("Mean"), self._mean), (self.tr("Standard deviation"), self._stddev)),
            ((self.tr("Minimum"), self._low), (self.tr("Maximum"), self._high)),
        ):
            page = QWidget()
            form = QFormLayout(page)
            form.setContentsMargins(0, 0, 0, 0)
            for label, field in pairs:
                form.addRow(label, field)
            self._parameters.addWidget(page)
        form = QFormLayout()
        form.addRow(self.tr("Distribution"), self._kind)
        form.addRow(self._parameters)
        form.addRow(self.tr("Samples (rows)"), self._rows)
        form.addRow(self.tr("Features (columns)"), self._features)
        form.addRow(self.tr("Seed"), self._seed)
        form.addRow(self._size)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self._kind.currentIndexChanged.connect(self._on_changed)
        self._rows.valueChanged.connect(self._on_changed)
        self._features.valueChanged.connect(self._on_changed)
        self._low.valueChanged.connect(self._on_changed)
        self._high.valueChanged.connect(self._on_changed)

    def _spin(self, name: str, tip: str, low: int, high: int, value: int) -> QSpinBox:
        field = QSpinBox()
        field.setRange(low, high)
        field.setValue(value)
        field.setGroupSeparatorShown(True)
        field.setObjectName(name)
        field.setAccessibleName(tip)
        field.setToolTip(tip)
        return field

    def _number(self, name: str, tip: str, value: float) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setLocale(QLocale.c())
        field.setDecimals(4)
        field.setRange(-1e6, 1e6)
        field.setSingleStep(0.1)
        field.setValue(value)
        field.setObjectName(name)
        field.setAccessibleName(tip)
        field.setToolTip(tip)
        return field

    def _on_changed(self) -> None:
        self._parameters.setCurrentIndex(self._kind.currentIndex())
        rows, features = self._rows.value(), self._features.value()
        text = self.tr("{rows} × {features} numbers, {memory}")
        memory = bytes_text(rows * features * FLOAT32_BYTES)
        self._size.setText(text.format(rows=f"{rows:,}", features=f"{features:,}", memory=memory))
        ordered = self._kind.currentData() == "normal" or self._low.value() < self._high.value()
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ordered)
        if not ordered:
            self._size.setText(self.tr("The minimum must be below the maximum."))
