"""Dataset: the rows a model is run on, with what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class DataError(Exception):
    """Data that cannot be used; the message says what was expected, what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows came from, enough to get them again.

    Attributes:
        kind: ``"file"``, ``"builtin"``, ``"normal"`` or ``"uniform"``.
        parameters: of that kind: ``path`` of a file, ``name`` of a built-in set, arguments of a draw.
        columns: which features of it were chosen, in order; None means all.
        samples_in_columns: whether the array was turned, because its samples stood in columns.
    """

    kind: str
    parameters: Mapping[str, Any]
    columns: tuple[int, ...] | None = None
    samples_in_columns: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Rows are samples; arrays are read-only and may be memory maps.

    Attributes:
        name: what a person calls it, such as "iris.csv".
        x: (N, features), real numbers.
        feature_names: one for each feature, or empty.
        labels: (N,) int64 class numbers, or None.
        class_names: what the numbers in ``labels`` stand for.
        source: where it came from.
    """

    name: str
    x: NDArray[Any]
    source: Source
    feature_names: tuple[str, ...] = ()
    labels: NDArray[np.int64] | None = None
    class_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.x.ndim != 2:
            raise DataError(
                f"{self.name}: expected rows and columns, found an array of shape {self.x.shape}."
            )
        if isinstance(self.x, np.ndarray) and self.x.flags.owndata:
            self.x.flags.writeable = False

    @property
    def rows(self) -> int:
        """Number of samples, N."""
        return int(self.x.shape[0])

    @property
    def features(self) -> int:
        """Number of features."""
        return int(self.x.shape[1])

    @property
    def samples_in_columns(self) -> bool:
        """Whether shapes are shown as lessons with samples in columns write them."""
        return self.source.samples_in_columns

    def with_columns(self, columns: Sequence[int]) -> Dataset:
        """Returns the set with these features alone, in this order."""
        chosen = tuple(columns)
        before = self.source.columns
        kept = chosen if before is None else tuple(before[c] for c in chosen)
        names = tuple(self.feature_names[c] for c in chosen) if self.feature_names else ()
        return replace(
            self, x=self.x[:, list(chosen)], feature_names=names, source=replace(self.source, columns=kept)
        )

    def transposed(self) -> Dataset:
        """Returns the set with rows and columns exchanged; names and labels belong to rows, so they go."""
        source = replace(self.source, samples_in_columns=not self.source.samples_in_columns)
        return Dataset(self.name, self.x.T, source)


def frozen_source(kind: str, **parameters: Any) -> Source:
    """A source whose parameters cannot change."""
    return Source(kind, MappingProxyType(dict(parameters)))
