"""Small pictures that stand in the place of neurons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath

from densegui.ui.panels.graph_picture import Picture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIDE: Final = 72  # pixels, enough for a neuron at a device pixel ratio of 2
CORNER: Final = 0.15


def tiles_of(
    picture: Picture, images: Mapping[int, NDArray[np.uint8]] | None
) -> dict[int, tuple[QImage, ...]]:
    """The pictures of the shown neurons, by column; columns without one for each neuron have none.

    Args:
        picture: which neurons are shown.
        images: layer id → (units, h, w, 4) RGBA.
    """
    tiles: dict[int, tuple[QImage, ...]] = {}
    for column, place in enumerate(picture.layout.columns):
        pixels = (images or {}).get(picture.columns[column].layer_id)
        if pixels is not None and len(pixels) == place.fold.size:
            tiles[column] = tuple(_rounded(pixels[unit]) for unit in place.fold.shown)
    return tiles


def _rounded(pixels: NDArray[Any]) -> QImage:
    """One picture (h, w, 4) with round corners."""
    high, wide = pixels.shape[:2]
    data = pixels.tobytes()  # the image borrows it
    image = QImage(data, wide, high, 4 * wide, QImage.Format.Format_RGBA8888)
    rounded = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    rounded.fill(Qt.GlobalColor.transparent)
    square = QRectF(0.0, 0.0, SIDE, SIDE)
    path = QPainterPath()
    path.addRoundedRect(square, CORNER * SIDE, CORNER * SIDE)
    with QPainter(rounded) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        painter.drawImage(square, image)
    return rounded
