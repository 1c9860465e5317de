"""Parquet tables, written by polars: every type of column, and damage."""

import io
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import numpy as np
import polars as pl
import pytest

from densegui.data import DataError, finish, from_json, load, memory, parquet, reading, restoring, to_json
from densegui.data.dataset import Column

FRAME = pl.DataFrame({"a": [1.5, 2.5, 3.5], "s": ["x", "y", "x"], "b": [1, 2, None]})


def written(frame, **options):
    stream = io.BytesIO()
    frame.write_parquet(stream, **options)
    return stream.getvalue()


def column(read, values, dtype, name="v"):
    """Reads a column beside another one of numbers."""
    frame = pl.DataFrame(
        {"first": np.arange(len(values)) / 7, name: pl.Series(values, dtype=dtype), "last": 0.5}
    )
    dataset = read(written(frame), "t.parquet").raw
    return dataset.x[:, 1], dataset


class TestTypes:
    @pytest.mark.parametrize(
        ("values", "dtype", "expected"),
        [
            ([1, -2, None], pl.Int8(), [1, -2, np.nan]),
            ([1, 2**32 - 1], pl.UInt32(), [1, 2**32 - 1]),
            ([0.1, float("nan"), float("inf")], pl.Float64(), [0.1, np.nan, np.nan]),
            ([0.5, None], pl.Float32(), [0.5, np.nan]),
            ([Decimal("1.25"), Decimal(3)], pl.Decimal(10, 2), [1.25, 3]),
            ([True, False, None], pl.Boolean(), [1, 0, np.nan]),
            ([date(1970, 1, 2), date(2000, 3, 1)], pl.Date(), [1, 11017]),
            ([datetime(2000, 3, 1, 12), None], pl.Datetime("ms"), [11017.5, np.nan]),
            ([datetime(1969, 12, 31, 18)], pl.Datetime("ns"), [-0.25]),
            ([datetime(1970, 1, 1, 6, tzinfo=UTC)], pl.Datetime("us", "UTC"), [0.25]),
            ([time(0, 1, 30), None], pl.Time(), [90, np.nan]),
            ([timedelta(hours=1), timedelta(milliseconds=-500)], pl.Duration("ms"), [3600, -0.5]),
        ],
    )
    def test_numbers(self, read, values, dtype, expected):
        found, dataset = column(read, values, dtype)
        np.testing.assert_array_equal(found, expected)
        assert dataset.columns == ()

    @pytest.mark.parametrize("dtype", [pl.String(), pl.Categorical(), pl.Enum(["y", "x", "가"])])
    def test_texts(self, read, dtype):
        found, dataset = column(read, ["x", "가", None, "x"], dtype)
        np.testing.assert_array_equal(found, [0, 1, np.nan, 0])
        assert dataset.columns[1] == Column("v", ("x", "가"))
        assert '1 cell is empty or not finite: column "v" (1).' in dataset.notes

    def test_whole_numbers_that_are_rounded(self, read):
        found, dataset = column(read, [2**53 + 1, 1], pl.Int64())
        assert found[0] == 2**53
        assert 'column "v"' in dataset.notes[-1]
        assert "9,007,199,254,740,991" in dataset.notes[-1]

    def test_what_holds_no_numbers_is_left_out(self, read):
        frame = pl.DataFrame(
            {"l": [[1], [2]], "a": [1.5, 2.5], "n": [None, None], "r": [{"x": 1}, {"x": 2}], "b": [3, 4]}
        )
        dataset = read(written(frame), "t.parquet")
        assert dataset.feature_names == ("a", "b")
        assert dataset.x.tolist() == [[1.5, 3], [2.5, 4]]
        assert dataset.notes == (
            'Left out, because it holds neither numbers nor text: column "l", "r".',
            'Left out, because nothing is in it: column "n".',
        )

    def test_the_label_is_guessed(self, read):
        dataset = read(written(FRAME.select("b", "a", species="s")), "t.parquet")
        assert dataset.label_name == "species"
        assert dataset.class_names == ("x", "y")
        again = finish(restoring(from_json(to_json(dataset.source))))
        np.testing.assert_array_equal(again.x, dataset.x)
        assert again.notes == dataset.notes

    def test_names_that_look_like_patterns(self, read):
        frame = pl.DataFrame({"^.*$": [1, 2], "*": [3, 4], "": [5, 6]})
        assert read(written(frame), "t[1]*.parquet").x.tolist() == [[1, 3, 5], [2, 4, 6]]

    def test_many_batches_in_order(self, read, monkeypatch):
        monkeypatch.setattr(parquet, "_NUMBERS_AT_ONCE", 1000)
        x = np.random.default_rng(0).standard_normal((20_000, 3))
        texts = [f"t{i % 7}" for i in range(20_000)]
        frame = pl.DataFrame(x, schema=["a", "b", "c"]).with_columns(s=pl.Series(texts), d=0.5)
        dataset = read(written(frame, row_group_size=777), "t.parquet").raw
        assert np.array_equal(dataset.x[:, :3], x)
        assert [dataset.columns[3].categories[int(code)] for code in dataset.x[:, 3]] == texts


class TestDamage:
    def test_no_rows_and_no_columns(self, read):
        with pytest.raises(DataError, match=r"t\.parquet holds no row"):
            read(written(FRAME.head(0)), "t.parquet")
        with pytest.raises(DataError, match=r"t\.parquet holds no column of numbers or texts"):
            read(written(pl.DataFrame({"l": [[1]]})), "t.parquet")

    def test_cut_short_everywhere(self, read):
        whole = written(FRAME)
        for end in range(20, len(whole), 17):
            with pytest.raises(DataError, match=r"t\.csv: the Parquet table has no end"):
                read(whole[:end], "t.csv")

    def test_bytes_that_were_changed(self, read, capfd):
        whole = written(FRAME)
        rng = np.random.default_rng(0)
        for _ in range(200):
            changed = bytearray(whole)
            for place in rng.integers(4, len(whole) - 4, 3):
                changed[place] = rng.integers(256)
            try:
                read(bytes(changed), "t.parquet")
            except DataError as error:
                assert "t.parquet" in str(error)
                assert str(error).isprintable()

    def test_more_than_the_memory(self, read, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 100_000)
        with pytest.raises(DataError, match=r"t.parquet: a table of about 20,000 × 2 numbers needs"):
            read(written(pl.DataFrame({"a": np.arange(20_000.0), "b": 1.5})), "t.parquet")

    def test_progress_rises(self, tmp_path, monkeypatch):
        monkeypatch.setattr(parquet, "_NUMBERS_AT_ONCE", 1000)
        (tmp_path / "t.parquet").write_bytes(
            written(pl.DataFrame({"a": np.arange(20_000.0)}), row_group_size=1000)
        )
        seen = [step.done for step in reading(tmp_path / "t.parquet")]
        assert seen == sorted(seen)
        assert len(set(seen)) > 5

    def test_gone(self, tmp_path):
        with pytest.raises(DataError, match=r"no such file"):
            load(tmp_path / "gone.parquet")
