"""The numbers in the picture of a network: values, bias, names, and what is left out."""

import numpy as np
import pytest

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui.focus import Focus
from densegui.ui.panels.graph_compose import Contents, picture_of
from densegui.ui.panels.graph_options import Lines, Options, Wide
from densegui.ui.panels.graph_picture import means_of, sample_of
from densegui.ui.panels.graph_scan import scan
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


class Known:
    """Stands in for ``Scans``: everything is known at once."""

    is_drawing = False

    def weights(self, model):
        return [sum(model.connections) <= 50_000 or model.is_drawn(k) for k in range(len(model.layers))]

    def of(self, layer, weights, factors=None):
        steps = scan(weights, factors)
        while True:
            try:
                next(steps)
            except StopIteration as stop:
                return stop.value

    def keep_first(self, layers):
        pass


def shown(model, numbers=None, dataset=None, focus=None, starts=None, **options):
    numbers = numbers or [None] * len(model.dims)
    contents = Contents(
        model, dataset, numbers, focus or Focus(), Options(**options), starts or {}, {}, "Input"
    )
    return picture_of(contents, Known())


X = np.array([[1.0, 0.5]])
A1 = [0.57444252, 0.66818777, 0.75026011]
Z2 = [0.51615984, 1.21402696]
Y = [0.31682708, 0.69627909]


@pytest.mark.parametrize("way", ["trace", "run"])
def test_the_hand_computed_network_has_its_exact_numbers(way):
    model = hand_made()
    numbers = sample_of(model.trace(X), 0) if way == "trace" else means_of(model, model.run(X))
    picture = shown(model, numbers)
    assert picture.columns[0].a == pytest.approx([1.0, 0.5])
    assert picture.columns[1].a == pytest.approx(A1, rel=1e-7)
    assert picture.columns[2].z == pytest.approx(Z2, rel=1e-7)
    assert picture.columns[3].a == pytest.approx(Y, rel=1e-7)
    assert picture.columns[1].bias == pytest.approx([0.1, 0.2, 0.3])
    assert picture.columns[0].bias is None
    assert picture.largest_bias == 0.3
    assert picture.columns[3].names == ("y[0]", "y[1]")
    assert [len(link.edges.source) for link in picture.links] == [6, 6, 4]
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
    picture = shown(model, lines=Lines.LINES)
    assert picture.neurons == (16 + 16 + 16 + 10, 1562)
    rows, columns = (picture.layout.columns[k].fold.shown for k in (0, 1))
    first = model.parameters[0].weights
    whole = sum(np.abs(p.weights).sum(dtype=np.float64) for p in model.parameters)
    between = sum(np.abs(link.edges.weights).sum(dtype=np.float64) for link in picture.links)
    assert picture.links[0].edges.weights.tolist() == first[np.ix_(rows, columns)].tolist()
    assert picture.share == pytest.approx(between / whole, rel=1e-5)
    assert statement(picture) == (
        "Neurons: 58 of 1,562. Lines: the 672 between them of 535,040, "
        f"with {100 * between / whole:.2f} % of Σ|w|. Run forward (F5) fills the neurons."
    )


def test_beyond_10_000_weights_a_layer_is_a_heat_map():
    model = Model([Dense(512, input_dim=784), Dense(256), Dense(10)], seed=3)
    model.run(np.zeros((1, 784)))
    picture = shown(model)
    assert [link.heat for link in picture.links] == [True, True, False]
    last = model.parameters[2].weights
    rows = picture.layout.columns[2].fold.shown
    share = np.abs(last[rows]).sum(dtype=np.float64) / np.abs(last).sum(dtype=np.float64)
    assert statement(picture) == (
        f"Neurons: 58 of 1,562. Lines: the 160 between them of 2,560, with {percent(share)} of Σ|w|. "
        "Heat maps: all 532,480 weights. Run forward (F5) fills the neurons."
    )
    assert [link.heat for link in shown(model, lines=Lines.HEAT).links] == [True, True, True]


def test_wide_weights_are_not_drawn_by_looking_at_them():
    model = Model([Dense(512, input_dim=784), Dense(3)])
    picture = shown(model)
    assert [link.edges for link in picture.links] == [None, None]
    assert picture.weights_missing
    assert not model.is_drawn(0)
    assert "Weights appear after Run forward" in statement(picture)


