"""Rows of the stack as pictures that are kept: to paint a row anew takes ten times as long."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from densegui.ui.builder import geometry, row_painter
from densegui.ui.builder.row_painter import Look, NameRoom
from densegui.ui.builder.rows import Brick, Plate

MOST_BYTES: Final = 32 << 20
_BYTES_OF_PIXEL: Final = 4


class RowPicture(NamedTuple):
    """A painted row, with what it covers of the row below.

    Attributes:
        pixmap: the row but for its name.
        name: where in it the name of a brick goes; None on the base plate.
    """

    pixmap: QPixmap
    name: NameRoom | None


class RowPictures:
    """Pictures of rows, in at most ``MOST_BYTES`` of memory.

    The name of a brick is not in its picture: all names above a block change when it comes or goes.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[object, ...], RowPicture] = {}
        self._bytes = 0

    def clear(self) -> None:
        """Forgets all, after colours, font or language have changed."""
        self._kept.clear()
        self._bytes = 0

    def room(self, size: QSize, ratio: float) -> int:
        """How many pictures of rows of this size fit into the memory."""
        height = size.height() + geometry.STUD_HEIGHT
        return int(MOST_BYTES / (size.width() * height * ratio**2 * _BYTES_OF_PIXEL))

    def picture(
        self, size: QSize, ratio: float, row: Brick | Plate, look: Look, studs: tuple[int, ...]
    ) -> RowPicture:
        """A row of this size with these of its studs, ``ratio`` device pixels to a pixel."""
        says = _shown(row) if isinstance(row, Brick) else (row,)
        key = (size.width(), size.height(), ratio, look.hot, look.removable, look.top_down, studs, *says)
        # Entries stand in the order of their last use.
        picture = self._kept.pop(key, None)
        if picture is None:
            picture = _painted(size, ratio, row, look, studs)
            self._bytes += _bytes(picture.pixmap)
        self._kept[key] = picture
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.pop(next(iter(self._kept))).pixmap)
        return picture


def _shown(row: Brick) -> tuple[object, ...]:
    """What of a brick its picture shows: bricks that look the same share one, whatever they are called."""
    layer = row.layer
    words = (layer.units, layer.activation, layer.init, layer.use_bias, row.n_in, row.samples_in_columns)
    return (*words, bool(row.doubts), row.held)


def _painted(size: QSize, ratio: float, row: Brick | Plate, look: Look, studs: tuple[int, ...]) -> RowPicture:
    pixmap = QPixmap(QSize(size.width(), size.height() + geometry.STUD_HEIGHT) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    name = None
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(QPoint(0, 0), size)
        if isinstance(row, Brick):
            name = row_painter.paint_brick(painter, area, row, look, studs)
        else:
            row_painter.paint_plate(painter, area, row, look, studs)
    return RowPicture(pixmap, name)


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * _BYTES_OF_PIXEL
