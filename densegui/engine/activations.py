"""Activation functions: one table that every other part reads.

Adding an activation is one entry here and its kernel in ``kernels``, which states how accurate it is;
palette, pop-ups, plots, files and the parametrised tests follow by themselves. Meanings and defaults are
Keras'.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from densegui.engine import kernels
from densegui.engine.activation_function import ActivationFunction
from densegui.engine.kernels import SELU_ALPHA, SELU_SCALE


def _exp(x: float) -> float:
    """e^x that overflows to infinity, as NumPy's does."""
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def _sigmoid_curve(x: float) -> float:
    return 1.0 / (1.0 + _exp(-x))


_TABLE: Final = (
    ActivationFunction(
        "linear", "x", "linear", lambda x: x, kernels.linear, use="regression outputs", keeps="all"
    ),
    ActivationFunction(
        "relu",
        "max(0, x)",
        "relu",
        lambda x: max(0.0, x),
        kernels.relu,
        lower=0,
        use="the usual hidden layer",
        flat=(0.0, math.inf),
        keeps="positive",
    ),
    ActivationFunction(
        "sigmoid",
        "1 / (1 + e⁻ˣ)",
        "sigmoid",
        _sigmoid_curve,
        kernels.sigmoid,
        lower=0,
        upper=1,
        use="one probability",
        flat=(-5.99, 5.99),
    ),
    ActivationFunction(
        "tanh",
        "tanh x",
        "tanh",
        math.tanh,
        kernels.tanh,
        lower=-1,
        upper=1,
        use="hidden layers around zero",
        flat=(-3.0, 3.0),
    ),
    ActivationFunction(
        "softmax",
        "e^(xᵢ − max x) / Σⱼ e^(xⱼ − max x)",
        "softmax",
        _exp,
        kernels.softmax,
        lower=0,
        upper=1,
        rowwise=True,
        use="one probability for each class",
    ),
    ActivationFunction(
        "step",
        "1 if x > 0 else 0",
        "step",
        lambda x: 1.0 if x > 0 else 0.0,
        kernels.step,
        lower=0,
        upper=1,
        use="the perceptron",
    ),
    ActivationFunction(
        "leaky_relu",
        "x if x ≥ 0 else αx",
        "relu",
        lambda x, alpha: x if x >= 0 else alpha * x,
        kernels.leaky_relu,
        MappingProxyType({"alpha": 0.2}),
        use="hidden layers that must not die",
    ),
    ActivationFunction(
        "elu",
        "x if x > 0 else α(eˣ − 1)",
        "relu",
        lambda x, alpha: x if x > 0 else alpha * math.expm1(x),
        kernels.elu,
        MappingProxyType({"alpha": 1.0}),
        lower=-1,
        use="hidden layers with a smooth negative side",
        flat=(-4.61, math.inf),
    ),
    ActivationFunction(
        "selu",
        "1.0507 · (x if x > 0 else 1.6733(eˣ − 1))",
        "relu",
        lambda x: SELU_SCALE * (x if x > 0 else SELU_ALPHA * math.expm1(x)),
        kernels.selu,
        lower=-SELU_SCALE * SELU_ALPHA,
        use="self-normalising stacks with lecun_normal",
        flat=(-4.61, math.inf),
    ),
    ActivationFunction(
        "gelu",
        "x · Φ(x)",
        "gelu",
        lambda x: 0.5 * x * (1.0 + math.erf(x / math.sqrt(2.0))),
        kernels.gelu,
        lower=-0.16997120747990369,
        use="transformer blocks",
        flat=(-3.03, math.inf),
    ),
    ActivationFunction(
        "silu",
        "x / (1 + e⁻ˣ)",
        "gelu",
        lambda x: x * _sigmoid_curve(x),
        kernels.silu,
        lower=-0.27846454276107377,
        use="smooth hidden layers (swish)",
        flat=(-6.15, math.inf),
    ),
    ActivationFunction(
        "softplus",
        "log(1 + eˣ)",
        "gelu",
        lambda x: max(x, 0.0) + math.log1p(math.exp(-abs(x))),
        kernels.softplus,
        lower=0,
        use="positive outputs",
        flat=(-4.6, math.inf),
    ),
    ActivationFunction(
        "softsign",
        "x / (1 + |x|)",
        "tanh",
        lambda x: x / (1.0 + abs(x)),
        kernels.softsign,
        lower=-1,
        upper=1,
        use="like tanh with longer tails",
        flat=(-9.0, 9.0),
    ),
    ActivationFunction(
        "hard_sigmoid",
        "clip(x/6 + 1/2, 0, 1)",
        "sigmoid",
        lambda x: min(1.0, max(0.0, x / 6.0 + 0.5)),
        kernels.hard_sigmoid,
        lower=0,
        upper=1,
        use="a cheap sigmoid",
        flat=(-3.0, 3.0),
    ),
    ActivationFunction(
        "exponential", "eˣ", "softmax", _exp, kernels.exponential, lower=0, use="rates and counts"
    ),
)

ACTIVATIONS: Final[Mapping[str, ActivationFunction]] = MappingProxyType({f.name: f for f in _TABLE})
ALIASES: Final[Mapping[str, str]] = MappingProxyType({"identity": "linear", "swish": "silu"})
