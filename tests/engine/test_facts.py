"""The numbers of lessons on Dense layers, through the public names of the engine."""

import numpy as np
import pytest

from densegui.engine import ACTIVATIONS, Activation, Dense, Initializer, Model

RTOL = {"float64": 1e-7, "float32": 1e-5}


def by_hand(*layers, input_dim, dtype="float64"):
    """A model from (activation, weights, bias) triples."""
    model = Model([Dense(len(b), activation=g) for g, _, b in layers], input_dim=input_dim, dtype=dtype)
    for index, (_, weights, bias) in enumerate(layers):
        model = model.with_parameters(index, weights=weights, bias=bias)
    return model


class TestDenseLayer:
    def test_product_of_the_lesson(self):
        model = by_hand(("linear", [[1, 3, 5], [2, 4, 6]], [0, 0, 0]), input_dim=2)
        assert model.predict([[1, 2]]).tolist() == [[5, 11, 17]]

    @pytest.mark.parametrize("rows", [1, 7, 64])
    def test_parameters_do_not_depend_on_the_number_of_samples(self, rows):
        model = Model([Dense(8, input_dim=4), Dense(3, activation="softmax")], seed=3)
        x = np.random.default_rng(0).normal(size=(rows, 4))
        trace = model.trace(x)
        assert [layer.weights.shape for layer in trace.layers] == [(4, 8), (8, 3)]
        assert [layer.bias.shape for layer in trace.layers] == [(8,), (3,)]
        assert [layer.z.shape for layer in trace.layers] == [(rows, 8), (rows, 3)]
        assert trace.outputs.shape == model.predict(x).shape == (rows, 3)

    @pytest.mark.parametrize("batch_size", [1, 2, 5, 16, 100])
    def test_minibatches_give_the_numbers_of_all_rows_at_once(self, batch_size):
        model = Model([Dense(8, input_dim=4, activation="tanh"), Dense(3, activation="softmax")], seed=3)
        x = np.random.default_rng(1).normal(size=(50, 4))
        expected = model.trace(x).outputs
        np.testing.assert_allclose(model.predict(x, batch_size=batch_size), expected, rtol=1e-5)
        np.testing.assert_allclose(model.run(x, batch_size=batch_size).outputs, expected, rtol=1e-5)

    def test_only_the_first_layer_needs_its_input_size(self):
        assert Model([Dense(8, input_dim=4), Dense(6), Dense(1)]).dims == (4, 8, 6, 1)
        with pytest.raises(ValueError, match="input size"):
            Model([Dense(8), Dense(6)])

    def test_a_wrong_inner_dimension_names_both_shapes(self):
        model = Model([Dense(8, input_dim=4)])
        with pytest.raises(ValueError, match=r"\(10, 3\).*\(4, 8\)"):
            model.predict(np.zeros((10, 3)))
        with pytest.raises(ValueError, match=r"\(5, 2\).*\(N, 8\)"):
            Model([Dense(8, input_dim=4), Dense(2, input_dim=5)])

    def test_samples_in_columns(self):
        """X (5, 16) → 4 sigmoid neurons → (4, 16) → 30 sigmoid neurons → (30, 16), all from N(0, 1)."""
        normal = {"init": "standard_normal", "bias_init": "standard_normal", "activation": "sigmoid"}
        model = Model([Dense(4, input_dim=5, **normal), Dense(30, **normal)], seed=1, dtype="float64")
        columns = np.random.default_rng(5).standard_normal((5, 16))
        trace = model.trace(columns.T)
        values = columns
        for layer, parameters in zip(trace.layers, model.parameters, strict=True):
            w, b = parameters.weights, parameters.bias[:, np.newaxis]
            z = w.T @ values + b
            np.testing.assert_allclose(layer.z.T, z, rtol=1e-12)
            values = 1 / (1 + np.exp(-z))
            np.testing.assert_allclose(layer.a.T, values, rtol=1e-12)
        assert [p.weights.shape for p in model.parameters] == [(5, 4), (4, 30)]
        assert [layer.a.T.shape for layer in trace.layers] == [(4, 16), (30, 16)]


class TestKerasBlocks:
    STACK = (
        Dense(8, input_dim=4, init="uniform", activation="relu"),
        Dense(6, init="uniform", activation="relu"),
        Dense(1, init="uniform", activation="sigmoid"),
    )

    def test_the_stack(self):
        model = Model(self.STACK)
        assert model.connections == (32, 48, 6)
        assert model.parameter_counts == (40, 54, 7)
        assert sum(model.connections) == 86
        assert sum(model.parameter_counts) == 101
        assert "86" in model.summary()
        assert "101" in model.summary()

    @pytest.mark.parametrize(
        ("layer", "connections", "parameters"),
        [
            (Dense(1, input_dim=3, activation="sigmoid"), 3, 4),
            (Dense(2, input_dim=3), 6, 8),
            (Dense(3, input_dim=4, activation="softmax"), 12, 15),
            (Dense(4, input_dim=6, activation="relu"), 24, 28),
        ],
    )
    def test_single_blocks(self, layer, connections, parameters):
        model = Model([layer])
        assert model.connections == (connections,)
        assert model.parameter_counts == (parameters,)

    def test_defaults_are_keras(self):
        layer = Dense(8, 4, "uniform", "relu")
        assert (layer.units, layer.input_dim) == (8, 4)
        assert layer.init == Initializer("uniform", minval=-0.05, maxval=0.05)
        assert Initializer("normal") == Initializer("normal", mean=0, stddev=0.05)
        assert str(Dense(2).activation) == "linear"
        assert str(Dense(2).init) == "glorot_uniform"
        assert not Model([Dense(2, input_dim=3)]).parameters[0].bias.any()


