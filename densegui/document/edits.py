"""Edits: named, pure functions from one model to the next.

An edit keeps every parameter that still fits and leaves the old model as it was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from densegui.engine import Dense, Model, Parameters

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def insert(model: Model, index: int, block: Dense) -> Model:
    """Puts a new block before the one at ``index`` (the number of layers puts it on top).

    The block gets an id of its own; whatever input size it carries gives way to the place it is put at.
    """
    layers = list(model.layers)
    layers.insert(_gap(model, index), replace(block, id=None, input_dim=None))
    return _stacked(model, layers)


def insert_many(
    model: Model, index: int, blocks: Sequence[Dense], given: Sequence[Parameters | None] = ()
) -> Model:
    """Puts several new blocks into one gap, the first of them nearest to the input.

    Args:
        model: the stack.
        index: the gap.
        blocks: what to put there; each gets an id of its own.
        given: for each block its given parameters or None; those that do not fit at their place are dropped.
    """
    place = _gap(model, index)
    fresh = [replace(block, id=None, input_dim=None) for block in blocks]
    grown = _stacked(model, [*model.layers[:place], *fresh, *model.layers[place:]])
    known = {place + offset: value for offset, value in enumerate(given) if value is not None}
    return grown.with_given(known) if known else grown


def duplicate(model: Model, layer_id: int, index: int | None = None) -> Model:
    """Puts a copy of a block into a gap, by default right after the block itself."""
    return duplicate_many(model, [layer_id], model.index_of(layer_id) + 1 if index is None else index)


def duplicate_many(model: Model, layer_ids: Collection[int], index: int) -> Model:
    """Puts copies of blocks into one gap, in their order in the stack; given parameters come along."""
    places = places_of(model, layer_ids)
    copies = [replace(model.layers[place], name=None) for place in places]
    given = [model.parameters[place] if model.is_given(place) else None for place in places]
    return insert_many(model, index, copies, given)


def move(model: Model, layer_id: int, index: int) -> Model:
    """Moves a block into the gap before the block that stands at ``index`` now."""
    return move_many(model, [layer_id], index)


def move_many(model: Model, layer_ids: Collection[int], index: int) -> Model:
    """Moves blocks together into one gap, counted before the move; they keep their order."""
    target = _gap(model, index)
    places = set(places_of(model, layer_ids))
    moved = [model.layers[place] for place in sorted(places)]
    before = [layer for place, layer in enumerate(model.layers) if place < target and place not in places]
    after = [layer for place, layer in enumerate(model.layers) if place >= target and place not in places]
    return _stacked(model, [*before, *moved, *after])


def remove(model: Model, layer_ids: Collection[int]) -> Model:
    """Takes blocks out of the stack.

    Raises:
        KeyError: an id that is not in the model.
    """
    gone = set(places_of(model, layer_ids))
    return _stacked(model, [layer for place, layer in enumerate(model.layers) if place not in gone])


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


def redraw(model: Model, layer_ids: Collection[int]) -> Model:
    """Draws the parameters of blocks anew; given ones give way."""
    places = places_of(model, layer_ids)
    layers = list(model.layers)
    for place in places:
        layers[place] = replace(layers[place], redraw=layers[place].redraw + 1)
    return thaw(_stacked(model, layers), layer_ids)


def freeze(model: Model, layer_ids: Collection[int]) -> Model:
    """Makes the parameters that blocks have now given ones, which no other seed or init redraws."""
    drawn = [place for place in places_of(model, layer_ids) if not model.is_given(place)]
    return model.with_given({place: model.parameters[place] for place in drawn}) if drawn else model


def thaw(model: Model, layer_ids: Collection[int]) -> Model:
    """Lets blocks draw their parameters from the seed again."""
    return model.without_parameters(*places_of(model, layer_ids))


def lost(before: Model, after: Model) -> tuple[str, ...]:
    """Names of the blocks that stay in the stack, but whose given parameters do not."""
    left = {layer.id: place for place, layer in enumerate(after.layers)}
    names = after.names
    return tuple(
        names[left[layer_id]]
        for layer_id in before.given
        if layer_id in left and not after.is_given(left[layer_id])
    )


def set_input_dim(model: Model, input_dim: int) -> Model:
    """Sets the number of features the stack takes in."""
    return model.with_input_dim(input_dim)


def set_seed(model: Model, seed: int) -> Model:
    """Draws every drawn parameter from another seed."""
    return model.with_seed(seed)


def places_of(model: Model, layer_ids: Collection[int]) -> list[int]:
    """Returns where blocks stand, from the input on.

    Raises:
        KeyError: an id that is not in the model.
    """
    places = {layer.id: place for place, layer in enumerate(model.layers)}
    return sorted({places[layer_id] for layer_id in layer_ids})


def _gap(model: Model, index: int) -> int:
    if not 0 <= index <= len(model.layers):
        raise IndexError(f"gap {index} does not exist; the stack has {len(model.layers)} blocks")
    return index


def _stacked(model: Model, layers: Sequence[Dense]) -> Model:
    """The model with these layers, whichever of them comes first now."""
    loose = [layer if layer.input_dim is None else replace(layer, input_dim=None) for layer in layers]
    return model.with_layers(loose, input_dim=model.input_dim)
