"""Panel commands: exporting and copying what a panel shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from densegui.ui.export import Writing, copied, png_of, svg_of

if TYPE_CHECKING:
    from densegui.ui.dialogs import Questions
    from densegui.ui.docks import Docks
    from densegui.ui.notice_bar import NoticeBar


class PanelCommands(QObject):
    """Exports and copies the panel that a person works in, or another that they choose.

    Args:
        docks: where the panels are.
        questions: who asks the person.
        notice: where it is said how it went.
        parent: its owner.
    """

    def __init__(self, docks: Docks, questions: Questions, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._docks = docks
        self._questions = questions
        self._notice = notice

    def copy(self) -> None:
        """Puts the picture of the panel and its numbers on the clipboard."""
        name = self._docks.current(QApplication.focusWidget())
        QGuiApplication.clipboard().setMimeData(copied(self._docks.panel(name)))
        text = QCoreApplication.translate("MainWindow", "Copied: {panel}, as a picture and as a table.")
        self._notice.note(text.format(panel=self._docks.titles()[name]))

    def export(self) -> None:
        """Asks which panel goes where, and writes it."""
        docks = self._docks
        titles = docks.titles()
        answer = self._questions.ask_export(titles, docks.current(QApplication.focusWidget()))
        if answer is None:
            return
        wish, path = answer
        docks.reveal(wish.panel)
        panel = docks.panel(wish.panel)
        writing = Writing(path, self)
        writing.ended.connect(self._on_ended)
        if wish.suffix == "csv":
            writing.write_rows(panel.numbers())
        elif wish.suffix == "svg":
            writing.write(svg_of(panel.picture(), titles[wish.panel]))
        else:
            writing.write(png_of(panel.picture(), wish.scale))

    def _on_ended(self, path: str, problem: str) -> None:
        if problem:
            self._notice.warn(problem)
        else:
            text = QCoreApplication.translate("MainWindow", "Exported to {path}.")
            self._notice.note(text.format(path=path))
