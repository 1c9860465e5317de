"""The layout of a text table, told from its first lines: delimiter, decimal sign, names, kinds of columns."""

from __future__ import annotations

import csv
import io
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from densegui.data.cells import SPACES, days, has_decimal_comma, is_missing, is_number

DELIMITERS: Final = (",", ";", "\t", "|", " ")
"""What stands between two cells; a space means any number of spaces and tabs."""

COLUMNS_MOST: Final = 100_000
"""Columns a table is read with; more are counted only."""

_ROWS: Final = 200
_CELLS: Final = 20_000
_BLANK: Final = SPACES + ',;|"'

Kind = Literal["number", "date", "text"]
Row = list[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read the lines of a table.

    Attributes:
        delimiter: one of ``DELIMITERS``.
        decimal: ``"."`` or ``","``.
        header: the cells of the first line if it holds names, else None.
        kinds: what every column holds.
        rows: lines after that of the names that were looked at.
    """

    delimiter: str
    decimal: str
    header: tuple[str, ...] | None
    kinds: tuple[Kind, ...]
    rows: int

    @property
    def columns(self) -> int:
        """Cells in a line."""
        return len(self.kinds)


@dataclass(frozen=True, slots=True)
class _Look:
    """What one delimiter makes of the lines; the better it explains them, the higher the score."""

    score: float
    delimiter: str
    decimal: str
    rows: list[Row]


def cut(text: str, delimiter: str) -> Iterator[tuple[int, int, Row]]:
    """Cuts lines into cells; blank lines are left out.

    A cell in quotation marks may hold delimiters and line ends, unless the delimiter is a space.

    Yields:
        How many lines stand before the row, how many it takes, and its cells.

    Raises:
        csv.Error: a cell has more than 131,072 characters.
    """
    if delimiter == " ":
        for number, line in enumerate(text.split("\n")):
            # numpy.savetxt marks its line of names so.
            if row := [
                cell for cell in line.lstrip("# \t").replace("\t", " ").split(" ") if cell.strip(SPACES)
            ]:
                yield number, 1, row
        return
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t"
    )
    before = 0
    for row in reader:
        if any(map(str.strip, row, itertools.repeat(SPACES))):
            yield before, reader.line_num - before, row
        before = reader.line_num


def is_blank(text: str) -> bool:
    """Whether lines have nothing in them but delimiters, quotation marks and spaces."""
    return not text.strip(_BLANK)


def sniff(sample: str, delimiters: Sequence[str] = DELIMITERS) -> Layout | None:
    """Tells the layout from the first lines of a table; None if no line can be cut into cells."""
    looks = [look for delimiter in delimiters if (look := _look(sample, delimiter))]
    if not looks or is_blank(sample):
        return None
    best = max(looks, key=lambda look: look.score)
    rows, decimal = best.rows, best.decimal
    columns = _width(rows)
    if columns > COLUMNS_MOST:
        wide: list[Kind] = ["number"] * columns
        return Layout(best.delimiter, decimal, None, tuple(wide), len(rows))
    # Lines above the table, such as a title, are not of its width.
    start = next(i for i, row in enumerate(rows) if columns - len(row) in {0, 1})
    first = rows[start]
    body = [row for row in rows[start + 1 :] if len(row) == columns]
    header = _is_header(first, body, decimal)
    if not header and len(first) == columns:
        body.insert(0, first)
    cells: Iterable[Sequence[str]] = zip(*body, strict=True) if body else [()] * columns
    kinds: tuple[Kind, ...] = tuple(_kind(column, decimal) for column in cells)
    return Layout(
        best.delimiter,
        decimal,
        _names(first, columns) if header else None,
        kinds,
        len(rows) - header,
    )


def _look(sample: str, delimiter: str) -> _Look | None:
    rows: list[Row] = []
    looked_at = 0
    try:
        for _, _, row in cut(sample, delimiter):
            rows.append(row)
            looked_at += len(row)
            if len(rows) == _ROWS or (looked_at > _CELLS and len(rows) > 1) or len(row) > COLUMNS_MOST:
                break
    except csv.Error:
        pass  # the lines before it tell the layout, and reading will name the cell
    width = _width(rows) if rows else 0
    if width <= (delimiter == " "):
        return None
    same = sum(len(row) == width for row in rows) / len(rows)
    decimal = "," if delimiter != "," and _has_decimal_comma(_first_cells(rows)) else "."
    filled = [c for c in _first_cells(rows[1:] or rows) if not is_missing(c)]
    numbers = sum(is_number(c, decimal) for c in filled) / len(filled) if filled else 0.0
    return _Look(same * (0.1 + numbers) * (1.0 if width > 1 else 0.5), delimiter, decimal, rows)


def _width(rows: Sequence[Row]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0]


def _first_cells(rows: Iterable[Row]) -> Iterator[str]:
    return itertools.islice(itertools.chain.from_iterable(rows), _CELLS)


def _has_decimal_comma(row_cells: Iterable[str]) -> bool:
    found = False
    for cell in row_cells:
        if "." in cell and is_number(cell, "."):
            return False
        found = found or has_decimal_comma(cell)
    return found


def _kind(column: Sequence[str], decimal: str) -> Kind:
    filled = [c for c in column if not is_missing(c)]
    if 2 * sum(is_number(c, decimal) for c in filled) >= len(filled):
        return "number"
    return "date" if 2 * sum(days(c) is not None for c in filled) >= len(filled) else "text"


def _is_header(first: Row, body: Sequence[Row], decimal: str) -> bool:
    """Whether the first line holds names: text above more than half of the columns of numbers and days.

    Less is more likely a slip in a line of numbers. Above nothing but text, names are what differs from each
    other and from everything below.
    """
    texts = [not is_missing(c) and not is_number(c, decimal) and days(c) is None for c in first]
    if not body:
        return sum(texts) > 1 or texts == [True]
    columns = list(zip(*body, strict=True))
    telling = [j for j, column in enumerate(columns) if _kind(column, decimal) != "text"]
    if not telling:
        fresh = all(name not in column for name, column in zip(first, columns, strict=False))
        return all(texts) and len(set(first)) == len(first) and fresh
    # Names that lack the one of the first column stand one column to the left.
    shift = len(columns) - len(first) if len(columns) - len(first) == 1 else 0
    return 2 * sum(texts[j - shift] for j in telling if 0 <= j - shift < len(first)) > len(telling)


def _names(first: Row, columns: int) -> tuple[str, ...]:
    """Returns a name for each column; R leaves out that of the column of row names."""
    return ("", *first) if len(first) == columns - 1 else tuple(first)
