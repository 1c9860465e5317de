"""Text tables: what is understood, and what the sentence says when it is not."""

import csv
import io
import os
import re
import threading

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from densegui import resources
from densegui.data import ChooseLabel, DataError, load, memory, reading
from densegui.data.dataset import Column

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
        blank = "\n \r\n,\n" * 60_000
        dataset = read(f"{blank}a,b\n{blank}1,2\n{blank}3,4\n{blank}")
        assert dataset.x.tolist() == ROWS
        assert dataset.feature_names == ("a", "b")
        dataset = read(f"{blank}1,2\n{blank}3,4\n\nx,5\n6,7")
        assert dataset.notes == (
            '1 cell holds no number and is taken as missing: line 360,004, column 1 ("x").',
        )

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
        dataset = read("a,sort\n1,u\n2,v\n3,u\n")
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

    def test_a_name_that_says_so(self, read):
        dataset = read(
            "species,id,size,place\n" + "".join(f"{'uv'[i % 2]},n{i},{i}.5,here\n" for i in range(60))
        )
        assert dataset.label_name == "species"
        assert dataset.class_names == ("u", "v")
        assert dataset.notes[0] == (
            'The name of column "species" says what is to be predicted; it became the labels.'
        )
        assert dataset.feature_names == ("id", "size", "place")

    def test_whole_numbers_with_a_telling_name(self, read):
        dataset = read("Class,a\n" + "".join(f"{i % 3},{i}\n" for i in range(60)))
        assert dataset.labels.tolist() == [i % 3 for i in range(60)]
        assert dataset.class_names == ("0", "1", "2")
        assert dataset.features == 1

    def test_broken_numbers_with_a_telling_name_are_targets(self, read):
        dataset = read("a,target\n1,0.5\n2,1.5\n3,0.25\n")
        assert dataset.labels is None
        assert dataset.targets.tolist() == [0.5, 1.5, 0.25]

    @pytest.mark.parametrize("header", ["x,y", "x,y,z", "class,species", "a,b"])
    def test_names_that_say_nothing_plain(self, read, header):
        width = header.count(",") + 1
        dataset = read(header + "\n" + "".join(",".join([f"{i}.5"] * width) + "\n" for i in range(10)))
        assert dataset.features == width
        assert dataset.original is None

    def test_a_last_column_that_counts(self, read):
        lines = [f"{i / 7},{i / 3},{i % 3 + 1}\n" for i in range(60)]
        dataset = read("".join(lines))
        assert dataset.labels.tolist() == [i % 3 for i in range(60)]
        assert dataset.class_names == ("1", "2", "3")
        assert dataset.notes == ("The last column holds 3 different whole numbers; it became the labels.",)
        assert read("".join(lines[:59])).features == 3, "too few rows to be plain"

    def test_a_table_of_truths_has_no_plain_label(self, read):
        assert read("0,0,0\n0,1,1\n1,0,1\n1,1,0\n" * 20).features == 3

    def test_the_original_has_every_column(self, read):
        dataset = read(
            "a,sort,b\n1,u,2\n3,v,4\n1,u,2\n".replace(",b", ",b,species")
            .replace("2\n", "2,k\n")
            .replace("4\n", "4,l\n")
        )
        assert dataset.source.steps == (ChooseLabel(3),)
        assert dataset.raw.x.tolist() == [[1, 0, 2, 0], [3, 1, 4, 1], [1, 0, 2, 0]]
        assert dataset.raw.columns[3] == Column("species", ("k", "l"))
        assert dataset.x.tolist() == [[1, 0, 2], [3, 1, 4], [1, 0, 2]]

    def test_texts_that_never_repeat_are_no_labels(self, read):
        dataset = read("x,id\n" + "".join(f"1,n{i}\n" for i in range(501)))
        assert dataset.original is None
        assert dataset.columns[1].categories == tuple(f"n{i}" for i in range(501))


