"""Classes: labels that are written as whole numbers become class numbers with names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLASSES_MOST: Final = 500
"""Different values labels may have."""


def numbered(
    values: NDArray[Any], names: Sequence[str] = ()
) -> tuple[NDArray[np.int64], tuple[str, ...]] | None:
    """Returns class numbers and class names for labels that are whole numbers.

    Labels that count from 0 stay what they are, even if some number of the count does not occur: a model
    with ten outputs calls the fourth one 3 in any part of the data. Others, such as −1 and 1, are numbered in
    ascending order and named by what they were.

    Args:
        values: (N,) whole numbers, at least one.
        names: names for 0, 1, … if they are known.

    Returns:
        labels (N,) int64 and the names; None for values that differ too much to be classes.
    """
    kinds = np.unique(values)
    if len(kinds) > CLASSES_MOST:
        return None
    low, high = int(kinds[0]), int(kinds[-1])
    if low >= 0 and high < len(names):
        return values.astype(np.int64), tuple(names)
    if low >= 0 and high < max(10, 2 * len(kinds)):
        return values.astype(np.int64), tuple(map(str, range(high + 1)))
    return np.searchsorted(kinds, values).astype(np.int64), tuple(str(int(kind)) for kind in kinds)
