"""The clipboard: blocks between windows with their weights, text from anywhere, one step each."""

import numpy as np
import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from densegui.ui import clipboard
from densegui.ui.clipboard import MIME_TYPE


@pytest.fixture
def stack(window):
    """The ids of the example's blocks."""
    return [layer.id for layer in window.session.model.layers]


def _text():
    return QGuiApplication.clipboard().text()


def test_copied_blocks_are_text_for_every_program(window, stack):
    window.stack.select_blocks(stack[1:])
    window.commands.copy_blocks()
    assert _text() == (
        "Dense(6, init='uniform', activation='relu')\nDense(1, init='uniform', activation='sigmoid')"
    )
    window.stack.select_blocks(stack)
    window.commands.copy_blocks()
    assert _text().startswith("Sequential([\n    Dense(8, input_dim=4,")


def test_paste_is_one_step_after_the_selection_and_brings_given_weights(window, stack):
    window.session.set_parameters(stack[1], np.ones((8, 6)), np.ones(6))
    window.stack.select(stack[1])
    window.commands.copy_blocks()
    window.stack.select(stack[0])
    window.commands.paste_blocks()
    assert window.session.model.dims == (4, 8, 6, 1), "the block above cannot keep its weights, and it asks"
    window.commands.questions.answers["ask_lose_weights"] = True
    window.commands.paste_blocks()
    assert window.session.model.dims == (4, 8, 6, 6, 1)
    assert window.session.model.is_given(1)
    assert window.stack.selected_ids() == (window.session.model.layers[1].id,)
    np.testing.assert_array_equal(window.session.model.parameters[1].weights, np.ones((8, 6)))


def test_paste_without_a_selection_goes_on_top_and_is_undone_at_once(window, stack):
    window.stack.select_blocks(stack[:2])
    window.commands.copy_blocks()
    window.stack.select(None)
    window.commands.paste_blocks()
    assert window.session.model.dims == (4, 8, 6, 1, 8, 6)
    window.session.undo()
    assert window.session.model.dims == (4, 8, 6, 1)


def test_cut_takes_the_blocks_out(window, stack):
    window.stack.select_blocks(stack[:2])
    window.commands.cut_blocks()
    assert window.session.model.dims == (4, 1)
    assert clipboard.take().layers[1].units == 6


def test_keras_text_makes_blocks_and_what_is_not_understood_is_said(window, stack):
    window.session.remove_blocks(stack)
    QGuiApplication.clipboard().setText(
        "model = Sequential([Dense(16, input_dim=5, activation='relu'), Dropout(0.2), Dense(3, 'softmax')])"
    )
    window.commands.paste_blocks()
    assert window.session.model.dims == (5, 16, 3)
    assert window.notice.text() == "Dropout was left out."


@pytest.mark.parametrize("text", ["", "hello there"])
def test_nothing_useful_changes_nothing_and_is_said(window, text):
    before = window.session.model
    QGuiApplication.clipboard().setText(text)
    window.commands.paste_blocks()
    assert window.session.model is before
    assert window.notice.text()


def test_a_damaged_clipping_falls_back_to_its_text(window):
    mime = QMimeData()
    mime.setData(MIME_TYPE, b"{}")
    mime.setText("Dense(2)")
    QGuiApplication.clipboard().setMimeData(mime)
    assert [layer.units for layer in clipboard.take().layers] == [2]
