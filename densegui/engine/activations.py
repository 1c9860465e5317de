"""Activation functions: one table that every other part reads.

Adding an activation is one entry here; palette, pop-ups, plots, files and the
parametrised tests follow by themselves. Meanings and defaults are Keras'.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[np.floating[Any]]
    Kernel = Callable[..., None]

_SELU_ALPHA: Final = 1.6732632423543772
_SELU_SCALE: Final = 1.0507009873554805


@dataclass(frozen=True, slots=True)
class ActivationFunction:
    """One row of the table.

    Attributes:
        name: Keras' name.
        formula: the definition, as a person writes it.
        family: activations of one family share a colour.
        curve: the same formula for one Python float, ``curve(x, **parameters)``. For softmax,
            which has no curve of one variable, e^x: the weight of a score before normalisation.
        kernel: ``kernel(z, out, **parameters)`` writes g(z) to ``out``, which may be ``z``.
        parameters: parameter names and their default values.
        lower: infimum of the range for the default parameters.
        upper: supremum of the range for the default parameters.
        rowwise: whether every output depends on all values of its row (softmax).
        use: where it is used, in one sentence.
    """

    name: str
    formula: str
    family: str
    curve: Callable[..., float]
    kernel: Kernel
    parameters: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    lower: float = -math.inf
    upper: float = math.inf
    rowwise: bool = False
    use: str = ""


def _exp(x: float) -> float:
    """e^x that overflows to infinity, as NumPy's does."""
    try:
        return math.exp(x)
    except OverflowError:
        return math.inf


def _sigmoid_curve(x: float) -> float:
    return 1.0 / (1.0 + _exp(-x))


def _step(z: Floats, out: Floats) -> None:
    np.greater(z, 0, out=out, casting="unsafe")


def _linear(z: Floats, out: Floats) -> None:
    if out is not z:
        np.copyto(out, z)


def _sigmoid(z: Floats, out: Floats) -> None:
    with np.errstate(over="ignore", under="ignore"):
        np.negative(z, out=out)
        np.exp(out, out=out)
        out += 1
        np.reciprocal(out, out=out)


def _tanh(z: Floats, out: Floats) -> None:
    np.tanh(z, out=out)


def _relu(z: Floats, out: Floats) -> None:
    np.maximum(z, 0, out=out)


def _leaky_relu(z: Floats, out: Floats, alpha: float) -> None:
    negative = np.minimum(z, 0)
    negative *= alpha
    np.maximum(z, 0, out=out)
    out += negative


def _elu(z: Floats, out: Floats, alpha: float) -> None:
    negative = np.minimum(z, 0)
    with np.errstate(under="ignore"):
        np.expm1(negative, out=negative)
    negative *= alpha
    np.maximum(z, 0, out=out)
    out += negative


def _selu(z: Floats, out: Floats) -> None:
    _elu(z, out, _SELU_ALPHA)
    out *= _SELU_SCALE


def _softplus(z: Floats, out: Floats) -> None:
    tail = np.abs(z)
    np.negative(tail, out=tail)
    with np.errstate(under="ignore"):
        np.exp(tail, out=tail)
        np.log1p(tail, out=tail)
    np.maximum(z, 0, out=out)
    out += tail


def _softsign(z: Floats, out: Floats) -> None:
    size = np.abs(z)
    size += 1
    np.divide(z, size, out=out)


def _gelu(z: Floats, out: Floats) -> None:
    half = np.vectorize(math.erf, otypes=[z.dtype])(z / math.sqrt(2.0)) if z.size else z.copy()
    half += 1
    half *= 0.5
    np.multiply(z, half, out=out)


def _silu(z: Floats, out: Floats) -> None:
    gate = np.empty_like(z)
    _sigmoid(z, gate)
    np.multiply(z, gate, out=out)


def _hard_sigmoid(z: Floats, out: Floats) -> None:
    np.divide(z, 6, out=out)
    out += 0.5
    np.clip(out, 0, 1, out=out)


def _exponential(z: Floats, out: Floats) -> None:
    np.exp(z, out=out)


def _softmax(z: Floats, out: Floats) -> None:
    np.subtract(z, z.max(axis=-1, keepdims=True), out=out)
    with np.errstate(under="ignore"):
        np.exp(out, out=out)
    out /= out.sum(axis=-1, keepdims=True)


