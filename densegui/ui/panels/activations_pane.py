"""A pane of the activation plots: a view box between a left and a bottom axis, and nothing else."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg


class Pane:
    """What these plots need of a ``pg.PlotItem``, which takes three times as long to make.

    Attributes:
        vb: the view box; y follows what is drawn, x is panned and zoomed.
    """

    def __init__(self, grid: Any, row: int) -> None:
        """Puts the pane into a row of a ``pg.GraphicsLayout``."""
        self._layout = grid.addLayout(row=row, col=0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.vb = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        self.vb.disableAutoRange()
        self.vb.setMouseEnabled(x=True, y=False)
        self._layout.addItem(self.vb, row=0, col=1)
        self._axes = {}
        for name, place in (("left", (0, 0)), ("bottom", (1, 1))):
            axis = pg.AxisItem(name, linkView=self.vb)
            axis.enableAutoSIPrefix(False)
            axis.setStyle(tickLength=-4, tickTextOffset=3, hideOverlappingLabels=False)
            axis.setZValue(0.5)
            self._layout.addItem(axis, row=place[0], col=place[1])
            self._axes[name] = axis

    def getAxis(self, name: str) -> Any:  # noqa: N802 - as pg.PlotItem calls it
        """The axis ``"left"`` or ``"bottom"``."""
        return self._axes[name]

    def isVisible(self) -> bool:  # noqa: N802 - as Qt calls it
        """Whether the pane is shown."""
        return bool(self._layout.isVisible())

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - as Qt calls it
        """Shows or hides the pane."""
        self._layout.setVisible(visible)
