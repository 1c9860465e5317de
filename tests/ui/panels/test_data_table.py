"""The table of the data: rows of millions, read only where they are looked at."""

import threading

import numpy as np
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QTableView, QToolButton

from densegui.data import finish
from densegui.data.dataset import Column, Dataset, Source
from densegui.data.preparation import preparing
from densegui.data.steps import FillMissing, Scale
from densegui.ui import theme
from densegui.ui.focus import Focus
from densegui.ui.panels.data_blocks import is_in_memory
from densegui.ui.panels.data_panel import DataPanel
from densegui.ui.panels.data_table_model import FEATURES_SHOWN, PAGE

NAN = float("nan")
PEOPLE = Dataset(
    "people.csv",
    np.array([[1.0, 0.0], [NAN, 1.0], [123456.789, NAN]]),
    Source("typed", {}),
    ("income", "city"),
    labels=np.array([1, 0, 1]),
    class_names=("no", "yes"),
    label_name="married",
    columns=(Column("income"), Column("city", ("Seoul", "부산"))),
    notes=("Semicolons stand between the cells.", "1 line could not be read: 4."),
)


class Slow:
    """Rows on demand; each is its own number, and no block is read before ``gate`` is open."""

    ndim = 2
    dtype = np.dtype(np.float32)

    def __init__(self, rows, features, gate=None):
        self.shape = rows, features
        self.gate = gate
        self.read = []

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, index):
        assert threading.current_thread() is not threading.main_thread()
        if self.gate is not None:
            assert self.gate.wait(30)
        start, stop, _ = index.indices(len(self))
        self.read.append((start, stop))
        return np.repeat(np.arange(start, stop, dtype=np.float32)[:, None], self.shape[1], axis=1)

    def __array__(self, *_, **__):
        raise AssertionError("all rows were asked for")


def table(panel):
    return panel.findChild(QTableView, "dataTable")


def text(panel, row, column, role=Qt.ItemDataRole.DisplayRole):
    model = table(panel).model()
    return model.data(model.index(row, column), role)


def titles(panel):
    model = table(panel).model()
    return [model.headerData(c, Qt.Orientation.Horizontal) for c in range(model.columnCount())]


class Heard(list):
    def __init__(self, signal):
        super().__init__()
        signal.connect(self._on_said)

    def _on_said(self, value):
        self.append(value)


def test_numbers_categories_labels_and_what_is_missing(panel):
    panel.show_dataset(PEOPLE)
    assert titles(panel) == ["married", "income", "city"]
    assert [[text(panel, row, column) for column in range(3)] for row in range(3)] == [
        ["yes", "1", "Seoul"],
        ["no", "NaN", "부산"],
        ["yes", "1.235e+05", "missing"],
    ]
    assert text(panel, 2, 1, Qt.ItemDataRole.ToolTipRole) == "123456.789"
    assert text(panel, 1, 2, Qt.ItemDataRole.ToolTipRole) == "부산 = 1"


def test_what_is_missing_stands_out(panel):
    panel.show_dataset(PEOPLE)
    role = Qt.ItemDataRole.ForegroundRole
    assert text(panel, 1, 1, role) == QColor(theme.colors().warning)
    assert text(panel, 1, 1, Qt.ItemDataRole.FontRole).bold()
    assert text(panel, 0, 1, role) is None


def test_facts_and_notes_of_the_reader(panel, qtbot):
    panel.show_dataset(PEOPLE)
    said = panel.accessibleDescription()
    assert said == ("people.csv: (N, features) = (3, 2) · float64 · in memory, 48 B · label married: no, yes")
    notes = panel.findChild(QToolButton, "dataNotesButton")
    assert notes.text() == "Understood (2)"
    notes.click()
    shown = panel.findChild(QObject, "dataNotes")
    assert shown.isVisible()
    assert shown.text().splitlines() == [f"• {note}" for note in PEOPLE.notes]


