"""A form for the numbers that random and toy data are made with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from densegui.data.toy import Parameter
from densegui.ui.dialogs.data_kinds import captions

Field = QSpinBox | QDoubleSpinBox
_WHOLE = frozenset({"rows", "features", "width", "height", "squares", "seed"})


class _Number(QDoubleSpinBox):
    """Shows no more digits than the number has."""

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        return f"{value:.10g}"


class ParameterForm(QWidget):
    """One field for each parameter; only those that the kind in force has are shown.

    Signals:
        changed: a number is another one.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, Field] = {}
        self._shown: tuple[str, ...] = ()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, (caption, tip) in captions().items():
            field: Field = QSpinBox() if name in _WHOLE else _Number()
            field.setObjectName(name)
            field.setAccessibleName(caption)
            field.setToolTip(tip)
            field.setGroupSeparatorShown(isinstance(field, QSpinBox))
            if isinstance(field, QDoubleSpinBox):
                field.setLocale(QLocale.c())
                field.setDecimals(4)
                field.setSingleStep(0.05 if name == "noise" else 0.1)
            self._fields[name] = field
            self._form.addRow(caption, field)
            field.valueChanged.connect(self._on_changed)

    def show_parameters(self, parameters: Sequence[Parameter], values: Mapping[str, float]) -> None:
        """Shows the fields of these parameters, with values or their defaults."""
        self._shown = tuple(parameter.name for parameter in parameters)
        for name, field in self._fields.items():
            self._form.setRowVisible(field, name in self._shown)
        for parameter in parameters:
            self._set(self._fields[parameter.name], parameter, values.get(parameter.name, parameter.default))

    def reserve(self, rows: int) -> None:
        """Keeps room for so many fields, so that what stands above does not jump."""
        tall = next(iter(self._fields.values())).sizeHint().height()
        self.setMinimumHeight(rows * tall + (rows - 1) * self._form.verticalSpacing())

    def set_value(self, name: str, value: float) -> None:
        """Sets a field, as a person would."""
        field = self._fields[name]
        field.setValue(int(value) if isinstance(field, QSpinBox) else value)  # type: ignore[arg-type]  # narrowed

    def values(self) -> dict[str, float]:
        """Parameter → number, of what is shown."""
        return {name: self._fields[name].value() for name in self._shown}

    @staticmethod
    def _set(field: Field, parameter: Parameter, value: float) -> None:
        field.blockSignals(True)
        if isinstance(field, QSpinBox):
            field.setRange(int(parameter.least), int(parameter.most))
            field.setValue(int(value))
        else:
            field.setRange(parameter.least, parameter.most)
            field.setValue(value)
        field.blockSignals(False)

    def _on_changed(self) -> None:
        self.changed.emit()
