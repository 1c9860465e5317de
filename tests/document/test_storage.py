"""Project files: read by the safetensors library itself; foreign ones are refused in one sentence."""

import json
import os
import stat
import struct

import numpy as np
import pytest
import safetensors
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from densegui.data import from_json, normal_source, to_json
from densegui.document import DocumentError, Project, edits, example, storage
from densegui.engine import Activation, Dense, Initializer, Model


@pytest.fixture
def rich():
    """A model with everything a file must keep."""
    model = Model(
        [
            Dense(3, input_dim=2, activation=Activation("leaky_relu", alpha=0.125), name="첫째 층"),
            Dense(2, init=Initializer("uniform", minval=-2, maxval=3), use_bias=False),
            Dense(2, activation="softmax", bias_init="ones"),
        ],
        seed=42,
        dtype="float64",
    )
    return model.with_parameters(0, weights=[[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]], bias=[0.1, 0.2, 0.3])


def _reopened(model, tmp_path, source=None):
    path = tmp_path / "stack.densegui"
    storage.save(path, Project(model, source))
    return path, storage.load(path)


def test_what_is_saved_is_what_is_opened(rich, tmp_path):
    _, project = _reopened(rich, tmp_path)
    assert project.model == rich
    assert [project.model.is_given(i) for i in range(3)] == [True, False, False]
    for one, two in zip(rich.parameters, project.model.parameters, strict=True):
        assert one.weights.tobytes() == two.weights.tobytes()
        assert one.bias.tobytes() == two.bias.tobytes()


def test_a_drawn_layer_stays_drawn_after_opening(rich, tmp_path):
    _, project = _reopened(rich, tmp_path)
    ids = [layer.id for layer in rich.layers]
    assert edits.change(project.model, ids[1], units=5) == edits.change(rich, ids[1], units=5)


def test_other_tools_can_read_the_weights(rich, tmp_path):
    path, _ = _reopened(rich, tmp_path)
    tensors = load_file(path)
    assert set(tensors) == {f"{i}.{part}" for i in range(3) for part in ("weights", "bias")}
    np.testing.assert_array_equal(tensors["0.weights"], [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]])
    assert tensors["0.weights"].dtype == np.float64


def test_the_data_source_is_kept(tmp_path):
    source = normal_source(150, 4, seed=3, mean=0.0, stddev=1.0)
    _, project = _reopened(example(), tmp_path, source)
    assert project.source == source
    assert from_json(to_json(source, tmp_path)) == source


def test_an_empty_stack_can_be_saved(tmp_path):
    _, project = _reopened(Model(input_dim=7), tmp_path)
    assert project.model.dims == (7,)


def test_saving_replaces_the_file_and_leaves_nothing_beside_it(rich, tmp_path):
    path, _ = _reopened(rich, tmp_path)
    path.chmod(0o640)
    storage.save(path, Project(example(), None))
    assert [p.name for p in tmp_path.iterdir()] == ["stack.densegui"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert storage.load(path).model == example()


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path):
    path, _ = _reopened(example(), tmp_path)
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_to_the_file_stays_a_link(tmp_path):
    path, _ = _reopened(example(), tmp_path)
    link = tmp_path / "link.densegui"
    link.symlink_to(path)
    storage.save(link, Project(Model(input_dim=3), None))
    assert link.is_symlink()
    assert storage.load(path).model.dims == (3,)


def test_a_failed_write_leaves_the_old_file_whole(rich, tmp_path, monkeypatch):
    path, _ = _reopened(rich, tmp_path)
    before = path.read_bytes()

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DocumentError, match=r"stack\.densegui could not be saved .*No space left on device"):
        storage.save(path, Project(example(), None))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["stack.densegui"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DocumentError, match="could not be saved"):
        storage.save(tmp_path / "no" / "stack.densegui", Project(example(), None))


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(DocumentError, match=r"gone\.densegui could not be opened: No such file"):
        storage.load(tmp_path / "gone.densegui")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(DocumentError, match="could not be opened"):
        storage.load(tmp_path)


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\x93NUMPY" * 10, struct.pack("<Q", 1 << 60)])
def test_a_foreign_file_is_refused(content, tmp_path):
    path = tmp_path / "x.densegui"
    path.write_bytes(content)
    with pytest.raises(DocumentError, match=r"x\.densegui is not a densegui project, or it is damaged"):
        storage.load(path)