def test_a_row_is_selected_in_all_panels(panel, qtbot):
    heard = Heard(panel.focus_requested)
    panel.show_dataset(PEOPLE)
    panel.show_focus(Focus(4, 1, None, -1))
    assert not table(panel).selectionModel().hasSelection()
    table(panel).selectRow(2)
    assert heard == [Focus(4, 1, None, 2)]
    panel.show_focus(Focus(4, 1, None, 1))
    assert [index.row() for index in table(panel).selectionModel().selectedRows()] == [1]
    assert heard == [Focus(4, 1, None, 2)]
    qtbot.keyClick(table(panel), Qt.Key.Key_Up)
    assert heard[-1] == Focus(4, 1, None, 0)


def test_going_into_the_table_selects_no_row(panel, qtbot):
    heard = Heard(panel.focus_requested)
    panel.show_dataset(PEOPLE)
    table(panel).setFocus(Qt.FocusReason.TabFocusReason)
    assert heard == []


def test_rows_as_they_were_read_are_found_by_their_sample(panel):
    prepared = finish(preparing(PEOPLE, (FillMissing("drop"), Scale())))
    heard = Heard(panel.focus_requested)
    panel.show_dataset(prepared)
    panel.show_focus(Focus(sample=0))
    assert text(panel, 0, 1) == "0"  # the only row that is left is scaled to 0
    panel.findChild(QToolButton, "dataAsRead").click()
    assert [text(panel, row, 1) for row in range(3)] == ["1", "NaN", "1.235e+05"]
    assert [index.row() for index in table(panel).selectionModel().selectedRows()] == [0]
    table(panel).selectRow(1)  # it was left out
    assert heard == []


def test_as_read_is_offered_where_something_was_prepared(panel):
    panel.show_dataset(PEOPLE)
    assert not panel.findChild(QToolButton, "dataAsRead").isVisible()


def test_rows_on_demand_are_read_where_they_are_looked_at(panel, qtbot):
    gate = threading.Event()
    slow = Slow(50_000_000, 3, gate)
    panel.show_dataset(Dataset("slow", slow, Source("file", {})))
    assert "read when needed, 600 MB" in panel.accessibleDescription()
    assert text(panel, 7, 0) == "…"
    gate.set()
    qtbot.waitUntil(lambda: text(panel, 7, 0) == "7")
    panel.show_focus(Focus(sample=49_999_999))
    model = table(panel).model()
    assert model.headerData(9_999_999, Qt.Orientation.Vertical) == "49,999,999"
    qtbot.waitUntil(lambda: text(panel, 9_999_999, 0) == "5.000e+07")
    assert sum(stop - start for start, stop in slow.read) < 5_000


def test_whoever_scrolls_past_waits_for_nothing(panel, qtbot):
    gate = threading.Event()
    slow = Slow(20_000_000, 2, gate)
    panel.show_dataset(Dataset("slow", slow, Source("file", {})))
    for row in range(0, 10_000_000, 100_000):
        text(panel, row, 0)
    gate.set()
    qtbot.waitUntil(lambda: text(panel, 9_900_000, 0) == "9.900e+06")
    assert len(slow.read) <= 8


def test_more_rows_than_qt_can_place_come_in_pages(panel):
    rows = 3 * 10**9
    panel.show_dataset(Dataset("huge", Slow(rows, 1), Source("file", {})))
    assert table(panel).model().rowCount() == PAGE
    panel.show_focus(Focus(sample=rows - 1))
    model = table(panel).model()
    assert model.rowCount() == PAGE
    assert model.headerData(PAGE - 1, Qt.Orientation.Vertical) == "2,999,999,999"
    note = panel.findChild(QObject, "dataTableNote").text()
    assert note.startswith("Rows 2,990,000,000 to 2,999,999,999 of 3,000,000,000")


