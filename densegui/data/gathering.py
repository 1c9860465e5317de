"""Gathered: the columns of a table while it is read; numbers, codes of texts, and what was missing or odd."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data import memory
from densegui.data.cells import SPACES, days, is_missing, is_missing_text, number, numbers
from densegui.data.dialect import Kind

if TYPE_CHECKING:
    from numpy.typing import NDArray

CATEGORIES_MOST: Final = 10_000
"""Different texts a column may hold; one with more is left out."""

EXACT_MOST: Final = 2.0**53 - 1
"""The whole number up to which none is rounded to in float64 but itself."""

LARGE_MOST: Final = 1e20
"""Numbers beyond this one are hardly meant as whole numbers."""

_DOUBT: Final = 500


class WrongKindsError(Exception):
    """Columns turned out to be of other kinds than their first cells said; the table is read again.

    Attributes:
        kinds: the better kind of each such column.
    """

    def __init__(self, kinds: dict[int, Kind]) -> None:
        super().__init__()
        self.kinds = kinds


@dataclass(slots=True)
class Gathering:
    """One column.

    Attributes:
        name: what the header calls it, or empty.
        kind: what it holds.
        codes: the texts met so far, in order of appearance, each with its number.
        missing: cells that say there is nothing.
        odd: cells of numbers or days that hold something else.
        first_odd: where the first of them is, and what it holds.
        odd_days: odd cells that are days.
        large: whether a number between ``EXACT_MOST`` and ``LARGE_MOST`` was met.
    """

    name: str
    kind: Kind
    codes: dict[str, int] = field(default_factory=dict)
    missing: int = 0
    odd: int = 0
    first_odd: tuple[int, str] | None = None
    odd_days: int = 0
    large: bool = False

    @property
    def overflown(self) -> bool:
        """Whether there were too many different texts."""
        return len(self.codes) > CATEGORIES_MOST

    def read(
        self, cells: Sequence[str], lines: Sequence[int], decimal: str, counts: Sequence[int] | None = None
    ) -> list[float]:
        """Returns what cells hold as numbers, NaN for none.

        Args:
            cells: as they stand in the file.
            lines: in which line each of them stands first.
            decimal: the decimal sign.
            counts: how often each of them stands there; None means once.
        """
        if self.kind == "number" and (quick := numbers(cells, decimal)) is not None:
            self.large = self.large or any(EXACT_MOST < abs(value) < LARGE_MOST for value in quick)
            return quick
        one = {"number": self._number, "date": self._date, "text": self._text}[self.kind]
        found = []
        for i, cell in enumerate(cells):
            value = one(cell, decimal)
            if value is None:
                self._judge(cell, lines[i], 1 if counts is None else counts[i], decimal)
            found.append(math.nan if value is None else value)
        return found

    def better_kind(self, cells: int) -> Kind | None:
        """Returns the kind that suits the cells met so far better, if most that are not empty are odd."""
        if 2 * self.odd <= cells - self.missing:
            return None
        return "date" if self.kind == "number" and 2 * self.odd_days > self.odd else "text"

    def _number(self, cell: str, decimal: str) -> float | None:
        value = number(cell, decimal)
        if value is None or not math.isfinite(value):
            return None
        self.large = self.large or EXACT_MOST < abs(value) < LARGE_MOST
        return value

    def _date(self, cell: str, _decimal: str) -> float | None:
        return days(cell)

    def _text(self, cell: str, _decimal: str) -> float | None:
        if self.overflown or is_missing_text(cell):
            return None
        return self.codes.setdefault(cell.strip(SPACES), len(self.codes))

    def _judge(self, cell: str, line: int, count: int, decimal: str) -> None:
        """Counts a cell that held nothing of the column's kind."""
        if self.kind == "text":
            self.missing += count * is_missing_text(cell)
        elif is_missing(cell) or (self.kind == "number" and number(cell, decimal) is not None):
            self.missing += count  # a number here is one that float64 cannot hold
        else:
            self.odd += count
            self.odd_days += count * (days(cell) is not None)
            if self.first_odd is None or line < self.first_odd[0]:
                self.first_odd = line, cell


class Gathered:
    """A table so far.

    Attributes:
        name: the file's name for sentences.
        columns: its columns.
        share: which part of the whole is read, which foretells how much room it takes.
        bad: lines that could not be read.
        bad_lines: the numbers of the first of them.
    """

    def __init__(self, name: str, columns: Sequence[Gathering]) -> None:
        self.columns = list(columns)
        self.share = 1.0
        self.bad = 0
        self.bad_lines: list[int] = []
        self.rows = 0
        self.name = name
        self._values = np.empty(0)

    def take(self, rows: int) -> NDArray[np.float64]:
        """Returns room for further rows (rows, columns), to be filled before the next call.

        Raises:
            DataError: the table does not fit into memory.
        """
        width = len(self.columns)
        end = self.rows + rows
        if end * width > self._values.size:
            # A little room for lines that get shorter.
            more = int(end / self.share * 1.02) if self.share < 1 else end + self.rows // 4
            self._grow(max(end, more))
        block = self._values[self.rows * width : end * width].reshape(rows, width)
        self.rows = end
        return block

    def finish(self) -> NDArray[np.float64]:
        """Returns all rows, one after the other."""
        values, self._values = self._values, np.empty(0)
        values.resize(self.rows * len(self.columns), refcheck=False)
        return values

    def add_bad(self, line: int, count: int) -> None:
        """Counts lines that cannot be read."""
        self.bad += count
        if len(self.bad_lines) < 3:
            self.bad_lines.append(line)

    def check(self, final: bool = False) -> None:
        """Raises WrongKindsError if a column is plainly of another kind than it was thought to be."""
        wrong = {
            j: kind
            for j, column in enumerate(self.columns)
            if column.odd > (0 if final else _DOUBT) and (kind := column.better_kind(self.rows))
        }
        if wrong:
            raise WrongKindsError(wrong)

    def _grow(self, rows: int) -> None:
        width = len(self.columns)
        memory.require(
            8 * rows * width,
            f"{self.name}: a table of about {rows:,} × {width:,} numbers",
            "Load a part of it, or save it as .npy, which stays on disk.",
        )
        if self._values.size:
            self._values.resize(rows * width, refcheck=False)
        else:
            self._values = np.empty(rows * width)
