"""Loading as a generator: progress and cancel at every ``yield``, the dataset at the end."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Loading:
    """How far loading is.

    Attributes:
        done: the share that is done, 0 to 1.
    """

    done: float


def finish(steps: Generator[Loading, None, Dataset]) -> Dataset:
    """Drives loading to its end, as a script does."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            dataset: Dataset = stop.value
            return dataset
