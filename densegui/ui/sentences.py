"""What an error says to a person."""

from __future__ import annotations

from densegui.data import DataError
from densegui.document import DocumentError


def sentence(error: Exception) -> str:
    """The words of an error; those that were not meant for the user are marked as such."""
    if isinstance(error, (DataError, DocumentError, ValueError, TypeError)):
        return str(error)
    if isinstance(error, MemoryError):
        return "There is not enough memory for this."
    return f"Something unexpected happened: {type(error).__name__}: {error}"
