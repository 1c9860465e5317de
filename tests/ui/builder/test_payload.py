"""What a drag carries survives the way, and nothing else gets in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl

from densegui.engine import ACTIVATIONS, INITIALIZERS, Activation, Dense, Initializer
from densegui.ui.builder import payload


def _mime(content):
    mime = QMimeData()
    mime.setData("application/x-densegui-block", content)
    return mime


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_new_block_comes_out_as_it_went_in(activation):
    block = Dense(12, activation=activation, name="숨은 층")
    assert payload.read(payload.new_block(block), "here") == block


@pytest.mark.parametrize("init", INITIALIZERS)
def test_initialisers_come_out_as_they_went_in(init):
    block = Dense(3, init=init, bias_init=init, use_bias=False)
    assert payload.read(payload.new_block(block), "here") == block


def test_parameters_come_along():
    block = Dense(
        1_000_000,
        activation=Activation("leaky_relu", alpha=0.01),
        init=Initializer("uniform", minval=-2, maxval=3),
    )
    assert payload.read(payload.new_block(block), "here") == block


def test_identity_and_input_size_stay_behind():
    found = payload.read(payload.new_block(Dense(8, input_dim=4, id=7)), "here")
    assert found == Dense(8)


def test_move_belongs_to_its_stack():
    mime = payload.moving_blocks([5, 3], "here")
    assert json.loads(mime.data(payload.MIME_TYPE).data()) == {"move": [5, 3], "window": "here"}
    assert payload.read(mime, "here") == (5, 3)
    assert payload.read(mime, "elsewhere") is None
    assert payload.read(mime, None) == (5, 3)


def test_only_some_blocks_give_their_activation():
    block = Dense(8, activation=Activation("leaky_relu", alpha=0.1))
    assert payload.given_activation(payload.new_block(block, gives_activation=True)) == block.activation
    assert payload.given_activation(payload.new_block(block)) is None
    assert payload.given_activation(payload.moving_blocks([5], "here")) is None
    assert payload.given_activation(QMimeData()) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"{}",
        b'{"move": ["1"], "window": "here"}',
        b'{"move": [true], "window": "here"}',
        b'{"move": [1]}',
        b'{"new": null}',
        b'{"new": {"units": 3}}',
        b"[" * 60_000,
        b'{"move": 1, "window": "here"}',
        b'{"move": [], "window": "here"}',
        b'{"move": [1, "2"], "window": "here"}',
        b'{"move": [1], "window": "here"}' + b" " * 70_000,
    ],
)
def test_what_does_not_belong_is_refused(content):
    assert payload.read(_mime(content), "here") is None


@pytest.mark.parametrize(
    "changed",
    [
        {"units": 0},
        {"units": 1.5},
        {"activation": {"name": "nonsense", "parameters": {}}},
        {"init": {"name": "uniform", "parameters": {"minval": "a"}}},
        {"name": 3},
    ],
)
def test_blocks_that_cannot_be_are_refused(changed):
    mime = payload.new_block(Dense(8))
    content = json.loads(mime.data(payload.MIME_TYPE).data())
    content["new"].update(changed)
    assert payload.read(_mime(json.dumps(content).encode()), "here") is None


@given(st.binary(max_size=200))
def test_noise_is_refused(content):
    assert payload.read(_mime(content), "here") is None


def test_files_and_text_are_not_blocks():
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("iris.csv")])
    mime.setText('{"new": {"units": 8}}')
    assert payload.read(mime, "here") is None
