"""What a pop-up lists: each choice as a small picture with its name and formula."""

from __future__ import annotations

from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from densegui.engine import ACTIVATIONS, INITIALIZERS, Activation, Initializer, activations, initializers
from densegui.ui import theme
from densegui.ui.builder import bricks
from densegui.ui.builder.sketches import paint_sketch

Choice = Activation | Initializer
CHOICE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ROW_HEIGHT: Final = 34
LIST_WIDTH: Final = 490

_NAME_LEFT: Final = 58
_FORMULA_LEFT: Final = 192


class ChoiceDelegate(QStyledItemDelegate):
    """Paints picture, name and formula of one choice."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paints one choice."""
        choice: Choice = index.data(CHOICE_ROLE)
        colors = theme.colors()
        rect: QRect = option.rect
        flag = QtWidgets.QStyle.StateFlag  # making the class of styles takes 6 ms, so not at the start
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(colors.accent)
        if state & (flag.State_Selected | flag.State_MouseOver):
            accent.setAlpha(46 if state & flag.State_Selected else 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
        family = choice.function.family if isinstance(choice, Activation) else ""
        curve = theme.family_curve(family) if family else QColor(colors.accent)
        sketch = QRect(rect.left() + 12, rect.top() + 8, 34, rect.height() - 16)
        paint_sketch(painter, sketch, choice, curve, 1.8)
        painter.setPen(QColor(colors.text))
        painter.setFont(bricks.font(option.font, 13, bold=True))
        bricks.paint_words(
            painter, rect.adjusted(_NAME_LEFT, 0, _FORMULA_LEFT - 8 - rect.width(), 0), (choice.name,)
        )
        painter.setPen(QColor(colors.muted))
        painter.setFont(bricks.font(option.font, 12))
        bricks.paint_words(painter, rect.adjusted(_FORMULA_LEFT, 0, -8, 0), (formula(choice),))
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """All rows are alike."""
        return QSize(LIST_WIDTH, ROW_HEIGHT)


def all_choices(value: Choice) -> list[Choice]:
    """All entries of the table, each with its defaults; the present one with its own parameters."""
    if isinstance(value, Activation):
        return [value if name == value.name else Activation(name) for name in ACTIVATIONS]
    return [value if name == value.name else Initializer(name) for name in INITIALIZERS]


def formula(choice: Choice) -> str:
    """The definition, as a person writes it."""
    return choice.function.formula if isinstance(choice, Activation) else choice.kind.formula


def use(choice: Choice) -> str:
    """Where it is used."""
    return choice.function.use if isinstance(choice, Activation) else choice.kind.use


def search_text(choice: Choice) -> str:
    """What a search looks through: name, formula, use and other names."""
    aliases = activations.ALIASES if isinstance(choice, Activation) else initializers.ALIASES
    others = [alias for alias, name in aliases.items() if name == choice.name]
    return " ".join((choice.name, formula(choice), use(choice), *others))


def choose_first(shown: QListView, typed: str) -> None:
    """Makes current what a person most likely means: a name that begins with what is typed, or the first."""
    rows = shown.model()
    indexes = [rows.index(row, 0) for row in range(rows.rowCount())]
    beginning = (index for index in indexes if index.data().lower().startswith(typed.lower()))
    shown.setCurrentIndex(next(beginning, rows.index(0, 0)))
