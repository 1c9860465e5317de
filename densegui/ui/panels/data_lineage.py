"""Which feature comes from which column, and what features are called between two steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from densegui.data.steps import ChooseLabel, FlattenOrder, OneHot, PickColumns, Transpose

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.dataset import Picture
    from densegui.data.steps import Step

_FOLLOWED: Final = 10_000  # features; those of wider data have no names anyway


def names_along(raw: Dataset, steps: Sequence[Step]) -> list[tuple[str, ...]]:
    """Returns for each step the names of the features there are before it; empty where they are not known."""
    along: list[tuple[str, ...]] = []
    now: list[str] | None = None
    if raw.features <= _FOLLOWED:
        now = list(raw.feature_names) or [f"x[{column}]" for column in range(raw.features)]
    texts = {column.name: column.categories for column in raw.columns}
    for step in steps:
        along.append(tuple(now or ()))
        if now is None or not step.enabled:
            continue
        if isinstance(step, Transpose | FlattenOrder):
            now = None  # other features, or the same ones elsewhere
        elif isinstance(step, ChooseLabel) and step.column is not None and step.column < len(now):
            del now[step.column]
        elif isinstance(step, PickColumns):
            now = [now[column] for column in step.columns if column < len(now)]
        elif isinstance(step, OneHot):
            now = _spread_names(now, step, texts)
    return along


def origins(dataset: Dataset) -> list[int] | None:
    """Returns for each feature the column it was read from; None where that is not known."""
    raw, steps = dataset.raw, dataset.source.steps
    if raw.features > _FOLLOWED or dataset.samples_in_columns:
        return None
    now = list(range(raw.features))
    picture = raw.picture
    for step in steps:
        if not step.enabled:
            continue
        if isinstance(step, FlattenOrder) and picture is not None:
            now = _flattened(now, picture, step.order)
            picture = replace(picture, order=step.order)
        elif isinstance(step, ChooseLabel) and step.column is not None:
            del now[step.column]
            picture = None
        elif isinstance(step, PickColumns):
            now, picture = [now[column] for column in step.columns], None
        elif isinstance(step, OneHot):
            now, picture = _spread(now, step, dataset), None
    return now if len(now) == dataset.features else None


def _flattened(now: list[int], picture: Picture, order: str) -> list[int]:
    """The columns once pictures are flattened in an order."""
    image = picture.image(np.array(now))
    flat: list[int] = (image.transpose(2, 0, 1) if order == "channels_first" else image).ravel().tolist()
    return flat


def _spread_names(now: list[str], step: OneHot, texts: dict[str, tuple[str, ...]]) -> list[str] | None:
    chosen = _chosen(step, [bool(texts.get(name)) for name in now])
    if any(not texts.get(now[column]) for column in chosen if column < len(now)):
        return None
    return [
        spread
        for column, name in enumerate(now)
        for spread in ([f"{name}={text}" for text in texts[name]] if column in chosen else [name])
    ]


def _spread(now: list[int], step: OneHot, dataset: Dataset) -> list[int]:
    """Counts by their names the features that each column has become."""
    raw = dataset.raw
    chosen = _chosen(step, [bool(raw.columns) and bool(raw.columns[column].categories) for column in now])
    result: list[int] = []
    for place, column in enumerate(now):
        name = raw.feature_names[column] if raw.feature_names else f"feature {place + 1}"
        became = sum(after.startswith(f"{name}=") for after in dataset.feature_names)
        result += [column] * (became if place in chosen else 1)
    return result


def _chosen(step: OneHot, is_category: Sequence[bool]) -> set[int]:
    if step.columns is not None:
        return set(step.columns)
    return {place for place, holds in enumerate(is_category) if holds}
