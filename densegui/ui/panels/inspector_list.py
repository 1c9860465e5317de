"""The terms of a sum as a list: name, x, w, w·x and a bar each; only what is in sight is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from densegui.ui.numbers import short
from densegui.ui.panels.inspector_editor import NumberEditor
from densegui.ui.panels.inspector_formulas import exact
from densegui.ui.panels.inspector_rows import (
    BIAS,
    NOTHING,
    SUM,
    Columns,
    Terms,
    columns_of,
    paint_bar,
    paint_cell,
)
from densegui.ui.panels.plotting import blend, small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from typing import Any


class TermList(QAbstractScrollArea):
    """Rows of terms, with the bias and the sum beneath them.

    Arrow keys choose a term or step through the samples, Enter goes back to the chosen term's neuron, F2
    and B change its weight and the bias, Space reads every digit.

    Signals:
        term_activated: the input whose own numbers are wanted.
        source_requested: the input that shall stand out.
        entered: input and its new weight, or ``BIAS`` and the new bias.
        sample_stepped: −1 or 1.
        back_requested: the neuron before is wanted.
    """

    term_activated = Signal(int)
    source_requested = Signal(int)
    entered = Signal(int, float)
    sample_stepped = Signal(int)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorTerms")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._terms: Terms | None = None
        self._reach = (0.0, 0.0)
        self._columns: Columns | None = None
        self._hovered = NOTHING
        self._pressed = NOTHING
        self._editor = NumberEditor(self.viewport())
        self._editor.entered.connect(self.entered)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.retranslate()

    @property
    def terms(self) -> Terms | None:
        """What is shown."""
        return self._terms

    @property
    def full_height(self) -> int:
        """The height at which no row is out of sight."""
        rows = 0 if self._terms is None else len(self._terms.order)
        return round(self._line() * (1 + rows + self._pins())) + 4

    def show_terms(self, terms: Terms) -> None:
        """Shows other numbers; a number that is being typed stays."""
        before, self._terms = self._terms, terms
        same = before is not None and len(before.order) == len(terms.order)
        if not same:
            self._editor.hide()
        self._reach = terms.reach()
        self._arrange()
        if terms.source is not None and (before is None or terms.source != before.source or not same):
            self._reveal(self._position_of(terms.source))

    def retranslate(self) -> None:
        """Says again what it is."""
        self.setAccessibleName(self.tr("Terms of the sum"))
        self._hint = self.tr(
            "Click a term, or choose it with ↑/↓ and press Enter, to see where its x comes from; "
            "double-click w or b (F2, B) to change it; ←/→ the sample before or after; Backspace back"
        )
        self.setStatusTip(self._hint)
        self._editor.retranslate()
        self.viewport().update()

    def edit(self, row: int) -> None:
        """Opens the field for the weight of an input, or for the bias."""
        terms = self._terms
        if terms is None or terms.faded or self._columns is None:
            return
        numbers = terms.explanation
        if row == BIAS and numbers.bias is None:
            return
        if row != BIAS:
            self._reveal(self._position_of(row))
        value = numbers.bias if row == BIAS else numbers.weights[row]
        place = self._columns.product if row == BIAS else self._columns.weight
        area = self._row_area(BIAS if row == BIAS else self._position_of(row))
        wide = max(place[1], 70.0)
        box = QRectF(place[0] + place[1] - wide, area.top(), wide, area.height())
        self._editor.open(row, box.toRect(), exact(value).replace("−", "-"))  # type: ignore[arg-type] # not None here

    def row_text(self, row: int) -> str:
        """Every digit of a row: of a place in the list, of ``BIAS`` or of ``SUM``."""
        terms = self._terms
        if terms is None or row == NOTHING:
            return ""
        numbers = terms.explanation
        if row == BIAS and numbers.bias is not None:
            return self.tr("bias b = {value}\nDouble-click or B to change it").format(
                value=exact(numbers.bias)
            )
        if row < 0:
            return f"z = {exact(numbers.z)}"
        term = int(terms.order[row])
        return self.tr(
            "{name}\nx = {x}\nw = {w}\nw·x = {product}\nClick: where does this x come from?\n"
            "Double-click w to change it"
        ).format(
            name=terms.names[term],
            x=exact(numbers.x[term]),
            w=exact(numbers.weights[term]),
            product=exact(numbers.products[term]),
        )

    def row_at(self, at: QPointF) -> int:
        """The place in the list, ``BIAS``, ``SUM`` or ``NOTHING`` at a point of the viewport."""
        if self._terms is None:
            return NOTHING
        for row in (BIAS, SUM):
            if self._row_area(row).contains(at):
                return row
        if not self._line() <= at.y() < self._foot():
            return NOTHING
        row = int((at.y() - self._line() + self.verticalScrollBar().value()) // self._line())
        return row if row < len(self._terms.order) else NOTHING

    def _line(self) -> float:
        return QFontMetricsF(self._font()).height() + 5

    def _font(self) -> Any:
        return small_font(self.font())

    def _pins(self) -> int:
        return 2 if self._terms is not None and self._terms.explanation.bias is not None else 1

    def _foot(self) -> float:
        """Where the terms end and bias and sum begin."""
        assert self._terms is not None
        line = self._line()
        room = self.viewport().height() - self._pins() * line - 2
        return max(min(line * (1 + len(self._terms.order)), room), line)

    def _row_area(self, row: int) -> QRectF:
        """Where a row stands in the viewport."""
        line, wide = self._line(), float(self.viewport().width())
        if row == BIAS:
            return QRectF(0, self._foot() + 1, wide, line if self._pins() == 2 else 0.0)
        if row == SUM:
            return QRectF(0, self._foot() + 1 + line * (self._pins() - 1), wide, line)
        return QRectF(0, line * (1 + row) - self.verticalScrollBar().value(), wide, line)

    def _position_of(self, term: int) -> int:
        assert self._terms is not None
        return int(np.flatnonzero(self._terms.order == term)[0])

    def _arrange(self) -> None:
        terms = self._terms
        if terms is None:
            return
        line = self._line()
        bar = self.verticalScrollBar()
        room = self._foot() - line
        bar.setRange(0, max(0, round(len(terms.order) * line - room)))
        bar.setPageStep(max(round(room), 1))
        bar.setSingleStep(round(line))
        metrics = QFontMetricsF(self._font())
        self._columns = columns_of(terms, self.viewport().width(), metrics, [self.tr("bias b"), "Σ = z"])
        self.viewport().update()

    def _reveal(self, row: int) -> None:
        """Scrolls as far as it takes to see a place of the list."""
        line, bar = self._line(), self.verticalScrollBar()
        room = self._foot() - line
        if row * line < bar.value():
            bar.setValue(int(row * line))
        elif (row + 1) * line > bar.value() + room:
            bar.setValue(int((row + 1) * line - room) + 1)

    def _step(self, rows: int) -> None:
        """Lets another term stand out, so many rows further down."""
        terms = self._terms
        if terms is None or not len(terms.order):
            return
        now = -1 if terms.source is None else self._position_of(terms.source)
        place = min(max(now + rows, 0), len(terms.order) - 1)
        self.source_requested.emit(int(terms.order[place]))

    def _on_scrolled(self) -> None:
        self._editor.hide()
        self.viewport().update()

    def _on_key(self, key: int) -> bool:
        terms = self._terms
        if terms is None:
            return False
        page = max(int((self._foot() - self._line()) / self._line()), 1)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -len(terms.order),
            Qt.Key.Key_End: len(terms.order),
        }
        chosen = int(terms.order[0]) if terms.source is None else terms.source
        if key in steps:
            self._step(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.sample_stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.term_activated.emit(chosen)
        elif key == Qt.Key.Key_F2:
            self.edit(chosen)
        elif key == Qt.Key.Key_B:
            self.edit(BIAS)
        elif key == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        elif key == Qt.Key.Key_Space:
            row = self._position_of(chosen)
            corner = self._row_area(row).bottomLeft().toPoint() + QPoint(20, 0)
            QToolTip.showText(self.viewport().mapToGlobal(corner), self.row_text(row), self)
        else:
            return False
        return True

    def _is_weight(self, at: QPointF) -> bool:
        assert self._columns is not None
        left, wide = self._columns.weight
        return left <= at.x() < left + wide

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            hand = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            self.viewport().update()

    def _paint_row(self, p: QPainter, row: int) -> None:
        terms, columns = self._terms, self._columns
        assert terms is not None
        assert columns is not None
        area, scheme = self._row_area(row), colors()
        term = int(terms.order[row])
        if term == terms.source:
            p.fillRect(area, blend(QColor(scheme.accent), 0.18))
        elif row == self._hovered:
            p.fillRect(area, QColor(scheme.raised))
        numbers = terms.explanation
        ink = QColor(scheme.muted if terms.faded else scheme.text)
        p.setPen(ink)
        paint_cell(p, columns.name, area, terms.names[term], right=False)
        product = float(numbers.products[term])
        for place, value in (
            (columns.x, float(numbers.x[term])),
            (columns.weight, float(numbers.weights[term])),
            (columns.product, product),
        ):
            p.setPen(ink if np.isfinite(value) else QColor(scheme.warning))
            paint_cell(p, place, area, short(value))
        paint_bar(p, columns.bar, area, product, self._reach, faded=terms.faded)

    def _paint_foot(self, p: QPainter) -> None:
        terms, columns = self._terms, self._columns
        assert terms is not None
        assert columns is not None
        scheme, numbers = colors(), terms.explanation
        foot = self._foot()
        p.fillRect(
            QRectF(0, foot, self.viewport().width(), self.viewport().height() - foot), QColor(scheme.panel)
        )
        p.setPen(QColor(scheme.muted if terms.faded else scheme.text))
        if numbers.bias is not None:
            area = self._row_area(BIAS)
            paint_cell(p, columns.name, area, self.tr("bias b"), right=False)
            paint_cell(p, columns.product, area, short(float(numbers.bias)))
            paint_bar(p, columns.bar, area, float(numbers.bias), self._reach, faded=terms.faded)
        area = self._row_area(SUM)
        p.setPen(QPen(QColor(scheme.muted), 1))
        p.drawLine(QPointF(columns.name[0], area.top()), QPointF(sum(columns.product) - 2, area.top()))
        p.setFont(small_font(self.font(), bold=True))
        p.setPen(QColor(scheme.muted if terms.faded else scheme.text))
        paint_cell(p, columns.name, area, "Σ = z", right=False)
        paint_cell(p, columns.product, area, short(float(numbers.z)))

    def _paint_head(self, p: QPainter) -> None:
        terms, columns = self._terms, self._columns
        assert terms is not None
        assert columns is not None
        area = QRectF(0, 0, self.viewport().width(), self._line())
        p.fillRect(area, QColor(colors().panel))
        p.setPen(QColor(colors().muted))
        paint_cell(p, columns.name, area, terms.source_title, right=False)
        for place, text in ((columns.x, "x"), (columns.weight, "w"), (columns.product, "w·x")):
            paint_cell(p, place, area, text)
        p.setPen(QPen(QColor(colors().border), 1))
        p.drawLine(area.bottomLeft(), area.bottomRight())

    def sizeHint(self) -> QSize:
        return QSize(320, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, round(4 * self._line()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._editor.hide()
        self._arrange()
        if self._terms is not None and self._terms.source is not None:
            self._reveal(self._position_of(self._terms.source))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held or not self._on_key(event.key()):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = (
            self.row_at(event.position()) if event.button() == Qt.MouseButton.LeftButton else NOTHING
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, NOTHING
        if self._terms is None or pressed < 0 or pressed != self.row_at(event.position()):
            return
        term = int(self._terms.order[pressed])
        # A click on w chooses its term only, so that a double-click on it still finds it there.
        (self.source_requested if self._is_weight(event.position()) else self.term_activated).emit(term)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if self._terms is None or row in {NOTHING, SUM}:
            return
        if row == BIAS:
            self.edit(BIAS)
        elif self._is_weight(event.position()):
            self.edit(int(self._terms.order[row]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(NOTHING)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.row_text(self.row_at(QPointF(event.pos()))), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as p:
            p.fillRect(self.viewport().rect(), QColor(colors().panel))
            if self._terms is None or self._columns is None:
                return
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setFont(self._font())
            line = self._line()
            first = int(self.verticalScrollBar().value() / line)
            last = int((self.verticalScrollBar().value() + self._foot() - line) / line)
            for row in range(first, min(last + 1, len(self._terms.order))):
                self._paint_row(p, row)
            self._paint_foot(p)
            self._paint_head(p)
