"""Export: pictures, drawings and tables of a panel, to files and to the clipboard."""

import csv
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from densegui.data import Dataset, frozen_source
from densegui.ui.dialogs.export_panel import ExportDialog, ExportWish
from densegui.ui.export import Writing, copied, png_of, svg_of
from densegui.ui.focus import Focus
from densegui.ui.main_window import PANELS, PANELS_BEHIND
from densegui.ui.panel_commands import PanelCommands


class _Picture(QWidget):
    def paintEvent(self, event):
        with QPainter(self) as painter:
            painter.fillRect(0, 0, 50, 40, QColor("#ff0000"))
            painter.drawText(60, 20, "뉴런")


class _Panel:
    def __init__(self, picture, rows=3):
        self._picture, self._rows = picture, rows

    def picture(self):
        return self._picture

    def numbers(self):
        yield "층", "z"
        for row in range(self._rows):
            yield f"dense_{row}", row / 3


@pytest.fixture
def picture(qtbot):
    widget = _Picture()
    qtbot.addWidget(widget)
    widget.resize(100, 80)
    return widget


def test_a_picture_has_as_many_pixels_as_asked_for(picture):
    image = QImage.fromData(png_of(picture, 3))
    assert (image.width(), image.height()) == (300, 240)
    assert image.pixelColor(10, 10) == QColor("#ff0000")
    assert image.pixelColor(149, 119) == QColor("#ff0000")
    assert image.pixelColor(151, 10) != QColor("#ff0000")


def test_a_drawing_stays_vector(picture):
    root = ET.fromstring(svg_of(picture, "Neuron graph"))
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "image" not in names
    assert root.get("viewBox").split() == ["0", "0", "100", "80"]
    assert "뉴런" in "".join(root.itertext())


def test_the_clipboard_gets_picture_and_table(picture):
    mime = copied(_Panel(picture))
    assert mime.hasImage()
    assert mime.text().splitlines()[:2] == ["층\tz", "dense_0\t0.0"]


def _written(qtbot, path, write):
    writing = Writing(path, QApplication.instance())
    with qtbot.waitSignal(writing.ended) as told:
        write(writing)
    assert told.args[0] == str(path)
    return told.args[1]


def test_a_long_table_is_written_whole(qtbot, tmp_path, picture):
    path = tmp_path / "수.csv"
    assert _written(qtbot, path, lambda w: w.write_rows(_Panel(picture, 2_345).numbers())) == ""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["층", "z"]
    assert len(rows) == 2_346
    assert float(rows[-1][1]) == 2_344 / 3


def test_a_place_that_cannot_be_written_is_said(qtbot, tmp_path):
    sentence = _written(qtbot, tmp_path / "none" / "x.png", lambda w: w.write(b"x"))
    assert "x.png could not be written" in sentence
    assert not (tmp_path / "none").exists()


def test_the_dialog_says_what_is_wanted(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ExportDialog({"graph": "Neuron graph", "matrices": "Matrices"}, "matrices", parent)
    assert dialog.wish() == ExportWish("matrices", "png", 2)
    kinds = dialog.findChild(QObject, "exportFormat")
    kinds.setCurrentIndex(kinds.findData("csv"))
    assert dialog.wish().suffix == "csv"
    assert dialog.findChild(QWidget, "exportScale").isHidden()


@pytest.mark.parametrize("name", [*PANELS, *PANELS_BEHIND.keys() - {"play", "sample"}])
@pytest.mark.parametrize("suffix", ["png", "svg", "csv"])
def test_every_panel_can_be_exported(name, suffix, window, qtbot, tmp_path):
    session = window.session
    session.set_dataset(Dataset("two", np.eye(2), frozen_source("typed", rows=())))
    session.set_input_dim(2)
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    session.inspection.look_at(Focus(session.model.layers[0].id, 1, None, 0))
    path = tmp_path / f"out.{suffix}"
    window.commands.questions.answers["ask_export"] = (ExportWish(name, suffix, 1), path)
    window.findChild(QObject, "exportPanel").trigger()
    qtbot.waitUntil(path.exists)
    data = path.read_bytes()
    if suffix == "svg":
        assert len(list(ET.fromstring(data).iter())) > 20
    elif suffix == "png":
        assert window.findChild(QWidget, f"{name}Panel").picture().size() == QImage.fromData(data).size()
    else:
        assert len(data.decode("utf-8-sig").splitlines()) >= 3


def test_copying_and_exporting_again_and_again_leaves_nothing_behind(window, qtbot, tmp_path):
    window.commands.questions.answers["ask_export"] = (ExportWish("graph", "csv", 1), tmp_path / "out.csv")

    def both():
        window.findChild(QObject, "copyPanel").trigger()
        window.findChild(QObject, "exportPanel").trigger()
        qtbot.waitUntil(lambda: not window.findChildren(Writing))

    for _ in range(3):
        both()
    assert len(window.findChildren(PanelCommands)) == 1
