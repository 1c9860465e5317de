"""Boundaries between the parts of a plane: where a neuron switches, where another class wins.

Marching squares finds the pixels between which the answer changes; halving the way between them finds the
place, so that lines are exact and not only as fine as the pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Parts = NDArray[np.intp]

_MOST: Final = 24  # changes for each row of pixels; more are noise and not lines
NOWHERE: Final = -1


def boundaries(
    parts: Parts, x: Floats, y: Floats, part_at: Callable[[Floats], Parts], halvings: int, at_once: int
) -> Generator[None, None, Floats]:
    """Finds the lines between parts, (lines, 2 ends, 2 coordinates); yields now and then.

    Where the parts change all over, as the rounding of numbers next to zero does, there are no lines.

    Args:
        parts: which part each pixel belongs to, (n, n); ``NOWHERE`` for none (NaN), which has no lines.
        x: of each column, (n,).
        y: of each row, (n,).
        part_at: the parts that points (m, 2) belong to, (m,).
        halvings: how often the way between two pixels is halved.
        at_once: points that are asked for between two yields.
    """
    across, down = _changes(parts, 1), _changes(parts, 0)
    ends = np.concatenate([_ends(np.argwhere(across), (0, 1), x, y), _ends(np.argwhere(down), (1, 0), x, y)])
    if len(ends) > _MOST * len(x):
        return np.empty((0, 2, 2))
    own = np.concatenate([parts[:, :-1][across], parts[:-1][down]])
    for start in range(0, len(ends), at_once):
        some = ends[start : start + at_once]
        for _ in range(halvings):
            middle = (some[:, 0] + some[:, 1]) / 2
            same = (part_at(middle) == own[start : start + at_once])[:, np.newaxis]
            some[:, 0] = np.where(same, middle, some[:, 0])
            some[:, 1] = np.where(same, some[:, 1], middle)
            yield
    return _joined(across, down, ends.mean(axis=1))


def _changes(parts: Parts, axis: int) -> NDArray[np.bool_]:
    """Between which neighbours along an axis the part is another."""
    one, two = (parts[:, :-1], parts[:, 1:]) if axis else (parts[:-1], parts[1:])
    found: NDArray[np.bool_] = (one != two) & (one != NOWHERE) & (two != NOWHERE)
    return found


def _ends(places: NDArray[np.intp], step: tuple[int, int], x: Floats, y: Floats) -> Floats:
    """The two neighbours of each change, (m, 2, 2)."""
    row, column = places.T
    return np.stack(
        [np.column_stack([x[column], y[row]]), np.column_stack([x[column + step[1]], y[row + step[0]]])],
        axis=1,
    )


def _joined(across: NDArray[Any], down: NDArray[Any], points: Floats) -> Floats:
    """Joins the changes around each square of four pixels: two by a line, more in their middle."""
    number = np.full(across.shape, -1)
    number[across] = np.arange(across.sum())
    other = np.full(down.shape, -1)
    other[down] = np.arange(down.sum()) + across.sum()
    around = np.stack([number[:-1], number[1:], other[:, :-1], other[:, 1:]], axis=-1).reshape(-1, 4)
    count = (around >= 0).sum(axis=1)
    pairs = np.sort(around[count == 2], axis=1)[:, 2:]
    crowded = around[count > 2]
    there = crowded >= 0
    meeting = np.where(there[..., np.newaxis], points[crowded], 0.0)
    middle = meeting.sum(axis=1) / there.sum(axis=1)[:, np.newaxis]
    spokes = np.stack([meeting, np.broadcast_to(middle[:, np.newaxis], meeting.shape)], axis=2)
    return np.concatenate([points[pairs], spokes[there]])
