"""The columns of the data: what they hold, what they are used as, and what usually goes wrong."""

import csv
import io

import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QComboBox, QMenu, QTableView, QToolButton

from densegui.data import builtin, finish
from densegui.data.dataset import Column, Dataset, Source
from densegui.data.preparation import preparing
from densegui.data.steps import (
    ChooseLabel,
    Divide,
    FillMissing,
    OneHot,
    PickColumns,
    Scale,
    Standardise,
    Transpose,
)
from densegui.ui import theme
from densegui.ui.panels.data_columns_model import (
    HISTOGRAM,
    KIND,
    MEAN,
    MISSING,
    NAME,
    RANGE,
    SUMMARY_ROLE,
    USE,
)

# Mean and sample standard deviation of the four features are printed in every textbook that uses these data.
IRIS_MEANS = ("5.843 ± ", "3.057 ± ", "3.758 ± ", "1.199 ± ")
IRIS_RANGES = ("4.3 to 7.9", "2 to 4.4", "1 to 6.9", "0.1 to 2.5")


def mixed():
    x = np.array([[1.0, 0.5, 0.0], [np.nan, 0.25, 1.0], [3.0, 0.75, 0.0], [4.0, 1000.0, np.nan]])
    columns = (Column("rooms"), Column("area"), Column("city", ("Seoul", "Busan")))
    return Dataset("homes", x, Source("typed", {}), ("rooms", "area", "city"), columns=columns)


def table(panel):
    return panel.findChild(QTableView, "dataColumns")


def text(panel, row, column, role=Qt.ItemDataRole.DisplayRole):
    model = table(panel).model()
    return model.data(model.index(row, column), role)


def look(panel, qtbot, dataset):
    panel.show_dataset(dataset)
    panel._tabs.choose("columns")
    qtbot.waitUntil(lambda: text(panel, 0, 0, SUMMARY_ROLE) is not None)


def use(panel, rows, what):
    view = table(panel)
    view.clearSelection()
    view.setSelectionMode(QTableView.SelectionMode.MultiSelection)
    for row in rows:
        view.selectRow(row)
    view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
    panel.findChild(QAction, f"dataUse_{what}").trigger()


def test_iris_as_textbooks_have_it(panel, qtbot):
    look(panel, qtbot, builtin("iris"))
    assert [text(panel, row, RANGE) for row in range(4)] == list(IRIS_RANGES)
    for row, mean in enumerate(IRIS_MEANS):
        assert text(panel, row, MEAN).startswith(mean)
        assert text(panel, row, KIND) == "number"
        assert text(panel, row, MISSING) == "0"
        assert text(panel, row, 0, SUMMARY_ROLE).counts.sum() == 150
    assert [text(panel, 4, column) for column in (NAME, KIND, RANGE, USE)] == [
        "species", "category", "3 values", "label",
    ]  # fmt: skip


def test_what_is_missing_is_counted(panel, qtbot):
    look(panel, qtbot, mixed())
    assert [text(panel, row, MISSING) for row in range(3)] == ["1 (25\u00a0%)", "0", "1 (25\u00a0%)"]
    assert [text(panel, row, KIND) for row in range(3)] == ["whole", "number", "category"]
    assert text(panel, 0, MISSING, Qt.ItemDataRole.ForegroundRole) == QColor(theme.colors().warning)
    assert text(panel, 2, HISTOGRAM, Qt.ItemDataRole.ToolTipRole) == "Seoul: 2\nBusan: 1"
    # 1, 3 and 4: mean 8/3, standard deviation √(14)/3
    assert text(panel, 0, MEAN) == "2.667 ± 1.247"
    assert text(panel, 0, MEAN, Qt.ItemDataRole.ToolTipRole).startswith("2.6666666666666665 ± 1.247219")


