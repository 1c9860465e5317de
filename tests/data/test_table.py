"""Text tables: what is understood, and what the sentence says when it is not."""

import csv
import io

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from densegui.data import DataError, load, memory, reading

ROWS = [[1.0, 2.0], [3.0, 4.0]]


class TestLayout:
    @pytest.mark.parametrize(
        "text",
        [
            "1,2\n3,4\n",
            "1;2\n3;4\n",
            "1\t2\n3\t4\n",
            "1|2\n3|4\n",
            "1 2\n3 4\n",
            "  1.0   2\n\t3 4  \n",
            "1, 2\n3, 4",
            '"1","2"\n"3","4"\n',
            "1,2\r\n3,4\r\n",
            "1,2\r3,4\r",
            "1,2\r\n3,4\n",
            "\n\n1,2\n\n \n,\n3,4\n\n",
            "1.0e0,+2\n3.,.4e1\n",
        ],
    )
    def test_same_rows_in_any_writing(self, read, text):
        dataset = read(text)
        assert dataset.x.tolist() == ROWS
        assert dataset.feature_names == ()
        assert dataset.labels is None
        assert dataset.notes == ()

    @pytest.mark.parametrize("delimiter", [";", "\t", "|", " "])
    def test_decimal_comma(self, read, delimiter):
        dataset = read(f"länge{delimiter}b\n1,5{delimiter}2\n-0,25{delimiter}1,0e-3\n")
        assert dataset.x.tolist() == [[1.5, 2.0], [-0.25, 0.001]]
        assert dataset.feature_names == ("länge", "b")
        assert dataset.notes == ("The comma was read as the decimal sign.",)

    def test_long_stretches_of_blank_lines(self, read):
        blank = "\n \r\n,\n" * 100_000
        dataset = read(f"{blank}a,b\n{blank}1,2\n{blank}3,4\n{blank}")
        assert dataset.x.tolist() == ROWS
        assert dataset.feature_names == ("a", "b")
        with pytest.raises(DataError, match="line 600004, column 1"):
            read(f"{blank}1,2\n{blank}3,4\n\nx,5\n6,7")

    def test_one_column(self, read):
        assert read("age\n1\n2\n").x.tolist() == [[1.0], [2.0]]
        assert read("5").x.tolist() == [[5.0]]

    def test_names_that_savetxt_marks(self, tmp_path):
        path = tmp_path / "saved.txt"
        np.savetxt(path, np.array(ROWS), header="a b")
        dataset = load(path)
        assert dataset.x.tolist() == ROWS
        assert dataset.feature_names == ("a", "b")

    def test_names_are_made_different(self, read):
        dataset = read("a,a,, a ,a (2)\n1,2,3,4,5\n")
        assert dataset.feature_names == ("a", "a (2)", "column 3", "a (3)", "a (2) (2)")

    def test_quoted_cells_hold_delimiters_and_line_ends(self, read):
        dataset = read('x,kind\n1,"a, b"\n2,"c\r\nd"\n3,"say ""e"""\n')
        assert dataset.class_names == ("a, b", "c\nd", 'say "e"')
        assert dataset.x.tolist() == [[1.0], [2.0], [3.0]]

    def test_values_are_exact_to_float64(self, read):
        dataset = read("0.1,1e308\n123456789012345678,5e-324\n")
        assert dataset.x.dtype == np.float64
        assert dataset.x.tolist() == [[0.1, 1e308], [123456789012345678.0, 5e-324]]

    def test_ten_thousand_columns(self, read):
        line = ",".join(map(str, range(10_000)))
        assert read(f"{line}\n{line}\n").x.tolist() == [list(range(10_000))] * 2

    def test_samples_in_columns(self, read):
        """The lesson's X (5, 16) becomes 16 samples of 5 features."""
        x = np.arange(80).reshape(5, 16)
        text = "\n".join(",".join(map(str, row)) for row in x)
        dataset = read(text, samples_in_columns=True)
        assert dataset.x.tolist() == x.T.tolist()
        assert dataset.samples_in_columns

    def test_names_of_features_that_stand_in_rows(self, read):
        dataset = read("height,1,2,3\nwidth,4,5,6\n", samples_in_columns=True)
        assert dataset.feature_names == ("height", "width")
        assert dataset.x.tolist() == [[1, 4], [2, 5], [3, 6]]


