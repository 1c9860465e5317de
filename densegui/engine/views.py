"""Views: an array of a chunk as its observers look at it, and the scratch that they share.

They are laid out once and used for every chunk: between two loops over memory that fill the processor's
cache, each line of Python is slow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

FEW: Final = 2**14
"""Values for which counting in pairs costs more than it saves."""

_LONG: Final = 256  # numbers from which on a loop along memory costs more than its start


class Scratch:
    """Memory of one thread for observing.

    Args:
        size: the largest number of values.
        dtype: of the values.
    """

    def __init__(self, size: int, dtype: str) -> None:
        self.values = np.empty(size, dtype)
        self.mask = np.empty(size, np.bool_)
        self.places = np.empty(max(min(size, FEW), size // 2), np.intp)


class Views:
    """An array (rows, units) of a chunk, C-contiguous, with at least one row.

    Args:
        values: the array.
        scratch: for as many values.

    Attributes:
        values: the array.
        line: all values one after the other.
        scratch: of the shape of the values.
        numbers: the same memory, one after the other.
        half: the first half of it.
        other_half: the second.
        mask: scratch of their shape for truth values.
    """

    def __init__(self, values: Floats, scratch: Scratch) -> None:
        self.values, size = values, values.size
        self.line = values.reshape(-1)
        self._side = _side_by_side(*values.shape)
        self._wide, self._rest = self._laid_out(values)
        self.numbers = scratch.values[:size]
        self.scratch = self.numbers.reshape(values.shape)
        self.half = self.numbers[: size // 2]
        self.other_half = self.numbers[size // 2 : size // 2 * 2]
        self._places = scratch.places
        self.mask = scratch.mask[:size].reshape(values.shape)
        self._ones, self._last_ones = self._laid_out(self.mask.view(np.uint8))

    def places(self, count: int) -> NDArray[np.intp]:
        """Scratch for whole numbers: half as many as there are values, but ``FEW`` if there are more."""
        return self._places[:count]

    def squares(self) -> Floats:
        """Returns the sum of the squares of each unit, (units,)."""
        if self.values.shape[1] >= _LONG // 4:
            squares: Floats = np.einsum("ij,ij->j", self.values, self.values)
            return squares
        return self._of_units(np.einsum("ij,ij->j", self._wide, self._wide), self._rest * self._rest)

    def true_counts(self) -> NDArray[np.int64]:
        """Returns how often the mask is true for each unit, (units,)."""
        sums = np.add.reduce(self._ones, 0, np.uint8)
        return self._of_units(sums, self._last_ones, np.int64)

    def _laid_out(self, values: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        even = len(values) - len(values) % self._side
        return values[:even].reshape(-1, self._side * values.shape[1]), values[even:]

    def _of_units(self, sums: NDArray[Any], rest: NDArray[Any], dtype: Any = None) -> NDArray[Any]:
        """Adds up the sums of rows side by side and the rows that are left."""
        total: NDArray[Any] = np.add.reduce(sums.reshape(self._side, -1), 0, dtype)
        return total + np.add.reduce(rest, 0, dtype) if len(rest) else total


def _side_by_side(rows: int, units: int) -> int:
    """How many rows to take as one: enough for long loops, and so many that the others fit into a byte."""
    wanted = 1 << max((rows // 256).bit_length(), (_LONG // units).bit_length())
    return min(wanted, rows)
