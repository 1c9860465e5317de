"""The neuron graph with its legend: what is seen, exported and copied as one picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from densegui.ui.panels.graph_canvas import GraphCanvas
from densegui.ui.panels.graph_legend import GraphLegend

LOW = 175  # pixels of a figure too low for its legend


class GraphFigure(QWidget):
    """The canvas, and beneath it the legend where there is room for it.

    Attributes:
        canvas: the graph.
        legend: what its colours mean.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("graphFigure")
        self._wanted = True
        self.canvas = GraphCanvas(self)
        self.canvas.restyle()
        self.legend = GraphLegend(self)
        self.canvas.scales_changed.connect(self.legend.show_scales)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.canvas.widget, 1)
        column.addWidget(self.legend)

    def show_legend(self, wanted: bool) -> None:
        """Shows the legend where there is room for it, or leaves it out."""
        self._wanted = wanted
        self._fit()

    def _fit(self) -> None:
        self.legend.setVisible(self._wanted and self.height() >= LOW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the legend out where it would take the graph's room."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the colours and the font of the application."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.canvas.restyle()
        elif event.type() == QEvent.Type.FontChange:
            self.canvas.set_font(self.font())
