"""What outputs say, counted slice by slice: classes and confidence, or numbers against targets."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from densegui.engine.outputs import forget_pages

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.engine import Dense

    Floats = NDArray[np.floating[Any]]

BINS: Final = 20  # of confidence, from 0 to 1
POINTS: Final = 2000  # of predictions against targets
_SLICE: Final = 2**16  # outputs looked at between two points of progress


@dataclass(frozen=True, slots=True, eq=False)
class ClassTally:
    """What a classifier says.

    Attributes:
        predicted: (N,) the class of each row, −1 where an output is NaN.
        counts: (classes,) how many rows are predicted to be of each class.
        right: (BINS,) rows by confidence whose class is the label, or all without labels.
        wrong: (BINS,) the others.
        confidence: the mean of the probability of the predicted class.
        confusion: (labels, classes) rows by label and predicted class; None without labels.
    """

    predicted: NDArray[np.int32]
    counts: NDArray[np.int64]
    right: NDArray[np.int64]
    wrong: NDArray[np.int64]
    confidence: float
    confusion: NDArray[np.int64] | None

    @property
    def correct(self) -> int:
        """Rows whose predicted class is their label; 0 without labels."""
        return 0 if self.confusion is None else int(np.trace(self.confusion))

    @property
    def accuracy(self) -> float:
        """Share of the rows that are predicted to be what their label says; NaN without labels or rows."""
        rows = len(self.predicted)
        return self.correct / rows if rows and self.confusion is not None else math.nan

    @property
    def undecided(self) -> int:
        """Rows without a class."""
        return len(self.predicted) - int(self.counts.sum())


@dataclass(frozen=True, slots=True, eq=False)
class NumberTally:
    """How predictions lie to their targets.

    Attributes:
        points: (at most ``POINTS``, 2) target and prediction, evenly chosen.
        chosen: their rows.
        rmse: root of the mean squared difference.
        mae: mean of the absolute difference.
        r2: share of the variance of the targets that is explained; NaN where they are all the same.
        judged: rows whose prediction is finite.
    """

    points: NDArray[np.float64]
    chosen: NDArray[np.intp]
    rmse: float
    mae: float
    r2: float
    judged: int


def class_count(layer: Dense) -> int:
    """How many classes the outputs of a last layer tell apart; 0 where they are numbers."""
    if layer.activation.function.rowwise and layer.units > 1:
        return layer.units
    return 2 if layer.units == 1 and layer.activation.name in {"sigmoid", "hard_sigmoid"} else 0


def count_classes(
    outputs: Floats, classes: int, labels: NDArray[np.integer[Any]] | None
) -> Generator[int, None, ClassTally]:
    """Counts what a classifier says; yields the rows done.

    Args:
        outputs: (N, classes) probabilities; or (N, 1), those of class 1 of two.
        classes: number of classes.
        labels: (N,) class numbers from 0, or None.
    """
    rows = len(outputs)
    predicted = np.full(rows, -1, np.int32)
    counts, right, wrong = np.zeros(classes, np.int64), np.zeros(BINS, np.int64), np.zeros(BINS, np.int64)
    kinds = 0 if labels is None else max(int(labels.max(initial=0)) + 1, classes)
    confusion = np.zeros(kinds * classes, np.int64)
    total = 0.0
    step = max(1, _SLICE // max(1, outputs.shape[1]))
    for start in range(0, rows, step):
        part = slice(start, min(start + step, rows))
        found, sure = decide(np.asarray(outputs[part]))
        forget_pages(outputs, part.start, part.stop)
        decided = found >= 0
        predicted[part] = found
        counts += np.bincount(found[decided], minlength=classes)
        total += float(sure[decided].sum())
        bins = np.minimum((sure * BINS).astype(np.intp), BINS - 1)
        hit = decided
        if labels is not None:
            truth = np.asarray(labels[part])
            pairs = truth[decided] * classes + found[decided]
            confusion += np.bincount(pairs, minlength=len(confusion))
            hit = decided & (truth == found)
        right += np.bincount(bins[hit], minlength=BINS)
        wrong += np.bincount(bins[decided & ~hit], minlength=BINS)
        yield part.stop
    decided_rows = int(counts.sum())
    mean = total / decided_rows if decided_rows else math.nan
    table = None if labels is None else confusion.reshape(kinds, classes)
    return ClassTally(predicted, counts, right, wrong, mean, table)


def compare_numbers(outputs: Floats, targets: NDArray[np.floating[Any]]) -> Generator[int, None, NumberTally]:
    """Compares predictions (N, 1) with targets (N,); yields the rows done."""
    rows = len(outputs)
    chosen = np.unique(np.linspace(0, rows - 1, min(rows, POINTS)).astype(np.intp))
    judged, squares, sizes, first, second = 0, 0.0, 0.0, 0.0, 0.0
    shift = float(targets[0]) if rows else 0.0
    for start in range(0, rows, _SLICE):
        part = slice(start, min(start + _SLICE, rows))
        values, truth = np.asarray(outputs[part, 0], np.float64), np.asarray(targets[part], np.float64)
        forget_pages(outputs, part.start, part.stop)
        finite = np.isfinite(values)
        away, moved = (values - truth)[finite], (truth - shift)[finite]
        judged += len(away)
        squares += float(away @ away)
        sizes += float(np.abs(away).sum())
        first += float(moved.sum())
        second += float(moved @ moved)
        yield part.stop
    points = np.stack((targets[chosen], outputs[chosen, 0]), 1).astype(np.float64)
    if not judged:
        return NumberTally(points, chosen, math.nan, math.nan, math.nan, 0)
    spread = second - first * first / judged
    r2 = 1 - squares / spread if spread > 0 else math.nan
    return NumberTally(points, chosen, math.sqrt(squares / judged), sizes / judged, r2, judged)


def decide(outputs: Floats) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The class of each row (−1 for none) and the probability of that class.

    Args:
        outputs: (N, classes) probabilities; or (N, 1), those of class 1 of two.
    """
    if outputs.shape[1] == 1:
        share = outputs[:, 0].astype(np.float64)
        found = (share > 0.5).astype(np.intp)
        sure = np.maximum(share, 1 - share)
    else:
        found = outputs.argmax(axis=1)
        sure = outputs[np.arange(len(outputs)), found].astype(np.float64)
    none = np.isnan(outputs).any(axis=1)
    found[none] = -1
    sure[none] = 0.0
    return found, np.clip(sure, 0.0, 1.0)
