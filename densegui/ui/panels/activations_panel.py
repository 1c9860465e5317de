"""Activation functions: what does g do, and where are this run's values on it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from densegui.data import Dataset
from densegui.engine import Activation, Model, RunResult
from densegui.ui.focus import Focus, Minibatch
from densegui.ui.panels.activations_choice import chosen
from densegui.ui.panels.activations_controls import BlockBar, Switches
from densegui.ui.panels.activations_curves import sign
from densegui.ui.panels.activations_page import CurvePage
from densegui.ui.panels.activations_parameters import NumberSlider, ParameterRows
from densegui.ui.panels.activations_view import Known, View
from densegui.ui.panels.activations_words import title
from densegui.ui.panels.plotting import LineLabel
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.ui.panels.activations_compare import ComparePopup
    from densegui.ui.panels.activations_softmax import SoftmaxPage


class ActivationsPanel(QWidget):
    """The function of one block as a curve, with the histogram of this run's z on the same x axis.

    Signals:
        focus_requested: the ``Focus`` a person asks for: another block, or a neuron.
        change_requested: layer id, ``"activation"`` and an ``Activation``, while its slider is dragged.
    """

    focus_requested = Signal(object)
    change_requested = Signal(int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activationsPanel")
        self._known = Known()
        self._focus = Focus()
        self._shown_id: int | None = None
        self._is_held = self._has_missed = False
        self._view: View | None = None
        self._compared: dict[str, Activation] = {}
        self._popup: ComparePopup | None = None
        self._softmax: SoftmaxPage | None = None
        self._bar = BlockBar(self)
        self._bar.chosen.connect(self._on_chosen)
        self._bar.compare_requested.connect(self._on_compare)
        self._switches = Switches(self)
        self._switches.changed.connect(self._on_changed)
        self._title = LineLabel("activationsTitle", self)
        self._parameters = ParameterRows(self)
        self._parameters.changed.connect(self._on_parameter_changed)
        self._empty = QLabel(self)
        self._empty.setObjectName("activationsEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._score = NumberSlider("softmaxScore", self)
        self._picture = QWidget(self)
        self._picture.setBackgroundRole(QPalette.ColorRole.Base)
        self._picture.setAutoFillBackground(True)
        self._page = CurvePage(self._picture)
        self._page.unit_requested.connect(self._on_unit_requested)
        self._lay_out()
        self._retranslate()
        self._restyle()

    def show_model(self, model: Model) -> None:
        """Shows the blocks of the model; the selected one stays selected where it still exists."""
        self._known.model = model
        self._refresh_if_seen()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows the names of its classes where the last block has one unit for each."""
        self._known.dataset = dataset
        self._refresh_if_seen()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Shows the z of a run; where it is not of the model and the data of now, says so instead."""
        self._known.result, self._known.is_current = result, current
        self._refresh_if_seen()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Shows single neurons of single samples, as far as they are of the model shown."""
        self._known.minibatch = minibatch
        self._refresh_if_seen()

    def show_focus(self, focus: Focus) -> None:
        """Shows the block, neuron and sample looked at; without a block the last one stays."""
        if focus != self._focus:
            self._focus = focus
            self._refresh_if_seen()

    def hold(self, on: bool) -> None:
        """Waits with drawing while more is to come; then draws once."""
        self._is_held = on
        if not on and self._has_missed:
            self._refresh_if_seen()

    def picture(self) -> QWidget:
        """The part to export: title, legend, plot and words."""
        self._refresh()
        return self._picture

    def numbers(self) -> Iterator[Sequence[object]]:
        """The numbers behind the picture; the first row names the columns."""
        self._refresh()
        if self._view is None:
            return iter(())
        if self._softmax is not None and self._pictures.currentWidget() is self._softmax:
            return self._softmax.numbers()
        return self._page.numbers()

    def _lay_out(self) -> None:
        self._pictures = QStackedLayout()
        self._pictures.addWidget(self._page)
        content = QVBoxLayout(self._picture)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(2)
        self._heading = QHBoxLayout()
        self._heading.addWidget(self._title)
        content.addLayout(self._heading)
        content.addLayout(self._pictures, 1)
        # The switches lie over the empty end of the title, so that a picture of the page is without them.
        grid = QGridLayout()
        grid.setSpacing(3)
        grid.addWidget(self._bar, 0, 0)
        grid.addWidget(self._parameters, 1, 0)
        grid.addWidget(self._score, 1, 0)
        grid.addWidget(self._picture, 2, 0)
        grid.addWidget(self._switches, 2, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(2, 1)
        full = QWidget(self)
        full.setLayout(grid)
        grid.setContentsMargins(8, 6, 8, 6)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(full)
        self.setMinimumSize(220, 160)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activation functions"))
        self._empty.setText(self.tr("Add a Dense block to see its activation function here."))
        self._refresh_if_seen()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)
        heading = self.font()
        heading.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(heading)
        self._page.restyle()
        if self._softmax is not None:
            self._softmax.restyle()
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        self._has_missed = self._is_held
        if self.isVisible() and not self._is_held:
            self._refresh()

    def _refresh(self) -> None:
        """Shows what is known now; items are updated, never made anew."""
        model = self._known.model
        self._pages.setCurrentIndex(1 if model is not None and model.layers else 0)
        if model is None or not model.layers:
            self._view = None
            self.setAccessibleDescription(self._empty.text())
            return
        index = self._index(model)
        view = self._view = self._known.view(index, self._focus)
        self._bar.show_blocks(model, index)
        self._title.show_text(title(view.layer.activation))
        words = self._show_page(view)
        self.setAccessibleDescription(". ".join((view.name, self._title.text(), words)))

    def _show_page(self, view: View) -> str:
        """Shows the block on the page for its function, and returns what the page says."""
        names = self._popup.names if self._popup is not None else ()
        compared = [self._compared.get(name, Activation(name)) for name in names]
        wants_own = self._popup is None or self._popup.has_own
        choice = chosen(view.layer.activation, compared, wants_own=wants_own)
        self._show_parameters(view, [] if choice.as_bars else compared)
        self._score.setVisible(choice.as_bars)
        self._switches.setVisible(not choice.as_bars)
        room = 0 if choice.as_bars else self._switches.sizeHint().width() + 4
        self._heading.setContentsMargins(0, 0, room, 0)
        if choice.as_bars:
            page = self._softmax_page()
            self._pictures.setCurrentWidget(page)
            page.show_view(view)
            return page.words
        self._pictures.setCurrentWidget(self._page)
        self._page.show_view(view, choice, slopes=self._switches.slopes, wide=self._switches.wide)
        return self._page.words

    def _softmax_page(self) -> SoftmaxPage:
        if self._softmax is None:
            from densegui.ui.panels.activations_softmax import SoftmaxPage  # noqa: PLC0415 - when first shown

            self._softmax = SoftmaxPage(self._score, self._picture)
            self._softmax.unit_requested.connect(self._on_unit_requested)
            self._softmax.restyle()
            self._pictures.addWidget(self._softmax)
        return self._softmax

    def _show_parameters(self, view: View, compared: list[Activation]) -> None:
        """A slider for each parameter of the block's own function and of the compared ones."""
        rows = []
        for owner, name, activation in (
            ("", view.name, view.layer.activation),
            *((activation.name, activation.name, activation) for activation in compared),
        ):
            defaults = activation.function.parameters
            rows += [(owner, k, f"{name} {sign(k)}", v, defaults[k]) for k, v in activation.parameters]
        self._parameters.show_rows(rows)

    def _index(self, model: Model) -> int:
        """The place of the wanted block, or of the one shown before it; else the first."""
        places = {layer.id: place for place, layer in enumerate(model.layers)}
        index = next((places[i] for i in (self._focus.layer_id, self._shown_id) if i in places), 0)
        self._shown_id = model.layers[index].id
        return index

    def _on_chosen(self, index: int) -> None:
        if self._known.model is not None:
            layer_id = self._known.model.layers[index].id
            self._ask(replace(self._focus, layer_id=layer_id, unit=None, source=None))

    def _on_unit_requested(self, unit: int) -> None:
        self._ask(replace(self._focus, layer_id=self._shown_id, unit=unit, source=None))

    def _ask(self, focus: Focus) -> None:
        self.show_focus(focus)
        self.focus_requested.emit(focus)

    def _on_parameter_changed(self, owner: str, key: str, value: float) -> None:
        if self._view is None:
            return
        before = self._compared.get(owner, Activation(owner)) if owner else self._view.layer.activation
        changed = Activation(before.name, **{**dict(before.parameters), key: value})
        if owner:
            self._compared[owner] = changed
            self._refresh()
        else:
            self.change_requested.emit(self._view.layer.id, "activation", changed)

    def _on_changed(self) -> None:
        self._refresh()

    def _on_compare(self) -> None:
        if self._popup is None:
            from densegui.ui.panels.activations_compare import ComparePopup  # noqa: PLC0415 - when first asked

            self._popup = ComparePopup(self)
            self._popup.changed.connect(self._on_changed)
        self._popup.open_beside(self._bar.button, QRect(self.mapToGlobal(self.rect().topLeft()), self.size()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_if_seen()
