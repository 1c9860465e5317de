"""What importing the engine asks for: no Qt, and numpy only when it is first used."""

import subprocess
import sys

import pytest

README = """
import sys
sys.modules["PySide6"] = None
import numpy as np
from densegui.engine import Activation, Dense, Model, run
x = np.random.default_rng(0).normal(size=(10, 4))
model = Model([Dense(8, input_dim=4, init="uniform", activation="relu"),
               Dense(6, init="uniform", activation="relu"),
               Dense(1, init="uniform", activation="sigmoid")], seed=0)
assert model.predict(x).shape == (10, 1)
assert model.trace(x).layers[0].weights.shape == (4, 8)
model = model.with_parameters(0, weights=np.ones((4, 8)), bias=np.zeros(8))
result = model.run(x, batch_size=256)
assert result.layers[0].a.histogram.counts.sum() == 80
assert result.outputs.shape == (10, 1)
assert "101" in model.summary()
assert Activation("leaky_relu", alpha=0.2)(np.array([-1.0])) == -0.2
assert "PySide6.QtCore" not in sys.modules
"""

DEFERRED = """
import sys
from types import ModuleType

class Deferred(ModuleType):
    def __getattribute__(self, name):
        if name.startswith("__"):
            return super().__getattribute__(name)
        raise AssertionError(f"numpy.{name} is needed to import the engine or to describe a model")

sys.modules["numpy"] = Deferred("numpy")
from densegui.engine import ACTIVATIONS, Dense, Model
model = Model([Dense(8, input_dim=4, activation="relu"), Dense(1)])
assert model.parameter_counts == (40, 9)
assert "Dense(8" in repr(model)
assert "49" in model.summary()
assert model == model.with_layers(model.layers)
assert all(isinstance(row.curve(0.5, **row.parameters), float) for row in ACTIVATIONS.values())
"""


@pytest.mark.parametrize("script", [README, DEFERRED], ids=["without Qt", "before numpy"])
def test_in_a_process_of_its_own(script):
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
