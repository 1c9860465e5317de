"""Toy data: small sets of two inputs with a shape that can be seen, and grids that show the input plane."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data import memory
from densegui.data.arguments import MOST, number, whole
from densegui.data.dataset import Dataset, Source, frozen_source
from densegui.data.loading import Loading, finish

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Given = Mapping[str, Any]
    Places = NDArray[np.float64]
    Labels = NDArray[np.int64]
    # (row numbers, generator of places, arguments) → places (n, 2), labels (n,) or None
    Make = Callable[[NDArray[np.int64], np.random.Generator, Given], tuple[Places, Labels | None]]

_CHUNK: Final = 1 << 17  # rows; some milliseconds each
_BYTES_PER_ROW: Final = 2 * 4 + 8
_NAMES: Final = ("x1", "x2")
_CLASSES: Final = ("0", "1")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a toy set is made with.

    Attributes:
        name: of the argument.
        default: its usual value; an int where only whole numbers fit.
        least: the smallest that fits.
        most: the largest that fits.
    """

    name: str
    default: float
    least: float
    most: float

    def checked(self, value: Any) -> float:
        """Returns the value as int or float.

        Raises:
            TypeError: it is not a number, or not a whole one where it must be.
            ValueError: it is out of range.
        """
        if isinstance(self.default, int):
            return whole(self.name, value, int(self.least), int(self.most))
        found = number(self.name, value)
        if not self.least <= found <= self.most:
            raise ValueError(
                f"{self.name} must be a number from {self.least:g} to {self.most:g}, got {found:g}"
            )
        return found


@dataclass(frozen=True, slots=True)
class Toy:
    """One row of the table.

    Attributes:
        title: what a person calls it.
        formula: how a point comes about, before noise.
        about: what it shows, in one sentence.
        parameters: what it is made with.
        count: arguments → number of rows.
        make: gives places and labels of some rows.
    """

    title: str
    formula: str
    about: str
    parameters: tuple[Parameter, ...]
    count: Callable[[Given], int]
    make: Make


def _rows(given: Given) -> int:
    return int(given["rows"])


def _corners(_given: Given) -> int:
    return 4


def _crossings(given: Given) -> int:
    return int(given["width"] * given["height"])


