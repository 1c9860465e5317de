"""Rows as pictures: the right pixels in the right order, and none decoded that is not in sight."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from densegui.data import builtin, finish
from densegui.data.dataset import Dataset, Picture, Source
from densegui.data.preparation import preparing
from densegui.data.steps import Divide, FlattenOrder
from densegui.ui.focus import DRAWN_SAMPLE, Focus
from densegui.ui.panels.data_images import image_of_row, shades_of
from densegui.ui.panels.data_picture_grid import PictureGrid

RED_GREEN = np.array([[[255, 0, 0], [0, 255, 0], [1, 2, 3]]], np.uint8)  # one line of three pixels


def grid(panel):
    return panel.findChild(PictureGrid)


def look_at_pictures(panel):
    panel._tabs.choose("pictures")


def pixels(image):
    return [image.pixelColor(x, 0).getRgb()[:3] for x in range(image.width())]


@pytest.mark.parametrize("order", ["channels_last", "channels_first"])
def test_colours_in_both_orders(order):
    row = RED_GREEN.ravel() if order == "channels_last" else RED_GREEN.transpose(2, 0, 1).ravel()
    image = image_of_row(Picture(1, 3, 3, order), row, (0.0, 255.0))
    assert pixels(image) == [(255, 0, 0), (0, 255, 0), (1, 2, 3)]


def test_shades_are_those_of_the_set():
    assert shades_of(np.array([0, 200], np.uint8)) == (0.0, 255.0)
    assert shades_of(np.array([0, 15], np.uint8)) == (0.0, 16.0)
    assert shades_of(np.array([0.0, 0.5, np.nan])) == (0.0, 1.0)
    assert shades_of(np.array([-2.0, 3.0])) == (-2.0, 3.0)
    assert shades_of(np.array([0.0, 1000.0])) == (0.0, 1000.0)
    image = image_of_row(Picture(1, 3, 1), np.array([-1.0, 1.0, np.nan]), (-1.0, 1.0))
    assert image.format() == QImage.Format.Format_Grayscale8
    assert pixels(image) == [(0, 0, 0), (255, 255, 255), (0, 0, 0)]


def test_pictures_are_a_page_of_their_own(panel):
    panel.show_dataset(builtin("iris"))
    assert not panel._tabs.isTabVisible(2)
    panel.show_dataset(builtin("digits"))
    assert panel._tabs.isTabVisible(2)


def test_a_click_looks_at_the_sample(panel, qtbot):
    panel.show_dataset(builtin("digits"))
    look_at_pictures(panel)
    heard = []
    panel.focus_requested.connect(heard.append)
    view = grid(panel)
    middle = view.area_of(5).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert heard == [Focus(sample=5)]
    assert view.sample_at(QPoint(1, 1)) == -1  # between pictures


def test_a_drawn_sample_is_none_of_them(panel):
    panel.show_dataset(builtin("digits"))
    look_at_pictures(panel)
    panel.show_focus(Focus(sample=1500))
    bar = grid(panel).verticalScrollBar()
    before = bar.value()
    panel.show_focus(Focus(sample=DRAWN_SAMPLE))
    assert bar.value() == before > 0
    assert grid(panel).accessibleDescription() == ""


def test_keys_choose_and_size(panel, qtbot):
    panel.show_dataset(builtin("digits"))
    look_at_pictures(panel)
    panel.focus_requested.connect(panel.show_focus)
    view = grid(panel)
    line = view.sample_at(view.area_of(0).center().toPoint() + QPoint(0, 90))
    for key, sample in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + line),
        (Qt.Key.Key_Left, line),
        (Qt.Key.Key_End, 1796),
        (Qt.Key.Key_Right, 1796),
    ):
        qtbot.keyClick(view, key)
        assert view.accessibleDescription().startswith(f"sample {sample} ·")
    assert view.viewport().rect().contains(view.area_of(1796).toRect())
    before = view.area_of(1796).width()
    qtbot.keyClicks(view, "-")
    assert view.area_of(1796).width() < before
    assert view.viewport().rect().contains(view.area_of(1796).toRect())


def test_pictures_stay_what_they_were_after_preparation(panel):
    raw = builtin("digits").raw
    panel.show_dataset(finish(preparing(raw, (Divide(16), FlattenOrder("channels_first")))))
    look_at_pictures(panel)
    panel.show_focus(Focus(sample=1))
    view = grid(panel)
    view.viewport().repaint()
    image = view._images[1]
    expected = np.rint(np.asarray(raw.x[1], float) / 16 * 255).astype(int)
    got = [image.pixelColor(x, y).value() for y in range(8) for x in range(8)]
    assert got == expected.tolist()


def test_only_what_is_in_sight_is_decoded(panel, qtbot):
    gate, read = threading.Event(), []

    class Slow:
        ndim, dtype, shape = 2, np.dtype(np.uint8), (200_000, 3072)

        def __len__(self):
            return 200_000

        def __getitem__(self, index):
            assert threading.current_thread() is not threading.main_thread()
            assert gate.wait(30)
            start, stop, _ = index.indices(200_000)
            read.append(start)
            return np.full((stop - start, 3072), start % 200, np.uint8)

    panel.show_dataset(Dataset("many", Slow(), Source("file", {}), picture=Picture(32, 32, 3)))
    look_at_pictures(panel)
    view = grid(panel)
    qtbot.waitUntil(lambda: view.blocks._task is not None)
    assert not view._images
    gate.set()
    qtbot.waitUntil(lambda: 0 in view._images)
    panel.show_focus(Focus(sample=199_999))
    qtbot.waitUntil(lambda: 199_999 in view._images)
    assert len(view._images) < 200
    assert len(read) < 30


def test_pictures_that_were_seen_take_little_memory(panel):
    x = np.zeros((1000, 3 * 400 * 400), np.uint8)
    panel.show_dataset(Dataset("many", x, Source("file", {}), picture=Picture(400, 400, 3)))
    look_at_pictures(panel)
    view = grid(panel)
    for sample in range(0, 1000, 9):
        panel.show_focus(Focus(sample=sample))
        view.viewport().repaint()
    assert 0 < sum(image.sizeInBytes() for image in view._images.values()) == view._held <= 2**26


def test_large_pictures_are_thinned_out():
    row = np.arange(2048, dtype=np.float64).repeat(2)
    image = image_of_row(Picture(2, 2048, 1), row.reshape(2048, 2).T.ravel(), (0.0, 2047.0))
    assert image.width() == 512
    assert image.pixelColor(511, 0).value() == round(2044 / 2047 * 255)
