"""The mathematics: Dense layers, models and their forward pass, on NumPy alone."""

from typing import TYPE_CHECKING

from densegui.exports import exports

if TYPE_CHECKING:
    from densegui.engine.activations import ACTIVATIONS
    from densegui.engine.choices import Activation, Initializer
    from densegui.engine.dense import Dense
    from densegui.engine.forward import Trace
    from densegui.engine.initializers import INITIALIZERS
    from densegui.engine.model import Model
    from densegui.engine.parameters import Parameters
    from densegui.engine.results import NonFinite, Progress, RunResult
    from densegui.engine.streaming import run

__all__ = [
    "ACTIVATIONS",
    "INITIALIZERS",
    "Activation",
    "Dense",
    "Initializer",
    "Model",
    "NonFinite",
    "Parameters",
    "Progress",
    "RunResult",
    "Trace",
    "run",
]

if not TYPE_CHECKING:
    __dir__ = __all__.copy
    __getattr__ = exports(
        __name__,
        {
            "ACTIVATIONS": "activations",
            "INITIALIZERS": "initializers",
            "Activation": "choices",
            "Dense": "dense",
            "Initializer": "choices",
            "Model": "model",
            "NonFinite": "results",
            "Parameters": "parameters",
            "Progress": "results",
            "RunResult": "results",
            "Trace": "forward",
            "run": "streaming",
        },
    )
