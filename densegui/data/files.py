"""Files: what a file holds is told by its first bytes, then by the ending of its name."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Mapping, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Any, Final

from densegui.data import kinds
from densegui.data.dataset import Dataset, frozen_source
from densegui.data.errors import DataError, unreadable
from densegui.data.loading import Loading, finish
from densegui.data.options import checked, unfit

ENDINGS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".parquet", ".npy", ".npz", *kinds.PICTURES, ".gz", ".bin")
"""Endings a file dialog offers. Files of MNIST and CIFAR may have none; any text table is read, too."""

_HEAD: Final = 4096
_ACCEPTED: Final = (
    "a table (.csv, .tsv, .txt, .xlsx, .parquet), a NumPy array (.npy, .npz), pictures, MNIST or CIFAR files"
)
_MODULES: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        "arrays": frozenset(),
        "cifar": frozenset({"part"}),
        "excel": frozenset({"sheet"}),
        "folders": frozenset({"files", "size", "channels", "part"}),
        "idx": frozenset(),
        "npz": frozenset({"member", "labels"}),
        "parquet": frozenset(),
        "pictures": frozenset({"size", "channels"}),
        "table": frozenset(),
    }
)
"""Modules that read files, each when first asked, and the options that each knows."""


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
        reader = _reader(_module(head, place.name, name), name, options)
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


def _module(head: bytes, filename: str, name: str) -> str:
    """Returns the module that reads a file with these first bytes and this name."""
    if not head:
        raise DataError(f"{name} is empty. Choose {_ACCEPTED} with at least one row of numbers.")
    if module := kinds.by_content(head) or kinds.by_name(filename):
        return module
    if words := kinds.foreign(head):
        raise DataError(f"{name} is {words}. Expected {_ACCEPTED}; save or export the numbers as one.")
    return "table"
