"""The mathematics: Dense layers, models and their forward pass, on NumPy alone."""

from densegui.engine.activations import ACTIVATIONS, Activation
from densegui.engine.dense import Dense
from densegui.engine.forward import Progress, RunResult, Trace, run
from densegui.engine.initializers import INITIALIZERS, Initializer
from densegui.engine.model import Model, Parameters

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "Activation",
    "Dense",
    "Initializer",
    "Model",
    "Parameters",
    "Progress",
    "RunResult",
    "Trace",
    "run",
]
