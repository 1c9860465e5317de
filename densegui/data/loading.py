"""Loading as a generator: progress and cancel at every ``yield``, the dataset at the end."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Loading:
    """How far loading is.

    Attributes:
        done: the share that is done, 0 to 1.
    """

    done: float


def part(steps: Generator[Loading, None, _T], place: int, parts: int) -> Generator[Loading, None, _T]:
    """Goes through steps that are one of several equal parts of something longer.

    Yields:
        The share of all parts that is done.

    Returns:
        What the steps return.
    """
    while True:
        try:
            loading = next(steps)
        except StopIteration as stop:
            result: _T = stop.value
            return result
        yield Loading((place + loading.done) / parts)


def finish(steps: Generator[Loading, None, Dataset]) -> Dataset:
    """Drives loading to its end, as a script does."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            dataset: Dataset = stop.value
            return dataset