def test_a_box_for_each_feature(panel, qtbot, heard):
    look(panel, qtbot, mixed())
    model = table(panel).model()
    model.setData(model.index(1, NAME), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert heard == [(PickColumns((0, 2)),)]
    assert text(panel, 1, NAME, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked  # it waits
    panel.show_dataset(finish(preparing(mixed(), heard[0])))
    assert text(panel, 1, NAME, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert text(panel, 1, USE) == "left out"


def test_space_ticks_all_that_is_selected(panel, qtbot, heard):
    look(panel, qtbot, builtin("iris"))
    view = table(panel)
    view.selectRow(2)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert heard == [(ChooseLabel(4), PickColumns((0, 1)))]


@pytest.mark.parametrize(
    ("rows", "what", "steps"),
    [
        ([0], "label", (ChooseLabel(0),)),
        ([0, 1], "nothing", (PickColumns((2,)),)),
        ([1], "only", (PickColumns((1,)),)),
        ([2], "one_hot", (OneHot((2,)),)),
    ],
)
def test_what_columns_are_used_as(panel, qtbot, heard, rows, what, steps):
    look(panel, qtbot, mixed())
    use(panel, rows, what)
    assert heard == [steps]
    finish(preparing(mixed(), steps))  # they fit


def test_a_label_can_be_taken_back(panel, qtbot, heard):
    look(panel, qtbot, builtin("iris"))
    use(panel, [4], "feature")
    assert heard == [(ChooseLabel(None),)]


def test_one_label_at_a_time(panel, qtbot):
    look(panel, qtbot, mixed())
    view = table(panel)
    view.selectRow(0)
    assert panel.findChild(QAction, "dataUse_label").isEnabled()
    view.selectAll()
    assert not panel.findChild(QAction, "dataUse_label").isEnabled()
    view.clearSelection()
    assert not panel.findChild(QToolButton, "dataUse").isEnabled()


def test_at_least_one_feature_stays(panel, qtbot, heard):
    look(panel, qtbot, mixed())
    use(panel, [0, 1, 2], "nothing")
    assert heard == []
    assert panel.findChild(QObject, "dataColumnsNote").text().startswith("At least one feature")


def test_the_menu_opens_where_a_click_asks_for_it(panel, qtbot):
    look(panel, qtbot, mixed())
    view = table(panel)
    menu = panel.findChild(QMenu, "dataUseMenu")
    place = view.visualRect(view.model().index(1, USE)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert menu.isVisible()
    assert view.selected() == [1]
    menu.close()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert menu.isVisible()
    menu.close()


def test_what_is_put_where_numbers_are_missing(panel, qtbot, heard):
    look(panel, qtbot, finish(preparing(mixed(), (Scale(),))))
    fill = panel.findChild(QComboBox, "dataFill")
    fill.setCurrentIndex(fill.findData("median"))
    fill.activated.emit(fill.currentIndex())
    assert heard == [(FillMissing("median"), Scale())]
    panel.show_dataset(finish(preparing(mixed(), ())))  # refused: the choice is shown as it is
    assert fill.currentData() is None


def test_columns_after_rows_and_columns_are_exchanged(panel, qtbot):
    x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    raw = Dataset("turned", x, Source("typed", {}))
    look(panel, qtbot, finish(preparing(raw, (Transpose(),))))
    assert table(panel).model().rowCount() == 2
    assert [text(panel, row, RANGE) for row in range(2)] == ["1 to 3", "4 to 6"]


def strip(panel):
    return panel.findChild(QObject, "dataFindings")


def test_a_warning_and_the_step_that_mends_it(panel, qtbot, heard):
    pixels = Dataset("pixels", np.arange(0, 256, dtype=np.uint8).reshape(4, 64), Source("typed", {}))
    panel.show_dataset(pixels)
    qtbot.waitUntil(strip(panel).isVisible)
    repair = panel.findChild(QToolButton, "dataRepair")
    assert repair.text() == "Divide by 255"
    assert "0 to 255" in panel.findChild(QObject, "dataFinding").text()
    repair.click()
    assert heard == [(Divide(255.0),)]
    panel.show_dataset(finish(preparing(pixels, heard[0])))
    qtbot.waitUntil(lambda: not strip(panel).isVisible())


def test_a_warning_that_was_dismissed_stays_away_until_other_data_come(panel, qtbot):
    panel.show_dataset(mixed())
    qtbot.waitUntil(strip(panel).isVisible)
    count = int(panel.findChild(QToolButton, "dataNextFinding").text().split()[-1])
    assert count > 1
    for _ in range(count):
        panel.findChild(QToolButton, "dataDismiss").click()
    assert not strip(panel).isVisible()
    panel.show_dataset(mixed())
    qtbot.waitUntil(strip(panel).isVisible)


def test_warnings_one_after_the_other(panel, qtbot):
    panel.show_dataset(mixed())
    qtbot.waitUntil(strip(panel).isVisible)
    said = panel.findChild(QObject, "dataFinding")
    first = said.text()
    panel.findChild(QToolButton, "dataNextFinding").click()
    assert said.text() != first


def test_large_data_are_summed_up_when_their_columns_are_looked_at(panel, qtbot):
    class Zeros:
        ndim, dtype, shape = 2, np.dtype(np.uint8), (10**7, 2)

        def __len__(self):
            return self.shape[0]

        def __getitem__(self, index):
            start, stop, _ = index.indices(len(self))
            return np.zeros((stop - start, 2), np.uint8)

    large = Dataset("large", Zeros(), Source("file", {}))
    panel.show_dataset(large)
    assert panel._summaries._task is None
    panel._tabs.choose("columns")
    assert panel._summaries._task is not None
    panel.hide()
    assert panel._summaries._task is None


def test_steps_end_where_a_summary_did_not(panel, qtbot):
    """A summary of standardised numbers says so: mean 0 and standard deviation 1."""
    look(panel, qtbot, finish(preparing(builtin("iris").raw, (ChooseLabel(4), Standardise()))))
    panel._tabs.choose("preparation")
    spread = panel.findChild(QObject, "dataSpreadAfter")
    qtbot.waitUntil(lambda: spread.accessibleDescription().endswith("± 1"))
    assert "≈ 0 ± 1" in spread.accessibleDescription()


def test_the_page_can_be_copied_as_a_table(panel, qtbot):
    look(panel, qtbot, mixed())
    out = io.StringIO()
    csv.writer(out).writerows(panel.numbers())
    assert out.getvalue().splitlines()[0] == "sample,rooms,area,city"
