"""Paints the histogram of a column into its cell, and the arrow of a menu into the cell of its use."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from densegui.ui.panels.data_bars import paint_bars
from densegui.ui.panels.data_columns_model import HISTOGRAM, SUMMARY_ROLE, USE
from densegui.ui.theme import colors

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ColumnDelegate(QStyledItemDelegate):
    """The cells of the columns."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        area = QRectF(option.rect)
        painter.save()
        if index.column() == HISTOGRAM:
            summary = index.data(SUMMARY_ROLE)
            if summary is not None:
                paint_bars(
                    painter, area.adjusted(4, 3, -6, -3), summary.counts, apart=summary.kind == "category"
                )
        elif index.column() == USE:
            painter.setPen(QColor(colors().muted))
            painter.drawText(area.adjusted(0, 0, -6, 0), _RIGHT, "▾")
        painter.restore()
