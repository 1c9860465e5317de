"""Tar archives as a stream: members are looked at one after the other and never written to a disk."""

from __future__ import annotations

import gzip
import tarfile
import zlib
from collections.abc import Generator
from tarfile import BLOCKSIZE, TarInfo
from typing import BinaryIO, Final

from densegui.data import memory
from densegui.data.errors import DataError, excerpt, size
from densegui.data.loading import Loading
from densegui.data.options import is_below

MEMBERS_MOST: Final = 10_000
UNPACKED_MOST: Final = 1 << 30
"""Bytes an archive may unpack to; CIFAR's have 0.2 GB."""

_CHUNK: Final = 1 << 20
_PADDING_MOST: Final = 1 << 20
_EXTENSION_MOST: Final = 1 << 16
_EXTENSIONS: Final = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_GET: Final = "Get the archive again."


class Tarball:
    """An archive, gzipped or not, that is read once from its beginning to its end.

    Every method raises DataError if the archive is damaged or holds what no archive of data does: links,
    devices, names outside its folder, or more than ``UNPACKED_MOST``.
    """

    def __init__(self, stream: BinaryIO, name: str, length: int) -> None:
        packed = stream.read(2) == b"\x1f\x8b"
        stream.seek(0)
        self._stream = stream
        self._data = gzip.GzipFile(fileobj=stream, mode="rb") if packed else stream
        self._name = name
        self._length = max(1, length)
        self._members = 0
        self._unpacked = 0

    def next(self) -> TarInfo | None:
        """Returns the next member, whose content is read or skipped next; None at the end."""
        block = self._read(BLOCKSIZE)
        if not any(block):
            self._finish()
            return None
        try:
            info = TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except tarfile.HeaderError:
            raise self._damaged() from None
        self._members += 1
        self._check(info)
        return info

    def content(self, info: TarInfo) -> Generator[Loading, None, bytes]:
        """Reads the content of a member."""
        memory.require(
            info.size, f"{self._name}, {excerpt(info.name)}", "Close other programs and try again."
        )
        chunks = []
        left = info.size
        while left:
            chunks.append(self._read(min(left, _CHUNK)))
            left -= len(chunks[-1])
            yield self._loading()
        self._read(-info.size % BLOCKSIZE)
        return b"".join(chunks)

    def skip(self, info: TarInfo) -> Generator[Loading, None, None]:
        """Passes over the content of a member."""
        left = info.size + -info.size % BLOCKSIZE
        while left:
            left -= len(self._read(min(left, _CHUNK)))
            yield self._loading()

    def _finish(self) -> None:
        """Reads the padding at the end, after which gzip compares its checksum."""
        left = _PADDING_MOST
        while left:
            chunk = self._some(min(left, _CHUNK))
            if not chunk:
                break
            left -= len(chunk)

    def _check(self, info: TarInfo) -> None:
        self._unpacked += max(0, info.size)
        if info.size < 0:
            raise self._damaged()
        if self._unpacked > UNPACKED_MOST or self._members > MEMBERS_MOST:
            raise DataError(
                f"{self._name}: expected an archive that unpacks to at most {size(UNPACKED_MOST)} in "
                f"{MEMBERS_MOST:,} files, found more. {_GET}"
            )
        if info.type in _EXTENSIONS:
            if info.size > _EXTENSION_MOST:
                raise self._damaged()
        elif not info.isreg() and not info.isdir():
            kind = "a link" if info.islnk() or info.issym() else "a device"
            raise DataError(
                f"{self._name}: expected an archive of plain files, found {kind} called "
                f"{excerpt(info.name)}, so nothing of it was used. {_GET}"
            )
        elif not is_below(info.name):
            raise DataError(
                f"{self._name}: expected files inside a folder, found one that wants to lie outside, "
                f"{excerpt(info.name)}, so nothing of it was used. {_GET}"
            )

    def _read(self, count: int) -> bytes:
        """Reads exactly so many bytes."""
        chunks = []
        while count:
            chunk = self._some(count)
            if not chunk:
                raise self._damaged()
            chunks.append(chunk)
            count -= len(chunk)
        return b"".join(chunks)

    def _some(self, count: int) -> bytes:
        try:
            return self._data.read(count)
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise self._damaged() from None

    def _loading(self) -> Loading:
        return Loading(min(1.0, self._stream.tell() / self._length))

    def _damaged(self) -> DataError:
        return DataError(
            f"{self._name}: expected a tar archive, found one that is damaged or was cut short. {_GET}"
        )
