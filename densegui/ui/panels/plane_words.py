"""The input plane in words: names of what is drawn, the legend, readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import exact, short
from densegui.ui.panels.plane_colors import class_color
from densegui.ui.panels.plane_drawing import Drawing, Target
from densegui.ui.panels.plane_legend import Entry
from densegui.ui.panels.plane_points import Points
from densegui.ui.panels.plane_values import AT_INPUT
from densegui.ui.panels.plotting import apart

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model

_MOST_CLASSES: Final = 10
_MOST_READ: Final = 4
_FLAT: Final = 0.05  # of all colours: less cannot be seen
_DRAWN_ON_DEMAND: Final = 10**6  # weights
_LARGEST: Final = 2 * 10**6


def feature_names(dataset: Dataset | None) -> tuple[str, str]:
    """What the two axes are called."""
    if dataset is not None and len(dataset.feature_names) == 2:
        return dataset.feature_names[0], dataset.feature_names[1]
    return "x[0]", "x[1]"


def class_names(dataset: Dataset | None, count: int) -> Sequence[str]:
    """What each of so many classes is called."""
    if dataset is not None and len(dataset.class_names) >= count:
        return dataset.class_names[:count]
    text = QCoreApplication.translate("PlanePanel", "class {number}")
    return [text.format(number=number) for number in range(count)]


def target_name(model: Model, target: Target, dataset: Dataset | None) -> str:
    """Such as "dense_2 neuron 0", the name of a feature, or "most likely class"."""
    if target.unit is None:
        return QCoreApplication.translate("PlanePanel", "most likely class")
    if target.place == AT_INPUT:
        return feature_names(dataset)[target.unit]
    text = QCoreApplication.translate("PlanePanel", "{layer} neuron {number}")
    name = text.format(layer=model.names[target.place], number=target.unit)
    is_class = target.place == len(model.layers) - 1 and model.output_dim > 1
    if is_class and dataset is not None and len(dataset.class_names) == model.output_dim:
        name += f" ({dataset.class_names[target.unit]})"
    return name


def problem_of(model: Model | None) -> str:
    """Why there is no picture, and what to do; empty where there is one."""
    translate = QCoreApplication.translate
    if model is None or not model.layers:
        return translate(
            "PlanePanel", "Add a Dense block to see its answer over the plane of two input features here."
        )
    if model.input_dim != 2:
        text = translate(
            "PlanePanel",
            "Here every neuron shows its answer at each point of a plane. That takes exactly two input"
            " features; this network has {count}.\n\nChoose two columns of your data, or set the input size"
            " on the base plate to 2.",
        )
        return text.format(count=f"{model.input_dim:,}")
    weights = sum(model.connections)
    if weights > _LARGEST:
        text = translate(
            "PlanePanel", "With {count} weights this network is too large to be drawn over a plane."
        )
        return text.format(count=f"{weights:,}")
    if weights > _DRAWN_ON_DEMAND and not all(model.is_drawn(index) for index in range(len(model.layers))):
        return translate(
            "PlanePanel", "Press Run forward (F5): the weights of this large network are drawn then."
        )
    return ""


def entries(drawing: Drawing, dataset: Dataset | None, points: Points, chosen: int | None) -> list[Entry]:
    """The legend of a drawing.

    Args:
        drawing: what is shown.
        dataset: names of features and classes.
        points: the rows of it that are drawn.
        chosen: the ringed sample, or None.
    """
    found = _value_entries(drawing, dataset) if drawing.scale is not None else []
    found += _class_entries(drawing, dataset, points.labelled)
    translate = QCoreApplication.translate
    if chosen is not None:
        found.append(Entry("ring", translate("PlanePanel", "sample {number}").format(number=f"{chosen:,}")))
    if dataset is not None and 0 < len(points.rows) < dataset.rows:
        text = translate("PlanePanel", "{drawn} of {rows} samples drawn, evenly picked")
        drawn, rows = f"{len(points.rows):,}", f"{dataset.rows:,}"
        found.append(Entry("none", text.format(drawn=drawn, rows=rows)))
    return found


def reading(
    drawing: Drawing, dataset: Dataset | None, point: tuple[float, float], sample: int | None
) -> tuple[str, ...]:
    """What a point of the plane says, in lines: both features, the exact answer there, the sample there."""
    model, target = drawing.model, drawing.target
    z, a = target.answers(model, np.array([point]))
    lines = [f"{name} = {short(v)}" for name, v in zip(feature_names(dataset), point, strict=True)]
    if target.unit is None:
        names = class_names(dataset, model.output_dim)
        lines += [f"{names[k]}: {exact(a[0, k])}" for k in np.argsort(-a[0])[:_MOST_READ]]
    elif target.place != AT_INPUT:
        lines += [f"z = {exact(z[0, 0])}", f"a = {exact(a[0, 0])}"]
    if sample is not None:
        lines.append(_sample_text(dataset, sample))
    return tuple(lines)


def _value_entries(drawing: Drawing, dataset: Dataset | None) -> list[Entry]:
    """What colours and line mean where one neuron is drawn."""
    target, scale = drawing.target, drawing.scale
    assert scale is not None
    name = target_name(drawing.model, target, dataset)
    if target.place != AT_INPUT:
        name = QCoreApplication.translate("PlanePanel", "a of {neuron}").format(neuron=name)
    activation = target.activation(drawing.model)
    # No neuron that cannot fall below 0 has the colours of there.
    one_sided = scale.center == 0 and activation is not None and activation.function.lower >= 0
    marks = tuple(short(scale.center + k * scale.reach) for k in ((0, 1) if one_sided else (-1, 0, 1)))
    found = [Entry("none", name), Entry("bar", "", marks=marks)]
    if len(drawing.lines):
        found.append(Entry("line", _threshold(drawing)))
    low, high = drawing.span
    if high - low < _FLAT * 2 * scale.reach:
        # A plane of one colour may be white, as an untrained sigmoid's is: then its numbers say more.
        texts = apart(low, high)
        if low == high:
            text = QCoreApplication.translate("PlanePanel", "everywhere {low}")
        else:
            text = QCoreApplication.translate("PlanePanel", "nearly even: {low} to {high}")
        found.append(Entry("none", text.format(low=texts[0], high=texts[1])))
    return found


def _class_entries(drawing: Drawing, dataset: Dataset | None, labelled: Sequence[int]) -> list[Entry]:
    """A field for each class that may be most likely, a point for each that samples have."""
    activation = drawing.model.layers[-1].activation
    fields = range(drawing.model.output_dim) if drawing.scale is None else ()
    count = max([*fields, *labelled], default=-1) + 1
    names = class_names(dataset, count)
    found: list[Entry] = []
    for number in sorted({*fields, *labelled})[:_MOST_CLASSES]:
        color = class_color(number, count)
        if number not in fields:
            found.append(Entry("point", names[number], color))
        else:
            found.append(Entry("both" if number in labelled else "field", names[number], color))
    if fields and activation.function.rowwise:
        found.append(Entry("none", QCoreApplication.translate("PlanePanel", "paler: less likely")))
    return found


def _sample_text(dataset: Dataset | None, sample: int) -> str:
    text = QCoreApplication.translate("PlanePanel", "sample {number}").format(number=f"{sample:,}")
    if dataset is None or dataset.labels is None:
        return text
    label = int(dataset.labels[sample])
    known = 0 <= label < len(dataset.class_names)
    return f"{text} ({dataset.class_names[label] if known else label})"


def _threshold(drawing: Drawing) -> str:
    """What holds on the line."""
    activation = drawing.target.activation(drawing.model)
    if activation is not None and (activation.function.rowwise or activation.curve(0.0) == 0.5):
        return "a = 0.5"
    return "z = 0"
