"""Formulas of one neuron with the numbers put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.engine import Activation
from densegui.ui.numbers import short
from densegui.ui.panels.inspector_terms import Explanation, partial_sum, written

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

_SIGNS: Final = {"alpha": "α"}
_NO_BREAK: Final = "\u00a0"


def definition(activation: Activation) -> str:
    """Such as "leaky_relu(x) = x if x ≥ 0 else αx, α = 0.2"."""
    values = "".join(f", {_SIGNS.get(key, key)} = {short(value)}" for key, value in activation.parameters)
    return f"{activation.name}(x) = {activation.function.formula}{values}"


def sum_formula(explanation: Explanation, order: NDArray[np.intp]) -> str:
    """Such as "z = 0.1·1 + 0.2·0.5 + 0.1 = 0.3"; long ones say how many terms they sum up, and to what."""
    shown, rest = written(order)
    text = f"z{_NO_BREAK}= "
    for place, term in enumerate(shown):
        weight, x = explanation.weights[term], explanation.x[term]
        text += _joined(f"{short(abs(float(weight)))}·{_bracketed(float(x))}", weight < 0, first=place == 0)
    if len(rest):
        text += f" +{_NO_BREAK}{_summed(explanation.products, rest)}"
    if explanation.bias is not None:
        text += _joined(short(abs(float(explanation.bias))), explanation.bias < 0)
    return f"{text} ={_NO_BREAK}{short(float(explanation.z))}"


def activation_formula(explanation: Explanation, activation: Activation) -> str:
    """Such as "a = sigmoid(0.3) = 0.5744"; for softmax with the scores of the whole row."""
    a = short(float(explanation.a))
    if not activation.function.rowwise:
        return f"a = {activation.name}({short(float(explanation.z))}) = {a}"
    scores = explanation.scores.astype(np.float64)
    top = float(scores.max())
    with np.errstate(all="ignore"):
        powers = np.exp(scores - top)
    shown, rest = written(np.arange(len(scores)))
    lower = f" +{_NO_BREAK}".join(_power(float(scores[k]), top) for k in shown)
    if len(rest):
        lower += f" +{_NO_BREAK}{_summed(powers, rest)}"
    upper = _power(float(explanation.z), top)
    own, total = short(float(powers[explanation.unit])), short(float(powers.sum()))
    return f"a{_NO_BREAK}= {upper} / ({lower}) =\u00a0{own}\u00a0/\u00a0{total} =\u00a0{a}"


def _summed(values: Floats, terms: NDArray[np.intp]) -> str:
    text = QCoreApplication.translate("InspectorPanel", "({count:,} more: {sum})")
    return text.format(count=len(terms), sum=short(partial_sum(values, terms))).replace(" ", _NO_BREAK)


def _power(score: float, top: float) -> str:
    return f"e^({short(score)} − {_bracketed(top)})".replace(" ", _NO_BREAK)


def _bracketed(value: float) -> str:
    return f"({short(value)})" if value < 0 else short(value)


def _joined(text: str, negative: Any, *, first: bool = False) -> str:
    if first:
        return f"−{text}" if negative else text
    return f" −{_NO_BREAK}{text}" if negative else f" +{_NO_BREAK}{text}"
