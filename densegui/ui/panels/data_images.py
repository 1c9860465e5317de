"""Rows of pixels as images, with the shades that the whole set needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from densegui.data.dataset import Picture

Shades = tuple[float, float]

_SIDE_MOST: Final = 512  # pixels; larger ones would take longer to convert than a frame has time
_LOOKED_AT: Final = 2**18


def shades_of(values: NDArray[Any]) -> Shades:
    """The numbers that are black and white: 0 and the usual white above all values, or their ends.

    Args:
        values: some rows of the set, of any shape.
    """
    values = values.ravel()[:: max(values.size // _LOOKED_AT, 1)]
    finite = values[np.isfinite(values)]
    low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    if low >= 0.0:
        low = 0.0
        high = next((end for end in (1.0, 16.0, 255.0) if high <= end), high)
    return low, high if high > low else low + 1.0


def image_of_row(picture: Picture, row: NDArray[Any], shades: Shades) -> QImage:
    """The picture in a row (features,); what is not finite is black. Large ones are thinned out."""
    low, high = shades
    step = max(max(picture.height, picture.width) // _SIDE_MOST, 1)
    pixels = picture.image(np.asarray(row))[::step, ::step]
    if pixels.dtype != np.uint8 or shades != (0.0, 255.0):
        scaled = (pixels.astype(np.float64) - low) * (255.0 / (high - low))
        pixels = (
            np.nan_to_num(scaled, nan=0.0, posinf=255.0, neginf=0.0).clip(0.0, 255.0).round().astype(np.uint8)
        )
    pixels = np.ascontiguousarray(pixels)
    height, width, channels = pixels.shape
    form = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    # A copy, because the image would not keep the array alive.
    return QImage(pixels.data, width, height, width * channels, form).copy()
