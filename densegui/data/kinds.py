"""Kinds of files: told by their first bytes, then by their names."""

from __future__ import annotations

import re
import zlib
from typing import Final

PICTURES: Final = (".png", ".jpg", ".jpeg", ".jfif", ".bmp", ".dib", ".webp")
"""Endings of pictures."""

_NAMES: Final = (
    ("arrays", re.compile(r"\.npy$", re.IGNORECASE)),
    ("npz", re.compile(r"\.npz$", re.IGNORECASE)),
    ("idx", re.compile(r"[-.]idx[1-4]-ubyte(\.gz)?$", re.IGNORECASE)),
    (
        "cifar",
        re.compile(r"\.tar\.gz$|\.tgz$|\.bin$|^data_batch_\d+$|^test_batch$|^batches\.meta$", re.IGNORECASE),
    ),
    ("parquet", re.compile(r"\.(parquet|pq)$", re.IGNORECASE)),
    ("excel", re.compile(r"\.xls[xm]$", re.IGNORECASE)),
    ("pictures", re.compile("|".join(f"{re.escape(ending)}$" for ending in PICTURES), re.IGNORECASE)),
)
_OFFICE: Final = (b"[Content_Types].xml", b"_rels/", b"xl/", b"docProps/")
_PICKLES: Final = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05")
_FOREIGN: Final = (
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"ARROW1", "an Arrow table"),
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel or Office document"),
    (b"{\\rtf", "a rich text document"),
    (b"PK\x03\x04", "a zip archive, not an .xlsx workbook and not an .npz"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
)


def by_content(head: bytes) -> str:
    """Returns the module that reads files with these first bytes, or "" if they do not tell."""
    inside = _unpacked(head) if head.startswith(b"\x1f\x8b") else head
    told = {
        "arrays": head.startswith(b"\x93NUMPY"),
        "parquet": head.startswith(b"PAR1") and not _is_text(head),
        "excel": head.startswith(b"PK\x03\x04") and _first_member(head).startswith(_OFFICE),
        "npz": head.startswith(b"PK\x03\x04") and _first_member(head).endswith(b".npy"),
        "idx": inside[:3] == b"\0\0\x08" and inside[3:4] in {b"\1", b"\2", b"\3", b"\4"},
        "cifar": head.startswith(_PICKLES) or inside[257:262] == b"ustar",
        "pictures": _is_picture(head),
    }
    return next((module for module, is_told in told.items() if is_told), "")


def by_name(filename: str) -> str:
    """Returns the module that reads files of that name, or "" if it does not tell."""
    return next((module for module, pattern in _NAMES if pattern.search(filename)), "")


def foreign(head: bytes) -> str:
    """Returns what a file with these first bytes is, if it is something that is not read; else ""."""
    if _is_text(head):
        return ""
    return next((words for magic, words in _FOREIGN if head.startswith(magic)), "")


def _is_picture(head: bytes) -> bool:
    webp = head.startswith(b"RIFF") and head[8:12] == b"WEBP"
    bmp = head.startswith(b"BM") and not _is_text(head)
    return webp or bmp or head.startswith((b"\x89PNG", b"\xff\xd8\xff"))


def _unpacked(head: bytes) -> bytes:
    """Returns the first bytes inside a gzip file."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, len(head))
    except zlib.error:
        return b""


def _first_member(head: bytes) -> bytes:
    """Returns the name that a zip archive gives its first member."""
    return head[30 : 30 + int.from_bytes(head[26:28], "little")]


def _is_text(head: bytes) -> bool:
    """Whether these first bytes could be a header such as "BMI,age" rather than the magic of a format."""
    return all(byte >= 32 or byte in b"\t\r\n" for byte in head) and not head.startswith((b"%PDF", b"{\\rtf"))
