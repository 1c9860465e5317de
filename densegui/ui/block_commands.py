"""Block commands: what the actions do to the selected bricks."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject

from densegui.document.touched import touched
from densegui.engine import Dense
from densegui.ui.builder.stack import Stack
from densegui.ui.dialogs import Questions
from densegui.ui.freezing import Freezing
from densegui.ui.session import Session

_NEW_UNITS = 8


class BlockCommands(QObject):
    """One method for each action on blocks, in terms of session, stack and questions.

    Attributes:
        questions: who asks the person; tests put their own answers here.
    """

    def __init__(self, session: Session, stack: Stack, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self.questions = questions
        self._session = session
        self._stack = stack
        self._freezing = Freezing(session, self)
        self._top_down = False
        session.ask_lose_weights = self._may_lose_weights
        session.ask_much_memory = self._may_take_memory
        session.parameters_ready.connect(self._on_parameters_ready)

    def undo(self) -> None:
        """Takes the last change back, and selects the blocks it was about."""
        self._travel(self._session.undo)

    def redo(self) -> None:
        """Brings back what undo took, and selects the blocks it is about."""
        self._travel(self._session.redo)

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
        from densegui.ui import clipboard  # noqa: PLC0415 - when first needed

        selected = self._stack.selected_ids()
        if selected:
            clipboard.put(self._session.model, selected)

    def cut_blocks(self) -> None:
        """Puts the selected blocks on the clipboard and takes them out of the stack."""
        self.copy_blocks()
        self.remove_block()

    def paste_blocks(self) -> None:
        """Puts the blocks on the clipboard after the selected ones; what was not understood is said."""
        from densegui.ui import clipboard  # noqa: PLC0415 - when first needed

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

    def open_settings(self) -> None:
        """Opens the rarer settings of the selected block."""
        self._stack.open_settings()

    def open_doubts(self) -> None:
        """Says what is doubtful about the selected block."""
        self._stack.open_doubts()

    def detail_compact(self) -> None:
        """Draws bricks with name, units and activation alone."""
        self._stack.set_detail("compact")

    def detail_normal(self) -> None:
        """Draws bricks with what is needed most."""
        self._stack.set_detail("normal")

    def detail_full(self) -> None:
        """Draws the selected block with all its synapses."""
        self._stack.set_detail("full")

    def edit_weights(self) -> None:
        """Shows the weights of the selected block, once they are drawn."""
        for layer_id in self._stack.selected_ids()[:1]:
            self._session.request_parameters(layer_id)

    def redraw_weights(self) -> None:
        """Draws the weights of the selected blocks anew."""
        selected = self._stack.selected_ids()
        if selected:
            self._session.redraw_blocks(selected)

    def try_init(self, layer_ids: Collection[int], init: str) -> None:
        """Lets blocks draw their weights by another initialiser, and runs forward to see what it does."""
        self._session.set_init(layer_ids, init)
        if self._session.result is None and not self._session.is_running:
            self._session.run_forward()

    def freeze_block(self) -> None:
        """Holds the weights of the selected blocks, whatever seed and init say later."""
        selected = self._stack.selected_ids()
        if selected:
            self._freezing.freeze(selected)

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

    # Inside

    def _may_lose_weights(self, names: tuple[str, ...]) -> bool:
        return self.questions.ask_lose_weights(names)

    def _may_take_memory(self, names: tuple[str, ...], count: int) -> bool:
        return self.questions.ask_much_memory(names, count)

    def _travel(self, step: Callable[[], None]) -> None:
        before, chosen = self._session.model, self._stack.selected_ids()
        step()
        self._select_all(touched(before, self._session.model, chosen))

    def _select_all(self, layer_ids: tuple[int, ...]) -> None:
        if layer_ids:
            self._stack.select_blocks(layer_ids)

    def _shift(self, step: int) -> None:
        """Moves the selected block by one place, seen from the input."""
        selected = self._stack.selected_ids()
        if len(selected) == 1:
            place = self._session.model.index_of(selected[0])
            if 0 <= place + step < len(self._session.model.layers):
                self._session.move_block(selected[0], place + 2 if step > 0 else place - 1)
                self._stack.select(selected[0])

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
