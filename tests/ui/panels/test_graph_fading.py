"""Why all outputs are alike: said of small weights alone, with what to try."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QToolButton

from densegui.data import builtin
from densegui.document import edits, example
from densegui.engine import Dense, Model
from densegui.ui.focus import Focus
from densegui.ui.panels.graph_fading import fading_of
from densegui.ui.panels.graph_panel import GraphPanel

X = np.array([[1.0], [3.0]])  # standard deviation 1


def chain(*weights, activation="sigmoid", **last):
    """One neuron a layer; the last has ``activation``."""
    layers = [Dense(1, input_dim=1), *(Dense(1) for _ in weights[1:])][: len(weights)]
    layers[-1] = Dense(1, input_dim=1 if len(weights) == 1 else None, activation=activation, **last)
    model = Model(layers, dtype="float64")
    for index, weight in enumerate(weights):
        model = model.with_parameters(index, weights=[[weight]])
    return model


def said(model, x=X):
    return fading_of(model, model.run(x))


def test_the_example_says_why_and_what_to_try():
    found = said(example(), builtin("iris").x)
    # sigmoid(0) = 0.5; the deviations are those of the panel of distributions.
    assert found.sentence.startswith("Every output is near 0.5: ")
    assert "0.3118 → 0.008031 → " in found.sentence
    assert "standard_normal" in found.detail
    assert (found.layer_ids, found.init) == (tuple(layer.id for layer in example().layers), "glorot_normal")


def test_what_it_offers_keeps_the_signal_alive():
    model, x = example(), builtin("iris").x
    found = said(model, x)
    for layer_id in found.layer_ids:
        model = edits.change(model, layer_id, init=found.init)
    assert said(model, x) is None
    assert np.ptp(model.predict(x)) > 0.1


@pytest.mark.parametrize(
    ("model", "speaks"),
    [
        (chain(0.1, 0.1), True),  # z = x / 100
        (chain(0.1, 0.3), False),  # z varies by 0.03
        (chain(0.01, activation="softmax"), True),
        (chain(0.01, activation="tanh"), False),  # small numbers may be wanted
        (chain(0.01, activation="step"), False),
    ],
)
def test_only_probabilities_that_hardly_differ_are_explained(model, speaks):
    assert (said(model) is not None) is speaks


def test_other_reasons_are_not_blamed_on_the_weights():
    model = chain(0.01)
    assert fading_of(model, None) is None
    assert said(model, X[:1]) is None, "one sample differs from none"
    assert said(chain(0.5), X / 1e4) is None, "the inputs hardly differ themselves"
    dead = Model([Dense(1, input_dim=1, activation="relu"), Dense(1, activation="sigmoid")])
    assert said(dead.with_parameters(0, weights=[[-5.0]])) is None, "dead units"


def test_many_layers_are_summed_up_and_given_weights_are_left_alone():
    found = said(chain(0.5, 0.5, 0.5, 0.5, 0.1))
    assert "std 0.5 → 0.25 → … → 0.00625" in found.sentence
    assert found.layer_ids == ()


def test_the_panel_says_it_while_nothing_is_selected(qtbot):
    panel = GraphPanel()
    qtbot.addWidget(panel)
    panel.resize(690, 330)
    panel.show()
    qtbot.waitExposed(panel)
    model, dataset = example(), builtin("iris")
    panel.show_model(model)
    panel.show_dataset(dataset)
    panel.show_result(model.run(dataset.x), True)
    status, offer = panel.findChild(QLabel, "graphStatus"), panel.findChild(QToolButton, "graphTry")
    qtbot.waitUntil(lambda: "Every output is near 0.5" in status.text())
    assert offer.text() == "Try glorot_normal"
    with qtbot.waitSignal(panel.init_requested) as wish:
        offer.click()
    assert wish.args == [tuple(layer.id for layer in model.layers), "glorot_normal"]
    panel.show_focus(Focus(model.layers[0].id, 2))
    qtbot.waitUntil(offer.isHidden)
    assert "dense_1 neuron 2" in status.text()
    panel.show_focus(Focus())
    panel.show_result(panel._shown.result, False)
    qtbot.waitUntil(lambda: "Neurons: all 19" in status.text())
    assert offer.isHidden()
