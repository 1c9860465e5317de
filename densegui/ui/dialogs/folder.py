"""The folder a person opened from or saved to the last time, where the next file dialog begins."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSettings, QStandardPaths

_KEY: Final = "folder"


def remembered() -> Path:
    """Where to begin; the person's documents until there was a last time."""
    folder = Path(str(QSettings().value(_KEY, "")))
    if folder.is_absolute() and folder.is_dir():
        return folder
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def remember(chosen: str) -> Path | None:
    """Keeps the folder of a file that was chosen.

    Args:
        chosen: its path; "" when the person thought better of it.

    Returns:
        The path, or None.
    """
    if not chosen:
        return None
    path = Path(chosen)
    QSettings().setValue(_KEY, str(path.parent))
    return path


def suggestion(name: str) -> str:
    """A file name in the folder to begin with; a whole path stays as it is."""
    path = Path(name)
    return name if path.is_absolute() else str(remembered() / path)
