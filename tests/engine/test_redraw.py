"""Redraw: another number gives other parameters; 0 gives those of before; released ones come back."""

import numpy as np
import pytest

from densegui.engine import Dense, Model


def test_redraw_0_draws_what_seed_and_id_alone_decide():
    layer = Model([Dense(3, input_dim=2, init="uniform", id=7)], seed=5, dtype="float64").parameters[0]
    rng = np.random.Generator(np.random.PCG64(np.random.SeedSequence([5, 7, 0])))
    np.testing.assert_array_equal(layer.weights, rng.uniform(-0.05, 0.05, (2, 3)))


def test_every_redraw_is_a_stream_of_its_own_and_the_same_each_time():
    drawn = [
        Model([Dense(3, input_dim=2, id=7, redraw=number)], seed=5).parameters[0].weights.tobytes()
        for number in (0, 1, 2, 1)
    ]
    assert len(set(drawn)) == 3
    assert drawn[1] == drawn[3]


@pytest.mark.parametrize(("value", "error"), [(-1, ValueError), (1.0, TypeError), (True, TypeError)])
def test_redraw_is_a_whole_number_of_0_or_more(value, error):
    with pytest.raises(error, match="redraw"):
        Dense(3, redraw=value)


def test_repr_says_it_where_it_matters():
    assert "redraw=2" in repr(Dense(3, redraw=2))
    assert "redraw" not in repr(Dense(3))


def test_release_frees_what_the_successor_does_not_share_and_it_comes_back():
    old = Model([Dense(3, input_dim=2), Dense(2), Dense(1)])
    given = old.with_parameters(2, weights=[[1], [2]])
    before = [p.weights.tobytes() for p in given.parameters]
    new = given.with_layers([given.layers[0], Dense(2, id=9), given.layers[2]])
    given.predict([[1.0, 2.0]])
    given.release(new)
    assert [given.is_drawn(i) for i in range(3)] == [True, False, True]
    assert not given.plans
    assert [p.weights.tobytes() for p in given.parameters] == before


def test_held_counts_given_arrays_and_no_drawn_ones():
    model = Model([Dense(3, input_dim=2), Dense(2)])
    assert sum(model.held().values()) == 0
    given = model.with_parameters(0, weights=np.ones((2, 3)))
    assert sum(given.held().values()) == 4 * (2 * 3 + 3)
