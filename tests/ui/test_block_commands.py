"""What the actions on blocks do beyond the edit: what they select, ask for, and leave to the background."""

import pytest
from PySide6.QtGui import QGuiApplication

from densegui.document import presets, storage
from densegui.document.storage import Project
from densegui.engine import Dense, Model

WIDE = 40_000  # 40,000 × 40,000 numbers of 4 bytes are 6.4 GB, which nobody draws here


@pytest.fixture
def wide(window):
    """A stack whose next wide block needs gigabytes, and no question asked yet."""
    session = window.session
    session.insert_blocks(0, [Dense(WIDE), Dense(1), Dense(WIDE)])
    window.commands.questions.asked.clear()
    return session


def _ids(session):
    return [layer.id for layer in session.model.layers]


def _asked(window, name):
    return [arguments for asked, arguments in window.commands.questions.asked if asked == name]


def test_undo_and_redo_select_what_they_are_about(window):
    session, commands, stack = window.session, window.commands, window.stack
    first, second, third = _ids(session)
    session.change_block(second, "units", 7)
    session.move_block(third, 0)
    session.remove_blocks([first])
    stack.select(None)
    for go, expected in (
        (commands.undo, first),
        (commands.undo, third),
        (commands.undo, second),
        (commands.redo, second),
        (commands.redo, third),
    ):
        go()
        assert stack.selected_ids() == (expected,)
    commands.redo()
    assert stack.selected_ids() == (second,)  # the neighbour of what went


def test_undo_of_the_seed_leaves_the_selection(window):
    stack, session = window.stack, window.session
    stack.select(_ids(session)[1])
    session.set_seed(4)
    window.commands.undo()
    assert stack.selected_ids() == (_ids(session)[1],)


def _insert(window):
    window.session.insert_block(1, Dense(WIDE))


def _move(window):
    ids = _ids(window.session)
    window.session.move_block(ids[2], 1)


def _duplicate(window):
    window.session.duplicate_block(_ids(window.session)[0])


def _remove(window):
    window.session.remove_blocks([_ids(window.session)[1]])


def _paste(window):
    QGuiApplication.clipboard().setText(f"Dense({WIDE})")
    window.stack.select(_ids(window.session)[0])
    window.commands.paste_blocks()


@pytest.mark.parametrize("act", [_insert, _move, _duplicate, _remove, _paste])
@pytest.mark.parametrize("agrees", [False, True])
def test_gigabytes_are_asked_for(window, wide, act, agrees):
    window.commands.questions.answers["ask_much_memory"] = agrees
    before = wide.model
    act(window)
    (((name,), count),) = _asked(window, "ask_much_memory")
    assert name.startswith("dense_")
    assert count == WIDE * WIDE * 4
    assert (wide.model != before) == agrees
    assert [brick.id for brick in wide.model.layers] == list(window.stack._rows.layer_ids)


def test_what_takes_gigabytes_already_is_not_asked_for_again(window, wide):
    window.commands.questions.answers["ask_much_memory"] = True
    _move(window)
    wide.set_seed(3)
    wide.change_block(_ids(wide)[0], "activation", "tanh")
    wide.insert_block(0, Dense(2))
    assert len(_asked(window, "ask_much_memory")) == 1


def test_an_input_size_from_the_data_is_weighed(window, monkeypatch):
    session = window.session
    session.change_block(_ids(session)[0], "units", 1_000_000)
    session.set_input_dim(3)
    monkeypatch.setattr("densegui.ui.builder.weight_memory.MOST_BYTES", 15_000_000)
    window.commands.questions.answers["ask_much_memory"] = False
    window.commands.set_input_size()
    assert _asked(window, "ask_much_memory") == [(("dense_1",), 16_000_000)]
    assert session.model.input_dim == 3


def test_a_preset_is_weighed(window, qtbot, tmp_path):
    path = tmp_path / "large.densegui"
    storage.save(path, Project(Model([Dense(9)], input_dim=WIDE), None))
    answers = window.commands.questions.answers
    answers["ask_much_memory"] = False
    session = window.session
    before = session.model
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("densegui.ui.builder.weight_memory.MOST_BYTES", 1_000_000)
        session.open_preset(path, "large")
        qtbot.waitUntil(lambda: bool(_asked(window, "ask_much_memory")))
    assert session.model is before


def test_a_preset_of_a_name_that_is_taken_is_replaced_when_agreed(window, qtbot, tmp_path):
    commands, session = window.commands, window.session
    commands.presets_folder = tmp_path
    commands.questions.answers["ask_preset_name"] = "Mine"
    with qtbot.waitSignal(session.noted):
        commands.save_preset()
    session.set_seed(9)
    commands.questions.answers |= {"ask_preset_name": " mine", "ask_replace_preset": False}
    commands.save_preset()
    assert _asked(window, "ask_replace_preset") == [("Mine",)]
    assert storage.load(tmp_path / "Mine.densegui").model.seed == 0
    commands.questions.answers["ask_replace_preset"] = True
    with qtbot.waitSignal(session.noted):
        commands.save_preset()
    assert [path.name for path in presets.saved(tmp_path)] == ["Mine.densegui"]
    assert storage.load(tmp_path / "Mine.densegui").model.seed == 9
