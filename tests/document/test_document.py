"""Document: what is modified, what undo restores, how much memory its history may hold."""

import numpy as np

from densegui.data import Dataset, frozen_source
from densegui.document import Document, State, document, edits, example
from densegui.engine import Model


def _dataset(rows=10):
    return Dataset("d", np.zeros((rows, 4)), frozen_source("normal", rows=rows, features=4, seed=0))


def test_undo_back_to_what_is_saved_is_not_modified(tmp_path):
    doc = Document(State(example()))
    assert not doc.is_modified
    first = doc.state.model.layers[0].id
    doc.commit(State(edits.change(doc.state.model, first, units=3)), "change")
    assert doc.is_modified
    doc.undo()
    assert not doc.is_modified
    doc.redo()
    doc.mark_saved(doc.state, tmp_path / "x.densegui")
    assert not doc.is_modified
    doc.undo()
    assert doc.is_modified


def test_a_stack_that_is_begun_belongs_to_no_file_until_undo(tmp_path):
    doc = Document(State(example()), tmp_path / "x.densegui")
    doc.begin(State(Model(input_dim=4)), "new")
    assert (doc.path, doc.is_modified) == (None, False)
    doc.mark_saved(doc.state, tmp_path / "y.densegui")
    doc.undo()
    assert (doc.path, doc.state.model.dims) == (tmp_path / "x.densegui", (4, 8, 6, 1))
    doc.redo()
    assert (doc.path, doc.is_modified) == (tmp_path / "y.densegui", False)


def test_a_change_that_changes_nothing_is_no_step():
    doc = Document(State(example()))
    doc.commit(State(example()), "nothing")
    assert doc.undo_label is None


def test_undo_restores_the_data_too():
    one, two = _dataset(), _dataset()
    doc = Document(State(example(), one))
    doc.commit(State(example(), two), "load")
    doc.undo()
    assert doc.state.dataset is one


def test_old_data_are_forgotten_when_they_hold_too_much(monkeypatch):
    monkeypatch.setattr(document, "UNDO_BYTES", 2 * 10 * 4 * 8)
    doc = Document(State(example(), _dataset()))
    for _ in range(5):
        doc.commit(State(example(), _dataset()), "load")
    steps = 0
    while doc.undo_label is not None:
        doc.undo()
        steps += 1
    assert steps == 2


def test_a_source_that_could_not_be_read_is_not_forgotten():
    source = frozen_source("file", path="/gone.csv")
    assert State(example(), None, source).source == source
