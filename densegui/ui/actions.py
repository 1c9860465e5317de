"""Actions: the rows of the table as ``QAction``, and where each stands in menus and toolbar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from densegui.ui.action_table import table
from densegui.ui.icons import icon

# Menu id → actions; "-" is a separator.
MENUS: Final[dict[str, tuple[str, ...]]] = {
    "fileMenu": (
        "newStack", "openFile", "openPreset", "-", "saveFile", "saveFileAs", "savePreset", "-",
        "copyPanel", "exportPanel", "-", "quit",
    ),
    "editMenu": (
        "undo", "redo", "-", "cutBlocks", "copyBlocks", "pasteBlocks", "-", "addBlock", "duplicateBlock",
        "removeBlock", "moveBlockUp", "moveBlockDown", "-", "editUnits", "editActivation", "editInit",
        "openSettings", "openDoubts", "-", "editWeights", "redrawWeights", "freezeBlock", "unfreezeBlock",
        "-", "changeSeed",
    ),
    "dataMenu": (
        "loadData", "loadFolder", "pasteData", "builtinData", "randomData", "-", "readDifferently",
        "setInputSize", "chooseColumns", "transposeData",
    ),
    "runMenu": (
        "runForward", "cancelRun", "-", "live", "-",
        "previousSample", "nextSample", "randomSample", "wrongSample", "goToSample", "drawSample",
    ),
    "viewMenu": (
        "showSummary", "-", "topDown", "detailCompact", "detailNormal", "detailFull", "-",
        "themeSystem", "themeLight", "themeDark", "-", "languageSystem", "languageEnglish", "languageKorean",
        "-", "resetLayout",
    ),
    "helpMenu": ("showCheatSheet", "about"),
}  # fmt: skip
TOOLBAR: Final = (
    "newStack", "openFile", "saveFile", "-", "undo", "redo", "-", "addBlock", "duplicateBlock", "removeBlock",
    "-", "loadData", "randomData", "-", "runForward", "cancelRun", "live",
)  # fmt: skip
SAMPLE_BAR: Final = ("previousSample", "nextSample", "randomSample", "wrongSample", "drawSample")
BLOCK_MENU: Final = (
    "editUnits", "editActivation", "editInit", "openSettings", "openDoubts", "-",
    "editWeights", "redrawWeights", "freezeBlock", "unfreezeBlock", "-",
    "cutBlocks", "copyBlocks", "pasteBlocks", "duplicateBlock", "removeBlock", "-",
    "moveBlockUp", "moveBlockDown",
)  # fmt: skip


class Actions:
    """One ``QAction`` for each row of the table.

    Args:
        parent: who owns them.
        slot_of: action id → what to call when it is triggered.
    """

    def __init__(self, parent: QObject, slot_of: Callable[[str], Callable[..., object]]) -> None:
        self._parent = parent
        self._actions: dict[str, QAction] = {}
        self._needs: dict[str, tuple[str, ...]] = {}
        for spec in table():
            action = QAction(parent)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
            action.triggered.connect(slot_of(spec.id))
            self._actions[spec.id] = action
            self._needs[spec.id] = spec.needs

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def all(self) -> list[QAction]:
        """Every action, in the table's order."""
        return list(self._actions.values())

    def row(self, names: Sequence[str]) -> list[QAction]:
        """The actions of these ids, with a separator for each "-"."""
        return [self._separator() if name == "-" else self._actions[name] for name in names]

    def dress(self) -> None:
        """Gives every action its words and icon, in the language and the colours in force."""
        for spec in table():
            action = self._actions[spec.id]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(spec.text)
            action.setIconText(spec.text.replace("…", ""))
            action.setToolTip(f"{spec.tip} ({keys})" if keys else spec.tip)
            action.setStatusTip(spec.tip)
            if spec.icon:
                action.setIcon(icon(spec.icon))

    def enable(self, facts: Collection[str]) -> None:
        """Enables what is possible while these facts hold, such as ``"selection"``."""
        for name, needs in self._needs.items():
            self._actions[name].setEnabled(all(need in facts for need in needs))

    def _separator(self) -> QAction:
        separator = QAction(self._parent)
        separator.setSeparator(True)
        return separator
