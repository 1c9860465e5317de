"""What is said of data: where they are, what they are called, and single values as a table writes them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from densegui.ui.numbers import bytes_text, exact, full, short
from densegui.ui.panels.data_blocks import is_in_memory

if TYPE_CHECKING:
    from densegui.data import Dataset

NAMES_SAID: Final = 6


def facts(dataset: Dataset) -> str:
    """Shape, dtype, where x is and how large, and what is to be predicted, in one line."""
    translate = QCoreApplication.translate
    shape = translate("DataPanel", "(N, features) = ({rows}, {features})").format(
        rows=f"{dataset.rows:,}", features=f"{dataset.features:,}"
    )
    said = (shape, str(dataset.x.dtype), where(dataset.x), predicted(dataset))
    return " · ".join(text for text in said if text)


def where(x: Any) -> str:
    """Whether x is in memory, on disk or computed when it is needed, and its size."""
    translate = QCoreApplication.translate
    size = bytes_text(x.shape[0] * x.shape[1] * np.dtype(x.dtype).itemsize)
    if is_in_memory(x):
        return translate("DataPanel", "in memory, {size}").format(size=size)
    if isinstance(x, np.ndarray):
        return translate("DataPanel", "on disk, {size}").format(size=size)
    return translate("DataPanel", "read when needed, {size}").format(size=size)


def predicted(dataset: Dataset) -> str:
    """The classes or the targets; empty where there are neither."""
    translate = QCoreApplication.translate
    name = dataset.label_name
    if dataset.targets is not None:
        if name:
            return translate("DataPanel", "target: {name}").format(name=name)
        return translate("DataPanel", "with targets")
    if dataset.labels is None:
        return translate("DataPanel", "no labels")
    classes = ", ".join(dataset.class_names[:NAMES_SAID])
    if len(dataset.class_names) > NAMES_SAID:
        classes += ", …"
    if not classes:
        return translate("DataPanel", "with labels")
    if name:
        text = translate("DataPanel", "label {name}: {classes}")
        return text.format(name=name, classes=classes)
    return translate("DataPanel", "labels: {classes}").format(classes=classes)


def feature_name(dataset: Dataset, feature: int) -> str:
    """What a feature is called, or its place."""
    return dataset.feature_names[feature] if dataset.feature_names else f"x[{feature}]"


def label_text(dataset: Dataset, sample: int) -> str:
    """The class or the target of a sample; empty where there is none."""
    if dataset.targets is not None:
        return short(float(dataset.targets[sample]))
    if dataset.labels is None:
        return ""
    label = int(dataset.labels[sample])
    return dataset.class_names[label] if 0 <= label < len(dataset.class_names) else str(label)


def label_title(dataset: Dataset) -> str:
    """What stands over labels or targets."""
    translate = QCoreApplication.translate
    is_target = dataset.targets is not None
    return dataset.label_name or (
        translate("DataPanel", "target") if is_target else translate("DataPanel", "label")
    )


def categories_of(dataset: Dataset, feature: int) -> tuple[str, ...]:
    """The texts that the numbers of a feature stand for; empty for plain numbers."""
    return dataset.columns[feature].categories if dataset.columns else ()


def cell(value: Any, categories: tuple[str, ...]) -> str:
    """A value with four digits, or the text it stands for."""
    if not categories:
        return short(float(value))
    return _category(value, categories)


def cell_in_full(value: Any, categories: tuple[str, ...]) -> str:
    """A value with every digit that it has; a text with the number that stands for it."""
    if not categories:
        return exact(value) if isinstance(value, np.floating) else full(float(value))
    if math.isnan(value):
        return _category(value, categories)
    return f"{_category(value, categories)} = {short(float(value))}"


def _category(value: Any, categories: tuple[str, ...]) -> str:
    if math.isnan(value):
        return QCoreApplication.translate("DataPanel", "missing")
    place = int(value)
    return categories[place] if 0 <= place < len(categories) else short(float(value))
