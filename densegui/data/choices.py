"""Choices: what a person may decide about how a file is read, where a reader had to guess."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of the reader that the file leaves open.

    Attributes:
        option: its name, one of ``options.OPTIONS``.
        values: what there is to choose from: arrays of an .npz (``npz.Member``), names of sheets, parts of
            CIFAR, numbers of channels. Empty for the size of pictures, which may be any.
        taken: what was taken: the name of an array ("" for no labels), of a sheet or of a part, a number of
            channels, or (height, width).
    """

    option: str
    values: tuple[Any, ...]
    taken: Any
