"""Sheets of Excel workbooks (.xlsx), read as the tab-separated text they could be saved as."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from densegui.data import memory, table, xlsx
from densegui.data.choices import Choice
from densegui.data.dataset import Dataset, Source
from densegui.data.errors import DataError, excerpt, unreadable
from densegui.data.loading import Loading
from densegui.data.remarks import listed

_SHARE: Final = 0.7
_SAVE: Final = "Save the workbook again as .xlsx, or the sheet as CSV."


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet as a line: its number, its first cell with something, the end, and how many have."""

    number: int
    first: int
    end: int
    filled: int
    line: str


def reading(
    stream: BinaryIO, name: str, _length: int, source: Source, *, sheet: str | None = None
) -> Generator[Loading, None, Dataset]:
    """Reads a sheet of a workbook.

    Args:
        stream: the open file.
        name: the file's name for sentences.
        source: what the dataset shall say of where it came from.
        sheet: the name of the sheet; None means the first.

    Yields:
        The share that is read.

    Returns:
        The dataset, as of the text table that the sheet would be.

    Raises:
        DataError: a file that is damaged, no such sheet, or a sheet that is no table.
    """
    try:
        book = xlsx.opened(stream, name)
        chosen = _chosen(book, sheet, name)
        rows: list[_Row] = []
        for done, some in xlsx.rows(book, chosen):
            rows += [_row(number, cells) for number, cells in some if any(cells)]
            yield Loading(_SHARE * done)
    except (*xlsx.FAULTS, zlib.error, IndexError) as error:
        raise _damaged(name, error) from None
    data = _as_text(rows, f"{name}, sheet {excerpt(chosen.name)}")
    notes: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    if len(book.sheets) > 1:
        others = listed([excerpt(other.name) for other in book.sheets if other != chosen])
        notes = (f"The sheet {excerpt(chosen.name)} was read; there are others: {others}.",)
        choices = (Choice("sheet", tuple(one.name for one in book.sheets), chosen.name),)
    reader = table.reading(
        io.BytesIO(data),
        name,
        len(data),
        source,
        delimiters=("\t",),
        notes=notes,
        choices=choices,
        place="row",
    )
    while True:
        try:
            yield Loading(_SHARE + (1 - _SHARE) * next(reader).done)
        except StopIteration as stop:
            dataset: Dataset = stop.value
            return dataset


def sheets(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """Returns the names of the sheets of a workbook, for a choice among them.

    Raises:
        DataError: a file that is damaged or cannot be read.
    """
    place = Path(path)
    try:
        with place.open("rb") as stream:
            return tuple(sheet.name for sheet in xlsx.opened(stream, place.name).sheets)
    except OSError as error:
        raise unreadable(place.name, error) from error
    except (*xlsx.FAULTS, zlib.error) as error:
        raise _damaged(place.name, error) from None


def _chosen(book: xlsx.Workbook, sheet: str | None, name: str) -> xlsx.Sheet:
    if not book.sheets:
        raise DataError(f"{name} holds no sheet with cells. {_SAVE}")
    if sheet is None:
        return book.sheets[0]
    for one in book.sheets:
        if one.name == sheet:
            return one
    there = listed([excerpt(one.name) for one in book.sheets])
    raise DataError(f"{name} has no sheet {excerpt(sheet)}; it has {there}. Choose one of them.")


def _row(number: int, cells: list[str]) -> _Row:
    filled = [place for place, cell in enumerate(cells) if cell]
    line = "\t".join('"' + cell.replace('"', '""') + '"' if '"' in cell else cell for cell in cells)
    return _Row(number, filled[0], filled[-1] + 1, len(filled), line.rstrip("\t"))


def _as_text(rows: list[_Row], what: str) -> bytes:
    """Returns rows as lines, each at its number; columns to the left that are empty in all are left out.

    All rows get the same number of cells, but not those of one cell above the table: these are titles.
    """
    if not rows:
        raise DataError(f"{what} is empty. Expected rows of numbers.")
    first = min(row.first for row in rows)
    width = max(row.end for row in rows)
    memory.require(16 * len(rows) * width, f"{what}: {len(rows):,} rows of {width:,} cells", _SAVE)
    lines: list[str] = []
    above = width - first > 2
    for row in rows:
        above = above and row.filled == 1
        lines += [""] * (row.number - 1 - len(lines))
        lines.append(row.line.lstrip("\t") if above else row.line[first:] + "\t" * (width - row.end))
    return "\n".join(lines).encode("utf-8", "replace")


def _damaged(name: str, error: Exception) -> DataError:
    return DataError(
        f"{name}: expected a sound workbook (.xlsx), found one that is damaged, encrypted or of another "
        f"program ({excerpt(str(error) or type(error).__name__)}). {_SAVE}"
    )
