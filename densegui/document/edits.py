"""Edits: named, pure functions from one model to the next.

An edit keeps every parameter that still fits and leaves the old model as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from densegui.engine import Dense, Model

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def insert(model: Model, index: int, block: Dense) -> Model:
    """Puts a new block before the one at ``index`` (the number of layers puts it on top).

    The block gets an id of its own; whatever input size it carries gives way to the place it is put at.
    """
    layers = list(model.layers)
    layers.insert(_gap(model, index), replace(block, id=None, input_dim=None))
    return _stacked(model, layers)


def duplicate(model: Model, layer_id: int, index: int | None = None) -> Model:
    """Puts a copy of a block into a gap, by default right after the block itself."""
    place = model.index_of(layer_id)
    copy = replace(model.layers[place], name=None)
    return insert(model, place + 1 if index is None else index, copy)


def move(model: Model, layer_id: int, index: int) -> Model:
    """Moves a block into the gap before the block that stands at ``index`` now."""
    place = model.index_of(layer_id)
    target = _gap(model, index)
    layers = list(model.layers)
    block = layers.pop(place)
    layers.insert(target - (target > place), block)
    return _stacked(model, layers)


def remove(model: Model, layer_ids: Collection[int]) -> Model:
    """Takes blocks out of the stack.

    Raises:
        KeyError: an id that is not in the model.
    """
    for layer_id in layer_ids:
        model.index_of(layer_id)
    return _stacked(model, [layer for layer in model.layers if layer.id not in layer_ids])


def change(model: Model, layer_id: int, **fields: Any) -> Model:
    """Changes fields of one block, such as ``units=16`` or ``activation="tanh"``."""
    place = model.index_of(layer_id)
    layers = list(model.layers)
    layers[place] = replace(layers[place], **fields)
    return _stacked(model, layers)


def set_parameters(
    model: Model, layer_id: int, *, weights: ArrayLike | None = None, bias: ArrayLike | None = None
) -> Model:
    """Gives one block its weights (n_in, n_out), its bias (n_out,), or both."""
    return model.with_parameters(model.index_of(layer_id), weights=weights, bias=bias)


def draw_parameters(model: Model, layer_id: int) -> Model:
    """Takes given parameters of one block back: they are drawn from the seed again."""
    return model.without_parameters(model.index_of(layer_id))


def set_input_dim(model: Model, input_dim: int) -> Model:
    """Sets the number of features the stack takes in."""
    return model.with_input_dim(input_dim)


def set_seed(model: Model, seed: int) -> Model:
    """Draws every drawn parameter from another seed."""
    return model.with_seed(seed)


def _gap(model: Model, index: int) -> int:
    if not 0 <= index <= len(model.layers):
        raise IndexError(f"gap {index} does not exist; the stack has {len(model.layers)} blocks")
    return index


def _stacked(model: Model, layers: Sequence[Dense]) -> Model:
    """The model with these layers, whichever of them comes first now."""
    loose = [layer if layer.input_dim is None else replace(layer, input_dim=None) for layer in layers]
    return model.with_layers(loose, input_dim=model.input_dim)
