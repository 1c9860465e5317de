"""Workbooks, written by hand as the format describes them: what is read of them, and what is refused."""

import io
import zipfile
import zlib

import numpy as np
import pytest

from densegui.data import DataError, excel, finish, from_json, restoring, to_json, xlsx
from densegui.data.choices import Choice
from densegui.data.dataset import Column

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook(sheets, strings=(), styles="", more=None, properties=""):
    """Returns the bytes of a workbook; ``sheets`` are names with the XML of their rows."""
    links = "".join(
        f'<Relationship Id="rId{i}" Type="{RELATION}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    listed = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(sheets, start=1)
    )
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{RELATION}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships>{links}</Relationships>",
        "xl/styles.xml": f"{HEAD}<styleSheet {MAIN}>{styles}</styleSheet>",
        "xl/sharedStrings.xml": f"{HEAD}<sst {MAIN}>"
        + "".join(f"<si>{text}</si>" for text in strings)
        + "</sst>",
    }
    for i, rows in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{i}.xml"] = (
            f'{HEAD}<worksheet {MAIN}><dimension ref="A1:XFD1048576"/>'
            f"<sheetData>{rows}</sheetData></worksheet>"
        )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (parts | (more or {})).items():
            if content is not None:
                archive.writestr(name, content)
    return stream.getvalue()


def plain(rows, first=1):
    """Returns the XML of rows of numbers and inline texts; None leaves a cell out."""
    return "".join(
        f'<row r="{i}">'
        + "".join(
            f'<c r="{chr(65 + j)}{i}" t="inlineStr"><is><t>{cell}</t></is></c>'
            if isinstance(cell, str)
            else f'<c r="{chr(65 + j)}{i}"><v>{cell!r}</v></c>'
            for j, cell in enumerate(row)
            if cell is not None
        )
        + "</row>"
        for i, row in enumerate(rows, start=first)
    )


ROWS = [["a", "b"], [1, 0.1], [2, 1e300], [3, 1 / 3]]


@pytest.fixture
def book(read):
    def make(sheets, name="book.xlsx", **parts):
        sheets = {"Sheet1": sheets} if isinstance(sheets, str) else sheets
        options = {"sheet": parts.pop("sheet")} if "sheet" in parts else {}
        return read(workbook(sheets, **parts), name, **options)

    return make


