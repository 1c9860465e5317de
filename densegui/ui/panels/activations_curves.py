"""The curves of the activation panel: which function, at which points, with which pen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Activation

POINTS = 401


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the plot: its name, its pen, and g for an array of any length."""

    label: str
    pen: QPen
    function: Callable[[NDArray[np.float64]], NDArray[np.float64]]


def function_of(activation: Activation, units: int) -> Callable[[NDArray[np.float64]], NDArray[np.float64]]:
    """The g to draw; for softmax the probability of one score with the other scores at 0."""
    if activation.function.rowwise:
        return partial(_one_score, units=units)
    return partial(_values, activation)


def sample(low: float, high: float) -> NDArray[np.float64]:
    """Where curves are evaluated: evenly, and on both sides of 0, where steps and kinks are."""
    x = np.linspace(low, high, POINTS)
    if low < 0 < high:
        x = np.insert(x, np.searchsorted(x, 0.0), [0.0, np.nextafter(0.0, 1.0)])
    return x


def _values(activation: Activation, x: NDArray[np.float64]) -> NDArray[np.float64]:
    with np.errstate(over="ignore"):
        return np.asarray(activation(x), np.float64)


def _one_score(x: NDArray[np.float64], units: int) -> NDArray[np.float64]:
    """e^x / (e^x + n − 1), in the form that cannot overflow to NaN."""
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + (units - 1) * np.exp(-x))
