"""The curves of the activation panel: which functions and slopes, at which points, with which pens."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from densegui.ui.panels.plotting import blend
from densegui.ui.theme import family_curve, is_dark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Activation

    Values = NDArray[np.float64]
    Function = Callable[[Values], Values]

POINTS: Final = 401
_CUT: Final = 5.0
_STEP: Final = 2.0**-17
_SIGNS: Final = {"alpha": "α"}


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of the plot.

    Attributes:
        label: its name.
        pen: in pixels.
        function: g or g′ for an array of any length.
        frame: the y from and to that are worth room; what lies beyond may be cut.
    """

    label: str
    pen: QPen
    function: Function
    frame: tuple[float, float] = (-np.inf, np.inf)


@dataclass(frozen=True, slots=True)
class Limits:
    """The range of g: its infimum and supremum, whether g takes them, and whether it takes others."""

    low: float
    has_low: bool
    high: float
    has_high: bool
    two_values: bool


def sample(low: float, high: float) -> Values:
    """Where curves are evaluated: evenly, and on both sides of 0, where steps and kinks are."""
    x = np.linspace(low, high, POINTS)
    if low < 0 < high:
        x = np.insert(x, np.searchsorted(x, 0.0), [0.0, np.nextafter(0.0, 1.0)])
    return x


def values(activation: Activation, x: Values) -> Values:
    """g(x) in float64; of softmax, for its sketch, the first probability of (x, 0)."""
    with np.errstate(over="ignore"):
        if activation.function.rowwise:
            return 1.0 / (1.0 + np.exp(-x))
        return np.asarray(activation(x), np.float64)


def slopes(activation: Activation, x: Values) -> Values:
    """g′(x) in float64 from three values of g on the side of x that is away from 0.

    The error is below 1e-9 times the largest of 1, |g(x)| and |g‴(x)|, for |x| up to 1024. At 0 it is the
    slope from the left, at the other kinks the slope of the outer side; of a step it is 0.
    """
    with np.errstate(all="ignore"):
        # A power of two keeps x ± h free of rounding; far from 0 it grows with x.
        size = np.exp2(np.ceil(np.log2(np.maximum(np.abs(x) / 1024, 1.0))))
        h = size * _STEP * np.where(x > 0, 1.0, -1.0)
        near, far = values(activation, x + h), values(activation, x + 2 * h)
        found: Values = (4 * near - far - 3 * values(activation, x)) / (2 * h) + 0.0  # no −0
    return found


def label(activation: Activation, mark: str = "") -> str:
    """Such as "leaky_relu α = 0.2"; parameters are always told, ``mark`` follows the name."""
    given = ", ".join(f"{sign(key)} = {value:g}" for key, value in activation.parameters).replace("-", "−")
    return f"{activation.name}{mark} {given}".rstrip()


def sign(parameter: str) -> str:
    """How a parameter is written in formulas."""
    return _SIGNS.get(parameter, parameter)


def curves(activations: Sequence[Activation], *, has_own: bool, with_slopes: bool) -> tuple[Curve, ...]:
    """A solid line for each function, and dashed its slope; the first is the widest.

    Args:
        activations: what is drawn.
        has_own: whether the first is the block's own, of which all is shown; the others are cut where they
            would dwarf it.
        with_slopes: whether g′ is drawn too.
    """
    found, of_family, common = [], dict[str, int](), _common_frame(activations)
    for place, activation in enumerate(activations):
        family = activation.function.family
        nth = of_family[family] = of_family.get(family, -1) + 1
        pen = QPen(_tone(family_curve(family), nth), 2.5 if place == 0 else 1.9)
        pen.setStyle(Qt.PenStyle.SolidLine if nth % 4 < 3 else Qt.PenStyle.DashDotLine)
        frame = (-np.inf, np.inf) if place == 0 and has_own else common
        found.append(Curve(label(activation), pen, partial(values, activation), frame))
        if with_slopes:
            dashed = QPen(pen)
            dashed.setWidthF(1.6)
            dashed.setDashPattern([4.0, 2.5])
            found.append(Curve(label(activation, "′"), dashed, partial(slopes, activation), frame))
    return tuple(found)


@lru_cache(maxsize=256)
def limits(activation: Activation) -> Limits:
    """The range of g, from its limits at ±∞ and its values between −36 and 36."""
    if activation.function.rowwise:
        return Limits(0.0, False, 1.0, False, False)
    inner = values(activation, np.arange(-36 * 64, 36 * 64 + 1) / 64)
    ends = values(activation, np.array([-np.inf, np.inf]))
    low, high = float(min(inner.min(), ends.min())), float(max(inner.max(), ends.max()))
    # At ±36 a bounded function may be rounded to its limit; nearer to 0 it is not.
    middle = inner[24 * 64 : 48 * 64]
    two = bool(low < high and np.all((inner == low) | (inner == high)))
    return Limits(low, bool(middle.min() <= low), high, bool(middle.max() >= high), two)


def y_range(drawn: Iterable[tuple[Curve, Values]]) -> tuple[float, float]:
    """What shows all curves as far as they are in their frames."""
    low, high = np.inf, -np.inf
    for curve, found in drawn:
        y = found[np.isfinite(found)]
        if y.size:
            low = min(low, max(float(y.min()), curve.frame[0]))
            high = max(high, min(float(y.max()), curve.frame[1]))
    if low > high:
        return 0.0, 1.0
    space = (high - low) * 0.08 or max(abs(low) * 0.1, 0.1)
    return low - space, high + space


def _common_frame(activations: Sequence[Activation]) -> tuple[float, float]:
    """Around the bounded functions, so that their shape is seen beside an unbounded one."""
    ranges = [limits(activation) for activation in activations]
    bounded = [r for r in ranges if np.isfinite(r.low) and np.isfinite(r.high)]
    if not bounded:
        return -_CUT, _CUT
    return min(r.low for r in bounded) - 1.0, max(r.high for r in bounded) + 1.0


def _tone(color: QColor, nth: int) -> QColor:
    """The family's colour, then a paler and a stronger shade of it."""
    if nth % 4 == 1:
        return blend(color, 0.6)
    if nth % 4 == 2:
        return color.lighter(150) if is_dark() else color.darker(180)
    return color
