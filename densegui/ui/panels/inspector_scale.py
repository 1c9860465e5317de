"""The slider that scales what an initialiser draws."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLabel, QSlider, QWidget

from densegui.engine import Initializer
from densegui.ui.panels.inspector_promise import scale_of, scaled

_LEAST: Final = 1e-3
_DECADES: Final = 4
_STEPS: Final = 50  # of the slider in a decade
_LARGEST: Final = 1e6
_LEAST_NUMBER: Final = {"scale": 1e-6, "gain": -_LARGEST}  # of the names where it is not zero


class InitScale(QWidget):
    """One number of an initialiser, on a logarithmic slider from 0.001 to 10 and in a field for any.

    Signals:
        changed: the ``Initializer`` with the new scale, again and again while the slider is dragged.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorScale")
        self._init: Initializer | None = None
        self._label = QLabel(self)
        self._label.setObjectName("inspectorScaleName")
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setObjectName("inspectorScaleSlider")
        self._slider.setRange(0, _DECADES * _STEPS)
        self._slider.setPageStep(_STEPS // 2)
        self._box = _ScaleBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 2)
        row.addWidget(self._label)
        row.addWidget(self._slider, 1)
        row.addWidget(self._box)
        self._slider.valueChanged.connect(self._on_slid)
        self._box.valueChanged.connect(self._on_typed)
        self._retranslate()

    @property
    def views(self) -> tuple[QWidget, ...]:
        """All that writes in the panel's font."""
        return self._label, self._box

    def show_init(self, init: Initializer, *, given: bool) -> None:
        """Shows the scale of an initialiser; hides itself where there is none.

        Args:
            init: how the weights are drawn.
            given: whether the weights were given, so that no initialiser changes them.
        """
        self._init = init
        found = scale_of(init)
        self.setVisible(found is not None)
        if found is None:
            return
        name, value = found
        self._box.setMinimum(_LEAST_NUMBER.get(name, 0.0))
        self._label.setText(f"{init.name} {name}")
        for widget in (self._slider, self._box):
            widget.setEnabled(not given)
        if value != _value(self._slider.value()):
            with QSignalBlocker(self._slider):
                self._slider.setValue(_place(value))
        if value != self._box.value():
            with QSignalBlocker(self._box):
                self._box.setValue(value)

    def _tell(self, value: float) -> None:
        if self._init is not None:
            init = scaled(self._init, value)
            if init != self._init:
                self._init = init
                self.changed.emit(init)

    def _retranslate(self) -> None:
        self._slider.setAccessibleName(self.tr("Scale of the initial weights"))
        self._slider.setToolTip(
            self.tr("Drag to scale the weights that are drawn (logarithmic, 0.001 to 10)")
        )
        self._box.setAccessibleName(self.tr("Scale of the initial weights as a number"))
        self._box.setToolTip(self.tr("Any number; the arrow keys change it"))

    def _on_slid(self, place: int) -> None:
        with QSignalBlocker(self._box):
            self._box.setValue(_value(place))
        self._tell(_value(place))

    def _on_typed(self, value: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(_place(value))
        self._tell(value)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class _ScaleBox(QDoubleSpinBox):
    """A number without trailing zeros; the step follows its size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorScaleNumber")
        self.setDecimals(6)
        self.setRange(0.0, _LARGEST)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Six significant digits at most."""
        return self.locale().toString(value, "g", 6)


def _value(place: int) -> float:
    """The number of a place of the slider, to three digits."""
    return float(f"{_LEAST * 10 ** (place / _STEPS):.3g}")


def _place(value: float) -> int:
    if value <= _LEAST:
        return 0
    return min(round(math.log10(value / _LEAST) * _STEPS), _DECADES * _STEPS)
