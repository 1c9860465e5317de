"""The session: what it says and when, with real threads and gates; the lessons' numbers through it."""

import threading

import numpy as np
import pytest

from densegui.data import Dataset, frozen_source
from densegui.document.presets import PRESETS
from densegui.engine import Activation, Dense
from densegui.ui import running
from densegui.ui.session import Session


@pytest.fixture
def session(qtbot):
    created = Session()
    yield created
    created.close()
    created.deleteLater()


def _dataset(x, name="typed"):
    x = np.asarray(x)
    return Dataset(name, x, frozen_source("file", path=f"/{name}"))


def _stack(session, *layers):
    """Makes the session's stack these layers, by the edits a person has."""
    session.remove_blocks([layer.id for layer in session.model.layers])
    session.set_input_dim(layers[0].input_dim)
    return [session.insert_block(index, layer) for index, layer in enumerate(layers)]


def _run(qtbot, session):
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    return session.result


# The lessons' numbers, through what the window uses


@pytest.mark.parametrize(
    ("layers", "connections", "parameters"),
    [
        ([Dense(8, input_dim=4), Dense(6), Dense(1)], (32, 48, 6), (40, 54, 7)),
        ([Dense(1, input_dim=3, activation="sigmoid")], (3,), (4,)),
        ([Dense(2, input_dim=3)], (6,), (8,)),
        ([Dense(3, input_dim=4, activation="softmax")], (12,), (15,)),
        ([Dense(4, input_dim=6, activation="relu")], (24,), (28,)),
    ],
)
def test_keras_style_blocks_have_the_lessons_numbers(layers, connections, parameters, session):
    _stack(session, *layers)
    assert session.model.connections == connections
    assert session.model.parameter_counts == parameters


def test_the_network_computed_by_hand(qtbot, session):
    ids = _stack(session, Dense(3, 2, activation="sigmoid"), Dense(2, activation="sigmoid"), Dense(2))
    session.set_parameters(ids[0], [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], [0.1, 0.2, 0.3])
    session.set_parameters(ids[1], [[0.1, 0.4], [0.2, 0.5], [0.3, 0.6]], [0.1, 0.2])
    session.set_parameters(ids[2], [[0.1, 0.3], [0.2, 0.4]], [0.1, 0.2])
    session.set_dataset(_dataset([[1.0, 0.5]]))
    result = _run(qtbot, session)
    np.testing.assert_allclose(result.outputs, [[0.31682708, 0.69627909]], rtol=1e-5)
    first, second, _ = session.inspection.minibatch.trace.layers
    np.testing.assert_allclose(first.z, [[0.3, 0.7, 1.1]], rtol=1e-5)
    np.testing.assert_allclose(first.a, [[0.57444252, 0.66818777, 0.75026011]], rtol=1e-5)
    np.testing.assert_allclose(second.z, [[0.51615984, 1.21402696]], rtol=1e-5)
    np.testing.assert_allclose(second.a, [[0.62624937, 0.7710107]], rtol=1e-5)


_CORNERS = [[0, 0], [1, 0], [0, 1], [1, 1]]


@pytest.mark.parametrize(
    ("weights", "bias", "truth"),
    [
        ((0.5, 0.5), -0.7, (0, 0, 0, 1)),
        ((-0.5, -0.5), 0.7, (1, 1, 1, 0)),
        ((0.5, 0.5), -0.2, (0, 1, 1, 1)),
    ],
    ids=["and", "nand", "or"],
)
def test_perceptrons(weights, bias, truth, qtbot, session):
    (neuron,) = _stack(session, Dense(1, input_dim=2, activation="step"))
    session.set_parameters(neuron, np.reshape(weights, (2, 1)), [bias])
    session.set_dataset(_dataset(_CORNERS))
    np.testing.assert_array_equal(_run(qtbot, session).outputs[:, 0], truth)


def test_xor_is_nand_and_or_side_by_side_then_and(qtbot, session):
    hidden, output = _stack(session, Dense(2, input_dim=2, activation="step"), Dense(1, activation="step"))
    session.set_parameters(hidden, [[-0.5, 0.5], [-0.5, 0.5]], [0.7, -0.2])
    session.set_parameters(output, [[0.5], [0.5]], [-0.7])
    session.set_dataset(_dataset(_CORNERS))
    np.testing.assert_array_equal(_run(qtbot, session).outputs[:, 0], [0, 1, 1, 0])


