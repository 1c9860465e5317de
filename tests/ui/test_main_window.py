"""The main window: names others rely on, one way for every action, nothing lost, everything said."""

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QStatusTipEvent
from PySide6.QtWidgets import QDockWidget, QLabel, QPushButton, QToolButton, QWidget

from densegui.document.presets import PRESETS
from densegui.engine import Dense
from densegui.ui import actions, language
from densegui.ui.application import create_window
from densegui.ui.focus import Focus

_ACTIONS = (
    "runForward",
    "cancelRun",
    "undo",
    "redo",
    "newStack",
    "openFile",
    "saveFile",
    "saveFileAs",
    "loadData",
    "randomData",
    "addBlock",
    "duplicateBlock",
    "removeBlock",
    "moveBlockUp",
    "moveBlockDown",
)
_WIDGETS = ("palette", "stack", "activationsPanel", "graphPanel", "distributionsPanel")


def _action(window, name):
    return window.findChild(QAction, name)


def _ids(window):
    return [layer.id for layer in window.session.model.layers]


def _run(qtbot, window):
    _action(window, "runForward").trigger()
    qtbot.waitUntil(lambda: window.session.result is not None)


def test_names_that_scripts_and_assistive_tools_rely_on(window):
    assert window.objectName() == "mainWindow"
    for name in _ACTIONS:
        assert _action(window, name) is not None, name
    for name in _WIDGETS:
        assert window.findChild(QWidget, name) is not None, name


def test_it_opens_with_the_example_on_the_irises(window):
    assert window.session.model.dims == (4, 8, 6, 1)
    assert window.session.dataset.x.shape == (150, 4)
    assert window.session.dataset.class_names == ("setosa", "versicolor", "virginica")
    assert not window.session.is_modified
    assert window.session.undo_label is None


def test_shortcuts_are_those_of_the_plan_and_none_is_used_twice(window):
    assert {k.toString() for k in _action(window, "runForward").shortcuts()} == {"F5", "Ctrl+Return"}
    used = [keys for spec in actions.table() for keys in spec.shortcuts]
    assert len(used) == len(set(used))


def test_every_action_has_words_a_tip_and_a_place_in_a_menu(window):
    placed = {name for names in actions.MENUS.values() for name in names}
    for spec in actions.table():
        assert spec.text, spec.id
        assert spec.tip, spec.id
        assert spec.id in placed, spec.id


def test_run_forward_fills_the_three_panels(window, qtbot):
    names = ("graphPanel", "activationsPanel", "distributionsPanel")
    before = {name: window.findChild(QWidget, name).grab().toImage() for name in names}
    _run(qtbot, window)
    assert window.session.result.outputs.shape == (150, 1)
    for name in names:
        panel = window.findChild(QWidget, name)
        qtbot.waitUntil(lambda panel=panel: panel.grab().toImage() != before[panel.objectName()])
    assert "150" in window.findChild(QLabel, "statusRun").text()


def test_an_edit_marks_the_result_as_out_of_date(window, qtbot):
    _run(qtbot, window)
    window.session.change_block(_ids(window)[0], "units", 5)
    assert window.session.result is None
    assert "out of date" in window.findChild(QLabel, "statusRun").text()
    _action(window, "undo").trigger()
    assert window.session.result is not None
    assert "150" in window.findChild(QLabel, "statusRun").text()


def test_block_actions_do_the_same_as_the_mouse(window):
    window.stack.select(_ids(window)[1])
    _action(window, "duplicateBlock").trigger()
    assert window.session.model.dims == (4, 8, 6, 6, 1)
    assert window.stack.selected_ids() == (_ids(window)[2],)
    _action(window, "removeBlock").trigger()
    assert window.session.model.dims == (4, 8, 6, 1)
    window.stack.select(_ids(window)[1])
    _action(window, "moveBlockUp").trigger()
    assert window.session.model.dims == (4, 8, 1, 6)
    assert not _action(window, "moveBlockUp").isEnabled()
    _action(window, "moveBlockDown").trigger()
    _action(window, "moveBlockDown").trigger()
    assert window.session.model.dims == (4, 6, 8, 1)
    assert not _action(window, "moveBlockDown").isEnabled()
    _action(window, "addBlock").trigger()
    assert window.session.model.dims == (4, 6, 8, 8, 1)


