"""A Dense block as values that JSON knows, and back; project files and the clipboard write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from densegui.engine import Activation, Dense, Initializer


def to_json(layer: Dense) -> dict[str, Any]:
    """Returns everything about a block but its input size, which the stack says."""
    return {
        "id": layer.id,
        "name": layer.name,
        "units": layer.units,
        "activation": _call_to_json(layer.activation),
        "init": _call_to_json(layer.init),
        "use_bias": layer.use_bias,
        "bias_init": _call_to_json(layer.bias_init),
        "redraw": layer.redraw,
    }


def from_json(entry: Mapping[str, Any]) -> Dense:
    """Returns the block that ``to_json`` wrote; older files say nothing of ``redraw``.

    Raises:
        KeyError, TypeError, ValueError: what is there was not written by ``to_json``.
    """
    layer_id = entry["id"]
    if isinstance(layer_id, bool) or not isinstance(layer_id, int) or layer_id < 0:
        raise ValueError(f"a layer's id must be a whole number of 0 or more, got {layer_id!r}")
    return Dense(
        entry["units"],
        id=layer_id,
        name=entry["name"],
        activation=Activation(**entry["activation"]),
        init=Initializer(**entry["init"]),
        use_bias=bool(entry["use_bias"]),
        bias_init=Initializer(**entry["bias_init"]),
        redraw=entry.get("redraw", 0),
    )


def _call_to_json(value: Activation | Initializer) -> dict[str, Any]:
    return {"name": value.name, **dict(value.parameters)}