class TestColumns:
    def test_text_becomes_categories(self, read):
        dataset = read("a,sex,b,town\n1,m,2,x\n3,f,4,\n5,?,6,y\n7,m,8,x\n")
        dataset = dataset.raw
        assert dataset.columns == (
            Column("a"),
            Column("sex", ("m", "f")),
            Column("b"),
            Column("town", ("x", "y")),
        )
        np.testing.assert_array_equal(dataset.x[:, 1], [0, 1, np.nan, 0])
        np.testing.assert_array_equal(dataset.x[:, 3], [0, np.nan, 1, 0])

    def test_true_and_false_are_1_and_0(self, read):
        dataset = read("a,flag,b\n1,True,2\n3,FALSE,4\n5,,6\n")
        np.testing.assert_array_equal(dataset.x[:, 1], [1, 0, np.nan])
        assert dataset.columns == ()
        assert 'True and false became 1 and 0: column "flag".' in dataset.notes

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            ("1970-01-01", 0),
            ("1970-01-02", 1),
            ("2000-03-01", 11017),
            ("1969-12-31", -1),
            ("2000/3/1", 11017),
            ("01.03.2000", 11017),
            ("2000-03-01 12:00", 11017.5),
            ("2000-03-01T06:00:00Z", 11017.25),
            ("2000-03-01 00:00:00.864", 11017.00001),
        ],
    )
    def test_days(self, read, cell, value):
        dataset = read(f"a,when,b\n1,{cell},2\n3,{cell},4\n")
        assert dataset.x[:, 1].tolist() == [value, value]
        assert dataset.notes == ('Days became the number of days since 1970-01-01: column "when".',)

    @pytest.mark.parametrize("cell", ["2000-13-01", "2000-02-30", "1/2/2000", "2000-03-01 25:00"])
    def test_what_is_no_day_is_text(self, read, cell):
        assert read(f"a,when,b\n1,{cell},2\n3,{cell},4\n").columns[1].categories == (cell,)

    def test_whole_numbers_that_float64_rounds(self, read):
        dataset = read("id,a\n9007199254740993,1\n2,2\n")
        assert dataset.x[0, 0] == 9007199254740992
        assert dataset.notes == (
            'Whole numbers beyond 9,007,199,254,740,991 are rounded, as float64 does: column "id".',
        )

    def test_too_many_texts_and_nothing_at_all_are_left_out(self, read):
        lines = [f"{i / 7},n{i},,{i}\n" for i in range(10_001)]
        dataset = read("a,id,gap,b\n" + "".join(lines))
        assert dataset.feature_names == ("a", "b")
        assert dataset.x[:, 1].tolist() == list(range(10_001))
        assert dataset.notes == (
            'Left out, because of too many different texts: column "id".',
            'Left out, because nothing is in it: column "gap".',
        )

    def test_text_far_behind_numbers(self, read):
        """What the first lines say of a column may be wrong; then the table is read again."""
        lines = [f"{i},{i}\n" for i in range(300)] + [f"{i},{'uv'[i % 2]}\n" for i in range(2000)]
        dataset = read("a,b\n" + "".join(lines)).raw
        assert len(dataset.columns[1].categories) == 302
        assert dataset.columns[1].categories[-2:] == ("u", "v")

    def test_text_after_empty_cells(self, read):
        dataset = read("a,cabin,b\n" + "1,,2\n" * 300 + "1,C5,2\n1,B6,2\n")
        assert dataset.columns[1].categories == ("C5", "B6")

    def test_names_that_lack_the_first(self, read):
        """As R writes a table with row names."""
        dataset = read("a,b\n1,10,20\n2,30,40\n3,5,6\n")
        assert dataset.feature_names == ("column 1", "a", "b")

    def test_a_table_of_text_alone(self, read):
        dataset = read("cap,gill\nb,w\nx,w\nx,n\n").raw
        assert dataset.columns == (Column("cap", ("b", "x")), Column("gill", ("w", "n")))
        assert read("b,w\nx,w\nb,w\n").raw.rows == 3


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


