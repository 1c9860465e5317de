"""A dialog that shows a table in groups and copies it as text; summary and cheat sheet are such tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

_MOST: Final = (760, 600)


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of equal length under a heading, which may be ""."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a ``TableDialog`` shows.

    Attributes:
        name: object name of the dialog.
        title: title of the window.
        header: names of the columns, or ().
        groups: the rows.
        text: the same for the clipboard.
        numbers_from: the first column that is set to the right.
    """

    name: str
    title: str
    header: tuple[str, ...]
    groups: tuple[Group, ...]
    text: str
    numbers_from: int = 100


class TableDialog(QDialog):
    """Shows a table that scrolls, with a button that copies all of it."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = table.text
        self.setObjectName(table.name)
        self.setWindowTitle(table.title)
        page = QTextBrowser()
        page.setObjectName(table.name + "Text")
        page.setAccessibleName(table.title)
        page.setToolTip(table.title)
        page.setHtml(_html(table))
        _close_gap(page)
        # The keys scroll; the button copies.
        page.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(
            QCoreApplication.translate("Questions", "Copy as text"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.setObjectName(table.name + "Copy")
        copy.setToolTip(QCoreApplication.translate("Questions", "Put all of it on the clipboard"))
        copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(page)
        layout.addWidget(buttons)
        room = self.screen().availableGeometry().size()
        self.resize(min(_MOST[0], room.width() - 40), min(_MOST[1], room.height() - 80))

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _close_gap(page: QTextBrowser) -> None:
    """Leaves no room to the empty paragraph that Qt keeps in front of a table."""
    flat = QTextBlockFormat()
    flat.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    QTextCursor(page.document().firstBlock()).setBlockFormat(flat)


def _html(table: Table) -> str:
    columns = max((len(row) for group in table.groups for row in group.rows), default=len(table.header))
    lines = [_row(table.header, "th", table.numbers_from)] if table.header else []
    for group in table.groups:
        if group.title:
            above = "<br>" if lines else ""
            lines.append(f'<tr><td colspan="{columns}">{above}<b>{escape(group.title)}</b></td></tr>')
        lines += [_row(row, "td", table.numbers_from) for row in group.rows]
    return f'<table cellpadding="4" width="100%">{"".join(lines)}</table>'


def _row(cells: Sequence[str], tag: str, numbers_from: int) -> str:
    written = "".join(
        f'<{tag} align="{"right" if place >= numbers_from else "left"}">{escape(cell)}</{tag}>'
        for place, cell in enumerate(cells)
    )
    return f"<tr>{written}</tr>"
