"""Notice bar: one sentence above the stack that a person should read, without stopping them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from densegui.ui import theme


class NoticeBar(QFrame):
    """Shows a failure or a note until it is closed or replaced.

    Signals:
        repair_requested: the button beside the sentence was pressed.
    """

    repair_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._warns = False
        self._text = QLabel()
        self._text.setObjectName("noticeText")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._repair = QPushButton()
        self._repair.setObjectName("noticeRepair")
        self._repair.clicked.connect(self.repair_requested)
        self._close = QToolButton()
        self._close.setObjectName("noticeClose")
        self._close.setText("✕")
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._text)
        layout.addWidget(self._repair)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.clear)
        self._translate()
        self.hide()

    def warn(self, text: str, repair: str = "") -> None:
        """Says what could not be done; ``repair`` is the text of a button that mends it."""
        self._say(text, repair, warns=True)

    def note(self, text: str) -> None:
        """Says something worth knowing."""
        self._say(text, "", warns=False)

    def text(self) -> str:
        """The sentence that is shown, or ""."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Takes the sentence away."""
        self._text.clear()
        self.hide()

    def _say(self, text: str, repair: str, *, warns: bool) -> None:
        self._warns = warns
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._repair.setText(repair)
        self._repair.setAccessibleName(repair)
        self._repair.setToolTip(repair)
        self._repair.setVisible(bool(repair))
        self._color()
        self.show()

    def _color(self) -> None:
        colors = theme.colors()
        edge = colors.warning if self._warns else colors.accent
        style = f"#noticeBar {{ background: {colors.raised}; border: none; border-left: 4px solid {edge}; }}"
        if style != self.styleSheet():  # a new sheet is itself a change of the palette
            self.setStyleSheet(style)

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setAccessibleName(self.tr("Close this notice"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._color()
        elif event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
