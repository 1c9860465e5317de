"""The drawing pad: a drawn picture is the sample that all panels look at."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox

from densegui.data import builtin, preparing, steps
from densegui.data.loading import finish
from densegui.document import Document, State
from densegui.engine import Dense, Model
from densegui.ui.focus import DRAWN_SAMPLE
from densegui.ui.panels.drawing_canvas import DrawingCanvas
from densegui.ui.panels.drawing_pad import DrawingPad
from densegui.ui.panels.drawing_strokes import stroke

MODEL = Model([Dense(12, input_dim=64, activation="relu"), Dense(10, activation="softmax")], seed=2)


def adopt(window, dataset):
    window.session._adopt(Document(State(MODEL, dataset)))


@pytest.fixture
def pad(window):
    adopt(window, builtin("digits"))
    window.findChild(QAction, "drawSample").trigger()
    return window.findChild(DrawingPad)


def canvas(pad):
    return pad.findChild(DrawingCanvas)


def drawn(window):
    """What the panels look at."""
    minibatch = window.session.inspection.minibatch
    return minibatch.trace.x[minibatch.row_of(DRAWN_SAMPLE)]


class TestStrokes:
    def test_a_point(self):
        """A disc of radius 1.5 around the middle of the middle pixel: 1 where it covers, less at the rim."""
        pixels = np.zeros((5, 5, 1))
        stroke(pixels, (2.5, 2.5), (2.5, 2.5), 1.5, (1.0,))
        assert pixels[2, 2, 0] == pixels[2, 3, 0] == pixels[1, 2, 0] == 1
        assert pixels[1, 1, 0] == pytest.approx(2 - np.sqrt(2))
        assert pixels[0, 0, 0] == pixels[2, 0, 0] == 0

    def test_a_line(self):
        pixels = np.zeros((3, 9, 1))
        stroke(pixels, (1.5, 1.5), (1.5, 7.5), 0.5, (1.0,))
        np.testing.assert_array_equal(pixels[1, :, 0], [0, 1, 1, 1, 1, 1, 1, 1, 0])
        np.testing.assert_array_equal(pixels[[0, 2]], 0)

    def test_rubbing_out(self):
        pixels = np.ones((5, 5, 1))
        stroke(pixels, (2.5, 2.5), (2.5, 2.5), 1.0, (0.0,))
        assert pixels[2, 2, 0] == 0
        assert pixels[2, 3, 0] == 0.5
        assert pixels[0, 0, 0] == 1

    def test_colours(self):
        pixels = np.zeros((3, 3, 3))
        stroke(pixels, (1.5, 1.5), (1.5, 1.5), 0.5, (1.0, 0.5, 0.0))
        np.testing.assert_array_equal(pixels[1, 1], [1, 0.5, 0])

    def test_a_second_stroke_takes_nothing_away(self):
        rng = np.random.default_rng(3)
        pixels = np.zeros((8, 8, 1))
        for _ in range(20):
            before = pixels.copy()
            start, end = rng.uniform(0, 8, (2, 2))
            stroke(pixels, tuple(start), tuple(end), 1.0, (1.0,))
            assert (pixels >= before).all()
        assert pixels.max() == 1


class TestPad:
    def test_needs_pictures(self, window):
        assert not window.findChild(QAction, "drawSample").isEnabled()
        adopt(window, builtin("digits"))
        assert window.findChild(QAction, "drawSample").isEnabled()

    def test_an_empty_picture_is_the_sample_at_once(self, window, pad):
        assert window.session.inspection.focus.sample == DRAWN_SAMPLE
        np.testing.assert_array_equal(drawn(window), np.zeros(64))

    def test_what_is_drawn_is_what_the_stack_gets(self, window, pad, qtbot):
        surface = canvas(pad)
        with qtbot.waitSignal(pad.drawn):
            qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=surface.area().center().toPoint())
            qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton)
        np.testing.assert_allclose(drawn(window), surface.pixels.ravel() * 16, rtol=1e-6)  # digits: 0 to 16
        assert drawn(window).max() > 8
        outputs = window.session.inspection.minibatch.trace.outputs
        np.testing.assert_allclose(outputs[0], MODEL.predict(surface.pixels.ravel() * 16), rtol=1e-5)
        best = str(int(outputs[0].argmax()))
        assert pad.findChild(QLabel, "drawingOutputs").text().startswith(f"{best}: ")
        assert best in window.findChild(QLabel, "sampleLabel").text()

    def test_with_the_keyboard(self, window, pad, qtbot):
        surface = canvas(pad)
        with qtbot.waitSignal(pad.drawn):
            for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
                qtbot.keyPress(surface, key)
        assert surface.pixels[1, 2, 0] == 1
        assert surface.pixels.sum() == 1
        qtbot.keyPress(surface, Qt.Key.Key_Backspace)
        assert surface.pixels.sum() == 0

    def test_it_is_prepared_as_the_data_are(self, window, qtbot):
        adopt(window, finish(preparing(builtin("digits"), (steps.Divide(16.0),))))
        window.findChild(QAction, "drawSample").trigger()
        pad = window.findChild(DrawingPad)
        surface = canvas(pad)
        with qtbot.waitSignal(pad.drawn):
            qtbot.mouseClick(surface, Qt.MouseButton.LeftButton, pos=surface.area().center().toPoint())
        np.testing.assert_allclose(drawn(window), surface.pixels.ravel(), rtol=1e-6)

    def test_it_can_begin_with_a_sample(self, window, pad, qtbot):
        window.findChild(QSpinBox, "sampleRow").setValue(12)
        with qtbot.waitSignal(pad.drawn):
            pad.findChild(QPushButton, "drawingBegin").click()
        np.testing.assert_allclose(drawn(window), builtin("digits").x[12], rtol=1e-6)
        pad.findChild(QPushButton, "drawingClear").click()
        assert canvas(pad).pixels.sum() == 0

    def test_closing_it_looks_at_the_sample_before(self, window, qtbot):
        adopt(window, builtin("digits"))
        window.findChild(QSpinBox, "sampleRow").setValue(12)
        window.findChild(QAction, "drawSample").trigger()
        assert window.session.inspection.focus.sample == DRAWN_SAMPLE
        window.findChild(DrawingPad).close()
        assert window.session.inspection.focus.sample == 12

    def test_other_data_close_it(self, window, pad):
        assert pad.isVisible()
        window.session.set_dataset(builtin("iris"))
        assert not pad.isVisible()

    def test_an_edit_of_the_stack_is_seen_on_the_drawing(self, window, pad):
        before = drawn(window)
        layer = window.session.model.layers[0]
        window.session.change_block(layer.id, "activation", "tanh")
        np.testing.assert_array_equal(drawn(window), before)
        assert window.session.inspection.minibatch.model is window.session.model

    def test_the_canvas_keeps_its_pixels_square(self, pad):
        surface = canvas(pad)
        surface.resize(300, 150)
        assert surface.area().width() == surface.area().height() == 150
        assert surface.area().contains(QPoint(150, 75).toPointF())
