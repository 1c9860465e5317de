"""Labels that come as an array beside the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.data.classes import numbered
from densegui.data.errors import DataError, excerpt

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset


def with_labels(dataset: Dataset, values: NDArray[Any], called: str) -> Dataset:
    """Returns the dataset with an array as labels, or as targets if it is of numbers that are no classes.

    Raises:
        DataError: there is not one for each row.
    """
    if values.size != dataset.rows:
        raise DataError(
            f"{dataset.name}: expected one label for each of {dataset.rows:,} samples, found the shape "
            f"{values.shape} in {excerpt(called)}. Choose another array for the labels."
        )
    flat = values.reshape(-1)
    classes = numbered(flat) if flat.dtype.kind in "biu" else None
    became = "targets" if classes is None else "labels"
    notes = (*dataset.notes, f"The array {excerpt(called)} became the {became}.")
    if classes is None:
        return replace(dataset, targets=flat.astype(np.float64), label_name=called, notes=notes)
    return replace(dataset, labels=classes[0], class_names=classes[1], label_name=called, notes=notes)
