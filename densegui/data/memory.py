"""How much memory there is, so that what cannot fit is refused before the system grinds to a halt."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from densegui.data.errors import DataError, size

LIMIT: Final = 0.75
"""The share of the available memory that one dataset may take."""

_LINUX: Final = Path("/proc/meminfo")
_UNKNOWN: Final = 4 * 10**9

if sys.platform == "win32":
    import ctypes

    class _MemoryStatus(ctypes.Structure):
        """What ``GlobalMemoryStatusEx`` fills in."""

        _fields_ = (
            ("length", ctypes.c_uint32),
            ("load", ctypes.c_uint32),
            ("total", ctypes.c_uint64),
            ("available", ctypes.c_uint64),
            ("rest", ctypes.c_uint64 * 5),
        )


def available() -> int:
    """Returns the bytes of memory a new array can take without swapping, as far as the system tells."""
    if sys.platform == "win32":
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return int(status.available)
    try:
        for line in _LINUX.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    try:
        # macOS counts the files it keeps in memory as used, so half of all memory is the better guess.
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (OSError, ValueError):
        return _UNKNOWN


def require(needed: int, what: str, advice: str) -> None:
    """Raises DataError if ``needed`` bytes are more than a dataset may take.

    Args:
        needed: bytes.
        what: what needs them, as the beginning of a sentence.
        advice: what to do instead, as a sentence.
    """
    limit = int(available() * LIMIT)
    if needed > limit:
        raise DataError(
            f"{what} needs {size(needed)} of memory, and {size(limit)} can be used at the moment. {advice}"
        )
