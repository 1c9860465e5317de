"""Activation and Initializer: one entry of a table, with its parameters, as a frozen value."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.engine.activation_function import ActivationFunction
from densegui.engine.activations import ACTIVATIONS
from densegui.engine.activations import ALIASES as ACTIVATION_ALIASES
from densegui.engine.initializers import ALIASES as INITIALIZER_ALIASES
from densegui.engine.initializers import INITIALIZERS, InitializerKind

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from densegui.engine.activation_function import Step, Take

    Floats = NDArray[np.floating[Any]]
    Parameters = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, init=False)
class Activation:
    """An activation function with its parameters, such as ``Activation("leaky_relu", alpha=0.2)``.

    Calling it gives g(z) for an array of any shape; softmax works along the last axis.

    Attributes:
        name: a key of ``ACTIVATIONS``.
        parameters: all parameters with their values, in the table's order.

    Raises:
        ValueError: unknown name or parameter, or a parameter that is not finite.
        TypeError: a name that is not a string, a parameter that is not a number.
    """

    name: str
    parameters: Parameters

    def __init__(self, name: str, **parameters: float) -> None:
        known = _known("activation", name, ACTIVATIONS, ACTIVATION_ALIASES)
        object.__setattr__(self, "name", known)
        defaults = ACTIVATIONS[known].parameters
        object.__setattr__(self, "parameters", _merged("activation", known, defaults, parameters))

    @property
    def function(self) -> ActivationFunction:
        """The row of the table."""
        return ACTIVATIONS[self.name]

    def curve(self, x: float) -> float:
        """g(x) for one number, without NumPy; see ``ActivationFunction.curve``."""
        return self.function.curve(x, **dict(self.parameters))

    def steps(self, z: Floats, out: Floats, take: Take) -> tuple[Step, ...]:
        """The calls that write g(z) to ``out``, bound to these arrays; see ``ActivationFunction.kernel``."""
        return self.function.kernel(z, out, take, **dict(self.parameters))

    def apply(self, z: Floats, out: Floats) -> None:
        """Writes g(z) to ``out``, which may be ``z`` itself; same shape, same float dtype.

        Infinities that the formula gives (``exponential``) appear without a warning.
        """
        rows = z.reshape(1) if z.ndim == 0 else z
        target = out.reshape(1) if out.ndim == 0 else out
        if not z.size:
            return
        with np.errstate(all="ignore"):
            for step in self.steps(rows, target, lambda: np.empty_like(rows, order="C", subok=False)):
                step()

    def __call__(self, z: ArrayLike) -> Floats:
        """Returns g(z) as a new float array; integers and booleans become float64.

        Raises:
            TypeError: values that are not real numbers.
        """
        array = np.asarray(z)
        if array.dtype.kind in "iub":
            array = array.astype(np.float64)
        if array.dtype.kind != "f":
            raise TypeError(f"z must be an array of real numbers, got dtype {array.dtype}")
        array = np.asarray(array, array.dtype.newbyteorder("="))
        out = np.empty(array.shape, array.dtype)
        self.apply(array, out)
        return out

    def __str__(self) -> str:
        """The name, with all its parameters: libraries differ in what they take for granted."""
        return _text(self.name, self.parameters)


@dataclass(frozen=True, slots=True, init=False)
class Initializer:
    """An initialiser with its parameters, such as ``Initializer("uniform", minval=-1, maxval=1)``.

    Attributes:
        name: a key of ``INITIALIZERS``.
        parameters: all parameters with their values, in the table's order.

    Raises:
        ValueError: unknown name or parameter, or a parameter that is not finite or out of its range.
        TypeError: a name that is not a string, a parameter that is not a number.
    """

    name: str
    parameters: Parameters

    def __init__(self, name: str, **parameters: float) -> None:
        known = _known("init", name, INITIALIZERS, INITIALIZER_ALIASES)
        object.__setattr__(self, "name", known)
        merged = _merged("init", known, INITIALIZERS[known].parameters, parameters)
        fault = INITIALIZERS[known].fault(**dict(merged))
        if fault:
            raise ValueError(f"init {known!r}: {fault}")
        object.__setattr__(self, "parameters", merged)

    @property
    def kind(self) -> InitializerKind:
        """The row of the table."""
        return INITIALIZERS[self.name]

    def draw(self, rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[np.float64]:
        """Returns a new float64 array of ``shape``."""
        return self.kind.draw(rng, shape, **dict(self.parameters))

    def __str__(self) -> str:
        """The name, with the parameters that are not the default's."""
        usual = self.kind.parameters
        return _text(self.name, tuple((k, v) for k, v in self.parameters if v != usual[k]))


def _known(what: str, name: str, table: Mapping[str, Any], aliases: Mapping[str, str]) -> str:
    """Returns the table's name for ``name``."""
    if not isinstance(name, str):
        raise TypeError(f"{what} must be a name or an object made from one, got {type(name).__name__}")
    known = aliases.get(name, name)
    if known not in table:
        raise ValueError(f"{what} {name!r} is unknown; choose one of {', '.join(table)}")
    return known


def _merged(what: str, name: str, defaults: Mapping[str, float], given: Mapping[str, float]) -> Parameters:
    """Returns all parameters of a table entry: the given ones over the defaults."""
    for key, value in given.items():
        if key not in defaults:
            fits = ", ".join(defaults) or "none"
            raise ValueError(f"{what} {name!r} has no parameter {key!r}; its parameters: {fits}")
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"{what} {name!r}: {key} must be a number, got {value!r}")
        if not math.isfinite(value):
            raise ValueError(f"{what} {name!r}: {key} must be finite, got {value!r}")
    return tuple((key, float(given.get(key, default))) for key, default in defaults.items())


def _text(name: str, parameters: Parameters) -> str:
    said = ", ".join(f"{key}={value:g}" for key, value in parameters)
    return f"{name}({said})" if said else name
