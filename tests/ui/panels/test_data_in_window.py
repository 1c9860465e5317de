"""The panel of the data in the window: what it asks for is done, and can be taken back."""

import numpy as np
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QTableView, QToolButton, QWidget

from densegui.data.dataset import Dataset, Source
from densegui.data.steps import ChooseLabel, FlattenOrder, Scale
from densegui.ui.panels.data_panel import DataPanel


@pytest.fixture
def panel(window, qtbot):
    dock = window.findChild(QDockWidget, "dataDock")
    dock.show()
    dock.raise_()
    found = window.findChild(DataPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def test_steps_are_done_and_taken_back(window, panel):
    raw = window.session.dataset.raw
    panel.steps_requested.emit((ChooseLabel(4), Scale()))
    prepared = window.session.dataset
    assert prepared.raw is raw
    np.testing.assert_allclose(prepared.x[:].max(axis=0), 1)
    assert panel._tabs.tabText(3) == "Preparation (2)"
    window.findChild(QAction, "undo").trigger()
    assert window.session.dataset.source.steps == (ChooseLabel(4),)
    assert panel._tabs.tabText(3) == "Preparation (1)"


def test_steps_that_do_not_fit_leave_everything_as_it_was(window, panel, qtbot):
    panel._tabs.choose("preparation")
    before = window.session.dataset
    with qtbot.waitSignal(window.session.failed) as said:
        panel.steps_requested.emit((*before.source.steps, FlattenOrder("channels_first")))
    assert "no pictures" in said.args[0]
    assert window.session.dataset is before
    assert len(panel._page()._steps._rows) == 1


def test_a_row_is_the_sample_of_all_panels(window, panel):
    table = panel.findChild(QTableView, "dataTable")
    table.selectRow(60)
    assert window.session.inspection.focus.sample == 60
    window.findChild(QAction, "nextSample").trigger()
    assert table.currentIndex().row() == 61


def test_a_warning_is_mended_with_one_click(window, panel, qtbot):
    pixels = Dataset("pixels", np.arange(256, dtype=np.uint8).reshape(4, 64), Source("typed", {}))
    window.session.set_dataset(pixels)
    repair = panel.findChild(QToolButton, "dataRepair")
    qtbot.waitUntil(repair.isVisible)
    repair.click()
    assert window.session.dataset.x[:].max() == 1
    qtbot.waitUntil(lambda: not repair.isVisible())


def test_an_empty_panel_offers_the_actions_of_the_window(window, panel):
    panel.show_dataset(None)
    empty = panel.findChild(QWidget, "dataEmpty")
    offered = [button.defaultAction().objectName() for button in empty.findChildren(QToolButton)]
    assert offered == ["loadData", "builtinData", "randomData"]
    assert all(button.accessibleName() or button.text() for button in empty.findChildren(QToolButton))
    panel.show_dataset(window.session.dataset)
