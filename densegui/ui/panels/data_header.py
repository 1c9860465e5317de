"""The head of the data panel: what the data are called, their facts in a line, and what was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from densegui.ui.panels import data_words as words
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset

_NOTES_MOST: Final = 12


class DataHeader(QWidget):
    """Name and facts; a button unfolds the notes of the reader, where there are any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataHeader")
        self._dataset: Dataset | None = None
        self._title = _Title(self)
        self._reading = _button("dataReadDifferently", self)
        self._more = _button("dataNotesButton", self)
        self._more.setCheckable(True)
        self._notes = QLabel(self)
        self._notes.setObjectName("dataNotes")
        self._notes.setTextFormat(Qt.TextFormat.PlainText)
        self._notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._notes.setWordWrap(True)
        self._notes.setContentsMargins(8, 0, 8, 4)
        row = QHBoxLayout()
        row.setContentsMargins(6, 2, 2, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._reading)
        row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._notes)
        self._more.toggled.connect(self._on_toggled)
        self._notes.hide()
        self._reading.hide()

    def offer_reading(self, action: QAction) -> None:
        """Offers to read a file in another way, where it leaves a choice."""
        self._reading.setDefaultAction(action)

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Describes other data."""
        self._dataset = dataset
        if dataset is None:
            return
        said = words.facts(dataset)
        self._title.show_text(dataset.name, said)
        self._reading.setVisible(bool(dataset.raw.choices))
        self._more.setVisible(bool(dataset.notes))
        self._more.setText(self.tr("Understood ({count})").format(count=len(dataset.notes)))
        shown = [f"• {note}" for note in dataset.notes[:_NOTES_MOST]]
        if len(dataset.notes) > _NOTES_MOST:
            shown.append("…")
        self._notes.setText("\n".join(shown))
        self._on_toggled()

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self._reading.setAccessibleName(self.tr("Read differently"))
        self._more.setAccessibleName(self.tr("What was understood"))
        self._more.setToolTip(self.tr("What was understood when the data were read"))
        self._title.setAccessibleName(self.tr("The data in words"))
        self.show_dataset(self._dataset)

    def restyle(self) -> None:
        """Takes on colours and font."""
        self._title.setFont(self.font())
        for widget in (self._reading, self._more, self._notes):
            widget.setFont(small_font(self.font()))
        self._title.update()

    def _on_toggled(self) -> None:
        has_notes = self._dataset is not None and bool(self._dataset.notes)
        self._notes.setVisible(self._more.isChecked() and has_notes)


def _button(name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


class _Title(QWidget):
    """The name in bold and the facts after it; what does not fit ends in "…" and is the tooltip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dataTitle")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = ""
        self._facts = ""

    def show_text(self, name: str, facts: str) -> None:
        """Shows a name and what follows it."""
        self._name, self._facts = name, facts
        self.setToolTip(f"{name}\n" + facts.replace(" · ", "\n"))
        self.setAccessibleDescription(f"{name}: {facts}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(40, QFontMetrics(self.font()).height() + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        bold = self.font()
        bold.setWeight(QFont.Weight.DemiBold)
        small = small_font(self.font())
        with QPainter(self) as p:
            area = QRectF(self.rect())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            metrics = QFontMetrics(bold)
            name = metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, int(area.width() * 0.5))
            p.setFont(bold)
            p.setPen(QColor(colors().text))
            p.drawText(area, flags, name)
            area.setLeft(metrics.horizontalAdvance(name) + 10)
            p.setFont(small)
            p.setPen(QColor(colors().muted))
            facts = QFontMetrics(small).elidedText(
                self._facts, Qt.TextElideMode.ElideRight, int(area.width())
            )
            p.drawText(area, flags, facts)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
