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

DELIMITERS: Final = (",", ";", "\t", "|", " ")
"""What stands between two cells; a space means any number of spaces and tabs."""

COLUMNS_MOST: Final = 100_000
"""Columns a table is read with; more are counted only."""

_ROWS: Final = 200
_CELLS: Final = 20_000
_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_COMMA_NUMBER: Final = re.compile(r"[+-]?\d*,\d+([eE][+-]?\d+)?")
_BLANK: Final = ' \t\f\n,;|"'
_MISSING: Final = frozenset(
    {"", "na", "n/a", "#n/a", "<na>", "null", "none", "nil", "?", "-", ".", "missing"}
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

    @property
    def features(self) -> range:
        """Which columns hold numbers: all but that of the labels."""
        first = 1 if self.label == 0 else 0
        return range(first, self.columns - (self.label not in {None, 0}))


@dataclass(frozen=True, slots=True)
class _Look:
    """What one delimiter makes of the lines; the better it explains them, the higher the score."""

    score: float
    delimiter: str
    decimal: str
    rows: list[Row]


def cells(text: str, delimiter: str) -> Iterator[tuple[int, Row]]:
    """Cuts lines into cells; blank lines are left out.

    A cell in quotation marks may hold delimiters and line ends, unless the delimiter is a space.

    Yields:
        How many lines stand before the row, and its cells.

    Raises:
        csv.Error: a cell has more than 131,072 characters.
    """
    if delimiter == " ":
        for number, line in enumerate(text.split("\n")):
            # numpy.savetxt marks its line of names so.
            if row := line.lstrip("# \t").split():
                yield number, row
        return
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t"
    )
    before = 0
    for row in reader:
        if any(cell and not cell.isspace() for cell in row):
            yield before, row
        before = reader.line_num


def is_blank(text: str) -> bool:
    """Whether lines have nothing in them but delimiters, quotation marks and spaces."""
    return not text.strip(_BLANK)


def is_missing(cell: str) -> bool:
    """Whether a cell says that there is no number: empty, "nan", "NA", "inf" and the like."""
    return cell.strip().lower() in _MISSING


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number written with this decimal sign."""
    text = cell.strip()
    return bool(_NUMBER.fullmatch(text if decimal == "." else text.replace(",", ".")))


def sniff(sample: str) -> Layout | None:
    """Tells the layout from the first lines of a table; None if no line can be cut into cells."""
    looks = [look for delimiter in DELIMITERS if (look := _look(sample, delimiter))]
    if not looks or is_blank(sample):
        return None
    best = max(looks, key=lambda look: look.score)
    rows, decimal = best.rows, best.decimal
    columns = _width(rows)
    if columns > COLUMNS_MOST:
        return Layout(best.delimiter, decimal, None, columns, None, len(rows))
    body = [row for row in rows[1:] if len(row) == columns]
    header = _is_header(rows[0], body, decimal)
    if not header and len(rows[0]) == columns:
        body.insert(0, rows[0])
    return Layout(
        delimiter=best.delimiter,
        decimal=decimal,
        header=tuple(rows[0]) if header else None,
        columns=columns,
        label=_label(body, columns, decimal),
        rows=len(rows) - header,
    )


def _look(sample: str, delimiter: str) -> _Look | None:
    rows: list[Row] = []
    looked_at = 0
    try:
        for _, row in cells(sample, delimiter):
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
        text = cell.strip()
        if "." in text and _NUMBER.fullmatch(text):
            return False
        found = found or bool(_COMMA_NUMBER.fullmatch(text))
    return found


def _share(column: Sequence[str], decimal: str) -> float:
    """The share of numbers among the cells of a column that are not missing."""
    filled = [c for c in column if not is_missing(c)]
    return sum(is_number(c, decimal) for c in filled) / len(filled) if filled else 1.0


def _is_header(first: Row, body: Sequence[Row], decimal: str) -> bool:
    """Whether the first line holds names: text above more than half of the columns of numbers.

    Less is more likely a slip in a line of numbers, which an error shall name.
    """
    texts = [not is_missing(c) and not is_number(c, decimal) for c in first]
    if not body:
        return sum(texts) > 1 or texts == [True]
    numeric = [j for j, column in enumerate(zip(*body, strict=True)) if _share(column, decimal) >= 0.5]
    if not numeric:
        return all(texts)
    return 2 * sum(texts[j] for j in numeric if j < len(first)) > len(numeric)


def _label(body: Sequence[Row], columns: int, decimal: str) -> int | None:
    if columns == 1 or not body:
        return None
    for column in (columns - 1, 0):
        if _share([row[column] for row in body], decimal) < 0.5:
            return column
    return None
