"""Initialisers: one table of how weights and biases are drawn. Names and meanings are Keras'."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Shape = tuple[int, ...]
    Draw = Callable[..., NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class InitializerKind:
    """One row of the table.

    Attributes:
        name: Keras' name (``standard_normal`` is ours).
        formula: the distribution, as a person writes it.
        draw: ``draw(rng, shape, **parameters)`` gives a float64 array.
        parameters: parameter names and their default values.
        use: where it is used, in one sentence.
        fault: ``fault(**parameters)`` says what is wrong with values that do not fit; "" where they do.
    """

    name: str
    formula: str
    draw: Draw
    parameters: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    use: str = ""
    fault: Callable[..., str] = lambda **_: ""


def _fans(shape: Shape) -> tuple[float, float]:
    """Number of inputs and outputs of one unit, as Keras' ``compute_fans``."""
    if len(shape) == 1:
        return float(shape[0]), float(shape[0])
    return float(shape[0]), float(shape[1])


def _truncated(rng: np.random.Generator, shape: Shape, mean: float, stddev: float) -> NDArray[np.float64]:
    """Normal values; those further than two standard deviations from the mean are drawn again."""
    values = rng.standard_normal(shape)
    flat = values.reshape(-1)
    outside = np.flatnonzero(np.abs(flat) > 2)
    while outside.size:
        flat[outside] = rng.standard_normal(outside.size)
        outside = outside[np.abs(flat[outside]) > 2]
    values *= stddev
    values += mean
    return values


def _constant(_rng: np.random.Generator, shape: Shape, value: float) -> NDArray[np.float64]:
    return np.full(shape, value)


def _uniform(rng: np.random.Generator, shape: Shape, minval: float, maxval: float) -> NDArray[np.float64]:
    return rng.uniform(minval, maxval, shape)


def _normal(rng: np.random.Generator, shape: Shape, mean: float, stddev: float) -> NDArray[np.float64]:
    return rng.normal(mean, stddev, shape)


# Keras divides by the standard deviation of a unit normal cut at ±2, so that the cut
# distribution has the variance asked for.
_CUT_STDDEV: Final = 0.87962566103423978


def _variance_scaling(
    rng: np.random.Generator, shape: Shape, scale: float, fan_in: float, fan_out: float, uniform: float
) -> NDArray[np.float64]:
    n_in, n_out = _fans(shape)
    variance = scale / max(1.0, fan_in * n_in + fan_out * n_out)
    if uniform:
        limit = math.sqrt(3.0 * variance)
        return rng.uniform(-limit, limit, shape)
    return _truncated(rng, shape, 0.0, math.sqrt(variance) / _CUT_STDDEV)


def _scaled(scale: float, fan_in: float, fan_out: float, uniform: float) -> Draw:
    return partial(_variance_scaling, scale=scale, fan_in=fan_in, fan_out=fan_out, uniform=uniform)


def _limits_fault(minval: float, maxval: float) -> str:
    return "" if minval <= maxval else f"minval={minval:g} must not exceed maxval={maxval:g}"


def _spread_fault(mean: float, stddev: float) -> str:  # noqa: ARG001 - called with all parameters
    return "" if stddev >= 0 else f"stddev must be 0 or more, got {stddev:g}"


def _scaling_fault(scale: float, fan_in: float, fan_out: float, uniform: float) -> str:
    if scale <= 0:
        return f"scale must be more than 0, got {scale:g}"
    if fan_in < 0 or fan_out < 0:
        return f"fan_in={fan_in:g} and fan_out={fan_out:g} must be 0 or more"
    return "" if uniform in (0, 1) else f"uniform must be 0 (cut normal) or 1, got {uniform:g}"


def _orthogonal(rng: np.random.Generator, shape: Shape, gain: float) -> NDArray[np.float64]:
    rows, columns = (shape[0], math.prod(shape[1:])) if len(shape) > 1 else (shape[0], 1)
    square = rng.standard_normal((max(rows, columns), min(rows, columns)))
    q, r = np.linalg.qr(square)
    q *= np.where(np.diagonal(r) < 0, -1.0, 1.0)  # else the sign would be LAPACK's choice
    return gain * (q.T if rows < columns else q).reshape(shape)


