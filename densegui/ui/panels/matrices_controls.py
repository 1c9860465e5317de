"""The row above the matrices: which minibatch, how samples stand, how large the cells are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from densegui.ui.panels.plotting import LineLabel


class MatricesControls(QWidget):
    """Orientation, minibatch and zoom.

    Signals:
        orientation_chosen(bool): whether samples shall stand in columns.
        turned(int): the minibatch before (−1) or after (1) is wanted.
        zoomed(int): cells one step larger (1) or smaller (−1).
    """

    orientation_chosen = Signal(bool)
    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matricesControls")
        self._orientation = QComboBox(self)
        self._orientation.setObjectName("matricesOrientation")
        self._orientation.addItems(["", ""])
        self._orientation.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._before = self._button("matricesPrevious", Qt.ArrowType.LeftArrow)
        self._after = self._button("matricesNext", Qt.ArrowType.RightArrow)
        self._smaller = self._button("matricesSmaller")
        self._larger = self._button("matricesLarger")
        self._status = LineLabel("matricesStatus", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self._orientation)
        row.addSpacing(4)
        row.addWidget(self._before)
        row.addWidget(self._after)
        row.addWidget(self._status, 1)
        row.addWidget(self._smaller)
        row.addWidget(self._larger)
        self._orientation.currentIndexChanged.connect(self._on_orientation)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._retranslate()
        self.offer(before=False, after=False)

    def show_orientation(self, in_columns: bool) -> None:
        """Shows how samples stand."""
        with QSignalBlocker(self._orientation):
            self._orientation.setCurrentIndex(int(in_columns))

    def offer(self, *, before: bool, after: bool) -> None:
        """Says whether there is a minibatch before and after the one that is shown."""
        self._before.setEnabled(before)
        self._after.setEnabled(after)

    def show_status(self, text: str, *, warns: bool = False) -> None:
        """Says which rows are shown, or that they are out of date."""
        if text != self._status.text():
            self._status.show_text(text, "warning" if warns else "muted", filled=warns)

    def _button(self, name: str, arrow: Qt.ArrowType = Qt.ArrowType.NoArrow) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setArrowType(arrow)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _retranslate(self) -> None:
        self._orientation.setItemText(0, self.tr("Samples in rows"))
        self._orientation.setItemText(1, self.tr("Samples in columns"))
        self._orientation.setAccessibleName(self.tr("How samples stand"))
        self._orientation.setToolTip(
            self.tr(
                "Samples in rows: Z = X·W + b; samples in columns: Z = (Xᵀ·W + Bᵀ)ᵀ. The numbers are the same"
            )
        )
        for button, name, tip in (
            (self._before, self.tr("Previous minibatch"), self.tr("Previous minibatch (Page Up)")),
            (self._after, self.tr("Next minibatch"), self.tr("Next minibatch (Page Down)")),
            (self._smaller, self.tr("Smaller cells"), self.tr("Smaller cells (−, or Ctrl and the wheel)")),
            (self._larger, self.tr("Larger cells"), self.tr("Larger cells (+, or Ctrl and the wheel)")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(tip)
        self._smaller.setText("−")
        self._larger.setText("+")

    def _on_orientation(self, index: int) -> None:
        self.orientation_chosen.emit(index == 1)

    def _on_before(self) -> None:
        self.turned.emit(-1)

    def _on_after(self) -> None:
        self.turned.emit(1)

    def _on_smaller(self) -> None:
        self.zoomed.emit(-1)

    def _on_larger(self) -> None:
        self.zoomed.emit(1)

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
