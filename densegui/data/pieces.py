"""Pieces: the quick way through plain lines of a large text table, with polars in threads.

A piece that is not plain in every respect (odd quotation marks, lines with another number of cells, blank
lines) is given back, so that the careful way of ``rows`` has the last word on what it means.
"""

from __future__ import annotations

import os
import re
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data.cells import SPACES
from densegui.data.dialect import Layout
from densegui.data.gathering import EXACT_MOST, LARGE_MOST, Gathered
from densegui.data.text import Block, count_lines, last_end

if TYPE_CHECKING:
    import polars as pl
    from numpy.typing import NDArray

_THREADS: Final = min(16, (os.cpu_count() or 1) + 2)
_SMALLEST: Final = 1 << 16
_AROUND_LINES: Final = re.compile(rb" +\n *| *\n +")


@dataclass(frozen=True, slots=True)
class Looked:
    """Cells of one column that Python looks at, each different one once.

    Attributes:
        column: their number in the table.
        rows: in which rows of the piece they are.
        texts: the different ones, in order of appearance.
        counts: how often each of them is there.
        lines: how many lines of the piece stand before the first of each.
        inverse: which of them every cell is.
    """

    column: int
    rows: NDArray[np.intp]
    texts: list[str]
    counts: list[int]
    lines: list[int]
    inverse: NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Piece:
    """What polars read of a block.

    Attributes:
        values: (rows, columns); NaN where ``looked`` tells more.
        looked: columns of texts and days, and cells that polars found no number in.
        missing: for every column, cells such as "nan" and "inf".
        large: for every column, whether a number is beyond what float64 holds exactly; None if none is.
    """

    values: NDArray[np.float64]
    looked: tuple[Looked, ...]
    missing: NDArray[np.intp] | None
    large: NDArray[np.bool_] | None


class Parser:
    """Reads blocks of a table of this layout; called from any thread."""

    def __init__(self, layout: Layout) -> None:
        import polars as pl  # noqa: PLC0415  # its import takes as long as reading a megabyte

        self._layout = layout
        self._numbers = [j for j, kind in enumerate(layout.kinds) if kind == "number"]
        self._others = [j for j, kind in enumerate(layout.kinds) if kind != "number"]
        self._schema = {
            str(j): pl.Float64() if kind == "number" else pl.String() for j, kind in enumerate(layout.kinds)
        }
        self._texts = dict.fromkeys(self._schema, pl.String())
        self._pl = pl

    def __call__(self, block: Block) -> Piece | None:
        """Returns what polars reads of a block, or None if the block needs a closer look."""
        data = self._prepared(block)
        if data is None:
            return None
        try:
            return self._piece(data, block.quoted)
        except (self._pl.exceptions.PolarsError, self._pl.exceptions.PanicException):
            return None

    def _prepared(self, block: Block) -> bytes | None:
        data = block.data
        if self._layout.delimiter == " ":
            data = data.replace(b"\t", b" ")
            while b"  " in data:
                data = data.replace(b"  ", b" ")
            data = _AROUND_LINES.sub(b"\n", b"\n" + data)[1:].rstrip(b" ")
        elif block.quoted and not _is_quoted_plainly(data, self._layout.delimiter):
            return None
        return _dressed(data) if self._others else data

    def _piece(self, data: bytes, quoted: bool) -> Piece | None:
        frame = self._read(data)
        nulls = np.array(frame.null_count().row(0))
        lines = _line_numbers(data, frame.height) if quoted else np.arange(frame.height)
        if not frame.height or lines is None or not self._is_regular(data, frame, nulls):
            return None
        values = self._values(frame)
        missing, large = self._extremes(values, nulls)
        looked = [
            self._look(j, np.arange(frame.height), frame[str(j)].fill_null(""), lines) for j in self._others
        ]
        odd = [j for j in self._numbers if nulls[j]]
        if odd:
            texts = self._read(data if self._others else _dressed(data), odd)
            for j in odd:
                mask = frame[str(j)].is_null()
                rows = mask.arg_true().to_numpy().astype(np.intp)
                looked.append(self._look(j, rows, texts[str(j)].fill_null("").filter(mask), lines))
        return Piece(values, tuple(looked), missing, large)

    def _read(self, data: bytes, columns: list[int] | None = None) -> pl.DataFrame:
        """Returns numbers and texts as the layout says, or some columns as texts."""
        return self._pl.read_csv(
            data,
            has_header=False,
            separator=self._layout.delimiter,
            quote_char=None if self._layout.delimiter == " " else '"',
            decimal_comma=self._layout.decimal == ",",
            schema=self._schema if columns is None else self._texts,
            columns=columns,
            ignore_errors=True,
        )

    def _is_regular(self, data: bytes, frame: pl.DataFrame, nulls: NDArray[np.intp]) -> bool:
        """Whether empty cells are cells: no line lacks some, and no line is blank."""
        delimiter, width = self._layout.delimiter, self._layout.columns
        if nulls[-1] and _count_outside(data, delimiter) != frame.height * (width - 1):
            return False
        if not nulls[self._numbers].all():
            return True
        pl = self._pl
        empty = [pl.col(str(j)).is_null() for j in self._numbers] + [
            pl.col(str(j)).fill_null("").str.strip_chars(SPACES) == "" for j in self._others
        ]
        return not frame.select(pl.all_horizontal(empty).any()).item()

    def _values(self, frame: pl.DataFrame) -> NDArray[np.float64]:
        if not self._others:
            return frame.to_numpy(order="c", writable=True)
        values = np.full((frame.height, self._layout.columns), np.nan, order="F")
        for j in self._numbers:
            values[:, j] = frame[str(j)].to_numpy()
        return values

    def _extremes(
        self, values: NDArray[np.float64], nulls: NDArray[np.intp]
    ) -> tuple[NDArray[np.intp] | None, NDArray[np.bool_] | None]:
        """Returns ``missing`` and ``large`` of ``Piece``; makes all that is not finite NaN."""
        if not self._others and values.min() >= -EXACT_MOST and values.max() <= EXACT_MOST:
            return None, None
        wrong = ~np.isfinite(values)
        missing = wrong.sum(axis=0) - nulls
        missing[self._others] = 0
        values[wrong] = np.nan
        with np.errstate(invalid="ignore"):
            size = np.abs(values)
            large = (size > EXACT_MOST) & (size < LARGE_MOST)
        return missing, np.logical_or.reduce(large, axis=0)

    def _look(self, column: int, rows: NDArray[np.intp], cells: pl.Series, lines: NDArray[np.intp]) -> Looked:
        texts, first, inverse = distinct(cells)
        counts = np.bincount(inverse, minlength=len(texts)).tolist()
        return Looked(column, rows, texts, counts, lines[rows[first]].tolist(), inverse)


