"""The widgets of the neuron graph's panel: controls, the graph or what stands in its place, words beneath."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from densegui.ui.panels.graph_controls import GraphControls
from densegui.ui.panels.graph_figure import GraphFigure
from densegui.ui.panels.graph_foot import GraphFoot


class GraphFrame(QWidget):
    """Lays the widgets out; the panel fills them.

    Attributes:
        bottom: place for widgets beneath the graph.
        tools: place for buttons above it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controls = GraphControls(self)
        self.tools = self._controls.tools
        self._figure = GraphFigure(self)
        self._canvas = self._figure.canvas
        self._view, self._item = self._canvas.widget, self._canvas.item
        self._empty = QLabel()
        self._empty.setObjectName("graphEmpty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages = QStackedLayout()
        self._pages.addWidget(self._figure)
        self._pages.addWidget(self._empty)
        self._foot = GraphFoot(self)
        self.bottom = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self._controls)
        column.addLayout(self._pages, 1)
        column.addLayout(self.bottom)
        column.addWidget(self._foot)

    def sizeHint(self) -> QSize:
        """A dock's usual size, whatever is said in the panel."""
        return QSize(690, 330)

    def minimumSizeHint(self) -> QSize:
        """Small and always the same: words that come and go must not move the docks."""
        return QSize(260, 180)
