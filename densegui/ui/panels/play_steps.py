"""The forward pass of one sample as a sequence of steps: layers, neurons, or single multiply-and-adds.

The step at an index is found by arithmetic, so that a network of millions of weights has no list of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, overload

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Model, Trace

    Floats = NDArray[np.floating[Any]]

MOST_MARKED: Final = 2048
AT_INPUT: Final = -1

Neurons = frozenset[tuple[int, int]]
Edges = frozenset[tuple[int, int, int]]


class Level(Enum):
    """How fine the steps are."""

    LAYER = "layer"
    NEURON = "neuron"
    TERM = "term"


class Kind(Enum):
    """What a step does."""

    INPUT = "input"
    LAYER = "layer"
    NEURON = "neuron"
    TERM = "term"
    BIAS = "bias"
    ACTIVATION = "activation"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the pass.

    Attributes:
        kind: what it does.
        place: the place of its layer in the model; ``AT_INPUT`` for the input.
        unit: the neuron, or None where it is of all neurons of the layer.
        source: of a ``TERM``, the neuron of the layer before (or feature) that is multiplied.
    """

    kind: Kind
    place: int
    unit: int | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class LayerPlan:
    """What the steps of a layer follow from.

    Attributes:
        n_in: terms of each neuron.
        units: neurons.
        biased: whether a bias is added.
        rowwise: whether each output depends on the sums of all neurons (softmax): then all sums come
            first, and the activations after them.
    """

    n_in: int
    units: int
    biased: bool
    rowwise: bool


def plans_of(model: Model) -> tuple[LayerPlan, ...]:
    """What the steps of a model follow from; equal for models that have the same steps."""
    return tuple(
        LayerPlan(n_in, layer.units, layer.use_bias, layer.activation.function.rowwise)
        for n_in, layer in zip(model.dims, model.layers, strict=False)
    )


class Steps(Sequence[Step]):
    """All steps at one level, from the input (index 0) to the last output."""

    def __init__(self, plans: Sequence[LayerPlan], level: Level) -> None:
        self.plans = tuple(plans)
        self.level = level
        starts = [1]
        for plan in self.plans:
            starts.append(starts[-1] + self._count(plan))
        self._starts = starts

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Step: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Step]: ...
    def __getitem__(self, index: int | slice) -> Step | Sequence[Step]:
        if isinstance(index, slice):
            return [self[k] for k in range(*index.indices(len(self)))]
        size = len(self)
        if not -size <= index < size:
            raise IndexError(f"step {index} does not exist; there are {size}")
        index %= size
        if index == 0:
            return Step(Kind.INPUT, AT_INPUT)
        place = next(k for k in range(len(self.plans)) if index < self._starts[k + 1])
        return self._step(place, index - self._starts[place])

    def index_of(self, step: Step) -> int:
        """The index of a step, also of one of another level: of the step that contains it, or begins it.

        A step that does not exist (its layer or neuron is gone) gives the nearest before it.
        """
        if step.place < 0 or not self.plans:
            return 0
        if step.place >= len(self.plans):
            return len(self) - 1
        plan = self.plans[step.place]
        start = self._starts[step.place]
        if self.level is Level.LAYER:
            return start
        unit = min(step.unit or 0, plan.units - 1)
        return start + self._offset(plan, replace(step, unit=unit))

    def _count(self, plan: LayerPlan) -> int:
        if self.level is Level.LAYER:
            return 1
        return plan.units * (self._sums(plan) + (self.level is Level.TERM or plan.rowwise))

    def _sums(self, plan: LayerPlan) -> int:
        """Steps of one neuron before its activation."""
        return 1 if self.level is Level.NEURON else plan.n_in + plan.biased

    def _step(self, place: int, offset: int) -> Step:
        plan = self.plans[place]
        if self.level is Level.LAYER:
            return Step(Kind.LAYER, place)
        sums = self._sums(plan)
        if plan.rowwise and offset >= plan.units * sums:
            return Step(Kind.ACTIVATION, place, offset - plan.units * sums)
        unit, part = divmod(offset, sums + (self.level is Level.TERM and not plan.rowwise))
        if self.level is Level.NEURON:
            return Step(Kind.NEURON, place, unit)
        if part < plan.n_in:
            return Step(Kind.TERM, place, unit, part)
        return Step(Kind.BIAS if part < sums else Kind.ACTIVATION, place, unit)

    def _offset(self, plan: LayerPlan, step: Step) -> int:
        """Where a step of this layer, or what contains or begins it, stands within the layer."""
        unit, sums = step.unit or 0, self._sums(plan)
        if plan.rowwise and step.kind is Kind.ACTIVATION:
            return plan.units * sums + unit
        first = unit * (sums + (self.level is Level.TERM and not plan.rowwise))
        if self.level is Level.NEURON:
            return first
        if step.kind is Kind.TERM:
            return first + min(step.source or 0, plan.n_in - 1)
        if step.kind is Kind.BIAS:
            return first + sums - 1
        return first + (sums if step.kind is Kind.ACTIVATION else 0)