def test_with_the_input_on_top_up_is_towards_the_input(window):
    _action(window, "topDown").trigger()
    window.stack.select(_ids(window)[1])
    _action(window, "moveBlockUp").trigger()
    assert window.session.model.dims == (4, 6, 8, 1)


def test_actions_are_possible_only_when_they_are(window):
    window.stack.select(None)
    for name in ("duplicateBlock", "removeBlock", "editUnits", "undo", "redo", "cancelRun", "setInputSize"):
        assert not _action(window, name).isEnabled(), name
    window.stack.select(_ids(window)[0])
    assert _action(window, "removeBlock").isEnabled()


def test_undo_says_what_it_takes_back(window):
    window.session.change_block(_ids(window)[1], "units", 7)
    assert _action(window, "undo").text() == "Undo change units of dense_2"
    _action(window, "undo").trigger()
    assert _action(window, "redo").text() == "Redo change units of dense_2"


def test_a_mismatch_is_said_in_the_status_bar_with_the_repair(window, qtbot, tmp_path):
    (tmp_path / "five.csv").write_text("a,b,c,d,e\n1,2,3,4,5\n")
    with qtbot.waitSignal(window.session.dataset_changed):
        window.open_paths(tmp_path / "five.csv")
    assert "five.csv has 5 features" in window.findChild(QLabel, "statusMismatch").text()
    repair = window.findChild(QPushButton, "statusRepair")
    QCoreApplication.sendEvent(window, QStatusTipEvent("what is under the pointer"))
    assert window.findChild(QLabel, "statusFacts").text() == "what is under the pointer"
    assert repair.isVisible()
    QCoreApplication.sendEvent(window, QStatusTipEvent(""))
    assert window.findChild(QLabel, "statusFacts").text().startswith("five.csv")
    assert repair.text() == "Set input size to 5"
    repair.click()
    assert window.session.model.dims == (5, 8, 6, 1)
    assert repair.isHidden()


def test_choosing_columns_is_the_other_repair(window, qtbot, tmp_path):
    (tmp_path / "five.csv").write_text("a,b,c,d,e\n1,2,3,4,5\n")
    with qtbot.waitSignal(window.session.dataset_changed):
        window.open_paths(tmp_path / "five.csv")
    window.commands.questions.answers["ask_columns"] = (0, 1, 3, 4)
    _action(window, "chooseColumns").trigger()
    assert window.session.dataset.feature_names == ("a", "b", "d", "e")
    assert window.session.mismatch == ""
    _action(window, "undo").trigger()
    assert window.session.dataset.features == 5


def _drop(window, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    options = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(50, 50), *options)
    window.dragEnterEvent(entered)
    assert entered.isAccepted()
    window.dropEvent(QDropEvent(QPointF(50, 50), *options))


def test_a_file_dropped_on_the_window_is_loaded(window, qtbot, tmp_path):
    np.save(tmp_path / "own.npy", np.ones((6, 4)))
    with qtbot.waitSignal(window.session.dataset_changed):
        _drop(window, tmp_path / "own.npy")
    assert window.session.dataset.rows == 6


def test_a_file_that_cannot_be_read_is_said_without_stopping_the_person(window, qtbot, tmp_path):
    (tmp_path / "bad.csv").write_text("length,width\n")
    with qtbot.waitSignal(window.session.failed):
        _drop(window, tmp_path / "bad.csv")
    assert "length" in window.notice.text()
    assert window.session.dataset.name == "Iris"


def test_unsaved_changes_are_asked_about_once_and_cancel_keeps_the_window(window):
    questions = window.commands.questions
    questions.answers["ask_save_changes"] = "cancel"
    window.session.set_seed(3)
    window.close()
    assert window.isVisible()
    assert [name for name, _ in questions.asked] == ["ask_save_changes"]


def test_closing_with_save_writes_the_file_first(window, qtbot, tmp_path):
    questions = window.commands.questions
    questions.answers |= {"ask_save_changes": "save", "ask_save": tmp_path / "kept.densegui"}
    window.session.set_seed(3)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert (tmp_path / "kept.densegui").exists()


