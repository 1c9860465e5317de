"""Activation functions: what does g do, and where are this run's values on it?"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from densegui.engine import Activation, Dense, Model, RunResult
from densegui.engine.statistics import LayerStatistics
from densegui.ui.panels.activations_compare import ComparePopup
from densegui.ui.panels.activations_curves import Curve, function_of
from densegui.ui.panels.activations_overlay import Span
from densegui.ui.panels.activations_plot import ActivationPlot
from densegui.ui.panels.activations_regions import Region, region_shares, regions
from densegui.ui.panels.activations_words import region_name, region_text, softmax_text, state_text, title
from densegui.ui.panels.plotting import LineLabel, outward, percent, shares, small_font
from densegui.ui.theme import colors, family_curve

_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_WIDE = (-5.0, 5.0)


class ActivationsPanel(QWidget):
    """The function of one block as a curve, with the histogram of this run's z on the same x axis.

    Signals:
        layer_selected: the id of the block chosen in the panel's own list.
    """

    layer_selected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("activationsPanel")
        self._model: Model | None = None
        self._result: RunResult | None = None
        self._current = True
        self._layer_id: int | None = None
        self._shown_id: int | None = None
        self._chooser = QComboBox(self)
        self._chooser.setObjectName("activationsBlock")
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._chooser.setMinimumContentsLength(8)
        self._chooser.activated.connect(self._on_chosen)
        self._wide = self._tool_button("activationsWide")
        self._wide.setCheckable(True)
        self._wide.setChecked(True)
        self._wide.toggled.connect(self._on_changed)
        self._compare = self._tool_button("activationsCompare")
        self._compare.clicked.connect(self._on_compare)
        self._popup = ComparePopup(self)
        self._popup.changed.connect(self._on_changed)
        self._title = LineLabel("activationsTitle", self)
        self._badge = LineLabel("activationsBadge", self)
        self._note = QLabel(self)
        self._note.setObjectName("activationsNote")
        self._note.setWordWrap(True)
        self._empty = QLabel(self)
        self._empty.setObjectName("activationsEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._plot = ActivationPlot(self)
        self._lay_out()
        self._retranslate()
        self._restyle()

    def show_model(self, model: Model) -> None:
        """Shows the blocks of the model; the selected one stays selected where it still exists."""
        self._model = model
        items = [f"{n} · {layer.activation}" for n, layer in zip(model.names, model.layers, strict=True)]
        if items != [self._chooser.itemText(i) for i in range(self._chooser.count())]:
            self._chooser.clear()
            self._chooser.addItems(items)
        self._refresh()

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Shows the z of a run; where it is not of the model and the data of now, says so instead."""
        self._result, self._current = result, current
        self._refresh()

    def show_selection(self, layer_id: int | None) -> None:
        """Shows the block with this id; None keeps the last one."""
        if layer_id is not None and layer_id != self._layer_id:
            self._layer_id = layer_id
            self._refresh()

    def _tool_button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(4)
        bar.addWidget(self._chooser, 1)
        bar.addWidget(self._wide)
        bar.addWidget(self._compare)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(bar)
        column.addWidget(self._title)
        column.addWidget(self._plot.widget, 1)
        # The badge covers the note, so that nothing moves when a run goes out of date.
        self._badge.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        foot = QGridLayout()
        foot.addWidget(self._note, 0, 0)
        foot.addWidget(self._badge, 0, 0)
        column.addLayout(foot)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        self.setMinimumSize(220, 160)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Activation functions"))
        self._plot.widget.setAccessibleName(self.tr("Curve of the activation function"))
        hint = self.tr(
            "Point to read x and g(x); drag to pan, wheel or +/− to zoom, double-click or Home for all"
        )
        self._plot.widget.setStatusTip(hint)
        self._plot.widget.setAccessibleDescription(hint)
        self._chooser.setAccessibleName(self.tr("Block"))
        self._chooser.setToolTip(self.tr("The block whose function is shown"))
        self._wide.setText(self.tr("Wide"))
        self._wide.setAccessibleName(self.tr("Wide"))
        self._wide.setToolTip(self.tr("Show x from −5 to 5 at least, not only where this run's z lies"))
        self._compare.setText(self.tr("Compare ▾"))
        self._compare.setAccessibleName(self.tr("Compare"))
        self._compare.setToolTip(self.tr("Draw other activation functions on the same plot"))
        self._empty.setText(self.tr("Add a Dense block to see its activation function here."))
        self._badge.show_text(self.tr("Out of date: press Run forward (F5)"), "warning", filled=True)
        self._refresh()

    def _restyle(self) -> None:
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), QColor(colors().panel))
        if palette != self.palette():
            self.setPalette(palette)
        heading = self.font()
        heading.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(heading)
        self._note.setFont(small_font(self.font()))
        self._note.setMinimumHeight(self._badge.sizeHint().height())
        self._plot.restyle(self.font())
        self._refresh()

    def _refresh(self) -> None:
        """Shows what is known now; items are updated, never made anew."""
        model = self._model
        self._pages.setCurrentIndex(1 if model is not None and model.layers else 0)
        if model is None or not model.layers:
            self.setAccessibleDescription(self._empty.text())
            return
        index = self._index(model)
        layer, units = model.layers[index], model.layers[index].units
        self._chooser.setCurrentIndex(index)
        statistics = self._statistics(layer)
        out_of_date = self._result is not None and not self._current
        self._badge.setVisible(out_of_date)
        self._title.show_text(title(model.names[index], layer.activation))
        found = regions(layer.activation)
        self._plot.show_curves(self._curves(layer.activation, units), self._range(statistics))
        self._show_histogram(statistics)
        texts = self._show_regions(found, statistics)
        self._note.setText(self._note_text(layer, statistics, texts))
        words = [self._title.text(), self._note.text(), *([self._badge.text()] if out_of_date else [])]
        self.setAccessibleDescription(". ".join(words))

    def _index(self, model: Model) -> int:
        """The place of the wanted block, or of the one shown before it; else the first."""
        places = {layer.id: place for place, layer in enumerate(model.layers)}
        index = next((places[i] for i in (self._layer_id, self._shown_id) if i in places), 0)
        self._shown_id = model.layers[index].id
        return index

    def _statistics(self, layer: Dense) -> LayerStatistics | None:
        """This run's z of the block; None before a run, or where the run did not have the block."""
        if self._result is None or not self._current:
            return None
        for ran, result in zip(self._result.model.layers, self._result.layers, strict=True):
            if ran.id == layer.id:
                return result.z
        return None

    def _range(self, statistics: LayerStatistics | None) -> tuple[float, float]:
        if statistics is None or not statistics.histogram.counts.any():
            return _WIDE
        edges = statistics.histogram.edges
        low, high = float(edges[0]), float(edges[-1])
        if self._wide.isChecked():
            low, high = min(low, _WIDE[0]), max(high, _WIDE[1])
        return outward(low, high)

    def _curves(self, own: Activation, units: int) -> list[Curve]:
        chosen = [own, *(Activation(name) for name in self._popup.names if name != own.name)]
        # Cosmetic pens count device pixels.
        ratio = self.devicePixelRatioF()
        curves, of_family = [], dict[str, int]()
        for place, activation in enumerate(chosen):
            family = activation.function.family
            nth = of_family[family] = of_family.get(family, -1) + 1
            color = family_curve(family)
            pen = QPen(color, (2.5 if place == 0 else 1.75) * ratio)
            pen.setCosmetic(True)
            pen.setStyle(_DASHES[nth % len(_DASHES)])
            curves.append(Curve(activation.name, pen, function_of(activation, units)))
        return curves

    def _show_histogram(self, statistics: LayerStatistics | None) -> None:
        color = QColor(colors().histogram)
        if statistics is None or not statistics.histogram.counts.any():
            self._plot.show_histogram(np.zeros(1), np.zeros(0), color)
            return
        histogram = statistics.histogram
        self._plot.show_histogram(histogram.edges, shares(histogram), color)

    def _show_regions(self, found: tuple[Region, ...], statistics: LayerStatistics | None) -> list[str]:
        """Shades the regions and returns what is said of each."""
        amounts: tuple[float, ...] = ()
        exact: tuple[bool, ...] = ()
        if statistics is not None and statistics.histogram.counts.any():
            amounts, exact = region_shares(found, statistics)
        spans, texts = [], []
        for place, region in enumerate(found):
            share = ("" if exact[place] else "≈ ") + percent(amounts[place]) if amounts else ""
            name = region_name(region)
            names = (f"{name}: {share}", share) if share else (name,)
            spans.append(Span(region.low, region.high, region.is_shaded, names))
            texts.append(region_text(region, share))
        self._plot.show_spans(spans)
        return texts

    def _note_text(self, layer: Dense, statistics: LayerStatistics | None, texts: list[str]) -> str:
        parts = [
            softmax_text(layer) if layer.activation.function.rowwise else "",
            "\u2003".join(texts),
            state_text(statistics) if self._result is None or self._current else "",
        ]
        return "\n".join(part for part in parts if part)

    def _on_chosen(self, index: int) -> None:
        if self._model is None:
            return
        layer_id = self._model.layers[index].id
        self.show_selection(layer_id)
        self.layer_selected.emit(layer_id)

    def _on_changed(self) -> None:
        self._refresh()

    def _on_compare(self) -> None:
        self._popup.adjustSize()
        corner = self._compare.mapToGlobal(QPoint(0, self._compare.height()))
        screen = self.screen().availableGeometry()
        x = max(screen.left(), min(corner.x(), screen.right() - self._popup.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self._popup.height()))
        self._popup.move(x, y)
        self._popup.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()
