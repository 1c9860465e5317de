"""The page of softmax: scores in, probabilities out, and one score varied while the others are fixed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QFontMetricsF, QKeyEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from densegui.ui.numbers import short
from densegui.ui.panels.activations_bars import TALLEST, Bars, LineNames
from densegui.ui.panels.activations_lines import Lines
from densegui.ui.panels.activations_overlay import CrossHair
from densegui.ui.panels.activations_parameters import NumberSlider
from densegui.ui.panels.activations_scores import EXAMPLE, MOST, Scores, largest, reach
from densegui.ui.panels.activations_view import View
from densegui.ui.panels.plotting import blend, fitting_ticks, full_in, small_font, style_axis
from densegui.ui.panels.sample_text import sample_text
from densegui.ui.theme import colors, family_curve

_NO_LIMIT: Final = 16777215
_POINTS: Final = 161
_BESIDE: Final = 320
_NARROW: Final = 390


class SoftmaxPage(QWidget):
    """Bars of one sample's scores and probabilities, and the probabilities over one varied score.

    Args:
        slider: what varies the score; it stands outside, for a picture of the page is without it.
        parent: of the page.

    Signals:
        unit_requested: the class whose row was chosen.
    """

    unit_requested = Signal(int)

    def __init__(self, slider: NumberSlider, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("softmaxPage")
        self._view: View | None = None
        self._scores = Scores(np.array(EXAMPLE), 0, EXAMPLE[0])
        self._source: tuple[object, ...] = ()
        self._bars_view = self._graphics("softmaxBars")
        box = self._bars_view.addViewBox(enableMenu=False, enableMouse=False)
        self.bars = Bars(box)
        self._bars_view.installEventFilter(self)
        self._bars_view.scene().sigMouseClicked.connect(self._on_clicked)
        self._bars_view.scene().sigMouseMoved.connect(self._on_moved)
        self._curve_view = self._graphics("softmaxCurves")
        self._curve_view.ci.setContentsMargins(0, 0, 10, 0)
        self._plot = self._add_plot()
        self.lines = Lines(self._plot.vb)
        self._hair = CrossHair(self._plot.vb)
        self._names = LineNames(self._plot.vb)
        self.slider = slider
        self.slider.changed.connect(self._on_varied)
        self._note = QLabel(self)
        self._note.setObjectName("softmaxNote")
        self._note.setWordWrap(True)
        self._lay_out()
        self._retranslate()

    @property
    def words(self) -> str:
        """What the page says, with the probabilities that have a row."""
        scores, bars = self._scores, self.bars
        rows = (f"{bars.name(n)} {short(float(scores.probabilities[n]))}" for n in bars.shown().tolist())
        return ", ".join((self._note.text(), *rows))

    @property
    def scores(self) -> Scores:
        """What is shown now."""
        return self._scores

    def show_view(self, view: View) -> None:
        """Shows the scores of the view's sample, or an example where none are known.

        While those of another model are awaited the last ones stay, faint.
        """
        waits = view.is_awaited and self._view is not None and self._view.layer.id == view.layer.id
        for item in (self.bars, self._plot):
            item.setOpacity(0.4 if waits else 1.0)
        if waits:
            return
        self._view = view
        z = np.array(EXAMPLE) if view.row is None else view.row.z.astype(np.float64)
        varied = view.unit if view.unit is not None and view.unit < len(z) else _highest(z)
        source = (view.layer.id, view.row.sample if view.row is not None else None, view.unit)
        was_varied = self._scores.score != self._scores.z[self._scores.varied]
        keeps = source == self._source and was_varied and varied == self._scores.varied
        self._source = source
        self._scores = Scores(z, varied, self._scores.score if keeps else float(z[varied]))
        self.bars.names = view.class_names if view.row is not None else ()
        self._draw()

    def restyle(self) -> None:
        """Takes on the colours in force and the font."""
        small = small_font(self.font())
        for view in (self._bars_view, self._curve_view):
            view.setBackground(QColor(colors().panel))
        for name in ("left", "bottom"):
            style_axis(self._plot.getAxis(name), small)
        metrics = QFontMetrics(small)
        self._plot.getAxis("bottom").setHeight(metrics.height() + 6)
        self._plot.getAxis("left").setWidth(metrics.horizontalAdvance("0.5") + 10)
        self.bars.font = self._hair.font = self._names.font = small
        self._note.setFont(small)
        self._draw()

    def numbers(self) -> Iterator[Sequence[object]]:
        """Every class with its score and probability, as they are and as varied; first the header."""
        yield "class", "z", "a", "varied z", "varied a"
        scores = self._scores
        columns = (scores.z, scores.before, scores.now, scores.probabilities)
        for number in range(len(scores.z)):
            yield self.bars.name(number), *(float(column[number]) for column in columns)

    def _graphics(self, name: str) -> Any:
        view = pg.GraphicsLayoutWidget(self)
        view.setObjectName(name)
        view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        view.ci.setContentsMargins(0, 0, 0, 0)
        view.setCacheMode(pg.GraphicsView.CacheModeFlag(0))  # a kept background would be exported as pixels
        return view

    def _add_plot(self) -> Any:
        plot = self._curve_view.addPlot(enableMenu=False)
        plot.hideButtons()
        plot.disableAutoRange()
        plot.vb.setDefaultPadding(0)
        plot.vb.setMouseEnabled(x=False, y=False)
        plot.vb.setYRange(-0.03, 1.03, padding=0)
        plot.getAxis("left").setTicks([[(0.0, "0"), (0.5, "0.5"), (1.0, "1")]])
        for name in ("left", "bottom"):
            plot.getAxis(name).setStyle(tickLength=-4, tickTextOffset=3, hideOverlappingLabels=False)
        plot.vb.sigResized.connect(self._on_resized)
        return plot

    def _lay_out(self) -> None:
        self._pictures = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pictures.setSpacing(6)
        self._pictures.addWidget(self._bars_view, 3)
        self._pictures.addWidget(self._curve_view, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._pictures, 1)
        column.addWidget(self._note)

    def _retranslate(self) -> None:
        self._bars_view.setAccessibleName(self.tr("Scores and probabilities"))
        self._curve_view.setAccessibleName(self.tr("Probabilities while one score is varied"))
        hint = self.tr(
            "Click a row, or press Up and Down, to choose the class whose score is varied; "
            "click it again or press Home to bring its score back"
        )
        self._bars_view.setToolTip(hint)
        self._bars_view.setAccessibleDescription(hint)
        self._draw()

    def _draw(self) -> None:
        scores = self._scores
        self.bars.show_scores(scores)
        low, high = reach(scores)
        low, high = min(low, scores.score), max(high, scores.score)
        is_finite = bool(np.isfinite(scores.z).all())
        self._plot.setVisible(is_finite)
        if is_finite:
            self._draw_curves(low, high)
        name = self.bars.name(scores.varied)
        if np.isfinite(scores.score):
            hint = self.tr("Vary this score; the others stay as they are")
            self.slider.show_number(self.tr("z of {name}").format(name=name), scores.score, low, high, hint)
        self.slider.setEnabled(is_finite)
        self._note.setText(self._words())
        self._arrange()

    def _draw_curves(self, low: float, high: float) -> None:
        """The varied class bold, the likeliest others thin."""
        scores = self._scores
        x = np.linspace(low, high, _POINTS)
        numbers = [scores.varied]
        numbers += [n for n in largest(scores.before, scores.varied, MOST + 1).tolist() if n != scores.varied]
        values = scores.curves(x, numbers)
        color, other = family_curve("softmax"), blend(QColor(colors().muted), 0.7)
        pens = [QPen(color, 3.0), *[QPen(other, 1.4)] * (len(numbers) - 1)]
        self.lines.show_lines(x, tuple(zip(values, pens, strict=True)))
        self._names.show_names([self.bars.name(n) for n in numbers], values)
        self._plot.vb.setXRange(low, high, padding=0)
        self._hair.at = scores.score
        self._hair.dots = ((float(scores.probabilities[scores.varied]), color),)
        self._hair.refresh()
        self._show_ticks()

    def _show_ticks(self) -> None:
        low, high = self._plot.vb.viewRange()[0]
        metrics = QFontMetricsF(self.bars.font)
        self._plot.getAxis("bottom").setTicks([fitting_ticks(low, high, self._plot.vb.width(), metrics)])

    def _arrange(self) -> None:
        """Bars over curves where there is height for both, else side by side where there is width."""
        rows, line = min(len(self._scores.z), MOST + 1) + 2, QFontMetricsF(self.bars.font).height()
        needed = round(rows * TALLEST * line)
        beside = self.height() < needed + 75 and self.width() >= _BESIDE
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._pictures.setDirection(direction)
        self._bars_view.setMaximumHeight(_NO_LIMIT if beside else needed)
        self._curve_view.setVisible(beside or self.height() >= 170)

    def _words(self) -> str:
        if self._view is None or self._view.row is None:
            return self.tr("Example. Press Run forward (F5) to see this block's own scores.")
        if not np.isfinite(self._scores.z).all():
            return self.tr("The scores of {sample} are no finite numbers.").format(
                sample=sample_text(self._view.row.sample)
            )
        if self.width() < _NARROW:
            return self.tr("For {sample}: all probabilities sum to 1.").format(
                sample=sample_text(self._view.row.sample)
            )
        return self.tr("For {sample}: every probability depends on all scores; they sum to 1.").format(
            sample=sample_text(self._view.row.sample)
        )

    def _on_varied(self, score: float) -> None:
        self._scores = Scores(self._scores.z, self._scores.varied, score)
        self._draw()

    def _on_clicked(self, event: Any) -> None:
        number = self.bars.class_at(self.bars.mapFromScene(event.scenePos()))
        if number is not None:
            self._choose(number)

    def _on_moved(self, position: QPointF) -> None:
        """Tells all digits of the row under the pointer."""
        number, scores = self.bars.class_at(self.bars.mapFromScene(position)), self._scores
        text = ""
        if number is not None:
            row = None if self._view is None else self._view.row
            dtype = "float64" if row is None else row.z.dtype.name
            text = self.tr("{name}: z = {z}, a = {a}").format(
                name=self.bars.name(number),
                z=full_in(float(scores.now[number]), dtype),
                a=full_in(float(scores.probabilities[number]), dtype),
            )
        self._bars_view.viewport().setToolTip(text)

    def _choose(self, number: int) -> None:
        """Varies the score of another class; the same one goes back to where it was."""
        self._scores = Scores(self._scores.z, number, float(self._scores.z[number]))
        self._draw()
        if self._view is not None and self._view.row is not None and self._view.unit != number:
            self.unit_requested.emit(number)

    def _on_resized(self, _box: Any) -> None:
        self._show_ticks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._bars_view
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            if event.key() == Qt.Key.Key_Home:
                self._choose(self._scores.varied)
                return True
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            shown = self.bars.shown().tolist()
            if step and shown:
                place = shown.index(self._scores.varied) if self._scores.varied in shown else 0
                self._choose(shown[(place + step) % len(shown)])
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _highest(z: np.ndarray[Any, np.dtype[np.float64]]) -> int:
    finite = np.where(np.isfinite(z), z, -np.inf)
    return int(np.argmax(finite))
