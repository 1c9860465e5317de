"""Facts: what one pass over all rows says of each feature, for steps that are fitted to them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data.loading import Loading
from densegui.data.operations import Line

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.prepared import Prepared

    Floats = NDArray[np.float64]


_BESIDE: Final = 256  # numbers that are reduced at a time


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Of each feature, all (features,); infinities count neither as numbers nor as missing.

    Attributes:
        count: how many finite numbers there are.
        missing: how many NaN there are.
        low: the smallest finite number; NaN where there is none.
        high: the largest.
        mean: of the finite numbers; 0 where there is none.
        square: sum of their squared deviations from the mean.
    """

    count: NDArray[np.int64]
    missing: NDArray[np.int64]
    low: Floats
    high: Floats
    mean: Floats
    square: Floats

    @staticmethod
    def empty(features: int) -> Facts:
        """Returns the facts of no rows."""
        none, zero = np.full(features, np.nan), np.zeros(features)
        return Facts(np.zeros(features, np.int64), np.zeros(features, np.int64), none, none, zero, zero)

    @staticmethod
    def of(block: NDArray[Any]) -> Facts:
        """Returns the facts of some rows."""
        values = block.astype(np.float64, order="C")
        total = reduced(np.add, values)
        finite = None if np.isfinite(total).all() else np.isfinite(values)
        if finite is None:
            count = np.full(values.shape[1], len(values), np.int64)
            missing = np.zeros(values.shape[1], np.int64)
            low, high = reduced(np.minimum, values), reduced(np.maximum, values)
        else:
            count, missing = finite.sum(axis=0), np.isnan(values).sum(axis=0)
            low = np.where(count, np.where(finite, values, np.inf).min(axis=0), np.nan)
            high = np.where(count, np.where(finite, values, -np.inf).max(axis=0), np.nan)
            values[~finite] = 0
            total = reduced(np.add, values)
        # Rounding must not carry the mean of equal numbers away from them.
        mean = np.where(count, np.clip(total / np.maximum(count, 1), low, high), 0.0)
        values -= mean
        if finite is not None:
            values[~finite] = 0
        rest = reduced(np.add, values)
        values *= values
        square = reduced(np.add, values) - rest * rest / np.maximum(count, 1)
        return Facts(count, missing, low, high, mean, square)

    @property
    def std(self) -> Floats:
        """Standard deviation of the population; 0 where all numbers are the same, or there is none."""
        with np.errstate(all="ignore"):
            std = np.sqrt(np.maximum(self.square, 0) / np.maximum(self.count, 1))
        return np.where(self.low < self.high, std, 0.0)

    def merged(self, other: Facts) -> Facts:
        """Returns the facts of the rows of both, by Chan's formula."""
        with np.errstate(all="ignore"):
            count = self.count + other.count
            share = other.count / np.maximum(count, 1)
            away = other.mean - self.mean
            return Facts(
                count,
                self.missing + other.missing,
                np.fmin(self.low, other.low),
                np.fmax(self.high, other.high),
                self.mean + away * share,
                self.square + other.square + away * away * share * self.count,
            )

    def taken(self, columns: NDArray[np.intp]) -> Facts:
        """Returns the facts of some features."""
        return Facts(*(getattr(self, name)[columns] for name in self.__slots__))

    def filled(self, values: Floats) -> Facts:
        """Returns the facts once missing numbers are these (features,); NaN leaves them missing."""
        count = np.where(np.isnan(values), 0, self.missing)
        known = np.where(count, values, np.nan)
        zero = np.zeros(len(values))
        return self.merged(Facts(count, -count, known, known, np.where(count, values, 0.0), zero))

    def mapped(self, line: Line) -> Facts:
        """Returns the facts after an operation that keeps the order of numbers."""
        with np.errstate(all="ignore"):
            low, high, mean = line(np.stack((self.low, self.high, self.mean)))
            slope = (1.0 if line.factor is None else line.factor) / line.divisor
            return Facts(self.count, self.missing, low, high, mean, self.square * slope * slope)


def reduced(ufunc: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
    """Returns ``ufunc.reduce(values)`` over the rows; of few columns, several rows are taken side by side.

    NumPy takes one row after the other, and for a row of some numbers that costs ten times the arithmetic.
    """
    rows, columns = values.shape
    beside = max(1, _BESIDE // columns)
    whole = rows // beside * beside
    if beside == 1 or not whole:
        result: NDArray[Any] = ufunc.reduce(values, axis=0)
        return result
    wide = ufunc.reduce(values[:whole].reshape(-1, beside * columns), axis=0)
    result = ufunc.reduce(wide.reshape(beside, columns), axis=0)
    return result if whole == rows else ufunc(result, ufunc.reduce(values[whole:], axis=0))


def measuring(rows: Prepared) -> Generator[Loading, None, Facts]:
    """Reads all rows once.

    Yields:
        The share that is read.

    Returns:
        What there is to say of each feature.
    """
    facts = Facts.empty(rows.shape[1])
    for start, block in rows.blocks():
        with np.errstate(all="ignore"):
            facts = facts.merged(Facts.of(block))
        yield Loading(min(1.0, (start + len(block)) / len(rows)))
    return facts


def finding_gaps(
    rows: Prepared, beside: Floats | None
) -> Generator[Loading, None, tuple[NDArray[np.int64], Facts]]:
    """Reads all rows once, to find those in which a number is missing.

    Args:
        rows: (N, features).
        beside: (N,) more numbers that may be missing, or None.

    Yields:
        The share that is read.

    Returns:
        The rising numbers of these rows, and the facts of all others.
    """
    facts = Facts.empty(rows.shape[1])
    found = [np.zeros(0, np.int64)]
    for start, block in rows.blocks():
        gaps = np.isnan(block).any(axis=1)
        if beside is not None:
            gaps |= np.isnan(beside[start : start + len(block)])
        if gaps.any():
            found.append(np.flatnonzero(gaps) + start)
            block = block[~gaps]  # noqa: PLW2901 - the rest of it
        if len(block):
            with np.errstate(all="ignore"):
                facts = facts.merged(Facts.of(block))
        yield Loading(min(1.0, (start + len(gaps)) / len(rows)))
    return np.concatenate(found), facts
