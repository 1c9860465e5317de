"""Paints rows out of sight while nothing else happens, so that a jump to them finds their pictures ready."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer

# Milliseconds without a frame before it begins: while a person scrolls or drags, frames come faster.
PAUSE: Final = 30
# Seconds of one slice, between which events are handled.
_SLICE: Final = 0.003


class PaintAhead(QObject):
    """Works through rows in short slices, after a pause.

    Args:
        rows: tells which rows to paint, the most urgent first; asked after each pause.
        paint: paints one of them.
        parent: the owner.
    """

    def __init__(
        self, rows: Callable[[], Iterable[int]], paint: Callable[[int], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._rows = rows
        self._paint = paint
        self._left: Iterator[int] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_busy(self) -> bool:
        """Whether rows are left to look at, or a pause is being waited for."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Begins anew after the next pause."""
        self._left = None
        self._timer.start(PAUSE)

    def _on_timeout(self) -> None:
        """Paints rows for one slice."""
        if self._left is None:
            self._left = iter(self._rows())
            self._timer.start(0)
        end = time.perf_counter() + _SLICE
        for row in self._left:
            self._paint(row)
            if time.perf_counter() > end:
                return
        self._timer.stop()
