"""What the outcome says in words and tables, and which labels and targets it is judged by."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import exact, short
from densegui.ui.panels.distributions_shown import Shown, class_name, unit_name
from densegui.ui.panels.outcome_table import MOST_COLUMNS, MOST_ROWS, Table
from densegui.ui.panels.outcome_tally import ClassTally, NumberTally, class_count
from densegui.ui.panels.plotting import counted, percent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Tally = ClassTally | NumberTally | None

_NAMED = 4  # predicted classes that the line of facts names


def labels_of(shown: Shown) -> NDArray[np.int64] | None:
    """The labels of the rows that were run, if they have any."""
    dataset = shown.dataset
    if dataset is None or dataset.labels is None or len(dataset.labels) != shown.result.rows:
        return None
    return dataset.labels


def targets_of(shown: Shown) -> NDArray[np.float64] | None:
    """What is to be predicted, for a last layer of one unit: targets, or labels that are numbers; or None."""
    dataset = shown.dataset
    if dataset is None or shown.result.model.output_dim != 1:
        return None
    if dataset.targets is not None and len(dataset.targets) == shown.result.rows:
        return dataset.targets
    labels = labels_of(shown)
    if labels is None:
        return None
    names = dataset.class_names
    if not names:
        return labels.astype(np.float64)
    try:
        return np.array([float(name) for name in names])[labels]
    except ValueError:
        return None


def facts(shown: Shown, tally: Tally, pinned: Tally, table: Table | None) -> str:
    """The outcome in a line."""
    if not shown.result.layers:
        return QCoreApplication.translate("OutcomeView", "Add a Dense block: the last one gives the outcome.")
    if isinstance(tally, ClassTally):
        return _class_facts(shown, tally, pinned if isinstance(pinned, ClassTally) else None)
    if isinstance(tally, NumberTally) and table is not None:
        right, rows = len(table.rows) - len(table.wrong), len(table.rows)
        text = QCoreApplication.translate("OutcomeView", "{right} of {rows} rows give their label")
        if rows == 1:
            text = QCoreApplication.translate("OutcomeView", "{right} of 1 row gives its label")
        return text.format(right=right, rows=rows)
    if isinstance(tally, NumberTally):
        return _number_facts(tally, pinned if isinstance(pinned, NumberTally) else None)
    s = shown.result.layers[-1].a
    text = QCoreApplication.translate(
        "OutcomeView", "outputs are numbers: mean {mean}, std {std}, from {low} to {high}"
    )
    said = text.format(mean=short(s.mean), std=short(s.std), low=short(s.min), high=short(s.max))
    return " · ".join([said, *_not_judged(shown)])


def _not_judged(shown: Shown) -> list[str]:
    """Why the outputs are compared with nothing."""
    translate = QCoreApplication.translate
    if shown.dataset is None:
        return []
    if shown.dataset.targets is not None:
        return [translate("OutcomeView", "the target is one number: compare it with one output")]
    if shown.dataset.labels is None:
        return [translate("OutcomeView", "no labels to compare with")]
    if shown.result.model.output_dim == 1 and labels_of(shown) is not None:
        return [translate("OutcomeView", "the labels are names, no numbers to compare with")]
    return []


def _beside(now: str, pinned: str) -> str:
    """A number with that of the pinned run in brackets, as everywhere."""
    return f"{now} ({pinned})" if pinned else now


def _share(share: float) -> str:
    """A share in words; there is none of no rows."""
    return "–" if math.isnan(share) else percent(share)


def _class_facts(shown: Shown, tally: ClassTally, pinned: ClassTally | None) -> str:
    translate = QCoreApplication.translate
    parts = []
    if tally.confusion is not None:
        before = "" if pinned is None or pinned.confusion is None else _share(pinned.accuracy)
        parts.append(
            translate("OutcomeView", "accuracy {share} · {correct} of {rows} right").format(
                share=_beside(_share(tally.accuracy), before),
                correct=f"{tally.correct:,}",
                rows=f"{len(tally.predicted):,}",
            )
        )
    before = "" if pinned is None else _share(pinned.confidence)
    sure = _beside(_share(tally.confidence), before)
    parts.append(translate("OutcomeView", "mean confidence {share}").format(share=sure))
    order = np.argsort(-tally.counts, kind="stable")[:_NAMED]
    named = [
        f"{int(tally.counts[k]):,}\u00a0×\u00a0{_class(shown, int(k))}" for k in order if tally.counts[k]
    ]
    parts.append(translate("OutcomeView", "predicted: {counts}").format(counts=", ".join(named) or "–"))
    if tally.undecided:
        one = translate("OutcomeView", "1 row without a class (NaN)")
        many = translate("OutcomeView", "{count} rows without a class (NaN)")
        parts.append(counted(tally.undecided, one, many))
    if tally.confusion is None:
        parts += _not_judged(shown)
    if tally.confusion is not None and tally.confusion.shape[0] > tally.confusion.shape[1]:
        text = translate(
            "OutcomeView", "the labels have {labels} classes, the last layer tells {classes} apart"
        )
        parts.append(text.format(labels=tally.confusion.shape[0], classes=tally.confusion.shape[1]))
    return " · ".join(parts)


def _class(shown: Shown, number: int) -> str:
    """Such as "setosa", or "class 2" where classes have no names."""
    if shown.dataset is not None and number < len(shown.dataset.class_names):
        return class_name(shown.dataset, number)
    return QCoreApplication.translate("OutcomeView", "class {number}").format(number=number)


def _number_facts(tally: NumberTally, pinned: NumberTally | None) -> str:
    text = QCoreApplication.translate(
        "OutcomeView", "error to the target: RMSE {rmse}, mean absolute {mae}, R² {r2}"
    )
    return text.format(
        rmse=_beside(short(tally.rmse), "" if pinned is None else short(pinned.rmse)),
        mae=_beside(short(tally.mae), "" if pinned is None else short(pinned.mae)),
        r2=_beside(short(tally.r2), "" if pinned is None else short(pinned.r2)),
    )


def table_of(shown: Shown, tally: Tally) -> Table | None:
    """The truth table of a run of few rows; None for larger ones."""
    dataset, outputs = shown.dataset, shown.result.outputs
    if dataset is None or not shown.result.layers or dataset.rows != shown.result.rows:
        return None
    width = dataset.features + outputs.shape[1]
    if not 0 < dataset.rows <= MOST_ROWS or width >= MOST_COLUMNS or len(outputs) != dataset.rows:
        return None
    inputs = [unit_name(shown, 0, k) for k in range(dataset.features)]
    if not dataset.feature_names:
        inputs = [f"x{k}" for k in range(dataset.features)]
    hidden = _hidden(shown, MOST_COLUMNS - 1 - width)
    names = ["y"] if outputs.shape[1] == 1 else [f"y{k}" for k in range(outputs.shape[1])]
    labels = labels_of(shown)
    numbers = [(*x, *h, *y) for x, h, y in zip(dataset.x[:], hidden, outputs, strict=True)]
    rows = [tuple(short(float(value)) for value in row) for row in numbers]
    heads = (*inputs, *(f"h{k}" for k in range(hidden.shape[1])), *names)
    if labels is not None:
        label = QCoreApplication.translate("OutcomeView", "label")
        heads = (*heads, label)
        rows = [(*row, class_name(dataset, int(k))) for row, k in zip(rows, labels, strict=True)]
    sample = shown.focus.sample
    return Table(
        heads,
        tuple(rows),
        dataset.features,
        hidden.shape[1],
        len(names),
        sample if 0 <= sample < dataset.rows else None,
        _wrong(shown, tally, labels),
        tuple(tuple(exact(value) for value in row) for row in numbers),
    )


def _hidden(shown: Shown, most: int) -> NDArray[Any]:
    """What the neurons of the one hidden layer say of all rows, (rows, units); no columns where unknown."""
    minibatch, rows = shown.minibatch, shown.result.rows
    if minibatch is None or minibatch.model is not shown.result.model or minibatch.first:
        return np.zeros((rows, 0))
    layers = minibatch.trace.layers
    if len(layers) != 2 or layers[0].a.shape[1] > most or len(layers[0].a) < rows:
        return np.zeros((rows, 0))
    return layers[0].a[:rows]


def _wrong(shown: Shown, tally: Tally, labels: NDArray[Any] | None) -> frozenset[int]:
    """Rows whose output is not what the label says."""
    if labels is None:
        return frozenset()
    if isinstance(tally, ClassTally):
        return frozenset(np.flatnonzero(tally.predicted != labels).tolist())
    targets = targets_of(shown)
    if targets is None or class_count(shown.result.model.layers[-1]):
        return frozenset()
    away = np.abs(shown.result.outputs[:, 0].astype(np.float64) - targets)
    return frozenset(np.flatnonzero(~(away < 0.5)).tolist())
