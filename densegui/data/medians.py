"""Medians: exact, without holding more than some millions of numbers at a time.

Where the columns' numbers fit into ``GATHERED`` they are gathered and partitioned. Else the middle numbers
are found digit by digit: their float64 bit patterns, put in the order of the numbers, are four digits of 16
bits; each of four passes counts the next digit of those numbers that begin with the digits found so far.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.prepared import Prepared

    Floats = NDArray[np.float64]

GATHERED: Final = 2**22
"""Numbers that are gathered at a time; 32 MiB."""

_DIGIT: Final = 16  # bits
_COUNTED: Final = 32  # columns whose digits are counted at a time, for each two tables of 512 KiB
_SIGN: Final = 1 << 63  # of the bits of a float64


def finding_medians(
    rows: Prepared, columns: NDArray[np.intp], counts: NDArray[np.int64]
) -> Generator[Loading, None, Floats]:
    """Finds the medians of some columns; of an even count it is the mean of the two middle numbers.

    Args:
        rows: (N, features).
        columns: (n,) which columns.
        counts: (n,) how many finite numbers each has, 1 or more; others do not count.

    Yields:
        The share of all passes that is done.

    Returns:
        (n,) medians.
    """
    gathers = len(rows) <= GATHERED
    most = max(1, GATHERED // max(1, len(rows))) if gathers else _COUNTED
    groups = [slice(start, start + most) for start in range(0, len(columns), most)]
    passes = len(groups) * (1 if gathers else 64 // _DIGIT)
    medians = np.zeros(len(columns))
    done = 0
    for group in groups:
        find = _gathered(rows, columns[group]) if gathers else _counted(rows, columns[group], counts[group])
        part: Floats | None = None
        while part is None:
            try:
                share = next(find)
            except StopIteration as stop:
                part = stop.value
            else:
                yield Loading((done + share) / passes)
        medians[group] = part
        done += passes // len(groups)
    return medians


def _gathered(rows: Prepared, columns: NDArray[np.intp]) -> Generator[float, None, Floats]:
    values = np.empty((len(columns), len(rows)))
    for start, block in rows.blocks():
        values[:, start : start + len(block)] = block[:, columns].T
        yield start / len(rows)
    medians = np.empty(len(columns))
    for place, column in enumerate(values):
        medians[place] = np.median(column[np.isfinite(column)])
        yield 1.0
    return medians


def _counted(
    rows: Prepared, columns: NDArray[np.intp], counts: NDArray[np.int64]
) -> Generator[float, None, Floats]:
    searches = [
        _Search(place, int(rank)) for place, n in enumerate(counts) for rank in {(n - 1) // 2, n // 2}
    ]
    for turn in range(64 // _DIGIT):
        for start, block in rows.blocks():
            for place, keys in enumerate(_keys(block, columns)):
                for search in searches:
                    if search.place == place:
                        search.count(keys)
            yield turn + start / len(rows)
        for search in searches:
            search.narrow()
    found = [[search.value for search in searches if search.place == place] for place in range(len(columns))]
    return np.array([_middle(pair) for pair in found])


def _middle(pair: Sequence[float]) -> float:
    return float(np.mean(pair))


def _keys(block: NDArray[Any], columns: NDArray[np.intp]) -> Iterator[NDArray[np.uint64]]:
    """The finite numbers of each column as whole numbers in the same order."""
    for column in columns:
        values = block[:, column].astype(np.float64)
        bits = values[np.isfinite(values)].view(np.uint64)
        yield np.where(bits & _SIGN, ~bits, bits | _SIGN)


class _Search:
    """Looks for the number of one rank, digit by digit.

    Args:
        place: of its column.
        rank: how many numbers come before it.
    """

    def __init__(self, place: int, rank: int) -> None:
        self.place = place
        self._rank = rank
        self._prefix = 0
        self._rest = 64  # bits that are not known yet
        self._table = np.zeros(1 << _DIGIT, np.int64)

    def count(self, keys: NDArray[np.uint64]) -> None:
        """Counts the next digit of the numbers that begin with the digits known."""
        if self._rest < 64:
            keys = keys[keys >> np.uint64(self._rest) == self._prefix]
        digits = keys >> np.uint64(self._rest - _DIGIT) & np.uint64((1 << _DIGIT) - 1)
        self._table += np.bincount(digits.astype(np.intp), minlength=1 << _DIGIT)

    def narrow(self) -> None:
        """Takes the digit in which the rank lies."""
        digit = int(np.searchsorted(np.cumsum(self._table), self._rank, side="right"))
        self._rank -= int(self._table[:digit].sum())
        self._prefix = self._prefix << _DIGIT | digit
        self._rest -= _DIGIT
        self._table[:] = 0

    @property
    def value(self) -> float:
        """The number, once all digits are known."""
        key = np.array([self._prefix], np.uint64)
        bits = np.where(key & _SIGN, key ^ _SIGN, ~key)
        return float(bits.view(np.float64)[0])
