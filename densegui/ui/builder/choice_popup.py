"""The pop-up that shows every activation, or every initialiser, as a picture with its formula."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from densegui.engine import Activation
from densegui.ui import theme
from densegui.ui.builder.choice_list import (
    CHOICE_ROLE,
    LIST_WIDTH,
    ROW_HEIGHT,
    Choice,
    ChoiceDelegate,
    all_choices,
    choose_first,
    formula,
    search_text,
    use,
)
from densegui.ui.builder.popup import Popup

_SEARCH_ROLE: Final = CHOICE_ROLE + 1
_MOST_ROWS: Final = 10
_REACH: Final = 1e6


class ChoicePopup(Popup):
    """Lets a person choose an activation or an initialiser, with its parameters.

    Typing searches, the arrow keys move, Enter chooses, Esc closes. A choice with parameters stays open
    after a click, so that they can be set; each change of them is told at once.

    Signals:
        chosen: an Activation or Initializer.
    """

    chosen = Signal(object)

    def __init__(self, value: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("choicePopup")
        self._told = value
        self._search = QLineEdit()
        self._list = QListView()
        self._parameters = QWidget()
        self._form = QFormLayout(self._parameters)
        self._boxes: dict[str, ParameterBox] = {}
        self._fault = QLabel()
        self._nothing = QLabel(self.tr("Nothing here has this in its name or formula."))
        self._filter = QSortFilterProxyModel(self)
        self._fill(value)
        self._build(isinstance(value, Activation))

    def open_at(self, anchor: QRect) -> None:
        """Opens below a rectangle on the screen, or above it where there is no room below."""
        super().open_at(anchor)
        self._search.setFocus()
        self._list.scrollTo(self._list.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def _fill(self, value: Choice) -> None:
        rows = QStandardItemModel(self)
        for choice in all_choices(value):
            item = QStandardItem(choice.name)
            item.setData(choice, CHOICE_ROLE)
            item.setData(search_text(choice), _SEARCH_ROLE)
            item.setData(f"{choice.name}, {formula(choice)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(f"{formula(choice)} · {use(choice)}" if use(choice) else formula(choice))
            item.setEditable(False)
            rows.appendRow(item)
        self._filter.setSourceModel(rows)
        self._filter.setFilterRole(_SEARCH_ROLE)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setModel(self._filter)
        self._list.setItemDelegate(ChoiceDelegate(self._list))
        now = next(i for i, choice in enumerate(all_choices(value)) if choice.name == value.name)
        self._list.setCurrentIndex(self._filter.index(now, 0))

    def _build(self, of_activations: bool) -> None:
        what = self.tr("Activation") if of_activations else self.tr("Initialiser")
        self.setAccessibleName(what)
        self._search.setObjectName("choiceSearch")
        self._search.setAccessibleName(self.tr("Search"))
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setToolTip(self.tr("Type a part of the name or formula"))
        self._search.setClearButtonEnabled(True)
        self._list.setObjectName("choiceList")
        self._list.setAccessibleName(what)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFixedHeight(ROW_HEIGHT * min(_MOST_ROWS, self._filter.rowCount()))
        self._list.setMinimumWidth(LIST_WIDTH)
        self._form.setContentsMargins(6, 4, 6, 4)
        self._fault.setObjectName("choiceFault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        palette = self._fault.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(theme.colors().warning))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.colors().warning))
        self._fault.setPalette(palette)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        self._nothing.setObjectName("choiceNothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setFixedHeight(self._list.height())
        self._nothing.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._nothing.hide()
        for widget in (self._search, self._list, self._nothing, self._parameters, self._fault):
            layout.addWidget(widget)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_search)
        self._list.clicked.connect(self._on_clicked)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._show_parameters()

    def _current(self) -> Choice | None:
        """The current entry with the parameters that the boxes show; None if they do not fit together."""
        choice = self._list.currentIndex().data(CHOICE_ROLE)
        if choice is None:
            return None
        self._fault.hide()
        try:
            same: Choice = type(choice)(
                choice.name, **{name: box.value() for name, box in self._boxes.items()}
            )
        except ValueError as error:
            self._fault.setText(self.tr("Not applied: {reason}").format(reason=error))
            self._fault.show()
            return None
        return same

    def _tell(self) -> None:
        choice = self._current()
        if choice is not None and choice != self._told:
            self._told = choice
            self.chosen.emit(choice)

    def _show_parameters(self) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._boxes.clear()
        choice = self._list.currentIndex().data(CHOICE_ROLE)
        for name, value in choice.parameters if choice is not None else ():
            box = ParameterBox(name, value)
            box.valueChanged.connect(self._on_parameter_changed)
            box.installEventFilter(self)
            self._form.addRow(name, box)
            self._boxes[name] = box
        self._parameters.setVisible(bool(self._boxes))
        self._fault.hide()
        self.adjustSize()
        lowest = self.screen().availableGeometry().bottom() - self.height()
        if self.isVisible() and self.y() > lowest:
            self.move(self.x(), lowest)

    def _accept(self) -> None:
        self._tell()
        self.close()

    def _on_search(self, text: str) -> None:
        self._filter.setFilterFixedString(text)
        gone, shown = (self._nothing, self._list) if self._filter.rowCount() else (self._list, self._nothing)
        gone.hide()  # first, so that there is never a need of room for both
        shown.show()
        if text:
            choose_first(self._list, text)

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_parameters()

    def _on_clicked(self, _index: QModelIndex) -> None:
        self._tell()
        if not self._boxes:
            self.close()

    def _on_parameter_changed(self, _value: float) -> None:
        if not self._given_up:
            self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The search field passes the arrow keys on to the list; Enter chooses from everywhere."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if isinstance(watched, ParameterBox):
                    watched.interpretText()
                self._accept()
                return True
            moves = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
            if watched is self._search and event.key() in moves:
                self._list.event(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            super().keyPressEvent(event)


class ParameterBox(QDoubleSpinBox):
    """A number without trailing zeros; the step follows its size."""

    def __init__(self, name: str, value: float) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Any number; the arrow keys change it"))
        self.setDecimals(6)
        self.setRange(-_REACH, _REACH)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setKeyboardTracking(False)
        self.setValue(value)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Six significant digits at most."""
        return self.locale().toString(value, "g", 6)
