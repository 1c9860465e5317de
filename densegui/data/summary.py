"""Summary: what each feature holds, for a person to see and for the findings to judge."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, overload

import numpy as np

from densegui.data.facts import Facts
from densegui.data.loading import Loading
from densegui.data.looks import DISTINCT_MOST, Counter, Distinct, Looks
from densegui.data.prepared import Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset

BINS: Final = 32
"""Bars of a histogram at most; a category has one for each of its first 1,000 values."""

LOOKED_MOST: Final = 2**27
"""Numbers that histograms and counts of different values are made of; of larger data, evenly spread blocks
of rows that make up so many. All else is of all rows."""


@dataclass(frozen=True, slots=True, eq=False)
class ColumnSummary:
    """What one feature holds; infinities count neither as numbers nor as missing.

    Attributes:
        kind: whether it is codes of a category, whole numbers or other numbers.
        count: finite numbers.
        missing: NaN.
        low: the smallest finite number; NaN where there is none.
        high: the largest.
        mean: of the finite numbers; 0 where there is none.
        std: their standard deviation, of the population.
        counts: (bins,) of the histogram, among the rows that were looked at.
        edges: (bins + 1,) of its bins; for whole numbers and categories half way between two of them.
        distinct: different numbers among the rows that were looked at; ``DISTINCT_MOST`` + 1 means more,
            and 0 that they were not counted, as of most pixels.
    """

    kind: Literal["category", "whole", "number"]
    count: int
    missing: int
    low: float
    high: float
    mean: float
    std: float
    counts: NDArray[np.int64]
    edges: NDArray[np.float64]
    distinct: int


@dataclass(frozen=True, slots=True, eq=False)
class FeatureSummary(Sequence[ColumnSummary]):
    """What all features hold, each array (features,); item ``i`` is feature ``i`` alone.

    Attributes:
        rows: number of samples.
        looked: rows that histograms and different values were counted in.
        facts: count, missing, low, high, mean and std.
        categories: which features are codes of categories.
        whole: which hold whole numbers alone.
        counts_up: whose number is one more in each row than in the row before.
        tells_label: which equal the label or the target in every row, up to a number added to all.
        distinct: see ``ColumnSummary``.
        counts: histogram of each feature.
        edges: of the bins of each histogram.
    """

    rows: int
    looked: int
    facts: Facts
    categories: NDArray[np.bool_]
    whole: NDArray[np.bool_]
    counts_up: NDArray[np.bool_]
    tells_label: NDArray[np.bool_]
    distinct: NDArray[np.int64]
    counts: tuple[NDArray[np.int64], ...]
    edges: tuple[NDArray[np.float64], ...]

    def __len__(self) -> int:
        return len(self.whole)

    @overload
    def __getitem__(self, index: int) -> ColumnSummary: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ColumnSummary]: ...
    def __getitem__(self, index: int | slice) -> ColumnSummary | Sequence[ColumnSummary]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        facts = self.facts
        return ColumnSummary(
            "category" if self.categories[index] else "whole" if self.whole[index] else "number",
            int(facts.count[index]),
            int(facts.missing[index]),
            float(facts.low[index]),
            float(facts.high[index]),
            float(facts.mean[index]),
            float(facts.std[index]),
            self.counts[index],
            self.edges[index],
            int(self.distinct[index]),
        )


def summary(dataset: Dataset) -> Generator[Loading, None, FeatureSummary]:
    """Reads the rows of a dataset twice, of very large ones only a part the second time.

    Yields:
        The share that is done; every ``yield`` is a point to cancel at.

    Returns:
        What each feature holds.
    """
    rows = Prepared(dataset.x)
    stride = max(1, -(-len(rows) * rows.shape[1] // LOOKED_MOST))
    share = stride / (stride + 1)  # of all reading, by the first pass
    looks = Looks(rows, dataset.labels if dataset.targets is None else dataset.targets)
    facts = yield from _looking(rows, looks, share)
    sizes = [len(column.categories) for column in dataset.columns] or [0] * rows.shape[1]
    categories = np.array(sizes, np.int64)
    counter = Counter(facts, looks.whole, categories, BINS)
    # In pictures nobody asks for different numbers; where each has a bin of its own, the bins tell.
    united = Distinct(np.flatnonzero(~counter.is_single & (dataset.picture is None)))
    looked = yield from _counting(rows, stride, counter, united)
    counts, edges = counter.histograms()
    distinct = np.array([np.count_nonzero(bins) for bins in counts], np.int64)
    distinct = np.where(counter.is_single, np.minimum(distinct, DISTINCT_MOST + 1), 0)
    united.put(distinct)
    return FeatureSummary(
        len(rows),
        looked,
        facts,
        categories > 0,
        looks.whole,
        looks.counts_up & (len(rows) > 1),
        looks.tells_label,
        distinct,
        counts,
        edges,
    )


def _looking(rows: Prepared, looks: Looks, share: float) -> Generator[Loading, None, Facts]:
    facts = Facts.empty(rows.shape[1])
    for start, block in rows.blocks():
        with np.errstate(all="ignore"):
            facts = facts.merged(Facts.of(block))
            looks.look(start, block)
        yield Loading(share * (start + len(block)) / len(rows))
    return facts


def _counting(
    rows: Prepared, stride: int, counter: Counter, united: Distinct
) -> Generator[Loading, None, int]:
    """Returns how many rows were looked at."""
    looked = 0
    for start, block in rows.blocks(stride):
        with np.errstate(all="ignore"):
            counter.count(block)
            united.count(block)
        looked += len(block)
        yield Loading((stride + (start + len(block)) / len(rows)) / (stride + 1))
    return looked