def test_safetensors_of_another_program_are_told_from_damage(tmp_path):
    path = tmp_path / "x.densegui"
    save_file({"weight": np.zeros(3)}, path)
    with pytest.raises(DocumentError, match="of another program"):
        storage.load(path)


def _tampered(path, tmp_path, change, tensors=None):
    """The file with its document changed, written by the library."""
    with safetensors.safe_open(path, framework="numpy") as file:
        document = json.loads(file.metadata()["densegui"])
        kept = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - not a dict
    change(document)
    target = tmp_path / "changed.densegui"
    save_file(kept if tensors is None else tensors(kept), target, {"densegui": json.dumps(document)})
    return target


def test_a_newer_file_says_so(rich, tmp_path):
    path, _ = _reopened(rich, tmp_path)
    newer = _tampered(path, tmp_path, lambda document: document.update(format=3))
    with pytest.raises(DocumentError, match=r"newer densegui .*format 3.*update densegui"):
        storage.load(newer)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.pop("layers"),
        lambda d: d.update(format="1"),
        lambda d: d.update(layers=5),
        lambda d: d.update(input_dim=-1),
        lambda d: d.update(input_dim=10**12),
        lambda d: d.update(dtype="float16"),
        lambda d: d.update(seed=-3),
        lambda d: d["layers"][0].update(units=1e9),
        lambda d: d["layers"][0].update(id="x"),
        lambda d: d["layers"][0].update(id=d["layers"][1]["id"]),
        lambda d: d["layers"][0].update(name=7),
        lambda d: d["layers"][0].update(activation={"name": "evil"}),
        lambda d: d["layers"][0].update(activation={"name": "relu", "alpha": 1}),
        lambda d: d["layers"][0].update(activation="relu"),
        lambda d: d["layers"][0].update(init={"name": "uniform", "minval": float("nan")}),
        lambda d: d.update(data={"kind": "command"}),
        lambda d: d.update(data=[]),
    ],
)
def test_a_damaged_description_is_refused(change, rich, tmp_path):
    path, _ = _reopened(rich, tmp_path)
    with pytest.raises(DocumentError, match=r"changed\.densegui (is damaged|was saved by a newer)"):
        storage.load(_tampered(path, tmp_path, change))


@pytest.mark.parametrize(
    ("tensors", "words"),
    [
        (lambda t: {k: v for k, v in t.items() if k != "1.bias"}, "1.bias is missing"),
        (lambda t: t | {"0.weights": np.zeros((3, 2))}, r"should have shape \(2, 3\) in float64"),
        (lambda t: t | {"0.weights": np.zeros((2, 3), np.float32)}, "F32"),
        (lambda t: t | {"0.weights": np.zeros((2, 3), np.int64)}, "I64"),
    ],
)
def test_tensors_that_do_not_fit_are_refused(tensors, words, rich, tmp_path):
    path, _ = _reopened(rich, tmp_path)
    with pytest.raises(DocumentError, match=words):
        storage.load(_tampered(path, tmp_path, lambda document: None, tensors))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_mutated_files_are_opened_or_refused_in_words(data, rich, tmp_path):
    path, _ = _reopened(rich, tmp_path)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    hurt = tmp_path / "hurt.densegui"
    hurt.write_bytes(content[:end] if data.draw(st.booleans()) else content)
    try:
        project = storage.load(hurt)
    except DocumentError as error:
        assert "hurt.densegui" in str(error)
    else:
        assert isinstance(project.model, Model)


def test_redraws_are_kept_and_a_file_without_them_means_none(rich, tmp_path):
    redrawn = edits.redraw(rich, [layer.id for layer in rich.layers[1:]])
    path, project = _reopened(redrawn, tmp_path)
    assert project.model == redrawn
    with safetensors.safe_open(path, framework="numpy") as file:
        metadata = dict(file.metadata())
    document = json.loads(metadata["densegui"])
    for entry in document["layers"]:
        del entry["redraw"]
    save_file(load_file(path), path, {"densegui": json.dumps(document)})
    assert [layer.redraw for layer in storage.load(path).model.layers] == [0, 0, 0]
