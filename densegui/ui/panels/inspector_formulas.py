"""Formulas of one neuron with the numbers put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.engine import Activation
from densegui.ui.numbers import full, short
from densegui.ui.panels.inspector_terms import Explanation, partial_sum, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIGNS = {"alpha": "α"}


def exact(value: np.floating[Any]) -> str:
    """Every digit that distinguishes the value in its own dtype: float32 0.1 is 0.1."""
    return full(float(str(value)))


def definition(activation: Activation) -> str:
    """Such as "leaky_relu(x) = x if x ≥ 0 else αx, α = 0.2"."""
    values = "".join(f", {_SIGNS.get(key, key)} = {short(value)}" for key, value in activation.parameters)
    return f"{activation.name}(x) = {activation.function.formula}{values}"


def sum_formula(explanation: Explanation, order: NDArray[np.intp]) -> str:
    """Such as "z = 0.1·1 + 0.2·0.5 + 0.1 = 0.3"; long ones say how many terms they sum up, and to what."""
    shown, rest = written(order)
    text = "z = "
    for place, term in enumerate(shown):
        weight, x = explanation.weights[term], explanation.x[term]
        text += _joined(f"{short(abs(float(weight)))}·{_bracketed(float(x))}", weight < 0, first=place == 0)
    if len(rest):
        summed = QCoreApplication.translate("InspectorPanel", "({count:,} more: {sum})").format(
            count=len(rest), sum=short(partial_sum(explanation.products, rest))
        )
        text += f" + {summed}"
    if explanation.bias is not None:
        text += _joined(short(abs(float(explanation.bias))), explanation.bias < 0)
    return f"{text} = {short(float(explanation.z))}"


def activation_formula(explanation: Explanation, activation: Activation) -> str:
    """Such as "a = sigmoid(0.3) = 0.5744"; for softmax with the scores of the whole row."""
    a = short(float(explanation.a))
    if not activation.function.rowwise:
        return f"a = {activation.name}({short(float(explanation.z))}) = {a}"
    z, scores = float(explanation.z), explanation.scores.astype(np.float64)
    top = float(scores.max())
    with np.errstate(all="ignore"):
        own, total = float(np.exp(z - top)), float(np.exp(scores - top).sum())
    upper = _power(z, top)
    lower = " + ".join(_power(float(score), top) for score in scores[:4])
    if len(scores) > 4:
        more = QCoreApplication.translate("InspectorPanel", "({count:,} more)")
        lower += f" + {more.format(count=len(scores) - 4)}"
    return f"a = {upper} / ({lower}) = {short(own)} / {short(total)} = {a}"


def _power(score: float, top: float) -> str:
    return f"e^({short(score)} − {_bracketed(top)})"


def _bracketed(value: float) -> str:
    return f"({short(value)})" if value < 0 else short(value)


def _joined(text: str, negative: Any, *, first: bool = False) -> str:
    if first:
        return f"−{text}" if negative else text
    return f" − {text}" if negative else f" + {text}"
