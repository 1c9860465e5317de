"""What a person types for a weight or a bias: a number that the model can hold, or none."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QLineEdit, QToolTip


def parsed(text: str, dtype: str) -> float | None:
    """The finite number that was typed, or None; minus may be typographic, the point a comma.

    Args:
        text: what was typed.
        dtype: of the model; what would overflow in it is no number.
    """
    try:
        number = float(text.strip().replace("−", "-").replace(",", "."))
    except ValueError:
        return None
    return number if holds(dtype, number) else None


def holds(dtype: str, number: float) -> bool:
    """Whether a number is finite, and stays so in a dtype."""
    return math.isfinite(number) and abs(number) <= float(np.finfo(dtype).max)


def complain(field: QLineEdit, dtype: str) -> None:
    """Says beneath a field why what was typed is not taken."""
    text = QCoreApplication.translate(
        "TypedNumber", "This is no number that {dtype} can hold: type one such as 0.25"
    )
    QToolTip.showText(field.mapToGlobal(QPoint(0, field.height() // 2)), text.format(dtype=dtype), field)
