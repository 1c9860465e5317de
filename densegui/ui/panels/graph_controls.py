"""The row above the neuron graph: whose numbers the neurons show, and a button that fits the view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QSpinBox, QToolButton, QWidget


class GraphControls(QWidget):
    """Mean of all samples, or one of them.

    Signals:
        sample_requested(int): the row chosen; −1 for the mean.
        fit_requested(): the fit button was pressed.
    """

    sample_requested = Signal(int)
    fit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphControls")
        self._words = QLabel(self)
        self._words.setObjectName("graphWords")
        self._mean = QRadioButton(self)
        self._mean.setObjectName("graphMean")
        self._mean.setChecked(True)
        self._one = QRadioButton(self)
        self._one.setObjectName("graphSample")
        self._row = QSpinBox(self)
        self._row.setObjectName("graphRow")
        self._row.setKeyboardTracking(False)
        self._row.setGroupSeparatorShown(True)
        self._fit = QToolButton(self)
        self._fit.setObjectName("graphFit")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._mean, self._one, self._row):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._fit)
        self._mean.clicked.connect(self._on_mean)
        self._one.clicked.connect(self._on_one)
        self._row.valueChanged.connect(self._on_row)
        self._fit.clicked.connect(self.fit_requested)
        self._retranslate()
        self.show_rows(0)

    @property
    def sample(self) -> int:
        """The row chosen; −1 for the mean."""
        return self._row.value() if self._one.isChecked() else -1

    def show_rows(self, rows: int) -> None:
        """Offers the samples 0 to rows − 1, and goes back to the mean."""
        with QSignalBlocker(self._row):
            self._row.setMaximum(max(rows - 1, 0))
        self._mean.setChecked(True)
        self.offer_samples(rows > 0)

    def offer_samples(self, fit: bool) -> None:
        """Lets a person choose a sample; False where there is none that fits the model."""
        for widget in (self._one, self._row):
            widget.setEnabled(fit)

    def show_sample(self, one: bool) -> None:
        """Shows whether the neurons have the numbers of one sample."""
        (self._one if one else self._mean).setChecked(True)

    def _retranslate(self) -> None:
        self._words.setText(self.tr("Neurons show:"))
        self._mean.setText(self.tr("mean of all samples"))
        self._mean.setAccessibleName(self.tr("Neurons show the mean of all samples"))
        self._mean.setToolTip(self.tr("Each neuron shows its mean over the last run"))
        self._one.setText(self.tr("sample"))
        self._one.setAccessibleName(self.tr("Neurons show one sample"))
        self._one.setToolTip(self.tr("Each neuron shows its value for one sample"))
        self._row.setAccessibleName(self.tr("Number of the sample"))
        self._row.setToolTip(self.tr("Row of the data set, counted from 0"))
        self._fit.setText(self.tr("Fit"))
        self._fit.setAccessibleName(self.tr("Fit the graph into the panel"))
        self._fit.setToolTip(self.tr("Show all neurons (F, or a double click on the graph)"))

    def _on_mean(self) -> None:
        self.sample_requested.emit(-1)

    def _on_one(self) -> None:
        self.sample_requested.emit(self._row.value())

    def _on_row(self, row: int) -> None:
        self._one.setChecked(True)
        self.sample_requested.emit(row)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
