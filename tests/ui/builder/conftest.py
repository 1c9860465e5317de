"""A stack with hands: what it asks for is done to a model, as the main window does it."""

import pytest
from PySide6.QtCore import QObject

from densegui.document import edits
from densegui.engine import Dense, Model
from densegui.ui.builder.stack import Stack


class Bench(QObject):
    """Holds a model and a Stack; answers the stack's requests with edits and remembers them."""

    def __init__(self, model):
        super().__init__()
        self.model = model
        self.asked = []
        self.stack = Stack()
        self.stack.insert_requested.connect(self.insert)
        self.stack.move_requested.connect(self.move)
        self.stack.copy_requested.connect(self.copy)
        self.stack.blocks_move_requested.connect(self.move_several)
        self.stack.blocks_copy_requested.connect(self.copy_several)
        self.stack.change_requested.connect(self.change)
        self.stack.remove_requested.connect(self.remove)
        self.stack.input_dim_requested.connect(self.set_input_dim)
        self.show(model)

    @property
    def view(self):
        return self.stack.findChild(QObject, "stackList")

    @property
    def ids(self):
        return tuple(layer.id for layer in self.model.layers)

    @property
    def units(self):
        return tuple(layer.units for layer in self.model.layers)

    def show(self, model):
        self.model = model
        self.stack.show_model(model)

    def row(self, layer_id):
        return self.view.model().index(self.view.model().row_of(layer_id))

    def rect(self, layer_id):
        return self.view.visualRect(self.row(layer_id))

    def chips(self, layer_id):
        """Where the parts of a brick are in the viewport."""
        return self.view.itemDelegate().chips(self.rect(layer_id), self.row(layer_id))

    def insert(self, index, block):
        self.asked.append(("insert", index, block))
        self.show(edits.insert(self.model, index, block))

    def move(self, layer_id, index):
        self.asked.append(("move", layer_id, index))
        self.show(edits.move(self.model, layer_id, index))

    def copy(self, layer_id, index):
        self.asked.append(("copy", layer_id, index))
        self.show(edits.duplicate(self.model, layer_id, index))

    def move_several(self, ids, index):
        self.asked.append(("move several", ids, index))
        stay = [[i for i in part if i not in ids] for part in (self.ids[:index], self.ids[index:])]
        by_id = {layer.id: layer for layer in self.model.layers}
        order = [*stay[0], *ids, *stay[1]]
        self.show(self.model.with_layers([by_id[i] for i in order], input_dim=self.model.input_dim))

    def copy_several(self, ids, index):
        self.asked.append(("copy several", ids, index))
        for place, layer_id in enumerate(ids):
            self.show(edits.duplicate(self.model, layer_id, index + place))

    def change(self, layer_id, field, value):
        self.asked.append(("change", layer_id, field, value))
        self.show(edits.change(self.model, layer_id, **{field: value}))

    def remove(self, ids):
        self.asked.append(("remove", ids))
        self.show(edits.remove(self.model, ids))

    def set_input_dim(self, size):
        self.asked.append(("input_dim", size))
        self.show(edits.set_input_dim(self.model, size))


@pytest.fixture
def lesson():
    """The lessons' stack 4 → 8 → 6 → 1."""
    return Model(
        [
            Dense(8, input_dim=4, init="uniform", activation="relu"),
            Dense(6, init="uniform", activation="relu"),
            Dense(1, init="uniform", activation="sigmoid"),
        ]
    )


@pytest.fixture
def bench(qtbot, lesson):
    """The lessons' stack in a window of 460 by 640 pixels."""
    created = Bench(lesson)
    created.stack.resize(460, 640)
    created.stack.show()
    qtbot.waitExposed(created.stack)
    yield created
    created.stack.close()
    created.stack.deleteLater()
    created.deleteLater()
