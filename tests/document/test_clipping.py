"""Clippings: blocks and given weights come back to the last bit; foreign bytes are refused."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from densegui.document import clipping, edits, example
from densegui.engine import Dense, Model


def _plain(layers):
    return [(layer.units, layer.activation, layer.init, layer.name, layer.redraw) for layer in layers]


def test_blocks_come_back_with_the_weights_that_were_given():
    model = example().with_parameters(1, weights=np.full((8, 6), np.pi))
    clip = clipping.from_bytes(clipping.to_bytes(model, [layer.id for layer in model.layers[1:]]))
    assert _plain(clip.layers) == _plain(model.layers[1:])
    assert clip.given[0].is_same(model.parameters[1])
    assert clip.given[1] is None
    pasted = edits.insert_many(example(), 1, clip.layers, clip.given)
    assert [pasted.is_given(place) for place in range(5)] == [False, True, False, False, False]


def test_large_weights_stay_behind_and_it_is_said():
    model = Model([Dense(500, input_dim=500), Dense(1)], seed=1)
    frozen = edits.freeze(model, [layer.id for layer in model.layers])
    data = clipping.to_bytes(frozen, [layer.id for layer in model.layers])
    clip = clipping.from_bytes(data)
    assert len(data) < 10_000
    assert clip.given[0] is None
    assert clip.notes == ("The weights of Dense(500), Dense(1) were too large to copy; they are drawn.",)


def _damaged(change):
    model = example()
    content = json.loads(clipping.to_bytes(edits.freeze(model, [model.layers[0].id]), [model.layers[0].id]))
    change(content)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"[" * 100_000,
        b"{}",
        b" " * 9_000_000,
        _damaged(lambda c: c.update(format=2)),
        _damaged(lambda c: c.update(blocks=[{}])),
        _damaged(lambda c: c.update(blocks=c["blocks"] * 1001)),
        _damaged(lambda c: c["blocks"][0].update(units=7)),
        _damaged(lambda c: c["blocks"][0].update(units=10**9)),
        _damaged(lambda c: c["blocks"][0].update(activation={"name": "none"})),
        _damaged(lambda c: c["blocks"][0]["given"].update(dtype="O")),
        _damaged(lambda c: c["blocks"][0]["given"].update(weights="")),
        _damaged(lambda c: c["blocks"][0]["given"].update(weights="AAA")),
        _damaged(lambda c: c["blocks"][0]["given"].update(bias=5)),
    ],
)
def test_foreign_bytes_are_refused(data):
    with pytest.raises(ValueError, match=r".+"):
        clipping.from_bytes(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_clip_or_refused(data):
    try:
        clipping.from_bytes(data)
    except ValueError:
        return
    raise AssertionError("random bytes were taken for blocks")
