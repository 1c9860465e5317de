"""Kernels of the activation functions: the calls that compute g, correct to the bound in each docstring.

A bound is of the error in units of ε, the spacing of the dtype at 1 (1.2e-7 or 2.2e-16), relative to the
true value of g at the given z. Results below the smallest normal number may be off by that number. NaN
gives NaN; ±0, subnormals, ±max and ±inf give the limit of g, except that softmax of a row with +inf, or of
-inf alone, has no limit and gives NaN. What the arguments mean stands with ``ActivationFunction.kernel``.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.engine.mills import MILLS

if TYPE_CHECKING:
    from densegui.engine.activation_function import Floats, Step, Take

SELU_ALPHA: Final = 1.6732632423543772
SELU_SCALE: Final = 1.0507009873554805


def _number(z: Floats, value: float) -> Floats:
    """A 0-d array of z's dtype: ufuncs take it faster than a Python number."""
    return np.array(value, z.dtype)


def step(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """Exact."""
    return partial(np.sign, z, out), partial(np.maximum, out, _number(z, 0), out=out)


def linear(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """Exact."""
    return () if out is z else (partial(np.copyto, out, z),)


def sigmoid(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """3 ε. e^(-z) may overflow to infinity, whose reciprocal is the limit 0."""
    return (
        partial(np.negative, z, out),
        partial(np.exp, out, out),
        partial(np.add, out, _number(z, 1), out),
        partial(np.reciprocal, out, out),
    )


def tanh(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """3 ε."""
    return (partial(np.tanh, z, out),)


def relu(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """Exact."""
    # While both stay in the cache, an array of zeros is a third faster than one zero for all.
    zero = np.zeros_like(z) if z.size <= 2**14 else _number(z, 0)
    return (partial(np.maximum, z, zero, out=out),)


def leaky_relu(z: Floats, out: Floats, take: Take, alpha: float) -> tuple[Step, ...]:
    """1 ε: the larger of z and αz where α ≤ 1, else the smaller."""
    if alpha == 0:  # 0·inf is no number
        return relu(z, out, take)
    t = take()
    choose = np.maximum if alpha <= 1 else np.minimum
    return partial(np.multiply, z, _number(z, alpha), t), partial(choose, z, t, out=out)


def elu(z: Floats, out: Floats, take: Take, alpha: float) -> tuple[Step, ...]:
    """4 ε."""
    t, zero = take(), _number(z, 0)
    return (
        partial(np.minimum, z, zero, out=t),
        partial(np.expm1, t, t),
        *((partial(np.multiply, t, _number(z, alpha), t),) if alpha != 1 else ()),
        partial(np.maximum, z, zero, out=out),
        partial(np.add, out, t, out),
    )


def selu(z: Floats, out: Floats, take: Take) -> tuple[Step, ...]:
    """5 ε."""
    return (*elu(z, out, take, SELU_ALPHA), partial(np.multiply, out, _number(z, SELU_SCALE), out))


def softplus(z: Floats, out: Floats, take: Take) -> tuple[Step, ...]:
    """4 ε: log(1 + e^z) = max(z, 0) + log(1 + e^(-|z|))."""
    t = take()
    return (
        partial(np.abs, z, t),
        partial(np.negative, t, t),
        partial(np.exp, t, t),
        partial(np.log1p, t, t),
        partial(np.maximum, z, _number(z, 0), out=out),
        partial(np.add, out, t, out),
    )


def softsign(z: Floats, out: Floats, take: Take) -> tuple[Step, ...]:
    """2 ε. Infinity counts as the largest number, so that its quotient is the limit 1."""
    t, largest = take(), float(np.finfo(z.dtype).max)
    return (
        partial(np.minimum, z, _number(z, largest), out=out),
        partial(np.maximum, out, _number(z, -largest), out=out),
        partial(np.abs, out, t),
        partial(np.add, t, _number(z, 1), t),
        partial(np.divide, out, t, out),
    )


def gelu(z: Floats, out: Floats, take: Take) -> tuple[Step, ...]:
    """(5 + z²/2) ε: x·Φ(x) = max(x, 0) − |x|·Φ(−|x|), where Φ(−t) = e^(−t²/2)·R(t), see ``mills``."""
    t, p, q = take(), take(), take()
    numerator, denominator = MILLS[z.dtype.itemsize]
    return (
        partial(np.abs, z, t),
        partial(np.minimum, t, _number(z, 40), out=t),  # Φ(−40) is 0 in both dtypes
        *_polynomial(numerator, t, p),
        *_polynomial(denominator, t, q),
        partial(np.divide, p, q, p),
        partial(np.multiply, t, t, q),
        partial(np.multiply, q, _number(z, -0.5), q),
        partial(np.exp, q, q),
        partial(np.multiply, p, q, p),
        partial(np.multiply, p, t, p),
        partial(np.maximum, z, _number(z, 0), out=out),
        partial(np.subtract, out, p, out),
    )


def _polynomial(coefficients: tuple[float, ...], t: Floats, out: Floats) -> tuple[Step, ...]:
    """Horner's rule; coefficients from the highest power down."""
    first, second, *rest = (_number(t, c) for c in coefficients)
    steps: list[Step] = [partial(np.multiply, t, first, out), partial(np.add, out, second, out)]
    for c in rest:
        steps += (partial(np.multiply, out, t, out), partial(np.add, out, c, out))
    return tuple(steps)


def silu(z: Floats, out: Floats, take: Take) -> tuple[Step, ...]:
    """6 ε: x·h·h / (1 + e^(−|x|)), h = e^(min(x, 0)/2), does not underflow before the result does."""
    t, h = take(), take()
    return (
        partial(np.abs, z, t),
        partial(np.negative, t, t),
        partial(np.exp, t, t),
        partial(np.add, t, _number(z, 1), t),
        partial(np.minimum, z, _number(z, 0), out=h),
        partial(np.multiply, h, _number(z, 0.5), h),
        partial(np.exp, h, h),
        partial(np.maximum, z, _number(z, -2000), out=out),  # −inf·0 is no number; g(−2000) is 0
        partial(np.multiply, out, h, out),
        partial(np.multiply, out, h, out),
        partial(np.divide, out, t, out),
    )


def hard_sigmoid(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """2 ε: (x + 3)/6 instead of x/6 + 1/2, which cancels near −3."""
    return (
        partial(np.add, z, _number(z, 3), out),
        partial(np.divide, out, _number(z, 6), out),
        partial(np.maximum, out, _number(z, 0), out=out),
        partial(np.minimum, out, _number(z, 1), out=out),
    )


def exponential(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """3 ε; infinity where e^z is larger than the largest number."""
    return (partial(np.exp, z, out),)


def softmax(z: Floats, out: Floats, _take: Take) -> tuple[Step, ...]:
    """(8 + |z − max z| + log2 n) ε.

    Many narrow rows are turned, so that maxima and sums run along memory.
    """
    turned = z.ndim == 2 and z.shape[1] <= 48 and z.shape[0] >= 32
    source = np.empty(z.shape[::-1], z.dtype) if turned else z
    axis = 0 if turned else -1
    target = source if turned else out
    extreme = np.empty((1, z.shape[0]) if turned else (*z.shape[:-1], 1), z.dtype)
    steps: tuple[Step, ...] = (
        partial(np.maximum.reduce, source, axis, None, extreme, True),
        partial(np.subtract, source, extreme, target),
        partial(np.exp, target, target),
        partial(np.add.reduce, target, axis, None, extreme, True),
        partial(np.divide, target, extreme, target),
    )
    if turned:
        return partial(np.copyto, source, z.T), *steps, partial(np.copyto, out, source.T)
    return steps
