"""Which blocks a change is about, so that undo and redo can show what they did."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from densegui.engine import Dense, Model


def touched(before: Model, after: Model, chosen: Collection[int] = ()) -> tuple[int, ...]:
    """Returns ids of the blocks of ``after`` that the way from ``before`` is about, from the input on.

    Args:
        before: the stack as it was.
        after: the stack as it is.
        chosen: ids of the blocks that are selected. Where two blocks change places, either may have moved;
            then it is the chosen one.

    Returns:
        Blocks that came or changed; else those that moved; else the neighbour of those that went. None where
        the change is about no block, such as one of the seed, or about all of several.
    """
    old = {layer.id: _loose(layer) for layer in before.layers}
    changed = tuple(
        layer.id
        for layer in after.layers
        if layer.id is not None
        and (
            old.get(layer.id) != _loose(layer) or before.given.get(layer.id) is not after.given.get(layer.id)
        )
    )
    if changed:
        return changed if len(changed) < len(after.layers) or len(changed) == 1 else ()
    was, now = _ids(before), _ids(after)
    if len(now) < len(was):
        place = next(place for place, layer_id in enumerate(was) if layer_id not in now)
        return now[min(place, len(now) - 1) :][:1] if now else ()
    return _moved(was, now, chosen)


def _loose(layer: Dense) -> Dense:
    """The layer wherever it stands: the first one of a stack carries the input size."""
    return layer if layer.input_dim is None else replace(layer, input_dim=None)


def _ids(model: Model) -> tuple[int, ...]:
    return tuple(layer.id for layer in model.layers if layer.id is not None)


def _moved(was: tuple[int, ...], now: tuple[int, ...], chosen: Collection[int]) -> tuple[int, ...]:
    """The blocks that moved: of two neighbouring runs that changed places the chosen, or the shorter one."""
    places = [place for place in range(len(now)) if was[place] != now[place]]
    if not places:
        return ()
    first, last = places[0], places[-1] + 1
    turn = was.index(now[first]) - first
    up, down = was[first : first + turn], was[first + turn : last]
    if down + up != now[first:last]:  # several runs moved at once
        return tuple(layer_id for layer_id in now[first:last] if layer_id in chosen) or now[first:last]
    for run in (up, down):
        if set(run) == set(chosen):
            return run
    return min(up, down, key=len)