class TestCells:
    @pytest.mark.parametrize("name", ["book.xlsx", "book.XLSM", "book.csv", "book"])
    def test_numbers_are_exact(self, book, name):
        dataset = book(plain(ROWS), name)
        assert dataset.feature_names == ("a", "b")
        assert dataset.x.tolist() == ROWS[1:]
        assert dataset.notes == ()

    def test_shared_strings_with_runs_and_what_is_read_aloud(self, book):
        strings = [
            "<t>size</t>",
            "<r><t>so</t></r><r><rPr/><t>rt</t></r><rPh><t>aloud</t></rPh>",
            '<t xml:space="preserve"> u </t>',
            "<t>v &quot;w&quot;\tx\ny</t>",
        ]
        rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' + "".join(
            f'<row r="{i}"><c r="A{i}"><v>{i}</v></c><c r="B{i}" t="s"><v>{2 + i % 2}</v></c></row>'
            for i in (2, 3)
        )
        dataset = book(rows, strings=strings)
        assert dataset.feature_names == ("size",)
        assert dataset.label_name == "sort"
        assert dataset.class_names == ("u", 'v "w" x y')

    def test_truths_formulas_and_faults(self, book):
        rows = plain([["a", "b", "c"]]) + "".join(
            f'<row r="{i}"><c r="A{i}" t="b"><v>{i % 2}</v></c><c r="B{i}"><f>A1*2</f><v>{i}.5</v></c>'
            f'<c r="C{i}" t="{kind}"><f>1/0</f><v>{value}</v></c></row>'
            for i, kind, value in [(2, "n", "7"), (3, "e", "#DIV/0!"), (4, "str", "9"), (5, "e", "#N/A")]
        )
        dataset = book(rows)
        np.testing.assert_array_equal(
            dataset.x, [[0, 2.5, 7], [1, 3.5, np.nan], [0, 4.5, 9], [1, 5.5, np.nan]]
        )
        assert dataset.notes[:2] == (
            '1 cell holds no number and is taken as missing: row 3, column "c" ("#DIV/0!").',
            '1 cell is empty or not finite: column "c" (1).',
        )

    @pytest.mark.parametrize(
        ("properties", "serial", "day"),
        [
            ("", "1", -25567),  # 1900-01-01
            ("", "59", -25509),  # 1900-02-28
            ("", "61", -25508),  # 1900-03-01
            ("", "25569", 0),
            ("", "43832.25", 18263.25),
            ('<workbookPr date1904="1"/>', "0", -24107),
            ('<workbookPr date1904="1"/>', "24107", 0),
        ],
    )
    @pytest.mark.parametrize("style", ["1", "2", "3"])
    def test_days(self, book, properties, serial, day, style):
        if serial == "0":
            return  # a time of day
        styles = (
            '<numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
            '<numFmt numFmtId="165" formatCode="[$-409]d/m/yy\\ h:mm"/>'
            '<numFmt numFmtId="166" formatCode="[h]:mm"/>'
            '</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>'
            '<xf numFmtId="166"/></cellXfs>'
        )
        rows = "".join(
            f'<row r="{i}"><c r="A{i}" s="{style}"><v>{serial}</v></c><c r="B{i}" s="4"><v>1.5</v></c></row>'
            for i in (1, 2)
        )
        dataset = book(rows, styles=styles, properties=properties)
        assert dataset.x.tolist() == [[day, 1.5]] * 2

    def test_table_that_begins_elsewhere_below_a_title(self, book):
        rows = plain([[None, "Measured in May"]], 2) + plain(
            [[None, "a", "b", "c"], [None, 1, 2, 3], [None, 4, None, 6], [None, 7, 8, None]], 4
        )
        dataset = book(rows)
        assert dataset.feature_names == ("a", "b", "c")
        np.testing.assert_array_equal(dataset.x, [[1, 2, 3], [4, np.nan, 6], [7, 8, np.nan]])
        assert dataset.notes == (
            "1 row was left out, because it does not have 3 cells: row 2.",
            '2 cells are empty or not finite: column "b" (1), column "c" (1).',
        )

    def test_cells_without_references(self, book):
        assert book(
            "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>"
        ).x.tolist() == [[1, 2], [3, 4]]

    def test_merged_cells_are_their_first(self, book):
        dataset = book(plain([["a", "b"], [1, 2], [None, 3], [4, 5]]))
        np.testing.assert_array_equal(dataset.x, [[1, 2], [np.nan, 3], [4, 5]])


class TestSheets:
    SHEETS = {"First": plain(ROWS), "Zweites &amp; Blatt": plain([[7, 8]]), "Empty": ""}  # noqa: RUF012

    def test_the_first_unless_said(self, book, tmp_path):
        dataset = book(self.SHEETS)
        assert dataset.x.tolist() == ROWS[1:]
        assert dataset.notes == ('The sheet "First" was read; there are others: "Zweites & Blatt", "Empty".',)
        assert excel.sheets(tmp_path / "book.xlsx") == ("First", "Zweites & Blatt", "Empty")

    def test_another_and_again(self, book, tmp_path):
        dataset = book(self.SHEETS, sheet="Zweites & Blatt")
        assert dataset.x.tolist() == [[7, 8]]
        assert dataset.source.parameters["sheet"] == "Zweites & Blatt"
        again = finish(restoring(from_json(to_json(dataset.source))))
        assert again.x.tolist() == [[7, 8]]
        assert again.notes == dataset.notes

    def test_one_that_is_not_there(self, book):
        with pytest.raises(DataError, match=r'book\.xlsx has no sheet "Third"; it has "First"'):
            book(self.SHEETS, sheet="Third")

    def test_an_empty_one(self, book):
        with pytest.raises(DataError, match=r'book\.xlsx, sheet "Empty" is empty'):
            book(self.SHEETS, sheet="Empty")

    def test_a_sheet_of_another_kind_of_file(self, read):
        with pytest.raises(DataError, match=r"no such choice|sheet"):
            read("1,2\n", sheet="First")


