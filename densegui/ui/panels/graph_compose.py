"""Puts the neuron graph's picture together from the model, its data, its numbers and the choices."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.ui.focus import INPUT, Focus
from densegui.ui.panels.graph_edges import per_neuron, strongest
from densegui.ui.panels.graph_folding import folds_of
from densegui.ui.panels.graph_layout import Layout, arrange
from densegui.ui.panels.graph_options import Lines, Options
from densegui.ui.panels.graph_picture import ColumnPicture, Link, Numbers, Picture, end_names, scale_of
from densegui.ui.panels.graph_scans import Scans

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Model

    Floats = NDArray[np.floating[Any]]

HEAT_LIMIT: Final = 10_000  # weights beyond which lines between a few neurons say little of a layer


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """All that a picture is made of.

    Attributes:
        model: the network.
        dataset: whose names stand at the ends, or None.
        numbers: values of each column, or None where there are none.
        focus: what is selected; selected neurons are shown in any case.
        options: the choices.
        starts: layer id → first shown neuron of a layer that was paged.
        lit: layer id → neurons to show in any case.
        input_name: header of the input.
    """

    model: Model
    dataset: Dataset | None
    numbers: Sequence[Numbers | None]
    focus: Focus
    options: Options
    starts: Mapping[int, int]
    lit: Mapping[int, Collection[int]]
    input_name: str


def picture_of(contents: Contents, scans: Scans) -> Picture:
    """Touches only parameters that are there or quickly drawn; the others come in the background."""
    model, numbers = contents.model, contents.numbers
    there = scans.weights(model)
    weights = [model.parameters[k].weights if there[k] else None for k in range(len(there))]
    sums = [None if w is None else scans.of(k, w) for k, w in enumerate(weights)]
    ids = [INPUT, *(layer.id or INPUT for layer in model.layers)]
    layout = arrange(
        folds_of(
            model.dims,
            contents.options.wide,
            {column: contents.starts[i] for column, i in enumerate(ids) if i in contents.starts},
            [None if n is None else n.a for n in numbers],
            sums,
            _chosen(ids, contents.focus),
            {column: contents.lit[i] for column, i in enumerate(ids) if i in contents.lit},
        )
    )
    contribution = contents.options.contribution and all(n is not None for n in numbers[:-1])
    factors = [n.a if n is not None and contribution else None for n in numbers]
    columns = _columns(contents, layout, there)
    links = []
    for index, matrix in enumerate(weights):
        links.append(_link(contents, layout, scans, index, matrix, factors[index]))
    sizes = np.abs(np.concatenate([np.zeros(1), *(c.bias for c in columns if c.bias is not None)]))
    scans.keep_first(len(there))
    largest = float(sizes[np.isfinite(sizes)].max())
    upward = contents.options.upward
    return Picture(layout, columns, tuple(links), largest, contribution, scans.is_drawing, upward)


def _chosen(ids: Sequence[int], focus: Focus) -> dict[int, int]:
    """The selected neurons by column."""
    chosen: dict[int, int] = {}
    if focus.layer_id in ids and focus.unit is not None:
        column = ids.index(focus.layer_id)
        chosen[column] = focus.unit
        if focus.source is not None and column:
            chosen[column - 1] = focus.source
    return chosen


def _columns(contents: Contents, layout: Layout, there: Sequence[bool]) -> tuple[ColumnPicture, ...]:
    model, numbers = contents.model, contents.numbers
    values = None if numbers[0] is None else numbers[0].a[layout.columns[0].fold.shown]
    columns = [ColumnPicture(INPUT, contents.input_name, "", (), values, None, None, scale_of(values))]
    columns += [_column(model, k, layout, numbers[k + 1], there[k]) for k in range(len(there))]
    data = contents.dataset
    ends = end_names(
        model, () if data is None else data.feature_names, () if data is None else data.class_names
    )
    for place in {0, len(there)}:
        shown = layout.columns[place].fold.shown
        columns[place] = replace(columns[place], names=tuple(ends[place > 0][k] for k in shown))
    return tuple(columns)


def _column(model: Model, index: int, layout: Layout, numbers: Numbers | None, there: bool) -> ColumnPicture:
    layer = model.layers[index]
    shown = layout.columns[index + 1].fold.shown
    a = None if numbers is None else numbers.a[shown]
    z = None if numbers is None or numbers.z is None else numbers.z[shown]
    bias = model.parameters[index].bias[shown] if there and layer.use_bias else None
    bounds = (abs(layer.activation.function.lower), abs(layer.activation.function.upper))
    scale = max(bounds) if np.isfinite(bounds).all() else scale_of(a)
    return ColumnPicture(layer.id or INPUT, model.names[index], str(layer.activation), (), a, z, bias, scale)


def _link(
    contents: Contents,
    layout: Layout,
    scans: Scans,
    index: int,
    weights: Floats | None,
    factors: Floats | None,
) -> Link:
    count = contents.model.connections[index]
    if weights is None:
        return Link(count, None, False, None, None)
    sources, targets = (layout.columns[k].fold.shown for k in (index, index + 1))
    lines = contents.options.lines
    heat = lines is Lines.HEAT or (lines is Lines.AUTO and count > HEAT_LIMIT)
    keep = contents.options.keep or per_neuron(len(sources), len(targets), len(contents.model.layers))
    chosen = None if factors is None else factors[sources]
    edges = strongest(weights[np.ix_(sources, targets)], chosen, min(keep, len(sources)))
    scan = scans.of(index, weights)
    total = None if scan is None else scan.total
    if scan is not None and factors is not None:
        sizes = np.abs(factors)
        total = float(scan.by_source @ np.where(np.isfinite(sizes), sizes, 0.0))
    if heat and factors is not None:
        scan = scans.of(index, weights, factors)
    return Link(count, edges, heat, scan, total)
