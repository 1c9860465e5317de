"""Prepared data in documents: steps in project files, and what counts as a change of the data."""

import json

import numpy as np
import pytest
import safetensors.numpy

from densegui.data import (
    ChooseLabel,
    FillMissing,
    OneHot,
    PickColumns,
    Scale,
    Standardise,
    Transpose,
    builtin,
    finish,
    load,
    preparation,
    preparing,
    restoring,
)
from densegui.document import Document, Project, State, document, example, storage


@pytest.fixture
def table(tmp_path):
    """A file of numbers with gaps."""
    x = np.random.default_rng(4).normal(20, 6, (80, 5))
    x[::9, 2] = np.nan
    np.save(tmp_path / "x.npy", x)
    return load(tmp_path / "x.npy")


def prepared(raw, *steps):
    return finish(preparing(raw, steps))


def test_steps_are_part_of_the_project_file(table, tmp_path):
    steps = (ChooseLabel(4), FillMissing("median"), Scale(enabled=False), Standardise(), PickColumns((2, 0)))
    dataset = prepared(table, *steps)
    path = tmp_path / "p.densegui"
    storage.save(path, Project(example(), dataset.source))
    source = storage.load(path).source
    assert source.steps == steps
    again = finish(restoring(source, tmp_path))
    assert again.x.tobytes() == dataset.x.tobytes()
    assert again.targets.tobytes() == dataset.targets.tobytes()


def test_a_step_that_is_taken_back_is_no_change(table):
    doc = Document(State(example(), prepared(table, Scale())))
    doc.commit(State(doc.state.model, prepared(table, Scale(), Standardise())), "prepare")
    assert doc.is_modified
    doc.commit(State(doc.state.model, prepared(table, Scale())), "prepare")
    assert not doc.is_modified
    doc.commit(State(doc.state.model, prepared(table, Scale())), "prepare")
    doc.undo()
    assert doc.state.dataset.source.steps == (Scale(), Standardise())


def test_the_same_file_read_again_is_a_change(table):
    doc = Document(State(example(), table))
    doc.commit(State(doc.state.model, load(table.source.parameters["path"])), "load")
    assert doc.is_modified


def test_undo_gives_memory_back_when_prepared_data_grow_too_large(table, monkeypatch):
    monkeypatch.setattr(document, "UNDO_BYTES", 5 * table.x.nbytes)
    doc = Document(State(example(), table))
    for low in range(20):
        doc.commit(State(doc.state.model, prepared(table, Scale(low, 50))), "prepare")
    steps = 0
    while doc.undo_label is not None:
        doc.undo()
        steps += 1
    assert 2 <= steps <= 5


def test_rows_on_demand_weigh_nothing_in_undo(table, monkeypatch):
    monkeypatch.setattr(preparation, "COMPUTED_BYTES", 0)
    monkeypatch.setattr(document, "UNDO_BYTES", table.x.nbytes)
    doc = Document(State(example(), table))
    for low in range(20):
        doc.commit(State(doc.state.model, prepared(table, Scale(low, 50))), "prepare")
    for _ in range(20):
        doc.undo()
    assert doc.state.dataset is table


def test_the_guess_of_the_label_comes_back_unless_it_was_taken_back(tmp_path):
    iris = builtin("iris")
    path = tmp_path / "p.densegui"
    storage.save(path, Project(example(), iris.source))
    assert finish(restoring(storage.load(path).source)).class_names == iris.class_names
    dataset = prepared(iris.raw, ChooseLabel(None), OneHot())
    storage.save(path, Project(example(), dataset.source))
    assert finish(restoring(storage.load(path).source)).labels is None


def test_a_project_of_the_first_format_opens_as_it_was(tmp_path):
    np.save(tmp_path / "x.npy", np.arange(12.0).reshape(4, 3))
    path = tmp_path / "p.densegui"
    storage.save(path, Project(example(), load(tmp_path / "x.npy").source))
    tensors = safetensors.numpy.load_file(path)
    with safetensors.safe_open(path, "numpy") as file:
        metadata = file.metadata()
    description = json.loads(metadata["densegui"])
    del description["data"]["steps"]
    description["format"] = 1
    description["data"] |= {"columns": [3, 0], "samples_in_columns": True}
    safetensors.numpy.save_file(tensors, path, {"densegui": json.dumps(description)})
    project = storage.load(path)
    assert project.source.steps == (Transpose(), PickColumns((3, 0)))
    dataset = finish(restoring(project.source, tmp_path))
    assert dataset.x.tolist() == [[9, 0], [10, 1], [11, 2]]
