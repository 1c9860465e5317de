"""DataError, and the words its sentences share: sizes, excerpts, what the system said."""

from __future__ import annotations

import errno
from typing import Final

_EXCERPT: Final = 40
_REASONS: Final = {
    errno.ENOENT: "there is no such file (any more)",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.EISDIR: "it is a folder, and a single file is expected",
    errno.ENOTDIR: "a part of its path is not a folder",
    errno.ELOOP: "its symbolic links go in a circle",
    errno.ENAMETOOLONG: "its name is longer than the system allows",
    errno.EIO: "the disk or the network failed while it was read",
    errno.ESTALE: "the disk or the network failed while it was read",
}


class DataError(Exception):
    """Data that cannot be used; the message says what was expected, what was found and what to do."""


def excerpt(text: str) -> str:
    """Returns text as a sentence can quote it: one line, at most 40 characters, in quotation marks."""
    plain = printable(text[: _EXCERPT + 1])
    return f'"{plain}"' if len(plain) <= _EXCERPT else f'"{plain[:_EXCERPT]}…"'


def printable(text: str) -> str:
    """Returns text with a dot for whatever cannot be shown, such as line ends in the names of files."""
    return text if text.isprintable() else "".join(c if c.isprintable() else "·" for c in text)


def size(count: int) -> str:
    """Returns a number of bytes as a person says it, such as "1.5 MB" (1 MB is 1,000,000 bytes)."""
    value = float(count)
    for unit in ("bytes", "kB", "MB", "GB", "TB", "PB", "EB"):
        if value < 999.5 or unit == "EB":
            break
        value /= 1000
    return f"{value:.3g} {unit}"


def unreadable(name: str, error: OSError) -> DataError:
    """Returns the error to raise when the system does not let a file be read."""
    reason = _REASONS.get(error.errno or 0) or f"the system says: {error.strerror or error}"
    return DataError(
        f"{name} cannot be read: {reason}. Choose another file, or put this right and try again."
    )
