"""From one selection in the neuron graph to the next: by click, arrow key, Tab and page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.ui.panels.graph_heat import Cell
from densegui.ui.panels.graph_layout import Edge, Fold, Neuron
from densegui.ui.panels.graph_picture import Picture

if TYPE_CHECKING:
    from densegui.engine import Model
    from densegui.ui.focus import Focus


def picked(model: Model, picture: Picture, target: Neuron | Edge | Cell | None) -> dict[str, Any]:
    """What of a focus changes where this is clicked; of a heat map's cell the weight of largest size."""
    if target is None:
        return {"unit": None, "source": None}
    if isinstance(target, Neuron):
        layer_id = picture.columns[target.column].layer_id
        return {"layer_id": layer_id, "unit": picture.unit(target), "source": None}
    layer_id = picture.columns[target.column + 1].layer_id
    if isinstance(target, Edge):
        source = picture.unit(Neuron(target.column, target.source))
        unit = picture.unit(Neuron(target.column + 1, target.target))
        return {"layer_id": layer_id, "unit": unit, "source": source}
    (top, bottom), (left, right) = target.sources, target.targets
    sizes = np.abs(model.parameters[target.column].weights[top:bottom, left:right])
    row, column = divmod(int(np.argmax(np.nan_to_num(sizes, nan=np.inf))), right - left)
    return {"layer_id": layer_id, "unit": left + column, "source": top + row}


def stepped(picture: Picture, focus: Focus, columns: int, rows: int) -> Neuron:
    """The neuron that an arrow key selects; the first key selects the first one of the selected layer."""
    now = picture.neuron_of(focus.layer_id, focus.unit)
    if now is None:
        return Neuron(picture.column_of(focus.layer_id) or 0, 0)
    column = min(max(now.column + columns, 0), len(picture.columns) - 1)
    last = len(picture.layout.columns[column].v) - 1
    return Neuron(column, min(max(now.row + rows, 0), last))


def cycled(picture: Picture, focus: Focus, step: int) -> dict[str, Any] | None:
    """What of a focus changes with Tab: the next edge into the selected neuron; None beyond the last."""
    neuron, edge = picture.focused(focus)
    if neuron is None or neuron.column == 0 or picture.links[neuron.column - 1].edges is None:
        return None
    before = picture.layout.columns[neuron.column - 1].fold.shown
    row = (-1 if edge is None else edge.source) + step
    if row == -1 and edge is not None:
        return {"source": None}
    return {"source": int(before[row])} if 0 <= row < len(before) else None


def beyond(fold: Fold, gap: int) -> int:
    """Whether an ellipsis leads to a later page, 1, or an earlier one, −1."""
    slot = fold.gaps[gap].slot
    return -1 if slot == 0 else 1
