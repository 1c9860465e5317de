"""CIFAR-10 and CIFAR-100: a file, a folder with all batches, or the archive they come in."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np

from densegui.data import memory
from densegui.data.choices import Choice
from densegui.data.cifar_batches import FEATURES, META, Batch, batch, check_size, class_names, role
from densegui.data.classes import numbered
from densegui.data.dataset import Dataset, Picture, Source
from densegui.data.errors import DataError, unreadable
from densegui.data.loading import Loading
from densegui.data.tarball import Tarball

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHUNK: Final = 1 << 20
_NO_PICTURES: Final = (
    "{name}: expected the batches of CIFAR, such as data_batch_1 or test_batch, found {found}. "
    "Choose the folder or the archive that holds them."
)


_PARTS: Final = ("train", "test")


def is_batch(filename: str) -> bool:
    """Whether a file of that name is one of CIFAR's with pictures."""
    return role(filename) in _PARTS


def reading(
    stream: BinaryIO, name: str, length: int, source: Source, *, part: str = ""
) -> Generator[Loading, None, Dataset]:
    """Reads one batch, whose class names may lie beside it, or a whole archive, gzipped or not.

    Args:
        stream: the open file, at its beginning.
        name: the file's name for sentences.
        length: the file's size in bytes.
        source: what the dataset shall say of where it came from.
        part: of an archive, ``"train"`` or ``"test"``; the batches for training if empty.

    Yields:
        The share that is read.

    Returns:
        The dataset, x (N, 3072) in uint8, one channel after the other.

    Raises:
        DataError: it is damaged, or something else.
    """
    head = stream.read(263)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b") or head[257:262] == b"ustar":
        found = yield from _archived(Tarball(stream, name, length), name, part)
        return (yield from found.dataset(name, source))
    if role(name) == "meta":
        raise DataError(_NO_PICTURES.format(name=name, found="only the names of the classes"))
    found = _Found("")
    found.batches["", name] = yield from batch((yield from _content(stream, name, length)), name)
    for filename in META:
        beside = Path(source.parameters["path"]).with_name(filename)
        if beside.is_file():
            yield from found.add_names(beside)
            break
    return (yield from found.dataset(name, source))


def reading_folder(
    place: Path, name: str, source: Source, *, part: str = ""
) -> Generator[Loading, None, Dataset]:
    """Reads the batches in a folder; arguments as those of ``reading``."""
    found = _Found(part)
    files = sorted(entry for entry in place.iterdir() if role(entry.name) and entry.is_file())
    found.parts.update(role(entry.name) for entry in files)
    if not part and "train" in found.parts:
        files = [entry for entry in files if role(entry.name) != "test"]
        found.say_train()
    for entry in files:
        kind = role(entry.name)
        if kind == "meta":
            yield from found.add_names(entry)
        elif kind == (part or kind):
            content = yield from _file(entry)
            found.batches[kind, entry.name] = yield from batch(content, entry.name)
    return (yield from found.dataset(name, source))


def _archived(tar: Tarball, name: str, part: str) -> Generator[Loading, None, _Found]:
    found = _Found(part)
    while (info := tar.next()) is not None:
        filename = info.name.rpartition("/")[2]
        kind = role(filename) if info.isreg() else ""
        found.parts.add(kind)
        if not kind or kind not in {"meta", part or kind}:
            yield from tar.skip(info)
            continue
        title = f"{name}, {filename}"
        check_size(info.size, title, filename)
        content = yield from tar.content(info)
        if kind == "meta":
            found.classes = yield from class_names(content, filename, title)
        else:
            found.batches[kind, filename] = yield from batch(content, title)
    train = {key: value for key, value in found.batches.items() if key[0] == "train"}
    if not part and train:
        found.batches = train
        found.say_train()
    return found


def _file(place: Path) -> Generator[Loading, None, bytes]:
    with place.open("rb") as stream:
        return (yield from _content(stream, place.name, os.fstat(stream.fileno()).st_size))


def _content(stream: BinaryIO, name: str, length: int) -> Generator[Loading, None, bytes]:
    check_size(length, name, name)
    memory.require(length, name, "Close other programs and try again.")
    chunks = []
    left = length
    while left:
        chunk = stream.read(min(left, _CHUNK))
        if not chunk:
            raise DataError(f"{name} became shorter while it was read. Load it again once it is written.")
        chunks.append(chunk)
        left -= len(chunk)
        yield Loading(1 - left / length)
    return b"".join(chunks)


class _Found:
    """What was found so far.

    Attributes:
        batches: part and name of the file → what it holds.
        classes: names of the classes, or empty.
        parts: roles of all files, also of those that are not asked for.
    """

    def __init__(self, part: str) -> None:
        self.batches: dict[tuple[str, str], Batch] = {}
        self.classes: tuple[str, ...] = ()
        self.parts: set[str] = set()
        self._part = part
        self._notes: list[str] = []

    def say_train(self) -> None:
        """Notes that the batches for training were chosen without being asked for."""
        self._notes.append("The batches for training were read, not those for test.")

    def add_names(self, place: Path) -> Generator[Loading, None, None]:
        """Reads the names of the classes; a note says why they cannot be read."""
        try:
            content = yield from _file(place)
            self.classes = yield from class_names(content, place.name, place.name)
        except OSError as error:
            self._notes.append(f"The classes have no names. {unreadable(place.name, error)}")
        except DataError as error:
            self._notes.append(f"The classes have no names. {error}")

    def dataset(self, name: str, source: Source) -> Generator[Loading, None, Dataset]:
        """Puts the batches together, in the order of their numbers."""
        if not self.batches:
            missing = f"none for {self._part}" if self._part else "none"
            raise DataError(_NO_PICTURES.format(name=name, found=missing))
        batches = [self.batches[key] for key in sorted(self.batches, key=_order)]
        x = yield from _joined([one.pixels for one in batches], name)
        names = self.classes or tuple(map(str, range(max(one.classes for one in batches))))
        labels, classes = numbered(np.concatenate([one.labels for one in batches]), names) or (None, ())
        samples = tuple(sample for one in batches for sample in one.sample_names)
        return Dataset(
            name,
            x,
            source,
            labels=labels,
            class_names=classes,
            notes=tuple(self._notes),
            picture=Picture(32, 32, 3, "channels_first"),
            sample_names=samples if len(samples) == len(x) else (),
            choices=self._choices(),
        )

    def _choices(self) -> tuple[Choice, ...]:
        both = self.parts.issuperset(_PARTS)
        return (Choice("part", _PARTS, self._part or _PARTS[0]),) if both else ()


def _order(key: tuple[str, str]) -> tuple[int, str]:
    digits = "".join(filter(str.isdecimal, key[1]))
    return int(digits or 0), key[1]


def _joined(blocks: list[NDArray[np.uint8]], name: str) -> Generator[Loading, None, NDArray[np.uint8]]:
    if len(blocks) == 1:
        return blocks[0]
    rows = sum(map(len, blocks))
    memory.require(rows * FEATURES, name, "Load one of its batches alone.")
    x = np.empty((rows, FEATURES), np.uint8)
    row = 0
    for block in blocks:
        x[row : row + len(block)] = block
        row += len(block)
        yield Loading(row / rows)
    return x
