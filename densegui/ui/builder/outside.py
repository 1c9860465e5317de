"""Everything around the stack, while bricks are dragged: what is dropped there leaves the stack."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from densegui.ui.builder import payload

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Outside(QObject):
    """Takes the bricks of one stack wherever else in its window they are dropped; use it in ``with``.

    Args:
        inside: the stack's list, which takes its drops itself.
        token: name of the stack.

    Attributes:
        took: whether bricks were dropped.
    """

    def __init__(self, inside: QWidget, token: str) -> None:
        super().__init__()
        self.took = False
        self._inside = inside
        self._token = token

    def __enter__(self) -> Outside:
        if application := QApplication.instance():
            application.installEventFilter(self)
        return self

    def __exit__(self, *_exception: object) -> None:
        if application := QApplication.instance():
            application.removeEventFilter(self)

    def _concerns(self, watched: QObject, event: QDropEvent) -> bool:
        """Whether bricks of the stack are moved beside it; a copy is made in the stack alone."""
        return (
            isinstance(watched, QWidget)
            and watched.window() is self._inside.window()
            and watched is not self._inside
            and not self._inside.isAncestorOf(watched)
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and isinstance(payload.read(event.mimeData(), self._token), tuple)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accepts the drag, and remembers the drop."""
        if event.type() in _DRAGS and isinstance(event, QDropEvent) and self._concerns(watched, event):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.took = self.took or event.type() == QEvent.Type.Drop
            return True
        return super().eventFilter(watched, event)
