"""Orientation: whether the samples of an array are its columns, as far as the stack tells."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import TYPE_CHECKING

from densegui.data.loading import Loading
from densegui.data.preparation import preparing
from densegui.data.steps import turned

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset


def has_samples_in_columns(dataset: Dataset, inputs: int) -> bool:
    """Whether an array fits a stack of so many inputs only if its columns are the samples.

    Arrays of two dimensions alone are judged, and only if nothing in their file belongs to rows or columns.
    """
    raw = dataset.raw
    named = raw.feature_names or raw.sample_names or raw.picture
    labelled = raw.labels is not None or raw.targets is not None
    if len(raw.stored_shape) != 2 or named or labelled or dataset.samples_in_columns:
        return False
    return raw.rows == inputs != dataset.features


def orienting(dataset: Dataset, inputs: int) -> Generator[Loading, None, Dataset]:
    """Turns a set whose samples are columns, and says so.

    Args:
        dataset: as a reader returned it.
        inputs: the number of features that the stack takes in.

    Yields:
        The share that is done.

    Returns:
        The set itself, or the same turned, with a note.
    """
    if not has_samples_in_columns(dataset, inputs):
        return dataset
    columns = yield from preparing(dataset.raw, turned(dataset.source.steps))
    features = "1 feature" if inputs == 1 else f"{inputs:,} features"
    note = (
        f"Every column was taken as a sample, because the stack takes {features}; "
        "Data ▸ Samples are in columns changes it."
    )
    return replace(columns, notes=(*columns.notes, note))
