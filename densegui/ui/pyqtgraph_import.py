"""Imports pyqtgraph without its copy of Qt: half the time, 11 MB less.

pyqtgraph keeps modules ``pyqtgraph.Qt.QtCore``, ``QtGui`` and ``QtWidgets`` into which it copies all that
PySide has. PySide makes its classes when they are first asked for, so the copy makes all 700 of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_COPIED: Final = ("QtCore", "QtGui", "QtWidgets")


class _Mirror(ModuleType):
    """Has what a module of PySide has, from when it is first asked for; what is set on it stays its own."""

    def __init__(self, name: str, mirrored: ModuleType) -> None:
        super().__init__(name)
        self.__dict__["_mirrored"] = mirrored

    def __getattr__(self, name: str) -> Any:
        value = getattr(self.__dict__["_mirrored"], name)
        setattr(self, name, value)
        return value


def import_pyqtgraph() -> None:
    """Imports pyqtgraph, if nobody has yet."""
    if "pyqtgraph" in sys.modules:
        return
    originals = [import_module(f"PySide6.{name}") for name in _COPIED]
    for name, original in zip(_COPIED, originals, strict=True):
        sys.modules[f"pyqtgraph.Qt.{name}"] = _Mirror(f"pyqtgraph.Qt.{name}", original)
    with _nothing_listed(originals):
        import_module("pyqtgraph")


@contextmanager
def _nothing_listed(modules: list[ModuleType]) -> Iterator[None]:
    """While it lasts, ``dir()`` of these modules lists nothing that could be copied."""
    listings = [vars(module).get("__dir__") for module in modules]
    for module in modules:
        module.__dir__ = list  # type: ignore[method-assign]
    try:
        yield
    finally:
        for module, listing in zip(modules, listings, strict=True):
            if listing is None:
                del module.__dir__
            else:
                module.__dir__ = listing  # type: ignore[method-assign]
