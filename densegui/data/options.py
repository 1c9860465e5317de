"""Options: what can be said about how a file is to be read, in a script, a dialog or a project file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Any, Final

from densegui.data.errors import DataError

SIDE_MOST: Final = 4096
"""Pixels a side of a picture may be scaled to."""

_FILES_MOST: Final = 100_000
_TEXT_MOST: Final = 1000
_DRIVE: Final = re.compile(r"[A-Za-z]:")


def checked(options: Mapping[str, object]) -> dict[str, Any]:
    """Returns options with every value in the form that readers take; lists become tuples.

    Raises:
        TypeError: there is no option of that name.
        ValueError: a value that its option cannot have.
    """
    return {name: _check(name, value) for name, value in options.items()}


def unfit(name: str, option: str) -> DataError:
    """Returns the error to raise for an option that the data called ``name`` do not have."""
    return DataError(
        f"{name}: the option {option} was given, and this kind of data has no such choice. "
        "Load it again without."
    )


def _check(name: str, value: object) -> Any:
    if name not in OPTIONS:
        raise TypeError(f"there is no option {name!r}; the options are {', '.join(OPTIONS)}")
    try:
        return OPTIONS[name](value)
    except ValueError as error:
        raise ValueError(f"{name} must be {error}, got {value!r:.80}") from None


def _text(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= _TEXT_MOST:
        raise ValueError("text")
    return value


def _size(value: object) -> tuple[int, int]:
    sides = tuple(value) if isinstance(value, (list, tuple)) else ()
    if len(sides) != 2 or not all(type(side) is int and 1 <= side <= SIDE_MOST for side in sides):
        raise ValueError(f"height and width in pixels, from 1 to {SIDE_MOST}")
    return sides


def _channels(value: object) -> int:
    if type(value) is not int or value not in {1, 3}:
        raise ValueError("1 (grey) or 3 (colour)")
    return value


def _part(value: object) -> str:
    if not isinstance(value, str) or value not in {"train", "test"}:
        raise ValueError('"train" or "test"')
    return value


def _files(value: object) -> tuple[str, ...]:
    names = tuple(value) if isinstance(value, (list, tuple)) else ()
    if not 1 <= len(names) <= _FILES_MOST or not all(
        isinstance(name, str) and is_below(name) for name in names
    ):
        raise ValueError(f"names of at most {_FILES_MOST:,} files inside the folder")
    return names


def is_below(name: str) -> bool:
    """Whether a name with slashes stays inside the folder it is joined to, on every system."""
    inside = 0 < len(name) <= _TEXT_MOST and "\0" not in name and not _DRIVE.match(name)
    return inside and not name.startswith(("/", "\\")) and ".." not in PurePath(name.replace("\\", "/")).parts


OPTIONS: Final[Mapping[str, Callable[[object], Any]]] = MappingProxyType(
    {
        "member": _text,
        "labels": _text,
        "size": _size,
        "channels": _channels,
        "part": _part,
        "files": _files,
        "sheet": _text,
    }
)
"""Name of an option → what checks its value:

- ``member``: which array of an .npz; ``labels``: which of its arrays are the labels.
- ``size``: (height, width) that pictures are scaled to; ``channels``: 1 for grey, 3 for colour.
- ``files``: which files of a folder.
- ``part``: "train" or "test" of CIFAR.
- ``sheet``: which sheet of a workbook.
"""
