"""Pictures as samples: what size and colours they are read in is guessed and said."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

import numpy as np

from densegui.data import memory, picture_file
from densegui.data.choices import Choice
from densegui.data.dataset import Dataset, Picture, Source
from densegui.data.errors import DataError, excerpt, printable
from densegui.data.loading import Loading
from densegui.data.picture_rows import PictureRows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine.rows import Rows

AT_ONCE: Final = 64 << 20
"""Bytes up to which all pictures are decoded when they are loaded; more stay in their files."""

GUESSED_MOST: Final = 512
"""Pixels of the longer side, if no size is given: more features than a network of bricks can use."""

_LOOKED_AT: Final = 50
_NAMED: Final = 5
_TURN: Final = 100


@dataclass(frozen=True, slots=True)
class Listing:
    """Which pictures to read.

    Attributes:
        folder: that the names are relative to.
        names: of the files, with slashes.
        labels: (N,) class numbers, or None.
        class_names: what the numbers stand for.
        notes: what was understood so far.
    """

    folder: Path
    names: Sequence[str]
    labels: NDArray[np.int64] | None = None
    class_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def reading(
    stream: BinaryIO,  # noqa: ARG001  # every reader takes the same arguments; this one opens files itself
    name: str,
    length: int,  # noqa: ARG001
    source: Source,
    *,
    size: tuple[int, int] | None = None,
    channels: int | None = None,
) -> Generator[Loading, None, Dataset]:
    """Reads a picture file as one sample.

    Args:
        stream: not used.
        name: the file's name for sentences.
        length: not used.
        source: what the dataset shall say of where it came from.
        size: height and width to scale it to; its own, but at most 512 pixels a side, if None.
        channels: 1 for grey, 3 for colour; what it is if None.

    Yields:
        The share that is read.

    Returns:
        The dataset, x (1, height · width · channels) in uint8.

    Raises:
        DataError: it is no picture, damaged or too large.
    """
    place = Path(source.parameters["path"])
    return (yield from decoding(Listing(place.parent, (place.name,)), name, source, size, channels))


def decoding(
    listing: Listing, name: str, source: Source, size: tuple[int, int] | None, channels: int | None
) -> Generator[Loading, None, Dataset]:
    """Reads pictures; ``size`` and ``channels`` as those of ``reading``, of the first and of most of them.

    Up to 64 MB are decoded at once; of more, rows are decoded when they are asked for. What cannot be read
    is left out and named in the notes.
    """
    size, channels, notes = yield from _guessed(listing, size, channels)
    picture = Picture(size[0], size[1], channels)
    problems: dict[int, str] = {}
    if len(listing.names) * picture.features <= AT_ONCE:
        x: Rows = yield from _decoded(listing, name, picture, problems)
    else:
        yield from _looked_at(listing, problems)
        x = PictureRows(listing.folder, _kept(listing, problems), size, channels)
        notes = (*notes, "The pictures stay in their files and are decoded when they are needed.")
    if len(problems) == len(listing.names):
        raise _nothing(listing, next(iter(problems.values())))
    labels = listing.labels
    if labels is not None and problems:
        labels = np.delete(labels, list(problems))
    return Dataset(
        name,
        x,
        source,
        labels=labels,
        class_names=tuple(map(printable, listing.class_names)),
        notes=(*listing.notes, *notes, *_left_out(listing, problems)),
        picture=picture,
        sample_names=tuple(map(printable, _kept(listing, problems))),
        choices=(Choice("size", (), size), Choice("channels", (1, 3), channels)),
    )


def _guessed(
    listing: Listing, size: tuple[int, int] | None, channels: int | None
) -> Generator[Loading, None, tuple[tuple[int, int], int, tuple[str, ...]]]:
    """Returns size, channels and what was guessed of them."""
    why = []
    if size is None:
        own, first_channels = yield from _first(listing)
        size = _at_most(own)
        why.append("the size of the first" + ("" if size == own else f", scaled to {GUESSED_MOST} at most"))
        if len(listing.names) == 1:
            channels = channels or first_channels
            scaled = f"The picture of {_words(own)} pixels was scaled to {_words(size)}."
            return size, channels, () if size == own else (scaled,)
    if channels is None:
        channels = yield from _most(listing)
        why.append("most are grey" if channels == 1 else "most are in colour")
    if not why:
        return size, channels, ()
    kind = "grey" if channels == 1 else "colour"
    note = f"Every picture is scaled to {_words(size)} {kind} pixels ({'; '.join(why)})."
    return size, channels, (note,)


def _first(listing: Listing) -> Generator[Loading, None, tuple[tuple[int, int], int]]:
    """Returns size and channels of the first picture that can be read."""
    problem = ""
    for name in listing.names:
        try:
            height, width, channels = picture_file.look(listing.folder / name, printable(name))
        except DataError as error:
            problem = problem or str(error)
        else:
            return (height, width), channels
        yield Loading(0.0)
    raise _nothing(listing, problem)


def _most(listing: Listing) -> Generator[Loading, None, int]:
    """Returns the channels that most have of some pictures from everywhere in the list."""
    colour = grey = 0
    step = max(1, len(listing.names) // _LOOKED_AT)
    for name in listing.names[::step]:
        with contextlib.suppress(DataError):
            if picture_file.look(listing.folder / name, printable(name))[2] == 1:
                grey += 1
            else:
                colour += 1
        yield Loading(0.0)
    return 1 if grey > colour else 3


def _decoded(
    listing: Listing, name: str, picture: Picture, problems: dict[int, str]
) -> Generator[Loading, None, NDArray[np.uint8]]:
    """Decodes all pictures; adds what cannot be read to ``problems``."""
    count = len(listing.names)
    memory.require(count * picture.features, name, "Close other programs and try again.")
    x = np.empty((count, picture.features), np.uint8)
    for number, file in enumerate(listing.names):
        try:
            row = picture_file.pixels(
                listing.folder / file, printable(file), (picture.height, picture.width), picture.channels
            )
        except DataError as error:
            problems[number] = str(error)
        else:
            x[number - len(problems)] = row
        yield Loading((number + 1) / count)
    return x[: count - len(problems)]


def _looked_at(listing: Listing, problems: dict[int, str]) -> Generator[Loading, None, None]:
    """Looks at the first bytes of every picture; adds what cannot be one to ``problems``."""
    count = len(listing.names)
    folder = f"{listing.folder}{os.sep}"
    for number, file in enumerate(listing.names):
        try:
            if not picture_file.begins_well(folder + file, printable(file)):
                problems[number] = f"{printable(file)} is no picture."
        except DataError as error:
            problems[number] = str(error)
        if number % _TURN == 0:
            yield Loading(number / count)


def _kept(listing: Listing, problems: dict[int, str]) -> Sequence[str]:
    if not problems:
        return listing.names
    return [name for number, name in enumerate(listing.names) if number not in problems]


def _left_out(listing: Listing, problems: dict[int, str]) -> tuple[str, ...]:
    if not problems:
        return ()
    names = ", ".join(excerpt(listing.names[number]) for number in list(problems)[:_NAMED])
    more = ", …" if len(problems) > _NAMED else ""
    were = "1 picture was" if len(problems) == 1 else f"{len(problems):,} pictures were"
    return (f"{were} left out, because they cannot be read: {names}{more}. {next(iter(problems.values()))}",)


def _nothing(listing: Listing, problem: str) -> DataError:
    if len(listing.names) == 1:
        return DataError(problem)
    return DataError(f"None of {len(listing.names):,} pictures can be read. {problem}")


def _at_most(size: tuple[int, int]) -> tuple[int, int]:
    """Returns a size in the same proportion whose longer side is not too long."""
    longer = max(size)
    if longer <= GUESSED_MOST:
        return size
    height, width = (max(1, round(side * GUESSED_MOST / longer)) for side in size)
    return height, width


def _words(size: tuple[int, int]) -> str:
    return f"{size[0]:,} × {size[1]:,}"
