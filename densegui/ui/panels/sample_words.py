"""What is said of one sample: its label, what a run makes of it, its picture; and which are wrong."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap

from densegui.engine.outputs import forget_pages
from densegui.ui.numbers import short
from densegui.ui.panels.data_images import image_of_row, shades_of
from densegui.ui.panels.data_words import label_text
from densegui.ui.panels.outcome_tally import class_count, decide

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data import Dataset
    from densegui.engine import Model, RunResult

_SLICE: Final = 2**16


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a sample.

    Attributes:
        label: its class or target, or "".
        predicted: the class or number that the run gives, or "".
        right: whether the predicted class is the label; None where there is nothing to compare.
    """

    label: str = ""
    predicted: str = ""
    right: bool | None = None


def said(dataset: Dataset | None, result: RunResult | None, sample: int) -> Said:
    """What is said of a sample.

    Args:
        dataset: the data, or None.
        result: a run of these very data, or None.
        sample: its row; below 0 for none.
    """
    if dataset is None or not 0 <= sample < dataset.rows:
        return Said()
    label = label_text(dataset, sample)
    if result is None or not result.layers:
        return Said(label)
    found, predicted = prediction(dataset, result.model, np.asarray(result.outputs[sample]))
    right = None if found is None or dataset.labels is None else found == int(dataset.labels[sample])
    return Said(label, predicted, right)


def prediction(dataset: Dataset, model: Model, outputs: NDArray[np.floating[Any]]) -> tuple[int | None, str]:
    """The class that the outputs (n,) of a sample stand for, and its name; no class, but the one number."""
    if class_count(model.layers[-1]):
        found = int(decide(outputs[np.newaxis])[0][0])
        names = dataset.class_names
        return found, names[found] if 0 <= found < len(names) else "NaN" if found < 0 else str(found)
    return None, short(float(outputs[0])) if len(outputs) == 1 else ""


def classes_in_order(
    dataset: Dataset, model: Model, outputs: NDArray[np.floating[Any]]
) -> list[tuple[str, float]]:
    """What each class is called and its output (n,), the largest first; numbers in their own order."""
    values = outputs.astype(np.float64)
    classes = class_count(model.layers[-1]) if model.layers else 0
    if classes == 2 and len(values) == 1:
        values = np.array([1 - values[0], values[0]])
    order = np.argsort(-values, kind="stable") if classes else np.arange(len(values))
    names = dataset.class_names if classes else ()
    return [(names[k] if k < len(names) else str(k), float(values[k])) for k in order.tolist()]


def classes_of(result: RunResult | None) -> int:
    """How many classes the outputs of a run tell apart; 0 where they are numbers."""
    return class_count(result.model.layers[-1]) if result is not None and result.layers else 0


def finding_wrong(
    outputs: NDArray[np.floating[Any]], labels: NDArray[np.integer[Any]], after: int
) -> Generator[None, None, int | None]:
    """Finds the next row whose predicted class is not its label; from the last row it goes on to the first.

    Args:
        outputs: (N, classes) probabilities; or (N, 1), those of class 1 of two.
        labels: (N,) class numbers.
        after: the row to begin after; −1 for the first.

    Returns:
        The row, or None where all are right.
    """
    rows = len(labels)
    middle = min(after + 1, rows)
    for begin, end in ((middle, rows), (0, middle)):
        for start in range(begin, end, _SLICE):
            part = slice(start, min(start + _SLICE, end))
            wrong = decide(np.asarray(outputs[part]))[0] != np.asarray(labels[part])
            forget_pages(outputs, part.start, part.stop)
            if wrong.any():
                return start + int(wrong.argmax())
            yield
    return None


def thumbnail(dataset: Dataset, sample: int, size: int, ratio: float) -> QPixmap:
    """The picture of a sample as it was read, to fit a square.

    Args:
        dataset: with a ``picture``, or prepared from one with the same samples.
        sample: its row.
        size: of the square's sides at most, in pixels that do not depend on the screen.
        ratio: pixels of the screen in each of them.
    """
    shown = pictured(dataset)
    if shown is None or shown.picture is None:
        return QPixmap()
    row = np.asarray(shown.x[sample])
    shades = (0.0, 255.0) if row.dtype == np.uint8 and row.max(initial=0) > 16 else shades_of(row)
    image = image_of_row(shown.picture, row, shades)
    side = round(size * ratio)
    times = side // max(image.width(), image.height())
    how = Qt.TransformationMode.FastTransformation  # whole pixels stay sharp
    wide, high = image.width() * times, image.height() * times
    if not times:
        how, wide, high = Qt.TransformationMode.SmoothTransformation, side, side
    pixmap = QPixmap.fromImage(image.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio, how))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def pictured(dataset: Dataset) -> Dataset | None:
    """The set whose rows are the pictures: as it was read, where the samples are the same; or None."""
    original = dataset.original
    turned = dataset.samples_in_columns
    if original is not None and original.picture and original.rows == dataset.rows and not turned:
        return original
    return dataset if dataset.picture is not None else None
