"""The outcome: truth tables, confusion matrices and targets, on the screen and as numbers."""

import gc
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from densegui.data import Dataset, builtin
from densegui.data.dataset import Source
from densegui.engine import Activation, Dense, Model
from densegui.ui.focus import Focus, Minibatch
from densegui.ui.panels import outcome_counting
from densegui.ui.panels.distributions_panel import DistributionsPanel

IRIS = builtin("iris")
CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])


def rows_of(x, labels=None, class_names=(), feature_names=()):
    labels = None if labels is None else np.asarray(labels)
    return Dataset("typed", x, Source("typed", {}), feature_names, labels, class_names)


def xor():
    """FACTS.md §5: NAND and OR side by side, then AND of the two."""
    model = Model([Dense(2, input_dim=2, activation="step"), Dense(1, activation="step")], dtype="float64")
    model = model.with_parameters(0, weights=[[-0.5, 0.5], [-0.5, 0.5]], bias=[0.7, -0.2])
    return model.with_parameters(1, weights=[[0.5], [0.5]], bias=[-0.7])


def perceptron(weights, bias):
    model = Model([Dense(1, input_dim=2, activation="step")], dtype="float64")
    return model.with_parameters(0, weights=np.reshape(weights, (2, 1)), bias=[bias])


def classifier(seed=0):
    return Model([Dense(8, input_dim=4, activation="relu"), Dense(3, activation="softmax")], seed=seed)


@pytest.fixture
def panel(qtbot):
    widget = DistributionsPanel()
    qtbot.addWidget(widget)
    widget.resize(640, 320)
    widget.show()
    qtbot.waitExposed(widget)
    widget._bar.choose("outcome")
    return widget


def show(panel, model, dataset):
    panel.show_dataset(dataset)
    panel.show_model(model)
    panel.show_result(model.run(dataset.x, labels=dataset.labels), True)
    QApplication.processEvents()
    return panel._views["outcome"]


def facts(panel):
    return panel.findChild(QLabel, "outcomeFacts").text().replace("\u00a0", " ")


def test_truth_table_of_xor(panel):
    view = show(panel, xor(), rows_of(CORNERS, [0, 1, 1, 0], ("0", "1"), ("x1", "x2")))
    table = view._table.table
    assert view._table.isVisible()
    assert table.heads == ("x1", "x2", "y", "label")
    assert [row[:3] for row in table.rows] == [
        ("0", "0", "0"),
        ("1", "0", "1"),
        ("0", "1", "1"),
        ("1", "1", "0"),
    ]
    assert table.wrong == frozenset()
    assert facts(panel) == "4 of 4 rows give their label"


def test_truth_table_shows_what_the_hidden_neurons_say(panel):
    """NAND and OR side by side, and of them AND."""
    model = xor()
    view = show(panel, model, rows_of(CORNERS, [0, 1, 1, 0]))
    panel.show_minibatch(Minibatch(model, model.trace(CORNERS), 0))
    table = view._table.table
    assert table.heads == ("x0", "x1", "h0", "h1", "y", "label")
    assert ["".join(row[2:5]) for row in table.rows] == ["100", "111", "111", "010"]
    panel.show_minibatch(Minibatch(xor(), model.trace(CORNERS), 0))
    assert len(view._table.table.heads) == 4


def test_columns_and_cells_of_the_table_say_what_they_are(panel):
    model = xor().with_dtype("float32").with_parameters(1, weights=[[0.1], [0.2]], bias=[0.0])
    model = model.with_layers([model.layers[0], replace(model.layers[1], activation=Activation("linear"))])
    view = show(panel, model, rows_of(CORNERS, [0, 1, 1, 0], ("0", "1"), ("left", "right")))
    panel.show_minibatch(Minibatch(model, model.trace(CORNERS), 0))
    table = view._table
    wide, line = table._shown_width(), table._line()

    def tip(column, row):
        return table.tip_at(QPointF(8 + (column + 0.5) * wide, 4 + (row + 1.5) * line))

    assert [tip(column, -1) for column in range(6)] == [
        "input 0: left",
        "input 1: right",
        "hidden neuron 0: its output a",
        "hidden neuron 1: its output a",
        "output neuron 0: its output a",
        "the label in the data",
    ]
    assert tip(4, 1) == "output neuron 0: its output a\ny = 0.3"  # float32, but not 0.30000001192092896
    assert tip(9, 1) == table.toolTip()
    assert [entry.text for entry in view._legend._always] == ["h: output of a hidden neuron"]


