"""Dataset: a value that cannot be changed, turned or cut down to columns by making another."""

import dataclasses
import subprocess
import sys

import numpy as np
import pytest

from densegui.data import (
    DataError,
    Dataset,
    PickColumns,
    Transpose,
    builtin,
    frozen_source,
    memory,
    preparation,
    random_normal,
)


@pytest.fixture
def small():
    return Dataset(
        "small",
        np.arange(12.0).reshape(3, 4),
        frozen_source("file", path="small.csv"),
        feature_names=("a", "b", "c", "d"),
        labels=np.array([0, 1, 0]),
        class_names=("u", "v"),
        notes=("said",),
    )


class TestValue:
    def test_nothing_can_be_changed(self, small):
        for array in (small.x, small.labels, small.transposed().x, small.with_columns([0, 2]).x):
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1
        with pytest.raises(dataclasses.FrozenInstanceError):
            small.name = "other"
        with pytest.raises(TypeError, match="item assignment"):
            small.source.parameters["path"] = "other"

    def test_a_view_leaves_its_owner_writable(self):
        mine = np.zeros((4, 2))
        dataset = Dataset("part", mine[1:], frozen_source("file"))
        mine[0, 0] = 1
        assert not dataset.x.flags.writeable

    def test_only_rows_and_columns(self):
        with pytest.raises(DataError, match=r"small: expected rows and columns, .* shape \(3,\)"):
            Dataset("small", np.zeros(3), frozen_source("file"))


class TestColumns:
    @pytest.mark.parametrize(
        "columns", [[0], [3, 1], [1, 2, 3], [0, 2], [2, 2], (3, 2, 1, 0), np.array([1, 3])]
    )
    def test_chosen_in_order(self, small, columns):
        chosen = small.with_columns(columns)
        assert chosen.x.tolist() == [[row[c] for c in columns] for row in small.x.tolist()]
        assert chosen.feature_names == tuple("abcd"[c] for c in columns)
        assert chosen.labels is small.labels
        assert chosen.source.steps == (PickColumns(tuple(columns)),)
        assert chosen.original is small

    def test_chosen_twice_counts_from_what_was_read(self, small):
        twice = small.with_columns([3, 1, 0]).with_columns([2, 0])
        assert twice.source.steps == (PickColumns((0, 3)),)
        assert twice.x.tolist() == small.x[:, [0, 3]].tolist()

    @pytest.mark.parametrize("columns", [[1], [0, 1, 2], [0, 2]])
    def test_even_steps_copy_nothing(self, small, columns):
        assert np.shares_memory(small.with_columns(columns).x, small.x)

    @pytest.mark.parametrize(
        ("columns", "error", "sentence"),
        [
            ([], ValueError, "columns must name at least one feature"),
            ([4], ValueError, "from 0 to 3, because there are 4 features; got 4"),
            ([-1], ValueError, "got -1"),
            ([1.5], TypeError, "float"),
        ],
    )
    def test_wrong_use(self, small, columns, error, sentence):
        with pytest.raises(error, match=sentence):
            small.with_columns(columns)

    def test_many_rows_are_not_copied(self, small, monkeypatch):
        monkeypatch.setattr(preparation, "COMPUTED_BYTES", 10)
        chosen = small.with_columns([2, 0])
        assert not isinstance(chosen.x, np.ndarray)
        assert chosen.x[:].tolist() == small.x[:, [2, 0]].tolist()


class TestTurning:
    def test_rows_become_features(self, small):
        turned = small.transposed()
        assert turned.x.tolist() == small.x.T.tolist()
        assert turned.samples_in_columns
        assert turned.labels is None
        assert turned.feature_names == ()
        assert turned.notes == small.notes

    def test_turned_twice_it_is_as_it_was_read(self, small):
        assert small.transposed().transposed() is small

    def test_equal_are_the_same_rows_after_the_same_steps(self, small):
        assert small.with_columns([1]) == small.with_columns([1]) != small.with_columns([2])
        assert len({small.with_columns([1]), small.with_columns([1]), small}) == 2
        other = dataclasses.replace(small)
        assert small != other
        assert small.with_columns([1]) != other.with_columns([1])

    def test_a_choice_of_columns_is_dropped(self, small):
        turned = small.with_columns([1]).transposed()
        assert turned.source.steps == (Transpose(),)
        assert turned.x.shape == (4, 3)
        assert turned.with_columns([2, 0]).transposed() is small


class TestBuiltin:
    def test_iris(self):
        iris = builtin("iris")
        assert iris.name == "Iris"
        assert iris.x.shape == (150, 4)
        assert iris.feature_names[0] == "sepal_length_cm"
        assert iris.class_names == ("setosa", "versicolor", "virginica")
        assert np.bincount(iris.labels).tolist() == [50, 50, 50]
        assert iris.x[[0, -1]].tolist() == [[5.1, 3.5, 1.4, 0.2], [5.9, 3.0, 5.1, 1.8]]
        # The means every textbook on this set prints.
        assert np.allclose(iris.x.mean(axis=0), [5.8433, 3.0573, 3.7580, 1.1993], atol=5e-5)

    def test_unknown(self):
        with pytest.raises(ValueError, match="name must be one of iris, digits, penguins, got 'tulips'"):
            builtin("tulips")


def test_importing_does_not_load_numpy():
    """The window paints before NumPy is there; importing this package must not undo that."""
    program = """
import sys
from densegui.__main__ import _defer
_defer("numpy")
import densegui.data
assert "numpy._core" not in sys.modules
densegui.data.random_normal(2, 2)
assert "numpy._core" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_memory_that_is_free_is_told():
    assert 10**6 < memory.available() < 10**15


def test_random_data_can_be_turned():
    assert random_normal(3, 5).transposed().x.shape == (5, 3)
