"""The kinds of random, toy and typed data: their words, the numbers they are made with, and their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from densegui.data import (
    TOYS,
    draw,
    draw_toy,
    finish,
    normal_source,
    toy_source,
    typed_dataset,
    typed_source,
    uniform_source,
)
from densegui.data.toy import Parameter

if TYPE_CHECKING:
    from densegui.data import Dataset, Source

MAX_ROWS: Final = 100_000_000
MAX_FEATURES: Final = 1_000_000
MAX_SEED: Final = 2**31 - 1
_PREVIEW_ROWS: Final = 1000
_PREVIEW_NUMBERS: Final = 200_000
_PREVIEW_SIDE: Final = 41


@dataclass(frozen=True, slots=True)
class Kind:
    """The words of one kind: title, how a number comes about, and what it is for."""

    title: str
    formula: str
    about: str


def kinds() -> dict[str, Kind]:
    """Key → words, in the language in force."""
    return {**_random_kinds(), **_gates(), **_shapes()}


def captions() -> dict[str, tuple[str, str]]:
    """Parameter → its name and what it means, in the language in force."""
    translate = QCoreApplication.translate
    return {
        "rows": (translate("ToyData", "Samples (rows)"), translate("ToyData", "Number of samples")),
        "features": (
            translate("ToyData", "Features (columns)"),
            translate("ToyData", "Numbers in each sample"),
        ),
        "width": (
            translate("ToyData", "Steps along x1"),
            translate("ToyData", "Numbers along the first input"),
        ),
        "height": (
            translate("ToyData", "Steps along x2"),
            translate("ToyData", "Numbers along the second input"),
        ),
        "noise": (
            translate("ToyData", "Noise"),
            translate("ToyData", "Standard deviation of what moves each point at random"),
        ),
        "turns": (translate("ToyData", "Turns"), translate("ToyData", "How often each arm goes round")),
        "squares": (translate("ToyData", "Squares a side"), translate("ToyData", "Squares along each input")),
        "mean": (translate("ToyData", "Mean"), translate("ToyData", "Middle of the normal distribution")),
        "stddev": (
            translate("ToyData", "Standard deviation"),
            translate("ToyData", "Standard deviation, 0 or more"),
        ),
        "low": (translate("ToyData", "Minimum"), translate("ToyData", "Smallest number")),
        "high": (translate("ToyData", "Maximum"), translate("ToyData", "Largest number")),
        "seed": (translate("ToyData", "Seed"), translate("ToyData", "The same seed draws the same numbers")),
    }


def parameters(kind: str, features: int) -> tuple[Parameter, ...]:
    """What a kind is made with; the ranges are those of a form.

    Args:
        kind: a key of ``kinds``.
        features: as many as the stack takes in.
    """
    random = {
        "normal": (Parameter("mean", 0.0, -1e6, 1e6), Parameter("stddev", 1.0, 0.0, 1e6)),
        "uniform": (Parameter("low", 0.0, -1e6, 1e6), Parameter("high", 1.0, -1e6, 1e6)),
    }
    if kind in TOYS:
        most = {"rows": MAX_ROWS, "seed": MAX_SEED}
        return tuple(
            Parameter(p.name, p.default, p.least, min(p.most, most.get(p.name, p.most)))
            for p in TOYS[kind].parameters
        )
    if kind == "typed":
        return Parameter("rows", 1, 1, 1000), Parameter("features", features, 1, 10_000)
    shape = Parameter("rows", 150, 1, MAX_ROWS), Parameter("features", features, 1, MAX_FEATURES)
    return (*shape, *random[kind], Parameter("seed", 0, 0, MAX_SEED))


def source_of(kind: str, values: Mapping[str, float], typed: Sequence[Sequence[float]]) -> Source:
    """Returns the source of what was chosen.

    Raises:
        ValueError: numbers that do not go together.
    """
    if kind == "typed":
        return typed_source(QCoreApplication.translate("ToyData", "Typed rows"), typed)
    if kind == "normal":
        return normal_source(**values)  # type: ignore[arg-type]  # a form gives whole numbers where they must be
    if kind == "uniform":
        return uniform_source(**values)  # type: ignore[arg-type]
    return toy_source(kind, **values)


def few_of(source: Source) -> Dataset:
    """Returns the first rows of what a source describes, or a coarse grid, quickly whatever its size."""
    given = dict(source.parameters)
    if source.kind == "typed":
        return typed_dataset(source)
    if source.kind == "toy":
        for name, most in (("rows", _PREVIEW_ROWS), ("width", _PREVIEW_SIDE), ("height", _PREVIEW_SIDE)):
            if name in given:
                given[name] = min(given[name], most)
        return finish(draw_toy(toy_source(**given)))
    given["rows"] = max(1, min(given["rows"], _PREVIEW_ROWS, _PREVIEW_NUMBERS // given["features"]))
    make = normal_source if source.kind == "normal" else uniform_source
    return finish(draw(make(**given)))


def _random_kinds() -> dict[str, Kind]:
    translate = QCoreApplication.translate
    return {
        "normal": Kind(
            translate("ToyData", "Normal distribution"),
            translate("ToyData", "x from N(mean, standard deviation²)"),
            translate("ToyData", "As many features as you like, without labels."),
        ),
        "uniform": Kind(
            translate("ToyData", "Uniform distribution"),
            translate("ToyData", "x from minimum to maximum, each number as likely as the other"),
            translate("ToyData", "As many features as you like, without labels."),
        ),
        "typed": Kind(
            translate("ToyData", "Typed rows"),
            translate("ToyData", "Type a number over a cell, or paste cells from a spreadsheet."),
            translate("ToyData", "Your own numbers: what does the stack make of this one sample?"),
        ),
    }


def _gates() -> dict[str, Kind]:
    translate = QCoreApplication.translate
    about = {
        "and": translate("ToyData", "1 where both inputs are 1: one straight line is enough."),
        "or": translate("ToyData", "1 where an input is 1: one straight line is enough."),
        "nand": translate("ToyData", "0 where both inputs are 1: AND turned round."),
        "xor": translate("ToyData", "1 where the inputs differ: no single line, so two layers."),
    }
    return {key: Kind(TOYS[key].title, TOYS[key].formula, text) for key, text in about.items()}


def _shapes() -> dict[str, Kind]:
    translate = QCoreApplication.translate
    return {
        "gaussians": Kind(
            translate("ToyData", "Two Gaussians"),
            translate("ToyData", "centre (−1, −1) for 0 and (1, 1) for 1; noise is their standard deviation"),
            translate(
                "ToyData", "Two clouds that one straight line separates, as far as they do not overlap."
            ),
        ),
        "circles": Kind(
            translate("ToyData", "Circles"),
            translate("ToyData", "x = r·(cos φ, sin φ), r = 1 for 0 and ½ for 1, φ from 0 to 2π"),
            translate("ToyData", "A ring inside a ring: no straight line separates them."),
        ),
        "moons": Kind(
            translate("ToyData", "Moons"),
            translate("ToyData", "(cos φ, sin φ) for 0 and (1 − cos φ, ½ − sin φ) for 1, φ from 0 to π"),
            translate("ToyData", "Two half circles that reach into each other."),
        ),
        "spirals": Kind(
            translate("ToyData", "Spirals"),
            translate("ToyData", "x = r·(cos φ, sin φ), φ = 2π·turns·r, and half a turn more for 1"),
            translate("ToyData", "Two arms round each other: the hardest of these for a small network."),
        ),
        "checkerboard": Kind(
            translate("ToyData", "Checkerboard"),
            translate("ToyData", "even from −1 to 1; the label is (column + row of the square) mod 2"),
            translate("ToyData", "Squares in turn: with 2 squares a side it is XOR with area."),
        ),
        "grid": Kind(
            translate("ToyData", "Numeric grid"),
            translate(
                "ToyData", "every crossing of evenly spaced numbers from minimum to maximum, row by row"
            ),
            translate("ToyData", "No labels: it shows what the network makes of the whole input plane."),
        ),
    }
