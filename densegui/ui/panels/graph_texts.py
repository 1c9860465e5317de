"""The neuron graph in words: what is shown and left out, and what a neuron or an edge says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from densegui.ui import numbers
from densegui.ui.panels.graph_layout import Edge, Neuron
from densegui.ui.panels.graph_picture import Picture

if TYPE_CHECKING:
    import numpy as np


def neuron_name(picture: Picture, neuron: Neuron) -> str:
    """Such as "dense_1 neuron 3", or the name of a feature."""
    column = picture.columns[neuron.column]
    if column.layer_id is None:
        return column.names[neuron.row]
    number = int(picture.layout.columns[neuron.column].fold.shown[neuron.row])
    text = QCoreApplication.translate("GraphPanel", "{layer} neuron {number}")
    return text.format(layer=column.name, number=number)


def neuron_text(picture: Picture, neuron: Neuron, what: str) -> str:
    """Name, value, z and bias of a neuron with all digits, one a line.

    Args:
        picture: where it is shown.
        neuron: which.
        what: of which samples the values are.
    """
    column, row = picture.columns[neuron.column], neuron.row
    lines = [neuron_name(picture, neuron)]
    if column.layer_id is not None and column.names and column.names[row] != str(row):
        lines[0] += f" ({column.names[row]})"
    symbol = "x" if column.layer_id is None else "a"
    if column.a is not None:
        lines += [what, f"{symbol} = {exact(column.a[row])}"]
    if column.z is not None:
        lines.append(f"z = {exact(column.z[row])}")
    if column.bias is not None:
        lines.append(f"b = {exact(column.bias[row])}")
    return "\n".join(lines)


def edge_text(picture: Picture, edge: Edge) -> str:
    """Such as "dense_1 neuron 3 → dense_2 neuron 1: w = 0.0312"."""
    edges = picture.edges[edge.column]
    assert edges is not None
    source = neuron_name(picture, Neuron(edge.column, edge.source))
    target = neuron_name(picture, Neuron(edge.column + 1, edge.target))
    return f"{source} → {target}: w = {exact(edges.matrix[edge.source, edge.target])}"


def exact(value: np.floating[Any]) -> str:
    """Every digit that distinguishes the value in its own dtype: float32 0.1 is 0.1."""
    return numbers.full(float(str(value)))


def statement(picture: Picture) -> str:
    """What is shown and what is left out."""
    shown, neurons = picture.neurons
    drawn, weights = picture.weights
    if shown < neurons:
        text = QCoreApplication.translate("GraphPanel", "Neurons: {shown:,} of {all:,}.")
    else:
        text = QCoreApplication.translate("GraphPanel", "Neurons: all {all:,}.")
    parts = [text.format(shown=shown, all=neurons)]
    if picture.weights_missing:
        parts.append(QCoreApplication.translate("GraphPanel", "Weights appear after Run forward (F5)."))
        return " ".join(parts)
    if drawn < picture.pairs:
        text = QCoreApplication.translate(
            "GraphPanel", "Weights: the strongest {drawn:,} of {all:,}, with {share} of Σ|w|."
        )
    elif drawn < weights:
        text = QCoreApplication.translate(
            "GraphPanel", "Weights: the {drawn:,} between them of {all:,}, with {share} of Σ|w|."
        )
    else:
        text = QCoreApplication.translate("GraphPanel", "Weights: all {all:,}.")
    parts.append(text.format(drawn=drawn, all=weights, share=percent(picture.share)))
    if not picture.has_values:
        parts.append(QCoreApplication.translate("GraphPanel", "Run forward (F5) fills the neurons."))
    return " ".join(parts)


def percent(share: float) -> str:
    """A share of 0 to 1 in percent, with two significant digits."""
    if 0 < share < 0.0001:
        return "< 0.01 %"
    value = 100 * share
    digits = 0 if value >= 9.95 or value == 0 else 1 if value >= 0.995 else 2
    return f"{value:.{digits}f} %"


def summary(picture: Picture, what: str, out_of_date: bool) -> str:
    """The picture for those who do not see it: sizes, what is shown, and the outputs."""
    dims = " → ".join(f"{column.fold.size:,}" for column in picture.layout.columns)
    text = QCoreApplication.translate("GraphPanel", "Neuron graph {dims}.").format(dims=dims)
    last = picture.columns[-1]
    parts = [text, statement(picture)]
    if last.a is not None:
        pairs = zip(last.names, last.a, strict=True)
        outputs = ", ".join(f"{name} = {numbers.short(float(value))}" for name, value in pairs)
        parts.append(
            QCoreApplication.translate("GraphPanel", "Outputs, {what}: {outputs}.").format(
                what=what, outputs=outputs
            )
        )
    if out_of_date:
        parts.append(QCoreApplication.translate("GraphPanel", "Out of date: press Run forward (F5)."))
    return " ".join(parts)
