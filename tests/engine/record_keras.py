"""Writes keras.json: numbers produced by Keras that test_keras.py compares the engine with.

Not part of the test run. In an environment of its own:

    pip install torch==2.13.0 keras==3.15.1 numpy
    KERAS_BACKEND=torch python tests/engine/record_keras.py
"""

import json
from pathlib import Path

import keras
import numpy as np

NAMES = """
linear relu sigmoid tanh softmax leaky_relu elu selu gelu silu softplus softsign hard_sigmoid exponential
"""
GRID = [-30.0, -12.5, -6.0, -3.0, -2.9, -1.0, -0.5, -1e-3, 0.0, 1e-3, 0.25, 1.0, 2.0, 3.0, 3.1, 7.5, 20.0]


def activations():
    keras.backend.set_floatx("float64")
    grid = np.array(GRID)
    return {name: np.asarray(getattr(keras.activations, name)(grid)).tolist() for name in NAMES.split()}


def network():
    keras.backend.set_floatx("float32")
    keras.utils.set_random_seed(7)
    sizes, names = (7, 6, 3), ("relu", "gelu", "softmax")
    layers = [
        keras.layers.Dense(units, activation=name, bias_initializer="normal")
        for units, name in zip(sizes, names, strict=True)
    ]
    model = keras.Sequential([keras.Input((5,)), *layers])
    x = np.random.default_rng(1).normal(size=(6, 5)).astype(np.float32)
    weights = [[w.tolist() for w in layer.get_weights()] for layer in layers]
    return {
        "activations": names,
        "weights": weights,
        "x": x.tolist(),
        "outputs": model.predict(x, verbose=0).tolist(),
        "parameters": [layer.count_params() for layer in layers],
    }


if __name__ == "__main__":
    numbers = {
        "keras": keras.__version__,
        "backend": keras.backend.backend(),
        "grid": GRID,
        "activations": activations(),
        "network": network(),
    }
    Path(__file__).with_name("keras.json").write_text(json.dumps(numbers, indent=None) + "\n")
