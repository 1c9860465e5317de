"""One row of the action table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One row of the table.

    Attributes:
        id: object name of the action; ``MainWindow`` has a slot ``_on_<id>`` of the same name.
        text: what the menu says.
        tip: what the tooltip and the status bar say.
        shortcuts: key sequences, the first one shown.
        icon: name of a drawing, or "".
        needs: facts that must hold for the action to be possible.
        checkable: whether it is a switch.
    """

    id: str
    text: str
    tip: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    needs: tuple[str, ...] = ()
    checkable: bool = False
