"""What is saved and undone; knows no Qt."""

from densegui.document.document import Document, State, example
from densegui.document.storage import DocumentError, Project

__all__ = ["Document", "DocumentError", "Project", "State", "example"]
