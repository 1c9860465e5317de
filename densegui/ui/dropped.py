"""What is dropped on the window from a file manager."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def dropped_paths(mime: QMimeData) -> tuple[Path, ...]:
    """Returns files and folders; none if one of them is on no disk, such as a web page."""
    urls = mime.urls()
    return tuple(Path(url.toLocalFile()) for url in urls) if all(url.isLocalFile() for url in urls) else ()
