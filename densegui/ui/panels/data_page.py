"""What the data panel asks of each of its pages."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from densegui.ui.focus import Focus

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.ui.panels.data_summaries import Summaries


class Page(QWidget):
    """One way to look at data; it gets what it shows only while it is seen.

    Attributes:
        tools: controls of the page that stand beside the tabs, or None.
        has_tools: whether they are of use with the data that are shown.

    Signals:
        focus_requested: the ``Focus`` to look at instead.
        steps_requested: the tuple of steps that shall prepare the data instead.
        columns_wanted: the page of the columns shall be looked at.
    """

    focus_requested = Signal(object)
    steps_requested = Signal(object)
    columns_wanted = Signal()

    tools: QWidget | None = None
    has_tools = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # An exported picture has no panel behind it.
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def work_in(self, summaries: Summaries) -> None:
        """Does in their threads what may take a while; the summaries are those of all pages."""

    @abstractmethod  # looked after by mypy: Qt's own metaclass leaves no room for that of ABC
    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows other data."""

    def show_focus(self, focus: Focus) -> None:
        """Marks the sample that is looked at."""

    def retranslate(self) -> None:
        """Says everything in the language in force."""

    def restyle(self) -> None:
        """Takes on colours and font."""
