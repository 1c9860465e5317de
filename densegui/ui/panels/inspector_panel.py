"""InspectorPanel: why this number?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels import inspector_block as block
from densegui.ui.panels import inspector_neuron as neuron
from densegui.ui.panels import inspector_words as words
from densegui.ui.panels.inspector_bar import InspectorBar
from densegui.ui.panels.inspector_card import Item, Words
from densegui.ui.panels.inspector_history import Visited
from densegui.ui.panels.inspector_pages import BlockPage, NeuronPage
from densegui.ui.panels.inspector_rows import BIAS, Terms
from densegui.ui.panels.inspector_spread import spread
from densegui.ui.panels.inspector_terms import Explanation, explain, sorted_terms
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model, Parameters, RunResult
    from densegui.engine.statistics import LayerStatistics

_INPUT_PLACE = -1


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """The last numbers of a neuron, and the model that they are of."""

    layer_id: int | None
    model: Model
    explanation: Explanation


class InspectorPanel(QWidget):
    """Explains the selected neuron's number term by term, and a selected block by its arguments and weights.

    Signals:
        focus_requested: the ``Focus`` that is wanted: a term's neuron, another sample, back.
        parameters_requested: layer id, its new weights (n_in, n_out) or None, its new bias (n_out,) or None.
        change_requested: layer id, ``"init"``, the new ``Initializer``.
    """

    focus_requested = Signal(object)
    parameters_requested = Signal(int, object, object)
    change_requested = Signal(int, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorPanel")
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._result: RunResult | None = None
        self._current = True
        self._minibatch: Minibatch | None = None
        self._focus = Focus()
        self._known: _Known | None = None
        self._visited = Visited()
        self._spreads: tuple[int | None, Parameters, block.BlockNumbers] | None = None
        self._names: tuple[object, int, list[str]] = (None, 0, [])
        self._build()
        self._retranslate()

    def show_model(self, model: Model) -> None:
        """Explains numbers of another model; until its minibatch comes, those of the last are out of date."""
        self._model = model
        self._visited.keep({INPUT: model.input_dim, **{layer.id: layer.units for layer in model.layers}})
        self._refresh()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Names features and classes, and offers the samples."""
        if dataset is not self._dataset:
            self._known = None
        self._dataset = dataset
        self._refresh()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Compares with the values of a run, where it is of the model of now."""
        self._result, self._current = result, current
        self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Explains numbers of these rows."""
        self._minibatch = minibatch
        self._refresh()

    def show_focus(self, focus: Focus) -> None:
        """Explains another neuron, block or sample."""
        self._visited.move(self._focus, focus)
        self._focus = focus
        self._refresh()

    def picture(self) -> QWidget:
        """What is exported: the page without the row of controls."""
        return self._content

    def numbers(self) -> Iterator[Sequence[object]]:
        """The numbers behind the page: the terms of a neuron, or the histograms of a block."""
        model, place = self._model, self._place()
        if model is None or place is None:
            return iter(())
        if self._focus.unit is None:
            return block.rows_of(self._block_numbers(model, place) if place >= 0 else None)
        found, _faded = self._explanation()
        if place < 0 or found is None:
            return iter(())
        explanation = found.explanation
        order = sorted_terms(explanation.products, self._bar.by_size)
        return words.rows_of(explanation, self._input_names(found), order)

    def text(self) -> str:
        """All of the page in plain text, with every digit; empty where nothing is looked at."""
        found, _faded = self._explanation()
        if found is None or self._place() in {None, _INPUT_PLACE}:
            page = self._block.facts.items + self._block.spreads.items
            items = page if self._pages.currentWidget() is self._block else self._neuron.card.items
            lines = [item.tip or item.text if isinstance(item, Words) else item.title for item in items]
            return "\n".join([self._bar.title, *lines]) + "\n"
        notes = [item.text for item in self._neuron.card.items if isinstance(item, Words)][3:]
        title = self.tr("{title} · sample {number}").format(
            title=self._title(found.model, found.explanation.place), number=found.explanation.sample
        )
        return words.plain_text(title, found.explanation, self._input_names(found), found.model, notes)

    def _build(self) -> None:
        self._bar = InspectorBar(self)
        self._bar.back_requested.connect(self._on_back)
        self._bar.sample_requested.connect(self._on_sample)
        self._bar.order_changed.connect(self._refresh)
        self._bar.copy_requested.connect(self._on_copy)
        self._empty = QLabel(self)
        self._empty.setObjectName("inspectorEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._neuron = NeuronPage(self)
        terms = self._neuron.list
        terms.term_activated.connect(self._on_term)
        terms.source_requested.connect(self._on_source)
        terms.entered.connect(self._on_entered)
        terms.sample_stepped.connect(self._bar.step)
        terms.back_requested.connect(self._on_back)
        self._block = BlockPage(self)
        self._block.scale.changed.connect(self._on_scaled)
        self._content = QWidget(self)
        self._pages = QStackedLayout(self._content)
        for page in (self._empty, self._neuron, self._block):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(3)
        column.addWidget(self._bar)
        column.addWidget(self._content, 1)
        self.setMinimumSize(220, 160)
        self._restyle()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Inspector"))
        self._empty.setText(self.tr("Click a neuron in the graph, a brick, or a cell in the matrices."))
        self._neuron.list.retranslate()
        self._neuron.card.setAccessibleName(self.tr("Formulas of the neuron"))
        self._block.facts.setAccessibleName(self.tr("The block in words"))
        self._block.spreads.setAccessibleName(self.tr("How its weights are spread"))
        self._refresh()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)

    def _place(self) -> int | None:
        """The place of the layer looked at; −1 for the input, None where there is none."""
        model, focus = self._model, self._focus
        if model is None or focus.layer_id is None:
            return None
        places = {INPUT: _INPUT_PLACE, **{layer.id: place for place, layer in enumerate(model.layers)}}
        place = places.get(focus.layer_id)
        too_far = place is not None and focus.unit is not None and focus.unit >= model.dims[place + 1]
        return None if too_far else place

    def _refresh(self) -> None:
        """Shows what is known now; out of sight it waits until it is seen."""
        if not self.isVisible():
            return
        model, place = self._model, self._place()
        self._bar.show_back(len(self._visited) > 0)
        self._bar.setVisible(place is not None)
        if model is None or place is None:
            self._pages.setCurrentWidget(self._empty)
            self.setAccessibleDescription(self._empty.text())
            return
        neuron_is_shown = self._focus.unit is not None
        self._bar.show_controls(sample=neuron_is_shown, order=neuron_is_shown and place >= 0)
        if place >= 0 and not neuron_is_shown:
            self._show_block(model, place)
        elif place >= 0:
            self._show_neuron(model, place)
        else:
            self._show_input(model)

    def _show_neuron(self, model: Model, place: int) -> None:
        found, faded = self._explanation()
        if found is None:
            text = self.tr(
                "Press Run forward (F5), or choose a sample, to see why this neuron has its value."
            )
            self._show_page(self._title(model, place), None, (Words(text, "muted"),), faded=False)
            return
        numbers = found.explanation
        order = sorted_terms(numbers.products, self._bar.by_size)
        source = self._focus.source
        terms = Terms(
            numbers,
            order,
            self._input_names(found),
            words.layer_name(found.model, numbers.place - 1),
            source if source is not None and source < len(order) else None,
            faded,
        )
        statistics = self._statistics(place)
        items = neuron.neuron_items(found.model, self._dataset, numbers, order, statistics, faded=faded)
        self._show_page(self._title(model, place), terms, items, faded=faded)

    def _show_input(self, model: Model) -> None:
        unit = self._focus.unit
        statistics = self._statistics(_INPUT_PLACE)
        if unit is None:
            text = self.tr("The input: {features:,} features, x (N, {features}). Click one of its neurons.")
            self._show_page(
                self.tr("input"), None, (Words(text.format(features=model.input_dim)),), faded=False
            )
            return
        value = None
        minibatch = self._minibatch
        if minibatch is not None and minibatch.model is model:
            row = minibatch.row_of(self._focus.sample)
            value = None if row is None else minibatch.trace.x[row, unit]
        items = neuron.feature_items(model, self._dataset, unit, value, statistics, faded=False)
        self._show_page(self._title(model, _INPUT_PLACE), None, items, faded=False)

    def _show_page(self, title: str, terms: Terms | None, items: tuple[Item, ...], *, faded: bool) -> None:
        shown = self.tr("{title} · out of date").format(title=title) if faded else title
        self._bar.show_title(shown, out_of_date=faded)
        self._bar.show_sample(self._sample(), self._rows())
        self._neuron.show_neuron(terms, items)
        self._pages.setCurrentWidget(self._neuron)
        self._say(shown, items)

    def _show_block(self, model: Model, place: int) -> None:
        turned = self._dataset is not None and self._dataset.samples_in_columns
        layer = model.layers[place]
        numbers = self._block_numbers(model, place)
        facts = block.facts(model, place, turned=turned)
        self._bar.show_title(model.names[place], out_of_date=False)
        self._block.scale.show_init(layer.init, given=model.is_given(place))
        self._block.show_block(facts, block.spreads(model, place, numbers))
        self._pages.setCurrentWidget(self._block)
        self._say(model.names[place], facts)

    def _say(self, title: str, items: tuple[Item, ...]) -> None:
        said = [item.text for item in items if isinstance(item, Words)]
        self.setAccessibleDescription(". ".join([title, *said]))

    def _title(self, model: Model, place: int) -> str:
        assert self._focus.unit is not None
        return neuron.heading(model, self._dataset, words.layer_name(model, place), place, self._focus.unit)

    def _explanation(self) -> tuple[_Known | None, bool]:
        """The numbers of the neuron looked at, and whether they are out of date."""
        model, place, focus, minibatch = self._model, self._place(), self._focus, self._minibatch
        if model is None or place is None or place < 0 or focus.unit is None:
            return None, False
        if minibatch is not None and minibatch.model is model:
            row = minibatch.row_of(focus.sample)
            if row is not None:
                numbers = explain(
                    minibatch.trace,
                    place,
                    focus.unit,
                    row,
                    sample=minibatch.first + row,
                    use_bias=model.layers[place].use_bias,
                )
                self._known = _Known(focus.layer_id, model, numbers)
                return self._known, False
        known = self._known
        fits = known is not None and (known.layer_id, known.explanation.unit) == (focus.layer_id, focus.unit)
        return (known, True) if fits else (None, False)

    def _input_names(self, found: _Known) -> list[str]:
        """The names of all inputs of a neuron; made anew only for another layer or other data."""
        before = found.explanation.place - 1
        count = len(found.explanation.x)
        key = (before, self._dataset, self.locale())
        if self._names[0] != key or self._names[1] != count:
            made = [words.unit_name(found.model, self._dataset, before, k) for k in range(count)]
            self._names = (key, count, made)
        return self._names[2]

    def _block_numbers(self, model: Model, place: int) -> block.BlockNumbers | None:
        """How the parameters of a block are spread; counted anew only for other parameters."""
        layer, kept = model.layers[place], self._spreads
        if not model.is_drawn(place):
            return None if kept is None or kept[0] != layer.id else replace(kept[2], faded=True)
        parameters = model.parameters[place]
        if kept is None or kept[1] is not parameters:
            bias = spread(parameters.bias) if layer.use_bias else None
            kept = self._spreads = (
                layer.id,
                parameters,
                block.BlockNumbers(spread(parameters.weights), bias, False),
            )
        return kept[2]

    def _statistics(self, place: int) -> LayerStatistics | None:
        """The z of a layer, or x, in the run of the model of now."""
        model, result, unit = self._model, self._result, self._focus.unit
        if model is None or result is None or not self._current:
            return None
        if place < 0:
            found = result.inputs
        else:
            ids = [layer.id for layer in result.model.layers]
            if model.layers[place].id not in ids:
                return None
            found = result.layers[ids.index(model.layers[place].id)].z
        return found if unit is None or unit < len(found.unit_mean) else None

    def _rows(self) -> int:
        """How many samples there are to choose from."""
        dataset, model = self._dataset, self._model
        fits = dataset is not None and model is not None and dataset.features == model.input_dim
        return dataset.rows if fits and dataset is not None else 0

    def _sample(self) -> int:
        """The sample whose numbers are shown or wanted."""
        first = 0 if self._minibatch is None else self._minibatch.first
        return self._focus.sample if self._focus.sample >= 0 else first

    def _on_back(self) -> None:
        focus = self._visited.back(self._focus)
        if focus is not None:
            self.focus_requested.emit(focus)

    def _on_sample(self, sample: int) -> None:
        self.focus_requested.emit(replace(self._focus, sample=sample))

    def _on_term(self, term: int) -> None:
        place = self._place()
        if self._model is None or place is None or place < 0:
            return
        layer_id = self._model.layers[place - 1].id if place else INPUT
        self.focus_requested.emit(replace(self._focus, layer_id=layer_id, unit=term, source=None))

    def _on_source(self, term: int) -> None:
        self.focus_requested.emit(replace(self._focus, source=term))

    def _on_entered(self, row: int, value: float) -> None:
        model, place, unit = self._model, self._place(), self._focus.unit
        if model is None or place is None or place < 0 or unit is None or not model.is_drawn(place):
            return
        before = model.parameters[place]
        if row == BIAS:
            bias = np.array(before.bias)
            bias[unit] = value
            self.parameters_requested.emit(self._focus.layer_id, None, bias)
        else:
            weights = np.array(before.weights)
            weights[row, unit] = value
            self.parameters_requested.emit(self._focus.layer_id, weights, None)

    def _on_scaled(self, init: object) -> None:
        self.change_requested.emit(self._focus.layer_id, "init", init)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def event(self, event: QEvent) -> bool:
        """Takes Ctrl+C before the window's own shortcut, while the focus is in here."""
        is_copy = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if is_copy and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if is_copy and event.type() == QEvent.Type.KeyPress:
            self._on_copy()
            return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._names = (None, 0, [])
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()
            self._refresh()
