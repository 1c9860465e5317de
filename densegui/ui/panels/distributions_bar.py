"""The bars over the plots: which view, then what is said of the run, and how it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from densegui.ui.panels.plotting import LineLabel, small_font
from densegui.ui.theme import colors

VIEWS = ("histograms", "overlaid", "ridges", "boxes", "neurons", "classes", "outcome")
_ONE_OF_TWO = {"overlaid", "ridges", "boxes", "neurons", "classes"}
_USES = {
    "distributionsBefore": _ONE_OF_TWO,
    "distributionsAfter": _ONE_OF_TWO,
    "distributionsLog": {"histograms", "overlaid", "ridges"},
    "distributionsSameAxis": {"histograms", "ridges"},
    "distributionsPin": set(VIEWS),
}


class Bar(QWidget):
    """The choice of a view, and the switches that this view uses.

    Attributes:
        fault: where the first NaN or infinity arises; pressed, it goes there.

    Signals:
        view_changed: another view is wanted.
        changed: a switch is another.
        pin_toggled: whether the run shall be pinned.
    """

    view_changed = Signal()
    changed = Signal()
    pin_toggled = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._same = {"histograms": False, "ridges": True}
        self._views = QTabBar(self)
        self._views.setObjectName("distributionsViews")
        self._views.setDrawBase(False)
        self._views.setExpanding(False)
        self._views.setUsesScrollButtons(True)
        self._views.setElideMode(Qt.TextElideMode.ElideNone)
        self._views.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for _ in VIEWS:
            self._views.addTab("")
        self._status = LineLabel("distributionsStatus", self)
        self._said: tuple[str, ...] = ("",)
        self._role = "muted"
        self.fault = QToolButton(self)
        self.fault.setObjectName("distributionsFault")
        self.fault.setAutoRaise(True)
        self.fault.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.fault.hide()
        self._buttons = [self._toggle(name) for name in _USES]
        before, self._after, self._log, self._shared, self._pin = self._buttons
        for button in (before, self._after):
            button.setAutoExclusive(True)
        self._after.setChecked(True)
        self._status.installEventFilter(self)
        self._lay_out()
        self._views.currentChanged.connect(self._on_view_changed)
        for button in (self._after, self._log):
            button.toggled.connect(self._on_toggled)
        self._shared.toggled.connect(self._on_same_toggled)
        self._pin.toggled.connect(self.pin_toggled)
        self._show_used()

    @property
    def view(self) -> str:
        """The wanted view, of ``VIEWS``."""
        return VIEWS[self._views.currentIndex()]

    @property
    def after(self) -> bool:
        """Whether a is wanted rather than z."""
        return self._after.isChecked()

    @property
    def log(self) -> bool:
        """Whether counts are wanted on a logarithmic scale."""
        return self._log.isChecked()

    @property
    def same(self) -> bool:
        """Whether all places share one axis of values."""
        return self._shared.isChecked()

    def choose(self, view: str) -> None:
        """Goes to a view of ``VIEWS``."""
        self._views.setCurrentIndex(VIEWS.index(view))

    def show_pinned(self, pinned: bool) -> None:
        """Says whether a run is pinned."""
        with QSignalBlocker(self._pin):
            self._pin.setChecked(pinned)

    def say(self, *texts: str, role: str = "muted") -> None:
        """Says the first text that fits, from long to short; what warns is a badge."""
        self._said, self._role = texts, role
        self._show_status()

    def show_fault(self, text: str) -> None:
        """Says where the first value arises that is not finite; empty for none."""
        self.fault.setVisible(bool(text))
        self.fault.setText(text)
        self.fault.setAccessibleName(text)

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        texts = (
            (self.tr("Histograms"), self.tr("z and a of every layer side by side")),
            (self.tr("Overlaid"), self.tr("All layers in one plot")),
            (self.tr("Ridgeline"), self.tr("The distribution from layer to layer")),
            (self.tr("Boxes"), self.tr("Quartiles, median, mean, min and max of every layer")),
            (self.tr("Neurons"), self.tr("Mean, spread and zeros of each neuron")),
            (self.tr("Classes"), self.tr("The mean of each neuron for each class of the labels")),
            (self.tr("Outcome"), self.tr("What the last layer says: classes and confidence, or numbers")),
        )
        for index, (text, tip) in enumerate(texts):
            self._views.setTabText(index, text)
            self._views.setTabToolTip(index, tip)
        self._views.setAccessibleName(self.tr("View"))
        self.fault.setToolTip(self.tr("Select this sample and neuron in all panels"))
        self._name(self._buttons[0], "z", self.tr("z, before the activation"))
        self._name(self._after, "a", self.tr("a, after the activation"))
        log = self.tr("Heights are log(1 + count), so that rare values are seen too")
        self._name(self._log, self.tr("Log"), log)
        self._name(
            self._shared,
            self.tr("Same axis"),
            self.tr("One axis of values for all layers, to compare their spread"),
        )
        self._name(
            self._pin,
            self.tr("Pin"),
            self.tr("Pin this run: later runs are drawn over it, with its numbers in brackets"),
        )

    def restyle(self) -> None:
        """Takes on colours and font."""
        self._views.setFont(small_font(self.font()))
        scheme = colors()
        self.fault.setFont(small_font(self.font()))
        self.fault.setStyleSheet(f"color: {scheme.warning}; padding: 0 6px;")
        self._views.setStyleSheet(
            f"QTabBar::tab {{ padding: 3px 6px; border: none; border-bottom: 2px solid transparent;"
            f" color: {scheme.muted}; }}"
            f"QTabBar::tab:selected {{ color: {scheme.text}; border-bottom-color: {scheme.accent}; }}"
            f"QTabBar::tab:hover {{ color: {scheme.text}; }}"
            f"QTabBar::tab:selected:focus {{ background: {scheme.run}; }}"
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(2)
        row.addWidget(self._status, 1)
        for button in self._buttons:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._views)
        column.addLayout(row)
        column.addWidget(self.fault)

    def _toggle(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _name(self, button: QToolButton, text: str, tip: str) -> None:
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)

    def _show_status(self) -> None:
        metrics = QFontMetricsF(self._status.font())
        fitting = (text for text in self._said if metrics.horizontalAdvance(text) <= self._status.width() - 4)
        chosen = next(fitting, self._said[-1])
        if chosen != self._status.text() or self._role == "warning":
            self._status.show_text(chosen, self._role, filled=self._role == "warning")
        self._status.setToolTip(self._said[0])

    def _show_used(self) -> None:
        """Shows the switches that the view uses."""
        for button in self._buttons:
            button.setVisible(self.view in _USES[button.objectName()])
        with QSignalBlocker(self._shared):
            self._shared.setChecked(self._same.get(self.view, True))

    def _on_view_changed(self) -> None:
        self._show_used()
        self.view_changed.emit()

    def _on_toggled(self) -> None:
        self.changed.emit()

    def _on_same_toggled(self, same: bool) -> None:
        self._same[self.view] = same
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._show_status()
        return super().eventFilter(watched, event)
