"""Numbers as people type them."""

import pytest

from densegui.ui.panels.typed_number import parsed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0.5", 0.5),
        ("−2", -2.0),
        (" 1e-3 ", 0.001),
        ("0,25", 0.25),
        ("x", None),
        ("", None),
        ("nan", None),
        ("inf", None),
        ("1e39", None),  # the largest float32 is 3.4e38
        ("-1e39", None),
        ("3.4e38", 3.4e38),
    ],
)
def test_numbers_as_people_type_them(text, number):
    assert parsed(text, "float32") == number


def test_a_wider_dtype_holds_larger_numbers():
    assert parsed("1e39", "float64") == 1e39
    assert parsed("1e309", "float64") is None
