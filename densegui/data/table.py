"""Text tables (CSV, TSV and their relatives): streamed into one array of float64."""

from __future__ import annotations

import csv
import math
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import numpy as np

from densegui.data import memory
from densegui.data.dataset import Dataset, Source
from densegui.data.dialect import Layout, cells, is_blank, is_missing, is_number, sniff
from densegui.data.errors import DataError, excerpt
from densegui.data.loading import Loading
from densegui.data.text import Block, blocks, decode

if TYPE_CHECKING:
    from numpy.typing import NDArray

COLUMNS_MOST: Final = 100_000
CLASSES_MOST: Final = 500
"""Different texts a column of labels may hold."""

_ENCODINGS: Final = {"cp949": "CP949 (Korean)", "cp1252": "Windows-1252 (Western European)"}


def reading(stream: BinaryIO, name: str, length: int, source: Source) -> Generator[Loading, None, Dataset]:
    """Reads a table as text.

    Delimiter (comma, semicolon, tab or bar), decimal sign and a first line of names are found from the
    first lines. Text in the last or the first column becomes the labels; all other cells must be numbers.
    UTF-8 (with or without byte order mark), UTF-16 with one, and CP949 are understood. Blank lines are
    skipped.

    Args:
        stream: the open file, at its beginning.
        name: the file's name for sentences.
        length: the file's size in bytes, for progress.
        source: what the dataset shall say of where it came from.

    Yields:
        The share of the bytes that is read.

    Returns:
        The dataset, x (N, features) in float64.

    Raises:
        DataError: the file is not a table of numbers; the message names line and column.
    """
    pieces = blocks(stream, name)
    sample = yield from _sample(pieces, name, length)
    layout = _layout(sample.text, name)
    rows = _Rows(name, layout, length / max(1, len(sample.text)))
    rows.add(sample)
    for block in pieces:
        if block.text:
            rows.add(block)
        yield Loading(min(1.0, block.read / max(1, length)))
    return rows.dataset(source)


def _sample(pieces: Iterator[Block], name: str, length: int) -> Generator[Loading, None, Block]:
    """Returns the first blocks as one, with two lines or more if the file has them."""
    text, read = "", 0
    for block in pieces:
        text += block.text
        read = block.read
        if sum(not line.isspace() for line in text.splitlines(keepends=True)[:1000]) > 1:
            break
        yield Loading(min(1.0, read / max(1, length)))
    if not text.strip():
        raise DataError(f"{name} holds nothing but blank lines. Expected rows of numbers.")
    return Block(text, 1, read)


def _layout(sample: str, name: str) -> Layout:
    layout = sniff(sample)
    if layout.columns > COLUMNS_MOST:
        raise DataError(
            f"{name}: expected at most {COLUMNS_MOST:,} columns, found {layout.columns:,}. "
            "Save an array that wide as .npy."
        )
    if not layout.rows:
        raise DataError(
            f"{name} holds only a line of column names, {excerpt(', '.join(layout.header or ()))}. "
            "Expected rows of numbers after it."
        )
    return layout


