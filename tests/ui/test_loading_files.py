"""Loading files: what file dialogs offer, folders, several files, and arrays with samples in columns."""

import re

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from densegui.data import ENDINGS
from densegui.document import presets
from densegui.ui.dialogs import Questions, file_filters, folder

RNG = np.random.default_rng(0)


def action(window, name):
    return window.findChild(QAction, name)


def drop(window, *urls):
    """Drops files on the window as a file manager does; returns whether it took them."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    options = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(50, 50), *options)
    entered.ignore()
    window.dragEnterEvent(entered)
    if entered.isAccepted():
        window.dropEvent(QDropEvent(QPointF(50, 50), *options))
    return entered.isAccepted()


def local(*paths):
    return [QUrl.fromLocalFile(str(path)) for path in paths]


@pytest.fixture
def pictures(tmp_path):
    """A folder with a folder for each of two classes."""
    for name, count in (("cat", 2), ("dog", 3)):
        (tmp_path / "pets" / name).mkdir(parents=True)
        for i in range(count):
            pixels = RNG.integers(0, 256, (6, 5), np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pets" / name / f"{i}.png")
    return tmp_path / "pets"


class TestFilters:
    def test_every_ending_is_offered_and_in_one_group(self):
        offered = [re.findall(r"\*(\.\w+)", group) for group in file_filters.data().split(";;")]
        assert tuple(offered[0]) == ENDINGS
        assert sorted(ending for group in offered[1:] for ending in group) == sorted(ENDINGS)

    def test_projects_come_first_where_they_can_be_opened(self):
        filters = file_filters.everything().split(";;")
        assert filters[0].startswith("Projects and data (*.densegui *.csv")
        assert filters[1] == "densegui projects (*.densegui)"
        assert filters[-1] == "All files (*)"


class TestFolders:
    def test_of_pictures(self, window, qtbot, pictures):
        window.commands.questions.answers["ask_folder"] = pictures
        with qtbot.waitSignal(window.session.dataset_changed):
            action(window, "loadFolder").trigger()
        dataset = window.session.dataset
        assert (dataset.name, dataset.rows, dataset.features) == ("pets", 5, 30)
        assert [dataset.class_names[k] for k in dataset.labels] == ["cat"] * 2 + ["dog"] * 3

    def test_never_mind(self, window):
        before = window.session.dataset
        action(window, "loadFolder").trigger()
        assert not window.session.is_loading
        assert window.session.dataset is before

    def test_the_next_dialog_begins_beside_it(self, monkeypatch, tmp_path):
        (tmp_path / "pets").mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "pets"))
        assert Questions(None).ask_folder() == tmp_path / "pets"
        assert folder.remembered() == tmp_path
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
        assert Questions(None).ask_folder() is None

    def test_a_dropped_one(self, window, qtbot, pictures):
        with qtbot.waitSignal(window.session.dataset_changed):
            assert drop(window, *local(pictures))
        assert window.session.dataset.class_names == ("cat", "dog")


class TestSeveral:
    def test_dropped_pictures(self, window, qtbot, pictures):
        with qtbot.waitSignal(window.session.dataset_changed):
            assert drop(window, *local(pictures / "cat" / "1.png", pictures / "dog" / "2.png"))
        assert tuple(window.session.dataset.sample_names) == ("cat/1.png", "dog/2.png")

    def test_chosen_pictures(self, window, qtbot, pictures):
        window.commands.questions.answers["ask_data"] = tuple(sorted((pictures / "dog").iterdir()))
        seen = []
        window.session.loading_changed.connect(lambda what, share: seen.append(what))
        with qtbot.waitSignal(window.session.dataset_changed):
            action(window, "loadData").trigger()
        assert window.session.dataset.rows == 3
        assert seen[0] == "3 files"

    def test_a_project_among_them_is_refused(self, window, tmp_path):
        before = window.session.model
        drop(window, *local(tmp_path / "a.densegui", tmp_path / "b.png"))
        assert window.notice.text().startswith("a.densegui is a project, which is opened alone")
        assert window.session.model is before
        assert not window.session.is_loading

    def test_what_is_on_no_disk_is_not_taken(self, window, tmp_path):
        assert not drop(window, QUrl("https://example.org/a.csv"), *local(tmp_path))
        assert not drop(window)


class TestSamplesInColumns:
    @pytest.fixture
    def chain(self, window, qtbot):
        """The lesson's chain 5 → 4 → 30."""
        with qtbot.waitSignal(window.session.dataset_changed):
            window.session.open_preset(presets.PRESETS["chain"], "chain")
        return window.session

    def test_the_lessons_array_fits_its_chain(self, window, qtbot, chain, tmp_path):
        x = RNG.normal(size=(5, 16))
        np.save(tmp_path / "x.npy", x)
        with qtbot.waitSignal(chain.dataset_changed):
            drop(window, *local(tmp_path / "x.npy"))
        assert chain.mismatch == ""
        assert action(window, "transposeData").isChecked()
        assert window.notice.text() == (
            "Every column was taken as a sample, because the stack takes 5 features; "
            "Data ▸ Samples are in columns changes it."
        )
        with qtbot.waitSignal(chain.result_changed):
            chain.run_forward()
        (w1, b1), (w2, b2) = ((p.weights, p.bias) for p in chain.model.parameters)
        hidden = 1 / (1 + np.exp(-(x.T @ w1 + b1)))
        outputs = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
        assert outputs.shape == (16, 30)
        np.testing.assert_allclose(chain.result.outputs, outputs, rtol=1e-5)

    def test_the_switch_changes_it_and_undo_takes_the_file_back(self, window, qtbot, chain, tmp_path):
        before = chain.dataset
        np.save(tmp_path / "x.npy", np.zeros((5, 16)))
        with qtbot.waitSignal(chain.dataset_changed):
            drop(window, *local(tmp_path / "x.npy"))
        action(window, "transposeData").trigger()
        assert chain.dataset.x.shape == (5, 16)
        assert window.notice.text() == ""
        chain.undo()
        chain.undo()
        assert chain.dataset is before
