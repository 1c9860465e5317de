"""Where a number stands among all values of its neuron: against NumPy on all rows, and of now alone."""

import math

import numpy as np
import pytest

from densegui.data.dataset import Dataset, Source
from densegui.engine import Dense, Model
from densegui.ui import theme
from densegui.ui.focus import INPUT, Focus, Minibatch, NeuronValues
from densegui.ui.panels.inspector_card import Words
from densegui.ui.panels.inspector_panel import InspectorPanel
from densegui.ui.panels.inspector_plots import Bars
from densegui.ui.panels.inspector_standing import place_text, share_below

X = np.random.default_rng(4).normal(size=(5000, 3))


def data(x, **more):
    return Dataset("some data", np.array(x, float), Source("typed", {}), **more)


def statistics(values):
    """What the engine says of these values, given as data."""
    return Model((), input_dim=1, dtype="float64").run(np.reshape(values, (-1, 1))).inputs


DATA = data(X, feature_names=("length", "width", "height"))
MODEL = Model(
    [Dense(2, input_dim=3, activation="relu"), Dense(3, activation="softmax")], seed=2, dtype="float64"
)
TRACE = MODEL.trace(X)
RESULT = MODEL.run(X)


def values(place, unit, *, model=MODEL, dataset=DATA, of_a=True):
    """All values of one neuron, from a trace of all rows."""
    if place < 0:
        return NeuronValues(model, dataset, INPUT, unit, statistics(X[:, unit]), None)
    layer = TRACE.layers[place]
    a = statistics(layer.a[:, unit]) if of_a else None
    return NeuronValues(model, dataset, place + 1, unit, statistics(layer.z[:, unit]), a)


@pytest.fixture
def panel(qtbot):
    widget = InspectorPanel()
    qtbot.addWidget(widget)
    widget.resize(690, 560)
    widget.show()
    qtbot.waitExposed(widget)
    widget.show_dataset(DATA)
    widget.show_model(MODEL)
    widget.show_result(RESULT, True)
    widget.show_minibatch(Minibatch(MODEL, MODEL.trace(X[:32]), 0))
    return widget


def card(panel):
    return [item.text.replace("\u00a0", " ") for item in panel._neuron.card.items if isinstance(item, Words)]


def plots(panel):
    return [item for item in panel._neuron.card.items if isinstance(item, Bars)]


def agrees(text, share):
    """Whether a text says this share: to a percent, or between two shares where a bin holds too many."""
    said = [float(part.split(" ")[-1]) for part in text.split(" %")[:-1]]
    return min(said) - 1 <= 100 * share <= max(said) + 1


@pytest.mark.parametrize(("place", "unit", "sample"), [(0, 0, 3), (0, 1, 30), (1, 2, 8), (1, 0, 0)])
def test_z_and_a_stand_among_all_values_of_their_neuron(panel, place, unit, sample):
    panel.show_focus(Focus(place + 1, unit, None, sample))
    panel.show_neuron_values(values(place, unit), False)
    layer = TRACE.layers[place]
    for bars, symbol, every in zip(plots(panel), "za", (layer.z[:, unit], layer.a[:, unit]), strict=True):
        value = every[sample]
        assert bars.title == f"{symbol} of this neuron"
        assert bars.mark == pytest.approx(value)
        assert bars.mark_text.startswith(f"{symbol} = ")
        assert bars.counts.sum() == len(X)
        assert (bars.mean, bars.std) == (pytest.approx(every.mean()), pytest.approx(every.std()))
        said = next(text for text in card(panel) if text.startswith(f"{symbol} is "))
        expected = (every == 0).mean() if value == 0 else (every < value).mean()
        assert agrees(said, expected)
        assert said.endswith("of 5,000 values.")


def test_the_words_of_the_mean(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0), False)
    z = TRACE.layers[0].z[:, 0]
    distance = (z[3] - z.mean()) / z.std()
    side = "above" if distance > 0 else "below"
    said = f"● Mean {z.mean():.4g}, std {z.std():.4g}; z lies {abs(distance):.2g} std {side}."
    assert said.replace("-", "−") in card(panel)


def test_where_a_is_z_one_plot_says_both(panel):
    model = Model([Dense(1, input_dim=3)], seed=2, dtype="float64")
    trace = model.trace(X)
    panel.show_model(model)
    panel.show_result(model.run(X), True)
    panel.show_minibatch(Minibatch(model, trace, 0))
    panel.show_focus(Focus(1, 0, None, 5))
    panel.show_neuron_values(NeuronValues(model, DATA, 1, 0, statistics(trace.layers[0].z), None), False)
    assert [bars.title for bars in plots(panel)] == ["z = a of this neuron"]


def test_a_feature_stands_among_its_own_values(panel):
    panel.show_focus(Focus(INPUT, 1, None, 9))
    panel.show_neuron_values(values(-1, 1), False)
    assert [bars.title for bars in plots(panel)] == ["x of this feature"]
    said = next(text for text in card(panel) if text.startswith("x is larger"))
    assert agrees(said, (X[:, 1] < X[9, 1]).mean())


