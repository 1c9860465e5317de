"""What a run reports: progress on the way, and the result at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.engine.model import Model
    from densegui.engine.statistics import LayerStatistics

    Floats = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, in rows."""

    done: int
    total: int


@dataclass(frozen=True, slots=True, eq=False)
class LayerResult:
    """Statistics of one layer over all rows: before (z) and after (a) the activation."""

    z: LayerStatistics
    a: LayerStatistics


@dataclass(frozen=True, slots=True)
class NonFinite:
    """Where the first NaN or infinity arises.

    Attributes:
        layer: the place of the layer, or None for x.
        kind: ``"x"``, or ``"z"`` or ``"a"`` of the layer.
        sample: the first row that has one there.
        unit: its first unit (feature, for x) that is not finite.
        value: NaN or ±infinity.
        cause: ``"data"``: x has it; ``"weights"``: the weights or the bias of the unit have it;
            ``"product"``: x·W + b is larger than the dtype can hold; ``"activation"``: only g(z) has it.
    """

    layer: int | None
    kind: Literal["x", "z", "a"]
    sample: int
    unit: int
    value: float
    cause: Literal["data", "weights", "product", "activation"]


@dataclass(frozen=True, slots=True, eq=False)
class RunResult:
    """What a run says.

    Attributes:
        model: the model that was run, its parameters drawn.
        inputs: statistics of x.
        layers: statistics of each layer.
        outputs: (N, n_last), read-only; a memory map if they were written to a file.
        rows: N.
        batch_size: rows in a minibatch.
        minibatches: number of minibatches.
        seconds: wall time of the run.
        first_non_finite: where the first NaN or infinity arises, None if there is none.
    """

    model: Model
    inputs: LayerStatistics
    layers: tuple[LayerResult, ...]
    outputs: Floats
    rows: int
    batch_size: int
    minibatches: int
    seconds: float
    first_non_finite: NonFinite | None = None
