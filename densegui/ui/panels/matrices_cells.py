"""What a cell looks like: a number as short as its cell, and a colour by sign and size."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    Floats = NDArray[np.floating[Any]]

_LEVELS: Final = 255  # of either sign


def cell_text(value: float, characters: int) -> str:
    """The value with four significant digits, or with as many as fit; empty where not even one fits."""
    if math.isnan(value):
        text = "NaN"
    elif math.isinf(value):
        text = "∞" if value > 0 else "−∞"
    elif value == 0:
        text = "0"
    else:
        for digits in (4, 3, 2, 1):
            text = f"{value:.{digits}g}".replace("e-0", "e-").replace("e+0", "e").replace("-", "−")
            if len(text) <= characters:
                break
    return text if len(text) <= characters else ""


def largest(array: Floats) -> float:
    """The largest finite magnitude; 0 where there is none."""
    if not array.size:
        return 0.0
    with np.errstate(invalid="ignore"):
        size = max(float(array.max()), -float(array.min()))
    if math.isfinite(size):
        return size
    finite = array[np.isfinite(array)]
    return float(np.abs(finite).max()) if finite.size else 0.0


def shades(
    values: Floats, scale: float, back: QColor, positive: QColor, negative: QColor, odd: QColor, most: float
) -> NDArray[np.uint32]:
    """The colours of cells, 0xffrrggbb, in the shape of ``values``.

    Args:
        values: the numbers.
        scale: the magnitude that has the strongest colour.
        back: the colour of zero.
        positive: the hue above zero.
        negative: the hue below zero.
        odd: the colour of NaN and infinity.
        most: the share of the hue in the strongest colour; the rest is ``back``.
    """
    share = np.linspace(-1, 1, 2 * _LEVELS + 1)
    # A number that is not zero is never without colour.
    amount = np.where(share == 0, 0.0, most * (0.06 + 0.94 * np.abs(share)))
    table = np.full(2 * _LEVELS + 2, 0xFF000000, np.uint32)
    for shift, zero, plus, minus, strange in zip(
        (16, 8, 0), _rgb(back), _rgb(positive), _rgb(negative), _rgb(odd), strict=True
    ):
        channel = zero + (np.where(share > 0, plus, minus) - zero) * amount
        table |= np.append(channel + 0.5, strange).astype(np.uint32) << np.uint32(shift)
    with np.errstate(all="ignore"):
        level = np.ceil(np.abs(values) / (scale or 1.0) * _LEVELS)
        level = np.copysign(level, values) + _LEVELS
    level[~np.isfinite(values)] = 2 * _LEVELS + 1
    codes: NDArray[np.uint32] = table[level.astype(np.int64)]
    return codes


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()
