"""One step of the preparation as a row: switched, read, changed in place, moved and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from densegui.ui.icons import icon
from densegui.ui.panels import data_step_words as words
from densegui.ui.panels.data_step_fields import ChoiceField, Field, LinkField, NumberField
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data.steps import Step

_FIRST = 2  # where in the row its sentence begins


class StepRow(QFrame):
    """A sentence with a field in place of each parameter.

    Signals:
        changed: this row's place, and the step it shall be.
        moved: this row's place, and −1 or 1.
        removed: this row's place.
        columns_wanted: features shall be chosen among the columns.
    """

    changed = Signal(int, object)
    moved = Signal(int, int)
    removed = Signal(int)
    columns_wanted = Signal()

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataStep")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._step = step
        self._place = 0
        self._fields: dict[str, Field] = {}
        self._grip = QLabel("⠿", self)
        self._grip.setObjectName("dataStepGrip")
        self._grip.setCursor(Qt.CursorShape.OpenHandCursor)
        self._box = QCheckBox(self)
        self._box.setObjectName("dataStepEnabled")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 1, 2, 1)
        self._row.setSpacing(4)
        self._row.addWidget(self._grip)
        self._row.addWidget(self._box)
        self._row.addStretch(1)
        self._words: list[QLabel] = []
        self._up = self._button("dataStepUp")
        self._down = self._button("dataStepDown")
        self._gone = self._button("dataStepRemove")
        self._box.toggled.connect(self._on_toggled)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._gone.clicked.connect(self._on_gone)

    @property
    def step(self) -> Step:
        """What the row shows."""
        return self._step

    def show_step(self, step: Step, place: int, count: int, names: Sequence[str]) -> None:
        """Shows a step of the row's kind.

        Args:
            step: what is shown.
            place: where it stands, from 0.
            count: how many steps there are.
            names: the features there are before it; empty where they are not known.
        """
        self._step, self._place = step, place
        with QSignalBlocker(self._box):
            self._box.setChecked(step.enabled)
        self._box.setText(f"{place + 1}.")
        for name, field in self._fields.items():
            field.show_value(getattr(step, name), names)
            field.setEnabled(step.enabled)
        for label in self._words:
            label.setEnabled(step.enabled)
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place < count - 1)
        said = words.in_words(step, names)
        self.setAccessibleName(f"{place + 1}. {said}")
        self.setToolTip(f"{said}\n{words.tip(step)}")

    def retranslate(self) -> None:
        """Says everything in the language in force; ``show_step`` follows."""
        self._write()
        for widget, name in (
            (self._box, self.tr("Do this step")),
            (self._up, self.tr("Move the step up (Alt+Up)")),
            (self._down, self.tr("Move the step down (Alt+Down)")),
            (self._gone, self.tr("Remove the step (Delete)")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        self._grip.setToolTip(self.tr("Drag to move the step"))

    def restyle(self) -> None:
        """Takes on colours and font."""
        for widget in (self._grip, self._box, *self._words, *self._fields.values()):
            widget.setFont(self.font())
        for field in self._fields.values():
            field.restyle()
        scheme = colors()
        self.setStyleSheet(f"QFrame#dataStep:focus {{ background: {scheme.run}; border-radius: 4px; }}")
        self._up.setIcon(icon("up"))
        self._down.setIcon(icon("down"))
        self._gone.setIcon(icon("remove"))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._row.addWidget(button)
        return button

    def _write(self) -> None:
        """Puts the words and fields of the sentence between the box and the buttons."""
        for old in (*self._words, *self._fields.values()):
            old.setParent(None)
            old.deleteLater()
        self._words, self._fields = [], {}
        for place, part in enumerate(words.parts(words.sentence(self._step)), _FIRST):
            widget: QWidget
            if part.is_parameter:
                widget = self._fields[part.text] = self._field(part.text)
            else:
                widget = self._label(part.text)
            self._row.insertWidget(place, widget)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("dataStepWords")
        label.setFont(self.font())
        self._words.append(label)
        return label

    def _field(self, parameter: str) -> Field:
        if parameter == "columns":
            link = LinkField(parameter, self)
            link.pressed_for.connect(self._on_columns)
            return link
        field: Field
        if parameter in {"how", "order"}:
            field = ChoiceField(parameter, list(words.choices(parameter).items()), self)
        elif parameter == "column":
            field = ChoiceField(parameter, [], self)
        else:
            field = NumberField(parameter, self)
        field.entered.connect(self._on_entered)
        field.setFont(self.font())
        return field

    def _on_entered(self, parameter: str, value: Any) -> None:
        step = words.changed(self._step, parameter, value)
        if step == self._step:
            self._fields[parameter].show_again()
        else:
            self.changed.emit(self._place, step)

    def _on_columns(self) -> None:
        self.columns_wanted.emit()

    def _on_toggled(self, on: bool) -> None:
        self.changed.emit(self._place, replace(self._step, enabled=on))

    def _on_up(self) -> None:
        self.moved.emit(self._place, -1)

    def _on_down(self) -> None:
        self.moved.emit(self._place, 1)

    def _on_gone(self) -> None:
        self.removed.emit(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self._on_gone()
        elif key == Qt.Key.Key_Space:
            self._box.toggle()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            button = self._up if key == Qt.Key.Key_Up else self._down
            button.click()
        else:
            super().keyPressEvent(event)