def test_one_row_is_called_one_row(panel):
    show(panel, perceptron([0.5, 0.5], -0.2), rows_of(CORNERS[:1], [0]))
    assert facts(panel) == "1 of 1 row gives its label"
    assert panel._bar._said == ("1 row",)


@pytest.mark.parametrize(
    ("weights", "bias", "expected"),
    [([0.5, 0.5], -0.7, "0001"), ([-0.5, -0.5], 0.7, "1110"), ([0.5, 0.5], -0.2, "0111")],
)
def test_truth_tables_of_and_nand_or(panel, weights, bias, expected):
    view = show(panel, perceptron(weights, bias), rows_of(CORNERS))
    assert "".join(row[2] for row in view._table.table.rows) == expected


def test_no_step_neuron_gives_xor_and_the_wrong_rows_say_so(panel):
    view = show(panel, perceptron([0.5, 0.5], -0.2), rows_of(CORNERS, [0, 1, 1, 0]))
    assert view._table.table.wrong == frozenset({3})
    assert facts(panel) == "3 of 4 rows give their label"


def test_rows_of_the_table_are_samples(panel, qtbot):
    view = show(panel, xor(), rows_of(CORNERS))
    heard = []
    panel.focus_requested.connect(heard.append)
    panel.focus_requested.connect(panel.show_focus)
    line = view._table._line()
    qtbot.mouseClick(view._table, Qt.MouseButton.LeftButton, pos=QPoint(20, int(4 + 2.5 * line)))
    qtbot.keyClick(view._table, Qt.Key.Key_Down)
    assert heard == [Focus(sample=1), Focus(sample=2)]
    assert view._table.table.selected == 2


def test_many_rows_or_columns_have_no_table(panel):
    assert not show(panel, classifier(), IRIS)._table.isVisible()
    wide = Model([Dense(1, input_dim=9)])
    assert not show(panel, wide, rows_of(np.zeros((3, 9))))._table.isVisible()


def test_confusion_matrix_with_names(panel):
    model = classifier()
    view = show(panel, model, IRIS)
    found = model.predict(IRIS.x).argmax(axis=1)
    grid = view._heat.grid
    assert view._heat.isVisible()
    assert list(grid.rows) == list(grid.columns) == ["setosa", "versicolor", "virginica"]
    for label in range(3):
        for predicted in range(3):
            count = np.sum((IRIS.labels == label) & (found == predicted))
            assert grid.texts[label][predicted] == str(count)
            share = grid.values[label, predicted]
            assert share == pytest.approx(count / 50 * (1 if label == predicted else -1))
    right = int(np.sum(found == IRIS.labels))
    assert f"{right} of 150 right" in facts(panel)
    assert f"accuracy {right / 150 * 100:.3g} %" in facts(panel)


def test_cells_lead_through_their_samples(panel, qtbot):
    model = classifier()
    view = show(panel, model, IRIS)
    found = model.predict(IRIS.x).argmax(axis=1)
    predicted = int(np.bincount(found[IRIS.labels == 1], minlength=3).argmax())
    samples = np.flatnonzero((IRIS.labels == 1) & (found == predicted))
    heard = []
    panel.focus_requested.connect(heard.append)
    panel.focus_requested.connect(panel.show_focus)
    area = view._heat.cells()
    spot = QPoint(
        int(area.left() + (predicted + 0.5) * area.width() / 3), int(area.top() + 1.5 * area.height() / 3)
    )
    for _ in range(len(samples) + 1):
        qtbot.mouseClick(view._heat, Qt.MouseButton.LeftButton, pos=spot)
    assert [focus.sample for focus in heard] == [*samples, samples[0]]
    assert view._heat.grid.selected == (1, predicted)
    assert f"{len(samples)} of 50 rows" in view._heat.tip(1, predicted)