def _identity(_rng: np.random.Generator, shape: Shape, gain: float) -> NDArray[np.float64]:
    return gain * (np.eye(*shape) if len(shape) == 2 else np.ones(shape))


def _p(**parameters: float) -> Mapping[str, float]:
    return MappingProxyType(parameters)


_TABLE: Final = (
    InitializerKind(
        "glorot_uniform",
        "U(−l, l), l = √(6/(n_in + n_out))",
        _scaled(1, 0.5, 0.5, uniform=1),
        use="Keras' default",
    ),
    InitializerKind(
        "glorot_normal", "N(0, 2/(n_in + n_out)), cut at ±2σ", _scaled(1, 0.5, 0.5, uniform=0), use="tanh"
    ),
    InitializerKind("he_uniform", "U(−l, l), l = √(6/n_in)", _scaled(2, 1, 0, uniform=1), use="relu"),
    InitializerKind("he_normal", "N(0, 2/n_in), cut at ±2σ", _scaled(2, 1, 0, uniform=0), use="relu"),
    InitializerKind("lecun_uniform", "U(−l, l), l = √(3/n_in)", _scaled(1, 1, 0, uniform=1), use="selu"),
    InitializerKind("lecun_normal", "N(0, 1/n_in), cut at ±2σ", _scaled(1, 1, 0, uniform=0), use="selu"),
    InitializerKind(
        "uniform",
        "U(min, max)",
        _uniform,
        _p(minval=-0.05, maxval=0.05),
        use="early Keras lessons",
        fault=_limits_fault,
    ),
    InitializerKind(
        "normal",
        "N(mean, σ²)",
        _normal,
        _p(mean=0.0, stddev=0.05),
        use="early Keras lessons",
        fault=_spread_fault,
    ),
    InitializerKind(
        "standard_normal",
        "N(0, 1)",
        lambda rng, shape: rng.standard_normal(shape),
        use="shows how large weights saturate",
    ),
    InitializerKind(
        "truncated_normal",
        "N(mean, σ²), cut at ±2σ",
        _truncated,
        _p(mean=0.0, stddev=0.05),
        use="no outliers",
        fault=_spread_fault,
    ),
    InitializerKind(
        "variance_scaling",
        "variance scale/(fan_in·n_in + fan_out·n_out)",
        _variance_scaling,
        _p(scale=1.0, fan_in=1.0, fan_out=0.0, uniform=0.0),
        use="the family of glorot, he and lecun: cut normal, or uniform = 1",
        fault=_scaling_fault,
    ),
    InitializerKind("zeros", "0", lambda _rng, shape: np.zeros(shape), use="biases"),
    InitializerKind("ones", "1", lambda _rng, shape: np.ones(shape), use="tests by hand"),
    InitializerKind("constant", "c", _constant, _p(value=0.1), use="tests by hand"),
    InitializerKind("orthogonal", "orthogonal columns", _orthogonal, _p(gain=1.0), use="deep stacks"),
    InitializerKind("identity", "1 on the diagonal", _identity, _p(gain=1.0), use="passing values on"),
)

INITIALIZERS: Final[Mapping[str, InitializerKind]] = MappingProxyType({k.name: k for k in _TABLE})
ALIASES: Final[Mapping[str, str]] = MappingProxyType({"random_uniform": "uniform", "random_normal": "normal"})


def stream(seed: int, layer_id: int, part: int, redraw: int = 0) -> np.random.Generator:
    """The random stream of one array of one layer.

    Args:
        seed: the model's seed.
        layer_id: the layer's own id, so that moving a layer redraws nothing.
        part: 0 for the weights, 1 for the bias, so that neither shifts the other.
        redraw: how often this layer was drawn anew.
    """
    entropy: Any = [seed, layer_id, part, redraw] if redraw else [seed, layer_id, part]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(entropy)))
