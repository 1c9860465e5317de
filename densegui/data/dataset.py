"""Dataset: the rows a model is run on, with what is known of them."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from densegui.data.errors import DataError
from densegui.data.loading import finish
from densegui.data.prepared import Prepared
from densegui.data.steps import is_turned, picked, turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.choices import Choice
    from densegui.data.operations import Operation
    from densegui.data.steps import Step
    from densegui.engine.rows import Rows

__all__ = ["Column", "DataError", "Dataset", "Picture", "Source", "frozen_source"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where the rows came from, enough to get them again.

    Attributes:
        kind: ``"file"``, ``"builtin"``, ``"typed"``, ``"toy"``, ``"normal"`` or ``"uniform"``.
        parameters: of that kind: ``path`` of a file, ``name`` of a built-in set, typed rows, arguments of
            a draw.
        steps: what was done with the rows then, in order, with those that are switched off.
    """

    kind: str
    parameters: Mapping[str, Any]
    steps: tuple[Step, ...] = ()


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

    Two datasets are equal if they are the same rows as read, prepared by the same steps.

    Attributes:
        name: what a person calls it, such as "iris.csv".
        x: (N, features), real numbers: an array, or rows that are computed when they are asked for and may
            fit no memory (see ``densegui.engine.rows``).
        feature_names: one for each feature, or empty.
        labels: (N,) int64 class numbers, or None.
        class_names: what the numbers in ``labels`` stand for.
        source: where it came from.
        notes: what was understood on the way that a person should know, one sentence each.
        original: the set as it was read, before any step; None means this one.
        columns: one for each feature of a table, or empty.
        picture: how rows are pictures, or None.
        label_name: what the labels or targets were called, such as "species", or empty.
        targets: (N,) float64 numbers to be predicted, or None; not together with labels.
        sample_names: one for each row, such as the names of picture files, or empty.
        dropped: rising numbers of the rows that were left out, because a number was missing; or None.
        choices: of the set as it was read: what could have been read otherwise.
        stored_shape: of the set as it was read: the shape of the array in the file; empty if it was no array.
        recipe: what a row as read goes through to be one of x; None where rows and columns were exchanged.
    """

    name: str
    x: Rows
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
    dropped: NDArray[np.int64] | None = field(default=None, repr=False)
    choices: tuple[Choice, ...] = field(default=(), repr=False)
    stored_shape: tuple[int, ...] = field(default=(), repr=False)
    recipe: tuple[Operation, ...] | None = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.x.ndim != 2:
            raise DataError(
                f"{self.name}: expected rows and columns, found an array of shape {self.x.shape}."
            )
        for name in ("x", "labels", "targets", "dropped"):
            if isinstance(array := getattr(self, name), np.ndarray):
                object.__setattr__(self, name, _read_only(array))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Dataset):
            return NotImplemented
        return self.raw is other.raw and self.source.steps == other.source.steps

    def __hash__(self) -> int:
        return hash((id(self.raw), self.source.steps))

    def prepared(self, row: NDArray[Any]) -> NDArray[Any]:
        """Returns a row like those that were read, such as a picture, as a row of x.

        Args:
            row: (features as read,).

        Raises:
            ValueError: rows and columns were exchanged, so no row of x is one that was read.
        """
        if self.recipe is None:
            raise ValueError("rows and columns were exchanged, so a row as read is a column of x")
        return Prepared(row[np.newaxis], self.recipe)[0]

    @property
    def rows(self) -> int:
        """Number of samples, N."""
        return int(self.x.shape[0])

    @property
    def features(self) -> int:
        """Number of features."""
        return int(self.x.shape[1])

    @property
    def raw(self) -> Dataset:
        """The set as it was read, before any step."""
        return self if self.original is None else self.original

    @property
    def samples_in_columns(self) -> bool:
        """Whether shapes are shown as lessons with samples in columns write them."""
        return is_turned(self.source.steps)

    def row_in_original(self, sample: int) -> int:
        """Returns which row of what was read a sample is; of a set that was turned, which column."""
        if self.dropped is None:
            return sample
        left = self.dropped - np.arange(len(self.dropped))  # how many rows stay before each
        return sample + int(np.searchsorted(left, sample, side="right"))

    def with_columns(self, columns: Sequence[int]) -> Dataset:
        """Returns the set with these features alone, in this order.

        Evenly spaced features of an array, such as a range, are a view.

        Raises:
            TypeError: a column that is not a whole number.
            ValueError: no column, or one that the set does not have.
            DataError: a step before does not fit any more.
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
        return self._prepared(picked(self.source.steps, chosen))

    def transposed(self) -> Dataset:
        """Returns the set with rows and columns exchanged; turned twice, it is the set as it was read.

        Steps that name columns are dropped, because these are samples then; see ``steps.turned``.
        """
        return self._prepared(turned(self.source.steps))

    def _prepared(self, steps: Sequence[Step]) -> Dataset:
        from densegui.data.preparation import preparing  # noqa: PLC0415 - it imports this module

        return finish(preparing(self.raw, steps))


def frozen_source(kind: str, **parameters: Any) -> Source:
    """A source whose parameters cannot change."""
    return Source(kind, MappingProxyType(dict(parameters)))


def _read_only(array: NDArray[Any]) -> NDArray[Any]:
    """Returns the array closed for writing: itself if it is its own, else a view, for its owner may write."""
    if not array.flags.owndata:
        array = array.view()
    array.flags.writeable = False
    return array
