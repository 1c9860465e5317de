"""Several bricks at once: selecting, moving, copying, dragging out; activations dropped on bricks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from densegui.engine import Activation, Dense, Model
from densegui.ui.builder import drag_view, payload

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


@pytest.fixture
def tall(bench):
    """Four bricks of 1 to 4 units."""
    bench.show(Model([Dense(units) for units in (1, 2, 3, 4)], input_dim=4))
    return bench


def _click(qtbot, bench, layer_id, modifier=NONE):
    qtbot.mouseClick(bench.view.viewport(), LEFT, modifier, bench.chips(layer_id).name.center())


def _send(bench, kind, mime, point, action):
    # Qt sends the later events of a drag to where it has entered.
    for each in (QDragEnterEvent, kind):
        where = QPointF(point) if each is QDropEvent else point
        event = each(where, action, mime, LEFT, CTRL if action == COPY else NONE)
        event.setDropAction(action)
        QApplication.sendEvent(bench.view.viewport(), event)
    return event.isAccepted()


def _mime(bench, *ids):
    return bench.view.model().mimeData([bench.row(i) for i in ids])


def _gap(bench, layer_id):
    """A point in the upper edge of a brick: the gap on its output side."""
    return bench.chips(layer_id).body.center() - QPoint(0, 26)


def test_shift_and_ctrl_clicks_select_several(qtbot, tall):
    one, two, three, four = tall.ids
    _click(qtbot, tall, one)
    _click(qtbot, tall, three, SHIFT)
    assert tall.stack.selected_ids() == (one, two, three)
    _click(qtbot, tall, two, CTRL)
    assert tall.stack.selected_ids() == (one, three)
    _click(qtbot, tall, four)
    assert tall.stack.selected_ids() == (four,)


def test_shift_arrows_stretch_the_selection(qtbot, tall):
    one, two, three, _ = tall.ids
    tall.stack.select(one)
    tall.view.setFocus()
    for _ in range(2):
        qtbot.keyClick(tall.view, Qt.Key.Key_Up, SHIFT)
    assert tall.stack.selected_ids() == (one, two, three)


def test_ctrl_a_selects_all_bricks_and_no_plate(qtbot, tall):
    tall.view.setFocus()
    qtbot.keyClick(tall.view, Qt.Key.Key_A, CTRL)
    assert tall.stack.selected_ids() == tall.ids
    assert len(tall.view.selectedIndexes()) == 4


def test_blocks_are_selected_from_outside(tall):
    told = []
    tall.stack.selection_changed.connect(told.append)
    tall.stack.select_blocks((tall.ids[2], tall.ids[0], 999))
    assert told == [(tall.ids[0], tall.ids[2])]


def test_a_new_block_goes_after_the_selected_ones(tall):
    assert tall.stack.insertion_index() == 4
    tall.stack.select_blocks(tall.ids[:2])
    assert tall.stack.insertion_index() == 2
    tall.stack.select(None)
    assert tall.stack.insertion_index() == 4


def test_several_move_together_and_stay_selected(tall):
    one, two, three, four = tall.ids
    # The payload lists them from the input on, whatever order the view gives.
    assert _send(tall, QDropEvent, _mime(tall, three, one), _gap(tall, four), MOVE)
    assert tall.asked == [("move several", (one, three), 4)]
    assert tall.ids == (two, four, one, three)
    assert tall.stack.selected_ids() == (one, three)


def test_several_dropped_where_they_are_stay(tall):
    assert _send(tall, QDropEvent, _mime(tall, *tall.ids[1:3]), _gap(tall, tall.ids[1]), MOVE)
    assert tall.asked == []


def test_ctrl_copies_several_and_selects_the_copies(tall):
    one, two, _, four = before = tall.ids
    assert _send(tall, QDropEvent, _mime(tall, one, two), _gap(tall, four), COPY)
    assert tall.asked == [("copy several", (one, two), 4)]
    assert tall.units == (1, 2, 3, 4, 1, 2)
    assert tall.stack.selected_ids() == tuple(i for i in tall.ids if i not in before)


class Drag:
    """Stands in for QDrag, whose loop only a real pointer ends."""

    last = None
    over = None

    def __init__(self, source):
        self.source = source
        self.dragged = None
        Drag.last = self

    def setMimeData(self, mime):  # noqa: N802 - Qt's name
        self.mime = mime

    def setPixmap(self, pixmap):  # noqa: N802 - Qt's name
        self.pixmap = pixmap

    def setHotSpot(self, point):  # noqa: N802 - Qt's name
        self.spot = point

    def exec(self, supported, default):
        self.dragged = self.source.itemDelegate().dragged_rows
        if Drag.over is not None:
            Drag.over(self.mime)
        return MOVE


@pytest.fixture
def drag(monkeypatch):
    monkeypatch.setattr(drag_view, "QDrag", Drag)
    monkeypatch.setattr(Drag, "over", None)
    return Drag


def _start(bench):
    bench.view.startDrag(MOVE | COPY)
    return Drag.last


def test_all_selected_bricks_hang_under_the_pointer(qtbot, tall, drag):
    told = []
    tall.stack.dragging_changed.connect(told.append)
    _click(qtbot, tall, tall.ids[0])
    one = _start(tall)
    tall.stack.select_blocks(tall.ids[:3])
    several = _start(tall)
    assert payload.read(several.mime, tall.view.model().token) == tall.ids[:3]
    assert several.dragged == {2, 3, 4}
    # Two more bricks, each as high as the row it stands in.
    assert several.pixmap.height() - one.pixmap.height() == 2 * tall.rect(tall.ids[0]).height()
    assert told == [True, False, True, False]
    assert tall.view.itemDelegate().dragged_rows == frozenset()
    assert tall.asked == []


def test_a_drag_of_very_many_shows_some(tall, drag):
    tall.show(Model([Dense(3) for _ in range(60)], input_dim=4))
    tall.view.selectAll()
    many = _start(tall)
    assert len(payload.read(many.mime, None)) == 60
    assert many.pixmap.height() < 640


@pytest.mark.parametrize(
    ("place", "keys", "ends", "gone"),
    [
        ("beside", NONE, QDropEvent, True),
        ("beside", NONE, QDragMoveEvent, False),  # Esc after it was there
        ("beside", CTRL, QDropEvent, False),  # a copy is made in the stack alone
        ("elsewhere", NONE, QDropEvent, False),
        ("inside", NONE, QDragMoveEvent, False),
    ],
)
def test_bricks_dropped_beside_the_stack_are_taken_away(tall, drag, place, keys, ends, gone):
    beside, elsewhere = QWidget(tall.stack), QWidget()
    for widget in (beside, elsewhere):
        widget.setAcceptDrops(True)  # as the main window does, for files
    target = {"beside": beside, "elsewhere": elsewhere, "inside": tall.view.viewport()}[place]

    def drag_over(mime):
        for kind in (QDragEnterEvent, QDragMoveEvent, ends):
            where = QPointF(5, 5) if kind is QDropEvent else QPoint(5, 5)
            event = kind(where, MOVE, mime, LEFT, keys)
            event.ignore()
            QApplication.sendEvent(target, event)
            if not event.isAccepted():
                return  # Qt sends nothing more of a drag that was not taken.

    drag.over = staticmethod(drag_over)
    tall.stack.select_blocks(tall.ids[1:3])
    before = tall.ids
    _start(tall)
    assert tall.asked == ([("remove", before[1:3])] if gone else [])
    # After the drag, drops are no business of the stack.
    late = payload.moving_blocks(before[1:3], tall.view.model().token)
    asked = list(tall.asked)
    drag_over(late)
    assert tall.asked == asked
    elsewhere.deleteLater()


TANH = Dense(8, activation="tanh")


def test_an_activation_dropped_on_a_brick_changes_it(bench):
    mime = payload.new_block(TANH, gives_activation=True)
    middle = bench.chips(bench.ids[1]).body.center()
    assert _send(bench, QDragMoveEvent, mime, middle, COPY)
    delegate = bench.view.itemDelegate()
    assert (delegate.gap_row, delegate.target_row) == (-1, 2)
    assert delegate.offered == Activation("tanh")
    assert _send(bench, QDropEvent, mime, middle, COPY)
    assert bench.asked == [("change", bench.ids[1], "activation", Activation("tanh"))]
    assert bench.units == (8, 6, 1)
    assert bench.stack.selected_ids() == (bench.ids[1],)
    assert (delegate.gap_row, delegate.target_row) == (-1, -1)


def test_an_activation_dropped_between_bricks_is_a_new_block(bench):
    mime = payload.new_block(TANH, gives_activation=True)
    gap = _gap(bench, bench.ids[1])
    assert _send(bench, QDragMoveEvent, mime, gap, COPY)
    delegate = bench.view.itemDelegate()
    assert (delegate.gap_row, delegate.target_row) == (2, -1)
    assert _send(bench, QDropEvent, mime, gap, COPY)
    assert bench.asked == [("insert", 2, TANH)]


def test_a_brick_that_has_the_activation_stays(bench):
    mime = payload.new_block(Dense(8, activation="relu"), gives_activation=True)
    assert _send(bench, QDropEvent, mime, bench.chips(bench.ids[1]).body.center(), COPY)
    assert bench.asked == []


def test_a_whole_block_never_lands_on_a_brick(bench):
    assert _send(bench, QDropEvent, payload.new_block(TANH), bench.chips(bench.ids[1]).body.center(), COPY)
    assert [asked[0] for asked in bench.asked] == ["insert"]


def test_a_brick_already_looks_as_it_would_after_the_drop(bench):
    def colour():
        picture = bench.view.viewport().grab().toImage()
        point = bench.chips(bench.ids[1]).body.topLeft() + QPoint(6, 40)
        return picture.pixelColor((point.toPointF() * picture.devicePixelRatio()).toPoint())

    blue = colour()
    mime = payload.new_block(TANH, gives_activation=True)
    _send(bench, QDragMoveEvent, mime, bench.chips(bench.ids[1]).body.center(), COPY)
    green = colour()
    assert blue.blue() > blue.green()
    assert green.green() > green.blue()
