"""PlayBar: steps and plays through the forward pass of the chosen sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.play_controls import PlayControls
from densegui.ui.panels.play_lines import SteadyText
from densegui.ui.panels.play_steps import (
    AT_INPUT,
    Edges,
    Kind,
    Neurons,
    Step,
    Steps,
    marked,
    moved,
    numbers_of,
    plans_of,
)
from densegui.ui.panels.play_words import Names, caption, every_digit, formula
from densegui.ui.panels.plotting import small_font

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model

_NOTHING: Final[tuple[Neurons, Edges]] = (frozenset(), frozenset())


class PlayBar(QWidget):
    """Steps through the forward pass: layer by layer, neuron by neuron, or product by product.

    Hidden until ``toggle`` is switched on. Left and Right step, Home and End jump, Space plays.

    Attributes:
        toggle: the action of the button that shows and hides the bar.

    Signals:
        highlighted: the neurons (layer id, unit) and edges (layer id, source, unit) of the step, two
            frozensets; both empty when the bar goes away.
        focus_requested: the ``Focus`` of the step that a person went to.
    """

    highlighted = Signal(object, object)
    focus_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("playBar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._minibatch: Minibatch | None = None
        self._focus = Focus()
        self._controls = PlayControls(self)
        self._steps = Steps((), self._controls.level)
        self._index = 0
        self._marked = _NOTHING
        self.toggle = QAction(self)
        self.toggle.setObjectName("playToggle")
        self.toggle.setCheckable(True)
        self._timer = QTimer(self)
        self._caption = SteadyText("playCaption", self)
        self._formula = SteadyText("playFormula", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._controls, self._caption, self._formula):
            column.addWidget(widget)
        self.setVisible(False)
        self._connect()
        self._retranslate()
        self._restyle()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._steps[self._index]

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    def show_model(self, model: Model) -> None:
        """Shows the same step of another model; where it is gone, the nearest before it."""
        before, step, plans = self._model, self.step, plans_of(model)
        self._model = model
        if before is None or plans != self._steps.plans:
            self._steps = Steps(plans, self._controls.level)
            self._index = self._steps.index_of(moved(step, before, model))
        self._refresh()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Takes the names of features and classes."""
        self._dataset = dataset
        self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Takes the numbers of the chosen sample."""
        self._minibatch = minibatch
        self._refresh()

    def show_focus(self, focus: Focus) -> None:
        """Shows the chosen sample, and goes to the chosen neuron if the step is not about it."""
        self._focus = focus
        if self.toggle.isChecked() and not self._is_about(focus):
            self._timer.stop()
            self._go_to_focus()
        self._refresh()

    def go_to(self, index: int) -> None:
        """Goes to a step, or as near as there is one, and asks all panels to look at it."""
        if self._shown() is None:
            return
        self._index = min(max(index, 0), len(self._steps) - 1)
        self._refresh()
        self._ask()

    def play(self, on: bool) -> None:
        """Goes on by itself, from the start if it stands at the end; or pauses."""
        if on and self._shown() is not None and self.isVisible():
            if self._index == len(self._steps) - 1:
                self.go_to(0)
            self._timer.start(self._controls.interval)
        else:
            self._timer.stop()
        self._controls.show_playing(self.is_playing)

    def _connect(self) -> None:
        self.toggle.toggled.connect(self._on_toggled)
        self._timer.timeout.connect(self._on_tick)
        self._controls.stepped.connect(self._on_stepped)
        self._controls.place_requested.connect(self._on_place)
        self._controls.play_requested.connect(self._on_play)
        self._controls.level_changed.connect(self._on_level)
        self._controls.speed_changed.connect(self._on_speed)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Play the pass"))
        self.toggle.setText(self.tr("Play the pass"))
        self.toggle.setToolTip(
            self.tr("Step through the forward pass of one sample, down to the single multiply-and-add")
        )
        self._caption.setAccessibleName(self.tr("What the step does"))
        self._formula.setAccessibleName(self.tr("The step as a formula"))
        self._refresh()

    def _restyle(self) -> None:
        self._caption.setFont(small_font(self.font()))
        self._formula.setFont(small_font(self.font(), bold=True))

    def _shown(self) -> tuple[Model, Minibatch, int] | None:
        """Model, minibatch and row of the sample; None where its numbers are not there."""
        minibatch, model = self._minibatch, self._model
        if model is None or not model.layers or minibatch is None or minibatch.model is not model:
            return None
        row = minibatch.row_of(self._focus.sample)
        return None if row is None else (model, minibatch, row)

    def _refresh(self) -> None:
        """Shows the step with the numbers of now; a hidden bar waits until it is seen."""
        if not self.isVisible():
            return
        shown, model = self._shown(), self._model
        missing = self._missing()
        if shown is not None:
            self._write(*shown)
        elif missing or not self._formula.text():
            self._timer.stop()
            self._say(missing or self.tr("The numbers of this sample are being computed …"), "", "")
        for text in (self._caption, self._formula):
            text.mute(shown is None and not missing)
        self._mark(_NOTHING if missing or model is None else marked(model, self.step))
        self._controls.show_place(self._index, len(self._steps) - 1, ready=shown is not None)
        self._controls.show_playing(self.is_playing)

    def _write(self, model: Model, minibatch: Minibatch, row: int) -> None:
        """Says what the step does with the numbers of a row."""
        numbers = numbers_of(minibatch.trace, row, self.step)
        names = Names.of(model, self._dataset)
        said = caption(model, self.step, numbers, names, minibatch.first + row)
        exact = formula(model, self.step, numbers, every_digit(numbers.inputs.dtype))
        self._say(said, formula(model, self.step, numbers), exact)

    def _say(self, said: str, written: str, exact: str) -> None:
        self._caption.show_text(said, said)
        self._formula.show_text(written, exact)
        self.setAccessibleDescription(f"{said} {written}".strip())

    def _missing(self) -> str:
        """What to do to get numbers; empty where there are some, perhaps those of a moment ago."""
        if self._model is None or not self._model.layers:
            return self.tr("Add a Dense block to step through its forward pass here.")
        if self._minibatch is None:
            return self.tr("Press Run forward (F5) to step through the forward pass here.")
        return ""

    def _mark(self, now: tuple[Neurons, Edges]) -> None:
        """Tells the graph what to highlight, where that is something else than before."""
        if now != self._marked:
            self._marked = now
            self.highlighted.emit(*now)

    def _ask(self) -> None:
        """Asks every panel to look at what the step is about."""
        shown, step = self._shown(), self.step
        if shown is None:
            return
        model, minibatch, row = shown
        focus = Focus(_layer_id(model, step), step.unit, step.source, minibatch.first + row)
        if focus != self._focus:
            self.focus_requested.emit(focus)

    def _is_about(self, focus: Focus) -> bool:
        """Whether the step is about what is looked at, so that it need not move."""
        step = self.step
        if focus.layer_id is None or self._model is None:
            return True
        pairs = ((focus.unit, step.unit), (focus.source, step.source))
        same = all(a is None or b is None or a == b for a, b in pairs)
        return same and focus.layer_id == _layer_id(self._model, step)

    def _go_to_focus(self) -> None:
        focus, places = self._focus, {INPUT: AT_INPUT}
        if self._model is not None:
            places |= {layer.id or INPUT: place for place, layer in enumerate(self._model.layers)}
        if focus.layer_id in places:
            kind = Kind.NEURON if focus.source is None else Kind.TERM
            step = Step(kind, places[focus.layer_id], focus.unit, focus.source)
            self._index = self._steps.index_of(step)

    def _on_toggled(self, on: bool) -> None:
        if on and not self._is_about(self._focus):
            self._go_to_focus()
        self.setVisible(on)
        if on:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ask()

    def _on_stepped(self, by: int) -> None:
        self.play(False)
        self.go_to(self._index + by)

    def _on_place(self, share: float) -> None:
        self.go_to(round(share * (len(self._steps) - 1)))

    def _on_play(self) -> None:
        self.play(not self.is_playing)

    def _on_level(self) -> None:
        step = self.step
        self._steps = Steps(self._steps.plans, self._controls.level)
        self._index = self._steps.index_of(step)
        self._refresh()
        self._ask()

    def _on_speed(self) -> None:
        if self.is_playing:
            self.play(True)

    def _on_tick(self) -> None:
        self.go_to(self._index + 1)
        if self._index == len(self._steps) - 1:
            self.play(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._controls.take_key(event, space=True):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        if not self.toggle.isChecked():
            self._mark(_NOTHING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()


def _layer_id(model: Model, step: Step) -> int | None:
    return INPUT if step.place == AT_INPUT else model.layers[step.place].id
