"""From the samples that go into the stack to the rows they were read from, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from densegui.data import Dataset


def row_of(dataset: Dataset, sample: int) -> int | None:
    """The row of what was read that a sample is; None where there is none."""
    if dataset.samples_in_columns or not 0 <= sample < dataset.rows:
        return None
    return dataset.row_in_original(sample)


def sample_of(dataset: Dataset, row: int) -> int | None:
    """The sample that a row of what was read has become; None where it was left out."""
    if dataset.samples_in_columns:
        return None
    if dataset.dropped is None:
        return row
    before = int(np.searchsorted(dataset.dropped, row))
    if before < len(dataset.dropped) and dataset.dropped[before] == row:
        return None
    return row - before
