"""The line beneath the neuron graph: what is shown in words, and whether it is out of date."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from densegui.ui import theme
from densegui.ui.panels.graph_fonts import Fonts


class GraphFoot(QWidget):
    """Says in words what the picture above it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphFoot")
        self._words = QLabel(self)
        self._words.setObjectName("graphStatus")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._stale = QLabel(self)
        self._stale.setObjectName("graphStale")
        self._stale.setVisible(False)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._stale, 0, Qt.AlignmentFlag.AlignBottom)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self._retranslate()
        self.set_font(self.font())
        self.restyle()

    def show_words(self, text: str, stale: bool) -> None:
        """Says what is shown; ``stale`` adds the badge that it is out of date."""
        self._words.setText(text.replace(" = ", "\u00a0=\u00a0"))  # a line breaks between terms
        self._words.setToolTip(text)
        self._stale.setVisible(stale)

    def set_font(self, font: QFont) -> None:
        """Takes another font of the application."""
        for label in (self._words, self._stale):
            label.setFont(Fonts.of(font).small)

    def restyle(self) -> None:
        """Takes the colours in force."""
        now = theme.colors()
        self._words.setStyleSheet(f"color: {now.muted};")
        self._stale.setStyleSheet(
            f"color: {now.warning}; border: 1px solid {now.warning}; border-radius: 7px; padding: 0px 7px;"
        )

    def _retranslate(self) -> None:
        self._stale.setText(self.tr("Out of date: press Run forward (F5)"))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
