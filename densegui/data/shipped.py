"""Datasets that are shipped with the program."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np

from densegui import resources
from densegui.data.dataset import Dataset, Picture, frozen_source
from densegui.data.files import reading
from densegui.data.loading import Loading, finish
from densegui.data.preparation import preparing
from densegui.data.steps import ChooseLabel

_CC_BY: Final = "CC BY 4.0"
_CC0: Final = "CC0 1.0"


@dataclass(frozen=True, slots=True)
class Builtin:
    """One row of the table.

    Attributes:
        title: what a person calls it.
        file: its name under ``resources/datasets``.
        about: what it is, in one sentence.
        rows: number of samples.
        features: number of features.
        predicts: what is to be predicted.
        origin: who made it, and where it is written about.
        licence: under which it may be used.
        load: reads its file.
    """

    title: str
    file: str
    about: str
    rows: int
    features: int
    predicts: str
    origin: str
    licence: str
    load: Callable[[Path], Generator[Loading, None, Dataset]]


def _digits(path: Path) -> Generator[Loading, None, Dataset]:
    """Splits the last column, the digit, from the 64 pixels."""
    whole = yield from reading(path)
    values = np.asarray(whole.x)
    return replace(
        whole,
        x=np.ascontiguousarray(values[:, :-1]),
        labels=values[:, -1].astype(np.int64),
        class_names=tuple("0123456789"),
        label_name="digit",
        picture=Picture(8, 8),
    )


def _penguins(path: Path) -> Generator[Loading, None, Dataset]:
    """Takes the body mass for what is to be predicted, where a reader would guess the species."""
    table = (yield from reading(path)).raw
    mass = table.feature_names.index("body_mass_g")
    return replace(table, source=replace(table.source, steps=(ChooseLabel(mass),)))


BUILTINS: Final = MappingProxyType(
    {
        "iris": Builtin(
            "Iris",
            "iris.csv",
            "150 flowers of three species of iris: length and width of sepal and petal in centimetres.",
            150,
            4,
            "species, one of 3",
            "R. A. Fisher, Annals of Eugenics 7 (2), 1936; doi:10.24432/C56C76",
            _CC_BY,
            reading,
        ),
        "digits": Builtin(
            "Handwritten digits",
            "digits.npy",
            "1797 digits written by 13 people, as pictures of 8 × 8 pixels from 0 (paper) to 16 (ink).",
            1797,
            64,
            "digit, one of 10",
            "E. Alpaydin and C. Kaynak, 1998, the test set; doi:10.24432/C50P49",
            _CC_BY,
            _digits,
        ),
        "penguins": Builtin(
            "Penguins",
            "penguins.csv",
            "342 penguins of Antarctica: species, island, bill, flipper, sex and year; 9 sexes are missing.",
            342,
            7,
            "body mass in grams, a number",
            "K. B. Gorman, T. D. Williams and W. R. Fraser, PLoS ONE 9 (3), 2014; "
            "doi:10.1371/journal.pone.0090081",
            _CC0,
            _penguins,
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
    dataset = yield from entry.load(resources.path("datasets", entry.file))
    # What is understood of a file of ours is no news.
    raw = replace(dataset.raw, name=entry.title, source=frozen_source("builtin", name=name), notes=())
    return (yield from preparing(raw, dataset.source.steps))
