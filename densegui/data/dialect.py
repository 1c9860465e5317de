"""The layout of a text table, told from its first lines: delimiter, decimal sign, names, labels."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

DELIMITERS: Final = (",", ";", "\t", "|")

_ROWS: Final = 200
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_COMMA_NUMBER: Final = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?")
_MISSING: Final = frozenset(
    {"", "nan", "na", "n/a", "#n/a", "<na>", "null", "none", "nil", "?", "-", ".", "missing"}
    | {sign + word for sign in ("", "+", "-") for word in ("inf", "infinity", "nan")}
)

Row = list[str]


@dataclass(frozen=True, slots=True)
class Layout:
    """How to read the lines of a table.

    Attributes:
        delimiter: one of ``DELIMITERS``.
        decimal: ``"."`` or ``","``.
        header: the cells of the first line if it holds names, else None.
        columns: cells in a line.
        label: which column holds class names, the first or the last, or None.
        rows: lines with numbers that were looked at.
    """

    delimiter: str
    decimal: str
    header: tuple[str, ...] | None
    columns: int
    label: int | None
    rows: int


def cells(lines: str | Iterable[str], delimiter: str) -> Iterator[Row]:
    """Returns the cells of every line; a cell in quotation marks may hold anything."""
    source = io.StringIO(lines, newline="") if isinstance(lines, str) else lines
    return csv.reader(source, delimiter=delimiter, skipinitialspace=delimiter != "\t")


def is_blank(row: Row) -> bool:
    """Whether a line has nothing in it but delimiters and spaces."""
    return not any(cell and not cell.isspace() for cell in row)


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no number: empty, "nan", "NA", "inf" and the like."""
    return cell.strip().lower() in _MISSING


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a finite number written with this decimal sign."""
    text = cell.strip()
    return bool(_NUMBER.fullmatch(text if decimal == "." else text.replace(",", ".")))


def sniff(sample: str) -> Layout:
    """Tells the layout from the first lines of a table, which must not all be blank."""
    tried = [_look(sample, delimiter) for delimiter in DELIMITERS]
    best = max(tried, key=lambda look: look[0])
    delimiter = DELIMITERS[tried.index(best)]
    rows, decimal = best[1:]
    columns = _width(rows)
    body = [row for row in rows[1:] if len(row) == columns]
    header = _header(rows[0], body, decimal)
    if not header:
        body.insert(0, rows[0])
    return Layout(
        delimiter,
        decimal,
        tuple(rows[0]) if header else None,
        columns,
        _label(body, columns, decimal),
        len(rows) - header,
    )


def _look(sample: str, delimiter: str) -> tuple[float, list[Row], str]:
    """Returns how well a delimiter explains the lines, and the lines and decimal sign it gives."""
    reader = (row for row in cells(sample, delimiter) if not is_blank(row))
    try:
        rows = list(itertools.islice(reader, _ROWS))
    except csv.Error:
        return -1.0, [[""]], "."
    width = _width(rows)
    same = sum(len(row) == width for row in rows) / len(rows)
    filled = [c for row in rows[1:] or rows for c in row if not is_missing(c)]
    decimal = "," if delimiter != "," and _has_decimal_comma(filled) else "."
    numbers = sum(is_number(c, decimal) for c in filled) / len(filled) if filled else 0.0
    return same * (0.1 + numbers) * (1.0 if width > 1 else 0.5), rows, decimal


def _width(rows: Sequence[Row]) -> int:
    return Counter(map(len, rows)).most_common(1)[0][0]


def _has_decimal_comma(filled: Iterable[str]) -> bool:
    found = False
    for cell in filled:
        text = cell.strip()
        if "." in text and _NUMBER.fullmatch(text):
            return False
        found = found or bool(_COMMA_NUMBER.fullmatch(text))
    return found


def _share(column: Sequence[str], decimal: str) -> float:
    """The share of numbers among the cells of a column that are not missing."""
    filled = [c for c in column if not is_missing(c)]
    return sum(is_number(c, decimal) for c in filled) / len(filled) if filled else 1.0


def _header(first: Row, body: Sequence[Row], decimal: str) -> bool:
    """Whether the first line holds names: text above at least half of the columns of numbers.

    Less than half is more likely a slip in a line of numbers, which an error shall name.
    """
    texts = [not is_missing(c) and not is_number(c, decimal) for c in first]
    if not body:
        return sum(texts) > 1 or texts == [True]
    numeric = [j for j, column in enumerate(zip(*body, strict=True)) if _share(column, decimal) >= 0.5]
    if not numeric:
        return all(texts)
    return 2 * sum(texts[j] for j in numeric if j < len(first)) >= len(numeric)


def _label(body: Sequence[Row], columns: int, decimal: str) -> int | None:
    if columns == 1:
        return None
    for column in (columns - 1, 0):
        present = [row[column] for row in body if len(row) == columns]
        if present and _share(present, decimal) < 0.5:
            return column
    return None
