"""PlanePanel: what does a neuron answer at each point of the plane of two input features?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QColor, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QStackedLayout, QVBoxLayout, QWidget

from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.plane_colors import table
from densegui.ui.panels.plane_drawing import Draughtsman, Drawing, Target, finished
from densegui.ui.panels.plane_empty import PlaneEmpty
from densegui.ui.panels.plane_legend import Entry, PlaneLegend
from densegui.ui.panels.plane_plot import PlanePlot
from densegui.ui.panels.plane_points import Points
from densegui.ui.panels.plane_values import AT_INPUT, area_of, seconds, surface, tiles
from densegui.ui.panels.plane_words import entries, feature_names, problem_of, reading, target_name
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors, is_dark

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model, RunResult

_TILE_SIZES: Final = (24, 12)
_TILES_SECONDS: Final = 0.005
_WIDE: Final = 1.45  # as wide as high and more: there is room beside the plot
_ROOM: Final = 420  # pixels that plot and legend need side by side


class PlanePanel(QWidget):
    """The answer of one neuron over the plane of two input features, with the data points on it.

    Signals:
        focus_requested: the ``Focus`` with the neuron that was chosen, or the sample that was clicked.
        pictures_changed: layer id (0 for the input) → RGBA (units, n, n, 4) uint8, a small picture of
            every neuron; None where there are none.
        columns_requested: other columns of the data are wanted.
    """

    focus_requested = Signal(object)
    pictures_changed = Signal(object)
    columns_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planePanel")
        self._model: Model | None = None
        self._dataset: Dataset | None = None
        self._focus = Focus()
        self._area = area_of(None)
        self._points = Points.of(None)
        self._drawing: Drawing | None = None
        self._tiled: tuple[object, ...] = ()
        self._choices: tuple[object, ...] = ()
        self._targets: list[Target] = []
        self._point: tuple[float, float] | None = None
        self._draughtsman = Draughtsman(self)
        self._draughtsman.drawn.connect(self._on_drawn)
        self._chooser = QComboBox(self)
        self._chooser.setObjectName("planeNeuron")
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(8)
        self._chooser.activated.connect(self._on_chosen)
        self._picture = QWidget(self)
        self._plot = PlanePlot(self._picture)
        self._plot.pointed.connect(self._on_pointed)
        self._plot.picked.connect(self._on_picked)
        self._plot.moved.connect(self._on_moved)
        self._legend = PlaneLegend(self._picture)
        self._empty = PlaneEmpty(self)
        self._empty.columns_requested.connect(self.columns_requested)
        self._lay_out()
        self._retranslate()
        self._restyle()

    def show_model(self, model: Model) -> None:
        """Shows the same neuron of another model."""
        self._model = model
        self._refresh()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Shows its rows as points, if it has two features, and the part of the plane they lie in."""
        if dataset is not self._dataset:
            self._dataset = dataset
            self._points = Points.of(dataset)
            self._area = area_of(self._points.extent(dataset))
            self._plot.show_home(self._area)
            self._plot.show_points(self._points)
        self._refresh()

    def show_result(self, result: RunResult | None, current: bool) -> None:  # noqa: ARG002 - what panels take
        """Draws if it waited for the weights, which a run has drawn."""
        if result is not None and self._drawing is None:
            self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Draws if it waited for the weights, which a minibatch has."""
        if minibatch is not None and self._drawing is None:
            self._refresh()

    def show_focus(self, focus: Focus) -> None:
        """Shows the chosen neuron, of none the output, and rings the chosen sample."""
        if focus != self._focus:
            self._focus = focus
            self._refresh()

    def picture(self) -> QWidget:
        """What is exported: the plot and its legend."""
        return self._picture if self._drawing is not None else self._empty

    def numbers(self) -> Iterator[Sequence[object]]:
        """Both features and the answer for each pixel, row by row from the top, after a header row."""
        shown = self._drawing
        if shown is None:
            return
        model, target = shown.model, shown.target
        units = range(model.output_dim) if target.unit is None else (target.unit,)
        names = [target_name(model, replace(target, unit=k), self._dataset) for k in units]
        yield (
            *feature_names(self._dataset),
            *(self.tr("a of {neuron}").format(neuron=name) for name in names),
        )
        n = len(shown.rgba)
        values = finished(surface(model, target.place, target.units, shown.area, n))
        for point, a in zip(shown.area.points(n), values.a.reshape(n * n, -1), strict=True):
            yield (*point.tolist(), *a.tolist())

    def _lay_out(self) -> None:
        self._picture.setObjectName("planePicture")
        self._inner = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._picture)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(2)
        self._inner.addWidget(self._plot.widget, 1)
        self._inner.addWidget(self._legend)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 6, 8, 4)
        column.setSpacing(3)
        column.addWidget(self._chooser)
        column.addWidget(self._picture, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setMinimumSize(220, 160)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Input plane"))
        hint = self.tr(
            "Point to read values (or arrow keys); click a sample to choose it (Enter); wheel or +/− zooms,"
            " double-click or Home shows all"
        )
        self._plot.widget.setAccessibleName(self.tr("Answer of the neuron over the plane of both features"))
        self._plot.widget.setAccessibleDescription(hint)
        self._plot.widget.setStatusTip(hint)
        self._legend.setAccessibleName(self.tr("Legend"))
        self._chooser.setAccessibleName(self.tr("Neuron"))
        self._chooser.setToolTip(self.tr("The neuron whose answer is drawn"))
        self._choices = ()
        self._refresh()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)
        small = small_font(self.font())
        self._legend.setFont(small)
        self._plot.restyle(self.font())
        self._plot.show_points(self._points)
        self._draughtsman.stop()  # what is drawn has other colours
        self._refresh()

    def _refresh(self) -> None:
        """Asks for the picture of now; a hidden panel only makes the small ones."""
        problem, model = problem_of(self._model), self._model
        self._make_tiles(bool(problem))
        if problem or model is None:
            self._draughtsman.stop()
            self._drawing = None
            features = 0 if self._dataset is None else self._dataset.features
            is_other = model is not None and bool(model.layers) and model.input_dim != 2
            self._empty.say(problem, offers_columns=is_other and features > 2)
            self._pages.setCurrentIndex(0)
            self.setAccessibleDescription(problem)
            return
        self._pages.setCurrentIndex(1)
        if not self.isVisible():
            return
        self._offer(model)
        self._plot.show_names(*feature_names(self._dataset))
        self._ring()
        self._draughtsman.draw(model, Target.of(model, self._focus), self._plot.area)
        self._show_legend()

    def _make_tiles(self, impossible: bool) -> None:
        """Makes the small pictures, where they are other ones than before."""
        model = self._model
        sizes = [] if impossible or model is None else _TILE_SIZES
        size = next((n for n in sizes if model and seconds(model, n * n) <= _TILES_SECONDS), 0)
        key = (model, self._area, is_dark()) if size else ()
        if len(key) == len(self._tiled) and all(a is b for a, b in zip(key, self._tiled, strict=True)):
            return
        self._tiled = key
        pictures = tiles(model, self._area, table(), size) if size and model is not None else None
        self.pictures_changed.emit(pictures)

    def _offer(self, model: Model) -> None:
        """Fills the list of neurons: the output first, then layer by layer."""
        dataset = self._dataset
        choices = (model.names, model.dims, feature_names(dataset), dataset and dataset.class_names)
        if choices != self._choices:
            self._choices = choices
            self._chooser.clear()
            self._targets = list(Target.choices(model))
            self._chooser.addItems([target_name(model, target, dataset) for target in self._targets])
        target = Target.of(model, self._focus)
        self._chooser.setPlaceholderText(target_name(model, target, dataset))
        self._chooser.setCurrentIndex(self._targets.index(target) if target in self._targets else -1)

    def _ring(self) -> None:
        dataset, sample = self._dataset, self._focus.sample
        if dataset is None or dataset.features != 2 or not 0 <= sample < dataset.rows:
            self._plot.show_chosen(None)
            return
        self._plot.show_chosen(dataset.x[sample].astype(np.float64), self._points.fill(dataset, sample))

    def _say(self) -> None:
        """Writes what the point says that is pointed at."""
        shown, point = self._drawing, self._point
        if shown is None or point is None:
            self._plot.show_reading((), (0.0, 0.0))
            return
        near = self._plot.nearest(*point)
        sample = None if near is None else int(self._points.rows[near])
        self._plot.show_reading(reading(shown, self._dataset, point, sample), point)

    def _show_legend(self) -> None:
        drawing = self._drawing
        if drawing is None:
            return
        chosen = self._focus.sample if self._focus.sample >= 0 and len(self._points.rows) else None
        found = entries(drawing, self._dataset, self._points, chosen)
        if drawing.model is not self._model:
            found.append(Entry("none", self.tr("being drawn anew …")))
        self._legend.show_entries(found)
        self._arrange()
        text = self.tr("{neuron} over {x} and {y}.").format(
            neuron=target_name(drawing.model, drawing.target, self._dataset),
            **dict(zip("xy", feature_names(self._dataset), strict=True)),
        )
        self.setAccessibleDescription(f"{text} {self._legend.accessibleDescription()}")

    def _arrange(self) -> None:
        """Puts the legend beside a wide plot and beneath others, so that the plot is nearly square."""
        wide = self.width() > max(_WIDE * self.height(), _ROOM)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._inner.direction() != direction:
            self._inner.setDirection(direction)
        self._legend.set_column(wide, self.width() // 3 if wide else self.height() * 22 // 100)

    def _on_drawn(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._plot.show_picture(drawing.rgba, drawing.area)
        self._plot.show_lines(drawing.lines)
        self._show_legend()
        self._say()

    def _on_moved(self) -> None:
        if self._model is not None and self.isVisible() and not problem_of(self._model):
            self._draughtsman.draw(self._model, Target.of(self._model, self._focus), self._plot.area)

    def _on_pointed(self, point: tuple[float, float] | None) -> None:
        self._point = point
        self._say()

    def _on_picked(self, place: int) -> None:
        self.focus_requested.emit(replace(self._focus, sample=int(self._points.rows[place])))

    def _on_chosen(self, place: int) -> None:
        model, target = self._model, self._targets[place]
        if model is None:
            return
        layer_id = INPUT if target.place == AT_INPUT else model.layers[target.place].id
        self.focus_requested.emit(replace(self._focus, layer_id=layer_id, unit=target.unit, source=None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._draughtsman.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()
