"""Reading differently: another array, sheet, size or part of the file that is loaded."""

import zipfile

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton, QSpinBox, QToolButton, QTreeWidget, QWidget

from densegui.data import PickColumns, Scale, load
from densegui.data.choices import Choice
from densegui.data.dataset import Dataset, frozen_source
from densegui.ui.dialogs.read_differently import ReadDifferentlyDialog

X = np.arange(24.0).reshape(6, 4)
OTHER = np.arange(30.0).reshape(10, 3)
LABELS = np.array([0, 1, 0, 1, 2, 2])


@pytest.fixture
def arrays(tmp_path):
    path = tmp_path / "several.npz"
    np.savez(path, x=X, y=LABELS, z=LABELS[::-1], small=OTHER, w=np.arange(10) % 2)
    return path


@pytest.fixture
def asked(qtbot):
    dialogs = []

    def ask(dataset):
        dialogs.append(ReadDifferentlyDialog(dataset, None))
        qtbot.addWidget(dialogs[-1])
        return dialogs[-1]

    yield ask
    dialogs.clear()


def of_file(*choices, **parameters):
    return Dataset("file", X, frozen_source("file", path="/file", **parameters), choices=choices)


def choose(dialog, array):
    tree = dialog.findChild(QTreeWidget, "arrays")
    tree.setCurrentItem(tree.findItems(array, Qt.MatchFlag.MatchExactly)[0])


def labels_of(dialog):
    field = dialog.findChild(QComboBox, "labels")
    return [field.itemData(i) for i in range(field.count())]


class TestArrays:
    def test_are_listed_with_shape_and_dtype(self, asked, arrays):
        tree = asked(load(arrays)).findChild(QTreeWidget, "arrays")
        rows = [[tree.topLevelItem(i).text(column) for column in range(3)] for i in range(5)]
        assert rows[0] == ["x", "(6, 4)", "float64"]
        assert rows[4] == ["w", "(10,)", "int64"]
        assert tree.currentItem().text(0) == "small"  # the largest

    def test_labels_are_those_of_the_same_length(self, asked, arrays):
        dialog = asked(load(arrays, member="x"))
        assert labels_of(dialog) == [None, "y", "z"]
        dialog.findChild(QComboBox, "labels").setCurrentIndex(2)
        assert dialog.options() == {"member": "x", "labels": "z"}
        choose(dialog, "small")
        assert labels_of(dialog) == [None, "w"]
        assert dialog.options() == {"member": "small", "labels": None}

    def test_the_guess_is_said_where_it_is_known(self, asked, arrays):
        dialog = asked(load(arrays))
        field = dialog.findChild(QComboBox, "labels")
        assert field.currentText() == "guessed from the names"
        assert asked(load(arrays, labels="w")).findChild(QComboBox, "labels").currentData() == "w"
        choose(dialog, "x")
        assert field.currentText() == "guessed from the names"
        dialog = asked(load(arrays, member="x"))
        assert dialog.findChild(QComboBox, "labels").currentText() == "guessed from the names: y"

    def test_what_was_taken_is_shown(self, asked, arrays):
        dialog = asked(load(arrays, member="x", labels="z"))
        assert dialog.options() == {"member": "x", "labels": "z"}
        assert not dialog.has_changed
        choose(dialog, "small")
        assert dialog.has_changed

    def test_what_cannot_be_read_cannot_be_chosen(self, asked, tmp_path):
        np.savez(tmp_path / "odd.npz", x=X, words=np.array(["a", "b"]))
        tree = asked(load(tmp_path / "odd.npz")).findChild(QTreeWidget, "arrays")
        assert not tree.topLevelItem(1).flags() & Qt.ItemFlag.ItemIsSelectable
        assert "found text" in tree.topLevelItem(1).toolTip(0)


def test_sheets(asked):
    dialog = asked(of_file(Choice("sheet", ("First", "Second"), "Second")))
    assert dialog.options() == {"sheet": "Second"}
    dialog.findChild(QListWidget, "sheets").setCurrentRow(0)
    assert dialog.options() == {"sheet": "First"}


def test_a_double_click_takes_a_sheet(asked, qtbot):
    dialog = asked(of_file(Choice("sheet", ("First", "Second"), "First")))
    sheets = dialog.findChild(QListWidget, "sheets")
    with qtbot.waitSignal(dialog.accepted):
        sheets.itemActivated.emit(sheets.item(0))


def test_size_and_colours(asked):
    dialog = asked(of_file(Choice("size", (), (28, 30)), Choice("channels", (1, 3), 3)))
    assert dialog.options() == {"size": (28, 30), "channels": 3}
    dialog.findChild(QSpinBox, "width").setValue(14)
    dialog.findChild(QComboBox, "channels").setCurrentIndex(0)
    assert dialog.options() == {"size": (28, 14), "channels": 1}


