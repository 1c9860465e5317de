"""A list of choices, each with a small picture above its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from densegui.ui.theme import colors

Paint = Callable[[QPainter, QRectF], None]
"""Paints a picture into a rectangle, in the colours in force."""

_KEY: Final = int(Qt.ItemDataRole.UserRole)
_PAINT: Final = _KEY + 1
_PICTURE: Final = 56
_PADDING: Final = 6
_WIDTH: Final = 104


class Gallery(QListWidget):
    """Choices in rows of equal cells; arrow keys go in all four directions.

    Args:
        columns: how many stand side by side.
        parent: its owner.
    """

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Cells(self))

    def add(self, key: str, title: str, tip: str, paint: Paint) -> None:
        """Adds a choice."""
        item = QListWidgetItem(title, self)
        item.setToolTip(tip)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tip)
        item.setData(_KEY, key)
        item.setData(_PAINT, paint)

    def key(self) -> str:
        """The key of the current choice."""
        found: str = self.currentItem().data(_KEY)
        return found

    def choose(self, key: str) -> None:
        """Makes the choice with this key the current one; an unknown one leaves it."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        cell = cell_size(self.fontMetrics())
        rows = -(-self.count() // self._columns)
        frame = 2 * self.frameWidth() + 2
        return QSize(self._columns * cell.width() + frame, rows * cell.height() + frame)

    def minimumSizeHint(self) -> QSize:
        # A scroll bar takes room only where not all rows fit.
        hint = self.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), min(hint.height(), 220))


class _Cells(QStyledItemDelegate):
    """Paints one choice: picture above, name below, a frame around the current one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        scheme = colors()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        cell = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(scheme.accent)
        accent.setAlpha(38 if chosen else 16 if hovered else 0)
        painter.setPen(QPen(QColor(scheme.accent), 1.5) if chosen else Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawRoundedRect(cell, 6, 6)
        left = cell.center().x() - _PICTURE / 2
        index.data(_PAINT)(painter, QRectF(left, cell.top() + _PADDING, _PICTURE, _PICTURE))
        painter.setPen(QColor(scheme.text))
        painter.setFont(option.font)
        words = cell.adjusted(3, _PADDING + _PICTURE + 4, -3, -2)
        wrapped = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(wrapped), index.data())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return cell_size(option.fontMetrics)


def cell_size(metrics: QFontMetrics) -> QSize:
    """Room for a picture and two lines of words."""
    return QSize(_WIDTH, 8 + 2 * _PADDING + _PICTURE + 2 * metrics.height())
