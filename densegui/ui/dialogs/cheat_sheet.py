"""The cheat sheet: every shortcut by menu, and what the mouse does to bricks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from densegui.ui.action_table import table
from densegui.ui.dialogs.table_dialog import Group, Table


def cheat_sheet(menus: Mapping[str, Sequence[str]], titles: Mapping[str, str]) -> Table:
    """Returns what the cheat sheet shows, in the language in force.

    Args:
        menus: menu id → ids of its actions, as ``actions.MENUS``.
        titles: menu id → what the menu bar calls it.
    """
    specs = {spec.id: spec for spec in table()}
    groups = []
    for menu, names in menus.items():
        rows = tuple(
            (
                ", ".join(_native(keys) for keys in specs[name].shortcuts),
                specs[name].text.rstrip("…"),
                specs[name].tip,
            )
            for name in names
            if name in specs and specs[name].shortcuts
        )
        if rows:
            groups.append(Group(_plain(titles.get(menu, menu)), rows))
    groups.append(Group(QCoreApplication.translate("CheatSheet", "Bricks"), _gestures()))
    lines = []
    for group in groups:
        lines += ["", group.title, *("  " + "\t".join(row) for row in group.rows)]
    title = QCoreApplication.translate("CheatSheet", "Keyboard and mouse")
    return Table("cheatSheetDialog", title, (), tuple(groups), "\n".join(lines).strip())


def _plain(title: str) -> str:
    """A title without its access key; Korean ones carry it in brackets behind the word."""
    return re.sub(r"\s*\(&.\)$", "", title).replace("&", "")


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _gestures() -> tuple[tuple[str, str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (
            translate("CheatSheet", "Drag"),
            translate("CheatSheet", "Move"),
            translate("CheatSheet", "Drag bricks to another place; Esc puts them back"),
        ),
        (
            translate("CheatSheet", "Ctrl+drag"),
            translate("CheatSheet", "Copy"),
            translate("CheatSheet", "Put a copy where the bricks are dropped"),
        ),
        (
            translate("CheatSheet", "Ctrl+click, Shift+click"),
            translate("CheatSheet", "Select several"),
            translate("CheatSheet", "Add a brick to the selection, or all up to it"),
        ),
        (
            translate("CheatSheet", "Wheel"),
            translate("CheatSheet", "Units"),
            translate("CheatSheet", "Change the units of the selected brick under the cursor"),
        ),
        (
            translate("CheatSheet", "Digits"),
            translate("CheatSheet", "Units"),
            translate("CheatSheet", "Type the units of the selected brick"),
        ),
        (
            translate("CheatSheet", "↑ ↓"),
            translate("CheatSheet", "Select"),
            translate("CheatSheet", "Go to the brick above or below"),
        ),
        (
            translate("CheatSheet", "Double-click, Enter"),
            translate("CheatSheet", "Add"),
            translate("CheatSheet", "Put a block of the palette on top"),
        ),
    )
