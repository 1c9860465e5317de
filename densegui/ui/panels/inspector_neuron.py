"""What stands beside the terms of a neuron: formulas with numbers, and where z and a stand in the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import exact, short
from densegui.ui.panels.inspector_card import Item, Words
from densegui.ui.panels.inspector_formulas import activation_formula, definition, sum_formula
from densegui.ui.panels.inspector_plots import Scores, scores_text, strongest_scores
from densegui.ui.panels.inspector_standing import Marked, Standing, standing_items
from densegui.ui.panels.inspector_words import carriers_text, input_name
from densegui.ui.theme import family_curve

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Activation, Model
    from densegui.ui.panels.inspector_terms import Explanation


def neuron_items(
    model: Model,
    dataset: Dataset | None,
    explanation: Explanation,
    order: NDArray[np.intp],
    standing: Standing,
    *,
    faded: bool,
) -> tuple[Item, ...]:
    """Formulas of z and a, what the largest terms carry, and where both stand among the neuron's values.

    Args:
        model: the one the numbers are of.
        dataset: names of classes.
        explanation: the numbers.
        order: of the terms.
        standing: what the run says of this neuron.
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
    return (*items, *_place_in_run(explanation, activation, standing, faded=faded))


def standing_notes(model: Model, explanation: Explanation, standing: Standing, *, faded: bool) -> list[str]:
    """What the largest terms carry and where z and a stand, in words alone."""
    activation = model.layers[explanation.place].activation
    items = _place_in_run(explanation, activation, standing, faded=faded)
    found = [carriers_text(explanation.products), *(item.text for item in items if isinstance(item, Words))]
    return [text for text in found if text]


def _place_in_run(
    explanation: Explanation, activation: Activation, standing: Standing, *, faded: bool
) -> tuple[Item, ...]:
    counting = QCoreApplication.translate(
        "InspectorPanel", "Counting the values of this neuron in all samples…"
    )
    return standing_items(standing, _plots(explanation, activation, standing, faded=faded), counting)


def _plots(
    explanation: Explanation, activation: Activation, standing: Standing, *, faded: bool
) -> tuple[Marked, ...]:
    """Z and a of the neuron, or both as one where they are the same."""
    if standing.values is None:
        return ()
    translate = QCoreApplication.translate
    found, z, a = standing.values, float(explanation.z), float(explanation.a)
    title = translate("InspectorPanel", "z of this neuron")
    if activation.function.keeps == "all":
        title = translate("InspectorPanel", "z = a of this neuron")
    dtype = found.model.dtype
    plots = [Marked(title, "z", None if faded else z, found.z, dtype)]
    if found.a is not None:
        title = translate("InspectorPanel", "a of this neuron")
        color = family_curve(activation.function.family).name()
        plots.append(Marked(title, "a", None if faded else a, found.a, dtype, color))
    return tuple(plots)


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


def input_items(
    model: Model,
    dataset: Dataset | None,
    unit: int | None,
    value: np.floating | None,
    standing: Standing,
) -> tuple[Item, ...]:
    """A value of the data, and where it stands among those of its feature; or what the input is.

    Args:
        model: the one it is fed to.
        dataset: where it comes from.
        unit: which feature; None for the input as a whole.
        value: of the sample; None where no sample was computed.
        standing: what the run says of this feature.
    """
    translate = QCoreApplication.translate
    if unit is None:
        text = translate(
            "InspectorPanel",
            "{features:,} features: x has shape (N, {features}). Click one of them to see its value.",
        )
        if model.input_dim == 1:
            text = translate("InspectorPanel", "1 feature: x has shape (N, 1). Click it to see its value.")
        return (Words(text.format(features=model.input_dim)),)
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
    plots: tuple[Marked, ...] = ()
    if standing.values is not None:
        number = None if value is None else float(value)
        title = translate("InspectorPanel", "x of this feature")
        plots = (Marked(title, "x", number, standing.values.z, model.dtype),)
    counting = translate("InspectorPanel", "Counting the values of this feature in all samples…")
    return (*items, *standing_items(standing, plots, counting))
