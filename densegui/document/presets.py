"""Presets: the stacks of lessons with the data they are run on; and a person's own, as project files."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from densegui.data import (
    ChooseLabel,
    Divide,
    FillMissing,
    OneHot,
    PickColumns,
    Source,
    Standardise,
    Step,
    Transpose,
    normal_source,
    toy_source,
    typed_source,
)
from densegui.document import storage
from densegui.document.document import example
from densegui.document.storage import SUFFIX, DocumentError, Project
from densegui.engine import Dense, Model

_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True)
class Preset:
    """One row of the table.

    Attributes:
        title: what a person calls it, in English.
        make: gives its stack.
        source: where its data come from, or None to leave the data as they are.
    """

    title: str
    make: Callable[[], Model]
    source: Source | None = None


def _binary_head() -> Model:
    return Model([Dense(1, input_dim=3, activation="sigmoid")])


def _two_units() -> Model:
    return Model([Dense(2, input_dim=3)])


def _three_classes() -> Model:
    return Model([Dense(3, input_dim=4, activation="softmax")])


def _relu_layer() -> Model:
    return Model([Dense(4, input_dim=6, activation="relu")])


def _by_hand() -> Model:
    layers = [Dense(3, 2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2)]
    model = Model(layers, dtype="float64")
    model = model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])
    model = model.with_parameters(1, weights=[[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], bias=[0.1, 0.2])
    return model.with_parameters(2, weights=[[0.1, 0.3], [0.2, 0.4]], bias=[0.1, 0.2])


def _perceptron(weight: float, bias: float) -> Model:
    model = Model([Dense(1, input_dim=2, activation="step")], dtype="float64")
    return model.with_parameters(0, weights=[[weight], [weight]], bias=[bias])


def _and() -> Model:
    return _perceptron(0.5, -0.7)


def _nand() -> Model:
    return _perceptron(-0.5, 0.7)


def _or() -> Model:
    return _perceptron(0.5, -0.2)


def _xor() -> Model:
    """NAND and OR side by side, then AND of the two."""
    layers = [Dense(2, 2, activation="step", name="nand_or"), Dense(1, activation="step", name="and")]
    model = Model(layers, dtype="float64")
    model = model.with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    return model.with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])


def _chain() -> Model:
    drawn = {"init": "standard_normal", "bias_init": "standard_normal", "activation": "sigmoid"}
    return Model([Dense(4, input_dim=5, **drawn), Dense(30, **drawn)])  # type: ignore[arg-type]  # only names


def _iris() -> Model:
    return Model(
        [
            Dense(16, input_dim=4, init="he_normal", activation="relu"),
            Dense(8, init="he_normal", activation="relu"),
            Dense(3, activation="softmax"),
        ]
    )


def _digits() -> Model:
    return Model(
        [
            Dense(32, input_dim=64, init="he_normal", activation="relu"),
            Dense(16, init="he_normal", activation="relu"),
            Dense(10, activation="softmax"),
        ]
    )


def _penguins() -> Model:
    return Model(
        [
            Dense(16, input_dim=11, init="he_normal", activation="relu"),
            Dense(8, init="he_normal", activation="relu"),
            Dense(1),
        ]
    )


def _builtin(name: str, *steps: Step) -> Source:
    return Source("builtin", MappingProxyType({"name": name}), steps)


_COLUMNS: Final = normal_source(5, 16)
PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {
        "example": Preset("4 → 8 → 6 → 1", example, normal_source(16, 4)),
        "binary": Preset("Binary head: 3 → 1 sigmoid", _binary_head, normal_source(16, 3)),
        "two_units": Preset("Two units on three inputs", _two_units, normal_source(16, 3)),
        "classes": Preset("Three classes: 4 → 3 softmax", _three_classes, _builtin("iris")),
        "relu": Preset("6 → 4 relu", _relu_layer, normal_source(16, 6)),
        "by_hand": Preset(
            "Computed by hand: 2 → 3 → 2 → 2", _by_hand, typed_source("x = (1, 0.5)", [[1.0, 0.5]])
        ),
        "and": Preset("Perceptron: AND", _and, toy_source("and")),
        "nand": Preset("Perceptron: NAND", _nand, toy_source("nand")),
        "or": Preset("Perceptron: OR", _or, toy_source("or")),
        "xor": Preset("Two layers of perceptrons: XOR", _xor, toy_source("xor")),
        "chain": Preset(
            "Samples in columns: 5 → 4 → 30",
            _chain,
            Source(_COLUMNS.kind, _COLUMNS.parameters, (Transpose(),)),
        ),
        "iris": Preset("Iris: 4 → 16 → 8 → 3", _iris, _builtin("iris")),
        "digits": Preset("Digits: 64 → 32 → 16 → 10", _digits, _builtin("digits", Divide(16.0))),
        # The year says nothing of a bird; the 9 of unknown sex are left out.
        "penguins": Preset(
            "Penguins: 11 → 16 → 8 → 1",
            _penguins,
            _builtin(
                "penguins",
                ChooseLabel(5),
                PickColumns(tuple(range(6))),
                FillMissing("drop"),
                OneHot(),
                Standardise(),
            ),
        ),
    }
)


# A person's own


def saved(folder: Path) -> tuple[Path, ...]:
    """The presets a person has kept, by name; none where the folder is not there yet.

    Raises:
        DocumentError: the folder cannot be read.
    """
    try:
        found = [path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file()]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise DocumentError(f"The presets in {folder} cannot be read: {error.strerror or error}.") from error
    return tuple(sorted(found, key=lambda path: path.stem.casefold()))


def of_name(folder: Path, name: str) -> Path | None:
    """The preset of this name that a person has kept, in capitals or not; None where there is none.

    Raises:
        DocumentError: the folder cannot be read.
    """
    wanted = name.strip().casefold()
    return next((path for path in saved(folder) if path.stem.casefold() == wanted), None)


def keep(folder: Path, name: str, project: Project, *, replace: bool = False) -> Path:
    """Saves a stack and where its data come from as a preset, and returns its file.

    Raises:
        DocumentError: a name that no file can have or that is taken (unless ``replace``), or a folder that
            cannot be written.
    """
    clean = name.strip()
    if (
        not clean
        or len(clean) > _LONGEST_NAME
        or clean.startswith(".")
        or re.search(r'[\\/:*?"<>|\x00-\x1f]', clean)
    ):
        raise DocumentError('A preset needs a name without \\ / : * ? " < > | and without a dot in front.')
    taken = of_name(folder, clean)
    if taken is not None and not replace:
        raise DocumentError(f"There is a preset called {clean} already: choose another name, or delete it.")
    path = taken or folder / f"{clean}{SUFFIX}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentError(f"The folder {folder} cannot be made: {error.strerror or error}.") from error
    storage.save(path, project)
    return path


def delete(path: Path) -> None:
    """Deletes a preset of a person's own; one that is gone already is fine.

    Raises:
        DocumentError: the file cannot be deleted.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise DocumentError(f"{path.stem} cannot be deleted: {error.strerror or error}.") from error
