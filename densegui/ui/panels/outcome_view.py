"""The last layer: predicted classes and how sure, against the labels; or numbers, against the targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from densegui.engine import RunResult
from densegui.ui.panels.distributions_chart import Chart
from densegui.ui.panels.distributions_depth import pinned_entries
from densegui.ui.panels.distributions_heat import HeatMap
from densegui.ui.panels.distributions_legend import Entry, Legend
from densegui.ui.panels.distributions_shapes import pen
from densegui.ui.panels.distributions_shown import Shown, class_name
from densegui.ui.panels.distributions_view import View
from densegui.ui.panels.outcome_counting import Counting
from densegui.ui.panels.outcome_pictures import (
    show_confidence,
    show_confusion,
    show_counts,
    show_predictions,
    show_targets,
)
from densegui.ui.panels.outcome_table import Table, TruthTable
from densegui.ui.panels.outcome_tally import (
    ClassTally,
    NumberTally,
    class_count,
    compare_numbers,
    count_classes,
)
from densegui.ui.panels.outcome_words import facts, labels_of, table_of, targets_of
from densegui.ui.panels.plotting import percent, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from collections.abc import Generator

    Tally = ClassTally | NumberTally | None


class OutcomeView(View):
    """Facts in a line, and two pictures side by side that depend on what the last layer says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._counted: tuple[RunResult | None, Any] = None, None
        self._tally: Tally = None
        self._pinned_counted: RunResult | None = None
        self._pinned_tally: Tally = None
        self._facts = QLabel(self)
        self._facts.setObjectName("outcomeFacts")
        self._facts.setWordWrap(True)
        self._facts.setContentsMargins(8, 0, 8, 2)
        self._legend = Legend(self)
        self._table = TruthTable(self)
        self._left = Chart("outcomeLeft", self, zooms="")
        self._right = Chart("outcomeRight", self)
        self._heat = HeatMap("outcomeConfusion", self)
        self._heat.tip = self._tip
        self._counting, self._pinned_counting = Counting(self), Counting(self)
        self._lay_out()
        self._heat.chosen.connect(self._on_cell_chosen)
        self._table.chosen.connect(self._on_row_chosen)
        self._right.clicked.connect(self._on_point_clicked)
        self._counting.progressed.connect(self._on_progressed)
        self._counting.finished.connect(self._on_finished)
        self._pinned_counting.finished.connect(self._on_pinned_finished)

    def show_run(self, shown: Shown) -> None:
        self._shown = shown
        self._count_pinned(shown)
        has_labels = labels_of(shown) is not None
        if self._counted != (shown.result, has_labels):
            self._counted = shown.result, has_labels
            self._tally = None
            self._counting.stop()
            steps = _steps(shown, shown.result)
            if steps is not None:
                self._counting.start(steps)
                if self._tally is None:
                    return
        self._draw()

    def retranslate(self) -> None:
        self._heat.setAccessibleName(self.tr("Confusion matrix"))
        self._heat.setStatusTip(self.tr("Click a cell to go through its samples"))
        self._table.setAccessibleName(self.tr("Inputs and outputs"))
        self._table.setToolTip(self.tr("Click or press ↑/↓ to select a sample"))
        self._left.widget.setAccessibleName(self.tr("How often"))
        self._right.widget.setAccessibleName(self.tr("Outputs"))

    def table(self, shown: Shown) -> Iterator[Sequence[object]]:
        labels, outputs = labels_of(shown), shown.result.outputs
        targets = targets_of(shown) if labels is None else None
        names = [f"output {k}" for k in range(outputs.shape[1])]
        yield "sample", *names, "label"
        for sample, row in enumerate(outputs):
            label: object = "" if labels is None else class_name(shown.dataset, int(labels[sample]))
            if targets is not None:
                label = float(targets[sample])
            yield sample, *row.tolist(), label

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._table)
        row.addWidget(self._left.widget, 5)
        row.addWidget(self._right.widget, 6)
        row.addWidget(self._heat, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._facts)
        column.addWidget(self._legend)
        column.addLayout(row, 1)

    def _count_pinned(self, shown: Shown) -> None:
        """Counts the pinned run too, if its outputs are still there."""
        pinned = shown.pinned
        if pinned is self._pinned_counted:
            return
        self._pinned_counted, self._pinned_tally = pinned, None
        self._pinned_counting.stop()
        steps = None if pinned is None or not len(pinned.outputs) else _steps(shown, pinned)
        if steps is not None:
            self._pinned_counting.start(steps)

    def _draw(self) -> None:
        """Shows what was counted."""
        shown, tally = self._shown, self._tally
        if shown is None:
            return
        self._facts.setFont(small_font(self.font()))
        table = table_of(shown, tally)
        self._facts.setText(facts(shown, tally, self._pinned_tally, table))
        pinned = self._pinned_tally
        self._table.setVisible(table is not None)
        if table is not None:
            self._table.show_table(table)
        is_labelled = isinstance(tally, ClassTally) and tally.confusion is not None
        self._show_legend(shown, table, is_labelled)
        self._heat.setVisible(is_labelled)
        self._left.widget.setVisible(table is None or not is_labelled)
        has_right = isinstance(tally, NumberTally) or (isinstance(tally, ClassTally) and not is_labelled)
        self._right.widget.setVisible(has_right and (table is None or self.width() > 560))
        if isinstance(tally, ClassTally):
            before = pinned if isinstance(pinned, ClassTally) else None
            show_confidence(self._left, shown, tally, before)
            if is_labelled:
                show_confusion(self._heat, shown, tally)
            else:
                show_counts(self._right, shown, tally, before)
            return
        show_predictions(self._left, shown)
        if isinstance(tally, NumberTally):
            show_targets(self._right, shown, tally)

    def _show_legend(self, shown: Shown, table: Table | None, is_labelled: bool) -> None:
        scheme = colors()
        entries = pinned_entries(shown)
        if table is not None and table.hidden:
            entries.append(Entry(self.tr("h: output of a hidden neuron")))
        if is_labelled:
            right = Entry(self.tr("right"), pen(QColor(scheme.positive)), dot=True)
            wrong = Entry(self.tr("wrong"), pen(QColor(scheme.negative)), dot=True)
            entries = [right, wrong, *entries]
        self._legend.show_entries((), entries)

    def _tip(self, label: int, predicted: int) -> str:
        shown, tally = self._shown, self._tally
        if shown is None or not isinstance(tally, ClassTally) or tally.confusion is None:
            return ""
        count, of_label = int(tally.confusion[label, predicted]), int(tally.confusion[label].sum())
        text = self.tr("{label} predicted as {predicted}: {count} of {total} rows ({share})")
        if of_label == 1:
            text = self.tr("{label} predicted as {predicted}: {count} of 1 row ({share})")
        return text.format(
            label=class_name(shown.dataset, label),
            predicted=class_name(shown.dataset, predicted),
            count=f"{count:,}",
            total=f"{of_label:,}",
            share=percent(count / of_label if of_label else 0.0),
        )

    def _look_at(self, sample: int) -> None:
        if self._shown is not None:
            self.focus_requested.emit(replace(self._shown.focus, sample=sample))

    def _on_cell_chosen(self, label: int, predicted: int) -> None:
        shown, tally = self._shown, self._tally
        if shown is None or not isinstance(tally, ClassTally):
            return
        labels = labels_of(shown)
        if labels is None:
            return
        samples = np.flatnonzero((labels == label) & (tally.predicted == predicted))
        if len(samples):
            # Another click goes on to the next sample of the cell.
            after = int(np.searchsorted(samples, shown.focus.sample, side="right"))
            self._look_at(int(samples[after % len(samples)]))

    def _on_row_chosen(self, row: int) -> None:
        self._look_at(row)

    def _on_point_clicked(self, point: QPointF) -> None:
        tally = self._tally
        if not isinstance(tally, NumberTally) or not len(tally.points):
            return
        (low, high), (bottom, top) = self._right.box.viewRange()
        size = np.array([(high - low) or 1.0, (top - bottom) or 1.0])
        away = (tally.points - np.array([point.x(), point.y()])) / size
        self._look_at(int(tally.chosen[np.nanargmin((away**2).sum(axis=1))]))

    def _on_progressed(self, done: int) -> None:
        if self._shown is not None:
            for picture in (self._table, self._left.widget, self._right.widget, self._heat, self._legend):
                picture.hide()  # they are still of the run before
            text = self.tr("Counting the outputs: {share}")
            self._facts.setText(text.format(share=percent(done / max(self._shown.result.rows, 1))))

    def _on_finished(self, tally: Tally) -> None:
        self._tally = tally
        self._draw()

    def _on_pinned_finished(self, tally: Tally) -> None:
        self._pinned_tally = tally
        if self._tally is not None:
            self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._tally is None:
            self._counting.stop()
            self._counted = None, None


def _steps(shown: Shown, result: RunResult) -> Generator[int, None, Any] | None:
    """What counts the outputs of a run; None where there is nothing to count."""
    if not result.layers:
        return None
    labels = labels_of(shown)
    if labels is not None and len(labels) != len(result.outputs):
        labels = None
    classes = class_count(result.model.layers[-1])
    if classes:
        return count_classes(result.outputs, classes, labels)
    targets = targets_of(shown)
    if targets is None or len(targets) != len(result.outputs):
        return None
    return compare_numbers(result.outputs, targets)