def test_a_save_that_fails_keeps_the_window_open(window, qtbot, tmp_path):
    questions = window.commands.questions
    questions.answers |= {"ask_save_changes": "save", "ask_save": tmp_path / "no" / "kept.densegui"}
    window.session.set_seed(3)
    with qtbot.waitSignal(window.session.failed):
        window.close()
    assert window.isVisible()
    assert "could not be saved" in window.notice.text()


def test_a_new_stack_asks_first_and_keeps_the_data(window):
    window.session.set_seed(3)
    _action(window, "newStack").trigger()
    assert [name for name, _ in window.commands.questions.asked] == ["ask_save_changes"]
    assert window.session.model.dims == (4,)
    assert window.session.dataset.name == "Iris"


def test_a_new_stack_is_one_step_that_brings_stack_file_and_results_back(window, qtbot, tmp_path):
    session, path = window.session, tmp_path / "kept.densegui"
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    with qtbot.waitSignal(session.saved):
        session.save(path)
    result = session.result
    _action(window, "newStack").trigger()
    assert (session.path, session.is_modified, session.last_result) == (None, False, None)
    assert _action(window, "undo").text() == "Undo new stack"
    session.insert_block(0, Dense(2))
    assert session.is_modified
    assert session.last_result is None, "a run of another stack"
    session.undo()
    _action(window, "undo").trigger()
    assert (session.path, session.is_modified) == (path, False)
    assert session.model.dims == (4, 8, 6, 1)
    assert session.result is result
    _action(window, "redo").trigger()
    assert (session.path, session.model.dims) == (None, (4,))


def test_a_save_that_ends_after_a_new_stack_was_begun_is_one_of_the_stack_before(window, qtbot, tmp_path):
    session, path = window.session, tmp_path / "kept.densegui"
    with qtbot.waitSignal(session.saved):
        session.save(path)
        session.new()
    assert (session.path, session.is_modified) == (None, False)
    session.undo()
    assert (session.path, session.is_modified) == (path, False)


def test_nothing_stays_selected_where_another_stack_comes_with_other_data(window, qtbot):
    session, look = window.session, window.session.inspection
    look.look_at(Focus(session.model.layers[1].id, 4, 3, 60))
    assert window.stack.selected_ids() == (session.model.layers[1].id,)
    with qtbot.waitSignal(session.dataset_changed):
        session.open_preset(PRESETS["iris"], "Iris")
    assert look.focus == Focus()
    assert window.stack.selected_ids() == ()
    chosen = session.model.layers[2].id
    window.stack.select(chosen)
    session.undo()
    assert look.focus == Focus()
    assert window.stack.selected_ids() == ()


def test_weights_are_set_by_hand(window, qtbot):
    window.session.remove_blocks(_ids(window))
    window.session.set_input_dim(2)
    window.stack.select(window.session.insert_block(0, Dense(1, activation="step")))
    chosen = (np.array([[0.5], [0.5]]), np.array([-0.7]))
    window.commands.questions.answers["ask_weights"] = chosen
    with qtbot.waitSignal(window.session.model_changed):
        _action(window, "editWeights").trigger()
    assert window.session.model.is_given(0)
    np.testing.assert_allclose(window.session.model.predict([[1, 1], [1, 0]]), [[1], [0]])
    _action(window, "redrawWeights").trigger()
    assert window.session.model.is_given(0), "redrawn without a yes"
    window.commands.questions.answers["ask_lose_weights"] = True
    _action(window, "redrawWeights").trigger()
    assert not window.session.model.is_given(0)


def test_a_chosen_sample_is_the_same_in_every_panel(window, qtbot):
    _run(qtbot, window)
    graph = window.findChild(QWidget, "graphPanel")
    graph.focus_requested.emit(Focus(window.session.model.layers[1].id, 3, None, 40))
    inspection = window.session.inspection
    assert inspection.focus == Focus(window.session.model.layers[1].id, 3, None, 40)
    row = inspection.minibatch.row_of(40)
    np.testing.assert_allclose(inspection.minibatch.trace.x[row], [5.0, 3.5, 1.3, 0.3], rtol=1e-6)
    assert window.stack.selected_ids() == (window.session.model.layers[1].id,)


