"""Files: what a file holds is told by its first bytes, then by the ending of its name."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator
from pathlib import Path
from typing import BinaryIO, Final

from densegui.data import arrays, table
from densegui.data.dataset import Dataset, frozen_source
from densegui.data.errors import DataError, unreadable
from densegui.data.loading import Loading, finish

ENDINGS: Final = (".csv", ".tsv", ".txt", ".npy")
"""Endings a file dialog offers; any other text table is read as well."""

_HEAD: Final = 4096
_ACCEPTED: Final = "a table as text (.csv, .tsv, .txt) or a NumPy array (.npy)"
_FOREIGN: Final = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a BMP picture"),
    (b"%PDF", "a PDF document"),
    (b"PAR1", "a Parquet table"),
    (b"ARROW1", "an Arrow table"),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x80\x02", "a Python pickle, which is never read, because reading it can run a program"),
    (b"\x80\x03", "a Python pickle, which is never read, because reading it can run a program"),
    (b"\x80\x04", "a Python pickle, which is never read, because reading it can run a program"),
    (b"\x80\x05", "a Python pickle, which is never read, because reading it can run a program"),
    (b"PK\x03\x04", "a zip archive, such as an .xlsx workbook or an .npz"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def load(path: str | os.PathLike[str], *, samples_in_columns: bool = False) -> Dataset:
    """Loads a file.

    Args:
        path: a table as text (.csv, .tsv, .txt) or a NumPy array (.npy).
        samples_in_columns: whether every column of the file is a sample, so that it is turned.

    Returns:
        The dataset, rows as samples.

    Raises:
        DataError: the file cannot be read or used; the message says why and what to do.
    """
    return finish(reading(path, samples_in_columns=samples_in_columns))


def reading(
    path: str | os.PathLike[str], *, samples_in_columns: bool = False
) -> Generator[Loading, None, Dataset]:
    """Loads a file like ``load``, piece by piece; every ``yield`` is a point of progress and cancel.

    Yields:
        The share that is read.

    Returns:
        The dataset, rows as samples.

    Raises:
        DataError: the file cannot be read or used; the message says why and what to do.
    """
    place = Path(os.path.abspath(path))  # noqa: PTH100  # Path.resolve would follow links and ask the disk
    name = place.name or str(place)
    yield Loading(0.0)
    try:
        with _opened(place, name) as stream:
            dataset = yield from _content(stream, place)
    except OSError as error:
        raise unreadable(name, error) from error
    except MemoryError:
        raise DataError(
            f"{name} does not fit into the memory that is free. Close other programs, or load a part of it."
        ) from None
    return dataset.transposed() if samples_in_columns else dataset


def _opened(place: Path, name: str) -> BinaryIO:
    try:
        mode = place.stat().st_mode
    except ValueError:
        raise DataError(f"{name!r} is not a name a file can have. Choose another file.") from None
    if stat.S_ISDIR(mode):
        raise DataError(f"{name} is a folder, and a single file is expected: {_ACCEPTED}.")
    if not stat.S_ISREG(mode):
        # Opening a pipe would wait for a writer that may never come.
        raise DataError(f"{name} is a device or a pipe, and a file on disk is expected: {_ACCEPTED}.")
    return place.open("rb")


def _content(stream: BinaryIO, place: Path) -> Generator[Loading, None, Dataset]:
    length = os.fstat(stream.fileno()).st_size
    head = stream.read(_HEAD)
    stream.seek(0)
    name = place.name
    source = frozen_source("file", path=str(place))
    if not head:
        raise DataError(f"{name} is empty. Choose {_ACCEPTED} with at least one row of numbers.")
    if head.startswith(arrays.MAGIC) or place.suffix.lower() == ".npy":
        return (yield from arrays.reading(stream, name, length, source))
    for magic, words in _FOREIGN:
        if head.startswith(magic) and not _is_text(head):
            raise DataError(f"{name} is {words}. Expected {_ACCEPTED}; save or export the numbers as one.")
    return (yield from table.reading(stream, name, length, source))


def _is_text(head: bytes) -> bool:
    """Whether these first bytes could be a header such as "BMI,age" rather than the magic of a format."""
    return all(byte >= 32 or byte in b"\t\r\n" for byte in head) and not head.startswith((b"%PDF", b"{\\rtf"))
