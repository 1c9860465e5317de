"""Rows that were typed in: small, so a project file holds them as they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from densegui.data.dataset import Dataset, Source, frozen_source

MOST_NUMBERS: Final = 10_000
_LONGEST_TEXT: Final = 200


def typed_source(
    name: str,
    rows: Sequence[Sequence[float]],
    *,
    labels: Sequence[str] | None = None,
    feature_names: Sequence[str] | None = None,
) -> Source:
    """Returns the source of rows that stand in it themselves.

    Args:
        name: what a person calls the data.
        rows: samples of equally many finite numbers; at most 10,000 numbers in all.
        labels: one text for each row, or None.
        feature_names: one text for each feature, or None.

    Raises:
        TypeError: something that is not a number or not text.
        ValueError: no rows, too many, of different lengths, or numbers that are not finite.
    """
    if not isinstance(rows, list | tuple) or not rows or not all(isinstance(r, list | tuple) for r in rows):
        raise TypeError("rows must be a list of lists of numbers")
    width = len(rows[0])
    if not width or any(len(row) != width for row in rows):
        raise ValueError("rows must all have the same number of features, at least one")
    if width * len(rows) > MOST_NUMBERS:
        raise ValueError(f"rows must be at most {MOST_NUMBERS:,} numbers, got {width * len(rows):,}")
    return frozen_source(
        "typed",
        name=_texts("name", [name], 1)[0],
        rows=tuple(tuple(_number(value) for value in row) for row in rows),
        labels=None if labels is None else _texts("labels", labels, len(rows)),
        feature_names=None if feature_names is None else _texts("feature_names", feature_names, width),
    )


def typed_dataset(source: Source) -> Dataset:
    """Returns the dataset of a source of ``typed_source``: x (N, features), float64."""
    given = source.parameters
    classes: tuple[str, ...] = ()
    labels = None
    if given["labels"] is not None:
        classes = tuple(dict.fromkeys(given["labels"]))
        labels = np.array([classes.index(text) for text in given["labels"]], np.int64)
    return Dataset(
        given["name"],
        np.array(given["rows"], np.float64),
        source,
        feature_names=given["feature_names"] or (),
        labels=labels,
        class_names=classes,
    )


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"rows must hold numbers, got {type(value).__name__}")
    if abs(value) > 1e308 or not math.isfinite(value):
        raise ValueError("rows must hold finite numbers")
    return float(value)


def _texts(what: str, values: Sequence[object], count: int) -> tuple[str, ...]:
    if not isinstance(values, list | tuple) or len(values) != count:
        raise ValueError(f"{what} must be {count:,} texts")
    for value in values:
        if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
            raise TypeError(f"{what} must be text of at most {_LONGEST_TEXT} characters")
    return tuple(str(value) for value in values)
