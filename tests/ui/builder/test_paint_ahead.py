"""Rows out of sight are painted in pauses: the nearest first, in bounded memory, between other events."""

import pytest
from PySide6.QtCore import QObject, QTimer

from densegui.engine import Dense, Model
from densegui.ui.builder import paint_ahead, row_pictures
from densegui.ui.builder.paint_ahead import PaintAhead

TALL = Model([Dense(units) for units in range(1, 61)], input_dim=4)


@pytest.fixture
def painted(monkeypatch):
    """The rows that were painted anew, in order."""
    seen = []
    paint_new = row_pictures._painted

    def note(size, ratio, row, look, studs):
        seen.append(row)
        return paint_new(size, ratio, row, look, studs)

    monkeypatch.setattr(row_pictures, "_painted", note)
    return seen


def _settled(bench, qtbot):
    qtbot.waitUntil(lambda: not bench.view.is_painting_ahead)


def _frame(bench, qapp):
    bench.view.viewport().repaint()


def _scroll(bench, qapp):
    """Goes through the whole stack, a frame at each place, faster than a pause lasts."""
    bar = bench.view.verticalScrollBar()
    for value in range(bar.minimum(), bar.maximum() + 1, bar.pageStep()):
        bar.setValue(value)
        _frame(bench, qapp)


def test_after_a_pause_a_scroll_paints_nothing_anew(bench, painted, qtbot, qapp):
    bench.show(TALL)
    _settled(bench, qtbot)
    assert {row.layer_id for row in painted if hasattr(row, "layer_id")} >= set(bench.ids)
    painted.clear()
    _scroll(bench, qapp)
    assert painted == []


def test_what_a_change_did_out_of_sight_is_painted_too(bench, painted, qtbot, qapp):
    bench.show(TALL)
    _settled(bench, qtbot)
    painted.clear()
    bench.change(bench.ids[40], "units", 500)
    _frame(bench, qapp)
    assert painted == []
    _settled(bench, qtbot)
    assert bench.ids[40] in {row.layer_id for row in painted}


def test_the_nearest_come_first(bench, painted, qtbot):
    bench.show(TALL)
    _settled(bench, qtbot)
    bench.view.itemDelegate().forget_pictures()
    bench.view.verticalScrollBar().setValue(0)
    painted.clear()
    bench.view.viewport().repaint()
    in_sight = len(painted)
    _settled(bench, qtbot)
    # From the top of the stack down, as its last brick is on top.
    ahead = [row.layer_id for row in painted[in_sight:] if hasattr(row, "layer_id")]
    assert ahead == sorted(ahead, reverse=True)
    assert len(ahead) > 20


def test_memory_is_bounded_and_what_is_in_sight_stays(bench, painted, qtbot, qapp, monkeypatch):
    # So many pictures of 460 × (59 + 6) pixels of 4 bytes have room: more than are in sight, fewer than all.
    room = 24
    monkeypatch.setattr(row_pictures, "MOST_BYTES", room * 460 * 65 * 4)
    bench.show(TALL)
    bench.view.verticalScrollBar().setValue(0)
    _frame(bench, qapp)
    painted.clear()
    _settled(bench, qtbot)
    assert 0 < len(painted) < room
    painted.clear()
    _frame(bench, qapp)
    assert painted == []


def test_a_short_stack_has_nothing_to_paint(bench, painted, qtbot):
    _settled(bench, qtbot)
    painted.clear()
    bench.view.viewport().repaint()
    _settled(bench, qtbot)
    assert painted == []


def test_other_events_come_between_slices(qtbot, monkeypatch):
    monkeypatch.setattr(paint_ahead, "_SLICE", -1.0)  # each row is a slice of its own
    happened = []
    owner = QObject()

    def paint(row):
        happened.append(row)
        QTimer.singleShot(0, lambda: happened.append("event"))

    ahead = PaintAhead(lambda: range(3), paint, owner)
    ahead.begin()
    assert happened == []
    qtbot.waitUntil(lambda: not ahead.is_busy)
    assert [kind for kind in happened if kind != "event"] == [0, 1, 2]
    assert happened.index("event") < happened.index(2)


def test_a_frame_in_between_begins_anew(qtbot):
    owner, asked, seen = QObject(), [], []

    def rows():
        asked.append(len(asked))
        return range(2)

    ahead = PaintAhead(rows, seen.append, owner)
    ahead.begin()
    ahead.begin()
    qtbot.waitUntil(lambda: not ahead.is_busy)
    assert (asked, seen) == ([0], [0, 1])
    ahead.begin()
    qtbot.waitUntil(lambda: not ahead.is_busy)
    assert (asked, seen) == ([0, 1], [0, 1, 0, 1])
