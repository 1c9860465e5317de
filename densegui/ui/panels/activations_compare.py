"""The table of all activation functions, to tick those to draw beside the block's own."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from densegui.engine import ACTIVATIONS, Activation
from densegui.ui.panels.activations_curves import limits, sample, values
from densegui.ui.panels.activations_words import range_text, use_text
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import family_curve

_LESSON: Final = ("sigmoid", "step", "relu")
_SKETCH: Final = QSize(28, 16)


class ComparePopup(QFrame):
    """A row for every entry of ``ACTIVATIONS``; it stays open while boxes are ticked.

    Signals:
        changed: the set of ticked names is another one, or whether the block's own is drawn.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("activationsComparePopup")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._boxes: dict[str, QCheckBox] = {}
        self.setBackgroundRole(QPalette.ColorRole.Base)  # this is a change of the palette
        self._uses: dict[str, QLabel] = {}
        self._heads = [QLabel(self) for _ in range(4)]
        self._own = QCheckBox(self)
        self._own.setObjectName("compareOwn")
        self._own.setChecked(True)
        self._own.toggled.connect(self._on_toggled)
        self._lesson, self._none = QPushButton(self), QPushButton(self)
        self._lesson.setObjectName("compareLesson")
        self._lesson.clicked.connect(self._on_lesson)
        self._none.setObjectName("compareNone")
        self._none.clicked.connect(self._on_none)
        self._lay_out()
        self._retranslate()
        self._sketch()

    @property
    def names(self) -> tuple[str, ...]:
        """The ticked names, in the table's order."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    @property
    def has_own(self) -> bool:
        """Whether the block's own function is drawn too."""
        return self._own.isChecked()

    def open_beside(self, button: QRect, panel: QRect) -> None:
        """Opens where it leaves the panel to be seen, if the screen has room for that; else below the button.

        Args:
            button: the rectangle of the button, on the screen.
            panel: the rectangle of what it should leave free, on the screen.
        """
        self.adjustSize()
        screen, size = self.screen().availableGeometry(), self.size()
        y = max(screen.top(), min(panel.top(), screen.bottom() - size.height()))
        left = QRect(QPoint(panel.left() - size.width() - 4, y), size)
        right = QRect(QPoint(panel.right() + 4, y), size)
        below = QPoint(
            max(screen.left(), min(button.left(), screen.right() - size.width())),
            max(screen.top(), min(button.bottom() + 1, screen.bottom() - size.height())),
        )
        free = (place.topLeft() for place in (left, right) if screen.contains(place))
        self.move(next(free, below))
        self.show()
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        small = small_font(self.font())
        for column, head in enumerate(self._heads):
            head.setFont(small)
            head.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            grid.addWidget(head, 0, column)
        for place, (name, function) in enumerate(ACTIVATIONS.items()):
            box, use = QCheckBox(name, self), QLabel(self)
            box.setObjectName(f"compare_{name}")
            box.setIconSize(_SKETCH)
            box.toggled.connect(self._on_toggled)
            texts = (QLabel(function.formula, self), QLabel(range_text(limits(Activation(name))), self), use)
            for column, widget in enumerate((box, *texts)):
                widget.setFont(self.font() if column == 0 else small)
                grid.addWidget(widget, place + 1, column)
            self._boxes[name], self._uses[name] = box, use
        foot = QHBoxLayout()
        foot.addWidget(self._own, 1)
        foot.addWidget(self._lesson)
        foot.addWidget(self._none)
        grid.addLayout(foot, grid.rowCount(), 0, 1, 4)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activation functions to compare"))
        heads = (self.tr("Draw"), self.tr("Formula"), self.tr("Range"), self.tr("Used for"))
        for head, text in zip(self._heads, heads, strict=True):
            head.setText(text)
        for name, box in self._boxes.items():
            use = use_text(ACTIVATIONS[name].use)
            self._uses[name].setText(use)
            box.setAccessibleName(f"{name}, {ACTIVATIONS[name].formula}, {use}")
            box.setToolTip(self.tr("Draw {name} on the same plot").format(name=name))
        buttons = (
            (self._own, self.tr("Block's own"), self.tr("Draw the function of the selected block too")),
            (self._lesson, self.tr("step, sigmoid, relu"), self.tr("Compare these three alone")),
            (self._none, self.tr("Compare none"), self.tr("Show the block's own function alone")),
        )
        for button, text, hint in buttons:
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(hint)

    def _sketch(self) -> None:
        """Gives every box a small picture of its curve, in the colours in force."""
        for name, box in self._boxes.items():
            box.setIcon(_sketch(Activation(name), self.devicePixelRatioF()))

    def _tick(self, names: tuple[str, ...], has_own: bool) -> None:
        for box in (self._own, *self._boxes.values()):
            box.blockSignals(True)
        for name, box in self._boxes.items():
            box.setChecked(name in names)
        self._own.setChecked(has_own)
        for box in (self._own, *self._boxes.values()):
            box.blockSignals(False)
        self.changed.emit()

    def _on_toggled(self) -> None:
        self.changed.emit()

    def _on_lesson(self) -> None:
        self._tick(_LESSON, False)

    def _on_none(self) -> None:
        self._tick((), True)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._sketch()


def _sketch(activation: Activation, ratio: float) -> QIcon:
    """A picture of g from −3 to 3, as high as there is room."""
    x = sample(-3.0, 3.0)
    y = values(activation, x)
    pixmap = QPixmap(_SKETCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    width, height = _SKETCH.width() - 4.0, _SKETCH.height() - 4.0
    across = 2 + (x + 3) / 6 * width
    down = 2 + (y.max() - y) / np.ptp(y) * height
    with QPainter(pixmap) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setPen(QPen(family_curve(activation.function.family), 1.8))
        points = zip(across.tolist(), down.tolist(), strict=True)
        p.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    return QIcon(pixmap)
