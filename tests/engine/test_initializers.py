"""Initialisers: the distributions Keras defines, and the contract of the seed."""

import math

import numpy as np
import pytest

from densegui.engine import INITIALIZERS, Dense, Initializer, Model

N_IN, N_OUT = 300, 500
CUT = 0.87962566103423978  # standard deviation of a unit normal cut at ±2


def draw(name, shape=(N_IN, N_OUT), seed=0, **parameters):
    return Initializer(name, **parameters).draw(np.random.default_rng(seed), shape)


def phi(x):
    return np.vectorize(math.erf)(np.asarray(x) / math.sqrt(2)) / 2 + 0.5


def uniform(limit):
    return (lambda x: (x + limit) / (2 * limit)), 0.0, limit / math.sqrt(3), limit


def normal(stddev, mean=0.0):
    return (lambda x: phi((x - mean) / stddev)), mean, stddev, math.inf


def cut(stddev):
    """A normal cut at two of its own standard deviations, scaled so that it has the given one."""
    own = stddev / CUT
    low, span = float(phi(-2.0)), float(phi(2.0) - phi(-2.0))
    return (lambda x: (phi(x / own) - low) / span), 0.0, stddev, 2 * own


EXPECTED = {
    "glorot_uniform": uniform(math.sqrt(6 / (N_IN + N_OUT))),
    "glorot_normal": cut(math.sqrt(2 / (N_IN + N_OUT))),
    "he_uniform": uniform(math.sqrt(6 / N_IN)),
    "he_normal": cut(math.sqrt(2 / N_IN)),
    "lecun_uniform": uniform(math.sqrt(3 / N_IN)),
    "lecun_normal": cut(math.sqrt(1 / N_IN)),
    "uniform": uniform(0.05),
    "normal": normal(0.05),
    "standard_normal": normal(1.0),
    "truncated_normal": cut(0.05 * CUT),
    "variance_scaling": cut(math.sqrt(1 / N_IN)),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_distribution(name):
    """Kolmogorov and Smirnov's distance, mean, standard deviation and limits of 150,000 draws."""
    distribution, mean, stddev, limit = EXPECTED[name]
    values = np.sort(draw(name).ravel())
    n = len(values)
    expected = distribution(values)
    steps = np.arange(n + 1) / n
    distance = max((steps[1:] - expected).max(), (expected - steps[:-1]).max())
    assert distance * math.sqrt(n) < 1.95  # exceeded by one seed in a thousand
    assert abs(values.mean() - mean) < 4 * stddev / math.sqrt(n)
    assert values.std() == pytest.approx(stddev, rel=4 / math.sqrt(n))
    assert np.abs(values).max() <= limit


def test_variance_scaling_is_the_family_of_the_named_ones():
    shape = (30, 50)
    for name, parameters in {
        "glorot_uniform": {"scale": 1, "fan_in": 0.5, "fan_out": 0.5, "uniform": 1},
        "he_normal": {"scale": 2, "fan_in": 1, "fan_out": 0, "uniform": 0},
        "lecun_uniform": {"scale": 1, "fan_in": 1, "fan_out": 0, "uniform": 1},
    }.items():
        np.testing.assert_array_equal(draw("variance_scaling", shape, **parameters), draw(name, shape))


def test_parameters():
    assert draw("uniform", minval=2, maxval=3).min() >= 2
    assert draw("uniform", minval=2, maxval=3).max() < 3
    assert draw("normal", mean=5, stddev=0.1).mean() == pytest.approx(5, abs=0.01)
    truncated = draw("truncated_normal", mean=1, stddev=0.5)
    assert (np.abs(truncated - 1) <= 1).all()
    assert (draw("constant", value=-2.5) == -2.5).all()
    assert not draw("zeros").any()
    assert (draw("ones") == 1).all()
    np.testing.assert_array_equal(draw("identity", (3, 5), gain=2), 2 * np.eye(3, 5))


@pytest.mark.parametrize("shape", [(20, 20), (20, 8), (8, 20)], ids=str)
def test_orthogonal(shape):
    q = draw("orthogonal", shape, gain=3) / 3
    product = q.T @ q if shape[0] >= shape[1] else q @ q.T
    np.testing.assert_allclose(product, np.eye(min(shape)), atol=1e-14)


def test_orthogonal_has_no_preferred_sign():
    signs = [np.sign(draw("orthogonal", (4, 4), seed=seed)[0, 0]) for seed in range(200)]
    assert abs(sum(signs)) < 60


@pytest.mark.parametrize("name", INITIALIZERS)
def test_every_entry_draws_weights_and_biases(name):
    for shape in [(4, 3), (1, 1), (5,)]:
        values = draw(name, shape)
        assert values.shape == shape
        assert values.dtype == np.float64
        assert np.isfinite(values).all()


def test_wrong_parameters_are_named():
    with pytest.raises(ValueError, match="minval"):
        Initializer("uniform", minval=1, maxval=0)
    with pytest.raises(ValueError, match="stddev"):
        Initializer("normal", stddev=-1)
    with pytest.raises(ValueError, match="'xavier' is unknown"):
        Initializer("xavier")


class TestSeed:
    LAYERS = (Dense(8, input_dim=4, bias_init="normal"), Dense(6, init="he_normal"), Dense(1, init="uniform"))

    def weights(self, model):
        return {layer.id: p.weights for layer, p in zip(model.layers, model.parameters, strict=True)}

    def test_same_seed_same_numbers(self):
        one, two, other = (self.weights(Model(self.LAYERS, seed=s)) for s in (5, 5, 6))
        for key, value in one.items():
            np.testing.assert_array_equal(value, two[key])
            assert not np.array_equal(value, other[key])

    def test_recorded_numbers(self):
        """The first draws of seed 0: they must be these on every system and in every later version."""
        model = Model([Dense(3, input_dim=2), Dense(2, init="standard_normal")], seed=0, dtype="float64")
        np.testing.assert_allclose(model.parameters[0].weights, RECORDED[0], rtol=1e-14)
        np.testing.assert_allclose(model.parameters[1].weights, RECORDED[1], rtol=1e-14)

    def test_other_blocks_change_nothing(self):
        model = Model(self.LAYERS, seed=5)
        before = self.weights(model)
        first, second, third = model.layers
        inserted = model.with_layers([first, Dense(8), second, third])
        last = inserted.layers[3]
        np.testing.assert_array_equal(self.weights(inserted)[last.id], before[last.id])
        swapped = Model([Dense(6, input_dim=4, id=9), second, third], seed=5)
        np.testing.assert_array_equal(self.weights(swapped)[last.id], before[last.id])

    def test_bias_and_weights_have_streams_of_their_own(self):
        layers = [Dense(8, input_dim=4, bias_init="normal"), Dense(8, input_dim=4)]
        one, two = (Model([layer], seed=5).parameters[0] for layer in layers)
        np.testing.assert_array_equal(one.weights, two.weights)
        assert not two.bias.any()

    def test_dtypes_agree(self):
        model = Model(self.LAYERS, seed=5)
        wide = model.with_dtype("float64")
        for one, two in zip(model.parameters, wide.parameters, strict=True):
            np.testing.assert_array_equal(one.weights, two.weights.astype(np.float32))


RECORDED = (
    [
        [0.8538749100713274, 0.12518319595925154, 0.659256587705831],
        [1.0001716625761563, -0.9670257333080152, -0.5775171413083886],
    ],
    [
        [-0.5998504999444954, -0.3505175280910633],
        [-1.0038958719978983, 0.29056491451634336],
        [-1.5641198470124649, -0.9617679017183549],
    ],
)
