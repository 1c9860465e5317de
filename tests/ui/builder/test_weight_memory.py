"""Weight matrices of more than a gigabyte are found, once."""

import pytest

from densegui.engine import Dense, Model
from densegui.ui.builder.weight_memory import is_heavy, matrix_bytes, newly_heavy


def test_a_gigabyte_is_the_limit():
    assert matrix_bytes(784, 512, "float32") == 784 * 512 * 4
    assert matrix_bytes(784, 512, "float64") == 784 * 512 * 8
    assert not is_heavy(())
    assert not is_heavy((10**9, 4))
    assert is_heavy((4, 10**9 + 4))


@pytest.mark.parametrize(
    ("sizes", "dtype", "heavy"),
    [
        ((20_000, 10_000), "float32", {}),
        ((20_000, 20_000), "float32", {1: 1_600_000_000}),
        ((20_000, 10_000), "float64", {1: 1_600_000_000}),
        ((20_000, 20_000, 20_000), "float32", {1: 1_600_000_000, 2: 1_600_000_000}),
    ],
)
def test_heavy_layers_are_found_by_their_place(sizes, dtype, heavy):
    before = Model(input_dim=4, dtype=dtype)
    after = Model([Dense(units) for units in sizes], input_dim=4, dtype=dtype)
    assert newly_heavy(before, after) == heavy


def test_what_was_heavy_before_is_not_new():
    before = Model([Dense(20_000), Dense(20_000)], input_dim=4)
    larger = before.with_layers([*before.layers, Dense(20_000, name="more")])
    assert newly_heavy(before, before) == {}
    assert list(newly_heavy(before, larger)) == [2]
