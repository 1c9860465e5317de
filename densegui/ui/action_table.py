"""Action table: everything a person can do, one row each; menus, toolbar and shortcuts read it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from densegui.ui.action_spec import ActionSpec
from densegui.ui.data_actions import data_actions, sample_actions
from densegui.ui.edit_actions import edit_actions


def table() -> tuple[ActionSpec, ...]:
    """The table, in the language in force."""
    return (
        *_file_actions(),
        *edit_actions(),
        *data_actions(),
        *sample_actions(),
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
