"""Where neurons stand: wide layers folded, columns from input to output.

Layout coordinates: u is the number of the column; v runs from −0.5 to 0.5 along it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

HEAD: Final = 11
TAIL: Final = 5
PAGE: Final = HEAD + TAIL
SPREAD: Final = 1.6  # how much further apart than in the fullest column neurons may stand


class Neuron(NamedTuple):
    """A neuron that is shown: its column, and its row among those shown there."""

    column: int
    row: int


class Edge(NamedTuple):
    """A weight between two shown neurons, from ``column`` to the next one."""

    column: int
    source: int
    target: int


class Gap(NamedTuple):
    """An ellipsis: its place in the column, and how many neurons it stands for."""

    slot: int
    left_out: int


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """Which neurons of a layer are shown.

    Attributes:
        size: neurons of the layer.
        shown: (k,) their indices, ascending.
        gaps: where neurons are left out.
    """

    size: int
    shown: NDArray[np.intp]
    gaps: tuple[Gap, ...]

    @property
    def left_out(self) -> int:
        """Neurons that are not shown."""
        return self.size - len(self.shown)

    @property
    def slots(self) -> int:
        """Places in the column, ellipses included."""
        return len(self.shown) + len(self.gaps)

    def row_of(self, unit: int) -> int | None:
        """The row at which a neuron stands; None for one that is left out."""
        row = int(np.searchsorted(self.shown, unit))
        return row if row < len(self.shown) and self.shown[row] == unit else None


def is_wide(size: int) -> bool:
    """Whether a layer does not stand in one column as a whole."""
    return size > PAGE + 1


def fold(size: int, start: int | None = None, extra: Collection[int] = ()) -> Fold:
    """Shows all neurons, or some of them with ellipses that take a place each.

    Args:
        size: neurons of the layer.
        start: the first of ``PAGE`` neighbours to show; None for the first and the last ones.
        extra: neurons to show in any case.
    """
    if not is_wide(size):
        return Fold(size, np.arange(size), ())
    if start is None:
        shown = np.concatenate([np.arange(HEAD), np.arange(size - TAIL, size)])
    else:
        shown = np.arange(PAGE) + min(max(start, 0), size - PAGE)
    shown = _with(shown, extra)
    return Fold(size, shown, _gaps(size, shown))


def fold_to(size: int, units: NDArray[np.intp], extra: Collection[int] = ()) -> Fold:
    """Shows chosen neurons of a wide layer, with one ellipsis after them."""
    if not is_wide(size):
        return fold(size)
    shown = _with(units, extra)
    return Fold(size, shown, (Gap(len(shown), size - len(shown)),))


def _with(units: NDArray[np.intp], extra: Collection[int]) -> NDArray[np.intp]:
    """All of them in order, each once."""
    return np.array(sorted({*units.tolist(), *extra}), np.intp)


def page_after(size: int, start: int | None, pages: int) -> int | None:
    """The ``start`` of ``fold`` some pages further on; None is the first page, of both ends."""
    page = 0 if start is None else 1 + -(-max(start - HEAD, 0) // PAGE)
    last = -(-(size - HEAD) // PAGE)
    page = min(max(page + pages, 0), last)
    return None if page == 0 else min(HEAD + (page - 1) * PAGE, size - PAGE)


def _gaps(size: int, shown: NDArray[np.intp]) -> tuple[Gap, ...]:
    """An ellipsis wherever neighbours are left out."""
    missing = np.diff(shown, prepend=-1, append=size) - 1
    gaps: list[Gap] = []
    for place in np.flatnonzero(missing):
        gaps.append(Gap(int(place) + len(gaps), int(missing[place])))
    return tuple(gaps)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One layer's places.

    Attributes:
        fold: which neurons stand here.
        v: (k,) their places.
        gap_v: (gaps,) places of the ellipses.
    """

    fold: Fold
    v: NDArray[np.float64]
    gap_v: NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """All columns; ``pitch`` is the smallest distance of two neighbours in a column."""

    columns: tuple[Column, ...]
    pitch: float


def arrange(folds: Sequence[Fold]) -> Layout:
    """Returns the places of the neurons of folded layers."""
    most = max((f.slots for f in folds), default=1)
    pitch = 1.0 / max(most - 1, 1)
    return Layout(tuple(_column(f, pitch) for f in folds), pitch)


def _column(of: Fold, pitch: float) -> Column:
    step = min(1.0 / max(of.slots - 1, 1), SPREAD * pitch)
    places = (np.arange(of.slots, dtype=np.float64) - (of.slots - 1) / 2) * np.float64(step)
    gaps = [gap.slot for gap in of.gaps]
    return Column(of, np.delete(places, gaps), places[gaps])


def segments(
    layout: Layout, column: int, source: NDArray[np.intp], target: NDArray[np.intp]
) -> NDArray[np.float64]:
    """End points (n, 4) in the layout, u₁ v₁ u₂ v₂, of edges from ``column`` to the next."""
    lines = np.empty((len(source), 4))
    lines[:, 0] = column
    lines[:, 1] = layout.columns[column].v[source]
    lines[:, 2] = column + 1
    lines[:, 3] = layout.columns[column + 1].v[target]
    return lines
