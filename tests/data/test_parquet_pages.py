"""Headers of Parquet pages, in files that polars wrote: those that would end the program are found before."""

import io

import numpy as np
import polars as pl
import pytest

from densegui.data import DataError, load
from densegui.data.parquet_pages import checking

FRAME = pl.DataFrame({"a": [1.5, 2.5, None], "s": ["x", "y", "x"], "c": [True, False, None]})
# Field 5 of a page header is a struct (0x2C, 0x5C after one field less), whose field 1 (0x15) counts values.
THREE = b"\x2c\x15\x06"


def written(frame, **options):
    stream = io.BytesIO()
    frame.write_parquet(stream, **options)
    return stream.getvalue()


def check(content):
    for _ in checking(io.BytesIO(content), "t.parquet", len(content), "Write it again."):
        pass


@pytest.mark.parametrize("compression", ["uncompressed", "snappy", "gzip", "zstd"])
@pytest.mark.parametrize(
    "frame",
    [
        FRAME,
        pl.DataFrame({f"c{i}": np.arange(50) for i in range(40)}),
        pl.DataFrame({"text": ["x" * 600 + str(i) for i in range(300)]}),
        pl.DataFrame({"l": [[1, 2], [], [3]], "s": [{"a": 1}, {"a": 2}, None]}),
        pl.DataFrame({"e": pl.Series(["a"], dtype=pl.Enum([str(i) for i in range(500)] + ["a"]))}),
    ],
)
def test_sound_files_pass(frame, compression):
    check(written(frame, compression=compression))
    check(written(frame, compression=compression, row_group_size=2, data_page_size=10))


@pytest.mark.parametrize("compression", ["uncompressed", "snappy", "zstd"])
@pytest.mark.parametrize(
    "count", [b"\x07", b"\x01", b"\x7f", b"\xff\xff\xff\xff\x0f", b"\xfe\xff\xff\xff\x0f"]
)
def test_pages_that_promise_what_cannot_be(read, compression, count):
    """Fewer than no values, or a thousand million of them, in a page of each column."""
    content = written(FRAME, compression=compression)
    places = [place for place in range(len(content)) if content.startswith(THREE, place)]
    assert len(places) == 3
    for place in places:
        with pytest.raises(DataError, match=r"t\.parquet: expected a sound Parquet table, found pages"):
            read(content[: place + 2] + count + content[place + 3 :], "t.parquet")


def test_any_byte_is_another():
    """A sentence or nothing, and always an end."""
    content = written(FRAME)
    for place in range(4, len(content) - 4):
        for byte in (0, 7, 0x7F, 0xFF, content[place] ^ 1):
            try:
                check(content[:place] + bytes([byte]) + content[place + 1 :])
            except DataError as error:
                assert str(error).endswith("so it is damaged. Write it again.")


def test_nested_without_end(bounded):
    for contents in (b"\x1c" * 100_000, b"\x19" * 100_000, b"\x49\xfc\xff\xff\xff\xff\xff\xff\xff\x7f", b""):
        damaged = b"PAR1" + contents + len(contents).to_bytes(4, "little") + b"PAR1"
        with bounded(1_000_000), pytest.raises(DataError, match="do not fit its table of contents"):
            check(damaged)


def test_a_table_of_contents_longer_than_the_file(read):
    content = written(FRAME)
    with pytest.raises(DataError, match=r"t\.parquet: .* do not fit its table of contents"):
        read(content[:-8] + b"\xff\xff\xff\x7fPAR1", "t.parquet")


def test_loaded_as_before(tmp_path):
    path = tmp_path / "t.parquet"
    path.write_bytes(written(FRAME))
    assert load(path).rows == 3
