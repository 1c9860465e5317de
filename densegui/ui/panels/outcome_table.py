"""A truth table: of few rows every input with its output, such as XOR's four."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors

MOST_ROWS: Final = 16
MOST_COLUMNS: Final = 8
_SMALLEST: Final = 0.8  # of the small font, to which many rows in little room may shrink it


@dataclass(frozen=True, slots=True)
class Table:
    """What a truth table shows.

    Attributes:
        heads: of the columns.
        rows: a text for each column.
        inputs: how many columns are inputs.
        hidden: how many after them are outputs of hidden neurons.
        outputs: how many after those are outputs; the rest are labels.
        selected: the marked row, or None.
        wrong: rows whose output is not their label.
        exact: of each row the numbers with every digit.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    inputs: int
    hidden: int
    outputs: int
    selected: int | None
    wrong: frozenset[int]
    exact: tuple[tuple[str, ...], ...]

    @property
    def split(self) -> int:
        """The first column of the outputs."""
        return self.inputs + self.hidden


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
        if QFontMetricsF(self.font()).height() * 1.25 * rows + 8 <= self.height():
            return QFont(self.font())
        font = small_font(self.font())
        share = self._line() / QFontMetricsF(font).height()
        font.setPointSizeF(font.pointSizeF() * min(max(share, _SMALLEST), 1.0))
        return font

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

    def tip_at(self, point: QPointF) -> str:
        """What the column at this place is, and the number there with every digit; else how to choose."""
        column, row = int((point.x() - 8) / self._shown_width()), self._row_at(point)
        table = self.table
        if table is None or point.x() < 8 or column >= len(table.heads):
            return self.toolTip()
        text = self._explained(table, column)
        if row is not None and column < len(table.exact[row]):
            text = f"{text}\n{table.heads[column]} = {table.exact[row][column]}"
        return text

    def _explained(self, table: Table, column: int) -> str:
        translate = QCoreApplication.translate
        if column < table.inputs:
            return translate("OutcomeView", "input {number}: {name}").format(
                number=column, name=table.heads[column]
            )
        if column < table.split:
            text = translate("OutcomeView", "hidden neuron {number}: its output a")
            return text.format(number=column - table.inputs)
        if column < table.split + table.outputs:
            return translate("OutcomeView", "output neuron {number}: its output a").format(
                number=column - table.split
            )
        return translate("OutcomeView", "the label in the data")

    def _shown_width(self) -> float:
        """The width of a column where there may be less room than it wants."""
        heads = 1 if self.table is None else len(self.table.heads)
        return min(self._column_width(), (self.width() - 16) / max(heads, 1))

    def _row_at(self, point: QPointF) -> int | None:
        row = int((point.y() - 4) / self._line()) - 1
        return row if self.table is not None and 0 <= row < len(self.table.rows) else None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

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
        wide = self._shown_width()
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
                    is_output = number > 0 and 0 <= column - table.split < table.outputs
                    role = scheme.text if number else scheme.muted
                    p.setFont(bold if is_output else font)
                    p.setPen(QColor(scheme.warning if is_output and number - 1 in table.wrong else role))
                    room = QRectF(8 + column * wide, top, wide, line)
                    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, wide - 2)
                    p.drawText(room, Qt.AlignmentFlag.AlignCenter, said)
            p.setPen(QColor(scheme.border))
            left, split = 8.0, 8 + table.split * wide
            p.drawLine(QPointF(left, 4 + line), QPointF(left + wide * len(table.heads), 4 + line))
            p.drawLine(QPointF(split, 4), QPointF(split, 4 + line * (len(table.rows) + 1)))
            if self.hasFocus():
                p.setPen(QColor(scheme.accent))
                p.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -1.5, -1.5))
