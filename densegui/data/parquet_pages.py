"""The pages of a Parquet file, looked at before a library reserves memory for what their headers promise.

A header that promises fewer than no values, as damaged ones can, ends the whole program inside polars,
where no exception can be caught. So headers are compared with the table of contents first. Both are written
in Thrift's compact protocol, of which this is a reader that builds nothing but numbers, bytes, lists and
dicts.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from types import MappingProxyType
from typing import Any, BinaryIO, Final

from densegui.data.errors import DataError
from densegui.data.loading import Loading

_CONTENTS_MOST: Final = 64 << 20
_HEADER_MOST: Final = 1 << 20
_HEADER_USUAL: Final = 512
_DEEPEST: Final = 32
_TURN: Final = 100
_END: Final = 8  # length of the table of contents, and the magic

# Numbers of fields, as the format gives them.
_ROW_GROUPS: Final = 4
_COLUMNS: Final = 1
_META: Final = 3
_VALUES, _COMPRESSED, _DATA_OFFSET, _DICTIONARY_OFFSET = 5, 7, 9, 11
_PAGE_UNPACKED, _PAGE_PACKED = 2, 3
_KINDS_OF_PAGE: Final = (5, 7, 8)


def checking(stream: BinaryIO, name: str, length: int, advice: str) -> Generator[Loading, None, None]:
    """Compares the header of every page with the table of contents.

    Args:
        stream: the open file, which ends in the magic of Parquet.
        name: the file's name for sentences.
        length: the file's size in bytes.
        advice: what to do about a damaged file, as a sentence.

    Yields:
        0, as a point to cancel at.

    Raises:
        DataError: a header is damaged, or does not fit.
    """
    try:
        stream.seek(length - _END)
        count = int.from_bytes(stream.read(4), "little")
        if count > min(length - _END, _CONTENTS_MOST):
            raise ValueError
        stream.seek(length - _END - count)
        contents, _ = _struct(stream.read(count), 0)
        for group in contents[_ROW_GROUPS]:
            for column in group[_COLUMNS]:
                yield from _check(stream, column[_META], length)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError):
        raise DataError(
            f"{name}: expected a sound Parquet table, found pages that do not fit its table of contents, "
            f"so it is damaged. {advice}"
        ) from None


def _check(stream: BinaryIO, meta: dict[int, Any], length: int) -> Generator[Loading, None, None]:
    """Looks at the pages of one column of one group of rows; raises ValueError if they do not fit."""
    place = min(offset for key in (_DATA_OFFSET, _DICTIONARY_OFFSET) if (offset := meta.get(key, 0)) > 0)
    end = place + meta[_COMPRESSED]
    if not place < end <= length:
        raise ValueError
    pages = 0
    while place < end:
        page, size = _page(stream, place)
        kind = next((kind for kind in _KINDS_OF_PAGE if kind in page), 0)
        values = page[kind][1]
        room = max(meta[_VALUES], 8 * page[_PAGE_UNPACKED])
        if min(values, page[_PAGE_PACKED], page[_PAGE_UNPACKED]) < 0 or values > room:
            raise ValueError
        place += size + page[_PAGE_PACKED]
        if pages % _TURN == 0:
            yield Loading(0.0)
        pages += 1


def _page(stream: BinaryIO, place: int) -> tuple[dict[int, Any], int]:
    """Returns the header of a page and its length."""
    for most in (_HEADER_USUAL, _HEADER_MOST):
        stream.seek(place)
        try:
            return _struct(stream.read(most), 0)
        except IndexError:  # it goes on
            continue
    raise ValueError


def _struct(data: bytes, place: int, depth: int = 0) -> tuple[dict[int, Any], int]:
    """Reads a struct: its fields by their numbers, and where it ends."""
    if depth > _DEEPEST:
        raise ValueError
    fields: dict[int, Any] = {}
    number = 0
    while kind := data[place]:
        place += 1
        if kind >> 4:
            number += kind >> 4
        else:
            number, place = _whole(data, place)
        fields[number], place = _READERS[kind & 15](data, place, depth)
    return fields, place + 1


def _list(data: bytes, place: int, depth: int) -> tuple[list[Any], int]:
    if depth > _DEEPEST:
        raise ValueError
    head = data[place]
    count, place = (head >> 4, place + 1) if head >> 4 < 15 else _unsigned(data, place + 1)
    kind = head & 15
    if count > len(data) - place:
        raise ValueError
    items = []
    for _ in range(count):
        # In a list, true and false have a byte of their own.
        item, place = (data[place], place + 1) if kind <= 2 else _READERS[kind](data, place, depth + 1)
        items.append(item)
    return items, place


def _bytes(data: bytes, place: int, _: int) -> tuple[bytes, int]:
    count, place = _unsigned(data, place)
    if count > len(data) - place:
        raise IndexError
    return data[place : place + count], place + count


def _double(data: bytes, place: int, _: int) -> tuple[bytes, int]:
    if place + 8 > len(data):
        raise IndexError
    return data[place : place + 8], place + 8


def _whole(data: bytes, place: int, _: int = 0) -> tuple[int, int]:
    value, place = _unsigned(data, place)
    return value >> 1 ^ -(value & 1), place


def _unsigned(data: bytes, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[place]
        place += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place
        shift += 7
        if shift > 63:
            raise ValueError


_READERS: Final[MappingProxyType[int, Callable[[bytes, int, int], tuple[Any, int]]]] = MappingProxyType(
    {
        1: lambda _, place, __: (True, place),
        2: lambda _, place, __: (False, place),
        3: lambda data, place, _: (data[place], place + 1),
        4: _whole,
        5: _whole,
        6: _whole,
        7: _double,
        8: _bytes,
        9: _list,
        10: _list,
        12: lambda data, place, depth: _struct(data, place, depth + 1),
    }
)
