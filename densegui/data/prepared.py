"""Prepared rows: computed from what was read whenever they are asked for, so that no file need fit memory."""

from __future__ import annotations

import operator
from collections.abc import Generator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data.operations import Operation, Take
from densegui.engine.outputs import forget_pages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.rows import Rows

BLOCK_VALUES: Final = 2**16
"""Numbers in a block: 512 KiB in float64, which stay near the processor."""

_EXACT_IN_FLOAT32: Final = 24  # bits of its significand
_FORGET_BYTES: Final = 32 * 2**20  # read of a memory map before its pages are given back


class Prepared:
    """Rows (N, features) of ``base`` after some operations.

    A slice, a number or an array of numbers gives what an array would; each row is the same to the last bit
    in whatever slice it comes. Arithmetic is done in float64 and rounded once, to float32 where ``base``
    has a dtype whose numbers float32 holds exactly, else to float64. Several threads may ask at once.

    Args:
        base: (M, n) rows that operations begin with: an array, a memory map or rows on demand.
        operations: what each block goes through, in order.
        dropped: rising numbers of the rows of ``base`` that are left out, or None.
    """

    ndim = 2

    def __init__(
        self,
        base: Rows,
        operations: Sequence[Operation] = (),
        dropped: NDArray[np.int64] | None = None,
    ) -> None:
        self.base = base
        self.operations = tuple(operations)
        self.dropped = dropped
        width = widest = base.shape[1]
        for operation in self.operations:
            width = operation.width(width)
            widest = max(widest, width)
        self.shape = (len(base) - (0 if dropped is None else len(dropped)), width)
        self._picks = all(isinstance(operation, Take) for operation in self.operations)
        self.dtype = base.dtype if self._picks else _result_dtype(base.dtype)
        self._step = max(1, BLOCK_VALUES // widest)
        # left[i]: how many rows stay before the i-th one that was dropped
        self._left = None if dropped is None else dropped - np.arange(len(dropped))
        self._unforgotten = 0

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: Any) -> NDArray[Any]:
        """Rows as numpy indexes them; a pair (rows, columns) takes the columns of these rows afterwards."""
        if isinstance(index, tuple):
            rows, columns = index
            part: NDArray[Any] = self[rows][..., columns]
            return part
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step == 1:
                return self._computed(slice(start, max(start, stop)))
            return self._computed(np.arange(start, stop, step))
        if isinstance(index, np.ndarray | Sequence):
            return self._computed(self._numbers(np.asarray(index)))
        row: NDArray[Any] = self._computed(self._numbers(np.array([operator.index(index)])))[0]
        return row

    def __array__(self, dtype: Any = None, *, copy: bool | None = None) -> NDArray[Any]:
        if copy is False:
            raise ValueError("prepared rows are computed, so an array of them is always a copy")
        array: NDArray[Any] = np.asarray(self[:], dtype)
        return array

    def raw_rows(self, rows: NDArray[np.integer[Any]]) -> NDArray[np.intp]:
        """Returns which rows of ``base`` these rows are."""
        numbers: NDArray[np.intp] = rows.astype(np.intp)
        if self._left is not None:
            numbers += np.searchsorted(self._left, numbers, side="right")
        return numbers

    def blocks(self, stride: int = 1) -> Generator[tuple[int, NDArray[Any]], None, None]:
        """Yields rows in blocks whose size depends on the number of columns alone, each with its start.

        Args:
            stride: 1 for all rows, n for every n-th block.
        """
        for start in range(0, len(self), self._step * stride):
            yield start, self[start : start + self._step]

    def _numbers(self, index: NDArray[Any]) -> NDArray[np.intp]:
        if index.dtype == bool:
            if len(index) != len(self):
                raise IndexError(f"a mask of {len(index)} rows does not fit {len(self)} rows")
            index = np.flatnonzero(index)
        rows = index.astype(np.intp, casting="safe") if index.size else np.zeros(0, np.intp)
        if rows.size and not (-len(self) <= rows.min() and rows.max() < len(self)):
            raise IndexError(f"rows must be from {-len(self)} to {len(self) - 1}")
        return np.where(rows < 0, rows + len(self), rows)

    def _computed(self, rows: slice | NDArray[np.intp]) -> NDArray[Any]:
        count = rows.stop - rows.start if isinstance(rows, slice) else len(rows)
        if count <= self._step:
            return self._block(rows)
        result = np.empty((count, self.shape[1]), self.dtype)
        for start in range(0, count, self._step):
            stop = min(start + self._step, count)
            part = (
                slice(rows.start + start, rows.start + stop) if isinstance(rows, slice) else rows[start:stop]
            )
            result[start:stop] = self._block(part)
        return result

    def _block(self, rows: slice | NDArray[np.intp]) -> NDArray[Any]:
        if self._left is not None:
            rows = self.raw_rows(np.arange(rows.start, rows.stop) if isinstance(rows, slice) else rows)
        raw = np.asarray(self.base[rows])
        block = raw
        with np.errstate(all="ignore"):
            for operation in self.operations:
                if not isinstance(operation, Take) and (block is raw or block.dtype != np.float64):
                    block = block.astype(np.float64)
                block = operation(block)
            block = np.array(block, self.dtype) if block is raw else block.astype(self.dtype, copy=False)
        self._forget(raw.nbytes)
        return block

    def _forget(self, read: int) -> None:
        """Gives the pages of a memory map back once much has been read; another thread may read on."""
        self._unforgotten += read
        if self._unforgotten > _FORGET_BYTES:
            self._unforgotten = 0
            forget_pages(self.base, 0, len(self.base))


def _result_dtype(dtype: np.dtype[Any]) -> np.dtype[Any]:
    small = dtype.itemsize * 8 <= _EXACT_IN_FLOAT32 if dtype.kind in "biu" else dtype.itemsize <= 4
    return np.dtype(np.float32 if small else np.float64)