def test_samples_in_columns_are_turned(qtbot, session):
    init = "standard_normal"
    _stack(
        session,
        Dense(4, 5, init, "sigmoid", bias_init=init),
        Dense(30, None, init, "sigmoid", bias_init=init),
    )
    session.set_dataset(_dataset(np.arange(80.0).reshape(5, 16) / 80))
    assert session.mismatch == "typed has 16 features, but the stack takes in 5."
    session.transpose_data()
    assert session.mismatch == ""
    assert session.dataset.samples_in_columns
    result = _run(qtbot, session)
    assert result.outputs.T.shape == (30, 16)
    assert [p.weights.shape for p in session.model.parameters] == [(5, 4), (4, 30)]


# What is said, and when


def test_no_data_is_said(qtbot, session):
    with qtbot.waitSignal(session.run_failed) as said:
        session.run_forward()
    assert "no data" in said.args[0]


def test_a_wrong_inner_dimension_names_both_shapes_before_anything_is_run(qtbot, session):
    session.set_dataset(_dataset(np.zeros((7, 5))))
    with qtbot.waitSignal(session.run_failed) as said:
        session.run_forward()
    assert "(7, 5)" in said.args[0]
    assert "(4, 8)" in said.args[0]
    assert not session.is_running


def test_a_result_holds_for_this_stack_and_these_data_alone(qtbot, session):
    session.set_dataset(_dataset(np.ones((3, 4))))
    result = _run(qtbot, session)
    first = session.model.layers[0].id
    session.change_block(first, "units", 9)
    assert session.result is None
    assert session.last_result is result
    session.undo()
    assert session.result is result
    session.set_dataset(_dataset(np.ones((3, 4))))
    assert session.result is None


def test_changes_of_one_field_are_one_step_and_say_which(session):
    first, second, _ = (layer.id for layer in session.model.layers)
    for units in (9, 10, 11):
        session.change_block(second, "units", units)
    assert session.undo_label == "change units of dense_2"
    session.change_block(first, "activation", Activation("tanh"))
    assert session.undo_label == "change activation of dense_1"
    session.undo()
    session.undo()
    assert session.model.dims == (4, 8, 6, 1)
    assert session.undo_label is None


def test_editing_during_a_run_drops_its_result(qtbot, session, monkeypatch):
    reached, go_on = threading.Event(), threading.Event()

    def gated(model, x, labels=None, batch_size=None):
        reached.set()
        go_on.wait(20)
        yield from iter(())
        return model.run(x)

    monkeypatch.setattr(running, "run", gated)
    session.set_dataset(_dataset(np.ones((3, 4))))
    session.run_forward()
    assert reached.wait(20)
    assert session.is_running
    session.change_block(session.model.layers[0].id, "units", 5)
    with qtbot.waitSignal(session.running_changed, check_params_cb=lambda running: not running):
        go_on.set()
    assert session.result is None
    assert session.last_result is None


def test_a_newer_run_wins_whichever_ends_first(qtbot, session, monkeypatch):
    gates = [threading.Event(), threading.Event()]
    given = iter(gates)

    def gated(model, x, labels=None, batch_size=None):
        next(given).wait(20)
        yield from iter(())
        return model.run(x)

    monkeypatch.setattr(running, "run", gated)
    session.set_dataset(_dataset(np.ones((3, 4))))
    session.run_forward()
    session.set_dataset(_dataset(np.ones((5, 4))))
    session.run_forward()
    gates[1].set()
    gates[0].set()
    qtbot.waitUntil(lambda: session.result is not None)
    assert session.result.rows == 5


def test_an_error_in_a_run_is_never_dropped(qtbot, session, monkeypatch):
    def broken(model, x, labels=None, batch_size=None):
        yield from iter(())
        raise ValueError("x is not what it seems")

    monkeypatch.setattr(running, "run", broken)
    session.set_dataset(_dataset(np.ones((3, 4))))
    with qtbot.waitSignal(session.run_failed) as said:
        session.run_forward()
    assert said.args == ["x is not what it seems"]
    assert not session.is_running


def test_a_run_can_be_cancelled(qtbot, session):
    session.set_dataset(_dataset(np.ones((200_000, 4))))
    with qtbot.waitSignal(session.run_progressed):
        session.run_forward()
    if session.is_running:
        said = []
        session.noted.connect(said.append)
        with qtbot.waitSignal(session.running_changed, check_params_cb=lambda running: not running):
            session.cancel_run()
        assert said == ["The run was cancelled."]


def test_closing_while_a_run_goes_on_waits_for_its_end(qtbot):
    session = Session()
    session.set_dataset(_dataset(np.ones((500_000, 4))))
    session.run_forward()
    session.close()
    session.deleteLater()


