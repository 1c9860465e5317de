"""What the data panel asks of each of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from densegui.ui.background import Background
from densegui.ui.focus import Focus

if TYPE_CHECKING:
    from densegui.data import Dataset


class Page(QWidget):
    """One way to look at data; it gets what it shows only while it is seen.

    Attributes:
        tools: controls of the page that stand beside the tabs, or None.

    Signals:
        focus_requested: the ``Focus`` to look at instead.
        steps_requested: the tuple of steps that shall prepare the data instead.
    """

    focus_requested = Signal(object)
    steps_requested = Signal(object)

    tools: QWidget | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # An exported picture has no panel behind it.
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def work_in(self, background: Background) -> None:
        """Does in these threads what may take a while."""

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other data."""
        raise NotImplementedError

    def show_focus(self, focus: Focus) -> None:
        """Marks the sample that is looked at."""

    def retranslate(self) -> None:
        """Says everything in the language in force."""

    def restyle(self) -> None:
        """Takes on colours and font."""
