"""Per class: the mean of each neuron of the focused layer over the rows of each class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from densegui.engine.statistics import ClassStatistics
from densegui.ui.panels.distributions_heat import Grid, HeatMap
from densegui.ui.panels.distributions_legend import Entry, Legend
from densegui.ui.panels.distributions_shapes import pen
from densegui.ui.panels.distributions_shown import Shown, class_name, unit_name
from densegui.ui.panels.distributions_view import View
from densegui.ui.panels.plotting import counted, full_in
from densegui.ui.theme import colors

_WRITTEN = 600  # cells with a number in them


class ClassesView(View):
    """A heat map: a row for each class of the labels, a column for each neuron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._legend = Legend(self)
        self._heat = HeatMap("distributionsClasses", self)
        self._heat.tip = self._tip
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._legend)
        column.addWidget(self._heat, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self._heat.chosen.connect(self._on_chosen)

    def show_run(self, shown: Shown) -> None:
        self._shown = shown
        s = shown.statistics(shown.detail)
        self._pages.setCurrentIndex(0 if s.classes is None else 1)
        if s.classes is None:
            self._empty.setText(
                self.tr("The data have no labels: load data with a column of classes to compare them.")
                if shown.dataset is None or shown.dataset.labels is None
                else self.tr("Press Run forward (F5) to see the classes.")
            )
            return
        self._heat.show_grid(self._grid(shown, s.classes))
        scheme = colors()
        self._legend.show_entries(
            (),
            [
                Entry(self._title(shown)),
                Entry(self.tr("positive"), pen(QColor(scheme.positive)), dot=True),
                Entry(self.tr("negative"), pen(QColor(scheme.negative)), dot=True),
            ],
        )

    def retranslate(self) -> None:
        self._heat.setAccessibleName(self.tr("Mean of each neuron for each class"))
        self._heat.setStatusTip(self.tr("Click or press ←/→ to select a neuron"))

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        yield "layer", "values", "class", "rows", "neuron", "mean", "std", "share of zeros"
        s = shown.statistics(shown.detail)
        if s.classes is None:
            return
        name, symbol = shown.name(shown.detail), shown.symbol(shown.detail)
        for row, unit in np.ndindex(s.classes.unit_mean.shape):
            numbers = (s.classes.unit_mean, s.classes.unit_std, s.classes.unit_zero_fraction)
            of_class = (class_name(shown.dataset, row), int(s.classes.rows[row]))
            yield name, symbol, *of_class, unit, *(float(array[row, unit]) for array in numbers)

    def _title(self, shown: Shown) -> str:
        return self.tr("mean of {symbol} of {layer}").format(
            symbol=shown.symbol(shown.detail), layer=shown.name(shown.detail)
        )

    def _grid(self, shown: Shown, classes: ClassStatistics) -> Grid:
        means = classes.unit_mean
        largest = float(np.nanmax(np.abs(means), initial=0.0)) or 1.0
        texts: list[list[str]] = []
        if means.size <= _WRITTEN:
            texts = [["–" if np.isnan(v) else f"{v:.2g}".replace("-", "−") for v in row] for row in means]
        units = shown.units(shown.detail)
        unit = shown.focus.unit if shown.place is not None else None
        return Grid(
            means / largest,
            [class_name(shown.dataset, row) for row in range(len(means))],
            [unit_name(shown, shown.detail, k) for k in range(units)],
            self.tr("class"),
            self.tr("feature") if shown.detail == 0 else self.tr("neuron"),
            texts,
            None if unit is None else (-1, unit),
        )

    def _tip(self, row: int, unit: int) -> str:
        if self._shown is None or (classes := self._classes(self._shown)) is None:
            return ""
        dtype = self._shown.result.model.dtype
        rows = counted(int(classes.rows[row]), self.tr("1 row"), self.tr("{count} rows"))
        return self.tr("{title}, neuron {unit}\nclass {name}, {rows}\nmean {mean}\nstd {std}").format(
            title=self._title(self._shown),
            unit=unit,
            name=class_name(self._shown.dataset, row),
            rows=rows,
            mean=full_in(float(classes.unit_mean[row, unit]), dtype),
            std=full_in(float(classes.unit_std[row, unit]), dtype),
        )

    def _classes(self, shown: Shown) -> ClassStatistics | None:
        return shown.statistics(shown.detail).classes

    def _on_chosen(self, _row: int, unit: int) -> None:
        if self._shown is not None:
            self.focus_requested.emit(self._shown.looking_at(self._shown.detail, unit))
