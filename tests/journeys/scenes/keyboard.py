"""With the keyboard alone: an empty stack becomes 4 → 8 → 6 → 1, is run, changed and undone."""

import sys

from helpers.hand import Hand, Scene
from PySide6.QtWidgets import QApplication

from densegui.ui.application import create_window


def story(app, window):
    yield window.isActiveWindow
    hand = Hand()
    yield hand.press("ctrl+n")
    yield lambda: window.session.model.dims == (4,)
    for units in (8, 6, 1):
        yield hand.press("ctrl+b")
        yield hand.press("F2")
        yield hand.press("ctrl+a")
        yield hand.type(str(units))
        yield hand.press("Return")
        yield lambda u=units: window.session.model.output_dim == u
    yield hand.press("F3")
    yield lambda: app.activePopupWidget() is not None
    yield hand.type("sigm")
    yield hand.press("Return")
    yield lambda: window.session.model.layers[-1].activation.name == "sigmoid"
    yield hand.press("F4")
    yield lambda: app.activePopupWidget() is not None
    yield hand.type("uniform")
    yield hand.press("Return")
    yield lambda: app.activePopupWidget() is None
    assert window.session.model.dims == (4, 8, 6, 1)
    assert window.session.model.parameter_counts == (40, 54, 7)

    yield hand.press("alt+Down")
    yield lambda: window.session.model.dims == (4, 8, 1, 6)
    yield hand.press("alt+Up", "ctrl+d")
    yield lambda: window.session.model.dims == (4, 8, 6, 1, 1)
    yield hand.press("Delete")
    yield lambda: window.session.model.dims == (4, 8, 6, 1)
    yield hand.press("F5")
    yield lambda: window.session.result is not None
    while window.session.undo_label != "new stack":
        yield hand.press("ctrl+z")
    assert window.session.model.dims == (4,)
    yield hand.press("ctrl+z")
    assert window.session.undo_label is None
    while window.session.redo_label is not None:
        yield hand.press("ctrl+y")
    assert window.session.model.dims == (4, 8, 6, 1)
    yield lambda: window.session.result is not None
    window.commands.after_saving = lambda then: then()
    yield hand.press("ctrl+q")
    yield lambda: not window.isVisible()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    main_window = create_window()
    main_window.show()
    scene = Scene(story(application, main_window))
    application.exec()
