"""``python -m densegui [FILE]`` and the command ``densegui``."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from typing import Any


class _DeferredModule(ModuleType):
    """A module that is executed when something of it is first needed.

    ``importlib.util.LazyLoader`` would do, but import statements ask a module that is already known for
    its ``__spec__``, and PySide's import hook for its ``__name__``; there that counts as a need.
    """

    def __getattribute__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import system has set; the module's own names bring it in
            return super().__getattribute__(name)
        spec = self.__spec__
        self.__class__ = ModuleType  # type: ignore[assignment]
        if spec is not None and spec.loader is not None:
            spec.loader.exec_module(self)
        return getattr(self, name)


def _defer(name: str) -> None:
    """Has a heavy package imported when it is first used, which is after the window's first frame."""
    spec = importlib.util.find_spec(name)
    if name in sys.modules or spec is None:
        return
    module = importlib.util.module_from_spec(spec)
    module.__class__ = _DeferredModule
    sys.modules[name] = module


def main() -> int:
    """Starts the program.

    Returns:
        The exit status.
    """
    _defer("numpy")
    from densegui.ui.application import main as start  # noqa: PLC0415 - after NumPy is deferred

    return start(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
