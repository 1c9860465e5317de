"""Activations against mpmath, at the ends of the dtype, and as rows of the table."""

import math

import mpmath as mp
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.engine import ACTIVATIONS, Activation

DTYPES = ("float32", "float64")
SELU_SCALE = mp.mpf("1.0507009873554804934193349852946")
SELU_ALPHA = mp.mpf("1.6732632423543772848170429916717")

# The definitions, and the bound of the relative error in units of ε that the kernels' docstrings state.
EXACT = {
    "linear": (lambda x: x, lambda _: 0),
    "relu": (lambda x: max(x, mp.mpf(0)), lambda _: 0),
    "step": (lambda x: mp.mpf(x > 0), lambda _: 0),
    "leaky_relu": (lambda x: x if x >= 0 else mp.mpf(1) / 5 * x, lambda _: 1),
    "sigmoid": (lambda x: 1 / (1 + mp.exp(-x)), lambda _: 3),
    "tanh": (mp.tanh, lambda _: 3),
    "elu": (lambda x: x if x > 0 else mp.expm1(x), lambda _: 4),
    "selu": (lambda x: SELU_SCALE * (x if x > 0 else SELU_ALPHA * mp.expm1(x)), lambda _: 5),
    "softplus": (lambda x: max(x, mp.mpf(0)) + mp.log1p(mp.exp(-abs(x))), lambda _: 4),
    "softsign": (lambda x: x / (1 + abs(x)), lambda _: 2),
    "gelu": (lambda x: x * mp.erfc(-x / mp.sqrt(2)) / 2, lambda x: 5 + x * x / 2),
    "silu": (lambda x: x / (1 + mp.exp(-x)), lambda _: 6),
    "hard_sigmoid": (lambda x: min(mp.mpf(1), max(mp.mpf(0), x / 6 + mp.mpf(1) / 2)), lambda _: 2),
    "exponential": (mp.exp, lambda _: 3),
}


def grid(dtype):
    draws = np.random.default_rng(0).normal(size=300) * 3
    small, tail = np.geomspace(1e-30, 60, 120), np.linspace(60, 745, 120)
    return np.concatenate([np.linspace(-12, 12, 241), draws, small, -small, tail, -tail]).astype(dtype)


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", EXACT)
def test_error_is_within_the_stated_bound(name, dtype):
    exact, bound = EXACT[name]
    info = np.finfo(dtype)
    z = grid(dtype)
    with mp.workdps(50), np.errstate(all="raise"):
        for x, got in zip(z.tolist(), Activation(name)(z).tolist(), strict=True):
            true = exact(mp.mpf(x))
            if true > info.max:
                assert got == math.inf
            else:
                allowed = max(
                    bound(x) * float(info.eps) * abs(true), float(info.tiny) if abs(true) < info.tiny else 0
                )
                assert abs(mp.mpf(got) - true) <= allowed, (x, got, float(true))


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("shape", [(1, 3), (40, 7), (33, 48), (40, 200)], ids=str)
def test_softmax_is_within_the_stated_bound(shape, dtype):
    z = (np.random.default_rng(1).normal(size=shape) * 20).astype(dtype)
    got = Activation("softmax")(z)
    eps = float(np.finfo(dtype).eps)
    with mp.workdps(40):
        for row, values in zip(z.tolist(), got.tolist(), strict=True):
            top = max(row)
            weights = [mp.exp(mp.mpf(x) - top) for x in row]
            total = mp.fsum(weights)
            for x, weight, value in zip(row, weights, values, strict=True):
                bound = 8 + (top - x) + math.log2(len(row))
                assert abs(value - weight / total) <= bound * eps * weight / total + float(
                    np.finfo(dtype).tiny
                )


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_ends_of_the_dtype(name, dtype):
    """±0, subnormals and ±max give finite limits without a warning; NaN stays NaN."""
    info = np.finfo(dtype)
    activation = Activation(name)
    ends = np.array([0, -0.0, info.smallest_subnormal, -info.smallest_subnormal, info.max, -info.max], dtype)
    if name in {"exponential", "selu"}:  # whose true value overflows at the largest number
        ends = ends[[0, 1, 2, 3, 5]]
    with np.errstate(all="raise"):
        values = activation(ends[:, np.newaxis])
        assert np.isfinite(values).all()
        assert np.isnan(activation(np.array([[np.nan]], dtype))).all()
    if not ACTIVATIONS[name].rowwise:
        lower, upper = ACTIVATIONS[name].lower, ACTIVATIONS[name].upper
        assert (values >= lower * (1 + 4 * info.eps)).all()
        assert (values <= upper).all()


