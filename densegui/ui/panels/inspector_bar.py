"""The row above the inspector's page: back, what is looked at, which sample, which order, copy."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QToolButton, QWidget

from densegui.ui.icons import icon
from densegui.ui.panels.plotting import LineLabel
from densegui.ui.panels.sample_text import show_number

_ROOM_FOR_ORDER: Final = 22  # widths, in heights of a line of text
_ROOM_FOR_WORD: Final = 18


class InspectorBar(QWidget):
    """Says what is looked at, and lets a person go on from there.

    Signals:
        back_requested: the neuron before is wanted.
        sample_requested: the row of the data that is wanted.
        order_changed: whether terms are sorted by size.
        copy_requested: the page is wanted as text.
    """

    back_requested = Signal()
    sample_requested = Signal(int)
    order_changed = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorBar")
        self._has_order = False
        self._stands_in = False
        self._back = self._button("inspectorBack")
        self._back.setText("←")
        self._title = LineLabel("inspectorTitle", self)
        self._sample = QSpinBox(self)
        self._sample.setObjectName("inspectorSample")
        self._sample.setKeyboardTracking(False)
        self._order = self._button("inspectorOrder")
        self._order.setCheckable(True)
        self._order.setChecked(True)
        self._copy = self._button("inspectorCopy")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        for widget in (self._sample, self._order, self._copy):
            row.addWidget(widget)
        self._back.clicked.connect(self.back_requested)
        self._sample.valueChanged.connect(self.sample_requested)
        self._order.toggled.connect(self.order_changed)
        self._copy.clicked.connect(self.copy_requested)
        self._retranslate()
        self._restyle()

    @property
    def by_size(self) -> bool:
        """Whether terms are sorted by size."""
        return self._order.isChecked()

    @property
    def title(self) -> str:
        """What is looked at."""
        return self._title.text()

    def show_title(self, text: str, *, out_of_date: bool) -> None:
        """Says what is looked at; out of date, it warns."""
        self._title.show_text(text, "warning" if out_of_date else "text", filled=out_of_date)

    def show_back(self, on: bool) -> None:
        """Lets a person go back, or not."""
        self._back.setEnabled(on)
        self._fit()

    def show_sample(self, sample: int, rows: int, *, stands_in: bool) -> None:
        """Shows which of so many samples it is; no samples, no choice.

        Args:
            sample: its number.
            rows: how many there are.
            stands_in: whether it stands in for the mean of all, which is what is chosen.
        """
        self._stands_in = stands_in
        self._fit()
        with QSignalBlocker(self._sample):
            self._sample.setMaximum(max(rows - 1, 0))
        show_number(self._sample, sample)
        self._sample.setEnabled(rows > 0)

    def show_controls(self, *, sample: bool, order: bool) -> None:
        """Shows the choices that the page has."""
        self._sample.setVisible(sample)
        self._has_order = order
        self._fit()

    def step(self, samples: int) -> None:
        """Goes on to another sample."""
        self._sample.setValue(self._sample.value() + samples)

    def _fit(self) -> None:
        """Leaves out what would take the place of the name."""
        lines = self.width() / self.fontMetrics().height()
        self._order.setVisible(self._has_order and lines >= _ROOM_FOR_ORDER)
        self._back.setVisible(self._back.isEnabled() or lines >= _ROOM_FOR_WORD)
        prefix = self.tr("e.g. sample ") if self._stands_in else self.tr("sample ")
        short = self.tr("e.g. #") if self._stands_in else "#"
        self._sample.setPrefix(prefix if lines >= _ROOM_FOR_WORD else short)
        tip = self.tr("Row of the data whose numbers are shown, counted from 0 (←/→)")
        if self._stands_in:
            tip += "\n" + self.tr(
                "The other panels show the mean of all; another number chooses a sample in all"
            )
        self._sample.setToolTip(tip)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _retranslate(self) -> None:
        self._back.setAccessibleName(self.tr("Back"))
        self._back.setToolTip(self.tr("Back to the neuron before (Backspace)"))
        self._fit()
        self._sample.setAccessibleName(self.tr("Sample"))
        self._order.setText(self.tr("By size"))
        self._order.setAccessibleName(self.tr("Sort the terms by size"))
        self._order.setToolTip(self.tr("Terms sorted by |w·x|; switched off, in the order of the inputs"))
        self._copy.setAccessibleName(self.tr("Copy as text"))
        self._copy.setToolTip(self.tr("Copy all of this as text, with every digit (Ctrl+C)"))

    def _restyle(self) -> None:
        for child in (self._back, self._sample, self._order):
            child.setFont(self.font())
        heading = self.font()
        heading.setWeight(heading.Weight.DemiBold)
        self._title.setFont(heading)
        self._copy.setIcon(icon("duplicate"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()
