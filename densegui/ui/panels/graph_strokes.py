"""The edges of a picture as lines with a pen each, ready to be placed and painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from densegui.ui.panels.graph_edges import levels
from densegui.ui.panels.graph_layout import Edge, Neuron, segments
from densegui.ui.panels.graph_picture import Picture

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """Lines in the layout with the pen of each.

    Attributes:
        lines: (n, 4) u₁ v₁ u₂ v₂.
        codes: (n,) as ``graph_edges.levels`` gives them.
    """

    lines: NDArray[np.float64]
    codes: NDArray[np.intp]

    @staticmethod
    def of(picture: Picture) -> Strokes:
        """All drawn edges of a picture."""
        return _joined(
            _part(picture, index, link.edges.source, link.edges.target)
            for index, link in enumerate(picture.links)
            if link.edges is not None and not link.heat
        )

    @staticmethod
    def of_neuron(picture: Picture, neuron: Neuron) -> Strokes:
        """All weights between one neuron and the shown ones, whether drawn otherwise or not."""
        parts = []
        for index in (neuron.column - 1, neuron.column):
            edges = picture.links[index].edges if 0 <= index < len(picture.links) else None
            if edges is None:
                continue
            incoming = index < neuron.column
            others = np.arange(edges.values.shape[0 if incoming else 1])
            same = np.full(len(others), neuron.row)
            parts.append(_part(picture, index, *((others, same) if incoming else (same, others))))
        return _joined(parts)

    @staticmethod
    def of_edges(picture: Picture, edges: Iterable[Edge]) -> Strokes:
        """Some edges, whether drawn otherwise or not."""
        return _joined(
            _part(picture, edge.column, np.array([edge.source]), np.array([edge.target])) for edge in edges
        )


_Part = tuple["NDArray[np.float64]", "NDArray[np.intp]"]


def _part(picture: Picture, index: int, source: NDArray[np.intp], target: NDArray[np.intp]) -> _Part:
    edges = picture.links[index].edges
    assert edges is not None
    codes = levels(edges.values[source, target], edges.largest)
    return segments(picture.layout, index, source, target), codes


def _joined(parts: Iterable[_Part]) -> Strokes:
    lines, codes = [np.empty((0, 4))], [np.empty(0, np.intp)]
    for some, pens in parts:
        lines.append(some)
        codes.append(pens)
    return Strokes(np.concatenate(lines), np.concatenate(codes))
