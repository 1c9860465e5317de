"""The list of activation functions to draw beside the block's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QPushButton, QWidget

from densegui.engine import ACTIVATIONS

_COLUMNS = 3


class ComparePopup(QFrame):
    """A box for every entry of ``ACTIVATIONS``; it stays open while boxes are ticked.

    Signals:
        changed: the set of ticked names is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("activationsComparePopup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QGridLayout(self)
        self._boxes: dict[str, QCheckBox] = {}
        for place, (name, function) in enumerate(ACTIVATIONS.items()):
            box = QCheckBox(name, self)
            box.setObjectName(f"compare_{name}")
            box.setAccessibleName(name)
            box.setToolTip(function.formula)
            box.toggled.connect(self._on_toggled)
            layout.addWidget(box, place // _COLUMNS, place % _COLUMNS)
            self._boxes[name] = box
        self._clear = QPushButton(self)
        self._clear.setObjectName("compareNone")
        self._clear.clicked.connect(self._on_clear)
        layout.addWidget(self._clear, layout.rowCount(), 0, 1, _COLUMNS)
        self._retranslate()

    @property
    def names(self) -> tuple[str, ...]:
        """The ticked names, in the table's order."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activation functions to compare"))
        self._clear.setText(self.tr("Compare none"))
        self._clear.setAccessibleName(self.tr("Compare none"))
        self._clear.setToolTip(self.tr("Show the block's own function alone"))

    def _on_toggled(self) -> None:
        self.changed.emit()

    def _on_clear(self) -> None:
        for box in self._boxes.values():
            box.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
