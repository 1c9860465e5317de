"""What stands out in the neuron graph while all else fades, as somebody plays the pass."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from densegui.ui.panels.graph_picture import Picture
from densegui.ui.panels.graph_scene import Lit

FEW: Final = 2  # highlighted neurons of a wide layer that are unfolded; more would not fit


class Highlight:
    """Neurons and edges by their numbers, whatever is shown of them.

    Attributes:
        unfolded: layer id → neurons to show though their layer is folded.
    """

    def __init__(self) -> None:
        self._neurons: Collection[tuple[int, int]] | None = None
        self._edges: Collection[tuple[int, int, int]] = ()
        self.unfolded: dict[int, set[int]] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything stands out."""
        return self._neurons is not None

    def take(
        self, neurons: Collection[tuple[int, int]] | None, edges: Collection[tuple[int, int, int]]
    ) -> bool:
        """Takes (layer id, unit) and (layer id, source, unit); says whether other neurons are unfolded."""
        self._neurons, self._edges = neurons, edges
        units: dict[int, set[int]] = {}
        for layer_id, unit in neurons or ():
            units.setdefault(layer_id, set()).add(unit)
        before = self.unfolded
        self.unfolded = {layer_id: some for layer_id, some in units.items() if len(some) <= FEW}
        return self.unfolded != before

    def lit(self, picture: Picture | None) -> Lit | None:
        """Those that are shown; None where nothing is highlighted."""
        if picture is None or self._neurons is None:
            return None
        neurons = [picture.neuron_of(*neuron) for neuron in self._neurons]
        edges = [picture.edge_of(*edge) for edge in self._edges]
        return Lit(frozenset(n for n in neurons if n is not None), [e for e in edges if e is not None])
