"""NumPy's .npy files: the header is read with suspicion, the values are mapped or read piece by piece."""

from __future__ import annotations

import math
import re
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, Final

import numpy as np

from densegui.data import memory, shapes
from densegui.data.dataset import Dataset, Source
from densegui.data.errors import DataError, excerpt, size
from densegui.data.loading import Loading

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAGIC: Final = b"\x93NUMPY"
MAPPED_FROM: Final = 128 * 10**6
"""Files of at least this many bytes stay on disk. Smaller ones are read, so that a program that writes the
same file again cannot change (or, by cutting it short, crash) what is on the screen."""

_CHUNK: Final = 8 << 20
_HEADER_MOST: Final = 1 << 16
_DIMENSIONS_MOST: Final = 32
_SAVE: Final = 'Save the numbers again with numpy.save("file.npy", array).'
_DESCR: Final = re.compile(r"""['"]descr['"]\s*:\s*(?:'([^']*)'|"([^"]*)")""")
_STRUCTURED: Final = re.compile(r"""['"]descr['"]\s*:\s*[\[(]""")
_ORDER: Final = re.compile(r"""['"]fortran_order['"]\s*:\s*(True|False)""")
_SHAPE: Final = re.compile(r"""['"]shape['"]\s*:\s*\(([0-9L,\s]*)\)""")


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a .npy file say.

    Attributes:
        dtype: kind of the values.
        fortran: whether the first index runs fastest.
        shape: of the array.
        offset: where the values begin.
    """

    dtype: np.dtype[Any]
    fortran: bool
    shape: tuple[int, ...]
    offset: int

    @property
    def nbytes(self) -> int:
        """Bytes of all values."""
        return math.prod(self.shape) * self.dtype.itemsize


def reading(stream: BinaryIO, name: str, length: int, source: Source) -> Generator[Loading, None, Dataset]:
    """Reads or maps a .npy file.

    ``shapes.rows`` says how arrays of other than two dimensions are understood. A file of 128 MB or more
    is mapped, not read; only an array of 3 or more dimensions in Fortran order must be read all the same,
    because its samples are not evenly spaced on the disk.

    Args:
        stream: the open file, at its beginning.
        name: the file's name for sentences.
        length: the file's size in bytes.
        source: what the dataset shall say of where it came from.

    Yields:
        The share that is read.

    Returns:
        The dataset; x keeps the dtype of the file.

    Raises:
        DataError: a file that is damaged, or an array that is not rows of real numbers.
    """
    header = read_header(stream, name)
    check(header, name, length)
    if length < MAPPED_FROM:
        values = yield from read(stream, name, header)
    else:
        values = mapped(stream, name, header)
    x, picture, notes = yield from shapes.rows(values, name)
    return Dataset(name, x, source, picture=picture, notes=notes, stored_shape=values.shape)


def read_header(stream: BinaryIO, name: str) -> Header:
    """Reads the header at the beginning of a .npy file.

    Raises:
        DataError: it is damaged, or of an array that is not of real numbers.
    """
    start = stream.read(8)
    if len(start) < 8 or not start.startswith(MAGIC):
        found = excerpt(start.decode("latin-1")) if start else "an empty file"
        raise DataError(f"{name}: expected a .npy file, which begins with \\x93NUMPY; found {found}. {_SAVE}")
    if start[6] not in {1, 2, 3}:
        raise DataError(
            f"{name}: expected version 1, 2 or 3 of the .npy format, found version {start[6]}. {_SAVE}"
        )
    width = 2 if start[6] == 1 else 4
    field = stream.read(width)
    count = int.from_bytes(field, "little")
    if len(field) == width and count > _HEADER_MOST:
        raise DataError(
            f"{name}: expected a header of some hundred bytes, found one of {size(count)}. {_SAVE}"
        )
    text = stream.read(count)
    if len(field) < width or len(text) < count:
        raise DataError(f"{name}: the file ends within its header, so it was cut short. {_SAVE}")
    return _parse(text.decode("latin-1"), name, 8 + width + count)


def _parse(text: str, name: str, offset: int) -> Header:
    # NumPy evaluates the header as a Python literal; these patterns accept what it writes and nothing odd.
    descr, order, shape = _DESCR.search(text), _ORDER.search(text), _SHAPE.search(text)
    if _STRUCTURED.search(text):
        raise DataError(
            f"{name}: expected an array of numbers, found a structured array with named fields. "
            "Save its numbers as a plain two-dimensional array."
        )
    if descr is None or order is None or shape is None:
        raise DataError(
            f"{name}: expected a header with descr, fortran_order and shape, found {excerpt(text)}. {_SAVE}"
        )
    code = descr[1] or descr[2] or ""
    numbers = [part.strip().rstrip("L") for part in shape[1].split(",")]
    lengths = [part for part in numbers if part]
    if any(not part.isdecimal() or len(part) > 19 for part in lengths):
        raise DataError(f"{name}: expected a shape of whole numbers, found {excerpt(shape[1])}. {_SAVE}")
    return Header(_dtype(code, name), order[1] == "True", tuple(int(part) for part in lengths), offset)


def _dtype(code: str, name: str) -> np.dtype[Any]:
    if not re.fullmatch(r"[<>|=]?[biufcmMOSUV?]\d{0,9}(\[\w{1,9}\])?", code):
        raise DataError(f"{name}: expected a kind of number such as <f4, found {excerpt(code)}. {_SAVE}")
    try:
        dtype = np.dtype(code)
    except (TypeError, ValueError):
        raise DataError(
            f"{name}: expected a kind of number such as <f4, found {excerpt(code)}. {_SAVE}"
        ) from None
    if dtype.kind in "biuf" and dtype.itemsize:
        return dtype
    kinds = {
        "O": "Python objects, which are never read, because reading them can run a program",
        "c": "complex numbers",
        "M": "dates",
        "m": "time spans",
        "S": "text",
        "U": "text",
    }
    raise DataError(
        f"{name}: expected an array of real numbers, found {kinds.get(dtype.kind, 'raw bytes')} "
        f"(dtype {dtype}). Save real numbers instead, for instance array.astype('float32')."
    )


def check(header: Header, name: str, length: int) -> None:
    """Raises DataError if a header is not of rows of numbers, or promises more than ``length`` bytes hold."""
    shape = "(" + ", ".join(map(str, header.shape)) + ("," if len(header.shape) == 1 else "") + ")"
    if not header.shape:
        raise DataError(f"{name}: expected rows of numbers, found a single number (shape ()). {_SAVE}")
    if len(header.shape) > _DIMENSIONS_MOST:
        raise DataError(
            f"{name}: expected at most {_DIMENSIONS_MOST} dimensions, found {len(header.shape)}. {_SAVE}"
        )
    if 0 in header.shape:
        what = "rows" if header.shape[0] == 0 else "features"
        raise DataError(
            f"{name}: expected at least one row and one feature, found no {what} (shape {shape})."
        )
    there = length - header.offset
    if header.nbytes > there:
        raise DataError(
            f"{name}: its header promises {size(header.nbytes)} (shape {shape}, dtype {header.dtype}), "
            f"and the file holds {size(max(there, 0))}, so it was cut short or is damaged. {_SAVE}"
        )


def mapped(stream: BinaryIO, name: str, header: Header) -> NDArray[Any]:
    """Returns the values as they lie on the disk, at ``header.offset`` of the stream."""
    try:
        disk = np.memmap(
            stream,
            dtype=header.dtype,
            mode="r",
            offset=header.offset,
            shape=header.shape,
            order="F" if header.fortran else "C",
        )
    except (ValueError, OverflowError) as error:
        raise DataError(f"{name} cannot be mapped into memory: {error}.") from error
    # A plain array keeps the map alive and spares every slice the cost of the subclass.
    return np.asarray(disk)


def read(stream: BinaryIO, name: str, header: Header) -> Generator[Loading, None, NDArray[Any]]:
    """Reads the values from where the stream stands into memory, piece by piece."""
    memory.require(header.nbytes, name, "Close other programs and try again.")
    flat = np.empty(math.prod(header.shape), header.dtype)
    data = flat.view(np.uint8).data
    done = 0
    while done < header.nbytes:
        count = stream.readinto(data[done : done + _CHUNK])  # type: ignore[attr-defined]  # BinaryIO lacks it
        if not count:
            raise DataError(f"{name} became shorter while it was read. Load it again once it is written.")
        done += count
        yield Loading(done / header.nbytes)
    return flat.reshape(header.shape, order="F" if header.fortran else "C")