def test_bars_of_a_have_the_colour_of_their_activation(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0), False)
    assert plots(panel)[1].color == theme.family_curve("relu").name()
    assert panel.grab().width() == 690


def test_the_place_is_copied_with_the_text(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0), False)
    assert next(text for text in card(panel) if text.startswith("z is larger")) in panel.text()


# What is not of now


def test_values_of_another_neuron_are_not_shown(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0), False)
    panel.show_focus(Focus(1, 1, None, 3))
    assert plots(panel) == []
    panel.show_neuron_values(values(0, 0), True)
    assert plots(panel) == []
    assert card(panel)[-1] == "Counting the values of this neuron in all samples…"
    panel.show_neuron_values(values(0, 1), False)
    assert plots(panel)[0].mark == pytest.approx(TRACE.layers[0].z[3, 1])
    assert not any("Counting" in text for text in card(panel))


def test_the_values_of_the_same_neuron_stay_unmarked_while_others_are_counted(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0, model=MODEL.with_seed(9)), True)
    assert [bars.mark for bars in plots(panel)] == [None, None]
    assert {bars.color for bars in plots(panel)} == {"histogram"}
    assert card(panel)[-1].startswith("Counting")
    assert not any(text.startswith("z is") for text in card(panel))


def test_a_feature_says_that_it_is_being_counted(panel):
    panel.show_focus(Focus(INPUT, 1, None, 3))
    panel.show_neuron_values(None, True)
    assert card(panel)[-1] == "Counting the values of this feature in all samples…"


def test_after_an_edit_the_place_is_out_of_date(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0), False)
    panel.show_result(RESULT, False)
    assert [bars.mark for bars in plots(panel)] == [None, None]
    assert card(panel)[-1] == "Out of date: press Run forward (F5)"


def test_values_of_other_data_are_not_shown(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_neuron_values(values(0, 0, dataset=data(X)), False)
    assert plots(panel) == []


def test_without_a_run_it_says_what_to_do(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.show_result(None, False)
    assert card(panel)[-1] == "Press Run forward (F5) to see its place among the values of all samples."


def test_it_says_when_it_is_seen(panel, qtbot):
    told = []
    panel.values_wanted.connect(told.append)
    panel.hide()
    panel.show()
    assert told == [False, True]


def test_held_it_waits_for_all_that_comes(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    panel.hold(True)
    panel.show_neuron_values(values(0, 0), False)
    panel.show_result(RESULT, True)
    assert plots(panel) == []
    panel.hold(False)
    assert len(plots(panel)) == 2


# Shares from a histogram


@pytest.mark.parametrize(
    "every", [X[:, 0], np.round(X[:, 1], 1), np.abs(X[:, 2]), X[:40, 0], 1e-30 * X[:, 0]]
)
def test_a_share_lies_between_what_the_bins_allow(every):
    histogram = statistics(every).histogram
    for value in every[:40]:
        low, about, high = share_below(histogram, float(value))
        assert low - 1e-12 <= (every < value).mean() <= high + 1e-12
        assert low <= about <= high


def test_a_number_alone_in_its_bin_has_an_exact_share():
    every = np.array([-4.0, -1.0, 0.5, 3.0])
    for rank, value in enumerate(every):
        assert share_below(statistics(every).histogram, value) == (rank / 4,) * 3
    assert place_text("z", 0.5, statistics(every)) == "z is larger than 50\u00a0% of 4 values."


def test_beyond_the_ends_no_value_or_all_are_smaller():
    histogram = statistics([1.0, 2.0]).histogram
    assert share_below(histogram, -9.0) == (0, 0, 0)
    assert share_below(histogram, 9.0) == (1, 1, 1)
    assert share_below(histogram, math.nan) is None
    assert share_below(statistics([math.nan]).histogram, 1.0) is None


@pytest.mark.parametrize(
    ("every", "value", "said"),
    [
        ([1.0, 2.0, 3.0], 3.0, "No sample has a larger z."),
        ([1.0, 2.0, 3.0], 1.0, "No sample has a smaller z."),
        ([0.0, 0.0, 0.0, 3.0], 0.0, "z is 0, as are 75\u00a0% of 4 values."),
        ([2.5, 2.5], 2.5, "All 2 values are 2.5."),
        ([2.5], 2.5, "There is no other value to compare with."),
        ([math.nan, math.inf], math.nan, ""),
    ],
)
def test_ends_zeros_and_constants_are_called_so(every, value, said):
    assert place_text("z", value, statistics(every)) == said


def test_what_is_no_number_is_left_out_and_that_is_said(panel):
    panel.show_focus(Focus(1, 0, None, 3))
    wrong = statistics([1.0, math.nan, math.inf, 2.0])
    panel.show_neuron_values(NeuronValues(MODEL, DATA, 1, 0, wrong, None), False)
    assert card(panel)[-1] == "Left out: 2 NaN or infinite."