def distinct(cells: pl.Series) -> tuple[list[str], NDArray[np.intp], NDArray[np.intp]]:
    """Returns the different texts in order of appearance, where each stands first, and which each cell is."""
    first = np.sort(cells.arg_unique().to_numpy()).astype(np.intp)
    texts = cells.gather(first)
    return texts.to_list(), first, cells.replace_strict(texts, np.arange(len(first))).to_numpy()


def add(piece: Piece, block: Block, gathered: Gathered, decimal: str) -> None:
    """Adds a piece to what is gathered.

    Raises:
        DataError: the table does not fit into memory.
    """
    values = gathered.take(len(piece.values))
    values[:] = piece.values
    for looked in piece.looked:
        lines = [block.line + line for line in looked.lines]
        found = gathered.columns[looked.column].read(looked.texts, lines, decimal, looked.counts)
        values[looked.rows, looked.column] = np.array(found)[looked.inverse]
    for j, column in enumerate(gathered.columns):
        column.missing += 0 if piece.missing is None else int(piece.missing[j])
        column.large = column.large or (piece.large is not None and bool(piece.large[j]))


def parsing(parser: Parser, blocks: Iterable[Block]) -> Generator[tuple[Block, Piece | None], None, None]:
    """Parses blocks in threads, some of them ahead.

    Yields:
        Every block with what is in it, in order; None for one that needs a closer look.
    """
    waiting: deque[tuple[Block, Future[Piece | None]]] = deque()
    pool = ThreadPoolExecutor(_THREADS, thread_name_prefix="table")
    try:
        for block in blocks:
            if block.data:
                waiting.append((block, pool.submit(parser, block)))
            if len(waiting) > _THREADS:
                first, future = waiting.popleft()
                yield first, future.result()
        while waiting:
            first, future = waiting.popleft()
            yield first, future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def halves(block: Block, delimiter: str) -> tuple[Block, Block] | None:
    """Cuts a block between two lines near its middle.

    Returns:
        The halves; None if the block is small, or if odd quotation marks leave open where a line ends.
    """
    if len(block.data) <= _SMALLEST or (block.quoted and not _is_quoted_plainly(block.data, delimiter)):
        return None
    cut = last_end(block.data[: len(block.data) // 2], block.quoted)
    first, second = block.data[:cut], block.data[cut:]
    half = Block(second, block.line + count_lines(first), block.read, block.quoted)
    return (Block(first, block.line, block.read, block.quoted), half) if cut else None


def _is_quoted_plainly(data: bytes, delimiter: str) -> bool:
    """Whether every quotation mark begins or ends a cell, or is one of two in a quoted cell."""
    if b'"' not in data:
        return True
    array = np.frombuffer(b"\n" + data + b"\n", np.uint8)
    marks = np.flatnonzero(array == ord('"'))
    if len(marks) % 2:
        return False
    beside = np.concatenate((array[marks[::2] - 1], array[marks[1::2] + 1]))
    return bool(np.isin(beside, np.frombuffer(f'\n"{delimiter}'.encode(), np.uint8)).all())


def _dressed(data: bytes) -> bytes:
    """Returns bytes of any encoding dressed as Latin-1, as in ``rows``, in UTF-8, which polars needs."""
    return data if data.isascii() else data.decode("latin-1").encode()


def _count_outside(data: bytes, delimiter: str) -> int:
    """How many delimiters stand outside quotation marks."""
    if b'"' not in data or delimiter == " ":
        return data.count(delimiter.encode())
    array = np.frombuffer(data, np.uint8)
    inside = np.searchsorted(np.flatnonzero(array == ord('"')), np.flatnonzero(array == ord(delimiter))) % 2
    return int(np.count_nonzero(inside == 0))


def _line_numbers(data: bytes, rows: int) -> NDArray[np.intp] | None:
    """Returns how many lines stand before every row; None if there are more or fewer rows than records."""
    if b'"' not in data:
        return np.arange(rows)
    array = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(array == ord("\n"))
    marks = np.searchsorted(np.flatnonzero(array == ord('"')), ends)
    starts = np.concatenate(([0], np.flatnonzero(marks % 2 == 0) + 1))
    if data.endswith(b"\n"):
        starts = starts[:-1]
    return starts if len(starts) == rows else None
