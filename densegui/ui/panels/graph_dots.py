"""Fill and ring of every neuron of a picture, mixed once and painted at every pan and zoom."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor

from densegui.ui.panels.graph_picture import ColumnPicture, Picture
from densegui.ui.panels.graph_style import Style


@dataclass(frozen=True, slots=True)
class Dot:
    """One neuron's colours.

    Attributes:
        fill: its value.
        ring: the sign of its bias.
        share: its |bias| as a share of the largest; 0 without a bias.
    """

    fill: QColor
    ring: QColor
    share: float


def dots_of(picture: Picture, style: Style) -> tuple[tuple[Dot, ...], ...]:
    """The colours of all shown neurons, column by column."""
    return tuple(
        tuple(_dots(picture, style, column, len(place.fold.shown)))
        for column, place in zip(picture.columns, picture.layout.columns, strict=True)
    )


def _dots(picture: Picture, style: Style, column: ColumnPicture, neurons: int) -> list[Dot]:
    biases = [0.0] * neurons if column.bias is None else column.bias.tolist()
    if column.a is None:
        fills = [style.raised] * neurons
    else:
        fills = [style.fill(value, column.scale) for value in column.a.tolist()]
    largest = picture.largest_bias or 1.0
    shares = np.nan_to_num(np.abs(biases) / largest, nan=1.0, posinf=1.0).tolist()
    return [
        Dot(fill, style.hue(bias), share) for fill, bias, share in zip(fills, biases, shares, strict=True)
    ]
