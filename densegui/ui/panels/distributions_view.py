"""What the panel asks of each of its views."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.distributions_measures import quartiles
from densegui.ui.panels.distributions_shown import Shown, statistics_of


class View(QWidget):
    """One way to look at a run.

    Signals:
        focus_requested: the ``Focus`` to look at instead.
    """

    focus_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # An exported picture has no panel behind it.
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    @abstractmethod  # looked after by mypy: Qt's own metaclass leaves no room for that of ABC
    def show_run(self, shown: Shown) -> None:
        """Shows a run; called while the view is on the screen."""

    def retranslate(self) -> None:
        """Says everything in the language in force; ``show_run`` follows."""

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        """The numbers behind the picture: a header, then rows."""
        return measures(shown)


def measures(shown: Shown) -> Iterator[Sequence[object]]:
    """A row for the values of each place, of this run and of the pinned one."""
    yield (
        *("run", "layer", "values", "count", "mean", "std", "min", "quartile 1", "median", "quartile 3"),
        *("max", "zeros", "saturated", "NaN", "infinite"),
    )
    for run, result in (("shown", shown.result), ("pinned", shown.pinned)):
        if result is None:
            continue
        for place in range(1 + len(result.layers)):
            name = "input" if place == 0 else result.model.names[place - 1]
            for after in (False, True) if place else (False,):
                symbol = ("a" if after else "z") if place else "x"
                yield run, name, symbol, *_measures(statistics_of(result, place, after))


def _measures(s: LayerStatistics) -> tuple[float, ...]:
    low, middle, high = quartiles(s)
    return (
        *(s.count, s.mean, s.std, s.min, low, middle, high, s.max),
        *(s.zero_count, s.saturated_count, s.nan_count, s.inf_count),
    )


def bins(shown: Shown) -> Iterator[Sequence[object]]:
    """A row for each bin of each histogram, of this run and of the pinned one."""
    yield "run", "layer", "values", "from", "to", "count"
    for run, result in (("shown", shown.result), ("pinned", shown.pinned)):
        if result is None:
            continue
        for place in range(1 + len(result.layers)):
            name = "input" if place == 0 else result.model.names[place - 1]
            for after in (False, True) if place else (False,):
                symbol = ("a" if after else "z") if place else "x"
                histogram = statistics_of(result, place, after).histogram
                edges = histogram.edges.tolist()
                for low, high, count in zip(edges, edges[1:], histogram.counts.tolist(), strict=False):
                    yield run, name, symbol, low, high, count
