"""Datasets that are shipped with the program."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from densegui import resources
from densegui.data.dataset import Dataset, frozen_source
from densegui.data.files import reading
from densegui.data.loading import Loading, finish


@dataclass(frozen=True, slots=True)
class Builtin:
    """One row of the table.

    Attributes:
        title: what a person calls it.
        file: its name under ``resources/datasets``.
        about: what it is, in one sentence.
    """

    title: str
    file: str
    about: str


BUILTINS: Final = MappingProxyType(
    {
        "iris": Builtin(
            "Iris",
            "iris.csv",
            "150 flowers of three species of iris: length and width of sepal and petal in centimetres.",
        ),
    }
)


def builtin(name: str) -> Dataset:
    """Loads a dataset of ``BUILTINS``, such as ``"iris"``.

    Raises:
        ValueError: there is none of that name.
        DataError: its file cannot be read.
    """
    return finish(loading(name))


def loading(name: str) -> Generator[Loading, None, Dataset]:
    """Loads a dataset of ``BUILTINS`` piece by piece.

    Yields:
        The share that is read.

    Returns:
        The dataset.

    Raises:
        ValueError: there is none of that name.
        DataError: its file cannot be read.
    """
    if name not in BUILTINS:
        raise ValueError(f"name must be one of {', '.join(BUILTINS)}, got {name!r}")
    entry = BUILTINS[name]
    dataset = yield from reading(resources.path("datasets", entry.file))
    # What is understood of a file of ours is no news.
    return replace(dataset, name=entry.title, source=frozen_source("builtin", name=name), notes=())
