"""Undo over every kind of edit: back and forth to the last bit, 500 steps deep, in bounded memory."""

import random
import tempfile
import tracemalloc
from dataclasses import replace
from pathlib import Path

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from densegui.document import Document, Project, State, document, edits, example, storage
from densegui.document.presets import PRESETS
from densegui.engine import Dense, Model

_numbers = st.integers(0, 20)
_kinds = [
    "insert", "insert_many", "move", "move_many", "duplicate", "duplicate_many", "remove", "units",
    "activation", "init", "bias", "name", "input", "seed", "parameters", "redraw", "freeze", "thaw",
    "preset", "dtype", "paste",
]  # fmt: skip
_steps = st.tuples(st.sampled_from(_kinds), _numbers, _numbers)


def _change_stack(model, kind, one, two):
    if kind == "insert":
        return edits.insert(model, one % (len(model.layers) + 1), Dense(two + 1))
    if kind == "insert_many":
        return edits.insert_many(model, one % (len(model.layers) + 1), [Dense(two + 1), Dense(one + 1)])
    if kind == "paste":  # with its weights
        copied = model.layers[:1]
        return edits.insert_many(model, one % (len(model.layers) + 1), copied, model.parameters[:1])
    if kind == "input":
        return edits.set_input_dim(model, one + 1)
    if kind == "seed":
        return edits.set_seed(model, one)
    if kind == "dtype":
        return model.with_dtype("float64" if one % 2 else "float32")
    return PRESETS[sorted(PRESETS)[one % len(PRESETS)]].make()


