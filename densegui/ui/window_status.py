"""Status line: the data, the stack, the last run, and how far the work under way is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from densegui.data import Dataset
from densegui.engine import Model, RunResult
from densegui.ui import theme


class StatusLine(QStatusBar):
    """What is true now, in one line.

    Signals:
        repair_requested: the button beside the mismatch was pressed.
    """

    repair_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._mismatch_size = 0
        self._said = ""
        self._facts = QLabel()
        self._facts.setObjectName("statusFacts")
        self._mismatch = QLabel()
        self._mismatch.setObjectName("statusMismatch")
        self._repair = QPushButton()
        self._repair.setObjectName("statusRepair")
        self._repair.clicked.connect(self.repair_requested)
        self._run = QLabel()
        self._run.setContentsMargins(0, 0, 8, 0)
        self._run.setObjectName("statusRun")
        self._live = QLabel()
        self._live.setObjectName("statusLive")
        self._progress = QProgressBar()
        self._progress.setObjectName("progress")
        self._progress.setRange(0, 1000)
        self._progress.setFixedWidth(220)
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(8, 0, 0, 0)
        for widget in (self._facts, self._mismatch, self._repair):
            row.addWidget(widget)
        self.addWidget(left)
        self.addPermanentWidget(self._live)
        self.addPermanentWidget(self._run)
        self.addPermanentWidget(self._progress)
        parent.installEventFilter(self)
        self._translate()
        self.show_mismatch("", 0)
        self.show_progress("", 0.0)
        self.show_live(0.0)

    def show_facts(self, model: Model, dataset: Dataset | None) -> None:
        """Says how large stack and data are."""
        parameters = self.tr("{count} parameters").format(count=f"{sum(model.parameter_counts):,}")
        data = self.tr("no data")
        if dataset is not None:
            data = f"{dataset.name} · {dataset.rows:,} × {dataset.features:,}"
        sizes = " → ".join(str(size) for size in (*model.dims[:4], *(("…",) if len(model.dims) > 5 else ())))
        if len(model.dims) > 4:
            sizes += f" → {model.output_dim}"
        self._said = f"{data}    {sizes}    {parameters}"
        self._facts.setText(self._said)

    def show_mismatch(self, sentence: str, features: int) -> None:
        """Says that the data do not fit the stack, with the repair; "" takes it away."""
        self._mismatch_size = features
        self._mismatch.setText(sentence)
        text = self.tr("Set input size to {size}").format(size=features)
        self._repair.setText(text)
        self._repair.setAccessibleName(text)
        self._repair.setToolTip(text)
        self._mismatch.setVisible(bool(sentence))
        self._repair.setVisible(bool(sentence))
        self._color()

    def show_run(self, result: RunResult | None, current: bool, batch_size: int = 0) -> None:
        """Says what the last run was; of how many minibatches, if a person chose their size."""
        if result is None:
            self._run.clear()
        elif not current:
            self._run.setText(self.tr("The last run is out of date"))
        else:
            text = self.tr("Ran {rows} samples in {time}")
            if result.minibatches > 1 and batch_size:
                text = self.tr("Ran {rows} samples in {count} minibatches in {time}")
            self._run.setText(
                text.format(
                    rows=f"{result.rows:,}",
                    count=f"{result.minibatches:,}",
                    time=_duration(result.seconds),
                )
            )

    def show_live(self, seconds: float) -> None:
        """Says that runs take too long to follow every edit; 0 takes it away."""
        text = self.tr("Live waits: a run takes about {time}. Press F5.")
        self._live.setText(text.format(time=_duration(seconds)))
        self._live.setVisible(seconds > 0)

    def show_progress(self, what: str, share: float) -> None:
        """Shows a bar while something is under way; "" takes it away."""
        self._progress.setVisible(bool(what))
        self._progress.setFormat(f"{what} %p %")
        self._progress.setValue(round(share * 1000))

    def _translate(self) -> None:
        self._progress.setAccessibleName(self.tr("Progress"))
        self._progress.setToolTip(self.tr("How far the work under way is; Esc stops it"))

    def _color(self) -> None:
        style = f"color: {theme.colors().warning};"
        if style != self._mismatch.styleSheet():
            self._mismatch.setStyleSheet(style)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explains what is under the pointer in the place of the sizes.

        A message of ``QStatusBar`` would cover the mismatch and its repair.
        """
        if isinstance(event, QStatusTipEvent):
            self._facts.setText(event.tip() or self._said)
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_mismatch"):
            self._color()
        elif event.type() == QEvent.Type.LanguageChange:
            self._translate()
        super().changeEvent(event)


def _duration(seconds: float) -> str:
    if seconds < 1:
        return f"{seconds * 1000:.3g} ms"
    return f"{seconds:.3g} s"
