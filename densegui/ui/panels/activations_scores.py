"""Softmax in numbers: scores in, probabilities out, and what happens when one score is varied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.engine import Activation

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float64]

MOST: Final = 20
EXAMPLE: Final = (0.3, 2.9, 4.0)
_SOFTMAX: Final = Activation("softmax")


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The scores of one sample.

    Attributes:
        z: (classes,) float64 as they came out of x·W + b.
        varied: the class whose score is varied.
        score: what its score is varied to.
    """

    z: Values
    varied: int
    score: float

    @property
    def now(self) -> Values:
        """(classes,) the scores with the varied one."""
        z = self.z.copy()
        z[self.varied] = self.score
        return z

    @property
    def before(self) -> Values:
        """(classes,) the probabilities of the scores as they came; they sum to 1."""
        return np.asarray(_SOFTMAX(self.z), np.float64)

    @property
    def probabilities(self) -> Values:
        """(classes,) the probabilities with the varied score; they sum to 1."""
        return np.asarray(_SOFTMAX(self.now), np.float64)

    def curves(self, x: Values, classes: Sequence[int]) -> list[Values]:
        """The probabilities of some classes while the varied score runs through x, (len(x),) each.

        With S the sum of e^z over the others, the varied one is 1 / (1 + e^(log S − x)); the others keep
        their proportions and share what it leaves.
        """
        others = np.delete(self.z, self.varied)
        highest = others.max(initial=-np.inf)
        logarithm = highest + np.log(np.exp(others - highest).sum()) if others.size else -np.inf
        with np.errstate(over="ignore"):
            own, rest = (1.0 / (1.0 + np.exp(power)) for power in (logarithm - x, x - logarithm))
        return [own if n == self.varied else np.exp(self.z[n] - logarithm) * rest for n in classes]


def reach(z: Values) -> tuple[float, float]:
    """From where to where a score is worth varying: somewhat beyond the lowest and the highest."""
    finite = z[np.isfinite(z)]
    if not finite.size:
        return -5.0, 5.0
    low, high = float(np.floor(finite.min())), float(np.ceil(finite.max()))
    return low - 4.0, high + 4.0


def largest(probabilities: Values, keep: int, most: int) -> NDArray[np.intp]:
    """The classes to show: all in their order, or the likeliest and ``keep``, the likeliest first.

    Args:
        probabilities: (classes,) what they are ordered by.
        keep: a class that is shown in any case.
        most: the rows there are; one of them is for the others.
    """
    if len(probabilities) <= min(most, MOST):
        return np.arange(len(probabilities))
    count = max(1, min(most - 1, MOST))
    order = np.argsort(-probabilities, kind="stable")[:count]
    if keep not in order:
        order[-1] = keep
    return order
