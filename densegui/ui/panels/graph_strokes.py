"""The edges of a picture as lines with a pen each, ready to be placed and painted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from densegui.ui.panels.graph_edges import levels
from densegui.ui.panels.graph_layout import Neuron, segments
from densegui.ui.panels.graph_picture import Picture

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Strokes:
    """Lines in the layout with the pen of each.

    Attributes:
        lines: (n, 4) x₁ y₁ x₂ y₂.
        codes: (n,) as ``graph_edges.levels`` gives them.
    """

    lines: NDArray[np.float64]
    codes: NDArray[np.intp]

    @staticmethod
    def of(picture: Picture) -> Strokes:
        """All drawn edges of a picture."""
        return _joined(
            (segments(picture.layout, index, edges.source, edges.target), levels(edges.weight, edges.largest))
            for index, edges in enumerate(picture.edges)
            if edges is not None
        )

    @staticmethod
    def of_neuron(picture: Picture, neuron: Neuron) -> Strokes:
        """All weights between one neuron and the shown ones, whether drawn otherwise or not."""
        parts = []
        for index in (neuron.column - 1, neuron.column):
            edges = picture.edges[index] if 0 <= index < len(picture.edges) else None
            if edges is None:
                continue
            incoming = index < neuron.column
            weight = edges.matrix[:, neuron.row] if incoming else edges.matrix[neuron.row]
            others, same = np.arange(len(weight)), np.full(len(weight), neuron.row)
            ends = (others, same) if incoming else (same, others)
            parts.append((segments(picture.layout, index, *ends), levels(weight, edges.largest)))
        return _joined(parts)


def _joined(parts: Iterable[tuple[NDArray[np.float64], NDArray[np.intp]]]) -> Strokes:
    lines, codes = [np.empty((0, 4))], [np.empty(0, np.intp)]
    for some, pens in parts:
        lines.append(some)
        codes.append(pens)
    return Strokes(np.concatenate(lines), np.concatenate(codes))
