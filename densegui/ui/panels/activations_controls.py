"""The controls of the activation panel: which block, what beside it, and how it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from densegui.engine import Model

_ARROW: Final = 32  # pixels of a combo box that are not for text


class BlockBar(QWidget):
    """Chooses a block, and opens the table of functions to compare it with.

    Signals:
        chosen: the place of the block that is wanted.
        compare_requested: the table is wanted.
    """

    chosen = Signal(int)
    compare_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._chooser = QComboBox(self)
        self._chooser.setObjectName("activationsBlock")
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(6)
        self._chooser.activated.connect(self.chosen)
        self._compare = tool_button("activationsCompare", self)
        self._compare.clicked.connect(self._on_compare)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._chooser, 1)
        row.addWidget(self._compare)
        self._retranslate()

    @property
    def button(self) -> QRect:
        """Where the button for the table is on the screen."""
        return QRect(self._compare.mapToGlobal(self._compare.rect().topLeft()), self._compare.size())

    def show_blocks(self, model: Model, index: int) -> None:
        """Lists the blocks with their functions, or by their names alone where that would be cut off."""
        items = [f"{n} · {layer.activation.name}" for n, layer in zip(model.names, model.layers, strict=True)]
        metrics = self._chooser.fontMetrics()
        if metrics.horizontalAdvance(items[index]) > self._chooser.width() - _ARROW:
            items = list(model.names)
        if items != [self._chooser.itemText(i) for i in range(self._chooser.count())]:
            self._chooser.clear()
            self._chooser.addItems(items)
        self._chooser.setCurrentIndex(index)

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._chooser.setAccessibleName(translate("ActivationsPanel", "Block"))
        self._chooser.setToolTip(translate("ActivationsPanel", "The block whose function is shown"))
        self._compare.setText(translate("ActivationsPanel", "Compare ▾"))
        self._compare.setAccessibleName(translate("ActivationsPanel", "Compare"))
        self._compare.setToolTip(
            translate("ActivationsPanel", "Draw other activation functions on the same plot")
        )

    def _on_compare(self) -> None:
        self.compare_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class Switches(QWidget):
    """Whether derivatives are drawn, and whether x reaches beyond the values.

    Signals:
        changed: one of them is switched.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._slopes = tool_button("activationsSlopes", self)
        self._wide = tool_button("activationsWide", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for switch in (self._slopes, self._wide):
            switch.setCheckable(True)
            row.addWidget(switch)
        self._wide.setChecked(True)
        for switch in (self._slopes, self._wide):
            switch.toggled.connect(self._on_toggled)
        self._retranslate()

    @property
    def slopes(self) -> bool:
        """Whether derivatives are drawn."""
        return self._slopes.isChecked()

    @property
    def wide(self) -> bool:
        """Whether x reaches from −5 to 5 at least."""
        return self._wide.isChecked()

    def _retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._wide.setText(translate("ActivationsPanel", "Wide"))
        self._wide.setAccessibleName(translate("ActivationsPanel", "Wide"))
        self._wide.setToolTip(
            translate("ActivationsPanel", "Show x from −5 to 5 at least, not only where this run's z lies")
        )
        self._slopes.setText("g′")
        self._slopes.setAccessibleName(translate("ActivationsPanel", "Derivative"))
        self._slopes.setToolTip(translate("ActivationsPanel", "Draw the derivative g′(x) too, dashed"))

    def _on_toggled(self) -> None:
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def tool_button(name: str, parent: QWidget) -> QToolButton:
    """A flat button that the keyboard reaches."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
