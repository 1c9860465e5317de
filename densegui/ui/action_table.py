"""Action table: everything a person can do, one row each; menus, toolbar and shortcuts read it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


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


def table() -> tuple[ActionSpec, ...]:
    """The table, in the language in force."""
    return (
        *_file_actions(),
        *_edit_actions(),
        *_data_actions(),
        *_sample_actions(),
        *_run_actions(),
        *_view_actions(),
    )


def _file_actions() -> tuple[ActionSpec, ...]:
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "newStack",
            translate("Actions", "New stack"),
            translate("Actions", "Begin an empty stack"),
            ("Ctrl+N",),
            "new",
        ),
        ActionSpec(
            "openFile",
            translate("Actions", "Open…"),
            translate("Actions", "Open a densegui project or a data file"),
            ("Ctrl+O",),
            "open",
        ),
        ActionSpec(
            "saveFile",
            translate("Actions", "Save"),
            translate("Actions", "Save stack, weights and where the data came from"),
            ("Ctrl+S",),
            "save",
        ),
        ActionSpec(
            "saveFileAs",
            translate("Actions", "Save as…"),
            translate("Actions", "Save under another name"),
            ("Ctrl+Shift+S",),
        ),
        ActionSpec(
            "openPreset",
            translate("Actions", "Presets…"),
            translate("Actions", "Open a stack of the lessons, or one of your own"),
            ("Ctrl+P",),
        ),
        ActionSpec(
            "savePreset",
            translate("Actions", "Save as preset…"),
            translate("Actions", "Keep this stack among your own presets"),
        ),
        ActionSpec(
            "copyPanel",
            translate("Actions", "Copy panel"),
            translate("Actions", "Copy what the panel in use shows, as a picture and as a table"),
            ("Ctrl+Shift+C",),
        ),
        ActionSpec(
            "exportPanel",
            translate("Actions", "Export panel…"),
            translate("Actions", "Save what a panel shows as a picture, a drawing or a table"),
            ("Ctrl+Shift+E",),
        ),
        ActionSpec(
            "quit", translate("Actions", "Quit"), translate("Actions", "Close the window"), ("Ctrl+Q",)
        ),
    )


def _edit_actions() -> tuple[ActionSpec, ...]:
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


def _data_actions() -> tuple[ActionSpec, ...]:
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "loadData",
            translate("Actions", "Load data…"),
            translate("Actions", "Load a CSV or NumPy file; or drop it on the window"),
            ("Ctrl+L",),
            "data",
        ),
        ActionSpec(
            "builtinData",
            translate("Actions", "Built-in data…"),
            translate("Actions", "Iris, handwritten digits or penguins: what they are and whose"),
            ("Ctrl+Shift+L",),
        ),
        ActionSpec(
            "randomData",
            translate("Actions", "Random and toy data…"),
            translate("Actions", "Random numbers, truth tables, circles, spirals and more, or rows you type"),
            ("Ctrl+R",),
            "random",
        ),
        ActionSpec(
            "setInputSize",
            translate("Actions", "Input size from data"),
            translate("Actions", "Make the stack take in as many features as the data have"),
            ("Ctrl+I",),
            needs=("mismatch",),
        ),
        ActionSpec(
            "chooseColumns",
            translate("Actions", "Choose columns…"),
            translate("Actions", "Keep some features of the data alone"),
            needs=("dataset",),
        ),
        ActionSpec(
            "transposeData",
            translate("Actions", "Samples are in columns"),
            translate("Actions", "Exchange rows and columns of the data, and write shapes as (features, N)"),
            needs=("dataset",),
            checkable=True,
        ),
    )


def _sample_actions() -> tuple[ActionSpec, ...]:
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "previousSample",
            translate("Actions", "Previous sample"),
            translate("Actions", "Look at the sample before"),
            ("Ctrl+PgUp",),
            "previous",
            ("samples",),
        ),
        ActionSpec(
            "nextSample",
            translate("Actions", "Next sample"),
            translate("Actions", "Look at the next sample"),
            ("Ctrl+PgDown",),
            "next",
            ("samples",),
        ),
        ActionSpec(
            "randomSample",
            translate("Actions", "Random sample"),
            translate("Actions", "Look at a sample drawn at random"),
            ("Ctrl+Shift+PgDown",),
            "shuffle",
            ("samples",),
        ),
        ActionSpec(
            "wrongSample",
            translate("Actions", "Next wrong sample"),
            translate("Actions", "Look at the next sample whose predicted class is not its label"),
            ("Ctrl+Shift+PgUp",),
            "wrong",
            ("judged",),
        ),
        ActionSpec(
            "goToSample",
            translate("Actions", "Go to sample…"),
            translate("Actions", "Type the number of the sample to look at"),
            ("Ctrl+G",),
            needs=("samples",),
        ),
        ActionSpec(
            "drawSample",
            translate("Actions", "Draw a sample…"),
            translate("Actions", "Draw a picture and see at once what the stack makes of it"),
            ("Ctrl+Shift+D",),
            "pencil",
            ("pictures",),
        ),
    )


def _run_actions() -> tuple[ActionSpec, ...]:
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "runForward",
            translate("Actions", "Run forward"),
            translate("Actions", "Run all samples through the stack"),
            ("F5", "Ctrl+Return"),
            "run",
        ),
        ActionSpec(
            "cancelRun",
            translate("Actions", "Cancel"),
            translate("Actions", "Stop what is under way"),
            ("Esc",),
            "cancel",
            ("busy",),
        ),
        ActionSpec(
            "live",
            translate("Actions", "Live"),
            translate("Actions", "Run forward again after every change, where runs are quick enough"),
            ("Shift+F5",),
            "live",
            checkable=True,
        ),
    )


def _view_actions() -> tuple[ActionSpec, ...]:
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "topDown",
            translate("Actions", "Input on top"),
            translate("Actions", "Draw the stack top-down, as Keras prints it"),
            ("Ctrl+T",),
            checkable=True,
        ),
        ActionSpec(
            "detailCompact",
            translate("Actions", "Compact bricks"),
            translate("Actions", "Name, units and activation alone"),
            ("Ctrl+1",),
            checkable=True,
        ),
        ActionSpec(
            "detailNormal",
            translate("Actions", "Normal bricks"),
            translate("Actions", "Also initialiser, shape and parameters"),
            ("Ctrl+2",),
            checkable=True,
        ),
        ActionSpec(
            "detailFull",
            translate("Actions", "Full bricks"),
            translate("Actions", "Also every synapse of the selected block as a brick"),
            ("Ctrl+3",),
            checkable=True,
        ),
        ActionSpec(
            "themeSystem",
            translate("Actions", "Colours of the system"),
            translate("Actions", "Light or dark as the desktop is"),
            checkable=True,
        ),
        ActionSpec(
            "themeLight", translate("Actions", "Light"), translate("Actions", "Light colours"), checkable=True
        ),
        ActionSpec(
            "themeDark", translate("Actions", "Dark"), translate("Actions", "Dark colours"), checkable=True
        ),
        ActionSpec(
            "languageSystem",
            translate("Actions", "Language of the system"),
            translate("Actions", "Korean where the desktop is, else English"),
            checkable=True,
        ),
        # Each language by its own name, so that whoever reads it finds it.
        ActionSpec("languageEnglish", "English", "English", checkable=True),
        ActionSpec("languageKorean", "한국어", "한국어", checkable=True),
        ActionSpec(
            "resetLayout",
            translate("Actions", "Restore all panels"),
            translate("Actions", "Put every panel back to its place"),
        ),
        ActionSpec(
            "showSummary",
            translate("Actions", "Summary…"),
            translate("Actions", "Shapes, connections and parameters of every block, to read and copy"),
            ("Ctrl+M",),
        ),
        ActionSpec(
            "showCheatSheet",
            translate("Actions", "Keyboard and mouse"),
            translate("Actions", "All shortcuts and what the mouse does"),
            ("F1", "?"),
        ),
        ActionSpec(
            "about", translate("Actions", "About densegui"), translate("Actions", "Version and licence")
        ),
    )
