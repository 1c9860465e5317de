"""What outputs say: classes, confidence and errors, counted in slices, agree with NumPy in one go."""

import math
from dataclasses import replace

import numpy as np
import pytest

from densegui.engine import Dense, Model
from densegui.ui.panels.outcome_tally import BINS, POINTS, class_count, compare_numbers, count_classes


def finish(steps):
    yields = 0
    while True:
        try:
            next(steps)
            yields += 1
        except StopIteration as stop:
            return stop.value, yields


def probabilities(rows, classes, seed=0):
    x = np.random.default_rng(seed).random((rows, classes), np.float32)
    return x / x.sum(axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("units", "activation", "classes"),
    [(3, "softmax", 3), (1, "sigmoid", 2), (1, "linear", 0), (3, "sigmoid", 0), (1, "step", 0)],
)
def test_which_last_layers_tell_classes_apart(units, activation, classes):
    assert class_count(Dense(units, input_dim=2, activation=activation)) == classes


def test_softmax_of_the_lesson_is_its_third_class():
    """FACTS.md §3: softmax of (0.3, 2.9, 4.0) is (0.01821127, 0.24519181, 0.73659691)."""
    model = Model([Dense(3, input_dim=3, activation="softmax")], dtype="float64")
    model = model.with_parameters(0, weights=np.eye(3), bias=np.zeros(3))
    tally, _ = finish(count_classes(model.predict(np.array([[0.3, 2.9, 4.0]])), 3, np.array([2])))
    assert tally.predicted.tolist() == [2]
    assert tally.confidence == pytest.approx(0.73659691, rel=1e-7)
    assert tally.accuracy == 1


def test_counts_are_numpys_over_many_slices():
    outputs = probabilities(70_001, 3)
    labels = np.random.default_rng(1).integers(0, 3, len(outputs))
    tally, yields = finish(count_classes(outputs, 3, labels))
    found = outputs.argmax(axis=1)
    assert yields > 2
    assert (tally.predicted == found).all()
    assert tally.counts.tolist() == np.bincount(found, minlength=3).tolist()
    assert tally.accuracy == np.mean(found == labels)
    assert tally.confidence == pytest.approx(outputs.max(axis=1).astype(float).mean())
    for label in range(3):
        for of_class in range(3):
            expected = np.sum((labels == label) & (found == of_class))
            assert tally.confusion[label, of_class] == expected
    sure = outputs.max(axis=1).astype(float)
    hit = np.histogram(sure[found == labels], BINS, (0, 1))[0]
    assert np.abs(tally.right - hit).sum() <= 2  # a value on an edge may fall to either side
    assert tally.right.sum() + tally.wrong.sum() == len(outputs)


def test_one_sigmoid_tells_two_classes_apart():
    outputs = np.array([[0.1], [0.5], [0.50001], [0.9]])
    tally, _ = finish(count_classes(outputs, 2, np.array([0, 1, 1, 1])))
    assert tally.predicted.tolist() == [0, 0, 1, 1]
    assert tally.confidence == pytest.approx((0.9 + 0.5 + 0.50001 + 0.9) / 4)
    assert tally.confusion.tolist() == [[1, 0], [1, 2]]
    assert tally.correct == 3


def test_more_labels_than_classes_are_never_right():
    tally, _ = finish(count_classes(np.array([[0.9], [0.9], [0.1]]), 2, np.array([2, 1, 0])))
    assert tally.confusion.tolist() == [[1, 0], [0, 1], [0, 1]]
    assert tally.correct == 2


def test_rows_with_nan_have_no_class():
    outputs = np.array([[0.2, 0.8], [math.nan, 0.1], [math.nan, math.nan]])
    tally, _ = finish(count_classes(outputs, 2, np.array([1, 1, 0])))
    assert tally.predicted.tolist() == [1, -1, -1]
    assert tally.undecided == 2
    assert tally.accuracy == pytest.approx(1 / 3)
    assert tally.right.sum() == 1


def test_no_rows():
    tally, yields = finish(count_classes(np.zeros((0, 3)), 3, np.zeros(0, int)))
    assert (yields, tally.correct) == (0, 0)
    assert math.isnan(tally.accuracy)
    assert math.isnan(tally.confidence)
    numbers, _ = finish(compare_numbers(np.zeros((0, 1)), np.zeros(0)))
    assert math.isnan(numbers.rmse)
    assert numbers.points.shape == (0, 2)


def test_without_labels_nothing_is_wrong():
    tally, _ = finish(count_classes(probabilities(10, 4), 4, None))
    assert tally.confusion is None
    assert tally.right.sum() == 10
    assert math.isnan(tally.accuracy)


def test_errors_are_numpys_over_many_slices():
    rng = np.random.default_rng(2)
    targets = 1e6 + rng.normal(size=200_003)
    outputs = (targets + rng.normal(size=len(targets)) / 2).reshape(-1, 1)
    tally, yields = finish(compare_numbers(outputs, targets))
    away = outputs[:, 0] - targets
    assert yields > 2
    assert tally.rmse == pytest.approx(np.sqrt(np.mean(away**2)))
    assert tally.mae == pytest.approx(np.mean(np.abs(away)))
    assert tally.r2 == pytest.approx(1 - np.mean(away**2) / targets.var(), rel=1e-6)
    assert len(tally.points) == POINTS
    assert (tally.points[:, 0] == targets[tally.chosen]).all()
    assert (tally.points[:, 1] == outputs[tally.chosen, 0]).all()


def test_predictions_that_are_not_finite_are_left_out():
    tally, _ = finish(compare_numbers(np.array([[1.0], [math.nan], [math.inf]]), np.array([0.0, 1.0, 2.0])))
    assert (tally.judged, tally.rmse) == (1, 1.0)


def test_outputs_may_be_a_mapped_file(tmp_path):
    outputs = probabilities(5000, 5)
    np.save(tmp_path / "outputs.npy", outputs)
    mapped = np.load(tmp_path / "outputs.npy", mmap_mode="r")
    tally, _ = finish(count_classes(mapped, 5, None))
    assert (tally.predicted == outputs.argmax(axis=1)).all()


def test_a_tally_is_a_value():
    tally, _ = finish(count_classes(probabilities(3, 2), 2, None))
    with pytest.raises(AttributeError):
        tally.confidence = 1.0
    assert replace(tally, confidence=1.0).confidence == 1.0
