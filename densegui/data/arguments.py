"""Arguments of draws: what is a whole number or a number, and the sentence for what is not."""

from __future__ import annotations

import math
import operator
from typing import Final

MOST: Final = 2**53
"""Beyond it no count fits any memory, and JSON readers round."""


def whole(name: str, value: object, least: int, most: int = MOST) -> int:
    """Returns a whole number from ``least`` to ``most`` as int.

    Raises:
        TypeError: it is not a whole number.
        ValueError: it is out of range.
    """
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{name} must be a whole number, got {value!r}")
    found = operator.index(value)
    if not least <= found <= most:
        shown = str(found) if abs(found) <= MOST else "a far larger number"
        raise ValueError(f"{name} must be a whole number from {least} to {most}, got {shown}")
    return found


def number(name: str, value: float) -> float:
    """Returns a finite number as float.

    Raises:
        TypeError: it is not a number.
        ValueError: it is NaN, infinite or beyond float64.
    """
    if isinstance(value, bool | str) or not (hasattr(value, "__float__") or hasattr(value, "__index__")):
        raise TypeError(f"{name} must be a number, got {value!r}")
    try:
        found = float(value)
    except OverflowError:
        found = math.inf
    if not math.isfinite(found):
        raise ValueError(f"{name} must be a finite number, got {value!r}")
    return found
