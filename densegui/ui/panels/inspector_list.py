"""The terms of a sum as a list: name, x, w, w·x and a bar each; only what is in sight is painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from densegui.ui.numbers import exact
from densegui.ui.panels.inspector_editor import NumberEditor
from densegui.ui.panels.inspector_keys import comes_first, is_held, rows_of
from densegui.ui.panels.inspector_rows import Look, bias_name, paint_list, row_text
from densegui.ui.panels.inspector_sheet import BIAS, NOTHING, SUM, Columns, Sheet, Terms, columns_of
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

_LEAST_EDITOR: Final = 70.0


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
        self._columns: Columns | None = None
        self._hovered = NOTHING
        self._pressed = NOTHING
        self._editor = NumberEditor(self.viewport(), self)
        self._editor.entered.connect(self.entered)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.retranslate()

    @property
    def terms(self) -> Terms | None:
        """What is shown."""
        return self._terms

    @property
    def sheet(self) -> Sheet:
        """Where the rows stand."""
        terms, size = self._terms, self.viewport().size()
        return Sheet(
            QFontMetricsF(small_font(self.font())).height() + 5,
            size.width(),
            size.height(),
            self.verticalScrollBar().value(),
            0 if terms is None else len(terms.order),
            terms is not None and terms.explanation.bias is not None,
        )

    @property
    def columns(self) -> Columns | None:
        """Where the columns stand."""
        return self._columns

    def show_terms(self, terms: Terms) -> None:
        """Shows other numbers; the list of another neuron begins at its top, or where its source is in sight.

        A number that is being typed stays while it is of the same neuron.
        """
        before, self._terms = self._terms, terms
        same = before is not None and _neuron(before) == _neuron(terms)
        if not same:
            self._editor.close_unheard()
            self.verticalScrollBar().setValue(0)
        self.setAccessibleDescription(
            "" if terms.source is None else self.row_text(terms.position_of(terms.source))
        )
        self._arrange()
        if before is None or not same or terms.source != before.source:
            self._reveal_source()

    def retranslate(self) -> None:
        """Says again what it is."""
        self.setAccessibleName(self.tr("Terms of the sum"))
        self.setStatusTip(
            self.tr(
                "Click a term, or choose it with ↑/↓ and press Enter, to see where its x comes from; "
                "double-click w or b (F2, B) to change it; ←/→ for other samples; Backspace back"
            )
        )
        self._editor.retranslate()
        self._arrange()

    def edit(self, row: int) -> None:
        """Opens the field for the weight of an input, or for the bias."""
        terms, columns = self._terms, self._columns
        if terms is None or terms.faded or columns is None:
            return
        value = terms.explanation.bias if row == BIAS else terms.explanation.weights[row]
        if value is None:
            return
        place = BIAS if row == BIAS else terms.position_of(row)
        if row != BIAS:
            self._reveal(place)
        left, wide = columns.product if row == BIAS else columns.weight
        room = max(wide, _LEAST_EDITOR)
        area = self.sheet.area(place)
        box = QRectF(max(left + wide - room, 0.0), area.top(), room, area.height())
        self._editor.open(row, box.toRect(), exact(value).replace("−", "-"), value.dtype.name)

    def row_text(self, row: int) -> str:
        """Every digit of a row: of a place in the list, of ``BIAS`` or of ``SUM``; else empty."""
        return "" if self._terms is None else row_text(self._terms, row)

    def _arrange(self) -> None:
        terms = self._terms
        if terms is None:
            return
        sheet, bar = self.sheet, self.verticalScrollBar()
        bar.setRange(0, max(0, round(sheet.count * sheet.line - sheet.room)))
        bar.setPageStep(max(round(sheet.room), 1))
        bar.setSingleStep(round(sheet.line))
        metrics = QFontMetricsF(small_font(self.font()))
        self._columns = columns_of(terms, self.viewport().width(), metrics, (bias_name(), "Σ = z"))
        self.viewport().update()

    def _reveal(self, row: int) -> None:
        """Scrolls as far as it takes to see a place of the list."""
        sheet, bar = self.sheet, self.verticalScrollBar()
        if row * sheet.line < bar.value():
            bar.setValue(int(row * sheet.line))
        elif (row + 1) * sheet.line > bar.value() + sheet.room:
            bar.setValue(int((row + 1) * sheet.line - sheet.room) + 1)

    def _reveal_source(self) -> None:
        if self._terms is not None and self._terms.source is not None:
            self._reveal(self._terms.position_of(self._terms.source))

    def _step(self, rows: int) -> None:
        """Lets another term stand out, so many rows further down."""
        terms = self._terms
        if terms is None:
            return
        now = -1 if terms.source is None else terms.position_of(terms.source)
        place = min(max(now + rows, 0), len(terms.order) - 1)
        self.source_requested.emit(int(terms.order[place]))

    def _on_scrolled(self) -> None:
        self._editor.close_unheard()
        self.viewport().update()

    def _on_key(self, key: int) -> bool:
        """Does what a key asks for; says whether it asked for anything."""
        terms = self._terms
        if terms is None:
            return False
        rows = rows_of(key, self.sheet)
        chosen = int(terms.order[0]) if terms.source is None else terms.source
        if rows is not None:
            self._step(rows)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.sample_stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.term_activated.emit(chosen)
        elif key in {Qt.Key.Key_F2, Qt.Key.Key_B}:
            self.edit(chosen if key == Qt.Key.Key_F2 else BIAS)
        elif key == Qt.Key.Key_Backspace:
            self.back_requested.emit()
        elif key == Qt.Key.Key_Space:
            self._read(terms.position_of(chosen))
        else:
            return False
        return True

    def _read(self, row: int) -> None:
        corner = self.sheet.area(row).bottomLeft().toPoint() + QPoint(20, 0)
        QToolTip.showText(self.viewport().mapToGlobal(corner), self.row_text(row), self)

    def _is_weight(self, at: QPointF) -> bool:
        left, wide = (0.0, 0.0) if self._columns is None else self._columns.weight
        return left <= at.x() < left + wide

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            is_link = row >= 0
            shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(320, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(4 * self.sheet.line))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._editor.close_unheard()
        self._arrange()
        self._reveal_source()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Takes its keys before the shortcuts of the window, among which F2 is."""
        if comes_first(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_held(event) or not self._on_key(event.key()):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.sheet.row_at(event.position()) if is_left else NOTHING

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, NOTHING
        if self._terms is None or pressed < 0 or pressed != self.sheet.row_at(event.position()):
            return
        term = int(self._terms.order[pressed])
        # A click on w chooses its term only, so that a double-click on it still finds it there.
        (self.source_requested if self._is_weight(event.position()) else self.term_activated).emit(term)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.sheet.row_at(event.position())
        if row == BIAS:
            self.edit(BIAS)
        elif self._terms is not None and row not in {NOTHING, SUM} and self._is_weight(event.position()):
            self.edit(int(self._terms.order[row]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(NOTHING if self._terms is None else self.sheet.row_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(NOTHING)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            row = self.sheet.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.row_text(row), self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as p:
            p.fillRect(self.viewport().rect(), QColor(colors().panel))
            if self._terms is not None and self._columns is not None:
                look = Look(self.font(), self._hovered, self.hasFocus(), self._terms.reach())
                paint_list(p, self._terms, self._columns, self.sheet, look)


def _neuron(terms: Terms) -> tuple[int, int, int]:
    return terms.explanation.place, terms.explanation.unit, len(terms.order)
