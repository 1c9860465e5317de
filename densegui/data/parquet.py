"""Parquet tables: columns that know their type, read batch by batch."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np
import polars as pl

from densegui.data.assembling import RawColumn, RawTable, assembling
from densegui.data.dataset import Dataset, Source
from densegui.data.dialect import COLUMNS_MOST, Kind
from densegui.data.errors import DataError, excerpt
from densegui.data.gathering import EXACT_MOST, Gathered, Gathering
from densegui.data.loading import Loading
from densegui.data.parquet_pages import checking
from densegui.data.pieces import distinct
from densegui.data.remarks import listed

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAGIC: Final = b"PAR1"

_NUMBERS_AT_ONCE: Final = 1 << 20
_SMALLEST: Final = 12
_DAY: Final = 86_400e6
_SAVE: Final = "Write the file again, or save the table as CSV."


def reading(stream: BinaryIO, name: str, length: int, source: Source) -> Generator[Loading, None, Dataset]:
    """Reads a Parquet table.

    Numbers, true and false, days and texts become what they become in a text table; times and time spans
    are seconds. Lists and structures are left out.

    Args:
        stream: the open file.
        name: the file's name for sentences.
        length: the file's size in bytes.
        source: what the dataset shall say of where it came from; its ``path`` is opened again.

    Yields:
        The share that is read.

    Returns:
        The dataset, x (N, features) in float64.

    Raises:
        DataError: a file that is damaged, or no table of numbers.
    """
    stream.seek(max(0, length - len(MAGIC)))
    if length < _SMALLEST or stream.read() != MAGIC:
        raise DataError(f"{name}: the Parquet table has no end, so it was cut short. {_SAVE}")
    yield from checking(stream, name, length, _SAVE)
    frame = pl.scan_parquet(
        source.parameters["path"], glob=False, hive_partitioning=False, use_statistics=False
    )
    try:
        gathered, left_out = yield from _gathering(frame, name)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        raise DataError(
            f"{name}: expected a sound Parquet table, found one that is damaged or of a kind that cannot be "
            f"read ({excerpt(str(error).splitlines()[0])}). {_SAVE}"
        ) from None
    columns = tuple(
        RawColumn(
            column.name,
            column.kind,
            () if column.overflown else tuple(column.codes),
            column.missing,
            large=column.large,
            overflown=column.overflown,
        )
        for column in gathered.columns
    )
    return (yield from assembling(RawTable(name, gathered.finish(), columns, notes=left_out), source))


def _gathering(frame: pl.LazyFrame, name: str) -> Generator[Loading, None, tuple[Gathered, tuple[str, ...]]]:
    """Reads all columns that can be used; returns them and what is to be said of the others."""
    schema = frame.collect_schema()
    if len(schema) > COLUMNS_MOST:
        raise DataError(f"{name}: expected at most {COLUMNS_MOST:,} columns, found {len(schema):,}.")
    cells = [_as_number_or_text(j, dtype) for j, dtype in enumerate(schema.dtypes())]
    used = [j for j, cell in enumerate(cells) if cell is not None]
    rows = frame.select(pl.len()).collect().item()
    if not used or not rows:
        found = "no row" if used else "no column of numbers or texts"
        raise DataError(f"{name} holds {found}. Expected at least one row and one column of numbers.")
    names, dtypes = schema.names(), schema.dtypes()
    gathered = Gathered(name, [Gathering(names[j], _kind(dtypes[j])) for j in used])
    chunk = max(1, _NUMBERS_AT_ONCE // len(used))
    chosen = frame.select(cell.alias(str(j)) for j, cell in enumerate(cells) if cell is not None)
    for batch in chosen.collect_batches(chunk_size=chunk, maintain_order=True):
        gathered.share = min(1.0, (gathered.rows + batch.height) / rows)
        values = gathered.take(batch.height)
        for place, column in enumerate(gathered.columns):
            values[:, place] = _values(batch.to_series(place), column, dtypes[used[place]].is_integer())
        yield Loading(gathered.share)
    return gathered, _notes(schema)


def _as_number_or_text(place: int, dtype: pl.DataType) -> pl.Expr | None:
    """Returns a column as float64 or as text; None if it holds neither."""
    cells = pl.nth(place)
    if isinstance(dtype, pl.Datetime):
        return cells.dt.epoch("us").cast(pl.Float64) / _DAY
    if isinstance(dtype, pl.Date):
        return cells.cast(pl.Int32).cast(pl.Float64)
    if isinstance(dtype, pl.Duration):
        return cells.dt.total_microseconds().cast(pl.Float64) / 1e6
    if isinstance(dtype, pl.Time):
        return cells.cast(pl.Int64).cast(pl.Float64) / 1e9
    if dtype.is_numeric() or isinstance(dtype, pl.Boolean | pl.Null):
        return cells.cast(pl.Float64)
    return cells.cast(pl.String).fill_null("") if _kind(dtype) == "text" else None


def _kind(dtype: pl.DataType) -> Kind:
    if isinstance(dtype, pl.String | pl.Categorical | pl.Enum):
        return "text"
    return "date" if isinstance(dtype, pl.Date | pl.Datetime) else "number"


def _values(cells: pl.Series, column: Gathering, whole: bool) -> NDArray[np.float64]:
    """Returns the numbers of a column, NaN for what is missing, and counts these."""
    if column.kind == "text":
        texts, first, inverse = distinct(cells)
        counts = np.bincount(inverse, minlength=len(texts)).tolist()
        return np.array(column.read(texts, first.tolist(), ".", counts))[inverse]
    values = cells.to_numpy(writable=True)
    values[~np.isfinite(values)] = np.nan
    column.missing += int(np.count_nonzero(np.isnan(values)))
    column.large = column.large or (whole and bool((np.abs(values) > EXACT_MOST).any()))
    return values


def _notes(schema: pl.Schema) -> tuple[str, ...]:
    seconds = [excerpt(name) for name, dtype in schema.items() if isinstance(dtype, pl.Time | pl.Duration)]
    other = [excerpt(name) for name, dtype in schema.items() if _as_number_or_text(0, dtype) is None]
    notes = [f"Times became seconds: column {listed(seconds)}."] if seconds else []
    if other:
        notes.append(f"Left out, because it holds neither numbers nor text: column {listed(other)}.")
    return tuple(notes)