def _truth(
    outputs: tuple[int, ...], rows: NDArray[np.int64], _rng: np.random.Generator, _given: Given
) -> tuple[Places, Labels]:
    return np.column_stack([rows // 2, rows % 2]).astype(np.float64), np.array(outputs)[rows]


def _circles(rows: NDArray[np.int64], rng: np.random.Generator, _given: Given) -> tuple[Places, Labels]:
    labels = rows % 2
    return _polar(1.0 - 0.5 * labels, 2 * math.pi * rng.random(len(rows))), labels


def _gaussians(rows: NDArray[np.int64], _rng: np.random.Generator, _given: Given) -> tuple[Places, Labels]:
    labels = rows % 2
    centre = 2.0 * labels - 1
    return np.column_stack([centre, centre]), labels


def _spirals(rows: NDArray[np.int64], rng: np.random.Generator, given: Given) -> tuple[Places, Labels]:
    labels = rows % 2
    radius = np.sqrt(rng.random(len(rows)))  # as dense in the middle as outside
    return _polar(radius, 2 * math.pi * given["turns"] * radius + math.pi * labels), labels


def _checkerboard(rows: NDArray[np.int64], rng: np.random.Generator, given: Given) -> tuple[Places, Labels]:
    steps = rng.random((len(rows), 2)) * given["squares"]
    return 2 * steps / given["squares"] - 1, steps.astype(np.int64).sum(axis=1) % 2


def _moons(rows: NDArray[np.int64], rng: np.random.Generator, _given: Given) -> tuple[Places, Labels]:
    labels = rows % 2
    arc = _polar(np.ones(len(rows)), math.pi * rng.random(len(rows)))
    return np.where(labels[:, np.newaxis] == 0, arc, [1.0, 0.5] - arc), labels


def _grid(rows: NDArray[np.int64], _rng: np.random.Generator, given: Given) -> tuple[Places, None]:
    low, high = given["low"], given["high"]
    shares = np.column_stack(
        [rows % given["width"] / (given["width"] - 1), rows // given["width"] / (given["height"] - 1)]
    )
    return low * (1 - shares) + high * shares, None  # exact at both ends


def _polar(radius: NDArray[np.floating[Any]], angle: NDArray[np.floating[Any]]) -> Places:
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _drawn(noise: float) -> tuple[Parameter, ...]:
    return (
        Parameter("rows", 300, 1, MOST),
        Parameter("noise", noise, 0.0, 1000.0),
        Parameter("seed", 0, 0, MOST),
    )


def _gate(title: str, about: str, *outputs: int) -> Toy:
    formula = f"(0, 0) → {outputs[0]}, (0, 1) → {outputs[1]}, (1, 0) → {outputs[2]}, (1, 1) → {outputs[3]}"
    return Toy(title, formula, about, (), _corners, partial(_truth, outputs))


TOYS: Final[Mapping[str, Toy]] = MappingProxyType(
    {
        "and": _gate("AND", "1 where both inputs are 1: one straight line is enough.", 0, 0, 0, 1),
        "or": _gate("OR", "1 where an input is 1: one straight line is enough.", 0, 1, 1, 1),
        "nand": _gate("NAND", "0 where both inputs are 1: AND turned round.", 1, 1, 1, 0),
        "xor": _gate("XOR", "1 where the inputs differ: no single line, so two layers.", 0, 1, 1, 0),
        "gaussians": Toy(
            "Two Gaussians",
            "centre (−1, −1) for 0 and (1, 1) for 1; noise is their standard deviation",
            "Two clouds that one straight line separates, as far as they do not overlap.",
            _drawn(0.5),
            _rows,
            _gaussians,
        ),
        "circles": Toy(
            "Circles",
            "x = r·(cos φ, sin φ), r = 1 for 0 and ½ for 1, φ from 0 to 2π",
            "A ring inside a ring: no straight line separates them.",
            _drawn(0.05),
            _rows,
            _circles,
        ),
        "moons": Toy(
            "Moons",
            "(cos φ, sin φ) for 0 and (1 − cos φ, ½ − sin φ) for 1, φ from 0 to π",
            "Two half circles that reach into each other.",
            _drawn(0.1),
            _rows,
            _moons,
        ),
        "spirals": Toy(
            "Spirals",
            "x = r·(cos φ, sin φ), φ = 2π·turns·r, and half a turn more for 1",
            "Two arms round each other: the hardest of these for a small network.",
            (*_drawn(0.02), Parameter("turns", 1.5, 0.0, 10.0)),
            _rows,
            _spirals,
        ),
        "checkerboard": Toy(
            "Checkerboard",
            "even from −1 to 1; the label is (column + row of the square) mod 2",
            "Squares in turn: with 2 squares a side it is XOR with area.",
            (*_drawn(0.0), Parameter("squares", 4, 1, 100)),
            _rows,
            _checkerboard,
        ),
        "grid": Toy(
            "Numeric grid",
            "every crossing of evenly spaced numbers from minimum to maximum, row by row",
            "No labels: it shows what the network makes of the whole input plane.",
            (
                Parameter("width", 21, 2, 2**20),
                Parameter("height", 21, 2, 2**20),
                Parameter("low", -1.0, -1e6, 1e6),
                Parameter("high", 1.0, -1e6, 1e6),
            ),
            _crossings,
            _grid,
        ),
    }
)
"""Name → toy set. All have two inputs; labels, where there are any, are 0 and 1."""


def toy_dataset(name: str, **arguments: float) -> Dataset:
    """Makes a toy set, such as ``toy_dataset("moons", rows=200, noise=0.1, seed=1)``.

    Sets with a seed have as many rows of either label, in turn (the checkerboard excepted, whose labels
    follow from where the points lie). With one seed, fewer rows are the first of more rows, and noise
    moves the same points.

    Args:
        name: one of ``TOYS``.
        **arguments: its parameters; those left out have their default.

    Returns:
        A dataset with x (N, 2), float32, computed in float64 and rounded, so that the last bit of a
        system's cosine does not show.

    Raises:
        TypeError: an argument it does not take, or one that is not a number.
        ValueError: an unknown name, or a number out of range.
        DataError: the rows do not fit into memory.
    """
    return finish(draw_toy(toy_source(name, **arguments)))


def toy_source(name: str, **arguments: float) -> Source:
    """Returns the source of ``toy_dataset`` with these arguments, checked but not yet made."""
    if name not in TOYS:
        raise ValueError(f"name must be one of {', '.join(TOYS)}, got {name!r}")
    parameters = TOYS[name].parameters
    foreign = sorted(arguments.keys() - {parameter.name for parameter in parameters})
    if foreign:
        names = ", ".join(parameter.name for parameter in parameters) or "no arguments"
        raise TypeError(f"{name} takes {names}; got {foreign[0]}")
    given = {p.name: p.checked(arguments.get(p.name, p.default)) for p in parameters}
    if name == "grid" and not given["low"] < given["high"]:
        raise ValueError(f"low must be below high, got low={given['low']:g}, high={given['high']:g}")
    return frozen_source("toy", name=name, **given)


def draw_toy(source: Source) -> Generator[Loading, None, Dataset]:
    """Makes what a source of ``toy_source`` describes, chunk by chunk.

    Yields:
        The share that is made; every ``yield`` is a point to cancel at.

    Returns:
        The dataset; the numbers do not depend on the chunks.

    Raises:
        DataError: the rows do not fit into memory.
    """
    given = source.parameters
    toy = TOYS[given["name"]]
    total, noise = toy.count(given), given.get("noise", 0.0)
    memory.require(_BYTES_PER_ROW * total, f"{toy.title} of {total:,} rows", "Ask for fewer rows.")
    # Two streams, so that neither chunks nor noise change where the points lie.
    places_rng, noise_rng = np.random.default_rng(given.get("seed", 0)).spawn(2)
    x = np.empty((total, 2), np.float32)
    labels: NDArray[np.int64] | None = np.empty(total, np.int64)
    for start in range(0, total, _CHUNK):
        rows = np.arange(start, min(start + _CHUNK, total))
        places, found = toy.make(rows, places_rng, given)
        x[rows[0] : rows[-1] + 1] = (
            places + noise * noise_rng.standard_normal(places.shape) if noise else places
        )
        if labels is None or found is None:
            labels = None
        else:
            labels[rows[0] : rows[-1] + 1] = found
        yield Loading((start + len(rows)) / total)
    classes = () if labels is None else _CLASSES
    return Dataset(toy.title, x, source, feature_names=_NAMES, labels=labels, class_names=classes)