class TestLabels:
    def test_last_column(self, read):
        dataset = read("a,kind\n1,u\n2,v\n3,u\n")
        assert dataset.labels.tolist() == [0, 1, 0]
        assert dataset.labels.dtype == np.int64
        assert dataset.class_names == ("u", "v")
        assert dataset.feature_names == ("a",)
        assert dataset.notes == ("The last column is text with 2 different values; it became the labels.",)

    def test_first_column(self, read):
        dataset = read("u;1,5\nv;2\n;3\n")
        assert dataset.labels.tolist() == [0, 1, 2]
        assert dataset.class_names == ("u", "v", "(empty)")
        assert dataset.x.tolist() == [[1.5], [2.0], [3.0]]

    @pytest.mark.parametrize("quote", ["", '"'])
    def test_order_of_first_appearance_over_many_blocks(self, read, quote):
        names = [f"kind {i * 7 % 50}" for i in range(30_000)]
        dataset = read("".join(f"{i},0.5,{quote}{name}{quote}\n" for i, name in enumerate(names)))
        assert dataset.class_names == tuple(dict.fromkeys(names))
        assert [dataset.class_names[code] for code in dataset.labels] == names
        assert dataset.x[:, 0].tolist() == list(range(30_000))

    def test_too_many_kinds(self, read):
        with pytest.raises(
            DataError, match=r'table.csv, column "id".* at most 500 kinds .*Leave the column out'
        ):
            read("x,id\n" + "".join(f"1,n{i}\n" for i in range(501)))

    def test_numbers_stay_features(self, read):
        assert read("a,target\n1,0\n2,1\n").features == 2


class TestEncodings:
    KOREAN = "꽃받침 길이,종\n5.1,부채붓꽃\n6.2,창포\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
    def test_korean(self, read, encoding):
        dataset = read(self.KOREAN.encode(encoding))
        assert dataset.feature_names == ("꽃받침 길이",)
        assert dataset.class_names == ("부채붓꽃", "창포")
        assert dataset.x.tolist() == [[5.1], [6.2]]
        assert any("CP949" in note for note in dataset.notes) == (encoding == "cp949")

    def test_utf16_big_endian(self, read):
        assert read(b"\xfe\xff" + self.KOREAN.encode("utf-16-be")).class_names == ("부채붓꽃", "창포")

    def test_korean_far_behind_plain_lines(self, read):
        dataset = read(("1,plain\n" * 100_000 + "2,똠방\n").encode("cp949"))
        assert dataset.class_names == ("plain", "똠방")
        assert dataset.rows == 100_001

    def test_western_letters(self, read):
        dataset = read("größe,prénom\n1,2\n".encode("cp1252"))
        assert dataset.feature_names == ("größe", "prénom")
        assert any("Windows-1252" in note for note in dataset.notes)


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("", "is empty"),
            ("\n \n\t\n", "nothing but blank lines"),
            (",,\n,,\n", "nothing but blank lines"),
            ("a,b\n", 'only a line of column names, "a, b"'),
            ("1,2\n3\n5,6\n", "line 2: expected 2 cells as in the other lines, found 1"),
            ("1,2\n\n3,4,5\n6,7\n", "line 3: expected 2 cells as in the other lines, found 3"),
            ("a,b,c\n1,2\n3,4\n", "line 1: expected 2 cells as in the other lines, found 3"),
            ("a,b\n1,2\nx,3\n4,5\n", 'line 3, column "a": expected a number, found "x"'),
            ("1,2\n3,x\n4,5\n", 'line 2, column 2: expected a number, found "x"'),
            ("a;b\n1,5;2\n2,5;x\n3;4", 'line 3, column "b": expected a number with a decimal comma'),
            ("5.1x,3,2\n4,3,2\n", 'line 1, column 1: expected a number, found "5.1x"'),
            ("1_000,2\n3,4\n", 'line 1, column 1: expected a number, found "1_000"'),
            ("1,2\n1_000,2\n3,4\n", 'line 2, column 1: expected a number, found "1_000"'),
            ("1,2\n0x10,4\n3,4\n", 'found "0x10"'),
            ('a,b\n"1,234",2\n5,6\n', 'line 2, column "a": expected a number, found "1,234"'),
            ("a;b\n1.234,5;2\n2,5;3\n", 'found "1.234,5"'),
            (
                "x,day,y\n1,2020-01-01,1\n2,2020-01-02,2\n",
                'column "day": expected a number, found "2020-01-01"',
            ),
            (
                "a,b\n1,\n2,3\n",
                'has 1 empty or not finite cell .*the first is in line 2, column "b" \\(empty\\)',
            ),
            ("1,nan\n NA,3\n", 'has 2 empty or not finite cells .*line 1, column 2 \\("nan"\\)'),
            ("1,2\n-inf,3\n", 'has 1 .*line 2, column 1 \\("-inf"\\)'),
            ("1,2\n1e999,3\n", 'has 1 .*\\("1e999"\\)'),
            ('a,b\n1,2\n"3,4\n5,6\n', "line 3: expected 2 cells"),
            ('a\n1\n"' + "2" * 200_000 + '"\n', "from line 3 on: .* cannot be split into cells"),
            ('"' + "2" * 200_000 + '"\n1\n', "text without an end to its first cell"),
            ("1,2\n3,\x004\n", "bytes that are not text"),
            ("a,b\n1,2\n".encode("utf-16-le"), "bytes that are not text"),
            (b"\xff\xfe1\x00\xd8\xd8\x31\x00", "bytes that are not text"),
        ],
    )
    def test_says_what_is_wrong_and_where(self, read, text, sentence):
        with pytest.raises(DataError, match=sentence) as caught:
            read(text)
        assert "table.csv" in str(caught.value)

    def test_line_numbers_count_lines_inside_quotation_marks(self, read):
        text = 'x,y,kind\n1,2,"a\nb"\n3,4,c\n5,oops,d\n'
        with pytest.raises(DataError, match=r'line 5, column "y".*"oops"'):
            read(text)

    @pytest.mark.parametrize("kind", ["", ",k", ',"k"'])
    def test_line_number_far_into_the_file(self, read, kind):
        lines = [f"{i},1{kind}" for i in range(60_000)]
        lines[49_999] = f"4x,1{kind}"
        with pytest.raises(DataError, match='line 50000, column 1: expected a number, found "4x"'):
            read("\n".join(lines))

    def test_missing_cells_of_the_whole_file_are_counted(self, read):
        lines = ["1,2"] * 60_000
        lines[100] = ",2"
        lines[59_000] = "nan,inf"
        with pytest.raises(DataError, match=r"has 3 empty or not finite cells .* line 101, column 1"):
            read("\n".join(lines))

    def test_quotes_are_short_and_printable(self, read):
        with pytest.raises(DataError) as caught:
            read("1,2\n\x7f" + "x" * 100_000 + ",4\n5,6\n")
        assert len(str(caught.value)) < 400
        assert str(caught.value).isprintable()


