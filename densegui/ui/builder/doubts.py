"""What of a layer's setting is doubtful, and what repairs it: one table of rules, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from densegui.engine import Activation, Dense


@dataclass(frozen=True, slots=True)
class Situation:
    """A layer in its place.

    Attributes:
        layer: the layer.
        is_last: whether its outputs are the model's.
        classes: number of classes that the data know; 0 where they know none.
    """

    layer: Dense
    is_last: bool
    classes: int

    @property
    def tells_classes(self) -> bool:
        """Whether this layer says which class a sample belongs to."""
        return self.is_last and self.classes > 1


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful setting.

    Attributes:
        rule: name of the rule in ``RULES``.
        field: field of the layer that the repair changes.
        value: its new value.
        classes: number of classes that the data know.
    """

    rule: str
    field: str
    value: int | Activation
    classes: int


@dataclass(frozen=True, slots=True)
class Rule:
    """When a setting is doubtful, and the repair.

    Attributes:
        holds: whether the setting is doubtful.
        field: field of the layer that the repair changes.
        value: its new value.
    """

    holds: Callable[[Situation], bool]
    field: str
    value: Callable[[Situation], int | Activation]


def _softmax_of_one(at: Situation) -> bool:
    """Softmax over a single unit is 1, whatever comes in."""
    return at.layer.activation.name == "softmax" and at.layer.units == 1


def _linear_hidden(at: Situation) -> bool:
    """A linear layer and the layer after it amount to one layer: x·W₁·W₂ = x·(W₁·W₂)."""
    return at.layer.activation.name == "linear" and not at.is_last


def _units_for_classes(at: Situation) -> bool:
    """K classes need k units; one sigmoid tells one class from all others, however many they are."""
    tells_one = at.layer.units == 1 and at.layer.activation.name == "sigmoid"
    fitting = {at.classes, 1} if at.classes == 2 else {at.classes}
    return at.tells_classes and not tells_one and at.layer.units not in fitting


def _relu_for_classes(at: Situation) -> bool:
    """ReLU has no upper end, so its outputs are no probabilities; first the units have to fit."""
    return at.layer.activation.name == "relu" and at.tells_classes and not _units_for_classes(at)


def _probabilities(at: Situation) -> Activation:
    return Activation("sigmoid" if at.layer.units == 1 else "softmax")


RULES: Final[dict[str, Rule]] = {
    "softmax of one unit": Rule(_softmax_of_one, "activation", lambda _at: Activation("sigmoid")),
    "linear hidden layer": Rule(_linear_hidden, "activation", lambda _at: Activation("relu")),
    "units for classes": Rule(_units_for_classes, "units", lambda at: at.classes),
    "relu for classes": Rule(_relu_for_classes, "activation", _probabilities),
}


@lru_cache(maxsize=1024)  # all layers of a tall stack: each edit asks about every one of them
def doubts(layer: Dense, is_last: bool, classes: int) -> tuple[Doubt, ...]:
    """Returns what is doubtful about a layer in its place, in the order of the table."""
    at = Situation(layer, is_last, classes)
    return tuple(
        Doubt(name, rule.field, rule.value(at), classes) for name, rule in RULES.items() if rule.holds(at)
    )
