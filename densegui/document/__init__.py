"""What is saved and undone; knows no Qt."""

from typing import TYPE_CHECKING

from densegui.exports import exports

if TYPE_CHECKING:
    from densegui.document.document import Document, State, example
    from densegui.document.storage import DocumentError, Project

__all__ = [
    "Document",
    "DocumentError",
    "Project",
    "State",
    "example",
]

if not TYPE_CHECKING:
    __dir__ = __all__.copy
    __getattr__ = exports(
        __name__,
        {
            "Document": "document",
            "DocumentError": "storage",
            "Project": "storage",
            "State": "document",
            "example": "document",
        },
    )
