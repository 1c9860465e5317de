"""The numbers behind the neuron graph, row by row, for a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from densegui.ui.panels.graph_picture import Numbers, Picture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.engine import Model

HEADER = ("kind", "layer", "unit", "from", "z", "a", "bias", "weight", "contribution")


def rows_of(model: Model, picture: Picture, numbers: Sequence[Numbers | None]) -> Iterator[Sequence[object]]:
    """First the header; then every neuron; then every line, and every weight of a heat map."""
    yield HEADER
    for column, place in enumerate(picture.layout.columns):
        yield from _neurons(model, picture, column, place.fold.size, numbers[column])
    for index, link in enumerate(picture.links):
        edges, name = link.edges, picture.columns[index + 1].name
        if edges is None:
            continue
        values = numbers[index]
        weights = model.parameters[index].weights
        if link.heat:
            pairs: Iterator[tuple[int, int]] = (
                (i, j) for j in range(weights.shape[1]) for i in range(weights.shape[0])
            )
        else:
            before, after = (picture.layout.columns[k].fold.shown for k in (index, index + 1))
            pairs = zip(before[edges.source].tolist(), after[edges.target].tolist(), strict=True)
        for source, target in pairs:
            w = weights[source, target]
            flow = "" if values is None else _exact(w * values.a[source])
            yield ("edge", name, target, source, "", "", "", _exact(w), flow)


def _neurons(
    model: Model, picture: Picture, column: int, units: int, numbers: Numbers | None
) -> Iterator[Sequence[object]]:
    name, bias = picture.columns[column].name, None
    if column and picture.columns[column].bias is not None:
        bias = model.parameters[column - 1].bias
    for unit in range(units):
        a = "" if numbers is None else _exact(numbers.a[unit])
        yield ("neuron", name, unit, "", _of(numbers and numbers.z, unit), a, _of(bias, unit), "", "")


def _of(values: NDArray[Any] | None, unit: int) -> object:
    return "" if values is None else _exact(values[unit])


def _exact(value: np.floating[Any]) -> float:
    """Every digit that distinguishes the value in its own dtype."""
    return float(str(value))
