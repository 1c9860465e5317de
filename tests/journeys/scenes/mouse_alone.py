"""With the mouse alone: an empty stack becomes 4 → 8 → 6 → 1, in another order, then undone and redone."""

import sys

from helpers.hand import Hand, Scene
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QListView, QToolBar

from densegui.ui.application import create_window


class Places:
    """Where things are in the window."""

    def __init__(self, window):
        self._window = window
        self.bricks = window.stack.findChild(QListView, "stackList")
        self.palette = window.findChild(QListView, "paletteList")

    def button(self, action):
        """The button of an action in the toolbar."""
        toolbar = self._window.findChild(QToolBar, "toolBar")
        return next(
            toolbar.widgetForAction(found) for found in toolbar.actions() if found.objectName() == action
        )

    def block(self, name):
        """The middle of a block of the palette."""
        rows = self.palette.model()
        index = next(
            rows.index(row, 0) for row in range(rows.rowCount()) if rows.index(row, 0).data() == name
        )
        return self.palette.visualRect(index).center()

    def part(self, place, name):
        """The middle of a part of the brick that stands at this place from the input."""
        chips = self.bricks.itemDelegate().chips(self._row(place), self._index(place))
        return getattr(chips, name).center()

    def above(self, place):
        """A point in the gap on top of the brick at this place."""
        rect = self._row(place)
        return QPoint(rect.center().x(), rect.top() + 6)

    def empty(self):
        """A point in the free space, where the first block goes."""
        rows = self.bricks.model()
        return self.bricks.visualRect(rows.index(0, 0)).center()

    def _index(self, place):
        rows = self.bricks.model()
        return rows.index(rows.row_of(self._window.session.model.layers[place].id), 0)

    def _row(self, place):
        return self.bricks.visualRect(self._index(place))


def _numbers(model):
    return [(value.weights.tobytes(), value.bias.tobytes()) for value in model.parameters]


def build(window, hand, at):
    """4 → 8 → 6 → 1 from an empty stack."""
    session, palette, bricks = window.session, at.palette.viewport(), at.bricks.viewport()
    yield hand.click(at.button("newStack"))
    yield lambda: session.model.dims == (4,)
    yield hand.drag(palette, at.block("relu"), bricks, at.empty())
    yield lambda: session.model.dims == (4, 8)
    yield hand.double_click(palette, at.block("relu"))
    yield lambda: session.model.dims == (4, 8, 8)
    # One step with the button, one with the wheel over the number of the selected brick.
    yield hand.click(bricks, at.part(1, "minus"))
    yield lambda: session.model.dims == (4, 8, 7)
    yield hand.wheel(bricks, at.part(1, "number"), -1)
    yield lambda: session.model.dims == (4, 8, 6)
    yield hand.double_click(palette, at.block("Yes or no"))
    yield lambda: session.model.dims == (4, 8, 6, 1)
    assert [layer.activation.name for layer in session.model.layers] == ["relu", "relu", "sigmoid"]
    assert session.model.parameter_counts == (40, 54, 7)


def rearrange(app, window, hand, at):
    """Another order and back, one block twice, another activation, one block less."""
    session, bricks = window.session, at.bricks.viewport()
    yield hand.drag(bricks, at.part(0, "name"), bricks, at.above(1))
    yield lambda: session.model.dims == (4, 6, 8, 1)
    yield hand.drag(bricks, at.part(0, "name"), bricks, at.above(1))
    yield lambda: session.model.dims == (4, 8, 6, 1)
    yield hand.click(bricks, at.part(1, "name"))
    yield lambda: window.stack.selected_ids() == (session.model.layers[1].id,)
    yield hand.click(at.button("duplicateBlock"))
    yield lambda: session.model.dims == (4, 8, 6, 6, 1)
    yield hand.click(bricks, at.part(2, "activation"))
    yield lambda: app.activePopupWidget() is not None
    choices = app.activePopupWidget().findChild(QListView, "choiceList")
    rows = choices.model()
    tanh = next(rows.index(row, 0) for row in range(rows.rowCount()) if rows.index(row, 0).data() == "tanh")
    yield hand.click(choices.viewport(), choices.visualRect(tanh).center())
    yield lambda: session.model.layers[2].activation.name == "tanh"
    yield lambda: app.activePopupWidget() is None
    # Dropped on the palette, which is the bin then, a brick is gone.
    yield hand.drag(bricks, at.part(2, "name"), at.palette.viewport(), at.palette.viewport().rect().center())
    yield lambda: session.model.dims == (4, 8, 6, 1)
    yield hand.click(bricks, at.part(2, "name"))
    yield hand.click(bricks, at.part(2, "remove"))
    yield lambda: session.model.dims == (4, 8, 6)


def travel(hand, button, session, label):
    """Goes all the way back, or forth, with one button; returns every stack on the way."""
    seen = [session.model]
    while getattr(session, label) is not None:
        before = session.model
        yield hand.click(button)
        yield lambda before=before: session.model is not before
        seen.append(session.model)
    return seen


def story(app, window):
    yield window.isActiveWindow
    hand, at, session = Hand(), Places(window), window.session
    yield from build(window, hand, at)
    yield from rearrange(app, window, hand, at)
    numbers = _numbers(session.model)
    back = yield from travel(hand, at.button("undo"), session, "undo_label")
    assert back[-2].dims == (4,)  # as "New stack" had left it
    assert back[-1].dims == (4, 8, 6, 1)  # the example
    assert not at.button("undo").isEnabled()
    forth = yield from travel(hand, at.button("redo"), session, "redo_label")
    assert forth == back[::-1]
    assert session.model.dims == (4, 8, 6)
    assert _numbers(session.model) == numbers
    assert not at.button("redo").isEnabled()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    main_window = create_window()
    main_window.show()
    scene = Scene(story(application, main_window))
    application.exec()
