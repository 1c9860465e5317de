"""The pop-up that shows every activation, or every initialiser, as a picture with its formula."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from densegui.engine import ACTIVATIONS, INITIALIZERS, Activation, Initializer, activations, initializers
from densegui.ui import theme
from densegui.ui.builder import bricks
from densegui.ui.builder.sketches import paint_sketch

Choice = Activation | Initializer
_VALUE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_SEARCH_ROLE: Final = _VALUE_ROLE + 1
_ROW_HEIGHT: Final = 34
_MOST_ROWS: Final = 10
_WIDTH: Final = 440
_NAME_LEFT: Final = 58
_FORMULA_LEFT: Final = 192
_LOWEST: Final = {"stddev": 0.0}
_REACH: Final = 1e6


class ChoicePopup(QFrame):
    """Lets a person choose an activation or an initialiser, with its parameters.

    Typing searches, the arrow keys move, Enter chooses, Esc closes. A choice with parameters stays open
    after a click, so that they can be set; each change of them is told at once.

    Signals:
        chosen: an Activation or Initializer.
    """

    chosen = Signal(object)

    def __init__(self, value: Choice, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("choicePopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._told = value
        self._search = QLineEdit()
        self._list = QListView()
        self._parameters = QWidget()
        self._form = QFormLayout(self._parameters)
        self._boxes: dict[str, ParameterBox] = {}
        self._filter = QSortFilterProxyModel(self)
        self._fill(value)
        self._build(isinstance(value, Activation))

    def open_at(self, anchor: QRect) -> None:
        """Opens below a rectangle on the screen, or above it where there is no room below."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(anchor.left(), screen.left()), screen.right() - self.width())
        below = anchor.bottom() + 4
        above = anchor.top() - 4 - self.height()
        fits = below + self.height() <= screen.bottom()
        self.move(QPoint(x, below if fits else max(above, screen.top())))
        self.show()
        self._search.setFocus()
        self._list.scrollTo(self._list.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def _fill(self, value: Choice) -> None:
        rows = QStandardItemModel(self)
        for choice in _choices(value):
            item = QStandardItem(choice.name)
            item.setData(choice, _VALUE_ROLE)
            item.setData(_search_text(choice), _SEARCH_ROLE)
            item.setData(f"{choice.name}, {_formula(choice)}", Qt.ItemDataRole.AccessibleTextRole)
            item.setToolTip(_use(choice))
            item.setEditable(False)
            rows.appendRow(item)
        self._filter.setSourceModel(rows)
        self._filter.setFilterRole(_SEARCH_ROLE)
        self._filter.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list.setModel(self._filter)
        self._list.setItemDelegate(_ChoiceDelegate(self._list))
        now = next(i for i, choice in enumerate(_choices(value)) if choice.name == value.name)
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
        self._list.setFixedHeight(_ROW_HEIGHT * min(_MOST_ROWS, self._filter.rowCount()))
        self._list.setMinimumWidth(_WIDTH)
        self._form.setContentsMargins(6, 4, 6, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        for widget in (self._search, self._list, self._parameters):
            layout.addWidget(widget)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_search)
        self._list.clicked.connect(self._on_clicked)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._show_parameters()

    def _current(self) -> Choice | None:
        """The current entry with the parameters that the boxes show."""
        choice = self._list.currentIndex().data(_VALUE_ROLE)
        if choice is None:
            return None
        values = {name: box.value() for name, box in self._boxes.items()}
        if values.get("minval", 0.0) > values.get("maxval", 0.0):
            return None
        same: Choice = type(choice)(choice.name, **values)
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
        choice = self._list.currentIndex().data(_VALUE_ROLE)
        for name, value in choice.parameters if choice is not None else ():
            box = ParameterBox(name, value)
            box.valueChanged.connect(self._on_parameter_changed)
            box.installEventFilter(self)
            self._form.addRow(name, box)
            self._boxes[name] = box
        self._parameters.setVisible(bool(self._boxes))
        self.adjustSize()

    def _accept(self) -> None:
        self._tell()
        self.close()

    def _on_search(self, text: str) -> None:
        self._filter.setFilterFixedString(text)
        if not self._list.currentIndex().isValid():
            self._list.setCurrentIndex(self._filter.index(0, 0))

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_parameters()

    def _on_clicked(self, _index: QModelIndex) -> None:
        self._tell()
        if not self._boxes:
            self.close()

    def _on_parameter_changed(self, _value: float) -> None:
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws a hairline around everything."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.setPen(QColor(theme.colors().border))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
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
        self.setRange(_LOWEST.get(name, -_REACH), _REACH)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.setKeyboardTracking(False)
        self.setValue(value)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Six significant digits at most."""
        return self.locale().toString(value, "g", 6)


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints picture, name and formula of one choice."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(_VALUE_ROLE)
        colors = theme.colors()
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(colors.accent)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            accent.setAlpha(46 if state & QStyle.StateFlag.State_Selected else 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
        family = choice.function.family if isinstance(choice, Activation) else ""
        curve = theme.family_curve(family) if family else QColor(colors.accent)
        sketch = QRectF(rect.left() + 12, rect.top() + 8, 34, rect.height() - 16)
        paint_sketch(painter, sketch, choice, curve, 1.8)
        painter.setPen(QColor(colors.text))
        painter.setFont(bricks.font(option.font, 13, bold=True))
        bricks.paint_words(
            painter, rect.adjusted(_NAME_LEFT, 0, _FORMULA_LEFT - 8 - rect.width(), 0), (choice.name,)
        )
        painter.setPen(QColor(colors.muted))
        painter.setFont(bricks.font(option.font, 12))
        formula = rect.adjusted(_FORMULA_LEFT, 0, -8, 0)
        bricks.paint_words(painter, formula, (_formula(choice),))
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(_WIDTH, _ROW_HEIGHT)


def _choices(value: Choice) -> list[Choice]:
    """All entries of the table, each with its defaults; the present one with its own parameters."""
    if isinstance(value, Activation):
        return [value if name == value.name else Activation(name) for name in ACTIVATIONS]
    return [value if name == value.name else Initializer(name) for name in INITIALIZERS]


def _formula(choice: Choice) -> str:
    return choice.function.formula if isinstance(choice, Activation) else choice.kind.formula


def _use(choice: Choice) -> str:
    return choice.function.use if isinstance(choice, Activation) else choice.kind.use


def _search_text(choice: Choice) -> str:
    aliases = activations.ALIASES if isinstance(choice, Activation) else initializers.ALIASES
    others = [alias for alias, name in aliases.items() if name == choice.name]
    return " ".join((choice.name, _formula(choice), _use(choice), *others))
