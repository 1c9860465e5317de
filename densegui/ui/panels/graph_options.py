"""What a person chose for the neuron graph: its direction, its lines, and what wide layers show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final


class Wide(Enum):
    """Which neurons of a wide layer are shown."""

    ENDS = "ends"
    ACTIVE = "active"
    WEIGHTY = "weighty"
    PARTNERS = "partners"


class Lines(Enum):
    """How the weights of a layer are shown."""

    AUTO = "auto"
    LINES = "lines"
    HEAT = "heat"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of the view menu.

    Attributes:
        upward: the input at the bottom, as the bricks stand; otherwise at the left.
        contribution: lines show w·x; otherwise w.
        keep: strongest lines into each neuron; 0 for as many as a person can tell apart.
        wide: which neurons a folded layer shows.
        lines: lines, a heat map, or whichever can be read.
    """

    upward: bool = False
    contribution: bool = False
    keep: int = 0
    wide: Wide = Wide.ENDS
    lines: Lines = Lines.AUTO

    @staticmethod
    def read(words: Mapping[str, str]) -> Options:
        """The choices that ``words`` writes down; what it does not know is as at first."""
        found = {
            field: value
            for field, values in CHOICES.items()
            for value in values
            if words.get(field) == word(value)
        }
        return Options(**found)

    def words(self) -> dict[str, str]:
        """Field → word for what is chosen, to be kept."""
        return {field: word(getattr(self, field)) for field in CHOICES}


CHOICES: Final[Mapping[str, tuple[Any, ...]]] = {
    "upward": (False, True),
    "contribution": (False, True),
    "wide": tuple(Wide),
    "lines": tuple(Lines),
    "keep": (0, 1, 2, 3, 5, 8, 16),
}


def word(value: bool | int | Enum) -> str:
    """What one choice is called where it is kept, and in the names of the actions."""
    return str(value.value) if isinstance(value, Enum) else str(value).lower()
