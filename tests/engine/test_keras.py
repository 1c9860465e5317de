"""Agreement with Keras on the same weights.

keras.json holds numbers produced by Keras 3.15.1 on its PyTorch 2.13.0 backend (CPU) by
``record_keras.py``, which says how: every activation on a grid in float64, and a network of three layers,
weights and all, in float32.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from densegui.engine import Activation, Dense, Model

KERAS = json.loads(Path(__file__).with_name("keras.json").read_text())


@pytest.mark.parametrize("name", KERAS["activations"])
def test_activation(name):
    z, expected = np.array(KERAS["grid"]), np.array(KERAS["activations"][name])
    # Keras computes 1 + erf and x/6 + 1/2, which cancel in the tail: hence the absolute part.
    np.testing.assert_allclose(Activation(name)(z), expected, rtol=1e-14, atol=1e-15)


def test_network():
    network = KERAS["network"]
    layers = [
        Dense(len(bias), activation=name)
        for name, (_, bias) in zip(network["activations"], network["weights"], strict=True)
    ]
    model = Model(layers, input_dim=5)
    for index, (weights, bias) in enumerate(network["weights"]):
        model = model.with_parameters(index, weights=weights, bias=bias)
    assert list(model.parameter_counts) == network["parameters"]
    np.testing.assert_allclose(model.predict(network["x"]), network["outputs"], rtol=2e-6, atol=1e-7)