def test_every_panel_can_be_closed_and_restored(window):
    docks = window.findChildren(QDockWidget)
    assert {dock.objectName() for dock in docks} == {
        "paletteDock", "graphDock", "matricesDock", "planeDock", "dataDock",
        "activationsDock", "inspectorDock", "distributionsDock",
    }  # fmt: skip
    for dock in docks:
        dock.close()
    _action(window, "resetLayout").trigger()
    assert all(dock.isVisible() for dock in docks)


@pytest.mark.parametrize("name", ["themeDark", "themeLight"])
def test_colours_are_switched_while_a_result_is_shown(name, window, qtbot):
    _run(qtbot, window)
    window.notice.note("a note")
    _action(window, "themeDark" if name == "themeLight" else "themeLight").trigger()
    before = window.grab().toImage().pixelColor(5, window.height() // 2)
    _action(window, name).trigger()
    after = window.grab().toImage().pixelColor(5, window.height() // 2)
    assert (after.lightness() < 128) == (name == "themeDark")
    assert before != after


def test_a_window_opens_a_file_given_to_it(qtbot, tmp_path):
    (tmp_path / "own.csv").write_text("a,b,c,d\n1,2,3,4\n")
    window = create_window(tmp_path / "own.csv")
    qtbot.addWidget(window)
    assert window.session.dataset.name == "own.csv"
    window.session.undo()


def test_nothing_of_the_window_is_wider_than_a_laptop(window):
    assert window.minimumSizeHint().width() <= 1366
    assert window.minimumSizeHint().height() <= 700


def test_what_is_chosen_in_the_menu_of_the_graph_is_chosen_at_the_next_start(window, qtbot):
    _action(window, "graph_upward_true").trigger()
    _action(window, "graph_keep_3").trigger()
    QSettings().setValue("panels/graph/wide", "of an older version")
    started = create_window()
    qtbot.addWidget(started)
    for name, on in {"upward_true": True, "keep_3": True, "wide_ends": True, "wide_active": False}.items():
        assert _action(started, f"graph_{name}").isChecked() is on
    _action(started, "graph_upward_false").trigger()
    assert QSettings().value("panels/graph/upward") == "false"


@pytest.mark.parametrize("language_name", ["en", "ko"])
def test_the_graph_stays_usable_while_the_pass_is_played(window, qtbot, qapp, language_name):
    language.install(qapp, language_name)
    window.resize(1366, 741)
    with qtbot.waitSignal(window.session.result_changed):
        window.session.run_forward()
    graph = window.findChild(QWidget, "graphView")
    qapp.processEvents()
    before = graph.height()
    _action(window, "playToggle").trigger()
    qapp.processEvents()
    assert window.findChild(QWidget, "playBar").isVisible()
    assert graph.height() >= 0.85 * before
    language.install(qapp, "en")


def test_the_first_run_offers_what_makes_outputs_differ_and_undo_brings_it_back(window, qtbot):
    session = window.session
    with qtbot.waitSignal(session.result_changed):
        session.run_forward()
    offer = window.findChild(QToolButton, "graphTry")
    qtbot.waitUntil(offer.isVisible)
    with qtbot.waitSignal(session.result_changed):
        offer.click()
    qtbot.waitUntil(lambda: session.result is not None)
    assert {layer.init.name for layer in session.model.layers} == {"glorot_normal"}
    assert np.ptp(session.result.outputs) > 0.1
    qtbot.waitUntil(offer.isHidden)
    assert _action(window, "undo").text() == "Undo change init to glorot_normal"
    session.undo()
    assert {layer.init.name for layer in session.model.layers} == {"uniform"}


def test_the_input_plane_leads_to_the_choice_of_columns(window):
    window.commands.questions.answers["ask_columns"] = (2, 3)
    window.findChild(QPushButton, "planeColumns").click()
    assert window.session.dataset.feature_names == ("petal_length_cm", "petal_width_cm")
