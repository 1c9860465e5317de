"""History: undo is identity, redo too; changes of one field in a row are one step."""

from hypothesis import given
from hypothesis import strategies as st

from densegui.document.history import MAX_STEPS, History


def test_labels_say_what_undo_and_redo_do():
    history = History(0)
    history.commit(1, "add dense_1")
    history.commit(2, "change units of dense_1")
    assert (history.undo_label, history.redo_label) == ("change units of dense_1", None)
    history.undo()
    assert (history.value, history.undo_label, history.redo_label) == (
        1,
        "add dense_1",
        "change units of dense_1",
    )


def test_changes_of_one_field_in_a_row_are_one_step():
    history = History(0)
    history.commit(1, "add")
    for value in (2, 3, 4):
        history.commit(value, "change", merge=("units", 7))
    history.commit(5, "change", merge=("units", 8))
    history.undo()
    assert history.value == 4
    history.undo()
    assert history.value == 1


def test_going_back_to_where_a_merged_step_began_is_no_step():
    history = History(0)
    history.commit(1, "change", merge="a")
    history.commit(0, "change", merge="a")
    assert history.undo_label is None
    assert history.value == 0


def test_after_undo_a_change_does_not_merge_into_what_was_before():
    history = History(0)
    history.commit(1, "change", merge="a")
    history.commit(2, "other")
    history.undo()
    history.commit(3, "change", merge="a")
    history.undo()
    assert history.value == 1


def test_nothing_to_undo_changes_nothing():
    history = History(0)
    history.undo()
    history.redo()
    assert history.value == 0


def test_the_oldest_steps_are_forgotten():
    history = History(0)
    for value in range(1, MAX_STEPS + 10):
        history.commit(value, "change")
    for _ in range(MAX_STEPS + 10):
        history.undo()
    assert history.value == 9


def test_trim_counts_shared_memory_once_and_the_present_not_at_all():
    history = History("a")
    for value in "bcd":
        history.commit(value, value)
    # The present and "c" share array 1 of 100 bytes; "b" has 60, "a" has 60 of its own.
    held = {"d": {1: 100}, "c": {1: 100}, "b": {2: 60}, "a": {3: 60}}
    history.trim(held.__getitem__, 100)
    history.undo()
    history.undo()
    assert history.value == "b"
    assert history.undo_label is None


@given(st.lists(st.one_of(st.integers(), st.sampled_from(["undo", "redo"]))))
def test_it_agrees_with_a_list_and_a_place_in_it(steps):
    history = History(None)
    values, place = [None], 0
    for step in steps:
        if step == "undo":
            history.undo()
            place = max(0, place - 1)
        elif step == "redo":
            history.redo()
            place = min(len(values) - 1, place + 1)
        else:
            history.commit(step, "set")
            values = [*values[: place + 1], step]
            place += 1
        assert history.value == values[place]
        assert (history.undo_label is None) == (place == 0)
        assert (history.redo_label is None) == (place == len(values) - 1)
