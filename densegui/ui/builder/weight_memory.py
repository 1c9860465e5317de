"""Which weight matrices take very much memory, without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from densegui.engine import Model

MOST_BYTES: Final = 10**9
_BYTES: Final = {"float32": 4, "float64": 8}


def is_heavy(sizes: Sequence[int]) -> bool:
    """Whether one weight matrix of these sizes in bytes takes more than a gigabyte."""
    return max(sizes, default=0) > MOST_BYTES


def matrix_bytes(n_in: int, units: int, dtype: str) -> int:
    """Bytes of the weights (n_in, units) in ``"float32"`` or ``"float64"``."""
    return n_in * units * _BYTES[dtype]


def newly_heavy(before: Model, after: Model) -> dict[int, int]:
    """Places in ``after`` → bytes of its heavy matrices, but for those of layers that were heavy before."""
    known = {before.layers[place].id for place in _heavy(before)}
    return {place: size for place, size in _heavy(after).items() if after.layers[place].id not in known}


def _heavy(model: Model) -> dict[int, int]:
    sizes = (
        matrix_bytes(n_in, layer.units, model.dtype)
        for n_in, layer in zip(model.dims, model.layers, strict=False)
    )
    return {place: size for place, size in enumerate(sizes) if is_heavy((size,))}
