"""What a whole weight matrix says at a glance: sums of |w|, and a heat map that keeps the largest."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating[Any]]

CELLS: Final = 128  # of a heat map, along each side
_BLOCK: Final = 1 << 16  # weights between two pauses


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """Sums and extremes of a matrix (n_in, n_out).

    Attributes:
        weights: the matrix.
        by_source: (n_in,) Σ|w| over the finite weights of each row.
        by_target: (n_out,) Σ|w| over the finite weights of each column.
        heat: (rows, columns) of each cell the value of largest size, NaN where there is one.
        rows: first row of each row of cells, and n_in at the end.
        columns: first column of each column of cells, and n_out at the end.
        largest: largest finite size; 0 where there is none.
    """

    weights: Floats
    by_source: NDArray[np.float64]
    by_target: NDArray[np.float64]
    heat: Floats
    rows: NDArray[np.intp]
    columns: NDArray[np.intp]
    largest: float

    @property
    def total(self) -> float:
        """Σ|w| over the finite weights."""
        return float(self.by_source.sum())


def cell_starts(size: int) -> NDArray[np.intp]:
    """The first index of each cell along one side, and ``size`` at the end; at most ``CELLS`` cells."""
    return np.append(np.arange(0, size, -(-size // CELLS)), size)


def scan(weights: Floats, factors: Floats | None = None) -> Generator[None, None, Scan]:
    """Reads a matrix once, in pieces of a fraction of a millisecond with a ``yield`` between them.

    Args:
        weights: (n_in, n_out).
        factors: (n_in,) with which each row is multiplied first; None for the weights themselves.
    """
    n_in, n_out = weights.shape
    rows, columns = cell_starts(n_in), cell_starts(n_out)
    heat = np.empty((len(rows) - 1, len(columns) - 1), weights.dtype)
    by_source, by_target = np.zeros(n_in), np.zeros(n_out)
    high, wide = int(rows[1]), int(columns[1])
    some = max(1, _BLOCK // (high * n_out))
    for cell in range(0, len(heat), some):
        end = min(cell + some, len(heat))
        first, last = int(rows[cell]), int(rows[end])
        part = weights[first:last]
        if factors is not None:
            with np.errstate(all="ignore"):
                part = part * factors[first:last, np.newaxis]
        sizes = np.abs(part)
        if not np.isfinite(sizes.sum()):
            sizes[~np.isfinite(sizes)] = 0.0
        by_source[first:last] = sizes.sum(axis=1, dtype=np.float64)
        by_target += sizes.sum(axis=0, dtype=np.float64)
        heat[cell:end] = _extremes(part, high, wide)
        yield
    finite = np.abs(heat[np.isfinite(heat)])
    largest = float(finite.max(initial=0.0))
    return Scan(weights, by_source, by_target, heat, rows, columns, largest)


def smaller(heat: Floats, rows: int, columns: int) -> Floats:
    """A heat map of at most rows × columns cells, each again the value of largest size."""
    high, wide = (-(-n // max(most, 1)) for n, most in zip(heat.shape, (rows, columns), strict=True))
    return _extremes(heat, high, wide)


def _extremes(part: Floats, rows: int, columns: int) -> Floats:
    """Of each cell of rows × columns values the one that is furthest from zero; NaN where there is one."""
    if rows == columns == 1:
        return part
    high, low = (_reduced(ufunc, part, rows, columns) for ufunc in (np.maximum, np.minimum))
    furthest: Floats = np.where(high >= -low, high, low)
    return np.where(np.isnan(high), high, furthest)


def _reduced(ufunc: np.ufunc, part: Floats, rows: int, columns: int) -> Floats:
    """One extreme of each cell; strided passes, which are several times quicker than ``reduceat``."""
    whole = len(part) // rows * rows
    lines: Floats = ufunc.reduce(part[:whole].reshape(-1, rows, part.shape[1]), axis=1)
    if whole < len(part):
        lines = np.vstack([lines, ufunc.reduce(part[whole:], axis=0, keepdims=True)])
    cells: Floats = lines[:, ::columns].copy()
    for shift in range(1, columns):
        some = lines[:, shift::columns]
        ufunc(cells[:, : some.shape[1]], some, out=cells[:, : some.shape[1]])
    return cells
