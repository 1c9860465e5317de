"""The steps of the preparation as a list of rows, which can be dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from densegui.ui.panels.data_step_row import StepRow
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data.steps import Step


class StepList(QScrollArea):
    """Rows from the first step to the last.

    Signals:
        steps_requested: the tuple of steps there shall be.
        columns_wanted: features shall be chosen among the columns.
    """

    steps_requested = Signal(object)
    columns_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataSteps")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._steps: tuple[Step, ...] = ()
        self._names: Sequence[Sequence[str]] = ()
        self._rows: list[StepRow] = []
        self._inside = _Ground(self)
        self._inside.dropped.connect(self._on_dropped)
        self._inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(4, 2, 4, 2)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self.setWidget(self._inside)

    def show_steps(self, steps: tuple[Step, ...], names: Sequence[Sequence[str]]) -> None:
        """Shows steps; rows are made anew only where the kinds of steps are others.

        Args:
            steps: in their order.
            names: for each step the features there are before it.
        """
        if [type(step) for step in steps] != [type(row.step) for row in self._rows]:
            for row in self._rows:
                self._column.removeWidget(row)
                row.deleteLater()
            self._rows = [self._row(step) for step in steps]
            self._inside.rows = self._rows
        self._steps, self._names = steps, names
        for place, (row, step) in enumerate(zip(self._rows, steps, strict=True)):
            row.show_step(step, place, len(steps), names[place])

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self.setAccessibleName(self.tr("Steps of the preparation"))
        self.setStatusTip(
            self.tr("Drag a step, or move it with Alt+Up and Alt+Down; Space switches it, Delete removes it")
        )
        for row in self._rows:
            row.retranslate()
        self.show_steps(self._steps, self._names)

    def restyle(self) -> None:
        """Takes on colours and font."""
        for row in self._rows:
            row.setFont(self.font())
            row.restyle()

    def _row(self, step: Step) -> StepRow:
        row = StepRow(step, self._inside)
        row.changed.connect(self._on_changed)
        row.moved.connect(self._on_moved)
        row.removed.connect(self._on_removed)
        row.columns_wanted.connect(self.columns_wanted)
        row.setFont(self.font())
        row.retranslate()
        row.restyle()
        self._column.insertWidget(self._column.count() - 1, row)
        return row

    def _on_changed(self, place: int, step: Step) -> None:
        self.steps_requested.emit((*self._steps[:place], step, *self._steps[place + 1 :]))

    def _on_moved(self, place: int, by: int) -> None:
        self._move(place, place + by)

    def _on_dropped(self, place: int, to: int) -> None:
        self._move(place, to)

    def _move(self, place: int, to: int) -> None:
        steps = list(self._steps)
        step = steps.pop(place)
        steps.insert(to, step)
        if tuple(steps) != self._steps:
            self.steps_requested.emit(tuple(steps))

    def _on_removed(self, place: int) -> None:
        self.steps_requested.emit(self._steps[:place] + self._steps[place + 1 :])


class _Ground(QWidget):
    """What the rows stand on: it knows which is dragged, and shows where it would go.

    Signals:
        dropped: the place of a row, and the one it shall have.
    """

    dropped = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[StepRow] = []
        self._pressed: tuple[int, QPoint] | None = None
        self._gap: int | None = None

    def _gap_at(self, y: int) -> int:
        return sum(row.geometry().center().y() < y for row in self.rows)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        place = next((p for p, row in enumerate(self.rows) if row.geometry().contains(at)), None)
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._pressed = place, at

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        at = event.position().toPoint()
        if self._gap is None and abs(at.y() - self._pressed[1].y()) < 6:
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._gap = self._gap_at(at.y())
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        pressed, gap = self._pressed, self._gap
        self._pressed = self._gap = None
        self.unsetCursor()
        self.update()
        if pressed is not None and gap is not None:
            place = pressed[0]
            self.dropped.emit(place, gap - (gap > place))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as p:
            p.fillRect(self.rect(), QColor(colors().panel))
            if self._gap is None or not self.rows:
                return
            if self._gap < len(self.rows):
                y = self.rows[self._gap].geometry().top() - 1
            else:
                y = self.rows[-1].geometry().bottom() + 2
            p.fillRect(QRect(4, y - 1, self.width() - 8, 3), QColor(colors().accent))
