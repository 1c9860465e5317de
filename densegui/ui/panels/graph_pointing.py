"""What of the neuron graph is beneath a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from densegui.ui.panels.graph_fonts import Fonts, header_width
from densegui.ui.panels.graph_heat import Cell, cell_at
from densegui.ui.panels.graph_layout import Edge, Gap, Neuron, segments
from densegui.ui.panels.graph_picture import Picture
from densegui.ui.panels.graph_view import View, gap_at, nearest_line, neuron_at, radius

EDGE_REACH: Final = 5.0

Target = Neuron | Edge | Cell


@dataclass(frozen=True, slots=True)
class Pointing:
    """Finds things in one picture in one view.

    Attributes:
        picture: what is shown.
        view: where.
        fonts: sizes of the headers.
        selected: the neuron whose edges lie above all others, or None.
    """

    picture: Picture
    view: View
    fonts: Fonts
    selected: Neuron | None

    def is_header(self, x: float, y: float) -> bool:
        """Whether a pixel is on the headers of the columns."""
        if not self.picture.upward:
            return y < self.fonts.header_height
        return x < header_width(self.picture, self.fonts, self.view.width)

    def target(self, x: float, y: float) -> Target | None:
        """The neuron beneath a pixel, else the edge, else the cell of a heat map."""
        if self.is_header(x, y):
            return None
        neuron = neuron_at(self.picture.layout, self.view, x, y)
        return neuron or self._edge(x, y) or self._cell(x, y)

    def told(self, x: float, y: float) -> Target | Gap | None:
        """What is told of a pixel; ellipses tell how to go on."""
        target = self.target(x, y)
        gap = None if isinstance(target, Neuron) else self.gap(x, y)
        return target if gap is None else self.picture.layout.columns[gap[0]].fold.gaps[gap[1]]

    def gap(self, x: float, y: float) -> tuple[int, int] | None:
        """The column, and the number among its ellipses, of the ellipsis beneath a pixel."""
        return gap_at(self.picture.layout, self.view, x, y)

    def _edge(self, x: float, y: float) -> Edge | None:
        index = int(np.floor(self.view.place(x, y)[0]))
        link = self.picture.links[index] if 0 <= index < len(self.picture.links) else None
        if link is None or link.edges is None:
            return None
        edges, selected = link.edges, self.selected
        found = None
        if selected is not None and selected.column in {index, index + 1}:
            # The edges of the selected neuron lie above the faded ones.
            source, target = (axis.ravel() for axis in np.indices(edges.values.shape))
            own = (target if selected.column > index else source) == selected.row
            found = self._nearest(index, source[own], target[own], x, y)
        if found is None and not link.heat:
            # Strongest last in painting, so strongest first in looking: a thin edge never hides a thick one.
            found = self._nearest(index, edges.source[::-1], edges.target[::-1], x, y)
        return found

    def _nearest(self, index: int, source: Any, target: Any, x: float, y: float) -> Edge | None:
        lines = self.view.lines(segments(self.picture.layout, index, source, target))
        best = nearest_line(lines, x, y, EDGE_REACH)
        return None if best is None else Edge(index, int(source[best]), int(target[best]))

    def _cell(self, x: float, y: float) -> Cell | None:
        index = int(np.floor(self.view.place(x, y)[0]))
        link = self.picture.links[index] if 0 <= index < len(self.picture.links) else None
        if link is None or not link.heat or link.scan is None:
            return None
        return cell_at(link.scan, self.view, index, radius(self.picture.layout, self.view), x, y)
