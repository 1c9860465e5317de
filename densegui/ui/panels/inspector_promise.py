"""What an initialiser promises of the weights it draws, and the one number that scales them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from densegui.engine import Initializer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_CUT: Final = 0.87962566103423978  # standard deviation of a unit normal cut at ±2


@dataclass(frozen=True, slots=True)
class Promise:
    """Mean and standard deviation of the distribution that weights are drawn from."""

    mean: float
    std: float


def promise(init: Initializer, n_in: int, n_out: int) -> Promise | None:
    """Returns what the initialiser promises of W (n_in, n_out); None where it draws nothing at random."""
    spread = _SPREADS.get(init.name)
    return None if spread is None else spread(n_in, n_out, **dict(init.parameters))


def scale_of(init: Initializer) -> tuple[str, float] | None:
    """Returns the name and value of the number that scales the weights; None where there is none.

    Of limits it is half their distance.
    """
    values = dict(init.parameters)
    if "minval" in values:
        return "limit", (values["maxval"] - values["minval"]) / 2
    return next(((name, values[name]) for name in ("stddev", "scale", "gain") if name in values), None)


def scaled(init: Initializer, value: float) -> Initializer:
    """Returns the initialiser with another scale; limits keep their middle."""
    values = dict(init.parameters)
    if "minval" in values:
        middle = (values["minval"] + values["maxval"]) / 2
        return Initializer(init.name, minval=middle - value, maxval=middle + value)
    found = scale_of(init)
    return init if found is None else Initializer(init.name, **values | {found[0]: value})


def _fans(scale: float, fan_in: float, fan_out: float) -> Callable[..., Promise]:
    return lambda n_in, n_out: _variance(n_in, n_out, scale, fan_in, fan_out)


def _variance(
    n_in: int,
    n_out: int,
    scale: float,
    fan_in: float,
    fan_out: float,
    uniform: float = 0.0,  # noqa: ARG001 - either way of drawing has the variance asked for
) -> Promise:
    return Promise(0.0, math.sqrt(scale / max(1.0, fan_in * n_in + fan_out * n_out)))


def _uniform(_n_in: int, _n_out: int, minval: float, maxval: float) -> Promise:
    return Promise((minval + maxval) / 2, (maxval - minval) / math.sqrt(12))


def _normal(_n_in: int, _n_out: int, mean: float = 0.0, stddev: float = 1.0) -> Promise:
    return Promise(mean, stddev)


def _cut_normal(_n_in: int, _n_out: int, mean: float, stddev: float) -> Promise:
    return Promise(mean, stddev * _CUT)


def _orthogonal(n_in: int, n_out: int, gain: float) -> Promise:
    return Promise(0.0, abs(gain) / math.sqrt(max(n_in, n_out)))


_SPREADS: Final[Mapping[str, Callable[..., Promise]]] = {
    "glorot_uniform": _fans(1, 0.5, 0.5),
    "glorot_normal": _fans(1, 0.5, 0.5),
    "he_uniform": _fans(2, 1, 0),
    "he_normal": _fans(2, 1, 0),
    "lecun_uniform": _fans(1, 1, 0),
    "lecun_normal": _fans(1, 1, 0),
    "variance_scaling": _variance,
    "uniform": _uniform,
    "normal": _normal,
    "standard_normal": _normal,
    "truncated_normal": _cut_normal,
    "orthogonal": _orthogonal,
}
