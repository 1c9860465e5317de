"""Preparation: each step against NumPy's formula over the whole array, and what it carries along."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from densegui.data import (
    ChooseLabel,
    DataError,
    Dataset,
    Divide,
    FillMissing,
    FlattenOrder,
    OneHot,
    PickColumns,
    Scale,
    Standardise,
    Transpose,
    finish,
    frozen_source,
    medians,
    preparation,
    preparing,
)
from densegui.data.dataset import Column, Picture
from densegui.data.prepared import Prepared

NAN = np.nan


def data(x, **fields):
    return Dataset("data", np.asarray(x), frozen_source("file", path="/data"), **fields)


def prepared(x, *steps, **fields):
    return finish(preparing(data(x, **fields), steps))


def normal(rows=500, features=4, gaps=0.0, dtype=np.float64):
    rng = np.random.default_rng(1)
    x = rng.normal(3, 2, (rows, features)).astype(dtype)
    x[rng.random(x.shape) < gaps] = np.nan
    return x


class TestNumbers:
    def test_scale(self):
        x = normal()
        expected = (x - x.min(0)) / (x.max(0) - x.min(0))
        np.testing.assert_array_equal(prepared(x, Scale()).x, expected)
        np.testing.assert_allclose(prepared(x, Scale(-1, 3)).x, expected * 4 - 1, rtol=1e-12, atol=1e-12)

    def test_standardise(self):
        x = normal()
        np.testing.assert_allclose(prepared(x, Standardise()).x, (x - x.mean(0)) / x.std(0), rtol=1e-10)

    def test_divide(self):
        x = np.arange(256, dtype=np.uint8).reshape(64, 4)
        result = prepared(x, Divide(255)).x
        np.testing.assert_array_equal(result, (x / 255).astype(np.float32))
        assert result.dtype == np.float32

    @pytest.mark.parametrize("how", ["mean", "median", "zero"])
    def test_fill(self, how):
        x = normal(gaps=0.1)
        value = {"mean": np.nanmean, "median": np.nanmedian, "zero": lambda x, axis: 0.0}[how](x, axis=0)
        expected = np.where(np.isnan(x), value, x)
        np.testing.assert_allclose(prepared(x, FillMissing(how)).x, expected, rtol=1e-13)

    def test_rows_left_out(self):
        x = normal(gaps=0.1)
        kept = ~np.isnan(x).any(axis=1)
        labels = np.arange(500) % 3
        names = [f"row {i}" for i in range(500)]
        result = prepared(x, FillMissing("drop"), labels=labels, sample_names=names)
        np.testing.assert_array_equal(result.x, x[kept])
        np.testing.assert_array_equal(result.labels, labels[kept])
        where = np.flatnonzero(kept).tolist()
        assert [result.row_in_original(i) for i in range(result.rows)] == where
        assert result.sample_names == tuple(names[i] for i in where)
        assert result.notes == (f"{500 - len(where)} of 500 rows were left out: a number is missing.",)

    def test_rows_whose_target_is_missing_are_left_out(self):
        result = prepared([[1.0], [2.0], [3.0]], FillMissing("drop"), targets=np.array([7.0, NAN, 9.0]))
        assert (result.x.tolist(), result.targets.tolist()) == ([[1], [3]], [7, 9])

    def test_what_is_fitted_after_rows_were_left_out_does_not_know_them(self):
        x = normal(gaps=0.1)
        kept = x[~np.isnan(x).any(axis=1)]
        result = prepared(x, FillMissing("drop"), Standardise()).x
        np.testing.assert_allclose(result, (kept - kept.mean(0)) / kept.std(0), rtol=1e-10)

    def test_rows_left_out_after_scaling(self):
        x = normal(gaps=0.1)
        low, high = np.nanmin(x, axis=0), np.nanmax(x, axis=0)
        kept = ((x - low) / (high - low))[~np.isnan(x).any(axis=1)]
        np.testing.assert_array_equal(prepared(x, Scale(), FillMissing("drop")).x, kept)

    def test_each_step_is_fitted_to_what_the_one_before_leaves(self):
        x = normal(gaps=0.1)
        y = np.where(np.isnan(x), np.nanmedian(x, axis=0), x)
        y = (y - y.min(0)) / (y.max(0) - y.min(0)) * 5 - 2
        y = (y - y.mean(0)) / y.std(0)
        steps = (FillMissing("median"), Scale(-2, 3), Divide(7.0), Standardise())
        np.testing.assert_allclose(prepared(x, *steps).x, y, rtol=1e-9, atol=1e-12)

    def test_missing_and_infinite_numbers_are_passed_on_and_not_fitted_to(self):
        x = np.array([[1.0, NAN], [3.0, 5.0], [NAN, 9.0], [np.inf, 7.0]])
        result = prepared(x, Scale()).x
        np.testing.assert_array_equal(result, [[0, NAN], [1, 0], [NAN, 1], [np.inf, 0.5]])
        result = prepared(x, Standardise()).x
        np.testing.assert_array_equal(result[:, 0], [-1, 1, NAN, np.inf])

    def test_a_feature_that_never_changes(self):
        x = np.full((7, 2), 0.1)
        assert prepared(x, Standardise()).x.tolist() == np.zeros((7, 2)).tolist()
        assert prepared(x, Scale()).x.tolist() == np.zeros((7, 2)).tolist()
        assert prepared(x, Scale(2, 5)).x.tolist() == np.full((7, 2), 2.0).tolist()

    def test_a_feature_without_numbers_stays_missing(self):
        x = np.array([[NAN, 1.0], [NAN, 2.0]])
        for step in (Scale(), Standardise(), Divide(2)):
            assert np.isnan(prepared(x, step).x[:, 0]).all()

    @pytest.mark.parametrize(
        ("dtype", "expected"),
        [
            ("bool", "float32"),
            ("int8", "float32"),
            ("uint16", "float32"),
            ("int32", "float64"),
            ("uint64", "float64"),
            ("float16", "float32"),
            ("float32", "float32"),
            (">f4", "float32"),
            (">i2", "float32"),
            ("float64", "float64"),
            (">f8", "float64"),
        ],
    )
    def test_of_every_dtype(self, dtype, expected):
        x = np.random.default_rng(0).integers(0, 2 if dtype == "bool" else 90, (60, 3)).astype(dtype)
        wide = x.astype(float)
        result = prepared(x, Standardise()).x
        assert result.dtype == expected
        np.testing.assert_allclose(result, (wide - wide.mean(0)) / wide.std(0), rtol=1e-6, atol=1e-7)
        picked = prepared(x, PickColumns((2, 0, 1))).x
        assert picked.dtype == x.dtype
        np.testing.assert_array_equal(picked, x[:, [2, 0, 1]])

    def test_small_numbers_far_from_zero_keep_their_deviation(self):
        x = 1e8 + normal(3000, 2)
        result = prepared(x, Standardise()).x
        np.testing.assert_allclose(result.std(0), 1, rtol=1e-7)


class TestOneHot:
    COLUMNS = (Column("colour", ("red", "green", "blue")), Column("size"))

    def test_categories(self):
        x = [[2.0, 7.0], [0.0, 8.0], [NAN, 9.0]]
        result = prepared(x, OneHot(), feature_names=("colour", "size"), columns=self.COLUMNS)
        assert result.feature_names == ("colour=red", "colour=green", "colour=blue", "size")
        assert result.x.tolist() == [[0, 0, 1, 7], [1, 0, 0, 8], [0, 0, 0, 9]]
        assert [column.categories for column in result.columns] == [()] * 4

    def test_numbers_of_few_values(self):
        result = prepared([[1.0, 4.0], [1.5, 6.0], [1.0, 4.0]], OneHot((1, 0)))
        assert result.feature_names == ("feature 1=1", "feature 1=1.5", "feature 2=4", "feature 2=6")
        assert result.x.tolist() == [[1, 0, 1, 0], [0, 1, 0, 1], [1, 0, 1, 0]]

    def test_a_missing_category_is_filled_in_as_one_of_its_own(self):
        x = [[2.0, 7.0], [NAN, NAN]]
        result = prepared(x, FillMissing("zero"), OneHot(), feature_names=("c", "s"), columns=self.COLUMNS)
        assert result.feature_names == ("c=red", "c=green", "c=blue", "c=(missing)", "s")
        assert result.x.tolist() == [[0, 0, 1, 0, 7], [0, 0, 0, 1, 0]]

    def test_codes_are_neither_scaled_nor_filled_with_means(self):
        x = [[2.0, 10.0], [0.0, 30.0]]
        for step in (Scale(), Standardise(), Divide(10), Scale(5, 6)):
            result = prepared(x, step, columns=self.COLUMNS)
            assert result.x[:, 0].tolist() == [2, 0]
            assert result.columns == self.COLUMNS

    def test_without_categories_there_is_nothing_to_do(self):
        assert prepared([[1.0]], OneHot()).x.tolist() == [[1]]

    def test_features_of_zero_and_one_can_be_standardised(self):
        result = prepared([[0.0], [1.0], [1.0], [1.0]], OneHot((0,)), Standardise()).x
        one = np.array([[1.0, 0], [0, 1], [0, 1], [0, 1]])
        np.testing.assert_allclose(result, (one - one.mean(0)) / one.std(0), rtol=1e-12)


class TestLabel:
    def test_a_category(self):
        columns = (Column("kind", ("u", "v")), Column("a"))
        x = [[1.0, 5.0], [0.0, 6.0], [NAN, 7.0]]
        result = prepared(x, ChooseLabel(0), feature_names=("kind", "a"), columns=columns)
        assert result.labels.tolist() == [1, 0, 2]
        assert result.class_names == ("u", "v", "(empty)")
        assert (result.label_name, result.feature_names, result.columns) == ("kind", ("a",), columns[1:])
        assert result.x.tolist() == [[5], [6], [7]]
        assert result.targets is None

    def test_few_whole_numbers(self):
        result = prepared([[1.0, 9.0], [2.0, 3.0], [3.0, 9.0], [4.0, 3.0]], ChooseLabel(1))
        assert (result.labels.tolist(), result.class_names) == ([1, 0, 1, 0], ("3", "9"))

    @pytest.mark.parametrize(
        "values",
        [[1.5, 2, 1.5, 2], [1, 2, 3, 4], [0, 1, NAN, 0], list(range(100, 200)), [0, np.inf, 0, np.inf]],
    )
    def test_other_numbers_are_targets(self, values):
        x = np.column_stack((np.zeros(len(values)), values))
        result = prepared(x, ChooseLabel(1))
        assert result.labels is None
        np.testing.assert_array_equal(result.targets, values)

    def test_none_at_all(self):
        fields = {"labels": np.array([0, 1]), "class_names": ("a", "b"), "label_name": "kind"}
        result = prepared([[1.0], [2.0]], ChooseLabel(None), **fields)
        assert (result.labels, result.targets, result.class_names, result.label_name) == (None, None, (), "")

    def test_after_arithmetic_and_rows_left_out(self):
        x = [[0.0, 2.0], [5.0, NAN], [10.0, 4.0], [7.0, 3.0]]
        result = prepared(x, FillMissing("drop"), Divide(2), ChooseLabel(1))
        np.testing.assert_array_equal(result.targets, [1, 2, 1.5])
        assert result.x.tolist() == [[0], [5], [3.5]]


class TestShape:
    def test_transpose(self):
        result = prepared(np.arange(6.0).reshape(2, 3), Transpose(), feature_names=("a", "b", "c"))
        assert result.x.tolist() == [[0, 3], [1, 4], [2, 5]]
        assert result.sample_names == ("a", "b", "c")
        assert result.samples_in_columns

    def test_transpose_after_arithmetic(self):
        x = normal(20, 3)
        result = prepared(x, Scale(), Transpose(), Divide(2))
        np.testing.assert_array_equal(result.x, ((x - x.min(0)) / (x.max(0) - x.min(0))).T / 2)

    def test_texts_of_rows_name_the_features(self):
        fields = {"labels": np.array([1, 0]), "class_names": ("second", "first")}
        result = prepared([[1.0, 2.0], [3.0, 4.0]], Transpose(), **fields)
        assert result.feature_names == ("first", "second")
        assert result.labels is None

    def test_pictures_lose_their_shape_with_their_columns(self):
        picture = Picture(2, 1, 3)
        x = np.arange(12.0).reshape(2, 6)
        for step in (Transpose(), PickColumns((0, 1)), ChooseLabel(0)):
            assert prepared(x, step, picture=picture).picture is None
        for step in (Scale(), Divide(), Standardise(), FillMissing("drop")):
            assert prepared(x, step, picture=picture).picture == picture

    def test_order_of_flattening(self):
        images = np.random.default_rng(2).integers(
            0, 255, (5, 4, 3, 3), np.uint8
        )  # N, height, width, channels
        picture = Picture(4, 3, 3)
        first = prepared(images.reshape(5, -1), FlattenOrder("channels_first"), picture=picture)
        np.testing.assert_array_equal(first.x, images.transpose(0, 3, 1, 2).reshape(5, -1))
        assert first.picture == Picture(4, 3, 3, "channels_first")
        np.testing.assert_array_equal(first.picture.image(first.x[2]), images[2])
        there = (FlattenOrder("channels_first"), FlattenOrder("channels_last"), FlattenOrder("channels_last"))
        np.testing.assert_array_equal(
            prepared(images.reshape(5, -1), *there, picture=picture).x, images.reshape(5, -1)
        )

    def test_a_step_that_is_switched_off_is_kept_and_not_done(self):
        steps = (Scale(enabled=False), Divide(2))
        result = prepared([[4.0]], *steps)
        assert result.x.tolist() == [[2]]
        assert result.source.steps == steps

    def test_no_steps_are_the_set_as_it_was_read(self):
        raw = data([[1.0]])
        assert finish(preparing(raw, ())) is raw


class TestRefused:
    @pytest.mark.parametrize(
        ("x", "steps", "sentence"),
        [
            ([[1.0, 2.0]], [PickColumns((0, 5))], "choosing columns needs column 6, and there are only 2"),
            ([[1.0, 2.0]], [PickColumns((0,)), ChooseLabel(1)], "choosing the label needs column 2"),
            ([[1.0]], [ChooseLabel(0)], "the only feature was chosen as the label"),
            ([[1.0]], [OneHot((3,))], "one-hot encoding needs column 4"),
            (np.arange(1001.0)[:, None], [OneHot((0,))], "more than 1,000 different values"),
            ([[NAN]], [OneHot((0,))], '"feature 1" has no number in any row'),
            (
                [[NAN, 1.0]],
                [FillMissing("mean")],
                '"feature 1" has no number in any row, so there is no mean',
            ),
            ([[NAN, 1.0]], [FillMissing("median")], "so there is no median"),
            ([[NAN, 1.0], [2.0, NAN]], [FillMissing("drop")], "every row misses a number"),
            ([[1.0]], [FlattenOrder("channels_first")], "the rows are no pictures"),
            ([[1e308], [-1e308]], [Scale()], 'the numbers of "feature 1" are too large to scale'),
            ([[1e200], [-1e200]], [Standardise()], "are too large to standardise"),
        ],
    )
    def test_in_a_sentence(self, x, steps, sentence):
        with pytest.raises(DataError, match=rf"^data: .*{sentence}"):
            prepared(x, *steps)

    def test_a_category_of_too_many_values(self):
        columns = (Column("name", tuple(map(str, range(1001)))),)
        with pytest.raises(DataError, match="more than 1,000 different values"):
            prepared([[1.0]], OneHot(), columns=columns)


STEPS = st.lists(
    st.sampled_from(
        [
            Scale(),
            Scale(-3, 4),
            Standardise(),
            Divide(3.7),
            FillMissing("mean"),
            FillMissing("median"),
            FillMissing("zero"),
            FillMissing("drop"),
            PickColumns((2, 0)),
            PickColumns((1, 0, 1)),
            OneHot((1,)),
            ChooseLabel(0),
            Transpose(),
        ]
    ),
    max_size=5,
)


class TestOnDemand:
    """What is computed when it is asked for is what is computed at once, to the last bit."""

    @settings(max_examples=150, deadline=None, database=None)
    @given(
        hnp.arrays(
            st.sampled_from([np.float64, np.float32, np.int16, np.bool_]),
            st.tuples(st.integers(1, 40), st.integers(3, 5)),
            elements=st.sampled_from([0, 1]) | st.integers(0, 9).map(lambda n: n % 2),
        ),
        st.lists(st.tuples(st.integers(0, 39), st.integers(0, 4)), max_size=6),
        STEPS,
        st.data(),
    )
    def test_the_same_for_every_slice(self, x, gaps, steps, draw):
        if x.dtype.kind == "f":
            x = x * 3.7 + np.arange(x.shape[1], dtype=x.dtype) / 3
            for row, column in gaps:
                if row < x.shape[0] and column < x.shape[1]:
                    x[row, column] = np.nan
        try:
            whole = prepared(x, *steps)
        except DataError:
            return
        before, preparation.COMPUTED_BYTES = preparation.COMPUTED_BYTES, 0
        try:
            rows = prepared(x, *steps).x
        finally:
            preparation.COMPUTED_BYTES = before
        expected = whole.x[:].tobytes()
        size = draw.draw(st.integers(1, 12))
        pieces = [rows[start : start + size] for start in range(0, len(rows), size)]
        assert rows.dtype == whole.x.dtype
        assert b"".join(np.ascontiguousarray(piece).tobytes() for piece in pieces) == expected
        order = np.array(draw.draw(st.permutations(range(len(rows)))), np.intp)
        np.testing.assert_array_equal(rows[order], whole.x[:][order])
        np.testing.assert_array_equal(np.asarray(rows), whole.x[:])

    def test_indexed_like_an_array(self):
        x = normal(50, 4, gaps=0.05)
        rows = Prepared(x, dropped=np.flatnonzero(np.isnan(x).any(axis=1)))
        kept = x[~np.isnan(x).any(axis=1)]
        for index in (
            3,
            -1,
            slice(None),
            slice(5, 2),
            slice(2, 30, 3),
            slice(None, None, -1),
            np.array([4, 4, -2, 0]),
            [1, 2],
            [],
            np.arange(len(kept)) % 2 == 0,
            (2, 1),
            (slice(3, 9), 2),
            (slice(3, 9), [0, 3]),
        ):
            expected = (
                kept[index if index != [] else np.zeros(0, int)]
                if not isinstance(index, np.ndarray)
                else kept[index]
            )
            np.testing.assert_array_equal(rows[index], expected)
        for wrong in (len(kept), -len(kept) - 1, np.array([0, len(kept)])):
            with pytest.raises(IndexError):
                rows[wrong]

    def test_blocks_smaller_than_a_slice_change_nothing(self, monkeypatch):
        x = normal(300, 4)
        expected = prepared(x, PickColumns((2, 0)), Divide(3)).x
        monkeypatch.setattr("densegui.data.prepared.BLOCK_VALUES", 64)
        np.testing.assert_array_equal(prepared(x, PickColumns((2, 0)), Divide(3)).x, expected)
        np.testing.assert_allclose(prepared(x, Standardise()).x, (x - x.mean(0)) / x.std(0), rtol=1e-10)

    def test_what_is_returned_is_no_window_on_what_was_read(self):
        x = normal(10, 3)
        rows = Prepared(x)
        rows[2:5][:] = 0
        assert (x != 0).all()

    def test_progress_never_goes_back(self):
        steps = (FillMissing("median"), Standardise(), OneHot((0,)), Scale())
        x = np.where(np.arange(600)[:, None] % 7 == 0, NAN, np.arange(1800).reshape(600, 3) % 5)
        shares = [loading.done for loading in preparing(data(x), steps)]
        assert shares == sorted(shares)
        assert shares[-1] == 1.0


@settings(max_examples=60, deadline=None, database=None)
@given(
    st.lists(st.sampled_from([1.0, -2.5, 3e300, -0.0, 7.25, 1e-300]), min_size=1, max_size=40), st.booleans()
)
def test_medians_digit_by_digit_are_exact(values, gap):
    column = np.array([*values, np.nan] if gap else [np.nan, *values])
    before, medians.GATHERED = medians.GATHERED, 0
    try:
        result = prepared(column[:, None], FillMissing("median")).x
    finally:
        medians.GATHERED = before
    np.testing.assert_array_equal(result[np.isnan(column), 0], np.median(values))


class TestOneRow:
    """A row that was not read, such as a drawing, goes through what the others went through."""

    @pytest.mark.parametrize(
        "steps",
        [
            (),
            (PickColumns((1, 2)),),
            (ChooseLabel(0), Scale(), PickColumns((2, 0))),
            (FillMissing("median"), Standardise(), OneHot((3,))),
            (FillMissing("drop"), Scale(-1, 1), Divide(3)),
        ],
    )
    def test_is_prepared_like_the_others(self, steps):
        x = normal(60, 4, gaps=0.05)
        x[:, 3] = np.round(x[:, 3])
        dataset = prepared(x, *steps)
        for sample in (0, 17, dataset.rows - 1):
            row = x[dataset.row_in_original(sample)]
            np.testing.assert_array_equal(dataset.prepared(row), dataset.x[sample])

    def test_has_no_place_where_rows_are_columns(self):
        with pytest.raises(ValueError, match="rows and columns were exchanged"):
            prepared(normal(4, 4), Transpose()).prepared(np.zeros(4))
