"""The controls of the columns: what they are used as, and what is put where numbers are missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from densegui.ui.panels import data_step_words as step_words

if TYPE_CHECKING:
    from densegui.ui.panels.data_choice import How

USES: Final = ("feature", "one_hot", "label", "nothing", "only")


class ColumnsTools(QWidget):
    """A menu and a choice.

    Signals:
        use_chosen: one of ``USES``.
        fill_chosen: what is put where a number is missing; None leaves it missing.
    """

    use_chosen = Signal(str)
    fill_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._fill = QComboBox(self)
        self._fill.setObjectName("dataFill")
        self._fill.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fill.setMinimumContentsLength(14)
        self._use = QToolButton(self)
        self._use.setObjectName("dataUse")
        self._use.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._use.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self._menu.setObjectName("dataUseMenu")
        self._menu.setToolTipsVisible(True)
        self._actions: dict[str, QAction] = {}
        for use in USES:
            action = self._menu.addAction("")
            action.setObjectName(f"dataUse_{use}")
            action.setData(use)
            self._actions[use] = action
        self._use.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._fill)
        row.addWidget(self._use)
        self._menu.triggered.connect(self._on_triggered)
        self._fill.activated.connect(self._on_fill)

    def open_menu(self, at: QPoint) -> None:
        """Opens the menu where the columns are."""
        self._menu.popup(at)

    def show_fill(self, fill: How | None) -> None:
        """Shows what is put where a number is missing."""
        with QSignalBlocker(self._fill):
            self._fill.setCurrentIndex(self._fill.findData(fill))

    def show_selected(self, count: int) -> None:
        """Offers what can be done with so many columns."""
        self._use.setEnabled(count > 0)
        self._actions["label"].setEnabled(count == 1)

    def retranslate(self) -> None:
        """Says everything in the language in force."""
        texts = {
            "feature": (self.tr("Use as feature"), self.tr("It goes into the stack as it is")),
            "one_hot": (self.tr("Use one-hot"), self.tr("A feature of 0 and 1 for each of its values")),
            "label": (self.tr("Use as label"), self.tr("It is what the stack shall predict")),
            "nothing": (self.tr("Leave out"), self.tr("It does not go into the stack")),
            "only": (self.tr("Use nothing else"), self.tr("All other features are left out")),
        }
        for use, (text, tip) in texts.items():
            self._actions[use].setText(text)
            self._actions[use].setToolTip(tip)
        self._use.setText(self.tr("Use as"))
        self._use.setAccessibleName(self.tr("What the selected columns are used as"))
        self._use.setToolTip(self.tr("What the selected columns are used as (Enter)"))
        self._fill.setAccessibleName(self.tr("Missing numbers"))
        self._fill.setToolTip(self.tr("What is put where a number is missing"))
        chosen = self._fill.currentData()
        with QSignalBlocker(self._fill):
            self._fill.clear()
            self._fill.addItem(self.tr("missing stay NaN"), None)
            for how, text in step_words.choices("how").items():
                self._fill.addItem(self.tr("missing: {how}").format(how=text), how)
        self.show_fill(chosen)

    def restyle(self) -> None:
        """Takes on the font."""
        for widget in (self._fill, self._use):
            widget.setFont(self.font())

    def _on_triggered(self, action: QAction) -> None:
        self.use_chosen.emit(action.data())

    def _on_fill(self) -> None:
        self.fill_chosen.emit(self._fill.currentData())
