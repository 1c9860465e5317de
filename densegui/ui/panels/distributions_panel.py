"""Output distributions: what does each layer do to the data?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from densegui.engine import Model, RunResult
from densegui.ui.focus import INPUT, Focus, Minibatch
from densegui.ui.panels.distributions_bar import Bar
from densegui.ui.panels.distributions_numbers import description, non_finite_text
from densegui.ui.panels.distributions_pin import kept, pin_text
from densegui.ui.panels.distributions_shown import Shown
from densegui.ui.panels.distributions_view import View
from densegui.ui.panels.plotting import counted

if TYPE_CHECKING:
    from densegui.data import Dataset

# View → module and class; imported when it is first looked at.
_VIEWS: Final = {
    "histograms": ("distributions_histograms", "HistogramsView"),
    "overlaid": ("distributions_overlaid", "OverlaidView"),
    "ridges": ("distributions_ridges", "RidgesView"),
    "boxes": ("distributions_boxes", "BoxesView"),
    "neurons": ("distributions_neurons", "NeuronsView"),
    "classes": ("distributions_classes", "ClassesView"),
    "outcome": ("outcome_view", "OutcomeView"),
}


class DistributionsPanel(QWidget):
    """A run seen in several ways, each made when it is first looked at; an earlier run may be pinned.

    Signals:
        focus_requested: the ``Focus`` to look at instead.
    """

    focus_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("distributionsPanel")
        self._has_layers = True
        self._result: RunResult | None = None
        self._current = True
        self._pinned: RunResult | None = None
        self._dataset: Dataset | None = None
        self._ran_on: Dataset | None = None
        self._minibatch: Minibatch | None = None
        self._focus = Focus()
        self._views: dict[str, View] = {}
        self._bar = Bar(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("distributionsEmpty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page = QWidget(self)
        self._plots = QStackedLayout()
        self._lay_out()
        self._bar.view_changed.connect(self._refresh)
        self._bar.changed.connect(self._refresh)
        self._bar.fault.clicked.connect(self._on_fault_clicked)
        self._bar.pin_toggled.connect(self._on_pin_toggled)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._retranslate()
        self._restyle()

    def show_model(self, model: Model) -> None:
        """Takes note of the model; the plots are of the run, so they change with ``show_result``."""
        if self._has_layers != bool(model.layers):
            self._has_layers = bool(model.layers)
            self._show_words()

    def show_dataset(self, dataset: Dataset | None) -> None:
        """Takes note of the data, which name classes and features of the next run."""
        self._dataset = dataset

    def show_result(self, result: RunResult | None, current: bool) -> None:
        """Shows a run; ``current`` says whether it belongs to the model and the data of now."""
        self._result, self._current = result, current
        if current:
            self._ran_on = self._dataset
        self._refresh()

    def show_minibatch(self, minibatch: Minibatch | None) -> None:
        """Takes note of the numbers of a few rows: a truth table shows what hidden neurons say."""
        self._minibatch = minibatch
        if self._bar.view == "outcome":
            self._show_plots()

    def show_focus(self, focus: Focus) -> None:
        """Marks what is selected, and brings it into sight."""
        if focus != self._focus:
            self._focus = focus
            self._show_plots()

    def prepare(self) -> None:
        """Makes the chosen view before the first run ends, whose result it then shows at once."""
        self._view()

    def picture(self) -> QWidget:
        """What is seen of the run, for export."""
        return self._page if self._result is None else self._view()

    def numbers(self) -> Iterator[Sequence[object]]:
        """The numbers behind the picture: a header, then rows; nothing before a run."""
        shown = self._shown()
        return iter(()) if shown is None else self._view().table(shown)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._bar)
        column.addLayout(self._plots, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._page)
        self.setMinimumSize(220, 160)

    def _view(self) -> View:
        """The chosen view."""
        name = self._bar.view
        if name not in self._views:
            module, kind = _VIEWS[name]
            made: View = getattr(import_module(f"densegui.ui.panels.{module}"), kind)(self._page)
            view = self._views[name] = made
            view.focus_requested.connect(self.focus_requested)
            view.retranslate()
            self._plots.addWidget(view)
        return self._views[name]

    def _shown(self) -> Shown | None:
        if self._result is None:
            return None
        return Shown(
            result=self._result,
            current=self._current,
            pinned=self._pinned,
            dataset=self._ran_on,
            minibatch=self._minibatch,
            focus=self._focus,
            font=self.font(),
            after=self._bar.after,
            log=self._bar.log,
            same=self._bar.same,
        )

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Output distributions"))
        self._bar.retranslate()
        for view in self._views.values():
            view.retranslate()
        self._refresh()

    def _restyle(self) -> None:
        self._bar.restyle()
        self._refresh()

    def _refresh(self) -> None:
        self._show_words()
        self._show_plots()

    def _show_plots(self) -> None:
        """Shows the run in the chosen view, or when the panel is seen again."""
        shown = self._shown()
        if shown is None or not self.isVisible():
            return
        view = self._view()
        self._plots.setCurrentWidget(view)
        view.show_run(shown)

    def _show_words(self) -> None:
        result = self._result
        self._pages.setCurrentIndex(0 if result is None else 1)
        if result is None:
            self._empty.setText(
                self.tr("Press Run forward (F5) to see what each layer does to the data.")
                if self._has_layers
                else self.tr("Add a Dense block and press Run forward (F5) to see what it does to the data.")
            )
            self.setAccessibleDescription(self._empty.text())
            return
        self._bar.show_pinned(self._pinned is not None)
        found = result.first_non_finite if self._current else None
        self._bar.show_fault("" if found is None else non_finite_text(result, found))
        said = description(result)
        out_of_date = self.tr("Out of date: press Run forward (F5)")
        self.setAccessibleDescription(said if self._current else f"{out_of_date}. {said}")
        if self._current:
            self._bar.say(*self._status_texts(result))
        else:
            self._bar.say(out_of_date, role="warning")

    def _status_texts(self, result: RunResult) -> tuple[str, ...]:
        """What is said of a run that is up to date, from long to short."""
        if self._pinned is not None:
            if self._pinned is result:
                return pin_text(self._pinned, result), self.tr("pinned")
            how = self.tr("dashed and in brackets: pinned"), self.tr("dashed: pinned")
            return pin_text(self._pinned, result), *how
        rows = counted(result.rows, self.tr("1 row"), self.tr("{count} rows"))
        if self._bar.view != "histograms":
            return (rows,)
        bars = self.tr("bars: log count") if self._bar.log else self.tr("bars: share of values")
        return f"{rows} · {bars}", bars

    def _on_fault_clicked(self) -> None:
        result = self._result
        if result is None or result.first_non_finite is None:
            return
        found = result.first_non_finite
        layer_id = INPUT if found.layer is None else result.model.layers[found.layer].id
        self.focus_requested.emit(Focus(layer_id, found.unit, sample=found.sample))

    def _on_pin_toggled(self, pinned: bool) -> None:
        self._pinned = kept(self._result) if pinned and self._result is not None else None
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._restyle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
