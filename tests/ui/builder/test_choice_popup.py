"""The pop-up: every choice as a picture, found by typing, with its parameters."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView

from densegui.document import edits
from densegui.engine import ACTIVATIONS, INITIALIZERS, Activation, Initializer
from densegui.ui.builder.choice_popup import ChoicePopup, ParameterBox

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_popup(qtbot, bench):
    """Opens the pop-up of the second brick by a click on its pill; returns the pop-up."""

    def _open(field):
        qtbot.mouseClick(bench.view.viewport(), LEFT, pos=getattr(bench.chips(bench.ids[1]), field).center())
        return bench.stack.findChild(ChoicePopup)

    yield _open
    for popup in bench.stack.findChildren(ChoicePopup):
        popup.close()


def _names(popup):
    rows = popup.findChild(QListView).model()
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def _click_choice(qtbot, popup, name):
    shown = popup.findChild(QListView)
    index = shown.model().index(_names(popup).index(name), 0)
    shown.scrollTo(index)
    qtbot.mouseClick(shown.viewport(), LEFT, pos=shown.visualRect(index).center())


def _box(popup, name):
    return popup.findChild(ParameterBox, name)


def test_every_activation_is_offered_and_the_present_one_is_current(open_popup):
    popup = open_popup("activation")
    assert _names(popup) == list(ACTIVATIONS)
    assert popup.findChild(QListView).currentIndex().data() == "relu"


def test_every_initialiser_is_offered(open_popup):
    popup = open_popup("init")
    assert _names(popup) == list(INITIALIZERS)
    assert popup.findChild(QListView).currentIndex().data() == "uniform"


def test_a_click_chooses_and_closes(qtbot, bench, open_popup):
    popup = open_popup("activation")
    _click_choice(qtbot, popup, "tanh")
    assert bench.asked == [("change", bench.ids[1], "activation", Activation("tanh"))]
    assert not popup.isVisible()


@pytest.mark.parametrize(
    ("typed", "found"),
    [("swish", ["silu"]), ("Φ", ["gelu"]), ("TAN", ["tanh", "softsign"]), ("perceptron", ["step"])],
)
def test_typing_finds_by_name_alias_formula_and_use(qtbot, open_popup, typed, found):
    popup = open_popup("activation")
    popup.findChild(QLineEdit, "choiceSearch").setText(typed)
    assert _names(popup) == found


def test_keys_alone_search_move_and_choose(qtbot, bench):
    bench.stack.select(bench.ids[1])
    bench.stack.choose_init()
    popup = bench.stack.findChild(ChoicePopup)
    search = popup.findChild(QLineEdit, "choiceSearch")
    qtbot.keyClicks(search, "lecun")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert bench.asked == [("change", bench.ids[1], "init", Initializer("lecun_normal"))]
    assert not popup.isVisible()


def test_esc_closes_and_asks_nothing(qtbot, bench, open_popup):
    popup = open_popup("activation")
    qtbot.keyClick(popup.findChild(QLineEdit, "choiceSearch"), Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert bench.asked == []


def test_nothing_found_is_nothing_chosen(qtbot, bench, open_popup):
    popup = open_popup("activation")
    search = popup.findChild(QLineEdit, "choiceSearch")
    search.setText("no such thing")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert bench.asked == []


def test_the_present_choice_is_no_change(qtbot, bench, open_popup):
    popup = open_popup("activation")
    qtbot.keyClick(popup.findChild(QLineEdit, "choiceSearch"), Qt.Key.Key_Return)
    assert bench.asked == []
    assert not popup.isVisible()


def test_a_choice_with_parameters_shows_them_and_stays_open(qtbot, bench, open_popup):
    popup = open_popup("activation")
    _click_choice(qtbot, popup, "leaky_relu")
    assert popup.isVisible()
    assert _box(popup, "alpha").value() == 0.2
    _box(popup, "alpha").setValue(0.01)
    second = bench.ids[1]
    assert bench.asked == [
        ("change", second, "activation", Activation("leaky_relu", alpha=0.2)),
        ("change", second, "activation", Activation("leaky_relu", alpha=0.01)),
    ]


def test_parameters_of_the_present_choice_are_its_own(qtbot, bench, open_popup):
    wide = Initializer("uniform", minval=-2.0, maxval=0.5)
    bench.show(edits.change(bench.model, bench.ids[1], init=wide))
    popup = open_popup("init")
    assert (_box(popup, "minval").value(), _box(popup, "maxval").value()) == (-2.0, 0.5)
    _box(popup, "maxval").setValue(1.5)
    assert bench.asked[-1][3] == Initializer("uniform", minval=-2.0, maxval=1.5)


def _fault(popup):
    label = popup.findChild(QLabel, "choiceFault")
    return label.text() if label.isVisible() else ""


def test_limits_the_wrong_way_round_are_not_told_but_named(open_popup, bench):
    popup = open_popup("init")
    _box(popup, "minval").setValue(3.0)
    assert bench.asked == []
    assert _fault(popup).startswith("Not applied: ")
    assert "maxval" in _fault(popup)
    _box(popup, "maxval").setValue(4.0)
    assert bench.asked[-1][3] == Initializer("uniform", minval=3.0, maxval=4.0)
    assert not _fault(popup)


def test_no_distribution_has_a_negative_spread(qtbot, bench, open_popup):
    popup = open_popup("init")
    _click_choice(qtbot, popup, "normal")
    _box(popup, "stddev").setValue(-1.0)
    assert "stddev" in _fault(popup)
    assert bench.asked == [("change", bench.ids[1], "init", Initializer("normal"))]


def test_enter_in_a_parameter_chooses_what_is_typed(qtbot, bench, open_popup):
    popup = open_popup("activation")
    search = popup.findChild(QLineEdit, "choiceSearch")
    qtbot.keyClicks(search, "leaky")
    box = _box(popup, "alpha")
    box.selectAll()
    qtbot.keyClicks(box, "0.3")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert bench.asked == [("change", bench.ids[1], "activation", Activation("leaky_relu", alpha=0.3))]
    assert not popup.isVisible()


@pytest.mark.parametrize(("value", "text"), [(0.05, "0.05"), (1.0, "1"), (-0.000001, "-1e-06")])
def test_numbers_are_written_short(qtbot, value, text):
    box = ParameterBox("alpha", value)
    qtbot.addWidget(box)
    assert box.textFromValue(value) == text


def test_the_popup_goes_with_its_layer(bench, open_popup):
    popup = open_popup("activation")
    bench.show(edits.remove(bench.model, [bench.ids[0]]))
    assert popup.isVisible()
    bench.show(edits.remove(bench.model, [bench.ids[0]]))
    assert not popup.isVisible()


def test_the_popup_opens_beside_its_pill_and_on_the_screen(bench, open_popup):
    popup = open_popup("activation")
    screen = popup.screen().availableGeometry()
    assert screen.contains(popup.frameGeometry())
    pill = bench.chips(bench.ids[1]).activation
    top = bench.view.viewport().mapToGlobal(QPoint(0, pill.top())).y()
    bottom = bench.view.viewport().mapToGlobal(QPoint(0, pill.bottom())).y()
    assert popup.y() > bottom or popup.frameGeometry().bottom() < top or popup.y() == screen.top()


def test_every_part_has_a_name_to_hear(qtbot, open_popup):
    popup = open_popup("activation")
    _click_choice(qtbot, popup, "leaky_relu")
    assert popup.accessibleName() == "Activation"
    assert _box(popup, "alpha").accessibleName() == "alpha"
    index = popup.findChild(QObject, "choiceList").currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "leaky_relu, x if x ≥ 0 else αx"


def test_a_search_that_finds_nothing_says_so(open_popup):
    popup = open_popup("activation")
    search, nothing = popup.findChild(QLineEdit, "choiceSearch"), popup.findChild(QLabel, "choiceNothing")
    height = popup.height()
    search.setText("zzz")
    assert nothing.isVisible()
    assert nothing.text() == "Nothing here has this in its name or formula."
    assert popup.height() == height
    search.setText("tan")
    assert not nothing.isVisible()
    assert popup.findChild(QListView).isVisible()


def test_esc_puts_back_a_parameter_that_is_typed_and_not_yet_taken(qtbot, bench, open_popup):
    bench.show(edits.change(bench.model, bench.ids[1], activation="leaky_relu"))
    popup = open_popup("activation")
    box = _box(popup, "alpha")
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "0.7")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert bench.asked == []
