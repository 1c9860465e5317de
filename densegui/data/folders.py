"""Folders: the batches of CIFAR, or pictures, whose folders are their classes."""

from __future__ import annotations

import heapq
import itertools
import os
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from densegui.data import cifar, kinds, pictures
from densegui.data.dataset import Dataset, Source
from densegui.data.errors import DataError, excerpt, printable, unreadable
from densegui.data.loading import Loading
from densegui.data.options import unfit

_TURN: Final = 200
_PIECE: Final = 5000
_EXPECTED: Final = (
    "{name}: expected a folder of pictures (PNG, JPEG, BMP or WebP), of folders of pictures, or of the "
    "batches of CIFAR, found {found}."
)


def reading(
    place: Path,
    name: str,
    source: Source,
    *,
    files: tuple[str, ...] = (),
    size: tuple[int, int] | None = None,
    channels: int | None = None,
    part: str = "",
) -> Generator[Loading, None, Dataset]:
    """Reads a folder.

    Pictures in the folder itself are samples without labels. If there are none, every folder in it that
    holds pictures is a class, in alphabetical order.

    Args:
        place: the folder.
        name: its name for sentences.
        source: what the dataset shall say of where it came from.
        files: pictures in it, if not all of them are wanted.
        size: height and width that pictures are scaled to; that of the first if None.
        channels: 1 for grey, 3 for colour; what most pictures are if None.
        part: ``"train"`` or ``"test"`` of CIFAR; the batches for training if empty.

    Yields:
        The share that is read.

    Returns:
        The dataset.

    Raises:
        DataError: it cannot be read, or holds nothing that is understood.
    """
    if files:
        return (yield from pictures.decoding(pictures.Listing(place, files), name, source, size, channels))
    found = yield from _listed(place, name)
    if found.batches:
        for option in ("size",) * (size is not None) + ("channels",) * (channels is not None):
            raise unfit(name, option)
        return (yield from cifar.reading_folder(place, name, source, part=part))
    if part:
        raise unfit(name, "part")
    listing = yield from _listing(place, name, found)
    return (yield from pictures.decoding(listing, name, source, size, channels))


@dataclass(slots=True)
class _Entries:
    """What a folder holds: names of pictures and of folders, whether batches of CIFAR, and of other files."""

    pictures: list[str] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    batches: bool = False


def _listed(place: Path, name: str) -> Generator[Loading, None, _Entries]:
    """Lists a folder; hidden files, which systems leave behind, do not count."""
    found = _Entries()
    try:
        with os.scandir(place) as entries:
            for count, entry in enumerate(entries):
                if not entry.name.startswith("."):
                    _sort_in(entry, found)
                if count % _TURN == 0:
                    yield Loading(0.0)
    except OSError as error:
        raise unreadable(name, error) from error
    found.pictures = yield from _in_order(found.pictures)
    found.folders = yield from _in_order(found.folders)
    return found


def _in_order(names: list[str]) -> Generator[Loading, None, list[str]]:
    """Sorts names piece by piece, because sorting at once keeps all other threads waiting."""
    pieces = []
    for start in range(0, len(names), _PIECE):
        pieces.append(sorted(names[start : start + _PIECE]))
        yield Loading(0.0)
    if len(pieces) <= 1:
        return [name for piece in pieces for name in piece]
    merged = heapq.merge(*pieces)
    result: list[str] = []
    while piece := list(itertools.islice(merged, _PIECE)):
        result += piece
        yield Loading(0.0)
    return result


def _sort_in(entry: os.DirEntry[str], found: _Entries) -> None:
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError:  # such as a link to itself
        is_folder = is_file = False
    if is_folder:
        found.folders.append(entry.name)
    elif is_file and entry.name.lower().endswith(kinds.PICTURES):
        found.pictures.append(entry.name)
    else:
        found.others.append(entry.name)
        found.batches = found.batches or (is_file and cifar.is_batch(entry.name))


def _listing(place: Path, name: str, found: _Entries) -> Generator[Loading, None, pictures.Listing]:
    """Returns the pictures of a folder, or of the folders in it."""
    if found.pictures:
        return pictures.Listing(place, found.pictures, notes=_others(found.others, len(found.folders)))
    names: list[str] = []
    counts: list[int] = []
    classes: list[str] = []
    others = found.others
    deeper: list[str] = []
    for folder in found.folders:
        inside = yield from _listed(place / folder, f"{name}/{printable(folder)}")
        others += [f"{folder}/{other}" for other in inside.others]
        deeper += inside.folders
        if inside.pictures:
            classes.append(folder)
            counts.append(len(inside.pictures))
            names += [f"{folder}/{picture}" for picture in inside.pictures]
    if not names:
        raise _nothing(name, found, deeper)
    labels = np.repeat(np.arange(len(classes)), counts)
    held = "1 class" if len(classes) == 1 else f"{len(classes):,} classes"
    notes = (f"Every folder is a class: {len(names):,} pictures in {held}.", *_others(others, len(deeper)))
    return pictures.Listing(place, names, labels, tuple(classes), notes)


def _nothing(name: str, found: _Entries, deeper: Iterable[str]) -> DataError:
    for folder in deeper:
        holds = f"folders of folders, such as {excerpt(folder)}"
        return DataError(_EXPECTED.format(name=name, found=holds) + " Choose one of its folders.")
    if not found.others:
        return DataError(_EXPECTED.format(name=name, found="no file"))
    holds = f"{len(found.others):,} other files, such as {excerpt(min(found.others))}"
    return DataError(_EXPECTED.format(name=name, found=holds) + " Choose one of its files.")


def _others(files: list[str], folders: int) -> tuple[str, ...]:
    """Returns what is said of files that are no pictures and of folders that were not looked into."""
    notes = []
    if files:
        many = "1 file that is no picture was" if len(files) == 1 else f"{len(files):,} other files were"
        notes.append(f"{many} left out, such as {excerpt(min(files))}.")
    if folders:
        many = "1 folder was" if folders == 1 else f"{folders:,} folders were"
        notes.append(f"{many} not looked into, because pictures lie beside.")
    return tuple(notes)