def test_a_deep_network_draws_the_strongest_into_each_neuron():
    model = Model([Dense(16, input_dim=16) for _ in range(60)], input_dim=16)
    picture = shown(model)
    best = np.abs(model.parameters[7].weights).max(axis=0)
    drawn = picture.links[7].edges
    assert np.abs(drawn.drawn[np.argsort(drawn.target)]) == pytest.approx(best)
    assert f"the strongest 960 of 15,360, with {percent(picture.share)}" in statement(picture)


def test_the_strongest_k_carry_their_share():
    model = Model([Dense(2, input_dim=3)]).with_parameters(0, weights=[[4, 1], [-3, 2], [1, -5]])
    picture = shown(model, keep=1)
    # |4| into neuron 0 and |−5| into neuron 1: 9 of 4 + 1 + 3 + 2 + 1 + 5 = 16.
    assert picture.share == pytest.approx(9 / 16)
    assert "Lines: the strongest 2 of 6, with 56 % of Σ|w|." in statement(picture)


def test_lines_are_contributions_of_the_sample_by_choice():
    model = hand_made()
    picture = shown(model, sample_of(model.trace(X), 0), contribution=True)
    # x = (1, 0.5) times W1.
    assert picture.links[0].edges.values == pytest.approx(np.array([[0.1, 0.3, 0.5], [0.1, 0.2, 0.3]]))
    assert picture.links[0].edges.largest == 0.5
    assert picture.links[0].total == pytest.approx(0.1 + 0.3 + 0.5 + 0.1 + 0.2 + 0.3)
    assert picture.contribution
    assert not shown(model, contribution=True).contribution, "without values there is nothing to multiply"


def test_contributions_of_a_heat_map_have_the_sign_of_the_product():
    model = hand_made()
    numbers = sample_of(model.trace([[-1.0, 0.5]]), 0)
    picture = shown(model, numbers, contribution=True, lines=Lines.HEAT)
    assert picture.links[0].scan.heat == pytest.approx(np.array([[-0.1, -0.3, -0.5], [0.1, 0.2, 0.3]]))


def test_a_selected_neuron_is_shown_though_its_layer_is_folded():
    model = Model([Dense(40, input_dim=30), Dense(2)])
    layer = model.layers[0].id
    picture = shown(model, focus=Focus(layer, 25, 17))
    assert picture.neuron_of(layer, 25) == (1, 11)
    assert picture.edge_of(layer, 17, 25) == (0, 11, 11)
    assert picture.neuron_of(layer, 24) is None
    assert [tuple(gap) for gap in picture.layout.columns[1].fold.gaps] == [(11, 14), (13, 9)]


def test_wide_layers_show_the_most_active_the_weightiest_or_the_partners():
    rng = np.random.default_rng(4)
    model = Model([Dense(40, input_dim=3), Dense(2)])
    numbers = means_of(model, model.run(rng.normal(size=(9, 3))))
    a, (one, two) = numbers[1].a, (p.weights for p in model.parameters)

    def top(sizes):
        return np.sort(np.argsort(-sizes)[:16]).tolist()

    def units(**options):
        return shown(model, numbers, **options).layout.columns[1].fold.shown.tolist()

    assert units(wide=Wide.ACTIVE) == top(np.abs(a))
    assert units(wide=Wide.WEIGHTY) == top(np.abs(one).sum(axis=0) + np.abs(two).sum(axis=1))
    focus = Focus(model.layers[1].id, 1)
    assert units(wide=Wide.PARTNERS, focus=focus) == top(np.abs(two[:, 1]))
    assert units(wide=Wide.PARTNERS) == [*range(11), *range(35, 40)]
    assert units(wide=Wide.ACTIVE, starts={model.layers[0].id: 20}) == [*range(20, 36)]


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


@pytest.mark.filterwarnings("ignore:invalid value")
def test_nan_stays_in_its_neuron_and_out_of_every_scale():
    model = hand_made().with_parameters(1, weights=[[np.nan, 0.4], [0.2, 0.5], [0.3, 0.6]])
    picture = shown(model, sample_of(model.trace(X), 0))
    assert np.isnan(picture.columns[2].a).tolist() == [True, False]
    assert picture.links[1].edges.largest == 0.6
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