class TestBounds:
    def test_a_million_columns(self, read):
        line = "1," * 1_000_000 + "1\n"
        with pytest.raises(DataError, match="at most 100,000 columns, found 1,000,001"):
            read(line * 2)

    def test_a_line_without_end(self, sparse):
        path = sparse(b"", 1, "long.csv")
        with path.open("wb") as stream:
            for _ in range(20):
                stream.write(b"12345678," * 111_111)
        with pytest.raises(DataError, match="line 1: expected lines of at most 16 MB"):
            load(path)

    def test_zeros_are_refused_at_once(self, sparse):
        with pytest.raises(DataError, match="bytes that are not text"):
            load(sparse(b"1,2\n", 1 << 40, "zeros.csv"))

    def test_more_than_the_memory(self, read, monkeypatch):
        monkeypatch.setattr(memory, "available", lambda: 100_000)
        with pytest.raises(DataError, match=r"table of about .* × 2 numbers needs .* MB of memory"):
            read("1,2\n" * 100_000)

    def test_room_grows_when_lines_get_shorter(self, read):
        long, short = "1.00000000000000000000000000\n", "2\n"
        dataset = read(long * 10_000 + short * 300_000)
        assert dataset.rows == 310_000
        assert dataset.x.sum() == 10_000 + 600_000

    def test_progress_rises_to_one_in_many_steps(self, tmp_path):
        path = tmp_path / "table.csv"
        path.write_text("1.25,2.5\n" * 200_000)
        seen = [step.done for step in reading(path)]
        assert seen == sorted(seen)
        assert seen[0] == 0.0
        assert seen[-1] == 1.0
        assert len(set(seen)) > 10


FLOATS = st.floats(allow_nan=False, allow_infinity=False)


@settings(
    max_examples=80, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.integers(1, 5).flatmap(lambda n: st.lists(st.lists(FLOATS, min_size=n, max_size=n), min_size=1)),
    delimiter=st.sampled_from(",;\t|"),
    comma=st.booleans(),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    names=st.booleans(),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_a_csv_writer_writes_is_read_to_the_last_bit(
    read, rows, delimiter, comma, quoting, names, line_end
):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=line_end)
    if names:
        writer.writerow([f"name {i}" for i in range(len(rows[0]))])
    sign = "," if comma and delimiter != "," else "."
    # A lone column of decimal commas is two columns of whole numbers to any reader.
    sign = "." if len(rows[0]) == 1 else sign
    writer.writerows([[repr(value).replace(".", sign) for value in row] for row in rows])
    dataset = read(stream.getvalue())
    assert np.array_equal(dataset.x, np.array(rows))
    assert np.array_equal(np.signbit(dataset.x), np.signbit(np.array(rows)))
    assert len(dataset.feature_names) == (len(rows[0]) if names else 0)
