"""Dense: the frozen description of one fully connected layer, in Keras' terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from densegui.engine.choices import Activation, Initializer

MAX_UNITS: Final = 1_000_000


def as_dimension(what: str, value: object) -> int:
    """Returns ``value`` as a whole number from 1 to ``MAX_UNITS``.

    Raises:
        TypeError: not a whole number.
        ValueError: out of range.
    """
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise TypeError(f"{what} must be a whole number, got {value!r}")
    number = int(value.__index__())
    if not 1 <= number <= MAX_UNITS:
        raise ValueError(f"{what} must be from 1 to {MAX_UNITS:,}, got {number:,}")
    return number


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Dense:
    """One layer: z = x·W + b, a = g(z).

    Attributes:
        units: number of outputs, n_out.
        input_dim: number of inputs, n_in; only the first layer of a model carries it.
        init: how W, of shape (n_in, n_out), is drawn.
        activation: g.
        use_bias: whether b is added; without it b is zero and counts no parameter.
        bias_init: how b, of shape (n_out,), is drawn.
        name: what the user calls it; None is numbered by the model ("dense_2").
        id: identity within a model; it decides the layer's random stream and survives every edit.
        redraw: how often its parameters were drawn anew; each number is another random stream.

    Raises:
        ValueError: a value out of range, an unknown activation or initialiser.
        TypeError: an argument of the wrong kind.
    """

    units: int
    input_dim: int | None
    init: Initializer
    activation: Activation
    use_bias: bool
    bias_init: Initializer
    name: str | None
    id: int | None
    redraw: int

    def __init__(
        self,
        units: int,
        input_dim: int | None = None,
        init: str | Initializer = "glorot_uniform",
        activation: str | Activation = "linear",
        *,
        use_bias: bool = True,
        bias_init: str | Initializer = "zeros",
        name: str | None = None,
        id: int | None = None,  # noqa: A002 - the attribute's name
        redraw: int = 0,
    ) -> None:
        if type(redraw) is not int:
            raise TypeError(f"redraw must be a whole number, got {redraw!r}")
        if redraw < 0:
            raise ValueError(f"redraw must be 0 or more, got {redraw}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"name must be text, got {name!r}")
        values = {
            "units": as_dimension("units", units),
            "input_dim": None if input_dim is None else as_dimension("input_dim", input_dim),
            "init": init if isinstance(init, Initializer) else Initializer(init),
            "activation": activation if isinstance(activation, Activation) else Activation(activation),
            "use_bias": bool(use_bias),
            "bias_init": bias_init if isinstance(bias_init, Initializer) else Initializer(bias_init),
            "name": name or None,
            "id": id,
            "redraw": redraw,
        }
        for key, value in values.items():
            object.__setattr__(self, key, value)

    def __hash__(self) -> int:
        # These tell layers apart well enough; to hash initialisers and activations takes far longer.
        return hash((self.units, self.name, self.id, self.redraw))

    def connections(self, n_in: int) -> int:
        """Number of weights: n_in·n_out."""
        return n_in * self.units

    def parameter_count(self, n_in: int) -> int:
        """Number of weights and biases: n_in·n_out + n_out."""
        return n_in * self.units + (self.units if self.use_bias else 0)

    def __repr__(self) -> str:
        """The call that makes it, as Keras lessons write it."""
        parts = [str(self.units)]
        if self.input_dim is not None:
            parts.append(f"input_dim={self.input_dim}")
        parts.append(f"init={_literal(self.init)}")
        parts.append(f"activation={_literal(self.activation)}")
        if not self.use_bias:
            parts.append("use_bias=False")
        if self.bias_init != Initializer("zeros"):
            parts.append(f"bias_init={_literal(self.bias_init)}")
        if self.name:
            parts.append(f"name={self.name!r}")
        if self.redraw:
            parts.append(f"redraw={self.redraw}")
        return f"Dense({', '.join(parts)})"


def _literal(value: Initializer | Activation) -> str:
    """A name in quotes where the defaults hold, else the call."""
    if value == type(value)(value.name):
        return repr(value.name)
    arguments = ", ".join(f"{k}={v!r}" for k, v in value.parameters)
    return f"{type(value).__name__}({value.name!r}, {arguments})"
