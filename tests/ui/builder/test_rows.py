"""The words on bricks, plate and free space; numbers from the lessons."""

import numpy as np
import pytest

from densegui.data.dataset import Dataset, frozen_source
from densegui.engine import Activation, Dense, Initializer, Model
from densegui.ui.builder.rows import Plate, Top, activation_words, brick_rows, init_words, plate_row


def _data(rows, features, names=(), turned=False):
    data = Dataset("iris.csv", np.zeros((rows, features)), frozen_source("file"), names)
    return data.transposed() if turned else data


def test_bricks_count_as_the_lessons_do(lesson):
    bricks = brick_rows(lesson, None)
    assert [brick.name for brick in bricks] == ["dense_1", "dense_2", "dense_3"]
    assert [brick.shape for brick in bricks] == ["(N, 8)", "(N, 6)", "(N, 1)"]
    assert [brick.counts()[0] for brick in bricks] == ["4·8 + 8 = 40", "8·6 + 6 = 54", "6·1 + 1 = 7"]


def test_samples_in_columns_turn_the_shapes():
    chain = Model([Dense(4, input_dim=5), Dense(30)])
    assert [brick.shape for brick in brick_rows(chain, _data(5, 7, turned=True))] == ["(4, N)", "(30, N)"]


def test_a_brick_without_bias_adds_none():
    (brick,) = brick_rows(Model([Dense(4, input_dim=6, use_bias=False)]), None)
    assert brick.counts() == ("6·4 = 24", "24 parameters", "24")


def test_long_counts_have_short_forms():
    (brick,) = brick_rows(Model([Dense(512, input_dim=784)]), None)
    assert brick.counts() == ("784·512 + 512 = 401,920", "401,920 parameters", "401,920")


def test_screen_readers_hear_the_brick(lesson):
    assert brick_rows(lesson, None)[1].accessible_text() == (
        "dense_2, 6 units, relu, uniform, output 6, 54 parameters"
    )


def test_the_tip_has_all_facts(lesson):
    tip = brick_rows(lesson, None)[1].tool_tip()
    for fact in ("z = x·W + b", "W (8, 6)", "b (6,)", "48 connections", "max(0, x)", "U(min, max)"):
        assert fact in tip


def test_names_cannot_smuggle_markup_into_the_tip():
    (brick,) = brick_rows(Model([Dense(1, input_dim=1, name="<img src=x>")]), None)
    assert "<img" not in brick.tool_tip()


@pytest.mark.parametrize(
    ("units", "activation", "meaning"),
    [
        (1, "sigmoid", "one probability"),
        (3, "softmax", "3 class probabilities"),
        (3, "linear", "3 values"),
        (3, "sigmoid", "3 values"),
        (1, "softmax", "one value"),
        (1, "linear", "one value"),
        (1, Activation("sigmoid"), "one probability"),
    ],
)
def test_the_output_in_words(units, activation, meaning):
    assert Top(Dense(units, activation=activation)).title() == f"Output (N, {units}) · {meaning}"


def test_an_empty_stack_says_what_to_do():
    assert Top(None).title() == "Drag a brick here, or double-click one under Bricks"


def test_the_plate_names_data_and_features(lesson):
    names = ("sepal_length", "sepal_width", "petal_length", "petal_width")
    plate = plate_row(lesson, _data(150, 4, names), None)
    assert plate.fits
    assert (plate.title(), plate.input_dim, plate.unit()) == ("Input", 4, "features")
    assert plate.sources()[0] == "iris.csv · 150 × 4"
    assert plate.names() == "sepal_length, sepal_width, petal_length, petal_width"


def test_many_rows_leave_the_name_of_the_data_its_place():
    plate = Plate(64, "measurements of May.csv", 200_000, 64)
    assert plate.sources() == (
        "measurements of May.csv · 200,000 × 64",
        "measurements of May.csv · 200k × 64",
        "measurement… · 200k × 64",
        "200,000 × 64",
    )
    assert Plate(3, "x", 1_234_567, 3, samples_in_columns=True).sources()[1] == "x · 3 × 1.23M"
    assert Plate(3, "x", 999_999, 3).sources()[1] == "x · 1M × 3"


def test_the_plate_without_data(lesson):
    plate = plate_row(lesson, None, None)
    assert plate.fits
    assert plate.accessible_text() == "Input, 4 features, no data yet"


def test_one_feature_is_one_feature():
    assert plate_row(Model([Dense(1, input_dim=1)]), None, False).unit() == "feature"


def test_data_in_columns_are_written_that_way():
    plate = plate_row(Model([Dense(4, input_dim=5)]), _data(5, 16, turned=True), None)
    assert plate.sources()[0] == "iris.csv · 5 × 16"


def test_a_mismatch_is_one_sentence_with_both_numbers(lesson):
    plate = plate_row(lesson, _data(150, 5), None)
    assert not plate.fits
    assert plate.mismatch() == "iris.csv has 5 features, the stack takes 4."
    assert plate.mismatch() in plate.accessible_text()


def test_a_screen_reader_says_words():
    model = Model([Dense(8, activation="relu"), Dense(6, activation="relu")], input_dim=4)
    spoken = brick_rows(model, None)[1].accessible_text()
    assert spoken == "dense_2, 6 units, relu, glorot uniform, output 6, 54 parameters"
    (leaky,) = brick_rows(Model([Dense(1, activation="leaky_relu")], input_dim=4), None)
    assert "leaky relu(alpha=0.2)" in leaky.accessible_text()


def test_numbers_of_an_activation_are_never_left_out():
    assert activation_words(Activation("relu")) == ("relu",)
    assert activation_words(Activation("leaky_relu")) == ("leaky_relu(alpha=0.2)", "leaky_relu(0.2)")
    assert activation_words(Activation("leaky_relu", alpha=0.3))[1] == "leaky_relu(0.3)"
    assert activation_words(Activation("elu")) == ("elu(alpha=1)", "elu(1)")


def test_numbers_of_an_initialiser_are_said_where_they_are_not_the_usual():
    assert init_words(Initializer("uniform")) == ("uniform",)
    assert init_words(Initializer("uniform", minval=-1, maxval=1)) == (
        "uniform(minval=-1, maxval=1)",
        "uniform(-1, 1)",
        "uniform",
    )


@pytest.mark.parametrize(
    ("features", "words"),
    [
        (1, "x[0]"),
        (3, "x[0], x[1], x[2]"),
        (4, "x[0], x[1], x[2], x[3]"),
        (784, "x[0], x[1], x[2], …, x[783]"),
    ],
)
def test_features_without_names_are_counted_from_0(features, words):
    plate = plate_row(Model(input_dim=features), _data(2, features), top_down=False)
    assert plate.names() == words
