"""InspectorPanel: why this number?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from densegui.ui.focus import INPUT, MEAN_OF_SAMPLES, Focus, Minibatch, NeuronValues
from densegui.ui.panels import inspector_block as block
from densegui.ui.panels import inspector_words as words
from densegui.ui.panels.inspector_bar import InspectorBar
from densegui.ui.panels.inspector_card import Item, Words, said
from densegui.ui.panels.inspector_export import numbers_of, text_of
from densegui.ui.panels.inspector_findings import INPUT_PLACE, Explained, Findings, with_number
from densegui.ui.panels.inspector_history import Visited
from densegui.ui.panels.inspector_neuron import input_items, neuron_items
from densegui.ui.panels.inspector_pages import BlockPage, NeuronPage
from densegui.ui.panels.inspector_sheet import Terms
from densegui.ui.panels.inspector_terms import sorted_terms
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Initializer, Model, RunResult


class InspectorPanel(QWidget):
    """Explains the selected neuron's number term by term, and a selected block by its arguments and weights.

    Signals:
        focus_requested: the ``Focus`` that is wanted: a term's neuron, another sample, back.
        parameters_requested: layer id, its new weights (n_in, n_out) or None, its new bias (n_out,) or None.
        change_requested: layer id, ``"init"``, the new ``Initializer``.
        values_wanted: whether anybody sees how the values of the focused neuron are distributed.
    """

    focus_requested = Signal(object)
    parameters_requested = Signal(int, object, object)
    change_requested = Signal(int, str, object)
    values_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorPanel")
        self._findings = Findings()
        self._visited = Visited()
        self._is_held = False
        self._bar = InspectorBar(self)
        self._content = QWidget(self)
        self._empty = QLabel(self)
        self._neuron = NeuronPage(self)
        self._block = BlockPage(self)
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()

    def show_model(self, model: Model) -> None:
        """Explains numbers of another model; until its minibatch comes, those of the last are out of date."""
        self._findings.model = model
        self._visited.keep({INPUT: model.input_dim, **{layer.id: layer.units for layer in model.layers}})
        self._refresh()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Names features and classes, and offers the samples."""
        if dataset is not self._findings.dataset:
            self._findings.forget()
        self._findings.dataset = dataset
        self._refresh()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Compares with the values of a run; one that is not current is shown as out of date."""
        self._findings.result, self._findings.is_current = result, current
        self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Explains numbers of these rows."""
        self._findings.minibatch = minibatch
        self._refresh()

    def show_neuron_values(self, values: NeuronValues | None, under_way: bool) -> None:
        """Compares with all values of the neuron; those of another, or of another model, are not of now.

        Args:
            values: the last that were counted.
            under_way: whether others are being counted.
        """
        before = self._findings.standing()
        self._findings.values, self._findings.is_counting = values, under_way
        if self._findings.standing() != before:
            self._refresh()

    def hold(self, on: bool) -> None:
        """Waits while more is to come; then shows all of it at once."""
        self._is_held = on
        self._refresh()

    def show_focus(self, focus: Focus) -> None:
        """Explains another neuron, block or sample."""
        if focus == self._findings.focus:
            return
        self._visited.move(self._findings.focus, focus)
        self._findings.focus = focus
        self._refresh()

    def picture(self) -> QWidget:
        """What is exported: the page without the row of controls."""
        return self._content

    def numbers(self) -> Iterator[Sequence[object]]:
        """The numbers behind the page: the terms of a neuron, or the histograms of a block."""
        return numbers_of(self._findings, by_size=self._bar.by_size)

    def text(self) -> str:
        """All of the page in plain text, with every digit; empty where nothing is looked at."""
        is_block = self._pages.currentWidget() is self._block
        items = self._block.items if is_block else self._neuron.card.items
        return text_of(self._findings, self._bar.title, items)

    def _lay_out(self) -> None:
        self._empty.setObjectName("inspectorEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self._content)
        for page in (self._empty, self._neuron, self._block):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(3)
        column.addWidget(self._bar)
        column.addWidget(self._content, 1)
        self.setMinimumSize(220, 160)

    def _connect(self) -> None:
        self._bar.back_requested.connect(self._on_back)
        self._bar.sample_requested.connect(self._on_sample)
        self._bar.order_changed.connect(self._on_order_changed)
        self._bar.copy_requested.connect(self._on_copy)
        terms = self._neuron.list
        terms.term_activated.connect(self._on_term)
        terms.source_requested.connect(self._on_source)
        terms.entered.connect(self._on_entered)
        terms.sample_stepped.connect(self._bar.step)
        terms.back_requested.connect(self._on_back)
        self._block.scale.changed.connect(self._on_scaled)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self._empty.setText(self.tr("Click a neuron in the graph, a brick, or a cell in the matrices."))
        self._neuron.list.retranslate()
        self._neuron.card.setAccessibleName(self.tr("Formulas of the neuron"))
        self._block.facts.setAccessibleName(self.tr("The block in words"))
        self._block.spreads.setAccessibleName(self.tr("How its weights are spread"))
        self._findings.forget_names()
        self._refresh()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)
        # Under a style sheet of the application, widgets do not take up the font of their parent.
        for child in (self._bar, self._empty, *self._neuron.views, *self._block.views):
            child.setFont(self.font())

    def _refresh(self) -> None:
        """Shows what is known now; out of sight it waits until it is seen."""
        if self._is_held or not self.isVisible():
            return
        model, place, unit = self._findings.model, self._findings.place, self._findings.focus.unit
        self._bar.setVisible(place is not None)
        self._bar.show_back(len(self._visited) > 0)
        if model is None or place is None:
            self._pages.setCurrentWidget(self._empty)
            self.setAccessibleDescription(self._empty.text())
            return
        self._bar.show_controls(sample=unit is not None, order=unit is not None and place >= 0)
        is_mean = self._findings.focus.sample == MEAN_OF_SAMPLES
        self._bar.show_sample(self._findings.sample, self._findings.samples, stands_in=is_mean)
        if unit is None and place >= 0:
            self._show_block(model, place)
            return
        title = words.heading(model, self._findings.dataset, place, unit)
        if place < 0:
            value, standing = self._findings.feature(), self._findings.standing()
            items = input_items(model, self._findings.dataset, unit, value, standing)
            self._show_page(title, None, items)
        else:
            self._show_neuron(title, self._findings.explained())

    def _show_neuron(self, title: str, found: Explained | None) -> None:
        if found is None:
            text = self.tr(
                "Press Run forward (F5), or choose a sample, to see why this neuron has its value."
            )
            self._show_page(title, None, (Words(text, "muted"),))
            return
        numbers, source = found.explanation, self._findings.focus.source
        order = sorted_terms(numbers.products, self._bar.by_size)
        terms = Terms(
            numbers,
            order,
            self._findings.input_names(found),
            words.layer_name(found.model, numbers.place - 1),
            source if source is not None and source < len(order) else None,
            found.faded,
        )
        items = neuron_items(
            found.model,
            self._findings.dataset,
            numbers,
            order,
            self._findings.standing(),
            faded=found.faded,
        )
        self._show_page(title, terms, items)

    def _show_page(self, title: str, terms: Terms | None, items: tuple[Item, ...]) -> None:
        faded = terms is not None and terms.faded
        text = self.tr("{title} · out of date").format(title=title) if faded else title
        self._bar.show_title(text, out_of_date=faded)
        self._neuron.show_neuron(terms, items)
        self._pages.setCurrentWidget(self._neuron)
        self.setAccessibleDescription(". ".join([text, *said(items)]))

    def _show_block(self, model: Model, place: int) -> None:
        dataset, layer, name = self._findings.dataset, model.layers[place], model.names[place]
        facts = block.facts(model, place, turned=dataset is not None and dataset.samples_in_columns)
        spreads = block.spreads(model, place, self._findings.block_numbers())
        self._bar.show_title(name, out_of_date=False)
        self._block.scale.show_init(layer.init, given=model.is_given(place))
        self._block.show_block(facts, spreads)
        self._pages.setCurrentWidget(self._block)
        self.setAccessibleDescription(". ".join([name, *said((*facts, *spreads))]))

    def _on_back(self) -> None:
        focus = self._visited.back(self._findings.focus)
        if focus is not None:
            self.focus_requested.emit(focus)

    def _on_sample(self, sample: int) -> None:
        self.focus_requested.emit(replace(self._findings.focus, sample=sample))

    def _on_order_changed(self) -> None:
        self._refresh()

    def _on_term(self, term: int) -> None:
        model, place = self._findings.model, self._findings.place
        if model is not None and place is not None and place > INPUT_PLACE:
            layer_id = model.layers[place - 1].id if place else INPUT
            self.focus_requested.emit(
                replace(self._findings.focus, layer_id=layer_id, unit=term, source=None)
            )

    def _on_source(self, term: int) -> None:
        self.focus_requested.emit(replace(self._findings.focus, source=term))

    def _on_entered(self, row: int, value: float) -> None:
        found = self._findings.explained()
        if found is None or found.faded:
            return
        weights, bias = with_number(found.model.parameters[found.explanation.place], found, row, value)
        self.parameters_requested.emit(found.layer_id, weights, bias)

    def _on_scaled(self, init: Initializer) -> None:
        self.change_requested.emit(self._findings.focus.layer_id, "init", init)

    def _on_copy(self) -> None:
        if self._findings.place is not None:
            QGuiApplication.clipboard().setText(self.text())

    def event(self, event: QEvent) -> bool:
        """Takes Ctrl+C before the window's own shortcut, while the keyboard is heard in here."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.KeyPress:
                self._on_copy()
            event.accept()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.values_wanted.emit(True)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.values_wanted.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()
            self._refresh()
