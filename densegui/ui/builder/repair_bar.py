"""The bar beside the base plate that says when data and stack do not fit, and repairs it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from densegui.ui import theme
from densegui.ui.builder.rows import Plate


class RepairBar(QFrame):
    """One sentence on the mismatch and a button for each repair; hidden while all fits.

    Signals:
        input_dim_requested: the input size that fits the data.
        columns_requested: the person wants to choose columns of the data.
        transpose_requested: the samples of the data stand in columns.
    """

    input_dim_requested = Signal(int)
    columns_requested = Signal()
    transpose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("repairBar")
        self._plate = Plate(1)
        self._sentence = QLabel()
        self._sentence.setObjectName("mismatchSentence")
        self._sentence.setWordWrap(True)
        self._fit = self._button("fitInputSize")
        self._columns = self._button("chooseColumns")
        self._transpose = self._button("samplesInColumns")
        layout = QGridLayout(self)
        layout.setContentsMargins(12, 2, 12, 10)
        layout.setSpacing(6)
        layout.addWidget(self._sentence, 0, 0, 1, 3)
        layout.addWidget(self._fit, 1, 0)
        layout.addWidget(self._columns, 1, 1)
        layout.addWidget(self._transpose, 2, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        layout.setColumnStretch(2, 1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._fit.clicked.connect(self._on_fit)
        self._columns.clicked.connect(self.columns_requested)
        self._transpose.clicked.connect(self.transpose_requested)
        self._retranslate()

    def show_plate(self, plate: Plate) -> None:
        """Shows what of the base plate does not fit, or hides."""
        self._plate = plate
        self._columns.setVisible(plate.data_features > plate.input_dim)
        self._transpose.setVisible(plate.data_rows == plate.input_dim)
        self._retranslate()
        self.setVisible(not plate.fits)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _retranslate(self) -> None:
        sentence = self._plate.mismatch()
        self._sentence.setText("⚠ " + sentence)
        self._sentence.setAccessibleName(sentence)
        size = f"{self._plate.data_features:,}"
        texts = (
            (
                self._fit,
                self.tr("Set input size to {size}").format(size=size),
                self.tr("Makes the first block take in all features of the data"),
            ),
            (
                self._columns,
                self.tr("Choose columns…"),
                self.tr("Chooses which features of the data go into the stack"),
            ),
            (
                self._transpose,
                self.tr("Samples are in columns"),
                self.tr("Exchanges rows and columns of the data"),
            ),
        )
        for button, text, tip in texts:
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self._color()

    def _color(self) -> None:
        palette = QPalette(self._sentence.palette())
        palette.setColor(self._sentence.foregroundRole(), QColor(theme.colors().warning))
        self._sentence.setPalette(palette)

    def _on_fit(self) -> None:
        self.input_dim_requested.emit(self._plate.data_features)

    def changeEvent(self, event: QEvent) -> None:
        """Follows language and colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._color()
