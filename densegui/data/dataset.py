"""Dataset: the rows a model is run on, with what is known of them."""

from __future__ import annotations

import itertools
import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from densegui.data import memory
from densegui.data.errors import DataError

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["Column", "DataError", "Dataset", "Picture", "Source", "frozen_source"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows came from, enough to get them again.

    The order is fixed: what was read is turned if ``samples_in_columns``, then ``columns`` are chosen
    among the features it has after turning.

    Attributes:
        kind: ``"file"``, ``"builtin"``, ``"typed"``, ``"toy"``, ``"normal"`` or ``"uniform"``.
        parameters: of that kind: ``path`` of a file, ``name`` of a built-in set, typed rows, arguments of
            a draw.
        columns: which features of it were chosen, in order; None means all.
        samples_in_columns: whether the array was turned, because its samples stood in columns.
    """

    kind: str
    parameters: Mapping[str, Any]
    columns: tuple[int, ...] | None = None
    samples_in_columns: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as it was read.

    Attributes:
        name: what its header calls it.
        categories: the texts that the numbers 0, 1, … in x stand for; empty for a column of numbers.
    """

    name: str
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """How a row of x is a picture.

    Attributes:
        height: in pixels.
        width: in pixels.
        channels: 1 for grey, 3 for red, green and blue.
        order: whether a row holds the channels of one pixel after the other, or one channel after the other.
    """

    height: int
    width: int
    channels: int = 1
    order: Literal["channels_last", "channels_first"] = "channels_last"

    @property
    def features(self) -> int:
        """Numbers in a row."""
        return self.height * self.width * self.channels

    def image(self, row: NDArray[Any]) -> NDArray[Any]:
        """Returns a row (features,) as a view (height, width, channels)."""
        if self.order == "channels_first":
            return row.reshape(self.channels, self.height, self.width).transpose(1, 2, 0)
        return row.reshape(self.height, self.width, self.channels)


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
        notes: what was understood on the way that a person should know, one sentence each.
        original: the set as it was read, before turning and choosing columns; None means this one.
        columns: one for each feature of a table, or empty.
        picture: how rows are pictures, or None.
        label_name: what the labels or targets were called, such as "species", or empty.
        targets: (N,) float64 numbers to be predicted, or None; not together with labels.
        sample_names: one for each row, such as the names of picture files, or empty.
    """

    name: str
    x: NDArray[Any]
    source: Source
    feature_names: tuple[str, ...] = ()
    labels: NDArray[np.int64] | None = None
    class_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    original: Dataset | None = field(default=None, repr=False)
    columns: tuple[Column, ...] = ()
    picture: Picture | None = None
    label_name: str = ""
    targets: NDArray[np.float64] | None = None
    sample_names: Sequence[str] = ()

    def __post_init__(self) -> None:
        if self.x.ndim != 2:
            raise DataError(
                f"{self.name}: expected rows and columns, found an array of shape {self.x.shape}."
            )
        object.__setattr__(self, "x", _read_only(self.x))
        if self.labels is not None:
            object.__setattr__(self, "labels", _read_only(self.labels))
        if self.targets is not None:
            object.__setattr__(self, "targets", _read_only(self.targets))

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
        """Returns the set with these features alone, in this order.

        Evenly spaced features, such as a range, are a view; any other choice is a copy.

        Raises:
            TypeError: a column that is not a whole number.
            ValueError: no column, or one that the set does not have.
            DataError: the copy does not fit into memory.
        """
        chosen = tuple(operator.index(c) for c in columns)
        if not chosen:
            raise ValueError("columns must name at least one feature, got none")
        for column in chosen:
            if not 0 <= column < self.features:
                raise ValueError(
                    f"columns must be numbers from 0 to {self.features - 1}, "
                    f"because there are {self.features} features; got {column}"
                )
        before = self.source.columns
        kept = chosen if before is None else tuple(before[c] for c in chosen)
        names = tuple(self.feature_names[c] for c in chosen) if self.feature_names else ()
        return replace(
            self,
            x=self._columns(chosen),
            feature_names=names,
            columns=tuple(self.columns[c] for c in chosen) if self.columns else (),
            picture=None,
            source=replace(self.source, columns=kept),
            original=self.original or self,
        )

    def transposed(self) -> Dataset:
        """Returns the set with rows and columns exchanged; turned twice, it is the set as it was read.

        A choice of columns is dropped, because it named features that are samples now. Names and labels
        belong to rows, so they go; if every row had a text of its own, these texts name the features.
        """
        original = self.original or self
        if self.samples_in_columns:
            return original
        every_row_named = len(original.class_names) == original.rows
        return Dataset(
            original.name,
            original.x.T,
            replace(original.source, samples_in_columns=True),
            feature_names=original.class_names if every_row_named else (),
            notes=original.notes,
            original=original,
        )

    def _columns(self, chosen: tuple[int, ...]) -> NDArray[Any]:
        steps = {b - a for a, b in itertools.pairwise(chosen)} or {1}
        if len(steps) == 1 and (step := steps.pop()) > 0:
            return self.x[:, chosen[0] : chosen[-1] + 1 : step]
        memory.require(
            self.rows * len(chosen) * self.x.itemsize,
            f"{self.name}: a copy of {len(chosen)} columns of {self.rows:,} rows",
            "Choose neighbouring columns, which need no copy, or fewer.",
        )
        return self.x[:, list(chosen)]


def frozen_source(kind: str, **parameters: Any) -> Source:
    """A source whose parameters cannot change."""
    return Source(kind, MappingProxyType(dict(parameters)))


def _read_only(array: NDArray[Any]) -> NDArray[Any]:
    """Returns the array closed for writing: itself if it is its own, else a view, for its owner may write."""
    if not array.flags.owndata:
        array = array.view()
    array.flags.writeable = False
    return array