_TABLE: Final = (
    ActivationFunction("linear", "x", "linear", lambda x: x, _linear, use="regression outputs"),
    ActivationFunction(
        "relu", "max(0, x)", "relu", lambda x: max(0.0, x), _relu, lower=0, use="the usual hidden layer"
    ),
    ActivationFunction(
        "sigmoid",
        "1 / (1 + e⁻ˣ)",
        "sigmoid",
        _sigmoid_curve,
        _sigmoid,
        lower=0,
        upper=1,
        use="one probability",
    ),
    ActivationFunction(
        "tanh", "tanh x", "tanh", math.tanh, _tanh, lower=-1, upper=1, use="hidden layers around zero"
    ),
    ActivationFunction(
        "softmax",
        "e^(xᵢ − max x) / Σⱼ e^(xⱼ − max x)",
        "softmax",
        _exp,
        _softmax,
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
        _step,
        lower=0,
        upper=1,
        use="the perceptron",
    ),
    ActivationFunction(
        "leaky_relu",
        "x if x ≥ 0 else αx",
        "relu",
        lambda x, alpha: x if x >= 0 else alpha * x,
        _leaky_relu,
        MappingProxyType({"alpha": 0.2}),
        use="hidden layers that must not die",
    ),
    ActivationFunction(
        "elu",
        "x if x > 0 else α(eˣ − 1)",
        "relu",
        lambda x, alpha: x if x > 0 else alpha * math.expm1(x),
        _elu,
        MappingProxyType({"alpha": 1.0}),
        lower=-1,
        use="hidden layers with a smooth negative side",
    ),
    ActivationFunction(
        "selu",
        "1.0507 · (x if x > 0 else 1.6733(eˣ − 1))",
        "relu",
        lambda x: _SELU_SCALE * (x if x > 0 else _SELU_ALPHA * math.expm1(x)),
        _selu,
        lower=-_SELU_SCALE * _SELU_ALPHA,
        use="self-normalising stacks with lecun_normal",
    ),
    ActivationFunction(
        "gelu",
        "x · Φ(x)",
        "gelu",
        lambda x: 0.5 * x * (1.0 + math.erf(x / math.sqrt(2.0))),
        _gelu,
        lower=-0.16997120747990369,
        use="transformer blocks",
    ),
    ActivationFunction(
        "silu",
        "x / (1 + e⁻ˣ)",
        "gelu",
        lambda x: x * _sigmoid_curve(x),
        _silu,
        lower=-0.27846454276107377,
        use="smooth hidden layers (swish)",
    ),
    ActivationFunction(
        "softplus",
        "log(1 + eˣ)",
        "gelu",
        lambda x: max(x, 0.0) + math.log1p(math.exp(-abs(x))),
        _softplus,
        lower=0,
        use="positive outputs",
    ),
    ActivationFunction(
        "softsign",
        "x / (1 + |x|)",
        "tanh",
        lambda x: x / (1.0 + abs(x)),
        _softsign,
        lower=-1,
        upper=1,
        use="like tanh with longer tails",
    ),
    ActivationFunction(
        "hard_sigmoid",
        "clip(x/6 + 1/2, 0, 1)",
        "sigmoid",
        lambda x: min(1.0, max(0.0, x / 6.0 + 0.5)),
        _hard_sigmoid,
        lower=0,
        upper=1,
        use="a cheap sigmoid",
    ),
    ActivationFunction("exponential", "eˣ", "softmax", _exp, _exponential, lower=0, use="rates and counts"),
)

ACTIVATIONS: Final[Mapping[str, ActivationFunction]] = MappingProxyType({f.name: f for f in _TABLE})
ALIASES: Final[Mapping[str, str]] = MappingProxyType({"identity": "linear", "swish": "silu"})


@dataclass(frozen=True, slots=True, init=False)
class Activation:
    """An activation function with its parameters, such as ``Activation("leaky_relu", alpha=0.2)``.

    Calling it gives g(z) for an array of any shape; softmax works along the last axis.

    Attributes:
        name: a key of ``ACTIVATIONS``.
        parameters: all parameters with their values, in the table's order.

    Raises:
        ValueError: unknown name or parameter, or a parameter that is not finite.
        TypeError: a name that is not a string, a parameter that is not a number.
    """

    name: str
    parameters: tuple[tuple[str, float], ...]

    def __init__(self, name: str, **parameters: float) -> None:
        if not isinstance(name, str):
            raise TypeError(f"activation must be a name or an Activation, got {type(name).__name__}")
        known = ALIASES.get(name, name)
        if known not in ACTIVATIONS:
            raise ValueError(f"activation {name!r} is unknown; choose one of {', '.join(ACTIVATIONS)}")
        function = ACTIVATIONS[known]
        object.__setattr__(self, "name", known)
        object.__setattr__(
            self, "parameters", merge_parameters("activation", known, function.parameters, parameters)
        )

    @property
    def function(self) -> ActivationFunction:
        """The row of the table."""
        return ACTIVATIONS[self.name]

    def curve(self, x: float) -> float:
        """g(x) for one number, without NumPy; see ``ActivationFunction.curve``."""
        return self.function.curve(x, **dict(self.parameters))

    def apply(self, z: Floats, out: Floats) -> None:
        """Writes g(z) to ``out``, which may be ``z`` itself; same shape, same float dtype."""
        self.function.kernel(z, out, **dict(self.parameters))

    def __call__(self, z: ArrayLike) -> Floats:
        """Returns g(z) as a new float array; integers and booleans become float64."""
        array = np.asarray(z)
        if array.dtype.kind in "iub":
            array = array.astype(np.float64)
        if array.dtype.kind != "f":
            raise TypeError(f"z must be an array of real numbers, got dtype {array.dtype}")
        out = np.empty_like(array)
        self.apply(array, out)
        return out

    def __str__(self) -> str:
        """The name, with the parameters that are not the default's."""
        changed = [f"{k}={v:g}" for k, v in self.parameters if v != self.function.parameters[k]]
        return f"{self.name}({', '.join(changed)})" if changed else self.name


def merge_parameters(
    what: str, name: str, defaults: Mapping[str, float], given: Mapping[str, float]
) -> tuple[tuple[str, float], ...]:
    """Returns all parameters of a table entry: the given ones over the defaults.

    Raises:
        ValueError: a parameter the entry does not have, or one that is not finite.
        TypeError: a parameter that is not a real number.
    """
    for key, value in given.items():
        if key not in defaults:
            fits = ", ".join(defaults) or "none"
            raise ValueError(f"{what} {name!r} has no parameter {key!r}; its parameters: {fits}")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"{what} {name!r}: {key} must be a number, got {value!r}")
        if not math.isfinite(value):
            raise ValueError(f"{what} {name!r}: {key} must be finite, got {value!r}")
    return tuple((key, float(given.get(key, default))) for key, default in defaults.items())
