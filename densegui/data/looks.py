"""Looks: what is counted of each feature besides its moments, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.data.facts import reduced

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.facts import Facts
    from densegui.engine.rows import Rows

    Floats = NDArray[np.float64]

DISTINCT_MOST: Final = 100
"""Different numbers of a feature that are counted."""

_CATEGORIES_MOST: Final = 1000
_UNITED_MOST: Final = 2000  # features whose numbers are sorted, some microseconds each a block
_FEATURES_MOST: Final = 20_000  # with histograms; wider rows would fill the memory with them


class Looks:
    """What holds for every row; a feature that fails once is not looked at again.

    Args:
        rows: (N, features).
        label: (N,) what is to be predicted, or None.

    Attributes:
        whole: (features,) whether all finite numbers are whole.
        counts_up: whether each row has one more than the row before.
        tells_label: whether the difference to ``label`` is the same in all rows.
    """

    def __init__(self, rows: Rows, label: NDArray[Any] | None) -> None:
        features = rows.shape[1]
        self._is_whole = rows.dtype.kind in "biu"
        self._label = label
        self._last: Floats | None = None  # row before the block
        self._away: Floats | None = None
        self.whole = np.ones(features, bool)
        self.counts_up = np.ones(features, bool)
        self.tells_label = np.full(features, label is not None)

    def look(self, start: int, block: NDArray[Any]) -> None:
        """Looks at the rows from ``start`` on; blocks come in order."""
        if not self._is_whole and (alive := np.flatnonzero(self.whole)).size:
            part = block[:, alive]
            self.whole[alive] = reduced(np.logical_and, (part == np.floor(part)) | ~np.isfinite(part))
        if (alive := np.flatnonzero(self.counts_up)).size:
            part = block[:, alive].astype(np.float64)
            up = reduced(np.logical_and, np.diff(part, axis=0) == 1)
            if self._last is not None:
                up &= part[0] - self._last[alive] == 1
            self.counts_up[alive] = up
        if self._label is not None and (alive := np.flatnonzero(self.tells_label)).size:
            away = block[:, alive].astype(np.float64) - self._label[start : start + len(block), None]
            if self._away is None:
                self._away = np.zeros(block.shape[1])
                self._away[alive] = away[0]
            self.tells_label[alive] = reduced(np.logical_and, away == self._away[alive])
        self._last = block[-1].astype(np.float64)


class Counter:
    """Counts the histograms of all features at once.

    Args:
        facts: smallest and largest number of each feature.
        whole: which features hold whole numbers alone.
        categories: (features,) how many categories each has; 0 for numbers.
        most: bins.

    Attributes:
        is_single: (features,) whether every number has a bin of its own.
    """

    def __init__(
        self, facts: Facts, whole: NDArray[np.bool_], categories: NDArray[np.int64], most: int
    ) -> None:
        known = (facts.count > 0) & (len(whole) <= _FEATURES_MOST)
        low, high = np.where(known, facts.low, 0.0), np.where(known, facts.high, 0.0)
        with np.errstate(all="ignore"):
            span = high - low
            single = (whole & (span < most)) | (span == 0) | ~np.isfinite(most / span) | ~np.isfinite(span)
        bins = np.where(single, np.where(span < most, span, 0) + 1, most).astype(np.int64)
        self.is_single = single & known | (categories > 0)
        self._bins = np.where(categories, np.minimum(categories, _CATEGORIES_MOST), np.where(known, bins, 0))
        self._origin = np.where(categories, -0.5, np.where(single, low - 0.5, low))
        with np.errstate(all="ignore"):
            self._scale = np.where(single | (categories > 0), 1.0, most / span)
        self._first = np.concatenate((np.zeros(1, np.int64), np.cumsum(self._bins)))
        self._top = np.maximum(self._bins - 1, 0)
        self._counts = np.zeros(int(self._first[-1]), np.int64)

    def count(self, block: NDArray[Any]) -> None:
        """Counts some rows."""
        if not self._counts.size:
            return
        places = block.astype(np.float64)
        valid = np.isfinite(places)
        valid &= self._bins > 0
        every = bool(valid.all())
        if not every:
            places[~valid] = 0
        places -= self._origin
        places *= self._scale
        np.clip(places, 0, self._top, out=places)
        inside = places.astype(np.intp)
        inside += self._first[:-1]
        flat = inside.ravel() if every else inside[valid]
        self._counts += np.bincount(flat, minlength=len(self._counts))

    def histograms(self) -> tuple[tuple[NDArray[np.int64], ...], tuple[Floats, ...]]:
        """Returns counts and edges of each feature."""
        counts = tuple(np.split(self._counts, self._first[1:-1]))
        edges = tuple(
            origin + np.arange(bins + 1) / scale
            for origin, bins, scale in zip(self._origin, self._bins, self._scale, strict=True)
        )
        return counts, edges


class Distinct:
    """Counts the different numbers of some features, as long as there are few.

    Args:
        columns: which features; beyond a few thousand the others are not counted.
    """

    def __init__(self, columns: NDArray[np.intp]) -> None:
        self._found: dict[int, Floats] = {column: np.zeros(0) for column in columns[:_UNITED_MOST].tolist()}
        self._many: list[int] = []

    def count(self, block: NDArray[Any]) -> None:
        """Counts some rows."""
        for column, found in list(self._found.items()):
            values = block[:, column].astype(np.float64)
            every = np.union1d(found, values[np.isfinite(values)])
            if len(every) <= DISTINCT_MOST:
                self._found[column] = every
            else:
                del self._found[column]
                self._many.append(column)

    def put(self, numbers: NDArray[np.int64]) -> None:
        """Puts how many there are into (features,); one more than is counted where there are more."""
        numbers[self._many] = DISTINCT_MOST + 1
        for column, found in self._found.items():
            numbers[column] = len(found)
