"""The line beneath the neuron graph: what is shown in words, what to try, whether it is out of date."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from densegui.ui import theme
from densegui.ui.panels.graph_fonts import Fonts


class GraphFoot(QWidget):
    """Says in words what the picture above it shows.

    Signals:
        try_requested(): what is offered to be tried is wanted.
    """

    try_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphFoot")
        self._words = QLabel(self)
        self._words.setObjectName("graphStatus")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._try = QToolButton(self)
        self._try.setObjectName("graphTry")
        self._try.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._try.setVisible(False)
        self._try.clicked.connect(self.try_requested)
        self._offered = ""
        self._stale = QLabel(self)
        self._stale.setObjectName("graphStale")
        self._stale.setVisible(False)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(self._try)
        line.addWidget(self._stale, 0, Qt.AlignmentFlag.AlignBottom)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)
        self._retranslate()
        self.set_font(self.font())
        self.restyle()

    def show_words(self, text: str, stale: bool, detail: str = "", init: str = "") -> None:
        """Says what is shown.

        Args:
            text: one line.
            stale: whether a badge says that the numbers are out of date.
            detail: more of the text, on hover.
            init: an initialiser to try, or "".
        """
        self._words.setText(text.replace(" = ", "\u00a0=\u00a0"))  # a line breaks between terms
        self._words.setToolTip(detail or text)
        self._stale.setVisible(stale)
        self._try.setVisible(bool(init))
        if init != self._offered:
            self._offered = init
            self._offer()

    def set_font(self, font: QFont) -> None:
        """Takes another font of the application."""
        for widget in (self._words, self._try, self._stale):
            widget.setFont(Fonts.of(font).small)

    def restyle(self) -> None:
        """Takes the colours in force."""
        now = theme.colors()
        self._words.setStyleSheet(f"color: {now.muted};")
        # As low as the words: the graph above must not move as the offer comes and goes.
        self._try.setStyleSheet(
            f"QToolButton {{ color: {now.accent}; border: none; padding: 0px; text-decoration: underline; }}"
            f"QToolButton:focus {{ border: 1px solid {now.accent}; }}"
        )
        self._stale.setStyleSheet(
            f"color: {now.warning}; border: 1px solid {now.warning}; border-radius: 7px; padding: 0px 7px;"
        )

    def _offer(self) -> None:
        text = self.tr("Try {init}").format(init=self._offered)
        tip = self.tr("Draw the weights of all blocks with {init} and run forward; Undo brings these back")
        self._try.setText(text)
        self._try.setAccessibleName(text)
        self._try.setToolTip(tip.format(init=self._offered))

    def _retranslate(self) -> None:
        self._stale.setText(self.tr("Out of date: press Run forward (F5)"))
        self._offer()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
