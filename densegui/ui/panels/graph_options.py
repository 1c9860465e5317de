"""What a person chose for the neuron graph: its direction, its lines, and what wide layers show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
