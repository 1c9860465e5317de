"""Pictures in files as rows that are decoded when they are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data import memory, picture_file
from densegui.data.errors import printable

if TYPE_CHECKING:
    from numpy.typing import NDArray

CACHED_MOST: Final = 32 << 20
"""Bytes of decoded pictures that are kept, so that the one looked at need not be decoded again."""


class PictureRows:
    """Rows (N, height · width · channels) of uint8, one for each picture file.

    A number, a slice or an array of numbers gives what an array would. Several threads may ask at once. A
    picture that cannot be read is a DataError that names it.

    Args:
        folder: the files' names are relative to it.
        names: of the files, with slashes.
        size: height and width that each is scaled to.
        channels: 1 for grey, 3 for red, green and blue.
    """

    ndim = 2
    dtype = np.dtype(np.uint8)

    def __init__(self, folder: Path, names: Sequence[str], size: tuple[int, int], channels: int) -> None:
        self.shape = (len(names), size[0] * size[1] * channels)
        self._folder = folder
        self._names = names
        self._size = size
        self._channels = channels
        self._numbers = np.arange(len(names))
        self._room = max(1, CACHED_MOST // self.shape[1])
        self._cached: OrderedDict[int, NDArray[np.uint8]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: Any) -> NDArray[np.uint8]:
        """Rows as numpy indexes them; a pair (rows, columns) takes the columns of these rows afterwards."""
        if isinstance(index, tuple):
            rows, columns = index
            part: NDArray[np.uint8] = self[rows][..., columns]
            return part
        numbers = self._numbers[index]
        if numbers.ndim == 0:
            return self._row(int(numbers))
        result = np.empty((len(numbers), self.shape[1]), np.uint8)
        for place, number in enumerate(numbers.tolist()):
            result[place] = self._row(number)
        return result

    def __array__(self, dtype: Any = None, *, copy: bool | None = None) -> NDArray[Any]:
        if copy is False:
            raise ValueError("pictures are decoded, so an array of them is always a copy")
        needed = self.shape[0] * self.shape[1]
        memory.require(needed, "All pictures at once", "Ask for some of the rows.")
        array: NDArray[Any] = np.asarray(self[:], dtype)
        return array

    def _row(self, number: int) -> NDArray[np.uint8]:
        with self._lock:
            row = self._cached.get(number)
            if row is not None:
                self._cached.move_to_end(number)
                return row
        name = self._names[number]
        row = picture_file.pixels(self._folder / name, printable(name), self._size, self._channels)
        row.flags.writeable = False
        with self._lock:
            self._cached[number] = row
            while len(self._cached) > self._room:
                self._cached.popitem(last=False)
        return row
