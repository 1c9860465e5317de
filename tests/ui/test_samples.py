"""The sample that is looked at: picked by number, step by step, at random, or because it is wrong."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressBar, QSpinBox

from densegui.data import Dataset, builtin, frozen_source
from densegui.data.dataset import Picture
from densegui.document import Document, State
from densegui.document.edits import insert
from densegui.engine import Dense, Model
from densegui.ui.focus import MEAN_OF_SAMPLES, Focus
from densegui.ui.panels.sample_words import finding_wrong, pictured


def sample(window):
    return window.session.inspection.focus.sample


def press(window, action):
    window.findChild(QAction, action).trigger()


def run(window, qtbot):
    with qtbot.waitSignal(window.session.result_changed):
        window.session.run_forward()


def finish(steps):
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value


class TestSteps:
    def test_one_after_the_other(self, window):
        press(window, "nextSample")
        press(window, "nextSample")
        assert sample(window) == 1
        assert window.findChild(QSpinBox, "sampleRow").value() == 1
        press(window, "previousSample")
        press(window, "previousSample")
        press(window, "previousSample")
        assert sample(window) == MEAN_OF_SAMPLES

    def test_the_last_is_the_last(self, window):
        window.findChild(QSpinBox, "sampleRow").setValue(149)
        assert sample(window) == 149
        press(window, "nextSample")
        assert sample(window) == 149

    def test_a_random_one_is_one_of_them(self, window):
        seen = set()
        for _ in range(20):
            press(window, "randomSample")
            seen.add(sample(window))
        assert seen <= set(range(150))
        assert len(seen) > 1

    def test_the_block_in_focus_stays(self, window):
        layer = window.session.model.layers[1].id
        window.session.inspection.look_at(Focus(layer, 2))
        press(window, "nextSample")
        assert window.session.inspection.focus == Focus(layer, 2, None, 0)

    def test_its_number_can_be_typed(self, window, qtbot):
        press(window, "goToSample")
        field = window.findChild(QSpinBox, "sampleRow")
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClicks(field, "17")
        qtbot.keyPress(field, "\r")
        assert sample(window) == 17

    def test_data_that_do_not_fit_offer_none(self, window):
        window.session.set_input_dim(5)
        assert not window.findChild(QAction, "nextSample").isEnabled()
        assert not window.findChild(QSpinBox, "sampleRow").isEnabled()
        window.session.set_input_dim(4)
        assert window.findChild(QAction, "nextSample").isEnabled()
        assert window.findChild(QSpinBox, "sampleRow").isEnabled()

    def test_without_data_there_is_none(self, window):
        window.session._adopt(Document(State(window.session.model)))
        assert not window.findChild(QAction, "nextSample").isEnabled()


class TestWrong:
    @given(st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=30), st.integers(-1, 29))
    @settings(deadline=None)
    def test_the_next_one_is_found(self, rows, after):
        after = min(after, len(rows) - 1)
        outputs = np.array([[0.9 if one else 0.2] for one, _ in rows])
        labels = np.array([int(label) for _, label in rows])
        wrong = [i for i, (one, label) in enumerate(rows) if one != label]
        expected = next((i for i in wrong if i > after), wrong[0] if wrong else None)
        assert finish(finding_wrong(outputs, labels, after)) == expected

    def test_action(self, window, qtbot):
        """Iris has three species and the example tells two apart: every virginica is wrong."""
        assert not window.findChild(QAction, "wrongSample").isEnabled()
        run(window, qtbot)
        dataset = window.session.dataset
        found = (window.session.model.predict(dataset.x)[:, 0] > 0.5).astype(int)
        wrong = np.flatnonzero(found != dataset.labels)
        for place in wrong[:3]:
            with qtbot.waitSignal(window.session.inspection.focus_changed):
                press(window, "wrongSample")
            assert sample(window) == place
        said = window.findChild(QLabel, "sampleLabel").text()
        assert dataset.class_names[dataset.labels[wrong[2]]] in said
        assert "✗" in said

    def test_where_all_are_right_it_says_so(self, window, qtbot):
        x = np.array([[0.0], [1.0]])
        data = Dataset("two", x, frozen_source("file", path="/two"), labels=np.array([0, 1]))
        layer = Dense(1, activation="sigmoid")
        model = insert(Model(input_dim=1), 0, layer)
        model = model.with_parameters(0, weights=[[9.0]], bias=[-4.0])
        window.session._adopt(Document(State(model, data)))
        run(window, qtbot)
        with qtbot.waitSignal(window.session.noted):
            press(window, "wrongSample")


class TestPicture:
    def test_digits_are_shown_beside_the_panels(self, window):
        picture = window.findChild(QLabel, "samplePicture")
        press(window, "nextSample")
        assert not picture.isVisible()
        digits = builtin("digits")
        window.session.set_dataset(digits)
        window.session.set_input_dim(64)
        press(window, "nextSample")
        assert picture.isVisible()
        image = picture.pixmap().toImage()
        side = image.width() // 8  # each pixel is a square
        shown = [[image.pixelColor(c * side + side // 2, r * side + side // 2).lightness() for c in range(8)]
                 for r in range(8)]  # fmt: skip
        expected = np.asarray(digits.x[sample(window)], float).reshape(8, 8) / 16 * 255
        np.testing.assert_allclose(shown, expected, atol=2)


class TestMinibatches:
    @pytest.mark.parametrize(("size", "count"), [(32, 5), (150, 1), (1000, 1)])
    def test_the_result_does_not_depend_on_them(self, window, qtbot, size, count):
        run(window, qtbot)
        whole = window.session.result
        window.findChild(QSpinBox, "batchSize").setValue(size)
        run(window, qtbot)
        assert window.session.result.minibatches == count
        np.testing.assert_allclose(window.session.result.outputs, whole.outputs, rtol=1e-6)
        said = window.findChild(QLabel, "statusRun").text()
        assert ("5 minibatches" in said) == (count == 5)

    def test_progress_counts_them(self, window):
        window.findChild(QSpinBox, "batchSize").setValue(32)
        window.session.run_progressed.emit(64, 150)
        assert "2" in window.findChild(QProgressBar, "progress").format()
        assert "5" in window.findChild(QProgressBar, "progress").format()

    def test_matrices_show_such_a_one(self, window, qtbot):
        window.findChild(QSpinBox, "batchSize").setValue(40)
        window.findChild(QSpinBox, "sampleRow").setValue(125)
        qtbot.waitUntil(lambda: window.session.inspection.minibatch is not None)
        found = window.session.inspection.minibatch
        assert (found.first, len(found.trace.x)) == (120, 30)
        assert found.row_of(125) == 5

    def test_what_they_are_is_said(self, window):
        field = window.findChild(QSpinBox, "batchSize")
        field.setValue(32)
        assert "5" in field.toolTip()
        assert "22" in field.toolTip()  # 150 = 4·32 + 22


def test_pixels_are_no_pictures_once_rows_and_columns_are_exchanged():
    pictures = Dataset(
        "square", np.arange(256.0).reshape(16, 16), frozen_source("file"), picture=Picture(4, 4)
    )
    assert pictured(pictures) is pictures
    assert pictured(pictures.transposed()) is None
