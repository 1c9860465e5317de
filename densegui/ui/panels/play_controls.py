"""The controls of the play bar: a player's buttons, where the pass stands, how fine and how fast."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from densegui.ui.panels.play_buttons import TransportButton
from densegui.ui.panels.play_steps import Level
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

SPEEDS: Final = (1, 2, 5, 10, 20)  # steps a second
_TICKS: Final = 1000
_SLIDER_FROM: Final = 460  # pixels
_COUNT_FROM: Final = 360


class PlayControls(QWidget):
    """One row of controls; Left, Right, Home, End and Space work from each of them.

    Signals:
        stepped(int): one step forward (+1) or back (−1).
        place_requested(float): anywhere in the pass, from 0 (start) to 1 (end).
        play_requested: play, or pause.
        level_changed: another ``Level`` was chosen; ``level`` is it.
        speed_changed: another number of steps a second was chosen; ``interval`` follows from it.
    """

    stepped = Signal(int)
    place_requested = Signal(float)
    play_requested = Signal()
    level_changed = Signal()
    speed_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("playControls")
        self._start = TransportButton("playStart", "start", self)
        self._back = TransportButton("playBack", "back", self)
        self._play = TransportButton("playPause", "play", self)
        self._forward = TransportButton("playForward", "forward", self)
        self._end = TransportButton("playEnd", "end", self)
        self._buttons = (self._start, self._back, self._play, self._forward, self._end)
        self._place = QSlider(Qt.Orientation.Horizontal, self)
        self._place.setObjectName("playPlace")
        self._place.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._place.setMinimumWidth(24)
        self._count = QLabel(self)
        self._count.setObjectName("playCount")
        self._level = self._choice("playLevel", len(Level))
        self._speed = self._choice("playSpeed", len(SPEEDS))
        self._is_playing = False
        self._connect()
        self._lay_out()
        self._retranslate()
        self._restyle()

    @property
    def level(self) -> Level:
        """How fine the steps are."""
        return tuple(Level)[self._level.currentIndex()]

    @property
    def interval(self) -> int:
        """Milliseconds between two steps while playing."""
        return 1000 // SPEEDS[self._speed.currentIndex()]

    def show_place(self, index: int, last: int, *, ready: bool) -> None:
        """Shows where the pass stands; without numbers (``ready`` False) nothing can be pressed."""
        for button in (self._start, self._back):
            button.setEnabled(ready and index > 0)
        for button in (self._forward, self._end):
            button.setEnabled(ready and index < last)
        for widget in (self._play, self._place):
            widget.setEnabled(ready)
        with QSignalBlocker(self._place):
            self._place.setRange(0, min(last, _TICKS))
            self._place.setValue(_tick(index, last, self._place.maximum()))
        self._count.setText(f"{index:,} / {last:,}" if ready else "")
        widest = QFontMetrics(self._count.font()).horizontalAdvance(f"{last:,} / {last:,}")
        self._count.setMinimumWidth(min(widest + 6, 110))

    def show_playing(self, playing: bool) -> None:
        """Offers to pause while it plays."""
        self._is_playing = playing
        self._play.show_sign("pause" if playing else "play")
        self._play.setAccessibleName(self.tr("Pause") if playing else self.tr("Play"))
        self._play.setToolTip(self.tr("Pause (Space)") if playing else self.tr("Play (Space)"))

    def take_key(self, event: QKeyEvent, *, space: bool) -> bool:
        """Does what a key asks for; says whether it asked for anything."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        match event.key():
            case Qt.Key.Key_Left:
                self._on_back()
            case Qt.Key.Key_Right:
                self._on_forward()
            case Qt.Key.Key_Home:
                self._on_start()
            case Qt.Key.Key_End:
                self._on_end()
            case Qt.Key.Key_Space if space:
                self.play_requested.emit()
            case _:
                return False
        return True

    def _choice(self, name: str, count: int) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.addItems([""] * count)
        box.setCurrentIndex(1)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(46)
        box.setMaximumHeight(24)  # the graph above wants every pixel
        return box

    def _connect(self) -> None:
        self._start.clicked.connect(self._on_start)
        self._back.clicked.connect(self._on_back)
        self._play.clicked.connect(self.play_requested)
        self._forward.clicked.connect(self._on_forward)
        self._end.clicked.connect(self._on_end)
        self._place.valueChanged.connect(self._on_place)
        self._level.currentIndexChanged.connect(self.level_changed)
        self._speed.currentIndexChanged.connect(self.speed_changed)
        for widget in (*self._buttons, self._place):
            widget.installEventFilter(self)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for button in self._buttons:
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self._place, 1)
        row.addSpacing(3)
        row.addWidget(self._count)
        row.addSpacing(3)
        row.addWidget(self._level)
        row.addSpacing(3)
        row.addWidget(self._speed)

    def _retranslate(self) -> None:
        names = (
            (self._start, self.tr("To the start"), self.tr("To the start (Home)")),
            (self._back, self.tr("Step back"), self.tr("Step back (Left)")),
            (self._forward, self.tr("Step forward"), self.tr("Step forward (Right)")),
            (self._end, self.tr("To the end"), self.tr("To the end (End)")),
            (self._place, self.tr("Place in the pass"), self.tr("Go anywhere in the pass")),
            (self._level, self.tr("Size of a step"), self.tr("A step is a layer, a neuron, or one product")),
            (self._speed, self.tr("Speed"), self.tr("Steps a second while playing")),
        )
        for widget, name, tip in names:
            widget.setAccessibleName(name)
            widget.setToolTip(tip)
        levels = (self.tr("Layers"), self.tr("Neurons"), self.tr("Multiply and add"))
        for place, text in enumerate(levels):
            self._level.setItemText(place, text)
        for place, speed in enumerate(SPEEDS):
            self._speed.setItemText(place, self.tr("{speed} / s").format(speed=speed))
        self.show_playing(self._is_playing)

    def _restyle(self) -> None:
        for widget in (self._level, self._speed, self._count):
            widget.setFont(small_font(self.font()))
        self._count.setStyleSheet(f"color: {colors().muted};")

    def _on_start(self) -> None:
        self.place_requested.emit(0.0)

    def _on_back(self) -> None:
        self.stepped.emit(-1)

    def _on_forward(self) -> None:
        self.stepped.emit(1)

    def _on_end(self) -> None:
        self.place_requested.emit(1.0)

    def _on_place(self, tick: int) -> None:
        self.place_requested.emit(tick / max(self._place.maximum(), 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Steps by the keys from every button; Space presses the button that has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self.take_key(event, space=not isinstance(watched, QAbstractButton))
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves out what says least where it is narrow: words come before the slider."""
        super().resizeEvent(event)
        self._place.setVisible(self.width() >= _SLIDER_FROM)
        self._count.setVisible(self.width() >= _COUNT_FROM)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()


def _tick(index: int, last: int, most: int) -> int:
    """Where on the slider a step stands; only the first and the last step stand at its ends."""
    return min(max(index * most // last, 1), most - 1) if 0 < index < last else most * (index > 0)
