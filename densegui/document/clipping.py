"""Clipping: blocks with their given parameters as bytes, for the clipboard between windows of the program."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from densegui.document import edits, layer_json
from densegui.engine import Dense, Model, Parameters

FORMAT: Final = 1
MOST_NUMBERS: Final = 250_000
_MOST_BLOCKS: Final = 1_000
_LONGEST: Final = 8_000_000
_DTYPES: Final = ("float32", "float64")


@dataclass(frozen=True, slots=True)
class Clip:
    """Blocks that were copied.

    Attributes:
        layers: from the input on, without input sizes.
        given: for each block its given parameters, or None.
        notes: sentences about what did not come along.
    """

    layers: tuple[Dense, ...]
    given: tuple[Parameters | None, ...]
    notes: tuple[str, ...] = ()


def to_bytes(model: Model, layer_ids: Collection[int]) -> bytes:
    """Returns blocks of a model; given parameters come along while they are at most 250,000 numbers."""
    entries = []
    room = MOST_NUMBERS
    for place in edits.places_of(model, layer_ids):
        entry: dict[str, Any] = layer_json.to_json(model.layers[place])
        entry["given"] = None
        if model.is_given(place):
            value = model.parameters[place]
            room -= value.weights.size + value.bias.size
            entry["given"] = _packed(value) if room >= 0 else "too large"
        entries.append(entry)
    return json.dumps({"format": FORMAT, "blocks": entries}).encode()


def from_bytes(data: bytes) -> Clip:
    """Returns what ``to_bytes`` wrote.

    Raises:
        ValueError: the bytes are something else.
    """
    try:
        content = json.loads(data) if len(data) <= _LONGEST else None
        if not isinstance(content, dict) or content["format"] != FORMAT:
            raise ValueError("not a clipping of this version")
        entries = content["blocks"]
        if not isinstance(entries, list) or len(entries) > _MOST_BLOCKS:
            raise ValueError("too many blocks")
        layers = tuple(layer_json.from_json(entry) for entry in entries)
        pairs = list(zip(layers, (entry["given"] for entry in entries), strict=True))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a clipping: {error}") from None
    given = tuple(
        _unpacked(value, layer.units) if isinstance(value, dict) else None for layer, value in pairs
    )
    large = [layer.name or f"Dense({layer.units})" for layer, value in pairs if value == "too large"]
    notes = (f"The weights of {', '.join(large)} were too large to copy; they are drawn.",) if large else ()
    return Clip(layers, given, notes)


def _packed(value: Parameters) -> dict[str, str]:
    little = f"<f{value.weights.itemsize}"
    return {
        "dtype": str(value.weights.dtype),
        "weights": base64.b64encode(value.weights.astype(little).tobytes()).decode(),
        "bias": base64.b64encode(value.bias.astype(little).tobytes()).decode(),
    }


def _unpacked(packed: dict[str, Any], units: int) -> Parameters:
    if packed.get("dtype") not in _DTYPES:
        raise ValueError("an unknown kind of numbers")
    arrays = []
    for part in ("weights", "bias"):
        text = packed.get(part)
        if not isinstance(text, str):
            raise ValueError(f"{part} is missing")
        raw = base64.b64decode(text, validate=True)
        kind = np.dtype(packed["dtype"])
        array = np.frombuffer(raw, kind.newbyteorder("<")).astype(kind)
        array.flags.writeable = False
        arrays.append(array)
    weights, bias = arrays
    if bias.size != units or not weights.size or weights.size % units:
        raise ValueError("weights that do not fit their block")
    return Parameters(weights.reshape(-1, units), bias)
