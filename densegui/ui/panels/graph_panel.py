"""GraphPanel: which neuron is connected to which, how strongly, and what flows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QToolTip, QWidget

from densegui.ui.focus import MEAN_OF_SAMPLES, Focus, Minibatch
from densegui.ui.panels.graph_compose import Contents, picture_of
from densegui.ui.panels.graph_editing import GraphEditing
from densegui.ui.panels.graph_fading import Fading
from densegui.ui.panels.graph_frame import GraphFrame
from densegui.ui.panels.graph_heat import Cell
from densegui.ui.panels.graph_highlight import Highlight
from densegui.ui.panels.graph_layout import Edge, Gap, Neuron
from densegui.ui.panels.graph_navigation import GraphNavigation
from densegui.ui.panels.graph_numbers import rows_of
from densegui.ui.panels.graph_options import Options
from densegui.ui.panels.graph_picture import Numbers, Picture
from densegui.ui.panels.graph_scans import Scans
from densegui.ui.panels.graph_scene import Handle
from densegui.ui.panels.graph_shown import Shown
from densegui.ui.panels.graph_texts import focus_text, statement, summary, target_text
from densegui.ui.panels.graph_tiles import tiles_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Model, RunResult


class GraphPanel(GraphFrame):
    """The neurons of a model from input to output, with the strongest weights between them.

    Signals:
        focus_requested(object): the ``Focus`` that a person wants instead of the one shown.
        parameters_requested(int, object, object): layer id, the weights (n_in, n_out) it shall have or
            None, the bias (n_out,) it shall have or None.
        init_requested(object, str): ids of layers, and the initialiser with which to run them.
        choices_changed(object): what is chosen for the view, a ``dict`` of words to be kept.
    """

    focus_requested = Signal(object)
    parameters_requested = Signal(int, object, object)
    init_requested = Signal(object, str)
    choices_changed = Signal(object)
    _outdated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphPanel")
        self._shown = Shown()
        self._picture: Picture | None = None
        self._numbers: list[Numbers | None] = []
        self._images: Mapping[int, NDArray[np.uint8]] | None = None
        self._highlight = Highlight()
        self._fading: Fading | None = None
        self._stale = True
        self._navigation = GraphNavigation(self._canvas, self)
        self._editing = GraphEditing(self._canvas, self)
        self._scans = Scans(self)
        self._connect()
        self._retranslate()

    def show_model(self, model: Model) -> None:
        """Shows a model; values of an earlier run stay where their layers are still there."""
        before, self._shown.model = self._shown.model, model
        if before is None or before.dims != model.dims:
            self._navigation.starts.clear()
            self._canvas.refit_next()
        self._editing.show(model, self._shown.focus)
        self._refresh()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows the names of its features and classes, and offers its samples."""
        self._shown.dataset = dataset
        self._refresh()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Fills the neurons with their means over a run; where that is out of date, says so instead."""
        self._shown.result, self._shown.is_current = result, current
        self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Fills the neurons with the chosen sample, if it is among these rows."""
        self._shown.minibatch = minibatch
        self._refresh()

    def show_focus(self, focus: Focus) -> None:
        """Makes the selected layer, neuron and edge stand out, and shows the chosen sample."""
        before, self._shown.focus = self._shown.focus, focus
        if focus != before:
            self._refresh()

    def show_neuron_pictures(self, images: Mapping[int, NDArray[np.uint8]] | None) -> None:
        """Draws pictures in the place of neurons.

        Args:
            images: layer id (``INPUT`` too) → (units, h, w, 4) RGBA; None for the usual circles.
        """
        self._images = images
        self._refresh()

    def highlight(
        self,
        neurons: Collection[tuple[int, int]] | None,
        edges: Collection[tuple[int, int, int]] = (),
    ) -> None:
        """Dims everything but these neurons and edges, and leaves out the words beneath the graph.

        Args:
            neurons: (layer id, unit) of each; None dims nothing.
            edges: (layer id, source, unit) of each.
        """
        was_on = self._highlight.is_on
        if self._highlight.take(neurons, edges) or self._highlight.is_on != was_on:
            self._refresh()
        elif not self._stale:
            self._item.light(self._highlight.lit(self._picture))

    def choose(self, **choice: object) -> None:
        """Makes a choice of ``Options``, such as ``upward=True``, as a person would in the menu."""
        self._controls.menu.choose(**choice)

    def show_choices(self, words: Mapping[str, str]) -> None:
        """Takes up what ``choices_changed`` said another time; words it does not know change nothing."""
        options = Options.read(words)
        self.choose(**{field: getattr(options, field) for field in options.words()})

    def fit(self) -> None:
        """Brings all neurons into view."""
        self._catch_up()
        self._canvas.fit()

    def picture(self) -> QWidget:
        """What is exported: the graph with its legend."""
        self._catch_up()
        return self._figure

    def numbers(self) -> Iterator[Sequence[object]]:
        """Every neuron, every line, and every weight of a heat map, after a row of headers."""
        self._catch_up()
        if self._shown.model is not None and self._picture is not None:
            yield from rows_of(self._shown.model, self._picture, self._numbers)

    def _connect(self) -> None:
        self._controls.sample_requested.connect(self._on_sample_requested)
        self._controls.options_changed.connect(self._on_options_changed)
        self._controls.fit_requested.connect(self.fit)
        self._item.hovered.connect(self._on_hovered)
        self._navigation.focus_requested.connect(self.focus_requested)
        self._navigation.page_turned.connect(self._refresh)
        self._editing.parameters_requested.connect(self.parameters_requested)
        self._scans.changed.connect(self._refresh)
        self._foot.try_requested.connect(self._on_try_requested)
        self._outdated.connect(self._on_outdated, Qt.ConnectionType.QueuedConnection)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Neuron graph"))
        self._view.setAccessibleName(self.tr("Neurons and weights"))
        self._empty.setText(self.tr("Add a Dense block to the stack: its neurons appear here."))
        self._refresh()

    def _refresh(self) -> None:
        """Puts the picture together anew, once for all that comes together, and once it can be seen."""
        if not self._stale:
            self._stale = True
            self._outdated.emit()

    def _on_outdated(self) -> None:
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        """Puts the picture together from all that is known, unless it is."""
        if not self._stale:
            return
        self._stale = False
        shown, model, options = self._shown, self._shown.model, self._controls.options
        if model is None or not model.layers:
            self._picture = None
        else:
            self._numbers = shown.numbers(model)
            contents = Contents(
                model,
                shown.dataset,
                self._numbers,
                shown.focus,
                options,
                self._navigation.starts,
                self._highlight.unfolded,
                self.tr("Input"),
            )
            self._picture = picture_of(contents, self._scans)
        self._controls.offer_samples(shown.samples)
        self._controls.show_sample(shown.focus.sample)
        self._item.show_picture(
            self._picture, {} if self._picture is None else tiles_of(self._picture, self._images)
        )
        self._canvas.turn(options.upward)
        self._pages.setCurrentWidget(self._empty if self._picture is None else self._figure)
        # While the pass is played its own words stand beneath the graph, which wants the room.
        playing = self._highlight.is_on
        self._foot.setVisible(
            self._picture is not None and (not playing or shown.is_out_of_date(self._picture))
        )
        self._figure.show_legend(not playing)
        self._mark()
        self._item.light(self._highlight.lit(self._picture))
        self._say()
        self._canvas.refit()

    def _mark(self) -> None:
        """Makes what is selected stand out, and its number editable."""
        picture, model, focus = self._picture, self._shown.model, self._shown.focus
        neuron, edge = (None, None) if picture is None else picture.focused(focus)
        column = None if picture is None else picture.column_of(focus.layer_id)
        self._item.select(neuron, edge, column)
        self._navigation.show(model, picture, focus)
        self._editing.show(model, focus)

    def _say(self) -> None:
        """Writes what is shown in words."""
        picture, shown = self._picture, self._shown
        if picture is None:
            self.setAccessibleDescription(self._empty.text())
            return
        self._figure.legend.explain(
            contribution=picture.contribution,
            heat=any(link.heat for link in picture.links),
            pictures=bool(self._images),
            one=shown.focus.sample != MEAN_OF_SAMPLES,
        )
        neuron, edge = picture.focused(shown.focus)
        text = statement(picture) if neuron is None else focus_text(picture, neuron, edge, shown.what())
        line, out_of_date = text.replace("\n", " · "), shown.is_out_of_date(picture)
        fading = self._fading = shown.fading() if neuron is None else None
        if fading is None:
            self._foot.show_words(line, out_of_date)
        else:
            init = fading.init if fading.layer_ids else ""
            self._foot.show_words(fading.sentence, out_of_date, fading.detail, init)
        self._view.setAccessibleDescription(line)
        said = summary(picture, shown.what(), out_of_date)
        self.setAccessibleDescription(said if fading is None else f"{said} {fading.detail}")

    def _on_try_requested(self) -> None:
        if self._fading is not None:
            self.init_requested.emit(self._fading.layer_ids, self._fading.init)

    def _on_options_changed(self, options: Options) -> None:
        self._refresh()
        self.choices_changed.emit(options.words())

    def _on_sample_requested(self, sample: int) -> None:
        self._navigation.request(sample=sample)

    def _on_hovered(self, target: Neuron | Edge | Cell | Gap | Handle | None, place: QPoint) -> None:
        if target is None or self._picture is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(place, target_text(self._picture, target, self._shown.what()), self._view)

    def showEvent(self, event: QShowEvent) -> None:
        """Catches up with what came while nobody looked."""
        super().showEvent(event)
        self._catch_up()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the language, the colours and the font of the application."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._foot.restyle()
        elif event.type() == QEvent.Type.FontChange:
            self._foot.set_font(self.font())
            self._refresh()
