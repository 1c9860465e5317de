"""From columns as they were read to a Dataset: what is of no use is left out, the labels are found."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data.dataset import Column, Dataset, Source
from densegui.data.dialect import Kind
from densegui.data.errors import DataError
from densegui.data.labels import guessing
from densegui.data.loading import Loading
from densegui.data.preparation import preparing
from densegui.data.remarks import remarks
from densegui.data.steps import ChooseLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.choices import Choice

_BLOCK: Final = 1 << 19
_TRUTHS: Final = {"true": 1.0, "false": 0.0}


@dataclass(frozen=True, slots=True)
class RawColumn:
    """A column as it was read.

    Attributes:
        name: what the table calls it, or empty.
        kind: what it holds.
        categories: of a column of text.
        missing: empty cells, and those that say there is nothing.
        odd: cells of another kind than the column, which are taken as missing.
        first_odd: in which line or row the first of them is, and what it holds.
        large: whether it holds numbers beyond what float64 holds exactly.
        overflown: whether it holds so many different texts that it is left out.
    """

    name: str
    kind: Kind = "number"
    categories: tuple[str, ...] = ()
    missing: int = 0
    odd: int = 0
    first_odd: tuple[int, str] | None = None
    large: bool = False
    overflown: bool = False

    @property
    def truths(self) -> bool:
        """Whether its texts are true and false."""
        return bool(self.categories) and all(text.lower() in _TRUTHS for text in self.categories)


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it was read.

    Attributes:
        name: the file's name.
        values: all rows one after the other, float64; NaN for what is missing, codes for texts. They are
            changed by ``assembling``.
        columns: what each column is.
        named: whether the names are the table's own.
        notes: what was understood on the way.
        bad: lines that could not be read.
        bad_places: the numbers of the first of them.
        place: what a line is called.
        choices: what could have been read otherwise.
    """

    name: str
    values: NDArray[np.float64]
    columns: tuple[RawColumn, ...]
    named: bool = True
    notes: tuple[str, ...] = ()
    bad: int = 0
    bad_places: tuple[int, ...] = ()
    place: str = "line"
    choices: tuple[Choice, ...] = ()


def assembling(raw: RawTable, source: Source) -> Generator[Loading, None, Dataset]:
    """Makes a dataset of a table.

    Args:
        raw: the table; its values are used up.
        source: what the dataset shall say of where it came from.

    Yields:
        That it is nearly done.

    Returns:
        The dataset; its ``original`` has every column, if one was taken for the labels. Texts are
        categories, true and false are 1 and 0, days are counted from 1970-01-01.

    Raises:
        DataError: no column can be used.
    """
    width = len(raw.columns)
    kept = _usable(raw)
    names = _unique([column.name for column in raw.columns])
    columns = [raw.columns[j] for j in kept]
    values = raw.values
    if len(kept) < width:
        yield from _compact(values, width, kept)
    table = values.reshape(-1, len(kept))
    guess = yield from guessing(table, columns, raw.named)
    for j, column in enumerate(columns):
        if column.truths and (guess is None or j != guess.column):
            _set_truths(table[:, j], column.categories)
            columns[j] = replace(column, categories=())
    dataset = Dataset(
        raw.name,
        table,
        source,
        feature_names=tuple(names[j] for j in kept) if raw.named else (),
        columns=_categories(columns, [names[j] for j in kept]),
        notes=remarks(raw, names, kept, guess),
        choices=raw.choices,
    )
    return dataset if guess is None else (yield from preparing(dataset, (ChooseLabel(guess.column),)))


def _categories(columns: Sequence[RawColumn], names: Sequence[str]) -> tuple[Column, ...]:
    if not any(column.categories for column in columns):
        return ()
    return tuple(Column(name, column.categories) for name, column in zip(names, columns, strict=True))


def _usable(raw: RawTable) -> list[int]:
    """Returns the columns that hold something that can be used."""
    rows = len(raw.values) // len(raw.columns)
    kept = [
        j
        for j, column in enumerate(raw.columns)
        if not column.overflown and column.missing + column.odd < rows
    ]
    if not kept:
        raise DataError(
            f"{raw.name}: every column is empty or holds nothing but different texts. "
            "Expected at least one column of numbers or of categories."
        )
    if len(kept) == 1 and raw.columns[kept[0]].kind == "text" and not raw.columns[kept[0]].truths:
        raise DataError(f"{raw.name} holds one column of text. Expected at least one column of numbers.")
    return kept


def _set_truths(column: NDArray[np.float64], categories: Sequence[str]) -> None:
    there = np.isfinite(column)
    truths = np.array([_TRUTHS[text.lower()] for text in categories])
    column[there] = truths[column[there].astype(np.intp)]


def _compact(values: NDArray[np.float64], width: int, kept: Sequence[int]) -> Generator[Loading, None, None]:
    """Moves the kept columns together, in place: a copy might not fit into memory."""
    rows = len(values) // width
    step = max(1, _BLOCK // width)
    for start in range(0, rows, step):
        stop = min(start + step, rows)
        block = values[start * width : stop * width].reshape(-1, width)[:, kept]
        values[start * len(kept) : stop * len(kept)] = block.reshape(-1)
        yield Loading(1.0)
    values.resize(rows * len(kept), refcheck=False)


def _unique(given: Sequence[str]) -> list[str]:
    """Returns names that differ: an empty one says its column, a repeated one gets a number."""
    result: dict[str, None] = {}
    for column, name in enumerate(given):
        base = unique = name.strip("# \t\n") or f"column {column + 1}"
        count = 1
        while unique in result:
            count += 1
            unique = f"{base} ({count})"
        result[unique] = None
    return list(result)