def test_part(asked):
    dialog = asked(of_file(Choice("part", ("train", "test"), "train")))
    dialog.findChild(QComboBox, "part").setCurrentIndex(1)
    assert dialog.options() == {"part": "test"}


def test_everything_has_a_name_and_a_tooltip(asked):
    dialog = asked(
        of_file(
            Choice("sheet", ("A", "B"), "A"),
            Choice("size", (), (2, 2)),
            Choice("channels", (1, 3), 1),
            Choice("part", ("train", "test"), "train"),
        )
    )
    for kind in (QListWidget, QSpinBox, QComboBox):
        for widget in dialog.findChildren(kind):
            assert widget.objectName()
            assert widget.accessibleName()
            assert widget.toolTip()


def test_every_picture_is_scaled_anew(window, qtbot, tmp_path):
    for i in range(2):
        Image.fromarray(np.full((8, 6, 3), 40 * i, np.uint8)).save(tmp_path / f"{i}.png")
    with qtbot.waitSignal(window.session.dataset_changed):
        window.session.load_data(tmp_path / "0.png", tmp_path / "1.png")
    window.session.set_steps((Scale(), PickColumns((0, 1))))
    window.commands.questions.answers["ask_reading"] = {"size": (4, 3), "channels": 1}
    with qtbot.waitSignal(window.session.dataset_changed):
        window.findChild(QAction, "readDifferently").trigger()
    dataset = window.session.dataset
    assert dataset.x[:].tolist() == [[0.0] * 12, [1.0] * 12]
    assert dataset.source.steps == (Scale(),)
    assert tuple(dataset.sample_names) == ("0.png", "1.png")


class TestWindow:
    def load(self, window, qtbot, path):
        with qtbot.waitSignal(window.session.dataset_changed):
            window.session.load_data(path)

    def test_another_array_is_one_step_that_undo_takes_back(self, window, qtbot, arrays):
        self.load(window, qtbot, arrays)
        first = window.session.dataset
        assert first.features == 3
        window.commands.questions.answers["ask_reading"] = {"member": "x", "labels": "z"}
        with qtbot.waitSignal(window.session.dataset_changed):
            window.findChild(QAction, "readDifferently").trigger()
        np.testing.assert_array_equal(window.session.dataset.x[:], X)
        assert window.session.dataset.labels.tolist() == LABELS[::-1].tolist()
        window.session.undo()
        assert window.session.dataset is first

    def test_the_guess_comes_back(self, window, qtbot, arrays):
        self.load(window, qtbot, arrays)
        for labels in ("z", None):
            with qtbot.waitSignal(window.session.dataset_changed):
                window.session.read_differently({"member": "x", "labels": labels})
        assert window.session.dataset.label_name == "y"
        assert "labels" not in window.session.dataset.source.parameters

    def test_it_is_possible_where_there_is_a_choice(self, window, qtbot, arrays, tmp_path):
        action = window.findChild(QAction, "readDifferently")
        assert not action.isEnabled()
        self.load(window, qtbot, arrays)
        assert action.isEnabled()
        np.savez(tmp_path / "one.npz", X)
        self.load(window, qtbot, tmp_path / "one.npz")
        assert not action.isEnabled()

    def test_the_notice_says_what_was_taken_and_offers_another(self, window, qtbot, arrays):
        self.load(window, qtbot, arrays)
        assert 'The file holds 5 arrays; "small" was taken' in window.notice.text()
        button = window.notice.findChild(QPushButton, "noticeRepair")
        assert button.text() == "Read differently…"
        button.click()
        assert window.commands.questions.asked[-1] == ("ask_reading", (window.session.dataset,))

    def test_the_data_panel_offers_another(self, window, qtbot, arrays):
        window.findChild(QWidget, "dataDock").raise_()
        panel = window.findChild(QWidget, "dataPanel")
        button = panel.findChild(QToolButton, "dataReadDifferently")
        panel.show_dataset(window.session.dataset)
        assert button.isHidden()
        self.load(window, qtbot, arrays)
        qtbot.waitUntil(lambda: not button.isHidden())
        assert button.accessibleName() == "Read differently"
        assert button.toolTip().startswith("Take another array")
        button.click()
        assert window.commands.questions.asked[-1][0] == "ask_reading"

    def test_a_file_that_is_gone_leaves_the_data_as_they_are(self, window, qtbot, arrays):
        self.load(window, qtbot, arrays)
        before = window.session.dataset
        arrays.unlink()
        with qtbot.waitSignal(window.session.failed):
            window.session.read_differently({"member": "x"})
        assert window.session.dataset is before


def test_the_file_is_not_asked_again_for_what_it_holds(asked, arrays):
    dataset = load(arrays)
    with zipfile.ZipFile(arrays) as archive:
        names = [name.removesuffix(".npy") for name in archive.namelist()]
    arrays.unlink()
    tree = asked(dataset).findChild(QTreeWidget, "arrays")
    assert [tree.topLevelItem(i).text(0) for i in range(tree.topLevelItemCount())] == names
