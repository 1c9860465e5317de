"""From what is selected to the cells that are marked, and from a cell back to what it selects."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from densegui.ui.focus import INPUT, MEAN_OF_SAMPLES

if TYPE_CHECKING:
    from densegui.ui.focus import Focus, Minibatch
    from densegui.ui.panels.matrices_product import Axis, Cell, Product


def marked(product: Product, minibatch: Minibatch, focus: Focus) -> dict[Axis, int]:
    """The sample, the unit and the input that are selected and among these matrices."""
    places: dict[Axis, int] = {}
    row = minibatch.row_of(focus.sample)
    if row is not None and focus.sample != MEAN_OF_SAMPLES:
        places["sample"] = row
    unit, source = focus.unit, focus.source
    if unit is None:
        return places
    if focus.layer_id == INPUT and not product.source and unit < product.inputs:
        places["input"] = unit
    elif focus.layer_id == product.layer.id and unit < product.units:
        places["unit"] = unit
        if source is not None and source < product.inputs:
            places["input"] = source
    return places


def focus_on(product: Product, minibatch: Minibatch, focus: Focus, cell: Cell) -> Focus:
    """The focus that a cell asks for: a sample, a neuron, both of them, or an edge."""
    places = product.places(cell)
    if "sample" in places:
        focus = replace(focus, sample=minibatch.first + places["sample"])
    if "unit" in places:
        focus = replace(focus, layer_id=product.layer.id, unit=places["unit"], source=places.get("input"))
    return focus


def neighbour(first: int, count: int, rows: int, by: int) -> int | None:
    """A row of the minibatch before (−1) or after (1) one, the first if that is known; None for none.

    Args:
        first: row of the data that is row 0 of the minibatch.
        count: rows of the minibatch.
        rows: rows of the data.
        by: −1 or 1.
    """
    if by > 0:
        wanted = first + count
    else:
        is_last = first + count == rows  # and may be shorter than the others
        wanted = first - 1 if is_last else first - count
    return wanted if 0 <= wanted < rows else None
