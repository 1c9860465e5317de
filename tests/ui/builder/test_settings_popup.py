"""What a brick carries folded away: name, bias, parameters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QWidget

from densegui.document import edits
from densegui.engine import INITIALIZERS, Activation, Dense, Initializer, Model
from densegui.ui.builder.choice_popup import ParameterBox

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def leaky(bench):
    """One brick with parameters of all kinds, selected."""
    layer = Dense(
        3, activation="leaky_relu", init=Initializer("uniform", minval=-1, maxval=1), bias_init="normal"
    )
    bench.show(Model([layer], input_dim=4))
    bench.stack.select(bench.ids[0])
    return bench


def _open(bench):
    bench.stack.open_settings()
    return bench.view.findChild(QWidget, "settingsPopup")


def _close(qtbot, popup):
    with qtbot.waitSignal(popup.destroyed):
        popup.close()


def test_the_chip_opens_the_settings_of_its_brick(qtbot, bench):
    point = bench.chips(bench.ids[1]).settings.center()
    qtbot.mouseClick(bench.view.viewport(), LEFT, pos=point)
    popup = bench.view.findChild(QWidget, "settingsPopup")
    assert popup.accessibleName() == "Settings of dense_2"
    assert popup.findChild(QLineEdit, "settingsName").placeholderText() == "dense_2"
    _close(qtbot, popup)
    assert bench.asked == []


def test_without_a_selected_brick_nothing_opens(bench):
    assert _open(bench) is None


def test_a_name_is_given_and_taken_back(qtbot, leaky):
    for typed, name in (("숨은 층", "숨은 층"), ("  ", None)):
        popup = _open(leaky)
        field = popup.findChild(QLineEdit, "settingsName")
        field.setText(typed)
        with qtbot.waitSignal(popup.destroyed):
            qtbot.keyClick(field, Qt.Key.Key_Return)
        assert leaky.asked.pop() == ("change", leaky.ids[0], "name", name)
        assert leaky.asked == []
        assert leaky.model.layers[0].name == name


def test_without_bias_its_init_has_no_say(qtbot, leaky):
    popup = _open(leaky)
    qtbot.keyClick(popup.findChild(QCheckBox, "settingsUseBias"), Qt.Key.Key_Space)
    assert leaky.asked == [("change", leaky.ids[0], "use_bias", False)]
    assert not popup.findChild(QComboBox, "settingsBiasInit").isEnabled()
    assert not popup.findChild(ParameterBox, "bias_init.stddev").isEnabled()
    _close(qtbot, popup)


def test_every_initialiser_is_offered_for_the_bias(qtbot, leaky):
    popup = _open(leaky)
    combo = popup.findChild(QComboBox, "settingsBiasInit")
    assert [combo.itemText(i) for i in range(combo.count())] == list(INITIALIZERS)
    combo.setCurrentText("ones")
    assert leaky.asked == [("change", leaky.ids[0], "bias_init", Initializer("ones"))]
    assert popup.findChild(ParameterBox, "bias_init.stddev") is None
    _close(qtbot, popup)


@pytest.mark.parametrize(
    ("box", "number", "field", "value"),
    [
        ("activation.alpha", 0.05, "activation", Activation("leaky_relu", alpha=0.05)),
        ("init.maxval", 2.5, "init", Initializer("uniform", minval=-1, maxval=2.5)),
        ("bias_init.stddev", 3.0, "bias_init", Initializer("normal", stddev=3.0)),
    ],
)
def test_parameters_are_changed(qtbot, leaky, box, number, field, value):
    popup = _open(leaky)
    popup.findChild(ParameterBox, box).setValue(number)
    assert leaky.asked == [("change", leaky.ids[0], field, value)]
    _close(qtbot, popup)


def test_parameters_that_do_not_fit_together_are_named_and_not_applied(qtbot, leaky):
    popup = _open(leaky)
    box = popup.findChild(ParameterBox, "init.maxval")
    box.setValue(-5)
    fault = popup.findChild(QLabel, "settingsFault")
    assert fault.text().startswith("Not applied: ")
    assert leaky.asked == []
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert popup.isVisible()
    box.setValue(5)
    assert fault.isHidden()
    with qtbot.waitSignal(popup.destroyed):
        qtbot.keyClick(box, Qt.Key.Key_Return)


def test_esc_puts_back_what_is_typed_and_not_yet_taken(qtbot, leaky):
    for name, typed in (("settingsName", "hidden"), ("activation.alpha", "0.7")):
        popup = _open(leaky)
        field = popup.findChild(QWidget, name)
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, typed)
        with qtbot.waitSignal(popup.destroyed):
            qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert leaky.asked == []


def test_what_is_typed_is_taken_where_the_pop_up_closes_otherwise(qtbot, leaky):
    popup = _open(leaky)
    field = popup.findChild(QWidget, "settingsName")
    field.setFocus()
    qtbot.keyClicks(field, "hidden")
    _close(qtbot, popup)
    assert leaky.asked == [("change", leaky.ids[0], "name", "hidden")]


def test_the_pop_up_goes_with_its_brick(qtbot, leaky):
    popup = _open(leaky)
    with qtbot.waitSignal(popup.destroyed):
        leaky.show(edits.remove(leaky.model, leaky.ids))


def test_every_field_has_a_name_to_hear(qtbot, leaky):
    popup = _open(leaky)
    for name, heard in (
        ("settingsName", "Name"),
        ("settingsUseBias", "Use bias"),
        ("settingsBiasInit", "Bias init"),
        ("activation.alpha", "leaky_relu alpha"),
        ("init.minval", "W: uniform minval"),
        ("bias_init.stddev", "b: normal stddev"),
    ):
        field = popup.findChild(QWidget, name)
        assert field.accessibleName() == heard
        assert field.toolTip()
    _close(qtbot, popup)
