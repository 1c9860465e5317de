"""Shapes: an array of any number of dimensions as rows, and whether these rows are pictures."""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data import memory
from densegui.data.dataset import Picture
from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Rows = tuple[NDArray[Any], Picture | None, tuple[str, ...]]

_CHUNK: Final = 8 << 20
_SIDES: Final = range(4, 4097)
_ASPECT_MOST: Final = 4


def rows(values: NDArray[Any], name: str) -> Generator[Loading, None, Rows]:
    """Turns an array into rows.

    An array (N, features) is taken as it is. A 1-D array (N,) is N samples of one feature. An array of
    more dimensions (N, …) is N samples, each flattened in C order, and ``picture`` guesses whether they
    are pictures. Nothing is copied but arrays of 3 or more dimensions whose samples are not contiguous.

    Args:
        values: an array of 1 dimension or more with at least one element.
        name: the file's name for sentences.

    Yields:
        The share that is done.

    Returns:
        x (N, features), how its rows are pictures or None, and what a person should know.

    Raises:
        DataError: the copy does not fit into memory.
    """
    shape = values.shape
    if values.ndim > 2 and not values[0].flags.c_contiguous:
        values = yield from _flattened(values, name)
    x = values.reshape(len(values), -1)
    if len(shape) == 1:
        return x, None, (f"The array has one dimension; it was read as {len(x):,} samples of one feature.",)
    if len(shape) == 2:
        return x, None, ()
    guess = picture(shape[1:])
    taken = "it was" if guess is None else f"it was taken as a {_kind(guess)} and"
    each = " × ".join(map(str, shape[1:]))
    note = f"Every sample has the shape {each}; {taken} flattened to {x.shape[1]:,} features."
    return x, guess, (note,)


def picture(shape: tuple[int, ...]) -> Picture | None:
    """Guesses how a sample of a shape is a picture: (h, w), (h, w, 1 or 3) or (1 or 3, h, w)."""
    if len(shape) == 2 and _is_size(shape[0], shape[1]):
        return Picture(shape[0], shape[1])
    if len(shape) == 3 and shape[2] in {1, 3} and _is_size(shape[0], shape[1]):
        return Picture(shape[0], shape[1], shape[2])
    if len(shape) == 3 and shape[0] in {1, 3} and _is_size(shape[1], shape[2]):
        return Picture(shape[1], shape[2], shape[0], "channels_first")
    return None


def _is_size(height: int, width: int) -> bool:
    sides = height in _SIDES and width in _SIDES
    return sides and max(height, width) <= _ASPECT_MOST * min(height, width)


def _kind(guess: Picture) -> str:
    if guess.channels == 1:
        return "grey picture"
    return f"colour picture, channels {'first' if guess.order == 'channels_first' else 'last'},"


def _flattened(values: NDArray[Any], name: str) -> Generator[Loading, None, NDArray[Any]]:
    """Copies an array (N, …) whose samples are spread over it to (N, features)."""
    memory.require(
        values.nbytes,
        f"{name}: reading an array of {values.ndim} dimensions in Fortran order",
        "Save it in C order with numpy.save(file, numpy.ascontiguousarray(array)).",
    )
    count = len(values)
    result = np.empty((count, math.prod(values.shape[1:])), values.dtype)
    step = max(1, _CHUNK * count // values.nbytes)
    for start in range(0, count, step):
        stop = min(start + step, count)
        result[start:stop] = values[start:stop].reshape(stop - start, -1)
        yield Loading(stop / count)
    return result