class TestOddities:
    """What cannot be read is counted and said; the rest is read."""

    @pytest.mark.parametrize(
        ("text", "rows", "note"),
        [
            (
                "1,2\n3\n5,6\n",
                [[1, 2], [5, 6]],
                "1 line was left out, because it does not have 2 cells: line 2.",
            ),
            (
                "1,2\n\n3,4,5\n6,7\n8\n9,9\n1\n1,1,1\n2,2\n",
                [[1, 2], [6, 7], [9, 9], [2, 2]],
                "4 lines were left out, because they do not have 2 cells: lines 3, 5, 7, …",
            ),
            ("a,b,c,d\n1,2\n3,4\n", [[1, 2], [3, 4]], "1 line was left out, .*: line 1."),
            (
                "a,b\n1,2\nx,3\n4,5\n",
                [[1, 2], [np.nan, 3], [4, 5]],
                '1 cell holds no number .*: line 3, column "a" \\("x"\\)',
            ),
            ("1,2\n3,x\n4,5\n", [[1, 2], [3, np.nan], [4, 5]], 'line 2, column 2 \\("x"\\)'),
            ("a;b\n1,5;2\n2,5;x\n3;4", [[1.5, 2], [2.5, np.nan], [3, 4]], 'line 3, column "b"'),
            (
                "5.1x,3,2\n4,3,2\n6,7,8",
                [[np.nan, 3, 2], [4, 3, 2], [6, 7, 8]],
                'line 1, column 1 \\("5.1x"\\)',
            ),
            ("1,2\n1_000,2\n3,4\n", [[1, 2], [np.nan, 2], [3, 4]], '"1_000"'),
            ("1,2\n0x10,4\n3,4\n", [[1, 2], [np.nan, 4], [3, 4]], '"0x10"'),
            ('a,b\n"1,234",2\n5,6\n', [[np.nan, 2], [5, 6]], 'line 2, column "a" \\("1,234"\\)'),
            ("a;b\n1.234,5;2\n2,5;3\n", [[np.nan, 2], [2.5, 3]], '"1.234,5"'),
            ("a,b\n1,\n2,3\n", [[1, np.nan], [2, 3]], '1 cell is empty or not finite: column "b" \\(1\\).'),
            (
                "1,nan\n NA,3\n4,5\n",
                [[1, np.nan], [np.nan, 3], [4, 5]],
                "2 cells are empty or not finite: column 1 \\(1\\), column 2",
            ),
            ("1,2\n-inf,3\n", [[1, 2], [np.nan, 3]], "1 cell is empty or not finite"),
            ("1,2\n1e999,3\n", [[1, 2], [np.nan, 3]], "1 cell is empty or not finite"),
            (
                "a,b\n2020-01-01,2\nsoon,3\n2020-01-03,4\n",
                [[18262, 2], [np.nan, 3], [18264, 4]],
                "1 cell holds no day .* line 3",
            ),
        ],
    )
    def test_is_said(self, read, text, rows, note):
        dataset = read(text)
        np.testing.assert_array_equal(dataset.raw.x, rows)
        assert re.search(note, " ".join(dataset.notes))

    @pytest.mark.parametrize("kind", ["", ",k", ',"k"', ',"k\nl"'])
    @pytest.mark.parametrize("count", [60_000, 300_000])
    def test_line_number_far_into_the_file(self, read, kind, count):
        lines = [f"{i},1{kind}" for i in range(count)]
        lines[49_999] = f"4x,1{kind}"
        lines[50_010] = "5"
        high = 1 + kind.count("\n")
        dataset = read("\n".join(lines))
        assert dataset.rows == count - 1
        assert f'line {49_999 * high + 1:,}, column 1 ("4x")' in " ".join(dataset.notes)
        assert f"line {50_010 * high + 1:,}." in " ".join(dataset.notes)

    def test_missing_cells_of_the_whole_file_are_counted(self, read):
        lines = ["1,2"] * 600_000
        lines[100] = ",2"
        lines[59_000] = "nan,inf"
        lines[590_000] = "NA,1"
        dataset = read("\n".join(lines))
        assert dataset.notes == ("4 cells are empty or not finite: column 1 (3), column 2 (1).",)
        assert np.argwhere(np.isnan(dataset.x)).tolist() == [[100, 0], [59_000, 0], [59_000, 1], [590_000, 0]]

    def test_quotes_are_short_and_printable(self, read):
        dataset = read("1,2\n\x7f" + "x" * 100_000 + ",4\n5,6\n")
        assert len(" ".join(dataset.notes)) < 400
        assert " ".join(dataset.notes).isprintable()


