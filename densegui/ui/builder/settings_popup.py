"""The pop-up with what a brick carries folded away: name, bias, parameters of activation and init."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from densegui.engine import INITIALIZERS, Activation, Dense, Initializer
from densegui.ui import theme
from densegui.ui.builder.choice_popup import ParameterBox
from densegui.ui.builder.popup import Popup

_FIELDS = ("activation", "init", "bias_init")
# Weights and bias may have the same initialiser; the activation stands for itself.
_OF_WHAT = {"activation": "", "init": "W: ", "bias_init": "b: "}


class SettingsPopup(Popup):
    """Edits the rarer fields of one layer; each change is told at once. Enter and Esc close.

    Signals:
        changed: field ("name", "use_bias", "bias_init", "activation" or "init") and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, layer: Dense, shown_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsPopup")
        self.setAccessibleName(self.tr("Settings of {name}").format(name=shown_name))
        self._values: dict[str, Activation | Initializer] = {
            field: getattr(layer, field) for field in _FIELDS
        }
        self._told_name = layer.name
        self._boxes: dict[str, dict[str, ParameterBox]] = {field: {} for field in _FIELDS}
        self._name = QLineEdit(layer.name or "")
        self._name.setPlaceholderText(shown_name if layer.name is None else "")
        self._use_bias = QCheckBox()
        self._use_bias.setChecked(layer.use_bias)
        self._bias_init = QComboBox()
        self._bias_init.addItems(list(INITIALIZERS))
        self._bias_init.setCurrentText(layer.bias_init.name)
        self._fault = QLabel()
        self._form = QFormLayout()
        self._build()
        self._connect()
        self._enable_bias()

    def _build(self) -> None:
        self._add(self._name, "settingsName", self.tr("Name"), self.tr("What the block is called"))
        self._add(self._use_bias, "settingsUseBias", self.tr("Use bias"), self.tr("Adds b: z = x·W + b"))
        self._add_boxes("activation")
        self._add_boxes("init")
        self._add(
            self._bias_init, "settingsBiasInit", self.tr("Bias init"), self.tr("How the bias b is drawn")
        )
        self._add_boxes("bias_init")
        self._fault.setObjectName("settingsFault")
        self._fault.setWordWrap(True)
        palette = self._fault.palette()
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
            palette.setColor(role, QColor(theme.colors().warning))
        self._fault.setPalette(palette)
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(self._form)
        layout.addWidget(self._fault)

    def _add(self, field: QWidget, name: str, label: str, tip: str) -> None:
        field.setObjectName(name)
        field.setAccessibleName(label)
        field.setToolTip(tip)
        field.installEventFilter(self)
        self._form.addRow(label, field)

    def _add_boxes(self, field: str) -> None:
        """A row for each parameter of an activation or initialiser."""
        value = self._values[field]
        for parameter, number in value.parameters:
            box = ParameterBox(parameter, number)
            box.setObjectName(f"{field}.{parameter}")
            label = f"{_OF_WHAT[field]}{value.name} {parameter}"
            box.setAccessibleName(label)
            box.setProperty("field", field)
            box.installEventFilter(self)
            box.valueChanged.connect(self._on_parameter_changed)
            self._form.addRow(label, box)
            self._boxes[field][parameter] = box

    def _connect(self) -> None:
        self._name.editingFinished.connect(self._on_name_edited)
        self._use_bias.toggled.connect(self._on_use_bias)
        self._bias_init.currentTextChanged.connect(self._on_bias_init)

    def _enable_bias(self) -> None:
        for widget in (self._bias_init, *self._boxes["bias_init"].values()):
            widget.setEnabled(self._use_bias.isChecked())

    def _on_name_edited(self) -> None:
        name = self._name.text().strip() or None
        if name != self._told_name and not self._given_up:
            self._told_name = name
            self.changed.emit("name", name)

    def _on_use_bias(self, on: bool) -> None:
        self._enable_bias()
        self.changed.emit("use_bias", on)

    def _on_bias_init(self, name: str) -> None:
        for box in self._boxes["bias_init"].values():
            self._form.removeRow(box)
        self._boxes["bias_init"].clear()
        self._values["bias_init"] = Initializer(name)
        self._add_boxes("bias_init")
        self.adjustSize()
        self.changed.emit("bias_init", self._values["bias_init"])

    def _on_parameter_changed(self) -> None:
        sender = self.sender()
        if self._given_up or sender is None:
            return
        field = str(sender.property("field"))
        before = self._values[field]
        numbers = {name: box.value() for name, box in self._boxes[field].items()}
        try:
            value = type(before)(before.name, **numbers)
        except ValueError as error:
            self._fault.setText(self.tr("Not applied: {reason}").format(reason=error))
            self._fault.show()
            self.adjustSize()
            return
        self._fault.hide()
        if value != before:
            self._values[field] = value
            self.changed.emit(field, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter applies what is typed and closes."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter:
            if isinstance(watched, ParameterBox):
                watched.interpretText()
            elif watched is self._name:
                self._on_name_edited()
            if self._fault.isHidden():
                self.close()
            return True
        return super().eventFilter(watched, event)
