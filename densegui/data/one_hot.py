"""One-hot: a feature of 0 and 1 for each value."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data.dataset import Column
from densegui.data.draft import Draft
from densegui.data.loading import Loading
from densegui.data.operations import Spread
from densegui.data.steps import COLUMNS_MOST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.steps import OneHot

    Floats = NDArray[np.float64]

VALUES_MOST: Final = 1000
"""Different values that a feature may have to be encoded."""


@dataclass(frozen=True, slots=True, eq=False)
class _Encoded:
    """One feature: the values (n,) that get a feature of their own, and what they are called."""

    values: Floats
    names: tuple[str, ...]


def encoding(draft: Draft, step: OneHot) -> Generator[Loading, None, None]:
    """Puts the features of 0 and 1 in place of the one they come from; a missing value is 0 in all."""
    chosen = np.flatnonzero(draft.categories).tolist() if step.columns is None else list(step.columns)
    if not chosen:
        return
    draft.require("one-hot encoding", chosen)
    categories = draft.categories
    numbers = [column for column in chosen if not categories[column]]
    found = (yield from _values(draft, numbers)) if numbers else {}
    encoded: dict[int, _Encoded] = {}
    for column in chosen:
        if categories[column]:
            texts = draft.columns[column].categories
            if len(texts) > VALUES_MOST:
                raise _too_many(draft, column)
            encoded[column] = _Encoded(np.arange(len(texts), dtype=np.float64), texts)
        else:
            encoded[column] = _Encoded(found[column], tuple(_text(value) for value in found[column].tolist()))
    _spread(draft, encoded)


def _spread(draft: Draft, encoded: dict[int, _Encoded]) -> None:
    names: list[str] = []
    values: list[Floats | None] = []
    columns: list[Column] = []
    for column in range(draft.features):
        name = draft.name_of(column)
        part = encoded.get(column)
        values.append(None if part is None else part.values)
        spread = [name] if part is None else [f"{name}={text}" for text in part.names]
        names += spread
        if draft.columns:
            columns += [draft.columns[column]] if part is None else [Column(text) for text in spread]
    if len(names) > COLUMNS_MOST:
        raise draft.refuse(
            f"one-hot encoding would make {len(names):,} features, and at most {COLUMNS_MOST:,} can be used. "
            "Encode fewer columns."
        )
    draft.operate(Spread(tuple(values)))
    draft.feature_names = tuple(names)
    draft.columns = tuple(columns)
    draft.picture = draft.facts = None


def _values(draft: Draft, columns: Sequence[int]) -> Generator[Loading, None, dict[int, Floats]]:
    """Finds the different finite numbers of some features, rising, in one pass."""
    found = {column: np.zeros(0) for column in columns}
    for start, block in draft.rows.blocks():
        for column in columns:
            values = block[:, column].astype(np.float64)
            found[column] = np.union1d(found[column], values[np.isfinite(values)])
            if len(found[column]) > VALUES_MOST:
                raise _too_many(draft, column)
        yield Loading((start + len(block)) / len(draft.rows))
    for column, values in found.items():
        if not len(values):
            raise draft.refuse(
                f'"{draft.name_of(column)}" has no number in any row, so it cannot be one-hot encoded. '
                "Leave the column out."
            )
    return found


def _too_many(draft: Draft, column: int) -> Exception:
    return draft.refuse(
        f'"{draft.name_of(column)}" has more than {VALUES_MOST:,} different values, too many for one-hot '
        "encoding. Choose a column of categories."
    )


def _text(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
