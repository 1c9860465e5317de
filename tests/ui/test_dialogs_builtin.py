"""Built-in data: each is shown with what it is, how large, from whom and under which licence."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget

from densegui.data import BUILTINS
from densegui.ui import theme
from densegui.ui.dialogs.builtin_data import BuiltinDataDialog, builtin_words
from densegui.ui.dialogs.gallery import Gallery


@pytest.fixture
def dialog(qtbot):
    created = BuiltinDataDialog(None)
    qtbot.addWidget(created)
    created.show()
    return created


def test_the_words_are_those_of_the_table():
    expected = {key: (entry.title, entry.about, entry.predicts) for key, entry in BUILTINS.items()}
    assert builtin_words() == expected


@pytest.mark.parametrize(
    ("key", "size", "licence"),
    [
        ("iris", "150 × 4", "CC BY 4.0"),
        ("digits", "1,797 × 64", "CC BY 4.0"),
        ("penguins", "342 × 7", "CC0 1.0"),
    ],
)
def test_facts_stand_beside_the_picture(dialog, key, size, licence):
    dialog.findChild(Gallery).choose(key)
    assert dialog.name() == key
    assert dialog.findChild(QLabel, "size").text() == size
    assert dialog.findChild(QLabel, "licence").text() == licence
    assert dialog.findChild(QLabel, "origin").text() == BUILTINS[key].origin
    assert dialog.findChild(QLabel, "predicts").text() == BUILTINS[key].predicts


def test_all_built_in_data_are_offered(dialog):
    assert dialog.findChild(Gallery).count() == len(BUILTINS) == 3


def test_keys_alone_choose_and_open(dialog, qtbot):
    qtbot.keyClick(dialog.findChild(Gallery), Qt.Key.Key_Down)
    qtbot.keyClick(dialog.findChild(Gallery), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.name() == "digits"


@pytest.mark.parametrize("dark", [False, True])
def test_digits_are_ink_on_the_colour_of_the_scheme(dialog, qapp, dark):
    theme.apply(qapp, dark)
    try:
        dialog.findChild(Gallery).choose("digits")
        picture = dialog.findChild(QStackedWidget).grab().toImage()
        places = [(x, y) for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)]
        lightness = [picture.pixelColor(*place).lightness() for place in places]
    finally:
        theme.apply(qapp, False)
    paper = max(set(lightness), key=lightness.count)
    assert paper < 100 if dark else paper > 200
    # Ink is at the other end, on some of the area and not on most of it.
    inked = sum(abs(value - paper) > 120 for value in lightness) / len(lightness)
    assert 0.05 < inked < 0.5


def test_it_fits_a_small_screen(dialog):
    assert dialog.height() <= 680
    assert dialog.width() <= 1200


def test_choosing_loads_the_data(window, qtbot):
    window.commands.questions.answers["ask_builtin"] = "digits"
    with qtbot.waitSignal(window.session.dataset_changed):
        window.commands.builtin_data()
    assert window.session.dataset.picture is not None
    assert window.session.dataset.features == 64
