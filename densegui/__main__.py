"""``python -m densegui [FILE]`` and the command ``densegui``."""

from __future__ import annotations

import builtins
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any, Final

# NumPy and running models come after the window's first frame; the others only if a person comes to need
# them: pyqtgraph imports them for tools that no panel has.
_DEFERRED: Final = (
    "numpy",
    "densegui.engine.forward",
    "densegui.engine.streaming",
    "decimal",
    "pydoc",
    "subprocess",
)
# PySide compiles its helpers from source at every start. These explain: type errors, help texts, stubs. They
# can be found, and so deferred, only when PySide itself has begun to import them. (``mapping`` is not among
# them: PySide looks into it without asking it for anything.)
_EXPLAINERS: Final = {
    "shibokensupport.signature": frozenset({"errorhandler", "layout", "parser"}),
    "shibokensupport.signature.lib": frozenset({"enum_sig", "pyi_generator", "tool"}),
}


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
            spec.name = self.__name__  # PySide renames its modules, and finds them by this name only
            spec.loader.exec_module(self)
        return getattr(self, name)


def prepare_imports() -> None:
    """Makes the imports of the start cheap; comes before any other import of densegui.

    No garbage is looked for until ``densegui.ui.startup`` says so: imports make none.
    """
    gc.disable()
    for name in _DEFERRED:
        _defer(name)
    plain_import = builtins.__import__

    def import_for_pyside(
        name: str, scope: Any = None, inner: Any = None, fromlist: Sequence[str] | None = (), level: int = 0
    ) -> ModuleType:
        for part in _EXPLAINERS.get(name, frozenset()).intersection(fromlist or ()):
            _defer(f"{name}.{part}")
        return plain_import(name, scope, inner, fromlist or (), level)

    builtins.__import__ = import_for_pyside  # type: ignore[assignment]  # nobody names globals and locals
    import_module("PySide6.QtCore")
    # WORKAROUND: PySide's import hook, which serves only ``from __feature__ import …``, reads the source of
    # every module that is imported after it: https://bugreports.qt.io/browse/PYSIDE-2029
    builtins.__import__ = plain_import


def _defer(name: str) -> None:
    spec = None if name in sys.modules else find_spec(name)
    if spec is None:
        return
    module = module_from_spec(spec)
    module.__class__ = _DeferredModule
    sys.modules[name] = module


def main() -> int:
    """Starts the program.

    Returns:
        The exit status.
    """
    prepare_imports()
    from densegui.ui.application import main as start  # noqa: PLC0415 - after the imports are prepared

    return start(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
