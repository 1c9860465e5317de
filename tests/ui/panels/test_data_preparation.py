"""The preparation: steps that are switched, changed, moved and taken away, and what they make of numbers."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QTableView, QToolButton

from densegui.data import builtin, finish
from densegui.data.dataset import Column, Dataset, Picture, Source
from densegui.data.preparation import preparing
from densegui.data.steps import (
    STEPS,
    ChooseLabel,
    Divide,
    FillMissing,
    FlattenOrder,
    OneHot,
    PickColumns,
    Scale,
    Standardise,
    Transpose,
)
from densegui.ui.focus import Focus
from densegui.ui.panels import data_step_words as words
from densegui.ui.panels.data_step_row import StepRow

EVERY = (
    Transpose(),
    ChooseLabel(1),
    PickColumns((0, 2, 3, 4, 5)),
    FillMissing("drop"),
    OneHot(None),
    Scale(-1.0, 1.0),
    Divide(255.0),
    Standardise(),
    FlattenOrder("channels_first"),
)


def homes():
    x = np.array([[10.0, 0.0, 1.0], [20.0, 1.0, np.nan], [30.0, 0.0, 3.0]])
    columns = (Column("area"), Column("city", ("Seoul", "Busan")), Column("rooms"))
    return Dataset("homes", x, Source("typed", {}), ("area", "city", "rooms"), columns=columns)


def look(panel, raw, *steps):
    panel.show_dataset(finish(preparing(raw, steps)))
    panel._tabs.choose("preparation")


def rows(panel):
    return panel._page()._steps._rows


def part(panel, place, kind, name):
    return rows(panel)[place].findChild(kind, name)


def said(panel):
    return [row.accessibleName() for row in rows(panel)]


def test_steps_in_words(panel):
    look(
        panel,
        homes(),
        ChooseLabel(0),
        FillMissing("median"),
        OneHot(),
        Scale(-1, 1),
        Divide(2, enabled=False),
    )
    assert said(panel) == [
        "1. Predict area",
        "2. Missing numbers: median",
        "3. One-hot: every category",
        "4. Scale every feature: −1 to 1",
        "5. Divide every number by 2",
    ]
    boxes = [part(panel, place, QCheckBox, "dataStepEnabled").isChecked() for place in range(5)]
    assert boxes == [True, True, True, True, False]


def test_every_kind_of_step_has_words():
    assert {type(step) for step in EVERY} == set(STEPS)
    for step in EVERY:
        assert all((words.in_words(step, ()), words.tip(step), words.title(step)))
        assert "{" not in words.in_words(step, ())
    assert words.in_words(EVERY[2], "abcdef") == "Keep only 5 features: a, c, d, e, …"


def test_a_step_is_switched(panel, heard):
    look(panel, homes(), Scale(), Standardise())
    part(panel, 0, QCheckBox, "dataStepEnabled").click()
    assert heard == [(Scale(enabled=False), Standardise())]


def test_a_number_is_typed(panel, qtbot, heard):
    look(panel, homes(), Scale())
    low = part(panel, 0, QLineEdit, "dataStep_low")
    low.setText("−1,5")
    qtbot.keyClick(low, Qt.Key.Key_Return)
    assert heard == [(Scale(-1.5, 1.0),)]


@pytest.mark.parametrize("typed", ["abc", "7", "nan", ""])
def test_what_does_not_fit_is_not_taken(panel, qtbot, heard, typed):
    look(panel, homes(), Scale())
    low = part(panel, 0, QLineEdit, "dataStep_low")
    low.setText(typed)
    qtbot.keyClick(low, Qt.Key.Key_Return)
    assert heard == []
    assert low.text() == "0"


def test_one_of_a_few_is_chosen(panel, heard):
    look(panel, homes(), FillMissing("mean"))
    box = part(panel, 0, QComboBox, "dataStep_how")
    box.setCurrentIndex(3)
    box.activated.emit(3)
    assert heard == [(FillMissing("drop"),)]
    panel.show_dataset(panel._dataset)  # refused
    assert box.currentIndex() == 0


def test_the_label_is_chosen_by_its_name(panel, heard):
    look(panel, builtin("iris").raw, PickColumns((3, 4)), ChooseLabel(1))
    box = part(panel, 1, QComboBox, "dataStep_column")
    assert [box.itemText(i) for i in range(box.count())] == ["nothing", "petal_width_cm", "species"]
    assert box.currentText() == "species"
    box.activated.emit(0)
    assert heard == [(PickColumns((3, 4)), ChooseLabel(None))]


def test_features_are_chosen_among_the_columns(panel):
    look(panel, homes(), PickColumns((0, 2)))
    part(panel, 0, QToolButton, "dataStep_columns").click()
    assert panel._tabs.page == "columns"


@pytest.mark.parametrize(
    ("button", "place", "steps"),
    [
        ("dataStepUp", 2, (Scale(), Divide(2), Standardise())),
        ("dataStepDown", 0, (Standardise(), Scale(), Divide(2))),
        ("dataStepRemove", 1, (Scale(), Divide(2))),
    ],
)
def test_moved_and_taken_away(panel, heard, button, place, steps):
    look(panel, homes(), Scale(), Standardise(), Divide(2))
    part(panel, place, QAbstractButton, button).click()
    assert heard == [steps]
    assert not part(panel, 0, QAbstractButton, "dataStepUp").isEnabled()
    assert not part(panel, 2, QAbstractButton, "dataStepDown").isEnabled()


def test_keys_of_a_step(panel, qtbot, heard):
    look(panel, homes(), Scale(), Standardise())
    row = rows(panel)[1]
    qtbot.keyClick(row, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert heard == [
        (Standardise(), Scale()),
        (Scale(),),
        (Scale(), Standardise(enabled=False)),
    ]


def test_a_step_is_dragged(panel, qtbot, heard):
    look(panel, homes(), Scale(), Standardise(), Divide(2))
    row = rows(panel)[2]
    ground = row.parentWidget()
    grip = row.geometry().topLeft() + QPoint(8, row.height() // 2)
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(ground, QPoint(8, 40))
    qtbot.mouseMove(ground, QPoint(8, 2))
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(8, 2))
    assert heard == [(Divide(2), Scale(), Standardise())]
    qtbot.mousePress(ground, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=grip)
    assert len(heard) == 1  # a click moves nothing


def test_a_step_is_added_at_the_end(panel, heard):
    look(panel, homes(), Scale())
    menu = panel.findChild(QToolButton, "dataAddStep").menu()
    offered = [action.objectName() for action in menu.actions() if action.isVisible()]
    assert "dataAddFlattenOrder" not in offered
    next(action for action in menu.actions() if action.objectName() == "dataAddStandardise").trigger()
    assert heard == [(Scale(), Standardise())]


def add(panel, kind):
    menu = panel.findChild(QToolButton, "dataAddStep").menu()
    action = next(action for action in menu.actions() if action.objectName() == f"dataAdd{kind}")
    assert action.isVisible()
    action.trigger()


@pytest.mark.parametrize("order", ["channels_first", "channels_last"])
def test_pictures_are_flattened_in_the_other_order(panel, heard, order):
    look(panel, Dataset("one", np.zeros((1, 12)), Source("typed", {}), picture=Picture(2, 2, 3, order)))
    add(panel, "FlattenOrder")
    assert {heard[0][0].order, order} == {"channels_first", "channels_last"}


def test_a_turn_comes_before_all_that_does_not_name_columns(panel, heard):
    look(panel, homes(), PickColumns((0, 2)), Scale())
    add(panel, "Transpose")
    assert heard == [(Transpose(), Scale())]
    look(panel, homes(), *heard[0])
    add(panel, "Transpose")
    assert heard[1] == (Scale(),)


def test_without_steps_it_says_so(panel):
    look(panel, homes())
    assert panel.findChild(QObject, "dataNoSteps").isVisible()
    assert not panel.findChild(QObject, "dataComparison").isVisible()


def values(panel):
    model = panel.findChild(QTableView, "dataComparisonTable").model()
    return [[model.data(model.index(row, column)) for column in range(3)] for row in range(model.rowCount())]


def test_a_sample_before_and_after(panel):
    look(panel, homes(), ChooseLabel(2), OneHot(), Scale(0, 10))
    panel.show_focus(Focus(sample=1))
    # area: (20 − 10)/(30 − 10)·10
    assert values(panel) == [["area", "20", "5"], ["city=Seoul", "Busan", "0"], ["city=Busan", "Busan", "10"]]


def test_a_sample_is_followed_past_rows_that_were_left_out(panel):
    look(panel, homes(), FillMissing("drop"), Divide(10))
    panel.show_focus(Focus(sample=1))
    assert values(panel) == [["area", "30", "3"], ["city", "Seoul", "Seoul"], ["rooms", "3", "0.3"]]


def test_a_feature_before_and_after(panel, qtbot):
    look(panel, homes(), Scale())
    before = panel.findChild(QObject, "dataSpreadBefore")
    after = panel.findChild(QObject, "dataSpreadAfter")
    # 10, 20, 30: standard deviation √(200/3)
    qtbot.waitUntil(lambda: after.accessibleDescription() == "0 to 1, 0.5 ± 0.4082")
    qtbot.waitUntil(lambda: before.accessibleDescription() == "10 to 30, 20 ± 8.165")
    panel.findChild(QTableView, "dataComparisonTable").selectRow(2)
    assert before.accessibleDescription() == "1 to 3, 2 ± 1"


def test_where_a_feature_comes_from_may_not_be_known(panel):
    look(panel, homes(), Transpose())
    assert [row[1] for row in values(panel)] == [None, None, None]
    assert not panel.findChild(QObject, "dataSpreadBefore").isVisible()


def test_rows_are_made_once(panel, qtbot):
    look(panel, homes(), Scale(), Divide(2))
    before = rows(panel)[0]
    for turn in range(1, 200):
        panel.show_dataset(finish(preparing(homes(), (Scale(0, turn), Divide(turn)))))
        panel.show_focus(Focus(sample=turn % 3))
    assert rows(panel)[0] is before
    count = len(panel.findChildren(StepRow))
    look(panel, homes(), Divide(2), Scale())
    look(panel, homes(), Scale(), Divide(2))
    qtbot.waitUntil(lambda: len(panel.findChildren(StepRow)) == count)


def test_the_language_is_switched(panel, qapp):
    look(panel, homes(), Scale(), FillMissing("zero"), ChooseLabel(0))
    qapp.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert said(panel)[0] == "1. Scale every feature: 0 to 1"
    assert part(panel, 0, QLineEdit, "dataStep_high").text() == "1"
