"""A strip that warns of what usually goes wrong with such data, and offers the step that mends it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from densegui.ui.panels import data_step_words as step_words
from densegui.ui.panels.data_finding_words import finding_text, repair_text
from densegui.ui.panels.data_two_lines import TwoLines
from densegui.ui.panels.plotting import small_font
from densegui.ui.theme import colors

if TYPE_CHECKING:
    from densegui.data import Dataset
    from densegui.data.findings import Finding


class FindingsStrip(QFrame):
    """One finding at a time: what it is, what would mend it, and a way to hear no more of it.

    Signals:
        repair_requested: the step that mends what is shown.
    """

    repair_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataFindings")
        self._raw: Dataset | None = None
        self._found: Sequence[Finding] = ()
        self._dismissed: set[str] = set()
        self._place = 0
        self._text = TwoLines("dataFinding", self)
        self._repair = self._button("dataRepair")
        self._next = self._button("dataNextFinding")
        self._away = self._button("dataDismiss")
        self._repair.setAutoRaise(False)
        self._away.setText("✕")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 4, 1)
        row.setSpacing(4)
        row.addWidget(self._text, 1)
        for button in (self._repair, self._next, self._away):
            row.addWidget(button)
        self._repair.clicked.connect(self._on_repair)
        self._next.clicked.connect(self._on_next)
        self._away.clicked.connect(self._on_away)
        self.hide()

    def show_findings(self, dataset: Dataset | None, found: Sequence[Finding]) -> None:
        """Shows what was found in data; what was dismissed stays so as long as these were read."""
        raw = None if dataset is None else dataset.raw
        if raw is not self._raw:
            self._raw = raw
            self._dismissed.clear()
        self._found = found
        self._show()

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        self.setAccessibleName(self.tr("Warnings of the data"))
        self._next.setAccessibleName(self.tr("Next warning"))
        self._next.setToolTip(self.tr("Next warning"))
        self._away.setAccessibleName(self.tr("Dismiss"))
        self._away.setToolTip(self.tr("Dismiss this warning for these data"))
        self._show()

    def restyle(self) -> None:
        """Takes on colours and font."""
        scheme = colors()
        for widget in (self._text, self._repair, self._next, self._away):
            widget.setFont(small_font(self.font()))
        self.setStyleSheet(
            f"QFrame#dataFindings {{ background: {scheme.raised}; border-left: 3px solid {scheme.warning}; }}"
        )

    def _left(self) -> list[Finding]:
        return [finding for finding in self._found if finding.kind not in self._dismissed]

    def _shown(self) -> Finding | None:
        left = self._left()
        return left[self._place % len(left)] if left else None

    def _show(self) -> None:
        finding, left = self._shown(), self._left()
        self.setVisible(finding is not None)
        if finding is None:
            return
        text = finding_text(finding)
        self._text.show_text(text)
        self.setAccessibleDescription(text)
        self._repair.setVisible(finding.step is not None)
        if finding.step is not None:
            self._repair.setText(repair_text(finding.step))
            self._repair.setAccessibleName(repair_text(finding.step))
            self._repair.setToolTip(step_words.tip(finding.step))
        self._next.setVisible(len(left) > 1)
        text = self.tr("{number} of {count}")
        self._next.setText(text.format(number=self._place % len(left) + 1, count=len(left)))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _on_repair(self) -> None:
        finding = self._shown()
        if finding is not None:
            self.repair_requested.emit(finding.step)

    def _on_next(self) -> None:
        self._place += 1
        self._show()

    def _on_away(self) -> None:
        finding = self._shown()
        if finding is not None:
            self._dismissed.add(finding.kind)
            self._show()
