"""Stack editing: what the session lets a person do to the blocks; each method is one undo step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal

from densegui.document import Document, State, edits, example
from densegui.engine import Dense, Model, Parameters

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import ArrayLike


class StackEditing(QObject):
    """Holds the document and changes its stack by named, undoable steps.

    A change that would drop given parameters of a block that stays, or need very much memory, asks first;
    where the answer is no, nothing changes, and ``model_changed`` brings the widgets back to what there is.

    Attributes:
        ask_lose_weights: gets the names of the blocks whose given parameters cannot be kept, and says
            whether to go on; None goes on.
        ask_much_memory: gets the names of the blocks whose weights would take more than a gigabyte each, and
            the bytes of all of them, and says whether to make them; None makes them.

    Signals:
        model_changed: ``model`` is another, or a change to it was given up.
        document_changed: path, modified mark or undo labels may have changed.
    """

    model_changed = Signal()
    document_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ask_lose_weights: Callable[[tuple[str, ...]], bool] | None = None
        self.ask_much_memory: Callable[[tuple[str, ...], int], bool] | None = None
        self._document = Document(State(example()))

    # What there is

    @property
    def model(self) -> Model:
        """The stack now."""
        return self._document.state.model

    @property
    def path(self) -> Path | None:
        """The project file, or None."""
        return self._document.path

    @property
    def is_modified(self) -> bool:
        """Whether there is something that the project file does not have."""
        return self._document.is_modified

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self._document.undo_label

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back."""
        return self._document.redo_label

    def undo(self) -> None:
        """Takes the last change back."""
        self._travel(self._document.undo)

    def redo(self) -> None:
        """Brings back what undo took."""
        self._travel(self._document.redo)

    # Blocks

    def insert_block(self, index: int, block: Dense) -> int | None:
        """Puts a block into a gap and returns its id, or None when it was given up."""
        ids = self.insert_blocks(index, [block])
        return ids[0] if ids else None

    def insert_blocks(
        self,
        index: int,
        blocks: Sequence[Dense],
        given: Sequence[Parameters | None] = (),
        input_dim: int | None = None,
    ) -> tuple[int, ...]:
        """Puts blocks into one gap, with their given parameters where they fit.

        Args:
            index: the gap.
            blocks: from the input on.
            given: for each block its given parameters, or None.
            input_dim: the input size an empty stack gets.

        Returns:
            Ids of the blocks; none when it was given up.
        """
        before = self.model
        if input_dim is not None and not before.layers:
            before = before.with_input_dim(input_dim)
        model = edits.insert_many(before, index, blocks, given)
        names = ", ".join(model.names[index : index + len(blocks)])
        done = self._edit(model, QCoreApplication.translate("Session", "add {name}").format(name=names))
        return self._ids_at(index, len(blocks)) if done else ()

    def duplicate_block(self, layer_id: int, index: int | None = None) -> int | None:
        """Copies a block, to the gap after it or to another; returns the copy's id, None when given up."""
        place = self.model.index_of(layer_id) + 1 if index is None else index
        ids = self.duplicate_blocks([layer_id], place)
        return ids[0] if ids else None

    def duplicate_blocks(self, layer_ids: Collection[int], index: int) -> tuple[int, ...]:
        """Copies blocks into one gap and returns the ids of the copies."""
        label = QCoreApplication.translate("Session", "duplicate {name}").format(name=self._names(layer_ids))
        done = self._edit(edits.duplicate_many(self.model, layer_ids, index), label)
        return self._ids_at(index, len(set(layer_ids))) if done else ()

    def move_block(self, layer_id: int, index: int) -> None:
        """Moves a block into a gap, counted before the move."""
        self.move_blocks([layer_id], index)

    def move_blocks(self, layer_ids: Collection[int], index: int) -> None:
        """Moves blocks together into a gap, counted before the move."""
        label = QCoreApplication.translate("Session", "move {name}").format(name=self._names(layer_ids))
        self._edit(edits.move_many(self.model, layer_ids, index), label)

    def remove_blocks(self, layer_ids: Collection[int]) -> bool:
        """Takes blocks out of the stack; False when it was given up."""
        label = QCoreApplication.translate("Session", "delete {name}").format(name=self._names(layer_ids))
        return self._edit(edits.remove(self.model, layer_ids), label)

    def change_block(self, layer_id: int, field: str, value: Any) -> None:
        """Changes one field of one block; changes of one field in a row are one step.

        Who changes the units has said what memory they need: the stack warns while they are typed.
        """
        translate = QCoreApplication.translate
        words = {
            "units": translate("Session", "units"),
            "activation": translate("Session", "activation"),
            "init": translate("Session", "init"),
            "name": translate("Session", "name"),
            "use_bias": translate("Session", "bias"),
            "bias_init": translate("Session", "initial bias"),
        }
        label = translate("Session", "change {field} of {name}").format(
            field=words.get(field, field), name=self._names([layer_id])
        )
        model = edits.change(self.model, layer_id, **{field: value})
        self._edit(model, label, (field, layer_id), weighs=False)

    def set_init(self, layer_ids: Collection[int], init: str) -> None:
        """Lets blocks draw their weights by this initialiser, as one step."""
        model = self.model
        for layer_id in layer_ids:
            model = edits.change(model, layer_id, init=init)
        label = QCoreApplication.translate("Session", "change init to {init}").format(init=init)
        self._edit(model, label)

    # Weights

    def set_parameters(
        self, layer_id: int, weights: ArrayLike | None = None, bias: ArrayLike | None = None
    ) -> None:
        """Gives a block its weights (n_in, n_out), its bias (n_out,), or both."""
        label = QCoreApplication.translate("Session", "change weights of {name}")
        model = edits.set_parameters(self.model, layer_id, weights=weights, bias=bias)
        self._edit(model, label.format(name=self._names([layer_id])))

    def drag_parameters(self, layer_id: int, weights: ArrayLike | None, bias: ArrayLike | None) -> None:
        """Like ``set_parameters``, for a panel; changes of one single number in a row are one step."""
        place = self.model.index_of(layer_id)
        before = self.model.parameters[place]
        changed = [
            (name, index)
            for name, old, new in (("w", before.weights, weights), ("b", before.bias, bias))
            if new is not None
            for index in np.flatnonzero(np.asarray(new) != old)[:2].tolist()
        ]
        if not changed:
            return
        label = QCoreApplication.translate("Session", "change weights of {name}")
        model = edits.set_parameters(self.model, layer_id, weights=weights, bias=bias)
        merge = (layer_id, *changed) if len(changed) == 1 else None
        self._edit(model, label.format(name=self._names([layer_id])), merge)

    def draw_parameters(self, layer_id: int) -> None:
        """Gives the parameters of a block back to the seed."""
        self.thaw_blocks([layer_id])

    def redraw_blocks(self, layer_ids: Collection[int]) -> None:
        """Draws the weights of blocks anew; asks where they were given."""
        label = QCoreApplication.translate("Session", "redraw weights of {name}")
        self._edit(edits.redraw(self.model, layer_ids), label.format(name=self._names(layer_ids)))

    def freeze_blocks(self, layer_ids: Collection[int]) -> None:
        """Holds the weights that blocks have now, whatever seed and init say later."""
        label = QCoreApplication.translate("Session", "freeze {name}")
        self._edit(edits.freeze(self.model, layer_ids), label.format(name=self._names(layer_ids)))

    def thaw_blocks(self, layer_ids: Collection[int]) -> None:
        """Lets blocks draw their weights from the seed again."""
        label = QCoreApplication.translate("Session", "unfreeze {name}")
        model = edits.thaw(self.model, layer_ids)
        self._edit(model, label.format(name=self._names(layer_ids)), asks=False)

    def set_input_dim(self, input_dim: int, *, weighs: bool = False) -> None:
        """Sets the number of features the stack takes in; ``weighs`` asks before weights take much memory."""
        label = QCoreApplication.translate("Session", "set input size to {size}").format(size=input_dim)
        self._edit(edits.set_input_dim(self.model, input_dim), label, "input_dim", weighs=weighs)

    def set_seed(self, seed: int) -> None:
        """Draws all drawn weights from another seed."""
        label = QCoreApplication.translate("Session", "change seed to {seed}").format(seed=seed)
        self._edit(edits.set_seed(self.model, seed), label, "seed")

    # Inside

    def _names(self, layer_ids: Collection[int]) -> str:
        names = dict(zip((layer.id for layer in self.model.layers), self.model.names, strict=True))
        return ", ".join(names[layer_id] for layer_id in layer_ids)

    def _ids_at(self, index: int, count: int) -> tuple[int, ...]:
        layers = self.model.layers[index : index + count]
        return tuple(layer.id for layer in layers if layer.id is not None)

    def _edit(
        self,
        model: Model,
        label: str,
        merge: Hashable | None = None,
        *,
        asks: bool = True,
        weighs: bool = True,
    ) -> bool:
        """Commits a change of the stack; False when the person gave it up."""
        lost = edits.lost(self.model, model) if asks else ()
        loses = bool(lost) and self.ask_lose_weights is not None and not self.ask_lose_weights(lost)
        if loses or (weighs and not self._may_weigh(model)):
            self.model_changed.emit()
            return False
        self._commit(replace(self._document.state, model=model), label, merge)
        return True

    def _may_weigh(self, model: Model) -> bool:
        """Whether a stack may take the memory it needs beyond what there is."""
        from densegui.ui.builder.weight_memory import newly_heavy  # noqa: PLC0415 - after the first frame

        heavy = newly_heavy(self.model, model)
        names = tuple(model.names[place] for place in heavy)
        return not heavy or self.ask_much_memory is None or self.ask_much_memory(names, sum(heavy.values()))

    def _commit(self, state: State, label: str, merge: Hashable | None = None) -> None:
        self._travel(partial(self._document.commit, state, label, merge))

    def _travel(self, step: Callable[[], None]) -> None:
        before = self._document.state
        step()
        self._announce(before)
        self.document_changed.emit()

    def _announce(self, before: State) -> None:
        """Tells what differs from ``before``."""
        if self.model != before.model:
            self.model_changed.emit()
