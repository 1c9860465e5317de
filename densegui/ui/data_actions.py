"""What a person can do to the data and to choose a sample of them: rows of the action table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from densegui.ui.action_spec import ActionSpec


def data_actions() -> tuple[ActionSpec, ...]:
    """The rows of the Data menu, in the language in force."""
    translate = QCoreApplication.translate
    return (
        ActionSpec(
            "loadData",
            translate("Actions", "Load data…"),
            translate("Actions", "Load a table, an array or pictures; or drop them on the window"),
            ("Ctrl+L",),
            "data",
        ),
        ActionSpec(
            "loadFolder",
            translate("Actions", "Load folder…"),
            translate(
                "Actions", "Load all pictures of a folder, whose folders are classes, or CIFAR batches"
            ),
            ("Ctrl+Shift+O",),
        ),
        ActionSpec(
            "pasteData",
            translate("Actions", "Paste table"),
            translate("Actions", "Take cells copied from a spreadsheet, or any table as text, as the data"),
            ("Ctrl+Shift+V",),
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
            "readDifferently",
            translate("Actions", "Read differently…"),
            translate("Actions", "Take another array, sheet, picture size or part of the file"),
            ("Ctrl+Shift+I",),
            needs=("choices",),
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


def sample_actions() -> tuple[ActionSpec, ...]:
    """The rows that choose the sample that is looked at, in the language in force."""
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
