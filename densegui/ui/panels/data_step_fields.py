"""The fields in which parameters of a step are changed where they are read."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from densegui.ui.panels import data_step_words as words
from densegui.ui.panels.typed_number import complain, parsed
from densegui.ui.theme import colors

_COLUMNS_OFFERED: Final = 2000
_AROUND: Final = 14  # of a button, beside its words
_AROUND_LIST: Final = 50


class Field(QWidget):
    """One parameter.

    Signals:
        entered: its name and the value it shall have.
    """

    entered = Signal(str, object)

    def __init__(self, parameter: str, inner: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.parameter = parameter
        inner.setParent(self)
        inner.setObjectName(f"dataStep_{parameter}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._inner = inner
        self._value: Any = None
        self._names: Sequence[str] = ()

    def show_value(self, value: Any, names: Sequence[str]) -> None:
        """Shows a value; ``names`` are the features there are at this step."""
        self._value, self._names = value, names
        self.show_again()

    @abstractmethod  # looked after by mypy: Qt's own metaclass leaves no room for that of ABC
    def show_again(self) -> None:
        """Shows the value that holds, whatever was typed."""

    def restyle(self) -> None:
        """Takes on colours."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._inner.setFont(self.font())


class NumberField(Field):
    """A number that is typed."""

    def __init__(self, parameter: str, parent: QWidget) -> None:
        self._edit = QLineEdit()
        super().__init__(parameter, self._edit, parent)
        names = {"low": self.tr("Low"), "high": self.tr("High"), "by": self.tr("Divisor")}
        self._edit.setAccessibleName(names[parameter])
        self._edit.setToolTip(self.tr("Type a number and press Enter"))
        self._edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._edit.editingFinished.connect(self._on_finished)

    def show_again(self) -> None:
        self._edit.setText(words.value_text(self.parameter, self._value, ()))
        self._edit.setFixedWidth(QFontMetrics(self._edit.font()).horizontalAdvance("000000") + 14)

    def _on_finished(self) -> None:
        if self._edit.text() == words.value_text(self.parameter, self._value, ()):
            return
        number = parsed(self._edit.text(), "float64")
        if number is None:
            complain(self._edit, "float64")
            self.show_again()
        else:
            self.entered.emit(self.parameter, number)


class ChoiceField(Field):
    """One of a few values, or one of the features."""

    def __init__(self, parameter: str, choices: Sequence[tuple[Any, str]], parent: QWidget) -> None:
        self._box = QComboBox()
        super().__init__(parameter, self._box, parent)
        self._choices = list(choices)
        self._box.setAccessibleName(self.tr("Choice"))
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(3)
        self._box.setMaxVisibleItems(20)
        self._is_column = parameter == "column"
        self._box.setToolTip(
            self.tr("Which column is to be predicted") if self._is_column else self.tr("What is done")
        )
        self._box.activated.connect(self._on_activated)
        self._fill()

    def show_value(self, value: Any, names: Sequence[str]) -> None:
        if self._is_column and (not self._choices or names != self._names):
            self._choices = [(None, words.value_text("column", None, names))]
            self._choices += [(place, name) for place, name in enumerate(names[:_COLUMNS_OFFERED])]
            self._fill()
        super().show_value(value, names)

    def show_again(self) -> None:
        values = [value for value, _ in self._choices]
        if self._value not in values:
            self._choices.append((self._value, words.value_text(self.parameter, self._value, self._names)))
            self._fill()
            values.append(self._value)
        with QSignalBlocker(self._box):
            self._box.setCurrentIndex(values.index(self._value))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._box.font())
        wide = max(metrics.horizontalAdvance(self._box.currentText()), metrics.horizontalAdvance("0") * 8)
        return QSize(wide + _AROUND_LIST, self._box.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._box.sizeHint().height())

    def _fill(self) -> None:
        with QSignalBlocker(self._box):
            self._box.clear()
            self._box.addItems([text for _, text in self._choices])

    def _on_activated(self, index: int) -> None:
        value = self._choices[index][0]
        if value != self._value:
            self.entered.emit(self.parameter, value)


class LinkField(Field):
    """Features, which are chosen on the page of the columns.

    Signals:
        pressed_for: features shall be chosen.
    """

    pressed_for = Signal()

    def __init__(self, parameter: str, parent: QWidget) -> None:
        self._button = QToolButton()
        super().__init__(parameter, self._button, parent)
        self._button.setAutoRaise(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._button.setAccessibleName(self.tr("Choose among the columns"))
        self._button.setToolTip(self.tr("Choose among the columns"))
        self._button.setMinimumWidth(30)
        self._button.clicked.connect(self.pressed_for)

    def show_value(self, value: Any, names: Sequence[str]) -> None:
        super().show_value(value, names)
        self.updateGeometry()

    def show_again(self) -> None:
        text = self._said()
        metrics = QFontMetrics(self._button.font())
        room = max(self.width() - _AROUND, 30)
        self._button.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        self._button.setAccessibleDescription(text)

    def restyle(self) -> None:
        self._button.setStyleSheet(f"QToolButton:enabled {{ color: {colors().accent}; }}")

    def _said(self) -> str:
        return words.value_text(self.parameter, self._value, self._names)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._button.font()).horizontalAdvance(self._said())
        return QSize(wide + _AROUND + 1, self._button.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._button.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.show_again()