_FIELDS = {
    "units": lambda two: {"units": two + 1},
    "activation": lambda two: {"activation": ["relu", "step", "softmax"][two % 3]},
    "init": lambda two: {"init": ["uniform", "ones", "he_normal"][two % 3]},
    "bias": lambda two: {"use_bias": bool(two % 2), "bias_init": ["zeros", "uniform"][two // 2 % 2]},
    "name": lambda two: {"name": f"block {two}"},
}


def _change_blocks(model, kind, one, two):
    ids = [layer.id for layer in model.layers]
    chosen = ids[one % len(ids)]
    several = [layer_id for place, layer_id in enumerate(ids) if (one >> place % 5) & 1] or [chosen]
    gap = two % (len(ids) + 1)
    if kind in _FIELDS:
        return edits.change(model, chosen, **_FIELDS[kind](two))
    if kind == "parameters":
        place = model.index_of(chosen)
        values = np.full((model.dims[place], model.dims[place + 1]), np.pi * two)
        return edits.set_parameters(model, chosen, weights=values)
    if kind == "remove":
        return edits.remove(model, several)
    if kind in {"redraw", "freeze", "thaw"}:
        return getattr(edits, kind)(model, several)
    if kind.endswith("_many"):
        return getattr(edits, kind)(model, several, gap)
    return getattr(edits, kind)(model, chosen, gap)


def _apply(model, step):
    kind = step[0]
    if kind in {"insert", "insert_many", "paste", "input", "seed", "dtype", "preset"}:
        return _change_stack(model, *step)
    return _change_blocks(model, *step) if model.layers else model


def _bits(model):
    return [(p.weights.tobytes(), p.bias.tobytes()) for p in model.parameters]


def _check_shapes(model):
    ids = [layer.id for layer in model.layers]
    assert len(set(ids)) == len(ids)
    for n_in, layer, parameters in zip(model.dims, model.layers, model.parameters, strict=False):
        assert parameters.weights.shape == (n_in, layer.units)
        assert parameters.bias.shape == (layer.units,)
    assert model.predict(np.zeros((1, model.input_dim))).shape == (1, model.output_dim)


@settings(deadline=None)
@given(st.lists(_steps, max_size=12))
def test_undo_and_redo_of_any_edits_are_identity_to_the_last_bit(steps):
    history = Document(State(example()))
    seen = [(history.state.model, _bits(history.state.model))]
    for step in steps:
        model = _apply(history.state.model, step)
        if model != history.state.model:
            history.commit(State(model), step[0])
            seen.append((model, _bits(model)))
        _check_shapes(model)
    for model, bits in reversed(seen):
        assert history.state.model == model
        assert _bits(history.state.model) == bits
        history.undo()
    assert history.undo_label is None
    for model, bits in seen:
        assert history.state.model == model
        assert _bits(history.state.model) == bits
        history.redo()


@settings(deadline=None, max_examples=40)
@given(st.lists(_steps, max_size=8))
def test_what_is_saved_after_any_edit_is_opened_again(steps):
    model = example()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stack.densegui"
        for step in steps:
            model = _apply(model, step)
            storage.save(path, Project(model, None))
            opened = storage.load(path).model
            assert opened == model
            assert _bits(opened) == _bits(model)


def test_500_edits_of_all_kinds_are_undone_and_redone_to_the_last_bit():
    dice = random.Random(0)
    history = Document(State(example()))
    seen = [(history.state.model, _bits(history.state.model))]
    while len(seen) <= 500:
        kind = dice.choice(
            [kind for kind in _kinds if kind not in {"preset", "insert_many", "duplicate_many"}]
        )
        model = _apply(history.state.model, (kind, dice.randrange(21), dice.randrange(21)))
        if model == history.state.model or len(model.layers) > 12:
            continue
        history.commit(State(model), kind)
        seen.append((model, _bits(model)))
    for model, bits in reversed(seen):
        assert history.state.model == model
        assert _bits(history.state.model) == bits
        history.undo()
    assert history.undo_label is None
    for model, bits in seen:
        assert history.state.model == model
        assert _bits(history.state.model) == bits
        history.redo()
    assert history.redo_label is None


def test_a_step_costs_its_description_alone():
    model = Model([Dense(8) for _ in range(200)], input_dim=4)
    history = Document(State(model))
    tracemalloc.start()
    try:
        for number in range(200):
            changed = edits.change(history.state.model, model.layers[1].id, units=20 + number % 50)
            history.commit(State(changed), "change units")
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert held / 200 < 8_000


def test_600_steps_are_undone_and_hold_no_drawn_weights():
    model = Model([Dense(64, input_dim=32), Dense(8)])
    history = Document(State(model))
    first = _bits(model)
    models = [model]
    for seed in range(1, 601):
        models.append(history.state.model.with_seed(seed))
        history.commit(State(models[-1]), "change seed")
        models[-1].parameters[0].weights.sum()
    assert [any(old.is_drawn(k) for k in (0, 1)) for old in models].count(True) == 1
    for _ in range(600):
        history.undo()
    assert history.undo_label is None
    assert _bits(history.state.model) == first


def test_given_weights_in_old_steps_are_bounded_by_the_budget(monkeypatch):
    size = 4 * (100 * 50 + 50)
    monkeypatch.setattr(document, "UNDO_BYTES", 10 * size)
    history = Document(State(Model([Dense(50, input_dim=100)])))
    layer_id = history.state.model.layers[0].id
    for number in range(40):
        weights, bias = np.full((100, 50), number), np.full(50, number)
        model = edits.set_parameters(history.state.model, layer_id, weights=weights, bias=bias)
        history.commit(replace(history.state, model=model), "weights")
    undone = 0
    while history.undo_label is not None:
        history.undo()
        undone += 1
    assert undone == 10
    assert history.state.model.parameters[0].weights[0, 0] == 29


def test_edits_that_share_given_weights_cost_nothing(monkeypatch):
    monkeypatch.setattr(document, "UNDO_BYTES", 0)
    model = edits.freeze(example(), [layer.id for layer in example().layers])
    history = Document(State(model))
    layer_id = model.layers[0].id
    for number in range(500):
        activation = "tanh" if number % 2 else "relu"
        name = f"name {number}"
        changed = edits.change(history.state.model, layer_id, activation=activation, name=name)
        history.commit(State(changed), "change")
    for _ in range(500):
        history.undo()
    assert history.state.model == model
