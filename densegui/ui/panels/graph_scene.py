"""Everything a frame of the neuron graph is painted from, as one frozen value."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QImage

from densegui.ui import numbers
from densegui.ui.panels.graph_dots import Dot
from densegui.ui.panels.graph_fonts import Fonts
from densegui.ui.panels.graph_layout import Edge, Neuron
from densegui.ui.panels.graph_picture import Picture
from densegui.ui.panels.graph_strokes import Strokes
from densegui.ui.panels.graph_style import Style
from densegui.ui.panels.graph_view import View, radius

if TYPE_CHECKING:
    import numpy as np


class Handle(NamedTuple):
    """The field with the number of what is selected, to be dragged or typed over."""

    box: QRectF
    text: str


@dataclass(frozen=True, slots=True)
class Lit:
    """What stands out while all else fades.

    Attributes:
        neurons: the neurons.
        edges: the edges.
    """

    neurons: frozenset[Neuron]
    edges: Collection[Edge]


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One picture in one view.

    Attributes:
        picture: what to paint.
        strokes: its edges.
        bright: the edges that stand out while the others fade; None where all are alike.
        dots: its neurons.
        tiles: pictures drawn instead of the neurons, by column.
        view: where.
        style: colours.
        fonts: sizes of text.
        selected: the selected neuron.
        edge: the selected edge.
        marked: column that is highlighted.
        lit: neurons that keep their colours while the others fade; None for all.
    """

    picture: Picture
    strokes: Strokes
    bright: Strokes | None
    dots: tuple[tuple[Dot, ...], ...]
    tiles: Mapping[int, Sequence[QImage]]
    view: View
    style: Style
    fonts: Fonts
    selected: Neuron | None
    edge: Edge | None
    marked: int | None
    lit: frozenset[Neuron] | None

    def shows_same(self, other: Scene) -> bool:
        """Whether another scene shows the same, perhaps in another view."""
        return (
            self.strokes is other.strokes
            and self.bright is other.bright
            and self.dots is other.dots
            and self.tiles is other.tiles
            and self.picture is other.picture
            and (self.selected, self.edge, self.marked, self.lit)
            == (other.selected, other.edge, other.marked, other.lit)
            and self.style == other.style
        )

    @property
    def radius(self) -> float:
        """Of a neuron, in pixels."""
        return radius(self.picture.layout, self.view)

    def point(self, neuron: Neuron) -> tuple[float, float]:
        """The pixel of a neuron."""
        return self.view.point(neuron.column, self.picture.layout.columns[neuron.column].v[neuron.row])

    def step(self, column: int) -> float:
        """Pixels between two neighbours of a column."""
        v = self.picture.layout.columns[column].v
        return self.view.spread * (float(v[1] - v[0]) if len(v) > 1 else 1.0)

    def on_edge(self, edge: Edge, share: float) -> tuple[float, float]:
        """The pixel some way along an edge."""
        columns = self.picture.layout.columns
        one, two = columns[edge.column].v[edge.source], columns[edge.column + 1].v[edge.target]
        return self.view.point(edge.column + share, float(one + (two - one) * share))

    def handle(self) -> Handle | None:
        """The field at the selected edge or neuron; None where nothing is selected that can be changed."""
        picture = self.picture
        if self.edge is not None:
            edges = picture.links[self.edge.column].edges
            assert edges is not None
            value = _number(edges.weights[self.edge.source, self.edge.target])
            return self._field(*self.on_edge(self.edge, 0.5), f"w = {value} ↕")
        if self.selected is None:
            return None
        bias = picture.columns[self.selected.column].bias
        if bias is None:
            return None
        x, y = self.point(self.selected)
        text = f"b = {_number(bias[self.selected.row])} ↕"
        if self.view.upward:
            return self._field(x + self.radius + 6.0 + self._wide(text) / 2, y, text)
        aside = self.radius + 9.0 + self._wide(text) / 2
        if self._is_full_above(self.selected) and self.view.gap >= aside + self.radius + self._wide(text) / 2:
            return self._field(x + (aside if self._has_units(self.selected.column) else -aside), y, text)
        return self._field(x, y - self.radius - 13.0, text)

    def _is_full_above(self, neuron: Neuron) -> bool:
        """Whether a field above a neuron would lie on its neighbour, the value of that, or the header."""
        above = neuron._replace(row=neuron.row - 1)
        end = self.point(above)[1] + self.radius + self._high if neuron.row else self.fonts.header_height
        return self.point(neuron)[1] - self.radius - 4.0 - self._high < end

    def _has_units(self, column: int) -> bool:
        """Whether the numbers of its neurons stand to the left of a column."""
        picture = self.picture
        return bool(picture.layout.columns[column].fold.gaps) and not picture.columns[column].names

    @property
    def _high(self) -> float:
        return QFontMetricsF(self.fonts.number).height() + 2.0

    def _wide(self, text: str) -> float:
        return QFontMetricsF(self.fonts.number).horizontalAdvance(text) + 10.0

    def _field(self, x: float, y: float, text: str) -> Handle:
        wide, high = self._wide(text), self._high
        left = min(max(x - wide / 2, 2.0), self.view.width - wide - 2.0)
        top = min(max(y - high / 2, 2.0), self.view.height - high - 2.0)
        return Handle(QRectF(left, top, wide, high), text)


def _number(value: np.floating[Any]) -> str:
    """A digit more than elsewhere, so that every pixel of a drag is seen."""
    number = float(str(value))
    text = numbers.short(number)
    return text if "e" in text or not math.isfinite(number) else f"{number:.5g}".replace("-", "−")
