"""Colours of the input plane: a diverging table for values, and one colour for each class."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtGui import QColor

from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FAMILIES: Final = ("relu", "sigmoid", "tanh", "softmax", "gelu", "step", "linear")
_PALEST: Final = 0.15
# Behind data points colours are softer than the points, so that these stand out.
SOFT: Final = 0.6


def table(strength: float = 1.0) -> NDArray[np.uint8]:
    """RGBA of 255 values from orange (lowest) over the background to blue (highest), and of NaN, (256, 4).

    Args:
        strength: share of the pure colour at either end.
    """
    return _table(colors().panel, colors().negative, colors().positive, colors().warning, strength)


def class_color(number: int, count: int) -> QColor:
    """The colour of a class: of two, those of below and above; of more, one each, in turn."""
    scheme = colors()
    if count <= 2:
        return QColor(scheme.positive if number % 2 else scheme.negative)
    return QColor(scheme.curves[_FAMILIES[number % len(_FAMILIES)]])


def winners(a: NDArray[Any], *, shares: bool) -> NDArray[np.uint8]:
    """The colour of the largest of each row's values, RGBA.

    Args:
        a: (n, n, units).
        shares: whether the values of a row are shares of 1 (softmax); then the smaller the largest
            share, the paler the colour.
    """
    count = a.shape[-1]
    palette = np.array([_rgb(class_color(k, count).name()) for k in range(count)])
    largest = np.nan_to_num(a.max(axis=-1), nan=0.0)[..., np.newaxis]
    back = _rgb(colors().panel)
    sure = np.clip((largest - 1 / count) / (1 - 1 / count), 0.0, 1.0) if shares else 1.0
    hues = palette[a.argmax(axis=-1)]
    found = back + (hues - back) * (_PALEST + (SOFT - _PALEST) * sure)
    found[~np.isfinite(a).all(axis=-1)] = _rgb(colors().warning)
    return _opaque(found)


@cache
def _table(panel: str, negative: str, positive: str, warning: str, strength: float) -> NDArray[np.uint8]:
    back = _rgb(panel)
    shares = np.linspace(-1.0, 1.0, 255)[:, np.newaxis]
    hues = np.where(shares < 0, _rgb(negative), _rgb(positive))
    values = back + (hues - back) * np.abs(shares) * strength
    found = _opaque(np.vstack([values, _rgb(warning)]))
    found.flags.writeable = False
    return found


def _rgb(name: str) -> NDArray[np.float64]:
    color = QColor(name)
    return np.array([color.red(), color.green(), color.blue()], np.float64)


def _opaque(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    alpha = np.full((*values.shape[:-1], 1), 255.0)
    found: NDArray[np.uint8] = np.rint(np.concatenate([values, alpha], axis=-1)).astype(np.uint8)
    return found
