"""Rows: lines of a text table become numbers and labels; what is wrong is named by line and column."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data import memory
from densegui.data.dialect import Layout, cells, is_missing, is_number
from densegui.data.errors import DataError, excerpt
from densegui.data.text import Block, decode

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Batch = tuple[NDArray[np.float64], list[str]]

CLASSES_MOST: Final = 500
"""Different texts a column of labels may hold."""

_BATCH: Final = 20_000


class Rows:
    """The rows read so far.

    Attributes:
        classes: the texts of the label column, as ``text.decode`` takes them, in order of appearance.
    """

    def __init__(self, name: str, layout: Layout, blocks_expected: float) -> None:
        self.classes: dict[str, int] = {}
        self._name = name
        self._layout = layout
        self._features = len(layout.features)
        self._names = [decode([cell])[0][0].strip("# \t") for cell in layout.header or ()]
        self._skip_header = layout.header is not None
        self._blocks_expected = blocks_expected
        self._values: NDArray[np.float64] | None = None
        self._used = 0
        self._codes: list[NDArray[np.int64]] = []
        self._missing = 0
        self._first_missing = ""

    def add(self, block: Block) -> Iterator[None]:
        """Adds the lines of a block, batch by batch; the quick way, and if that fails the careful one.

        Raises:
            DataError: a line that does not fit, or too many rows for the memory.
        """
        quick = None
        if not self._skip_header and '"' not in block.text:
            quick = self._quick(block.text)
        for values, labels in self._careful(block) if quick is None else (quick,):
            self._add_labels(labels, block)
            self._store(values)
            yield

    def finish(self) -> tuple[NDArray[np.float64], NDArray[np.int64] | None]:
        """Returns values (N, features) and labels (N,).

        Raises:
            DataError: cells without a number, or no row at all.
        """
        if self._missing:
            cells_are = "cell" if self._missing == 1 else "cells"
            raise DataError(
                f"{self._name} has {self._missing:,} empty or not finite {cells_are} where numbers are "
                f"expected; the first is {self._first_missing}. Fill them in or leave their lines out, "
                "because a missing value cannot be run."
            )
        if self._values is None:
            raise DataError(f"{self._name} holds no row of numbers. Expected at least one.")
        self._values.resize(self._used, refcheck=False)
        labels = np.concatenate(self._codes) if self._layout.label is not None else None
        return self._values.reshape(-1, self._features), labels

    def _quick(self, text: str) -> Batch | None:
        """Returns values and labels of plain lines, or None if any line needs a closer look."""
        layout = self._layout
        lines = [line for line in text.split("\n") if line]
        spaces = layout.delimiter == " "
        delimiter = None if spaces else layout.delimiter
        if not spaces and any(line.count(layout.delimiter) != layout.columns - 1 for line in lines):
            return None
        labels: list[str] = []
        try:
            if layout.label == 0:
                labels, lines = _unzip(line.split(delimiter, 1) for line in lines)
            elif layout.label is not None:
                lines, labels = _unzip(line.rsplit(delimiter, 1) for line in lines)
            # loadtxt would skip a line without anything in it.
            if not lines or not all(map(str.strip, lines)):
                return None
            if layout.decimal == ",":
                lines = [line.replace(",", ".") for line in lines]
            values = np.loadtxt(lines, np.float64, comments=None, delimiter=delimiter, ndmin=2)
        except ValueError:
            return None
        if values.shape != (len(lines), self._features) or not np.isfinite(values).all():
            return None
        return values, labels

    def _careful(self, block: Block) -> Iterator[Batch]:
        """Yields values and labels line by line; raises what is wrong with its line and column."""
        layout = self._layout
        values: list[float] = []
        labels: list[str] = []
        for line, row in self._records(block):
            if self._skip_header:
                self._skip_header = False
                if len(row) == layout.columns:
                    continue
            if len(row) != layout.columns:
                raise self._ragged(line, len(row))
            if layout.label is not None:
                labels.append(row.pop(layout.label))
            values.extend(self._numbers(row, line))
            if len(values) >= _BATCH:
                yield self._array(values), labels
                values, labels = [], []
        if values:
            yield self._array(values), labels

    def _array(self, values: list[float]) -> NDArray[np.float64]:
        return np.array(values, np.float64).reshape(-1, self._features)

    def _records(self, block: Block) -> Iterator[tuple[int, list[str]]]:
        line = block.line
        try:
            for before, row in cells(block.text, self._layout.delimiter):
                line = block.line + before
                yield line, row
        except csv.Error as error:
            raise DataError(
                f"{self._name}, from line {line} on: expected cells of numbers, found text that cannot be "
                f"split into cells ({error}). "
                "Perhaps a quotation mark is never closed."
            ) from None

    def _numbers(self, row: list[str], line: int) -> list[float]:
        """Returns the numbers in the cells; counts what is missing, and raises for text."""
        texts = [cell.replace(",", ".") for cell in row] if self._layout.decimal == "," else row
        try:
            numbers = list(map(float, texts))
        except ValueError:
            numbers = []
        # float understands more than a table shall: 1_000, nan, infinity.
        if numbers and all(map(math.isfinite, numbers)) and "_" not in "".join(row):
            return numbers
        return [
            self._number(cell, column, line) for cell, column in zip(row, self._layout.features, strict=True)
        ]

    def _number(self, cell: str, column: int, line: int) -> float:
        decimal = self._layout.decimal
        if is_number(cell, decimal):
            value = float(cell.replace(",", "."))
            if math.isfinite(value):
                return value
        elif not is_missing(cell):
            raise self._text(cell, column, line)
        self._missing += 1
        if self._missing == 1:
            found = excerpt(cell.strip()) if cell.strip() else "empty"
            self._first_missing = f"in line {line}, {self._column(column)} ({found})"
        return 0.0

    def _ragged(self, line: int, found: int) -> DataError:
        expected = self._layout.columns
        return DataError(
            f"{self._name}, line {line}: expected {expected} {'cell' if expected == 1 else 'cells'} "
            f"as in the other lines, found {found}. Correct the line; a cell that itself holds "
            f"{excerpt(self._layout.delimiter)} must stand in quotation marks."
        )

    def _text(self, cell: str, column: int, line: int) -> DataError:
        found = decode([cell])[0][0].strip(" \t")
        sign = " with a decimal comma" if self._layout.decimal == "," else ""
        return DataError(
            f"{self._name}, line {line}, {self._column(column)}: expected a number{sign}, "
            f"found {excerpt(found)}. Correct the cell or leave the column out; "
            "one column of text, the last or the first, can hold labels."
        )

    def _column(self, column: int) -> str:
        name = self._names[column] if column < len(self._names) else ""
        return f"column {excerpt(name)}" if name else f"column {column + 1}"

    def _add_labels(self, labels: list[str], block: Block) -> None:
        if self._layout.label is None:
            return
        classes = self.classes
        codes = [classes.setdefault(label.strip(), len(classes)) for label in labels]
        if len(classes) > CLASSES_MOST:
            raise DataError(
                f"{self._name}, {self._column(self._layout.label)}: expected numbers, or at most "
                f"{CLASSES_MOST} kinds of text as labels, found more in the lines from {block.line} on. "
                "Leave the column out."
            )
        self._codes.append(np.array(codes, np.int64))

    def _store(self, values: NDArray[np.float64]) -> None:
        end = self._used + values.size
        if self._values is None:
            # The first batch foretells the whole, with a little room for lines that get shorter.
            self._values = np.empty(self._room(int(end * self._blocks_expected * 1.02) + 1))
        elif end > self._values.size:
            self._values.resize(self._room(end + end // 4), refcheck=False)
        self._values[self._used : end] = values.reshape(-1)
        self._used = end

    def _room(self, count: int) -> int:
        memory.require(
            8 * count,
            f"{self._name}: a table of about {count // self._features:,} × {self._features:,} numbers",
            "Load a part of it, or save it as .npy, which stays on disk.",
        )
        return count


def _unzip(pairs: Iterable[list[str]]) -> tuple[list[str], list[str]]:
    """Returns the first and the second halves; ValueError if a pair is none."""
    first, second = zip(*pairs, strict=True)
    return list(first), list(second)
