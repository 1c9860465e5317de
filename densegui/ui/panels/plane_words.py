"""The input plane in words: names of what is drawn, the legend, readings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import short
from densegui.ui.panels.plane_colors import class_color
from densegui.ui.panels.plane_drawing import Drawing, Target
from densegui.ui.panels.plane_legend import Entry
from densegui.ui.panels.plane_values import AT_INPUT

if TYPE_CHECKING:
    from densegui.data.dataset import Dataset
    from densegui.engine import Model

_MOST_CLASSES = 10


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


def entries(
    drawing: Drawing, dataset: Dataset | None, labels: Sequence[int], chosen: int | None
) -> list[Entry]:
    """The legend of a drawing.

    Args:
        drawing: what is shown.
        dataset: names of features and classes.
        labels: the classes that data points have, in order.
        chosen: the ringed sample, or None.
    """
    model, target = drawing.model, drawing.target
    tr = QCoreApplication.translate
    found = []
    if drawing.scale is not None:
        name = target_name(model, target, dataset)
        scale = drawing.scale
        marks = [short(scale.center + k * scale.reach) for k in (-1, 0, 1)]
        text = tr("PlanePanel", "a of {neuron}") if target.place != AT_INPUT else "{neuron}"
        found.append(Entry("bar", text.format(neuron=name), marks=tuple(marks)))
        if len(drawing.lines):
            found.append(Entry("line", _threshold(drawing)))
    else:
        count = model.output_dim
        names = class_names(dataset, count)
        for number in range(min(count, _MOST_CLASSES)):
            text = tr("PlanePanel", "most likely: {name}").format(name=names[number])
            found.append(Entry("field", text, class_color(number, count)))
    if labels:
        count = max(labels) + 1
        names = class_names(dataset, count)
        chosen_labels = labels[:_MOST_CLASSES]
        found += [Entry("point", str(names[k]), class_color(k, count)) for k in chosen_labels]
    if chosen is not None:
        text = tr("PlanePanel", "sample {number}").format(number=f"{chosen:,}")
        found.append(Entry("ring", text))
    return found


def reading(drawing: Drawing, dataset: Dataset | None, point: tuple[float, float], sample: int | None) -> str:
    """What a point of the plane says: both features, and the exact answer there."""
    model, target = drawing.model, drawing.target
    z, a = target.answers(model, np.array([point]))
    place = ", ".join(
        f"{name} = {short(value)}" for name, value in zip(feature_names(dataset), point, strict=True)
    )
    if target.unit is None:
        names = class_names(dataset, model.output_dim)
        best = np.argsort(-a[0])[:3]
        value = ", ".join(f"{names[k]} {short(float(a[0, k]))}" for k in best)
    elif target.place == AT_INPUT:
        value = ""
    else:
        value = f"a = {short(float(a[0, 0]))}, z = {short(float(z[0, 0]))}"
    parts = [place, value, "" if sample is None else _sample_text(dataset, sample)]
    return "\u2003".join(part for part in parts if part)


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
