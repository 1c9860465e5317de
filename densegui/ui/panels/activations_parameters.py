"""Sliders for the parameters of activation functions: drag to see the curve follow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

_STEPS: Final = 200
_ROW_WIDTH: Final = 215
_REACH: Final = 1e6


class NumberSlider(QWidget):
    """A number with a name, a slider and a field to type it exactly.

    Args:
        name: object name; the parts are called ``<name>Slider`` and ``<name>Value``.
        parent: of the widget.

    Signals:
        changed: a person chose another number (float); not emitted by ``show_number``.
    """

    changed = Signal(float)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._low, self._high = 0.0, 1.0
        self._label = QLabel(self)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setObjectName(f"{name}Slider")
        self._slider.setRange(0, _STEPS)
        self._slider.setMinimumWidth(40)
        self._field = NumberField(f"{name}Value", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._label)
        row.addWidget(self._slider, 1)
        row.addWidget(self._field)
        self._slider.valueChanged.connect(self._on_slid)
        self._field.valueChanged.connect(self._on_typed)

    @property
    def value(self) -> float:
        """The number shown."""
        return self._field.value()

    def show_number(self, text: str, value: float, low: float, high: float, hint: str) -> None:
        """Shows a name and a number; the slider reaches from low to high, and to the number."""
        self._label.setText(text)
        for part in (self._slider, self._field):
            part.setAccessibleName(text)
            part.setToolTip(hint)
        if not self._slider.isSliderDown():
            self._low, self._high = min(low, value), max(high, value)
        self._show(value)

    def _show(self, value: float) -> None:
        span = self._high - self._low
        for part in (self._slider, self._field):
            part.blockSignals(True)
        if value != self._field.value():
            self._field.setValue(value)
        self._slider.setValue(round((value - self._low) / span * _STEPS) if span else 0)
        for part in (self._slider, self._field):
            part.blockSignals(False)

    def _on_slid(self, place: int) -> None:
        # Rounded to a step that a person would type.
        value = round(self._low + (self._high - self._low) * place / _STEPS, 3)
        self._field.blockSignals(True)
        self._field.setValue(value)
        self._field.blockSignals(False)
        self.changed.emit(value)

    def _on_typed(self, value: float) -> None:
        self._show(value)
        self.changed.emit(value)


class NumberField(QDoubleSpinBox):
    """A number without trailing zeros; the step follows its size."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDecimals(6)
        self.setRange(-_REACH, _REACH)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setFixedWidth(58)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Four significant digits."""
        return self.locale().toString(value, "g", 4)


class ParameterRows(QWidget):
    """One slider for each parameter of the functions that are drawn.

    Signals:
        changed: the owner of the parameter as given, the parameter's name, the new number.
    """

    changed = Signal(str, str, float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("activationsParameters")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(2)
        self._columns = 1
        self._keys: list[tuple[str, str]] = []
        self._rows: list[NumberSlider] = []

    def show_rows(self, rows: list[tuple[str, str, str, float, float]]) -> None:
        """Shows (owner, parameter, text, value, default) of each; rows are made once and kept."""
        self._keys = [(owner, key) for owner, key, *_ in rows]
        while len(self._rows) < len(rows):
            row = NumberSlider(f"parameter{len(self._rows)}", self)
            row.changed.connect(self._on_changed)
            self._rows.append(row)
            self._arrange()
        hint = self.tr("Drag, use the arrow keys, or type a number; the curve follows")
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(rows))
            if index < len(rows):
                _, _, text, value, default = rows[index]
                row.show_number(text, value, 0.0, max(1.0, 3.0 * default), hint)
        self.setVisible(bool(rows))

    def _arrange(self) -> None:
        for index, row in enumerate(self._rows):
            self._grid.addWidget(row, index // self._columns, index % self._columns)

    def _on_changed(self, value: float) -> None:
        sender = self.sender()
        if isinstance(sender, NumberSlider) and sender in self._rows:
            self.changed.emit(*self._keys[self._rows.index(sender)], value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = max(1, min(3, self.width() // _ROW_WIDTH))
        if columns != self._columns:
            self._columns = columns
            self._arrange()
