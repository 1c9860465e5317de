"""Export: what a panel shows as a picture, and the numbers behind it as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    QSaveFile,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from densegui.ui.theme import colors

_COPIED_ROWS: Final = 10_000
_ROWS_AT_ONCE: Final = 500
_SVG_RESOLUTION: Final = 96  # Qt's logical pixels; fonts keep their size


class Exportable(Protocol):
    """What a panel has to offer."""

    def picture(self) -> QWidget:
        """The widget that is drawn."""

    def numbers(self) -> Iterator[Sequence[object]]:
        """The header, then the rows."""


def image_of(widget: QWidget, scale: float = 1.0) -> QImage:
    """The widget as an image, ``scale`` pixels for each of its own."""
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(colors().panel))
    widget.render(image)
    return image


def png_of(widget: QWidget, scale: float) -> bytes:
    """The widget as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image_of(widget, scale).save(buffer, "PNG")  # type: ignore[call-overload] # the stub wants bytes for "PNG"
    return bytes(data.data())


def svg_of(widget: QWidget, title: str) -> bytes:
    """The widget as a drawing that stays sharp at every size."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_SVG_RESOLUTION)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    generator.setTitle(title)
    with QPainter(generator) as painter:
        painter.fillRect(widget.rect(), QColor(colors().panel))
        widget.render(painter, QPoint())
    return bytes(data.data())


def copied(panel: Exportable) -> QMimeData:
    """What goes to the clipboard: the picture, and the numbers as text for a spreadsheet."""
    mime = QMimeData()
    picture = panel.picture()
    mime.setImageData(image_of(picture, max(picture.devicePixelRatioF(), 2.0)))
    text = io.StringIO()
    csv.writer(text, "excel-tab", lineterminator="\n").writerows(islice(panel.numbers(), _COPIED_ROWS + 1))
    mime.setText(text.getvalue())
    return mime


class Writing(QObject):
    """Writes a file without holding up the window; the old file stays whole until the new one is.

    Signals:
        ended: the file, and "" where it is written, or a sentence that says why it is not.
    """

    ended = Signal(str, str)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = QSaveFile(str(path))
        self._rows: Iterator[Sequence[object]] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    def write(self, data: bytes) -> None:
        """Writes bytes."""
        if self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            self._file.write(data)
        self._finish()

    def write_rows(self, rows: Iterator[Sequence[object]]) -> None:
        """Writes a table as CSV in UTF-8, with the mark by which spreadsheets know it."""
        if not self._file.open(QIODevice.OpenModeFlag.WriteOnly):
            self._finish()
            return
        self._file.write(b"\xef\xbb\xbf")
        self._rows = rows
        self._timer.start(0)

    def _on_timeout(self) -> None:
        text = io.StringIO()
        part = list(islice(self._rows, _ROWS_AT_ONCE))
        csv.writer(text, lineterminator="\r\n").writerows(part)
        self._file.write(text.getvalue().encode())
        if len(part) < _ROWS_AT_ONCE:
            self._timer.stop()
            self._finish()

    def _finish(self) -> None:
        written = self._file.commit() if self._file.isOpen() else False
        sentence = ""
        if not written:
            text = self.tr("{path} could not be written: {reason}. Choose another place.")
            sentence = text.format(path=self._file.fileName(), reason=self._file.errorString())
        self.ended.emit(self._file.fileName(), sentence)
        self.deleteLater()
