"""What is doubtful about a block, and its repair, from the table of rules to the brick."""

import dataclasses
import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from densegui.data.dataset import Dataset, frozen_source
from densegui.engine import ACTIVATIONS, Activation, Dense, Model
from densegui.ui.builder.doubts import RULES, doubts

SPECIES = ("setosa", "versicolor", "virginica")


def _data(classes):
    return Dataset("iris.csv", np.zeros((9, 4)), frozen_source("file"), class_names=classes)


def _found(units, activation, *, last=True, classes=0):
    return [doubt.rule for doubt in doubts(Dense(units, activation=activation), last, classes)]


@pytest.mark.parametrize(
    ("units", "activation", "last", "classes", "rule", "field", "repair"),
    [
        (1, "softmax", True, 0, "softmax of one unit", "activation", Activation("sigmoid")),
        (1, "softmax", False, 0, "softmax of one unit", "activation", Activation("sigmoid")),
        (6, "linear", False, 0, "linear hidden layer", "activation", Activation("relu")),
        (3, "relu", True, 3, "relu for classes", "activation", Activation("softmax")),
        (1, "relu", True, 2, "relu for classes", "activation", Activation("sigmoid")),
        (2, "softmax", True, 3, "units for classes", "units", 3),
        (5, "softmax", True, 2, "units for classes", "units", 2),
    ],
)
def test_each_rule_finds_its_setting_and_repairs_it(units, activation, last, classes, rule, field, repair):
    layer = Dense(units, activation=activation)
    (doubt,) = doubts(layer, last, classes)
    assert (doubt.rule, doubt.field, doubt.value) == (rule, field, repair)
    assert doubts(dataclasses.replace(layer, **{field: repair}), last, classes) == ()


@pytest.mark.parametrize("activation", [name for name in ACTIVATIONS if name != "linear"])
def test_no_other_hidden_activation_is_doubtful(activation):
    assert _found(6, activation, last=False, classes=3) == []


@pytest.mark.parametrize(
    ("units", "activation", "classes"),
    [
        (1, "linear", 0),  # a number
        (1, "sigmoid", 0),
        (1, "sigmoid", 2),  # two classes, one probability
        (1, "sigmoid", 3),  # one class against all others
        (2, "softmax", 2),
        (3, "softmax", 3),
        (1, "step", 2),  # a perceptron
        (4, "relu", 0),  # no classes are known
        (3, "softmax", 1),  # one class is no choice
    ],
)
def test_outputs_of_the_lessons_are_not_doubtful(units, activation, classes):
    assert _found(units, activation, classes=classes) == []


def test_the_table_needs_no_qt():
    program = """
import sys
sys.modules["PySide6"] = None
from densegui.ui.builder.doubts import RULES
print(len(RULES))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == f"{len(RULES)}\n", done.stderr


def test_several_doubts_come_in_the_order_of_the_table():
    assert _found(1, "softmax", classes=3) == ["softmax of one unit", "units for classes"]


def test_units_have_to_fit_before_the_activation():
    assert _found(7, "relu", classes=3) == ["units for classes"]
    assert _found(3, "relu", classes=3) == ["relu for classes"]


def test_a_brick_shows_and_tells_its_doubt(bench):
    bench.show(Model([Dense(6, activation="relu"), Dense(2, activation="softmax")], input_dim=4))
    bench.stack.show_dataset(_data(SPECIES))
    fine, doubtful = bench.ids
    assert not bench.chips(doubtful).doubt.isNull()
    assert bench.chips(fine).doubt.isNull()
    sentence = "The data have 3 classes, so the last block needs 3 units."
    assert bench.row(doubtful).data(Qt.ItemDataRole.AccessibleTextRole).endswith(sentence)
    assert sentence in bench.row(doubtful).data(Qt.ItemDataRole.ToolTipRole)
    bench.stack.show_dataset(None)
    assert bench.chips(doubtful).doubt.isNull()


def test_one_click_on_the_repair_repairs(qtbot, bench):
    bench.show(Model([Dense(6, activation="linear"), Dense(1, activation="softmax")], input_dim=4))
    for layer_id, rule, words, activation in (
        (bench.ids[0], "linear hidden layer", "Use relu", "relu"),
        (bench.ids[1], "softmax of one unit", "Use sigmoid", "sigmoid"),
    ):
        point = bench.chips(layer_id).doubt.center()
        qtbot.mouseClick(bench.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        popup = bench.view.findChild(QWidget, "doubtPopup")
        button = popup.findChild(QPushButton, f"repair {rule}")
        assert button.text() == words
        assert button.accessibleDescription() == popup.findChild(QLabel).text() != ""
        with qtbot.waitSignal(popup.destroyed):
            qtbot.keyClick(button, Qt.Key.Key_Space)
        assert bench.asked[-1] == ("change", layer_id, "activation", Activation(activation))
    assert bench.chips(bench.ids[1]).doubt.isNull()


def test_doubts_open_from_the_keyboard_where_there_are_any(qtbot, bench):
    bench.stack.open_doubts()
    bench.stack.select(bench.ids[0])
    bench.stack.open_doubts()
    assert bench.view.findChild(QWidget, "doubtPopup") is None
    bench.show(Model([Dense(6, activation="relu"), Dense(2, activation="softmax")], input_dim=4))
    bench.stack.show_dataset(_data(SPECIES))
    bench.stack.select(bench.ids[1])
    bench.stack.open_doubts()
    popup = bench.view.findChild(QWidget, "doubtPopup")
    assert popup.findChild(QPushButton).text() == "Make it 3 units"
    with qtbot.waitSignal(popup.destroyed):
        popup.close()
