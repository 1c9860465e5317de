"""Presets have the lessons' numbers; a person's own are project files; faults are sentences."""

import numpy as np
import pytest

from densegui.data import finish, restoring
from densegui.document import DocumentError, Project, example, presets, storage
from densegui.document.presets import PRESETS


def _opened(name):
    preset = PRESETS[name]
    return preset.make(), finish(restoring(preset.source))


# FACTS §1, §2: sizes, connections and parameters of the lessons' stacks.
@pytest.mark.parametrize(
    ("name", "dims", "connections", "parameters"),
    [
        ("example", (4, 8, 6, 1), 86, 101),
        ("binary", (3, 1), 3, 4),
        ("two_units", (3, 2), 6, 8),
        ("classes", (4, 3), 12, 15),
        ("relu", (6, 4), 24, 28),
        ("by_hand", (2, 3, 2, 2), 16, 23),
        ("and", (2, 1), 2, 3),
        ("nand", (2, 1), 2, 3),
        ("or", (2, 1), 2, 3),
        ("xor", (2, 2, 1), 6, 9),
        ("chain", (5, 4, 30), 140, 174),
        ("iris", (4, 16, 8, 3), 216, 243),
        ("digits", (64, 32, 16, 10), 2720, 2778),
        ("penguins", (11, 16, 8, 1), 312, 337),
    ],
)
def test_every_preset_has_its_size_and_data_that_fit(name, dims, connections, parameters):
    model, dataset = _opened(name)
    assert model.dims == dims
    assert (sum(model.connections), sum(model.parameter_counts)) == (connections, parameters)
    assert dataset.features == model.input_dim


def test_the_table_is_tested_as_a_whole():
    assert len(PRESETS) == 14


def test_the_network_computed_by_hand():
    model, dataset = _opened("by_hand")
    trace = model.trace(dataset.x)
    np.testing.assert_allclose(trace.layers[0].z, [[0.3, 0.7, 1.1]], rtol=1e-7)
    np.testing.assert_allclose(trace.layers[1].a, [[0.62624937, 0.7710107]], rtol=1e-7)
    np.testing.assert_allclose(model.predict(dataset.x), [[0.31682708, 0.69627909]], rtol=1e-7)


@pytest.mark.parametrize("name", ["and", "nand", "or", "xor"])
def test_perceptrons_say_what_their_truth_tables_say(name):
    model, dataset = _opened(name)
    bits = [(bool(a), bool(b)) for a, b in dataset.x]
    truth = {"and": lambda a, b: a and b, "or": lambda a, b: a or b, "xor": lambda a, b: a != b}
    truth["nand"] = lambda a, b: not (a and b)
    expected = [int(truth[name](*pair)) for pair in bits]
    assert len(set(bits)) == 4
    assert model.predict(dataset.x).ravel().tolist() == expected
    assert [int(dataset.class_names[k]) for k in dataset.labels] == expected


def test_the_chain_takes_16_samples_in_columns():
    model, dataset = _opened("chain")
    assert dataset.samples_in_columns
    assert (dataset.rows, dataset.features) == (16, 5)
    assert {layer.init.name for layer in model.layers} == {"standard_normal"}
    assert {layer.bias_init.name for layer in model.layers} == {"standard_normal"}


def test_digits_come_as_shares_of_ink():
    model, dataset = _opened("digits")
    assert (dataset.x.min(), dataset.x.max()) == (0, 1)
    assert dataset.picture is not None
    assert model.dims[-1] == len(dataset.class_names)
    assert model.layers[-1].activation.name == "softmax"


def test_penguins_come_as_numbers_of_one_scale_to_predict_one_number():
    model, dataset = _opened("penguins")
    assert dataset.rows == 333  # 342 without those of unknown sex
    assert len(dataset.targets) == 333
    assert dataset.label_name == "body_mass_g"
    assert model.layers[-1].activation.name == "linear"
    x = np.asarray(dataset.x, np.float64)
    np.testing.assert_allclose(x.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(x.std(axis=0), 1, atol=1e-6)
    # Species, island and sex are two or three features of two values each.
    values = [len(np.unique(column)) for column in x.T]
    assert sum(count == 2 for count in values) == 3 + 3 + 2


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_be_saved_and_opened(name, tmp_path):
    model, source = PRESETS[name].make(), PRESETS[name].source
    storage.save(tmp_path / "p.densegui", Project(model, source))
    assert storage.load(tmp_path / "p.densegui") == Project(model, source)


# A person's own


def test_own_presets_are_listed_by_name_and_deleted(tmp_path):
    folder = tmp_path / "not" / "there" / "yet"
    assert presets.saved(folder) == ()
    for name in ["zebra", "Apple", "밀집층"]:
        presets.keep(folder, f" {name} ", Project(example(), None))
    (folder / "notes.txt").write_text("x")
    assert [path.stem for path in presets.saved(folder)] == ["Apple", "zebra", "밀집층"]
    assert storage.load(presets.saved(folder)[0]).model == example()
    presets.delete(presets.saved(folder)[1])
    presets.delete(folder / "gone.densegui")
    assert [path.stem for path in presets.saved(folder)] == ["Apple", "밀집층"]


def test_a_name_that_is_taken_is_refused_unless_replacing(tmp_path):
    presets.keep(tmp_path, "mine", Project(example(), None))
    with pytest.raises(DocumentError, match="Mine already"):
        presets.keep(tmp_path, "Mine", Project(PRESETS["xor"].make(), None))
    presets.keep(tmp_path, "mine", Project(PRESETS["xor"].make(), None), replace=True)
    assert storage.load(presets.saved(tmp_path)[0]).model.dims == (2, 2, 1)


@pytest.mark.parametrize("name", ["", "  ", "a/b", "..\\x", ".hidden", "x" * 101, "a\0b", "what?"])
def test_a_name_that_no_file_can_have_is_refused(name, tmp_path):
    with pytest.raises(DocumentError, match="needs a name"):
        presets.keep(tmp_path, name, Project(example(), None))


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(DocumentError, match="cannot be read"):
        presets.saved(blocked)
    with pytest.raises(DocumentError, match="cannot be"):
        presets.keep(blocked, "mine", Project(example(), None))
    with pytest.raises(DocumentError, match="cannot be deleted"):
        presets.delete(tmp_path)
