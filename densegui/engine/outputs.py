"""Where the outputs of a run go: memory, or an .npy file; and memory maps that stay out of memory.

Paths go through ``os``: pathlib would be a tenth of what importing the engine costs.
"""

# ruff: noqa: PTH105, PTH107, PTH123

from __future__ import annotations

import mmap
import os
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.rows import Rows

    Floats = NDArray[np.floating[Any]]

OUTPUT_BYTES: Final = 512 * 2**20  # larger outputs are not kept in memory


class Outputs:
    """The array that a run writes its outputs to; a file gets its name when it is complete.

    Args:
        shape: (N, n_last).
        dtype: of the model.
        path: the .npy file to write, or None for memory.

    Raises:
        ValueError: more than ``OUTPUT_BYTES`` without a path.
        OSError: the file cannot be written.
    """

    def __init__(self, shape: tuple[int, int], dtype: str, path: str | os.PathLike[str] | None) -> None:
        size = shape[0] * shape[1] * np.dtype(dtype).itemsize
        self._path = None if path is None else os.fspath(path)
        self._draft: str | None = None
        if self._path is None:
            if size > OUTPUT_BYTES:
                raise ValueError(
                    f"outputs of shape {shape} take {size / 2**20:,.0f} MiB, more than the "
                    f"{OUTPUT_BYTES / 2**20:,.0f} MiB kept in memory; name a file: outputs_path='outputs.npy'"
                )
            self.array: Floats = np.empty(shape, dtype)
        else:
            self._draft = f"{self._path}.part"
            if size:
                self.array = np.lib.format.open_memmap(self._draft, "w+", dtype, shape)
            else:  # nothing to map
                self.array = np.empty(shape, dtype)
                with open(self._draft, "wb") as file:
                    np.save(file, self.array)

    def finish(self) -> Floats:
        """Returns the outputs, read-only; the file is complete under its name."""
        if self._path is None or self._draft is None:
            self.array.flags.writeable = False
            return self.array
        mapped = isinstance(self.array, np.memmap)
        if isinstance(self.array, np.memmap):
            self.array.flush()
        del self.array
        os.replace(self._draft, self._path)
        self._draft = None
        written: Floats = np.load(self._path, mmap_mode="r" if mapped else None)
        written.flags.writeable = False
        return written

    def discard(self) -> None:
        """Removes a file that was not completed; does nothing after ``finish``."""
        if self._draft is not None:
            del self.array
            os.remove(self._draft)
            self._draft = None


def forget_pages(array: Rows, start: int, stop: int) -> None:
    """Lets the system take back the memory that rows ``start`` to ``stop`` of a memory map occupy.

    The file keeps them; without this a run over a mapped array seems to take as much memory as the file.
    Does nothing for other arrays and where the system has no such call.
    """
    owner: Any = array
    while isinstance(owner, np.ndarray) and not isinstance(owner, np.memmap):
        owner = owner.base
    mapped = owner
    while isinstance(mapped, np.ndarray):
        mapped = mapped.base
    if not isinstance(mapped, mmap.mmap) or owner.mode not in {"r", "r+", "w+"} or start == stop:
        return
    advice = getattr(mmap, "MADV_DONTNEED", None)
    if advice is None:
        return
    origin = np.frombuffer(mapped, np.uint8).ctypes.data
    low, high = np.lib.array_utils.byte_bounds(array[start:stop])
    first = (low - origin) // mmap.PAGESIZE * mmap.PAGESIZE
    mapped.madvise(advice, first, high - origin - first)
