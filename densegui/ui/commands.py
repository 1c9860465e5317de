"""Commands: what each action of the menus does, in terms of session, stack and questions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from densegui.data import frozen_source
from densegui.document.storage import SUFFIX
from densegui.engine import Dense
from densegui.ui import clipboard
from densegui.ui.builder.stack import Stack
from densegui.ui.dialogs import Questions
from densegui.ui.session import Session

_NEW_UNITS = 8


class Commands(QObject):
    """One method for each action id, in snake case: ``runForward`` calls ``run_forward``.

    Attributes:
        questions: who asks the person; tests put their own answers here.
    """

    def __init__(self, session: Session, stack: Stack, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self.questions = questions
        self._session = session
        self._stack = stack
        self._top_down = False
        self._then: Callable[[], None] | None = None
        session.ask_lose_weights = self._may_lose_weights
        session.saved.connect(self._on_saved)
        session.failed.connect(self._on_failed)
        session.parameters_ready.connect(self._on_parameters_ready)

    # File

    def new_stack(self) -> None:
        """Begins an empty stack."""
        self.after_saving(self._session.new)

    def open_file(self) -> None:
        """Asks for a project or data file and opens it."""
        path = self.questions.ask_open()
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Opens a project, or loads a data file."""
        if path.suffix.lower() == SUFFIX:
            self._opening = path
            self.after_saving(self._open_project)
        else:
            self._session.load_data(path)

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

    # Blocks

    def undo(self) -> None:
        """Takes the last change back."""
        self._session.undo()

    def redo(self) -> None:
        """Brings back what undo took."""
        self._session.redo()

    def add_block(self) -> None:
        """Puts a Dense block after the selected one, seen from the input, or at the output."""
        selected = self._stack.selected_ids()
        count = len(self._session.model.layers)
        index = self._session.model.index_of(selected[-1]) + 1 if selected else count
        self._stack.select(self._session.insert_block(index, Dense(_NEW_UNITS, activation="relu")))

    def add_on_top(self, block: Dense) -> None:
        """Puts a block at the output end of the stack."""
        self._stack.select(self._session.insert_block(len(self._session.model.layers), block))

    def duplicate_block(self) -> None:
        """Copies the selected blocks to the gap after them."""
        selected = self._stack.selected_ids()
        if selected:
            self._select_all(self._session.duplicate_blocks(selected, self._stack.insertion_index()))

    def copy_blocks(self) -> None:
        """Puts the selected blocks on the clipboard, as Keras text too."""
        selected = self._stack.selected_ids()
        if selected:
            clipboard.put(self._session.model, selected)

    def cut_blocks(self) -> None:
        """Puts the selected blocks on the clipboard and takes them out of the stack."""
        self.copy_blocks()
        self.remove_block()

    def paste_blocks(self) -> None:
        """Puts the blocks on the clipboard after the selected ones; what was not understood is said."""
        pasted = clipboard.take()
        if pasted.layers:
            ids = self._session.insert_blocks(
                self._stack.insertion_index(), pasted.layers, pasted.given, pasted.input_dim
            )
            self._select_all(ids)
        if pasted.notes:
            self._session.noted.emit(" ".join(pasted.notes))

    def remove_block(self) -> None:
        """Takes the selected block out; its neighbour is selected."""
        selected = self._stack.selected_ids()
        if selected:
            place = self._session.model.index_of(selected[0])
            if self._session.remove_blocks(selected):
                left = self._session.model.layers
                self._stack.select(left[min(place, len(left) - 1)].id if left else None)

    def move_block_up(self) -> None:
        """Moves the selected block one place up on the screen."""
        self._shift(-1 if self._top_down else 1)

    def move_block_down(self) -> None:
        """Moves the selected block one place down on the screen."""
        self._shift(1 if self._top_down else -1)

    def edit_units(self) -> None:
        """Starts typing the units of the selected block."""
        self._stack.edit_units()

    def edit_activation(self) -> None:
        """Opens the choice of activations of the selected block."""
        self._stack.choose_activation()

    def edit_init(self) -> None:
        """Opens the choice of initialisers of the selected block."""
        self._stack.choose_init()

    def edit_weights(self) -> None:
        """Shows the weights of the selected block, once they are drawn."""
        for layer_id in self._stack.selected_ids()[:1]:
            self._session.request_parameters(layer_id)

    def redraw_weights(self) -> None:
        """Draws the weights of the selected blocks anew."""
        selected = self._stack.selected_ids()
        if selected:
            self._session.redraw_blocks(selected)

    def freeze_block(self) -> None:
        """Holds the weights of the selected blocks, whatever seed and init say later."""
        selected = self._stack.selected_ids()
        if selected:
            self._session.freeze_blocks(selected)

    def unfreeze_block(self) -> None:
        """Lets the selected blocks draw their weights from the seed again."""
        selected = self._stack.selected_ids()
        if selected:
            self._session.thaw_blocks(selected)

    def change_seed(self) -> None:
        """Asks for a seed and draws all weights from it."""
        seed = self.questions.ask_seed(self._session.model.seed)
        if seed is not None:
            self._session.set_seed(seed)

    def can_shift(self, step: int) -> bool:
        """Whether the selected block can move one place up (1) or down (−1) on the screen."""
        selected = self._stack.selected_ids()
        ids = [layer.id for layer in self._session.model.layers]
        if len(selected) != 1 or selected[0] not in ids:  # while rows go, the selection is behind the model
            return False
        place = ids.index(selected[0]) + (-step if self._top_down else step)
        return 0 <= place < len(self._session.model.layers)

    def top_down(self, on: bool) -> None:
        """Draws the stack with the input on top, or at the bottom."""
        self._top_down = on
        self._stack.set_top_down(on)

    # Data and running

    def load_data(self) -> None:
        """Asks for a data file and loads it."""
        path = self.questions.ask_data()
        if path is not None:
            self._session.load_data(path)

    def iris_data(self) -> None:
        """Loads the built-in irises."""
        self._session.draw_data(frozen_source("builtin", name="iris"), "Iris")

    def random_data(self) -> None:
        """Asks for a distribution and draws rows from it."""
        source = self.questions.ask_random(self._session.model.input_dim)
        if source is not None:
            self._session.draw_data(source, self.tr("random data"))

    def set_input_size(self) -> None:
        """Makes the stack take in as many features as the data have."""
        if self._session.dataset is not None:
            self._session.set_input_dim(self._session.dataset.features)

    def choose_columns(self) -> None:
        """Asks which features to keep."""
        dataset = self._session.dataset
        if dataset is not None:
            columns = self.questions.ask_columns(dataset, self._session.model.input_dim)
            if columns is not None:
                self._session.choose_columns(columns)

    def transpose_data(self) -> None:
        """Exchanges rows and columns of the data."""
        self._session.transpose_data()

    def run_forward(self) -> None:
        """Runs all samples through the stack."""
        self._session.run_forward()

    def cancel_run(self) -> None:
        """Stops what is under way."""
        self._session.cancel_run()

    # Inside

    def _may_lose_weights(self, names: tuple[str, ...]) -> bool:
        return self.questions.ask_lose_weights(names)

    def _select_all(self, layer_ids: tuple[int, ...]) -> None:
        if layer_ids:
            self._stack.select_blocks(layer_ids)

    def _open_project(self) -> None:
        self._session.open(self._opening)

    def _shift(self, step: int) -> None:
        """Moves the selected block by one place, seen from the input."""
        selected = self._stack.selected_ids()
        if len(selected) == 1:
            place = self._session.model.index_of(selected[0])
            if 0 <= place + step < len(self._session.model.layers):
                self._session.move_block(selected[0], place + 2 if step > 0 else place - 1)
                self._stack.select(selected[0])

    def _on_saved(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self) -> None:
        self._then = None

    def _on_parameters_ready(self, layer_id: int) -> None:
        model = self._session.model
        place = model.index_of(layer_id)
        dataset = self._session.dataset
        inputs = (
            dataset.feature_names if place == 0 and dataset is not None and not self._session.mismatch else ()
        )
        layer = model.layers[place]
        values = self.questions.ask_weights(
            model.names[place], model.parameters[place], inputs, layer.use_bias
        )
        if values is not None:
            weights, bias = values
            self._session.set_parameters(layer_id, weights, bias if layer.use_bias else None)
