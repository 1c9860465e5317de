"""What the neuron graph shows: names, numbers and edges of the shown neurons, as one frozen value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from densegui.ui.focus import MEAN_OF_SAMPLES
from densegui.ui.panels.graph_edges import Edges
from densegui.ui.panels.graph_layout import Edge, Layout, Neuron
from densegui.ui.panels.graph_scan import Scan

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Model, RunResult, Trace
    from densegui.ui.focus import Focus, Minibatch

    Floats = NDArray[np.floating[Any]]


class Numbers(NamedTuple):
    """One column's values a (units,) and, behind an activation, z (units,)."""

    a: Floats
    z: Floats | None


@dataclass(frozen=True, slots=True, eq=False)
class ColumnPicture:
    """One column; the arrays have one entry for each shown neuron.

    Attributes:
        layer_id: of its layer; ``INPUT`` for the input.
        name: header.
        activation: what stands beneath it; empty for the input.
        names: what each shown neuron is called at the ends of the graph; empty in between.
        a: values, or None before a run.
        z: values before the activation, or None.
        bias: or None where there is none, or where it is not drawn yet.
        scale: the |a| that gives the full colour.
    """

    layer_id: int
    name: str
    activation: str
    names: tuple[str, ...]
    a: Floats | None
    z: Floats | None
    bias: Floats | None
    scale: float


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """What stands between two columns.

    Attributes:
        count: weights of the layer.
        edges: between the shown neurons; None while the weights are not there.
        heat: whether all weights are shown as a heat map instead of the strongest as lines.
        scan: of what is shown, the weights or the contributions; None while it is not known.
        total: Σ|w| or Σ|w·x| of the whole layer; None while it is not known.
    """

    count: int
    edges: Edges | None
    heat: bool
    scan: Scan | None
    total: float | None


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """All that is drawn.

    Attributes:
        layout: where.
        columns: input first.
        links: between each column and the next.
        largest_bias: largest finite |b| of the shown neurons.
        contribution: whether lines and heat maps show w·x; otherwise w.
        is_drawing: whether missing weights are on their way.
        upward: whether it runs from bottom to top.
    """

    layout: Layout
    columns: tuple[ColumnPicture, ...]
    links: tuple[Link, ...]
    largest_bias: float
    contribution: bool
    is_drawing: bool
    upward: bool

    @property
    def has_values(self) -> bool:
        """Whether any neuron has a value."""
        return any(column.a is not None for column in self.columns)

    @property
    def weights_missing(self) -> bool:
        """Whether some weights are not drawn from the seed yet."""
        return any(link.edges is None for link in self.links)

    @property
    def neurons(self) -> tuple[int, int]:
        """Shown neurons, all neurons."""
        folds = [column.fold for column in self.layout.columns]
        return sum(len(f.shown) for f in folds), sum(f.size for f in folds)

    @property
    def as_lines(self) -> list[tuple[Link, Edges]]:
        """The links that are shown as lines."""
        return [(link, link.edges) for link in self.links if link.edges is not None and not link.heat]

    @property
    def share(self) -> float | None:
        """Share of Σ|w|, or Σ|w·x|, that the lines carry, 0 to 1; None while it is not known."""
        drawn = total = 0.0
        for link, edges in self.as_lines:
            if link.total is None:
                return None
            drawn, total = drawn + edges.drawn_total, total + link.total
        return min(drawn / total, 1.0) if total else 1.0

    def column_of(self, layer_id: int | None) -> int | None:
        """The column of a layer; None for one that is not there."""
        ids = [column.layer_id for column in self.columns]
        return ids.index(layer_id) if layer_id is not None and layer_id in ids else None

    def neuron_of(self, layer_id: int | None, unit: int | None) -> Neuron | None:
        """Where a neuron is shown; None for one that is not."""
        column = self.column_of(layer_id)
        if column is None or unit is None:
            return None
        row = self.layout.columns[column].fold.row_of(unit)
        return None if row is None else Neuron(column, row)

    def edge_of(self, layer_id: int | None, source: int | None, unit: int | None) -> Edge | None:
        """Where an edge into a neuron of a layer is shown; None for one that is not."""
        target = self.neuron_of(layer_id, unit)
        if target is None or source is None or target.column == 0:
            return None
        row = self.layout.columns[target.column - 1].fold.row_of(source)
        there = row is not None and self.links[target.column - 1].edges is not None
        return Edge(target.column - 1, row, target.row) if row is not None and there else None

    def unit(self, neuron: Neuron) -> int:
        """The number of a shown neuron in its layer."""
        return int(self.layout.columns[neuron.column].fold.shown[neuron.row])

    def focused(self, focus: Focus) -> tuple[Neuron | None, Edge | None]:
        """The neuron and the edge that a focus names, as far as they are shown."""
        return (
            self.neuron_of(focus.layer_id, focus.unit),
            self.edge_of(focus.layer_id, focus.source, focus.unit),
        )


def values_of(
    model: Model, result: RunResult | None, minibatch: Minibatch | None, sample: int
) -> list[Numbers | None]:
    """The numbers of each column, of a sample or means, as far as there are any.

    Means are those of the run; before the first, those of the rows at hand.

    Args:
        model: what is shown.
        result: a run that is not out of date, or None.
        minibatch: rows of this model that may have the sample, or None.
        sample: row of the data, or ``MEAN_OF_SAMPLES``.
    """
    if sample == MEAN_OF_SAMPLES and result is not None:
        return means_of(model, result)
    if minibatch is not None:
        row = minibatch.row_of(sample)
        if sample == MEAN_OF_SAMPLES:
            return list(minibatch_means(minibatch.trace))
        if row is not None:
            return list(sample_of(minibatch.trace, row))
    return [None] * len(model.dims)


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


def minibatch_means(trace: Trace) -> list[Numbers | None]:
    """Mean of each neuron over the rows of a trace: the nearest to a run while there is none."""
    with np.errstate(all="ignore"):
        columns: list[Numbers | None] = [Numbers(trace.x.mean(axis=0), None)]
        columns += [Numbers(layer.a.mean(axis=0), layer.z.mean(axis=0)) for layer in trace.layers]
    return columns


def sample_of(trace: Trace, row: int) -> list[Numbers | None]:
    """One row of a trace of the model that is shown."""
    return [Numbers(trace.x[row], None), *(Numbers(layer.a[row], layer.z[row]) for layer in trace.layers)]


def scale_of(values: Floats | None) -> float:
    """The largest finite size; 1 where there is none."""
    if values is None:
        return 1.0
    sizes = np.abs(values)
    return float(sizes[np.isfinite(sizes)].max(initial=0.0)) or 1.0


def end_names(
    model: Model, features: Sequence[str], classes: Sequence[str]
) -> tuple[Sequence[str], Sequence[str]]:
    """Features at the input and classes at the output; their numbers where they have no names."""
    inputs: Sequence[str] = [f"x[{k}]" for k in range(model.input_dim)]
    outputs: Sequence[str] = [f"y[{k}]" for k in range(model.output_dim)] if model.output_dim > 1 else ["y"]
    if len(features) == model.input_dim:
        inputs = features
    if len(classes) == model.output_dim > 1:
        outputs = classes
    return inputs, outputs
