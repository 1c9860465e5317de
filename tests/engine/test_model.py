"""Models as frozen values: what a change keeps, what it draws anew, what it refuses."""

import copy

import numpy as np
import pytest

from densegui.engine import Activation, Dense, Initializer, Model, Parameters


@pytest.fixture
def model():
    return Model([Dense(8, input_dim=4, activation="relu"), Dense(6), Dense(1)], seed=3)


def test_a_model_never_changes(model):
    with pytest.raises(AttributeError, match="never changes"):
        model.seed = 4
    with pytest.raises(ValueError, match="read-only"):
        model.parameters[0].weights[0, 0] = 1


def test_given_parameters_leave_the_old_model_alone(model):
    weights = np.arange(32.0).reshape(4, 8)
    changed = model.with_parameters(0, weights=weights)
    np.testing.assert_array_equal(changed.parameters[0].weights, weights)
    assert changed.parameters[0].bias is model.parameters[0].bias
    assert changed.parameters[1] is model.parameters[1]
    assert changed.is_given(0)
    assert not model.is_given(0)
    weights[:] = 0
    assert changed.parameters[0].weights.any()
    assert changed != model
    assert changed.without_parameters(0) == model


def test_a_change_shares_every_parameter_that_still_fits(model):
    before = list(model.parameters)
    first, second, third = model.layers
    wider = model.with_layers([first, Dense(7, id=second.id), third])
    assert wider.parameters[0] is before[0]
    assert wider.parameters[1].weights.shape == (8, 7)
    assert wider.parameters[2].weights.shape == (7, 1)


def test_a_moved_first_layer_takes_its_new_input_size(model):
    first, second, third = model.layers
    moved = model.with_layers([second, first, third])
    assert moved.dims == (4, 6, 8, 1)
    assert moved.with_input_dim(9).dims == (9, 6, 8, 1)


def test_given_parameters_that_no_longer_fit_are_drawn(model):
    given = model.with_parameters(0, bias=np.ones(8))
    assert given.with_input_dim(5).is_given(0) is False
    assert given.with_dtype("float64").parameters[0].bias.dtype == np.float64
    assert given.with_seed(9).is_given(0)


def test_drawn_parameters_can_be_restored(model):
    kept = Parameters(np.full((8, 6), 2.0), np.zeros(6))
    restored = model.with_drawn(1, kept)
    assert (restored.parameters[1].weights == 2).all()
    assert not restored.is_given(1)
    assert (restored.with_layers(restored.layers).parameters[1].weights == 2).all()


def test_drawing_waits_until_asked(model):
    assert not model.is_drawn(0)
    _ = model.parameters[0]
    assert model.is_drawn(0)
    assert not model.is_drawn(1)


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (
            lambda m: m.with_parameters(0, weights=np.zeros((8, 4))),
            ValueError,
            r"weights .*\(4, 8\).*\(8, 4\)",
        ),
        (lambda m: m.with_parameters(0, bias=["a"] * 8), TypeError, "bias.*real numbers"),
        (lambda m: m.with_parameters(3, bias=[0]), IndexError, "layer 3"),
        (lambda m: m.unit(1, 6), IndexError, r"unit 6 of layer 1.*\(4, 8, 6, 1\)"),
        (lambda m: m.unit(3, 0), IndexError, "layer 3"),
        (lambda m: m.with_seed(-1), ValueError, "seed"),
        (lambda m: m.with_seed(0.5), TypeError, "seed"),
        (lambda m: m.with_dtype("float16"), ValueError, "float16"),
        (lambda m: m.index_of(77), KeyError, "77"),
        (lambda _: Model([3]), TypeError, "Dense"),
        (lambda _: Dense(0), ValueError, "units"),
        (lambda _: Dense(2.5), TypeError, "units"),
        (lambda _: Dense(2, input_dim=True), TypeError, "input_dim"),
        (lambda _: Model([Dense(2, input_dim=3, id=1), Dense(2, id=1)]), ValueError, "ids"),
        (lambda _: Model([Dense(2, input_dim=3)], input_dim=4), ValueError, "differ"),
        (
            lambda _: Model([Dense(2, input_dim=3, use_bias=False)]).with_parameters(0, bias=[0, 0]),
            ValueError,
            "use_bias",
        ),
    ],
)
def test_wrong_use_is_named(model, call, error, words):
    with pytest.raises(error, match=words):
        call(model)


def test_repr_is_the_call(model):
    layer = Dense(3, 2, Initializer("uniform", minval=-1, maxval=1), Activation("elu", alpha=2), name="top")
    names = {"Dense": Dense, "Model": Model, "Initializer": Initializer, "Activation": Activation}
    assert eval(repr(layer), names) == layer
    assert copy.copy(layer) == layer
    assert [d.units for d in eval(repr(model), names).layers] == [8, 6, 1]


def test_without_bias():
    model = Model([Dense(3, input_dim=2, use_bias=False, bias_init="ones")])
    assert model.parameter_counts == (6,)
    assert not model.parameters[0].bias.any()


def test_a_model_without_layers_passes_x_on():
    model = Model(input_dim=3)
    x = np.arange(6.0).reshape(2, 3)
    np.testing.assert_array_equal(model.predict(x), x)
    np.testing.assert_array_equal(model.trace(x).outputs, x)
    np.testing.assert_array_equal(model.run(x).outputs, x)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("use_bias", [True, False])
def test_one_unit_alone_has_the_numbers_it_has_among_the_others(dtype, use_bias):
    layers = [Dense(8, input_dim=4, activation="tanh"), Dense(6, activation="relu", use_bias=use_bias)]
    model = Model([*layers, Dense(3, activation="softmax", bias_init="normal")], seed=5, dtype=dtype)
    x = np.random.default_rng(1).normal(size=(50, 4))
    trace = model.trace(x)
    for index, unit in ((0, 7), (1, 0), (2, 2)):
        alone = model.unit(index, unit)
        assert alone.dims == (*model.dims[: index + 1], 1)
        found = alone.trace(x).layers[-1]
        expected = trace.layers[index].z[:, [unit]]
        np.testing.assert_allclose(found.z, expected, rtol=1e-5, atol=1e-6)
        expected = expected if index == 2 else trace.layers[index].a[:, [unit]]  # a of softmax needs the row
        np.testing.assert_allclose(found.a, expected, rtol=1e-5, atol=1e-6)


def test_one_unit_alone_shares_what_comes_before_and_leaves_the_model_as_it_is(model):
    given = model.with_parameters(0, bias=np.ones(8))
    alone = given.unit(1, 2)
    assert alone.parameters[0] is given.parameters[0]
    np.testing.assert_array_equal(alone.parameters[1].weights, given.parameters[1].weights[:, [2]])
    assert given.dims == (4, 8, 6, 1)
    assert not given.is_given(1)