# Files


def test_what_is_saved_opens_with_the_same_numbers(qtbot, session, tmp_path):
    (tmp_path / "own.csv").write_text("a,b,c,d\n1,2,3,4\n5,6,7,8\n")
    with qtbot.waitSignal(session.dataset_changed):
        session.load_data(tmp_path / "own.csv")
    outputs = _run(qtbot, session).outputs
    path = tmp_path / "stack.densegui"
    with qtbot.waitSignal(session.saved):
        session.save(path)
    assert not session.is_modified
    assert session.path == path
    session.new()
    assert session.model.dims == (4,)
    assert session.path is None
    with qtbot.waitSignal(session.model_changed):
        session.open(path)
    assert session.dataset.name == "own.csv"
    np.testing.assert_array_equal(_run(qtbot, session).outputs, outputs)


def test_a_project_whose_data_are_gone_opens_says_so_and_keeps_their_place(qtbot, session, tmp_path):
    data = tmp_path / "own.csv"
    data.write_text("a,b,c,d\n1,2,3,4\n")
    with qtbot.waitSignal(session.dataset_changed):
        session.load_data(data)
    path = tmp_path / "stack.densegui"
    with qtbot.waitSignal(session.saved):
        session.save(path)
    data.unlink()
    with qtbot.waitSignal(session.noted) as noted:
        session.open(path)
    assert "own.csv" in noted.args[0]
    with qtbot.waitSignal(session.saved):
        session.save(path)
    data.write_text("a,b,c,d\n1,2,3,4\n")
    with qtbot.waitSignal(session.dataset_changed):
        session.open(path)
    assert session.dataset.rows == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("x.csv", b"", "empty"),
        ("x.csv", b"a,b\n", "a, b"),
        ("x.csv", bytes(range(256)), "x.csv"),
        ("x.npy", b"\x93NUMPY\x01\x00", "x.npy"),
    ],
)
def test_bad_data_leave_the_former_data_in_place(name, content, words, qtbot, session, tmp_path):
    before = _dataset(np.ones((3, 4)))
    session.set_dataset(before)
    (tmp_path / name).write_bytes(content)
    with qtbot.waitSignal(session.failed) as said:
        session.load_data(tmp_path / name)
    assert words in said.args[0]
    assert session.dataset is before


def test_a_bad_project_changes_nothing(qtbot, session, tmp_path):
    path = tmp_path / "x.densegui"
    path.write_bytes(b"not a project")
    model = session.model
    with qtbot.waitSignal(session.failed) as said:
        session.open(path)
    assert "x.densegui" in said.args[0]
    assert session.model is model
    assert session.path is None


def test_a_failed_save_is_said_and_leaves_the_mark_of_change(qtbot, session, tmp_path):
    session.set_seed(5)
    with qtbot.waitSignal(session.failed) as said:
        session.save(tmp_path / "no" / "x.densegui")
    assert "could not be saved" in said.args[0]
    assert session.is_modified


def test_random_data_with_one_seed_are_the_same(qtbot, session):
    source = frozen_source("normal", rows=6, features=4, seed=3, mean=0.0, stddev=1.0)
    seen = []
    for _ in range(2):
        with qtbot.waitSignal(session.dataset_changed):
            session.draw_data(source, "random")
        seen.append(session.dataset.x)
    np.testing.assert_array_equal(*seen)
    assert session.undo_label.startswith("load")


# Several blocks, redraw and freeze


def _dims(session):
    return session.model.dims


def _blocks(session):
    return [layer.id for layer in session.model.layers]


def test_edits_of_several_blocks_are_one_step_each(session):
    one, two, three = _blocks(session)
    session.move_blocks([one, two], 3)
    assert _dims(session) == (4, 1, 8, 6)
    copies = session.duplicate_blocks([one, two], 0)
    assert _dims(session) == (4, 8, 6, 1, 8, 6)
    assert list(copies) == _blocks(session)[:2]
    added = session.insert_blocks(5, [Dense(7), Dense(2)])
    assert _dims(session) == (4, 8, 6, 1, 8, 6, 7, 2)
    assert list(added) == _blocks(session)[5:]
    for expected in [(4, 8, 6, 1, 8, 6), (4, 1, 8, 6), (4, 8, 6, 1)]:
        session.undo()
        assert _dims(session) == expected
    assert session.undo_label is None
    assert _blocks(session) == [one, two, three]


