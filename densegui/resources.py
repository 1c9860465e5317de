"""Where the program's own files are; the only module that knows.

A wheel carries them inside the package, a source tree beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = _PACKAGE / "resources" if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent / "resources"


def path(*parts: str) -> Path:
    """Returns the path of a shipped file or folder, such as ``path("datasets", "iris.csv")``."""
    return _ROOT.joinpath(*parts)
