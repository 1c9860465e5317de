"""Operations: what prepared rows go through, block by block; each number depends on its own row alone.

Every operation is made of correctly rounded element-wise arithmetic in float64, so a number is the same
to the last bit in whatever block it is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Take:
    """Some columns (n,), in this order; the numbers stay as they are."""

    columns: NDArray[np.intp]

    def width(self, _before: int) -> int:
        """Number of columns afterwards."""
        return len(self.columns)

    def __call__(self, block: NDArray[Any]) -> NDArray[Any]:
        """Returns these columns of a block, as a new one."""
        taken: NDArray[Any] = np.take(block, self.columns, axis=1)
        return taken


@dataclass(frozen=True, slots=True, eq=False)
class Fill:
    """A number (n,) for each column in place of NaN; NaN leaves a column as it is."""

    values: Floats

    def width(self, before: int) -> int:
        """Number of columns afterwards."""
        return before

    def __call__(self, block: Floats) -> Floats:
        """Changes a block in place, and returns it."""
        np.copyto(block, self.values, where=np.isnan(block))
        return block


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """(x − shift)/divisor·factor + offset in this order, each (n,); None where there is nothing to do."""

    divisor: Floats
    shift: Floats | None = None
    factor: Floats | None = None
    offset: Floats | None = None

    def width(self, before: int) -> int:
        """Number of columns afterwards."""
        return before

    def __call__(self, block: Floats) -> Floats:
        """Changes a block in place, and returns it."""
        if self.shift is not None:
            block -= self.shift
        block /= self.divisor
        if self.factor is not None:
            block *= self.factor
        if self.offset is not None:
            block += self.offset
        return block


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """One-hot: each of some columns becomes as many as it has values, 1 where it has this value.

    Attributes:
        values: for each column its values, or None for a column that stays as it is.
    """

    values: Sequence[Floats | None]

    def width(self, _before: int) -> int:
        """Number of columns afterwards."""
        return sum(1 if values is None else len(values) for values in self.values)

    def __call__(self, block: Floats) -> Floats:
        """Returns a block with more columns, as a new one."""
        spread = np.empty((len(block), self.width(0)))
        place = 0
        for column, values in enumerate(self.values):
            if values is None:
                spread[:, place] = block[:, column]
                place += 1
            else:
                np.equal(block[:, column, None], values, out=spread[:, place : place + len(values)])
                place += len(values)
        return spread


Operation: TypeAlias = Take | Fill | Line | Spread
