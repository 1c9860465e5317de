"""Text tables as blocks of whole lines, whatever the encoding and the line ends.

Lines travel as bytes dressed as Latin-1: numbers and delimiters look the same in UTF-8 and CP949, so only
names and labels have to be decoded, at the end, when all of them are known.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

import numpy as np

from densegui.data.errors import DataError, size

LINE_MOST: Final = 16_000_000
"""Bytes one line (or one quoted cell with line ends in it) may have."""

SMALL: Final = 1 << 17
"""Bytes a block has at most, about, where nothing else is said."""

_HANGUL: Final = re.compile("[가-힣]")
_HANJA: Final = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\r\f"))
_NO_TEXT: Final = (
    "{name}: expected a table as text, found bytes that are not text (at byte {place:,}). "
    "Export the table as CSV (UTF-8), or choose another file."
)


@dataclass(frozen=True, slots=True)
class Block:
    """Some whole lines.

    Attributes:
        data: the lines, each ended by a line feed but perhaps the last of the file; may be empty.
        line: number of its first line in the file, from 1; 0 where lines are not counted.
        read: bytes of the file read so far.
        quoted: whether there may be a quotation mark in it.
    """

    data: bytes
    line: int
    read: int
    quoted: bool = True

    @property
    def text(self) -> str:
        """The lines, their bytes dressed as Latin-1."""
        return self.data.decode("latin-1")


def blocks(
    stream: BinaryIO, name: str, chunk: int = SMALL, *, counts: bool = True
) -> Generator[Block, None, None]:
    """Cuts a file into blocks of whole lines; a quoted cell with line ends in it stays in one block.

    Args:
        stream: the open file, at its beginning.
        name: the file's name for sentences.
        chunk: bytes read at once, but for the first time, which is small: it tells the layout.
        counts: whether lines are counted beyond the first bytes, which takes as long as reading them.

    Yields:
        A block for every chunk read, empty while a long line is not complete.

    Raises:
        DataError: the file is not text, or a line is too long.
    """
    line, read, tried = 1, 0, 0
    rest = b""
    for count, fresh in _unix_lines(_plain(stream, name, chunk)):
        read += count
        text = fresh
        if len(rest) > LINE_MOST:
            where = f"{name}, line {line}" if line else name
            raise DataError(
                f"{where}: expected lines of at most {size(LINE_MOST)}, found a longer one. "
                "Perhaps a quotation mark is never closed, or the file is no table."
            )
        # A record that is not complete yet is searched again only when it has doubled.
        if tried and len(rest) + len(text) < 2 * tried:
            rest += text
            yield Block(b"", line, read)
            continue
        quoted = b'"' in text or b'"' in rest
        if quoted:
            text, rest = rest + text, b""
        cut = last_end(text, quoted)
        data = b"".join((rest, memoryview(text)[:cut])) if cut else b""
        rest = text[cut:] if cut else rest + text
        tried = 0 if cut else len(rest)
        yield Block(data, line, read, quoted)
        if counts or read <= SMALL:
            line += count_lines(data)
        elif data:
            line = 0
    yield Block(rest, line, read)


def decode(texts: Iterable[str]) -> tuple[list[str], str]:
    """Returns texts of ``blocks`` as they were meant, and the encoding that all of them fit."""
    raw = [text.encode("latin-1") for text in texts]
    for encoding in ("utf-8", "cp949"):
        try:
            decoded = [text.decode(encoding) for text in raw]
        except UnicodeDecodeError:
            continue
        # Western European letters can look like Chinese ones in CP949, but hardly like Korean ones.
        letters = "".join(decoded)
        if encoding == "utf-8" or _HANGUL.search(letters) or not _HANJA.search(letters):
            return decoded, encoding
    return [text.decode("cp1252", "replace") for text in raw], "cp1252"


def count_lines(data: bytes) -> int:
    """How many lines end in some text; a quarter of the time of ``bytes.count``."""
    array = np.frombuffer(data, np.uint8)
    return sum(
        int(np.count_nonzero(array[start : start + SMALL] == ord("\n")))
        for start in range(0, len(data), SMALL)
    )


def last_end(text: bytes, quoted: bool) -> int:
    """Where the last line that is not inside quotation marks, if there are any, ends; 0 if none does."""
    if not quoted:
        return text.rfind(b"\n") + 1
    array = np.frombuffer(text, np.uint8)
    inside = np.bitwise_and(np.cumsum(array == ord('"'), dtype=np.uint32), 1)
    ends = np.flatnonzero((array == ord("\n")) & (inside == 0))
    return int(ends[-1]) + 1 if ends.size else 0


def _plain(stream: BinaryIO, name: str, size_of_chunk: int) -> Iterator[tuple[int, bytes]]:
    """Yields the bytes read and the text in them, without byte order mark, UTF-16 as UTF-8."""
    chunk = stream.read(SMALL)
    decoder = None
    if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        decoder = codecs.getincrementaldecoder("utf-16")()
    text = chunk.removeprefix(codecs.BOM_UTF8)
    place = 0
    while chunk:
        if decoder is not None:
            try:
                text = decoder.decode(chunk).encode()
            except UnicodeError:
                raise DataError(_NO_TEXT.format(name=name, place=place)) from None
        # The first bytes tell whether this is text; later on one look for zeros is cheap and telling.
        where = _control(text) if place == 0 else text.find(b"\0")
        if where >= 0:
            raise DataError(_NO_TEXT.format(name=name, place=place + where))
        yield len(chunk), text
        place += len(chunk)
        chunk = text = stream.read(size_of_chunk)


def _control(text: bytes) -> int:
    """Where the first byte stands that no text has; -1 if there is none."""
    if len(text.translate(None, _CONTROL)) == len(text):
        return -1
    return next(i for i, byte in enumerate(text) if byte in _CONTROL)


def _unix_lines(chunks: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, bytes]]:
    held = b""
    for count, chunk in chunks:
        text = held + chunk if held else chunk
        # A carriage return at the very end may be the first half of \r\n.
        held = b"\r" if text.endswith(b"\r") else b""
        if b"\r" in text:
            text = text[: len(text) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        yield count, text
    if held:
        yield 0, b"\n"