def moved(step: Step, before: Model | None, after: Model) -> Step:
    """The same step where its layer may stand at another place."""
    if before is None or not 0 <= step.place < len(before.layers):
        return step
    layer_id = before.layers[step.place].id
    place = next((k for k, layer in enumerate(after.layers) if layer.id == layer_id), step.place)
    return replace(step, place=place)


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """The numbers of one step, for one sample.

    Attributes:
        inputs: of the layer, (n_in,); of the input itself, x.
        weights: of the neuron (n_in,), or of the layer (n_in, units).
        before: the sum before the step: 0 at the first term; z at the activation.
        after: the sum after it; a at the activation and for a whole neuron.
        bias: of the neuron.
        z: of the layer, (units,).
        a: of the layer, (units,).
    """

    inputs: Floats
    weights: Floats
    before: float
    after: float
    bias: float
    z: Floats
    a: Floats


def numbers_of(trace: Trace, row: int, step: Step) -> Numbers:
    """The numbers that a step works with, for a row of a trace; of the order of n_in operations."""
    if step.place < 0:
        x, none = trace.x[row], np.empty(0)
        return Numbers(x, none, 0.0, 0.0, 0.0, x, x)
    layer = trace.layers[step.place]
    inputs = trace.x[row] if step.place == 0 else trace.layers[step.place - 1].a[row]
    z, a = layer.z[row], layer.a[row]
    if step.unit is None:
        return Numbers(inputs, layer.weights, 0.0, 0.0, 0.0, z, a)
    unit = step.unit
    weights = layer.weights[:, unit]
    before, after = _sums_around(inputs, weights, step, float(z[unit]), float(a[unit]))
    return Numbers(inputs, weights, before, after, float(layer.bias[unit]), z, a)


def _sums_around(inputs: Floats, weights: Floats, step: Step, z: float, a: float) -> tuple[float, float]:
    """The sum before and after a step."""
    match step.kind:
        case Kind.TERM:
            assert step.source is not None
            with np.errstate(all="ignore"):  # infinities of the data are shown, not warned of
                terms = inputs[: step.source + 1].astype(np.float64) * weights[: step.source + 1]
                return float(terms[:-1].sum()), float(terms.sum())
        case Kind.BIAS:
            with np.errstate(all="ignore"):
                return float(inputs.astype(np.float64) @ weights.astype(np.float64)), z
        case Kind.ACTIVATION:
            return z, a
        case _:
            return 0.0, a


def marked(model: Model, step: Step) -> tuple[Neurons, Edges]:
    """The neurons (layer id, unit) and edges (layer id, source, unit) that a step is about.

    Of many, the first and the last, as a folded column shows them; the edges of a whole layer only where
    they are few enough to be told apart.
    """
    if step.place < 0:
        return frozenset((0, unit) for unit in _ends(model.input_dim)), frozenset()
    layer = model.layers[step.place]
    assert layer.id is not None
    n_in = model.dims[step.place]
    if step.unit is None:
        units, sources = _ends(layer.units), range(n_in)
        few = layer.units * n_in <= MOST_MARKED
        pairs = frozenset((layer.id, s, u) for u in units for s in sources) if few else frozenset()
        return frozenset((layer.id, unit) for unit in units), pairs
    neuron = (layer.id, step.unit)
    if step.kind is Kind.NEURON:
        return frozenset({neuron}), frozenset((layer.id, s, step.unit) for s in _ends(n_in))
    if step.source is None:
        return frozenset({neuron}), frozenset()
    before = 0 if step.place == 0 else model.layers[step.place - 1].id or 0
    edge = (layer.id, step.source, step.unit)
    return frozenset({neuron, (before, step.source)}), frozenset({edge})


def _ends(count: int) -> Sequence[int]:
    half = MOST_MARKED // 2
    return range(count) if count <= MOST_MARKED else [*range(half), *range(count - half, count)]