def test_arrow_keys_walk_through_the_cells(panel, qtbot):
    show(panel, classifier(), IRIS)
    heat = panel._views["outcome"]._heat
    heard = []
    heat.chosen.connect(lambda row, column: heard.append((row, column)))
    panel.show_focus(Focus(sample=0))
    row, column = heat.grid.selected
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    assert heard == [(row + 1, column)]


def test_fewer_classes_than_labels_are_said(panel):
    model = Model([Dense(1, input_dim=4, activation="sigmoid")])
    view = show(panel, model, IRIS)
    assert view._heat.grid.values.shape == (3, 2)
    assert "the labels have 3 classes, the last layer tells 2 apart" in facts(panel)


def test_without_labels_the_predicted_classes_are_counted(panel):
    model = classifier()
    view = show(panel, model, rows_of(IRIS.x))
    assert not view._heat.isVisible()
    assert view._right.widget.isVisible()
    box = view._right.shapes.shapes[0].path.boundingRect()
    share = np.bincount(model.predict(IRIS.x).argmax(axis=1)).max() / 150
    assert box.bottom() == pytest.approx(share)
    assert "accuracy" not in facts(panel)
    counts = np.bincount(model.predict(IRIS.x).argmax(axis=1), minlength=3)
    most = int(counts.argmax())
    assert f"predicted: {counts[most]} × class {most}" in facts(panel)
    assert facts(panel).endswith("no labels to compare with")


def test_numbers_stand_against_numeric_targets(panel, qtbot):
    model = Model([Dense(1, input_dim=4)], seed=1, dtype="float64")
    target = np.arange(150) % 7
    view = show(panel, model, rows_of(np.asarray(IRIS.x), target))
    away = model.predict(IRIS.x)[:, 0] - target
    assert f"RMSE {np.sqrt(np.mean(away**2)):.4g}" in facts(panel)
    heard = []
    panel.focus_requested.connect(heard.append)
    point = view._tally.points[11]
    view._on_point_clicked(QPointF(*point))
    assert (view._tally.points[heard[0].sample] == point).all()


def test_class_names_that_are_numbers_are_targets(panel):
    model = Model([Dense(1, input_dim=4)], dtype="float64")
    names = ("1.5", "-2", "10")
    show(panel, model, rows_of(np.asarray(IRIS.x), IRIS.labels, names))
    target = np.array([1.5, -2, 10])[IRIS.labels]
    away = model.predict(IRIS.x)[:, 0] - target
    assert f"mean absolute {np.abs(away).mean():.4g}" in facts(panel)


def test_targets_of_the_data_are_what_numbers_are_compared_with(panel):
    model = Model([Dense(1, input_dim=4)], dtype="float64")
    target = np.linspace(-3, 8, 150)
    data = replace(IRIS, labels=None, class_names=(), targets=target)
    show(panel, model, data)
    away = model.predict(IRIS.x)[:, 0] - target
    assert f"RMSE {np.sqrt(np.mean(away**2)):.4g}" in facts(panel)
    assert [row[-1] for row in panel._views["outcome"].table(panel._shown())][1:] == target.tolist()
    show(panel, Model([Dense(2, input_dim=4)]), data)
    assert facts(panel).endswith("the target is one number: compare it with one output")


def test_class_names_that_are_words_are_no_targets(panel):
    show(panel, Model([Dense(1, input_dim=4)]), IRIS)
    assert facts(panel).startswith("outputs are numbers: mean")
    assert facts(panel).endswith("the labels are names, no numbers to compare with")


def test_pinned_accuracy_stands_beside(panel):
    first, second = classifier(0), classifier(3)
    show(panel, first, IRIS)
    panel.findChild(QToolButton, "distributionsPin").click()
    show(panel, second, IRIS)
    now, before = (np.mean(m.predict(IRIS.x).argmax(axis=1) == IRIS.labels) for m in (second, first))
    assert f"accuracy {now * 100:.3g} % ({before * 100:.3g} %)" in facts(panel)


