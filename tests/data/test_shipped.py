"""Built-in sets have the numbers that are published of them, and say where they come from."""

import re

import numpy as np
import pytest

from densegui import resources
from densegui.data import BUILTINS, DataError, builtin, finish
from densegui.data.preparation import preparing
from densegui.data.steps import ChooseLabel


@pytest.fixture(scope="module")
def sources():
    """File → what SOURCES.md says of it."""
    text = resources.path("datasets", "SOURCES.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))


@pytest.mark.parametrize("name", BUILTINS)
class TestEverySet:
    def test_is_as_the_table_says(self, name):
        entry, dataset = BUILTINS[name], builtin(name)
        assert dataset.name == entry.title
        assert (dataset.rows, dataset.features) == (entry.rows, entry.features)
        assert dict(dataset.source.parameters) == {"name": name}
        assert dataset.notes == ()
        assert (dataset.labels is None) != (dataset.targets is None)
        assert dataset.label_name

    def test_names_source_and_licence(self, name, sources):
        entry = BUILTINS[name]
        assert re.search(r"doi:\S+", entry.origin)[0] in sources[entry.file]
        assert entry.licence in sources[entry.file].split("Licence: ")[1]

    def test_is_small_and_there(self, name):
        assert resources.path("datasets", BUILTINS[name].file).stat().st_size < 150_000


class TestDigits:
    def test_has_the_counts_of_the_repository(self):
        digits = builtin("digits")
        # Class distribution of the test set in optdigits.names.
        assert np.bincount(digits.labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
        assert digits.class_names == tuple("0123456789")
        assert digits.label_name == "digit"
        assert (digits.x.min(), digits.x.max()) == (0, 16)
        assert digits.x.dtype == np.uint8

    def test_the_first_picture_is_the_zero_it_is_known_for(self):
        digits = builtin("digits")
        assert digits.labels[:10].tolist() == list(range(10))
        image = digits.picture.image(digits.x[0])
        assert image.shape == (8, 8, 1)
        assert image[0, :, 0].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]
        assert image[3:5, 3:5].sum() == 0  # nothing in the middle of a zero


class TestPenguins:
    def test_has_the_published_counts_and_means(self):
        penguins = builtin("penguins")
        # 152, 124 and 68 birds, of whom an Adelie and a Gentoo were not measured.
        species = penguins.columns[0]
        assert species.categories == ("Adelie", "Gentoo", "Chinstrap")
        assert np.bincount(penguins.x[:, 0].astype(int)).tolist() == [151, 123, 68]
        assert penguins.label_name == "body_mass_g"
        assert penguins.class_names == ()
        # R: summary(penguins)
        assert np.isclose(penguins.targets.mean(), 4202, atol=0.5)
        assert (penguins.targets.min(), penguins.targets.max()) == (2700, 6300)
        measured = [penguins.feature_names.index(name) for name in ("bill_length_mm", "bill_depth_mm")]
        assert np.allclose(penguins.x[:, measured].mean(axis=0), [43.92, 17.15], atol=0.005)

    def test_texts_are_categories_and_what_is_missing_is_nan(self):
        penguins = builtin("penguins")
        kinds = {column.name: column.categories for column in penguins.columns}
        assert kinds["island"] == ("Torgersen", "Biscoe", "Dream")
        assert kinds["sex"] == ("male", "female")
        assert not kinds["year"]
        assert not kinds["flipper_length_mm"]
        missing = np.isnan(penguins.x).sum(axis=0)
        assert dict(zip(penguins.feature_names, missing.tolist(), strict=True))["sex"] == 9
        assert missing.sum() == 9
        # The first line: Adelie, Torgersen, 39.1, 18.7, 181, 3750, male, 2007.
        assert penguins.x[0].tolist() == [0, 0, 39.1, 18.7, 181, 0, 2007]
        assert penguins.targets[0] == 3750

    def test_another_column_can_be_predicted(self):
        raw = builtin("penguins").raw
        assert raw.features == 8
        assert raw.targets is None
        species = finish(preparing(raw, [ChooseLabel(0)]))
        assert species.targets is None
        assert species.class_names == ("Adelie", "Gentoo", "Chinstrap")
        assert species.feature_names[-3:] == ("body_mass_g", "sex", "year")


def test_a_file_that_is_gone_is_a_sentence(monkeypatch, tmp_path):
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    for name, entry in BUILTINS.items():
        with pytest.raises(DataError, match=re.escape(entry.file)):
            builtin(name)
