"""The numbers in the picture of a network: values, bias, names, and what is left out."""

import numpy as np
import pytest

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui.panels.graph_edges import Magnitudes
from densegui.ui.panels.graph_picture import means_of, picture_of, sample_of
from densegui.ui.panels.graph_texts import percent, statement


def hand_made():
    """FACTS §4: two inputs, then 3, 2 and 2 neurons with weights set by hand."""
    model = Model(
        [Dense(3, input_dim=2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)],
        dtype="float64",
    )
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    model = model.with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    return model.with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])


def shown(model, numbers=None, dataset=None):
    numbers = numbers or [None] * len(model.dims)
    return picture_of(model, dataset, numbers, Magnitudes(), input_name="Input")


X = np.array([[1.0, 0.5]])
A1 = [0.57444252, 0.66818777, 0.75026011]
Z2 = [0.51615984, 1.21402696]
Y = [0.31682708, 0.69627909]


@pytest.mark.parametrize("way", ["trace", "run"])
def test_the_hand_computed_network_has_its_exact_numbers(way):
    model = hand_made()
    numbers = sample_of(model, model.trace(X)) if way == "trace" else means_of(model, model.run(X))
    picture = shown(model, numbers)
    assert picture.columns[0].a == pytest.approx([1.0, 0.5])
    assert picture.columns[1].a == pytest.approx(A1, rel=1e-7)
    assert picture.columns[2].z == pytest.approx(Z2, rel=1e-7)
    assert picture.columns[3].a == pytest.approx(Y, rel=1e-7)
    assert picture.columns[1].bias == pytest.approx([0.1, 0.2, 0.3])
    assert picture.columns[0].bias is None
    assert picture.largest_bias == 0.3
    assert picture.columns[3].names == ("y[0]", "y[1]")
    assert picture.weights == (16, 16)
    assert picture.share == pytest.approx(1.0)


def test_the_mean_of_several_samples_is_shown():
    model = hand_made()
    rows = np.array([[1.0, 0.5], [0.0, 2.0], [-3.0, 1.0]])
    expected = np.mean([model.trace(row).layers[1].a[0] for row in rows], axis=0)
    assert shown(model, means_of(model, model.run(rows))).columns[2].a == pytest.approx(expected)


def test_the_full_colour_is_the_bound_of_the_activation_or_the_largest_value():
    model = Model([Dense(2, input_dim=2, activation="sigmoid"), Dense(2, activation="relu")])
    picture = shown(model, means_of(model, model.run([[4.0, -8.0]])))
    assert picture.columns[0].scale == 8.0
    assert picture.columns[1].scale == 1.0
    assert picture.columns[2].scale == pytest.approx(max(picture.columns[2].a.max(), 0) or 1.0)


def test_names_of_features_and_classes_stand_at_the_ends():
    data = Dataset(
        "flowers", X, Source("normal", {}), ("꽃받침", "꽃잎"), np.array([1]), ("setosa", "virginica")
    )
    picture = shown(hand_made(), dataset=data)
    assert picture.columns[0].names == ("꽃받침", "꽃잎")
    assert picture.columns[3].names == ("setosa", "virginica")
    assert shown(Model([Dense(1, input_dim=3)]), dataset=data).columns[0].names == ("x[0]", "x[1]", "x[2]")
    assert shown(Model([Dense(1, input_dim=3)]), dataset=data).columns[1].names == ("y",)


def test_784_512_256_10_says_what_it_leaves_out():
    model = Model([Dense(512, input_dim=784), Dense(256), Dense(10)], seed=3)
    model.run(np.zeros((1, 784)))
    picture = shown(model)
    assert picture.neurons == (16 + 16 + 16 + 10, 1562)
    assert picture.weights == (16 * 16 + 16 * 16 + 16 * 10, 784 * 512 + 512 * 256 + 256 * 10)
    rows, columns = (picture.layout.columns[k].fold.shown for k in (0, 1))
    first = model.parameters[0].weights
    whole = sum(np.abs(p.weights).sum(dtype=np.float64) for p in model.parameters)
    between = sum(np.abs(edges.matrix).sum(dtype=np.float64) for edges in picture.edges)
    assert picture.edges[0].matrix.tolist() == first[np.ix_(rows, columns)].tolist()
    assert picture.share == pytest.approx(between / whole, rel=1e-5)
    assert statement(picture) == (
        "Neurons: 58 of 1,562. Weights: the 672 between them of 535,040, "
        f"with {100 * between / whole:.2f} % of Σ|w|. Run forward (F5) fills the neurons."
    )


def test_wide_weights_are_not_drawn_by_looking_at_them():
    model = Model([Dense(512, input_dim=784), Dense(3)])
    picture = shown(model)
    assert picture.edges == (None, None)
    assert picture.weights_missing
    assert not model.is_drawn(0)
    assert "Weights appear after Run forward" in statement(picture)


def test_a_deep_network_draws_the_strongest_into_each_neuron():
    model = Model([Dense(16, input_dim=16) for _ in range(60)], input_dim=16)
    picture = shown(model)
    assert picture.weights == (60 * 16, 60 * 256)
    best = np.abs(model.parameters[7].weights).max(axis=0)
    drawn = picture.edges[7]
    assert np.abs(drawn.weight[np.argsort(drawn.target)]) == pytest.approx(best)
    assert f"the strongest 960 of 15,360, with {percent(picture.share)}" in statement(picture)


def test_values_follow_their_layer_when_blocks_move_after_a_run():
    model = hand_made()
    result = model.run(X)
    without_middle = model.with_layers([model.layers[0], model.layers[2]])
    columns = means_of(without_middle, result)
    assert columns[1].a == pytest.approx(A1, rel=1e-7)
    assert columns[2].a == pytest.approx(Y, rel=1e-7)
    wider = model.with_layers([Dense(5, input_dim=2, id=model.layers[0].id), *model.layers[1:]])
    assert means_of(wider, result)[1] is None
    assert means_of(model.with_input_dim(7), result)[0] is None


def test_a_trace_of_another_network_leaves_columns_empty():
    trace = hand_made().trace(X)
    columns = sample_of(Model([Dense(4, input_dim=2), Dense(2), Dense(2), Dense(1)]), trace)
    assert [c is None for c in columns] == [False, True, False, False, True]


@pytest.mark.filterwarnings("ignore:invalid value")
def test_nan_stays_in_its_neuron_and_out_of_every_scale():
    model = hand_made().with_parameters(1, weights=[[np.nan, 0.4], [0.2, 0.5], [0.3, 0.6]])
    picture = shown(model, sample_of(model, model.trace(X)))
    assert np.isnan(picture.columns[2].a).tolist() == [True, False]
    assert picture.edges[1].largest == 0.6
    assert picture.share == pytest.approx(1.0)


def test_a_layer_without_bias_and_a_network_of_zeros():
    model = Model([Dense(2, input_dim=2, init="zeros", use_bias=False), Dense(1, init="zeros")])
    picture = shown(model, means_of(model, model.run(X)))
    assert picture.columns[1].bias is None
    assert picture.share == 1.0
    assert picture.columns[2].scale == 1.0


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0.0, "0 %"),
        (0.00004, "< 0.01 %"),
        (0.0012, "0.12 %"),
        (0.0345, "3.5 %"),
        (0.214, "21 %"),
        (1.0, "100 %"),
    ],
)
def test_shares_have_two_significant_digits(share, text):
    assert percent(share) == text
