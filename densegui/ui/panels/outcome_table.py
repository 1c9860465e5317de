"""A truth table: of few rows every input with its output, such as XOR's four."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors

MOST_ROWS: Final = 16
MOST_COLUMNS: Final = 8


@dataclass(frozen=True, slots=True)
class Table:
    """What a truth table shows.

    Attributes:
        heads: of the columns.
        rows: a text for each column.
        inputs: how many columns are inputs, or between them and the outputs.
        outputs: how many columns after them are outputs; the rest are labels.
        selected: the marked row, or None.
        wrong: rows whose output is not their label.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    inputs: int
    outputs: int
    selected: int | None
    wrong: frozenset[int] = frozenset()


class TruthTable(QWidget):
    """Rows that are chosen by click and arrow keys.

    Signals:
        chosen: number of the row.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outcomeTable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.table: Table | None = None

    def show_table(self, table: Table) -> None:
        """Shows another table."""
        before, self.table = self.table, table
        if before is None or before.heads != table.heads:
            self.updateGeometry()
        self.setAccessibleDescription(
            ". ".join(
                ", ".join(f"{head} {text}" for head, text in zip(table.heads, row, strict=True))
                for row in table.rows
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        if self.table is None:
            return QSize(60, 60)
        wide = self._column_width() * len(self.table.heads) + 16
        return QSize(round(wide), round(self._line() * (len(self.table.rows) + 1) + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 200), 60)

    def _font(self) -> QFont:
        """The panel's font, smaller where the rows would not fit."""
        rows = 1 if self.table is None else len(self.table.rows) + 1
        roomy = QFontMetricsF(self.font()).height() * 1.25 * rows + 8 <= self.height()
        return QFont(self.font()) if roomy else small_font(self.font())

    def _line(self) -> float:
        rows = 1 if self.table is None else len(self.table.rows) + 1
        best = QFontMetricsF(self.font()).height() * 1.5
        return min(best, max(self.height() - 8, 1) / rows)

    def _column_width(self) -> float:
        if self.table is None:
            return 1.0
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(bold)
        texts = [*self.table.heads, *(text for row in self.table.rows for text in row)]
        return max(metrics.horizontalAdvance(text) for text in texts) + 16

    def _row_at(self, point: QPointF) -> int | None:
        row = int((point.y() - 4) / self._line()) - 1
        return row if self.table is not None and 0 <= row < len(self.table.rows) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self.chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or self.table is None:
            super().keyPressEvent(event)
            return
        row = 0 if self.table.selected is None else self.table.selected + step
        if 0 <= row < len(self.table.rows):
            self.chosen.emit(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        table = self.table
        if table is None:
            return
        scheme, line = colors(), self._line()
        wide = min(self._column_width(), (self.width() - 16) / max(len(table.heads), 1))
        font = self._font()
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(bold)
        with QPainter(self) as p:
            for number, row in enumerate((table.heads, *table.rows)):
                top = 4 + number * line
                if number and table.selected == number - 1:
                    ground = QRectF(4, top, wide * len(row) + 8, line)
                    p.fillRect(ground, blend(QColor(scheme.accent), 0.18))
                for column, text in enumerate(row):
                    is_output = number > 0 and 0 <= column - table.inputs < table.outputs
                    role = scheme.text if number else scheme.muted
                    p.setFont(bold if is_output else font)
                    p.setPen(QColor(scheme.warning if is_output and number - 1 in table.wrong else role))
                    room = QRectF(8 + column * wide, top, wide, line)
                    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - 2)
                    p.drawText(room, Qt.AlignmentFlag.AlignCenter, said)
            p.setPen(QColor(scheme.border))
            left, split = 8.0, 8 + table.inputs * wide
            p.drawLine(QPointF(left, 4 + line), QPointF(left + wide * len(table.heads), 4 + line))
            p.drawLine(QPointF(split, 4), QPointF(split, 4 + line * (len(table.rows) + 1)))
            if self.hasFocus():
                p.setPen(QColor(scheme.accent))
                p.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5))
