"""Rows: lines of a text table become numbers, one cell after the other and with every line's number."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from densegui.data.dialect import Layout, Row, cut
from densegui.data.errors import DataError
from densegui.data.gathering import Gathered
from densegui.data.text import Block

_BATCH: Final = 20_000


class Rows:
    """The careful way to read lines; what it makes of them is what the quick way must make of them.

    Attributes:
        layout: how the lines are read.
        gathered: where they go.
        header_due: whether the line of the names is still to come.
    """

    def __init__(self, name: str, layout: Layout, gathered: Gathered) -> None:
        self.header_due = layout.header is not None
        self._name = name
        self.layout = layout
        self.gathered = gathered

    def add(self, block: Block) -> Iterator[None]:
        """Adds the lines of a block, batch by batch.

        Raises:
            DataError: text that cannot be cut into cells, or too many rows for the memory.
        """
        rows: list[Row] = []
        lines: list[int] = []
        batch = max(1, _BATCH // self.layout.columns)
        for line, count, row in self._records(block):
            if self.header_due and self.layout.columns - len(row) in {0, 1}:
                self.header_due = False
            elif len(row) != self.layout.columns:
                self.gathered.add_bad(line, count)
            else:
                rows.append(row)
                lines.append(line)
            if len(rows) == batch:
                self._store(rows, lines)
                rows, lines = [], []
                yield
        if rows:
            self._store(rows, lines)
            yield

    def _records(self, block: Block) -> Iterator[tuple[int, int, Row]]:
        line = block.line
        try:
            for before, count, row in cut(block.text, self.layout.delimiter):
                line = block.line + before
                yield line, count, row
        except csv.Error as error:
            raise DataError(
                f"{self._name}, from line {line} on: expected cells of numbers, found text that cannot be "
                f"split into cells ({error}). "
                "Perhaps a quotation mark is never closed."
            ) from None

    def _store(self, rows: Sequence[Row], lines: Sequence[int]) -> None:
        values = [
            column.read(cells, lines, self.layout.decimal)
            for column, cells in zip(self.gathered.columns, zip(*rows, strict=True), strict=True)
        ]
        self.gathered.take(len(rows))[:] = np.array(values, np.float64).T
