"""The quick way (polars, in threads) and the careful way (csv, cell by cell) make the same of any table."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from densegui.data import DataError, finish, frozen_source, pieces, table, text

CELLS = st.sampled_from(
    [
        "1",
        "-2.5",
        "0.1",
        "1e3",
        "",
        "",
        " ",
        "nan",
        "NA",
        "inf",
        "x",
        "y z",
        "7 ",
        " 8",
        "1,5",
        '"',
        '"a"',
        '"4"',
        '""',
        "2020-01-02",
        "true",
        "가",
        "9007199254740993",
        "1e999",
        '"a,b"',
        '"c\nd"',
        '"e""f"',
        "0x1",
        "1_0",
        ".5",
        "+3.",
    ]
)
FUZZ = settings(max_examples=300, deadline=None, database=None)


def outcome(content, quick):
    """What reading makes of a table, in blocks and pieces so small that everything is cut somewhere."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "QUICK_FROM", 0 if quick else 1 << 40)
        patch.setattr(text, "SMALL", 60)
        patch.setattr(table, "SMALL", 60)
        patch.setattr(table, "_CHUNK", 60)
        patch.setattr(pieces, "_SMALLEST", 20)
        try:
            dataset = finish(table.reading(io.BytesIO(content), "t.csv", len(content), frozen_source("file")))
        except DataError as error:
            return str(error)
    labels = None if dataset.labels is None else dataset.labels.tolist()
    x = dataset.x.shape, dataset.x.tobytes()
    return x, dataset.feature_names, dataset.columns, labels, dataset.class_names, dataset.notes


@FUZZ
@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(
            st.lists(CELLS, min_size=n, max_size=n) | st.lists(CELLS, max_size=5), min_size=1, max_size=30
        )
    ),
    st.sampled_from(",;\t| "),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "cp949"]),
)
def test_odd_cells(rows, delimiter, line_end, encoding):
    content = line_end.join(delimiter.join(row) for row in rows).encode(encoding)
    assert outcome(content, quick=True) == outcome(content, quick=False)


@FUZZ
@given(st.text(alphabet='0123456789.,;|\t\n\r "-+eEnaxé_#', max_size=200))
def test_any_text(content):
    assert outcome(content.encode(), quick=True) == outcome(content.encode(), quick=False)


@FUZZ
@given(
    st.lists(
        st.tuples(st.floats(), st.integers(-(2**60), 2**60), st.sampled_from(["u", "v", ""])), min_size=1
    ),
    st.sampled_from([(";", ","), (",", "."), ("\t", ",")]),
)
def test_plain_rows(rows, writing):
    delimiter, decimal = writing
    lines = [delimiter.join([repr(a).replace(".", decimal), str(b), c]) for a, b, c in rows]
    content = "\n".join(lines).encode()
    assert outcome(content, quick=True) == outcome(content, quick=False)
