"""How numbers are written: four significant digits to read, all digits on hover."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np


def short(value: float) -> str:
    """Four significant digits; NaN and infinity in words that stand out."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value == 0:
        return "0"
    size = abs(value)
    text = f"{value:.3e}" if size < 1e-4 or size >= 1e6 else f"{value:.4g}"
    return text.replace("-", "−")


def full(value: float) -> str:
    """Every digit that distinguishes the value."""
    return repr(float(value)).replace("-", "−") if math.isfinite(value) else short(value)


def exact(value: np.floating[Any]) -> str:
    """Every digit that distinguishes the value in its own dtype: float32 0.1 is 0.1."""
    return full(float(str(value)))


def bytes_text(size: float) -> str:
    """A size in memory, such as "1.5 MB"."""
    for unit in ("B", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.3g} TB"
