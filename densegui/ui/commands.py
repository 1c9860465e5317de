"""Commands: what each action of the menus does, in terms of session, stack and questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication

from densegui.data import frozen_source
from densegui.document import DocumentError
from densegui.document.storage import SUFFIX
from densegui.ui.actions import MENUS
from densegui.ui.builder.stack import Stack
from densegui.ui.dialogs import Questions
from densegui.ui.menus import menu_titles
from densegui.ui.sample_commands import SampleCommands
from densegui.ui.session import Session


class Commands(SampleCommands):
    """One method for each action id, in snake case: ``runForward`` calls ``run_forward``.

    Attributes:
        questions: who asks the person; tests put their own answers here.
        presets_folder: where a person's own presets are kept.
    """

    def __init__(self, session: Session, stack: Stack, questions: Questions, parent: QObject) -> None:
        super().__init__(session, stack, questions, parent)
        data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
        self.presets_folder = Path(data) / "presets"
        self._then: Callable[[], None] | None = None
        session.saved.connect(self._on_saved)
        session.failed.connect(self._on_failed)

    # File

    def new_stack(self) -> None:
        """Begins an empty stack."""
        self.after_saving(self._session.new)

    def open_file(self) -> None:
        """Asks for a project or data files and opens them."""
        self.open_paths(*self.questions.ask_open())

    def open_paths(self, *paths: Path) -> None:
        """Opens a project, or loads a data file, several pictures or a folder."""
        project = next((path for path in paths if path.suffix.lower() == SUFFIX), None)
        if project is not None and len(paths) > 1:
            text = self.tr("{name} is a project, which is opened alone: choose nothing else beside it.")
            self._session.failed.emit(text.format(name=project.name))
        elif project is not None:
            self._opening = project
            self.after_saving(self._open_project)
        elif paths:
            self._session.load_data(*paths)

    def save_file(self) -> None:
        """Saves to the project's file; asks for one the first time."""
        if self._session.path is None:
            self.save_file_as()
        else:
            self._session.save(self._session.path)

    def save_file_as(self) -> None:
        """Asks for a file and saves to it."""
        path = self.questions.ask_save(str(self._session.path or f"stack{SUFFIX}"))
        if path is None:
            self._then = None
        else:
            self._session.save(path)

    def after_saving(self, then: Callable[[], None]) -> None:
        """Calls ``then`` once nothing unsaved can be lost by it, unless the person changes their mind."""
        if not self._session.is_modified:
            then()
            return
        name = self._session.path.name if self._session.path else self.tr("this stack")
        answer = self.questions.ask_save_changes(name)
        if answer == "discard":
            then()
        elif answer == "save":
            self._then = then
            self.save_file()

    # Data and running

    def load_data(self) -> None:
        """Asks for data files and loads them."""
        if paths := self.questions.ask_data():
            self._session.load_data(*paths)

    def load_folder(self) -> None:
        """Asks for a folder and loads what is in it."""
        path = self.questions.ask_folder()
        if path is not None:
            self._session.load_data(path)

    def read_differently(self) -> None:
        """Asks what the reader shall take from the file of the data, and reads it again."""
        dataset = self._session.dataset
        if dataset is not None and dataset.raw.choices:
            options = self.questions.ask_reading(dataset)
            if options:
                self._session.read_differently(options)

    def paste_data(self) -> None:
        """Takes the table on the clipboard as the data."""
        self._session.paste_data(QGuiApplication.clipboard().text())

    def paste_blocks(self) -> None:
        """Pastes blocks; cells of a spreadsheet become the data."""
        from densegui.ui import clipboard  # noqa: PLC0415 - when first needed

        if clipboard.holds_cells():
            self.paste_data()
        else:
            super().paste_blocks()

    def builtin_data(self) -> None:
        """Asks for one of the built-in sets and loads it."""
        name = self.questions.ask_builtin()
        if name is not None:
            from densegui.data import BUILTINS  # noqa: PLC0415 - at the start, a thread is importing it

            self._session.draw_data(frozen_source("builtin", name=name), BUILTINS[name].title)

    def random_data(self) -> None:
        """Asks for random, toy or typed data and makes them."""
        source = self.questions.ask_random(self._session.model.input_dim)
        if source is not None:
            self._session.draw_data(source, self.tr("random data"))

    def set_input_size(self) -> None:
        """Makes the stack take in as many features as the data have."""
        if self._session.dataset is not None:
            self._session.set_input_dim(self._session.dataset.features, weighs=True)
        self._stack.setFocus()

    def choose_columns(self) -> None:
        """Asks which features to keep."""
        dataset = self._session.dataset
        if dataset is not None:
            columns = self.questions.ask_columns(dataset, self._session.model.input_dim)
            if columns is not None:
                self._session.choose_columns(columns)
        self._stack.setFocus()

    def transpose_data(self) -> None:
        """Exchanges rows and columns of the data."""
        self._session.transpose_data()
        self._stack.setFocus()

    def run_forward(self) -> None:
        """Runs all samples through the stack."""
        self._session.run_forward()

    def cancel_run(self) -> None:
        """Stops what is under way."""
        self._session.cancel_run()

    # Presets

    def open_preset(self) -> None:
        """Asks for a preset and opens it, or deletes one of the person's own."""
        from densegui.document import presets  # noqa: PLC0415 - when first needed

        try:
            wish = self.questions.ask_preset(presets.saved(self.presets_folder))
            if wish is not None:
                self._fulfil(*wish)
        except DocumentError as error:
            self._session.failed.emit(str(error))

    def save_preset(self) -> None:
        """Asks for a name and keeps the stack and its data as a preset; asks before it replaces another."""
        from densegui.document import presets  # noqa: PLC0415 - when first needed

        name = self.questions.ask_preset_name()
        if name is None:
            return
        try:
            taken = presets.of_name(self.presets_folder, name)
        except DocumentError as error:
            self._session.failed.emit(str(error))
            return
        if taken is None or self.questions.ask_replace_preset(taken.stem):
            self._session.keep_preset(self.presets_folder, name, replace=taken is not None)

    # Looking

    def show_summary(self) -> None:
        """Shows layers, shapes and counts of the stack as a table."""
        from densegui.ui.dialogs.summary import summary_table  # noqa: PLC0415 - when first needed

        dataset = self._session.dataset
        turned = dataset is not None and dataset.samples_in_columns
        self.questions.tell_table(summary_table(self._session.model, samples_in_columns=turned))

    def show_cheat_sheet(self) -> None:
        """Shows all shortcuts, and what the mouse does."""
        from densegui.ui.dialogs.cheat_sheet import cheat_sheet  # noqa: PLC0415 - when first needed

        self.questions.tell_table(cheat_sheet(MENUS, menu_titles()))

    # Inside

    def _fulfil(self, what: Literal["open", "delete"], chosen: str | Path) -> None:
        from densegui.document import presets  # noqa: PLC0415 - when first needed
        from densegui.ui.dialogs.presets import preset_titles  # noqa: PLC0415 - when first needed

        if isinstance(chosen, str):
            self._session.open_preset(presets.PRESETS[chosen], preset_titles()[chosen])
        elif what == "open":
            self._session.open_preset(chosen, chosen.stem)
        else:
            presets.delete(chosen)

    def _open_project(self) -> None:
        self._session.open(self._opening)

    def _on_saved(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self) -> None:
        self._then = None
