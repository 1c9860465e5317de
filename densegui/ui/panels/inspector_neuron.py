"""What stands beside the terms of a neuron: formulas with numbers, and the place of z in the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import short
from densegui.ui.panels.inspector_card import Item, Words
from densegui.ui.panels.inspector_formulas import activation_formula, definition, exact, sum_formula
from densegui.ui.panels.inspector_plots import Bars, Scores, scores_text, strongest_scores
from densegui.ui.panels.inspector_words import (
    carriers_text,
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
) -> tuple[Item, ...]:
    """Formulas of z and a, what the largest terms carry, and where z lies among the run's values.

    Args:
        model: the one the numbers are of.
        dataset: names of classes.
        explanation: the numbers.
        order: of the terms.
        statistics: of this layer's z in a run of this model; None where there is none.
        faded: whether the numbers are out of date.
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
    if not faded:
        items += _place_in_run(explanation, statistics)
    return tuple(items)


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


def _place_in_run(explanation: Explanation, statistics: LayerStatistics | None) -> list[Item]:
    if statistics is None:
        text = QCoreApplication.translate(
            "InspectorPanel", "Press Run forward (F5) to see its place among the values of all samples."
        )
        return [Words(text, "muted", "small")]
    z, mean = float(explanation.z), float(statistics.unit_mean[explanation.unit])
    std = float(statistics.unit_std[explanation.unit])
    title = QCoreApplication.translate("InspectorPanel", "z of the layer")
    histogram = statistics.histogram
    items: list[Item] = []
    if histogram.counts.any():
        mark = f"z = {short(z)}"
        items.append(
            Bars(title, histogram.edges, histogram.counts, mark=z, mark_text=mark, mean=mean, std=std)
        )
    items.append(Words(unit_text(statistics, explanation.unit, z), "muted", "small"))
    rank = rank_text(statistics, z)
    if rank:
        items.append(Words(rank, "muted", "small"))
    return items


def feature_items(
    model: Model,
    dataset: Dataset | None,
    unit: int,
    value: np.floating | None,
    statistics: LayerStatistics | None,
) -> tuple[Item, ...]:
    """A value of the data, and where it lies among those of its feature.

    Args:
        model: the one it is fed to.
        dataset: where it comes from.
        unit: which feature.
        value: of the sample; None where no sample was computed.
        statistics: of x in a run; None where there is none.
    """
    translate = QCoreApplication.translate
    name = input_name(model, dataset, unit)
    items: list[Item] = []
    if value is not None:
        items.append(Words(f"{name} = {short(float(value))}", "text", "bold", f"{name} = {exact(value)}"))
    items.append(
        Words(translate("InspectorPanel", "This number is data: nothing before it is computed."), "muted")
    )
    if statistics is None:
        text = translate(
            "InspectorPanel", "Press Run forward (F5) to see its place among the values of all samples."
        )
        return (*items, Words(text, "muted", "small"))
    mean, std = float(statistics.unit_mean[unit]), float(statistics.unit_std[unit])
    histogram = statistics.histogram
    if histogram.counts.any():
        title = translate("InspectorPanel", "x of all features")
        mark = None if value is None else float(value)
        text = "" if value is None else f"x = {short(float(value))}"
        items.append(
            Bars(title, histogram.edges, histogram.counts, mark=mark, mark_text=text, mean=mean, std=std)
        )
    said = feature_text(statistics, unit, float("nan") if value is None else float(value))
    return (*items, Words(said, "muted", "small"))