class TestRealFiles:
    """The same flowers in the writings that programs give them."""

    HEADER = ("꽃받침 길이", "꽃받침 너비", "꽃잎 길이", "꽃잎 너비", "품종")
    SPECIES = {"setosa": "부채붓꽃", "versicolor": "베르시콜로르", "virginica": "버지니카"}  # noqa: RUF012

    @pytest.fixture
    def flowers(self):
        with resources.path("datasets", "iris.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.reader(stream))[1:]

    @pytest.mark.parametrize(
        ("delimiter", "decimal", "encoding", "line_end", "quoting"),
        [
            (",", ".", "cp949", "\r\n", csv.QUOTE_MINIMAL),
            (";", ",", "cp949", "\r\n", csv.QUOTE_MINIMAL),
            (";", ",", "utf-8-sig", "\r\n", csv.QUOTE_NONNUMERIC),
            ("\t", ".", "utf-16", "\r\n", csv.QUOTE_MINIMAL),
            (",", ".", "utf-8", "\n", csv.QUOTE_ALL),
        ],
    )
    @pytest.mark.parametrize("times", [1, 300])
    def test_iris(self, read, flowers, delimiter, decimal, encoding, line_end, quoting, times):
        stream = io.StringIO(newline="")
        writer = csv.writer(stream, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
        writer.writerow(self.HEADER)
        rows = [[cell.replace(".", decimal) for cell in row[:4]] + [self.SPECIES[row[4]]] for row in flowers]
        writer.writerows(rows * times)
        dataset = read(stream.getvalue().encode(encoding))
        assert dataset.feature_names == self.HEADER[:4]
        assert dataset.label_name == "품종"
        assert dataset.class_names == tuple(self.SPECIES.values())
        assert dataset.x.shape == (150 * times, 4)
        assert np.array_equal(dataset.x[-150:], [[float(cell) for cell in row[:4]] for row in flowers])
        assert [list(self.SPECIES)[label] for label in dataset.labels[:150]] == [row[4] for row in flowers]


class TestChanges:
    """Files that change while they are read: rows or a sentence, never a crash."""

    @pytest.mark.parametrize("length", [0, 10, 1_000_001])
    def test_cut_short_while_it_is_read(self, tmp_path, length):
        path = tmp_path / "table.csv"
        path.write_text("1.25,2.5\n" * 1_000_000)
        steps = reading(path)
        for _ in range(3):
            next(steps)
        os.truncate(path, length)
        *_, last = steps
        assert last.done <= 1.0

    def test_threads_end_with_a_cancel(self, tmp_path):
        path = tmp_path / "table.csv"
        path.write_text("1.25,2.5\n" * 1_000_000)
        steps = reading(path)
        while next(steps).done < 0.3:
            pass
        assert any(thread.name.startswith("table") for thread in threading.enumerate())
        steps.close()
        assert not any(thread.name.startswith("table") for thread in threading.enumerate())


class TestSentences:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("", "is empty"),
            ("\n \n\t\n", "nothing but blank lines"),
            (",,\n,,\n", "nothing but blank lines"),
            ("a,b\n", 'only a line of column names, "a, b"'),
            ("1,2\n" * 300 + "1,2,3\n" * 301, "301 of 601 lines have another number, the first is line 301"),
            ("1,2\n" * 300 + "1,2,3\n" * 900_000, "of .* lines have another number, the first is line 301"),
            ("x\ny\nx\n", "one column of text"),
            ("to be or\nnot to be\nthat is the\n", 'holds text, "to be or'),
            ("a,b\nnan,\n,\nnan,\n", "every column is empty"),
            ('a,b\n1,2\n"3,4\n5,6\n', "2 of 3 lines have another number, the first is line 3"),
            ('a\n1\n"' + "2" * 200_000 + '"\n', "from line 3 on: .* cannot be split into cells"),
            ('"' + "2" * 200_000 + '"\n1\n', "text without an end to its first cell"),
            ("1,2\n3,\x004\n", "bytes that are not text"),
            ("1,2\n" * 100_000 + "3,\x004\n", "bytes that are not text \\(at byte 400,002\\)"),
            ("a,b\n1,2\n".encode("utf-16-le"), "bytes that are not text"),
            (b"\xff\xfe1\x00\xd8\xd8\x31\x00", "bytes that are not text"),
        ],
    )
    def test_says_what_is_wrong_and_where(self, read, text, sentence):
        with pytest.raises(DataError, match=sentence) as caught:
            read(text)
        assert "table.csv" in str(caught.value)


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
        with pytest.raises(DataError, match=r"table of about .* × 2 numbers needs .* of memory"):
            read("1,2\n" * 100_000)

    def test_room_grows_when_lines_get_shorter(self, read):
        long, short = "1.00000000000000000000000000\n", "2\n"
        dataset = read(long * 10_000 + short * 300_000)
        assert dataset.rows == 310_000
        assert dataset.x.sum() == 10_000 + 600_000

    def test_progress_rises_to_one_in_many_steps(self, tmp_path):
        path = tmp_path / "table.csv"
        path.write_text("1.25,2.5\n" * 5_000_000)
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
