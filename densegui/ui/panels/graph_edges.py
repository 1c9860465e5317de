"""Which weights, or contributions, are drawn as edges."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

PAIR_LIMIT: Final = 300  # a person tells some 300 edges between two columns apart
FRAME_LIMIT: Final = 1200  # and a frame of panning takes no more
LEVELS: Final = 8


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """The edges between two columns; rows count the shown neurons from the first.

    Attributes:
        weights: (k_in, k_out) weights between all shown neurons.
        values: (k_in, k_out) what the lines show: the weights, or the contributions w·x.
        source: (n,) rows of the drawn edges, weakest first.
        target: (n,) rows in the next column.
        largest: largest finite size in ``values``; 0 where there is none.
    """

    weights: Floats
    values: Floats
    source: NDArray[np.intp]
    target: NDArray[np.intp]
    largest: float

    @property
    def drawn(self) -> Floats:
        """(n,) what the drawn edges show."""
        return self.values[self.source, self.target]

    @property
    def drawn_total(self) -> float:
        """Sum of the finite sizes that are drawn."""
        sizes = np.abs(self.drawn)
        return float(sizes[np.isfinite(sizes)].sum(dtype=np.float64))


def per_neuron(incoming: int, neurons: int, gaps: int) -> int:
    """How many incoming edges each of ``neurons`` gets, in a network of ``gaps`` layers."""
    limit = min(PAIR_LIMIT, FRAME_LIMIT // max(gaps, 1))
    return incoming if incoming * neurons <= limit else max(1, limit // neurons)


def strongest(weights: Floats, factors: Floats | None, keep: int) -> Edges:
    """Picks the ``keep`` edges of largest size that go into each shown neuron.

    Args:
        weights: (k_in, k_out) between the shown neurons.
        factors: (k_in,) the values x by which the lines show w·x; None for the weights.
        keep: edges of each neuron of the later column; NaN and infinity come first.
    """
    values = weights
    if factors is not None:
        with np.errstate(all="ignore"):
            values = weights * factors[:, np.newaxis]
    size = np.abs(values)
    finite = size[np.isfinite(size)]
    size = np.where(np.isnan(size), np.inf, size)
    sources, targets = weights.shape
    if keep < sources:
        source = np.argpartition(-size, keep - 1, axis=0)[:keep]
        target = np.broadcast_to(np.arange(targets), source.shape)
        source, target = source.ravel(), target.ravel()
    else:
        source, target = (axis.ravel() for axis in np.indices(weights.shape))
    order = np.argsort(size[source, target], kind="stable")
    largest = float(finite.max()) if finite.size else 0.0
    return Edges(weights, values, source[order], target[order], largest)


def levels(value: Floats, largest: float) -> NDArray[np.intp]:
    """Strength and sign of each value as one number, in the order of painting.

    Returns:
        (n,) 0 for zero; 2·s − 1 for positive and 2·s for negative values of strength s from 1 to
        ``LEVELS``; 2·LEVELS + 1 for NaN and infinity.
    """
    finite = np.isfinite(value)
    share = np.abs(np.where(finite, value, 0.0)) / (largest or 1.0)
    strength = np.clip(np.ceil(share * LEVELS), 1, LEVELS).astype(np.intp)
    code = 2 * strength - (value > 0)
    code = np.where(value == 0, 0, code)
    return np.where(finite, code, 2 * LEVELS + 1)
