"""Icons: line drawings in the colour of the text, sharp at every scale."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from densegui import resources
from densegui.ui import theme

_SIZE: Final = 20


def icon(name: str) -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in the colours in force."""
    drawing = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    result = QIcon()
    for mode, color in (
        (QIcon.Mode.Normal, theme.colors().text),
        (QIcon.Mode.Disabled, theme.colors().border),
    ):
        renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", color).encode()))
        for scale in _scales():
            result.addPixmap(_rendered(renderer, scale), mode)
    return result


def application_icon() -> QIcon:
    """The program's own icon."""
    renderer = QSvgRenderer(str(resources.path("icons", "densegui.svg")))
    result = QIcon()
    for scale in _scales():
        result.addPixmap(_rendered(renderer, scale))
    return result


def _scales() -> set[int]:
    """The scales of the screens there are, and the plain one."""
    return {1, *(math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens())}


def _rendered(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = QPixmap(_SIZE * scale, _SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(pixmap.rect()))
    pixmap.setDevicePixelRatio(scale)
    return pixmap
