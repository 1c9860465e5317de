"""What the neuron graph shows: names, numbers and edges of the shown neurons, as one frozen value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from densegui.ui.panels.graph_edges import Edges, Magnitudes, per_neuron, strongest
from densegui.ui.panels.graph_layout import Layout, arrange

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Model, RunResult, Trace

    Floats = NDArray[np.floating[Any]]

DRAW_LIMIT: Final = 200_000  # weights drawn from the seed on the UI thread without a pause one feels


class Numbers(NamedTuple):
    """One column's values a (units,) and, behind an activation, z (units,)."""

    a: Floats
    z: Floats | None


@dataclass(frozen=True, slots=True, eq=False)
class ColumnPicture:
    """One column; the arrays have one entry for each shown neuron.

    Attributes:
        layer_id: None for the input.
        name: header.
        activation: what stands beneath it; empty for the input.
        names: what each shown neuron is called at the ends of the graph; empty in between.
        a: values, or None before a run.
        z: values before the activation, or None.
        bias: or None where there is none, or where it is not drawn yet.
        scale: the |a| that gives the full colour.
    """

    layer_id: int | None
    name: str
    activation: str
    names: tuple[str, ...]
    a: Floats | None
    z: Floats | None
    bias: Floats | None
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """All that is drawn.

    Attributes:
        layout: where.
        columns: input first.
        edges: between each column and the next; None while the weights are not drawn.
        largest_bias: largest finite |b| of the shown neurons.
    """

    layout: Layout
    columns: tuple[ColumnPicture, ...]
    edges: tuple[Edges | None, ...]
    largest_bias: float

    @property
    def has_values(self) -> bool:
        """Whether any neuron has a value."""
        return any(column.a is not None for column in self.columns)

    @property
    def weights_missing(self) -> bool:
        """Whether some weights are not drawn from the seed yet."""
        return any(edges is None for edges in self.edges)

    @property
    def neurons(self) -> tuple[int, int]:
        """Shown neurons, all neurons."""
        folds = [column.fold for column in self.layout.columns]
        return sum(len(f.shown) for f in folds), sum(f.size for f in folds)

    @property
    def weights(self) -> tuple[int, int]:
        """Drawn edges, all weights, of the layers whose weights are there."""
        there = [edges for edges in self.edges if edges is not None]
        return sum(len(e.weight) for e in there), sum(e.count for e in there)

    @property
    def pairs(self) -> int:
        """Weights between shown neurons, drawn as edges or not."""
        return sum(edges.matrix.size for edges in self.edges if edges is not None)

    @property
    def share(self) -> float:
        """Share of Σ|w| that the drawn edges carry, 0 to 1; 1 where all weights are zero."""
        there = [edges for edges in self.edges if edges is not None]
        total = sum(e.total for e in there)
        return sum(e.drawn_total for e in there) / total if total else 1.0


def means_of(model: Model, result: RunResult) -> list[Numbers | None]:
    """Mean of each neuron over a run, for the columns whose layer was part of it."""
    places = {layer.id: index for index, layer in enumerate(result.model.layers)}
    columns: list[Numbers | None] = [
        Numbers(result.inputs.unit_mean, None) if result.model.input_dim == model.input_dim else None
    ]
    for layer in model.layers:
        index = places.get(layer.id)
        fits = index is not None and result.model.layers[index].units == layer.units
        if index is None or not fits:
            columns.append(None)
            continue
        of = result.layers[index]
        columns.append(Numbers(of.a.unit_mean, of.z.unit_mean))
    return columns


def sample_of(model: Model, trace: Trace) -> list[Numbers | None]:
    """The first sample of a trace; columns that do not fit the model stay empty."""
    rows = [Numbers(trace.x[0], None), *(Numbers(layer.a[0], layer.z[0]) for layer in trace.layers)]
    rows += [Numbers(np.empty(0), None)] * (len(model.dims) - len(rows))
    return [n if len(n.a) == units else None for n, units in zip(rows, model.dims, strict=False)]


def picture_of(
    model: Model,
    dataset: Dataset | None,
    numbers: Sequence[Numbers | None],
    totals: Magnitudes,
    *,
    input_name: str,
) -> Picture:
    """Puts together what is shown of a model; touches only parameters that are there or quickly drawn."""
    layout = arrange(model.dims)
    drawable = sum(model.connections) <= DRAW_LIMIT
    there = [drawable or model.is_drawn(index) for index in range(len(model.layers))]
    ends = _end_names(model, dataset)
    columns = [_input_column(layout, input_name, numbers[0])]
    columns += [
        _column(model, index, layout, numbers[index + 1], there[index]) for index in range(len(there))
    ]
    for place in {0, len(there)}:
        shown = layout.columns[place].fold.shown
        columns[place] = replace(columns[place], names=tuple(ends[place > 0][k] for k in shown))
    edges = tuple(
        _edges(model, index, layout, totals) if there[index] else None for index in range(len(there))
    )
    sizes = np.abs(np.concatenate([np.zeros(1), *(c.bias for c in columns if c.bias is not None)]))
    totals.keep_first(len(there))
    return Picture(layout, tuple(columns), edges, float(sizes[np.isfinite(sizes)].max()))


def _input_column(layout: Layout, name: str, numbers: Numbers | None) -> ColumnPicture:
    values = None if numbers is None else numbers.a[layout.columns[0].fold.shown]
    return ColumnPicture(None, name, "", (), values, None, None, _scale(values))


def _column(model: Model, index: int, layout: Layout, numbers: Numbers | None, there: bool) -> ColumnPicture:
    layer = model.layers[index]
    shown = layout.columns[index + 1].fold.shown
    a = None if numbers is None else numbers.a[shown]
    z = None if numbers is None or numbers.z is None else numbers.z[shown]
    bias = model.parameters[index].bias[shown] if there and layer.use_bias else None
    bounds = (abs(layer.activation.function.lower), abs(layer.activation.function.upper))
    scale = max(bounds) if np.isfinite(bounds).all() else _scale(a)
    return ColumnPicture(layer.id, model.names[index], str(layer.activation), (), a, z, bias, scale)


def _scale(values: Floats | None) -> float:
    """The largest finite size; 1 where there is none."""
    if values is None:
        return 1.0
    sizes = np.abs(values)
    return float(sizes[np.isfinite(sizes)].max(initial=0.0)) or 1.0


def _edges(model: Model, index: int, layout: Layout, totals: Magnitudes) -> Edges:
    weights = model.parameters[index].weights
    sources, targets = (layout.columns[k].fold.shown for k in (index, index + 1))
    keep = per_neuron(len(sources), len(targets), len(model.layers))
    return strongest(weights, sources, targets, keep, totals.of(index, weights))


def _end_names(model: Model, dataset: Dataset | None) -> tuple[Sequence[str], Sequence[str]]:
    """Features at the input and classes at the output; their numbers where they have no names."""
    inputs: Sequence[str] = [f"x[{k}]" for k in range(model.input_dim)]
    outputs: Sequence[str] = [f"y[{k}]" for k in range(model.output_dim)] if model.output_dim > 1 else ["y"]
    if dataset is not None and len(dataset.feature_names) == model.input_dim:
        inputs = dataset.feature_names
    if dataset is not None and len(dataset.class_names) == model.output_dim > 1:
        outputs = dataset.class_names
    return inputs, outputs
