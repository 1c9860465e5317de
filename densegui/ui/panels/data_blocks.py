"""Blocks of rows: what is looked at is read, in the background where reading may take a while."""

from __future__ import annotations

import mmap
from collections import OrderedDict
from collections.abc import Generator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from densegui.ui.background import Background, Task

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BLOCK_VALUES: Final = 2**16
_BLOCK_ROWS: Final = 256
_BLOCKS_KEPT: Final = 48
_BLOCKS_WANTED: Final = 4  # a screen is at most two; whoever scrolls past has no use for the rest


def is_in_memory(x: Any) -> bool:
    """Whether rows of x are at hand, rather than in a file or still to be computed."""
    if not isinstance(x, np.ndarray):
        return False
    owner: Any = x
    while isinstance(owner, np.ndarray) and not isinstance(owner, np.memmap):
        owner = owner.base
    return not isinstance(owner, (np.memmap, mmap.mmap))


class Blocks(QObject):
    """Gives single rows of x: at once if they are in memory, else as soon as their block has been read.

    Signals:
        arrived: first row and the row after the last of a block that has been read.
        failed: why rows cannot be read; one sentence.
    """

    arrived = Signal(object, object)  # numbers of rows that need more than 32 bits
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._background: Background | None = None
        self._x: Any = None
        self._is_at_hand = True
        self._rows = 1
        self._kept: OrderedDict[int, NDArray[Any]] = OrderedDict()
        self._wanted: list[int] = []
        self._broken: set[int] = set()
        self._task: Task | None = None

    def work_in(self, background: Background) -> None:
        """Reads in these threads what is not in memory."""
        self._background = background

    def show(self, x: Any) -> None:
        """Gives rows of another x from now on; None is none."""
        self.forget()
        self._x = x
        if x is not None:
            self._is_at_hand = is_in_memory(x)
            self._rows = min(max(_BLOCK_VALUES // max(int(x.shape[1]), 1), 1), _BLOCK_ROWS)

    def forget(self) -> None:
        """Drops what was read, and what is being read."""
        self._kept.clear()
        self._wanted.clear()
        self._broken.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._x = None

    def row(self, sample: int) -> NDArray[Any] | None:
        """Returns a row (features,), or None where it is not there yet; ``arrived`` follows."""
        if self._x is None:
            return None
        if self._is_at_hand:
            found: NDArray[Any] = self._x[sample]
            return found
        block, place = divmod(sample, self._rows)
        kept = self._kept.get(block)
        if kept is None:
            self._want(block)
            return None
        self._kept.move_to_end(block)
        row: NDArray[Any] = kept[place]
        return row

    def sight(self, sample: int) -> NDArray[Any]:
        """Returns the rows of a block (rows, features) of which ``row`` has given one."""
        block = sample // self._rows
        found: NDArray[Any] = (
            self._x[block * self._rows : (block + 1) * self._rows] if self._is_at_hand else self._kept[block]
        )
        return found

    def _want(self, block: int) -> None:
        if block in self._broken or (self._task is not None and self._task.subject == block):
            return
        if block in self._wanted:
            self._wanted.remove(block)
        self._wanted.append(block)
        del self._wanted[:-_BLOCKS_WANTED]
        self._read_next()

    def _read_next(self) -> None:
        """Reads the block that was wanted last, which is the one that is looked at."""
        if self._background is None or self._task is not None or not self._wanted:
            return
        block = self._wanted.pop()
        first = block * self._rows
        task = self._task = self._background.task(
            partial(_reading, self._x, first, first + self._rows), block
        )
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_done(self, task: Task, values: NDArray[Any]) -> None:
        if task is not self._task:
            return
        self._task = None
        block = task.subject
        self._kept[block] = values
        while len(self._kept) > _BLOCKS_KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(block * self._rows, block * self._rows + len(values))
        self._read_next()

    def _on_failed(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        self._task = None
        self._broken.add(task.subject)
        self.failed.emit(str(error))
        self._read_next()


def _reading(x: Any, first: int, last: int) -> Generator[None, None, NDArray[Any]]:
    yield
    return np.array(x[first:last])  # a copy: what is mapped is read here and not where it is painted
