"""Sample bar: which sample is looked at, its picture and label beside all panels, and the minibatch size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QToolButton, QWidget

from densegui.ui.focus import DRAWN_SAMPLE, MEAN_OF_SAMPLES, Focus, Minibatch
from densegui.ui.panels.sample_words import Said, pictured, prediction, said, thumbnail

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.engine import Model, RunResult

_PICTURE: Final = 36
_LARGEST_BATCH: Final = 1_000_000


class SampleBar(QWidget):
    """Picks the sample that every panel shows.

    Takes ``show_model``, ``show_dataset``, ``show_result``, ``show_focus``, ``show_minibatch`` and
    ``show_batch_size``.

    Signals:
        focus_requested: the same focus with another sample.
        batch_size_requested: rows in a minibatch; 0 for as many as are quickest.
    """

    focus_requested = Signal(object)
    batch_size_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sampleBar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._dataset: Dataset | None = None
        self._inputs = 0
        self._result: RunResult | None = None
        self._focus = Focus()
        self._drawn = Said()
        self._picture = QLabel(self)
        self._picture.setObjectName("samplePicture")
        self._picture.setFixedSize(_PICTURE, _PICTURE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QSpinBox(self)
        self._row.setObjectName("sampleRow")
        self._row.setKeyboardTracking(False)
        self._row.setMinimum(MEAN_OF_SAMPLES)
        self._row.setGroupSeparatorShown(True)
        self._row.setFixedWidth(110)
        self._said = QLabel(self)
        self._said.setObjectName("sampleLabel")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._batch_name = QLabel(self)
        self._batch = QSpinBox(self)
        self._batch.setObjectName("batchSize")
        self._batch.setKeyboardTracking(False)
        self._batch.setRange(0, _LARGEST_BATCH)
        self._batch.setGroupSeparatorShown(True)
        self._batch.setFixedWidth(100)
        self._batch_name.setBuddy(self._batch)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 4, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._row)
        self._layout.addWidget(self._picture)
        self._layout.addWidget(self._said, 1)
        self._layout.addWidget(self._batch_name)
        self._layout.addWidget(self._batch)
        self._row.valueChanged.connect(self._on_row)
        self._batch.valueChanged.connect(self._on_batch)
        self._retranslate()
        self.show_focus(self._focus)

    def offer(self, actions: Sequence[QAction]) -> None:
        """Puts buttons for these actions around the number of the sample: one before it, the rest after."""
        for place, action in enumerate(actions):
            button = QToolButton(self)
            button.setObjectName(f"{action.objectName()}Button")
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setIconSize(QSize(20, 20))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._layout.insertWidget(place + (place > 0), button)

    def edit(self) -> None:
        """Lets a person type the number of a sample."""
        self._row.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._row.selectAll()

    def show_model(self, model: Model) -> None:
        """Offers samples where they fit the stack."""
        self._inputs = model.input_dim
        self._offer()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Offers the samples of other data."""
        self._dataset = dataset
        with QSignalBlocker(self._row):
            self._row.setMaximum(dataset.rows - 1 if dataset is not None else MEAN_OF_SAMPLES)
        self._count()
        self._offer()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Says what a run makes of the sample, while it is of this stack and these data."""
        self._result = result if current else None
        self._show()

    def show_focus(self, focus: Focus) -> None:
        """Shows which sample is looked at."""
        self._focus = focus
        drawn = focus.sample == DRAWN_SAMPLE
        with QSignalBlocker(self._row):
            self._row.setMinimum(DRAWN_SAMPLE if drawn else MEAN_OF_SAMPLES)
            self._row.setSpecialValueText(self.tr("drawn") if drawn else self.tr("mean"))
            self._row.setValue(focus.sample)
        self._show()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Says what the stack makes of a sample that is drawn."""
        row = None if minibatch is None else minibatch.row_of(DRAWN_SAMPLE)
        self._drawn = Said()
        if minibatch is not None and row is not None and self._dataset is not None and minibatch.model.layers:
            outputs = minibatch.trace.outputs[row]
            self._drawn = Said(predicted=prediction(self._dataset, minibatch.model, outputs)[1])
        self._show()

    def show_batch_size(self, size: int) -> None:
        """Shows how many rows a minibatch has; 0 for as many as are quickest."""
        with QSignalBlocker(self._batch):
            self._batch.setValue(size)
        self._count()

    def _offer(self) -> None:
        self._row.setEnabled(self._dataset is not None and self._dataset.features == self._inputs)
        self._show()

    def _show(self) -> None:
        found = said(self._dataset, self._result, self._focus.sample)
        if self._focus.sample == DRAWN_SAMPLE:
            found = self._drawn
        self._said.setText(self._words(found))
        self._said.setToolTip(self._said.text())
        pixmap = QPixmap()
        if self._dataset is not None and pictured(self._dataset) is not None and self._focus.sample >= 0:
            pixmap = thumbnail(self._dataset, self._focus.sample, _PICTURE, self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)
        self._picture.setVisible(not pixmap.isNull())

    def _words(self, found: Said) -> str:
        words = "{label}"
        if found.right is not None:
            words = (
                self.tr("{label}, predicted ✓")
                if found.right
                else self.tr("{label}, predicted {predicted} ✗")
            )
        elif found.label and found.predicted:
            words = self.tr("{label}, predicted {predicted}")
        elif found.predicted:
            words = self.tr("predicted {predicted}")
        return words.format(label=found.label, predicted=found.predicted)

    def _count(self) -> None:
        """Says how many minibatches there are."""
        rows = self._dataset.rows if self._dataset is not None else 0
        size = self._batch.value()
        what = self.tr(
            "Samples that go through the stack together; the result does not depend on it. "
            "“auto” takes as many as are quickest."
        )
        if size and rows:
            counted = self.tr("{rows} samples are {count} minibatches of {size}, the last of {rest}.")
            count = -(-rows // size)
            rest = rows - (count - 1) * size
            what += " " + counted.format(
                rows=f"{rows:,}", count=f"{count:,}", size=f"{size:,}", rest=f"{rest:,}"
            )
        self._batch.setToolTip(what)

    def _retranslate(self) -> None:
        self._row.setPrefix(self.tr("sample "))
        self._row.setAccessibleName(self.tr("Sample that is looked at"))
        self._row.setToolTip(self.tr("Row of the data, counted from 0; below it the mean of all samples"))
        self._said.setAccessibleName(self.tr("Label of the sample, and what was predicted"))
        self._picture.setAccessibleName(self.tr("Picture of the sample"))
        self._batch_name.setText(self.tr("Minibatch"))
        self._batch.setAccessibleName(self.tr("Minibatch size"))
        self._batch.setSpecialValueText(self.tr("auto"))
        self._count()

    def _on_row(self, row: int) -> None:
        if row != self._focus.sample:
            self.focus_requested.emit(replace(self._focus, sample=row))

    def _on_batch(self, size: int) -> None:
        self._count()
        self.batch_size_requested.emit(size)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.show_focus(self._focus)
        super().changeEvent(event)
