"""IDX files, the format of MNIST: unsigned bytes of one to four dimensions, often gzipped."""

from __future__ import annotations

import gzip
import os
import re
import zlib
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

import numpy as np

from densegui.data import arrays, shapes
from densegui.data.classes import numbered
from densegui.data.dataset import Dataset, Picture, Source
from densegui.data.errors import DataError, excerpt, size, unreadable
from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

_IMAGES: Final = re.compile(r"images([-.])idx[34]-ubyte(\.gz)?$", re.IGNORECASE)
_RATIO_MOST: Final = 1032  # what deflate can reach
_GET: Final = "Get the file again."


def reading(stream: BinaryIO, name: str, length: int, source: Source) -> Generator[Loading, None, Dataset]:
    """Reads an IDX file; labels that lie beside a file of images are read as well.

    Args:
        stream: the open file, at its beginning; gzipped or not.
        name: the file's name for sentences.
        length: the file's size in bytes.
        source: what the dataset shall say of where it came from.

    Yields:
        The share that is read.

    Returns:
        The dataset, x (N, features) in uint8; a file of three dimensions is grey pictures.

    Raises:
        DataError: the file is damaged or no IDX file.
    """
    values, notes = yield from _values(stream, name, length)
    x, picture, more = yield from shapes.rows(values, name)
    if values.ndim == 3:
        picture = Picture(values.shape[1], values.shape[2])  # whatever its size
    else:
        notes = (*more, *notes)
    dataset = Dataset(name, x, source, picture=picture, notes=notes)
    place = Path(source.parameters["path"])
    if not _IMAGES.search(name):
        return dataset
    beside = _labels_file(place)
    if beside is None:
        return replace(dataset, notes=(*notes, "No file of labels lies beside it, so there are no labels."))
    return (yield from _with_labels(dataset, beside))


def _values(
    stream: BinaryIO, name: str, length: int
) -> Generator[Loading, None, tuple[NDArray[np.uint8], tuple[str, ...]]]:
    packed = stream.read(2) == b"\x1f\x8b"
    stream.seek(0)
    if not packed:
        header = _header(stream, name)
        _check(header, name, length - header.offset)
        if length >= arrays.MAPPED_FROM:
            values = arrays.mapped(stream, name, header)
        else:
            values = yield from arrays.read(stream, name, header)
        return values, _rest(length - header.offset - header.nbytes)
    try:
        with gzip.GzipFile(fileobj=stream, mode="rb") as unpacked:
            data = cast("BinaryIO", unpacked)
            header = _header(data, name)
            _check(header, name, _RATIO_MOST * length)
            values = yield from arrays.read(data, name, header)
            # Reading on to the end compares the checksum.
            return values, _rest(len(data.read(1)))
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise DataError(
            f"{name}: expected a gzip file, found one that is damaged or was cut short. {_GET}"
        ) from None


def _header(stream: BinaryIO, name: str) -> arrays.Header:
    magic = stream.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0":
        raise DataError(
            f"{name}: expected an IDX file, which begins with 2051 (images) or 2049 (labels) as a big-endian "
            f"number, found {_number(magic)}. {_GET}"
        )
    if magic[2] != 8 or not 1 <= magic[3] <= 4:
        raise DataError(
            f"{name}: expected unsigned bytes of one to four dimensions (such as 2051 and 2049 at the "
            f"beginning), found {_number(magic)}. Convert the numbers to .npy."
        )
    sizes = stream.read(4 * magic[3])
    if len(sizes) < 4 * magic[3]:
        raise DataError(f"{name}: the file ends within its header, so it was cut short. {_GET}")
    shape = tuple(np.frombuffer(sizes, ">u4").tolist())
    return arrays.Header(np.dtype(np.uint8), False, shape, 4 + len(sizes))


def _number(magic: bytes) -> str:
    return f"{int.from_bytes(magic, 'big'):,}" if len(magic) == 4 else f"only {len(magic)} bytes"


def _check(header: arrays.Header, name: str, there: int) -> None:
    said = " × ".join(f"{count:,}" for count in header.shape)
    if 0 in header.shape:
        raise DataError(f"{name}: expected at least one sample with one number, found {said}.")
    if header.nbytes > there:
        raise DataError(
            f"{name}: its header promises {said} bytes ({size(header.nbytes)}), and the file can hold "
            f"{size(max(there, 0))} at most, so it was cut short or is damaged. {_GET}"
        )


def _rest(count: int) -> tuple[str, ...]:
    if not count:
        return ()
    return ("The file goes on after the numbers that its header promises; the rest was left out.",)


def _labels_file(place: Path) -> Path | None:
    """Returns the file of labels beside a file of images, whichever of the usual names it has."""
    found = _IMAGES.search(place.name)
    if found is None:
        return None
    stem = place.name[: found.start()]
    signs = (found[1], "-", ".")
    endings = (found[2] or "", "", ".gz")
    for ending in endings:
        for sign in signs:
            beside = place.with_name(f"{stem}labels{sign}idx1-ubyte{ending}")
            if beside.is_file():
                return beside
    return None


def _with_labels(dataset: Dataset, beside: Path) -> Generator[Loading, None, Dataset]:
    """Returns the dataset with the labels of another file, or with a note why they could not be used."""
    try:
        with beside.open("rb") as stream:
            values, _ = yield from _values(stream, beside.name, os.fstat(stream.fileno()).st_size)
        if values.ndim != 1 or len(values) != dataset.rows:
            found = " × ".join(f"{count:,}" for count in values.shape)
            raise DataError(f"{beside.name}: expected {dataset.rows:,} labels, found {found}.")
    except OSError as error:
        return _without_labels(dataset, unreadable(beside.name, error))
    except DataError as error:
        return _without_labels(dataset, error)
    labels, names = numbered(values) or (None, ())
    note = f"The labels were read from {excerpt(beside.name)} beside it."
    return replace(dataset, labels=labels, class_names=names, notes=(*dataset.notes, note))


def _without_labels(dataset: Dataset, error: DataError) -> Dataset:
    return replace(dataset, notes=(*dataset.notes, f"The labels could not be read. {error}"))
