"""Focus: what a person looks at, the same in every panel; the rows around its sample, its neuron's values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.engine import Model, Trace
    from densegui.engine.statistics import LayerStatistics

MEAN_OF_SAMPLES: Final = -1
DRAWN_SAMPLE: Final = -2
INPUT: Final = 0


@dataclass(frozen=True, slots=True)
class Focus:
    """What is looked at; every panel shows it, and asks for another by a whole new one.

    Attributes:
        layer_id: id of the selected layer, ``INPUT`` for the input, None when none is selected.
        unit: the selected neuron of that layer (a feature, for the input), or None.
        source: a neuron of the layer before: with ``unit`` it names the edge between the two; or None.
        sample: row of the data, ``DRAWN_SAMPLE`` for one that a person draws, or ``MEAN_OF_SAMPLES`` where no
            single one is chosen.
    """

    layer_id: int | None = None
    unit: int | None = None
    source: int | None = None
    sample: int = MEAN_OF_SAMPLES


@dataclass(frozen=True, slots=True, eq=False)
class Minibatch:
    """Every number of a few neighbouring rows: what panels show of single samples.

    Attributes:
        model: the model that these are the numbers of; panels compare it with theirs by identity.
        trace: x, z, a, weights and bias of every layer, (rows, units) each.
        first: the row of the data that is row 0 of the trace; ``DRAWN_SAMPLE`` where that is no row of them.
    """

    model: Model
    trace: Trace
    first: int

    def row_of(self, sample: int) -> int | None:
        """The row of the trace that is this sample; the first for the mean; None if it is not among them."""
        row = 0 if sample == MEAN_OF_SAMPLES else sample - self.first
        return row if 0 <= row < len(self.trace.x) else None


@dataclass(frozen=True, slots=True, eq=False)
class NeuronValues:
    """How the values of one neuron are distributed over all rows of the data.

    Attributes:
        model: the model that they are of; panels compare it with theirs by identity.
        dataset: the data, likewise.
        layer_id: the neuron's layer; ``INPUT`` where it is a feature.
        unit: the neuron in that layer.
        z: its values before the activation; of a feature, its values.
        a: those after; None where they are no others (linear), or where softmax is not the last layer.
    """

    model: Model
    dataset: Dataset
    layer_id: int
    unit: int
    z: LayerStatistics
    a: LayerStatistics | None
