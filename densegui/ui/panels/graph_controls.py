"""The row above the neuron graph: whose numbers it shows, what its lines show, and how it is viewed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QRadioButton, QSpinBox, QToolButton, QWidget

from densegui.ui.focus import MEAN_OF_SAMPLES
from densegui.ui.panels.graph_flow import FlowLayout
from densegui.ui.panels.graph_menu import GraphMenu
from densegui.ui.panels.graph_options import Options
from densegui.ui.panels.sample_text import show_number

WIDE: Final = 640  # pixels


class GraphControls(QWidget):
    """Mean of all samples or one of them, weights or contributions, and the menu of the view.

    Attributes:
        tools: place for buttons of others.

    Signals:
        sample_requested(int): the row chosen; ``MEAN_OF_SAMPLES`` for the mean.
        options_changed(object): the ``Options`` chosen now.
        fit_requested(): the fit button was pressed.
    """

    sample_requested = Signal(int)
    options_changed = Signal(object)
    fit_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphControls")
        self._mean = QRadioButton(self)
        self._mean.setObjectName("graphMean")
        self._mean.setChecked(True)
        self._one = QRadioButton(self)
        self._one.setObjectName("graphSample")
        self._row = QSpinBox(self)
        self._row.setObjectName("graphRow")
        self._row.setKeyboardTracking(False)
        self._row.setGroupSeparatorShown(True)
        self._lines = QComboBox(self)
        self._lines.setObjectName("graphLines")
        self._lines.addItems(["", ""])
        self.menu = GraphMenu(self)
        self._fit = QToolButton(self)
        self._fit.setObjectName("graphFit")
        holder = QWidget(self)
        self.tools = QHBoxLayout(holder)
        self.tools.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(self)
        for widget in (self._mean, self._one, self._row, self._lines, self.menu, self._fit, holder):
            row.addWidget(widget)
        self._mean.clicked.connect(self._on_mean)
        self._one.clicked.connect(self._on_one)
        self._row.valueChanged.connect(self._on_row)
        self._lines.currentIndexChanged.connect(self._on_lines)
        self.menu.options_changed.connect(self._on_options)
        self._fit.clicked.connect(self.fit_requested)
        self._rows = 0
        self._retranslate()
        self.offer_samples(0)

    @property
    def options(self) -> Options:
        """The choices of now."""
        return self.menu.options

    def offer_samples(self, rows: int) -> None:
        """Offers the samples 0 to rows − 1; 0 where there is none that fits the model."""
        if rows != self._rows:
            self._rows = rows
            self._count()
        with QSignalBlocker(self._row):
            self._row.setMaximum(max(rows - 1, 0))
        for widget in (self._one, self._row):
            widget.setEnabled(rows > 0)

    def show_sample(self, sample: int) -> None:
        """Shows whose numbers the neurons show."""
        (self._mean if sample == MEAN_OF_SAMPLES else self._one).setChecked(True)
        if sample != MEAN_OF_SAMPLES:
            show_number(self._row, sample)

    def _count(self) -> None:
        """Says of how many samples the mean is, and how many there are to choose from, if there is room."""
        told = self._rows if self.width() >= WIDE else 0
        mean = self.tr("mean of {rows:,} samples") if told else self.tr("mean")
        self._mean.setText(mean.format(rows=told))
        self._row.setSuffix(self.tr(" of {rows:,}").format(rows=told) if told else "")

    def _retranslate(self) -> None:
        self._count()
        self._mean.setAccessibleName(self.tr("Neurons show the mean of all samples"))
        self._mean.setToolTip(self.tr("Each neuron shows its mean over the last run"))
        self._one.setText(self.tr("sample"))
        self._one.setAccessibleName(self.tr("Neurons show one sample"))
        self._one.setToolTip(self.tr("Each neuron shows its value for one sample"))
        self._row.setAccessibleName(self.tr("Number of the sample"))
        self._row.setToolTip(self.tr("Row of the data set, counted from 0"))
        self._lines.setItemText(0, self.tr("lines: w"))
        self._lines.setItemText(1, self.tr("lines: w·x"))
        self._lines.setAccessibleName(self.tr("What the lines show"))
        self._lines.setToolTip(
            self.tr("The weights, or what each of them adds to z: the weight times the value that comes in")
        )
        self._fit.setText(self.tr("Fit"))
        self._fit.setAccessibleName(self.tr("Fit the graph into the panel"))
        self._fit.setToolTip(self.tr("Show all neurons (F, or a double click on the graph)"))

    def _on_mean(self) -> None:
        self.sample_requested.emit(MEAN_OF_SAMPLES)

    def _on_one(self) -> None:
        self.sample_requested.emit(self._row.value())

    def _on_row(self, row: int) -> None:
        self._one.setChecked(True)
        self.sample_requested.emit(row)

    def _on_options(self, options: Options) -> None:
        with QSignalBlocker(self._lines):
            self._lines.setCurrentIndex(options.contribution)
        self.options_changed.emit(options)

    def _on_lines(self, index: int) -> None:
        self.menu.choose(contribution=index == 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says less where a second line of controls would take the graph's room."""
        super().resizeEvent(event)
        if (event.oldSize().width() >= WIDE) != (event.size().width() >= WIDE):
            self._count()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
