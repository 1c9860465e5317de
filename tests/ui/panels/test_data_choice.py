"""Steps and the choice of columns: one is read from the other, and means the same written back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.data import finish
from densegui.data.dataset import Column, Dataset, Picture, Source
from densegui.data.preparation import preparing
from densegui.data.steps import (
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
from densegui.ui.panels.data_choice import AS_READ, NONE, Choice, choice_of, used_as, with_choice
from densegui.ui.panels.data_lineage import names_along, origins

NONE_OF_THEM = frozenset()
WIDTH = 5
CITY = frozenset({2})


def table():
    """Five columns of which the third is a category; every number tells its row and column."""
    x = 10.0 * np.arange(6)[:, None] + np.arange(WIDTH)
    x[:, 2] = [0, 1, 2, 0, 1, 2]
    names = ("a", "b", "city", "d", "e")
    columns = tuple(Column(n, ("Seoul", "Busan", "Daegu") if n == "city" else ()) for n in names)
    return Dataset("table", x, Source("typed", {}), names, columns=columns)


@pytest.mark.parametrize(
    ("steps", "choice"),
    [
        ((), Choice((0, 1, 2, 3, 4))),
        ((ChooseLabel(4),), Choice((0, 1, 2, 3), 4)),
        ((ChooseLabel(None),), Choice((0, 1, 2, 3, 4), NONE)),
        # After the label is taken out, column 3 is what was column 4.
        ((ChooseLabel(0), PickColumns((3, 1))), Choice((4, 2), 0)),
        ((PickColumns((3, 1)), ChooseLabel(0)), Choice((1,), 3)),
        ((OneHot(),), Choice((0, 1, 2, 3, 4), spread=CITY)),
        ((ChooseLabel(0), OneHot((1, 2))), Choice((1, 2, 3, 4), 0, frozenset({2, 3}))),
        ((FillMissing("median"), Scale()), Choice((0, 1, 2, 3, 4), fill="median")),
        ((FillMissing("median", enabled=False), ChooseLabel(1, enabled=False)), Choice((0, 1, 2, 3, 4))),
    ],
)
def test_the_choice_is_read_from_the_steps(steps, choice):
    assert choice_of(steps, WIDTH, CITY) == choice


def test_columns_are_those_after_the_turn():
    steps = (ChooseLabel(1), Transpose(), PickColumns((2, 0)))
    assert choice_of(steps, 3, NONE_OF_THEM) == Choice((2, 0))
    assert with_choice(steps, Choice((2,)), 3, NONE_OF_THEM) == (
        ChooseLabel(1),
        Transpose(),
        PickColumns((2,)),
    )


def test_a_choice_leaves_the_other_steps_in_their_order():
    steps = (ChooseLabel(4), Divide(10), OneHot(), Standardise(enabled=False))
    written = with_choice(steps, used_as(choice_of(steps, WIDTH, CITY), [1], "nothing"), WIDTH, CITY)
    assert written == (
        ChooseLabel(4),
        PickColumns((0, 2, 3)),
        Divide(10),
        OneHot(),
        Standardise(enabled=False),
    )


def test_what_a_column_is_used_as():
    every = Choice((0, 1, 2, 3, 4))
    assert used_as(every, [3], "label") == Choice((0, 1, 2, 4), 3)
    assert used_as(used_as(every, [3], "label"), [3], "feature") == Choice((0, 1, 2, 3, 4), NONE)
    assert used_as(used_as(every, [3], "label"), [3], "nothing") == Choice((0, 1, 2, 4), 3)
    assert used_as(used_as(every, [3], "label"), [0], "label") == Choice((1, 2, 4), 0)
    assert used_as(every, [1, 2], "nothing").picked == (0, 3, 4)
    assert used_as(every, [1, 2], "only").picked == (1, 2)
    assert used_as(every, [2], "one_hot").spread == CITY
    assert used_as(used_as(every, [2], "one_hot"), [2], "feature").spread == NONE_OF_THEM
    assert used_as(used_as(every, [2], "one_hot"), [2], "nothing").spread == NONE_OF_THEM
    assert every.label == AS_READ


def test_features_in_an_order_of_their_own_keep_it():
    assert used_as(Choice((3, 1)), [0], "feature").picked == (3, 1, 0)


columns = st.lists(st.integers(0, WIDTH - 1), unique=True, min_size=1, max_size=WIDTH)


@given(columns, st.integers(-2, WIDTH - 1), st.frozensets(st.integers(0, WIDTH - 1)), st.booleans())
def test_what_is_written_is_what_is_read(picked, label, spread, fill):
    picked = tuple(column for column in picked if column != label)
    if not picked:
        return
    choice = Choice(picked, label, spread & set(picked), "mean" if fill else None)
    others = (Scale(), Standardise(enabled=False))
    assert choice_of(with_choice(others, choice, WIDTH, CITY), WIDTH, CITY) == choice


@given(columns, st.integers(-2, WIDTH - 1))
def test_prepared_features_are_the_chosen_columns(picked, label):
    raw = table()
    picked = tuple(column for column in picked if column != label)
    if not picked:
        return
    steps = with_choice((), Choice(picked, label), WIDTH, CITY)
    prepared = finish(preparing(raw, steps))
    np.testing.assert_array_equal(prepared.x[:], raw.x[:, list(picked)])
    assert prepared.label_name == (raw.feature_names[label] if label >= 0 else "")
    assert origins(prepared) == list(picked)


def test_one_hot_features_come_from_their_column():
    steps = (ChooseLabel(0), OneHot((1, 2)), PickColumns((0, 1, 2, 3, 4, 5)))
    raw = table()
    prepared = finish(preparing(raw, steps[:2]))
    # b, three cities, six different numbers of d, e
    assert origins(prepared) == [1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4]
    assert names_along(raw, (ChooseLabel(0), OneHot(), Scale())) == [
        ("a", "b", "city", "d", "e"),
        ("b", "city", "d", "e"),
        ("b", "city=Seoul", "city=Busan", "city=Daegu", "d", "e"),
    ]


def test_pixels_are_followed_into_another_order():
    raw = Dataset("pictures", np.arange(12.0).reshape(1, 12), Source("typed", {}), picture=Picture(2, 2, 3))
    # Red of all four pixels, then green, then blue.
    expected = [0, 3, 6, 9, 1, 4, 7, 10, 2, 5, 8, 11]
    prepared = finish(preparing(raw, (FlattenOrder("channels_first"),)))
    assert origins(prepared) == expected == prepared.x[0].tolist()
    back = finish(preparing(raw, (FlattenOrder("channels_first"), FlattenOrder("channels_last"))))
    assert origins(back) == list(range(12))


def test_what_cannot_be_followed_is_not_guessed():
    raw = table()
    assert origins(finish(preparing(raw, (Transpose(),)))) is None
    assert names_along(raw, (Transpose(), Scale()))[1] == ()
    assert names_along(raw, (OneHot((0,)), Scale()))[1] == ()  # how many values there are is not known