class TestActivations:
    def test_all_are_there(self):
        names = (
            "step linear sigmoid tanh relu leaky_relu softmax elu selu softplus softsign gelu silu "
            "hard_sigmoid exponential"
        )
        assert set(ACTIVATIONS) == set(names.split())
        assert Activation("identity") == Activation("linear")
        assert Activation("swish") == Activation("silu")

    def test_step_is_zero_at_zero(self):
        assert Activation("step")([-1.0, 0.0, 0.5]).tolist() == [0, 0, 1]

    @pytest.mark.parametrize("dtype", ["float32", "float64"])
    def test_sigmoid(self, dtype):
        sigmoid = Activation("sigmoid")
        np.testing.assert_allclose(
            sigmoid(np.array([-1, 1, 2], dtype)), [0.26894142, 0.73105858, 0.88079708], rtol=2e-7
        )
        with np.errstate(all="raise"):
            assert sigmoid(np.array([-1000, 1000], dtype)).tolist() == [0, 1]

    def test_leaky_relu_shows_its_slope(self):
        assert dict(Activation("leaky_relu").parameters) == {"alpha": 0.2}
        assert Activation("leaky_relu", alpha=0.01)([-1.0, 0.0, 2.0]).tolist() == [-0.01, 0, 2]

    def test_softmax(self):
        softmax = Activation("softmax")
        some = softmax([0.3, 2.9, 4.0])
        np.testing.assert_allclose(some, [0.01821127, 0.24519181, 0.73659691], rtol=1e-6)
        assert some.sum() == pytest.approx(1, abs=1e-15)
        with np.errstate(all="raise"):
            large = softmax([1010.0, 1000.0, 990.0])
        np.testing.assert_allclose(large, [9.99954600e-01, 4.53978686e-05, 2.06106005e-09], rtol=1e-7)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_three_layers_by_hand(dtype):
    model = by_hand(
        ("sigmoid", [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3]),
        ("sigmoid", [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], [0.1, 0.2]),
        ("linear", [[0.1, 0.3], [0.2, 0.4]], [0.1, 0.2]),
        input_dim=2,
        dtype=dtype,
    )
    trace = model.trace([1.0, 0.5])
    expected = [
        ((0.3, 0.7, 1.1), (0.57444252, 0.66818777, 0.75026011)),
        ((0.51615984, 1.21402696), (0.62624937, 0.7710107)),
        ((0.31682708, 0.69627909), (0.31682708, 0.69627909)),
    ]
    for layer, (z, a) in zip(trace.layers, expected, strict=True):
        np.testing.assert_allclose(layer.z[0], z, rtol=RTOL[dtype])
        np.testing.assert_allclose(layer.a[0], a, rtol=RTOL[dtype])
    np.testing.assert_allclose(model.predict([1.0, 0.5]), expected[2][1], rtol=RTOL[dtype])


class TestPerceptrons:
    CORNERS = ((0, 0), (0, 1), (1, 0), (1, 1))

    @pytest.mark.parametrize(
        ("weight", "bias", "truth"),
        [(0.5, -0.7, [0, 0, 0, 1]), (-0.5, 0.7, [1, 1, 1, 0]), (0.5, -0.2, [0, 1, 1, 1])],
        ids=["AND", "NAND", "OR"],
    )
    def test_one_neuron(self, weight, bias, truth):
        neuron = by_hand(("step", [[weight], [weight]], [bias]), input_dim=2)
        assert neuron.predict(self.CORNERS)[:, 0].tolist() == truth

    def test_xor_is_nand_and_or_then_and(self):
        stack = by_hand(
            ("step", [[-0.5, 0.5], [-0.5, 0.5]], [0.7, -0.2]),
            ("step", [[0.5], [0.5]], [-0.7]),
            input_dim=2,
        )
        assert stack.predict(self.CORNERS)[:, 0].tolist() == [0, 1, 1, 0]


class TestLinearCollapse:
    def test_three_linear_neurons_are_one(self):
        c = 0.7
        model = by_hand(*[("linear", [[c]], [0])] * 3, input_dim=1)
        x = np.linspace(-3, 3, 13)[:, np.newaxis]
        np.testing.assert_allclose(model.predict(x), c**3 * x, rtol=1e-14)

    def test_two_linear_layers_are_one_affine_map(self):
        drawn = Model(
            [Dense(7, input_dim=5, bias_init="normal"), Dense(3, bias_init="normal")], seed=2, dtype="float64"
        )
        one, two = drawn.parameters
        joined = by_hand(
            ("linear", one.weights @ two.weights, one.bias @ two.weights + two.bias), input_dim=5
        )
        x = np.random.default_rng(3).normal(size=(20, 5))
        np.testing.assert_allclose(drawn.predict(x), joined.predict(x), rtol=1e-12)