class TestDamage:
    @pytest.mark.parametrize(
        "parts",
        [
            {"xl/workbook.xml": None},
            {"xl/workbook.xml": "<workbook"},
            {"xl/_rels/workbook.xml.rels": None},
            {"xl/worksheets/sheet1.xml": None},
            {"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row r='1'><c><v>1"},
            {"xl/worksheets/sheet1.xml": "<worksheet><row r='99999999999'><c><v>1</v></c></row></worksheet>"},
            {"xl/worksheets/sheet1.xml": "<worksheet><row r='x'/></worksheet>"},
            {"xl/worksheets/sheet1.xml": "<worksheet><row><c r='ZZZ1'><v>1</v></c></row></worksheet>"},
            {"xl/worksheets/sheet1.xml": "<worksheet><row><c r='B1'/><c r='A1'/></row></worksheet>"},
            {"xl/worksheets/sheet1.xml": "<worksheet><row><c t='s'><v>5</v></c></row></worksheet>"},
            {"xl/worksheets/sheet1.xml": "<worksheet><row><c t='s'><v>-1</v></c></row></worksheet>"},
            {"xl/worksheets/sheet1.xml": "<!DOCTYPE w><worksheet><row><c><v>1</v></c></row></worksheet>"},
            {"xl/sharedStrings.xml": "<!DOCTYPE s [<!ENTITY a 'x'>]><sst><si><t>&b;</t></si></sst>"},
            {"xl/styles.xml": "<styleSheet><cellXfs><xf numFmtId='x'/></cellXfs></styleSheet>"},
        ],
    )
    def test_parts(self, book, parts):
        with pytest.raises(
            DataError, match=r"book\.xlsx(:.* found one that is damaged| holds no sheet)"
        ) as caught:
            book(plain(ROWS), more=parts)
        assert len(str(caught.value)) < 300

    def test_cut_short_everywhere(self, read):
        whole = workbook({"A": plain(ROWS)})
        for end in range(4, len(whole), 61):
            with pytest.raises(DataError, match=r"book\.xlsx"):
                read(whole[:end], "book.xlsx")

    def test_bytes_that_were_changed(self, read):
        whole = bytearray(workbook({"A": plain(ROWS * 50)}))
        rng = np.random.default_rng(0)
        for _ in range(200):
            changed = bytearray(whole)
            for place in rng.integers(0, len(whole), 3):
                changed[place] = rng.integers(256)
            try:
                read(bytes(changed), "book.xlsx")
            except DataError as error:
                assert "book.xlsx" in str(error)

    def test_a_bomb_is_refused_before_it_is_unpacked(self, read, monkeypatch):
        monkeypatch.setattr(xlsx, "_BYTES_MOST", 10_000_000)
        monkeypatch.setattr(zlib, "decompressobj", None)
        with pytest.raises(DataError, match=r"unpacks to at most 10 MB, found 6 parts with 100 MB"):
            read(workbook({"A": " " * 100_000_000}), "book.xlsx")

    def test_another_document(self, read):
        with pytest.raises(DataError, match=r"damaged, encrypted or of another program"):
            read(workbook({}, more={"xl/workbook.xml": None, "word/document.xml": "<w/>"}), "book.xlsx")

    def test_sheets_of_no_workbook(self, tmp_path):
        with pytest.raises(DataError, match=r"there is no such file"):
            excel.sheets(tmp_path / "gone.xlsx")
        (tmp_path / "text.xlsx").write_text("1,2")
        with pytest.raises(DataError, match=r"text\.xlsx: expected a sound workbook"):
            excel.sheets(tmp_path / "text.xlsx")


def test_columns_of_text_are_categories(book):
    dataset = book(plain([["town", "a"], ["x", 1], ["y", 2.5], ["x", 3], ["y", 7]]))
    assert dataset.raw.columns == (Column("town", ("x", "y")), Column("a"))


def test_other_sheets_could_be_read_instead(book):
    labelled = plain([["n", "kind"], *([k, "a" if k % 2 else "b"] for k in range(20))])
    dataset = book({"First": labelled, "Second": plain(ROWS)}, sheet="First")
    assert dataset.original is not None
    assert dataset.raw.choices == (Choice("sheet", ("First", "Second"), "First"),)
    assert book({"Only": plain(ROWS)}).raw.choices == ()
