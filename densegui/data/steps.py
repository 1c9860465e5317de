"""Steps: what is done with rows between the file and the stack, as values that can be kept and compared.

What a step says of columns, it says of the features there are at that place of the list, counted from 0.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset

COLUMNS_MOST: Final = 1_000_000
STEPS_MOST: Final = 100

_HOWS: Final = ("mean", "median", "zero", "drop")
_ORDERS: Final = ("channels_first", "channels_last")
_LARGEST: Final = 1e30
_SMALLEST: Final = 1e-30


@dataclass(frozen=True, slots=True)
class Transpose:
    """Exchanges rows and columns, because samples stood in columns."""

    enabled: bool = True


@dataclass(frozen=True, slots=True)
class ChooseLabel:
    """Takes a feature out and makes it what is to be predicted.

    A category, or a feature of few different whole numbers, becomes the labels; any other the targets.

    Attributes:
        column: which feature; None means that there are neither labels nor targets.
        enabled: whether the step is done.
    """

    column: int | None
    enabled: bool = True

    def __post_init__(self) -> None:
        if self.column is not None:
            object.__setattr__(self, "column", _columns("column", [self.column])[0])


@dataclass(frozen=True, slots=True)
class PickColumns:
    """Keeps these features alone, in this order."""

    columns: tuple[int, ...]
    enabled: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "columns", _columns("columns", self.columns))


@dataclass(frozen=True, slots=True)
class FillMissing:
    """Puts a number where one is missing (NaN), or leaves out rows in which one is missing.

    Attributes:
        how: the ``"mean"`` or ``"median"`` of the feature, ``"zero"``, or ``"drop"`` for leaving out rows.
            A missing category becomes a category of its own, unless its row is left out.
        enabled: whether the step is done.
    """

    how: Literal["mean", "median", "zero", "drop"] = "mean"
    enabled: bool = True

    def __post_init__(self) -> None:
        _one_of("how", self.how, _HOWS)


@dataclass(frozen=True, slots=True)
class OneHot:
    """Makes a feature of 0 and 1 for each value of a category or of a feature with few values.

    Attributes:
        columns: which features; None means every category.
        enabled: whether the step is done.
    """

    columns: tuple[int, ...] | None = None
    enabled: bool = True

    def __post_init__(self) -> None:
        if self.columns is not None:
            object.__setattr__(self, "columns", _columns("columns", self.columns))


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps each feature's smallest number to ``low``, its largest to ``high``: (x − min)/(max − min)."""

    low: float = 0.0
    high: float = 1.0
    enabled: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", _number("low", self.low))
        object.__setattr__(self, "high", _number("high", self.high))
        if self.low >= self.high:
            raise ValueError(f"low must be below high, got low={self.low:g}, high={self.high:g}")


@dataclass(frozen=True, slots=True)
class Divide:
    """Divides every number by the same: pixels from 0 to 255 by 255."""

    by: float = 255.0
    enabled: bool = True

    def __post_init__(self) -> None:
        object.__setattr__(self, "by", _number("by", self.by))
        if self.by < _SMALLEST:
            raise ValueError(f"by must be above 0, from {_SMALLEST:g} on, got {self.by:g}")


@dataclass(frozen=True, slots=True)
class Standardise:
    """Gives each feature mean 0 and standard deviation 1: (x − mean)/std."""

    enabled: bool = True


@dataclass(frozen=True, slots=True)
class FlattenOrder:
    """Puts the numbers of a picture in this order: pixel by pixel, or channel by channel."""

    order: Literal["channels_first", "channels_last"]
    enabled: bool = True

    def __post_init__(self) -> None:
        _one_of("order", self.order, _ORDERS)


Step: TypeAlias = (
    Transpose | ChooseLabel | PickColumns | FillMissing | OneHot | Scale | Divide | Standardise | FlattenOrder
)

STEPS: Final[tuple[type[Step], ...]] = (
    Transpose,
    ChooseLabel,
    PickColumns,
    FillMissing,
    OneHot,
    Scale,
    Divide,
    Standardise,
    FlattenOrder,
)


def is_turned(steps: Iterable[Step]) -> bool:
    """Whether rows and columns of what was read are exchanged."""
    return sum(isinstance(step, Transpose) and step.enabled for step in steps) % 2 == 1


def turned(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Returns steps with rows and columns exchanged, or, where they were, as they had been read.

    Steps that named columns go, because these are rows now; a choice of the label before the turn stays.
    """
    place = next((i for i, s in enumerate(steps) if isinstance(s, Transpose) and s.enabled), None)
    before = [s for s in steps[: len(steps) if place is None else place] if isinstance(s, ChooseLabel)]
    return (*before, *([Transpose()] if place is None else []), *for_other_features(steps))


def for_other_features(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Returns those of the steps that fit whatever features there are."""
    return tuple(step for step in steps if isinstance(step, FillMissing | Scale | Divide | Standardise))


def picked(steps: Sequence[Step], columns: Sequence[int]) -> tuple[Step, ...]:
    """Returns steps followed by a choice of columns; two choices in a row become one."""
    last = steps[-1] if steps else None
    if isinstance(last, PickColumns) and last.enabled:
        return (*steps[:-1], PickColumns(tuple(last.columns[c] for c in columns)))
    return (*steps, PickColumns(tuple(columns)))


def with_guess(steps: Sequence[Step], guess: Sequence[Step]) -> tuple[Step, ...]:
    """Returns steps after what a reader guessed, unless they say themselves what the label is."""
    if any(isinstance(step, ChooseLabel) for step in steps):
        return tuple(steps)
    return (*guess, *steps)


def settled(steps: Sequence[Step], before: Dataset) -> tuple[Step, ...]:
    """Returns steps for a set that was prepared otherwise before.

    If these leave the choice of a label out, they say that there is none: else the guess of the reader would
    come back with the project file.
    """
    chose = any(isinstance(step, ChooseLabel) for step in before.source.steps)
    chooses = any(isinstance(step, ChooseLabel) for step in steps)
    if chose and not chooses and before.raw.labels is None and before.raw.targets is None:
        return (ChooseLabel(None), *steps)
    return tuple(steps)


def _columns(name: str, values: Iterable[int]) -> tuple[int, ...]:
    columns = []
    for value in values:
        if isinstance(value, bool) or not hasattr(value, "__index__"):
            raise TypeError(f"{name} must be whole numbers, got {type(value).__name__}")
        if not 0 <= value < COLUMNS_MOST:
            raise ValueError(f"{name} must be from 0 to {COLUMNS_MOST - 1:,}")
        columns.append(operator.index(value))
    if not 1 <= len(columns) <= COLUMNS_MOST:
        raise ValueError(f"{name} must name at least one feature, and at most {COLUMNS_MOST:,}")
    return tuple(columns)


def _number(name: str, value: object) -> float:
    if isinstance(value, bool | str) or not (hasattr(value, "__float__") or hasattr(value, "__index__")):
        raise TypeError(f"{name} must be a number, got {type(value).__name__}")
    try:
        number = float(value)  # type: ignore[arg-type]  # has just been looked at
    except OverflowError:
        number = math.inf
    if not abs(number) <= _LARGEST:
        raise ValueError(f"{name} must be a number between ±{_LARGEST:g}")
    return number


def _one_of(name: str, value: object, choices: tuple[str, ...]) -> None:
    if not isinstance(value, str) or value not in choices:
        raise ValueError(f"{name} must be one of {', '.join(choices)}")
