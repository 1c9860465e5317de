"""Drawing pad: a person draws a picture, and it is the sample that all panels look at."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from densegui.ui.focus import DRAWN_SAMPLE, MEAN_OF_SAMPLES, Focus, Minibatch
from densegui.ui.numbers import short
from densegui.ui.panels.data_images import Shades, shades_of
from densegui.ui.panels.drawing_canvas import DrawingCanvas
from densegui.ui.panels.sample_words import classes_in_order, pictured

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.dataset import Picture
    from densegui.engine import Model

_FRAME_MS: Final = 33
_SHADES_FROM: Final = 1000  # rows that tell which number is white
_BEST: Final = 3
_PENS_ACROSS: Final = 9  # so wide are the strokes of handwritten digits in their pictures


class DrawingPad(QDialog):
    """A window of its own beside the panels, for data whose samples are pictures.

    Takes ``show_model``, ``show_dataset``, ``show_focus`` and ``show_minibatch``.

    Signals:
        drawn: a row (features,) like those the data were read as; at most one every 33 ms.
        focus_requested: the same focus with another sample.
    """

    drawn = Signal(object)
    focus_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Tool)
        self.setObjectName("drawingPad")
        self._dataset: Dataset | None = None
        self._picture: Picture | None = None
        self._shades: Shades = (0.0, 1.0)
        self._focus = Focus()
        self._sample = MEAN_OF_SAMPLES  # the last one of the data
        self._color = QColor(Qt.GlobalColor.white)
        self._canvas = DrawingCanvas(self)
        self._hint = QLabel(self)
        self._hint.setObjectName("drawingHint")
        self._hint.setWordWrap(True)
        self._width = QSlider(Qt.Orientation.Horizontal, self)
        self._width.setObjectName("drawingWidth")
        self._width.setRange(2, 12)
        self._width_name = QLabel(self)
        self._width_name.setBuddy(self._width)
        self._color_button = self._button("drawingColor")
        self._begin = self._button("drawingBegin")
        self._clear = self._button("drawingClear")
        self._outputs = QLabel(self)
        self._outputs.setObjectName("drawingOutputs")
        self._outputs.setMinimumHeight(self.fontMetrics().height() * _BEST)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._on_later)
        self._arrange()
        self._canvas.changed.connect(self._on_changed)
        self._width.valueChanged.connect(self._on_width)
        self._color_button.clicked.connect(self._on_color)
        self._begin.clicked.connect(self._on_begin)
        self._clear.clicked.connect(self._canvas.clear)
        self._retranslate()

    def open_beside(self) -> None:
        """Shows the window and looks at what is drawn in it."""
        self.show()
        self.raise_()
        self.activateWindow()
        self._canvas.setFocus()
        self._on_later()

    def show_model(self, _model: Model) -> None:
        """Takes what a panel takes; the outputs come with the minibatch."""

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Gets ready for pictures like those of other data; without pictures the window closes."""
        self._dataset = dataset
        source = None if dataset is None or dataset.picture is None else pictured(dataset)
        if source is None or source.picture is None:
            self._picture = None
            self.hide()
            return
        self._shades = shades_of(np.asarray(source.x[: min(_SHADES_FROM, source.rows)]))
        if source.picture != self._picture:
            self._picture = source.picture
            shape = source.picture.height, source.picture.width, source.picture.channels
            self._canvas.show_pixels(np.zeros(shape))
            self._color_button.setVisible(source.picture.channels > 1)
            with QSignalBlocker(self._width):
                self._width.setValue(round(min(shape[:2]) / _PENS_ACROSS))
            self._on_width(self._width.value())
        if self.isVisible():
            self._on_later()

    def show_focus(self, focus: Focus) -> None:
        """Knows which sample a drawing can begin with."""
        self._focus = focus
        if focus.sample != DRAWN_SAMPLE:
            self._sample = focus.sample
        self._begin.setEnabled(self._sample >= 0)

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Says what the stack makes of the drawing."""
        row = None if minibatch is None or self._dataset is None else minibatch.row_of(DRAWN_SAMPLE)
        if minibatch is None or row is None or self._dataset is None:
            self._outputs.clear()
            return
        best = classes_in_order(self._dataset, minibatch.model, minibatch.trace.outputs[row])[:_BEST]
        self._outputs.setText("\n".join(f"{name}: {short(value)}" for name, value in best))

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        pen = QHBoxLayout()
        pen.addWidget(self._width_name)
        pen.addWidget(self._width, 1)
        pen.addWidget(self._color_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self._begin)
        buttons.addWidget(self._clear)
        column = QVBoxLayout(self)
        column.addWidget(self._hint)
        column.addWidget(self._canvas, 1)
        column.addLayout(pen)
        column.addLayout(buttons)
        column.addWidget(self._outputs)

    def _row(self) -> Any:
        """The drawing as a row of the data."""
        picture = self._picture
        if picture is None:
            return None
        low, high = self._shades
        row = np.empty(picture.features)
        picture.image(row)[...] = low + self._canvas.pixels * (high - low)
        return row

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Draw a sample"))
        self._hint.setText(self.tr("What you draw is the sample that every panel shows."))
        self._canvas.setAccessibleName(self.tr("Canvas"))
        self._canvas.setToolTip(
            self.tr(
                "Left button draws, right button rubs out; "
                "or arrow keys to move, space bar to draw, Backspace to rub out"
            )
        )
        self._width_name.setText(self.tr("Pen"))
        self._width.setAccessibleName(self.tr("Width of the pen"))
        self._width.setToolTip(self.tr("Width of the pen, in pixels of the picture"))
        for button, text, tip in (
            (self._color_button, self.tr("Colour…"), self.tr("Colour of the pen")),
            (self._begin, self.tr("Begin with the sample"), self.tr("Draw upon the sample looked at last")),
            (self._clear, self.tr("Clear"), self.tr("Make the whole picture black")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self._outputs.setAccessibleName(self.tr("What the stack makes of the drawing"))

    def _on_width(self, width: int) -> None:
        self._canvas.set_radius(width / 2)

    def _on_color(self) -> None:
        color = QColorDialog.getColor(self._color, self, self.tr("Colour of the pen"))
        if color.isValid():
            self._color = color
            self._canvas.set_color(color)

    def _on_begin(self) -> None:
        source = None if self._dataset is None else pictured(self._dataset)
        if source is not None and source.picture is not None and self._sample >= 0:
            low, high = self._shades
            pixels = source.picture.image(np.asarray(source.x[self._sample], np.float64))
            self._canvas.show_pixels(np.clip((pixels - low) / (high - low), 0, 1))
            self._on_later()

    def _on_changed(self) -> None:
        if not self._later.isActive():
            self._later.start(_FRAME_MS)

    def _on_later(self) -> None:
        row = self._row()
        if row is not None:
            self.drawn.emit(row)

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        if self._focus.sample == DRAWN_SAMPLE:
            self.focus_requested.emit(replace(self._focus, sample=self._sample))
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
