"""Text tables (CSV, TSV and their relatives): streamed into one array of float64."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, Final

from densegui.data.assembling import RawColumn, RawTable, assembling
from densegui.data.cells import SPACES
from densegui.data.dataset import Dataset, Source
from densegui.data.dialect import COLUMNS_MOST, DELIMITERS, Kind, Layout, is_blank, sniff
from densegui.data.errors import DataError, excerpt
from densegui.data.gathering import Gathered, Gathering, WrongKindsError
from densegui.data.loading import Loading
from densegui.data.rows import Rows
from densegui.data.text import SMALL, Block, blocks, count_lines, decode

if TYPE_CHECKING:
    from densegui.data.choices import Choice
    from densegui.data.pieces import Parser, Piece

QUICK_FROM: Final = 1_000_000
"""Bytes from which on polars reads faster than it is imported."""

_CHUNK: Final = 1 << 22
_BAD_MOST: Final = 1000
_ENCODINGS: Final = {"cp949": "CP949 (Korean)", "cp1252": "Windows-1252 (Western European)"}


def reading(
    stream: BinaryIO,
    name: str,
    length: int,
    source: Source,
    *,
    delimiters: Sequence[str] = DELIMITERS,
    notes: Sequence[str] = (),
    place: str = "line",
    choices: tuple[Choice, ...] = (),
) -> Generator[Loading, None, Dataset]:
    """Reads a table as text.

    Delimiter (comma, semicolon, tab, bar or spaces), decimal sign, a first line of names and what each
    column holds are found from the first lines. UTF-8 (with or without byte order mark), UTF-16 with one,
    and CP949 are understood. Blank lines are skipped; lines with another number of cells and cells that are
    no numbers among numbers are counted and named in the notes.

    Args:
        stream: the open file, at its beginning.
        name: the file's name for sentences.
        length: the file's size in bytes, for progress.
        source: what the dataset shall say of where it came from.
        delimiters: those that may be found.
        notes: what is to be said before.
        place: what a line is called.
        choices: what could have been read otherwise.

    Yields:
        The share of the bytes that is read.

    Returns:
        The dataset, x (N, features) in float64.

    Raises:
        DataError: the file is not a table.
    """
    kinds: dict[int, Kind] = {}
    while True:
        try:
            layout, gathered = yield from _gathering(stream, name, length, delimiters, kinds)
            break
        except WrongKindsError as wrong:
            kinds |= wrong.kinds
            stream.seek(0)
    columns, encoding = _decoded(gathered)
    said = [*notes, *(["The comma was read as the decimal sign."] if layout.decimal == "," else [])]
    if encoding in _ENCODINGS:
        said.append(f"The text is not UTF-8; it was read as {_ENCODINGS[encoding]}.")
    raw = RawTable(
        name,
        gathered.finish(),
        columns,
        named=layout.header is not None,
        notes=tuple(said),
        bad=gathered.bad,
        bad_places=tuple(gathered.bad_lines),
        place=place,
        choices=choices,
    )
    return (yield from assembling(raw, source))


def _gathering(
    stream: BinaryIO, name: str, length: int, delimiters: Sequence[str], kinds: dict[int, Kind]
) -> Generator[Loading, None, tuple[Layout, Gathered]]:
    """Reads all lines; ``kinds`` are those of columns that a former reading found out."""
    quick = length >= QUICK_FROM
    rest = blocks(stream, name, _CHUNK if quick else SMALL, counts=not quick)
    sample = yield from _sample(rest, length)
    layout = _layout("".join(block.text for block in sample), name, delimiters)
    layout = replace(layout, kinds=tuple(kinds.get(j, kind) for j, kind in enumerate(layout.kinds)))
    names = layout.header or [""] * layout.columns
    gathered = Gathered(name, list(map(Gathering, names, layout.kinds)))
    rows = Rows(name, layout, gathered)
    parser, ready = _parsing(layout, rest) if quick else (None, ((block, None) for block in rest))
    with closing(ready):  # ends its threads
        number = 1
        for block, piece in itertools.chain(((block, None) for block in sample), ready):
            block = block if block.line else replace(block, line=number)  # noqa: PLW2901
            number = block.line + _lines(block, piece)
            gathered.share = min(1.0, block.read / max(1, length))
            yield Loading(gathered.share)
            # The first block has the line of the names, which the careful way knows to skip.
            for _ in _adding(block, piece, rows, None if rows.header_due else parser):
                yield Loading(gathered.share)
            _check(gathered, layout)
    _check(gathered, layout, final=True)
    return layout, gathered


def _lines(block: Block, piece: Piece | None) -> int:
    """How many lines a block has; the rows of a piece tell, where no cell holds the end of a line."""
    if piece is None or block.quoted:
        return count_lines(block.data)
    return len(piece.values)


def _parsing(
    layout: Layout, rest: Iterator[Block]
) -> tuple[Parser, Generator[tuple[Block, Piece | None], None, None]]:
    """Parses blocks ahead in threads."""
    from densegui.data import pieces  # noqa: PLC0415 - only large tables need it

    parser = pieces.Parser(layout)
    return parser, pieces.parsing(parser, rest)


def _adding(block: Block, piece: Piece | None, rows: Rows, parser: Parser | None) -> Iterator[None]:
    """Adds a block: what was parsed of it, or its halves, or line by line."""
    if piece is None and parser is None:
        yield from _careful(block, rows)
        return
    from densegui.data import pieces  # noqa: PLC0415 - only large tables need it

    if piece is not None:
        pieces.add(piece, block, rows.gathered, rows.layout.decimal)
        yield
    elif parser is not None and (halves := pieces.halves(block, rows.layout.delimiter)):
        for half in halves:
            yield from _adding(half, parser(half), rows, parser)
    else:
        yield from _careful(block, rows)


def _careful(block: Block, rows: Rows) -> Iterator[None]:
    """Adds a block line by line."""
    if block.quoted or not is_blank(block.text):
        yield from rows.add(block)


def _check(gathered: Gathered, layout: Layout, final: bool = False) -> None:
    """Raises what is wrong with the lines as a whole."""
    if gathered.bad > gathered.rows and (final or gathered.bad > _BAD_MOST):
        cells = "1 cell" if layout.columns == 1 else f"{layout.columns} cells"
        raise DataError(
            f"{gathered.name}: expected {cells} in every line, and {gathered.bad:,} of "
            f"{gathered.bad + gathered.rows:,} lines have another number, the first is line "
            f"{gathered.bad_lines[0]}. Correct the lines; a cell that itself holds "
            f"{excerpt(layout.delimiter)} must stand in quotation marks."
        )
    if final and not gathered.rows:
        raise DataError(f"{gathered.name} holds no row of numbers. Expected at least one.")
    gathered.check(final)


def _decoded(gathered: Gathered) -> tuple[tuple[RawColumn, ...], str]:
    """Returns the columns with names and texts as they were meant, and the encoding that all of them fit."""
    columns = gathered.columns
    texts = [column.name for column in columns]
    for column in columns:
        texts += [] if column.overflown else column.codes
        texts += [column.first_odd[1]] if column.first_odd else []
    decoded, encoding = decode(texts)
    rest = iter(decoded[len(columns) :])
    raw = []
    for name, column in zip(decoded, columns, strict=False):
        categories = () if column.overflown else tuple(itertools.islice(rest, len(column.codes)))
        odd = (column.first_odd[0], next(rest).strip(SPACES)) if column.first_odd else None
        raw.append(
            RawColumn(
                name.strip(SPACES),
                column.kind,
                categories,
                column.missing,
                column.odd,
                odd,
                column.large,
                column.overflown,
            )
        )
    return tuple(raw), encoding


def _sample(rest: Iterator[Block], length: int) -> Generator[Loading, None, list[Block]]:
    """Returns the first blocks that are not blank, with two lines or more if the file has them."""
    sample: list[Block] = []
    lines = 0
    for block in rest:
        if not is_blank(block.text):
            sample.append(block)
            lines += sum(not is_blank(line) for line in block.text.split("\n"))
            if lines > 1:
                break
        yield Loading(min(1.0, block.read / max(1, length)))
    return sample


def _layout(sample: str, name: str, delimiters: Sequence[str]) -> Layout:
    layout = sniff(sample, delimiters)
    if layout is None:
        found = "nothing but blank lines" if is_blank(sample) else "text without an end to its first cell"
        raise DataError(f"{name} holds {found}. Expected rows of numbers.")
    if layout.columns > COLUMNS_MOST:
        raise DataError(
            f"{name}: expected at most {COLUMNS_MOST:,} columns, found {layout.columns:,}. "
            "Save an array that wide as .npy."
        )
    if not layout.rows:
        names = decode([", ".join(layout.header or ())])[0][0]
        raise DataError(
            f"{name} holds only a line of column names, {excerpt(names)}. Expected rows of numbers after it."
        )
    if set(layout.kinds) == {"text"} and layout.delimiter == " ":
        raise DataError(
            f"{name} holds text, {excerpt(decode([sample[:200]])[0][0])}. Expected rows of numbers."
        )
    return layout