def test_labels_of_other_data_judge_nothing(panel):
    model = classifier()
    panel.show_dataset(IRIS)
    result = model.run(IRIS.x)
    panel.show_result(result, True)
    panel.show_dataset(rows_of(np.zeros((150, 4)), np.zeros(150, int)))
    panel.show_result(result, False)
    view = panel._views["outcome"]
    assert list(view._heat.grid.rows) == ["setosa", "versicolor", "virginica"]


def test_many_rows_are_counted_between_events(panel, monkeypatch, qtbot):
    """With no time at all for a slice, every step waits for its turn; the counts are the same."""
    monkeypatch.setattr(outcome_counting, "_SLICE_SECONDS", 0.0)
    rng = np.random.default_rng(0)
    data = rows_of(rng.normal(size=(150_000, 4)).astype("float32"), rng.integers(0, 3, 150_000))
    model = classifier()
    panel.show_dataset(data)
    panel.show_result(model.run(data.x), True)
    view = panel._views["outcome"]
    assert view._tally is None
    assert facts(panel).startswith("Counting the outputs")
    qtbot.waitUntil(lambda: view._tally is not None)
    assert view._tally.correct == np.sum(model.predict(data.x).argmax(axis=1) == data.labels)
    assert "right" in facts(panel)


def test_a_new_result_cancels_the_count_of_the_old(panel, monkeypatch, qtbot):
    monkeypatch.setattr(outcome_counting, "_SLICE_SECONDS", 0.0)
    x = np.random.default_rng(0).normal(size=(150_000, 4)).astype("float32")
    panel.show_dataset(rows_of(x))
    panel.show_result(classifier(0).run(x), True)
    view = panel._views["outcome"]
    last = classifier(1).run(x)
    panel.show_result(last, True)
    qtbot.waitUntil(lambda: view._tally is not None)
    assert (view._tally.predicted == last.outputs.argmax(axis=1)).all()
    assert view._counting._steps is None


def test_counting_stops_out_of_sight_and_begins_again(panel, monkeypatch, qtbot):
    monkeypatch.setattr(outcome_counting, "_SLICE_SECONDS", 0.0)
    x = np.random.default_rng(0).normal(size=(150_000, 4)).astype("float32")
    panel.show_dataset(rows_of(x))
    panel.show_result(classifier(0).run(x), True)
    view = panel._views["outcome"]
    panel._bar.choose("boxes")
    assert view._counting._steps is None
    panel._bar.choose("outcome")
    panel.hide()
    assert view._counting._steps is None
    panel.show()
    qtbot.waitUntil(lambda: view._tally is not None)


def test_table_of_the_outcome_names_every_sample(panel):
    model = classifier()
    show(panel, model, IRIS)
    head, first, *rest = panel.numbers()
    assert list(head) == ["sample", "output 0", "output 1", "output 2", "label"]
    assert first == (0, *model.predict(IRIS.x)[0].tolist(), "setosa")
    assert len(rest) == 149


def test_without_a_layer_there_is_no_outcome(panel):
    show(panel, Model([], input_dim=4), IRIS)
    assert facts(panel).startswith("Add a Dense block")


def test_a_run_without_rows(panel):
    show(panel, classifier(), rows_of(np.zeros((0, 4)), np.zeros(0, int)))
    assert "accuracy –" in facts(panel)
    assert not panel.grab().isNull()


def test_many_outcomes_make_no_new_objects(panel):
    sets = [
        (classifier(), IRIS),
        (xor(), rows_of(CORNERS, [0, 1, 1, 0])),
        (Model([Dense(1, input_dim=4)]), IRIS),
    ]

    def rounds(count):
        for turn in range(count):
            show(panel, *sets[turn % 3])
        gc.collect()
        return len(panel.findChildren(QObject))

    assert rounds(6) == rounds(60)
