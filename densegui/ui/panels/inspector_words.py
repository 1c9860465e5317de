"""What the inspector says of a neuron and of an input: names, what its largest terms carry, plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import exact
from densegui.ui.panels.inspector_formulas import activation_formula, definition
from densegui.ui.panels.inspector_terms import Explanation, carriers, sorted_terms
from densegui.ui.panels.plotting import full_in, percent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Dataset
    from densegui.engine import Model
    from densegui.ui.panels.inspector_spread import Spread


def input_name(model: Model, dataset: Dataset | None, unit: int) -> str:
    """The name of a feature, or "x[3]"."""
    names = () if dataset is None else dataset.feature_names
    return names[unit] if len(names) == model.input_dim else f"x[{unit}]"


def unit_name(model: Model, dataset: Dataset | None, place: int, unit: int) -> str:
    """Such as "neuron 3"; in the last layer with its class; a feature's where the place is −1."""
    if place < 0:
        return input_name(model, dataset, unit)
    text = QCoreApplication.translate("InspectorPanel", "neuron {number}").format(number=unit)
    names = () if dataset is None else dataset.class_names
    last = place == len(model.layers) - 1
    return f"{text} ({names[unit]})" if last and len(names) == model.output_dim > 1 else text


def heading(model: Model, dataset: Dataset | None, place: int, unit: int | None) -> str:
    """Such as "dense_1 · neuron 3"; of the input "input · sepal length"."""
    name = layer_name(model, place)
    if unit is None:
        return name
    return f"{name} · {unit_name(model, dataset, place, unit)}"


def layer_name(model: Model, place: int) -> str:
    """The name of a layer; of the input where the place is −1."""
    if place < 0:
        return QCoreApplication.translate("InspectorPanel", "input")
    return model.names[place]


def carriers_text(products: NDArray[np.floating[Any]]) -> str:
    """Such as "The 12 largest of 784 terms carry 80.1 % of Σ|w·x|"; empty where that says nothing."""
    found = carriers(products)
    if found is None or found[0] == len(products):
        return ""
    translate = QCoreApplication.translate
    if found[0] == 1:
        text = translate("InspectorPanel", "The largest of {terms:,} terms carries {share} of Σ|w·x|.")
    else:
        text = translate(
            "InspectorPanel", "The {count:,} largest of {terms:,} terms carry {share} of Σ|w·x|."
        )
    said = text.format(count=found[0], terms=len(products), share=percent(found[1]))
    return said.replace("|w·x|", "|\u2060w·x\u2060|")


def rows_of(
    explanation: Explanation, names: Sequence[str], order: NDArray[np.intp]
) -> Iterator[Sequence[object]]:
    """The numbers behind the page: a header, a row for each term, bias, z and a."""
    yield "input", "x", "w", "w*x"
    for term in order:
        yield (
            names[term],
            float(str(explanation.x[term])),
            float(str(explanation.weights[term])),
            float(str(explanation.products[term])),
        )
    if explanation.bias is not None:
        yield "b", "", "", float(str(explanation.bias))
    yield "z", "", "", float(str(explanation.z))
    yield "a", "", "", float(str(explanation.a))


def plain_text(
    title: str, explanation: Explanation, names: Sequence[str], model: Model, notes: Sequence[str]
) -> str:
    """All of a neuron's page with every digit, to paste anywhere."""
    activation = model.layers[explanation.place].activation
    cells = [
        [value if isinstance(value, str) else repr(value) for value in row]
        for row in rows_of(explanation, names, sorted_terms(explanation.products, True))
    ]
    sum_row = -3 if explanation.bias is not None else -2
    widths = [max(len(row[column]) for row in cells) for column in range(4)]
    table = [
        f"{row[0]:<{widths[0]}}  {row[1]:>{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]:>{widths[3]}}"
        for row in cells
    ]
    table.insert(len(table) + sum_row, "-" * len(table[0]))
    ends = [
        f"z = Σ w·x + b = {exact(explanation.z)}"
        if explanation.bias is not None
        else f"z = Σ w·x = {exact(explanation.z)}",
        f"a = {activation.name}(z) = {exact(explanation.a)}",
        definition(activation),
    ]
    if activation.function.rowwise:
        ends.append(activation_formula(explanation, activation))
    text = "\n".join([title, "", *table, "", *ends, *notes]) + "\n"
    return text.replace("\u00a0", " ").replace("\u2060", "")


def statistics_text(name: str, spread: Spread, dtype: str) -> str:
    """Mean, deviation and limits of an array with every digit of its dtype."""
    translate = QCoreApplication.translate
    text = translate(
        "InspectorPanel", "{name}, {count:,} values: mean {mean}, std {std}, min {min}, max {max}"
    )
    if spread.size == 1:
        text = translate("InspectorPanel", "{name}, 1 value: {mean}")
    return text.format(
        name=name,
        count=spread.size,
        mean=full_in(spread.mean, dtype),
        std=full_in(spread.std, dtype),
        min=full_in(spread.min, dtype),
        max=full_in(spread.max, dtype),
    )
