"""MatricesView: the matrices, the sum beneath them, and the scroll bars of their axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSignalBlocker, Qt
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from densegui.ui.panels.matrices_canvas import MatricesCanvas
from densegui.ui.panels.matrices_layout import BAR
from densegui.ui.panels.matrices_sum_view import MatricesSum
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.ui.panels.matrices_product import Axis, Kind

_AWAY: Final = 3


class AxisBar(QScrollBar):
    """Scrolls one axis of the matrices.

    Args:
        canvas: whose cells it scrolls.
        kind: the matrix beside which it stands.
        orientation: horizontal below its columns, vertical right of its rows.
        parent: whose child it is.
    """

    def __init__(
        self, canvas: MatricesCanvas, kind: str, orientation: Qt.Orientation, parent: QWidget
    ) -> None:
        super().__init__(orientation, parent)
        self.setObjectName(f"matrices{kind.capitalize()}Bar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.restyle()
        self._canvas = canvas
        self._axis: Axis = "one"
        self.valueChanged.connect(self._on_value_changed)

    def show_axis(self, axis: Axis, seen: int, place: QRect) -> None:
        """Stands where its axis is; hidden where all of it is seen."""
        board = self._canvas.board
        self._axis = axis
        most = 0 if board is None else board.scrolls[axis]
        with QSignalBlocker(self):
            self.setRange(0, most)
            self.setPageStep(max(seen, 1))
            self.setValue(self._canvas.offsets.get(axis, 0))
        self.setGeometry(place)
        self.setVisible(most > 0)

    def restyle(self) -> None:
        """Takes the colours in force; a thin handle alone, as the bar stands amid the matrices."""
        now = colors()
        self.setStyleSheet(
            f"QScrollBar {{ background: {now.raised}; border: none; border-radius: 4px; }}"
            f"QScrollBar::handle {{ background: {now.plate}; border-radius: 4px; }}"
            f"QScrollBar::handle:hover {{ background: {now.muted}; }}"
            "QScrollBar::handle:horizontal { min-width: 12px; }"
            "QScrollBar::handle:vertical { min-height: 12px; }"
            "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
        )

    def _on_value_changed(self, value: int) -> None:
        self._canvas.scroll_to(self._axis, value)


class MatricesView(QWidget):
    """Canvas and sum, which are the picture; the bars lie over the canvas and are no part of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matricesView")
        self.picture = QWidget(self)
        self.picture.setObjectName("matricesPicture")
        self.canvas = MatricesCanvas(self.picture)
        self.sum = MatricesSum(self.picture)
        column = QVBoxLayout(self.picture)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.sum)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.picture)
        sideways, upright = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self._left = AxisBar(self.canvas, "left", sideways, self)
        self._top = AxisBar(self.canvas, "top", upright, self)
        self._columns = AxisBar(self.canvas, "columns", sideways, self)
        self._rows = AxisBar(self.canvas, "rows", upright, self)
        self.canvas.moved.connect(self._on_moved)

    def restyle(self) -> None:
        """Takes the colours in force."""
        for bar in (self._left, self._top, self._columns, self._rows):
            bar.restyle()
        self.canvas.update()
        self.sum.update()

    def retranslate(self) -> None:
        """Names everything in the language in force."""
        self.canvas.setAccessibleName(self.tr("Matrices X, W, b, Z and A"))
        self.canvas.setStatusTip(
            self.tr(
                "Point at a cell of Z to see its sum; click or use the arrow keys to select it; "
                "Space tells every digit; +, − or Ctrl+wheel zoom, F fits; "
                "Page Up and Page Down change the minibatch"
            )
        )
        self.sum.setAccessibleName(self.tr("The sum behind the cell"))
        self._left.setAccessibleName(self.tr("Scroll the inner dimension"))
        self._top.setAccessibleName(self.tr("Scroll the inner dimension"))
        self._columns.setAccessibleName(self.tr("Scroll the columns of Z and A"))
        self._rows.setAccessibleName(self.tr("Scroll the rows of Z and A"))
        for bar in (self._left, self._top, self._columns, self._rows):
            bar.setToolTip(bar.accessibleName())

    def _on_moved(self) -> None:
        scene = self.canvas.scene()
        if scene is None:
            for bar in (self._left, self._top, self._columns, self._rows):
                bar.hide()
            return
        product, board = scene.product, scene.board
        rows, inner = product.axes(product.left)
        columns = product.axes("z")[1]
        panes = board.panes
        thick = BAR - _AWAY
        seen = min(panes[product.left].columns, panes[product.top].rows)

        def below(kind: Kind) -> QRect:
            area = scene.area(kind)
            return QRect(area.left(), area.bottom() + _AWAY, area.width() + 1, thick)

        def beside(kind: Kind) -> QRect:
            area = scene.area(kind)
            return QRect(area.right() + _AWAY, area.top(), thick, area.height() + 1)

        self._left.show_axis(inner, seen, below(product.left))
        self._top.show_axis(inner, seen, beside(product.top))
        self._columns.show_axis(columns, panes["z"].columns, below("z"))
        self._rows.show_axis(rows, panes["z"].rows, beside("a"))
