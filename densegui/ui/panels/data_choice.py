"""Which columns go in, which one is the label, which are spread: read from the steps and written into them.

Columns are counted as they stand once rows and columns are exchanged, if they are, and before all else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from densegui.data.steps import ChooseLabel, FillMissing, OneHot, PickColumns, Transpose

if TYPE_CHECKING:
    from densegui.data.steps import Step

AS_READ: Final = -1
NONE: Final = -2

How = Literal["mean", "median", "zero", "drop"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What is done with columns.

    Attributes:
        picked: the features that go in, in their order.
        label: the column that is predicted; ``AS_READ`` where the labels came with the data, ``NONE`` where
            there shall be none.
        spread: the features that become one of 0 and 1 for each of their values.
        fill: what is put where a number is missing; None leaves it missing.
    """

    picked: tuple[int, ...]
    label: int = AS_READ
    spread: frozenset[int] = frozenset()
    fill: How | None = None


def turn_of(steps: Sequence[Step]) -> int:
    """How many steps there are up to the last that exchanges rows and columns."""
    places = [place for place, step in enumerate(steps) if isinstance(step, Transpose) and step.enabled]
    return places[-1] + 1 if places else 0


def choice_of(steps: Sequence[Step], width: int, categories: frozenset[int]) -> Choice:
    """Reads the choice from the steps.

    Args:
        steps: all of them.
        width: number of columns.
        categories: the columns that hold categories.
    """
    now = list(range(width))
    label, fill = AS_READ, None
    spread: frozenset[int] = frozenset()
    is_spread = False
    for step in steps[turn_of(steps) :]:
        if not step.enabled:
            continue
        if isinstance(step, FillMissing):
            fill = step.how
        elif isinstance(step, OneHot) and not is_spread:
            is_spread = True
            chosen = categories & set(now) if step.columns is None else _named(now, step.columns)
            spread = frozenset(chosen)
        elif isinstance(step, PickColumns) and not is_spread:
            now = _named(now, step.columns)
        elif isinstance(step, ChooseLabel) and not is_spread:
            label = NONE
            if step.column is not None and step.column < len(now):
                label = now.pop(step.column)
    return Choice(tuple(now), label, spread, fill)


def with_choice(
    steps: Sequence[Step], choice: Choice, width: int, categories: frozenset[int]
) -> tuple[Step, ...]:
    """Writes a choice into the steps; those of other kinds stay, in their order.

    The label and the features are chosen first. Filling and spreading stay where they are among the others,
    or else come before them.
    """
    turn = turn_of(steps)
    others: list[Step] = []
    fills, spreads = 0, 0  # before which of the others
    was_every = False
    for step in steps[turn:]:
        if isinstance(step, FillMissing):
            fills = len(others)
        elif isinstance(step, OneHot):
            spreads, was_every = len(others), step.columns is None
        elif not isinstance(step, (ChooseLabel, PickColumns)):
            others.append(step)
    written: list[Step] = list(steps[:turn])
    if choice.label != AS_READ:
        written.append(ChooseLabel(None if choice.label == NONE else choice.label))
    left = [column for column in range(width) if column != choice.label]
    if list(choice.picked) != left:
        written.append(PickColumns(tuple(left.index(column) for column in choice.picked)))
    filling = [] if choice.fill is None else [FillMissing(choice.fill)]
    spreading: list[Step] = []
    chosen = [column for column in choice.picked if column in choice.spread]
    if chosen:
        every = was_every and set(chosen) == categories & set(choice.picked)
        places = tuple(choice.picked.index(column) for column in chosen)
        spreading = [OneHot(None if every else places)]
    for place in range(len(others) + 1):
        written += filling if place == fills else []
        written += spreading if place == spreads else []
        written += others[place : place + 1]
    return tuple(written)


def used_as(choice: Choice, columns: Sequence[int], use: str) -> Choice:
    """The choice once some columns are used otherwise.

    Args:
        choice: as it is.
        columns: which columns.
        use: ``"feature"``, ``"one_hot"``, ``"nothing"``, ``"label"`` for a single column, or ``"only"``,
            which leaves all other features out.
    """
    chosen = set(columns)
    if use == "label":
        (label,) = columns
        left = tuple(column for column in choice.picked if column != label)
        return replace(choice, picked=left, label=label, spread=choice.spread - chosen)
    label = NONE if choice.label in chosen and use != "nothing" else choice.label
    kept = [column for column in choice.picked if column in chosen or use != "only"]
    picked = [column for column in kept if use != "nothing" or column not in chosen]
    if use != "nothing":
        picked = _with(picked, sorted(chosen - set(picked)))
    spread = choice.spread & set(picked)
    if use in {"feature", "one_hot"}:
        spread = spread | chosen if use == "one_hot" else spread - chosen
    return replace(choice, picked=tuple(picked), label=label, spread=frozenset(spread))


def _with(picked: list[int], more: list[int]) -> list[int]:
    """More columns among those that are picked: each in its place, where these stand in order."""
    return sorted(picked + more) if picked == sorted(picked) else picked + more


def _named(now: list[int], columns: Sequence[int]) -> list[int]:
    """The columns that a step means; those that are not there are none of them."""
    return [now[column] for column in columns if column < len(now)]
