"""Questions: every modal question of the program, one method each; None is "never mind"."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from densegui import __version__
from densegui.data import Dataset, Source
from densegui.document.storage import SUFFIX
from densegui.document.summary import amount
from densegui.ui.dialogs import folder

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Parameters
    from densegui.ui.dialogs.export_panel import ExportWish
    from densegui.ui.dialogs.presets import Wish
    from densegui.ui.dialogs.table_dialog import Table

MAX_SEED = 2**31 - 1
_NAME_WIDTH = 360


class Questions:
    """Asks the person in front of the window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def ask_open(self) -> tuple[Path, ...]:
        """Which project or data files to open."""
        from densegui.ui.dialogs.file_filters import everything  # noqa: PLC0415 - when first asked

        return self._existing(QCoreApplication.translate("Questions", "Open"), everything())

    def ask_data(self) -> tuple[Path, ...]:
        """Which data files to load."""
        from densegui.ui.dialogs.file_filters import data  # noqa: PLC0415 - when first asked

        return self._existing(QCoreApplication.translate("Questions", "Load data"), data())

    def ask_folder(self) -> Path | None:
        """Which folder to load."""
        title = QCoreApplication.translate("Questions", "Load folder")
        return folder.remember(
            QFileDialog.getExistingDirectory(self._window, title, str(folder.remembered()))
        )

    def ask_reading(self, dataset: Dataset) -> dict[str, Any] | None:
        """How to read the file of the data instead: options of its reader; None when all stays."""
        from densegui.ui.dialogs.read_differently import ReadDifferentlyDialog  # noqa: PLC0415 - as above

        dialog = ReadDifferentlyDialog(dataset, self._window)
        chosen = dialog.options() if dialog.exec() and dialog.has_changed else None
        dialog.deleteLater()
        return chosen

    def ask_save(self, suggestion: str) -> Path | None:
        """Where to save the project; the suffix is added if it is missing."""
        from densegui.ui.dialogs.file_filters import project  # noqa: PLC0415 - when first asked

        name, _ = QFileDialog.getSaveFileName(
            self._window,
            QCoreApplication.translate("Questions", "Save as"),
            folder.suggestion(suggestion),
            project(),
        )
        path = folder.remember(name)
        if path is None:
            return None
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def ask_save_changes(self, name: str) -> Literal["save", "discard", "cancel"]:
        """Whether unsaved changes are to be saved."""
        box = QMessageBox(self._window)
        box.setObjectName("saveChanges")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("densegui")
        box.setText(QCoreApplication.translate("Questions", "Save the changes to {name}?").format(name=name))
        box.setInformativeText(QCoreApplication.translate("Questions", "Without saving they are lost."))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        answer = box.exec()
        box.deleteLater()
        if answer == button.Save:
            return "save"
        return "discard" if answer == button.Discard else "cancel"

    def ask_lose_weights(self, names: tuple[str, ...]) -> bool:
        """Whether a change may drop the frozen or typed weights of these blocks."""
        text = QCoreApplication.translate("Questions", "The weights of {names} do not fit after this change.")
        return self._agrees(
            "loseWeights",
            text.format(names=", ".join(names)),
            QCoreApplication.translate(
                "Questions",
                "They were frozen or set by hand. If you go on, new ones are drawn; undo brings them back.",
            ),
            QCoreApplication.translate("Questions", "Draw new weights"),
        )

    def ask_random(self, features: int) -> Source | None:
        """What random, toy or typed rows to make."""
        from densegui.ui.dialogs.random_data import RandomDataDialog  # noqa: PLC0415 - when first asked

        dialog = RandomDataDialog(features, self._window)
        chosen = dialog.source() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def ask_builtin(self) -> str | None:
        """Which built-in data to open."""
        from densegui.ui.dialogs.builtin_data import BuiltinDataDialog  # noqa: PLC0415 - when first asked

        dialog = BuiltinDataDialog(self._window)
        chosen = dialog.name() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def ask_columns(self, dataset: Dataset, wanted: int) -> tuple[int, ...] | None:
        """Which features to keep."""
        from densegui.ui.dialogs.columns import ColumnsDialog  # noqa: PLC0415 - when first asked

        dialog = ColumnsDialog(dataset, wanted, self._window)
        chosen = dialog.columns() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def ask_weights(
        self, name: str, parameters: Parameters, inputs: tuple[str, ...], use_bias: bool
    ) -> tuple[NDArray[Any], NDArray[Any]] | None:
        """Which weights and bias a block shall have; None when nothing was changed."""
        from densegui.ui.dialogs.weights import WeightsDialog  # noqa: PLC0415 - when first asked

        dialog = WeightsDialog(name, parameters, inputs, use_bias, self._window)
        chosen = dialog.values() if dialog.exec() else None
        dialog.deleteLater()
        return chosen

    def ask_seed(self, seed: int) -> int | None:
        """Which seed to draw the weights from."""
        text = QCoreApplication.translate("Questions", "Seed of all drawn weights:")
        value, accepted = QInputDialog.getInt(
            self._window,
            QCoreApplication.translate("Questions", "Seed"),
            text,
            min(seed, MAX_SEED),
            0,
            MAX_SEED,
        )
        return value if accepted else None

    def tell_about(self) -> None:
        """Says what this program is."""
        text = QCoreApplication.translate(
            "Questions",
            "Build dense neural networks from bricks, run your data through them, "
            "and see what every number does.",
        )
        licence = QCoreApplication.translate("Questions", "MIT licence")
        body = f"<h3>densegui {__version__}</h3><p>{text}</p><p>{licence}</p>"
        QMessageBox.about(self._window, "densegui", body)

    def ask_preset(self, own: tuple[Path, ...]) -> Wish | None:
        """Which preset to open or to delete."""
        from densegui.ui.dialogs.presets import PresetsDialog  # noqa: PLC0415 - when first asked

        dialog = PresetsDialog(own, self._window)
        wish = dialog.wish() if dialog.exec() else None
        dialog.deleteLater()
        return wish

    def ask_preset_name(self) -> str | None:
        """What to call a preset of the person's own."""
        dialog = QInputDialog(self._window)
        dialog.setObjectName("presetName")
        dialog.setWindowTitle(QCoreApplication.translate("Presets", "Save as preset"))
        dialog.setLabelText(QCoreApplication.translate("Presets", "Name of the preset:"))
        dialog.resize(_NAME_WIDTH, dialog.sizeHint().height())
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.textValue() if accepted else None

    def ask_replace_preset(self, name: str) -> bool:
        """Whether a preset of the person's own gives way to another of the same name."""
        text = QCoreApplication.translate("Presets", "There is a preset called {name} already.")
        return self._agrees(
            "replacePreset",
            text.format(name=name),
            QCoreApplication.translate("Presets", "If you go on, it is replaced. This cannot be undone."),
            QCoreApplication.translate("Presets", "Replace"),
        )

    def ask_much_memory(self, names: tuple[str, ...], count: int) -> bool:
        """Whether to make blocks whose weights take so many bytes."""
        text = QCoreApplication.translate("Questions", "The weights of {names} need {size} of memory.")
        return self._agrees(
            "muchMemory",
            text.format(names=", ".join(names), size=amount(count)),
            QCoreApplication.translate("Questions", "Where there is not so much, running them will fail."),
            QCoreApplication.translate("Questions", "Make it anyway"),
        )

    def ask_export(self, titles: Mapping[str, str], chosen: str) -> tuple[ExportWish, Path] | None:
        """Which panel to export, as what, and to where."""
        from densegui.ui.dialogs.export_panel import ExportDialog  # noqa: PLC0415 - when first asked

        dialog = ExportDialog(titles, chosen, self._window)
        wish = dialog.wish() if dialog.exec() else None
        dialog.deleteLater()
        if wish is None:
            return None
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            QCoreApplication.translate("Questions", "Export"),
            folder.suggestion(f"{titles[wish.panel]}.{wish.suffix}"),
            f"{wish.suffix.upper()} (*.{wish.suffix})",
        )
        path = folder.remember(name)
        if path is None:
            return None
        return wish, path if path.suffix else path.with_suffix(f".{wish.suffix}")

    def tell_table(self, table: Table) -> None:
        """Shows a table that can be copied, such as the summary."""
        from densegui.ui.dialogs.table_dialog import TableDialog  # noqa: PLC0415 - when first asked

        dialog = TableDialog(table, self._window)
        dialog.exec()
        dialog.deleteLater()

    def tell_failure(self, text: str) -> None:
        """Says in one sentence what could not be done."""
        box = QMessageBox(self._window)
        box.setObjectName("failure")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("densegui")
        box.setText(text)
        box.exec()
        box.deleteLater()

    def _agrees(self, name: str, text: str, more: str, doing: str) -> bool:
        """Whether the person presses the button that goes on; Cancel is the default."""
        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("densegui")
        box.setText(text)
        box.setInformativeText(more)
        go_on = box.addButton(doing, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        agreed = box.clickedButton() is go_on
        box.deleteLater()
        return agreed

    def _existing(self, title: str, filters: str) -> tuple[Path, ...]:
        begin = str(folder.remembered())
        names, _ = QFileDialog.getOpenFileNames(self._window, title, begin, filters)
        for name in names:
            folder.remember(name)
        return tuple(map(Path, names))
