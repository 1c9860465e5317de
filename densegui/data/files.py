"""Files: what a file holds is told by its first bytes, then by the ending of its name."""

from __future__ import annotations

import os
import re
import stat
import zlib
from collections.abc import Callable, Generator, Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, Final

from densegui.data.dataset import Dataset, frozen_source
from densegui.data.errors import DataError, unreadable
from densegui.data.loading import Loading, finish
from densegui.data.options import checked, unfit
from densegui.data.picture_file import ENDINGS as PICTURES

ENDINGS: Final = (".csv", ".tsv", ".txt", ".npy", ".npz", *PICTURES, ".gz", ".bin")
"""Endings a file dialog offers. Files of MNIST and CIFAR may have none; any text table is read, too."""

_HEAD: Final = 4096
_IDX: Final = re.compile(r"[-.]idx[1-4]-ubyte(\.gz)?$", re.IGNORECASE)
_ACCEPTED: Final = (
    "a table as text (.csv, .tsv, .txt), a NumPy array (.npy, .npz), pictures, MNIST or CIFAR files"
)
_MODULES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "arrays": frozenset(),
        "cifar": frozenset({"part"}),
        "folders": frozenset({"files", "size", "channels", "part"}),
        "idx": frozenset(),
        "npz": frozenset({"member", "labels"}),
        "pictures": frozenset({"size", "channels"}),
        "table": frozenset(),
    }
)
"""Modules that read files, each when first asked, and the options that each knows."""
_BATCH: Final = re.compile(r"data_batch_\d|test_batch|batches\.meta")
_PICKLES: Final = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
_FOREIGN: Final = (
    (b"GIF8", "a GIF picture"),
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
    (b"PK\x03\x04", "a zip archive, such as an .xlsx workbook or an .npz"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def load(
    path: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    samples_in_columns: bool = False,
    **options: Any,
) -> Dataset:
    """Loads a file, several pictures, or a folder.

    Args:
        path: what to load; ``ENDINGS`` says what files are understood.
        samples_in_columns: whether every column of the file is a sample, so that it is turned.
        options: of the kind of file, such as ``member="x_train"``; see ``options.OPTIONS``.

    Returns:
        The dataset, rows as samples.

    Raises:
        DataError: the file cannot be read or used; the message says why and what to do.
        TypeError: there is no such option.
        ValueError: an option with a value it cannot have.
    """
    return finish(reading(path, samples_in_columns=samples_in_columns, **options))


def reading(
    path: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    samples_in_columns: bool = False,
    **options: Any,
) -> Generator[Loading, None, Dataset]:
    """Loads a file like ``load``, piece by piece; every ``yield`` is a point of progress and cancel.

    Yields:
        The share that is read.

    Returns:
        The dataset, rows as samples.

    Raises:
        DataError: the file cannot be read or used; the message says why and what to do.
        TypeError: there is no such option.
        ValueError: an option with a value it cannot have.
    """
    if not isinstance(path, (str, os.PathLike)):
        path, names = _together(path)
        options.update(names)
    place = Path(os.path.abspath(path))  # noqa: PTH100  # Path.resolve would follow links and ask the disk
    name = place.name or str(place)
    options = checked(options)
    yield Loading(0.0)
    try:
        dataset = yield from _read(place, name, options)
    except OSError as error:
        raise unreadable(name, error) from error
    except MemoryError:
        raise DataError(
            f"{name} does not fit into the memory that is free. Close other programs, or load a part of it."
        ) from None
    return dataset.transposed() if samples_in_columns else dataset


def _together(paths: Sequence[str | os.PathLike[str]]) -> tuple[str, dict[str, Any]]:
    """Returns what to read for several paths: the folder that holds them, and their names in it."""
    places = [os.path.abspath(path) for path in paths]  # noqa: PTH100  # as in reading
    if not places:
        raise ValueError("path must name at least one file, got none")
    if len(places) == 1:
        return places[0], {}
    try:
        folder = os.path.commonpath([os.path.dirname(place) for place in places])  # noqa: PTH120  # texts
    except ValueError:
        raise DataError(
            "Files on different drives cannot be loaded together. Copy them to one folder."
        ) from None
    return folder, {"files": tuple(PurePath(place).relative_to(folder).as_posix() for place in places)}


def _read(place: Path, name: str, options: dict[str, Any]) -> Generator[Loading, None, Dataset]:
    source = frozen_source("file", path=str(place), **options)
    if stat.S_ISDIR(_mode(place, name)):
        reader = _reader("folders", name, options)
        return (yield from reader(place, name, source, **options))
    with place.open("rb") as stream:
        length = os.fstat(stream.fileno()).st_size
        head = stream.read(_HEAD)
        stream.seek(0)
        reader = _reader(_module(head, place, name), name, options)
        return (yield from reader(stream, name, length, source, **options))


def _mode(place: Path, name: str) -> int:
    try:
        mode = place.stat().st_mode
    except ValueError:
        raise DataError(f"{name!r} is not a name a file can have. Choose another file.") from None
    if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
        # Opening a pipe would wait for a writer that may never come.
        raise DataError(f"{name} is a device or a pipe, and a file on disk is expected: {_ACCEPTED}.")
    return mode


def _reader(
    module: str, name: str, options: Mapping[str, Any]
) -> Callable[..., Generator[Loading, None, Dataset]]:
    """Returns ``reading`` of a module, if it knows the options."""
    for option in options.keys() - _MODULES[module]:
        raise unfit(name, option)
    reader: Callable[..., Generator[Loading, None, Dataset]] = import_module(
        f"densegui.data.{module}"
    ).reading
    return reader


def _module(head: bytes, place: Path, name: str) -> str:
    """Returns the module that reads a file with these first bytes."""
    if not head:
        raise DataError(f"{name} is empty. Choose {_ACCEPTED} with at least one row of numbers.")
    ending = place.suffix.lower()
    if head.startswith(b"\x93NUMPY") or ending == ".npy":
        return "arrays"
    if head.startswith(b"PK") and (ending == ".npz" or _first_member(head).endswith(b".npy")):
        return "npz"
    inside = _unpacked(head) if head.startswith(b"\x1f\x8b") else head
    if _is_idx(inside) or _IDX.search(place.name):
        return "idx"
    if head[:2] in _PICKLES or _is_tar(inside) or place.name.lower().endswith((".tar.gz", ".tgz")):
        return "cifar"
    if _is_picture(head) or (ending in PICTURES and not head.startswith(b"GIF8")):
        return "pictures"
    for magic, words in _FOREIGN:
        if head.startswith(magic) and not _is_text(head):
            raise DataError(f"{name} is {words}. Expected {_ACCEPTED}; save or export the numbers as one.")
    return "cifar" if ending == ".bin" or _BATCH.fullmatch(place.name) else "table"


def _is_idx(head: bytes) -> bool:
    """Whether these are the first bytes of unsigned bytes in one to four dimensions."""
    return head[:3] == b"\0\0\x08" and head[3:4] in {b"\1", b"\2", b"\3", b"\4"}


def _is_picture(head: bytes) -> bool:
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    return (
        webp
        or head.startswith((b"\x89PNG", b"\xff\xd8\xff"))
        or (head.startswith(b"BM") and not _is_text(head))
    )


def _is_tar(head: bytes) -> bool:
    return head[257:262] == b"ustar"


def _unpacked(head: bytes) -> bytes:
    """Returns the first bytes inside a gzip file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except zlib.error:
        return b""


def _first_member(head: bytes) -> bytes:
    """Returns the name that a zip archive gives its first member."""
    return head[30 : 30 + int.from_bytes(head[26:28], "little")]


def _is_text(head: bytes) -> bool:
    """Whether these first bytes could be a header such as "BMI,age" rather than the magic of a format."""
    return all(byte >= 32 or byte in b"\t\r\n" for byte in head) and not head.startswith((b"%PDF", b"{\\rtf"))
