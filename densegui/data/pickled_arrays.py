"""NumPy arrays as pickles describe them, put together by hand after their sizes were checked."""

from __future__ import annotations

import math
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data.errors import excerpt

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CODES: Final = frozenset({"u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f4", "f8", "b1"})


class UnsafeError(Exception):
    """A pickle that is damaged or asks for something else than plain values and arrays."""


class Sign(Enum):
    """A name that files of arrays hold; what it stands for is done here."""

    RECONSTRUCT = auto()
    FROM_BUFFER = auto()
    ARRAY = auto()
    DTYPE = auto()
    ENCODE = auto()
    MARK = auto()


NAMES: Final = MappingProxyType(
    {
        "numpy ndarray": Sign.ARRAY,
        "numpy dtype": Sign.DTYPE,
        "_codecs encode": Sign.ENCODE,
        **{f"numpy.{core}.multiarray _reconstruct": Sign.RECONSTRUCT for core in ("core", "_core")},
        **{f"numpy.{core}.numeric _frombuffer": Sign.FROM_BUFFER for core in ("core", "_core")},
    }
)


class Type:
    """A dtype while its description is read: kind and size first, then the order of its bytes."""

    def __init__(self, code: str) -> None:
        if code not in _CODES:
            raise UnsafeError(f"an array of {excerpt(code)}")
        self._code = code
        self._order = "="

    def build(self, state: object) -> None:
        """Takes what follows the description."""
        order = text(state[1]) if isinstance(state, tuple) and len(state) >= 8 else ""
        if order not in {"<", ">", "|", "="} or state[2:5] != (None, None, None):  # type: ignore[index]  # a tuple
            raise UnsafeError("a dtype of another form")
        self._order = order

    def dtype(self) -> np.dtype[Any]:
        """The dtype as it is known now."""
        return np.dtype(self._code).newbyteorder("=" if self._order == "|" else self._order)  # type: ignore[arg-type]


class Array:
    """An array while it is read."""

    def __init__(self) -> None:
        self.values: NDArray[Any] | None = None

    def build(self, state: object) -> None:
        """Takes shape, dtype and bytes."""
        if not isinstance(state, tuple) or len(state) != 5:
            raise UnsafeError("an array of another form")
        _, shape, kind, fortran, content = state
        self.values = _made(content, kind, shape, "F" if fortran else "C")


def reduced(sign: Sign, arguments: tuple[Any, ...]) -> Any:
    """Returns what a sign gives for arguments.

    Raises:
        UnsafeError: other arguments than NumPy writes.
    """
    if sign is Sign.RECONSTRUCT and arguments[0] is Sign.ARRAY:
        return Array()
    if sign is Sign.DTYPE:
        return Type(text(arguments[0]))
    if sign is Sign.ENCODE and arguments[1] == "latin1" and isinstance(arguments[0], str):
        return arguments[0].encode("latin-1")
    if sign is Sign.FROM_BUFFER:
        content, kind, shape, order = arguments
        array = Array()
        array.values = _made(content, kind, shape, order)
        return array
    raise UnsafeError("a call")


def _made(content: object, kind: object, shape: object, order: object) -> NDArray[Any]:
    """Returns the array of some bytes, if there are exactly as many as its shape and dtype need."""
    sides = shape if isinstance(shape, tuple) else ()
    if not isinstance(kind, Type) or not isinstance(content, (bytes, bytearray)) or len(sides) > 8:
        raise UnsafeError("an array of another form")
    dtype = kind.dtype()
    fits = all(type(side) is int and side >= 0 for side in sides)
    if not fits or math.prod(sides) * dtype.itemsize != len(content):
        raise UnsafeError("an array whose shape does not fit its bytes")
    values = np.frombuffer(content, dtype).reshape(sides, order="F" if order == "F" else "C")
    values.flags.writeable = False
    return values


def plain(value: Any) -> Any:
    """Returns a value as it goes into lists and dicts: an array that is complete, never a sign."""
    if isinstance(value, Array) and value.values is not None:
        return value.values
    if isinstance(value, (Array, Type, Sign)):
        raise UnsafeError("an array of another form")
    return value


def text(value: object) -> str:
    """Returns a text of Python 2 or 3 as text; raises UnsafeError for anything else."""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if not isinstance(value, str):
        raise UnsafeError("damaged or cut short")
    return value
