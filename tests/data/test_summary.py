"""Summary: what each feature holds against NumPy over the whole array; findings on data that are known."""

import numpy as np
import pytest

from densegui.data import (
    ChooseLabel,
    Dataset,
    Divide,
    FillMissing,
    OneHot,
    PickColumns,
    Scale,
    Standardise,
    builtin,
    finish,
    frozen_source,
    preparing,
)
from densegui.data import summary as module
from densegui.data.dataset import Column, Picture
from densegui.data.findings import findings
from densegui.data.looks import DISTINCT_MOST
from densegui.data.summary import summary

NAN = np.nan


def data(x, **fields):
    return Dataset("data", np.asarray(x), frozen_source("file", path="/data"), **fields)


def summed(x, **fields):
    return finish(summary(data(x, **fields)))


@pytest.fixture
def small_blocks(monkeypatch):
    """Lets a few rows take many blocks."""
    monkeypatch.setattr("densegui.data.prepared.BLOCK_VALUES", 30)


class TestSummary:
    @pytest.mark.parametrize("dtype", ["float64", "float32", "int16", "uint8", "bool"])
    def test_moments(self, small_blocks, dtype):
        x = np.random.default_rng(3).normal(40, 12, (400, 3)).astype(dtype)
        wide = x.astype(float)
        found = summed(x)
        np.testing.assert_allclose([c.mean for c in found], wide.mean(0), rtol=1e-12)
        np.testing.assert_allclose([c.std for c in found], wide.std(0), rtol=1e-10)
        assert [(c.low, c.high) for c in found] == list(zip(wide.min(0), wide.max(0), strict=True))
        assert [(c.count, c.missing) for c in found] == [(400, 0)] * 3
        assert [c.kind for c in found] == ["number" if dtype.startswith("float") else "whole"] * 3

    def test_missing_and_infinite(self, small_blocks):
        x = np.random.default_rng(3).normal(size=(100, 2))
        x[::7, 0], x[5, 0], x[6, 1] = NAN, np.inf, -np.inf
        finite = x[np.isfinite(x[:, 0]), 0]
        first, second = summed(x)
        assert (first.count, first.missing) == (len(finite), 15)
        assert (first.low, first.high) == (finite.min(), finite.max())
        np.testing.assert_allclose([first.mean, first.std], [finite.mean(), finite.std()], rtol=1e-12)
        assert (second.count, second.missing) == (99, 0)
        assert first.counts.sum() == len(finite)

    def test_histogram(self, small_blocks):
        x = np.random.default_rng(3).normal(size=(1000, 2))
        for column, found in zip(x.T, summed(x), strict=True):
            counts, edges = np.histogram(column, 32)
            np.testing.assert_array_equal(found.counts, counts)
            np.testing.assert_allclose(found.edges, edges, rtol=1e-12, atol=1e-12)

    def test_histogram_of_whole_numbers_has_one_bar_a_number(self):
        x = np.array([3.0, 5, 5, 9, 3, 3])[:, None]
        found = summed(x)[0]
        assert found.counts.tolist() == [3, 0, 2, 0, 0, 0, 1]
        assert found.edges.tolist() == [2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5]
        assert (found.kind, found.distinct) == ("whole", 3)

    def test_histogram_of_a_category_has_one_bar_a_value(self):
        columns = (Column("c", ("u", "v", "w")), Column("n"))
        found = summed([[2.0, 0.5], [0.0, 1.5], [NAN, 1.0], [2.0, 1.0]], columns=columns)
        assert found[0].counts.tolist() == [1, 0, 2]
        assert (found[0].kind, found[1].kind) == ("category", "number")

    def test_of_a_feature_that_never_changes_and_one_without_numbers(self):
        found = summed([[0.1, NAN], [0.1, NAN]])
        assert found[0].counts.tolist() == [2]
        assert (found[0].std, found[0].low, found[0].high) == (0, 0.1, 0.1)
        assert found[1].counts.tolist() == []
        assert np.isnan(found[1].low)

    def test_extreme_numbers(self):
        found = summed([[1e308, 5e-324], [-1e308, 0.0], [0.0, 0.0]])
        assert [c.counts.sum() for c in found] == [3, 3]

    def test_different_numbers(self, small_blocks):
        x = np.column_stack((np.arange(300) % 100, np.arange(300) % 101, np.arange(300) % 3 / 7))
        assert [c.distinct for c in summed(x)] == [100, DISTINCT_MOST + 1, 3]

    def test_large_data_are_looked_at_in_part_for_the_histogram_alone(self, small_blocks, monkeypatch):
        x = np.random.default_rng(3).normal(size=(1000, 3))
        monkeypatch.setattr(module, "LOOKED_MOST", 300)
        found = summed(x)
        assert (found.rows, found.looked) == (1000, 100)
        assert [c.counts.sum() for c in found] == [100] * 3
        np.testing.assert_allclose([c.mean for c in found], x.mean(0), rtol=1e-12)
        assert [c.count for c in found] == [1000] * 3

    def test_what_counts_up_and_what_tells_the_label(self, small_blocks):
        rows = np.arange(50)
        labels = rows % 3
        x = np.column_stack((rows + 7, rows * 2, labels + 1, (rows > 40) + rows))
        found = summed(x, labels=labels)
        assert found.counts_up.tolist() == [True, False, False, False]
        assert found.tells_label.tolist() == [False, False, True, False]

    def test_no_array_of_all_is_made(self):
        x = np.random.default_rng(0).normal(size=(200, 3))
        raw = data(x)
        on_demand = Dataset("d", preparing_on_demand(raw), raw.source)
        np.testing.assert_allclose([c.mean for c in finish(summary(on_demand))], x.mean(0) / 2, rtol=1e-12)

    def test_progress(self):
        shares = [loading.done for loading in summary(data(np.zeros((100, 3))))]
        assert shares == sorted(shares)
        assert shares[-1] == pytest.approx(1.0)