LIMITS = {
    "step": (0, 1), "linear": (-math.inf, math.inf), "sigmoid": (0, 1), "tanh": (-1, 1),
    "relu": (0, math.inf), "leaky_relu": (-math.inf, math.inf), "elu": (-1, math.inf),
    "selu": (-1.7580993408473766, math.inf), "softplus": (0, math.inf), "softsign": (-1, 1),
    "gelu": (0, math.inf), "silu": (0, math.inf), "hard_sigmoid": (0, 1), "exponential": (0, math.inf),
}  # fmt: skip


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("name", LIMITS)
def test_infinity_gives_the_limit(name, dtype):
    got = Activation(name)(np.array([-np.inf, np.inf], dtype))
    np.testing.assert_allclose(got, LIMITS[name], rtol=1e-6)


def test_leaky_relu_for_every_slope():
    z = np.array([-np.inf, -2.0, 0.0, 3.0])
    for alpha in (-0.5, 0.0, 0.3, 1.0, 2.5):
        expected = np.array([alpha * v if v < 0 and alpha else max(v, 0.0) for v in z])
        np.testing.assert_array_equal(Activation("leaky_relu", alpha=alpha)(z), expected)


@pytest.mark.parametrize("name", EXACT)
def test_curve_is_the_kernel(name):
    activation = Activation(name)
    z = np.linspace(-8, 8, 161)
    np.testing.assert_allclose(
        activation(z), [activation.curve(x) for x in z.tolist()], rtol=1e-13, atol=1e-15
    )


@pytest.mark.parametrize("name", [n for n, row in ACTIVATIONS.items() if row.flat != (-math.inf, math.inf)])
def test_flat_parts_have_one_hundredth_of_the_steepest_slope(name):
    exact, _ = EXACT[name]
    low, high = ACTIVATIONS[name].flat
    slopes = [abs(mp.diff(exact, x)) for x in (*np.linspace(-15, 15, 301), -1e-6, 1e-6) if x]
    steepest = max(slopes)
    for edge, side in ((low, -1), (high, 1)):
        if not math.isfinite(edge):
            continue
        for beyond in (0.001, 0.05, 1.0, 5.0):
            assert abs(mp.diff(exact, edge + side * beyond)) <= 0.01 * steepest
        if name != "relu":
            assert max(abs(mp.diff(exact, edge - side * d)) for d in (0.05, 0.1)) > 0.009 * steepest


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("dtype", DTYPES)
def test_in_place_is_the_same(name, dtype):
    z = np.random.default_rng(2).normal(size=(40, 9)).astype(dtype)
    expected = Activation(name)(z)
    Activation(name).apply(z, z)
    np.testing.assert_array_equal(z, expected)


@pytest.mark.parametrize(
    "z",
    [
        np.arange(6).reshape(2, 3),
        np.array([True, False]),
        np.array([1.5, -2], ">f4"),
        np.arange(12.0).reshape(3, 4).T,
        np.float64(0.5),
        np.zeros((0, 3)),
        np.zeros((2, 2, 2), np.float16),
    ],
    ids=["int", "bool", "big-endian", "transposed", "scalar", "empty", "float16"],
)
def test_any_real_array(z):
    got = Activation("relu")(z)
    assert got.shape == np.shape(z)
    np.testing.assert_array_equal(got, np.maximum(z, 0))


@pytest.mark.parametrize("z", [np.array(["a"]), np.array([1j]), np.array([None])], ids=str)
def test_other_arrays_are_refused(z):
    with pytest.raises(TypeError, match="real numbers"):
        Activation("relu")(z)


def test_wrong_use_is_named():
    with pytest.raises(ValueError, match="'rulu' is unknown; choose one of linear, relu"):
        Activation("rulu")
    with pytest.raises(ValueError, match="no parameter 'beta'"):
        Activation("elu", beta=1)
    with pytest.raises(ValueError, match="finite"):
        Activation("elu", alpha=math.nan)
    with pytest.raises(TypeError, match="number"):
        Activation("elu", alpha="1")
    with pytest.raises(TypeError, match="name"):
        Activation(3)


@given(st.lists(st.floats(-50, 50, width=32), min_size=1, max_size=60))
def test_softmax_rows_are_probabilities(row):
    got = Activation("softmax")(np.array([row] * 40))
    assert (got >= 0).all()
    np.testing.assert_allclose(got.sum(axis=1), 1, rtol=1e-14)
