"""The clipboard: blocks as Keras text for every program, and with their weights for windows of this one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from densegui.document import clipping, keras_text
from densegui.engine import Dense, Model, Parameters

MIME_TYPE: Final = "application/x-densegui-blocks"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What is on the clipboard.

    Attributes:
        layers: blocks from the input on; may be none.
        given: for each block its given parameters or None; or nothing.
        input_dim: the input size that the text says, or None.
        notes: sentences about what was not understood.
    """

    layers: tuple[Dense, ...]
    given: tuple[Parameters | None, ...] = ()
    input_dim: int | None = None
    notes: tuple[str, ...] = field(default=())


def put(model: Model, layer_ids: Collection[int]) -> None:
    """Puts blocks on the clipboard; all of a stack come with its input size."""
    ids = set(layer_ids)
    chosen = [layer for layer in model.layers if layer.id in ids]
    whole = len(chosen) == len(model.layers)
    mime = QMimeData()
    mime.setText(keras_text.to_text(chosen, model.input_dim if whole else None))
    mime.setData(MIME_TYPE, clipping.to_bytes(model, layer_ids))
    QGuiApplication.clipboard().setMimeData(mime)


def take() -> Pasted:
    """Reads the clipboard: blocks of a window of this program, else text."""
    mime = QGuiApplication.clipboard().mimeData()
    text = keras_text.from_text(mime.text()) if mime.hasText() else None
    size = text.input_dim if text is not None else None
    if mime.hasFormat(MIME_TYPE):
        try:
            clip = clipping.from_bytes(bytes(mime.data(MIME_TYPE).data()))
        except ValueError:
            pass  # another version wrote it; its text says the same
        else:
            return Pasted(clip.layers, clip.given, size, clip.notes)
    if text is None:
        return Pasted((), notes=("There is no text on the clipboard.",))
    return Pasted(text.layers, (), size, text.notes)


def holds_cells() -> bool:
    """Whether the clipboard has cells of a spreadsheet, text parted by tabs, and no blocks."""
    return "\t" in QGuiApplication.clipboard().text() and not take().layers
