"""Which weights are drawn as edges, and what share of all weights they carry."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

PAIR_LIMIT: Final = 300  # a person tells some 300 edges between two columns apart
FRAME_LIMIT: Final = 1200  # and a frame of panning takes no more
LEVELS: Final = 8
_BLOCK: Final = 1 << 18


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The edges between two columns; rows count the shown neurons from the top.

    Attributes:
        matrix: (k_in, k_out) weights between all shown neurons.
        source: (n,) rows of the drawn edges, weakest first.
        target: (n,) rows in the next column.
        weight: (n,) their weights.
        largest: largest finite |w| in ``matrix``; 0 where there is none.
        count: weights of the whole layer.
        total: Σ|w| over the finite weights of the whole layer.
    """

    matrix: Floats
    source: NDArray[np.intp]
    target: NDArray[np.intp]
    weight: Floats
    largest: float
    count: int
    total: float

    @property
    def drawn_total(self) -> float:
        """Σ|w| over the drawn edges that are finite."""
        return magnitude(self.weight)


def per_neuron(incoming: int, neurons: int, gaps: int) -> int:
    """How many incoming edges each of ``neurons`` gets, in a network of ``gaps`` layers."""
    limit = min(PAIR_LIMIT, FRAME_LIMIT // max(gaps, 1))
    return incoming if incoming * neurons <= limit else max(1, limit // neurons)


def strongest(
    weights: Floats, sources: NDArray[np.intp], targets: NDArray[np.intp], keep: int, total: float
) -> Edges:
    """Picks the ``keep`` largest |w| that go into each shown neuron.

    Args:
        weights: (n_in, n_out).
        sources: (k_in,) shown neurons of the column before.
        targets: (k_out,) shown neurons of this column.
        keep: edges of each shown neuron of this column; NaN and infinity come first.
        total: Σ|w| of the layer, as ``magnitude`` gives it.
    """
    matrix = weights[np.ix_(sources, targets)]
    size = np.abs(matrix)
    finite = size[np.isfinite(size)]
    size = np.where(np.isnan(size), np.inf, size)
    keep = min(keep, len(sources))
    if keep < len(sources):
        source = np.argpartition(-size, keep - 1, axis=0)[:keep]
        target = np.broadcast_to(np.arange(len(targets)), source.shape)
        source, target = source.ravel(), target.ravel()
    else:
        source, target = (axis.ravel() for axis in np.indices(matrix.shape))
    order = np.argsort(size[source, target], kind="stable")
    source, target = source[order], target[order]
    largest = float(finite.max()) if finite.size else 0.0
    return Edges(matrix, source, target, matrix[source, target], largest, weights.size, total)


def magnitude(weights: Floats) -> float:
    """Σ|w| over the finite weights, in blocks that stay in cache."""
    flat = weights.reshape(-1)
    total = 0.0
    for start in range(0, flat.size, _BLOCK):
        size = np.abs(flat[start : start + _BLOCK])
        part = float(size.sum())
        total += part if math.isfinite(part) else float(size[np.isfinite(size)].sum(dtype=np.float64))
    return total


class Magnitudes:
    """Remembers Σ|w| of the weights last asked for, layer by layer."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Floats, float]] = {}

    def of(self, layer: int, weights: Floats) -> float:
        """Σ|w| of these weights; computed once as long as the array stays the same."""
        known = self._known.get(layer)
        if known is None or known[0] is not weights:
            known = self._known[layer] = (weights, magnitude(weights))
        return known[1]

    def keep_first(self, layers: int) -> None:
        """Forgets layers that are gone, so that their arrays can be freed."""
        self._known = {layer: value for layer, value in self._known.items() if layer < layers}


def levels(weight: Floats, largest: float) -> NDArray[np.intp]:
    """Strength and sign of each weight as one number, in the order of painting.

    Returns:
        (n,) 0 for zero; 2·s − 1 for positive and 2·s for negative weights of strength s from 1 to
        ``LEVELS``; 2·LEVELS + 1 for NaN and infinity.
    """
    finite = np.isfinite(weight)
    share = np.abs(np.where(finite, weight, 0.0)) / (largest or 1.0)
    strength = np.clip(np.ceil(share * LEVELS), 1, LEVELS).astype(np.intp)
    code = 2 * strength - (weight > 0)
    code = np.where(weight == 0, 0, code)
    return np.where(finite, code, 2 * LEVELS + 1)
