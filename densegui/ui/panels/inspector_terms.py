"""Why a neuron has its value: the terms w·x of one sample, sorted, and what the largest of them carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Trace

    Floats = NDArray[np.floating[Any]]

MOST_WRITTEN: Final = 6  # terms of a formula that are all written out
_FEW_WRITTEN: Final = 4  # of more terms
CARRIED: Final = 0.8


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """One neuron's numbers for one sample.

    Attributes:
        place: of the layer in the model.
        unit: of the neuron in the layer.
        sample: row of the data.
        x: (n_in,) what comes in.
        weights: (n_in,) its weights.
        products: (n_in,) w·x, term by term.
        bias: b; None where the layer has none.
        scores: (units,) z of the whole row.
        outputs: (units,) a of the whole row.
    """

    place: int
    unit: int
    sample: int
    x: Floats
    weights: Floats
    products: Floats
    bias: np.floating[Any] | None
    scores: Floats
    outputs: Floats

    @property
    def z(self) -> np.floating[Any]:
        """Σ w·x + b, as the forward pass gave it."""
        value: np.floating[Any] = self.scores[self.unit]
        return value

    @property
    def a(self) -> np.floating[Any]:
        """g(z), as the forward pass gave it."""
        value: np.floating[Any] = self.outputs[self.unit]
        return value


def explain(trace: Trace, place: int, unit: int, row: int, *, sample: int, use_bias: bool) -> Explanation:
    """Returns the numbers of one neuron for one row of a trace.

    Args:
        trace: of a minibatch.
        place: of the layer in the model.
        unit: of the neuron in the layer.
        row: of the trace.
        sample: the row of the data that it is.
        use_bias: whether the layer has a bias.
    """
    layer = trace.layers[place]
    x = (trace.layers[place - 1].a if place else trace.x)[row]
    weights = layer.weights[:, unit]
    with np.errstate(all="ignore"):
        products = x * weights
    bias = layer.bias[unit] if use_bias else None
    return Explanation(place, unit, sample, x, weights, products, bias, layer.z[row], layer.a[row])


def sorted_terms(products: Floats, by_size: bool) -> NDArray[np.intp]:
    """Returns the order of the terms (n_in,): by |w·x| from the largest, NaN before all; or as they come."""
    if not by_size:
        return np.arange(len(products))
    size = np.abs(products.astype(np.float64))
    size[np.isnan(size)] = np.inf
    return np.argsort(-size, kind="stable")


def carriers(products: Floats) -> tuple[int, float] | None:
    """Returns how many of the largest terms carry ``CARRIED`` of Σ|w·x|, and the share they carry.

    None where there is no such sum: all terms are zero, or one is not finite.
    """
    size = -np.sort(-np.abs(products.astype(np.float64)))
    total = float(size.sum())
    if not 0 < total < np.inf:
        return None
    shares = np.cumsum(size) / total
    count = int(np.searchsorted(shares, CARRIED * (1 - 1e-12))) + 1
    return count, min(float(shares[count - 1]), 1.0)


def written(order: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Divides the terms of a formula into those that are written out and those that are summed up."""
    count = len(order) if len(order) <= MOST_WRITTEN else _FEW_WRITTEN
    return order[:count], order[count:]


def partial_sum(products: Floats, terms: NDArray[np.intp]) -> float:
    """Returns the sum of some terms, in float64."""
    with np.errstate(all="ignore"):
        return float(products[terms].astype(np.float64).sum())
