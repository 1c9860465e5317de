"""Strokes of a round pen on a picture of few pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.float64]


def stroke(
    pixels: Pixels,
    start: tuple[float, float],
    end: tuple[float, float],
    radius: float,
    color: Sequence[float],
) -> None:
    """Draws a line with round ends, in place; its rim is as soft as a pixel is wide.

    Args:
        pixels: (height, width, channels) from 0 to 1.
        start: row and column where it begins; pixel (0, 0) is from 0 to 1 in both.
        end: where it ends.
        radius: half the width of the line, in pixels.
        color: (channels,) from 0 to 1.
    """
    rows, columns = np.indices(pixels.shape[:2])
    down, right = end[0] - start[0], end[1] - start[1]
    y, x = rows + 0.5 - start[0], columns + 0.5 - start[1]
    length = down * down + right * right
    along = np.clip((y * down + x * right) / length, 0, 1) if length else np.zeros_like(y)
    away = np.hypot(y - along * down, x - along * right)
    cover = np.clip(radius + 0.5 - away, 0, 1)[..., np.newaxis]
    target = np.asarray(color)
    # Full colour where the pen covers a pixel; at the rim never less of it than there was.
    mixed = pixels + (target - pixels) * cover
    rim = np.where(target > 0, np.maximum(pixels, target * cover), mixed)
    pixels[...] = np.where(cover == 1, target, np.where(pixels > target, mixed, rim))
