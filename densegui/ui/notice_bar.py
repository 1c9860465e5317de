"""Notice bar: one sentence above the stack that a person should read, without stopping them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from densegui.ui import theme


class NoticeBar(QFrame):
    """Shows a failure or a note until it is closed or replaced; a button beside it does what helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._warns = False
        self._helping: QAction | None = None
        self._text = QLabel()
        self._text.setObjectName("noticeText")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._repair = QPushButton()
        self._repair.setObjectName("noticeRepair")
        self._repair.clicked.connect(self._on_repair)
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

    def warn(self, text: str, repair: QAction | None = None) -> None:
        """Says what could not be done, with a button for an action that mends it."""
        self._say(text, repair, warns=True)

    def note(self, text: str, more: QAction | None = None) -> None:
        """Says something worth knowing, with a button for an action that may follow from it."""
        self._say(text, more, warns=False)

    def text(self) -> str:
        """The sentence that is shown, or ""."""
        return self._text.text() if not self.isHidden() else ""

    def clear(self) -> None:
        """Takes the sentence away."""
        self._text.clear()
        self.hide()

    def _say(self, text: str, helping: QAction | None, *, warns: bool) -> None:
        self._warns = warns
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._helping = helping
        self._repair.setVisible(helping is not None)
        self._name_repair()
        self._color()
        self.show()

    def _color(self) -> None:
        colors = theme.colors()
        edge = colors.warning if self._warns else colors.accent
        style = f"#noticeBar {{ background: {colors.raised}; border: none; border-left: 4px solid {edge}; }}"
        if style != self.styleSheet():  # a new sheet is itself a change of the palette
            self.setStyleSheet(style)

    def _name_repair(self) -> None:
        if self._helping is not None:
            self._repair.setText(self._helping.text())
            self._repair.setAccessibleName(self._helping.text())
            self._repair.setToolTip(self._helping.toolTip())

    def _translate(self) -> None:
        self.setAccessibleName(self.tr("Notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setAccessibleName(self.tr("Close this notice"))

    def _on_repair(self) -> None:
        if self._helping is not None:
            self._helping.trigger()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._color()
        elif event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)
