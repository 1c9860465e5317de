"""With the mouse: drag a block in, change its activation, run, undo, save, reopen, same numbers."""

import sys
from pathlib import Path

import numpy as np
from helpers.hand import Hand, Scene
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QListView

from densegui.ui.application import create_window
from densegui.ui.builder.geometry import brick_chips


def _brick(window, place):
    """The list of bricks, and the rectangle of the brick at this place from the input."""
    bricks = window.stack.findChild(QListView, "stackList")
    rows = bricks.model()
    row = rows.row_of(window.session.model.layers[place].id)
    return bricks.viewport(), bricks.visualRect(rows.index(row, 0))


def _pictures(window):
    return {name: window.findChild(object, name).grab().toImage() for name in window_panels}


window_panels = ("graphPanel", "activationsPanel", "distributionsPanel")


def story(app, window):
    yield window.isActiveWindow
    hand = Hand()
    before = _pictures(window)

    # A block from the palette into the gap between the first and the second brick.
    palette = window.findChild(QListView, "paletteList")
    relu = next(
        palette.model().index(row, 0)
        for row in range(palette.model().rowCount())
        if palette.model().index(row, 0).data() == "relu"
    )
    view, rect = _brick(window, 1)
    gap = QPoint(rect.center().x(), rect.bottom())
    yield hand.drag(palette.viewport(), palette.visualRect(relu).center(), view, gap)
    yield lambda: len(window.session.model.layers) == 4
    assert window.session.model.dims == (4, 8, 8, 6, 1)
    assert window.session.undo_label == "add dense_2"

    # Its activation from the pop-up.
    view, rect = _brick(window, 1)
    chips = brick_chips(rect, 8)
    yield hand.click(view, chips.activation.center())
    yield lambda: app.activePopupWidget() is not None
    yield hand.type("tanh")
    yield hand.press("Return")
    yield lambda: window.session.model.layers[1].activation.name == "tanh"
    assert [layer.activation.name for layer in window.session.model.layers] == [
        "relu",
        "tanh",
        "relu",
        "sigmoid",
    ]

    # Run forward, and see the three panels change.
    yield hand.press("F5")
    yield lambda: window.session.result is not None
    assert window.session.result.outputs.shape == (150, 1)
    after = _pictures(window)
    for name in window_panels:
        assert before[name] != after[name], f"{name} shows the same as before the run"

    # Undo twice: back to the example; the old result is not shown as current. Redo twice.
    yield hand.press("ctrl+z", "ctrl+z")
    yield lambda: window.session.model.dims == (4, 8, 6, 1)
    assert window.session.result is None
    yield hand.press("ctrl+y", "ctrl+y")
    yield lambda: window.session.result is not None
    outputs = window.session.result.outputs

    # Save, begin anew, reopen: the same numbers.
    path = Path.cwd() / "journey.densegui"
    yield hand.press("ctrl+s")
    yield lambda: app.activeModalWidget() is not None
    # The list of completions would take the Return that is meant for the dialog.
    dialog = app.activeModalWidget()
    dialog.findChild(QLineEdit, "fileNameEdit").setCompleter(None)
    yield hand.press("ctrl+a")
    yield hand.type(str(path))
    yield hand.press("Return")
    yield lambda: not window.session.is_modified
    window.commands.new_stack()
    assert window.session.model.dims == (4,)
    window.open_paths(path)
    yield lambda: window.session.model.dims == (4, 8, 8, 6, 1)
    yield hand.press("F5")
    yield lambda: window.session.result is not None
    np.testing.assert_array_equal(window.session.result.outputs, outputs)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    main_window = create_window()
    main_window.show()
    scene = Scene(story(application, main_window))
    application.exec()
