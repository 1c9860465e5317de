"""Edits are pure and keep every parameter that still fits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.document import clipping, edits, example
from densegui.engine import Dense, Model


def _ids(model):
    return [layer.id for layer in model.layers]


def test_example_is_the_lessons_stack():
    model = example()
    assert model.dims == (4, 8, 6, 1)
    assert model.connections == (32, 48, 6)
    assert model.parameter_counts == (40, 54, 7)
    assert [layer.activation.name for layer in model.layers] == ["relu", "relu", "sigmoid"]
    assert {layer.init.name for layer in model.layers} == {"uniform"}


@pytest.mark.parametrize(
    ("index", "dims"), [(0, (4, 5, 8, 6, 1)), (2, (4, 8, 6, 5, 1)), (3, (4, 8, 6, 1, 5))]
)
def test_insert_puts_the_block_into_the_gap(index, dims):
    assert edits.insert(example(), index, Dense(5)).dims == dims


def test_insert_ignores_the_input_size_of_the_block_it_is_given():
    assert edits.insert(example(), 1, Dense(5, input_dim=99)).dims == (4, 8, 5, 6, 1)


@pytest.mark.parametrize("index", [-1, 4])
def test_a_gap_that_does_not_exist_is_refused(index):
    with pytest.raises(IndexError, match="3 blocks"):
        edits.insert(example(), index, Dense(5))


@pytest.mark.parametrize(
    ("place", "gap", "dims"),
    [
        (0, 3, (4, 6, 1, 8)),
        (2, 0, (4, 1, 8, 6)),
        (1, 1, (4, 8, 6, 1)),
        (1, 2, (4, 8, 6, 1)),
        (0, 2, (4, 6, 8, 1)),
    ],
)
def test_move_counts_gaps_before_the_move(place, gap, dims):
    model = example()
    assert edits.move(model, _ids(model)[place], gap).dims == dims


def test_the_first_layer_alone_carries_the_input_size_wherever_blocks_go():
    model = example()
    moved = edits.move(model, _ids(model)[0], 3)
    assert [layer.input_dim for layer in moved.layers] == [4, None, None]


def test_changing_the_activation_keeps_the_weights_to_the_last_bit():
    model = example()
    changed = edits.change(model, _ids(model)[1], activation="tanh")
    for before, after in zip(model.parameters, changed.parameters, strict=True):
        assert before.weights is after.weights


def test_changing_units_redraws_this_block_and_the_next_alone():
    model = edits.insert(example(), 3, Dense(2))
    changed = edits.change(model, _ids(model)[1], units=9)
    assert changed.parameters[0] is model.parameters[0]
    assert changed.parameters[1].weights.shape == (8, 9)
    assert changed.parameters[2].weights.shape == (9, 1)
    assert changed.parameters[3] is model.parameters[3]


def test_given_parameters_survive_what_they_fit_and_are_drawn_where_not():
    model = example()
    weights = np.arange(6.0).reshape(6, 1)
    given_ = edits.set_parameters(model, _ids(model)[2], weights=weights, bias=[0.5])
    kept = edits.change(given_, _ids(model)[2], activation="linear")
    np.testing.assert_array_equal(kept.parameters[2].weights, weights)
    lost = edits.change(given_, _ids(model)[1], units=7)
    assert not lost.is_given(2)
    back = edits.draw_parameters(given_, _ids(model)[2])
    np.testing.assert_array_equal(back.parameters[2].weights, model.parameters[2].weights)


def test_removing_all_blocks_leaves_the_input():
    model = example()
    assert edits.remove(model, _ids(model)).dims == (4,)
    with pytest.raises(KeyError):
        edits.remove(model, [99])


def test_a_copy_has_an_id_of_its_own():
    model = example()
    copied = edits.duplicate(model, _ids(model)[1])
    assert copied.dims == (4, 8, 6, 6, 1)
    assert len(set(_ids(copied))) == 4


_step = st.one_of(
    st.tuples(st.just("insert"), st.integers(0, 20), st.integers(1, 40)),
    st.tuples(st.just("move"), st.integers(0, 20), st.integers(0, 20)),
    st.tuples(st.just("remove"), st.integers(0, 20), st.none()),
    st.tuples(st.just("duplicate"), st.integers(0, 20), st.integers(0, 20)),
    st.tuples(st.just("units"), st.integers(0, 20), st.integers(1, 40)),
    st.tuples(st.just("input"), st.integers(1, 40), st.none()),
)


def _apply(model, step):
    kind, one, two = step
    count = len(model.layers)
    if kind == "insert":
        return edits.insert(model, one % (count + 1), Dense(two))
    if kind == "input":
        return edits.set_input_dim(model, one)
    if not count:
        return model
    layer_id = _ids(model)[one % count]
    if kind == "move":
        return edits.move(model, layer_id, two % (count + 1))
    if kind == "remove":
        return edits.remove(model, [layer_id])
    if kind == "duplicate":
        return edits.duplicate(model, layer_id, two % (count + 1))
    return edits.change(model, layer_id, units=two)


@given(st.lists(_step, max_size=25))
def test_any_sequence_keeps_ids_unique_shapes_fitting_and_old_models_as_they_were(steps):
    model = example()
    seen = []
    for step in steps:
        seen.append((model, repr(model), [p.weights.tobytes() for p in model.parameters]))
        model = _apply(model, step)
        assert len(set(_ids(model))) == len(model.layers)
        for n_in, layer, parameters in zip(model.dims, model.layers, model.parameters, strict=False):
            assert parameters.weights.shape == (n_in, layer.units)
            assert parameters.bias.shape == (layer.units,)
        assert model.predict(np.zeros((2, model.input_dim))).shape == (2, model.output_dim)
    for old, text, weights in seen:
        assert repr(old) == text
        assert [p.weights.tobytes() for p in old.parameters] == weights


def test_removing_and_undoing_by_value_gives_the_same_weights():
    model = example()
    fresh = Model(model.layers, seed=0)
    for one, two in zip(model.parameters, fresh.parameters, strict=True):
        assert one.weights.tobytes() == two.weights.tobytes()


# Several blocks at once


@pytest.mark.parametrize(
    ("places", "gap", "dims"),
    [
        ((0, 1), 3, (4, 1, 8, 6)),
        ((0, 2), 1, (4, 8, 1, 6)),
        ((2, 0), 0, (4, 8, 1, 6)),
        ((1, 2), 0, (4, 6, 1, 8)),
        ((0, 1, 2), 2, (4, 8, 6, 1)),
        ((), 2, (4, 8, 6, 1)),
    ],
)
def test_blocks_move_together_and_keep_their_order(places, gap, dims):
    model = example()
    assert edits.move_many(model, [_ids(model)[place] for place in places], gap).dims == dims


def test_several_copies_go_into_one_gap_and_take_given_parameters_along():
    model = example()
    given_ = edits.set_parameters(model, _ids(model)[1], weights=np.ones((8, 6)), bias=np.ones(6))
    copied = edits.duplicate_many(given_, [_ids(model)[1], _ids(model)[0]], 3)
    assert copied.dims == (4, 8, 6, 1, 8, 6)
    assert [copied.is_given(place) for place in range(5)] == [False, True, False, False, True]
    np.testing.assert_array_equal(copied.parameters[4].weights, np.ones((8, 6)))


def test_parameters_that_do_not_fit_where_a_block_is_put_are_dropped():
    model = example()
    value = Model([Dense(2, input_dim=5)]).parameters[0]
    grown = edits.insert_many(model, 0, [Dense(5), Dense(2), Dense(4)], [value, value, None])
    assert grown.dims == (4, 5, 2, 4, 8, 6, 1)
    assert [grown.is_given(place) for place in range(3)] == [False, True, False]


# Redraw, freeze, thaw


def test_redraw_changes_the_numbers_of_one_block_alone():
    model = example()
    redrawn = edits.redraw(model, [_ids(model)[1]])
    same = [one.is_same(two) for one, two in zip(model.parameters, redrawn.parameters, strict=True)]
    assert same == [True, False, True]


def test_a_frozen_block_keeps_its_numbers_whatever_seed_and_init():
    model = example()
    layer_id = _ids(model)[1]
    frozen = edits.freeze(model, [layer_id])
    assert frozen.is_given(1)
    other = edits.change(edits.set_seed(frozen, 9), layer_id, init="he_normal")
    assert other.parameters[1].is_same(model.parameters[1])
    assert not other.parameters[0].is_same(model.parameters[0])
    assert edits.thaw(frozen, [layer_id]) == model


def test_lost_names_blocks_that_stay_without_their_given_parameters():
    model = edits.freeze(example(), _ids(example()))
    one, two, three = _ids(model)
    assert edits.lost(model, edits.change(model, one, units=9)) == ("dense_1", "dense_2")
    assert edits.lost(model, edits.change(model, one, activation="tanh")) == ()
    assert edits.lost(model, edits.remove(model, [two])) == ("dense_2",)
    assert edits.lost(model, edits.remove(model, [three])) == ()
    assert edits.lost(model, edits.set_input_dim(model, 5)) == ("dense_1",)
    assert edits.lost(model, edits.redraw(model, [three])) == ("dense_3",)


@pytest.mark.parametrize("edit", ["freeze", "thaw", "redraw", "copy", "remove"])
def test_an_edit_of_many_blocks_makes_no_model_for_each(monkeypatch, edit):
    model = Model([Dense(2, input_dim=2), *(Dense(2) for _ in range(39))])
    ids = [layer.id for layer in model.layers]
    frozen = edits.freeze(model, ids)
    made = []
    describe = Model._describe

    def counted(self, *arguments, **named):
        made.append(self)
        describe(self, *arguments, **named)

    monkeypatch.setattr(Model, "_describe", counted)
    monkeypatch.delattr(Model, "index_of")  # it looks through all blocks
    if edit == "copy":
        copied = edits.duplicate_many(frozen, ids, 40)
        assert len(copied.given) == 80
        assert copied.parameters[79].is_same(frozen.parameters[39])
    elif edit == "remove":
        assert edits.remove(frozen, ids[1:]).given.keys() == {ids[0]}
    else:
        edited = getattr(edits, edit)(frozen if edit == "thaw" else model, ids)
        assert len(edited.given) == (40 if edit == "freeze" else 0)
    assert len(made) <= 2


def test_a_clipping_looks_blocks_up_at_once(monkeypatch):
    model = Model([Dense(2, input_dim=2), *(Dense(2) for _ in range(39))])
    monkeypatch.delattr(Model, "index_of")
    clip = clipping.from_bytes(clipping.to_bytes(model, [layer.id for layer in reversed(model.layers)]))
    assert [layer.units for layer in clip.layers] == [2] * 40
