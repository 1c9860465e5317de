"""The table of a model's layers, as Keras prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from densegui.engine.model import Model


def summary(model: Model) -> str:
    """Returns a table like Keras' ``model.summary()``: shapes, connections, parameters."""
    rows = [("Layer", "Activation", "Output shape", "Connections", "Parameters")]
    counts = zip(model.names, model.layers, model.connections, model.parameter_counts, strict=True)
    for name, layer, connections, parameters in counts:
        rows.append(
            (name, str(layer.activation), f"(N, {layer.units})", f"{connections:,}", f"{parameters:,}")
        )
    rows.append(("Total", "", "", f"{sum(model.connections):,}", f"{sum(model.parameter_counts):,}"))
    widths = [max(len(row[k]) for row in rows) for k in range(5)]
    lines = [
        "  ".join(
            cell.ljust(w) if k < 3 else cell.rjust(w)
            for k, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    rule = "─" * len(lines[0])
    return "\n".join(
        [f"Input  (N, {model.input_dim})", lines[0].rstrip(), rule, *lines[1:-1], rule, lines[-1]]
    )
