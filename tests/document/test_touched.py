"""Which blocks a change is about: those that came, changed or moved; else a neighbour of those that went."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.document import edits
from densegui.document.touched import touched
from densegui.engine import Dense, Model

MODEL = Model([Dense(8), Dense(6), Dense(4), Dense(2)], input_dim=4)
A, B, C, D = (layer.id for layer in MODEL.layers)


@pytest.mark.parametrize(
    ("edit", "forth", "back"),
    [
        (lambda m: edits.change(m, B, units=7), (B,), (B,)),
        (lambda m: edits.change(m, D, activation="tanh", name="last"), (D,), (D,)),
        (lambda m: edits.freeze(m, [A, C]), (A, C), (A, C)),
        (lambda m: edits.redraw(m, [C]), (C,), (C,)),
        (lambda m: edits.remove(m, [B]), (C,), (B,)),
        (lambda m: edits.remove(m, [D]), (C,), (D,)),
        (lambda m: edits.remove(m, [A, D]), (B,), (A, D)),
        (lambda m: edits.move(m, D, 0), (D,), (D,)),
        (lambda m: edits.move(m, A, 3), (A,), (A,)),
        (lambda m: edits.set_seed(m, 5), (), ()),
        (lambda m: edits.set_input_dim(m, 9), (), ()),
        (lambda m: m, (), ()),
    ],
)
def test_what_one_edit_and_its_undo_are_about(edit, forth, back):
    after = edit(MODEL)
    assert touched(MODEL, after) == forth
    assert touched(after, MODEL) == back


def test_new_blocks_are_what_it_is_about():
    after = edits.duplicate_many(MODEL, [A, B], 2)
    assert touched(MODEL, after) == tuple(layer.id for layer in after.layers[2:4])
    assert touched(after, MODEL) == (C,)


def test_of_two_neighbours_that_change_places_the_chosen_one_moved():
    after = edits.move(MODEL, B, 3)
    for chosen in (B, C):
        assert touched(MODEL, after, [chosen]) == (chosen,)
        assert touched(after, MODEL, [chosen]) == (chosen,)


def test_blocks_that_move_together_are_told_together():
    after = edits.move_many(MODEL, [A, B], 4)
    assert touched(MODEL, after, [A, B]) == (A, B)
    assert touched(after, MODEL, [A, B]) == (A, B)
    apart = edits.move_many(MODEL, [A, C], 4)
    assert set(touched(MODEL, apart, [A, C])) == {A, C}


def test_a_whole_other_stack_is_about_no_block_but_one():
    other = Model([Dense(3), Dense(1)], input_dim=2)
    assert touched(MODEL, other) == ()
    assert touched(Model(input_dim=4), Model([Dense(1)], input_dim=4)) == (1,)
    assert touched(Model([Dense(1)], input_dim=4), Model(input_dim=4)) == ()


def test_weights_are_compared_by_what_they_are_not_by_their_numbers():
    given = edits.set_parameters(MODEL, B, weights=np.ones((8, 6)))
    again = edits.change(given, A, activation="relu")
    assert touched(MODEL, given) == (B,)
    assert touched(given, again) == (A,)


@given(st.permutations([A, B, C, D]), st.sets(st.sampled_from([A, B, C, D])))
def test_any_order_is_about_blocks_that_are_there_and_have_moved(order, chosen):
    by_id = {layer.id: layer for layer in MODEL.layers}
    after = MODEL.with_layers([by_id[layer_id] for layer_id in order])
    found = touched(MODEL, after, chosen)
    assert set(found) <= {A, B, C, D}
    assert bool(found) == (order != [A, B, C, D])
