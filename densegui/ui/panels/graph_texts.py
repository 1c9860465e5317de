"""The neuron graph in words: what is shown and left out, and what a neuron or an edge says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from densegui.ui import numbers
from densegui.ui.focus import INPUT, MEAN_OF_SAMPLES
from densegui.ui.panels.graph_heat import Cell
from densegui.ui.panels.graph_layout import Edge, Gap, Neuron
from densegui.ui.panels.graph_picture import Picture
from densegui.ui.panels.graph_scene import Handle
from densegui.ui.panels.sample_text import sample_text

if TYPE_CHECKING:
    from densegui.engine import RunResult
    from densegui.ui.focus import Minibatch


def neuron_name(picture: Picture, neuron: Neuron) -> str:
    """Such as "dense_1 neuron 3", or the name of a feature."""
    column = picture.columns[neuron.column]
    if column.layer_id == INPUT:
        return column.names[neuron.row]
    number = picture.unit(neuron)
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
    if column.layer_id != INPUT and column.names and column.names[row] != str(row):
        lines[0] += f" ({column.names[row]})"
    symbol = "x" if column.layer_id == INPUT else "a"
    if column.a is not None:
        lines += [what, f"{symbol} = {numbers.exact(column.a[row])}"]
    if column.z is not None:
        lines.append(f"z = {numbers.exact(column.z[row])}")
    if column.bias is not None:
        lines.append(f"b = {numbers.exact(column.bias[row])}")
    return "\n".join(lines)


def edge_text(picture: Picture, edge: Edge) -> str:
    """Such as "dense_1 neuron 3 → dense_2 neuron 1: w = 0.0312", and its contribution where that is known."""
    edges = picture.links[edge.column].edges
    assert edges is not None
    source = neuron_name(picture, Neuron(edge.column, edge.source))
    target = neuron_name(picture, Neuron(edge.column + 1, edge.target))
    w = edges.weights[edge.source, edge.target]
    text = f"{source} → {target}: w = {numbers.exact(w)}"
    values = picture.columns[edge.column].a
    if values is None:
        return text
    x = values[edge.source]
    return f"{text}\nw·x = {numbers.short(float(w))} · {numbers.short(float(x))} = {numbers.exact(w * x)}"


def target_text(picture: Picture, target: Neuron | Edge | Cell | Gap | Handle, what: str) -> str:
    """What is said of whatever is beneath the mouse."""
    if isinstance(target, Handle):
        return QCoreApplication.translate(
            "GraphPanel", "Drag up or down to change it (Shift for finer steps), or click to type a number."
        )
    if isinstance(target, Gap):
        text = QCoreApplication.translate(
            "GraphPanel", "{count:,} neurons are left out here: click, or press PgUp and PgDn, to see others."
        )
        return text.format(count=target.left_out)
    if isinstance(target, Neuron):
        return neuron_text(picture, target, what)
    return edge_text(picture, target) if isinstance(target, Edge) else cell_text(picture, target)


def focus_text(picture: Picture, neuron: Neuron, edge: Edge | None, what: str) -> str:
    """What is said of the selected edge, or of the selected neuron."""
    return neuron_text(picture, neuron, what) if edge is None else edge_text(picture, edge)


def cell_text(picture: Picture, cell: Cell) -> str:
    """Which weights a cell of a heat map stands for, and the one of largest size."""
    before, after = picture.columns[cell.column].name, picture.columns[cell.column + 1].name
    symbol = "w·x" if picture.contribution else "w"
    value = f"{symbol} = {numbers.short(cell.value)}"
    count = (cell.sources[1] - cell.sources[0]) * (cell.targets[1] - cell.targets[0])
    line = f"{before} {_units(cell.sources)} → {after} {_units(cell.targets)}"
    if count == 1:
        return f"{line}: {value}"
    text = QCoreApplication.translate("GraphPanel", "{edges}: the largest |{symbol}| of {count:,}")
    return text.format(edges=line, symbol=symbol, count=count) + f"\n{value}"


def _units(span: tuple[int, int]) -> str:
    """Such as "30–31", or "60" for one alone."""
    first, end = span
    return f"{first:,}" if end - first == 1 else f"{first:,}–{end - 1:,}"


def what_text(sample: int, result: RunResult | None, minibatch: Minibatch | None) -> str:
    """Of which samples the numbers are, as ``graph_picture.values_of`` chooses them."""
    if sample != MEAN_OF_SAMPLES:
        return sample_text(sample)
    if result is None and minibatch is not None:
        first, last = minibatch.first, minibatch.first + len(minibatch.trace.x) - 1
        text = QCoreApplication.translate("GraphPanel", "mean of the samples {first:,}–{last:,}")
        return text.format(first=first, last=last)
    rows = 0 if result is None else result.rows
    return QCoreApplication.translate("GraphPanel", "mean (N = {rows:,})").format(rows=rows)


def statement(picture: Picture) -> str:
    """What is shown and what is left out."""
    shown, neurons = picture.neurons
    if shown < neurons:
        text = QCoreApplication.translate("GraphPanel", "Neurons: {shown:,} of {all:,}.")
    else:
        text = QCoreApplication.translate("GraphPanel", "Neurons: all {all:,}.")
    parts = [text.format(shown=shown, all=neurons)]
    if picture.weights_missing:
        if picture.is_drawing:
            parts.append(QCoreApplication.translate("GraphPanel", "Weights are being drawn …"))
        else:
            parts.append(QCoreApplication.translate("GraphPanel", "Weights appear after Run forward (F5)."))
        return " ".join(parts)
    if picture.as_lines:
        parts.append(_lines_statement(picture))
    maps = sum(link.count for link in picture.links if link.heat)
    if maps:
        text = QCoreApplication.translate("GraphPanel", "Heat maps: all {maps:,} weights.")
        parts.append(text.format(maps=maps))
    if not picture.has_values:
        parts.append(QCoreApplication.translate("GraphPanel", "Run forward (F5) fills the neurons."))
    return " ".join(parts)


def _lines_statement(picture: Picture) -> str:
    """How many weights the lines show, and what share of all of them they carry."""
    drawn = sum(len(edges.source) for _, edges in picture.as_lines)
    pairs = sum(edges.values.size for _, edges in picture.as_lines)
    weights = sum(link.count for link, _ in picture.as_lines)
    if drawn < pairs:
        text = QCoreApplication.translate(
            "GraphPanel", "Lines: the strongest {drawn:,} of {all:,}, with {share} of {sum}."
        )
    elif drawn < weights:
        text = QCoreApplication.translate(
            "GraphPanel", "Lines: the {drawn:,} between them of {all:,}, with {share} of {sum}."
        )
    else:
        text = QCoreApplication.translate("GraphPanel", "Lines: all {all:,} weights.")
    share = "…" if picture.share is None else percent(picture.share)
    symbol = "Σ|w·x|" if picture.contribution else "Σ|w|"
    return text.format(drawn=drawn, all=weights, share=share, sum=symbol)


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
