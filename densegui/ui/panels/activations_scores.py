"""Softmax in numbers: scores in, probabilities out, and what happens when one score is varied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
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
        now: (classes,) the scores with the varied one.
        before: (classes,) the probabilities of the scores as they came; they sum to 1.
        probabilities: (classes,) the probabilities with the varied score; they sum to 1.
    """

    z: Values
    varied: int
    score: float
    now: Values = field(init=False)
    before: Values = field(init=False)
    probabilities: Values = field(init=False)

    def __post_init__(self) -> None:
        now = self.z.copy()
        now[self.varied] = self.score
        for name, value in (("now", now), ("before", _SOFTMAX(self.z)), ("probabilities", _SOFTMAX(now))):
            value.setflags(write=False)
            object.__setattr__(self, name, value)

    @property
    def turn(self) -> float:
        """Where the varied probability is one half: log S, S the sum of e^z over the others."""
        others = np.delete(self.z, self.varied)
        if not others.size:
            return -np.inf
        highest = float(others.max())
        return highest + float(np.log(np.exp(others - highest).sum()))

    def curves(self, x: Values, classes: Sequence[int]) -> list[Values]:
        """The probabilities of some classes while the varied score runs through x, (len(x),) each.

        The varied one is 1 / (1 + e^(log S − x)); the others keep their proportions and share what it
        leaves.
        """
        logarithm = self.turn
        with np.errstate(over="ignore"):
            own, rest = (1.0 / (1.0 + np.exp(power)) for power in (logarithm - x, x - logarithm))
        return [own if n == self.varied else np.exp(self.z[n] - logarithm) * rest for n in classes]


def reach(scores: Scores) -> tuple[float, float]:
    """From where to where a score is worth varying: until it leaves next to nothing, or nearly all."""
    finite = scores.z[np.isfinite(scores.z)]
    if not finite.size:
        return -5.0, 5.0
    low, high = float(np.floor(finite.min())) - 4.0, float(np.ceil(finite.max())) + 4.0
    turn = scores.turn
    if np.isfinite(turn):
        low, high = min(low, float(np.floor(turn)) - 3.0), max(high, float(np.ceil(turn)) + 3.0)
    return low, high


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