def test_an_empty_stack_takes_the_input_size_of_what_is_put_there(session):
    session.remove_blocks(_blocks(session))
    session.insert_blocks(0, [Dense(3)], input_dim=9)
    assert _dims(session) == (9, 3)
    session.insert_blocks(1, [Dense(2)], input_dim=5)
    assert _dims(session) == (9, 3, 2)


def test_redraw_freeze_and_unfreeze_are_steps_that_undo_restores_to_the_last_bit(session):
    layer_id = _blocks(session)[0]
    first = session.model.parameters[0].weights.tobytes()
    session.redraw_blocks([layer_id])
    second = session.model.parameters[0].weights.tobytes()
    assert first != second
    assert session.undo_label == "redraw weights of dense_1"
    session.freeze_blocks([layer_id])
    session.set_seed(5)
    assert session.model.parameters[0].weights.tobytes() == second
    session.thaw_blocks([layer_id])
    assert session.model.parameters[0].weights.tobytes() not in {first, second}
    for _ in range(4):
        session.undo()
    assert session.model.parameters[0].weights.tobytes() == first
    for _ in range(3):
        session.redo()
    assert session.model.parameters[0].weights.tobytes() == second


@pytest.mark.parametrize(
    "change",
    [
        lambda s, ids: s.change_block(ids[0], "units", 9),
        lambda s, ids: s.move_block(ids[2], 1),
        lambda s, ids: s.insert_block(1, Dense(3)),
        lambda s, ids: s.insert_blocks(1, [Dense(3), Dense(2)]),
        lambda s, ids: s.duplicate_block(ids[2], 1),
        lambda s, ids: s.duplicate_blocks([ids[2]], 1),
        lambda s, ids: s.remove_blocks([ids[0]]),
        lambda s, ids: s.redraw_blocks(ids),
    ],
)
def test_what_cannot_keep_frozen_weights_asks_first(change, session, qtbot):
    ids = _blocks(session)
    session.freeze_blocks(ids[1:2])
    before = session.model
    asked = []
    answers = [False, True]
    session.ask_lose_weights = lambda names: asked.append(names) or answers.pop(0)
    with qtbot.waitSignal(session.model_changed):  # so that widgets show what there is
        given_up = change(session, ids)
    assert session.model is before
    assert given_up in (None, (), False)
    change(session, ids)
    assert not any(session.model.is_given(place) for place in range(len(session.model.layers)))
    session.undo()
    assert session.model.is_given(1)
    assert len(asked) == 2
    assert asked[0][0].startswith("dense_")


def test_what_keeps_frozen_weights_or_gives_them_back_on_purpose_does_not_ask(session):
    ids = _blocks(session)
    session.freeze_blocks(ids[:1])
    session.ask_lose_weights = lambda names: pytest.fail(f"asked for {names}")
    session.set_seed(4)
    session.change_block(ids[0], "activation", "tanh")
    session.insert_block(3, Dense(2))
    session.remove_blocks(ids[1:2])
    session.thaw_blocks(ids[:1])
    session.undo()
    session.remove_blocks(ids[:1])


# Presets


def test_opening_a_preset_is_one_step_with_its_data(qtbot, session):
    before = session.model
    with qtbot.waitSignal(session.dataset_changed):
        session.open_preset(PRESETS["xor"], "XOR")
    assert session.model.dims == (2, 2, 1)
    assert session.dataset.name == "XOR"
    assert session.undo_label == "open preset XOR"
    np.testing.assert_array_equal(_run(qtbot, session).outputs, [[0], [1], [1], [0]])
    session.undo()
    assert session.model == before
    assert session.dataset is None
    session.redo()
    assert session.dataset.name == "XOR"


def test_an_own_preset_is_kept_and_opened(qtbot, session, tmp_path):
    session.set_seed(9)
    kept = session.model
    with qtbot.waitSignal(session.noted) as noted:
        session.keep_preset(tmp_path / "presets", "mine")
    assert noted.args == ["mine is kept as a preset."]
    with qtbot.waitSignal(session.failed) as failed:
        session.keep_preset(tmp_path / "presets", "mine")
    assert "mine already" in failed.args[0]
    session.remove_blocks(_blocks(session))
    with qtbot.waitSignal(session.model_changed):
        session.open_preset(tmp_path / "presets" / "mine.densegui", "mine")
    assert session.model == kept
    assert session.path is None


def test_a_preset_that_is_gone_changes_nothing_and_is_said(qtbot, session, tmp_path):
    before = session.model
    with qtbot.waitSignal(session.failed):
        session.open_preset(tmp_path / "gone.densegui", "gone")
    assert session.model is before
