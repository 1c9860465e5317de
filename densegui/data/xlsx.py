"""Workbooks of Excel (.xlsx): the XML inside, with suspicion; every cell becomes the text a CSV would have.

Numbers are taken as they are written, to the last digit; formulas are what they last came to.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import IO, BinaryIO, Final
from xml.etree.ElementTree import Element, ParseError, iterparse
from xml.parsers.expat import ExpatError, ParserCreate

from densegui.data import memory
from densegui.data.errors import DataError, size

ROWS_MOST: Final = 1 << 20
COLUMNS_MOST: Final = 1 << 14

FAULTS: Final = (
    zipfile.BadZipFile,
    ParseError,
    ExpatError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""What zipfile and the XML parser raise for damaged or encrypted parts; zlib.error besides."""

_CHUNK: Final = 1 << 16
_PARTS_MOST: Final = 10_000
_BYTES_MOST: Final = 2 * 10**9
_LETTERS: Final = re.compile(r"[A-Z]{1,3}")
_TO_SPACES: Final = dict.fromkeys(range(32), " ")
_DATE_FORMATS: Final = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])
_NOT_DATE: Final = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ELAPSED: Final = re.compile(r"\[[hms]+\]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook: its name and the part it is in."""

    name: str
    part: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """What is to be known of a workbook before its cells.

    Attributes:
        archive: its parts.
        sheets: the sheets with cells, in order.
        epoch: the day that is number 0.
    """

    archive: zipfile.ZipFile
    sheets: tuple[Sheet, ...]
    epoch: datetime


def opened(stream: BinaryIO, name: str) -> Workbook:
    """Opens a workbook.

    Raises:
        DataError: it unpacks to more than is reasonable.
        Exception: one of ``FAULTS``.
    """
    archive = zipfile.ZipFile(stream)
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _PARTS_MOST or unpacked > _BYTES_MOST:
        raise DataError(
            f"{name}: expected a workbook that unpacks to at most {size(_BYTES_MOST)}, found {len(parts):,} "
            f"parts with {size(unpacked)}. Save the sheet as CSV."
        )
    memory.require(3 * unpacked, f"{name}: the workbook", "Save the sheet as CSV.")
    targets = {
        link.get("Id"): link.get("Target", "")
        for link in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship")
        if link.get("Type", "").endswith("/worksheet")
    }
    sheets: list[Sheet] = []
    epoch = datetime(1899, 12, 30)
    for element in _elements(archive, "xl/workbook.xml", "sheet", "workbookPr"):
        if element.get("date1904") in {"1", "true"}:
            epoch = datetime(1904, 1, 1)
        for key, value in element.items():
            if _local(key) == "id" and value in targets:
                target = targets[value]
                part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                sheets.append(Sheet(element.get("name", ""), part))
    return Workbook(archive, tuple(sheets), epoch)


def rows(book: Workbook, sheet: Sheet) -> Iterator[tuple[float, list[tuple[int, list[str]]]]]:
    """Reads the cells of a sheet.

    Yields:
        The share that is read, and the next rows: the number of each from 1, its cells from column A on.

    Raises:
        Exception: one of ``FAULTS``.
    """
    reader = _Rows(list(_strings(book.archive)), _date_styles(book.archive), book.epoch)
    length = max(1, book.archive.getinfo(sheet.part).file_size)
    done = 0
    with book.archive.open(sheet.part) as part:
        while chunk := part.read(_CHUNK):
            done += len(chunk)
            yield min(1.0, done / length), reader.feed(chunk)
    yield 1.0, reader.feed(b"", final=True)


class _Rows:
    """What is called for every element of a sheet, of which there are millions."""

    def __init__(self, strings: Sequence[str], dates: Set[str], epoch: datetime) -> None:
        self._strings, self._dates, self._epoch = strings, dates, epoch
        self._rows: list[tuple[int, list[str]]] = []
        self._number = 0
        self._cells: list[str] = []
        self._cell: dict[str, str] = {}
        self._texts: list[str] = []
        self._spoken = 0
        self._parser = ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def feed(self, data: bytes, final: bool = False) -> list[tuple[int, list[str]]]:
        """Returns the rows that ended in these bytes."""
        self._rows = []
        self._parser.Parse(data, final)
        return self._rows

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._cell, self._texts = attributes, []
        elif name in {"v", "t"}:
            self._parser.CharacterDataHandler = self._texts.append
        elif name == "rPh":  # how the text is read aloud
            self._spoken = len(self._texts)
        elif name == "row":
            self._number = int(attributes.get("r", self._number + 1))
            self._cells = []
            if not 0 < self._number <= ROWS_MOST:
                raise ValueError(f"row {self._number}")

    def _end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in {"v", "t"}:
            self._parser.CharacterDataHandler = None
        elif name == "rPh":
            del self._texts[self._spoken :]
        elif name == "c":
            cells = self._cells
            column = _column(self._cell.get("r", ""), len(cells))
            if column > len(cells):
                cells += [""] * (column - len(cells))
            cells.append(self._text("".join(self._texts)))
        elif name == "row":
            self._rows.append((self._number, self._cells))

    def _refuse(self, *_declared: object) -> None:
        raise ValueError("a document type declaration")

    def _text(self, value: str) -> str:
        kind = self._cell.get("t", "n")
        if kind == "n":
            return _day(value, self._epoch) if value and self._cell.get("s") in self._dates else value
        if kind == "s" and value:
            value = self._strings[int(value)]
        elif kind == "b":
            return "TRUE" if value.strip() == "1" else "FALSE"
        return value.translate(_TO_SPACES)


def _day(value: str, epoch: datetime) -> str:
    """Returns a date as text; a time of day alone stays the part of a day that it is."""
    try:
        serial = float(value)
        # 1900 was no leap year, but Excel counts its 29th of February.
        shift = 1 if epoch.year == 1899 and serial < 60 else 0
        when = epoch + timedelta(days=int(serial) + shift, milliseconds=round(serial % 1 * 86_400_000))
    except (ValueError, OverflowError):
        return value
    return value if serial < 1 else when.isoformat(" ").removesuffix(" 00:00:00")


@lru_cache(COLUMNS_MOST)
def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = 26 * place + ord(letter) - ord("A") + 1
    return place - 1


def _column(reference: str, after: int) -> int:
    letters = reference.rstrip("0123456789")
    if letters and not _LETTERS.fullmatch(letters):
        raise ValueError(f"cell {reference}")
    column = _place(letters) if letters else after
    if not after <= column < COLUMNS_MOST:
        raise ValueError(f"cell {reference}")
    return column


def _strings(archive: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in archive.namelist():
        yield from map(_joined, _elements(archive, "xl/sharedStrings.xml", "si"))


def _joined(element: Element) -> str:
    """Returns the text of runs; not that which says how to read it aloud."""
    texts = []
    for child in element:
        if _local(child.tag) == "t":
            texts.append(child.text or "")
        elif _local(child.tag) in {"r", "is"}:
            texts.append(_joined(child))
    return "".join(texts)


def _date_styles(archive: zipfile.ZipFile) -> set[str]:
    """Returns the numbers of the cell styles that show a number as a date."""
    if "xl/styles.xml" not in archive.namelist():
        return set()
    formats: set[int] = set(_DATE_FORMATS)
    styles: list[int] = []
    for element in _elements(archive, "xl/styles.xml", "numFmt", "cellXfs"):
        if _local(element.tag) == "numFmt":
            code = element.get("formatCode", "")
            if not _ELAPSED.search(code) and re.search("[ymdhs]", _NOT_DATE.sub("", code), re.IGNORECASE):
                formats.add(int(element.get("numFmtId", -1)))
        else:
            styles = [int(style.get("numFmtId", 0)) for style in element]
    return {str(place) for place, style in enumerate(styles) if style in formats}


def _elements(archive: zipfile.ZipFile, part: str, *names: str) -> Iterator[Element]:
    with archive.open(part) as stream:
        yield from _ended(stream, *names)


def _ended(stream: IO[bytes], *names: str) -> Iterator[Element]:
    """Yields elements of these names as they end, and forgets them then."""
    path: list[Element] = []
    inside = 0
    for event, element in iterparse(stream, events=("start", "end")):
        named = _local(element.tag) in names
        if event == "start":
            path.append(element)
            inside += named
            continue
        path.pop()
        inside -= named
        if named:
            yield element
        if path and not inside:
            del path[-1][:]


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