def test_more_features_than_anyone_reads_are_cut_off_in_words(panel):
    panel.show_dataset(Dataset("wide", np.zeros((2, FEATURES_SHOWN + 1), np.uint8), Source("typed", {})))
    assert table(panel).model().columnCount() == FEATURES_SHOWN
    assert panel.findChild(QObject, "dataTableNote").text() == "The first 10,000 of 10,001 features."


def test_rows_that_cannot_be_read_are_said(panel, qtbot):
    class Gone(Slow):
        def __getitem__(self, index):
            raise OSError("big.npy is gone")

    panel.show_dataset(Dataset("gone", Gone(100, 2), Source("file", {})))
    note = panel.findChild(QObject, "dataTableNote")
    qtbot.waitUntil(note.isVisible)
    assert note.text() == "big.npy is gone"
    assert text(panel, 0, 0) == "…"


def test_other_data_take_the_place_of_those_that_are_being_read(panel, qtbot):
    gate = threading.Event()
    panel.show_dataset(Dataset("slow", Slow(100, 2, gate), Source("file", {})))
    assert text(panel, 5, 0) == "…"
    panel.show_dataset(Dataset("slow too", Slow(100, 2), Source("file", {})))
    gate.set()
    qtbot.waitUntil(lambda: text(panel, 5, 1) == "5")


def test_names_of_samples_stand_before_them(panel):
    data = Dataset("files", np.zeros((2, 1)), Source("file", {}), sample_names=("cat.png", "dog.png"))
    panel.show_dataset(data)
    assert titles(panel) == ["name", "x[0]"]
    assert [text(panel, row, 0) for row in range(2)] == ["cat.png", "dog.png"]


def test_targets_are_numbers(panel):
    data = Dataset(
        "houses", np.zeros((2, 1)), Source("file", {}), targets=np.array([1.5, 2e9]), label_name="price"
    )
    panel.show_dataset(data)
    assert titles(panel) == ["price", "x[0]"]
    assert [text(panel, row, 0) for row in range(2)] == ["1.5", "2.000e+09"]
    assert "target: price" in panel.accessibleDescription()


def test_without_data_it_says_what_to_do(panel):
    panel.show_dataset(None)
    assert "Drop a file" in panel.accessibleDescription()
    assert list(panel.numbers()) == []


def test_a_hidden_panel_reads_nothing(qtbot, background):
    widget = DataPanel()
    qtbot.addWidget(widget)
    widget.work_in(background)
    slow = Slow(100, 2)
    widget.show_dataset(Dataset("slow", slow, Source("file", {})))
    widget.show_focus(Focus(sample=3))
    assert slow.read == []
    assert table(widget) is None
    widget.show()
    qtbot.waitUntil(lambda: text(widget, 3, 0) == "3")


def test_the_numbers_behind_it_are_the_rows_with_every_digit(panel):
    panel.show_dataset(PEOPLE)
    rows = [list(row) for row in panel.numbers()]
    assert rows[0] == ["sample", "income", "city", "married"]
    assert rows[3][:2] == [2, 123456.789]
    assert [row[-1] for row in rows[1:]] == ["yes", "no", "yes"]


def test_a_thousand_times_leave_nothing_behind(panel):
    panel.show_dataset(PEOPLE)
    panel.show_focus(Focus(sample=1))
    before = len(panel.findChildren(QObject))
    for turn in range(1000):
        panel.show_focus(Focus(sample=turn % 3))
        panel.show_dataset(PEOPLE)
    assert len(panel.findChildren(QObject)) == before


def test_what_lies_in_a_file_is_not_in_memory(tmp_path):
    path = tmp_path / "x.npy"
    np.save(path, np.zeros((4, 3)))
    mapped = np.load(path, mmap_mode="r")
    assert is_in_memory(np.zeros((4, 3))[::2].T)
    assert not is_in_memory(mapped)
    assert not is_in_memory(mapped[1:].view(np.ndarray))
    assert not is_in_memory(Slow(2, 2))
