"""The panel of the data as a whole: its pages, names for those who do not see it, sizes and colours."""

import numpy as np
import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QToolButton,
    QWidget,
)

from densegui.data import builtin, finish
from densegui.data.preparation import preparing
from densegui.data.steps import ChooseLabel, Divide, FillMissing, OneHot, PickColumns, Scale
from densegui.ui import theme
from densegui.ui.focus import Focus
from densegui.ui.panels.data_tabs import PAGES

STEPS = (ChooseLabel(4), PickColumns((3, 0)), FillMissing(), OneHot((0,)), Scale(), Divide(2))


@pytest.fixture
def prepared():
    return finish(preparing(builtin("iris").raw, STEPS))


def visit(panel):
    """Looks at every page that there is."""
    for place, page in enumerate(PAGES):
        if panel._tabs.isTabVisible(place):
            panel._tabs.choose(page)
            QApplication.processEvents()
            yield page


def controls(panel):
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTabBar, QAbstractScrollArea)
    for widget in panel.findChildren(QWidget):
        is_inner = widget.objectName().startswith("qt_") or not widget.objectName()
        if isinstance(widget, kinds) and widget.isVisible() and not is_inner:
            yield widget


@pytest.mark.parametrize("name", ["iris", "digits"])
def test_every_control_says_what_it_is(panel, prepared, name):
    panel.show_dataset(prepared if name == "iris" else builtin(name))
    for page in visit(panel):
        found = list(controls(panel))
        assert len(found) > 1
        for control in found:
            where = f"{control.objectName()} of {page}"
            assert control.accessibleName(), where
            assert control.toolTip() or control.statusTip() or isinstance(control, QTabBar), where


def test_unnamed_controls_are_qts_own(panel, prepared):
    panel.show_dataset(prepared)
    for page in visit(panel):
        for button in panel.findChildren(QToolButton):
            is_qts = isinstance(button.parentWidget(), QTabBar)
            assert is_qts or button.objectName(), page


@pytest.mark.parametrize("size", [(690, 300), (450, 290), (320, 220)])
def test_nothing_sticks_out(panel, prepared, size):
    panel.resize(*size)
    for dataset in (prepared, builtin("digits")):
        panel.show_dataset(dataset)
        for page in visit(panel):
            inside = panel._page()
            assert panel.rect().contains(
                inside.rect().translated(inside.mapTo(panel, inside.rect().topLeft()))
            )
            for row in inside.findChildren(QWidget, "dataStep"):
                buttons = row.findChildren(QAbstractButton)
                assert all(
                    row.rect().contains(button.geometry()) for button in buttons if button.isVisible()
                ), page


def test_colours_are_switched_on_every_page(panel, prepared, qapp):
    panel.show_dataset(prepared)
    list(visit(panel))
    try:
        theme.apply(qapp, dark=True)
        assert theme.colors().panel in panel.findChild(QWidget, "dataTable").styleSheet()
        assert theme.colors().run in panel.findChild(QWidget, "dataStep").styleSheet()
        list(visit(panel))
    finally:
        theme.apply(qapp, dark=False)


def test_other_data_are_let_go_everywhere(panel, prepared):
    panel.show_dataset(builtin("digits"))
    list(visit(panel))
    panel.show_dataset(prepared)
    held = [page._grid._dataset for page in panel._made.values() if hasattr(page, "_grid")]
    assert held == [None]
    assert panel._tabs.page == "preparation"


def test_the_page_of_pictures_gives_way_where_there_are_none(panel):
    panel.show_dataset(builtin("digits"))
    panel._tabs.choose("pictures")
    panel.show_dataset(builtin("iris"))
    assert panel._tabs.page != "pictures"


def test_what_is_exported_is_the_page_that_is_seen(panel, prepared):
    panel.show_dataset(prepared)
    for page in visit(panel):
        assert panel.picture().objectName() == f"data{page.title()}Page"
    rows = list(panel.numbers())
    assert len(rows) == 151
    np.testing.assert_allclose(np.array([row[1:-1] for row in rows[1:]], float), prepared.x[:])


def test_a_thousand_looks_leave_nothing_behind(panel, prepared):
    panel.show_dataset(prepared)
    list(visit(panel))
    other = finish(preparing(prepared.raw, (*STEPS[:-1], Divide(3))))
    QApplication.processEvents()
    before = len(panel.findChildren(QObject))
    for turn in range(1000):
        panel.show_dataset((prepared, other)[turn % 2])
        panel.show_focus(Focus(sample=turn % 150))
    assert len(panel.findChildren(QObject)) <= before
