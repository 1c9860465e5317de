"""NumPy's .npz files: which array is taken is guessed and said; nothing else is unpacked."""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

import numpy as np

from densegui.data import arrays, shapes
from densegui.data.choices import Choice
from densegui.data.dataset import Dataset, Source
from densegui.data.errors import DataError, excerpt, size, unreadable
from densegui.data.given_labels import with_labels
from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

MEMBERS_MOST: Final = 4096
"""Arrays one file may hold."""

_DIRECTORY_MOST: Final = 4 << 20
_RATIO_MOST: Final = 1032  # what deflate can reach
_SAVE: Final = 'Save the arrays again with numpy.savez("file.npz", x=x, y=y).'
_LABELS: Final = frozenset({"y", "label", "labels", "target", "targets", "class", "classes"})
_DAMAGE: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Member:
    """An array in an .npz file, as far as its header tells.

    Attributes:
        name: what it was saved as, such as "x_train".
        shape: of the array; empty if it cannot be read.
        dtype: kind of its values, or None if it cannot be read.
        problem: why it cannot be read, or empty.
    """

    name: str
    shape: tuple[int, ...] = ()
    dtype: np.dtype[Any] | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A member with what is needed to read it."""

    member: Member
    info: ZipInfo
    header: arrays.Header | None

    def readable(self) -> arrays.Header:
        """Returns the header; raises DataError if the member cannot be read."""
        if self.header is None:
            raise DataError(self.member.problem)
        return self.header


def members(path: str | os.PathLike[str]) -> tuple[Member, ...]:
    """Returns what arrays an .npz file holds, in its order, from their headers alone.

    Raises:
        DataError: it is no .npz file or cannot be read.
    """
    place = Path(path)
    try:
        with place.open("rb") as stream, _archive(stream, place.name) as archive:
            return tuple(_entry(archive, info, place.name).member for info in _infos(archive, place.name))
    except OSError as error:
        raise unreadable(place.name, error) from error


def reading(
    stream: BinaryIO,
    name: str,
    length: int,  # noqa: ARG001  # every reader takes the same arguments; the directory has its own sizes
    source: Source,
    *,
    member: str = "",
    labels: str = "",
) -> Generator[Loading, None, Dataset]:
    """Reads one array of an .npz file, and its labels.

    Args:
        stream: the open file.
        name: the file's name for sentences.
        length: not used.
        source: what the dataset shall say of where it came from.
        member: the array to read; the largest of two or more dimensions if empty.
        labels: the array with its labels; one of the same length called y, labels or target if empty.

    Yields:
        The share that is read.

    Returns:
        The dataset, rows as ``shapes.rows`` understands them.

    Raises:
        DataError: the file is damaged, or holds no such array of real numbers.
    """
    with _archive(stream, name) as archive:
        entries = []
        for info in _infos(archive, name):
            entries.append(_entry(archive, info, name))
            yield Loading(0.0)
        chosen = _named(entries, member, name) if member else _largest(entries)
        values = yield from _values(archive, stream, chosen, name)
        title = f"{name}, {excerpt(chosen.member.name)}"
        x, picture, notes = yield from shapes.rows(values, title)
        given = _named(entries, labels, name) if labels else _labels_of(chosen, entries)
        dataset = Dataset(
            name,
            x,
            source,
            picture=picture,
            notes=(*_choice(chosen, entries, member), *notes),
            choices=_choices(chosen, given, entries),
            stored_shape=values.shape,
        )
        if given is None:
            return dataset
        found = yield from _values(archive, stream, given, name)
        return with_labels(dataset, found, given.member.name)


@contextmanager
def _archive(stream: BinaryIO, name: str) -> Iterator[ZipFile]:
    """Opens the archive; whatever is damaged in it becomes a sentence."""
    try:
        _check_directory(stream, name)
        with ZipFile(stream) as archive:
            yield archive
    except _DAMAGE as error:
        raise DataError(
            f"{name}: expected an .npz file, which is a zip archive of arrays, found a damaged one "
            f"({excerpt(str(error)) if str(error) else type(error).__name__}). {_SAVE}"
        ) from None


def _check_directory(stream: BinaryIO, name: str) -> None:
    """Refuses a table of contents that would take more memory than any real one."""
    end = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, end - (1 << 16) - 98))
    tail = stream.read()
    place = tail.rfind(b"PK\x05\x06")
    large = tail.rfind(b"PK\x06\x06")
    sizes = [int.from_bytes(tail[place + 12 : place + 16], "little")] if place >= 0 else [0]
    if large >= 0 and sizes[0] == 0xFFFFFFFF:
        sizes = [int.from_bytes(tail[large + 40 : large + 48], "little")]
    if sizes[0] > _DIRECTORY_MOST:
        raise DataError(
            f"{name}: expected at most {MEMBERS_MOST:,} arrays, found a table of contents "
            f"of {size(sizes[0])}. {_SAVE}"
        )
    stream.seek(0)


def _infos(archive: ZipFile, name: str) -> list[ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MEMBERS_MOST:
        raise DataError(f"{name}: expected at most {MEMBERS_MOST:,} arrays, found {len(infos):,}. {_SAVE}")
    if not infos:
        raise DataError(f"{name} is a zip archive without any array in it. {_SAVE}")
    return infos


def _entry(archive: ZipFile, info: ZipInfo, name: str) -> _Entry:
    title = info.filename.removesuffix(".npy")
    try:
        header = _header(archive, info, f"{name}, {excerpt(title)}")
    except DataError as error:
        return _Entry(Member(title, problem=str(error)), info, None)
    return _Entry(Member(title, header.shape, header.dtype), info, header)


def _header(archive: ZipFile, info: ZipInfo, title: str) -> arrays.Header:
    if info.flag_bits & 1:
        raise DataError(f"{title}: expected an array that can be read, found an encrypted one. {_SAVE}")
    if info.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise DataError(f"{title}: expected an array that is stored or deflated, found another way. {_SAVE}")
    if info.file_size > _RATIO_MOST * info.compress_size + _RATIO_MOST:
        raise DataError(
            f"{title}: the archive promises {size(info.file_size)} from {size(info.compress_size)}, "
            f"which no compression gives, so it is damaged. {_SAVE}"
        )
    with archive.open(info) as packed:
        header = arrays.read_header(cast("BinaryIO", packed), title)
    arrays.check(header, title, info.file_size)
    return header


def _named(entries: list[_Entry], wanted: str, name: str) -> _Entry:
    for entry in entries:
        if entry.member.name == wanted:
            return entry
    there = ", ".join(excerpt(entry.member.name) for entry in entries[:6])
    raise DataError(f"{name} holds no array {excerpt(wanted)}. Choose one of its arrays: {there}.")


def _largest(entries: list[_Entry]) -> _Entry:
    """Returns the array that is most likely x: of two dimensions or more, not called labels, the largest."""
    readable = [entry for entry in entries if entry.header is not None]
    if not readable:
        more = f" (and none of the other {len(entries) - 1:,})" if len(entries) > 1 else ""
        raise DataError(f"{entries[0].member.problem.rstrip('.')}{more}.")
    # The first of several that are alike, so that x1 comes before x2.
    return max(readable, key=_likelihood)


def _likelihood(entry: _Entry) -> tuple[bool, bool, int, bool]:
    """How likely it is that an array is x; the same numbers are rather taken as pictures than as rows."""
    shape = entry.member.shape
    is_picture = shapes.picture(shape[1:]) is not None
    return len(shape) > 1, not _words(entry) & _LABELS, _count(entry), is_picture


def _count(entry: _Entry) -> int:
    return int(np.prod(entry.member.shape, dtype=object))


def _labels_of(chosen: _Entry, entries: list[_Entry]) -> _Entry | None:
    """Returns the array of the same length that is called as labels are, and most like the chosen one."""
    own = _words(chosen)
    best, most = None, -1
    for entry in entries:
        words, kind = _words(entry), entry.member.dtype
        if entry is chosen or kind is None or not words & _LABELS or not _is_column(entry, chosen):
            continue
        if (common := len(words & own)) > most:
            best, most = entry, common
    return best


def _words(entry: _Entry) -> set[str]:
    return set(re.split(r"[^a-z]+", entry.member.name.lower()))


def _is_column(entry: _Entry, chosen: _Entry) -> bool:
    return entry.member.shape[:1] == chosen.member.shape[:1] and _count(entry) == entry.member.shape[0]


def _values(
    archive: ZipFile, stream: BinaryIO, entry: _Entry, name: str
) -> Generator[Loading, None, NDArray[Any]]:
    header = entry.readable()
    title = f"{name}, {excerpt(entry.member.name)}"
    with archive.open(entry.info) as packed:
        if entry.info.compress_type == ZIP_STORED and header.nbytes >= arrays.MAPPED_FROM:
            placed = replace(header, offset=_place(stream, entry.info) + header.offset)
            return arrays.mapped(stream, title, placed)
        data = cast("BinaryIO", packed)
        arrays.read_header(data, title)
        return (yield from arrays.read(data, title, header))


def _place(stream: BinaryIO, info: ZipInfo) -> int:
    """Where the bytes of a stored member begin."""
    stream.seek(info.header_offset)
    local = stream.read(30)
    lengths = int.from_bytes(local[26:28], "little") + int.from_bytes(local[28:30], "little")
    return info.header_offset + 30 + lengths


def _choice(chosen: _Entry, entries: list[_Entry], member: str) -> tuple[str, ...]:
    if member or len(entries) == 1:
        return ()
    return (f"The file holds {len(entries):,} arrays; {excerpt(chosen.member.name)} was taken, the largest.",)


def _choices(chosen: _Entry, labels: _Entry | None, entries: list[_Entry]) -> tuple[Choice, ...]:
    if len(entries) == 1:
        return ()
    members = tuple(entry.member for entry in entries)
    called = "" if labels is None else labels.member.name
    return Choice("member", members, chosen.member.name), Choice("labels", members, called)
