"""How Dense layers fit on each other: the input size of a stack, and the ids of its layers."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from densegui.engine.dense import Dense, as_dimension


def input_size(layers: tuple[Dense, ...], given: int | None) -> int:
    """Returns the input size of a stack: the given one, or what the first layer says.

    Raises:
        ValueError: no input size, or sizes that do not fit on each other; both shapes are named.
        TypeError: something that is not a Dense layer.
    """
    for layer in layers:
        if not isinstance(layer, Dense):
            raise TypeError(f"layers must be Dense, got {type(layer).__name__}")
    first = layers[0].input_dim if layers else None
    if given is None and first is None:
        raise ValueError("the first layer needs its input size: Dense(units, input_dim=...)")
    if given is not None and first is not None and given != first:
        raise ValueError(f"input_dim={given} and the first layer's input_dim={first} differ")
    for before, layer in pairwise(layers):
        if layer.input_dim not in (None, before.units):
            raise ValueError(
                f"weights of shape ({layer.input_dim}, {layer.units}) do not fit outputs of shape "
                f"(N, {before.units}): input_dim must be {before.units}, or left out"
            )
    chosen = first if given is None else given
    return as_dimension("input_dim", chosen)


def numbered(layers: tuple[Dense, ...], input_dim: int) -> tuple[Dense, ...]:
    """Gives ids to layers without one, and the input size to the first layer alone.

    Raises:
        ValueError: two layers of one id.
    """
    taken = [layer.id for layer in layers if layer.id is not None]
    if len(set(taken)) < len(taken):
        raise ValueError(f"layer ids must differ, got {taken}")
    free = max(taken, default=0) + 1
    fitted = []
    for index, layer in enumerate(layers):
        layer_id = layer.id
        if layer_id is None:
            layer_id, free = free, free + 1
        wanted = input_dim if index == 0 else None
        same = layer.id == layer_id and layer.input_dim == wanted
        fitted.append(layer if same else replace(layer, id=layer_id, input_dim=wanted))
    return tuple(fitted)


def without_input_dim(layer: Dense) -> Dense:
    """The layer as it is anywhere but at the input; the model says the input size."""
    return layer if getattr(layer, "input_dim", None) is None else replace(layer, input_dim=None)
