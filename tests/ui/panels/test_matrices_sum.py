"""Sums written out, and numbers and colours of cells."""

import math

import numpy as np
from PySide6.QtGui import QColor

from densegui.engine import Activation, Dense, Model
from densegui.ui.focus import Minibatch
from densegui.ui.panels.matrices_cells import cell_text, largest, shades
from densegui.ui.panels.matrices_product import product_of
from densegui.ui.panels.matrices_sum import CellSum, plain

MINUS = "−"


def product(weights, bias, x, activation="linear", *, in_columns=False, first=0):
    weights = np.asarray(weights, float)
    layer = Dense(weights.shape[1], input_dim=len(weights), activation=activation, use_bias=bias is not None)
    model = Model([layer], dtype="float64").with_parameters(0, weights=weights, bias=bias)
    with np.errstate(all="ignore"):
        trace = model.trace(np.asarray(x, float))
    return product_of(Minibatch(model, trace, first), None, None, in_columns)


HAND = ([[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3], [[1.0, 0.5]], "sigmoid")


def test_the_hand_computed_sum_is_written_out():
    cell = CellSum(product(*HAND), 0, 1)
    assert plain(cell.z(10)) == "z[0, 1] = 1·0.3 + 0.5·0.4 + b 0.2 = 0.7"
    assert plain(cell.a()) == "a[0, 1] = sigmoid(0.7) = 0.6682"


def test_all_digits_are_told():
    assert CellSum(product(*HAND), 0, 1).exact().splitlines()[:3] == [
        "x[0, 0]·w[0, 1] = 1.0 · 0.3",
        "x[0, 1]·w[1, 1] = 0.5 · 0.4",
        "b[1] = 0.2",
    ]


def test_samples_in_columns_turn_the_indices():
    cell = CellSum(product(*HAND, in_columns=True, first=64), 0, 1)
    assert plain(cell.z(10)).startswith("z[1, 64] = ")


def test_negative_numbers_stand_in_brackets_after_an_operator():
    cell = CellSum(product([[-0.5], [2]], [-0.7], [[-3, 1]]), 0, 0)
    assert plain(cell.z(10)) == f"z[0, 0] = ({MINUS}3)·({MINUS}0.5) + 1·2 + b ({MINUS}0.7) = 2.8"


def test_without_bias_there_is_no_b():
    assert plain(CellSum(product([[2], [3]], None, [[4, 5]]), 0, 0).z(10)) == "z[0, 0] = 4·2 + 5·3 = 23"


def test_a_long_sum_has_its_first_and_largest_terms_and_the_sum_of_the_others():
    weights = np.ones((100, 1))
    weights[[40, 70], 0] = 50, -60
    text = plain(CellSum(product(weights, [1.0], np.ones((1, 100))), 0, 0).z(4))
    assert text == (
        f"z[0, 0] = 1·1 [0] + 1·1 [1] + 1·50 [40] + 1·({MINUS}60) [70] + … 96 more terms (96) + b 1 = 89"
    )


def test_every_length_of_a_long_sum_has_as_many_terms():
    cell = CellSum(product(np.arange(1.0, 31)[:, None], [0.0], np.ones((1, 30))), 0, 0)
    for most in range(30):
        assert plain(cell.z(most)).count("·") == most
        words = "1 more term (" if most == 29 else f"{30 - most} more terms ("
        assert f"… {words}" in plain(cell.z(most))
    assert plain(cell.z(0)) == "z[0, 0] = … 30 more terms (465) + b 0 = 465"
    assert "more" not in plain(cell.z(30))


def test_the_term_of_an_edge_is_always_there():
    chunks = CellSum(product(np.arange(1.0, 31)[:, None], [0.0], np.ones((1, 30))), 0, 0, 9).z(4)
    term = next(chunk for chunk in chunks if plain([chunk]).startswith("+ 1·10"))
    assert [piece.strong for piece in term] == [False, True, True, False]


def test_softmax_divides_by_the_sum_of_its_row():
    found = product([[0.3, 2.9, 4.0]], [0, 0, 0], [[1.0]], "softmax")
    # e^(2.9 − 4) = 0.33287, e^(0.3 − 4) + 0.33287 + 1 = 1.35759, and FACTS.md: 0.24519181
    assert plain(CellSum(found, 0, 1).a()) == (
        f"a[0, 1] = e^(2.9 {MINUS} 4) / Σ e^(z {MINUS} 4) = 0.3329 / 1.358 = 0.2452"
    )
    large = product([[1010, 1000, 990]], [0, 0, 0], [[1.0]], "softmax")
    assert plain(CellSum(large, 0, 0).a()).endswith("= 1 / 1 = 1")
    below = product([[-3, -2]], [0, 0], [[1.0]], "softmax")
    assert plain(CellSum(below, 0, 0).a()).startswith(f"a[0, 0] = e^({MINUS}3 + 2) / Σ e^(z + 2) = ")


def test_parameters_of_the_activation_are_named():
    found = product([[-2]], [0], [[1]], Activation("leaky_relu", alpha=0.2))
    assert plain(CellSum(found, 0, 0).a()) == f"a[0, 0] = leaky_relu({MINUS}2, α = 0.2) = {MINUS}0.4"


def test_nan_and_infinity_are_said():
    found = product([[1], [1], [0]], [0], [[math.nan, math.inf, 1]])
    cell = CellSum(found, 0, 0)
    assert plain(cell.z(10)) == "z[0, 0] = NaN·1 + ∞·1 + 1·0 + b 0 = NaN"
    assert {piece.role for chunk in cell.z(10) for piece in chunk if piece.text == "NaN"} == {"warning"}
    assert "∞·1 [1]" in plain(cell.z(2))


def test_a_cell_has_as_many_digits_as_fit():
    for value, characters, text in (
        (0.57444252, 8, "0.5744"),
        (0.57444252, 5, "0.574"),
        (0.57444252, 3, "0.6"),
        (0.57444252, 2, ""),
        (-0.043214, 8, "−0.04321"),
        (-0.043214, 7, "−0.0432"),
        (0.0, 4, "0"),
        (-0.0, 4, "0"),
        (255.0, 4, "255"),
        (1234567.0, 8, "1.235e6"),
        (1234567.0, 4, "1e6"),
        (-1.2345e-5, 8, "−1.23e−5"),
        (math.nan, 4, "NaN"),
        (math.inf, 4, "∞"),
        (-math.inf, 4, "−∞"),
    ):
        assert cell_text(value, characters) == text


def test_the_largest_magnitude_is_finite():
    assert largest(np.array([[1.0, -5.0], [np.nan, np.inf]])) == 5
    assert largest(np.array([[1.0, -5.0]])) == 5
    assert largest(np.zeros((0, 3))) == 0
    assert largest(np.array([np.nan])) == 0


def test_sign_is_hue_and_size_is_intensity():
    back, blue, orange, red = (QColor(name) for name in ("#ffffff", "#0000ff", "#ff8000", "#ff0000"))
    values = np.array([[4.0, 2.0, 0.0, -4.0, np.nan, 1e-9]], np.float32)
    codes = [QColor.fromRgb(int(code)) for code in shades(values, 4.0, back, blue, orange, red, 1.0)[0]]
    assert [codes[0], codes[2], codes[3], codes[4]] == [blue, back, orange, red]
    assert codes[0].red() < codes[1].red() < codes[5].red() < 255
    assert codes[1].blue() == 255
    zeros = shades(np.zeros((2, 2)), 0.0, back, blue, orange, red, 1.0)
    assert (zeros == 0xFFFFFFFF).all()