class _Rows:
    """The rows read so far, and what was learnt about them."""

    def __init__(self, name: str, layout: Layout, blocks_expected: float) -> None:
        self._name = name
        self._layout = layout
        self._features = layout.columns - (layout.label is not None)
        self._names = [decode([cell])[0][0].strip() for cell in layout.header or ()]
        self._skip_header = layout.header is not None
        self._blocks_expected = blocks_expected
        self._values: NDArray[np.float64] = np.empty(0)
        self._used = 0
        self._classes: dict[str, int] = {}
        self._codes: list[NDArray[np.int64]] = []
        self._missing = 0
        self._first_missing = ""

    def add(self, block: Block) -> None:
        """Adds the lines of a block; the quick way, and where that fails the careful one."""
        values, labels = None, None
        if not self._skip_header and '"' not in block.text:
            values, labels = self._quick(block.text)
        if values is None:
            values, labels = self._careful(block)
        if labels is not None:
            self._add_labels(labels, block.line)
        self._store(values)

    def dataset(self, source: Source) -> Dataset:
        """Returns what was read."""
        if self._missing:
            raise DataError(
                f"{self._name} has {self._missing:,} empty or not finite "
                f"{'cell' if self._missing == 1 else 'cells'} where numbers are expected; the first is "
                f"{self._first_missing}. Fill them in or leave their lines out, "
                "because a missing value cannot be run."
            )
        header = [self._layout.header[j] for j in self._numeric()] if self._layout.header else []
        texts, encoding = decode([*header, *self._classes])
        self._values.resize(self._used, refcheck=False)
        return Dataset(
            self._name,
            self._values.reshape(-1, self._features),
            source,
            feature_names=_unique(texts[: len(header)], self._numeric()),
            labels=np.concatenate(self._codes) if self._codes else None,
            class_names=tuple(texts[len(header) :]),
            notes=self._notes(encoding),
        )

    def _quick(self, text: str) -> tuple[NDArray[np.float64] | None, list[str] | None]:
        """Returns values and labels of plain lines, or None if any line needs a closer look."""
        layout = self._layout
        lines = [line for line in text.split("\n") if line]
        delimiters = layout.columns - 1
        if not lines or any(line.count(layout.delimiter) != delimiters for line in lines):
            return None, None
        labels = None
        if layout.label == 0:
            labels, lines = _unzip(line.partition(layout.delimiter)[::2] for line in lines)
        elif layout.label is not None:
            lines, labels = _unzip(line.rpartition(layout.delimiter)[::2] for line in lines)
        if layout.decimal == ",":
            lines = [line.replace(",", ".") for line in lines]
        try:
            values = np.loadtxt(lines, np.float64, comments=None, delimiter=layout.delimiter, ndmin=2)
        except ValueError:
            return None, None
        if values.shape != (len(lines), self._features) or not np.isfinite(values).all():
            return None, None
        return values, labels

    def _careful(self, block: Block) -> tuple[NDArray[np.float64], list[str] | None]:
        """Returns values and labels line by line; raises what is wrong with its line and column."""
        layout = self._layout
        values: list[float] = []
        labels: list[str] = []
        for line, row in self._records(block):
            if is_blank(row):
                continue
            if self._skip_header:
                self._skip_header = False
                if len(row) == layout.columns:
                    continue
            if len(row) != layout.columns:
                raise DataError(
                    f"{self._name}, line {line}: expected {layout.columns} cells, as in the other lines, "
                    f"found {len(row)}. Correct the line, or check that no cell holds a loose "
                    f"{excerpt(layout.delimiter)}."
                )
            if layout.label is not None:
                labels.append(row.pop(layout.label))
            values.extend(map(self._value, row, self._numeric(), [line] * len(row)))
        array = np.array(values, np.float64).reshape(-1, self._features)
        return array, labels if layout.label is not None else None

    def _records(self, block: Block) -> Iterator[tuple[int, list[str]]]:
        reader: Any = cells(block.text, self._layout.delimiter)
        line = block.line
        try:
            for row in reader:
                yield line, row
                line = block.line + reader.line_num
        except csv.Error as error:
            raise DataError(
                f"{self._name}, line {line} cannot be split into cells ({error}). "
                "Perhaps a quotation mark is never closed."
            ) from None

    def _value(self, cell: str, column: int, line: int) -> float:
        """Returns the number in a cell; counts what is missing, and raises for text."""
        text = cell.replace(",", ".") if self._layout.decimal == "," else cell
        try:
            value = math.nan if "_" in text else float(text)
        except ValueError:
            value = math.nan
        if math.isfinite(value):
            return value
        if not is_missing(cell) and not is_number(cell, self._layout.decimal):
            raise self._text(cell, column, line)
        self._missing += 1
        if self._missing == 1:
            found = excerpt(cell.strip()) if cell.strip() else "empty"
            self._first_missing = f"in line {line}, {self._column(column)} ({found})"
        return 0.0

    def _text(self, cell: str, column: int, line: int) -> DataError:
        sign = "a comma" if self._layout.decimal == "," else "a point"
        return DataError(
            f"{self._name}, line {line}, {self._column(column)}: expected a number with {sign} as decimal "
            f"sign, found {excerpt(decode([cell])[0][0].strip())}. Correct the cell or leave the column out; "
            "text is understood as labels in the last or the first column only."
        )

    def _column(self, column: int) -> str:
        name = self._names[column] if column < len(self._names) else ""
        return f"column {excerpt(name)}" if name else f"column {column + 1}"

    def _numeric(self) -> range:
        """Which columns hold numbers: all but that of the labels, which is the first or the last."""
        first = 1 if self._layout.label == 0 else 0
        return range(first, first + self._features)

    def _add_labels(self, labels: list[str], line: int) -> None:
        classes = self._classes
        codes = [classes.setdefault(label.strip(" \t"), len(classes)) for label in labels]
        if len(classes) > CLASSES_MOST:
            raise DataError(
                f"{self._name}, {self._column(self._layout.label or 0)}: expected numbers, or at most "
                f"{CLASSES_MOST} kinds of text as labels, found more by line {line + len(labels)}. "
                "Leave the column out."
            )
        self._codes.append(np.array(codes, np.int64))

    def _store(self, values: NDArray[np.float64]) -> None:
        end = self._used + values.size
        if end > self._values.size:
            # The first block foretells the whole; later growth is for files whose lines get shorter.
            factor = self._blocks_expected * 1.02 if not self._used else 1.25
            room = max(end, int(max(values.size, self._used) * factor))
            memory.require(
                8 * room,
                f"{self._name}: {room // self._features:,} rows of {self._features:,} numbers",
                "Load a part of it, or save it as .npy, which stays on disk.",
            )
            self._values.resize(room, refcheck=False)
        self._values[self._used : end] = values.reshape(-1)
        self._used = end

    def _notes(self, encoding: str) -> tuple[str, ...]:
        notes = []
        layout = self._layout
        if layout.label is not None:
            place = "last" if layout.label else "first"
            notes.append(
                f"The {place} column is text with {len(self._classes)} values; it became the labels."
            )
        if layout.decimal == ",":
            notes.append("The comma was read as the decimal sign.")
        if encoding in _ENCODINGS:
            notes.append(f"The text is not UTF-8; it was read as {_ENCODINGS[encoding]}.")
        return tuple(notes)


def _unzip(pairs: Iterator[tuple[str, ...]]) -> tuple[list[str], list[str]]:
    first, second = zip(*pairs, strict=True)
    return list(first), list(second)


def _unique(names: list[str], columns: range) -> tuple[str, ...]:
    """Returns names that differ: an empty one says its column, a repeated one gets a number."""
    result: dict[str, None] = {}
    for name, column in zip(names, columns, strict=False):
        base = unique = name.strip() or f"column {column + 1}"
        count = 1
        while unique in result:
            count += 1
            unique = f"{base} ({count})"
        result[unique] = None
    return tuple(result)
