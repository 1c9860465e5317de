"""What a person can do to the blocks of the stack: rows of the action table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from densegui.ui.action_spec import ActionSpec


def edit_actions() -> tuple[ActionSpec, ...]:
    """The rows of the Edit menu and of the menu on a brick, in the language in force."""
    translate = QCoreApplication.translate
    block = ("selection",)
    return (
        ActionSpec(
            "undo",
            translate("Actions", "Undo"),
            translate("Actions", "Take the last change back"),
            ("Ctrl+Z",),
            "undo",
            ("undo",),
        ),
        ActionSpec(
            "redo",
            translate("Actions", "Redo"),
            translate("Actions", "Bring back what undo took"),
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            "redo",
            ("redo",),
        ),
        ActionSpec(
            "addBlock",
            translate("Actions", "Add block"),
            translate("Actions", "Put a Dense block above the selected one, or on top"),
            ("Ctrl+B", "Ins"),
            "add",
        ),
        ActionSpec(
            "cutBlocks",
            translate("Actions", "Cut blocks"),
            translate("Actions", "Take the selected blocks out of the stack and keep them to paste"),
            ("Ctrl+X",),
            needs=block,
        ),
        ActionSpec(
            "copyBlocks",
            translate("Actions", "Copy blocks"),
            translate("Actions", "Keep the selected blocks to paste, here or as the text of Keras lessons"),
            ("Ctrl+C",),
            needs=block,
        ),
        ActionSpec(
            "pasteBlocks",
            translate("Actions", "Paste blocks"),
            translate("Actions", "Put copied blocks, or the text of Keras lessons, above the selected block"),
            ("Ctrl+V",),
        ),
        ActionSpec(
            "duplicateBlock",
            translate("Actions", "Duplicate block"),
            translate("Actions", "Put a copy above the selected block"),
            ("Ctrl+D",),
            "duplicate",
            block,
        ),
        ActionSpec(
            "removeBlock",
            translate("Actions", "Delete block"),
            translate("Actions", "Take the selected block out of the stack"),
            ("Del",),
            "remove",
            block,
        ),
        ActionSpec(
            "moveBlockUp",
            translate("Actions", "Move block up"),
            translate("Actions", "Move the selected block one place up"),
            ("Alt+Up",),
            "up",
            ("can_move_up",),
        ),
        ActionSpec(
            "moveBlockDown",
            translate("Actions", "Move block down"),
            translate("Actions", "Move the selected block one place down"),
            ("Alt+Down",),
            "down",
            ("can_move_down",),
        ),
        ActionSpec(
            "editUnits",
            translate("Actions", "Units…"),
            translate("Actions", "Type the number of units of the selected block"),
            ("F2",),
            needs=block,
        ),
        ActionSpec(
            "editActivation",
            translate("Actions", "Activation…"),
            translate("Actions", "Choose the activation of the selected block"),
            ("F3",),
            needs=block,
        ),
        ActionSpec(
            "editInit",
            translate("Actions", "Initialiser…"),
            translate("Actions", "Choose how the weights of the selected block are drawn"),
            ("F4",),
            needs=block,
        ),
        ActionSpec(
            "editWeights",
            translate("Actions", "Weights…"),
            translate("Actions", "See and set the weights and the bias of the selected block"),
            ("Ctrl+E",),
            "weights",
            block,
        ),
        ActionSpec(
            "redrawWeights",
            translate("Actions", "Redraw weights"),
            translate("Actions", "Draw other weights for the selected block"),
            ("F8",),
            needs=block,
        ),
        ActionSpec(
            "freezeBlock",
            translate("Actions", "Freeze weights"),
            translate("Actions", "Keep the weights of the selected block as they are, whatever the seed"),
            needs=("drawn",),
        ),
        ActionSpec(
            "unfreezeBlock",
            translate("Actions", "Unfreeze weights"),
            translate("Actions", "Draw the weights of the selected block from the seed again"),
            needs=("given",),
        ),
        ActionSpec(
            "openSettings",
            translate("Actions", "Block settings…"),
            translate("Actions", "Name, bias and the numbers of activation and initialiser"),
            ("F6",),
            needs=block,
        ),
        ActionSpec(
            "openDoubts",
            translate("Actions", "What is doubtful…"),
            translate("Actions", "What the sign on the selected block means, and how to repair it"),
            ("F7",),
            needs=block,
        ),
        ActionSpec(
            "changeSeed",
            translate("Actions", "Seed…"),
            translate("Actions", "Draw all weights from another seed"),
            ("Ctrl+Shift+R",),
        ),
    )
