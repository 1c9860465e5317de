"""What happens when the program meets an exception nobody foresaw: it says so and goes on."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout


class FailureDialog(QDialog):
    """A plain sentence, and the details to copy for a report."""

    def __init__(self, details: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setObjectName("failureDialog")
        self.setWindowTitle("densegui")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(
            self.tr(
                "Something went wrong inside densegui. Your work is still here: save it, and go on. "
                "The details below help to find the mistake."
            )
        )
        text.setObjectName("failureText")
        text.setWordWrap(True)
        self._details = QPlainTextEdit(details)
        self._details.setObjectName("failureDetails")
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setToolTip(self.tr("Where in the program it happened"))
        self._details.setReadOnly(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copyDetails")
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self._details)
        layout.addWidget(buttons)
        self.resize(620, 340)

    def add(self, details: str) -> None:
        """Adds another failure to the ones that are shown."""
        self._details.appendPlainText("\n" + details)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details.toPlainText())


class FailureReporter(QObject):
    """Takes over ``sys.excepthook``; a failure in any thread is shown in the UI thread.

    Signals:
        met: an exception, as text.
    """

    met = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._dialog: FailureDialog | None = None
        self.met.connect(self._on_met)

    def install(self) -> None:
        """Begins to listen."""
        sys.excepthook = self.report

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Shows an exception; also written to the terminal."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            self.met.emit("".join(traceback.format_exception(kind, error, trace)))

    def _on_met(self, details: str) -> None:
        if self._dialog is not None:
            self._dialog.add(details)
            return
        self._dialog = FailureDialog(details)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()

    def _on_finished(self) -> None:
        self._dialog = None
