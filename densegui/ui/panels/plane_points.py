"""Which data points the input plane shows, and in which colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtGui import QColor

from densegui.ui.panels.plane_colors import class_color
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset

MOST_POINTS: Final = 2000
_ALL_READ: Final = 10**6  # rows; more may have to come from a disk
_SYMBOLS: Final = ("o", "s", "t", "d")
_COLORS: Final = 7  # classes beyond share a colour with an earlier one and have another symbol


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Some rows of a dataset of two features.

    Attributes:
        rows: their numbers, rising, (m,).
        places: where they lie, (m, 2).
        labels: their classes, (m,), or None.
        labelled: the classes there are, rising.
    """

    rows: NDArray[np.intp]
    places: NDArray[np.float64]
    labels: NDArray[np.int64] | None
    labelled: tuple[int, ...]

    @staticmethod
    def of(dataset: Dataset | None) -> Points:
        """At most ``MOST_POINTS`` rows, evenly picked; those with NaN or infinity have no place."""
        if dataset is None or dataset.features != 2 or not dataset.rows:
            return Points(np.empty(0, np.intp), np.empty((0, 2)), None, ())
        count = min(dataset.rows, MOST_POINTS)
        rows = np.arange(count) * dataset.rows // count
        places = np.asarray(dataset.x[rows], np.float64)
        finite = np.isfinite(places).all(axis=1)
        rows, places = rows[finite], places[finite]
        labels = None if dataset.labels is None else dataset.labels[rows]
        found = () if labels is None else tuple(sorted(set(labels.tolist())))
        return Points(rows, places, labels, found)

    def extent(self, dataset: Dataset | None) -> NDArray[Any] | None:
        """The rows whose range is shown: all of them, or of very many the points."""
        if dataset is None or not len(self.rows):
            return None
        return dataset.x[:] if dataset.rows <= _ALL_READ else self.places

    def fill(self, dataset: Dataset, row: int) -> QColor:
        """The colour of any row."""
        label = -1 if dataset.labels is None else int(dataset.labels[row])
        return class_color(label, self._classes) if label >= 0 else QColor(colors().text)

    def fills(self) -> list[QColor]:
        """The colour of each point: of its class, or of the text."""
        if self.labels is None:
            return [QColor(colors().text)] * len(self.rows)
        palette = {label: class_color(label, self._classes) for label in self.labelled}
        return [palette[label] for label in self.labels.tolist()]

    @property
    def _classes(self) -> int:
        return max(self.labelled, default=-1) + 1

    def symbols(self) -> list[str]:
        """The symbol of each point: a circle, until colours repeat."""
        if self.labels is None:
            return ["o"] * len(self.rows)
        return [_SYMBOLS[label // _COLORS % len(_SYMBOLS)] for label in self.labels.tolist()]