def preparing_on_demand(raw):
    """Rows of half the numbers that are computed when they are asked for."""
    from densegui.data.operations import Line  # noqa: PLC0415 - for this one use
    from densegui.data.prepared import Prepared  # noqa: PLC0415

    return Prepared(raw.x, (Line(np.full(raw.features, 2.0)),))


def found_in(x, *steps, **fields):
    dataset = finish(preparing(data(x, **fields), steps))
    return {finding.kind: finding for finding in findings(dataset, finish(summary(dataset)))}


def repaired(x, **fields):
    """What is left after every repair that is offered, each found anew."""
    raw = data(x, **fields)
    dataset, kinds = raw, []
    for _ in range(10):
        left = findings(dataset, finish(summary(dataset)))
        if not left:
            return dataset, kinds
        kinds.append(left[0].kind)
        dataset = finish(preparing(raw, (*dataset.source.steps, left[0].step)))
    raise AssertionError(kinds)


class TestFindings:
    @pytest.fixture(autouse=True)
    def draw(self):
        self.rng = np.random.default_rng(5)

    def test_nothing_is_said_of_sound_data(self):
        assert found_in(self.rng.normal(size=(200, 4))) == {}
        iris = builtin("iris")
        assert findings(iris, finish(summary(iris))) == ()

    def test_pixels(self):
        x = self.rng.integers(0, 256, (30, 48), np.uint8)
        found = found_in(x, picture=Picture(4, 4, 3))
        assert found.keys() == {"pixels"}
        assert found["pixels"].step == Divide(255)
        assert found["pixels"].text.startswith("The pixels go from 0 to 255.")
        assert found_in(x, Divide(255), picture=Picture(4, 4, 3)) == {}
        assert found_in(x)["pixels"].step == Divide(255)
        digits = self.rng.integers(0, 17, (300, 64), np.uint8)
        assert found_in(digits, picture=Picture(8, 8))["pixels"].step == Divide(16)
        assert found_in(digits / 16, picture=Picture(8, 8)) == {}

    def test_scales(self):
        x = np.column_stack((self.rng.normal(size=200), 1e4 * self.rng.normal(size=200)))
        found = found_in(x, feature_names=("height", "income"))
        assert found.keys() == {"scales"}
        assert found["scales"].step == Standardise()
        assert found["scales"].text.startswith('"height" spans 5')
        for step in (Standardise(), Scale()):
            assert found_in(x, step) == {}
        rare = np.zeros((5000, 2))
        rare[7, 0] = 1
        rare[:, 1] = self.rng.normal(size=5000)
        assert found_in(rare, Standardise()) == found_in(rare, Scale()) == {}

    def test_a_label_that_is_left_among_the_features(self):
        labels = np.arange(40) % 3
        x = np.column_stack((self.rng.normal(size=40), labels + 1))
        found = found_in(x, labels=labels)
        assert found["label"].step == PickColumns((0,))
        named = found_in(x, feature_names=("a", "Species"))
        assert named["label"].step == ChooseLabel(1)
        assert '"Species" looks like what is to be predicted' in named["label"].text
        category = found_in(x - 1, columns=(Column("a"), Column("kind", ("u", "v", "w"))))
        assert category["label"].step == ChooseLabel(1)
        assert "label" not in found_in(x, labels=labels[::-1])
        target = self.rng.normal(size=40)
        assert found_in(np.column_stack((x[:, 0], target)), targets=target)["label"].step == PickColumns((0,))

    def test_an_id(self):
        rows = np.arange(200.0)
        shuffled = self.rng.permutation(200) * 3.0
        other = self.rng.normal(size=(200, 2)) * 30
        assert found_in(np.column_stack((rows + 1, other)))["id"].step == PickColumns((1, 2))
        found = found_in(np.column_stack((other, shuffled)), feature_names=("a", "b", "ID"))
        assert found["id"].step == PickColumns((0, 1))
        assert "id" not in found_in(np.column_stack((other, shuffled)), feature_names=("a", "b", "c"))
        assert "id" not in found_in(rows[:, None])
        assert "id" not in found_in(np.column_stack((rows[:5], other[:5])))

    def test_missing_values(self):
        x = self.rng.normal(size=(50, 3))
        x[4, 1] = NAN
        found = found_in(x, feature_names=("a", "b", "c"))
        assert found["missing"].text.startswith('"b" has no value in 1 of 50 rows. ')
        x = x.copy()
        x[3:5, 2] = NAN
        text = found_in(x)["missing"].text
        assert text.startswith("Feature 3 has no value in 2 of 50 rows, and 1 more column lacks some.")
        assert found_in(x, FillMissing()) == {}

    def test_categories(self):
        columns = (Column("colour", ("red", "green")), Column("a"))
        x = np.column_stack((np.arange(60) // 2 % 2, self.rng.normal(size=60)))
        found = found_in(x, columns=columns, targets=self.rng.normal(size=60))
        assert found.keys() == {"categories"}
        assert found["categories"].step == OneHot()

    def test_one_repair_after_the_other_leaves_nothing(self):
        rows = 300
        x = np.column_stack(
            (
                np.arange(rows) + 1.0,
                self.rng.normal(size=rows),
                1e5 * self.rng.normal(size=rows),
                self.rng.integers(0, 3, rows),
                self.rng.integers(0, 2, rows),
            )
        )
        x[::9, 1] = NAN
        columns = (
            *(Column(name) for name in ("number", "height", "income")),
            Column("colour", ("red", "green", "blue")),
            Column("bought", ("no", "yes")),
        )
        names = tuple(column.name for column in columns)
        dataset, kinds = repaired(x, feature_names=names, columns=columns)
        assert kinds == ["missing", "label", "id", "categories", "scales"]
        assert dataset.feature_names == ("height", "income", "colour=red", "colour=green", "colour=blue")
        assert dataset.class_names == ("no", "yes")
