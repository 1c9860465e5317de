"""Text tables (CSV, TSV and their relatives): streamed into one array of float64."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Iterator
from typing import BinaryIO, Final

from densegui.data.dataset import Dataset, Source
from densegui.data.dialect import COLUMNS_MOST, Layout, is_blank, sniff
from densegui.data.errors import DataError, excerpt
from densegui.data.loading import Loading
from densegui.data.rows import Rows
from densegui.data.text import Block, blocks, decode

_ENCODINGS: Final = {"cp949": "CP949 (Korean)", "cp1252": "Windows-1252 (Western European)"}


def reading(stream: BinaryIO, name: str, length: int, source: Source) -> Generator[Loading, None, Dataset]:
    """Reads a table as text.

    Delimiter (comma, semicolon, tab, bar or spaces), decimal sign and a first line of names are found from
    the first lines. Text in the last or the first column becomes the labels; all other cells must be
    numbers. UTF-8 (with or without byte order mark), UTF-16 with one, and CP949 are understood. Blank lines
    are skipped.

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
    sample = yield from _sample(pieces, length)
    text = "".join(block.text for block in sample)
    layout = _layout(text, name)
    rows = Rows(name, layout, length / len(text))
    for block in itertools.chain(sample, pieces):
        done = min(1.0, block.read / max(1, length))
        yield Loading(done)
        if not is_blank(block.text):
            for _ in rows.add(block):
                yield Loading(done)
    x, labels = rows.finish()
    header = [layout.header[j] for j in layout.features] if layout.header else []
    texts, encoding = decode([*header, *rows.classes])
    classes = tuple(texts[len(header) :])
    return Dataset(
        name,
        x,
        source,
        feature_names=_unique(texts[: len(header)], layout.features),
        labels=labels,
        class_names=tuple(text or "(empty)" for text in classes),
        notes=_notes(layout, len(classes), encoding),
    )


def _sample(pieces: Iterator[Block], length: int) -> Generator[Loading, None, list[Block]]:
    """Returns the first blocks that are not blank, with two lines or more if the file has them."""
    sample: list[Block] = []
    lines = 0
    for block in pieces:
        if not is_blank(block.text):
            sample.append(block)
            lines += sum(not is_blank(line) for line in block.text.split("\n"))
            if lines > 1:
                break
        yield Loading(min(1.0, block.read / max(1, length)))
    return sample


def _layout(sample: str, name: str) -> Layout:
    layout = sniff(sample)
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
    return layout


def _notes(layout: Layout, classes: int, encoding: str) -> tuple[str, ...]:
    notes = []
    if layout.label is not None:
        place = "last" if layout.label else "first"
        values = "one value" if classes == 1 else f"{classes} different values"
        notes.append(f"The {place} column is text with {values}; it became the labels.")
    if layout.decimal == ",":
        notes.append("The comma was read as the decimal sign.")
    if encoding in _ENCODINGS:
        notes.append(f"The text is not UTF-8; it was read as {_ENCODINGS[encoding]}.")
    return tuple(notes)


def _unique(names: list[str], columns: range) -> tuple[str, ...]:
    """Returns names that differ: an empty one says its column, a repeated one gets a number."""
    result: dict[str, None] = {}
    for name, column in zip(names, columns, strict=False):
        base = unique = name.strip("# \t") or f"column {column + 1}"
        count = 1
        while unique in result:
            count += 1
            unique = f"{base} ({count})"
        result[unique] = None
    return tuple(result)
