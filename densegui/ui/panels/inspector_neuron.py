"""What stands beside the terms of a neuron: formulas with numbers, and the place of z in the run."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import exact, short
from densegui.ui.panels.inspector_card import Item, Words
from densegui.ui.panels.inspector_formulas import activation_formula, definition, sum_formula
from densegui.ui.panels.inspector_plots import Bars, Scores, scores_text, strongest_scores
from densegui.ui.panels.inspector_words import (
    carriers_text,
    exact_text,
    feature_text,
    input_name,
    rank_text,
    unit_text,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Model
    from densegui.engine.statistics import LayerStatistics
    from densegui.ui.panels.inspector_terms import Explanation


def neuron_items(
    model: Model,
    dataset: Dataset | None,
    explanation: Explanation,
    order: NDArray[np.intp],
    statistics: LayerStatistics | None,
    *,
    faded: bool,
    is_current: bool,
) -> tuple[Item, ...]:
    """Formulas of z and a, what the largest terms carry, and where z lies among the run's values.

    Args:
        model: the one the numbers are of.
        dataset: names of classes.
        explanation: the numbers.
        order: of the terms.
        statistics: of this layer's z in the last run; None where there is none.
        faded: whether the numbers are out of date.
        is_current: whether that run is of the model of now.
    """
    activation = model.layers[explanation.place].activation
    role = "muted" if faded else "text"
    items: list[Item] = [
        Words(sum_formula(explanation, order), role, tip=f"z = {exact(explanation.z)}"),
        Words(activation_formula(explanation, activation), role, tip=f"a = {exact(explanation.a)}"),
        Words(definition(activation), "muted", "small"),
    ]
    carried = carriers_text(explanation.products)
    if carried:
        items.append(Words(carried, "muted", "small"))
    if activation.function.rowwise:
        items.append(_scores(model, dataset, explanation))
    return (*items, *_place_in_run(explanation, statistics, is_current=is_current and not faded))


def _scores(model: Model, dataset: Dataset | None, explanation: Explanation) -> Scores:
    shown = strongest_scores(explanation.outputs, explanation.unit)
    names = tuple(_short_name(model, dataset, explanation.place, int(k)) for k in shown)
    translate = QCoreApplication.translate
    if len(shown) < len(explanation.scores):
        title = translate("InspectorPanel", "Scores z and probabilities a, {shown} of {all:,}").format(
            shown=len(shown), all=len(explanation.scores)
        )
    else:
        title = translate("InspectorPanel", "Scores z and probabilities a of this row")
    scores, outputs = explanation.scores[shown], explanation.outputs[shown]
    chosen = int((shown == explanation.unit).argmax())
    return Scores(title, names, scores, outputs, chosen, scores_text(names, scores, outputs))


def _short_name(model: Model, dataset: Dataset | None, place: int, unit: int) -> str:
    names = () if dataset is None else dataset.class_names
    last = place == len(model.layers) - 1
    return names[unit] if last and len(names) == model.output_dim > 1 else str(unit)


def _place_in_run(
    explanation: Explanation, statistics: LayerStatistics | None, *, is_current: bool
) -> list[Item]:
    title = QCoreApplication.translate("InspectorPanel", "z of the layer")
    z = float(explanation.z)
    items = _distribution(title, f"z = {short(z)}", z, explanation.unit, statistics, is_current=is_current)
    if statistics is None or not is_current:
        return items
    tip = exact_text(statistics, explanation.unit)
    items.append(Words(unit_text(statistics, explanation.unit, z), "muted", "small", tip))
    rank = rank_text(statistics, z)
    return [*items, Words(rank, "muted", "small")] if rank else items


def _distribution(
    title: str,
    mark: str,
    value: float | None,
    unit: int,
    statistics: LayerStatistics | None,
    *,
    is_current: bool,
) -> list[Item]:
    """The histogram of a layer with one value and its unit marked; out of date, with neither."""
    translate = QCoreApplication.translate
    if statistics is None:
        text = translate(
            "InspectorPanel", "Press Run forward (F5) to see its place among the values of all samples."
        )
        return [Words(text, "muted", "small")]
    histogram = statistics.histogram
    bars = Bars(title, histogram.edges, histogram.counts)
    if is_current:
        mean, std = float(statistics.unit_mean[unit]), float(statistics.unit_std[unit])
        bars = replace(bars, mark=value, mark_text=mark, mean=mean, std=std)
    items: list[Item] = [bars] if histogram.counts.any() else []
    if not is_current:
        items.append(
            Words(translate("InspectorPanel", "Out of date: press Run forward (F5)"), "warning", "small")
        )
    return items


def feature_items(
    model: Model,
    dataset: Dataset | None,
    unit: int,
    value: np.floating | None,
    statistics: LayerStatistics | None,
    *,
    is_current: bool,
) -> tuple[Item, ...]:
    """A value of the data, and where it lies among those of its feature.

    Args:
        model: the one it is fed to.
        dataset: where it comes from.
        unit: which feature.
        value: of the sample; None where no sample was computed.
        statistics: of x in the last run; None where there is none.
        is_current: whether that run is of the model and the data of now.
    """
    translate = QCoreApplication.translate
    name = input_name(model, dataset, unit)
    items: list[Item] = []
    if value is not None:
        items.append(Words(f"{name} = {short(float(value))}", "text", "bold", f"{name} = {exact(value)}"))
    items.append(
        Words(
            translate("InspectorPanel", "This number comes from the data: nothing is computed before it."),
            "muted",
        )
    )
    number, mark = (None, "") if value is None else (float(value), f"x = {short(float(value))}")
    title = translate("InspectorPanel", "x of all features")
    items += _distribution(title, mark, number, unit, statistics, is_current=is_current)
    if statistics is not None and is_current:
        said = feature_text(statistics, unit, math.nan if number is None else number)
        items.append(Words(said, "muted", "small", exact_text(statistics, unit)))
    return tuple(items)
