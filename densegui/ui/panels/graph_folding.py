"""Which neurons of wide layers the graph shows, and which page of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from densegui.ui.panels.graph_layout import PAGE, Fold, fold, fold_to, is_wide
from densegui.ui.panels.graph_options import Wide

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.ui.panels.graph_scan import Scan

    Floats = NDArray[np.floating[Any]]


def folds_of(
    dims: Sequence[int],
    wide: Wide,
    starts: Mapping[int, int],
    values: Sequence[Floats | None],
    scans: Sequence[Scan | None],
    chosen: Mapping[int, int],
    lit: Mapping[int, Collection[int]],
) -> list[Fold]:
    """Folds every column.

    Args:
        dims: neurons of each column.
        wide: what wide columns show.
        starts: first shown neuron of the columns that were paged.
        values: a of each column, or None.
        scans: of the weights after each column but the last, or None.
        chosen: selected neurons by column, to be shown in any case.
        lit: highlighted ones, likewise.
    """
    folds = []
    for column, size in enumerate(dims):
        extra = {*lit.get(column, ()), *((chosen[column],) if column in chosen else ())}
        sizes = None
        if is_wide(size) and column not in starts:
            sizes = _strength(wide, column, values, scans, chosen)
        if sizes is None:
            folds.append(fold(size, starts.get(column), extra))
        else:
            best = np.argpartition(-np.nan_to_num(sizes, nan=np.inf), PAGE - 1)[:PAGE]
            folds.append(fold_to(size, best, extra))
    return folds


def _strength(
    wide: Wide,
    column: int,
    values: Sequence[Floats | None],
    scans: Sequence[Scan | None],
    chosen: Mapping[int, int],
) -> Floats | None:
    """By what the strongest neurons of a column are told; None where that is not known."""
    a = values[column]
    if wide is Wide.ACTIVE and a is not None:
        return _sizes(a)
    before = scans[column - 1] if column else None
    after = scans[column] if column < len(scans) else None
    if wide is Wide.WEIGHTY:
        return _both(None if before is None else before.by_target, None if after is None else after.by_source)
    if wide is Wide.PARTNERS and before is not None and column - 1 in chosen:
        return _sizes(before.weights[chosen[column - 1]])
    if wide is Wide.PARTNERS and after is not None and column + 1 in chosen:
        return _sizes(after.weights[:, chosen[column + 1]])
    return None


def _both(one: Floats | None, two: Floats | None) -> Floats | None:
    if one is None or two is None:
        return two if one is None else one
    total: Floats = one + two
    return total


def _sizes(values: Floats) -> Floats:
    sizes: Floats = np.abs(values)
    return sizes
